//! Variants of the same work, run in turns, so that whatever else the machine does hits all of them
//! alike.

/// One variant: each call does the work once and gives what it measured.
pub type Variant<'a, T> = Box<dyn FnMut() -> T + 'a>;

/// Runs every variant once to warm up and then once in each round, each round beginning with
/// another one. What they measured comes back per variant, round by round.
pub fn interleave<T>(rounds: usize, variants: &mut [Variant<'_, T>]) -> Vec<Vec<T>> {
    let count = variants.len();
    let mut samples: Vec<Vec<T>> = variants.iter().map(|_| Vec::new()).collect();
    for variant in &mut *variants {
        variant();
    }
    for round in 0..rounds {
        for turn in 0..count {
            let index = (round + turn) % count;
            samples[index].push(variants[index]());
        }
    }
    samples
}

/// The one in the middle; zero of nothing.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.len() % 2, values.get(middle)) {
        (_, None) => 0.0,
        (1, Some(&value)) => value,
        (_, Some(&above)) => f64::midpoint(above, values[middle - 1]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variant_runs_once_a_round_and_each_begins_in_turn() {
        let order = std::cell::RefCell::new(Vec::new());
        let mut variants: Vec<Variant<'_, usize>> = (0..3_usize)
            .map(|index| {
                let order = &order;
                Box::new(move || {
                    order.borrow_mut().push(index);
                    index
                }) as Variant<'_, usize>
            })
            .collect();
        let samples = interleave(3, &mut variants);
        assert_eq!(samples, [[0; 3], [1; 3], [2; 3]]);
        assert_eq!(*order.borrow(), [0, 1, 2, 0, 1, 2, 1, 2, 0, 2, 0, 1]);
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median([]), 0.0);
    }
}
