//! What ranges are set aside for (RFC 6890 and the registries that it made).

use super::net::Net;
use super::read::{Piece, target};
use crate::text::Message;

/// Ranges and the messages that say what they are for; of two that fit, the smaller counts.
const RANGES: &[(&str, &str)] = &[
    ("0.0.0.0/8", "cidr-scope-this"),
    ("10.0.0.0/8", "cidr-scope-private"),
    ("100.64.0.0/10", "cidr-scope-shared"),
    ("127.0.0.0/8", "cidr-scope-loopback"),
    ("169.254.0.0/16", "cidr-scope-link-local"),
    ("172.16.0.0/12", "cidr-scope-private"),
    ("192.0.0.0/24", "cidr-scope-protocol"),
    ("192.0.2.0/24", "cidr-scope-documentation"),
    ("192.168.0.0/16", "cidr-scope-private"),
    ("198.18.0.0/15", "cidr-scope-benchmark"),
    ("198.51.100.0/24", "cidr-scope-documentation"),
    ("203.0.113.0/24", "cidr-scope-documentation"),
    ("224.0.0.0/4", "cidr-scope-multicast"),
    ("240.0.0.0/4", "cidr-scope-reserved"),
    ("255.255.255.255/32", "cidr-scope-broadcast"),
    ("::/128", "cidr-scope-unspecified"),
    ("::1/128", "cidr-scope-loopback"),
    ("::ffff:0:0/96", "cidr-scope-mapped"),
    ("64:ff9b::/96", "cidr-scope-nat64"),
    ("100::/64", "cidr-scope-discard"),
    ("2000::/3", "cidr-scope-public"),
    ("2001:db8::/32", "cidr-scope-documentation"),
    ("3fff::/20", "cidr-scope-documentation"),
    ("2002::/16", "cidr-scope-6to4"),
    ("fc00::/7", "cidr-scope-unique-local"),
    ("fe80::/10", "cidr-scope-link-local"),
    ("ff00::/8", "cidr-scope-multicast"),
];

/// What a network is for: what the smallest range around it says, or that it holds several kinds.
#[must_use]
pub fn of(net: Net) -> Message {
    let ranges = || RANGES.iter().filter_map(|(range, id)| Some((target(Piece::whole(range)).ok()?.net, *id)));
    let around = ranges().filter(|(range, _)| range.covers(net)).max_by_key(|(range, _)| range.prefix());
    let parts = ranges().any(|(range, _)| net != range && net.covers(range));
    match around {
        Some((_, id)) => Message::new(id),
        None if parts => Message::new("cidr-scope-several"),
        None if net.family() == super::net::Family::V4 => Message::new("cidr-scope-public"),
        None => Message::new("cidr-scope-unassigned"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_range_decides() {
        for (net, id) in [
            ("10.1.0.0/16", "private"),
            ("0.0.0.0/0", "several"),
            ("8.8.8.0/24", "public"),
            ("172.32.0.0/16", "public"),
            ("255.255.255.255/32", "broadcast"),
            ("::1", "loopback"),
            ("2001:db8:1::/48", "documentation"),
            ("2600::/16", "public"),
            ("4000::/3", "unassigned"),
            ("::/0", "several"),
        ] {
            assert_eq!(of(target(Piece::whole(net)).unwrap().net).id, format!("cidr-scope-{id}"), "{net}");
        }
    }
}
