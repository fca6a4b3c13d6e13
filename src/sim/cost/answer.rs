//! The batch door.

use serde_json::{Value, json};

use super::past::{self, Again};
use super::tally::{self, Line, Tally};
use super::then::Then;
use super::{decimal, read, show};
use crate::content::Status;
use crate::sim::Refusal;
use crate::text::Message;

/// Answers `{"op": "estimate", "scenario": TEXT}` with the total, its codes and its lines.
///
/// Sums of the notes come under `notes`; of a scenario that asks for them alone the total is that of the first.
pub fn answer(request: &Value) -> Result<Value, Box<Refusal>> {
    let field = |name| request.get(name).and_then(Value::as_str);
    let (Some("estimate"), Some(scenario)) = (field("op"), field("scenario")) else { return Err(no_request()) };
    let bill = read::read(scenario).map_err(first)?;
    let sums = bill.sums.iter().map(|(sum, at)| past::again(&bill, sum, at)).collect::<Result<Vec<_>, _>>().map_err(first)?;
    let mut answer = match sums.first() {
        Some(only) if bill.entries.is_empty() => estimate(&only.bill, &only.tally),
        _ => estimate(&bill, &tally::tally(&bill).map_err(first)?),
    };
    if !sums.is_empty() {
        answer["notes"] = sums.iter().map(then).collect();
    }
    Ok(answer)
}

fn no_request() -> Box<Refusal> {
    read::refuse("E_REQUEST", &(0..0), Message::new("cost-e-request"))
}

fn first(refusals: Vec<Refusal>) -> Box<Refusal> {
    refusals.into_iter().next().map_or_else(no_request, Box::new)
}

fn estimate(bill: &read::Bill, tally: &Tally) -> Value {
    json!({
        "total": decimal::amount(tally.total),
        "region": bill.region,
        "confirmed": tally.is_sure(),
        "codes": show::codes(bill, tally),
        "lines": tally.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn line(line: &Line) -> Value {
    let found = line.found;
    json!({
        "item": line.item.word,
        "quantity": line.formula,
        "price": decimal::price(line.price),
        "per": line.item.per.to_string(),
        "usd": decimal::amount(line.amount),
        "confirmed": found.status == Status::Confirmed,
        "month": found.month,
        "source": found.source,
        "page": found.page,
    })
}

fn then(again: &Again) -> Value {
    let then = match again.sum.then {
        Then::Unsaid => Value::Null,
        Then::Dollars(dollars) => json!({ "usd": decimal::amount(dollars) }),
        Then::Won(won) => json!({ "krw": won.to_string() }),
    };
    json!({ "name": again.sum.word, "said": again.sum.said, "then": then, "today": decimal::amount(again.tally.total) })
}
