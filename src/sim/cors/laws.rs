//! What holds for every scenario and request, however odd.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::answer::answer;
use super::run::run;
use super::{Cors, EXAMPLES, mend, remedy, scenario};
use crate::sim::{Cell, Outcome, Panel, Simulator};
use crate::text::{Lang, Texts};

const HEAD: &str = "page = \"https://shop.example.com\"\n[request]\nurl = \"https://api.example.com/a\"\n";

#[track_caller]
fn check(scenario: &str, verdict: &str, codes: &[&str]) -> Outcome {
    let run = run(scenario);
    assert_eq!(run.refusals, []);
    let outcome = run.outcomes.into_iter().next().unwrap();
    assert_eq!((outcome.verdict.as_str(), &outcome.codes[..]), (verdict, codes));
    outcome
}

#[track_caller]
fn refused(scenario: &str, code: &str, at: &str) {
    let run = run(scenario);
    let refusal = run.refusals.first().unwrap_or_else(|| panic!("accepted: {scenario}"));
    assert_eq!((refusal.code, &scenario[refusal.at.clone()]), (code, at));
}

#[test]
fn every_failing_check_is_told_and_every_fix_leads_where_it_says() {
    let outcome = check(EXAMPLES[0], "blocked", &["PreflightWildcardOriginNotAllowed"]);
    assert!(!outcome.fixes.is_empty());
    for example in EXAMPLES {
        for (at, outcome) in run(example).outcomes.iter().enumerate() {
            for fix in &outcome.fixes {
                assert_eq!(run(&fix.change.apply(example, "")).outcomes[at].verdict, fix.then);
            }
            for control in &outcome.controls {
                assert_eq!(run(&control.change.apply(example, "")).refusals, []);
            }
            assert!(outcome.codes.iter().all(|code| Cors.codes().contains(code)), "{:?}", outcome.codes);
        }
    }
}

/// The scenario that flags make.
fn flagged(given: &[(&str, &str)]) -> String {
    let given: Vec<(&str, String)> = given.iter().map(|(flag, value)| (*flag, (*value).to_owned())).collect();
    crate::sim::flagged(Cors.flags(), "", &given).unwrap()
}

/// What an outcome says in English: the lines of its panels, then its steps.
fn said(outcome: &Outcome) -> Vec<String> {
    let texts = Texts::of(Lang::En);
    let cell = |cell: &Cell| match cell {
        Cell::Text(text, _) | Cell::Number(text) => text.clone(),
        Cell::Message(message, _) => texts.say(message),
    };
    let lines = outcome.panels.iter().flat_map(|panel| match panel {
        Panel::Text { lines, .. } => lines.clone(),
        Panel::Table { rows, .. } => rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" | ")).collect(),
        _ => Vec::new(),
    });
    lines.chain(outcome.steps.iter().map(|step| texts.say(&step.message))).collect()
}

#[track_caller]
fn says(outcome: &Outcome, lines: &[&str]) {
    let said = said(outcome);
    for line in lines {
        assert!(said.iter().any(|known| known == line), "{line}\n---\n{}", said.join("\n"));
    }
}

#[test]
fn the_example_of_the_flags_tells_everything_in_order() {
    let text = flagged(&[
        ("page", "https://shop.example.com"),
        ("url", "https://api.example.com/shops/1"),
        ("method", "PUT"),
        ("header", "Content-Type: application/json"),
        ("credentials", "include"),
        ("pf", "Access-Control-Allow-Origin: *"),
        ("pf", "Access-Control-Allow-Methods: PUT"),
        ("pf", "Access-Control-Allow-Headers: content-type"),
    ]);
    let outcome = check(&text, "blocked", &["PreflightWildcardOriginNotAllowed"]);
    says(
        &outcome,
        &[
            "page | https | shop.example.com | 443",
            "request | https | api.example.com | 443",
            "compared | same | differs | same",
            "PUT | asks | The method PUT isn't GET, HEAD or POST.",
            "> OPTIONS /shops/1 HTTP/1.1",
            "> Host: api.example.com",
            "> Origin: https://shop.example.com",
            "> Access-Control-Request-Method: PUT",
            "> Access-Control-Request-Headers: content-type",
            "< HTTP/1.1 204",
            "stops here | origin | Access-Control-Allow-Origin is *, and * stops at credentials: the origin must be named",
            "fails too | credentials | Access-Control-Allow-Credentials is missing; with credentials it must be true",
            "TypeError: Failed to fetch",
            "PUT itself was never sent.",
        ],
    );
    let mended = outcome.fixes[0].change.apply(&text, "");
    // The preflight and the answer: each gets all three.
    for field in ["Access-Control-Allow-Origin = \"https://shop.example.com\"", "Access-Control-Allow-Credentials = \"true\"", "Vary = \"Origin\""] {
        assert_eq!(mended.matches(field).count(), 2, "{field}\n{mended}");
    }
}

