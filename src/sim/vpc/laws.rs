//! Laws and pictures of the whole simulator.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};

use super::answer::{answer, verdict};
use super::build::build;
use super::flow;
use super::request;
use super::sheet::read;
use super::world::World;
use super::{Vpc, write};
use crate::sim::cidr::read::Piece;
use crate::sim::{Cell, Outcome, Panel, Simulator};
use crate::text::{Lang, Message, Texts};

fn recorded() -> Vec<Value> {
    let cases = include_str!("../../../tests/vectors/vpc-path.jsonl");
    cases.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Every recorded network says the same as text.
#[test]
fn a_network_reads_back_as_it_was_written() {
    for (i, case) in recorded().into_iter().enumerate() {
        let request = &case["request"];
        let text = write::write(&request::world(&request["world"]).unwrap());
        let sheet = read(&text);
        let built = build(&sheet);
        assert!(sheet.refusals.is_empty() && built.refusals.is_empty(), "{text}\n{:?}", built.refusals);
        assert_eq!(write::write(&built.world), again(&text), "what is built in is not written twice");
        for (flow, expected) in request["flows"].as_array().unwrap().iter().zip(case["expect"]["flows"].as_array().unwrap()) {
            let path = format!("{} -> {}:{}", flow["from"].as_str().unwrap(), flow["to"].as_str().unwrap(), flow["port"]);
            let leg = flow::legs(&built.world, Piece::whole(&path)).unwrap().remove(0);
            let trip = leg.walk(&built.world);
            let got = json!({"verdict": verdict(&trip), "request_delivered": trip.delivered, "source_seen": trip.seen.map(|a| a.to_string())});
            assert_eq!(&got, expected, "{path}\n{text}");
            let run = Vpc.run(&format!("{text}path {path}"));
            assert_eq!(run.outcomes[0].verdict, expected["verdict"].as_str().unwrap());
            if i % 6 == 0 {
                sound(&format!("{text}path {path}")).unwrap();
            }
        }
    }
}

fn again(text: &str) -> String {
    let world: World = build(&read(text)).world;
    write::write(&world)
}

/// Runs a scenario: spans fit its text, each sentence is complete in every language, each fix does what it says.
pub fn sound(scenario: &str) -> Result<(), TestCaseError> {
    let run = Vpc.run(scenario);
    prop_assert!(!(run.outcomes.is_empty() && run.refusals.is_empty()));
    for refusal in &run.refusals {
        prop_assert!(scenario.get(refusal.at.clone()).is_some(), "{:?} of {:?}", refusal, scenario);
        said([&refusal.message].into_iter().chain(&refusal.hint))?;
    }
    for (i, outcome) in run.outcomes.iter().enumerate() {
        prop_assert!(scenario.get(outcome.asked.clone()).is_some());
        prop_assert!(outcome.codes.iter().all(|code| Vpc.codes().contains(code)));
        said(messages(outcome))?;
        for step in &outcome.steps {
            let row = step.points_at.and_then(|(panel, row)| match outcome.panels.get(panel)? {
                Panel::Table { rows, .. } => rows.get(row),
                _ => None,
            });
            prop_assert!(row.is_some(), "{scenario}");
        }
        for control in &outcome.controls {
            said([&control.label].into_iter().chain(&control.ask))?;
            let answer = if control.ask.is_some() { "500GB" } else { "" };
            let after = Vpc.run(&control.change.apply(scenario, answer));
            if run.refusals.is_empty() {
                prop_assert!(after.refusals.iter().all(|r| r.code == "E_PRICE"), "{} of\n{scenario}\n{:?}", control.key, after.refusals);
            }
        }
        for fix in &outcome.fixes {
            let fixed = Vpc.run(&fix.change.apply(scenario, ""));
            prop_assert_eq!(fixed.outcomes.get(i).map(|o| o.verdict.as_str()), Some(fix.then.as_str()), "{}", scenario);
        }
    }
    Ok(())
}

fn messages(outcome: &Outcome) -> impl Iterator<Item = &Message> {
    let said = outcome
        .headline
        .iter()
        .chain(outcome.notices.iter().map(|n| &n.message))
        .chain(outcome.findings.iter().map(|f| &f.message))
        .chain(outcome.steps.iter().map(|s| &s.message));
    said.chain(outcome.fixes.iter().map(|f| &f.label)).chain(outcome.panels.iter().flat_map(of_panel))
}

fn of_panel(panel: &Panel) -> Vec<&Message> {
    match panel {
        Panel::Table { title, header, rows } => {
            let cells = rows.iter().flatten().filter_map(|cell| if let Cell::Message(message, _) = cell { Some(message) } else { None });
            title.iter().chain(header).chain(cells).collect()
        }
        Panel::Text { title, .. } => title.iter().collect(),
        _ => Vec::new(),
    }
}

/// A sentence that lacks its text is its id, one that lacks an argument shows its name.
fn said<'m>(messages: impl Iterator<Item = &'m Message>) -> Result<(), TestCaseError> {
    for message in messages {
        for lang in Lang::ALL {
            let text = Texts::of(lang).say(message);
            prop_assert!(text != message.id && !text.contains("{$") && !text.contains("JOSA"), "{lang:?} {message:?}: {text}");
        }
    }
    Ok(())
}

