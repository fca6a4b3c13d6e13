//! Drills about ways: which line of a table wins, who reaches the internet, and as whom.

use super::{Question, Shape, outcome, pick, reasons};
use crate::sim::rng::Rng;
use crate::text::Message;

/// A table and an address that is looked up in it.
struct LookUp {
    table: Vec<(String, &'static str)>,
    to: String,
    scenario: String,
    /// The lines that match, the most specific first.
    matches: Vec<(u8, String, &'static str)>,
}

/// Routes of three lengths that fall into each other, and one beside them.
fn look_up(rng: &mut Rng, level: u8) -> LookUp {
    let (second, third) = (rng.within(1, 250), rng.within(1, 200));
    let block = third & !15;
    let mut table: Vec<(String, &'static str)> = vec![("0.0.0.0/0".to_owned(), if rng.coin() { "nat-1" } else { "igw-1" })];
    table.push((format!("10.{second}.0.0/16"), "pcx-1"));
    if level >= 2 {
        table.push((format!("10.{second}.{block}.0/20"), "pcx-2"));
    }
    if level >= 3 {
        table.push((format!("10.{second}.{third}.0/24"), "blackhole"));
    }
    let host = rng.within(5, 250);
    let to = match rng.within(0, u32::from(level) + 1) {
        0 => format!("198.51.100.{host}"),
        1 => format!("10.{second}.{}.{host}", (third + 16) % 256),
        2 => format!("10.{second}.{third}.{host}"),
        3 => format!("10.{second}.{}.{host}", block | (15 - (third & 15))),
        _ => format!("10.{}.{third}.{host}", second + 1),
    };
    if rng.coin() {
        table.reverse();
    }
    let lines = table.iter().map(|(net, target)| format!("{net} -> {target}")).collect::<Vec<_>>().join(", ");
    let scenario = format!(
        "vpc A 172.16.0.0/16\nvpc B 10.{second}.0.0/16\nvpc C 10.{second}.0.0/16\npeering pcx-1 A B\npeering pcx-2 A C\nigw igw-1 attach A\nsubnet pub A 172.16.1.0/24 rt rt-pub\nrt rt-pub: 0.0.0.0/0 -> igw-1\nnat nat-1 in pub eip 203.0.113.99\nsubnet app A 172.16.2.0/24 rt rt-app\nrt rt-app: {lines}\nhost app in app 172.16.2.10\npath app -> {to}:443"
    );
    let addr: u32 = to.parse::<std::net::Ipv4Addr>().map_or(0, u32::from);
    let mut matches: Vec<(u8, String, &'static str)> = table
        .iter()
        .filter_map(|(net, target)| {
            let (base, len) = net.split_once('/')?;
            let (base, len) = (u32::from(base.parse::<std::net::Ipv4Addr>().ok()?), len.parse::<u8>().ok()?);
            let mask = u32::MAX.checked_shl(32 - u32::from(len)).unwrap_or(0);
            (addr & mask == base & mask).then(|| (len, net.clone(), *target))
        })
        .collect();
    matches.sort_by_key(|(len, ..)| std::cmp::Reverse(*len));
    LookUp { table, to, scenario, matches }
}

fn written(table: &[(String, &'static str)]) -> String {
    table.iter().map(|(net, target)| format!("{net} -> {target}")).collect::<Vec<_>>().join(", ")
}

fn slips(look: &LookUp, answer_of: impl Fn(&(u8, String, &'static str)) -> String) -> Vec<(String, Message)> {
    let hole = look.matches.first().is_some_and(|m| m.2 == "blackhole");
    let id = if hole { "vpc-slip-fall-back" } else { "vpc-slip-shorter" };
    look.matches.iter().skip(1).map(|m| (answer_of(m), Message::new(id).with("route", m.1.clone()))).collect()
}

fn why(look: &LookUp) -> Vec<Message> {
    let first = look.matches.first();
    vec![
        Message::new("vpc-why-longest")
            .with("to", look.to.clone())
            .with("route", first.map_or_else(String::new, |m| m.1.clone()))
            .with("count", look.matches.len()),
    ]
}

/// Which target gets the packet.
pub fn target(rng: &mut Rng, level: u8) -> Question {
    let look = look_up(rng, level);
    let names = ["igw-1", "nat-1", "pcx-1", "pcx-2", "blackhole", "local"].map(str::to_owned).to_vec();
    Question {
        prompt: Message::new("vpc-ask-route-target").with("table", written(&look.table)).with("to", look.to.clone()),
        answer: look.matches.first().map_or_else(String::new, |m| m.2.to_owned()),
        shape: Shape::Name(names),
        explanation: why(&look),
        mistakes: slips(&look, |m| m.2.to_owned()),
        scenario: look.scenario,
    }
}

/// Which line of the table wins.
pub fn wins(rng: &mut Rng, level: u8) -> Question {
    let look = look_up(rng, level);
    Question {
        prompt: Message::new("vpc-ask-route-wins").with("table", written(&look.table)).with("to", look.to.clone()),
        answer: look.matches.first().map_or_else(String::new, |m| m.1.clone()),
        shape: Shape::Net,
        explanation: why(&look),
        mistakes: slips(&look, |m| m.1.clone()),
        scenario: look.scenario,
    }
}

/// An instance in a subnet and its way out.
struct WayOut {
    route: &'static str,
    public: bool,
    nat_in: &'static str,
    attached: bool,
    scenario: String,
}

fn way_out(rng: &mut Rng, level: u8, path: &str) -> WayOut {
    let route = *pick(rng, if level == 1 { &["igw-1", "nat-1"] } else { &["igw-1", "nat-1", "nat-1", "-"] }).unwrap_or(&"igw-1");
    let public = rng.coin();
    let nat_in = if level >= 2 && rng.coin() { "app" } else { "pub" };
    let attached = level < 3 || rng.within(0, 3) > 0;
    let net = rng.within(1, 200);
    let line = if route == "-" { String::new() } else { format!(" 0.0.0.0/0 -> {route}") };
    let scenario = format!(
        "vpc A 10.{net}.0.0/16\nigw igw-1 attach A{}\nsubnet pub A 10.{net}.1.0/24 rt rt-pub\nrt rt-pub: 0.0.0.0/0 -> igw-1\nsubnet app A 10.{net}.2.0/24 rt rt-app\nrt rt-app:{line}\nnat nat-1 in {nat_in} eip 203.0.113.99\nhost app in app 10.{net}.2.10{}\n{path}",
        if attached { "" } else { " detached" },
        if public { " public 203.0.113.20" } else { "" },
    );
    WayOut { route, public, nat_in, attached, scenario }
}

/// Whether an instance reaches the internet.
pub fn internet(rng: &mut Rng, level: u8) -> Question {
    let way = way_out(rng, level, "path app -> internet:443");
    let told = outcome(&way.scenario);
    let reaches = told.verdict == "reachable";
    let route = if way.route == "-" { Message::new("vpc-part-no-route") } else { Message::new("vpc-part-route").with("target", way.route) };
    let slip = match (reaches, way.route, way.attached) {
        (true, "nat-1", _) => "vpc-slip-nat-is-enough",
        (true, ..) => "vpc-slip-igw-and-address",
        (false, _, false) => "vpc-slip-detached",
        (false, "nat-1", _) => "vpc-slip-nat-place",
        (false, "igw-1", _) => "vpc-slip-no-address",
        (false, ..) => "vpc-slip-address-is-no-route",
    };
    Question {
        prompt: Message::new("vpc-ask-internet")
            .with("route", route)
            .with("public", Message::new(if way.public { "vpc-part-public" } else { "vpc-part-no-public" }))
            .with("nat", Message::new(if way.nat_in == "pub" { "vpc-part-nat-public" } else { "vpc-part-nat-same" }))
            .with("igw", Message::new(if way.attached { "vpc-part-attached" } else { "vpc-part-detached" })),
        answer: if reaches { "yes" } else { "no" }.to_owned(),
        shape: Shape::YesNo,
        explanation: reasons(&told),
        mistakes: vec![(if reaches { "no" } else { "yes" }.to_owned(), Message::new(slip))],
        scenario: way.scenario,
    }
}

/// As whom the far side sees a caller.
pub fn source_seen(rng: &mut Rng, level: u8) -> Question {
    let net = rng.within(1, 200);
    let (nat, own, private) =
        (format!("203.0.113.{}", rng.within(30, 120)), format!("203.0.113.{}", rng.within(130, 220)), format!("10.{net}.2.{}", rng.within(10, 200)));
    let nat_private = format!("10.{net}.1.{}", rng.within(10, 200));
    let (route, public, to) = match rng.within(0, u32::from(level) + 1) {
        0 => ("nat-1", false, "internet:443"),
        1 => ("igw-1", true, "internet:443"),
        2 => ("nat-1", true, "internet:443"),
        3 => ("nat-1", false, "s3:443"),
        _ => ("nat-1", false, "db:5432"),
    };
    let public_part = if public { format!(" public {own}") } else { String::new() };
    let scenario = format!(
        "vpc A 10.{net}.0.0/16\nigw igw-1 attach A\nendpoint gateway vpce-1 s3 A\nsubnet pub A 10.{net}.1.0/24 rt rt-pub\nrt rt-pub: 0.0.0.0/0 -> igw-1\nsubnet app A 10.{net}.2.0/24 rt rt-app\nrt rt-app: 0.0.0.0/0 -> {route}, pl-s3 -> vpce-1\nsubnet db A 10.{net}.3.0/24\nhost db in db 10.{net}.3.10\nnat nat-1 in pub ip {nat_private} eip {nat}\nhost app in app {private}{public_part}\npath app -> {to}"
    );
    let told = outcome(&scenario);
    let seen = match (route, to) {
        (_, "s3:443" | "db:5432") => private.clone(),
        ("nat-1", _) => nat.clone(),
        _ => own.clone(),
    };
    let slip = |value: &String, id| (value.clone(), Message::new(id));
    let mistakes = if seen == private {
        vec![slip(&nat, "vpc-slip-not-through-nat"), slip(&nat_private, "vpc-slip-not-through-nat")]
    } else {
        vec![
            slip(&private, "vpc-slip-private-seen"),
            slip(&nat_private, "vpc-slip-nat-private-seen"),
            slip(&own, "vpc-slip-own-not-used"),
            slip(&nat, "vpc-slip-nat-not-used"),
        ]
    };
    let shown = if public { own.as_str() } else { "-" };
    Question {
        prompt: Message::new("vpc-ask-source-seen")
            .with("private", private)
            .with("public", shown.to_owned())
            .with("route", route)
            .with("eip", nat)
            .with("to", to),
        answer: seen,
        shape: Shape::Addr,
        explanation: reasons(&told),
        mistakes,
        scenario,
    }
}
