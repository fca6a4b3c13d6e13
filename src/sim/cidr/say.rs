//! What the commands of this simulator say alike: networks, sizes, notices.

use super::net::{Addr, Net};
use super::read::Target;
use super::size::Size;
use crate::sim::{Bit, BitRow, Cell, Notice, Panel, Step, Tone};
use crate::text::{Arg, Message, group};

/// The address given has host bits, so that the network begins before it.
pub const HOST_BITS: &str = "HOST_BITS";
/// Two networks cannot be joined because one is larger.
pub const NOT_SIBLINGS_SIZE: &str = "NOT_SIBLINGS_SIZE";
/// Two networks cannot be joined because there is something between them.
pub const NOT_ADJACENT: &str = "NOT_ADJACENT";
/// Two networks of one size touch, but the first is the upper half of its parent.
pub const MISALIGNED: &str = "MISALIGNED";
/// What is asked for does not fit.
pub const NO_ROOM: &str = "NO_ROOM";

/// AWS has no VPC or subnet of that size.
pub const AWS_SIZE: &str = "AWS_SIZE";
/// The range is nobody's to have, or had better be left alone.
pub const AWS_RESERVED_RANGE: &str = "AWS_RESERVED_RANGE";
/// Two blocks of a VPC overlap.
pub const AWS_OVERLAP: &str = "AWS_OVERLAP";
/// More than AWS gives without asking, or at all.
pub const AWS_QUOTA: &str = "AWS_QUOTA";
/// The range may not be added to the ranges that a VPC has.
pub const AWS_SECONDARY_RANGE: &str = "AWS_SECONDARY_RANGE";
/// A route of the VPC leads to the range already.
pub const AWS_ROUTE: &str = "AWS_ROUTE";
/// Two VPCs to be peered share addresses.
pub const PEER_OVERLAP: &str = "PEER_OVERLAP";

/// Every code that an outcome may have.
pub const CODES: &[&str] = &[
    HOST_BITS,
    NOT_SIBLINGS_SIZE,
    NOT_ADJACENT,
    MISALIGNED,
    NO_ROOM,
    AWS_SIZE,
    AWS_RESERVED_RANGE,
    AWS_OVERLAP,
    AWS_QUOTA,
    AWS_SECONDARY_RANGE,
    AWS_ROUTE,
    PEER_OVERLAP,
];

/// The most rows that a table shows.
pub const MOST_ROWS: usize = 256;

/// The networks in canonical text with spaces between, `none` where there is none.
///
/// Of more than 256 the first 15, three dots and the last: a verdict is read by people too.
pub fn verdict(nets: &[Net]) -> String {
    let text = |nets: &[Net]| nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    match nets {
        [] => "none".to_owned(),
        [first @ .., last] if first.len() >= MOST_ROWS => format!("{} ... {last}", text(&first[..15])),
        nets => text(nets),
    }
}

/// What was read otherwise than written, of a long list the first of it.
pub fn notices<'t>(targets: impl IntoIterator<Item = &'t Target>) -> Vec<Notice> {
    const MOST: usize = 16;
    let mut all = targets.into_iter().filter_map(notice);
    let mut notices: Vec<Notice> = all.by_ref().take(MOST).collect();
    let more = all.count();
    if more > 0 {
        notices.push(Notice { code: None, message: Message::new("cidr-more").with("count", more) });
    }
    notices
}

fn notice(target: &Target) -> Option<Notice> {
    let said = |id| Message::new(id).with("addr", target.addr.to_string()).with("net", target.net.to_string());
    if target.bare {
        return Some(Notice { code: None, message: said("cidr-n-bare") });
    }
    target.has_host_bits().then(|| Notice { code: Some(HOST_BITS), message: said("cidr-n-host-bits") })
}

impl From<Size> for Arg {
    fn from(size: Size) -> Arg {
        size.number().map_or_else(|| Arg::Text(group(&size.to_string()).into()), Arg::from)
    }
}

impl From<Net> for Arg {
    fn from(net: Net) -> Arg {
        net.to_string().into()
    }
}

impl From<Addr> for Arg {
    fn from(addr: Addr) -> Arg {
        addr.to_string().into()
    }
}

/// A cell with an address, a network or another plain text.
pub fn text(value: impl ToString) -> Cell {
    Cell::Text(value.to_string(), Tone::Plain)
}

/// A cell with a number, thousands separated.
pub fn number(value: impl ToString) -> Cell {
    Cell::Number(group(&value.to_string()))
}

/// A cell with a sentence.
pub fn label(id: &'static str) -> Cell {
    Cell::Message(Message::new(id), Tone::Muted)
}

/// The prefix length at which `net` falls into at least `count` parts; `None` if it never does.
pub fn prefix_for(net: Net, count: u128) -> Option<u8> {
    let bits = count.checked_sub(1)?.checked_ilog2().map_or(0, |b| b + 1);
    net.prefix().checked_add(u8::try_from(bits).ok()?).filter(|p| *p <= net.family().width())
}

/// A step that points at nothing.
pub fn step(message: Message) -> Step {
    Step { message, points_at: None }
}

/// A step that points at a row of a panel.
pub fn step_at(message: Message, panel: usize, row: usize) -> Step {
    Step { message, points_at: Some((panel, row)) }
}

/// Networks in a table: what each is, where it begins and ends, how much it holds.
pub fn listing(title: Option<Message>, nets: &[Net]) -> Panel {
    let header = ["cidr-l-network", "cidr-l-first", "cidr-l-last", "cidr-l-addresses"].map(Message::new).to_vec();
    let mut rows: Vec<Vec<Cell>> = nets.iter().take(MOST_ROWS).map(|n| vec![text(n), text(n.first()), text(n.last()), number(n.size())]).collect();
    if nets.len() > MOST_ROWS {
        rows.push(more(Size::from((nets.len() - MOST_ROWS) as u128)));
    }
    Panel::Table { title, header, rows }
}

/// The row that stands for rows left out.
pub fn more(count: Size) -> Vec<Cell> {
    vec![Cell::Message(Message::new("cidr-more").with("count", count), Tone::Muted)]
}

/// Lines that are code.
pub fn code(title: &'static str, lines: Vec<String>) -> Panel {
    Panel::Text { title: Some(Message::new(title)), lines }
}

/// An address in bits, `prefix` of them the network's.
pub fn bits(label: &'static str, addr: Addr, prefix: u8) -> BitRow {
    let bits = (0..addr.family().width()).map(|i| Bit { one: addr.bit(i), network: i < prefix }).collect();
    BitRow { label: Message::new(label), bits, text: addr.to_string() }
}

/// Terraform's expression for a part of a network.
pub fn terraform(net: Net, part: Net) -> String {
    let number = (part.first().bits() - net.first().bits()).checked_shr(part.host_bits().into()).unwrap_or(0);
    format!("cidrsubnet(\"{net}\", {}, {number})", part.prefix() - net.prefix())
}
