//! What must hold for every scenario, every request and every drill.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::{DynamoDb, drill, scenario};
use crate::sim::{Cell, Judgement, Panel, Run, Simulator};
use crate::text::{Lang, Message, Texts};

const TABLE: &str = "[table]\nname = \"Orders\"\npk = \"OrderID:S\"\nsk = \"date:S\"\n[[gsi]]\nname = \"byRegion\"\npk = \"region:S\"\nsk = \"date:S\"\n[[gsi]]\nname = \"byShop\"\npk = \"shop:S\"\nprojection = \"KEYS_ONLY\"\n[[lsi]]\nname = \"byPrice\"\nsk = \"price:N\"\n";

/// The verdict and codes of one question.
#[track_caller]
fn check(condition: &str, verdict: &str, codes: &[&str]) {
    let run = DynamoDb.run(&format!("{TABLE}[[pattern]]\nwhere = \"{condition}\"\n"));
    assert!(run.refusals.is_empty(), "{:?}", run.refusals);
    let outcome = &run.outcomes[0];
    assert_eq!((outcome.verdict.as_str(), outcome.codes.as_slice()), (verdict, codes), "{condition}");
}

#[test]
fn a_question_goes_the_way_that_its_keys_open() {
    check("OrderID = 'o-1' AND date = '2026-11-24'", "GetItem", &["WHOLE_KEY"]);
    check("date = '2026-11-24' AND OrderID = 'o-1' AND note = 'x'", "GetItem", &["WHOLE_KEY", "FILTERED"]);
    check("OrderID = 'o-1'", "Query", &["PARTITION_KEY"]);
    check("'o-1' = OrderID AND '2026' < date", "Query", &["PARTITION_KEY"]);
    check("OrderID = 'o-1' AND date >= '2026-01' AND date < '2026-12'", "Query", &["PARTITION_KEY"]);
    check("OrderID = 'o-1' AND note = 'x'", "Query", &["PARTITION_KEY", "FILTERED"]);
    check("OrderID = 'o-1' AND price > 100", "Query byPrice", &["INDEX_KEY"]);
    check("region = 'Busan' AND begins_with(date, '2026-11')", "Query byRegion", &["INDEX_KEY"]);
    check("shop = 's'", "Query byShop", &["INDEX_KEY", "NOT_PROJECTED"]);
    check("OrderID IN ('o-1', 'o-2', 'o-3')", "3 x Query", &["SEVERAL", "PARTITION_KEY"]);
    check("OrderID = 'o-1' OR region = 'Busan'", "Query + Query byRegion", &["SEVERAL", "PARTITION_KEY"]);
    check("date = '2026-11-24'", "Scan", &["NO_KEY", "FILTERED"]);
    check("begins_with(OrderID, 'o-')", "Scan", &["NOT_EQUAL", "FILTERED"]);
    check("NOT OrderID = 'o-1'", "Scan", &["NOT_EQUAL", "FILTERED"]);
    check("OrderID = 1", "Scan", &["NOT_EQUAL", "FILTERED"]);
    check("region = 'Busan' OR note = 'x'", "Scan", &["NOT_EQUAL", "FILTERED"]);
    check("attribute_exists(region)", "Scan byRegion", &["SPARSE"]);
}

#[test]
fn a_fix_leads_where_it_says() {
    let text = format!(
        "{TABLE}[[pattern]]\nwhere = \"note = 'x' AND price > 5\"\n[[pattern]]\nwhere = \"region = 'Busan'\"\nconsistent = true\n[traffic]\nwrites = 1420\nkey = \"one\"\nitem_bytes = 800\n"
    );
    let run = DynamoDb.run(&text);
    let fixes: Vec<&str> = run.outcomes.iter().map(|o| o.fixes[0].then.as_str()).collect();
    assert_eq!(fixes, ["Query byNote", "Query byRegion", "ok"]);
    for (i, outcome) in run.outcomes.iter().enumerate() {
        let fixed = DynamoDb.run(&outcome.fixes[0].change.apply(&text, ""));
        assert_eq!(fixed.outcomes[i].verdict, outcome.fixes[0].then);
    }
}

