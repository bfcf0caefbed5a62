//! The clock, which tests and simulations can replace.

use std::{
    fmt,
    sync::{Arc, LazyLock, Mutex, PoisonError},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

/// Returns the time, and waits.
///
/// The clocks of several machines must differ by much less than a visibility delay; a worker with a
/// database should use the database's time.
///
/// ```
/// use std::time::Duration;
///
/// use payments_core::retry::{Clock, VirtualClock};
///
/// /// A program that waits by such a clock takes no time in a test.
/// async fn an_hour_later(clock: &dyn Clock) -> i64 {
///     clock.sleep(Duration::from_secs(3600)).await;
///     clock.now().timestamp()
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let clock = VirtualClock::new(chrono::DateTime::UNIX_EPOCH);
/// assert_eq!(an_hour_later(&clock).await, 3600);
/// # }
/// ```
#[async_trait]
pub trait Clock: fmt::Debug + Send + Sync {
    /// The time.
    fn now(&self) -> DateTime<Utc>;

    /// The same as a Unix time in whole seconds. The machine's clock tells it without a calendar: a
    /// cached token is compared with it at every call.
    fn seconds(&self) -> i64 {
        self.now().timestamp()
    }

    /// The reading of a monotonic clock, beside [`now`](Self::now), which can be set. `None` if the
    /// time cannot be set either, as in a simulation.
    fn steady(&self) -> Option<Duration> {
        None
    }

    /// Waits.
    async fn sleep(&self, time: Duration);
}

/// A shared clock.
#[async_trait]
impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> DateTime<Utc> {
        (**self).now()
    }

    fn seconds(&self) -> i64 {
        (**self).seconds()
    }

    fn steady(&self) -> Option<Duration> {
        (**self).steady()
    }

    async fn sleep(&self, time: Duration) {
        (**self).sleep(time).await;
    }
}

/// The machine's clock, its monotonic clock, and tokio's timer.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

#[async_trait]
impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn seconds(&self) -> i64 {
        match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
            Err(_) => self.now().timestamp(),
        }
    }

    fn steady(&self) -> Option<Duration> {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        Some(START.elapsed())
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}

/// A clock for tests and simulations: sleeping does not wait, it moves the clock forward. Clones
/// show the same time.
///
/// ```
/// use std::time::Duration;
///
/// use payments_core::retry::{Clock, VirtualClock};
///
/// let clock = VirtualClock::new(chrono::DateTime::UNIX_EPOCH);
/// clock.advance(Duration::from_secs(60));
/// assert_eq!(clock.now().timestamp(), 60);
/// ```
#[derive(Clone, Debug)]
pub struct VirtualClock(Arc<Mutex<DateTime<Utc>>>);

impl VirtualClock {
    /// A clock that shows a time.
    #[must_use]
    pub fn new(start: DateTime<Utc>) -> Self {
        Self(Arc::new(Mutex::new(start)))
    }

    /// Moves the clock forward.
    pub fn advance(&self, time: Duration) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = later(*now, time);
    }
}

#[async_trait]
impl Clock for VirtualClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn sleep(&self, time: Duration) {
        self.advance(time);
        // Lets others who share the clock see the new time.
        tokio::task::yield_now().await;
    }
}

/// A time `wait` later, or the last representable one.
#[must_use]
pub fn later(time: DateTime<Utc>, wait: Duration) -> DateTime<Utc> {
    TimeDelta::from_std(wait)
        .ok()
        .and_then(|wait| time.checked_add_signed(wait))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seconds_of_a_clock_are_those_of_its_time() {
        let before = SystemClock.now().timestamp();
        let seconds = Clock::seconds(&Arc::new(SystemClock));
        assert!((before..=SystemClock.now().timestamp()).contains(&seconds));
        // Half a second before the epoch, the second that has begun is the one before.
        let clock = VirtualClock::new(DateTime::UNIX_EPOCH - TimeDelta::milliseconds(500));
        assert_eq!(clock.seconds(), -1);
    }
}
