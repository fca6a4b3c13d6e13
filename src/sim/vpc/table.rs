//! Route tables: the longest prefix wins.

use super::super::cidr::net::{Addr, Family, Net};

/// Destinations in an order that makes the most specific one easy to find.
///
/// Networks never overlap in part, so the line of addresses falls into stretches with one winner each: a look-up is
/// one binary search, whatever the table holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Longest {
    v4: Vec<Stretch>,
    v6: Vec<Stretch>,
}

/// From `start` to the next stretch: the network that wins and which entry it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    start: u128,
    winner: Option<(u8, u32)>,
}

/// A destination: its network, its rank among equal networks (the lowest wins), and what it is the index of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The network.
    pub net: Net,
    /// 0 for a route that was written, 1 for one that a prefix list stands for.
    pub rank: u8,
    /// The route.
    pub route: usize,
}

impl Longest {
    /// The order of these destinations.
    #[must_use]
    pub fn new(mut entries: Vec<Entry>) -> Longest {
        entries.sort_unstable_by_key(|e| (e.net, e.rank, e.route));
        entries.dedup_by_key(|e| e.net);
        let of = |family| stretches(entries.iter().copied().filter(move |e| e.net.family() == family));
        Longest { v4: of(Family::V4), v6: of(Family::V6) }
    }

    /// The length of the longest prefix that holds `addr`, and the route that has it.
    #[must_use]
    pub fn find(&self, addr: Addr) -> Option<(u8, usize)> {
        let line = match addr.family() {
            Family::V4 => &self.v4,
            Family::V6 => &self.v6,
        };
        let after = line.partition_point(|s| s.start <= addr.bits());
        let (prefix, route) = line.get(after.checked_sub(1)?)?.winner?;
        Some((prefix, route as usize))
    }
}

fn stretches(entries: impl Iterator<Item = Entry>) -> Vec<Stretch> {
    let mut line = Vec::new();
    let mut open: Vec<Entry> = Vec::new();
    for entry in entries {
        close(&mut line, &mut open, Some(entry.net.first()));
        open.push(entry);
        begin(&mut line, entry.net.first(), Some(entry));
    }
    close(&mut line, &mut open, None);
    line
}

/// Ends the networks that end before `next`; behind each, the one around it goes on.
fn close(line: &mut Vec<Stretch>, open: &mut Vec<Entry>, next: Option<Addr>) {
    while let Some(last) = open.last().map(|e| e.net.last()).filter(|last| next.is_none_or(|n| *last < n)) {
        open.pop();
        if let Some(after) = last.plus(1) {
            begin(line, after, open.last().copied());
        }
    }
}

fn begin(line: &mut Vec<Stretch>, at: Addr, entry: Option<Entry>) {
    let winner = entry.and_then(|e| Some((e.net.prefix(), u32::try_from(e.route).ok()?)));
    match line.last_mut() {
        Some(last) if last.start == at.bits() => last.winner = winner,
        _ => line.push(Stretch { start: at.bits(), winner }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn net(bits: u32, len: u8) -> Net {
        Net::new(std::net::Ipv4Addr::from_bits(bits).into(), len).unwrap()
    }

    proptest! {
        /// The binary search finds what looking at every network finds.
        #[test]
        fn the_longest_prefix_wins(nets in prop::collection::vec((any::<u32>(), 0_u8..=32, 0_u8..2), 0..40), near in any::<u32>()) {
            // High bits alike, so that networks fall into each other.
            let entries: Vec<Entry> = nets.iter().enumerate().map(|(route, (bits, len, rank))| Entry { net: net(bits & 0xf00f_00ff, *len), rank: *rank, route }).collect();
            let table = Longest::new(entries.clone());
            for probe in entries.iter().flat_map(|e| [e.net.first(), e.net.last()]).chain([net(near & 0xf00f_00ff, 32).first()]) {
                let best = entries.iter().filter(|e| e.net.holds(probe)).min_by_key(|e| (std::cmp::Reverse(e.net.prefix()), e.rank, e.route));
                prop_assert_eq!(table.find(probe), best.map(|e| (e.net.prefix(), e.route)));
            }
        }
    }
}
