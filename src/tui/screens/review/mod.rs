//! A review session: one card after another, each answered, then graded.
//!
//! The session itself is [`crate::study::Session`]; this screen asks its cards and tells it how they
//! were answered. It may be left at any card.

mod card;
mod end;
#[cfg(test)]
mod tests;
mod view;

use crate::study::{Answer, CardId, Event, Limits, Millis, Rating, Session, Today, Undo, What};
use crate::text::{Lang, Message as Sentence};
use crate::tui::app::Cx;
use crate::tui::effect::{Effect, Route};
use crate::tui::keymap::{Action, Scope};
use crate::tui::message::Input;
use crate::tui::widgets::prose::{Act, Prose};
use crate::tui::widgets::question::{Reply, grade_of};
use card::Card;
use end::End;
use view::Frame;

/// A session, or what is said when there is none.
pub struct State {
    limits: Limits,
    session: Option<Session>,
    card: Option<Card>,
    end: Option<End>,
    /// The cards that were asked, each once.
    seen: Vec<CardId>,
    /// When the session began and when the card was shown.
    began: Millis,
    shown: Millis,
    /// How long the answer took, once it was given.
    took_ms: u32,
    frame: Frame,
    prose: Prose,
    /// The first line that is on screen.
    top: usize,
    spoken: Lang,
}

impl State {
    /// Begins a session on some topics, or on all of them.
    #[must_use]
    pub fn open(topics: &[String], minutes: Option<u32>, cx: &Cx) -> (State, Vec<Effect>) {
        let mut state = State {
            limits: Limits { topics: topics.to_vec(), minutes, ..Limits::default() },
            session: None,
            card: None,
            end: None,
            seen: Vec::new(),
            began: cx.now,
            shown: cx.now,
            took_ms: 0,
            frame: Frame::default(),
            prose: Prose::default(),
            top: 0,
            spoken: cx.lang,
        };
        state.changed(cx);
        (state, Vec::new())
    }