#[test]
fn an_operation_is_mended_by_writing_its_request_anew() {
    let query = r#"query = '{"KeyConditionExpression": "OrderID = :o AND date > :d", "ExpressionAttributeValues": {":o": {"S": "o-1"}, ":d": {"S": "2026"}}}'"#;
    let put = r#"put = '{"Item": {"OrderID": {"S": "o-1"}, "date": {"S": "2026-11-24"}}}'"#;
    let run = DynamoDb.run(&format!("{TABLE}[[op]]\n{query}\n[[op]]\n{put}\n[[op]]\n{put}\n"));
    let fixes: Vec<Vec<&str>> = run.outcomes.iter().map(|o| o.fixes.iter().map(|f| f.then.as_str()).collect()).collect();
    assert_eq!(fixes, [vec!["ok"], vec![], vec!["ConditionalCheckFailedException"]]);
}

/// The verdict, codes and fixes of a load on a table with `billing` that gets so many writes and reads a second.
#[track_caller]
fn check_load(billing: &str, load: &str, verdict: &str, codes: &[&str], fixes: &[&str]) {
    let run = DynamoDb.run(&format!("[table]\npk = \"k:S\"\n{billing}\n[traffic]\n{load}\n"));
    assert!(run.refusals.is_empty(), "{:?}", run.refusals);
    let outcome = &run.outcomes[0];
    assert_eq!((outcome.verdict.as_str(), outcome.codes.as_slice()), (verdict, codes), "{billing} {load}");
    assert_eq!(outcome.fixes.iter().map(|f| f.change.text.as_str()).collect::<Vec<_>>(), fixes, "{billing} {load}");
}

#[test]
fn a_load_is_throttled_by_its_key_or_by_its_table() {
    check_load("", "writes = 900\nkey = \"one\"", "ok", &[], &[]);
    check_load("", "writes = 1900\nkey = \"one\"\nshards = 1", "throttled", &["HOT_KEY"], &["3"]);
    check_load("rcu = 10\nwcu = 5", "writes = 5\nreads = 20", "ok", &[], &[]);
    check_load("rcu = 10\nwcu = 5", "writes = 6\nreads = 20", "throttled", &["UNDER_PROVISIONED"], &["6"]);
    check_load("rcu = 10\nwcu = 500", "writes = 6\nreads = 2001", "throttled", &["UNDER_PROVISIONED"], &["01"]);
    check_load("billing = \"provisioned\"\nrcu = 1\nwcu = 1", "writes = 1900\nkey = \"one\"", "throttled", &["HOT_KEY", "UNDER_PROVISIONED"], &[]);
    for billing in ["billing = \"free\"", "billing = \"provisioned\"", "billing = \"on-demand\"\nrcu = 5", "rcu = 5", "rcu = 0\nwcu = 1"] {
        let run = DynamoDb.run(&format!("[table]\npk = \"k:S\"\n{billing}\n"));
        assert_eq!(run.refusals.iter().map(|r| r.code).collect::<Vec<_>>(), ["E_BILLING"], "{billing}");
    }
}

#[test]
fn a_question_that_is_asked_too_often_is_throttled_where_the_table_keeps_too_little() {
    let codes = |rate: u64| {
        DynamoDb.run(&format!("[table]\npk = \"k:S\"\nrcu = 10\nwcu = 5\n[[pattern]]\nwhere = \"k = 'a'\"\nrate = {rate}\n")).outcomes[0].codes.clone()
    };
    assert_eq!(codes(20), ["WHOLE_KEY"]);
    assert_eq!(codes(21), ["WHOLE_KEY", "UNDER_PROVISIONED"]);
}

#[test]
fn a_second_put_replaces_and_says_what_is_gone() {
    let item = |more: &str| format!("[[item]]\nOrderID = \"o-1\"\ndate = \"2026-11-24\"\n{more}\n");
    let run = DynamoDb.run(&format!("{TABLE}{}{}", item("note = \"gift\""), item("price = 5")));
    assert_eq!((run.outcomes[0].verdict.as_str(), run.outcomes[0].codes.as_slice()), ("replaced", ["SPARSE", "REPLACED"].as_slice()));
    let gone = run.outcomes[0].notices.iter().find(|n| n.code == Some("REPLACED")).unwrap();
    assert_eq!(gone.message.args[1].1, "note".into());
}

