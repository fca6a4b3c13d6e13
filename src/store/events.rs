use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, Row, TransactionBehavior, params};
use uuid::{NoContext, Timestamp, Uuid};

use super::{StoreError, backup, device, schema};
use crate::study::{Event, EventId, Millis, Moment, Stamp, StudyDay, What};

/// How long a write waits for another instance to finish its own.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// How long it is before something is asked again that `SQLite` does not wait for itself.
const PAUSE: Duration = Duration::from_millis(5);

/// The append-only log of everything the learner did: one `SQLite` file.
///
/// When [`append`](EventLog::append) returns, the event is on disk (`synchronous=FULL`); it
/// survives the end of the process and of the machine's power. Several instances may use one log
/// at the same time.
#[derive(Debug)]
pub struct EventLog {
    db: Connection,
    file: PathBuf,
    device: Option<Arc<str>>,
    /// Everything up to this row has been given out.
    read_to: i64,
    /// The newest event, by its time.
    last: Option<Stamp>,
    /// The day whose backup is known to be there.
    backed_up: Option<StudyDay>,
    /// What went wrong beside the work, to be said once.
    warning: Option<StoreError>,
}

impl EventLog {
    /// Opens the log of a profile's directory and reads it; both are made if they are not there.
    ///
    /// # Errors
    ///
    /// Everything in [`StoreError`]. A log that is damaged or of a newer version is not touched.
    pub fn open(dir: &Path) -> Result<(EventLog, Vec<Event>), StoreError> {
        EventLog::open_within(dir, PATIENCE)
    }

    /// The same with another patience than usual for instances that are in the way.
    pub(super) fn open_within(dir: &Path, patience: Duration) -> Result<(EventLog, Vec<Event>), StoreError> {
        make_directory(dir)?;
        let file = dir.join("events.db");
        refuse_emptied(&file)?;
        let error = StoreError::sqlite(&file);
        let mut db = Connection::open(&file).map_err(error)?;
        db.busy_timeout(patience).map_err(error)?;
        schema::version(&db, &file)?;
        write_ahead(&db, patience).map_err(error)?;
        db.pragma_update(None, "synchronous", "FULL").map_err(error)?;
        schema::migrate(&mut db, &file)?;
        // Takes the write lock and lets it go: a log that cannot be written is better known now.
        db.execute_batch("BEGIN IMMEDIATE; ROLLBACK").map_err(error)?;
        let device = device::device(dir)?;
        EventLog::begin(db, file, Some(device))
    }

    /// Opens a log that may not or cannot be written, and reads it. [`append`](EventLog::append) will refuse.
    ///
    /// # Errors
    ///
    /// A log that is not there, damaged or of a newer version.
    pub fn open_read_only(dir: &Path) -> Result<(EventLog, Vec<Event>), StoreError> {
        let file = dir.join("events.db");
        let db = connect_read_only(&file)?;
        schema::version(&db, &file)?;
        EventLog::begin(db, file, None)
    }

    fn begin(db: Connection, file: PathBuf, device: Option<Arc<str>>) -> Result<(EventLog, Vec<Event>), StoreError> {
        let mut log = EventLog { db, file, device, read_to: 0, last: None, backed_up: None, warning: None };
        let events = log.news()?;
        Ok((log, events))
    }

    /// Stamps and keeps an event; it is on disk when this returns.
    ///
    /// `now` is the local clock's reading; the study day follows from it and from the newest event,
    /// see [`Moment::stamped`].
    ///
    /// # Errors
    ///
    /// Nothing was kept: the log is read-only, the disk full, another instance in the way.
    pub fn append(&mut self, what: What, now: Moment) -> Result<Event, StoreError> {
        let stamp = now.stamped(self.last);
        self.keep(Event { id: event_id(now.at), device: "".into(), seq: 0, stamp, what })
    }

