use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, backup};

/// Each step leads from one version of the log's schema to the next; none is ever changed.
const MIGRATIONS: [&str; 1] = ["
    CREATE TABLE event (
        n       INTEGER PRIMARY KEY,
        id      BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
        device  TEXT    NOT NULL,
        seq     INTEGER NOT NULL CHECK (seq > 0),
        at      INTEGER NOT NULL,
        ahead   INTEGER NOT NULL,
        day     INTEGER NOT NULL,
        kind    TEXT    NOT NULL,
        payload TEXT    NOT NULL,
        UNIQUE (device, seq)
    ) STRICT;
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
"];

/// The version of the schema that this program writes.
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// The version of a log's schema; 0 for an empty file.
///
/// # Errors
///
/// A log of a newer version: older programs must not touch it.
pub(super) fn version(db: &Connection, file: &Path) -> Result<i64, StoreError> {
    let found: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(StoreError::sqlite(file))?;
    if found > VERSION { Err(StoreError::Newer { file: file.to_owned(), found, known: VERSION }) } else { Ok(found) }
}

/// Brings a log to this version, after a backup if there is anything in it.
pub(super) fn migrate(db: &mut Connection, file: &Path) -> Result<(), StoreError> {
    let from = version(db, file)?;
    if from == VERSION {
        return Ok(());
    }
    if from > 0 {
        backup::before_migration(db, file, from)?;
    }
    migrate_in_transaction(db, file)
}

/// The version is asked again inside the transaction: another instance may have been faster.
fn migrate_in_transaction(db: &mut Connection, file: &Path) -> Result<(), StoreError> {
    let error = StoreError::sqlite(file);
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(error)?;
    let from = usize::try_from(version(&transaction, file)?).unwrap_or(0);
    for step in MIGRATIONS.iter().skip(from) {
        transaction.execute_batch(step).map_err(error)?;
    }
    transaction.pragma_update(None, "user_version", VERSION).map_err(error)?;
    transaction.commit().map_err(error)
}