#[test]
fn the_grammar_is_a_scenario_itself() {
    let table = scenario::GRAMMAR.split("\nwhere:").next().unwrap();
    let run = DynamoDb.run(table);
    assert_eq!(run.refusals, vec![]);
    assert!(!run.outcomes.is_empty());
    for example in DynamoDb.examples() {
        assert_eq!(DynamoDb.run(example).refusals, vec![], "{example}");
    }
}

#[test]
fn an_update_changes_what_it_names() {
    let table = json!({"TableName": "T", "KeySchema": [{"AttributeName": "k", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "k", "AttributeType": "S"}]});
    let update = |expression: &str, values: Json| json!({"op": "UpdateItem", "request": {"TableName": "T", "Key": {"k": {"S": "a"}}, "UpdateExpression": expression, "ExpressionAttributeValues": values, "ReturnValues": "ALL_NEW"}});
    let operations = [
        update("SET n = :one, l = :l ADD tags :t", json!({":one": {"N": "1"}, ":l": {"L": [{"N": "1"}, {"N": "2"}, {"N": "3"}]}, ":t": {"SS": ["a", "b"]}})),
        update("SET n = n + :two, m = if_not_exists(m, :two) REMOVE l[0], l[2] DELETE tags :t", json!({":two": {"N": "2"}, ":t": {"SS": ["a"]}})),
        update("SET k = :x", json!({":x": {"S": "b"}})),
        update("SET n = gone + :x", json!({":x": {"N": "1"}})),
        update("SET n = :x, n = :x", json!({":x": {"N": "1"}})),
    ];
    let answer = DynamoDb.answer(&json!({"op": "run", "table": table, "operations": operations})).unwrap();
    let expected = json!({"k": {"S": "a"}, "n": {"N": "3"}, "m": {"N": "2"}, "l": {"L": [{"N": "2"}]}, "tags": {"SS": ["b"]}});
    assert_eq!(answer["results"][1]["ok"]["Attributes"], expected);
    for wrong in 2..5 {
        assert_eq!(answer["results"][wrong]["error"], "ValidationException", "{wrong}");
    }
}

#[test]
fn a_transaction_happens_whole_or_not_at_all_and_costs_twice() {
    let table = json!({"TableName": "T", "KeySchema": [{"AttributeName": "k", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "k", "AttributeType": "S"}]});
    let put = |key: &str| json!({"Put": {"TableName": "T", "Item": {"k": {"S": key}}, "ConditionExpression": "attribute_not_exists(k)"}});
    let write = |items: Json| json!({"op": "TransactWriteItems", "request": {"TransactItems": items, "ReturnConsumedCapacity": "TOTAL"}});
    let scan = json!({"op": "Scan", "request": {"TableName": "T"}});
    let batch =
        json!({"op": "BatchGetItem", "request": {"RequestItems": {"T": {"Keys": [{"k": {"S": "a"}}, {"k": {"S": "z"}}]}}, "ReturnConsumedCapacity": "TOTAL"}});
    let operations = [write(json!([put("a"), put("b")])), write(json!([put("c"), put("b")])), scan, write(json!([put("d"), put("d")])), batch];
    let answer = DynamoDb.answer(&json!({"op": "run", "table": table, "operations": operations})).unwrap();
    assert_eq!(answer["results"][0]["capacity"]["total"], 4.0);
    assert_eq!(answer["results"][1]["error"], "TransactionCanceledException");
    assert_eq!(answer["results"][2]["ok"]["Count"], 2);
    assert_eq!(answer["results"][3]["error"], "ValidationException");
    assert_eq!(answer["results"][4]["capacity"]["total"], 1.0);
}

/// Every sentence of a run can be said, in both languages.
fn sound(text: &str) -> Result<Run, TestCaseError> {
    let run = DynamoDb.run(text);
    for refusal in &run.refusals {
        prop_assert!(refusal.at.start <= refusal.at.end && refusal.at.end <= text.len(), "{refusal:?}");
        prop_assert!(text.is_char_boundary(refusal.at.start) && text.is_char_boundary(refusal.at.end));
        said(std::iter::once(&refusal.message).chain(&refusal.hint))?;
    }
    for outcome in &run.outcomes {
        prop_assert!(outcome.codes.iter().all(|code| DynamoDb.codes().contains(code)));
        said(outcome.headline.iter().chain(outcome.notices.iter().map(|n| &n.message)).chain(outcome.steps.iter().map(|s| &s.message)))?;
        said(outcome.fixes.iter().map(|f| &f.label).chain(outcome.controls.iter().map(|c| &c.label)))?;
        for panel in &outcome.panels {
            if let Panel::Table { header, rows, .. } = panel {
                said(header)?;
                said(rows.iter().flatten().filter_map(|c| if let Cell::Message(m, _) = c { Some(m) } else { None }))?;
            }
        }
        for control in &outcome.controls {
            prop_assert!(DynamoDb.run(&control.change.apply(text, "")).refusals.len() <= run.refusals.len(), "{text}");
        }
    }
    Ok(run)
}

