use std::io;
use std::path::{Path, PathBuf};

use crate::text::{Lang, Message, Texts};

/// Why something on disk could not be read or kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Texts::of(Lang::En).say(&self.message()))]
pub enum StoreError {
    /// The system names no home directory.
    NoHome,
    /// A profile's name cannot be a directory's.
    BadProfile { name: String },
    /// There is nothing of that name.
    NotFound { path: PathBuf },
    /// The system's permissions forbid it.
    NotAllowed { path: PathBuf },
    /// A directory cannot be made.
    CannotCreate { path: PathBuf, detail: String },
    /// A file stands where a directory should be.
    NotADirectory { path: PathBuf },
    /// Nothing can be written there.
    ReadOnly { path: PathBuf },
    /// No room is left.
    DiskFull { path: PathBuf },
    /// The log's file is not what was written. It is left as it is; [`EventLog::mend`](super::EventLog::mend) keeps it aside.
    Damaged { file: PathBuf, backup: Option<PathBuf> },
    /// A newer version of the program wrote the log.
    Newer { file: PathBuf, found: i64, known: i64 },
    /// Another program holds the log for too long.
    Busy { file: PathBuf },
    /// Anything else that the system says.
    Io { path: PathBuf, detail: String },
}

impl StoreError {
    /// The system's refusal for `path`.
    pub fn io(path: &Path) -> impl Fn(io::Error) -> StoreError + Copy {
        let refusal = |error: io::Error, path: PathBuf| match error.kind() {
            io::ErrorKind::NotFound => StoreError::NotFound { path },
            io::ErrorKind::PermissionDenied => StoreError::NotAllowed { path },
            io::ErrorKind::NotADirectory => StoreError::NotADirectory { path },
            io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull { path },
            _ => StoreError::Io { path, detail: error.to_string() },
        };
        move |error| refusal(error, path.to_owned())
    }

    /// `SQLite`'s refusal for the log `file`.
    pub(super) fn sqlite(file: &Path) -> impl Fn(rusqlite::Error) -> StoreError + Copy {
        use rusqlite::ErrorCode as Code;
        move |error| {
            let path = file.to_owned();
            match error.sqlite_error_code() {
                Some(Code::DatabaseCorrupt | Code::NotADatabase) => StoreError::Damaged { backup: super::backup::newest(file), file: path },
                Some(Code::ReadOnly | Code::PermissionDenied) => StoreError::ReadOnly { path },
                Some(Code::DiskFull) => StoreError::DiskFull { path },
                Some(Code::DatabaseBusy | Code::DatabaseLocked) => StoreError::Busy { file: path },
                Some(Code::CannotOpen) => match path.try_exists() {
                    Ok(false) => StoreError::NotFound { path },
                    Ok(true) => StoreError::Io { path, detail: error.to_string() },
                    Err(error) => StoreError::io(file)(error),
                },
                _ => StoreError::Io { path, detail: error.to_string() },
            }
        }
    }

    /// The error in words for a person.
    #[must_use]
    pub fn message(&self) -> Message {
        let at = |id, path: &Path| Message::new(id).with("path", path.display().to_string());
        match self {
            StoreError::NoHome => Message::new("store-no-home"),
            StoreError::BadProfile { name } => Message::new("store-bad-profile").with("name", name.clone()),
            StoreError::NotFound { path } => at("store-not-found", path),
            StoreError::NotAllowed { path } => at("store-not-allowed", path),
            StoreError::CannotCreate { path, detail } => at("store-cannot-create", path).with("detail", detail.clone()),
            StoreError::NotADirectory { path } => at("store-not-a-directory", path),
            StoreError::ReadOnly { path } => at("store-read-only", path),
            StoreError::DiskFull { path } => at("store-disk-full", path),
            StoreError::Damaged { file, backup: None } => at("store-damaged", file),
            StoreError::Damaged { file, backup: Some(backup) } => at("store-damaged-with-backup", file).with("backup", backup.display().to_string()),
            StoreError::Newer { file, found, known } => at("store-newer", file).with("found", *found).with("known", *known),
            StoreError::Busy { file } => at("store-busy", file),
            StoreError::Io { path, detail } => at("store-io", path).with("detail", detail.clone()),
        }
    }
}
