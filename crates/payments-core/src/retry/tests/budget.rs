use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn in_any_time_no_more_is_taken_than_what_was_there_and_what_came_in(
        at_once in 1u32..10,
        every in 1u64..10_000,
        waits in proptest::collection::vec(0u64..20_000, 1..60),
    ) {
        let budget = Budget::new(at_once, Duration::from_millis(every));
        let mut now = start();
        let mut taken = Vec::new();
        for wait in waits {
            now += TimeDelta::milliseconds(i64::try_from(wait).unwrap());
            match budget.clone().take(now) {
                Ok(()) => taken.push(now),
                Err(free_at) => {
                    prop_assert!(free_at > now);
                    prop_assert!(budget.clone().take(free_at).is_ok());
                    now = free_at;
                    taken.push(now);
                }
            }
        }
        for (index, from) in taken.iter().enumerate() {
            for (count, to) in taken.iter().skip(index).enumerate() {
                let came = (*to - *from).num_milliseconds() / i64::try_from(every).unwrap();
                prop_assert!(i64::try_from(count + 1).unwrap() <= i64::from(at_once) + came);
            }
        }
    }
}

#[test]
fn a_clock_that_is_set_back_does_not_lock_the_budget() {
    let budget = Budget::new(1, Duration::from_secs(1));
    budget.take(after(3600)).unwrap();
    assert_eq!(budget.take(start()), Err(after(1)));
}

#[test]
fn without_a_limit_everything_is_allowed() {
    let budget = Budget::unlimited();
    assert!((0..1000).all(|_| budget.take(start()).is_ok()));
}
