//! The list of simulators, with the examples of the one under the cursor.

use std::ops::Range;

use ratatui::layout::Rect;

use super::Asks;
use crate::sim::Simulator;
use crate::text::{Run, pad, width};
use crate::tui::app::Cx;
use crate::tui::canvas::{Canvas, Styled};
use crate::tui::keymap::Action;
use crate::tui::message::Input;
use crate::tui::widgets::chrome;
use crate::tui::widgets::wrapped::{behind, hanging};

/// From this width on the examples stand beside the list.
const WIDE: u16 = 100;

/// Where the cursor is, and the lines.
pub struct List {
    all: &'static [&'static dyn Simulator],
    at: usize,
    lines: Vec<Styled>,
    /// The lines of each simulator.
    sims: Vec<Range<usize>>,
    examples: Vec<Styled>,
    /// The lines of each example.
    shown: Vec<Range<usize>>,
}

impl List {
    /// A list of these simulators.
    #[must_use]
    pub fn of(all: &'static [&'static dyn Simulator]) -> List {
        List { all, at: 0, lines: Vec::new(), sims: Vec::new(), examples: Vec::new(), shown: Vec::new() }
    }

    /// Takes input in.
    pub fn update(&mut self, input: &Input, cx: &Cx) -> Asks {
        let last = self.all.len().saturating_sub(1);
        match input {
            Input::Do(Action::Back) => return Asks::Close,
            Input::Do(Action::Enter) => return self.open(0),
            Input::Do(Action::Pick(number)) => return self.open(usize::from(*number).saturating_sub(1)),
            Input::Do(Action::Drill) => return self.sim().map_or_else(Asks::nothing, Asks::Practise),
            Input::Do(Action::Down) => self.at = (self.at + 1).min(last),
            Input::Do(Action::Up) => self.at = self.at.saturating_sub(1),
            Input::Do(Action::Top) => self.at = 0,
            Input::Do(Action::Bottom | Action::PageDown) => self.at = last,
            Input::Do(Action::PageUp) => self.at = 0,
            Input::Wheel(lines) => self.at = self.at.saturating_add_signed(isize::try_from(lines.signum()).unwrap_or(0)).min(last),
            Input::Row(row) if *row > last => return self.open(*row - last - 1),
            Input::Row(row) if *row == self.at => return self.open(0),
            Input::Row(row) => self.at = *row,
            _ => {}
        }
        self.lay(cx);
        Asks::nothing()
    }

    fn sim(&self) -> Option<&'static dyn Simulator> {
        self.all.get(self.at).copied()
    }

    /// Opens the simulator under the cursor with one of its examples.
    fn open(&self, example: usize) -> Asks {
        let Some(sim) = self.sim() else { return Asks::nothing() };
        match sim.examples().get(example) {
            Some(text) => Asks::Open(sim, Some((*text).to_owned())),
            None if example == 0 => Asks::Open(sim, None),
            None => Asks::nothing(),
        }
    }

    /// Lays list and examples out.
    pub fn lay(&mut self, cx: &Cx) {
        let (list, examples) = places(cx.area, usize::MAX);
        self.lines.clear();
        self.sims.clear();
        let column = self.all.iter().map(|sim| width(sim.name())).max().unwrap_or(0);
        for sim in self.all {
            let lead = [Run::new(pad(sim.name(), column), cx.theme.strong), Run::new("  ", cx.theme.text)];
            let said = [Run::new(cx.texts.say(&sim.summary()), cx.theme.text)];
            let begin = self.lines.len();
            self.lines.extend(behind(&lead, &said, usize::from(list.width)));
            self.sims.push(begin..self.lines.len());
        }
        self.lay_examples(usize::from(examples.width), cx);
    }

    fn lay_examples(&mut self, cells: usize, cx: &Cx) {
        self.examples.clear();
        self.shown.clear();
        if self.sim().is_some_and(|sim| !sim.examples().is_empty()) {
            self.examples.push(vec![Run::new(cx.texts.get("lab-examples"), cx.theme.strong)]);
        }
        for (at, example) in self.sim().map_or(&[][..], |sim| sim.examples()).iter().enumerate().take(9) {
            let begin = self.examples.len();
            for (line, text) in example.lines().enumerate() {
                let lead = if line == 0 { Run::new(format!("{}  ", at + 1), cx.theme.accent) } else { Run::new("   ", cx.theme.text) };
                let code = hanging(&[Run::new(text, cx.theme.text)], cells.saturating_sub(3), 2);
                self.examples.extend(code.into_iter().enumerate().map(|(row, line)| {
                    let lead = if row == 0 { lead.clone() } else { Run::new("   ", cx.theme.text) };
                    std::iter::once(lead).chain(line).collect()
                }));
            }
            self.shown.push(begin..self.examples.len());
        }
    }

    /// Draws the list.
    pub fn view(&self, canvas: &mut Canvas, cx: &Cx) {
        let title = canvas.texts.get("lab-title");
        chrome::top(canvas, cx.area, &title, "");
        let (list, examples) = places(cx.area, self.lines.len());
        let here = self.sims.get(self.at).cloned().unwrap_or_default();
        let first = here.end.saturating_sub(usize::from(list.height));
        for (row, lines) in self.sims.iter().enumerate() {
            for (number, line) in lines.clone().zip(&self.lines[lines.clone()]).skip_while(|(number, _)| *number < first) {
                let y = list.y + u16::try_from(number - first).unwrap_or(u16::MAX);
                if y >= list.bottom() {
                    break;
                }
                canvas.line(list.x, y, list.width, line);
                if row == self.at {
                    canvas.text(list.x.saturating_sub(2), y, 1, canvas.theme.signs.bar, canvas.theme.accent);
                }
                canvas.click(Rect { x: list.x.saturating_sub(2), y, width: list.width + 2, height: 1 }, Input::Row(row));
            }
        }
        self.view_examples(canvas, examples);
    }

    fn view_examples(&self, canvas: &mut Canvas, area: Rect) {
        for (line, y) in self.examples.iter().zip(area.y..area.bottom()) {
            canvas.line(area.x, y, area.width, line);
        }
        for (at, lines) in self.shown.iter().enumerate() {
            let y = area.y + u16::try_from(lines.start).unwrap_or(u16::MAX).min(area.height);
            let height = u16::try_from(lines.len()).unwrap_or(0).min(area.bottom().saturating_sub(y));
            canvas.click(Rect { y, height, ..area }, Input::Row(self.all.len() + at));
        }
    }
}

