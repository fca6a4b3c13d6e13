use std::io;
use std::path::{Path, PathBuf};

use crate::text::Message;

/// Why something on disk could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system refused.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl StoreError {
    /// The system's refusal for `path`.
    pub fn io(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
        let path = path.to_owned();
        move |source| StoreError::Io { path, source }
    }

    /// The error in words for a person.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            StoreError::Io { path, source } => {
                let id = match source.kind() {
                    io::ErrorKind::NotFound => "store-not-found",
                    io::ErrorKind::PermissionDenied => "store-not-allowed",
                    _ => "store-io",
                };
                Message::new(id).with("path", path.display().to_string()).with("detail", source.to_string())
            }
        }
    }
}
