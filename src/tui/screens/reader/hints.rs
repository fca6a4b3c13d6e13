//! Letters beside what is on screen: a link to follow, or something to copy.

use super::State;
use crate::content::{BlockKind, Target};
use crate::text::{Message as Sentence, width};
use crate::tui::app::Cx;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, name};
use crate::tui::message::Input;
use crate::tui::screens::lab::shell_command;
use crate::tui::widgets::prose::Act;

/// The letters, the easiest to reach first. `q` is not among them: it leaves.
const LETTERS: &str = "asdfjklghwertuiopzxcvbnm";

/// Letters in use.
pub struct Hints {
    /// What each stands for.
    pub targets: Vec<Place>,
    /// What has been typed of a label.
    typed: String,
    /// The one that Enter takes.
    pub cursor: usize,
}

/// Something that a label stands for.
pub struct Place {
    /// The letters.
    pub label: String,
    /// Where it begins: line of the page, cell.
    pub at: (usize, usize),
    does: Does,
}

#[derive(Clone)]
enum Does {
    Act(usize),
    Copy(String),
}

impl Hints {
    fn new(found: Vec<((usize, usize), Does)>) -> Hints {
        let labels = labels(found.len());
        let targets = found.into_iter().zip(labels).map(|((at, does), label)| Place { label, at, does }).collect();
        Hints { targets, typed: String::new(), cursor: 0 }
    }

    /// The letters of a target that are still to be typed; `None` if others were typed.
    #[must_use]
    pub fn rest<'a>(&self, target: &'a Place) -> Option<&'a str> {
        target.label.strip_prefix(self.typed.as_str())
    }
}

/// As many labels as are needed: one letter each, or two where one is not enough.
fn labels(count: usize) -> Vec<String> {
    if count <= LETTERS.len() {
        return LETTERS.chars().take(count).map(String::from).collect();
    }
    LETTERS.chars().flat_map(|first| LETTERS.chars().map(move |second| format!("{first}{second}"))).take(count).collect()
}

impl State {
    /// Puts a letter beside each link and scenario on screen.
    pub(super) fn open_hints(&mut self) -> Vec<Effect> {
        let found: Vec<_> =
            self.acts_on_screen().into_iter().filter(|(_, number)| self.is_hinted(*number)).map(|(at, number)| (at, Does::Act(number))).collect();
        if found.is_empty() {
            return vec![Effect::Tell(Sentence::new("reader-no-links"))];
        }
        self.hints = Some(Hints::new(found));
        Vec::new()
    }

    fn is_hinted(&self, number: usize) -> bool {
        match self.page.act(number) {
            Some((_, Act::Follow(_))) => true,
            Some((index, Act::Row(_))) => self.block_of(index).is_some_and(|block| matches!(block.kind, BlockKind::Scenario(_))),
            _ => false,
        }
    }

    /// Copies the code that is on screen, or asks by letters which of several; without code, a link.
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        if let Some(BlockKind::Scenario(scenario)) = self.focus.and_then(|index| self.block_of(index)).map(|block| &block.kind) {
            return copied(shell_command(&scenario.sim, &scenario.text));
        }
        let code = self.code_on_screen();
        let mut found = if code.is_empty() { self.urls_on_screen() } else { code };
        match found.len() {
            0 => vec![Effect::Tell(Sentence::new("reader-nothing-to-copy"))],
            1 => copied(found.remove(0).1),
            _ => {
                self.hints = Some(Hints::new(found.into_iter().map(|(at, text)| (at, Does::Copy(text))).collect()));
                Vec::new()
            }
        }
    }

    fn code_on_screen(&self) -> Vec<((usize, usize), String)> {
        let (top, bottom) = (self.top, self.top + self.frame.height());
        let code = self.page.pieces().iter().flat_map(|piece| piece.prose.code.iter().map(move |snippet| (piece.top, snippet)));
        let on_screen = code.filter(|(at, snippet)| at + snippet.lines.start < bottom && at + snippet.lines.end > top);
        on_screen.map(|(at, snippet)| (((at + snippet.lines.start).max(top), 0), snippet.text.clone())).collect()
    }

    fn urls_on_screen(&self) -> Vec<((usize, usize), String)> {
        let url = |number: usize| match self.page.act(number) {
            Some((_, Act::Follow(Target::Url(url)))) => Some(url.clone()),
            _ => None,
        };
        self.acts_on_screen().into_iter().filter_map(|(at, number)| Some((at, url(number)?))).collect()
    }

    /// Where each act on screen begins, with its number.
    fn acts_on_screen(&self) -> Vec<((usize, usize), usize)> {
        let mut found: Vec<((usize, usize), usize)> = Vec::new();
        for (number, acts, line) in self.page.lines_from(self.top).take_while(|(number, ..)| *number < self.top + self.frame.height()) {
            let mut cell = 0;
            for run in &line.runs {
                if let Some(act) = run.style.act.map(|act| act + acts).filter(|act| found.iter().all(|(_, known)| known != act)) {
                    found.push(((number, cell), act));
                }
                cell += width(&run.text);
            }
        }
        found
    }

    /// Takes input while letters are shown.
    pub(super) fn choose_hint(&mut self, input: &Input, cx: &Cx) -> Option<Vec<Effect>> {
        let hints = self.hints.as_mut()?;
        let of = hints.targets.len();
        match input {
            Input::Key(key) => {
                hints.typed.push_str(&name(key));
                let left: Vec<usize> = (0..of).filter(|at| hints.rest(&hints.targets[*at]).is_some()).collect();
                match left.as_slice() {
                    [] => self.hints = None,
                    [one] if hints.rest(&hints.targets[*one]) == Some("") => return Some(self.take_hint(*one, cx)),
                    [first, ..] => hints.cursor = *first,
                }
            }
            Input::Do(Action::Next) => hints.cursor = (hints.cursor + 1) % of.max(1),
            Input::Do(Action::Previous) => hints.cursor = (hints.cursor + of.saturating_sub(1)) % of.max(1),
            Input::Do(Action::Enter) => return Some(self.take_hint(self.hints.as_ref()?.cursor, cx)),
            Input::Do(_) | Input::Wheel(_) => self.hints = None,
            _ => return None,
        }
        Some(Vec::new())
    }

    fn take_hint(&mut self, at: usize, cx: &Cx) -> Vec<Effect> {
        let Some(hints) = self.hints.take() else { return Vec::new() };
        match hints.targets.get(at).map(|target| target.does.clone()) {
            Some(Does::Act(number)) => self.clicked(number, cx),
            Some(Does::Copy(text)) => copied(text),
            None => Vec::new(),
        }
    }
}

fn copied(text: String) -> Vec<Effect> {
    let first = text.lines().next().unwrap_or_default().to_owned();
    vec![Effect::Copy(text), Effect::Tell(Sentence::new("reader-copied").with("text", first))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_distinct_and_none_begins_another() {
        for count in [1, 24, 25, 200] {
            let labels = labels(count);
            assert_eq!(labels.len(), count);
            for (at, label) in labels.iter().enumerate() {
                assert!(labels.iter().enumerate().all(|(other, l)| other == at || !l.starts_with(label.as_str())), "{label} of {count}");
            }
        }
    }
}
