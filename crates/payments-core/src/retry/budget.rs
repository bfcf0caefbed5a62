//! A budget of repetitions that many intents share.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};

use super::clock::later;

/// How many repetitions all that share it may make: so many at once, and one more every so often.
/// Clones share one budget.
///
/// A first send, and the first question after a lost answer, are free: only what is done again
/// counts. So a provider that is down is not stormed by everybody who waits for it. Share one per
/// provider: it should not be the other providers that pay.
#[derive(Clone, Debug)]
pub struct Budget {
    every: Duration,
    /// How far `used_until` may lie ahead.
    ahead: Duration,
    /// The token bucket as one time (the generic cell rate algorithm): the bucket is full when this
    /// is past.
    used_until: Arc<Mutex<DateTime<Utc>>>,
}

impl Default for Budget {
    /// 50 at once, then 10 a second.
    fn default() -> Self {
        Self::new(50, Duration::from_millis(100))
    }
}

impl Budget {
    /// So many repetitions at once (at least one), and one more after each `every`.
    #[must_use]
    pub fn new(at_once: u32, every: Duration) -> Self {
        Self {
            every,
            ahead: every.saturating_mul(at_once.saturating_sub(1)),
            used_until: Arc::new(Mutex::new(DateTime::<Utc>::MIN_UTC)),
        }
    }

    /// No limit.
    #[must_use]
    pub fn unlimited() -> Self {
        Self::new(1, Duration::ZERO)
    }

    /// Takes one repetition; if there is none left, says when there may be.
    pub fn take(&self, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        let mut used_until = self
            .used_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back must not leave the budget empty until it has caught up.
        let full = later(later(now, self.ahead), self.every);
        let used = (*used_until).clamp(now, full);
        let free_at = later(
            now,
            (used - now)
                .to_std()
                .unwrap_or_default()
                .saturating_sub(self.ahead),
        );
        if free_at > now {
            return Err(free_at);
        }
        *used_until = later(used, self.every);
        Ok(())
    }
}
