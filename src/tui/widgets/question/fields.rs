//! Answers that are typed: a field below the question, or blanks in its text.

use ratatui::style::{Modifier, Style};

use super::look::{Look, stretch};
use super::{Asked, Body, Done, Reply};
use crate::content::{Accepted, Kind};
use crate::quiz::{Attempt, Mark, Sheet};
use crate::text::{Run, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::prose::{Act, Fill, HARD_SPACE, Ink, Prose, Runs, Setting, lay as lay_blocks, wrapped};

/// How wide an empty field is, in cells: the same for every answer, so that it gives nothing away.
const EMPTY: usize = 8;

impl Asked {
    /// Goes on to the next field that is empty, or judges.
    pub(super) fn enter_field(&mut self) -> Reply {
        let here = self.cursor.unwrap_or(0);
        let next = (here + 1..self.fields.len()).find(|at| self.fields[*at].text().trim().is_empty());
        if let Some(next) = next {
            self.cursor = Some(next);
            return Reply::Taken;
        }
        self.grade()
    }

    /// The text of a field has been edited.
    pub(super) fn typed(&mut self, changed: bool) -> Reply {
        if changed {
            self.remark = None;
        }
        if let (Some(at), Body::Question(attempt)) = (self.cursor, &mut self.body)
            && let Some(field) = self.fields.get(at)
        {
            attempt.write(at, field.text());
        }
        Reply::Taken
    }
}

/// The question's text; the blanks of a cloze stand in it as fields.
pub(super) fn prompt(attempt: &Attempt, asked: &Asked, focused: bool, done: Option<&Done>, setting: &Setting) -> Prose {
    let question = attempt.question();
    let (Kind::Cloze { blanks, .. }, Sheet::Fields(fields)) = (&question.kind, attempt.sheet()) else {
        return lay_blocks(&question.prompt, setting);
    };
    let fill = |blank: usize| match fields.iter().position(|field| field.blank == blank) {
        Some(at) => Fill { runs: filled(asked, at, focused, (done, attempt.accepted(at)), setting.theme), place: done.is_none().then_some(at) },
        None => Fill { runs: shown(blanks.get(blank).and_then(|b| b.accepted.first()), setting.theme.emphasis), place: None },
    };
    lay_blocks(&question.prompt, &Setting { blanks: Some(&fill), ..*setting })
}

/// The field of a typed question.
pub(super) fn lay(attempt: &Attempt, look: &mut Look) -> Prose {
    if matches!(attempt.question().kind, Kind::Typed { .. }) {
        look.field(attempt.accepted(0));
    }
    std::mem::take(&mut look.prose)
}

impl Look<'_> {
    /// A field on a line of its own; after a wrong answer the right one below it.
    pub(super) fn field(&mut self, accepted: &[Accepted]) {
        let theme = self.setting.theme;
        let act = self.done.is_none().then(|| self.prose.act(Act::Place(0)));
        let mut body = Prose::default();
        let runs = match self.done {
            None => open(&self.asked.fields, 0, self.is_at(0), theme),
            Some(_) => given(self.asked.fields.first().map_or("", Field::text), theme.text),
        };
        wrapped(&runs, self.setting.width.saturating_sub(4), &mut body);
        let sign = match self.mark(0) {
            Some(mark) => self.sign(Some(mark), false),
            None => Run::new("  ", Ink::default()),
        };
        let first = [sign, Run::new(format!("{} ", theme.signs.into), Ink::from(theme.muted))];
        self.clickable(body, &first, 4, act);
        if self.is_wrong() {
            let mut body = Prose::default();
            wrapped(&shown(accepted.first(), theme.ok), self.setting.width.saturating_sub(4), &mut body);
            let first = [Run::new(format!("  {} ", theme.signs.done), Ink::from(theme.ok))];
            self.prose.append(body, &first, &[Run::new("    ", Ink::default())]);
        }
    }
}

/// What stands in a blank of a cloze: a field, or what was typed with the right answer behind it.
fn filled(asked: &Asked, at: usize, focused: bool, (done, accepted): (Option<&Done>, &[Accepted]), theme: &Theme) -> Runs {
    let Some(done) = done else { return open(&asked.fields, at, focused && asked.cursor == Some(at), theme) };
    let typed = asked.fields.get(at).map_or("", Field::text);
    if done.verdict.marks.get(at) == Some(&Mark::Right) {
        return given(&format!("{typed}{HARD_SPACE}{}", theme.signs.done), theme.ok);
    }
    let mut runs = Runs::new();
    if !typed.trim().is_empty() {
        runs.extend(given(typed, theme.bad.add_modifier(Modifier::CROSSED_OUT)));
        runs.extend(stretch(HARD_SPACE, theme.text));
    }
    runs.extend(given(&format!("{}{HARD_SPACE}", theme.signs.wrong), theme.bad));
    runs.extend(shown(accepted.first(), theme.ok));
    runs
}

/// A field that waits for text. Its spaces do not break: it stays in one piece where it can.
fn open(fields: &[Field], at: usize, has_caret: bool, theme: &Theme) -> Runs {
    let (before, after) = fields.get(at).map_or(("", ""), Field::parts);
    let style = if has_caret { theme.accent } else { theme.text };
    let used = width(before) + width(after);
    let rest = format!("{}{}", hard(after), "_".repeat(EMPTY.saturating_sub(used).max(1)));
    let behind = Ink { caret: has_caret, ..Ink::from(style) };
    vec![Run::new(hard(before), style.into()), Run::new(rest, behind)]
}

fn given(text: &str, style: Style) -> Runs {
    stretch(hard(text), style)
}

fn shown(accepted: Option<&Accepted>, style: Style) -> Runs {
    accepted.map_or_else(Runs::new, |accepted| given(&accepted.text, style))
}

fn hard(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
