//! Today: what is due, where reading stopped, what comes next. Before anything was done, the welcome.

use ratatui::layout::Rect;

use crate::content::{Anchor, Slug};
use crate::study::{LessonId, LessonProgress, Limits, StudyDay, Today};
use crate::text::{Lang, Message as Sentence};
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Route};
use crate::tui::keymap::Action;
use crate::tui::message::Input;
use crate::tui::widgets::chrome;

/// How many unread lessons are offered.
const OFFERED: usize = 3;

/// What is shown; computed when something changed, drawn as often as needed.
#[derive(Default)]
pub struct State {
    at: usize,
    facts: Option<Facts>,
}

struct Facts {
    new: bool,
    due: usize,
    minutes: u32,
    next_due: Option<StudyDay>,
    read: usize,
    lessons: usize,
    known: usize,
    cards: usize,
    doors: Vec<Door>,
}

/// A lesson that Enter opens.
struct Door {
    slug: Slug,
    anchor: Option<Anchor>,
    lang: Option<Lang>,
    title: String,
    section: Option<String>,
    minutes: usize,
    questions: usize,
}

impl State {
    /// Takes input in.
    pub fn update(&mut self, input: &Input, cx: &Cx) -> Vec<Effect> {
        match input {
            Input::Changed | Input::Shown => self.facts = Facts::of(cx),
            Input::Do(Action::Down) => self.at = (self.at + 1).min(self.doors().len().saturating_sub(1)),
            Input::Do(Action::Up) => self.at = self.at.saturating_sub(1),
            Input::Do(Action::Enter) => return self.open(self.at),
            Input::Row(row) => return self.open(*row),
            Input::Do(Action::Back) => return vec![Effect::Back],
            _ => {}
        }
        self.at = self.at.min(self.doors().len().saturating_sub(1));
        Vec::new()
    }

    fn doors(&self) -> &[Door] {
        self.facts.as_ref().map_or(&[], |facts| &facts.doors)
    }

    fn open(&self, row: usize) -> Vec<Effect> {
        let Some(door) = self.doors().get(row) else { return Vec::new() };
        vec![Effect::Go(Route::Reader { slug: door.slug.clone(), anchor: door.anchor.clone(), lang: door.lang, terms: None })]
    }

    /// Draws the screen.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        chrome::top(canvas, cx.area, "opsdrill", &chrome::date(cx.today, canvas.texts));
        match &self.facts {
            None => {
                let text = canvas.texts.get("home-reading");
                canvas.text(margin(cx.area), cx.area.y + 2, cx.area.width, &text, canvas.theme.muted);
            }
            Some(facts) if facts.new => welcome(canvas, cx, facts),
            Some(facts) => self.today(canvas, cx, facts),
        }
    }

    fn today(&self, canvas: &mut Canvas, cx: &Cx, facts: &Facts) {
        let mut page = Page::new(cx.area);
        page.due(canvas, facts);
        if let Some(door) = facts.doors.first() {
            page.go_on(canvas, door, self.at == 0);
        }
        page.gap();
        page.progress(canvas, "home-read", Sentence::new("home-lessons").with("part", facts.read).with("whole", facts.lessons), (facts.read, facts.lessons));
        page.progress(canvas, "home-known", Sentence::new("home-cards").with("part", facts.known).with("whole", facts.cards), (facts.known, facts.cards));
        page.gap();
        let heading = if facts.doors.len() > 1 { "home-next" } else { "home-all-read" };
        page.heading(canvas, heading);
        for (row, door) in facts.doors.iter().enumerate().skip(1) {
            page.door(canvas, row, door, self.at == row);
        }
        if !cx.course.problems.is_empty() {
            page.gap();
            let text = Sentence::new("home-problems").with("count", cx.course.problems.len()).with("path", cx.course.id.clone());
            let text = canvas.texts.say(&text);
            canvas.text(page.x, page.y, page.wide, &text, canvas.theme.warn);
        }
    }
}

