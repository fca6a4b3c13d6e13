//! The terminal face: state, keys, drawing, and the one place that blocks.
//!
//! `App::update` changes the state without input or output and returns effects; `runtime` performs
//! them and sends what comes of it back as messages. Screens are a closed enum; each has its
//! `State`, `update` and `view`.

pub mod app;
pub mod canvas;
mod context;
pub mod effect;
mod jobs;
mod keeper;
pub mod keymap;
#[cfg(test)]
mod made_up;
pub mod message;
mod runtime;
mod said;
pub mod screens;
#[cfg(test)]
mod snapshot;
mod stack;
mod terminal;
pub mod theme;
pub mod widgets;

pub use jobs::Sources;
pub use runtime::{Options, run};
