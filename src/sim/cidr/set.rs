//! Sets of networks: joining, taking away, covering, overlapping.

use std::collections::BTreeSet;

use super::net::{Addr, Net};
use super::size::Size;

/// What happened to networks while they were joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// The network lies within another and adds nothing.
    Held { net: Net, by: Net },
    /// Two halves became their parent.
    Joined { low: Net, high: Net, parent: Net },
}

/// The fewest networks that hold the same addresses, in order.
#[must_use]
pub fn collapse(nets: impl IntoIterator<Item = Net>) -> Vec<Net> {
    collapse_told(nets, |_| ())
}

/// [`collapse`], telling what happens on the way.
pub fn collapse_told(nets: impl IntoIterator<Item = Net>, mut tell: impl FnMut(Joining)) -> Vec<Net> {
    let mut sorted: Vec<Net> = nets.into_iter().collect();
    sorted.sort_unstable();
    let mut done: Vec<Net> = Vec::new();
    for mut net in sorted {
        // Whatever holds `net` begins before it, so it would be the last one.
        if let Some(by) = done.last().copied().filter(|last| last.covers(net)) {
            tell(Joining::Held { net, by });
            continue;
        }
        while let (Some(low), Some(parent)) = (done.pop_if(|last| net.sibling() == Some(*last)), net.parent()) {
            tell(Joining::Joined { low, high: net, parent });
            net = parent;
        }
        done.push(net);
    }
    done
}

/// The fewest networks that hold the addresses from `first` to `last`; none if they are in the wrong order or of two families.
///
/// Each step takes the largest block that begins at `first` and does not go beyond `last`.
#[must_use]
pub fn between(first: Addr, last: Addr) -> Vec<Net> {
    let mut nets = Vec::new();
    let mut next = (first.family() == last.family()).then_some(first);
    while let Some(from) = next.filter(|from| *from <= last) {
        let width = u32::from(from.family().width());
        let aligned = from.bits().trailing_zeros().min(width);
        let room = (last.bits() - from.bits()).checked_add(1).map_or(128, u128::ilog2);
        let prefix = width - aligned.min(room);
        let Some(net) = u8::try_from(prefix).ok().and_then(|p| Net::new(from, p)) else { break };
        nets.push(net);
        next = net.last().plus(1);
    }
    nets
}

/// What is left of `net` without `used`, in the fewest networks, in order.
#[must_use]
pub fn without(net: Net, used: impl IntoIterator<Item = Net>) -> Vec<Net> {
    let used = collapse(used.into_iter().filter(|u| u.overlaps(net)));
    let mut left = Vec::new();
    let mut next = Some(net.first());
    for taken in used {
        if let (Some(from), Some(to)) = (next, taken.first().minus(1)) {
            left.extend(between(from, to));
        }
        next = taken.last().plus(1);
    }
    if let Some(from) = next {
        left.extend(between(from, net.last()));
    }
    left
}

/// The number of addresses of networks that do not overlap.
#[must_use]
pub fn total(nets: &[Net]) -> Size {
    nets.iter().fold(Size::default(), |sum, net| sum.plus(net.size()))
}

/// The smallest network that holds all; `None` if there are none, or two families.
#[must_use]
pub fn cover(nets: &[Net]) -> Option<Net> {
    let first = nets.iter().map(|n| n.first()).min()?;
    let last = nets.iter().map(|n| n.last()).max()?;
    if first.family() != last.family() {
        return None;
    }
    let differ = 128 - (first.bits() ^ last.bits()).leading_zeros();
    let shared = u32::from(first.family().width()).checked_sub(differ)?;
    Net::new(first, u8::try_from(shared).ok()?)
}

/// The pairs of places, each lower one first, at which networks overlap; `None` if there are more than `most`.
#[must_use]
pub fn overlaps(nets: &[Net], most: usize) -> Option<Vec<(usize, usize)>> {
    let mut order: Vec<usize> = (0..nets.len()).collect();
    order.sort_by_key(|i| (nets[*i], *i));
    let mut open: Vec<usize> = Vec::new(); // each holds the next
    let mut pairs = Vec::new();
    for i in order {
        while open.last().is_some_and(|last| !nets[*last].covers(nets[i])) {
            open.pop();
        }
        if pairs.len() + open.len() > most {
            return None;
        }
        pairs.extend(open.iter().map(|o| (i.min(*o), i.max(*o))));
        open.push(i);
    }
    pairs.sort_unstable();
    Some(pairs)
}