impl Facts {
    fn of(cx: &Cx) -> Option<Facts> {
        let memory = cx.memory.as_ref().filter(|_| !cx.course.lessons.is_empty())?;
        let today = Today { deck: &cx.deck, memory, day: cx.today };
        let queue = today.queue(&Limits::default());
        let written: Vec<&Slug> = cx.course.order().filter(|slug| cx.course.lessons.contains_key(*slug)).collect();
        let progress = |slug: &Slug| memory.lesson(&LessonId::new(&cx.course.id, slug));
        let unread = written.iter().copied().filter(|slug| progress(slug) != LessonProgress::Read);
        let place = memory.place().filter(|place| place.lesson.course() == cx.course.id && cx.course.lessons.contains_key(&place.lesson.slug()));
        let mut doors: Vec<Door> = Vec::new();
        if let Some(place) = place {
            doors.push(Door::new(&place.lesson.slug(), place.section.clone(), place.lang.parse().ok(), cx));
        }
        let first = doors.first().map(|door| door.slug.clone());
        let offered = OFFERED + usize::from(first.is_none());
        doors.extend(unread.filter(|slug| Some(*slug) != first.as_ref()).take(offered).map(|slug| Door::new(slug, None, None, cx)));
        Some(Facts {
            new: memory.place().is_none() && memory.cards().next().is_none(),
            due: queue.cards.len(),
            minutes: queue.minutes(),
            next_due: memory.cards().filter_map(|(_, learned)| Some(learned?.due)).filter(|day| *day > cx.today).min(),
            read: written.iter().filter(|slug| progress(slug) == LessonProgress::Read).count(),
            lessons: cx.course.order().count(),
            known: today.known(),
            cards: cx.deck.cards().len(),
            doors,
        })
    }
}

impl Door {
    fn new(slug: &Slug, anchor: Option<Anchor>, lang: Option<Lang>, cx: &Cx) -> Door {
        let lesson = cx.course.lesson(slug, cx.lang);
        let section = anchor.as_ref().and_then(|a| lesson?.heading(a)).map(|title| crate::content::plain(title));
        Door {
            slug: slug.clone(),
            lang: lang.filter(|_| anchor.is_some()).and(Some(cx.lang)),
            title: cx.course.title_of(slug, cx.lang).to_owned(),
            section,
            minutes: lesson.map_or(0, |lesson| lesson.minutes()),
            questions: cx.deck.of_lesson(slug).count(),
            anchor,
        }
    }
}

fn margin(area: Rect) -> u16 {
    area.x + if area.width >= 60 { 3 } else { 1 }
}

/// Where the next line goes.
struct Page {
    x: u16,
    y: u16,
    wide: u16,
    bottom: u16,
}

impl Page {
    fn new(area: Rect) -> Page {
        let x = margin(area);
        let wide = (area.width - 2 * (x - area.x)).min(76);
        Page { x, y: area.y + 2, wide, bottom: area.bottom() }
    }

    fn gap(&mut self) {
        self.y += u16::from(self.bottom > 16);
    }

    fn next(&mut self) -> Option<u16> {
        let y = self.y;
        self.y += 1;
        (y < self.bottom).then_some(y)
    }

    fn due(&mut self, canvas: &mut Canvas, facts: &Facts) {
        let Some(y) = self.next() else { return };
        let right = self.x + self.wide;
        if facts.due == 0 {
            let mut text = canvas.texts.get("home-nothing-due");
            if let Some(day) = facts.next_due {
                let when = chrome::date(day, canvas.texts);
                text = format!("{text}, {}", canvas.texts.say(&Sentence::new("home-next-due").with("date", when)));
            }
            canvas.text(self.x, y, self.wide, &text, canvas.theme.text);
            return;
        }
        let text = canvas.texts.say(&Sentence::new("home-due").with("cards", facts.due).with("minutes", facts.minutes));
        let begin = key(canvas, right, y, "r", "key-review");
        canvas.text(self.x, y, begin.saturating_sub(self.x + 1), &text, canvas.theme.strong);
        canvas.click(Rect::new(self.x, y, self.wide, 1), Input::Do(Action::Review));
    }

    fn go_on(&mut self, canvas: &mut Canvas, door: &Door, selected: bool) {
        let Some(y) = self.next() else { return };
        let text = door.section.as_ref().map_or_else(|| door.title.clone(), |section| format!("{}, {section}", door.title));
        let begin = key(canvas, self.x + self.wide, y, "Enter", "key-go-on");
        self.select(canvas, y, selected, 0);
        canvas.text(self.x, y, begin.saturating_sub(self.x + 1), &text, if selected { canvas.theme.selected } else { canvas.theme.text });
    }

    fn progress(&mut self, canvas: &mut Canvas, label: &'static str, count: Sentence, (part, whole): (usize, usize)) {
        let Some(y) = self.next() else { return };
        let label = canvas.texts.get(label);
        let count = canvas.texts.say(&count);
        let begin = canvas.text_right(self.x + self.wide, y, &count, canvas.theme.text);
        canvas.text(self.x, y, 8, &label, canvas.theme.muted);
        let room = begin.saturating_sub(self.x + 11).min(40);
        canvas.bar(self.x + 9, y, room, part, whole);
    }

    fn heading(&mut self, canvas: &mut Canvas, id: &'static str) {
        let Some(y) = self.next() else { return };
        let text = canvas.texts.get(id);
        canvas.text(self.x, y, self.wide, &text, canvas.theme.muted);
    }