    /// Keeps an event that has its id and its stamp; device and number are given to it here.
    ///
    /// One that is in the log already stays as it is: what was asked for twice is kept once.
    ///
    /// # Errors
    ///
    /// As for [`append`](EventLog::append).
    pub(super) fn keep(&mut self, mut event: Event) -> Result<Event, StoreError> {
        let Some(device) = self.device.clone() else { return Err(StoreError::ReadOnly { path: self.file.clone() }) };
        self.back_up(event.stamp.day);
        event.device = device;
        let row = insert(&mut self.db, &mut event).map_err(StoreError::sqlite(&self.file))?;
        // Rows that another instance wrote in between have not been given out yet.
        if row == self.read_to + 1 {
            self.read_to = row;
        }
        self.last = self.last.max(Some(event.stamp));
        Ok(event)
    }

    /// Whether events can be kept here.
    pub(super) fn is_writable(&self) -> bool {
        self.device.is_some()
    }

    /// The newest event's stamp.
    pub(super) fn last(&self) -> Option<Stamp> {
        self.last
    }

    /// How long a write waits from now on for others to finish theirs.
    pub(super) fn wait_for(&self, patience: Duration) {
        // Refused only for a connection that is broken; the write then says so.
        let _ = self.db.busy_timeout(patience);
    }

    /// The events that came since this log was last read, from other instances too.
    ///
    /// An event of this instance may be among them; the fold takes each once.
    ///
    /// # Errors
    ///
    /// The log cannot be read any more.
    pub fn news(&mut self) -> Result<Vec<Event>, StoreError> {
        let error = StoreError::sqlite(&self.file);
        let mut statement =
            self.db.prepare_cached("SELECT n, id, device, seq, at, ahead, day, kind, payload FROM event WHERE n > ?1 ORDER BY n").map_err(error)?;
        let mut rows = statement.query([self.read_to]).map_err(error)?;
        let mut events = Vec::new();
        let mut names = Names::default();
        let mut read_to = self.read_to;
        while let Some(row) = rows.next().map_err(error)? {
            read_to = row.get(0).map_err(error)?;
            events.push(names.event(row).map_err(error)?);
        }
        drop(rows);
        drop(statement);
        self.read_to = read_to;
        self.last = self.last.max(events.iter().map(|event| event.stamp).max());
        Ok(events)
    }

    /// The file of the log, to watch for what other instances write.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What went wrong beside the work, such as a backup that could not be made; told once.
    pub fn take_warning(&mut self) -> Option<StoreError> {
        self.warning.take()
    }

    /// A backup that fails does not keep an answer from being kept.
    fn back_up(&mut self, day: StudyDay) {
        if self.backed_up == Some(day) {
            return;
        }
        self.backed_up = Some(day);
        let has_events = self.read_to > 0;
        if has_events && let Err(error) = backup::rotate(&self.db, &self.file, day) {
            self.warning = Some(error);
        }
    }
}

/// Puts the log into write-ahead mode, waiting for others as a write does.
///
/// `SQLite` does not call its busy handler here: the change needs the file for itself while it
/// already reads it, and two that waited so for each other would wait for ever. Of instances that
/// open a new log together all but one are refused at once, so asking again is ours to do.
fn write_ahead(db: &Connection, patience: Duration) -> rusqlite::Result<()> {
    let end = Instant::now() + patience;
    loop {
        match db.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && Instant::now() < end => std::thread::sleep(PAUSE),
            result => return result,
        }
    }
}

/// Writes an event with the next number of its device, if it is not there; gives back its row.
fn insert(db: &mut Connection, event: &mut Event) -> rusqlite::Result<i64> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let id = event.id.0;
    let known = transaction
        .prepare_cached("SELECT n, device, seq FROM event WHERE id = ?1")?
        .query_row([id.as_bytes()], |row| Ok((row.get(0)?, row.get::<_, Arc<str>>(1)?, row.get::<_, i64>(2)?)))
        .optional()?;
    if let Some((row, device, seq)) = known {
        (event.device, event.seq) = (device, seq.unsigned_abs());
        return Ok(row);
    }
    let next = "SELECT coalesce(max(seq), 0) + 1 FROM event WHERE device = ?1";
    event.seq = transaction.prepare_cached(next)?.query_row([&*event.device], |row| row.get::<_, i64>(0))?.unsigned_abs();
    let (kind, payload) = event.what.to_parts();
    let (id, Stamp { moment, day }) = (id.as_bytes(), event.stamp);
    transaction
        .prepare_cached("INSERT INTO event (id, device, seq, at, ahead, day, kind, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
        .execute(params![id, &*event.device, event.seq.cast_signed(), moment.at.0, moment.ahead, day.0, kind, payload])?;
    let row = transaction.last_insert_rowid();
    transaction.commit()?;
    Ok(row)
}

