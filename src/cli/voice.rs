use std::time::Instant;

use super::args::Global;
use crate::text::{Message, Texts};

/// What is said on standard error beside the work: less with `-q`, more with `-v`.
///
/// Errors are not its business: they are said in any case.
#[derive(Clone, Copy)]
pub struct Voice {
    quiet: bool,
    verbose: bool,
    /// The sentences of the reader's language.
    pub texts: &'static Texts,
}

impl Voice {
    /// The voice that the command line asks for.
    #[must_use]
    pub fn of(global: &Global, texts: &'static Texts) -> Voice {
        Voice { quiet: global.quiet, verbose: global.verbose, texts }
    }

    /// Says something that is no error and that one can do without.
    pub fn notice(&self, message: &Message) {
        if !self.quiet {
            self.say(message);
        }
    }

    /// Says what is being done.
    pub fn detail(&self, message: &Message) {
        if self.verbose {
            self.say(message);
        }
    }

    /// Says what must be known.
    pub fn say(&self, message: &Message) {
        eprintln!("opsdrill: {}", self.texts.say(message));
    }
}

/// The whole milliseconds since `begun`.
#[must_use]
pub fn since(begun: Instant) -> u64 {
    u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX)
}
