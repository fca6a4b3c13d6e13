//! Input that means harm or mischance: each is refused with a code and a place, in bounded time and memory.

use serde_json::{Value as Json, json};

use super::DynamoDb;
use crate::sim::{Refusal, Simulator};
use crate::text::{Lang, Texts};

const HEAD: &str = "[table]\npk = \"k:S\"\n";

/// The first refusal of a scenario: its code, and the text that it points at.
#[track_caller]
fn refused(scenario: &str, code: &str) -> Refusal {
    let run = DynamoDb.run(scenario);
    let Some(first) = run.refusals.first().cloned() else { panic!("nothing is refused: {:.200}", scenario) };
    assert_eq!(first.code, code, "{:.200}", scenario);
    assert!(run.refusals.len() <= 50 && scenario.get(first.at.clone()).is_some());
    for lang in Lang::ALL {
        let sentence = Texts::of(lang).say(&first.message);
        assert!(sentence != first.message.id && sentence.chars().count() < 600, "{sentence:.700}");
    }
    first
}

/// A request on a table with the key `k` and the operations.
fn request(operations: Json) -> Json {
    let table = json!({
        "TableName": "T",
        "KeySchema": [{"AttributeName": "k", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "k", "AttributeType": "S"}],
    });
    json!({"op": "run", "table": table, "operations": operations})
}

/// What one operation answers at the batch door.
#[track_caller]
fn result(name: &str, mut fields: Json) -> Json {
    fields["TableName"] = "T".into();
    let answer = DynamoDb.answer(&request(json!([{"op": name, "request": fields}]))).unwrap();
    answer["results"][0].clone()
}

/// One operation is refused at the batch door, in few words.
#[track_caller]
fn fails(name: &str, fields: Json, error: &str, part: &str) {
    let result = result(name, fields);
    let message = result["message"].as_str().unwrap_or_default();
    assert_eq!(result["error"], error, "{message}");
    assert!(message.contains(part) && message.chars().count() <= 410, "{message:.500}");
}

fn filter(expression: String) -> Json {
    json!({"FilterExpression": expression, "ExpressionAttributeValues": {":v": {"S": "v"}}})
}

fn pattern(condition: &str) -> String {
    format!("{HEAD}[[pattern]]\nwhere = \"{condition}\"\n")
}

fn item(value: &str) -> String {
    format!("{HEAD}[[item]]\nk = \"a\"\nv = {value}\n")
}

#[test]
fn an_expression_nested_10_000_deep() {
    let (open, close) = ("(".repeat(10_000), ")".repeat(10_000));
    fails("Scan", filter(format!("{open}a = :v{close}")), "ValidationException", "exceeded the maximum allowed size");
    fails("Scan", filter(format!("{}a = :v{}", "(".repeat(2000), ")".repeat(2000))), "ValidationException", "nested too deeply");
    fails("Scan", filter(format!("{}a = :v", "NOT ".repeat(1000))), "ValidationException", "nested too deeply");
    fails("Scan", filter(format!("a{} = :v", ".a".repeat(1900))), "ValidationException", "nesting");
    refused(&pattern(&format!("{open}k = 'a'{close}")), "E_WHERE");
    refused(&pattern(&format!("{}k = 'a'", "NOT ".repeat(10_000))), "E_WHERE");
    refused(&pattern(&format!("k{} = 'a'", "[0]".repeat(10_000))), "E_WHERE");
}

#[test]
fn toml_nested_10_000_deep() {
    refused(&item(&format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))), "E_TOML");
    refused(&item(&format!("{}1{}", "{ a = ".repeat(10_000), " }".repeat(10_000))), "E_TOML");
    refused(&format!("{HEAD}[[item]]\nk = \"a\"\nv{} = 1\n", ".a".repeat(10_000)), "E_TOML");
    refused(&format!("{HEAD}[item{}]\nk = 1\n", ".a".repeat(10_000)), "E_TOML");
    refused(&item(&format!("{}1{}", "[".repeat(60), "]".repeat(60))), "E_ITEM");
}

#[test]
fn json_nested_10_000_deep() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(serde_json::from_str::<Json>(&deep).is_err());
    refused(&format!("{HEAD}[[op]]\nput = '{deep}'\n"), "E_JSON");
    // The batch door reads no line that is nested deeper than 127.
    let lists = (0..60).fold(json!({"N": "1"}), |inner, _| json!({"L": [inner]}));
    fails("PutItem", json!({"Item": {"k": {"S": "a"}, "v": lists.clone()}}), "ValidationException", "nested deeper than 32");
    fails("Scan", json!({"FilterExpression": "a = :v", "ExpressionAttributeValues": {":v": lists.clone()}}), "ValidationException", "nested deeper than 32");
    fails("Scan", json!({"Limit": lists.clone()}), "SerializationException", "a number is expected");
    assert!(DynamoDb.answer(&lists).is_err());
}

#[test]
fn a_million_items() {
    refused(&format!("{HEAD}{}", "[[item]]\nk=\"a\"\n".repeat(1_000_000)), "E_LONG");
    refused(&format!("{HEAD}item = [{}]", "{k=\"a\"},".repeat(150_000)), "E_MANY");
    refused(&format!("{HEAD}{}", "[[item]]\nk=\"a\"\n".repeat(20_001)), "E_MANY");
}