#[test]
fn a_picture_shows_when_the_browser_asks_again() {
    let outcomes = run(EXAMPLES[3]).outcomes;
    let time = [
        "                           0 s    60 s   300 s  360 s  361 s",
        "› DELETE /shops/1          ?━━━━━━━━━━━━━┥",
        "  DELETE /shops/1                 ✓",
        "  DELETE /shops/1                               ?━━━━━━━━━━━▸ 660 s",
        "  DELETE /shops/1 include                              ?",
    ];
    assert_eq!(said(&outcomes[0])[..time.len()], time);
    let again = said(&outcomes[1]);
    assert!(again[2].starts_with("› DELETE") && !again.iter().any(|line| line.starts_with("compared |") || line.starts_with("60 s |")), "{}", again.join("\n"));
    says(&outcomes[0], &["0 s | DELETE /shops/1 | asks: nothing is remembered | allowed", "60 s | DELETE /shops/1 | remembered until 300 s | allowed"]);
    says(&outcomes[0], &["360 s | DELETE /shops/1 | asks: the permission has run out | allowed"]);
    says(&outcomes[0], &["361 s | DELETE /shops/1 include | asks: remembered only without credentials | blocked"]);
}

#[test]
fn a_chain_shows_where_the_token_and_the_origin_are_lost() {
    let outcome = check(EXAMPLES[2], "blocked", &["AllowOriginMismatch", "NullOrigin"]);
    says(
        &outcome,
        &[
            "https://api.example.com/old | https://shop.example.com | carried | yes | 302",
            "https://files.example.net/new | null | dropped | no | 200",
            "Access to fetch at 'https://files.example.net/new' (redirected from",
        ],
    );
}

#[test]
fn what_fetch_refuses_is_said_in_its_own_words() {
    let refused = |lines: &str, says_: &str| says(&check(&format!("{HEAD}{lines}\n"), "blocked", &["TypeError"]), &[says_]);
    refused("method = \"TRACE\"", "TypeError: Failed to execute 'fetch' on 'Window': 'TRACE' HTTP method is");
    refused("body = \"string\"", "TypeError: Failed to execute 'fetch' on 'Window': Request with GET/HEAD");
}

#[test]
fn the_gateway_is_a_server_too() {
    check(EXAMPLES[1], "blocked", &["MissingAllowOriginHeader", "GatewayAnswer"]);
    let http = format!("{HEAD}[apigw]\nkind = \"http\"\nallow_origins = [\"https://*\"]\nlambda_headers = {{ Access-Control-Allow-Origin = \"x\" }}\n");
    check(&http, "allowed", &[]);
    let none = format!("{HEAD}method = \"PUT\"\n[apigw]\nkind = \"http\"\noptions = \"authorizer\"\n");
    let outcome = check(&none, "blocked", &["PreflightMissingAllowOriginHeader"]);
    assert_eq!(outcome.fixes.len(), 1);
    let both = format!("{HEAD}[apigw]\nkind = \"http\"\nallow_origins = [\"*\"]\nallow_credentials = true\n");
    refused(&both, "E_APIGW_CREDENTIALS", "true");
}

#[test]
fn a_remedy_has_been_run() {
    let scenario = scenario::read(EXAMPLES[0]).unwrap();
    let told = super::run::tell(&scenario).unwrap();
    let mend = mend::mend(EXAMPLES[0], &scenario, &told[0].trip, 0).served.unwrap();
    let policy = remedy::Policy::of(&mend.scenario, &mend.trip).unwrap();
    assert!(policy.credentials);
    assert_eq!(policy.names, ["content-type"]);
}

#[test]
fn what_cannot_be_read_is_named_where_it_stands() {
    refused("page = \"https://a.b/x\"\n[request]\nurl = \"https://a.b\"\n", "E_PAGE", "\"https://a.b/x\"");
    refused("page = \"https://a.b\"\n[request]\nurl = \"a.b/x\"\n", "E_URL", "\"a.b/x\"");
    refused(&format!("{HEAD}credentials = \"includ\"\n"), "E_WORD", "\"includ\"");
    refused(&format!("{HEAD}metod = \"PUT\"\n"), "E_KEY", "metod");
    refused(&format!("{HEAD}[server.response]\nstatus = 99\n"), "E_STATUS", "99");
    refused(&format!("{HEAD}headers = {{ \"a b\" = \"1\" }}\n"), "E_HEADER_NAME", "\"a b\"");
    refused(&format!("{HEAD}[[hop]]\nurl = \"https://other.example.com\"\n"), "E_HOP", "[request]");
    assert_eq!(run("").refusals.len(), 2);
}

