//! The limits of a round: tries, time and pauses.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};

/// The limits of one round of sends and lookups.
///
/// They limit the round and do not affect safety: an intent that is open at the end is returned as
/// open.
///
/// ```
/// use std::time::Duration;
///
/// use payments_core::retry::Policy;
///
/// let policy = Policy::default().sends(2).deadline(Duration::from_secs(60));
/// assert_eq!((policy.sends, policy.asks), (2, 8));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// How often it may be sent. A try that was never sent, or not accepted, does not count.
    pub sends: u32,
    /// How often a try may fail without effect: nothing was sent, or nothing was accepted.
    pub vain: u32,
    /// How often it may be looked up after each send.
    pub asks: u32,
    /// How often the provider must answer "not found", each time after the visibility delay, before
    /// a person is needed, where it must not be sent again. Missing answers and errors do not
    /// count.
    pub absences: u32,
    /// After this time nothing new is started. What is already running is awaited, within the
    /// client's own time-outs.
    pub deadline: Duration,
    /// The maximum of the first pause; each further pause is at most twice the one before.
    pub first_pause: Duration,
    /// The longest pause. A longer one that the provider asks for is respected.
    pub longest_pause: Duration,
}

impl Default for Policy {
    /// Long enough to outlast a time-out of 75 s and a visibility delay of 120 s: 4 sends, 4 tries
    /// without effect, 8 lookups after each send, 3 times "not found", 5 minutes in all, pauses
    /// from 1 s to 30 s.
    fn default() -> Self {
        Self {
            sends: 4,
            vain: 4,
            asks: 8,
            absences: 3,
            deadline: Duration::from_secs(300),
            first_pause: Duration::from_secs(1),
            longest_pause: Duration::from_secs(30),
        }
    }
}

impl Policy {
    /// For a customer who waits: like the default, but nothing new is started after `deadline`.
    /// Resolve what is open then in the background.
    #[must_use]
    pub fn within(deadline: Duration) -> Self {
        Self::default().deadline(deadline)
    }

    /// Sets how often it may be sent.
    #[must_use]
    pub fn sends(mut self, sends: u32) -> Self {
        self.sends = sends;
        self
    }

    /// Sets how often a try may fail without effect.
    #[must_use]
    pub fn vain(mut self, tries: u32) -> Self {
        self.vain = tries;
        self
    }

    /// Sets how often it may be looked up after each send.
    #[must_use]
    pub fn asks(mut self, asks: u32) -> Self {
        self.asks = asks;
        self
    }

    /// Sets after how many answers "not found", each after the visibility delay, a person is
    /// needed.
    #[must_use]
    pub fn attention_after_absent(mut self, times: u32) -> Self {
        self.absences = times;
        self
    }

    /// Sets the time after which nothing new is started.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Sets the first and the longest pause.
    #[must_use]
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.first_pause = first;
        self.longest_pause = longest;
        self
    }

    /// The pause after `tries` tries: the first pause, doubled for each further try, at most the
    /// longest, times a jitter between one half and one. The jitter is the same for the same seed.
    #[must_use]
    pub fn pause(&self, tries: u32, seed: u64) -> Duration {
        // Further doublings make no difference, and the sum of a pause and its jitter must fit in a
        // `Duration`.
        const FURTHEST: u32 = 40;
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        let earlier = tries.saturating_sub(1).min(FURTHEST);
        ExponentialBuilder::new()
            .with_jitter()
            .with_jitter_seed(seed.wrapping_add(u64::from(tries)))
            .with_min_delay(self.first_pause.min(self.longest_pause).min(DAY) / 2)
            .with_max_delay(self.longest_pause.min(DAY) / 2)
            .without_max_times()
            .build()
            .nth(usize::try_from(earlier).unwrap_or_default())
            .unwrap_or_default()
    }
}