    /// The scopes in force, the innermost first.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        let Some(card) = &self.card else { return vec![Scope::ReviewEnd] };
        let inner = if self.is_graded() { Scope::Grade } else { card.asked.scope() };
        vec![inner, Scope::Review]
    }

    /// Whether the answer is on the screen and waits for its grade.
    fn is_graded(&self) -> bool {
        self.card.as_ref().is_some_and(|card| card.asked.is_done() || card.asked.is_compared())
    }

    /// The grade that Enter gives: the program's own, or good where the learner compares.
    fn suggested(&self) -> Rating {
        let judged = self.card.as_ref().and_then(|card| card.asked.outcomes().first().map(|outcome| outcome.rating));
        judged.unwrap_or(Rating::Good)
    }

    /// Takes input in.
    pub fn update(&mut self, input: Input, cx: &Cx) -> Vec<Effect> {
        match input {
            Input::Changed | Input::Shown => self.changed(cx),
            Input::Recorded(event) => self.recorded(&event, cx),
            Input::Row(number) => return self.clicked(number, cx),
            Input::Wheel(lines) => self.scroll(isize::try_from(lines).unwrap_or(0)),
            input => return self.answer(&input, cx).unwrap_or_else(|| self.act(&input, cx)),
        }
        Vec::new()
    }

    /// Gives input to the question; `None` if it has no use for it.
    fn answer(&mut self, input: &Input, cx: &Cx) -> Option<Vec<Effect>> {
        if self.is_graded() {
            return None;
        }
        let card = self.card.as_mut()?;
        match card.asked.update(input) {
            Reply::Passed => return None,
            Reply::Taken | Reply::Again | Reply::Lab => {}
            Reply::Answered => {}
        }
        if self.is_graded() {
            self.took_ms = u32::try_from(cx.now.0.saturating_sub(self.shown.0).max(0)).unwrap_or(u32::MAX);
        }
        self.lay_out(cx);
        Some(Vec::new())
    }

    fn act(&mut self, input: &Input, cx: &Cx) -> Vec<Effect> {
        let Input::Do(action) = input else { return Vec::new() };
        if let Some(rating) = grade_of(*action).filter(|_| self.is_graded()) {
            return self.grade(rating, cx);
        }
        let page = isize::try_from(self.frame.height()).unwrap_or(1);
        match action {
            Action::Enter if self.card.is_none() => return self.read_on(),
            Action::Enter if self.is_graded() => return self.grade(self.suggested(), cx),
            Action::Undo => return self.undo(cx),
            Action::Skip => self.skip(cx),
            Action::Flag => return self.flag(cx),
            Action::Source => return self.source(),
            Action::Again => return self.more(cx),
            Action::Down | Action::RowDown => self.scroll(1),
            Action::Up | Action::RowUp => self.scroll(-1),
            Action::PageDown => self.scroll(page - 1),
            Action::PageUp => self.scroll(1 - page),
            Action::Back => return vec![Effect::Back],
            _ => {}
        }
        Vec::new()
    }

    fn clicked(&mut self, number: usize, cx: &Cx) -> Vec<Effect> {
        let Some(act) = self.prose.acts.get(number).cloned() else { return Vec::new() };
        match act {
            Act::Row(row) => self.answer(&Input::Row(row), cx).unwrap_or_default(),
            Act::Place(place) => {
                if let Some(card) = &mut self.card {
                    card.asked.place(place);
                }
                self.lay_out(cx);
                Vec::new()
            }
            Act::Follow(target) => follow(&target),
        }
    }

    /// Gives the card its grade and goes on to the next.
    fn grade(&mut self, rating: Rating, cx: &Cx) -> Vec<Effect> {
        let (Some(memory), Some(session), Some(card)) = (&cx.memory, &mut self.session, &self.card) else { return Vec::new() };
        let judged = card.asked.outcomes().first().and_then(|outcome| outcome.judged);
        let answer = Answer { rating, judged, took_ms: self.took_ms };
        let what = session.answer(answer, Today { deck: &cx.deck, memory, day: cx.today });
        self.next(cx);
        what.into_iter().map(Effect::Record).collect()
    }

    fn undo(&mut self, cx: &Cx) -> Vec<Effect> {
        let Some(session) = &mut self.session else { return Vec::new() };
        let effects = match session.undo() {
            Undo::Nothing => return vec![Effect::Tell(Sentence::new("review-nothing-to-undo"))],
            Undo::Pending => return vec![Effect::Tell(Sentence::new("review-undo-later"))],
            Undo::Unskipped => Vec::new(),
            Undo::Unanswered(what) => vec![Effect::Record(what)],
        };
        self.next(cx);
        effects
    }

    fn skip(&mut self, cx: &Cx) {
        if let Some(session) = &mut self.session {
            session.skip();
        }
        self.next(cx);
    }

    fn flag(&self, cx: &Cx) -> Vec<Effect> {
        let (Some(memory), Some(session)) = (&cx.memory, &self.session) else { return Vec::new() };
        session.flag(Today { deck: &cx.deck, memory, day: cx.today }).map(Effect::Record).into_iter().collect()
    }

    /// Opens the lesson at the section in which the question stands.
    fn source(&self) -> Vec<Effect> {
        let Some(card) = &self.card else { return Vec::new() };
        vec![Effect::Go(Route::Reader { slug: card.lesson.clone(), anchor: card.anchor.clone(), lang: None, terms: None })]
    }

    /// With nothing left to ask, Enter opens the next lesson to read.
    fn read_on(&self) -> Vec<Effect> {
        let unread = self.end.as_ref().and_then(|end| end.unread.clone());
        unread.map(|slug| Effect::Go(Route::Reader { slug, anchor: None, lang: None, terms: None })).into_iter().collect()
    }

    /// Takes in as many new cards again as a day allows.
    fn more(&mut self, cx: &Cx) -> Vec<Effect> {
        let Some(memory) = &cx.memory else { return Vec::new() };
        if self.card.is_some() || self.end.as_ref().is_none_or(|end| end.held_back == 0) {
            return vec![Effect::Tell(Sentence::new("review-no-more"))];
        }
        self.limits.new_a_day = memory.introduced_on(cx.today) + Limits::default().new_a_day;
        self.begin(cx);
        Vec::new()
    }

    /// The log has kept something: the session learns under which name, to be able to take it back.
    fn recorded(&mut self, event: &Event, cx: &Cx) {
        if let (What::Reviewed { .. }, Some(session)) = (&event.what, &mut self.session) {
            session.saved(event.id);
        }
        self.lay_out(cx);
    }

    fn begin(&mut self, cx: &Cx) {
        let Some(memory) = &cx.memory else { return };
        if cx.course.lessons.is_empty() {
            return;
        }
        let queue = Today { deck: &cx.deck, memory, day: cx.today }.queue(&self.limits);
        self.session = Some(Session::new(&queue));
        self.began = cx.now;
        self.next(cx);
    }

    /// Asks the card that is next; a card that the course has lost is passed over.
    fn next(&mut self, cx: &Cx) {
        self.card = None;
        self.top = 0;
        while let Some(session) = &mut self.session
            && let Some(id) = session.current().cloned()
        {
            self.card = Card::new(&id, session.tries(), cx);
            if self.card.is_some() {
                if !self.seen.contains(&id) {
                    self.seen.push(id);
                }
                break;
            }
            session.skip();
        }
        self.shown = cx.now;
        self.took_ms = 0;
        self.lay_out(cx);
    }

    fn changed(&mut self, cx: &Cx) {
        self.frame = Frame::of(cx.area);
        if self.session.is_none() {
            self.begin(cx);
        }
        if self.spoken != cx.lang {
            self.spoken = cx.lang;
            if let Some(card) = &mut self.card {
                card.reword(cx);
            }
        }
        self.lay_out(cx);
    }

    fn lay_out(&mut self, cx: &Cx) {
        let setting = self.frame.setting(cx);
        if let Some(card) = &self.card {
            self.prose = card.asked.lay(true, &setting);
        } else if let Some(session) = &self.session {
            self.end = End::of(session, &self.seen, cx.now.0.saturating_sub(self.began.0), &self.limits, cx);
            self.prose = self.end.as_ref().map(|end| view::end(end, &setting, cx)).unwrap_or_default();
        }
        self.scroll(0);
    }

    fn scroll(&mut self, lines: isize) {
        let last = self.prose.lines.len().saturating_sub(self.frame.height());
        self.top = self.top.saturating_add_signed(lines).min(last);
    }
}

fn follow(target: &crate::content::Target) -> Vec<Effect> {
    use crate::content::Target;
    match target {
        Target::Lesson { slug, anchor } => vec![Effect::Go(Route::Reader { slug: slug.clone(), anchor: anchor.clone(), lang: None, terms: None })],
        Target::Url(url) => vec![Effect::Copy(url.clone()), Effect::Tell(Sentence::new("reader-copied-link").with("url", url.clone()))],
        Target::Nowhere(_) => Vec::new(),
    }
}
