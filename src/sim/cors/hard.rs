//! Input that would cost a careless reader its stack, its memory or its patience: a clear refusal, soon.

use serde_json::{Value, json};

use super::answer::answer;
use super::run::run;

const MILLION: usize = 1_000_000;
const LONG: usize = 10 << 20;
const DEEP: usize = 10_000;
const HEAD: &str = "page = \"https://a.b\"\n[request]\nurl = \"https://c.d\"\n";

/// The code of the first refusal; there are few of them and each stands somewhere in the text.
#[track_caller]
fn scenario(text: &str, code: &str) {
    let refusals = run(text).refusals;
    assert!(refusals.len() <= 50 && refusals.iter().all(|refusal| text.get(refusal.at.clone()).is_some()));
    assert_eq!(refusals.first().map(|refusal| refusal.code), Some(code));
}

#[track_caller]
fn request(request: &Value, code: &str) {
    assert_eq!(answer(request).map_err(|refusal| refusal.code), Err(code));
}

fn fetch(field: &str, value: Value) -> Value {
    let mut request = json!({"url": "https://c.d"});
    request[field] = value;
    json!({"op": "fetch", "page": "https://a.b", "request": request, "server": []})
}

fn answered(response: &Value) -> Value {
    json!({"op": "fetch", "page": "https://a.b", "request": {"url": "https://c.d"}, "server": [{"url": "https://c.d", "preflight": response, "response": response}]})
}

fn nested(begin: &str) -> String {
    begin.repeat(DEEP)
}

#[test]
fn toml_nested_10_000_deep_is_one_complaint() {
    for text in [nested("["), format!("page = {}", nested("[")), format!("{HEAD}headers = {}", nested("{a=")), format!("[{}", nested("a."))] {
        scenario(&text, "E_TOML");
        assert_eq!(run(&text).refusals.len(), 1);
    }
}

#[test]
fn json_nested_10_000_deep_is_of_the_wrong_form() {
    assert!(serde_json::from_str::<Value>(&nested("[")).is_err(), "the door of the batch refuses the line");
    let deep = (0..100).fold(json!([]), |inner, _| json!([inner]));
    request(&deep, "E_FIELD");
    request(&fetch("headers", deep.clone()), "E_FIELD");
    request(&fetch("body", deep.clone()), "E_FIELD");
    request(&answered(&deep), "E_FIELD");
}

#[test]
fn a_million_headers_hops_requests_or_origins_are_too_many() {
    for line in ["x = 1\n", "[[hop]]\n", "[[again]]\n", "[server.preflight.headers.a]\n"] {
        scenario(&format!("{HEAD}{}", line.repeat(MILLION)), "E_LONG");
    }
    let many = |each: &str, count: usize| (0..count).map(|i| each.replace('N', &i.to_string())).collect::<String>();
    scenario(&format!("{HEAD}headers = {{ {} }}", many("x-N=\"\",", 2_000)), "E_MANY");
    scenario(&format!("{HEAD}headers = [{}]", many("[\"x\",\"\"],", 2_000)), "E_MANY");
    scenario(&format!("{HEAD}headers = {{ A = [{}] }}", many("\"\",", 2_000)), "E_MANY");
    scenario(&format!("{HEAD}{}", many("[[hop]]\nurl=\"https://N.d\"\n", 100)), "E_MANY");
    scenario(&format!("{HEAD}{}", many("[[again]]\n", 100)), "E_MANY");
    scenario(&format!("{HEAD}[apigw]\nkind = \"http\"\nallow_origins = [{}]", many("\"N\",", 2_000)), "E_MANY");
}

#[test]
fn a_million_headers_hops_or_requests_at_the_batch_door_are_too_many() {
    let million = || Value::from(vec![Value::Null; MILLION]);
    request(&fetch("headers", million()), "E_MANY");
    request(&answered(&json!({"status": 200, "headers": million()})), "E_MANY");
    request(&json!({"op": "fetch", "page": "https://a.b", "request": {"url": "https://c.d"}, "server": million()}), "E_MANY");
    request(&json!({"op": "sequence", "page": "https://a.b", "server": [], "sequence": million()}), "E_MANY");
}

#[test]
fn ten_megabytes_on_a_line_are_too_long() {
    let long = "a".repeat(LONG);
    for line in [format!("url = \"https://{long}\""), format!("headers = {{ A = \"{long}\" }}"), format!("method = \"{long}\""), long.clone()] {
        scenario(&format!("{HEAD}{line}\n"), "E_LONG");
    }
}

#[test]
fn ten_megabytes_at_the_batch_door_are_too_long() {
    let long = "a,".repeat(LONG / 2);
    for field in ["url", "method"] {
        request(&fetch(field, long.clone().into()), "E_LONG");
    }
    request(&fetch("body", format!("blob:{long}").into()), "E_LONG");
    request(&fetch("headers", json!({"A": long})), "E_LONG");
    request(&json!({"op": "fetch", "page": long, "request": {}, "server": []}), "E_LONG");
    request(&answered(&json!({"status": 204, "headers": {"Access-Control-Allow-Methods": long}})), "E_LONG");
    request(&fetch("credentials", long.clone().into()), "E_WORD");
    request(&json!({"op": long}), "E_OP");
}

#[test]
fn what_is_no_whole_number_is_named_where_it_stands() {
    for number in ["nan", "inf", "-inf", "204.0", "1e3", "9223372036854775808", "\"204\"", "2026-01-01"] {
        for (table, key) in [("[server.preflight]", "status"), ("[server.response]", "status"), ("[[again]]", "after_ms")] {
            let text = format!("{HEAD}{table}\n{key} = {number}\n");
            scenario(&text, "E_TYPE");
            assert_eq!(&text[run(&text).refusals[0].at.clone()], number);
        }
    }
    scenario(&format!("{HEAD}[[again]]\nafter_ms = -1\n"), "E_TIME");
    for number in [json!(204.5), json!(1e300), json!("204"), json!(null), json!(u64::MAX)] {
        request(&answered(&json!({"status": number})), "E_FIELD");
        request(&json!({"op": "sequence", "page": "https://a.b", "server": [], "sequence": [{"wait_ms": -1}]}), "E_FIELD");
    }
}

#[test]
fn half_a_character_is_no_json() {
    // A request reaches the simulator only as text that there is: the door of the batch refuses the line.
    let read = serde_json::from_str::<Value>;
    assert!(read(r#"{"op": "fetch", "page": "\ud800"}"#).is_err());
    assert!(read(r#"{"op": "fetch", "page": "\udc00\ud800"}"#).is_err());
    scenario(&format!("{HEAD}method = \"\\ud800\"\n"), "E_TOML");
    scenario(&format!("{HEAD}method = \"\\UFFFFFFFF\"\n"), "E_TOML");
}
