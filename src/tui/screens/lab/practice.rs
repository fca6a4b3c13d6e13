//! Drills of a simulator: choose a kind, answer, see the mistake, take another.

use ratatui::layout::{Position, Rect};

use super::Asks;
use crate::sim::{DrillKind, Simulator};
use crate::text::Message as Sentence;
use crate::tui::app::Cx;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::{Action, Scope};
use crate::tui::message::Input;
use crate::tui::widgets::chrome;
use crate::tui::widgets::prose::{Act, Prose, Setting};
use crate::tui::widgets::question::{Asked, Reply};

/// The levels, from the easiest.
const LEVELS: std::ops::RangeInclusive<u8> = 1..=3;
/// The most cells that a drill takes.
const PROSE: u16 = 76;

/// The kind, the drill that is asked, and how it went so far.
pub struct Practice {
    sim: &'static dyn Simulator,
    at: usize,
    level: u8,
    asked: Option<Asked>,
    seed: u64,
    right: usize,
    answered: usize,
    prose: Prose,
    scroll: usize,
}

impl Practice {
    /// The kinds of a simulator.
    #[must_use]
    pub fn new(sim: &'static dyn Simulator, cx: &Cx) -> Practice {
        Practice { sim, at: 0, level: *LEVELS.start(), asked: None, seed: cx.nonce, right: 0, answered: 0, prose: Prose::default(), scroll: 0 }
    }

    /// The scope in force.
    #[must_use]
    pub fn scope(&self) -> Scope {
        match &self.asked {
            None => Scope::Drill,
            Some(asked) if asked.is_done() => Scope::Drilled,
            Some(asked) => asked.scope(),
        }
    }

    /// Takes input in.
    pub fn update(&mut self, input: &Input, cx: &Cx) -> Asks {
        let asks = match &self.asked {
            None => self.choose(input, cx),
            Some(asked) if asked.is_done() => self.after(input),
            Some(_) => self.answer(input),
        };
        self.lay(cx);
        asks
    }

