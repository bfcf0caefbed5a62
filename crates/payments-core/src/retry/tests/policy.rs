use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn a_pause_doubles_up_to_the_longest_and_keeps_half_of_it_for_chance(
        first in 0u64..100_000,
        longest in 0u64..1_000_000,
        tries in 0u32..100,
        seed in any::<u64>(),
    ) {
        let policy = Policy::default()
            .pauses(Duration::from_millis(first), Duration::from_millis(longest));
        let pause = policy.pause(tries, seed).as_millis();
        let doubled = u128::from(first) << tries.saturating_sub(1).min(40);
        let full = doubled.min(u128::from(longest));
        // A millisecond for the float that backon multiplies with.
        prop_assert!(pause <= full + full / 1000 + 1, "{pause} of {full}");
        prop_assert!(pause + full / 1000 + 1 >= full / 2, "{pause} of {full}");
    }

    #[test]
    fn no_pause_is_too_long_to_be_counted(first in any::<u64>(), tries in any::<u32>(), seed in any::<u64>()) {
        let policy = Policy::default().pauses(Duration::from_secs(first), Duration::MAX);
        prop_assert!(policy.pause(tries, seed) <= Duration::from_secs(24 * 60 * 60 + 1));
    }
}

#[test]
fn the_jitter_is_the_same_for_the_same_seed_and_differs_otherwise() {
    let pauses = |seed| {
        (1..6)
            .map(|tries| Policy::default().pause(tries, seed))
            .collect::<Vec<_>>()
    };
    assert_eq!(pauses(1), pauses(1));
    assert_ne!(pauses(1), pauses(2));
}
