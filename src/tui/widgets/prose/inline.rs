//! Running text.

use ratatui::style::{Modifier, Style};

use super::{Act, Fill, Ink, Line, Prose, Runs, Setting};
use crate::content::{Inline, PriceRef, Slug, Status, Target};
use crate::text::{Run, width, wrap};

/// Code up to this many cells is not broken at its spaces.
const UNBROKEN: usize = 24;
/// Stands for a space at which a line must not be broken.
pub const HARD_SPACE: char = '\u{a0}';

/// Running text wrapped to the width of the setting.
#[must_use]
pub fn paragraph(inlines: &[Inline], style: Style, setting: &Setting) -> Prose {
    let mut prose = Prose::default();
    let runs = runs(inlines, style, setting, &mut prose);
    wrapped(&runs, setting.width, &mut prose);
    prose
}

/// The stretches of running text; what they do is put into `prose`. A kept line end is `\n`.
#[must_use]
pub fn runs(inlines: &[Inline], style: Style, setting: &Setting, prose: &mut Prose) -> Runs {
    let mut writer = Writer { setting, prose, out: Vec::new() };
    writer.inlines(inlines, style.into());
    writer.out
}

/// Breaks stretches into lines of `cells` at spaces and kept line ends.
pub fn wrapped(runs: &[Run<Ink>], cells: usize, prose: &mut Prose) {
    for piece in runs.split(|r| r.text == "\n") {
        let lines = wrap(piece, cells, cells);
        let last = lines.len().saturating_sub(1);
        for (at, mut runs) in lines.into_iter().enumerate() {
            for run in &mut runs {
                if run.text.contains(HARD_SPACE) {
                    run.text = run.text.replace(HARD_SPACE, " ");
                }
            }
            prose.push(Line { runs, goes_on: at < last });
        }
    }
}

struct Writer<'a, 'b> {
    setting: &'a Setting<'a>,
    prose: &'b mut Prose,
    out: Runs,
}

impl Writer<'_, '_> {
    fn inlines(&mut self, inlines: &[Inline], ink: Ink) {
        inlines.iter().for_each(|inline| self.inline(inline, ink));
    }

    fn inline(&mut self, inline: &Inline, ink: Ink) {
        let theme = self.setting.theme;
        match inline {
            Inline::Text(text) => self.push(text.as_str(), ink),
            Inline::Code(text) => self.code(text, ink),
            Inline::Emphasis(inner) => self.inlines(inner, patch(ink, theme.emphasis)),
            Inline::Strong(inner) => self.inlines(inner, patch(ink, theme.strong)),
            Inline::Strike(inner) => self.inlines(inner, patch(ink, Style::new().add_modifier(Modifier::CROSSED_OUT))),
            Inline::Link { to, text } => self.link(to, text, ink),
            Inline::Image { alt, url } => self.image(alt, url, ink),
            Inline::Price(price) => self.price(price, ink),
            Inline::Blank(at) => self.blank(*at, ink),
            Inline::Break => self.out.push(Run::new("\n", ink)),
        }
    }

    fn push(&mut self, text: impl Into<String>, ink: Ink) {
        self.out.push(Run::new(text, ink));
    }

    /// Where a theme gives code no style of its own, it keeps its backticks.
    fn code(&mut self, text: &str, ink: Ink) {
        let style = self.setting.theme.code;
        let text = if style == Style::default() { format!("`{text}`") } else { text.to_owned() };
        let text = if width(&text) <= UNBROKEN { text.replace(' ', "\u{a0}") } else { text };
        let ink = if ink.act.is_some() { ink } else { patch(ink, style) };
        self.push(text, ink);
    }

    /// A link to nowhere, or to a lesson that is not written yet, is no more than its words.
    fn link(&mut self, to: &Target, text: &[Inline], ink: Ink) {
        let theme = self.setting.theme;
        if !self.leads_somewhere(to) {
            return self.inlines(text, patch(ink, theme.muted));
        }
        let act = self.prose.act(Act::Follow(to.clone()));
        let style = ink.style.patch(theme.accent).add_modifier(Modifier::UNDERLINED);
        self.inlines(text, Ink { style, act: Some(act), ..ink });
    }

    fn leads_somewhere(&self, to: &Target) -> bool {
        let is_written = |slug: &Slug| self.setting.course.lessons.contains_key(slug);
        match to {
            Target::Lesson { slug, .. } => is_written(slug),
            Target::Url(_) => true,
            Target::Nowhere(_) => false,
        }
    }

    fn image(&mut self, alt: &str, url: &str, ink: Ink) {
        let act = self.prose.act(Act::Follow(Target::Url(url.to_owned())));
        self.push(format!("[{alt}]"), Ink { act: Some(act), ..patch(ink, self.setting.theme.muted) });
    }

    /// What nobody confirmed is marked; where no number is known, the page to look at stands instead.
    fn price(&mut self, price: &PriceRef, ink: Ink) {
        let theme = self.setting.theme;
        let Some(speaker) = self.setting.prices else { return self.push(price.id.as_str(), ink) };
        let spoken = speaker(price);
        let text = self.setting.texts.say(&spoken.message);
        match spoken.page {
            Some(page) => {
                let act = self.prose.act(Act::Follow(Target::Url(page)));
                self.push(text, Ink { style: ink.style.patch(theme.accent).add_modifier(Modifier::UNDERLINED), act: Some(act), ..ink });
            }
            None if spoken.status == Status::Confirmed => self.push(text, ink),
            None => self.push(text, patch(ink, theme.warn)),
        }
    }

    fn blank(&mut self, at: usize, ink: Ink) {
        match self.setting.blanks {
            Some(blanks) => {
                let runs = placed(blanks(at), self.prose);
                self.out.extend(runs);
            }
            None => self.push("___", ink),
        }
    }
}

/// The stretches of a hidden place, which a click puts the cursor on.
pub(super) fn placed(fill: Fill, prose: &mut Prose) -> Runs {
    let mut runs = fill.runs;
    if let Some(place) = fill.place {
        let act = prose.act(Act::Place(place));
        runs.iter_mut().for_each(|run| run.style.act = Some(act));
    }
    runs
}

fn patch(ink: Ink, style: Style) -> Ink {
    Ink { style: ink.style.patch(style), ..ink }
}