    fn kinds(&self) -> &'static [DrillKind] {
        self.sim.drills()
    }

    fn choose(&mut self, input: &Input, cx: &Cx) -> Asks {
        let last = self.kinds().len().saturating_sub(1);
        let page = usize::from(cx.area.height.saturating_sub(4));
        match input {
            Input::Do(Action::Back) => return Asks::Close,
            Input::Do(Action::Enter) => self.another(),
            Input::Do(Action::Right) => self.level = (self.level + 1).min(*LEVELS.end()),
            Input::Do(Action::Left) => self.level = self.level.saturating_sub(1).max(*LEVELS.start()),
            Input::Do(Action::Down) => self.at = (self.at + 1).min(last),
            Input::Do(Action::Up) => self.at = self.at.saturating_sub(1),
            Input::Do(Action::HalfDown | Action::PageDown) => self.at = (self.at + page).min(last),
            Input::Do(Action::HalfUp | Action::PageUp) => self.at = self.at.saturating_sub(page),
            Input::Do(Action::Top) => self.at = 0,
            Input::Do(Action::Bottom) => self.at = last,
            Input::Wheel(lines) => self.at = self.at.saturating_add_signed(isize::try_from(*lines).unwrap_or(0)).min(last),
            Input::Row(row) if *row <= last => {
                self.at = *row;
                self.another();
            }
            _ => {}
        }
        Asks::nothing()
    }

    fn answer(&mut self, input: &Input) -> Asks {
        let Some(asked) = &mut self.asked else { return Asks::nothing() };
        match asked.update(input) {
            Reply::Answered => {
                self.answered += 1;
                self.right += usize::from(asked.is_right());
            }
            Reply::Passed if matches!(input, Input::Do(Action::Back)) => self.leave(),
            Reply::Passed | Reply::Taken | Reply::Again | Reply::Lab => {}
        }
        Asks::nothing()
    }

    fn after(&mut self, input: &Input) -> Asks {
        match input {
            Input::Do(Action::Enter | Action::Again) => self.another(),
            Input::Do(Action::Back) => self.leave(),
            Input::Do(Action::Down) => self.scroll += 1,
            Input::Do(Action::Up) => self.scroll = self.scroll.saturating_sub(1),
            Input::Wheel(lines) => self.scroll = self.scroll.saturating_add_signed(isize::try_from(*lines).unwrap_or(0)),
            Input::Do(Action::OpenLab) => {
                let scenario = self.asked.as_ref().and_then(Asked::scenario).map(|(_, scenario)| scenario.to_owned());
                return scenario.map_or_else(Asks::nothing, |scenario| Asks::Open(self.sim, Some(scenario)));
            }
            _ => {}
        }
        Asks::nothing()
    }

    /// Back to the kinds.
    fn leave(&mut self) {
        self.asked = None;
        self.scroll = 0;
    }

    fn another(&mut self) {
        let Some(kind) = self.kinds().get(self.at) else { return };
        self.seed = self.seed.wrapping_add(1);
        self.asked = self.sim.drill(kind.name, self.level, self.seed).map(Asked::drill);
        self.scroll = 0;
    }

    /// Lays the drill out.
    pub fn lay(&mut self, cx: &Cx) {
        let area = text_area(cx.area);
        let setting = Setting {
            theme: &cx.theme,
            texts: cx.texts,
            course: &cx.course,
            lang: cx.lang,
            painter: None,
            width: usize::from(area.width),
            spare: 0,
            blanks: None,
            prices: None,
        };
        self.prose = self.asked.as_ref().map(|asked| asked.lay(true, &setting)).unwrap_or_default();
        let last = self.prose.lines.len().saturating_sub(usize::from(area.height));
        // What an answer led to stands at the end.
        self.scroll = if self.scroll == 0 && self.scope() == Scope::Drilled && last > 0 { last } else { self.scroll.min(last) };
    }

    /// Draws kinds or drill.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        let into = cx.theme.signs.into;
        let mut left = format!("{} {into} {} {into} {}", canvas.texts.get("lab-title"), self.sim.name(), canvas.texts.get("drill-title"));
        if let (Some(kind), true) = (self.kinds().get(self.at), self.asked.is_some()) {
            left.push_str(&format!(" {into} {}", kind.name));
        }
        chrome::top(canvas, cx.area, &left, &self.counts(cx));
        let area = text_area(cx.area);
        if self.asked.is_some() { self.view_drill(canvas, area) } else { self.view_kinds(canvas, area) }
    }

    /// `Level 2   3 of 4 right`.
    fn counts(&self, cx: &Cx) -> String {
        let level = Sentence::new("drill-level").with("level", self.level);
        let score = (self.answered > 0).then(|| Sentence::new("drill-score").with("right", self.right).with("of", self.answered));
        std::iter::once(level).chain(score).map(|sentence| cx.texts.say(&sentence)).collect::<Vec<_>>().join("   ")
    }

    fn view_kinds(&self, canvas: &mut Canvas, area: Rect) {
        let tall = usize::from(area.height);
        let first = self.at.saturating_sub(tall * 2 / 3).min(self.kinds().len().saturating_sub(tall));
        for (y, (row, kind)) in (area.y..area.bottom()).zip(self.kinds().iter().enumerate().skip(first)) {
            let (theme, is_here) = (canvas.theme, row == self.at);
            if is_here {
                canvas.text(area.x.saturating_sub(2), y, 1, theme.signs.bar, theme.accent);
            }
            let text = canvas.texts.get(kind.summary);
            canvas.text(area.x, y, area.width, &text, if is_here { theme.selected } else { theme.text });
            canvas.click(Rect { x: area.x.saturating_sub(2), y, width: area.width + 2, height: 1 }, Input::Row(row));
        }
    }

    fn view_drill(&self, canvas: &mut Canvas, area: Rect) {
        for (line, y) in self.prose.lines.iter().skip(self.scroll).zip(area.y..area.bottom()) {
            let mut x = area.x;
            for run in &line.runs {
                let begin = x;
                x = canvas.text(x, y, area.right().saturating_sub(x), &run.text, run.style.style);
                if let Some(Act::Row(row)) = run.style.act.and_then(|act| self.prose.acts.get(act)) {
                    canvas.click(Rect::new(begin, y, x - begin, 1), Input::Row(*row));
                }
            }
        }
        let Some((line, cell)) = self.prose.caret().filter(|(line, _)| *line >= self.scroll) else { return };
        let at = Position::new(area.x + u16::try_from(cell).unwrap_or(0), area.y + u16::try_from(line - self.scroll).unwrap_or(0));
        canvas.cursor = Some(at).filter(|at| area.contains(*at));
    }
}

/// Where kinds and drill stand: not wider than prose, with a margin.
fn text_area(area: Rect) -> Rect {
    let wide = area.width.saturating_sub(5).min(PROSE);
    let x = if area.width > PROSE + 12 { area.x + 9 } else { area.x + 3 };
    Rect { x, y: area.y + 2, width: wide.min(area.right().saturating_sub(x + 1)), height: area.height.saturating_sub(2) }
}
