//! The search: a field, the hits as one types, and the section that the cursor is on.
//!
//! It does not search: it asks, with a number for each question, and takes the newest answer.

mod layout;
mod view;

use crate::search::{Found, Hit, Query};
use crate::text::Lang;
use crate::tui::app::Cx;
use crate::tui::effect::{Effect, Route};
use crate::tui::keymap::{Action, Scope};
use crate::tui::message::Input;
use crate::tui::widgets::field::Field;
use layout::{Layout, Panes};

/// What is typed, what was found, and where the cursor is.
#[derive(Default)]
pub struct State {
    field: Field,
    asked: Option<Asked>,
    found: Option<Found>,
    at: usize,
    in_preview: bool,
    scroll: usize,
    layout: Layout,
}

/// A question and what its answer depends on.
#[derive(Clone, PartialEq)]
struct Asked {
    generation: u64,
    text: String,
    lang: Lang,
    indexed: bool,
}

impl State {
    /// Opens the search with words already typed.
    #[must_use]
    pub fn open(text: String, cx: &Cx) -> (State, Vec<Effect>) {
        let mut state = State { field: Field::with(text), ..State::default() };
        let effects = state.ask(cx);
        (state, effects)
    }

    /// The scopes in force.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        vec![if self.in_preview { Scope::Preview } else { Scope::Search }]
    }

    /// Takes input in.
    pub fn update(&mut self, input: Input, cx: &Cx) -> Vec<Effect> {
        match input {
            Input::Key(key) if !self.in_preview && self.field.key(&key) => return self.ask(cx),
            Input::Paste(text) if !self.in_preview && self.field.insert(&text) => return self.ask(cx),
            Input::Changed | Input::Shown => return self.changed(cx),
            Input::Found { generation, found } => self.answered(generation, *found, cx),
            Input::Do(Action::Enter) => return self.open_hit(),
            Input::Do(Action::Back) if !self.in_preview => return vec![Effect::Back],
            Input::Do(Action::Back) => self.in_preview = false,
            Input::Do(Action::Next | Action::Previous) => self.in_preview = !self.in_preview && self.hit().is_some() && Panes::of(cx.area).preview.is_some(),
            Input::Row(row) if row == self.at => return self.open_hit(),
            Input::Row(row) => self.select(row, cx),
            Input::Wheel(lines) => self.step(isize::try_from(lines).unwrap_or(0), cx),
            Input::Do(action) => self.step(steps(action, cx), cx),
            _ => {}
        }
        Vec::new()
    }

    /// Asks for what is typed; nothing typed is nothing found.
    fn ask(&mut self, cx: &Cx) -> Vec<Effect> {
        let text = self.field.text().to_owned();
        if text.trim().is_empty() {
            *self = State { field: std::mem::take(&mut self.field), ..State::default() };
            return Vec::new();
        }
        let generation = cx.generations.next();
        self.asked = Some(Asked { generation, text: text.clone(), lang: cx.lang, indexed: cx.index.is_some() });
        vec![Effect::Search { generation, query: Query { text, lang: cx.lang, ..Query::default() } }]
    }

    /// What was found before the index stood, or in the other language, is looked for anew.
    fn changed(&mut self, cx: &Cx) -> Vec<Effect> {
        self.lay(cx);
        match &self.asked {
            Some(asked) if (asked.lang, asked.indexed) != (cx.lang, cx.index.is_some()) => self.ask(cx),
            _ => Vec::new(),
        }
    }

    /// Takes the newest answer; the cursor stays on its section where that was found again for the same words.
    fn answered(&mut self, generation: u64, found: Found, cx: &Cx) {
        let Some(asked) = self.asked.as_ref().filter(|asked| asked.generation == generation) else { return };
        let same_words = self.layout.words == asked.text;
        let here = self.hit().filter(|_| same_words).map(|hit| (hit.slug.clone(), hit.anchor.clone()));
        self.at = here.and_then(|(slug, anchor)| found.hits.iter().position(|hit| hit.slug == slug && hit.anchor == anchor)).unwrap_or(0);
        self.layout.words.clone_from(&asked.text);
        self.in_preview &= !found.hits.is_empty();
        self.found = Some(found);
        self.lay(cx);
    }

    fn hits(&self) -> &[Hit] {
        self.found.as_ref().map_or(&[], |found| &found.hits)
    }

    fn hit(&self) -> Option<&Hit> {
        self.hits().get(self.at)
    }

    fn open_hit(&self) -> Vec<Effect> {
        let Some(hit) = self.hit() else { return Vec::new() };
        let terms = Some(self.field.text().to_owned());
        vec![Effect::Go(Route::Reader { slug: hit.slug.clone(), anchor: hit.anchor.clone(), lang: Some(hit.lang), terms })]
    }

    /// Down or up: in the list by hits, in the preview by lines.
    fn step(&mut self, by: isize, cx: &Cx) {
        if self.in_preview {
            let tall = Panes::of(cx.area).preview.map_or(0, |area| usize::from(area.height));
            let last = self.layout.preview.len().saturating_sub(tall);
            self.scroll = self.scroll.saturating_add_signed(by).min(last);
        } else {
            self.select(self.at.saturating_add_signed(by), cx);
        }
    }

    fn select(&mut self, row: usize, cx: &Cx) {
        let row = row.min(self.hits().len().saturating_sub(1));
        if row != self.at {
            self.at = row;
            self.lay_preview(cx);
        }
    }

    fn lay(&mut self, cx: &Cx) {
        self.layout.rows = self.found.as_ref().map_or_else(Vec::new, |found| layout::rows(found, cx));
        self.layout.titles = if Panes::of(cx.area).preview.is_some() { usize::MAX } else { 1 };
        self.lay_preview(cx);
    }

    fn lay_preview(&mut self, cx: &Cx) {
        let shown = self.found.as_ref().and_then(|found| Some((found, found.hits.get(self.at)?, Panes::of(cx.area).preview?)));
        let (lines, scroll) = shown.map(|(found, hit, area)| layout::preview(found, hit, area, &cx.theme)).unwrap_or_default();
        (self.layout.preview, self.scroll) = (lines, scroll);
    }
}

