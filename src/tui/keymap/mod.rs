//! The one table of keys: dispatch, hint line, help page and palette are all read from it.

mod name;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub use name::{Action, Scope};

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys, the first of them the one that is shown. `ctrl-d`, `s-tab`, `enter`, `G`.
    pub keys: &'static [&'static str],
    /// What it asks for.
    pub action: Action,
    /// The id of the words shown beside it.
    pub label: &'static str,
    /// Whether the hint line shows it.
    pub hint: bool,
    /// What is shown in the place of the first key: `a-d` for a row that stands for four.
    pub shown: Option<&'static str>,
}

impl Binding {
    /// Its key as people read it.
    #[must_use]
    pub fn shown(&self) -> String {
        self.shown.map_or_else(|| shown(self.keys.first().copied().unwrap_or_default()), str::to_owned)
    }
}

const fn key(scope: Scope, keys: &'static [&'static str], action: Action, label: &'static str) -> Binding {
    Binding { scope, keys, action, label, hint: false, shown: None }
}

const fn hint(scope: Scope, keys: &'static [&'static str], action: Action, label: &'static str) -> Binding {
    Binding { scope, keys, action, label, hint: true, shown: None }
}

/// A row that speaks for those below it, which do the same with another number.
const fn range(scope: Scope, keys: &'static [&'static str], action: Action, (label, shown): (&'static str, &'static str)) -> Binding {
    Binding { scope, keys, action, label, hint: true, shown: Some(shown) }
}

