//! Pictures of what can be asked and what is said: a scenario, and what comes of it.

use super::Vpc;
use super::laws::{TWO, check, refused, sound};
use crate::sim::{Cell, Outcome, Panel, Simulator};

/// The outcome of the last question after the edit of a control.
#[track_caller]
fn pressed(scenario: &str, key: char, answer: &str) -> (String, Outcome) {
    let outcome = Vpc.run(scenario).outcomes.remove(0);
    let control = outcome.controls.iter().find(|c| c.key == key);
    let text = control.unwrap_or_else(|| panic!("no {key} in {scenario}")).change.apply(scenario, answer);
    let run = Vpc.run(&text);
    assert_eq!(run.refusals, []);
    (text.clone(), run.outcomes.into_iter().last().unwrap())
}

const OUT: &str = "vpc A 10.0.0.0/16\nigw g attach A\nsubnet p A 10.0.1.0/24 az a rt rp\nsubnet q A 10.0.2.0/24 az c rt rq\nrt rp: 0.0.0.0/0 -> g\nrt rq: 0.0.0.0/0 -> n\nnat n in p eip 203.0.113.99\nhost app in q 10.0.2.10\n";

#[test]
fn a_key_edits_the_scenario() {
    let path = format!("{OUT}path app -> internet:443");
    let (text, outcome) = pressed(&path, 't', "");
    assert!(text.ends_with("path internet -> app:443"), "{text}");
    assert_eq!(outcome.verdict, "unreachable");
    assert_eq!(pressed(&path, 'm', "").1.verdict, "2/2");
    assert_eq!(pressed(&path, 'c', "500").1.verdict, "136.62");
    let (detached, outcome) = pressed(&path, 'a', "");
    assert_eq!((outcome.verdict.as_str(), &outcome.codes[..]), ("unreachable", &["BAD_STATE_ROUTE"][..]));
    assert_eq!(pressed(&detached, 'a', "").0, path);
    let (public, _) = pressed(&path, 'p', "");
    assert!(public.contains("host app in q 10.0.2.10 public 203.0.113.100\n"));
    assert_eq!(pressed(&public, 'p', "").0, path);
    let (tried, outcome) = pressed(&path.replace("nat n in p", "nat n in q"), 'f', "");
    assert_eq!(outcome.verdict, "reachable", "{tried}");
    let (hosts, _) = pressed(&format!("{OUT}reach matrix :443"), 'h', "");
    assert!(hosts.ends_with("reach hosts :443"));
    let applied = pressed(&format!("{OUT}what-if \"del nat n\" path app -> internet:443"), 'a', "").0;
    assert!(applied.ends_with("\ndel nat n\npath app -> internet:443"), "{applied}");
}

#[test]
fn a_rule_wider_than_needed_is_narrowed() {
    let scenario = "vpc A 10.0.0.0/16\nsubnet s A 10.0.1.0/24\nhost x in s 10.0.1.10 sg app\nhost y in s 10.0.1.11 sg db\nsg app:\nsg db: in all from 0.0.0.0/0\npath x -> y:3306";
    let (text, outcome) = pressed(scenario, 'n', "");
    assert!(text.contains("sg db: in tcp 3306 from app\n"), "{text}");
    assert_eq!(outcome.verdict, "reachable");
    assert!(Vpc.run(&text).outcomes[0].controls.iter().all(|c| c.key != 'n'), "it is narrow now");
}

#[test]
fn what_a_path_costs_is_walked_off_it() {
    check(&format!("{OUT}path app -> internet:443\ncost path 500GB"), "136.62", &[]);
    check(&format!("{OUT}path app -> s3:443\ncost path 500"), "86.22", &[]);
    check(&format!("{OUT}cost path 500GB app -> 10.0.1.254:80"), "10.00", &[]);
    check(&format!("{OUT}endpoint gateway e s3 A\nset rt rq: pl-s3 -> e\ncost path 500GB app -> s3:443"), "0.00", &[]);
    check(&format!("{OUT}endpoint interface e ssm in q\ncost path 100GB app -> ssm:443"), "10.49", &[]);
    check(&format!("{OUT}cost path 200GB virginia app -> 10.0.2.11:80"), "0.00", &[]);
    refused(&format!("{OUT}cost path 1GB"), "E_EXPECTED", "cost path 1GB");
    refused(&format!("{OUT}cost path 1GB tokyo"), "E_WORD", "tokyo");
    // A price that nobody confirmed is reckoned with, and says so.
    let unsure = &Vpc.run(&format!("{OUT}cost path 1GB virginia app -> 10.0.1.254:80")).outcomes[0];
    assert_eq!(unsure.headline.as_ref().map(|m| m.id), Some("vpc-cost-unsure"));
    refused(&format!("{OUT}cost path many app -> internet:443"), "E_GB", "many");
}

