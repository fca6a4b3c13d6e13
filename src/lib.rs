//! opsdrill: a course on DevOps and AWS that lives in the terminal.
//!
//! The modules stand in reading order. `seed` and the next five are the core: pure, without files, clock or
//! terminal. `search` and `store` do all input and output. `tui` and `cli` are the faces.
//! `ARCHITECTURE.md` is the map; `tests/tidy.rs` enforces it.

pub mod seed;
pub mod text;

pub mod content;

pub mod quiz;
pub mod sim;
pub mod study;

pub mod search;
pub mod store;

pub mod cli;
pub mod tui;
