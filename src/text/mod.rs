//! Words on their way to a person: messages, languages, Hangul, display width.
//!
//! This layer knows no lesson, no simulator and no terminal. Everything above it says what it
//! means as a [`Message`]; a face turns that into a sentence with [`Texts`].

mod clean;
pub mod hangul;
mod lang;
mod message;
mod nearest;
mod number;
mod texts;
mod toml;
mod width;
mod wrap;

pub use clean::{clean, clean_line, half_width, showable, unshowable};
pub use lang::{ByLang, Lang};
pub use message::{Arg, Message};
pub use nearest::nearest;
pub use number::group;
pub use texts::Texts;
pub use toml::broken_toml;
pub use width::{cut, excerpt, pad, width};
pub use wrap::{Run, wrap};
