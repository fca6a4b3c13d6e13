//! Input that is too much, too deep or no text at all: a clear refusal, soon. What is not bounded does not end here.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Vpc;
use super::answer::answer;
use crate::sim::Simulator;
use crate::text::{Lang, Texts};

const HEAD: &str = "vpc A 10.0.0.0/16\nsubnet s A 10.0.1.0/24 rt r nacl n\nhost h in s 10.0.1.10 sg g\n";

#[track_caller]
fn refused(scenario: &str, code: &str) {
    let run = Vpc.run(scenario);
    assert!(run.refusals.len() <= 2 * super::limits::MOST_REFUSALS);
    let refusal = run.refusals.iter().find(|r| r.code == code);
    assert!(refusal.is_some(), "{}: {:?}", &scenario[..scenario.len().min(20)], run.refusals.iter().map(|r| r.code).collect::<Vec<_>>());
    let refusal = refusal.unwrap();
    for lang in Lang::ALL {
        let said = Texts::of(lang).say(&refusal.message);
        assert!(said.len() < 400, "{} bytes", said.len());
    }
    assert!(scenario.get(refusal.at.clone()).is_some());
}

fn many(count: usize, mut part: impl FnMut(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, i| {
        let _ = write!(text, "{}", part(i));
        text
    })
}

#[test]
fn a_million_routes() {
    let routes = "1.0.0.0/8->h,".repeat(250_000);
    refused(&format!("{HEAD}rt r: {routes}\nrt s: {routes}\nrt t: {routes}\nrt u: {routes}"), "E_MANY");
}

#[test]
fn a_million_rules_of_an_acl() {
    let rules = "in 1 deny all ::;".repeat(240_000);
    refused(&format!("{HEAD}nacl n: {rules}\nnacl m: {rules}\nnacl l: {rules}\nnacl k: in 1 deny all ::"), "E_MANY");
    // As many as there are numbers: all of them are taken, and each number once.
    let full = many(32_766, |i| format!("in {} deny tcp {} 10.0.0.0/8;", i + 1, i + 1));
    let run = Vpc.run(&format!("{HEAD}sg g:\nrt r:\nnacl n: {full}\nsubnet t A 10.0.2.0/24\nhost k in t 10.0.2.10\npath k -> h:80"));
    assert_eq!((run.refusals.len(), run.outcomes[0].verdict.as_str()), (0, "unreachable"));
    refused(&format!("{HEAD}nacl n: {full}in 7 deny all 10.0.0.0/8"), "E_RULE_TWICE");
}

#[test]
fn a_million_rules_of_a_group() {
    let rules = "in all from g;".repeat(250_000);
    refused(&format!("{HEAD}sg g: {rules}\nsg f: {rules}\nsg e: {rules}\nsg d: {rules}"), "E_MANY");
}

#[test]
fn a_hundred_thousand_subnets() {
    let subnets = many(100_000, |i| format!("subnet s{i} A 10.{}.{}.{}/28\n", i >> 12, (i >> 4) & 255, (i & 15) * 16));
    refused(&format!("vpc A 10.0.0.0/8\n{subnets}reach matrix :443"), "E_MANY");
    let two = many(2_001, |i| format!("subnet s{i} A 10.{}.{}.{}/28\n", i >> 12, (i >> 4) & 255, (i & 15) * 16));
    refused(&format!("vpc A 10.0.0.0/8\n{two}"), "E_MANY");
    let matrix = many(401, |i| format!("subnet s{i} A 10.{}.{}.{}/28\n", i >> 12, (i >> 4) & 255, (i & 15) * 16));
    refused(&format!("vpc A 10.0.0.0/8\n{matrix}reach matrix :443"), "E_MANY");
}

#[test]
fn ten_megabytes_on_a_line() {
    for before in ["", "# ", "vpc A ", "path ", "nacl n: "] {
        refused(&format!("{before}{}", "x".repeat(10 << 20)), "E_MANY");
    }
    refused(&"#\n".repeat(9 << 20), "E_MANY");
}

#[test]
fn the_longest_words_are_not_repeated() {
    for (before, letter, code) in [
        ("", "x", "E_WORD"),
        ("vpc ", "[", "E_EXPECTED"),
        ("vpc A ", "1", "E_ADDRESS"),
        ("path ", "가", "E_ARROW"),
        ("path a", "->a", "E_MANY"),
        ("what-if \"", "\"", "E_EXPECTED"),
        ("nacl n: in 1 allow tcp ", "9", "E_PORT"),
        ("rt r: ", "-", "E_ARROW"),
        ("cost path ", "9", "E_GB"),
    ] {
        refused(&format!("{before}{}", letter.repeat((1 << 20) / letter.len())), code);
    }
}

#[test]
fn a_hundred_thousand_questions() {
    refused(&format!("{HEAD}{}", "path h -> internet:443\n".repeat(9_000)), "E_MANY");
    refused(&format!("{HEAD}{}", "what-if \"del host h\" path h -> internet:443\n".repeat(9_000)), "E_MANY");
}

#[test]
fn a_prefix_list_is_not_multiplied_without_end() {
    refused(&format!("prefix pl-x {}", "10.0.0.0/8 ".repeat(1_001)), "E_MANY");
    let list = format!("prefix pl-x {}\n", "10.0.0.0/8 ".repeat(1_000));
    refused(&format!("{HEAD}{list}{}", many(501, |i| format!("rt t{i}: pl-x -> h\n"))), "E_MANY");
}