/// Every key of the program.
pub const BINDINGS: &[Binding] = &[
    hint(Scope::Home, &["enter"], Action::Enter, "key-go-on"),
    hint(Scope::Home, &["r"], Action::Review, "key-review"),
    hint(Scope::Home, &["/"], Action::Search, "key-search"),
    hint(Scope::Home, &["l"], Action::Library, "key-library"),
    hint(Scope::Home, &["s"], Action::Lab, "key-lab"),
    key(Scope::Home, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Home, &["k", "up"], Action::Up, "key-up"),
    hint(Scope::Library, &["enter"], Action::Enter, "key-open"),
    hint(Scope::Library, &["/", "f"], Action::Find, "key-filter"),
    hint(Scope::Library, &["h", "left"], Action::Left, "key-fold"),
    key(Scope::Library, &["l", "right"], Action::Right, "key-unfold"),
    key(Scope::Library, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Library, &["k", "up"], Action::Up, "key-up"),
    key(Scope::Library, &["ctrl-d"], Action::HalfDown, "key-half-down"),
    key(Scope::Library, &["ctrl-u"], Action::HalfUp, "key-half-up"),
    key(Scope::Library, &["space", "pgdn"], Action::PageDown, "key-page-down"),
    key(Scope::Library, &["b", "pgup"], Action::PageUp, "key-page-up"),
    key(Scope::Library, &["g", "home"], Action::Top, "key-top"),
    key(Scope::Library, &["G", "end"], Action::Bottom, "key-bottom"),
    hint(Scope::LibraryFilter, &["enter"], Action::Enter, "key-open"),
    hint(Scope::LibraryFilter, &["down"], Action::Down, "key-down"),
    key(Scope::LibraryFilter, &["up"], Action::Up, "key-up"),
    hint(Scope::LibraryFilter, &["esc"], Action::Back, "key-close"),
    key(Scope::Reader, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Reader, &["k", "up"], Action::Up, "key-up"),
    hint(Scope::Reader, &["space", "pgdn"], Action::PageDown, "key-page-down"),
    key(Scope::Reader, &["b", "pgup"], Action::PageUp, "key-page-up"),
    key(Scope::Reader, &["ctrl-d"], Action::HalfDown, "key-half-down"),
    key(Scope::Reader, &["ctrl-u"], Action::HalfUp, "key-half-up"),
    key(Scope::Reader, &["g", "home"], Action::Top, "key-top"),
    key(Scope::Reader, &["G", "end"], Action::Bottom, "key-bottom"),
    key(Scope::Reader, &["enter"], Action::Enter, "key-open"),
    hint(Scope::Reader, &["tab"], Action::Next, "key-next-question"),
    key(Scope::Reader, &["s-tab"], Action::Previous, "key-previous-question"),
    hint(Scope::Reader, &["/"], Action::Find, "key-find"),
    key(Scope::Reader, &["n"], Action::FindNext, "key-find-next"),
    key(Scope::Reader, &["N"], Action::FindPrevious, "key-find-previous"),
    hint(Scope::Reader, &["f", "ctrl-y"], Action::Hints, "key-links"),
    hint(Scope::Reader, &["o"], Action::Outline, "key-outline"),
    key(Scope::Reader, &["y"], Action::Copy, "key-copy"),
    key(Scope::Reader, &["e"], Action::MarkRead, "key-mark-read"),
    hint(Scope::Reader, &["]"], Action::NextLesson, "key-next-lesson"),
    key(Scope::Reader, &["["], Action::PreviousLesson, "key-previous-lesson"),
    hint(Scope::Find, &["enter"], Action::Enter, "key-find-done"),
    hint(Scope::Find, &["down", "tab"], Action::Down, "key-find-next"),
    key(Scope::Find, &["up", "s-tab"], Action::Up, "key-find-previous"),
    hint(Scope::Find, &["esc"], Action::Back, "key-close"),
    hint(Scope::Hints, &["tab", "down"], Action::Next, "key-next-field"),
    key(Scope::Hints, &["s-tab", "up"], Action::Previous, "key-previous-field"),
    hint(Scope::Hints, &["enter"], Action::Enter, "key-choose"),
    hint(Scope::Hints, &["esc"], Action::Back, "key-close"),
    hint(Scope::Outline, &["enter"], Action::Enter, "key-open"),
    hint(Scope::Outline, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Outline, &["k", "up"], Action::Up, "key-up"),
    key(Scope::Outline, &["g", "home"], Action::Top, "key-top"),
    key(Scope::Outline, &["G", "end"], Action::Bottom, "key-bottom"),
    hint(Scope::Outline, &["o", "esc", "q"], Action::Back, "key-close"),
    range(Scope::Question, &["a", "1"], Action::Pick(1), ("key-pick", "a-d")),
    key(Scope::Question, &["b", "2"], Action::Pick(2), "key-pick"),
    key(Scope::Question, &["c", "3"], Action::Pick(3), "key-pick"),
    key(Scope::Question, &["d", "4"], Action::Pick(4), "key-pick"),
    key(Scope::Question, &["5"], Action::Pick(5), "key-pick"),
    key(Scope::Question, &["6"], Action::Pick(6), "key-pick"),
    key(Scope::Question, &["7"], Action::Pick(7), "key-pick"),
    key(Scope::Question, &["8"], Action::Pick(8), "key-pick"),
    key(Scope::Question, &["9"], Action::Pick(9), "key-pick"),
    key(Scope::Question, &["down"], Action::RowDown, "key-row-down"),
    key(Scope::Question, &["up"], Action::RowUp, "key-row-up"),
    key(Scope::Question, &["space"], Action::Toggle, "key-toggle"),
    key(Scope::Question, &["J", "alt-down"], Action::MoveDown, "key-move-down"),
    key(Scope::Question, &["K", "alt-up"], Action::MoveUp, "key-move-up"),
    hint(Scope::Question, &["enter"], Action::Enter, "key-answer"),
    hint(Scope::Question, &["h", "ctrl-g"], Action::Hint, "key-hint"),
    hint(Scope::Question, &["esc"], Action::Back, "key-back"),
    hint(Scope::Answer, &["enter"], Action::Enter, "key-answer"),
    hint(Scope::Answer, &["tab", "down"], Action::Next, "key-next-field"),
    key(Scope::Answer, &["s-tab", "up"], Action::Previous, "key-previous-field"),
    hint(Scope::Answer, &["ctrl-g"], Action::Hint, "key-hint"),
    hint(Scope::Answer, &["esc"], Action::Back, "key-back"),
    hint(Scope::Answered, &["enter"], Action::Enter, "key-go-on"),
    hint(Scope::Answered, &["r", "ctrl-r"], Action::Again, "key-again"),
    hint(Scope::Answered, &["esc"], Action::Back, "key-back"),
    hint(Scope::AnsweredDrill, &["enter"], Action::OpenLab, "key-see-in-lab"),
    hint(Scope::AnsweredDrill, &["r", "ctrl-r"], Action::Again, "key-new-numbers"),
    hint(Scope::AnsweredDrill, &["esc"], Action::Back, "key-back"),
    hint(Scope::Scenario, &["enter"], Action::Enter, "key-change-in-lab"),
    hint(Scope::Scenario, &["y"], Action::Copy, "key-copy-command"),
    hint(Scope::Scenario, &["esc"], Action::Back, "key-back"),
    hint(Scope::Compare, &["1"], Action::GradeAgain, "key-grade-again"),
    hint(Scope::Compare, &["2"], Action::GradeHard, "key-grade-hard"),
    hint(Scope::Compare, &["3", "enter"], Action::GradeGood, "key-grade-good"),
    hint(Scope::Compare, &["4"], Action::GradeEasy, "key-grade-easy"),
    hint(Scope::Compare, &["esc"], Action::Back, "key-back"),
    key(Scope::Grade, &["1"], Action::GradeAgain, "key-grade-again"),
    key(Scope::Grade, &["2"], Action::GradeHard, "key-grade-hard"),
    key(Scope::Grade, &["3"], Action::GradeGood, "key-grade-good"),
    key(Scope::Grade, &["4"], Action::GradeEasy, "key-grade-easy"),
    hint(Scope::Grade, &["enter", "space"], Action::Enter, "key-accept"),
    hint(Scope::Review, &["u", "ctrl-b"], Action::Undo, "key-undo"),
    hint(Scope::Review, &["s", "ctrl-s"], Action::Skip, "key-skip"),
    hint(Scope::Review, &["!"], Action::Flag, "key-flag"),
    hint(Scope::Review, &["o"], Action::Source, "key-source"),
    key(Scope::Review, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Review, &["k", "up"], Action::Up, "key-up"),
    key(Scope::Review, &["ctrl-d", "pgdn"], Action::PageDown, "key-page-down"),
    key(Scope::Review, &["ctrl-u", "pgup"], Action::PageUp, "key-page-up"),
    hint(Scope::Review, &["q", "esc"], Action::Back, "key-stop"),
    hint(Scope::ReviewEnd, &["enter"], Action::Enter, "key-read-on"),
    hint(Scope::ReviewEnd, &["r"], Action::Again, "key-more-new"),
    hint(Scope::ReviewEnd, &["u", "ctrl-b"], Action::Undo, "key-undo"),
    hint(Scope::ReviewEnd, &["q", "esc"], Action::Back, "key-back"),
    hint(Scope::Search, &["enter"], Action::Enter, "key-open"),
    key(Scope::Search, &["down", "ctrl-n"], Action::Down, "key-down"),
    key(Scope::Search, &["up"], Action::Up, "key-up"),
    key(Scope::Search, &["pgdn"], Action::PageDown, "key-page-down"),
    key(Scope::Search, &["pgup"], Action::PageUp, "key-page-up"),
    hint(Scope::Search, &["tab"], Action::Next, "key-preview"),
    hint(Scope::Search, &["esc"], Action::Back, "key-back"),
    hint(Scope::Preview, &["enter"], Action::Enter, "key-open"),
    hint(Scope::Preview, &["tab", "s-tab"], Action::Next, "key-to-list"),
    key(Scope::Preview, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Preview, &["k", "up"], Action::Up, "key-up"),
    key(Scope::Preview, &["ctrl-d"], Action::HalfDown, "key-half-down"),
    key(Scope::Preview, &["ctrl-u"], Action::HalfUp, "key-half-up"),
    key(Scope::Preview, &["space", "pgdn"], Action::PageDown, "key-page-down"),
    key(Scope::Preview, &["b", "pgup"], Action::PageUp, "key-page-up"),
    key(Scope::Preview, &["g", "home"], Action::Top, "key-top"),
    key(Scope::Preview, &["G", "end"], Action::Bottom, "key-bottom"),
    hint(Scope::Lab, &["enter"], Action::Enter, "key-open"),
    range(Scope::Lab, &["1"], Action::Pick(1), ("key-example", "1-9")),
    key(Scope::Lab, &["2"], Action::Pick(2), "key-example"),
    key(Scope::Lab, &["3"], Action::Pick(3), "key-example"),
    key(Scope::Lab, &["4"], Action::Pick(4), "key-example"),
    key(Scope::Lab, &["5"], Action::Pick(5), "key-example"),
    key(Scope::Lab, &["6"], Action::Pick(6), "key-example"),
    key(Scope::Lab, &["7"], Action::Pick(7), "key-example"),
    key(Scope::Lab, &["8"], Action::Pick(8), "key-example"),
    key(Scope::Lab, &["9"], Action::Pick(9), "key-example"),
    hint(Scope::Lab, &["d"], Action::Drill, "key-drill"),
    key(Scope::Lab, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Lab, &["k", "up"], Action::Up, "key-up"),
    key(Scope::Lab, &["ctrl-d"], Action::HalfDown, "key-half-down"),
    key(Scope::Lab, &["ctrl-u"], Action::HalfUp, "key-half-up"),
    key(Scope::Lab, &["space", "pgdn"], Action::PageDown, "key-page-down"),
    key(Scope::Lab, &["b", "pgup"], Action::PageUp, "key-page-up"),
    key(Scope::Lab, &["g", "home"], Action::Top, "key-top"),
    key(Scope::Lab, &["G", "end"], Action::Bottom, "key-bottom"),
    hint(Scope::Editor, &["tab"], Action::Next, "key-outcome"),
    hint(Scope::Editor, &["ctrl-z"], Action::Undo, "key-undo"),
    key(Scope::Editor, &["ctrl-r", "ctrl-y"], Action::Redo, "key-redo"),
    key(Scope::Editor, &["ctrl-g"], Action::Fix(1), "key-mend"),
    hint(Scope::Editor, &["esc"], Action::Back, "key-back"),
    range(Scope::Fixes, &["1"], Action::Fix(1), ("key-fix", "1-9")),
    key(Scope::Fixes, &["2"], Action::Fix(2), "key-fix"),
    key(Scope::Fixes, &["3"], Action::Fix(3), "key-fix"),
    key(Scope::Fixes, &["4"], Action::Fix(4), "key-fix"),
    key(Scope::Fixes, &["5"], Action::Fix(5), "key-fix"),
    key(Scope::Fixes, &["6"], Action::Fix(6), "key-fix"),
    key(Scope::Fixes, &["7"], Action::Fix(7), "key-fix"),
    key(Scope::Fixes, &["8"], Action::Fix(8), "key-fix"),
    key(Scope::Fixes, &["9"], Action::Fix(9), "key-fix"),
    hint(Scope::Outcome, &["tab", "s-tab"], Action::Next, "key-editor"),
    hint(Scope::Outcome, &["right"], Action::Right, "key-next-step"),
    key(Scope::Outcome, &["left"], Action::Left, "key-previous-step"),
    key(Scope::Outcome, &["w"], Action::Explain, "key-why"),
    hint(Scope::Outcome, &["d"], Action::Drill, "key-drill"),
    hint(Scope::Outcome, &["x"], Action::Example, "key-next-example"),
    hint(Scope::Outcome, &["u", "ctrl-z"], Action::Undo, "key-undo"),
    key(Scope::Outcome, &["ctrl-r", "ctrl-y"], Action::Redo, "key-redo"),
    key(Scope::Outcome, &["y"], Action::Copy, "key-copy-command"),
    key(Scope::Outcome, &["]"], Action::NextOutcome, "key-next-outcome"),
    key(Scope::Outcome, &["["], Action::PreviousOutcome, "key-previous-outcome"),
    key(Scope::Outcome, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Outcome, &["k", "up"], Action::Up, "key-up"),
    key(Scope::Outcome, &["ctrl-d"], Action::HalfDown, "key-half-down"),
    key(Scope::Outcome, &["ctrl-u"], Action::HalfUp, "key-half-up"),
    key(Scope::Outcome, &["space", "pgdn"], Action::PageDown, "key-page-down"),
    key(Scope::Outcome, &["b", "pgup"], Action::PageUp, "key-page-up"),
    key(Scope::Outcome, &["g", "home"], Action::Top, "key-top"),
    key(Scope::Outcome, &["G", "end"], Action::Bottom, "key-bottom"),
    range(Scope::Reasons, &["1"], Action::Pick(1), ("key-open", "1-9")),
    key(Scope::Reasons, &["2"], Action::Pick(2), "key-open"),
    key(Scope::Reasons, &["3"], Action::Pick(3), "key-open"),
    key(Scope::Reasons, &["4"], Action::Pick(4), "key-open"),
    key(Scope::Reasons, &["5"], Action::Pick(5), "key-open"),
    key(Scope::Reasons, &["6"], Action::Pick(6), "key-open"),
    key(Scope::Reasons, &["7"], Action::Pick(7), "key-open"),
    key(Scope::Reasons, &["8"], Action::Pick(8), "key-open"),
    key(Scope::Reasons, &["9"], Action::Pick(9), "key-open"),
    hint(Scope::Reasons, &["esc", "q"], Action::Back, "key-close"),
    hint(Scope::Prompt, &["enter"], Action::Enter, "key-done"),
    hint(Scope::Prompt, &["esc"], Action::Back, "key-close"),
    hint(Scope::Drill, &["enter"], Action::Enter, "key-begin"),
    hint(Scope::Drill, &["right"], Action::Right, "key-harder"),
    hint(Scope::Drill, &["left"], Action::Left, "key-easier"),
    key(Scope::Drill, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Drill, &["k", "up"], Action::Up, "key-up"),
    key(Scope::Drill, &["ctrl-d"], Action::HalfDown, "key-half-down"),
    key(Scope::Drill, &["ctrl-u"], Action::HalfUp, "key-half-up"),
    key(Scope::Drill, &["space", "pgdn"], Action::PageDown, "key-page-down"),
    key(Scope::Drill, &["b", "pgup"], Action::PageUp, "key-page-up"),
    key(Scope::Drill, &["g", "home"], Action::Top, "key-top"),
    key(Scope::Drill, &["G", "end"], Action::Bottom, "key-bottom"),
    hint(Scope::Drill, &["esc", "q"], Action::Back, "key-back"),
    hint(Scope::Drilled, &["enter"], Action::Enter, "key-another"),
    hint(Scope::Drilled, &["s"], Action::OpenLab, "key-see"),
    key(Scope::Drilled, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Drilled, &["k", "up"], Action::Up, "key-up"),
    hint(Scope::Drilled, &["esc", "q"], Action::Back, "key-back"),
    hint(Scope::Palette, &["enter"], Action::Enter, "key-choose"),
    hint(Scope::Palette, &["down", "tab", "ctrl-n"], Action::Down, "key-down"),
    key(Scope::Palette, &["up", "s-tab", "ctrl-p"], Action::Up, "key-up"),
    hint(Scope::Palette, &["esc"], Action::Back, "key-close"),
    hint(Scope::Help, &["j", "down"], Action::Down, "key-down"),
    key(Scope::Help, &["k", "up"], Action::Up, "key-up"),
    key(Scope::Help, &["space", "pgdn", "ctrl-d"], Action::PageDown, "key-page-down"),
    key(Scope::Help, &["b", "pgup", "ctrl-u"], Action::PageUp, "key-page-up"),
    key(Scope::Help, &["g", "home"], Action::Top, "key-top"),
    key(Scope::Help, &["G", "end"], Action::Bottom, "key-bottom"),
    hint(Scope::Help, &["q", "esc", "enter"], Action::Back, "key-close"),
    key(Scope::Global, &["ctrl-f"], Action::Search, "key-search"),
    key(Scope::Global, &["ctrl-p", ":"], Action::Palette, "key-palette"),
    key(Scope::Global, &["L", "ctrl-t"], Action::Language, "key-language"),
    key(Scope::Global, &["M"], Action::Mouse, "key-mouse"),
    key(Scope::Global, &["ctrl-l"], Action::Redraw, "key-redraw"),
    key(Scope::Global, &["ctrl-z"], Action::Suspend, "key-suspend"),
    key(Scope::Global, &["q", "esc"], Action::Back, "key-back"),
    key(Scope::Global, &["ctrl-o", "alt-left"], Action::Back, "key-back"),
    key(Scope::Global, &["alt-right"], Action::Forward, "key-forward"),
    key(Scope::Global, &["ctrl-c"], Action::Quit, "key-quit"),
    hint(Scope::Global, &["?", "f1"], Action::Help, "key-help"),
];