#[test]
fn a_key_of_the_configuration_that_is_misspelt_is_named() {
    let text = format!("{HEAD}[apigw]\nkind = \"http\"\nallow_origin = [\"*\"]\nallow_methods = [\"PUT\"]\n");
    refused(&text, "E_KEY", "allow_origin");
    let refusals = run(&text).refusals;
    assert_eq!((refusals.len(), refusals[0].hint.as_ref().map(|hint| hint.id)), (1, Some("sim-did-you-mean")));
}

#[track_caller]
fn remarked(scenario: &str, ids: &[&str]) {
    let outcome = run(scenario).outcomes.remove(0);
    assert_eq!(outcome.notices.iter().map(|notice| notice.message.id).collect::<Vec<_>>(), ids);
}

#[test]
fn what_is_written_in_vain_is_remarked() {
    let allowed = "[server.response]\nheaders = { Access-Control-Allow-Origin = \"*\"";
    let methods = "[server.preflight]\nheaders = { Access-Control-Allow-Origin = \"*\", Access-Control-Allow-Methods = \"DELETE\" }\n";
    remarked(&format!("{HEAD}method = \"delete\"\n{methods}{allowed} }}\n"), &["cors-n-method"]);
    remarked(&format!("{HEAD}{allowed}, Acces-Control-Expose-Headers = \"ETag\" }}\n"), &["cors-n-near-header", "cors-n-hidden"]);
    remarked(&format!("{HEAD}{allowed}, Origin = \"*\" }}\n"), &["cors-n-origin-in-answer", "cors-n-hidden"]);
    remarked(&format!("{HEAD}headers = {{ Access-Control-Allow-Origin = \"*\" }}\n{allowed} }}\n"), &["cors-n-answer-header", "cors-n-assumed"]);
}

#[test]
fn a_missing_list_is_called_missing() {
    let preflight = |list: &str| {
        format!("{HEAD}method = \"PUT\"\nheaders = {{ X-A = \"1\" }}\n[server.preflight]\nheaders = {{ Access-Control-Allow-Origin = \"*\"{list} }}\n")
    };
    let said = |text: &str| format!("{:?}", run(text).outcomes[0].headline);
    assert!(said(&preflight("")).contains("cors-f-method-missing"));
    assert!(said(&preflight(", Access-Control-Allow-Methods = \"put\"")).contains("cors-f-method-case"));
    assert!(said(&preflight(", Access-Control-Allow-Methods = \"PUT\"")).contains("cors-f-header-missing"));
}

#[test]
fn every_step_points_at_what_it_speaks_of() {
    for example in EXAMPLES {
        for outcome in run(example).outcomes {
            for step in &outcome.steps {
                let (panel, row) = step.points_at.unwrap_or_else(|| panic!("{:?} points nowhere", step.message));
                let rows = match &outcome.panels[panel] {
                    Panel::Text { lines, .. } => lines.len(),
                    Panel::Table { rows, .. } => rows.len(),
                    other => panic!("{other:?}"),
                };
                assert!(row < rows, "{:?}", step.message);
            }
        }
    }
}

#[test]
fn every_blocked_request_has_a_way_out_or_is_told_why_not() {
    for example in EXAMPLES {
        for outcome in run(example).outcomes.iter().filter(|outcome| outcome.verdict == "blocked") {
            assert!(outcome.fixes_title().is_some(), "{example}");
        }
    }
}

#[test]
fn an_origin_that_is_null_is_explained_by_itself() {
    check(EXAMPLES[2], "blocked", &["AllowOriginMismatch", "NullOrigin"]);
}

#[test]
fn a_request_in_the_wrong_form_is_refused() {
    let page = json!("https://a.b");
    for request in [
        json!(null),
        json!({"op": "fetch"}),
        json!({"op": "fly"}),
        json!({"op": "fetch", "page": page, "server": [], "request": {"url": "ftp://a"}}),
        json!({"op": "fetch", "page": page, "server": [], "request": {"url": "https://c.d"}}),
        json!({"op": "sequence", "page": page, "server": [], "sequence": [{"wait_ms": -1}]}),
        json!({"op": "fetch", "page": page, "server": [{"url": "https://c.d", "preflight": {"status": 1e300}, "response": {}}], "request": {"url": "https://c.d"}}),
    ] {
        assert!(answer(&request).is_err(), "{request}");
    }
}

