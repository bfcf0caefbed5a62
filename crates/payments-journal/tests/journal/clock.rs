//! A clock that somebody sets makes nobody send twice, and holds up nothing for longer than a
//! delay.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::{
    async_trait,
    retry::{Clock, VirtualClock},
};
use payments_journal::{Executed, Journal, Options, State};

use crate::{
    place::{Place, id, providers, reference, request},
    provider::{DELAY, Does, Fake},
};

/// A machine whose wall clock is set now and then, while its steady one goes on.
#[derive(Clone, Debug)]
struct Machine {
    steady: VirtualClock,
    wall_is_ahead: Arc<AtomicI64>,
}

impl Machine {
    fn set_ahead(&self, hours: i64) {
        self.wall_is_ahead.store(hours, Ordering::SeqCst);
    }
}

#[async_trait]
impl Clock for Machine {
    fn now(&self) -> DateTime<Utc> {
        self.steady.now() + TimeDelta::hours(self.wall_is_ahead.load(Ordering::SeqCst))
    }

    fn steady(&self) -> Option<Duration> {
        let since = self.steady.now() - DateTime::<Utc>::UNIX_EPOCH;
        since.to_std().ok()
    }

    async fn sleep(&self, time: Duration) {
        self.steady.sleep(time).await;
    }
}

/// An order whose answer is lost, and which the provider does not show for a while; then the clock
/// is set.
async fn lost_before_a_step(hours: i64, reopens: bool) {
    let (place, fake) = (Place::new(), Fake::new(true));
    let machine = Machine {
        steady: fake.clock.clone(),
        wall_is_ahead: Arc::default(),
    };
    let open = || {
        let options = Options::new().not_durable().clock(machine.clone());
        let options = options.patience(Duration::ZERO);
        let url = place.url();
        async move { Journal::open_with(&url, options).await.unwrap() }
    };
    let mut journal = open().await;
    fake.will([Does::LosesAndDoesLater(DELAY * 9 / 10)]);
    let done = journal.execute(&*fake, &request("order-1", 20_000)).await;
    assert!(matches!(done.unwrap(), Executed::Open(_)));
    machine.set_ahead(hours);
    if reopens {
        // The process saw the step before it ended.
        let _ = journal.recover_one(&providers(&fake)).await.unwrap();
        journal.close().await;
        journal = open().await;
    }
    for _ in 0..600 {
        journal.recover_one(&providers(&fake)).await.unwrap();
        fake.clock.advance(Duration::from_secs(1));
    }
    assert_eq!(fake.effects_of("order-1"), 1);
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    assert_eq!(entry.unwrap().state, State::Finished);
}

#[tokio::test]
async fn nothing_is_sent_twice_because_a_clock_was_put_forward() {
    lost_before_a_step(1, false).await;
    lost_before_a_step(1, true).await;
}

#[tokio::test]
async fn nothing_waits_for_the_hour_by_which_a_clock_was_put_back() {
    lost_before_a_step(-1, false).await;
    lost_before_a_step(-1, true).await;
}
