//! How a question looks: its sign, its text, its rows, and what is said afterwards.

use ratatui::style::Style;

use super::{Asked, Body, Done, Stage, choices, drill, fields};
use crate::content::{Block, Inline, Kind};
use crate::quiz::Mark;
use crate::study::Rating;
use crate::text::{Message as Sentence, Run, pad};
use crate::tui::widgets::prose::{Act, Ink, Line, Prose, Runs, Setting, lay, paragraph};

/// Where a row's text begins, in cells: sign, label, space.
pub(super) const ROW: usize = 6;
/// The cells of the box before a row of which any number can be right.
const BOX: usize = 4;

/// A question while it is laid out.
pub(super) struct Look<'a> {
    pub asked: &'a Asked,
    pub setting: &'a Setting<'a>,
    /// Whether keys go to it.
    pub focused: bool,
    pub done: Option<&'a Done>,
    pub compares: bool,
    pub prose: Prose,
}

/// A row that can be taken.
pub(super) struct Row {
    /// Its number on the screen.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What it is, once the answer was given.
    pub mark: Option<Mark>,
    /// Whether its box is ticked, if it has one.
    pub ticked: Option<bool>,
}

impl Asked {
    /// The lines of the question as it stands; `focused` where keys go to it.
    #[must_use]
    pub fn lay(&self, focused: bool, setting: &Setting) -> Prose {
        let done = match &self.stage {
            Stage::Done(done) => Some(done),
            _ => None,
        };
        let mut look = Look { asked: self, setting, focused, done, compares: self.stage == Stage::Compare, prose: Prose::default() };
        match &self.body {
            Body::Question(attempt) => {
                look.prompt(&fields::prompt(attempt, self, focused, done, &setting.narrower(2)));
                look.hint(attempt.question().hint.as_deref());
                let mut rows = choices::lay(attempt, &mut look.inner());
                rows.append(fields::lay(attempt, &mut look.inner()), &[], &[]);
                look.body(rows);
                look.answer(attempt);
                look.remark();
                look.outcome();
                look.explanation(&attempt.question().explanation);
            }
            Body::Drill(drill) => {
                look.prompt(&drill::prompt(drill, &setting.narrower(2)));
                let rows = drill::lay(drill, &mut look.inner());
                look.body(rows);
                look.remark();
                look.outcome();
                drill::explanation(drill, &mut look);
            }
        }
        look.prose
    }
}