/// The pairs of one network of each list that share addresses, at most `most` of them.
///
/// Each network of the first list is looked for as a part and as a whole of the second.
#[must_use]
pub fn meeting(ours: &[Net], theirs: &[Net], most: usize) -> Vec<(Net, Net)> {
    let theirs: BTreeSet<Net> = theirs.iter().copied().collect();
    let pairs = ours.iter().flat_map(|a| {
        let around = (0..a.prefix()).filter_map(|p| a.supernet(p)).filter(|n| theirs.contains(n));
        around.chain(theirs.range(*a..=Net::of(a.last())).copied()).map(|b| (*a, b))
    });
    pairs.take(most).collect()
}

/// Places blocks of these prefix lengths in `net`, largest first, equals in the order given.
///
/// The answer is in the order given. Since no block is followed by a larger one, each is aligned. `None` if they do not fit.
#[must_use]
pub fn pack(net: Net, prefixes: &[u8]) -> Option<Vec<Net>> {
    let mut order: Vec<usize> = (0..prefixes.len()).collect();
    order.sort_by_key(|i| prefixes[*i]);
    let mut placed = vec![net; prefixes.len()];
    let mut used = Size::default();
    for i in order {
        let shift = net.family().width().checked_sub(prefixes[i])?;
        let index = used.number()?.checked_shr(shift.into()).unwrap_or(0);
        placed[i] = net.part(prefixes[i], index)?;
        used = used.plus(placed[i].size());
    }
    Some(placed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cidr::read::{Piece, target};

    fn nets(text: &str) -> Vec<Net> {
        text.split_whitespace().map(|t| target(Piece::whole(t)).unwrap().net).collect()
    }

    fn shown(nets: &[Net]) -> String {
        nets.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn siblings_join_and_strangers_stay() {
        for (given, joined) in [
            ("10.0.1.0/24 10.0.0.0/24", "10.0.0.0/23"),
            ("10.0.1.0/24 10.0.2.0/24", "10.0.1.0/24 10.0.2.0/24"),
            ("10.0.0.0/25 10.0.0.128/26 10.0.0.192/27 10.0.0.224/27", "10.0.0.0/24"),
            ("10.0.0.0/8 10.1.0.0/16 10.0.0.0/8", "10.0.0.0/8"),
            ("8000::/1 ::/1 0.0.0.0/1 128.0.0.0/1", "0.0.0.0/0 ::/0"),
            ("", ""),
        ] {
            assert_eq!(shown(&collapse(nets(given))), joined, "{given}");
        }
    }

    #[test]
    fn what_is_taken_away_leaves_the_fewest_blocks() {
        for (net, used, left) in [
            ("10.0.0.0/16", "10.0.64.0/20", "10.0.0.0/18 10.0.80.0/20 10.0.96.0/19 10.0.128.0/17"),
            ("10.0.0.0/24", "10.0.0.0/24", ""),
            ("10.0.0.0/24", "10.0.0.0/8", ""),
            ("10.0.0.0/24", "10.0.1.0/24 ::/0", "10.0.0.0/24"),
            (
                "0.0.0.0/0",
                "255.255.255.255/32 0.0.0.0/1",
                "128.0.0.0/2 192.0.0.0/3 224.0.0.0/4 240.0.0.0/5 248.0.0.0/6 252.0.0.0/7 254.0.0.0/8 255.0.0.0/9 255.128.0.0/10 255.192.0.0/11 255.224.0.0/12 255.240.0.0/13 255.248.0.0/14 255.252.0.0/15 255.254.0.0/16 255.255.0.0/17 255.255.128.0/18 255.255.192.0/19 255.255.224.0/20 255.255.240.0/21 255.255.248.0/22 255.255.252.0/23 255.255.254.0/24 255.255.255.0/25 255.255.255.128/26 255.255.255.192/27 255.255.255.224/28 255.255.255.240/29 255.255.255.248/30 255.255.255.252/31 255.255.255.254/32",
            ),
            ("::/0", "::/2", "4000::/2 8000::/1"),
        ] {
            assert_eq!(shown(&without(nets(net)[0], nets(used))), left, "{net} - {used}");
        }
    }

    #[test]
    fn blocks_are_placed_largest_first() {
        let net = nets("10.0.0.0/24")[0];
        assert_eq!(pack(net, &[27, 25, 27]).map(|n| shown(&n)).as_deref(), Some("10.0.0.128/27 10.0.0.0/25 10.0.0.160/27"));
        assert_eq!(pack(net, &[25, 25, 32]), None);
        assert_eq!(pack(net, &[33]), None);
        assert_eq!(pack(net, &[23]), None);
        assert_eq!(pack(Net::all(crate::sim::cidr::net::Family::V6), &[0]).map(|n| shown(&n)).as_deref(), Some("::/0"));
        assert_eq!(pack(Net::all(crate::sim::cidr::net::Family::V6), &[0, 128]), None);
    }
}
