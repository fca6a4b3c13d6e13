use std::path::Path;
use std::time::Instant;

use anyhow::anyhow;

use super::args::Global;
use super::voice::{Voice, since};
use crate::content::Course;
use crate::store::{Paths, StoreError, library};
use crate::text::{Message, Texts};

/// The course that the command line names, the built-in one without `--course`.
///
/// # Errors
///
/// The folder cannot be read; the error is in the reader's language.
pub fn course(global: &Global, texts: &'static Texts) -> anyhow::Result<Course> {
    let (course, detail) = read(global.course.as_deref()).map_err(|error| anyhow!(texts.say(&error.message())))?;
    Voice::of(global, texts).detail(&detail);
    Ok(course)
}

/// The course of a folder, or the built-in one, and what is to be said of it.
///
/// # Errors
///
/// The folder cannot be read.
pub fn read(path: Option<&Path>) -> Result<(Course, Message), StoreError> {
    let begun = Instant::now();
    let course = path.map_or_else(|| Ok(library::embedded()), library::folder)?;
    let detail = match path {
        Some(path) => Message::new("voice-folder").with("path", path.display().to_string()),
        None => Message::new("voice-built-in"),
    };
    let detail = detail.with("lessons", course.lessons.len()).with("problems", course.problems.len()).with("ms", since(begun));
    Ok((course, detail))
}

/// Where the memory of the profile lies that the command line names.
///
/// # Errors
///
/// A name that cannot be a profile's, or no home directory; in the reader's language.
pub fn paths(global: &Global, texts: &'static Texts) -> anyhow::Result<Paths> {
    let paths = Paths::find(global.data_dir.as_deref(), &global.profile).map_err(|error| anyhow!(texts.say(&error.message())))?;
    Voice::of(global, texts).detail(&Message::new("voice-memory").with("path", paths.profile().display().to_string()));
    Ok(paths)
}
