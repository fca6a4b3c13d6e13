use std::io::{self, BufRead, ErrorKind, Write};
use std::time::Instant;

use super::desk::Desk;
use super::question::{self, Reply};
use super::talk::{Heard, Order, Talk};
use super::{drill, pick};
use crate::cli::read::page::Page;
use crate::cli::voice::Voice;
use crate::quiz::{Attempt, Verdict};
use crate::sim;
use crate::store::Left;
use crate::study::{Answer, CardId, EventId, LessonId, Limits, Rating, Session, Task, Undo, What};
use crate::text::Message;

/// A session, line by line.
pub struct Plain<'t, R, W> {
    desk: Desk,
    talk: Talk<'t, R, W>,
    session: Session,
    voice: Voice,
}

/// What came of a card.
enum Turn {
    Answered(Answer),
    /// Answered, and the input is at its end.
    Last(Answer),
    Order(Order),
    /// The card cannot be asked, because its lesson or simulator is not there.
    Missing,
}

impl<'t, R: BufRead, W: Write> Plain<'t, R, W> {
    /// A session at a desk.
    pub fn new(desk: Desk, talk: Talk<'t, R, W>, voice: Voice) -> Self {
        Plain { desk, talk, session: Session::default(), voice }
    }

    /// Asks what is due, until nothing is left or the learner stops; `false` if something of it could not be saved.
    ///
    /// # Errors
    ///
    /// The streams fail.
    pub fn run(mut self, limits: &Limits) -> anyhow::Result<bool> {
        self.voice.detail(&self.desk.detail());
        self.tell();
        let walked = self.walk(limits);
        let left = self.desk.close();
        match left.message() {
            Some(message) if left.lost > 0 => self.voice.say(&message),
            Some(message) => self.voice.notice(&message),
            None => {}
        }
        let ended = walked.and_then(|()| Ok(end(&mut self.talk, &self.session, &left)?));
        match ended {
            Err(error) if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe) => {}
            ended => ended?,
        }
        Ok(left.lost == 0)
    }

    fn walk(&mut self, limits: &Limits) -> anyhow::Result<()> {
        loop {
            let queue = self.desk.today().queue(limits);
            if queue.cards.is_empty() {
                if self.offer(&limits.topics)? { continue } else { break }
            }
            let minutes = queue.minutes();
            self.talk.say(&Message::new("study-begin").with("due", queue.due).with("new", queue.new_cards()).with("minutes", minutes))?;
            self.talk.say(&Message::new("study-orders"))?;
            self.session = Session::new(&queue);
            break;
        }
        while let Some(card) = self.session.current().cloned() {
            if !self.step(&card)? {
                break;
            }
        }
        Ok(())
    }

    /// Asks one card; `false` when the session ends.
    fn step(&mut self, card: &CardId) -> anyhow::Result<bool> {
        self.header(card)?;
        match self.turn(card)? {
            Turn::Answered(answer) => {
                self.keep(answer);
                Ok(true)
            }
            Turn::Last(answer) => {
                self.keep(answer);
                Ok(false)
            }
            Turn::Order(Order::Quit) => Ok(false),
            Turn::Order(Order::Undo) => self.undo().map(|()| true),
            Turn::Order(Order::Flag) => {
                self.flag();
                Ok(true)
            }
            Turn::Order(Order::Skip) => {
                self.session.skip();
                Ok(true)
            }
            Turn::Missing => {
                self.talk.say(&Message::new("study-cannot-ask"))?;
                self.session.skip();
                Ok(true)
            }
            Turn::Order(Order::Hint) => Ok(true),
        }
    }

    fn header(&mut self, card: &CardId) -> io::Result<()> {
        let (at, of) = (self.session.answered() + 1, self.session.answered() + self.session.left());
        let flag = if self.desk.memory.is_flagged(card) { " ⚑" } else { "" };
        let place = format!("── {at}/{of} · {}{flag}", card.lesson().slug());
        self.talk.print(&format!("\n{place}\n"))
    }

    /// Asks a card, explains it and asks for its rating.
    fn turn(&mut self, card: &CardId) -> anyhow::Result<Turn> {
        let (desk, talk) = (&self.desk, &mut self.talk);
        let today = desk.today();
        let Some(entry) = desk.deck.card(card) else { return Ok(Turn::Missing) };
        let Some(lesson) = desk.course.lesson(&entry.lesson, talk.texts.lang()) else { return Ok(Turn::Missing) };
        let began = Instant::now();
        let (reply, took) = match &entry.task {
            Task::Drill(task) => {
                let made = sim::find(&task.sim).and_then(|sim| Some((sim, sim.drill(&task.kind, task.level, today.seed(card))?)));
                let Some((sim, drill)) = made else { return Ok(Turn::Missing) };
                let reply = drill::ask(talk, sim, &drill)?;
                (reply, began.elapsed())
            }
            Task::Question { id, blank } => {
                let Some(question) = lesson.questions().find(|question| question.id == *id) else { return Ok(Turn::Missing) };
                let page = Page::new(&desk.course, lesson, talk.texts);
                let mut attempt = Attempt::new(question, *blank, today.seed(card));
                let reply = question::ask(talk, &page, &mut attempt)?;
                let took = began.elapsed();
                if let Reply::Answered(verdict) = &reply {
                    question::explain(talk, &page, &attempt, verdict.as_ref())?;
                }
                (reply, took)
            }
        };
        match reply {
            Reply::Order(order) => Ok(Turn::Order(order)),
            Reply::Answered(verdict) => self.rate(card, verdict.as_ref(), u32::try_from(took.as_millis()).unwrap_or(u32::MAX)),
        }
    }

    /// Asks for the rating; the program's own stands if only Enter comes, or nothing any more.
    fn rate(&mut self, card: &CardId, verdict: Option<&Verdict>, took_ms: u32) -> anyhow::Result<Turn> {
        let judged = verdict.map(|verdict| Rating::from_points(verdict.points.0, verdict.points.1));
        let days = self.desk.today().intervals(card);
        let keys: Vec<String> = Rating::ALL.iter().zip(days).map(|(rating, days)| self.key(*rating, days, judged)).collect();
        self.talk.print(&format!("\n{}", keys.join("   ")))?;
        loop {
            let chosen = match self.talk.ask("")? {
                Heard::Order(Order::Quit) => return Ok(judged.map_or(Turn::Order(Order::Quit), |rating| Turn::Last(Answer { rating, judged, took_ms }))),
                Heard::Order(Order::Undo) => return Ok(Turn::Order(Order::Hint)), // the same card once more
                Heard::Order(order) => return Ok(Turn::Order(order)),
                Heard::Line(line) if line.trim().is_empty() => judged,
                Heard::Line(line) => line.trim().parse().ok().and_then(Rating::from_number),
            };
            match chosen {
                Some(rating) => return Ok(Turn::Answered(Answer { rating, judged, took_ms })),
                None => self.talk.say(&Message::new("study-rate-by-number"))?,
            }
        }
    }

    fn key(&self, rating: Rating, days: u32, judged: Option<Rating>) -> String {
        let texts = self.talk.texts;
        let when = texts.say(&Message::new("study-in-days").with("days", days));
        let enter = if judged == Some(rating) { texts.get("study-enter") } else { String::new() };
        format!("{enter}{} {} {when}", rating.number(), texts.get(name(rating)))
    }

    fn keep(&mut self, answer: Answer) {
        let today = Desk::today(&self.desk);
        if let Some(what) = self.session.answer(answer, today) {
            let id = self.record(what);
            self.session.saved(id);
        }
    }

    fn undo(&mut self) -> anyhow::Result<()> {
        match self.session.undo() {
            Undo::Nothing | Undo::Pending => Ok(self.talk.say(&Message::new("study-nothing-to-undo"))?),
            Undo::Unskipped => Ok(()),
            Undo::Unanswered(what) => {
                self.record(what);
                Ok(())
            }
        }
    }

    fn flag(&mut self) {
        let today = Desk::today(&self.desk);
        if let Some(what) = self.session.flag(today) {
            self.record(what);
        }
    }

    fn record(&mut self, what: What) -> EventId {
        let event = self.desk.keep(what);
        self.tell();
        event.id
    }

    /// Says what is new of the journal.
    fn tell(&mut self) {
        self.desk.news().iter().for_each(|message| self.voice.say(message));
    }

    /// Nothing is due: offers the cards of the next lesson. Whether they were taken.
    fn offer(&mut self, topics: &[String]) -> anyhow::Result<bool> {
        let lang = self.talk.texts.lang();
        let today = self.desk.today();
        let full = today.memory.introduced_on(today.day) >= Limits::default().new_a_day;
        let Some((slug, cards)) = today.next_lesson(topics).filter(|_| !full) else {
            self.talk.say(&Message::new("study-nothing-due"))?;
            return Ok(false);
        };
        let (lesson, title) = (LessonId::new(self.desk.deck.course(), slug), self.desk.course.title_of(slug, lang).to_owned());
        self.talk.say(&Message::new("study-offer").with("lesson", title).with("cards", cards))?;
        let Heard::Line(line) = self.talk.ask("")? else { return Ok(false) };
        let yes = pick::is_yes(&line);
        if yes {
            self.record(What::Enrolled { lesson });
        }
        Ok(yes)
    }
}

/// A summary of a session in which something was answered.
fn end<R: BufRead, W: Write>(talk: &mut Talk<'_, R, W>, session: &Session, left: &Left) -> io::Result<()> {
    if session.answered() == 0 {
        return Ok(());
    }
    talk.say(&Message::new("study-end").with("answered", session.answered()).with("right", session.right()).with("left", session.left()))?;
    if *left == Left::default() { talk.say(&Message::new("study-all-kept")) } else { Ok(()) }
}

fn name(rating: Rating) -> &'static str {
    match rating {
        Rating::Again => "study-again",
        Rating::Hard => "study-hard",
        Rating::Good => "study-good",
        Rating::Easy => "study-easy",
    }
}