#[test]
fn a_million_questions() {
    refused(&format!("{HEAD}{}", "[[pattern]]\nwhere=\"k='a'\"\n".repeat(1_000_000)), "E_LONG");
    refused(&format!("{HEAD}{}", "[[pattern]]\nwhere=\"k='a'\"\n".repeat(201)), "E_MANY");
    refused(&format!("{HEAD}{}", "[[op]]\nscan='{}'\n".repeat(201)), "E_MANY");
    refused(&format!("{HEAD}{}", "[[gsi]]\nname=\"g\"\npk=\"g:S\"\n".repeat(10_000)), "E_INDEX");
    refused(&format!("{HEAD}{}", (0..50_000).map(|i| format!("x{i}=1\n")).collect::<String>()), "E_KEY");
    let items: String = (0..3000).map(|i| format!("[[item]]\nk=\"{i}\"\n")).collect();
    let scans = "[[op]]\nscan='{\"Select\":\"COUNT\"}'\n".repeat(200);
    assert_eq!(refused(&format!("{HEAD}{items}{scans}"), "E_TOO_MUCH").at.len(), "[[op]]".len());
}

#[test]
fn too_many_operations_in_one_request() {
    // A line of 16 MB, which is the longest that is read, holds 300,000 of them.
    assert_eq!(DynamoDb.answer(&request(json!(vec![1; 300_000]))).unwrap_err().code, "E_MANY");
    let get = json!({"op": "GetItem", "request": {"TableName": "T", "Key": {"k": {"S": "a"}}}});
    let put = json!({"op": "PutItem", "request": {"TableName": "T", "Item": {"k": {"S": "a"}, "v": {"S": "x".repeat(400_000)}}}});
    let gets: Vec<Json> = std::iter::once(put).chain(vec![get; 500]).collect();
    assert_eq!(DynamoDb.answer(&request(gets.into())).unwrap_err().code, "E_TOO_MUCH");
}

#[test]
fn lone_surrogates() {
    for line in [r#"{"op": "\ud800"}"#, r#"{"op": "\udc00"}"#, r#"{"\ud800": 1}"#, r#"{"op": "\ud800\u0041"}"#] {
        assert!(serde_json::from_str::<Json>(line).is_err(), "the batch door reads {line}");
    }
    refused(&format!("{HEAD}[[op]]\nput = '''{{\"Item\": {{\"k\": {{\"S\": \"\\ud800\"}}}}}}'''\n"), "E_JSON");
    refused(&item("\"\\ud800\""), "E_TOML");
    refused(&pattern("k = '\\udfff'"), "E_TOML");
}

#[test]
fn numbers_that_are_none_or_too_large() {
    for number in ["nan", "inf", "-inf", "1e126", "1e999", "1e-131", "1e999999999999999", "0x1ffffffffffffffffffffffffffffffff", &"9".repeat(39)] {
        refused(&item(number), "E_ITEM");
    }
    for number in ["1e126", "1e999999999999999", "-1e-999", &"9".repeat(39), &"1".repeat(10_000)] {
        refused(&pattern(&format!("k = {number}")), "E_WHERE");
    }
    refused(&pattern("k = NaN AND"), "E_WHERE");
    for number in ["NaN", "Infinity", "1E126", "1e999999999999999", "", "0x10"] {
        fails("PutItem", json!({"Item": {"k": {"S": "a"}, "v": {"N": number}}}), "ValidationException", "");
    }
    fails("Scan", json!({"Limit": 1e300}), "ValidationException", "greater than or equal to 1");
    fails("Scan", json!({"Limit": -1}), "ValidationException", "greater than or equal to 1");
    assert!(serde_json::from_str::<Json>(r#"{"Limit": 1e999}"#).is_err());
    for field in ["writes = 1e300", "reads = nan", "shards = 99999999999999999999", "item_bytes = -1", "key = \"zipf(nan, 5)\"", "key = \"uniform(1e9)\""] {
        assert!(!DynamoDb.run(&format!("{HEAD}[traffic]\n{field}\n")).refusals.is_empty(), "{field}");
    }
}

#[test]
fn ten_megabytes_on_a_line_of_a_scenario() {
    let long = "x".repeat(10 << 20);
    refused(&long, "E_LONG");
    refused(&item(&format!("\"{long}\"")), "E_LONG");
    let fits = "x".repeat(1 << 20);
    refused(&pattern(&fits), "E_WHERE");
    refused(&pattern(&format!("k = '{fits}'")), "E_WHERE");
    refused(&item(&format!("\"{fits}\"")), "E_ITEM");
    refused(&format!("{HEAD}{fits} = 1\n"), "E_KEY");
    refused(&format!("[table]\npk = \"k:{fits}\"\n"), "E_COLUMN");
    refused(&format!("{HEAD}[traffic]\nkey = \"{fits}\"\n"), "E_SPREAD");
    refused(&format!("{HEAD}[[op]]\nscan = '{fits}'\n"), "E_JSON");
}

#[test]
fn ten_megabytes_in_a_request() {
    let long = "x".repeat(10 << 20);
    fails("Scan", filter(long.clone()), "ValidationException", "exceeded the maximum allowed size");
    fails("PutItem", json!({"Item": {"k": {"S": "a"}, "v": {"S": long}}}), "ValidationException", "size");
    fails("PutItem", json!({"Item": {"k": {"S": long}}}), "ValidationException", "size");
    fails("PutItem", json!({"Item": {"k": {"S": "a"}, "v": {"N": "1".repeat(10 << 20)}}}), "ValidationException", "numeric");
    fails("PutItem", json!({"Item": {"k": {"S": "a"}, "v": {"N": long}}}), "ValidationException", "numeric");
    fails("GetItem", json!({"Key": {"k": {"S": long}}}), "ValidationException", "size");
    fails("Query", json!({"IndexName": long, "KeyConditionExpression": "k = :v"}), "ValidationException", "");
    fails("Scan", json!({"Select": long}), "ValidationException", "");
    let unknown = request(json!([{"op": long, "request": {}}]));
    assert_eq!(DynamoDb.answer(&unknown).unwrap_err().code, "E_OPERATION");
}
