//! Requests written anew: with stand-ins for reserved words, with a condition that spares what is there.

use serde_json::{Map, Value as Json, json};

use super::read::Operation;
use super::say;
use crate::sim::dynamodb::reserved::is_reserved;
use crate::sim::dynamodb::schema::Schema;
use crate::sim::{Change, Outcome};
use crate::text::Message;

/// Words of the language of expressions, which are reserved as names for that.
const KEYWORDS: &[&str] = &["AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE"];

/// What could mend an operation.
pub fn for_operation(schema: &Schema, operation: &Operation, outcome: &Outcome) -> Vec<(Message, Change)> {
    let Some(request) = operation.request.as_object() else { return Vec::new() };
    let mut ideas = Vec::new();
    if outcome.codes.contains(&say::RESERVED_WORD) {
        ideas.push((Message::new("dynamodb-f-alias"), aliased(request)));
    }
    if outcome.codes.contains(&say::REPLACED) && !request.contains_key("ConditionExpression") {
        let name = &schema.keys.partition.name;
        let mut request = request.clone();
        request.insert("ConditionExpression".to_owned(), format!("attribute_not_exists({name})").into());
        ideas.push((Message::new("dynamodb-f-condition"), aliased(&request)));
    }
    ideas.into_iter().filter_map(|(label, request)| Some((label, Change { range: operation.request_at.clone(), text: literal(request)? }))).collect()
}

/// The request as a text of a scenario, without the table's name, which the scenario has.
fn literal(mut request: Map<String, Json>) -> Option<String> {
    request.remove("TableName");
    let text = Json::Object(request).to_string();
    (!text.contains("'''")).then(|| format!("'''{text}'''"))
}

/// With `#date` in the place of `date` wherever a reserved word stands for an attribute.
fn aliased(request: &Map<String, Json>) -> Map<String, Json> {
    let mut names = request.get("ExpressionAttributeNames").and_then(Json::as_object).cloned().unwrap_or_default();
    let mut request = request.clone();
    for (_, value) in request.iter_mut().filter(|(field, _)| field.ends_with("Expression")) {
        if let Some(text) = value.as_str() {
            *value = stand_ins(text, &mut names).into();
        }
    }
    if !names.is_empty() {
        request.insert("ExpressionAttributeNames".to_owned(), json!(names));
    }
    request
}

fn stand_ins(expression: &str, names: &mut Map<String, Json>) -> String {
    let mut out = String::new();
    let mut rest = expression;
    while let Some(first) = rest.chars().next() {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = if is_part(first) { rest.find(|c| !is_part(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (word, after) = rest.split_at(end);
        let is_name = first.is_ascii_alphabetic() && !out.ends_with(['#', ':']) && !after.trim_start().starts_with('(');
        if is_name && is_reserved(word) && !KEYWORDS.iter().any(|k| k.eq_ignore_ascii_case(word)) {
            names.insert(format!("#{word}"), word.into());
            out.push('#');
        }
        out.push_str(word);
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_words_get_stand_ins_and_nothing_else_does() {
        let mut names = Map::new();
        let read = stand_ins("OrderID = :date AND date > :d AND begins_with(Name, :n) AND size(year) > #status AND item.data[0] = :가", &mut names);
        assert_eq!(read, "OrderID = :date AND #date > :d AND begins_with(#Name, :n) AND size(#year) > #status AND #item.#data[0] = :가");
        assert_eq!(json!(names), json!({"#date": "date", "#Name": "Name", "#year": "year", "#item": "item", "#data": "data"}));
    }
}