#[test]
fn an_egress_only_gateway_lets_only_answers_in() {
    let world =
        "vpc A 10.0.0.0/16 v6 2001:db8:1::/56\neigw e attach A\nsubnet s A 10.0.1.0/24 v6 2001:db8:1:1::/64 rt r\nhost h in s 10.0.1.10 v6 2001:db8:1:1::a\n";
    check(&format!("{world}rt r: ::/0 -> e\npath h -> [2001:db8:f::1]:443"), "reachable", &[]);
    check(&format!("{world}rt r: ::/0 -> e\npath [2001:db8:f::1] -> [2001:db8:1:1::a]:443"), "unreachable", &["UNASSOCIATED_COMPONENT", "ASYMMETRIC_RETURN"]);
    check(&format!("{world}igw g attach A\nrt r: ::/0 -> e\npath [2001:db8:f::1] -> [2001:db8:1:1::a]:443"), "unreachable", &["ASYMMETRIC_RETURN"]);
    refused(&format!("{world}rt r: 0.0.0.0/0 -> e"), "E_FAMILY", "0.0.0.0/0");
    let fix = &Vpc.run(&format!("{world}rt r:\npath h -> [2001:db8:f::1]:443")).outcomes[0].fixes[0];
    assert_eq!(fix.change.text, "rt r: ::/0 -> e");
}

/// A bastion: what comes in at port 22 goes on from a port of its own.
#[test]
fn the_second_connection_has_a_port_of_its_own() {
    let world = "vpc A 10.0.0.0/16\nigw g attach A\nsubnet p A 10.0.1.0/24 rt r nacl n\nsubnet q A 10.0.2.0/24\nrt r: 0.0.0.0/0 -> g\nhost bastion in p 10.0.1.10 public 203.0.113.9\nhost db in q 10.0.2.10\n";
    let rules = |back: &str| format!("{world}nacl n: in 1 allow tcp 22 0.0.0.0/0; out 1 allow all 0.0.0.0/0{back}\npath internet -> bastion:22 -> db:22");
    check(&rules(""), "unreachable", &["SUBNET_ACL_RESTRICTION"]);
    check(&rules("; in 2 allow tcp 32768-61000 10.0.0.0/8"), "reachable", &[]);
}

#[test]
fn each_rule_says_why_it_was_skipped() {
    let scenario = format!(
        "{TWO}nacl na: in 1 allow all 0.0.0.0/0; out 1 allow all 0.0.0.0/0\nnacl nb: in 10 allow udp 443 0.0.0.0/0; in 20 allow tcp 80 0.0.0.0/0; in 30 allow tcp 443 10.9.0.0/16; in 40 deny tcp 443 10.0.0.0/8; in 50 allow all 0.0.0.0/0; out 1 allow all 0.0.0.0/0\nsg sx:\nsg sy: in tcp 443 from sx\npath x -> y:443"
    );
    let outcome = Vpc.run(&scenario).outcomes.remove(0);
    let Some(Panel::Table { rows, .. }) = outcome.panels.last() else { panic!("no table") };
    let said: Vec<&str> = rows.iter().map(|row| if let Cell::Message(message, _) = &row[1] { message.id } else { "" }).collect();
    assert_eq!(said, ["vpc-j-proto", "vpc-j-port", "vpc-j-address", "vpc-j-refuses", "vpc-j-not-asked", "vpc-j-not-asked"]);
}

#[track_caller]
fn remarks(scenario: &str, ids: &[&str]) {
    let run = Vpc.run(scenario);
    assert_eq!(run.refusals, []);
    let outcome = &run.outcomes[0];
    let all = outcome.findings.iter().map(|f| f.message.id).chain(outcome.notices.iter().map(|n| n.message.id));
    let said: Vec<&str> = all.filter(|id| id.starts_with("vpc-n-") && *id != "vpc-n-open").collect();
    assert_eq!(said, ids, "{scenario}");
    sound(scenario).unwrap();
}

#[test]
fn what_a_careful_reader_would_remark() {
    let world = "vpc A 10.0.0.0/16 v6 2001:db8:1::/56\nsubnet s A 10.0.1.0/24 v6 2001:db8:1:1::/64 nacl n\nsubnet t A 10.0.2.0/24 v6 2001:db8:1:2::/64\nhost x in s 10.0.1.10 v6 2001:db8:1:1::a\nhost y in t 10.0.2.10 v6 2001:db8:1:2::a sg g\n";
    let open = "nacl n: in 1 allow all 0.0.0.0/0; out 1 allow all 0.0.0.0/0; in 2 allow all ::/0; out 2 allow all ::/0\n";
    remarks(&format!("{world}{open}sg g: in tcp 443 from 0.0.0.0/0\npath x -> [2001:db8:1:2::a]:443"), &["vpc-n-family"]);
    remarks(&format!("{world}{open}sg g: in icmp 0 from 10.0.0.0/8\npath icmp x -> y"), &["vpc-n-icmp"]);
    remarks(&format!("{world}{open}sg g: in tcp 443 from 10.0.0.0/8; in tcp 443 from 10.0.1.0/24\npath x -> y:443"), &["vpc-n-needless"]);
    remarks(&format!("{world}{open}sg g: in tcp 22 from ::/0; in tcp 443 from 10.0.1.0/24\npath x -> y:443"), &["vpc-n-open-door"]);
    let acl = "nacl n: in 1 allow tcp 80-90 10.0.0.0/8; in 2 deny tcp 85 10.1.0.0/16; out 1 allow tcp 443 0.0.0.0/0\n";
    remarks(&format!("{world}{acl}sg g:\npath y -> x:80"), &["vpc-n-shadowed", "vpc-n-no-return-out", "vpc-n-no-return-in"]);
}
