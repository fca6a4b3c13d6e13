//! Things that screens draw: each takes a canvas and a place, none knows a screen.

pub mod chrome;
pub mod code;
pub mod editor;
pub mod field;
pub mod panel;
pub mod prose;
pub mod question;
pub mod wrapped;
