//! The palette: every command that works here, every lesson and every simulator, found by a few letters.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::Rect;

use crate::sim;
use crate::text::Texts;
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::effect::Route;
use crate::tui::keymap::{self, Action, BINDINGS, Scope};
use crate::tui::message::Input;
use crate::tui::widgets::field::Field;

/// What came of a key in the palette.
#[derive(Debug)]
pub enum Chosen {
    /// Nothing yet.
    Nothing,
    /// Closed without a choice.
    Closed,
    /// A command.
    Action(Action),
    /// A place to go to.
    Route(Route),
}

/// What can be chosen, what is typed, and where the cursor is.
pub struct State {
    field: Field,
    entries: Vec<Entry>,
    found: Vec<usize>,
    at: usize,
}

struct Entry {
    label: String,
    key: String,
    searched: String,
    does: Does,
}

#[derive(Clone)]
enum Does {
    Action(Action),
    Route(Route),
}

impl State {
    /// A palette over a screen with these scopes.
    #[must_use]
    pub fn new(scopes: &[Scope], cx: &Cx) -> State {
        let mut entries = commands(scopes, cx.texts);
        entries.extend(places(cx.texts));
        entries.extend(sim::ALL.iter().map(|sim| Entry {
            label: cx.texts.say(&sim.summary()),
            key: format!("sim {}", sim.name()),
            searched: format!("sim {} {}", sim.name(), cx.texts.say(&sim.summary())),
            does: Does::Route(Route::Lab { sim: Some(sim.name()), scenario: None }),
        }));
        entries.extend(cx.course.order().filter(|slug| cx.course.lessons.contains_key(*slug)).map(|slug| Entry {
            label: cx.course.title_of(slug, cx.lang).to_owned(),
            key: slug.to_string(),
            searched: format!("{} {slug}", cx.course.title_of(slug, cx.lang)),
            does: Does::Route(Route::Reader { slug: slug.clone(), anchor: None, lang: None, terms: None }),
        }));
        let found = (0..entries.len()).collect();
        State { field: Field::default(), entries, found, at: 0 }
    }

    /// Takes input in.
    pub fn update(&mut self, input: &Input) -> Chosen {
        match input {
            Input::Do(Action::Back) => return Chosen::Closed,
            Input::Do(Action::Down | Action::Next) => self.at = (self.at + 1).min(self.found.len().saturating_sub(1)),
            Input::Do(Action::Up | Action::Previous) => self.at = self.at.saturating_sub(1),
            Input::Do(Action::Enter) => return self.choose(self.at),
            Input::Row(row) => return self.choose(*row),
            Input::Key(key) if self.field.key(key) => self.find(),
            Input::Paste(text) if self.field.insert(text) => self.find(),
            _ => {}
        }
        Chosen::Nothing
    }

    /// `:q` leaves the program, as in vi, whatever else begins with these letters.
    fn choose(&self, row: usize) -> Chosen {
        if matches!(self.field.text().trim(), "q" | "q!" | "quit" | "wq" | "x") {
            return Chosen::Action(Action::Quit);
        }
        match self.found.get(row).and_then(|at| self.entries.get(*at)).map(|entry| &entry.does) {
            Some(Does::Action(action)) => Chosen::Action(*action),
            Some(Does::Route(route)) => Chosen::Route(route.clone()),
            None => Chosen::Nothing,
        }
    }

    fn find(&mut self) {
        self.at = 0;
        let pattern = Pattern::parse(self.field.text(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut scored: Vec<(u32, usize)> = (0..self.entries.len())
            .filter_map(|at| pattern.score(Utf32Str::new(&self.entries[at].searched, &mut letters), &mut matcher).map(|score| (score, at)))
            .collect();
        scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.found = scored.into_iter().map(|(_, at)| at).collect();
    }

    /// Draws the palette over the screen.
    pub fn view(&self, canvas: &mut Canvas, area: Rect) {
        let wide = area.width.min(72);
        let tall = area.height.min(16);
        let inside = canvas.frame(Rect::new(area.x + (area.width - wide) / 2, area.y + 1.min(area.height - tall), wide, tall));
        let (x, wide) = (inside.x + 1, inside.width.saturating_sub(2));
        canvas.text(x, inside.y, 2, ":", canvas.theme.muted);
        let rows = usize::from(inside.height.saturating_sub(2));
        let first = (self.at + 1).saturating_sub(rows);
        for (y, row) in (inside.y + 2..inside.bottom()).zip(first..self.found.len()) {
            let entry = &self.entries[self.found[row]];
            let style = if row == self.at { canvas.theme.selected } else { canvas.theme.text };
            if row == self.at {
                canvas.text(inside.x, y, 1, canvas.theme.signs.bar, canvas.theme.accent);
            }
            let key = crate::text::cut(&entry.key, usize::from(wide / 2));
            let begin = canvas.text_right(x + wide, y, &key, canvas.theme.muted);
            canvas.text(x + 1, y, begin.saturating_sub(x + 2), &entry.label, style);
            canvas.click(Rect::new(inside.x, y, inside.width, 1), Input::Row(row));
        }
        if self.found.is_empty() {
            let nothing = canvas.texts.get("palette-nothing");
            canvas.text(x + 1, inside.y + 2, wide, &nothing, canvas.theme.muted);
        }
        self.field.view(canvas, Rect::new(x + 2, inside.y, wide.saturating_sub(2), 1), canvas.theme.text);
    }
}

fn commands(scopes: &[Scope], texts: &Texts) -> Vec<Entry> {
    let mut seen: Vec<Action> = Vec::new();
    let mut entries = Vec::new();
    for scope in scopes {
        for binding in BINDINGS.iter().filter(|b| b.scope == *scope) {
            if seen.contains(&binding.action) || binding.action == Action::Palette || is_movement(binding.action) {
                continue;
            }
            seen.push(binding.action);
            let label = texts.get(binding.label);
            entries.push(Entry { searched: label.clone(), label, key: keymap::shown(binding.keys[0]), does: Does::Action(binding.action) });
        }
    }
    entries
}

/// Keys that only move the cursor are no commands.
fn is_movement(action: Action) -> bool {
    use Action::{Bottom, Down, HalfDown, HalfUp, Left, MoveDown, MoveUp, Next, PageDown, PageUp, Pick, Previous, Right, RowDown, RowUp, Toggle, Top, Up};
    matches!(
        action,
        Pick(_)
            | RowDown
            | RowUp
            | MoveDown
            | MoveUp
            | Toggle
            | Down
            | Up
            | Left
            | Right
            | HalfDown
            | HalfUp
            | PageDown
            | PageUp
            | Top
            | Bottom
            | Next
            | Previous
    )
}

/// The screens, which can be opened from everywhere.
fn places(texts: &Texts) -> Vec<Entry> {
    [("key-home", Action::Home), ("key-library", Action::Library), ("key-review", Action::Review), ("key-lab", Action::Lab)]
        .into_iter()
        .map(|(label, action)| {
            let label = texts.get(label);
            Entry { searched: label.clone(), label, key: String::new(), does: Does::Action(action) }
        })
        .collect()
}