/// Words from which scenarios are thrown together.
const WORDS: &[&str] = &[
    "vpc",
    "A",
    "B",
    "10.0.0.0/16",
    "10.1.0.0/16",
    "\n",
    "\n",
    "\n",
    "subnet",
    "s",
    "t",
    "10.0.1.0/24",
    "rt",
    "r",
    ":",
    "0.0.0.0/0",
    "->",
    "igw",
    "g",
    "attach",
    "nat",
    "n",
    "in",
    "eip",
    "private",
    "host",
    "h",
    "10.0.1.10",
    "public",
    "203.0.113.9",
    "sg",
    "w",
    "nacl",
    "c",
    "100",
    "allow",
    "tcp",
    "443",
    "1024-65535",
    "path",
    "h",
    "-> internet:443",
    "reach",
    "matrix",
    ":443",
    "what-if",
    "\"",
    "del",
    "set",
    "peering",
    "pl-s3",
    ",",
    ";",
    "out",
    "none",
    "from",
    "endpoint",
    "gateway",
    "interface",
    "s3",
    "fix",
    "blackhole",
    "#",
    "가",
    "[::1]:1",
    "::",
    "70000",
    "-1",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_is_too_odd(text in "[^\\p{C}{]{0,200}") {
        sound(&text)?;
    }

    #[test]
    fn no_words_are_too_odd(words in prop::collection::vec(0..WORDS.len(), 0..80)) {
        sound(&words.into_iter().map(|w| WORDS[w]).collect::<Vec<_>>().join(" "))?;
    }

    /// A good scenario with a line gone or changed.
    #[test]
    fn no_damage_is_too_odd(example in 0..3_usize, line in 0..12_usize, word in 0..WORDS.len(), at in 0..60_usize) {
        let mut lines: Vec<String> = Vpc.examples()[example].lines().map(str::to_owned).collect();
        let line = line % lines.len();
        let mut cut = at.min(lines[line].len());
        while !lines[line].is_char_boundary(cut) {
            cut -= 1;
        }
        lines[line].insert_str(cut, WORDS[word]);
        sound(&lines.join("\n"))?;
    }

    #[test]
    fn no_request_is_too_odd(op in 0..4_usize, field in 0..8_usize, value in 0..8_usize) {
        let odd = [Value::Null, json!(-1), json!("x"), json!([]), json!([[]]), json!({}), json!(1e300), json!([{"id": 1}])];
        let fields = ["world", "flows", "routes", "destinations", "packet", "client", "security_groups", "topology"];
        let mut request = json!({"op": (["path", "route", "filter", "none"])[op], "world": {}, "flows": []});
        request[fields[field]] = odd[value].clone();
        answer(&request).ok();
    }
}