#[test]
fn much_is_answered_in_little_time() {
    let many: String = (0..25_000).map(|i| format!("x-{i},")).collect();
    let headers: Vec<Value> = (0..1_000).map(|i| json!([format!("x-{i}"), "1"])).collect();
    let answered = json!({"status": 204, "headers": [["Access-Control-Allow-Origin", "*"], ["Access-Control-Allow-Headers", many]]});
    let request = json!({"url": "https://c.d", "headers": headers});
    let steps: Vec<Value> = (0..3).map(|_| json!({"request": request})).collect();
    let server = json!([{"url": "https://c.d", "preflight": answered, "response": answered}]);
    let told = answer(&json!({"op": "sequence", "page": "https://a.b", "sequence": steps, "server": server})).unwrap();
    assert_eq!([0, 1, 2].map(|i| told["steps"][i]["preflights"].clone()), [1, 0, 0]);
    let long = json!({"status": 200, "headers": [["A", "a".repeat(1 << 20)]]});
    let server = json!([{"url": "https://c.d", "preflight": long, "response": long}]);
    assert_eq!(answer(&json!({"op": "fetch", "page": "https://a.b", "request": request, "server": server})).unwrap_err().code, "E_LONG");
    let loops = json!([{"url": "https://c.d", "preflight": answered, "response": {"status": 302, "headers": [["Access-Control-Allow-Origin", "*"], ["Location", "/"]]}}]);
    let told = answer(&json!({"op": "fetch", "page": "https://a.b", "request": {"url": "https://c.d"}, "server": loops})).unwrap();
    assert_eq!((told["verdict"].as_str(), told["wire"].as_array().map(Vec::len)), (Some("blocked"), Some(21)));
    assert!(!run(&"[".repeat(10_000)).refusals.is_empty());
    assert!(!run(&format!("page = {}", "[".repeat(10_000))).refusals.is_empty());
}

/// Pieces that a scenario is made of, right and wrong.
fn line() -> impl Strategy<Value = String> {
    let keys =
        prop::sample::select(vec!["page", "profile", "url", "method", "headers", "credentials", "status", "body", "kind", "options", "after_ms", "opaque"]);
    let values = prop_oneof![
        "\\PC{0,12}",
        prop::sample::select(vec![
            "\"https://a.b\"",
            "\"null\"",
            "\"*\"",
            "true",
            "-1",
            "{ A = \"b\" }",
            "[[\"A\", \"b\"]]",
            "{ Access-Control-Allow-Origin = \"*\" }",
            "\"rest\"",
            "\"PUT\"",
            "\"include\"",
            "1e999",
            "nan",
        ])
        .prop_map(str::to_owned),
    ];
    let tables = prop::sample::select(vec!["[request]", "[server.preflight]", "[server.response]", "[[hop]]", "[apigw]", "[[again]]", "[server]"]);
    prop_oneof![(keys, values).prop_map(|(k, v)| format!("{k} = {v}")), tables.prop_map(str::to_owned), "\\PC{0,20}"]
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        prop::sample::select(vec!["https://a.b", "fetch", "*", "PUT"]).prop_map(Value::from),
    ];
    let names = prop::sample::select(vec!["op", "page", "request", "server", "url", "headers", "status", "preflight", "response", "sequence", "body", "kind"]);
    leaf.prop_recursive(4, 32, 6, move |inner| {
        let object = prop::collection::vec((names.clone().prop_map(str::to_owned), inner.clone()), 0..6);
        prop_oneof![prop::collection::vec(inner, 0..4).prop_map(Value::from), object.prop_map(|fields| fields.into_iter().collect::<Value>())]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_scenario_breaks_it(lines in prop::collection::vec(line(), 0..12), head in any::<bool>()) {
        let text = if head { format!("{HEAD}{}", lines.join("\n")) } else { lines.join("\n") };
        let run = run(&text);
        prop_assert!(!run.outcomes.is_empty() || !run.refusals.is_empty());
        for refusal in &run.refusals {
            prop_assert!(text.get(refusal.at.clone()).is_some(), "{:?}", refusal);
        }
        for (at, outcome) in run.outcomes.iter().enumerate() {
            for fix in &outcome.fixes {
                prop_assert_eq!(&super::run::run(&fix.change.apply(&text, "")).outcomes[at].verdict, &fix.then);
            }
        }
    }

    #[test]
    fn no_text_breaks_it(text in "(?s).{0,200}") {
        let _ = run(&text);
    }

    #[test]
    fn no_request_breaks_it(mut request in json_value(), begun in any::<bool>()) {
        if begun && let Some(fields) = request.as_object_mut() {
            fields.insert("op".into(), "fetch".into());
            fields.insert("page".into(), "https://a.b".into());
        }
        let _ = answer(&request);
    }

    #[test]
    fn a_page_reads_another_origin_only_if_it_is_named_or_everyone(allowed in "[*a-z:/.]{0,24}") {
        let text = format!("{HEAD}[server.response]\nheaders = {{ Access-Control-Allow-Origin = \"{allowed}\" }}\n");
        let open = allowed == "*" || allowed == "https://shop.example.com";
        prop_assert_eq!(run(&text).outcomes[0].verdict == "allowed", open);
    }
}
