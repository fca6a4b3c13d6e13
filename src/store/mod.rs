//! Where things lie: directories, courses, the event log. The only layer that touches files.

mod error;
pub mod library;

pub use error::StoreError;
