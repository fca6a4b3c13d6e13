//! Questions that a simulator makes.

use super::look::{Look, Row};
use super::{Asked, Body, Done, Reply};
use crate::content::Inline;
use crate::quiz::{Mark, Verdict};
use crate::sim::{self, Drill, Judgement};
use crate::study::Rating;
use crate::text::Message as Sentence;
use crate::tui::widgets::prose::{Prose, Setting, paragraph};

impl Asked {
    pub(super) fn pick_drill(&mut self, row: usize) -> Reply {
        let Body::Drill(drill) = &self.body else { return Reply::Passed };
        let Some((word, _)) = drill.choices.get(row) else { return Reply::Passed };
        self.cursor = Some(row);
        self.judge_drill(word)
    }

    pub(super) fn enter_drill(&mut self) -> Reply {
        let Some(field) = self.fields.first() else {
            return self.cursor.map_or(Reply::Taken, |row| self.pick_drill(row));
        };
        let answer = field.text().trim().to_owned();
        if answer.is_empty() {
            return self.say(Sentence::new("question-incomplete"));
        }
        self.judge_drill(&answer)
    }

    fn judge_drill(&mut self, answer: &str) -> Reply {
        let Body::Drill(drill) = &self.body else { return Reply::Passed };
        let Some(sim) = sim::find(drill.sim) else { return Reply::Passed };
        let (right, mistake) = match sim.judge(drill, answer) {
            Judgement::Right => (true, None),
            Judgement::Wrong(mistake) => (false, mistake),
            Judgement::Unreadable(message) => return self.say(message),
        };
        let mark = if right { Mark::Right } else { Mark::Wrong };
        let verdict = Verdict { points: (usize::from(right), 1), marks: vec![mark] };
        let rating = Rating::from_points(usize::from(right), 1);
        self.finish(Done { verdict, rating, judged: Some(rating), mistake })
    }
}

pub(super) fn prompt(drill: &Drill, setting: &Setting) -> Prose {
    said(&drill.prompt, setting)
}

/// Choices, or a field; after a wrong answer the right one.
pub(super) fn lay(drill: &Drill, look: &mut Look) -> Prose {
    if drill.choices.is_empty() {
        look.field(&[crate::content::Accepted { text: drill.answer.clone(), tolerance: None }]);
        return std::mem::take(&mut look.prose);
    }
    for (row, (word, message)) in drill.choices.iter().enumerate() {
        let text = Inline::Text(look.setting.texts.say(message));
        let mark = look.done.map(|done| mark(done, look.asked.cursor == Some(row), *word == drill.answer));
        look.row(&Row { number: row, of: drill.choices.len(), mark, ticked: None }, &[text]);
    }
    std::mem::take(&mut look.prose)
}

fn mark(done: &Done, is_picked: bool, is_right: bool) -> Mark {
    match (is_picked, is_right) {
        (true, _) if done.verdict.is_right() => Mark::Right,
        (true, _) => Mark::Wrong,
        (false, true) => Mark::Missed,
        (false, false) => Mark::Plain,
    }
}

/// Why the answer is right; the mistake has been told above.
pub(super) fn explanation(drill: &Drill, look: &mut Look) {
    let Some(done) = look.done else { return };
    let mistake = done.mistake.as_ref();
    for message in drill.told(mistake).skip(usize::from(mistake.is_some())) {
        let lines = said(message, &look.setting.narrower(2));
        look.prose.indented(lines, 2);
    }
}

/// A message of a simulator, its line ends kept.
fn said(message: &Sentence, setting: &Setting) -> Prose {
    let text = setting.texts.say(message);
    let mut prose = Prose::default();
    for line in text.lines() {
        prose.append(paragraph(&[Inline::Text(line.to_owned())], setting.theme.text, setting), &[], &[]);
    }
    prose
}
