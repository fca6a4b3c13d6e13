//! Courses: the one that is compiled in, and folders on disk.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, DirEntry, include_dir};

use super::StoreError;
use crate::content::{Course, Prices, Source, parse_course};
use crate::text::clean_line;

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
const PRICES: &str = include_str!("../../assets/prices.toml");

/// The id of the built-in course.
pub const BUILT_IN: &str = "devops-aws";

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
    let full = path.canonicalize().map_err(StoreError::io(path))?;
    let mut walk = Walk { root: path, seen: BTreeSet::new(), files: Vec::new() };
    walk.folder(path)?;
    let name = full.file_name().unwrap_or(OsStr::new("course")).to_string_lossy().into_owned();
    Ok(parse_course(&clean_line(&name), walk.files, prices()))
}

/// The files of a course on disk, found folder by folder.
struct Walk<'a> {
    root: &'a Path,
    /// The folders that were read, by their real path: a link may lead in a circle.
    seen: BTreeSet<PathBuf>,
    files: Vec<(String, Vec<u8>)>,
}

impl Walk<'_> {
    fn folder(&mut self, dir: &Path) -> Result<(), StoreError> {
        if !self.seen.insert(dir.canonicalize().map_err(StoreError::io(dir))?) {
            return Ok(());
        }
        for entry in fs::read_dir(dir).map_err(StoreError::io(dir))? {
            let path = entry.map_err(StoreError::io(dir))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(['.', '_']) {
                continue;
            }
            if path.is_dir() {
                self.folder(&path)?;
            } else if path.is_file() && (name.ends_with(".md") || name == "course.toml") {
                let bytes = fs::read(&path).map_err(StoreError::io(&path))?;
                self.files.push((slashed(path.strip_prefix(self.root).unwrap_or(&path)), bytes));
            }
        }
        Ok(())
    }
}

/// A path below the course with `/` between its parts, whatever the system uses.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Slug;

    #[test]
    fn a_folder_is_read_with_what_lies_below_it() {
        let dir = tempfile::tempdir().unwrap();
        let put = |path: &str, bytes: &[u8]| {
            fs::create_dir_all(dir.path().join(path).parent().unwrap()).unwrap();
            fs::write(dir.path().join(path), bytes).unwrap();
        };
        put("Day 1/note.md", b"# One\n");
        put("index.md", b"[[note]]\n");
        put("picture.png", b"\0");
        put("bad.md", b"\0\0");
        put(".hidden/x.md", b"x");
        let course = folder(dir.path()).unwrap();
        assert_eq!(course.lessons.keys().map(Slug::as_str).collect::<Vec<_>>(), ["Day 1/note", "index"]);
        assert_eq!(course.problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["binary"]);
        assert!(course.is_vault());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_circle_ends() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.md"), "# A\n").unwrap();
        std::os::unix::fs::symlink(dir.path(), dir.path().join("again")).unwrap();
        std::os::unix::fs::symlink("nowhere.md", dir.path().join("lost.md")).unwrap();
        assert_eq!(folder(dir.path()).unwrap().lessons.len(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let error = folder(Path::new("/no/such/folder")).unwrap_err();
        assert_eq!(error.message().id, "store-not-found");
    }

    #[test]
    fn the_price_table_is_sound() {
        let (table, problems) = Prices::parse(&Source::new("prices.toml", PRICES));
        assert_eq!(problems, []);
        assert!(table.rows.len() >= 50);
        assert_eq!(table.get("vpc.nat-hour", "ap-northeast-2").and_then(|p| p.usd.as_deref()), Some("0.059"));
    }
}
