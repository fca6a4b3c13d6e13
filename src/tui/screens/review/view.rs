//! Drawing a review: the question high on the screen, its grades at the bottom.

use ratatui::layout::{Position, Rect};

use super::card;
use super::end::End;
use super::{State, card::Card};
use crate::content::{Inline, Target};
use crate::study::{Rating, Today};
use crate::text::{Message as Sentence, Texts, width};
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Action;
use crate::tui::message::Input;
use crate::tui::widgets::prose::{Line, Prose, Setting, paragraph};
use crate::tui::widgets::{chrome, code};

/// The widest that the question may be, in cells.
const WIDEST: u16 = 76;
/// The four grades with their keys, their words and what they do.
const GRADES: [(Rating, &str, &str, Action); 4] = [
    (Rating::Again, "1", "key-grade-again", Action::GradeAgain),
    (Rating::Hard, "2", "key-grade-hard", Action::GradeHard),
    (Rating::Good, "3", "key-grade-good", Action::GradeGood),
    (Rating::Easy, "4", "key-grade-easy", Action::GradeEasy),
];

/// Where the question stands, and the grades below it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame {
    text: Rect,
    grades: Rect,
    spare: u16,
}

impl Frame {
    /// The places in `area`.
    #[must_use]
    pub fn of(area: Rect) -> Frame {
        let (head, foot) = if area.height >= 16 { (3, 2) } else { (1, 1) };
        let margin = (area.width / 16).clamp(2, 6);
        let width = (area.width - 2 * margin).min(WIDEST);
        let x = area.x + (area.width - width) / 2;
        let rows = if area.width < 60 { 2 } else { 1 };
        let foot = foot + rows - 1;
        let text = Rect::new(x, area.y + head, width, area.height.saturating_sub(head + foot));
        let grades = Rect::new(area.x + 1, area.bottom().saturating_sub(rows), area.width.saturating_sub(2), rows);
        Frame { text, grades, spare: (area.right() - x - width).saturating_sub(1) }
    }

    /// How many lines of the question are on screen.
    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.text.height).max(1)
    }

    /// What a question is laid out with.
    #[must_use]
    pub fn setting<'a>(&self, cx: &'a Cx) -> Setting<'a> {
        Setting {
            theme: &cx.theme,
            texts: cx.texts,
            course: &cx.course,
            lang: cx.lang,
            painter: code::painter().filter(|_| cx.colours),
            width: usize::from(self.text.width),
            spare: usize::from(self.spare),
            blanks: None,
            prices: None,
        }
    }
}

impl State {
    /// Draws the screen.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        let title = cx.texts.get("review-title");
        let left = self.card.as_ref().map_or_else(|| title.clone(), |card| format!("{title}   {}{}", card.lesson, flag(card, cx)));
        chrome::top(canvas, cx.area, &left, &self.counts(cx));
        if self.session.is_none() {
            let text = canvas.texts.get("home-reading");
            canvas.text(self.frame.text.x, self.frame.text.y, self.frame.text.width, &text, canvas.theme.muted);
            return;
        }
        self.view_lines(canvas);
        if self.is_graded() {
            self.view_grades(canvas, cx);
        }
    }

    /// `7 of 18   about 5 min`.
    fn counts(&self, cx: &Cx) -> String {
        let (Some(session), Some(_)) = (&self.session, &self.card) else { return String::new() };
        let place = Sentence::new("reader-place").with("at", session.answered() + 1).with("of", session.answered() + session.left());
        let minutes = Sentence::new("review-about").with("minutes", session.minutes_left());
        format!("{}   {}", cx.texts.say(&place), cx.texts.say(&minutes))
    }

    fn view_lines(&self, canvas: &mut Canvas) {
        let area = self.frame.text;
        let right = area.right() + self.frame.spare;
        for (y, line) in (area.y..area.bottom()).zip(self.prose.lines.iter().skip(self.top)) {
            let mut x = area.x;
            for run in &line.runs {
                let cells = u16::try_from(width(&run.text)).unwrap_or(u16::MAX);
                let begin = x;
                x = canvas.text(x, y, right.saturating_sub(x).min(cells), &run.text, run.style.style);
                if let Some(act) = run.style.act {
                    canvas.click(Rect::new(begin, y, x - begin, 1), Input::Row(act));
                }
            }
        }
        if self.prose.lines.len() > self.top + self.frame.height() {
            canvas.text(right, area.bottom() - 1, 1, canvas.theme.signs.unfolded, canvas.theme.muted);
        }
        if let Some((line, cell)) = self.prose.caret()
            && let Some(row) = line.checked_sub(self.top).filter(|row| *row < self.frame.height())
        {
            let (x, y) = (u16::try_from(cell).unwrap_or(0), u16::try_from(row).unwrap_or(0));
            canvas.cursor = Some(Position::new(area.x + x, area.y + y));
        }
    }

    /// `1 again  today   2 hard  2 d   3 good  6 d   4 easy  14 d`, the one that Enter takes brighter.
    fn view_grades(&self, canvas: &mut Canvas, cx: &Cx) {
        let (Some(memory), Some(card)) = (&cx.memory, &self.card) else { return };
        let intervals = Today { deck: &cx.deck, memory, day: cx.today }.intervals(&card.id);
        let suggested = self.suggested();
        let area = self.frame.grades;
        let (mut x, mut y) = (area.x, area.y);
        for (at, ((rating, key, label, action), days)) in GRADES.into_iter().zip(intervals).enumerate() {
            if area.height > 1 && at == 2 {
                (x, y) = (area.x, y + 1);
            }
            let begin = x;
            let (label, interval) = (canvas.texts.get(label), interval(days, canvas.texts));
            let is_suggested = rating == suggested;
            let style = if is_suggested { canvas.theme.accent } else { canvas.theme.text };
            let words = if is_suggested { canvas.theme.text } else { canvas.theme.muted };
            x = canvas.text(x, y, area.right().saturating_sub(x), key, style) + 1;
            x = canvas.text(x, y, area.right().saturating_sub(x), &label, words) + 2;
            x = canvas.text(x, y, area.right().saturating_sub(x), &interval, words);
            canvas.click(Rect::new(begin, y, x.saturating_sub(begin), 1), Input::Do(action));
            x += 3;
        }
    }
}

