//! Where things lie: directories, courses, the event log. The only layer that touches files.
//!
//! The way of an answer: [`Paths::find`] says where; [`Journal::open`] gives the log and
//! everything in it; [`clock::now`] reads the time; [`Journal::record`] stamps and keeps, and has
//! written to disk when it returns, or else tries again with [`Journal::retry`];
//! [`Journal::news`] brings what another instance wrote since.

mod backup;
pub mod clock;
mod device;
mod error;
mod events;
mod journal;
pub mod library;
mod mend;
mod paths;
mod schema;
mod shelf;

pub use error::StoreError;
pub use events::EventLog;
pub use journal::{Journal, Left};
pub use mend::Mended;
pub use paths::Paths;
