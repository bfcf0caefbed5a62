//! A budget of repeats, shared by many intents.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};

use super::clock::later;

/// How many repeats all its users may make together: a number at once, and one more per interval.
/// Clones share one budget.
///
/// A first send, and the first lookup after a lost answer, are free: only repeats count. This keeps
/// waiting intents from flooding a provider that is down. Use one budget per provider, so that a
/// provider that is down does not use up the budget of others.
///
/// ```
/// use std::time::Duration;
///
/// use payments_core::{Retry, retry::Budget};
///
/// // Ten repeats at once, then one a second, for all that is under way at this provider.
/// let retry = Retry::default().budget(Budget::new(10, Duration::from_secs(1)));
/// ```
#[derive(Clone, Debug)]
pub struct Budget {
    every: Duration,
    /// How far `used_until` may lie in the future.
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
    /// Allows `at_once` repeats at once (at least one), and one more after each `every`.
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

    /// Takes one repeat; if none is left, returns when one may be available.
    pub fn take(&self, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        let mut used_until = self
            .used_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // After the clock was set back, the budget must not stay empty until the old time is
        // reached.
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
