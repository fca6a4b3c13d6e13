use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::StoreError;
use crate::study::StudyDay;

/// How many backups of days and of weeks are kept.
const KEPT: [(&str, usize); 2] = [("day-", 7), ("week-", 4)];

/// After this time a draft is one that a killed process left behind.
const STALE: Duration = Duration::from_secs(3600);

/// The directory of a log's backups.
pub(super) fn directory(log: &Path) -> PathBuf {
    log.with_file_name("backups")
}

/// The newest backup of a day.
pub(super) fn newest(log: &Path) -> Option<PathBuf> {
    all(log).into_iter().next()
}

/// The backups of days, the newest first, then those of weeks.
pub(super) fn all(log: &Path) -> Vec<PathBuf> {
    KEPT.iter().flat_map(|(prefix, _)| named(&directory(log), prefix).into_iter().rev()).collect()
}

/// Copies the log as it was before the first write of a day, and lets the oldest copies go.
///
/// A copy has its name only when it is whole and on disk.
pub(super) fn rotate(db: &Connection, log: &Path, day: StudyDay) -> Result<(), StoreError> {
    let dir = directory(log);
    let daily = dir.join(format!("day-{day}.db"));
    if daily.exists() {
        return Ok(());
    }
    fs::create_dir_all(&dir).map_err(StoreError::io(&dir))?;
    copy(db, &daily)?;
    let monday = day - i32::try_from(day.weekday()).unwrap_or(0);
    let weekly = dir.join(format!("week-{monday}.db"));
    if !weekly.exists() {
        copy(db, &weekly)?;
    }
    prune(&dir);
    Ok(())
}

/// Copies the log before its schema changes.
pub(super) fn before_migration(db: &Connection, log: &Path, version: i64) -> Result<(), StoreError> {
    let dir = directory(log);
    fs::create_dir_all(&dir).map_err(StoreError::io(&dir))?;
    let file = dir.join(format!("schema-{version}.db"));
    if file.exists() { Ok(()) } else { copy(db, &file) }
}

fn copy(db: &Connection, to: &Path) -> Result<(), StoreError> {
    let draft = to.with_extension(format!("{}.draft", std::process::id()));
    let _ = fs::remove_file(&draft);
    let written = db.execute("VACUUM INTO ?1", [draft.to_string_lossy()]).map_err(StoreError::sqlite(to));
    let placed = written.and_then(|_| place(&draft, to).map_err(StoreError::io(to)));
    if placed.is_err() {
        let _ = fs::remove_file(&draft);
    }
    placed
}

/// Gives a finished file its name, with everything on disk.
pub(super) fn place(draft: &Path, to: &Path) -> std::io::Result<()> {
    File::open(draft)?.sync_all()?;
    fs::rename(draft, to)?;
    if let Some(dir) = to.parent().filter(|_| cfg!(unix)) {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

fn prune(dir: &Path) {
    for (prefix, kept) in KEPT {
        let files = named(dir, prefix);
        for file in &files[..files.len().saturating_sub(kept)] {
            let _ = fs::remove_file(file); // one copy too many does no harm
        }
    }
    let is_old = |file: &PathBuf| fs::metadata(file).and_then(|meta| meta.modified()).is_ok_and(|at| at.elapsed().is_ok_and(|age| age > STALE));
    for draft in files(dir).filter(|file| file.extension().is_some_and(|e| e == "draft")).filter(is_old) {
        let _ = fs::remove_file(draft);
    }
}

/// The backups whose names begin so, the oldest first: their names hold the date.
fn named(dir: &Path, prefix: &str) -> Vec<PathBuf> {
    let begins = |file: &PathBuf| file.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.starts_with(prefix));
    let mut files: Vec<PathBuf> = files(dir).filter(|file| file.extension().is_some_and(|e| e == "db")).filter(begins).collect();
    files.sort();
    files
}

fn files(dir: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path())
}
