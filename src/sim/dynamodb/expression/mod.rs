//! Expressions: the small language of conditions, filters, projections, keys and updates.

mod condition;
mod evaluate;
mod key;
mod parse;
mod path;
mod placeholder;
mod token;
mod update;

pub use condition::{Comparator, Condition, Function, Node, Operand};
pub use evaluate::{failing, holds};
pub use key::{KeyCondition, Range};
pub use parse::condition;
pub use path::{Path, project, projection};
pub use placeholder::Placeholders;
pub use update::Update;
