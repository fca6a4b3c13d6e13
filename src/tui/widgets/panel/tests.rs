use super::*;
use crate::sim::{Bit, BitRow, Cell, Change, Fix, Step, TreeRow};
use crate::text::Lang;

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned(), Tone::Plain)
}

fn tree(rows: usize) -> Outcome {
    let cells = |n: usize| vec![text(&format!("10.0.{}.{}/32", n / 256, n % 256)), Cell::Number(n.to_string()), text("")];
    let rows = (0..rows).map(|n| TreeRow { depth: 3, cells: cells(n), controls: Vec::new() }).collect();
    let header = ["cidr-l-network", "cidr-l-hosts", "cidr-l-name"].map(Message::new).to_vec();
    Outcome { panels: vec![Panel::Tree { title: None, header, rows }], ..Outcome::default() }
}

fn picture(outcome: &Outcome, width: usize) -> Vec<String> {
    let theme = Theme::named("dark").unwrap();
    let look = Look { theme: &theme, texts: Texts::of(Lang::En), width };
    let laid = lay(outcome, &look);
    let lines: Vec<String> = laid.lines(outcome, &look).map(|line| line.into_iter().map(|run| run.text).collect()).collect();
    assert!(lines.iter().all(|line| crate::text::width(line) <= width.max(8)), "wider than {width}: {lines:#?}");
    lines
}

#[track_caller]
fn check(outcome: &Outcome, width: usize, expected: &[&str]) {
    assert_eq!(picture(outcome, width), expected);
}

fn table(rows: Vec<Vec<Cell>>) -> Outcome {
    let header = vec![Message::new("cidr-l-network"), Message::new("cidr-l-aws"), Message::new("cidr-l-use")];
    Outcome { panels: vec![Panel::Table { title: None, header, rows }], ..Outcome::default() }
}

fn route() -> Outcome {
    let number = |n: &str| Cell::Number(n.to_owned());
    table(vec![vec![text("10.0.0.0/16"), number("65,531"), text("hosts of the shop")], vec![text("10.1.0.0/28"), number("11"), text("balancers")]])
}

#[test]
fn columns_are_as_wide_as_their_cells() {
    check(&route(), 60, &["network       usable in AWS   for", "10.0.0.0/16          65,531   hosts of the shop", "10.1.0.0/28              11   balancers"]);
}

#[test]
fn the_widest_column_is_broken_first() {
    check(
        &route(),
        40,
        &[
            "network      usable in AWS  for",
            "10.0.0.0/16         65,531  hosts of the",
            "                            shop",
            "10.1.0.0/28             11  balancers",
        ],
    );
}

#[test]
fn rows_flow_where_columns_do_not_fit() {
    check(&route(), 24, &["10.0.0.0/16", "  usable in AWS 65,531", "  for hosts of the shop", "10.1.0.0/28", "  usable in AWS 11", "  for balancers"]);
}

#[test]
fn a_meaning_has_a_sign() {
    let rows = vec![vec![Cell::Text("shut".into(), Tone::Bad), Cell::Text("open".into(), Tone::Good), Cell::Text("odd".into(), Tone::Warn)]];
    let table = Outcome { panels: vec![Panel::Table { title: None, header: Vec::new(), rows }], ..Outcome::default() };
    check(&table, 40, &["✗ shut   ✓ open   ! odd"]);
    let rows = vec![vec![Cell::Text("✗".into(), Tone::Bad), Cell::Text("✓ open".into(), Tone::Good)]];
    let table = Outcome { panels: vec![Panel::Table { title: None, header: Vec::new(), rows }], ..Outcome::default() };
    check(&table, 40, &["✗   ✓ open"]);
}

