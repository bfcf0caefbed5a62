//! How long child processes take.

use std::{
    process::{Command, Stdio},
    time::Instant,
};

use crate::refusal::{Outcome, Refusal};

/// Seconds from start to end; what it prints is of no interest unless it fails.
pub(super) fn seconds(mut command: Command) -> Outcome<f64> {
    let begun = Instant::now();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Refusal::plain(format!("{command:?} cannot be started: {error}")))?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(Refusal::plain(format!("{command:?} failed:\n{told}")));
    }
    Ok(begun.elapsed().as_secs_f64())
}

/// The one in the middle; of an even number, between the two. Zero of nothing.
pub(super) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = |place: usize| sorted.get(place).copied().unwrap_or_default();
    match sorted.len() {
        0 => 0.0,
        length => f64::midpoint(middle((length - 1) / 2), middle(length / 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(&[]), 0.0);
    }
}
