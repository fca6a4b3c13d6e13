//! What must hold for every network, every scenario and every drill.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::net::{Addr, Family, Net};
use super::read::{Piece, addr, target};
use super::{Cidr, drill, set};
use crate::sim::{Judgement, Outcome, Panel, Run, Simulator};
use crate::text::{Lang, Message, Texts};

fn any_addr() -> impl Strategy<Value = Addr> {
    prop_oneof![any::<[u8; 4]>().prop_map(|o| Addr::from(std::net::Ipv4Addr::from(o))), any::<[u8; 16]>().prop_map(|o| Addr::from(std::net::Ipv6Addr::from(o)))]
}

fn any_net() -> impl Strategy<Value = Net> {
    (any_addr(), 0_u8..=128).prop_map(|(addr, len)| Net::new(addr, len % (addr.family().width() + 1)).unwrap())
}

/// Networks of one family that are likely to touch.
fn crowd() -> impl Strategy<Value = Vec<Net>> {
    let low = prop::collection::vec((0_u32..64, 24_u8..=32), 0..24);
    low.prop_map(|all| all.into_iter().map(|(i, len)| Net::new(Addr::from(std::net::Ipv4Addr::from_bits(0x0a00_0000 + i * 37)), len).unwrap()).collect())
}

fn addresses(nets: &[Net]) -> Vec<u128> {
    let mut all: Vec<u128> = nets.iter().flat_map(|n| n.first().bits()..=n.last().bits()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(net in any_net(), ip in any_addr()) {
        prop_assert_eq!(target(Piece::whole(&net.to_string())).map(|t| t.net), Ok(net));
        prop_assert_eq!(addr(Piece::whole(&ip.to_string())), Ok(ip));
        prop_assert_eq!(addr(Piece::whole(&ip.expanded())), Ok(ip));
    }

    #[test]
    fn parts_join_to_the_whole(net in any_net(), deeper in 0_u8..8) {
        let prefix = net.prefix() + deeper;
        prop_assume!(prefix <= net.family().width());
        let parts: Vec<Net> = (0..1_u128 << deeper).map(|i| net.part(prefix, i).unwrap()).collect();
        prop_assert_eq!(net.part(prefix, 1 << deeper), None);
        prop_assert_eq!(set::collapse(parts), vec![net]);
    }

    #[test]
    fn what_is_taken_away_and_what_is_left_are_the_whole(a in any_net(), b in any_net(), deeper in 0_u8..100) {
        let inner = Net::new(b.first(), b.prefix().saturating_add(deeper).min(b.family().width())).unwrap();
        for (whole, part) in [(a, b), (b, inner)] {
            let mut all = set::without(whole, [part]);
            prop_assert!(all.iter().all(|n| !n.overlaps(part)));
            prop_assert!(all.len() <= usize::from(whole.family().width()));
            all.extend(Some(part).filter(|p| whole.covers(*p)));
            prop_assert_eq!(set::collapse(all), if part.covers(whole) && part != whole { vec![] } else { vec![whole] });
        }
    }

    #[test]
    fn used_and_free_are_a_partition(used in crowd()) {
        let whole = Net::new(Addr::from(std::net::Ipv4Addr::new(10, 0, 0, 0)), 20).unwrap();
        let free = set::without(whole, used.iter().copied());
        prop_assert!(free.iter().all(|f| used.iter().all(|u| !f.overlaps(*u))));
        prop_assert_eq!(&set::collapse(free.iter().copied()), &free, "the fewest, in order");
        prop_assert_eq!(set::collapse(free.into_iter().chain(used)), vec![whole]);
    }

    #[test]
    fn a_range_is_covered_exactly(first in any_addr(), by in any::<u128>()) {
        let last = first.plus(by % 100_000).unwrap_or(first);
        let nets = set::between(first, last);
        prop_assert_eq!(nets[0].first(), first);
        prop_assert_eq!(nets[nets.len() - 1].last(), last);
        prop_assert!(nets.windows(2).all(|pair| pair[0].last().plus(1) == Some(pair[1].first())));
        prop_assert_eq!(set::collapse(nets.iter().copied()), nets);
    }

    #[test]
    fn collapsing_keeps_every_address_and_again_changes_nothing(nets in crowd(), turn in 0_usize..24) {
        let once = set::collapse(nets.iter().copied());
        prop_assert_eq!(addresses(&once), addresses(&nets));
        let mut turned = nets;
        let middle = turn % turned.len().max(1);
        turned.rotate_left(middle);
        prop_assert_eq!(set::collapse(turned), once.clone());
        prop_assert_eq!(set::collapse(once.iter().copied()), once);
    }

    #[test]
    fn overlaps_are_those_of_each_pair(nets in crowd()) {
        let each: Vec<(usize, usize)> =
            (0..nets.len()).flat_map(|i| (i + 1..nets.len()).map(move |j| (i, j))).filter(|(i, j)| nets[*i].overlaps(nets[*j])).collect();
        prop_assert_eq!(set::overlaps(&nets, 1000), Some(each));
    }

    #[test]
    fn blocks_are_placed_apart(prefixes in prop::collection::vec(20_u8..=32, 0..20)) {
        let net = Net::new(Addr::from(std::net::Ipv4Addr::new(10, 0, 0, 0)), 20).unwrap();
        let needed: u128 = prefixes.iter().map(|p| 1_u128 << (32 - p)).sum();
        match set::pack(net, &prefixes) {
            Some(placed) => {
                prop_assert!(placed.iter().zip(&prefixes).all(|(n, p)| n.prefix() == *p && net.covers(*n)));
                prop_assert_eq!(set::overlaps(&placed, 0), Some(vec![]));
            }
            None => prop_assert!(needed > 4096),
        }
    }

    #[test]
    fn the_own_answer_of_a_drill_is_right(seed in any::<u64>(), level in 1_u8..=3) {
        for kind in Cidr.drills() {
            let drill = Cidr.drill(kind.name, level, seed).unwrap();
            prop_assert_eq!(Cidr.judge(&drill, &drill.answer), Judgement::Right, "{} {} {}", kind.name, level, seed);
            let seen = Cidr.run(&drill.scenario);
            prop_assert!(seen.refusals.is_empty() && seen.outcomes.len() == 1, "{}", drill.scenario);
            said([&drill.prompt].into_iter().chain(&drill.explanation).chain(drill.choices.iter().map(|(_, m)| m)))?;
            prop_assert_eq!(drill::slips(kind.name, level, seed), Vec::<String>::new());
        }
    }

    #[test]
    fn any_text_is_answered(text in ".{0,60}") {
        prop_assume!(!text.contains("{$")); // is looked for in sentences
        sound(&text)?;
    }

    #[test]
    fn any_words_are_answered(words in prop::collection::vec(prop::sample::select(WORDS), 1..9)) {
        sound(&words.join(" "))?;
    }

    #[test]
    fn any_request_is_answered(op in prop::sample::select(OPS), fields in prop::collection::vec((prop::sample::select(FIELDS), 0..VALUES), 0..6)) {
        let mut request = json!({"op": op});
        for (name, value) in fields {
            request[name] = value_number(value);
        }
        if let Err(refusal) = Cidr.answer(&request) {
            said([&refusal.message].into_iter().chain(&refusal.hint))?;
        }
    }

    #[test]
    fn keys_of_a_tree_are_lines_of_its_scenario(keys in prop::collection::vec((0_usize..40, 0_usize..6), 0..12)) {
        let mut scenario = "tree 10.0.0.0/24 + 2001:db8::/60 # two roots".to_owned();
        for (row, key) in keys {
            let run = Cidr.run(&scenario);
            let Panel::Tree { rows, .. } = &run.outcomes[0].panels[0] else { panic!("no tree") };
            let leaves: Vec<Net> = rows.iter().map(|r| leaf(&r.cells[0])).collect();
            prop_assert_eq!(set::collapse(leaves.iter().copied()).len(), 2, "leaves make up the roots");
            prop_assert_eq!(set::overlaps(&leaves, 0), Some(vec![]));
            let controls = &rows[row % rows.len()].controls;
            let control = &controls[key % controls.len()];
            let half = (leaf(&rows[row % rows.len()].cells[0]).prefix() + 1).to_string();
            let answer = match control.key { 'S' => half.as_str(), 'c' => "*", 'r' => "web a", _ => "" };
            let next = control.change.apply(&scenario, answer);
            let done = Cidr.run(&next);
            prop_assert!(done.refusals.is_empty(), "{next}");
            prop_assert_eq!(&Cidr.run(next.rsplit_once('\n').unwrap().0).outcomes[0].verdict, &run.outcomes[0].verdict, "dropping the line undoes it");
            scenario = next;
        }
    }
}

fn leaf(cell: &crate::sim::Cell) -> Net {
    let crate::sim::Cell::Text(text, _) = cell else { panic!("no network") };
    target(Piece::whole(text)).unwrap().net
}

const WORDS: &[&str] = &[
    "info",
    "정보",
    "bits",
    "split",
    "join",
    "sum",
    "super",
    "cover",
    "in",
    "overlap",
    "minus",
    "free",
    "used",
    "range",
    "-",
    "subnet",
    "host",
    "class",
    "vpc",
    "+",
    "routes",
    "peer",
    "|",
    "plan",
    "az",
    "tier",
    "web:/24",
    "웹:/26",
    "tree",
    "\nsplit",
    "\njoin",
    "\nname",
    "\nmark",
    "\nexport",
    "csv",
    "drill",
    "seed",
    "v6-nth",
    "into",
    "hosts",
    "aws",
    ",",
    "10.0.0.0/16",
    "10.0.1.0/24",
    "10.0.2.0/24",
    "10.1.2.3",
    "0.0.0.0/0",
    "255.255.255.255/32",
    "::/0",
    "2001:db8::/56",
    "::1",
    "172.17.0.0/16",
    "169.254.0.0/8",
    "/0",
    "/24",
    "/32",
    "/128",
    "0",
    "1",
    "3",
    "8",
    "-1",
    "128",
    "340282366920938463463374607431768211455",
    "999999999999999999999999999999999999999999",
    "１０.0.0.0／8",
    "10.0.0.0/0.0.0.255",
    "10.0.0.0/255.0.255.0",
    "가",
    "*",
    "#",
    "# x",
    "sp1it",
];
const OPS: &[&str] = &[
    "parse_ip",
    "parse_cidr",
    "info4",
    "info6",
    "classful",
    "contains",
    "relation",
    "supernet",
    "common_supernet",
    "join",
    "collapse",
    "exclude",
    "free",
    "overlap_pairs",
    "split",
    "split_n",
    "nth_subnet",
    "nth_host",
    "range_to_cidrs",
    "vlsm",
    "aws_subnet",
    "nonsense",
];
const FIELDS: &[&str] =
    &["text", "cidr", "ip", "net", "item", "a", "b", "new_prefix", "nets", "remove", "used", "at", "k", "newbits", "netnum", "index", "first", "last", "hosts"];
const VALUES: usize = 18;

fn value_number(number: usize) -> Value {
    match number {
        0 => Value::Null,
        1 => json!(-1),
        2 => json!(u64::MAX),
        3 => json!(1.5),
        4 => json!("340282366920938463463374607431768211455"),
        5 => json!("-340282366920938463463374607431768211455"),
        6 => json!("::/0"),
        7 => json!("0.0.0.0/0"),
        8 => json!("10.0.0.1"),
        9 => json!("10.0.0.0/24"),
        10 => json!(["10.0.0.0/24", "10.0.1.0/24"]),
        11 => json!(["::/0", "0.0.0.0/0"]),
        12 => json!([0, 1, "2"]),
        13 => json!([{}, [[]], true]),
        14 => json!(128),
        15 => json!(24),
        16 => json!(""),
        _ => json!([]),
    }
}

/// Runs a scenario: spans fit its text, each sentence is complete in every language.
fn sound(scenario: &str) -> Result<(), TestCaseError> {
    let run: Run = Cidr.run(scenario);
    prop_assert!(!(run.outcomes.is_empty() && run.refusals.is_empty()));
    for refusal in &run.refusals {
        prop_assert!(scenario.get(refusal.at.clone()).is_some(), "{:?} of {:?}", refusal, scenario);
        said([&refusal.message].into_iter().chain(&refusal.hint))?;
        if let Some(mend) = &refusal.mend {
            prop_assert_ne!(mend.apply(scenario, ""), scenario, "a mend changes something");
        }
    }
    for outcome in &run.outcomes {
        prop_assert!(scenario.get(outcome.asked.clone()).is_some());
        prop_assert!(outcome.codes.iter().all(|code| Cidr.codes().contains(code)));
        said(messages(outcome))?;
        for fix in &outcome.fixes {
            let fixed = Cidr.run(&fix.change.apply(scenario, ""));
            prop_assert!(fixed.outcomes.iter().any(|o| o.verdict == fix.then), "{scenario}");
        }
    }
    Ok(())
}

fn messages(outcome: &Outcome) -> impl Iterator<Item = &Message> {
    let controls = outcome.controls.iter().flat_map(|c| std::iter::once(&c.label).chain(&c.ask));
    let said = outcome.headline.iter().chain(outcome.notices.iter().map(|n| &n.message)).chain(outcome.steps.iter().map(|s| &s.message));
    said.chain(outcome.fixes.iter().map(|f| &f.label)).chain(controls).chain(outcome.panels.iter().flat_map(of_panel))
}

fn of_panel(panel: &Panel) -> Vec<&Message> {
    fn cell(cell: &crate::sim::Cell) -> Option<&Message> {
        if let crate::sim::Cell::Message(message, _) = cell { Some(message) } else { None }
    }
    match panel {
        Panel::Text { title, .. } => title.iter().collect(),
        Panel::Table { title, header, rows } => title.iter().chain(header).chain(rows.iter().flatten().filter_map(cell)).collect(),
        Panel::Bits { rows } => rows.iter().map(|r| &r.label).collect(),
        Panel::Tree { header, rows, .. } => {
            let controls = rows.iter().take(9).flat_map(|r| &r.controls).flat_map(|c| std::iter::once(&c.label).chain(&c.ask));
            header.iter().chain(controls).collect()
        }
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

/// Were anything enumerated, this would not end.
#[test]
fn the_largest_questions_are_answered_at_once() {
    for scenario in [
        "split 0.0.0.0/0 /32",
        "split ::/3 /128",
        "split ::/0 into 340282366920938463463374607431768211455",
        "free ::/0 used ::1",
        "range :: - ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe",
    ] {
        assert!(Cidr.run(scenario).refusals.is_empty(), "{scenario}");
    }
    let mut tree = "tree 0.0.0.0/0\nsplit 0.0.0.0/0 /11".to_owned();
    for i in 0..2000 {
        let net = Net::all(Family::V4).part(11, i % 2048).unwrap();
        tree.push_str(&format!("\nsplit {net}\nname {net} n{i}\njoin {net}"));
    }
    assert_eq!(Cidr.run(&tree).refusals, vec![]);
}
