use std::io::IsTerminal;

use clap::builder::styling::{AnsiColor, Style};

use super::args::Color;
use crate::sim::Tone;

/// Whether what is printed has colours, and which: the meanings of [`Tone`] in the terminal's own palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// For what goes to standard output.
    #[must_use]
    pub fn stdout(when: Color) -> Paint {
        Paint::decide(when, std::io::stdout().is_terminal())
    }

    /// For what goes to standard error.
    #[must_use]
    pub fn stderr(when: Color) -> Paint {
        Paint::decide(when, std::io::stderr().is_terminal())
    }

    /// Whether there are colours at all.
    #[must_use]
    pub const fn is_on(self) -> bool {
        self.on
    }

    fn decide(when: Color, terminal: bool) -> Paint {
        let on = match when {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        };
        Paint { on }
    }

    /// The text as that meaning is shown.
    #[must_use]
    pub fn tone(self, tone: Tone, text: &str) -> String {
        let plain = Style::new();
        self.style(
            match tone {
                Tone::Plain => plain,
                Tone::Muted => plain.dimmed(),
                Tone::Good => plain.fg_color(Some(AnsiColor::Green.into())),
                Tone::Bad => plain.fg_color(Some(AnsiColor::Red.into())),
                Tone::Warn => plain.fg_color(Some(AnsiColor::Yellow.into())),
                Tone::Strong => plain.bold(),
            },
            text,
        )
    }

    /// The text in the accent colour.
    #[must_use]
    pub fn accent(self, text: &str) -> String {
        self.style(Style::new().fg_color(Some(AnsiColor::Cyan.into())), text)
    }

    fn style(self, style: Style, text: &str) -> String {
        if self.on && !style.is_plain() && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}