#[test]
fn numbers_that_are_none() {
    for (line, code) in [
        ("path h:NaN -> internet:443", "E_PORT"),
        ("path h -> internet:99999999999999999999", "E_PORT"),
        ("path h -> internet:-1", "E_PORT"),
        ("nacl n: in NaN allow all 0.0.0.0/0", "E_RULE_NUMBER"),
        ("nacl n: in 99999999999999999999 allow all 0.0.0.0/0", "E_RULE_NUMBER"),
        ("nacl n: in 1 allow icmp 1e9 0.0.0.0/0", "E_ICMP"),
        ("cost path NaN h -> internet:443", "E_GB"),
        ("cost path 1e400GB h -> internet:443", "E_GB"),
        ("cost path 99999999999999999999999999 h -> internet:443", "E_GB"),
        ("cost path -5GB h -> internet:443", "E_GB"),
        ("reach matrix :inf", "E_PORT"),
    ] {
        refused(&format!("{HEAD}{line}"), code);
    }
}

#[track_caller]
fn declined(request: &Value, code: &str) {
    let refusal = answer(request).unwrap_err();
    assert_eq!(refusal.code, code);
    assert!(Texts::of(Lang::En).say(&refusal.message).len() < 400);
}

/// Neither is JSON; the batch door says so before a simulator sees it.
#[test]
fn lone_surrogates_and_deep_nesting_are_no_requests() {
    assert!(serde_json::from_str::<Value>(r#"{"op": "\ud800"}"#).is_err());
    assert!(serde_json::from_str::<Value>(r#"{"op": "path", "world": {"hosts": [{"id": "\udc00\ud800"}]}}"#).is_err());
    assert!(serde_json::from_str::<Value>(&format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))).is_err());
    assert!(serde_json::from_str::<Value>(r#"{"op": "filter", "packet": {"sport": NaN}}"#).is_err());
    assert!(serde_json::from_str::<Value>(r#"{"op": "filter", "packet": {"sport": 1e999}}"#).is_err());
}

#[test]
fn nesting_that_is_json_is_still_no_network() {
    let deep = (0..100).fold(json!([]), |inner, _| json!([inner]));
    declined(&json!({"op": "path", "world": deep}), "E_FIELD");
    declined(&json!({"op": "path", "world": {"hosts": deep}}), "E_FIELD");
    declined(&json!({"op": "filter", "topology": "internet", "packet": deep}), "E_FIELD");
    declined(&json!({"op": "route", "routes": deep, "destinations": []}), "E_FIELD");
}

#[test]
fn numbers_of_a_request_that_are_none() {
    let packet = |field: &str, value: Value| {
        let mut packet = json!({"proto": "tcp", "src": "10.0.0.1", "dst": "10.0.0.2", "sport": 1, "dport": 2});
        packet[field] = value;
        json!({"op": "filter", "topology": "internet", "packet": packet, "client": {"ip": "10.0.0.1"}, "server": {"ip": "10.0.0.2"}})
    };
    assert!(answer(&packet("sport", json!(1))).is_ok());
    for value in [json!(-1), json!(65536), json!(1e300), json!(1.5), json!("80"), json!(u64::MAX), Value::Null] {
        declined(&packet("sport", value), "E_FIELD");
    }
    let rule = |value: Value| json!({"num": 1, "action": "allow", "proto": "icmp", "icmp_type": value, "cidr": "0.0.0.0/0"});
    let acl = |value: Value| json!({"op": "path", "world": {"nacls": {"n": {"inbound": [rule(value)]}}}, "flows": []});
    assert!(answer(&acl(json!(-1))).is_ok());
    for value in [json!(256), json!(1e300), json!("8"), json!(-2)] {
        declined(&acl(value), "E_FIELD");
    }
    declined(&json!({"op": "path", "world": {"vpcs": [{"id": "A"}], "internet_gateways": [{"id": "g", "vpc": "A", "attached": "yes"}]}}), "E_FIELD");
}

#[test]
fn a_request_is_not_multiplied_without_end() {
    let long = "x".repeat(10 << 20);
    declined(&json!({"op": long}), "E_OP");
    declined(&json!({"op": "path", "world": {"vpcs": [{"id": "A"}], "subnets": [{"id": "s", "vpc": long, "cidr": "10.0.0.0/8"}]}}), "E_UNKNOWN");
    let list: Vec<Value> = vec![json!("10.0.0.0/8"); 10_000];
    let tables: serde_json::Map<String, Value> = (0..100).map(|i| (format!("r{i}"), json!([{"destination": "pl", "target": "x"}]))).collect();
    declined(&json!({"op": "path", "world": {"prefix_lists": {"pl": list}, "route_tables": tables}}), "E_MANY");
    let rule = json!({"num": 1, "action": "deny", "proto": "tcp", "ports": [1, 1], "cidr": "10.0.0.0/8"});
    let flow = json!({"from": "h", "to": "10.0.0.9", "port": 80});
    declined(&json!({"op": "path", "world": {"nacls": {"n": {"inbound": vec![rule; 20_000]}}}, "flows": vec![flow; 20_000]}), "E_MANY");
    declined(&json!({"op": "route", "routes": vec![json!(1); 200_001], "destinations": []}), "E_FIELD");
}
