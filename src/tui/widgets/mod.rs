//! Things that screens draw: each takes a canvas and a place, none knows a screen.

pub mod chrome;
pub mod field;