#[test]
fn the_largest_texts_end() {
    let mut text = "vpc A 10.0.0.0/16\nsubnet s A 10.0.1.0/24 rt r\nhost h in s 10.0.1.10\nrt r: ".to_owned();
    for i in 0..100_000_u32 {
        text.push_str(&format!("{}/32 -> h, ", std::net::Ipv4Addr::from_bits(0x3000_0000 + i)));
    }
    text.push_str("\npath h -> 48.0.0.7:443");
    assert_eq!(Vpc.run(&text).outcomes.len(), 1);
    assert!(!Vpc.run(&"[".repeat(10 << 20)).refusals.is_empty());
}

#[track_caller]
pub fn check(scenario: &str, verdict: &str, codes: &[&str]) {
    let run = Vpc.run(scenario);
    assert_eq!(run.refusals, vec![], "{scenario}");
    let last = run.outcomes.last().unwrap();
    assert_eq!((last.verdict.as_str(), &last.codes[..]), (verdict, codes), "{scenario}");
    sound(scenario).unwrap();
}

pub const TWO: &str =
    "vpc A 10.0.0.0/16\nsubnet a A 10.0.1.0/24 nacl na\nsubnet b A 10.0.2.0/24 nacl nb\nhost x in a 10.0.1.10 sg sx\nhost y in b 10.0.2.10 sg sy\n";

#[test]
fn every_blocker_is_found_at_once() {
    let rules =
        "nacl na: out 100 allow tcp 443 0.0.0.0/0\nnacl nb: in 100 allow tcp 80 0.0.0.0/0\nsg sx: out none\nsg sy: in tcp 22 from 10.0.0.0/8\npath x -> y:443";
    let run = Vpc.run(&format!("{TWO}{rules}"));
    let outcome = &run.outcomes[0];
    assert_eq!(outcome.codes, ["SG_HAS_NO_RULES", "SUBNET_ACL_RESTRICTION", "ENI_SG_RULES_MISMATCH"]);
    assert_eq!(outcome.fixes.len(), 1, "all at once");
    assert_eq!(outcome.fixes[0].then, "reachable");
}

#[test]
fn some_of_the_ports_are_not_all() {
    let rules = "nacl na: out 100 allow all 0.0.0.0/0; in 100 allow tcp 49152-65535 0.0.0.0/0\nnacl nb: in 100 allow all 0.0.0.0/0; out 100 allow all 0.0.0.0/0\nsg sx:\nsg sy: in tcp 443 from sx\npath x -> y:443";
    check(&format!("{TWO}{rules}"), "partly", &["SUBNET_ACL_RESTRICTION"]);
    let windows = format!("{TWO}{rules}").replace("sg sx\n", "sg sx os windows\n");
    check(&windows, "reachable", &[]);
    check(&format!("{TWO}{rules}").replace("x -> y", "x:40000 -> y"), "unreachable", &["SUBNET_ACL_RESTRICTION"]);
}

#[test]
fn a_change_is_only_tried() {
    let rules = "nacl na: in 100 allow all 0.0.0.0/0; out 100 allow all 0.0.0.0/0\nnacl nb: in 100 allow all 0.0.0.0/0; out 100 allow all 0.0.0.0/0\nsg sx:\nsg sy: in tcp 443 from sx\n";
    check(&format!("{TWO}{rules}what-if \"sg sy: in tcp 22 from sx\" path x -> y:443"), "unreachable", &["ENI_SG_RULES_MISMATCH"]);
    check(&format!("{TWO}{rules}path x -> y:443"), "reachable", &[]);
    check(&format!("{TWO}{rules}del nacl nb\nset subnet b A 10.0.2.0/24\npath x -> y:443"), "reachable", &[]);
    check(&format!("{TWO}{rules}reach hosts :443"), "1/2", &[]);
}

#[test]
fn metadata_and_the_resolver_are_always_there() {
    let rules = "nacl na:\nnacl nb:\nsg sx: out none\nsg sy:\n";
    check(&format!("{TWO}{rules}path x -> 169.254.169.254:80"), "reachable", &[]);
    check(&format!("{TWO}{rules}path udp x -> 10.0.0.2:53"), "reachable", &[]);
}

