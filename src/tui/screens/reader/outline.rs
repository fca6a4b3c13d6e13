//! The outline: sections with how far they were read, where the lesson leads to, its simulators.
//!
//! It stands beside the text where there is room, and floats above it otherwise.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::progress::Mark;
use super::tasks::id_of;
use super::{State, sims};
use crate::content::{QuestionId, Scenario, Slug, plain};
use crate::sim;
use crate::text::{Message as Sentence, Run, width, wrap};
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Route};
use crate::tui::keymap::Action;
use crate::tui::message::Input;

/// A row that can be chosen.
#[derive(Clone, Debug)]
pub struct Entry {
    label: String,
    level: u8,
    to: To,
    /// The cells that its count or mark may take.
    behind: Option<usize>,
}

#[derive(Clone, Debug)]
enum To {
    Section(usize),
    Lesson(Slug),
    Lab(Scenario),
}

/// A line of the outline.
struct Row {
    text: String,
    what: What,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// What the lines below it are.
    Title,
    /// An entry; its first line, or one that goes on.
    Entry { at: usize, is_first: bool },
}

/// The cells before a heading, and before what stands under it.
const HEADING: usize = 2;
const BEFORE: usize = 4;

impl Entry {
    /// The cells by which it stands to the right of a section of the highest level.
    fn indent(&self) -> usize {
        2 * usize::from(self.level.saturating_sub(2))
    }
}

/// Text over as many lines as it needs.
fn broken(text: &str, cells: usize) -> Vec<String> {
    let lines = wrap(&[Run::new(text, ())], cells, cells);
    lines.into_iter().map(|line| line.into_iter().map(|run| run.text).collect()).collect()
}

impl State {
    /// The rows that can be chosen.
    pub(super) fn entries(&self, cx: &Cx) -> Vec<Entry> {
        let Some(lesson) = &self.lesson else { return Vec::new() };
        let sections = lesson.sections().into_iter().enumerate().filter(|(_, section)| section.anchor.is_some());
        let sections = sections.map(|(number, section)| Entry {
            label: plain(section.title),
            level: section.level,
            to: To::Section(number),
            behind: Some(self.questions_of(number, cx).map_or(1, |(_, of)| width(&place(of, of, cx)))),
        });
        let leads_to = self.ways.leads_to.iter().map(|slug| Entry {
            label: cx.course.title_of(slug, lesson.lang).to_owned(),
            level: 2,
            to: To::Lesson(slug.clone()),
            behind: None,
        });
        let mut labs: Vec<Entry> = Vec::new();
        for (_, scenario) in lesson.scenarios().filter(|(_, scenario)| sim::find(&scenario.sim).is_some()) {
            if labs.iter().all(|lab| lab.label != scenario.sim) {
                labs.push(Entry { label: scenario.sim.clone(), level: 2, to: To::Lab(scenario.clone()), behind: None });
            }
        }
        sections.chain(leads_to).chain(labs).collect()
    }

    /// Opens the outline, or gives it the keys where it stands beside the text.
    pub(super) fn open_outline(&mut self, cx: &Cx) -> Vec<Effect> {
        let here = self.section_on_screen();
        let at = self.entries(cx).iter().rposition(|entry| matches!(entry.to, To::Section(number) if number <= here));
        self.outline = Some(at.unwrap_or(0));
        Vec::new()
    }

    /// Takes input while the outline has the keys.
    pub(super) fn choose_entry(&mut self, input: &Input, cx: &Cx) -> Option<Vec<Effect>> {
        let at = self.outline?;
        let last = self.entries(cx).len().saturating_sub(1);
        self.outline = match input {
            Input::Do(Action::Down) => Some((at + 1).min(last)),
            Input::Do(Action::Up) => Some(at.saturating_sub(1)),
            Input::Do(Action::Top) => Some(0),
            Input::Do(Action::Bottom) => Some(last),
            Input::Do(Action::Enter) => return Some(self.open_entry(at, cx)),
            Input::Do(Action::Back | Action::Outline) => None,
            Input::Wheel(lines) => Some(at.saturating_add_signed(lines.signum() as isize).min(last)),
            _ => return None,
        };
        Some(Vec::new())
    }

    /// Goes where a row leads.
    pub(super) fn open_entry(&mut self, at: usize, cx: &Cx) -> Vec<Effect> {
        self.outline = None;
        match self.entries(cx).get(at).map(|entry| entry.to.clone()) {
            Some(To::Section(number)) => {
                let anchor = self.lesson.as_ref().and_then(|lesson| lesson.sections().get(number).and_then(|section| section.anchor.cloned()));
                let line = anchor.map_or(0, |anchor| self.line_of(&anchor));
                self.go_to(line)
            }
            Some(To::Lesson(slug)) => vec![Effect::Go(Route::Reader { slug, anchor: None, lang: None, terms: None })],
            Some(To::Lab(scenario)) => sims::lab(&scenario),
            None => Vec::new(),
        }
    }