#[test]
fn bits_have_a_line_where_the_network_ends() {
    let bits = (0..32).map(|at| Bit { one: at % 3 == 0, network: at < 20 }).collect();
    let rows = vec![BitRow { label: Message::new("cidr-l-mask"), bits, text: "10.0.0.1".into() }];
    let outcome = Outcome { panels: vec![Panel::Bits { rows }], ..Outcome::default() };
    check(&outcome, 60, &["mask  10010010.01001001.0010│0100.10010010   10.0.0.1"]);
    check(&outcome, 40, &["mask  10.0.0.1", "10010010.01001001.0010│0100.10010010"]);
    check(&outcome, 30, &["mask  10.0.0.1", "10010010.01001001", "0010│0100.10010010"]);
}

#[test]
fn bits_of_ipv6_stand_in_lines() {
    let bits = (0..128).map(|at| Bit { one: at < 4, network: at < 64 }).collect();
    let rows = vec![BitRow { label: Message::new("cidr-l-mask"), bits, text: "f000::".into() }];
    let outcome = Outcome { panels: vec![Panel::Bits { rows }], ..Outcome::default() };
    let lines = picture(&outcome, 76);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1].chars().last(), Some('│'));
    assert!(picture(&outcome, 40).len() == 5);
}

#[test]
fn the_verdict_stands_at_the_right_where_it_says_more() {
    let outcome = |verdict: &str| Outcome { verdict: verdict.into(), headline: Some(Message::new("cidr-join-none").with("count", 2)), ..Outcome::default() };
    let line = picture(&outcome("refused"), 76).remove(0);
    assert!(line.ends_with("exactly.                 refused"), "{line}");
    assert!(picture(&outcome("2"), 76)[0].ends_with("exactly."));
    check(&Outcome { verdict: "refused".into(), ..Outcome::default() }, 40, &["refused"]);
}

#[test]
fn a_cause_is_told_from_what_follows_and_what_was_assumed() {
    let finding = |tone, id| Finding { code: None, tone, message: Message::new(id) };
    let outcome = Outcome {
        findings: vec![finding(Tone::Bad, "vpc-l-before"), finding(Tone::Plain, "vpc-l-after"), finding(Tone::Muted, "vpc-l-after")],
        notices: vec![Notice { code: None, message: Message::new("vpc-l-before") }],
        ..Outcome::default()
    };
    check(&outcome, 40, &["✗ now", "  then", "  then", "", "! now"]);
}

#[test]
fn steps_and_fixes_hang_behind_their_numbers() {
    let outcome = Outcome {
        steps: vec![Step { message: Message::new("cidr-bits-next").with("next", "10.0.48.0"), points_at: None }],
        fixes: vec![Fix { label: Message::new("cidr-fix-sum"), change: Change { range: 0..0, text: String::new() }, then: "10.0.0.0/23".into() }],
        ..Outcome::default()
    };
    check(
        &outcome,
        36,
        &[
            "1  The next network begins at",
            "   10.0.48.0.",
            "",
            "What would mend it",
            "1  Keep the fewest networks that are",
            "   exactly these   then 10.0.0.0/23",
        ],
    );
}

#[test]
fn four_thousand_rows_know_where_they_stand() {
    let theme = Theme::named("dark").unwrap();
    let (tree, look) = (tree(4096), Look { theme: &theme, texts: Texts::of(Lang::Ko), width: 60 });
    let laid = lay(&tree, &look);
    assert_eq!(laid.panels[0].len(), 4096);
    assert_eq!(laid.panels[0][4095], laid.len() - 1..laid.len());
    let last: String = laid.line(laid.len() - 1, Some(&tree), &look).into_iter().map(|run| run.text).collect();
    assert_eq!(last, "      10.0.15.255/32     4095");
}

proptest::proptest! {
    #[test]
    fn no_line_is_wider_than_there_is_room(words in proptest::collection::vec("[a-z가-힣]{0,9}( [a-z]{1,6}){0,3}", 1..9), width in 12_usize..90) {
        let cells: Vec<Vec<Cell>> = words.chunks(3).map(|row| row.iter().map(|word| text(word)).collect()).collect();
        picture(&table(cells), width.max(24));
    }
}
