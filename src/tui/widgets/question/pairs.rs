//! Two columns of things that belong together.

use super::look::{Look, ROW, label};
use super::{Asked, Body, Reply};
use crate::content::{Inline, Inlines};
use crate::quiz::{Mark, Sheet};
use crate::text::{Run, pad};
use crate::tui::widgets::prose::{Act, Ink, Line, Prose, cells, paragraph};

/// The cells between an item and its partner, with the sign there.
const JOINT: usize = 3;

impl Asked {
    /// Gives the item under the cursor a partner, and goes on to the next that has none.
    pub(super) fn pair(&mut self, right: usize) -> Reply {
        let (Some(left), Body::Question(attempt)) = (self.cursor, &mut self.body) else { return Reply::Passed };
        attempt.pair(left, right);
        if let Sheet::Match { partners, .. } = attempt.sheet() {
            let of = partners.len();
            let next = (1..=of).map(|by| (left + by) % of).find(|at| partners.get(*at) == Some(&None));
            self.cursor = next.or(self.cursor);
        }
        self.unremark()
    }
}

impl Look<'_> {
    /// The left column with the partners that it has so far, and below it what there is to choose from.
    pub(super) fn pairs(&mut self, columns: &[Inlines; 2], pairs: &[[Inlines; 2]], shown: &[usize], partners: &[Option<usize>]) {
        let theme = self.setting.theme;
        let room = self.setting.width.saturating_sub(ROW + JOINT);
        let natural = pairs.iter().map(|[left, _]| self.cells_of(left)).max().unwrap_or(0);
        let wide = natural.min(room / 2);
        let apart = natural > wide;
        for (at, [left, _]) in pairs.iter().enumerate() {
            self.prose.blank(usize::from(apart && at > 0));
            let partner = partners.get(at).copied().flatten();
            let right = partner.and_then(|p| pairs.get(p)).map(|[_, right]| right.as_slice());
            self.pair_row(at, left, right, wide);
            if self.mark(at) == Some(Mark::Wrong)
                && let Some([_, right]) = pairs.get(at)
            {
                let indent = 2 + wide + JOINT;
                let body = paragraph(right, theme.ok, &self.setting.narrower(indent));
                let first = [Run::new(format!("{:>indent$}", format!("{} ", theme.signs.done)), Ink::from(theme.ok))];
                self.prose.append(body, &first, &[Run::new(" ".repeat(indent), Ink::default())]);
            }
        }
        if self.done.is_none() {
            self.partners(columns, pairs, shown, partners);
        }
    }

    fn cells_of(&self, text: &[Inline]) -> usize {
        paragraph(text, self.setting.theme.text, self.setting).lines.iter().map(Line::cells).max().unwrap_or(0)
    }

    fn pair_row(&mut self, at: usize, left: &[Inline], right: Option<&[Inline]>, wide: usize) {
        let theme = self.setting.theme;
        let here = self.is_at(at);
        let style = if here { theme.selected } else { theme.text };
        let act = self.done.is_none().then(|| self.prose.act(Act::Place(at)));
        let mut narrow = *self.setting;
        narrow.width = wide.max(1);
        let left = paragraph(left, style, &narrow);
        let right = right.map_or_else(Prose::default, |text| paragraph(text, theme.text, &self.setting.narrower(2 + wide + JOINT)));
        let rows = left.lines.len().max(right.lines.len());
        let mut body = Prose::default();
        for row in 0..rows {
            let mut runs = left.lines.get(row).map(|l| l.runs.clone()).unwrap_or_default();
            let used = cells(&runs);
            let joint = if row == 0 { pad(&format!(" {} ", theme.signs.pair), JOINT) } else { " ".repeat(JOINT) };
            runs.push(Run::new(format!("{}{joint}", " ".repeat(wide.saturating_sub(used))), theme.muted.into()));
            runs.extend(right.lines.get(row).map(|l| l.runs.clone()).unwrap_or_default());
            body.push(runs);
        }
        let sign = [self.sign(self.mark(at), here)];
        self.clickable(body, &sign, 2, act);
    }

    fn partners(&mut self, columns: &[Inlines; 2], pairs: &[[Inlines; 2]], shown: &[usize], partners: &[Option<usize>]) {
        let theme = self.setting.theme;
        self.prose.blank(1);
        self.prose.indented(paragraph(&columns[1], theme.muted, &self.setting.narrower(2)), 2);
        for (row, at) in shown.iter().enumerate() {
            let Some([_, right]) = pairs.get(*at) else { continue };
            let style = if partners.contains(&Some(*at)) { theme.muted } else { theme.text };
            let act = self.prose.act(Act::Row(row));
            let body = paragraph(right, style, &self.setting.narrower(ROW));
            let first = [Run::new(format!("  {}", pad(&label(row, shown.len()), ROW - 2)), Ink::from(theme.muted))];
            self.clickable(body, &first, ROW, Some(act));
        }
    }
}