    fn rows(&self, entries: &[Entry], cells: usize, cx: &Cx) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut last: Option<&To> = None;
        for (at, entry) in entries.iter().enumerate() {
            let title = match (last, &entry.to) {
                (None | Some(To::Section(_)), To::Lesson(_)) => Some("reader-leads-to"),
                (None | Some(To::Section(_) | To::Lesson(_)), To::Lab(_)) => Some("reader-lab"),
                _ => None,
            };
            if let Some(title) = title {
                rows.extend(["", cx.texts.get(title).as_str()].map(|text| Row { text: text.to_owned(), what: What::Title }));
            }
            last = Some(&entry.to);
            let behind = entry.behind.map_or(0, |wide| wide + 1);
            let room = cells.saturating_sub(BEFORE + entry.indent() + behind);
            let lines = broken(&entry.label, room);
            rows.extend(lines.into_iter().enumerate().map(|(line, text)| Row { text, what: What::Entry { at, is_first: line == 0 } }));
        }
        rows
    }

    /// Draws the outline beside the text.
    pub(super) fn view_outline_beside(&self, canvas: &mut Canvas, cx: &Cx) {
        let Some(area) = self.frame.outline else { return };
        let title = self.lesson.as_ref().map_or("", |lesson| lesson.front.title.as_str());
        let mut y = area.y;
        for line in broken(title, usize::from(area.width).saturating_sub(HEADING)) {
            canvas.text(area.x + 2, y, area.width, &line, canvas.theme.muted);
            y += 1;
        }
        let below = Rect::new(area.x, y + 1, area.width, area.bottom().saturating_sub(y + 1));
        self.view_rows(canvas, below, cx);
    }

    /// Draws it above the text, if it is open and does not stand beside it.
    pub(super) fn view_outline_above(&self, canvas: &mut Canvas, cx: &Cx) {
        if self.outline.is_none() || self.frame.outline.is_some() {
            return;
        }
        let width = cx.area.width.saturating_sub(4).min(46);
        let rows = self.rows(&self.entries(cx), usize::from(width.saturating_sub(4)), cx).len();
        let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2).min(cx.area.height.saturating_sub(2));
        let area = Rect::new(cx.area.right().saturating_sub(width + 2), cx.area.y + 1, width, height);
        canvas.clicks.clear();
        let inside = canvas.frame(area);
        self.view_rows(canvas, Rect::new(inside.x + 1, inside.y, inside.width.saturating_sub(2), inside.height), cx);
    }

    fn view_rows(&self, canvas: &mut Canvas, area: Rect, cx: &Cx) {
        let entries = self.entries(cx);
        let rows = self.rows(&entries, usize::from(area.width), cx);
        let here = self.section_on_screen();
        let cursor = self.outline.or_else(|| entries.iter().position(|entry| matches!(entry.to, To::Section(number) if number == here)));
        let height = usize::from(area.height);
        let line = rows.iter().position(|row| matches!(row.what, What::Entry { at, .. } if Some(at) == cursor)).unwrap_or(0);
        let from = (line + 3).saturating_sub(height).min(rows.len().saturating_sub(height));
        for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(from)) {
            let line = Rect::new(area.x, y, area.width, 1);
            match row.what {
                What::Title => drop(canvas.text(area.x + 2, y, area.width.saturating_sub(2), &row.text, canvas.theme.muted)),
                What::Entry { at, is_first } => {
                    let Some(entry) = entries.get(at) else { continue };
                    self.view_entry(canvas, line, (&row.text, entry), cursor == Some(at));
                    canvas.click(line, Input::Row(self.page.acts() + at));
                    if let (true, To::Section(number)) = (is_first, &entry.to)
                        && let Some((text, style)) = self.count(*number, canvas, cx)
                    {
                        canvas.text_right(area.right(), y, &text, style);
                    }
                }
            }
        }
    }

    fn view_entry(&self, canvas: &mut Canvas, area: Rect, (text, entry): (&str, &Entry), is_cursor: bool) {
        let theme = canvas.theme;
        let style = match (is_cursor, self.outline) {
            (true, Some(_)) => theme.selected,
            (true, None) => theme.text,
            (false, _) => theme.muted,
        };
        if is_cursor {
            canvas.text(area.x, area.y, 1, theme.signs.bar, theme.accent);
        }
        let x = area.x + u16::try_from(BEFORE + entry.indent()).unwrap_or(2);
        canvas.text(x, area.y, area.right().saturating_sub(x), text, style);
    }

    /// What stands at the right end of a section: its questions, or whether it has been read.
    fn count(&self, number: usize, canvas: &Canvas, cx: &Cx) -> Option<(String, Style)> {
        if let Some((answered, of)) = self.questions_of(number, cx) {
            let style = if answered == of { canvas.theme.ok } else { canvas.theme.muted };
            return Some((place(answered, of, cx), style));
        }
        let sign = canvas.theme.signs.done;
        (self.mark_of(number, cx) == Mark::Read).then(|| (sign.to_owned(), canvas.theme.ok))
    }

    /// How many questions of a section have ever been answered, and how many there are; `None` if there is none.
    fn questions_of(&self, number: usize, cx: &Cx) -> Option<(usize, usize)> {
        let lesson = self.lesson.as_ref()?;
        let blocks = lesson.blocks.get(lesson.sections().get(number)?.blocks.clone())?;
        let ids: Vec<_> = blocks.iter().filter_map(|block| id_of(&block.kind)).collect();
        let is_answered = |id: &QuestionId| {
            let mut cards = cx.deck.of_lesson(&lesson.slug).filter(|card| card.id.question() == id.as_str());
            cards.all(|card| cx.memory.as_ref().is_some_and(|memory| memory.learned(&card.id).is_some()))
        };
        (!ids.is_empty()).then(|| (ids.iter().filter(|id| is_answered(id)).count(), ids.len()))
    }
}

fn place(at: usize, of: usize, cx: &Cx) -> String {
    cx.texts.say(&Sentence::new("reader-place").with("at", at).with("of", of))
}
