use super::schedule::{LONGEST, whole_days};

/// From which interval on, to which, and how much of it an interval may be off.
const SPREAD: [(f32, f32, f32); 3] = [(2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, f32::INFINITY, 0.05)];

/// The first and last day that may be chosen for an ideal interval, so that cards learnt together part.
///
/// None below 2.5 days; above it 15 % up to 7 days, 10 % up to 20, 5 % beyond, plus a day.
pub(super) fn range(ideal: f32) -> (u32, u32) {
    if ideal < 2.5 {
        return (whole_days(ideal), whole_days(ideal));
    }
    let delta: f32 = 1.0 + SPREAD.iter().map(|(from, to, share)| (ideal.min(*to) - from).max(0.0) * share).sum::<f32>();
    (whole_days((ideal - delta).max(2.0)), whole_days(ideal + delta))
}

/// A day of the range, chosen by `seed` alone.
pub(super) fn pick(ideal: f32, seed: u64) -> u32 {
    let (first, last) = range(ideal);
    first + u32::try_from(seed % u64::from(last - first + 1)).unwrap_or(0)
}

/// The day of the range with the least `burden`; among equals, the one that `seed` chooses.
pub(super) fn lightest<B: Ord>(ideal: f32, seed: u64, burden: impl Fn(u32) -> B) -> u32 {
    let (first, last) = range(ideal);
    let wide = last - first + 1;
    let turn = u32::try_from(seed % u64::from(wide)).unwrap_or(0);
    let days = (0..wide).map(|i| first + (i + turn) % wide);
    days.min_by_key(|day| burden(*day)).unwrap_or(first).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_range_grows_with_the_interval() {
        for (ideal, expected) in [(0.2, (1, 1)), (2.4, (2, 2)), (2.5, (2, 4)), (7.0, (5, 9)), (20.0, (17, 23)), (100.0, (93, 107)), (1e6, (36_500, 36_500))] {
            assert_eq!(range(ideal), expected, "{ideal}");
        }
    }

    #[test]
    fn the_lightest_day_is_taken() {
        assert_eq!(lightest(10.0, 3, |day| if day == 9 { 0 } else { 5 }), 9);
        let days: std::collections::BTreeSet<u32> = (0..50).map(|seed| lightest(10.0, seed, |_| 0)).collect();
        assert_eq!(days, (8..=12).collect(), "equals are shared out");
    }

    proptest! {
        #[test]
        fn a_day_is_always_of_the_range(ideal in 0.01f32..40_000.0, seed: u64) {
            let (first, last) = range(ideal);
            prop_assert!(first >= 1 && first <= last && last <= LONGEST);
            prop_assert!((first..=last).contains(&pick(ideal, seed)));
            prop_assert!((first..=last).contains(&lightest(ideal, seed, |day| day % 7)));
        }
    }
}
