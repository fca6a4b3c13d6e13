use std::ops::Range;

use crate::text::{Arg, Message};

/// What running a scenario gave: an outcome for each question in it, and what could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// One for each question of the scenario, in order.
    pub outcomes: Vec<Outcome>,
    /// What is wrong with the text. Lines without a refusal have been run all the same.
    pub refusals: Vec<Refusal>,
}

/// The answer to one question of a scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The machine's word: `reachable`, or for `cidr` the networks of the answer, `none`, `ok`, `refused`.
    pub verdict: String,
    /// Machine codes that explain the verdict; lessons explain the codes.
    pub codes: Vec<&'static str>,
    /// The bytes of the scenario that asked.
    pub asked: Range<usize>,
    /// The answer in one sentence.
    pub headline: Option<Message>,
    /// Why it is so: the cause first, then what follows from it, then what was taken for granted.
    pub findings: Vec<Finding>,
    /// What was assumed or silently mended, which a careful person would want to know.
    pub notices: Vec<Notice>,
    /// The way to the answer, one step a time.
    pub steps: Vec<Step>,
    /// What there is to look at.
    pub panels: Vec<Panel>,
    /// Changes that mend what is wrong or, where nothing is, make it better; each of them has been run.
    pub fixes: Vec<Fix>,
    /// What no fix can do: why there is none, or why it is not where one would look for it.
    pub caveat: Option<Message>,
    /// Edits offered on the outcome as a whole.
    pub controls: Vec<Control>,
}

/// Something that the verdict rests on or that follows from it.
///
/// A cause, a consequence and an assumption differ in their tone: what stops something is `Bad`, what is to be known
/// `Plain`, what was taken for granted `Muted`. A face draws the sign of the tone before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A machine code, if a lesson explains it.
    pub code: Option<&'static str>,
    /// What it is.
    pub tone: Tone,
    /// What was found.
    pub message: Message,
}

/// A remark beside an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A machine code, if a lesson explains it.
    pub code: Option<&'static str>,
    /// The remark.
    pub message: Message,
}

/// One step of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happens in it.
    pub message: Message,
    /// The panel and the row of it that the step speaks of.
    pub points_at: Option<(usize, usize)>,
}

/// Something to look at. The list is closed: a face draws each kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Panel {
    /// Preformatted lines, the same in every language: Terraform, a command.
    Text { title: Option<Message>, lines: Vec<String> },
    /// Rows of cells under a header; an empty header where the first cell of each row names it.
    Table { title: Option<Message>, header: Vec<Message>, rows: Vec<Vec<Cell>> },
    /// Addresses in binary, one above the other.
    Bits { rows: Vec<BitRow> },
    /// Rows with a depth, each of which may offer edits.
    Tree { title: Option<Message>, header: Vec<Message>, rows: Vec<TreeRow> },
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text that is the same in every language.
    Text(String, Tone),
    /// A number or address, set to the right.
    Number(String),
    /// A sentence.
    Message(Message, Tone),
}

/// What a cell means; a face gives it a colour and a sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Less important than what stands beside it.
    Muted,
    /// In order, allowed.
    Good,
    /// Wrong, refused.
    Bad,
    /// To be careful with.
    Warn,
    /// What the row is about.
    Strong,
}

/// A row of a [`Panel::Bits`]: a label, its bits, and the same as text.
#[derive(Clone, Debug, PartialEq)]
pub struct BitRow {
    /// What the row is: address, mask, network, last.
    pub label: Message,
    /// The bits, most significant first.
    pub bits: Vec<Bit>,
    /// The row in dotted or colon form.
    pub text: String,
}

/// One bit of a [`BitRow`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bit {
    /// Its value.
    pub one: bool,
    /// Whether it belongs to the network's part.
    pub network: bool,
}

/// A row of a [`Panel::Tree`].
#[derive(Clone, Debug, PartialEq)]
pub struct TreeRow {
    /// 0 for a root.
    pub depth: usize,
    /// One cell for each header.
    pub cells: Vec<Cell>,
    /// Edits that act on this row.
    pub controls: Vec<Control>,
}

/// An edit of the scenario that a face offers under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The key, in the outcome.
    pub key: char,
    /// What it does.
    pub label: Message,
    /// What is asked before; the answer is put at the end of the changed text.
    pub ask: Option<Message>,
    /// The edit.
    pub change: Change,
}

/// An edit of a scenario's text: put `text` in the place of the bytes `range`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What is replaced; empty to insert.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

/// A change that mends something, with the verdict that it led to when it was run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub label: Message,
    /// The edit.
    pub change: Change,
    /// The verdict after it.
    pub then: String,
}

/// Why a scenario or request was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A machine code: `E_OCTET`.
    pub code: &'static str,
    /// The bytes of the scenario that are meant; of the named text, in a request.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// How to mend it.
    pub hint: Option<Message>,
    /// A change that mends it, where one is certain.
    pub mend: Option<Change>,
}

