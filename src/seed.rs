//! Chance that is decided by a seed: the same on every machine and in every version.
//!
//! A crate's generator may give other numbers in its next version; here the same seed makes the same
//! order and the same question for good, which a learner's history relies on. Nothing secret is
//! drawn from it.

/// The next 64 bits of `SplitMix64` (Steele, Lea and Flood 2014).
pub fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(GOLDEN);
    mix(*state)
}

/// The increment of `SplitMix64`: 2^64 divided by the golden ratio.
pub const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The finaliser of `SplitMix64`: each bit of the input changes about half of the output's.
#[must_use]
pub fn mix(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// A number below `limit`, by multiplication instead of a remainder; 0 if the limit is 0.
#[must_use]
pub fn below(random: u64, limit: u64) -> u64 {
    u64::try_from((u128::from(random) * u128::from(limit)) >> 64).unwrap_or(0)
}

/// FNV-1a over bytes.
#[must_use]
pub fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_hashes_are_made() {
        assert_eq!(hash([]), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(*b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash(*b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_number_stays_below_its_limit() {
        for (random, limit, expected) in [(0, 3, 0), (u64::MAX, 3, 2), (u64::MAX / 2, 3, 1), (7, 0, 0)] {
            assert_eq!(below(random, limit), expected);
        }
    }
}