fn said<'m>(messages: impl IntoIterator<Item = &'m Message>) -> Result<(), TestCaseError> {
    for message in messages {
        for lang in Lang::ALL {
            let sentence = Texts::of(lang).say(message);
            prop_assert!(!sentence.is_empty() && !sentence.contains("{$") && sentence != message.id, "{} {sentence}", message.id);
        }
    }
    Ok(())
}

const PARTS: &[&str] = &[
    "OrderID",
    "date",
    "region",
    "price",
    "가격",
    "=",
    "<>",
    "<",
    ">=",
    "'o-1'",
    "'2026'",
    "5",
    "-1.5e3",
    "1E999",
    "AND",
    "OR",
    "NOT",
    "(",
    ")",
    "BETWEEN",
    "IN",
    ",",
    "begins_with(",
    "contains(",
    "attribute_exists(",
    "size(",
    "size",
    "true",
    "null",
    "`a b`",
    "a.b[1]",
    "'",
    "[",
    "]",
    ":x",
    "#y",
    "!=",
    "==",
    "\u{3000}",
];

const LINES: &[&str] = &[
    "[table]",
    "[[gsi]]",
    "[[lsi]]",
    "[[item]]",
    "[[pattern]]",
    "[[op]]",
    "[traffic]",
    "name = \"A\"",
    "pk = \"OrderID:S\"",
    "pk = \"region:N\"",
    "sk = \"date:S\"",
    "sk = 5",
    "projection = \"INCLUDE:[a,b]\"",
    "projection = \"KEYS_ONLY\"",
    "OrderID = \"o-1\"",
    "OrderID = 7",
    "date = 2026-11-24",
    "price = nan",
    "price = 1_000",
    "price = 0x1f",
    "tags = { SS = [\"a\"] }",
    "where = \"OrderID = 'o-1'\"",
    "where = \"region = 1 OR date = '2'\"",
    "consistent = true",
    "rate = 5",
    "wants = [\"a\"]",
    "put = '{}'",
    "scan = '{\"Limit\":1}'",
    "get = '[]'",
    "writes = 99999999",
    "reads = -1",
    "key = \"zipf(1.1, 1000)\"",
    "key = \"zipf(nan, 5)\"",
    "shards = 0",
    "gb = 1000000000",
    "item_bytes = 0",
    "x",
    "\"",
];

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        ".{0,6}".prop_map(Json::from),
        prop::sample::select(PARTS).prop_map(Json::from)
    ];
    let names = prop::sample::select(vec![
        "S",
        "N",
        "B",
        "L",
        "M",
        "SS",
        "k",
        "Item",
        "Key",
        "TableName",
        "Limit",
        "KeyConditionExpression",
        "FilterExpression",
        "ExpressionAttributeValues",
        ":v",
        "ExclusiveStartKey",
    ]);
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map(names.clone().prop_map(str::to_owned), inner, 0..4).prop_map(|m| Json::Object(m.into_iter().collect()))
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_answered(text in "[^$]{0,80}") {
        sound(&text)?;
    }

    #[test]
    fn any_lines_are_answered(lines in prop::collection::vec(prop::sample::select(LINES), 0..14)) {
        sound(&lines.join("\n"))?;
    }

    #[test]
    fn any_condition_is_answered(parts in prop::collection::vec(prop::sample::select(PARTS), 0..12)) {
        sound(&format!("{TABLE}[[item]]\nOrderID = \"o-1\"\ndate = \"2026\"\n[[pattern]]\nwhere = \"{}\"\n", parts.join(" ")))?;
    }

    #[test]
    fn a_condition_that_is_understood_reads_what_it_returns(parts in prop::collection::vec((prop::sample::select(&["OrderID", "date", "region", "price"][..]), prop::sample::select(&["=", "<", ">=", "<>"][..]), 0_u8..4), 1..4)) {
        let items: String = (0..12).map(|i| format!("[[item]]\nOrderID = \"{}\"\ndate = \"{}\"\nregion = \"{}\"\nprice = {}\n", i % 3, i % 4, i % 2, i % 5)).collect();
        let test = |(name, sign, value): &(&str, &str, u8)| if *name == "price" { format!("{name} {sign} {value}") } else { format!("{name} {sign} '{value}'") };
        let condition = parts.iter().map(test).collect::<Vec<_>>().join(" AND ");
        let run = sound(&format!("{TABLE}{items}[[pattern]]\nwhere = \"{condition}\"\n"))?;
        // Whatever the way, as many are returned; only what is read differs.
        let Panel::Table { rows, .. } = &run.outcomes[0].panels[0] else { panic!("no ways") };
        let returned: Vec<&Cell> = rows.iter().filter_map(|r| r.get(2)).filter(|c| matches!(c, Cell::Number(_))).collect();
        prop_assert!(returned.windows(2).all(|pair| pair[0] == pair[1]), "{condition} {returned:?}");
    }

    #[test]
    fn any_request_is_answered(name in prop::sample::select(super::operation::names().collect::<Vec<_>>()), request in any_json(), more in any_json()) {
        let table = json!({"TableName": "T", "KeySchema": [{"AttributeName": "k", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "k", "AttributeType": "S"}]});
        let mut asked = json!({"TableName": "T", "KeyConditionExpression": "k = :v", "ExpressionAttributeValues": {":v": {"S": "a"}}, "Item": more.clone(), "Key": more});
        if let (Some(map), Some(from)) = (asked.as_object_mut(), request.as_object()) {
            map.extend(from.clone());
        }
        let operations = json!([{"op": name, "request": request}, {"op": name, "request": asked}]);
        let answer = DynamoDb.answer(&json!({"op": "run", "table": table, "operations": operations}));
        prop_assert!(answer.is_ok());
        if let Err(refusal) = DynamoDb.answer(&request) {
            said([&refusal.message])?;
        }
    }

    #[test]
    fn the_own_answer_of_a_drill_is_right(seed in any::<u64>(), level in 1_u8..=3) {
        for kind in DynamoDb.drills() {
            let drill = DynamoDb.drill(kind.name, level, seed).unwrap();
            prop_assert_eq!(DynamoDb.judge(&drill, &drill.answer), Judgement::Right, "{} {} {}", kind.name, level, seed);
            let seen = DynamoDb.run(&drill.scenario);
            prop_assert!(seen.refusals.is_empty() && seen.outcomes.len() == 1, "{} {:?}", drill.scenario, seen.refusals);
            said([&drill.prompt].into_iter().chain(&drill.explanation).chain(drill.choices.iter().map(|(_, m)| m)))?;
            prop_assert_eq!(drill::slips(kind.name, level, seed), Vec::<String>::new());
            agrees(&drill.answer, kind.name, &seen)?;
        }
    }
}

/// What the scenario of a drill shows is what the drill says.
fn agrees(answer: &str, kind: &str, seen: &Run) -> Result<(), TestCaseError> {
    let outcome = &seen.outcomes[0];
    let argument = |name: &str| {
        outcome.headline.iter().flat_map(|h| &h.args).find(|(n, _)| *n == name).map(|(_, arg)| match arg {
            crate::text::Arg::Text(text) => text.to_string(),
            crate::text::Arg::Count(n) => n.to_string(),
            crate::text::Arg::Message(_) => String::new(),
        })
    };
    match kind {
        "way" => {
            let ways = [("get", "GetItem"), ("query", "Query"), ("index", "Query byRegion"), ("scan", "Scan")];
            prop_assert_eq!(ways.iter().find(|(word, _)| *word == answer).unwrap().1, outcome.verdict.as_str());
        }
        "replace" => prop_assert_eq!(argument("items").unwrap(), answer),
        "write-units" => prop_assert!(outcome.verdict == "ok"),
        "limit" => prop_assert_eq!(argument("returned").unwrap(), answer),
        "shards" => prop_assert_ne!(outcome.verdict.as_str(), "throttled"),
        _ => {}
    }
    Ok(())
}