impl<'a> Look<'a> {
    /// The same question, with lines of its own.
    fn inner(&self) -> Look<'a> {
        Look { prose: Prose::default(), ..*self }
    }

    /// The question's text, behind the sign that says how it stands.
    fn prompt(&mut self, prompt: &Prose) {
        let theme = self.setting.theme;
        let (sign, style) = match self.done {
            None => (theme.signs.question, theme.accent),
            Some(done) if done.rating == Rating::Again => (theme.signs.wrong, theme.bad),
            Some(_) => (theme.signs.done, theme.ok),
        };
        let first = [Run::new(format!("{sign} "), style.patch(theme.strong).into())];
        let rest = [Run::new("  ", Ink::default())];
        self.prose.append(prompt.clone(), &first, &rest);
    }

    fn hint(&mut self, hint: Option<&str>) {
        if let Some(hint) = hint.filter(|_| self.asked.hint) {
            let said = Sentence::new("question-hint").with("hint", hint.to_owned());
            self.prose.blank(1);
            self.sentence(&said, self.setting.theme.emphasis);
        }
    }

    fn body(&mut self, rows: Prose) {
        if !rows.lines.is_empty() {
            self.prose.blank(1);
            self.prose.append(rows, &[], &[]);
        }
    }

    /// What a recall is compared with, below a thin line.
    fn answer(&mut self, attempt: &crate::quiz::Attempt) {
        let Kind::Recall { answer } = &attempt.question().kind else { return };
        if self.compares || self.done.is_some() {
            let theme = self.setting.theme;
            self.prose.blank(1);
            self.prose.push(Line::of(format!("  {}", theme.signs.line.repeat(5)), theme.muted));
            self.prose.blank(1);
            self.prose.indented(lay(answer, &self.setting.narrower(2)), 2);
        }
    }

    fn remark(&mut self) {
        if let Some(remark) = &self.asked.remark {
            self.prose.blank(1);
            self.sentence(remark, self.setting.theme.warn);
        }
    }

    /// Right or not, and the mistake if it is a known one.
    fn outcome(&mut self) {
        let Some(done) = self.done else { return };
        let theme = self.setting.theme;
        if done.judged.is_none() || self.asked.is_ticked() {
            return;
        }
        let (id, style) = if done.verdict.is_right() { ("question-right", theme.ok) } else { ("question-wrong", theme.bad) };
        self.prose.blank(1);
        self.sentence(&Sentence::new(id), style);
        if let Some(mistake) = &done.mistake {
            self.sentence(mistake, theme.text);
        }
    }

    fn explanation(&mut self, explanation: &[Block]) {
        if self.done.is_some() && !explanation.is_empty() {
            let follows_verdict = self.done.is_some_and(|done| done.judged.is_some()) && !self.asked.is_ticked();
            self.prose.blank(usize::from(!follows_verdict));
            self.prose.indented(lay(explanation, &self.setting.narrower(2)), 2);
        }
    }

    /// A sentence of the interface, two cells to the right.
    pub fn sentence(&mut self, sentence: &Sentence, style: Style) {
        let text = [Inline::Text(self.setting.texts.say(sentence))];
        self.prose.indented(paragraph(&text, style, &self.setting.narrower(2)), 2);
    }

    pub fn indented_line(&mut self, id: &'static str, by: usize) {
        let line = format!("{}{}", " ".repeat(by), self.setting.texts.get(id));
        self.prose.push(Line::of(line, self.setting.theme.muted));
    }

    /// What a part is, once the answer was given.
    pub fn mark(&self, at: usize) -> Option<Mark> {
        self.done.map(|done| done.verdict.marks.get(at).copied().unwrap_or(Mark::Plain))
    }

    pub fn is_wrong(&self) -> bool {
        self.done.is_some_and(|done| !done.verdict.is_right())
    }

    /// A row: its mark or the cursor, its label, a box, its text. A click takes it.
    pub fn row(&mut self, row: &Row, text: &[Inline]) {
        let theme = self.setting.theme;
        let here = self.is_at(row.number);
        let style = match row.mark {
            None if here => theme.selected,
            None | Some(Mark::Right | Mark::Wrong | Mark::Missed) => theme.text,
            Some(Mark::Plain) => theme.muted,
        };
        let act = row.mark.is_none().then(|| self.prose.act(Act::Row(row.number)));
        let indent = ROW + if row.ticked.is_some() { BOX } else { 0 };
        let body = paragraph(text, style, &self.setting.narrower(indent));
        let mut first = vec![self.sign(row.mark, here)];
        if row.mark == Some(Mark::Missed) && row.ticked.is_none() {
            // Without a box there is nothing that was left empty: this is simply the right one.
            first = vec![self.sign(Some(Mark::Right), here)];
        }
        let label_style = if here { theme.accent } else { theme.muted };
        first.push(Run::new(pad(&label(row.number, row.of), ROW - 2), label_style.into()));
        if let Some(ticked) = row.ticked {
            first.push(Run::new(if ticked { "[x] " } else { "[ ] " }, label_style.into()));
        }
        self.clickable(body, &first, indent, act);
    }

    /// The sign at the beginning of a row: what it is, or where the cursor stands.
    pub fn sign(&self, mark: Option<Mark>, here: bool) -> Run<Ink> {
        let theme = self.setting.theme;
        let (sign, style) = match mark {
            Some(Mark::Right) => (theme.signs.done, theme.ok),
            Some(Mark::Wrong) => (theme.signs.wrong, theme.bad),
            Some(Mark::Missed) => (theme.signs.done, theme.warn),
            None if here && self.asked.held => (theme.signs.held, theme.accent),
            None if here => (theme.signs.bar, theme.accent),
            _ => (" ", theme.text),
        };
        Run::new(format!("{sign} "), style.into())
    }

    /// Whether the cursor stands on a row.
    pub fn is_at(&self, row: usize) -> bool {
        self.focused && self.done.is_none() && self.asked.cursor == Some(row)
    }

    /// Appends lines on which every stretch without a meaning of its own does `act`.
    pub fn clickable(&mut self, body: Prose, first: &[Run<Ink>], indent: usize, act: Option<usize>) {
        let from = self.prose.lines.len();
        self.prose.append(body, first, &[Run::new(" ".repeat(indent), Ink::default())]);
        for run in self.prose.lines.iter_mut().skip(from).flat_map(|line| &mut line.runs) {
            run.style.act = run.style.act.or(act);
        }
    }

    /// Text behind a number or sign, hanging from its end.
    pub fn hanging(&mut self, before: &str, text: &[Inline], indent: usize, style: Style) {
        let body = paragraph(text, style, &self.setting.narrower(indent));
        let first = [Run::new(format!("{:>indent$}", before), Ink::from(self.setting.theme.muted))];
        self.prose.append(body, &first, &[Run::new(" ".repeat(indent), Ink::default())]);
    }

    /// Feedback, right under the row that it is for.
    pub fn under(&mut self, blocks: &[Block], indent: usize) {
        let body = lay(blocks, &self.setting.narrower(indent));
        let body = recoloured(body, self.setting.theme.muted, self.setting.theme.text);
        self.prose.indented(body, indent);
    }
}

impl Asked {
    /// Whether it is a rubric, whose points say enough.
    fn is_ticked(&self) -> bool {
        matches!(self.sheet(), Some(crate::quiz::Sheet::Rubric { .. }))
    }
}

/// Running text in another style, code and links as they are.
fn recoloured(mut prose: Prose, to: Style, from: Style) -> Prose {
    for run in prose.lines.iter_mut().flat_map(|line| &mut line.runs).filter(|run| run.style.style == from) {
        run.style.style = to;
    }
    prose
}

/// What a row is taken by: a letter where four are enough, otherwise a digit.
#[must_use]
pub fn label(row: usize, of: usize) -> String {
    match row {
        0..4 if of <= 4 => ["a", "b", "c", "d"][row].to_owned(),
        0..9 => (row + 1).to_string(),
        _ => String::new(),
    }
}

/// Stretches moved behind each other.
pub(super) fn stretch(text: impl Into<String>, style: Style) -> Runs {
    vec![Run::new(text, style.into())]
}
