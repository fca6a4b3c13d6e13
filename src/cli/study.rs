//! `opsdrill study --batch`: what FSRS makes of a row of reviews, for machines; fuzz is off.

use serde_json::{Value, json};

use super::args::{Global, Study};
use super::voice::Voice;
use super::{Outcome, batch};
use crate::study::{Rating, Scheduler};
use crate::text::{Message, Texts};

/// What is aimed at where a request does not say.
const RETENTION: f32 = 0.9;

/// Answers one request a line.
///
/// # Errors
///
/// The streams fail.
pub fn run(_args: &Study, global: &Global, texts: &'static Texts) -> Outcome {
    batch::answer(Voice::of(global, texts), |line| answer(line, texts))
}

/// The state after each review of a request.
fn answer(line: &Value, texts: &Texts) -> batch::Reply {
    let reviews = line.get("reviews").and_then(Value::as_array).ok_or_else(|| batch::lacks("reviews", texts))?;
    let refuse = |id| json!({ "code": "E_REVIEW", "message": texts.say(&Message::new(id)) });
    let scheduler = scheduler(line).ok_or_else(|| refuse("study-bad-parameters"))?;
    let mut before = None;
    let mut states = Vec::with_capacity(reviews.len());
    for review in reviews {
        let (rating, elapsed) = read(review).ok_or_else(|| refuse("study-bad-review"))?;
        let recall = before.map(|(stability, _)| scheduler.recall(stability, elapsed));
        let step = scheduler.next(before, elapsed)[rating];
        before = Some((step.stability, step.difficulty));
        states.push(json!({ "stability": step.stability, "difficulty": step.difficulty, "retrievability_before": recall, "interval_days": step.days() }));
    }
    Ok(("states", Value::Array(states)))
}

#[expect(clippy::cast_possible_truncation, reason = "FSRS computes in f32")]
fn scheduler(line: &Value) -> Option<Scheduler> {
    let number = |value: &Value| value.as_f64().map(|number| number as f32);
    let retention = line.get("retention").map_or(Some(RETENTION), number)?;
    let parameters = match line.get("parameters") {
        None | Some(Value::Null) => Vec::new(),
        Some(values) => values.as_array()?.iter().map(number).collect::<Option<Vec<f32>>>()?,
    };
    Scheduler::new(&parameters, retention).ok()
}

/// Rating and whole study days of a review; days that are not whole are rounded.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the range that is asked for")]
fn read(review: &Value) -> Option<(Rating, u32)> {
    let rating = review.get("rating")?.as_u64().and_then(|n| u8::try_from(n).ok()).and_then(Rating::from_number)?;
    let elapsed = review.get("elapsed_days").map_or(Some(0.0), Value::as_f64)?;
    (0.0..1e6).contains(&elapsed).then(|| (rating, elapsed.round() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[track_caller]
    fn check(line: &Value, expected: Result<&Value, &str>) {
        match (answer(line, Texts::of(Lang::En)), expected) {
            (Ok((_, states)), Ok(days)) => assert_eq!(&Value::from_iter(states.as_array().unwrap().iter().map(|s| s["interval_days"].clone())), days),
            (Err(error), Err(code)) => assert_eq!(error["code"], code),
            (got, _) => panic!("{got:?}"),
        }
    }

    #[test]
    fn each_review_has_a_state() {
        check(&json!({ "reviews": [{ "rating": 2, "elapsed_days": 0 }, { "rating": 3, "elapsed_days": 1 }] }), Ok(&json!([1, 5])));
        check(&json!({ "reviews": [{ "rating": 3, "elapsed_days": 0 }], "retention": 0.8 }), Ok(&json!([8])));
        check(&json!({ "reviews": [] }), Ok(&json!([])));
    }

    #[test]
    fn what_cannot_be_computed_is_refused() {
        check(&json!({}), Err("E_LINE"));
        for request in [
            json!({ "reviews": [{ "rating": 5 }] }),
            json!({ "reviews": [{ "rating": 3, "elapsed_days": -1 }] }),
            json!({ "reviews": [], "retention": 2 }),
            json!({ "reviews": [], "parameters": [1, 2] }),
        ] {
            check(&request, Err("E_REVIEW"));
        }
    }
}