/// What a key asks for in the innermost of `scopes` that knows it.
///
/// Where letters are text, a key that types a letter reaches no table.
#[must_use]
pub fn action(scopes: &[Scope], event: &KeyEvent) -> Option<Action> {
    let name = name(event);
    for scope in scopes {
        if let Some(binding) = BINDINGS.iter().find(|b| b.scope == *scope && b.keys.contains(&name.as_str())) {
            return Some(binding.action);
        }
        if scope.is_text() && types(event) {
            return None;
        }
    }
    None
}

/// Whether a key types a character.
#[must_use]
pub fn types(event: &KeyEvent) -> bool {
    matches!(event.code, KeyCode::Char(_)) && !event.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
}

/// The name of a key as the table writes it.
#[must_use]
pub fn name(event: &KeyEvent) -> String {
    let base = match event.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::BackTab => return "s-tab".to_owned(),
        KeyCode::Backspace => "backspace".to_owned(),
        KeyCode::Delete => "delete".to_owned(),
        KeyCode::Up => "up".to_owned(),
        KeyCode::Down => "down".to_owned(),
        KeyCode::Left => "left".to_owned(),
        KeyCode::Right => "right".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::PageUp => "pgup".to_owned(),
        KeyCode::PageDown => "pgdn".to_owned(),
        KeyCode::F(n) => format!("f{n}"),
        _ => return String::new(),
    };
    if event.modifiers.contains(KeyModifiers::CONTROL) {
        format!("ctrl-{}", base.to_lowercase())
    } else if event.modifiers.contains(KeyModifiers::ALT) {
        format!("alt-{base}")
    } else {
        base
    }
}

