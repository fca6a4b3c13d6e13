//! Colours as meanings, and the signs of the chrome.
//!
//! A theme is a file in `assets/themes`; a style names ANSI-16 colours first, so that it follows
//! the terminal's own palette. Nothing is told by colour alone: a sign stands beside it.

use std::collections::BTreeMap;
use std::str::FromStr;

use include_dir::{Dir, include_dir};
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/themes");

/// How everything is drawn.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Running text.
    pub text: Style,
    /// What is less important: chrome, labels, what was answered.
    pub muted: Style,
    /// What is more important: headings, key names.
    pub strong: Style,
    /// `*emphasis*`.
    pub emphasis: Style,
    /// The one accent: where we are, links, the cursor's row.
    pub accent: Style,
    /// Right, allowed, read.
    pub ok: Style,
    /// Wrong, refused.
    pub bad: Style,
    /// To be careful with, due.
    pub warn: Style,
    /// Inline code and code blocks without colours of their own.
    pub code: Style,
    /// A term that was searched for.
    pub mark: Style,
    /// The row or choice under the cursor.
    pub selected: Style,
    /// Words of a language's own in code.
    pub keyword: Style,
    /// Text between quotes in code.
    pub string: Style,
    /// Numbers in code.
    pub number: Style,
    /// Remarks in code.
    pub comment: Style,
    /// The signs of the chrome.
    pub signs: Signs,
}

/// The signs of the chrome, one set in Unicode and one in ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Before the row under the cursor, and beside alerts.
    pub bar: &'static str,
    /// A thin horizontal line.
    pub line: &'static str,
    /// The filled part of a progress bar.
    pub filled: &'static str,
    /// A thin vertical line between panes.
    pub pane: &'static str,
    /// Read, right, allowed.
    pub done: &'static str,
    /// Half read.
    pub half: &'static str,
    /// Unread.
    pub open: &'static str,
    /// Wrong, refused.
    pub wrong: &'static str,
    /// Due.
    pub due: &'static str,
    /// Before the parts of a path.
    pub into: &'static str,
    /// Before a question.
    pub question: &'static str,
    /// Before an item that is being moved.
    pub held: &'static str,
    /// Between things that belong together.
    pub pair: &'static str,
    /// A bullet.
    pub bullet: &'static str,
    /// A folded branch of a tree.
    pub folded: &'static str,
    /// An unfolded branch of a tree.
    pub unfolded: &'static str,
    /// Before a search field.
    pub find: &'static str,
    /// Corners of a floating frame: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
}

impl Signs {
    /// For terminals that draw Unicode.
    pub const UNICODE: Signs = Signs {
        bar: "▌",
        line: "─",
        filled: "━",
        pane: "│",
        done: "✓",
        half: "◐",
        open: "·",
        wrong: "✗",
        due: "•",
        into: "›",
        question: "?",
        held: "↕",
        pair: "→",
        bullet: "•",
        folded: "▸",
        unfolded: "▾",
        find: "⌕",
        corners: ["╭", "╮", "╰", "╯"],
    };
    /// For terminals that draw such signs two cells wide.
    pub const ASCII: Signs = Signs {
        bar: "|",
        line: "-",
        filled: "=",
        pane: "|",
        done: "v",
        half: "/",
        open: ".",
        wrong: "x",
        due: "*",
        into: ">",
        question: "?",
        held: "^",
        pair: ">",
        bullet: "*",
        folded: "+",
        unfolded: "-",
        find: "/",
        corners: ["+", "+", "+", "+"],
    };
}

impl Theme {
    /// The names of all themes, for `--theme` and its complaint.
    #[must_use]
    pub fn names() -> Vec<String> {
        let mut names: Vec<String> = THEMES.files().filter_map(|f| f.path().file_stem()?.to_str().map(str::to_owned)).collect();
        names.sort();
        names
    }

    /// The theme of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Theme> {
        let text = THEMES.get_file(format!("{name}.toml"))?.contents_utf8()?;
        let file: File = toml::from_str(text).ok()?;
        Some(file.theme())
    }
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    ascii: bool,
    style: BTreeMap<String, String>,
}

impl File {
    fn theme(&self) -> Theme {
        let style = |name: &str| self.style.get(name).map(|words| read_style(words)).unwrap_or_default();
        Theme {
            text: style("text"),
            muted: style("muted"),
            strong: style("strong"),
            emphasis: style("emphasis"),
            accent: style("accent"),
            ok: style("ok"),
            bad: style("bad"),
            warn: style("warn"),
            code: style("code"),
            mark: style("mark"),
            selected: style("selected"),
            keyword: style("keyword"),
            string: style("string"),
            number: style("number"),
            comment: style("comment"),
            signs: if self.ascii { Signs::ASCII } else { Signs::UNICODE },
        }
    }
}

/// `"yellow bold on black"`: a colour, modifiers, and after `on` a background.
fn read_style(words: &str) -> Style {
    let mut style = Style::new();
    let mut background = false;
    for word in words.split_whitespace() {
        style = match word {
            "on" => {
                background = true;
                style
            }
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underlined" => style.add_modifier(Modifier::UNDERLINED),
            "reversed" => style.add_modifier(Modifier::REVERSED),
            colour => match Color::from_str(colour) {
                Ok(colour) if background => style.bg(colour),
                Ok(colour) => style.fg(colour),
                Err(_) => style,
            },
        };
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_names_every_style() {
        let names: Vec<String> = Theme::names();
        assert_eq!(names, ["ascii", "dark", "light", "mono"]);
        for name in names {
            let file: File = toml::from_str(THEMES.get_file(format!("{name}.toml")).unwrap().contents_utf8().unwrap()).unwrap();
            let styles: Vec<&str> = file.style.keys().map(String::as_str).collect();
            let expected =
                ["accent", "bad", "code", "comment", "emphasis", "keyword", "mark", "muted", "number", "ok", "selected", "string", "strong", "text", "warn"];
            assert_eq!(styles, expected, "{name}");
        }
    }

    #[test]
    fn a_style_is_read_from_words() {
        assert_eq!(read_style("yellow bold on black"), Style::new().fg(Color::Yellow).bg(Color::Black).add_modifier(Modifier::BOLD));
        assert_eq!(read_style(""), Style::new());
    }

    #[test]
    fn mono_has_no_colour() {
        let theme = Theme::named("mono").unwrap();
        for style in [theme.accent, theme.ok, theme.bad, theme.warn, theme.code, theme.mark, theme.selected, theme.muted] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}
