//! Courses: the one that is compiled in, and folders on disk.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, DirEntry, include_dir};

use super::StoreError;
use crate::content::{Course, Prices, Source, parse_course};

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
const PRICES: &str = include_str!("../../assets/prices.toml");

/// The id of the built-in course.
pub const BUILT_IN: &str = "devops-aws";

/// Folders deeper than this are not looked into: a link in a circle would never end.
const DEEPEST: usize = 16;

/// The price table that is compiled in.
#[must_use]
pub fn prices() -> Arc<Prices> {
    static READ: OnceLock<Arc<Prices>> = OnceLock::new();
    Arc::clone(READ.get_or_init(|| Arc::new(Prices::parse(&Source::new("prices.toml", PRICES)).0)))
}

/// The built-in course.
#[must_use]
pub fn embedded() -> Course {
    let mut files = Vec::new();
    collect(&CONTENT, &mut files);
    parse_course(BUILT_IN, files, prices())
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => collect(dir, files),
            DirEntry::File(file) => files.push((slashed(file.path()), file.contents())),
        }
    }
}

/// A course in a folder on disk: with `course.toml` a course, without one a vault of notes.
///
/// # Errors
///
/// The folder, or a file in it, cannot be read. What stands in the files is never an error.
pub fn folder(path: &Path) -> Result<Course, StoreError> {
    let mut files = Vec::new();
    walk(path, path, 0, &mut files)?;
    let full = path.canonicalize().map_err(StoreError::io(path))?;
    let name = full.file_name().unwrap_or(OsStr::new("course")).to_string_lossy().into_owned();
    Ok(parse_course(&crate::text::clean_line(&name), files, prices()))
}

fn walk(root: &Path, dir: &Path, depth: usize, files: &mut Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
    for entry in fs::read_dir(dir).map_err(StoreError::io(dir))? {
        let path = entry.map_err(StoreError::io(dir))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(['.', '_']) {
            continue;
        }
        if path.is_dir() {
            if depth < DEEPEST {
                walk(root, &path, depth + 1, files)?;
            }
        } else if name.ends_with(".md") || name == "course.toml" {
            let bytes = fs::read(&path).map_err(StoreError::io(&path))?;
            files.push((slashed(path.strip_prefix(root).unwrap_or(&path)), bytes));
        }
    }
    Ok(())
}

/// A path below the course with `/` between its parts, whatever the system uses.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
