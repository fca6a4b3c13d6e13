//! Drills: small networks made from a seed; the simulator itself knows the answer.

mod filter;
mod route;

use super::super::cidr::read::{Piece, addr, half_width, target};
use crate::sim::drill::{Maker, kind, kinds, make};
use crate::sim::rng::Rng;
use crate::sim::{Drill, DrillKind, Judgement, Outcome, Simulator};
use crate::text::Message;

/// Every kind in the order in which they are taught, with what makes its questions.
const KINDS: [Maker<Question>; 7] = [
    (kind("route-target", "vpc-drill-route-target"), route::target),
    (kind("route-wins", "vpc-drill-route-wins"), route::wins),
    (kind("internet", "vpc-drill-internet"), route::internet),
    (kind("source-seen", "vpc-drill-source-seen"), route::source_seen),
    (kind("nacl-rule", "vpc-drill-nacl-rule"), filter::nacl_rule),
    (kind("ephemeral", "vpc-drill-ephemeral"), filter::ephemeral),
    (kind("sg-needed", "vpc-drill-sg-needed"), filter::sg_needed),
];

/// The kinds.
pub const NAMES: &[DrillKind] = &kinds(&KINDS);

/// A question with its answer and the mistakes that are often made.
struct Question {
    prompt: Message,
    answer: String,
    shape: Shape,
    explanation: Vec<Message>,
    scenario: String,
    mistakes: Vec<(String, Message)>,
}

/// What an answer looks like.
enum Shape {
    YesNo,
    /// One of these names.
    Name(Vec<String>),
    Addr,
    Net,
    /// A rule's number, or `*`.
    Rule,
    /// In or out.
    Direction,
}

const YES: &[&str] = &["yes", "y", "예", "네", "응", "된다", "가능"];
const NO: &[&str] = &["no", "n", "아니요", "아니오", "아뇨", "안된다", "불가"];
const IN: &[&str] = &["in", "inbound", "인바운드", "안으로"];
const OUT: &[&str] = &["out", "outbound", "아웃바운드", "밖으로"];

impl Shape {
    /// An answer in the one form that is compared.
    fn canonical(&self, answer: &str) -> Option<String> {
        let plain: String = answer.chars().map(half_width).collect();
        let text = plain.trim().trim_end_matches('.').trim();
        let word = text.to_lowercase();
        let one = |pairs: [(&'static str, &[&str]); 2]| pairs.into_iter().find(|(_, forms)| forms.contains(&word.as_str())).map(|(name, _)| name.to_owned());
        match self {
            Shape::YesNo => one([("yes", YES), ("no", NO)]),
            Shape::Direction => one([("in", IN), ("out", OUT)]),
            Shape::Name(names) => names.iter().find(|n| n.to_lowercase() == word).cloned(),
            Shape::Addr => addr(Piece::whole(text)).ok().map(|a| a.to_string()),
            Shape::Net => target(Piece::whole(text)).ok().map(|t| t.net.to_string()),
            Shape::Rule if text == "*" => Some("*".to_owned()),
            Shape::Rule => text.trim_end_matches('번').parse::<u16>().ok().map(|n| n.to_string()),
        }
    }

    /// What is wanted, said to somebody whose answer is no such thing.
    fn wanted(&self) -> Message {
        match self {
            Shape::YesNo => Message::new("vpc-want-yes-no"),
            Shape::Direction => Message::new("vpc-want-direction"),
            Shape::Name(names) => Message::new("vpc-want-name").with("names", names.join(", ")),
            Shape::Addr => Message::new("vpc-want-addr"),
            Shape::Net => Message::new("vpc-want-net"),
            Shape::Rule => Message::new("vpc-want-rule"),
        }
    }

    fn choices(&self) -> Vec<(&'static str, Message)> {
        match self {
            Shape::YesNo => vec![("yes", Message::new("vpc-choice-yes")), ("no", Message::new("vpc-choice-no"))],
            Shape::Direction => vec![("in", Message::new("vpc-choice-in")), ("out", Message::new("vpc-choice-out"))],
            _ => Vec::new(),
        }
    }
}

/// Makes a drill; `None` if there is no such kind.
pub fn drill(kind: &str, level: u8, seed: u64) -> Option<Drill> {
    let (kind, level, question) = make(&KINDS, kind, level, seed)?;
    Some(Drill {
        sim: "vpc",
        kind,
        level,
        seed,
        prompt: question.prompt,
        answer: question.answer,
        choices: question.shape.choices(),
        explanation: question.explanation,
        scenario: question.scenario,
    })
}

/// Judges an answer by its value and names the mistake if it is a known one.
pub fn judge(drill: &Drill, answer: &str) -> Judgement {
    let Some((_, _, question)) = make(&KINDS, drill.kind, drill.level, drill.seed) else { return Judgement::Wrong(None) };
    match question.shape.canonical(answer) {
        None => Judgement::Unreadable(question.shape.wanted()),
        Some(given) if given == question.answer => Judgement::Right,
        Some(given) => Judgement::Wrong(question.mistakes.into_iter().find(|(slip, _)| *slip == given).map(|(_, message)| message)),
    }
}

/// One of these.
fn pick<'a, T>(rng: &mut Rng, from: &'a [T]) -> Option<&'a T> {
    let last = u32::try_from(from.len()).unwrap_or(1).saturating_sub(1);
    from.get(rng.within(0, last) as usize)
}

