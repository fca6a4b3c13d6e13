//! How much of a network is left to hosts: by the book, and in AWS.

use super::net::{Addr, Family, Net};
use super::size::Size;

/// What is set aside in every network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reserve {
    /// Addresses that no host may have.
    pub addresses: u128,
    /// The fewest bits that a network leaves to hosts.
    pub least_bits: u8,
}

/// Network and broadcast address; nothing smaller than a /30.
pub const PLAIN: Reserve = Reserve { addresses: 2, least_bits: 2 };
/// The first four addresses and the last; nothing smaller than a /28.
pub const AWS: Reserve = Reserve { addresses: 5, least_bits: 4 };

impl Reserve {
    /// The prefix length of the smallest network with room for so many hosts; `None` if a whole family has not.
    #[must_use]
    pub fn prefix_for(self, family: Family, hosts: u128) -> Option<u8> {
        let needed = hosts.checked_add(self.addresses)?;
        let bits = u8::try_from((needed - 1).checked_ilog2().map_or(0, |b| b + 1)).ok()?;
        family.width().checked_sub(bits.max(self.least_bits))
    }

    /// The number of addresses left to hosts.
    #[must_use]
    pub fn usable(self, net: Net) -> Size {
        net.size().less(self.addresses)
    }
}

/// Whether AWS has subnets of that length: /16 to /28; in IPv6 /44 to /64 in steps of four.
#[must_use]
pub fn aws_subnet(net: Net) -> bool {
    match net.family() {
        Family::V4 => (16..=28).contains(&net.prefix()),
        Family::V6 => (44..=64).contains(&net.prefix()) && net.prefix().is_multiple_of(4),
    }
}

/// The five addresses that AWS keeps of a subnet.
#[must_use]
pub fn aws_reserved(net: Net) -> Vec<Addr> {
    (0..4).filter_map(|i| net.first().plus(i)).chain([net.last()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_the_next_power_of_two() {
        for (rule, hosts, prefix) in [
            (PLAIN, 0, 30),
            (PLAIN, 2, 30),
            (PLAIN, 3, 29),
            (PLAIN, 254, 24),
            (PLAIN, 255, 23),
            (AWS, 0, 28),
            (AWS, 11, 28),
            (AWS, 12, 27),
            (AWS, 251, 24),
            (AWS, 252, 23),
        ] {
            assert_eq!(rule.prefix_for(Family::V4, hosts), Some(prefix), "{hosts}");
        }
        assert_eq!(PLAIN.prefix_for(Family::V4, 1 << 32), None);
        assert_eq!(PLAIN.prefix_for(Family::V6, u128::MAX - 2), Some(0));
        assert_eq!(PLAIN.prefix_for(Family::V6, u128::MAX), None);
    }
}
