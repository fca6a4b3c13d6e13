use crate::seed;

/// The indexes up to `count` in an order that `seed` alone decides.
pub(super) fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut state = seed;
    let mut order: Vec<usize> = (0..count).collect();
    for at in (1..count).rev() {
        let to = seed::below(seed::next(&mut state), at as u64 + 1);
        order.swap(at, usize::try_from(to).unwrap_or(at));
    }
    order
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
