/// The indexes up to `count` in an order that `seed` alone decides.
pub(super) fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut state = seed;
    let mut order: Vec<usize> = (0..count).collect();
    for at in (1..count).rev() {
        order.swap(at, below(next(&mut state), at + 1));
    }
    order
}

/// A number below `limit`, by multiplication instead of a remainder.
fn below(random: u64, limit: usize) -> usize {
    usize::try_from((u128::from(random) * limit as u128) >> 64).unwrap_or(0)
}

/// `SplitMix64` (Steele, Lea, Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_gives_the_same_order() {
        assert_eq!(shuffled(6, 1), shuffled(6, 1));
        assert_ne!(shuffled(6, 1), shuffled(6, 2));
        assert_eq!(shuffled(0, 1), Vec::<usize>::new());
    }

    #[test]
    fn every_order_comes_equally_often() {
        let mut counts = std::collections::HashMap::new();
        (0..6000).for_each(|seed| *counts.entry(shuffled(3, seed)).or_insert(0) += 1);
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|n| (850..1150).contains(n)), "{counts:?}");
    }
}