#[track_caller]
pub fn refused(scenario: &str, code: &str, marked: &str) {
    let run = Vpc.run(scenario);
    let refusal = run.refusals.first().unwrap();
    assert_eq!((refusal.code, &scenario[refusal.at.clone()]), (code, marked));
}

#[test]
fn what_is_wrong_is_marked() {
    let vpc = "vpc A 10.0.0.0/16\n";
    refused("vpn A 10.0.0.0/16", "E_WORD", "vpn");
    refused(&format!("{vpc}subnet s A 10.1.0.0/24"), "E_OUTSIDE_VPC", "10.1.0.0/24");
    refused(&format!("{vpc}subnet s A 10.0.1.0/24\nsubnet t A 10.0.1.128/25"), "E_OVERLAP", "10.0.1.128/25");
    refused(&format!("{vpc}subnet s A 10.0.1.0/24\nhost h in s 10.0.1.3"), "E_RESERVED", "10.0.1.3");
    refused(&format!("{vpc}subnet s A 10.0.1.0/24\nhost h in s 10.0.2.4"), "E_OUTSIDE_SUBNET", "10.0.2.4");
    refused(&format!("{vpc}subnet s A 10.0.1.0/24 rt r\nrt r: 0.0.0.0/0 -> igw-9"), "E_UNKNOWN", "igw-9");
    refused("nacl n: in 0 allow tcp 80 0.0.0.0/0", "E_RULE_NUMBER", "0");
    refused("nacl n: in 100 allow tcp 90-80 0.0.0.0/0", "E_PORT_ORDER", "90-80");
    refused("sg s: in deny tcp 80 from 0.0.0.0/0", "E_SG_DENY", "deny");
    refused(vpc, "E_EMPTY", "");
}

/// The findings and steps of the last question, in English.
fn told(scenario: &str) -> (Vec<String>, Vec<String>) {
    let outcome = Vpc.run(scenario).outcomes.pop().unwrap();
    let say = |message: &Message| Texts::of(Lang::En).say(message);
    (outcome.findings.iter().map(|f| say(&f.message)).collect(), outcome.steps.iter().map(|s| say(&s.message)).collect())
}

#[test]
fn behind_the_first_blocker_everything_is_conditional() {
    let rules = "nacl na: in 100 allow all 0.0.0.0/0; out 100 allow all 0.0.0.0/0\nnacl nb: in 100 allow all 0.0.0.0/0\nsg sx:\nsg sy: in tcp 5432 from sx\npath x -> y:3306";
    let (findings, steps) = told(&format!("{TWO}{rules}"));
    assert_eq!(findings[0], "No inbound rule of sy lets tcp 3306 in from x 10.0.1.10 to y. The nearest rule is for another port: sy: in tcp 5432 from sx.");
    assert!(findings[1].starts_with("x waits until it gives up"), "what follows comes behind the cause");
    assert!(findings[2].starts_with("Had it passed: Rule * of nb does not let the answer leave b"));
    let blocked = steps.iter().position(|s| s.starts_with("y: stopped. No inbound rule of sy")).unwrap();
    assert!(steps[..blocked].iter().all(|s| !s.starts_with("(had it passed)")) && steps[blocked + 1..].iter().all(|s| s.starts_with("(had it passed)")));
}

#[test]
fn who_has_no_public_address_is_named() {
    let scenario = "vpc A 10.0.0.0/16\nigw g attach A\nsubnet s A 10.0.1.0/24 rt r\nrt r: 0.0.0.0/0 -> g\nhost app in s 10.0.1.10\noutside laptop 203.0.113.7\npath laptop -> app:443";
    let (findings, steps) = told(scenario);
    assert_eq!(findings[0], "app has no public address: 10.0.1.10 is private and means nothing on the internet.");
    assert_eq!(steps, ["laptop: stopped. app has no public address: 10.0.1.10 is private and means nothing on the internet."]);
}
