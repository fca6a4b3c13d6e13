use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, params};

use super::{EventLog, StoreError, backup};
use crate::study::Event;
use crate::text::Message;

/// A log that was damaged and goes on.
#[derive(Debug)]
pub struct Mended {
    /// The log.
    pub log: EventLog,
    /// What is in it.
    pub events: Vec<Event>,
    /// Where the damaged file is kept, as it was.
    pub kept: PathBuf,
    /// The backup from which the log goes on.
    pub backup: Option<PathBuf>,
    /// How many events were still readable in the damaged file and are not in the backup.
    pub rescued: usize,
}

impl Mended {
    /// What to say to a person.
    #[must_use]
    pub fn message(&self) -> Message {
        let id = if self.backup.is_some() { "store-mended" } else { "store-begun-anew" };
        let backup = self.backup.as_deref().map(|b| b.display().to_string()).unwrap_or_default();
        let message = Message::new(id).with("kept", self.kept.display().to_string());
        let message = if self.backup.is_some() { message.with("backup", backup) } else { message };
        message.with("rescued", self.rescued)
    }
}

impl EventLog {
    /// Keeps a damaged log aside, as it is, and goes on from the newest backup that can be read,
    /// with every event that the damaged file still yields.
    ///
    /// This machine gets a new name in the log, because numbers may be missing that other machines
    /// have already seen.
    ///
    /// # Errors
    ///
    /// The files cannot be moved or read; whatever was done, the damaged file is still there.
    pub fn mend(dir: &Path) -> Result<Mended, StoreError> {
        let file = dir.join("events.db");
        let kept = keep_aside(&file)?;
        // Without its log the next start would begin a new one, as if there had never been any.
        let backup = restore(&file).inspect_err(|_| put_back(&kept, &file))?;
        let _ = fs::remove_file(dir.join("device")); // a new one is made
        let (log, _) = EventLog::open(dir)?;
        let rescued = rescue(&kept, log.file())?;
        drop(log);
        let (log, events) = EventLog::open(dir)?;
        Ok(Mended { log, events, kept, backup, rescued })
    }
}

/// Moves a log with its companions to a name that is free.
fn keep_aside(file: &Path) -> Result<PathBuf, StoreError> {
    let free = (1..).map(|n| file.with_file_name(format!("events.damaged-{n}.db"))).find(|name| !name.exists());
    let kept = free.unwrap_or_else(|| file.with_extension("damaged"));
    for end in ["", "-wal", "-shm"] {
        let from = with_end(file, end);
        if from.exists() {
            fs::rename(&from, with_end(&kept, end)).map_err(StoreError::io(&from))?;
        }
    }
    Ok(kept)
}

/// Undoes [`keep_aside`]; what cannot be undone is at least still there.
fn put_back(kept: &Path, file: &Path) {
    for end in ["", "-wal", "-shm"] {
        let _ = fs::rename(with_end(kept, end), with_end(file, end));
    }
}

/// Puts the newest sound backup in the log's place.
fn restore(file: &Path) -> Result<Option<PathBuf>, StoreError> {
    let Some(backup) = backup::all(file).into_iter().find(|backup| is_sound(backup)) else { return Ok(None) };
    let draft = file.with_extension("draft");
    fs::copy(&backup, &draft).and_then(|_| backup::place(&draft, file)).map_err(StoreError::io(file))?;
    Ok(Some(backup))
}

fn is_sound(backup: &Path) -> bool {
    let check = |db: &Connection| db.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    Connection::open_with_flags(backup, OpenFlags::SQLITE_OPEN_READ_ONLY).and_then(|db| check(&db)).is_ok_and(|said| said == "ok")
}

/// Takes over the rows that can still be read, until one cannot.
fn rescue(kept: &Path, log: &Path) -> Result<usize, StoreError> {
    let error = StoreError::sqlite(log);
    let Ok(Some(damaged)) = copied(kept) else { return Ok(0) };
    let into = Connection::open(log).map_err(error)?;
    let columns = "id, device, seq, at, ahead, day, kind, payload";
    let Ok(mut statement) = damaged.prepare(&format!("SELECT {columns} FROM event ORDER BY n")) else { return Ok(0) };
    let Ok(mut rows) = statement.query([]) else { return Ok(0) };
    let mut insert = into.prepare(&format!("INSERT OR IGNORE INTO event ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")).map_err(error)?;
    into.execute_batch("BEGIN IMMEDIATE").map_err(error)?;
    let mut rescued = 0;
    while let Ok(Some(row)) = rows.next() {
        let value = |at: usize| row.get::<_, rusqlite::types::Value>(at).unwrap_or(rusqlite::types::Value::Null);
        rescued += insert.execute(params![value(0), value(1), value(2), value(3), value(4), value(5), value(6), value(7)]).unwrap_or(0);
    }
    into.execute_batch("COMMIT").map_err(error)?;
    Ok(rescued)
}

/// A copy, in memory, of a log that itself cannot be read where it lies, or must not be touched.
pub(super) fn copied(file: &Path) -> Result<Option<Connection>, StoreError> {
    let dir = std::env::temp_dir().join(format!("opsdrill-{}", uuid::Uuid::now_v7().simple()));
    fs::create_dir(&dir).map_err(StoreError::io(&dir))?;
    let copied = copied_into(&dir.join("events.db"), file);
    let _ = fs::remove_dir_all(&dir);
    copied
}

fn copied_into(copy: &Path, file: &Path) -> Result<Option<Connection>, StoreError> {
    for end in ["", "-wal"] {
        let from = with_end(file, end);
        if from.exists() {
            fs::copy(&from, with_end(copy, end)).map_err(StoreError::io(&from))?;
        }
    }
    Ok(Connection::open(copy).and_then(|from| in_memory(&from)).ok())
}

/// All pages of a file, whether they make sense or not.
fn in_memory(from: &Connection) -> rusqlite::Result<Connection> {
    let mut memory = Connection::open_in_memory()?;
    Backup::new(from, &mut memory)?.run_to_completion(1024, Duration::ZERO, None)?;
    Ok(memory)
}

fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(end);
    PathBuf::from(name)
}
