use anyhow::anyhow;

use super::args::Global;
use crate::content::Course;
use crate::store::library;
use crate::text::Texts;

/// The course that the command line names, the built-in one without `--course`.
///
/// # Errors
///
/// The folder cannot be read; the error is in the reader's language.
pub fn course(global: &Global, texts: &Texts) -> anyhow::Result<Course> {
    match &global.course {
        Some(path) => library::folder(path).map_err(|error| anyhow!(texts.say(&error.message()))),
        None => Ok(library::embedded()),
    }
}
