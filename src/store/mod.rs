//! Where things lie: directories, courses, the event log. The only layer that touches files.
//!
//! The way of an answer: [`Paths::find`] says where; [`EventLog::open`] gives the log and
//! everything in it; [`clock::now`] reads the time; [`EventLog::append`] stamps and keeps, and has
//! written to disk when it returns; [`EventLog::news`] brings what another instance wrote since.

mod backup;
pub mod clock;
mod device;
mod error;
mod events;
pub mod library;
mod mend;
mod paths;
mod schema;

pub use error::StoreError;
pub use events::EventLog;
pub use mend::Mended;
pub use paths::Paths;