fn flag(card: &Card, cx: &Cx) -> &'static str {
    if cx.memory.as_ref().is_some_and(|memory| memory.is_flagged(&card.id)) { " !" } else { "" }
}

/// A number of days as people say it: today, days, months, years.
fn interval(days: u32, texts: &Texts) -> String {
    let sentence = match days {
        0 => Sentence::new("review-today"),
        1..60 => Sentence::new("review-days").with("days", days),
        60..730 => Sentence::new("review-months").with("months", (days + 15) / 30),
        _ => Sentence::new("review-years").with("years", (days + 182) / 365),
    };
    texts.say(&sentence)
}

/// What is said when no card is left.
pub fn end(end: &End, setting: &Setting, cx: &Cx) -> Prose {
    let theme = setting.theme;
    let mut prose = Prose::default();
    if end.answered > 0 {
        let done = Sentence::new("review-done").with("answered", end.answered).with("right", end.right).with("minutes", end.minutes);
        say(&done, theme.strong, setting, &mut prose);
    } else {
        say(&Sentence::new("review-nothing-due"), theme.strong, setting, &mut prose);
    }
    if let Some((day, cards)) = end.next_due {
        let next = Sentence::new("review-next").with("cards", cards).with("date", chrome::date(day, setting.texts));
        say(&next, theme.text, setting, &mut prose);
    }
    leeches(end, setting, cx, &mut prose);
    offers(end, setting, &mut prose);
    prose
}

/// Cards that are forgotten again and again are a sign of a gap that no repetition closes: the lesson is named.
fn leeches(end: &End, setting: &Setting, cx: &Cx, prose: &mut Prose) {
    if end.leeches.is_empty() {
        return;
    }
    let theme = setting.theme;
    prose.blank(1);
    say(&Sentence::new("review-leeches"), theme.warn, setting, prose);
    for (id, slug) in &end.leeches {
        let title = Inline::Text(setting.course.title_of(slug, setting.lang).to_owned());
        let link = Inline::Link { to: Target::Lesson { slug: slug.clone(), anchor: None }, text: vec![title] };
        let text = [Inline::Text(format!("{}  ", card::name(id, cx))), link];
        prose.indented(paragraph(&text, theme.text, &setting.narrower(2)), 2);
    }
}

/// What the keys do when nothing is due.
fn offers(end: &End, setting: &Setting, prose: &mut Prose) {
    let theme = setting.theme;
    let more = (end.held_back > 0).then(|| ("r", Sentence::new("review-more").with("cards", end.held_back)));
    let unread = end.unread.as_ref().map(|slug| {
        let title = setting.course.title_of(slug, setting.lang).to_owned();
        ("Enter", Sentence::new("review-read").with("lesson", title))
    });
    for (at, (key, sentence)) in more.into_iter().chain(unread).enumerate() {
        prose.blank(usize::from(at == 0));
        let before = Line::of(format!("{key:<8}"), theme.accent);
        let text = [Inline::Text(setting.texts.say(&sentence))];
        prose.append(paragraph(&text, theme.text, &setting.narrower(8)), &before.runs, &Line::of(" ".repeat(8), theme.text).runs);
    }
}

fn say(sentence: &Sentence, style: ratatui::style::Style, setting: &Setting, prose: &mut Prose) {
    let text = [Inline::Text(setting.texts.say(sentence))];
    prose.append(paragraph(&text, style, setting), &[], &[]);
}