/// Device names that repeat in every row.
#[derive(Default)]
struct Names(Option<Arc<str>>);

impl Names {
    fn event(&mut self, row: &Row<'_>) -> rusqlite::Result<Event> {
        let id: [u8; 16] = row.get(1)?;
        let name = row.get_ref(2)?.as_str()?;
        let device = match &self.0 {
            Some(device) if &**device == name => Arc::clone(device),
            _ => Arc::clone(self.0.insert(name.into())),
        };
        Ok(Event {
            id: EventId(Uuid::from_bytes(id)),
            device,
            seq: row.get::<_, i64>(3)?.unsigned_abs(),
            stamp: Stamp { moment: Moment { at: Millis(row.get(4)?), ahead: row.get(5)? }, day: StudyDay(row.get(6)?) },
            what: What::from_parts(row.get_ref(7)?.as_str()?, row.get_ref(8)?.as_str()?),
        })
    }
}

pub(super) fn event_id(at: Millis) -> EventId {
    let millis = at.0.max(0).unsigned_abs();
    let nanos = u32::try_from(millis % 1000 * 1_000_000).unwrap_or(0);
    EventId(Uuid::new_v7(Timestamp::from_unix(NoContext, millis / 1000, nanos)))
}

fn make_directory(dir: &Path) -> Result<(), StoreError> {
    match fs::create_dir_all(dir) {
        Ok(()) => Ok(()),
        Err(_) if dir.is_dir() => Ok(()),
        Err(error) => Err(match first_file(dir) {
            Some(file) => StoreError::NotADirectory { path: file },
            None => StoreError::CannotCreate { path: dir.to_owned(), detail: error.to_string() },
        }),
    }
}

/// The part of a path that is a plain file.
fn first_file(dir: &Path) -> Option<PathBuf> {
    dir.ancestors().find(|part| part.is_file()).map(Path::to_owned)
}

/// A log of no bytes is new, unless there are backups: then it has lost its content.
fn refuse_emptied(file: &Path) -> Result<(), StoreError> {
    let is_empty = fs::metadata(file).is_ok_and(|meta| meta.len() == 0);
    match backup::newest(file).filter(|_| is_empty) {
        Some(backup) => Err(StoreError::Damaged { file: file.to_owned(), backup: Some(backup) }),
        None => Ok(()),
    }
}

/// Opens for reading; where even that needs files beside the log that cannot be made, a copy of the log.
fn connect_read_only(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let readable = |file: &Path| -> rusqlite::Result<Connection> {
        let db = Connection::open_with_flags(file, flags)?;
        db.busy_timeout(PATIENCE)?;
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(db)
    };
    match readable(file) {
        Ok(db) => Ok(db),
        Err(error) if matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly)) && file.is_file() => {
            super::mend::copied(file).and_then(|db| db.ok_or_else(|| StoreError::sqlite(file)(error)))
        }
        Err(error) => Err(StoreError::sqlite(file)(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::LessonId;

    #[test]
    fn a_full_disk_is_told_and_nothing_is_half_kept() {
        let dir = tempfile::tempdir().unwrap();
        let (mut log, _) = EventLog::open(dir.path()).unwrap();
        let read = || What::Read { lesson: LessonId::from_text(&"long/".repeat(2000)) };
        log.append(read(), Moment::default()).unwrap();
        let pages: i64 = log.db.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        log.db.pragma_update(None, "max_page_count", pages).unwrap();
        let refused = (0..3).find_map(|_| log.append(read(), Moment::default()).err());
        assert_eq!(refused, Some(StoreError::DiskFull { path: log.file.clone() }));
        log.db.pragma_update(None, "max_page_count", 1_000_000).unwrap();
        let event = log.append(read(), Moment::default()).unwrap();
        assert_eq!(EventLog::open(dir.path()).unwrap().1.last(), Some(&event));
    }
}