/// How far a key moves.
fn steps(action: Action, cx: &Cx) -> isize {
    let page = isize::try_from(cx.area.height.saturating_sub(4)).unwrap_or(0);
    match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::HalfDown => page / 2,
        Action::HalfUp => -page / 2,
        Action::PageDown => page,
        Action::PageUp => -page,
        Action::Top => isize::MIN,
        Action::Bottom => isize::MAX,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::message::Message;
    use crate::tui::snapshot::{Stage, check, check_all};

    fn empty() -> Route {
        Route::Search { text: String::new() }
    }

    fn stage(size: (u16, u16), lang: Lang) -> Stage {
        Stage::open(empty(), size, lang).indexed()
    }

    #[test]
    fn the_search_is_drawn() {
        check_all("search_empty", &empty(), "");
        check_all("search_hits", &empty(), "cache charge<down>");
        check_all("search_nothing", &empty(), "tag:none zzzz");
        check("search_preview_80x24_ko", stage((80, 24), Lang::Ko).keys("과금<down><tab>"));
    }

    #[test]
    fn typing_asks_and_the_newest_answer_counts() {
        let mut stage = stage((80, 24), Lang::En);
        stage.answers = false;
        stage.keys("qu");
        let [Effect::Search { generation: first, .. }, Effect::Search { generation: second, query }] = &stage.effects[..] else {
            panic!("{:?}", stage.effects)
        };
        assert!(first < second);
        assert_eq!((query.text.as_str(), query.lang), ("qu", Lang::En));
        let (first, query) = (*first, query.clone());
        stage.send(Message::Found { generation: first, found: Box::new(crate::search::scan(&crate::tui::snapshot::made_up(), &query, 9)) });
        assert!(!stage.text().contains("Message queues"), "an old answer is shown");
    }

    #[test]
    fn enter_opens_the_section_with_the_words_marked() {
        let mut stage = stage((80, 24), Lang::En);
        stage.keys("dead letters<enter>");
        assert!(stage.text().contains("dead letter queue"), "{}", stage.text());
        stage.keys("<esc>");
        assert!(stage.text().contains("dead letters"), "{}", stage.text());
    }

    #[test]
    fn the_place_is_kept_when_the_index_comes() {
        let mut stage = Stage::open(Route::Search { text: "cache".into() }, (80, 24), Lang::En);
        stage.keys("<down>");
        let before = stage.picture();
        let row = before.lines().position(|line| line.starts_with('▌')).unwrap();
        let mut stage = stage.indexed();
        let after = stage.text();
        assert!(after.lines().any(|line| line.starts_with('▌') && line.get(..24) == before.lines().nth(row).unwrap().get(..24)), "{before}{after}");
    }

    #[test]
    fn tab_moves_to_the_preview_and_back() {
        let mut stage = stage((80, 24), Lang::En);
        stage.keys("cache<tab>j");
        assert!(stage.text().starts_with(" ⌕ cache "), "letters are no text in the preview");
        stage.keys("<esc>s");
        assert!(stage.text().starts_with(" ⌕ caches "));
        let mut narrow = Stage::open(empty(), (40, 12), Lang::En).indexed();
        narrow.keys("cache<tab>s");
        assert!(narrow.text().starts_with(" ⌕ caches "), "there is no preview to move to");
    }

    #[test]
    fn emptied_it_shows_what_can_be_typed() {
        let mut stage = stage((80, 24), Lang::En);
        stage.keys("cache<ctrl-u>");
        assert!(stage.text().contains("tag:cost"));
    }

    #[test]
    fn a_click_selects_and_opens() {
        use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
        let mut stage = stage((80, 24), Lang::En);
        stage.keys("cache");
        let click = MouseEvent { kind: MouseEventKind::Down(MouseButton::Left), column: 5, row: 3, modifiers: KeyModifiers::NONE };
        stage.picture();
        stage.send(Message::Mouse(click));
        assert!(stage.text().lines().nth(3).unwrap().starts_with('▌'));
    }
}