/// List and examples: side by side, or the examples below a list of so many lines.
fn places(area: Rect, lines: usize) -> (Rect, Rect) {
    let body = Rect { x: area.x + 3, y: area.y + 2, width: area.width.saturating_sub(4), height: area.height.saturating_sub(2) };
    if area.width >= WIDE {
        let wide = (body.width / 2).min(64);
        let x = body.x + wide + 4;
        return (Rect { width: wide, ..body }, Rect { x, width: body.right().saturating_sub(x), ..body });
    }
    let most = body.height * 3 / 5;
    let tall = u16::try_from(lines).unwrap_or(u16::MAX).min(most);
    let list = Rect { width: body.width.min(76), height: tall, ..body };
    let y = list.bottom() + 1;
    (list, Rect { y, width: list.width, height: body.bottom().saturating_sub(y), ..body })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim;
    use crate::text::Lang;
    use crate::tui::effect::Route;
    use crate::tui::snapshot::{SIZES, Stage, check_view};

    /// Pictures of the list with its first simulator alone, so that another does not change them.
    #[test]
    fn the_list_is_drawn() {
        for size in SIZES {
            for lang in Lang::ALL {
                let stage = Stage::open(Route::Library, size, lang);
                let mut list = List::of(&sim::ALL[..1]);
                list.lay(stage.cx());
                check_view(&format!("lab_list_{}x{}_{lang}", size.0, size.1), &stage, |canvas| list.view(canvas, stage.cx()));
            }
        }
    }

    #[test]
    fn every_simulator_is_named() {
        let mut stage = Stage::open(Route::Lab { sim: None, scenario: None }, (120, 40), Lang::En);
        let text = stage.text();
        assert!(sim::ALL.iter().all(|sim| text.contains(sim.name())), "{text}");
    }

    #[test]
    fn the_cursor_is_always_in_sight() {
        let last = sim::ALL.last().unwrap().name();
        let mut stage = Stage::open(Route::Lab { sim: None, scenario: None }, (40, 12), Lang::Ko);
        assert!(stage.keys("G").text().lines().any(|line| line.contains('▌') && line.contains(last)), "{}", stage.text());
    }
}
