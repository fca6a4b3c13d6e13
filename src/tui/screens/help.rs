//! The keys that work here, read from the one table.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use crate::text::pad;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::{self, Action, BINDINGS, Binding, Scope};
use crate::tui::message::Input;

/// The scopes shown and how far down the list is scrolled.
pub struct State {
    scopes: Vec<Scope>,
    scroll: usize,
}

impl State {
    /// The help for a screen with these scopes, the innermost first.
    #[must_use]
    pub fn new(scopes: &[Scope]) -> State {
        State { scopes: scopes.to_vec(), scroll: 0 }
    }

    /// Takes input in and says whether the help is closed by it.
    pub fn update(&mut self, input: &Input, area: Rect) -> bool {
        let page = usize::from(frame_area(area).height.saturating_sub(2)).max(1);
        let last = self.rows().len().saturating_sub(page);
        self.scroll = match input {
            Input::Do(Action::Down) => self.scroll + 1,
            Input::Do(Action::Up) => self.scroll.saturating_sub(1),
            Input::Do(Action::PageDown) => self.scroll + page,
            Input::Do(Action::PageUp) => self.scroll.saturating_sub(page),
            Input::Do(Action::Top) => 0,
            Input::Do(Action::Bottom) => last,
            Input::Wheel(lines) => self.scroll.saturating_add_signed(isize::try_from(*lines).unwrap_or(0)),
            Input::Do(Action::Back | Action::Help | Action::Enter) | Input::Key(KeyEvent { code: KeyCode::Char(_), .. }) => return true,
            _ => self.scroll,
        }
        .min(last);
        false
    }

    fn rows(&self) -> Vec<Row> {
        let scopes = self.scopes.iter().enumerate();
        scopes
            .flat_map(|(depth, scope)| {
                // One row speaks for all that do the same with another number; a key that an inner scope takes isn't promised.
                let free = |b: &Binding| b.keys.iter().any(|key| !keymap::is_covered(key, &self.scopes[..depth]));
                let bindings = BINDINGS.iter().filter(|b| b.scope == *scope && !matches!(b.action, Action::Pick(2..) | Action::Fix(2..)) && free(b));
                let bindings: Vec<Row> = bindings.map(|binding| Row::Key(binding, depth)).collect();
                let title = if bindings.is_empty() { None } else { Some(Row::Title(*scope)) };
                title.into_iter().chain(bindings).chain([Row::Gap])
            })
            .collect()
    }

    /// Draws the help over the screen.
    pub fn view(&self, canvas: &mut Canvas, area: Rect) {
        let inside = canvas.frame(frame_area(area));
        let (x, wide) = (inside.x + 2, inside.width.saturating_sub(4));
        for (y, row) in (inside.y..inside.bottom()).zip(self.rows().into_iter().skip(self.scroll)) {
            match row {
                Row::Title(scope) => {
                    let title = canvas.texts.get(scope.title());
                    canvas.text(x, y, wide, &title, canvas.theme.strong);
                }
                Row::Key(binding, depth) => {
                    let free = binding.keys.iter().filter(|key| !keymap::is_covered(key, &self.scopes[..depth]));
                    let keys: Vec<String> = binding.shown.map_or_else(|| free.map(|k| keymap::shown(k)).collect(), |shown| vec![shown.to_owned()]);
                    canvas.text(x + 2, y, 20, &pad(&keys.join("  "), 20), canvas.theme.text);
                    let label = canvas.texts.get(binding.label);
                    canvas.text(x + 23, y, wide.saturating_sub(23), &label, canvas.theme.muted);
                }
                Row::Gap => {}
            }
        }
    }
}

enum Row {
    Title(Scope),
    /// A row of the table, and how many scopes lie inside its own.
    Key(&'static Binding, usize),
    Gap,
}

fn frame_area(area: Rect) -> Rect {
    let (width, height) = (area.width.min(66), area.height.saturating_sub(2));
    Rect::new(area.x + (area.width - width) / 2, area.y + 1, width, height)
}
