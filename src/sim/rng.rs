/// `SplitMix64` (Steele, Lea and Flood 2014).
///
/// A crate's generator may give other numbers in its next version; here the same seed makes the same
/// question for good, which a learner's history relies on. Nothing secret is drawn from it.
pub struct Rng(u64);

impl Rng {
    /// A generator for a question: kinds and levels of one seed differ.
    pub fn new(kind: &str, level: u8, seed: u64) -> Rng {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01b3;
        let name = kind.bytes().chain([level]).fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME)); // FNV-1a
        Rng(seed ^ name)
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn within(&mut self, low: u32, high: u32) -> u32 {
        let count = u64::from(high.saturating_sub(low)) + 1;
        let below = (u128::from(self.next()) * u128::from(count)) >> 64;
        low + u32::try_from(below).unwrap_or(0)
    }

    /// A prefix length from `low` to `high`, both included.
    pub fn prefix(&mut self, low: u8, high: u8) -> u8 {
        u8::try_from(self.within(low.into(), high.into())).unwrap_or(high)
    }

    /// Heads or tails.
    pub fn coin(&mut self) -> bool {
        self.within(0, 1) == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_sequence_is_made() {
        let mut rng = Rng(1_234_567);
        assert_eq!([rng.next(), rng.next(), rng.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn ends_are_reached_and_not_passed() {
        let mut rng = Rng(7);
        let mut seen = [false; 3];
        for _ in 0..200 {
            seen[rng.within(5, 7) as usize - 5] = true;
        }
        assert_eq!(seen, [true; 3]);
    }
}