/// The outcome of a scenario's one question.
fn outcome(scenario: &str) -> Outcome {
    super::Vpc.run(scenario).outcomes.into_iter().next().unwrap_or_default()
}

/// Why an outcome is as it is.
fn reasons(outcome: &Outcome) -> Vec<Message> {
    let why = outcome.findings.iter().filter(|f| f.code.is_some()).map(|f| f.message.clone());
    outcome.headline.iter().cloned().chain(why).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Texts};

    #[test]
    fn the_own_answer_of_a_drill_is_right_and_known_mistakes_are_wrong() {
        for kind in NAMES {
            for level in 1..=3 {
                for seed in 0..40 {
                    let made = drill(kind.name, level, seed).unwrap();
                    assert_eq!(judge(&made, &made.answer), Judgement::Right, "{made:?}");
                    assert_eq!(drill(kind.name, level, seed).unwrap(), made);
                    let run = super::super::Vpc.run(&made.scenario);
                    assert_eq!(run.refusals, vec![], "{}", made.scenario);
                    let (_, _, question) = make(&KINDS, kind.name, level, seed).unwrap();
                    let sentences = question.mistakes.iter().map(|(_, m)| m).chain(&question.explanation).chain([&question.prompt]);
                    for (message, lang) in sentences.flat_map(|m| Lang::ALL.into_iter().map(move |l| (m, l))) {
                        let text = Texts::of(lang).say(message);
                        assert!(text != message.id && !text.contains("{$"), "{text}");
                    }
                    for (slip, message) in question.mistakes.iter().filter(|(s, _)| *s != made.answer) {
                        assert!(matches!(judge(&made, slip), Judgement::Wrong(Some(_))), "{slip}: {message:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn both_answers_come_up() {
        for kind in ["internet", "ephemeral"] {
            for level in 1..=3 {
                let answers: std::collections::BTreeSet<String> = (0..40).map(|seed| drill(kind, level, seed).unwrap().answer).collect();
                assert_eq!(answers.len(), 2, "{kind} {level}");
            }
        }
    }

    #[test]
    fn an_answer_is_worth_its_value() {
        assert_eq!(Shape::YesNo.canonical(" 네. "), Some("yes".to_owned()));
        assert_eq!(Shape::Rule.canonical("100번"), Some("100".to_owned()));
        assert_eq!(Shape::Net.canonical("10.0.0.0/255.255.0.0"), Some("10.0.0.0/16".to_owned()));
        assert_eq!(Shape::Name(vec!["igw-1".to_owned()]).canonical("IGW-1"), Some("igw-1".to_owned()));
        assert_eq!(Shape::Addr.canonical("nat"), None);
    }
}
