//! The journal's time: steady between two readings of a clock that others may set.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::retry::Clock;

use crate::error::{Error, Result};

/// A larger difference between the clock and the elapsed time counts as a step: the clock was set,
/// or the machine was asleep.
const STEP: Duration = Duration::from_secs(2);

/// How often the machine's clock is read again: it is corrected in small steps.
const STEADY: Duration = Duration::from_secs(10);

/// An answer that took longer gives the database's time too imprecisely.
const VAGUE: Duration = Duration::from_secs(1);

/// A database clock that differs by more than this is not believed.
const YEARS: TimeDelta = TimeDelta::days(366);

/// The time of a journal.
#[derive(Debug)]
pub(crate) struct Time {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// The time, and the reading of the monotonic clock at that time.
    at: DateTime<Utc>,
    steady: Duration,
    /// No earlier time is returned.
    last: DateTime<Utc>,
    /// When a step was noticed, in the new time.
    stepped: Option<DateTime<Utc>>,
    /// Whether the step was reported.
    told: bool,
    by_database: bool,
}

impl Time {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        let (now, steady) = (clock.now(), clock.steady().unwrap_or_default());
        Self {
            clock,
            state: Mutex::new(State {
                at: now,
                steady,
                last: now,
                stepped: None,
                told: true,
                by_database: false,
            }),
        }
    }

    /// The time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let Some(steady) = self.clock.steady() else {
            return self.clock.now();
        };
        let mut state = self.state();
        if !state.by_database {
            state.look(self.clock.now(), steady);
        }
        let now = state.expected(steady).max(state.last);
        state.last = now;
        now
    }

    pub(crate) async fn sleep(&self, time: Duration) {
        self.clock.sleep(time).await;
    }

    /// The reading of the monotonic clock.
    #[cfg(feature = "postgres")]
    pub(crate) fn monotonic(&self) -> Option<Duration> {
        self.clock.steady()
    }

    /// When the last clock step was noticed, in the new time. What was recorded before it used the
    /// old time.
    pub(crate) fn stepped(&self) -> Option<DateTime<Utc>> {
        self.state().stepped
    }

    /// Whether there was a step since the last call.
    pub(crate) fn take_step(&self) -> bool {
        self.now();
        !std::mem::replace(&mut self.state().told, true)
    }

    /// Records that the step still has to be handled.
    pub(crate) fn step_again(&self) {
        self.state().told = false;
    }

    /// Adopts the time from an answer of the database to a query made at `asked` on the monotonic
    /// clock.
    pub(crate) fn told(&self, now: DateTime<Utc>, asked: Option<Duration>) {
        let (Some(asked), Some(steady)) = (asked, self.clock.steady()) else {
            return;
        };
        if steady.saturating_sub(asked) <= VAGUE && is_plausible(now, self.clock.now()) {
            let mut state = self.state();
            match state.by_database {
                true => state.look(now, steady),
                false => state.take(now, steady),
            }
            state.by_database = true;
        }
    }

    /// Adopts the time of the database. A time that is years off is refused.
    pub(crate) fn take_from_database(
        &self,
        now: DateTime<Utc>,
        asked: Option<Duration>,
    ) -> Result<()> {
        let own = self.clock.now();
        if asked.is_some() && !is_plausible(now, own) {
            return Err(Error::Configuration(format!(
                "the database's clock shows {now} and this machine's {own}: set the wrong one right"
            )));
        }
        self.told(now, asked);
        Ok(())
    }

    /// The reading of the monotonic clock.
    pub(crate) fn steady(&self) -> Option<Duration> {
        self.clock.steady()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn expected(&self, steady: Duration) -> DateTime<Utc> {
        let passed = steady.saturating_sub(self.steady);
        self.at + TimeDelta::from_std(passed).unwrap_or_default()
    }

    /// Compares a clock that others may set with the elapsed time.
    fn look(&mut self, clock: DateTime<Utc>, steady: Duration) {
        let off = (clock - self.expected(steady)).abs().to_std();
        if off.unwrap_or_default() > STEP {
            self.take(clock, steady);
            // Also backwards: a time that was never true must not block everything.
            self.last = clock;
            self.stepped = Some(clock);
            self.told = false;
        } else if steady.saturating_sub(self.steady) > STEADY {
            self.take(clock, steady);
        }
    }

    fn take(&mut self, at: DateTime<Utc>, steady: Duration) {
        (self.at, self.steady) = (at, steady);
    }
}

fn is_plausible(database: DateTime<Utc>, own: DateTime<Utc>) -> bool {
    (database - own).abs() < YEARS
}

#[cfg(test)]
mod tests {
    use payments_core::retry::SystemClock;

    use super::*;

    /// The machine's monotonic clock, and a wall clock that a test sets.
    #[derive(Clone, Debug, Default)]
    struct Settable(Arc<Mutex<TimeDelta>>);

    impl Settable {
        fn set_ahead(&self, by: TimeDelta) {
            *self.0.lock().unwrap() = by;
        }
    }

    #[async_trait::async_trait]
    impl Clock for Settable {
        fn now(&self) -> DateTime<Utc> {
            SystemClock.now() + *self.0.lock().unwrap()
        }

        fn steady(&self) -> Option<Duration> {
            SystemClock.steady()
        }

        async fn sleep(&self, time: Duration) {
            SystemClock.sleep(time).await;
        }
    }

    #[test]
    fn a_step_of_the_wall_clock_is_seen_at_once_in_both_directions() {
        for hours in [1, -1] {
            let clock = Settable::default();
            let time = Time::new(Arc::new(clock.clone()));
            let before = time.now();
            assert!(!time.take_step());
            clock.set_ahead(TimeDelta::hours(hours));
            assert!(time.take_step());
            assert!(!time.take_step(), "it is told once");
            let after = time.now();
            assert!((after - before - TimeDelta::hours(hours)).abs() < TimeDelta::minutes(1));
            assert!(time.stepped().is_some_and(|stepped| stepped <= after));
        }
    }

    #[test]
    fn a_small_correction_is_no_step_and_never_goes_back() {
        let clock = Settable::default();
        let time = Time::new(Arc::new(clock.clone()));
        let before = time.now();
        clock.set_ahead(TimeDelta::milliseconds(-500));
        assert!(time.now() >= before);
        assert!(!time.take_step());
    }

    #[test]
    fn with_a_database_the_machines_clock_does_not_count() {
        let clock = Settable::default();
        let time = Time::new(Arc::new(clock.clone()));
        let database = Utc::now() + TimeDelta::minutes(5);
        time.told(database, time.monotonic());
        clock.set_ahead(TimeDelta::hours(3));
        assert!((time.now() - database).abs() < TimeDelta::minutes(1));
        assert!(!time.take_step());
        time.told(database + TimeDelta::hours(1), time.monotonic());
        assert!(time.take_step(), "the database's clock made a step");
    }

    #[test]
    fn a_database_that_is_years_off_is_not_believed() {
        let time = Time::new(Arc::new(Settable::default()));
        time.told(DateTime::UNIX_EPOCH, time.monotonic());
        assert!((time.now() - Utc::now()).abs() < TimeDelta::minutes(1));
    }
}