/// A key as people read it: `Enter`, `ctrl-p`, arrows as signs of their own in words.
#[must_use]
pub fn shown(key: &str) -> String {
    match key {
        "enter" | "space" | "tab" | "esc" | "up" | "down" | "left" | "right" | "home" | "end" | "backspace" | "delete" => {
            let (first, rest) = key.split_at(1);
            first.to_uppercase() + rest
        }
        "pgup" => "PgUp".to_owned(),
        "pgdn" => "PgDn".to_owned(),
        "s-tab" => "Shift-Tab".to_owned(),
        key if key.len() > 1 && key.starts_with('f') => key.to_uppercase(),
        key => key.to_owned(),
    }
}

/// The rows of `scopes` that the hint line shows with the key to show, the innermost scope first, each action once.
///
/// A key that an inner scope takes, as its own or as text, is not shown: another that does the same stands in its place.
#[must_use]
pub fn hints(scopes: &[Scope]) -> Vec<(String, &'static Binding)> {
    let mut hints: Vec<(String, &'static Binding)> = Vec::new();
    for (depth, scope) in scopes.iter().enumerate() {
        let inner = &scopes[..depth];
        for binding in BINDINGS.iter().filter(|b| b.scope == *scope && b.hint) {
            let free = binding.keys.iter().position(|key| !is_covered(key, inner));
            let Some(at) = free.filter(|_| hints.iter().all(|(_, b)| b.action != binding.action)) else { continue };
            hints.push((if at == 0 { binding.shown() } else { shown(binding.keys[at]) }, binding));
        }
    }
    hints
}

/// Whether an inner scope takes a key: as its own, or as text.
#[must_use]
pub fn is_covered(key: &str, inner: &[Scope]) -> bool {
    let types = key == "space" || key.chars().count() == 1;
    inner.iter().any(|scope| (types && scope.is_text()) || BINDINGS.iter().any(|b| b.scope == *scope && b.keys.contains(&key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scopes: &[Scope], event: KeyEvent, expected: Option<Action>) {
        assert_eq!(action(scopes, &event), expected);
    }

    #[test]
    fn the_innermost_scope_wins() {
        let slash = KeyEvent::new(KeyCode::Char('/'), KeyModifiers::NONE);
        check(&[Scope::Home, Scope::Global], slash, Some(Action::Search));
        check(&[Scope::Global], slash, None);
    }

    #[test]
    fn letters_are_text_where_text_is_typed() {
        check(&[Scope::Search, Scope::Global], KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE), None);
        check(&[Scope::Search, Scope::Global], KeyEvent::new(KeyCode::Char('q'), KeyModifiers::SHIFT), None);
        check(&[Scope::Search, Scope::Global], KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE), Some(Action::Back));
        check(&[Scope::Search, Scope::Global], KeyEvent::new(KeyCode::Char('p'), KeyModifiers::CONTROL), Some(Action::Palette));
    }

    #[test]
    fn no_key_stands_twice_in_a_scope() {
        let mut seen = std::collections::HashSet::new();
        for binding in BINDINGS {
            for key in binding.keys {
                assert!(seen.insert((binding.scope, key)), "{key} stands twice in {:?}", binding.scope);
            }
        }
    }
}
