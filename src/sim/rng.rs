use crate::seed;

/// What a drill is drawn from.
pub struct Rng(u64);

impl Rng {
    /// A generator for a question: kinds and levels of one seed differ.
    pub fn new(kind: &str, level: u8, from: u64) -> Rng {
        Rng(from ^ seed::hash(kind.bytes().chain([level])))
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        seed::next(&mut self.0)
    }

    /// A number from `low` to `high`, both included.
    pub fn within(&mut self, low: u32, high: u32) -> u32 {
        let count = u64::from(high.saturating_sub(low)) + 1;
        low + u32::try_from(seed::below(self.next(), count)).unwrap_or(0)
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
