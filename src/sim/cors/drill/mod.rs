//! Drills: calls made anew from a seed. The simulator itself knows the answers.

mod page;
mod server;
mod value;
mod write;

use crate::sim::drill::{Maker, kind, kinds, make};
use crate::sim::rng::Rng;
use crate::sim::{Drill, DrillKind, Judgement};
use crate::text::Message;
use value::Value;

/// Every kind in the order in which they are taught, with what makes its questions.
const KINDS: [Maker<Question>; 8] = [
    (kind("same-origin", "cors-drill-same-origin"), page::same_origin),
    (kind("preflight", "cors-drill-preflight"), page::preflight),
    (kind("asked-headers", "cors-drill-asked-headers"), page::asked_headers),
    (kind("readable", "cors-drill-readable"), server::readable),
    (kind("credentials", "cors-drill-credentials"), server::credentials),
    (kind("first-fault", "cors-drill-first-fault"), server::first_fault),
    (kind("cache", "cors-drill-cache"), server::cache),
    (kind("redirect", "cors-drill-redirect"), server::redirect),
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

/// Makes a drill; `None` if there is no such kind.
pub fn drill(kind: &str, level: u8, seed: u64) -> Option<Drill> {
    let (kind, level, question) = make(&KINDS, kind, level, seed)?;
    Some(Drill {
        sim: "cors",
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
    match question.answer.read(&question.choices, answer) {
        Err(wanted) => Judgement::Unreadable(wanted),
        Ok(given) if given == question.answer => Judgement::Right,
        Ok(given) => Judgement::Wrong(question.mistakes.into_iter().find(|(value, _)| *value == given).map(|(_, message)| message)),
    }
}

fn yes_no() -> Vec<(&'static str, Message)> {
    vec![("yes", Message::new("cors-yes")), ("no", Message::new("cors-no"))]
}

fn yes(is: bool) -> Value {
    Value::Word(if is { "yes" } else { "no" })
}

/// What belongs to a level.
fn at<'t, T>(of_levels: &[&'t [T]; 3], level: u8) -> &'t [T] {
    of_levels[usize::from(level.clamp(1, 3)) - 1]
}

/// One of several, at least one.
fn pick<'p, T>(rng: &mut Rng, from: &'p [T]) -> &'p T {
    let last = u32::try_from(from.len().saturating_sub(1)).unwrap_or(0);
    &from[rng.within(0, last) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_answer_is_right_and_a_mistake_is_named() {
        for (kind, _) in KINDS {
            let mut named = false;
            for level in 1..=3 {
                for seed in 0..20 {
                    let drill = drill(kind.name, level, seed).unwrap();
                    assert_eq!(judge(&drill, &drill.answer), Judgement::Right, "{} {level} {seed}", kind.name);
                    assert!(!drill.explanation.is_empty(), "{} {level} {seed}", kind.name);
                    assert_eq!(super::super::run::run(&drill.scenario).refusals, [], "{}", drill.scenario);
                    let (_, _, question) = make(&KINDS, kind.name, level, seed).unwrap();
                    for (value, _) in question.mistakes.iter().filter(|(value, _)| *value != question.answer) {
                        assert!(matches!(judge(&drill, &value.text()), Judgement::Wrong(Some(_))), "{} {value:?}", kind.name);
                        named = true;
                    }
                }
            }
            assert!(named, "{} names no mistake", kind.name);
        }
    }

    #[test]
    fn how_old_a_permission_is_agrees_with_whether_it_is_asked_for() {
        use super::super::run::run;
        for seed in 0..200 {
            let drill = drill("cache", 1 + u8::try_from(seed % 3).unwrap(), seed).unwrap();
            let asked = drill.explanation.iter().filter(|why| why.id.starts_with("cors-why-cache-") && why.id != "cors-why-cache-fresh").count();
            assert_eq!(asked.to_string(), drill.answer, "{}", drill.scenario);
            assert_eq!(drill.explanation.len(), run(&drill.scenario).outcomes.len() + 1);
        }
    }

    #[test]
    fn both_answers_of_a_choice_come_up() {
        for kind in ["same-origin", "preflight", "readable", "credentials"] {
            for level in 1..=3 {
                let answers: Vec<String> = (0..60).map(|seed| drill(kind, level, seed).unwrap().answer).collect();
                assert!(answers.iter().any(|a| a == "yes") && answers.iter().any(|a| a == "no"), "{kind} {level}");
            }
        }
    }

    #[test]
    fn answers_are_judged_by_value() {
        let drill = drill("preflight", 1, 7).unwrap();
        let korean = if drill.answer == "yes" { " 네 " } else { "아니요" };
        assert_eq!(judge(&drill, korean), Judgement::Right);
        assert!(matches!(judge(&drill, "perhaps"), Judgement::Unreadable(_)));
        let names = Value::names(["x-a", "x-b"]);
        assert_eq!(names.read(&[], "X-B, x-a"), Ok(names));
        assert_eq!(Value::names::<&str>([]).read(&[], "없음"), Ok(Value::names::<&str>([])));
        assert_eq!(Value::Origin(String::new()).read(&[], "HTTPS://A.com:443/"), Ok(Value::Origin("https://a.com".to_owned())));
    }
}