impl Outcome {
    /// Whether a fix leads to another verdict; one that does not only makes better what is right already.
    #[must_use]
    pub fn is_mended_by(&self, fix: &Fix) -> bool {
        fix.then != self.verdict
    }

    /// What stands over the fixes, by its id; `None` where there is nothing to say of them.
    #[must_use]
    pub fn fixes_title(&self) -> Option<&'static str> {
        match &self.fixes[..] {
            [] => self.caveat.as_ref().map(|_| "sim-fixes"),
            fixes if fixes.iter().any(|fix| self.is_mended_by(fix)) => Some("sim-fixes"),
            _ => Some("sim-improvements"),
        }
    }

    /// What a fix leads to, in a word.
    #[must_use]
    pub fn after(&self, fix: &Fix) -> Message {
        let id = if self.is_mended_by(fix) { "sim-fix-then" } else { "sim-fix-still" };
        Message::new(id).with("verdict", in_words(&fix.then))
    }
}

/// A verdict as it is said to a person: in their language where it is a word, as it is where it is a value.
fn in_words(verdict: &str) -> Arg {
    let id = match verdict {
        "allowed" => "sim-allowed",
        "blocked" => "sim-blocked",
        "reachable" => "sim-reachable",
        "unreachable" => "sim-unreachable",
        value => return value.to_owned().into(),
    };
    Message::new(id).into()
}

impl Change {
    /// The smallest edit of one piece that makes one text the other.
    #[must_use]
    pub fn between(old: &str, new: &str) -> Change {
        let start: usize = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (gone, come) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
        let end: usize = gone.chars().rev().zip(come.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        Change { range: start..old.len() - end, text: come.get(..come.len() - end).unwrap_or_default().to_owned() }
    }

    /// The scenario after the change, with the answer to [`Control::ask`] at the end of the new text.
    ///
    /// A range that does not fit the scenario leaves it as it is.
    #[must_use]
    pub fn apply(&self, scenario: &str, answer: &str) -> String {
        match (scenario.get(..self.range.start), scenario.get(self.range.end..)) {
            (Some(before), Some(after)) => format!("{before}{}{answer}{after}", self.text),
            _ => scenario.to_owned(),
        }
    }
}

/// The change that adds a line at the end of a scenario.
#[must_use]
pub fn line_change(scenario: &str, line: &str) -> Change {
    let end = scenario.trim_end().len();
    let text = if end == 0 { line.to_owned() } else { format!("\n{line}") };
    Change { range: end..scenario.len(), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_added_at_the_end() {
        let scenario = "tree 10.0.0.0/8\n\n";
        assert_eq!(line_change(scenario, "split 10.0.0.0/8 /").apply(scenario, "9"), "tree 10.0.0.0/8\nsplit 10.0.0.0/8 /9");
        assert_eq!(line_change("", "tree").apply("", ""), "tree");
    }

    #[test]
    fn the_smallest_change_is_found() {
        for (old, new, text) in
            [("shards = 1\n", "shards = 2\n", "2"), ("가나", "가다나", "다"), ("aa", "aaa", "a"), ("aaa", "aa", ""), ("", "x", "x"), ("x", "x", "")]
        {
            let change = Change::between(old, new);
            assert_eq!((change.text.as_str(), change.apply(old, "")), (text, new.to_owned()), "{old} {new}");
        }
    }

    #[test]
    fn what_a_fix_leads_to_is_said_in_the_readers_language() {
        use crate::text::{Lang, Texts};
        let fix = |then: &str| Fix { label: Message::new("sim-nothing"), change: Change { range: 0..0, text: String::new() }, then: then.into() };
        let said = |then: &str, lang| Texts::of(lang).say(&Outcome { verdict: "x".into(), ..Outcome::default() }.after(&fix(then)));
        assert_eq!([said("reachable", Lang::En), said("reachable", Lang::Ko), said("117.84", Lang::Ko)], ["then reachable", "결과: 닿음", "결과: 117.84"]);
    }

    #[test]
    fn a_fix_that_leads_to_the_same_verdict_is_no_mend() {
        let fix = |then: &str| Fix { label: Message::new("sim-more"), change: line_change("", ""), then: then.into() };
        let title = |verdict: &str, fixes: Vec<Fix>, caveat| Outcome { verdict: verdict.into(), fixes, caveat, ..Outcome::default() }.fixes_title();
        assert_eq!(title("blocked", vec![fix("allowed")], None), Some("sim-fixes"));
        assert_eq!(title("allowed", vec![fix("allowed")], None), Some("sim-improvements"));
        assert_eq!(title("blocked", vec![], Some(Message::new("sim-more"))), Some("sim-fixes"));
        assert_eq!(title("blocked", vec![], None), None);
    }

    #[test]
    fn a_change_that_does_not_fit_changes_nothing() {
        let change = Change { range: 1..9, text: "x".into() };
        assert_eq!(change.apply("가", ""), "가");
    }
}