    fn door(&mut self, canvas: &mut Canvas, row: usize, door: &Door, selected: bool) {
        let Some(y) = self.next() else { return };
        let minutes = canvas.texts.say(&Sentence::new("home-minutes").with("minutes", door.minutes));
        let questions = canvas.texts.say(&Sentence::new("home-questions").with("count", door.questions));
        let right = self.x + self.wide;
        let begin = if self.wide >= 60 {
            canvas.text_right(right, y, &questions, canvas.theme.muted);
            canvas.text_right(right - 16, y, &minutes, canvas.theme.muted)
        } else {
            canvas.text_right(right, y, &minutes, canvas.theme.muted)
        };
        self.select(canvas, y, selected, row);
        let style = if selected { canvas.theme.selected } else { canvas.theme.text };
        canvas.text(self.x + 2, y, begin.saturating_sub(self.x + 3), &door.title, style);
    }

    fn select(&self, canvas: &mut Canvas, y: u16, selected: bool, row: usize) {
        if selected {
            canvas.text(self.x - 1, y, 1, canvas.theme.signs.bar, canvas.theme.accent);
        }
        canvas.click(Rect::new(self.x, y, self.wide, 1), Input::Row(row));
    }
}

/// A key and what it does, right before `right`; gives back where it begins.
fn key(canvas: &mut Canvas, right: u16, y: u16, key: &str, label: &'static str) -> u16 {
    let label = canvas.texts.get(label);
    let begin = canvas.text_right(right, y, &label, canvas.theme.muted);
    canvas.text_right(begin.saturating_sub(3), y, key, canvas.theme.text)
}

/// The first screen of all: what this is in two lines, and one key that opens the first lesson.
fn welcome(canvas: &mut Canvas, cx: &Cx, facts: &Facts) {
    let mut page = Page::new(cx.area);
    page.y = cx.area.y + (cx.area.height / 5).clamp(2, 8);
    for (id, style) in [("welcome-what", canvas.theme.strong), ("welcome-memory", canvas.theme.text)] {
        let text = canvas.texts.get(id);
        for line in crate::text::wrap(&[crate::text::Run::new(text, style)], usize::from(page.wide), usize::from(page.wide)) {
            canvas.line(page.x, page.y, page.wide, &line);
            page.y += 1;
        }
        page.gap();
    }
    page.gap();
    let first = facts.doors.first().map(|door| door.title.clone()).unwrap_or_default();
    let rows = [
        ("Enter", canvas.texts.get("welcome-first"), first, Input::Do(Action::Enter)),
        ("L", canvas.texts.get("welcome-language"), String::new(), Input::Do(Action::Language)),
        ("/", canvas.texts.get("welcome-search"), String::new(), Input::Do(Action::Search)),
        ("?", canvas.texts.get("welcome-keys"), String::new(), Input::Do(Action::Help)),
    ];
    for (key, label, more, input) in rows {
        let Some(y) = page.next() else { return };
        canvas.text(page.x, y, 6, key, canvas.theme.accent);
        let end = canvas.text(page.x + 8, y, page.wide.saturating_sub(8), &label, canvas.theme.text);
        canvas.text(end + 2, y, (page.x + page.wide).saturating_sub(end + 2), &more, canvas.theme.muted);
        canvas.click(Rect::new(page.x, y, page.wide, 1), input);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::What;
    use crate::tui::snapshot::{SIZES, Stage, check, check_all};

    #[test]
    fn the_welcome_at_every_size_in_both_languages() {
        check_all("welcome", &Route::Home, "");
    }

    #[test]
    fn help_at_every_size_in_both_languages() {
        check_all("help", &Route::Home, "?");
    }

    #[test]
    fn the_palette_at_every_size_in_both_languages() {
        check_all("palette", &Route::Home, ":ca");
    }

    #[test]
    fn the_second_evening_at_every_size_in_both_languages() {
        for size in SIZES {
            for lang in Lang::ALL {
                let mut stage = Stage::open(Route::Home, size, lang);
                let lesson = LessonId::from_text("made-up/toy/cache");
                stage.record(What::Read { lesson: lesson.clone() }).record(What::Left { lesson, section: Some("price".into()), lang: lang.to_string() });
                check(&format!("home_{}x{}_{lang}", size.0, size.1), &mut stage);
            }
        }
    }

    #[test]
    fn enter_goes_on_where_reading_stopped() {
        let mut stage = Stage::open(Route::Home, (80, 24), Lang::En);
        let lesson = LessonId::from_text("made-up/toy/queue");
        stage.record(What::Left { lesson, section: None, lang: "en".into() });
        let title = stage.cx().course.title_of(&"toy/queue".into(), Lang::En).to_owned();
        assert!(stage.keys("<enter>").text().lines().next().is_some_and(|line| line.contains(&title)));
    }
}
