//! Drills: questions made anew from a seed, whose wrong answers are known by their mistake.

mod cost;
mod reading;
mod sizing;
mod value;

use crate::sim::drill::{Maker, kind, kinds, make};
use crate::sim::{Drill, DrillKind, Judgement};
use crate::text::Message;
use value::Value;

/// Every kind in the order in which they are taught, with what makes its questions.
const KINDS: [Maker<Question>; 9] = [
    (kind("way", "dynamodb-drill-way"), reading::way),
    (kind("replace", "dynamodb-drill-replace"), reading::replace),
    (kind("item-size", "dynamodb-drill-item-size"), sizing::item_size),
    (kind("read-units", "dynamodb-drill-read-units"), cost::read_units),
    (kind("write-units", "dynamodb-drill-write-units"), cost::write_units),
    (kind("query-units", "dynamodb-drill-query-units"), cost::query_units),
    (kind("limit", "dynamodb-drill-limit"), reading::limit),
    (kind("sparse", "dynamodb-drill-sparse"), reading::sparse),
    (kind("shards", "dynamodb-drill-shards"), cost::shards),
];

/// The kinds.
pub const NAMES: &[DrillKind] = &kinds(&KINDS);

/// A question with its answer and the mistakes that are often made.
struct Question {
    prompt: Message,
    answer: Value,
    choices: Vec<(&'static str, Message)>,
    explanation: Vec<Message>,
    scenario: String,
    mistakes: Vec<(Value, Message)>,
}

impl Question {
    /// A question that is answered with a number.
    fn new(prompt: Message, answer: Value) -> Question {
        Question { prompt, answer, choices: Vec::new(), explanation: Vec::new(), scenario: String::new(), mistakes: Vec::new() }
    }

    /// Says why the answer is right.
    fn because(mut self, message: Message) -> Question {
        self.explanation.push(message);
        self
    }

    /// A mistake that is known by its value.
    fn slip(mut self, value: Value, id: &'static str) -> Question {
        self.mistakes.push((value, Message::new(id)));
        self
    }

    /// The scenario that shows it.
    fn shown(mut self, scenario: String) -> Question {
        self.scenario = scenario;
        self
    }
}

/// Makes a drill; `None` if there is no such kind.
pub fn drill(kind: &str, level: u8, seed: u64) -> Option<Drill> {
    let (kind, level, question) = make(&KINDS, kind, level, seed)?;
    Some(Drill {
        sim: "dynamodb",
        kind,
        level,
        seed,
        prompt: question.prompt,
        answer: question.answer.text(),
        choices: question.choices,
        explanation: question.explanation,
        scenario: question.scenario,
    })
}

/// Judges an answer by its value and names the mistake if it is a known one.
pub fn judge(drill: &Drill, answer: &str) -> Judgement {
    let Some((_, _, question)) = make(&KINDS, drill.kind, drill.level, drill.seed) else { return Judgement::Wrong(None) };
    match question.answer.read(answer) {
        Err(wanted) => Judgement::Unreadable(wanted),
        Ok(given) if question.answer == given => Judgement::Right,
        Ok(given) => Judgement::Wrong(question.mistakes.into_iter().find(|(value, _)| *value == given).map(|(_, message)| message)),
    }
}

/// The head of every scenario here.
fn orders(sort: bool) -> String {
    let sort = if sort { "sk = \"date:S\"\n" } else { "" };
    format!("[table]\nname = \"Orders\"\npk = \"OrderID:S\"\n{sort}")
}

/// The mistakes of a question that are not known again when they are answered.
#[cfg(test)]
pub fn slips(kind: &str, level: u8, seed: u64) -> Vec<String> {
    let (_, _, question) = make(&KINDS, kind, level, seed).unwrap();
    let drill = drill(kind, level, seed).unwrap();
    let wrong = question.mistakes.iter().map(|(value, _)| value.text());
    wrong.filter(|text| !matches!(judge(&drill, text), Judgement::Wrong(Some(_)) | Judgement::Right)).collect()
}
