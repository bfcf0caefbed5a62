//! Seeded schedules: answers get lost, workers die between any two steps, callbacks come twice,
//! late and in any order.

use std::{
    collections::BTreeMap,
    future::{Future, poll_fn},
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    task::Poll,
    time::Duration,
};

use payments_core::{Outcome, PaymentStatus, Payments, Status, retry::Clock};
use payments_journal::{Error, Filter, Journal, Options, State};
use proptest::prelude::*;

use crate::{
    place::{Place, drain, id, providers, request},
    provider::{ACCOUNT, Effect, Fake, verified},
    schedule::{Death, Move, Schedule, schedules},
};

/// One worker after another on one database.
struct Workers {
    place: Place,
    fake: Arc<Fake>,
    left: Arc<AtomicI64>,
    dead: Arc<AtomicBool>,
    count: u64,
}

impl Workers {
    async fn journal(&mut self) -> Journal {
        let (left, dead) = (Arc::clone(&self.left), Arc::clone(&self.dead));
        self.count += 1;
        let seed = self.count;
        let die = move |_| {
            let dies = left.fetch_sub(1, Ordering::Relaxed) == 0;
            dead.fetch_or(dies, Ordering::Relaxed);
            dies
        };
        let with = |options: Options| options.seed(seed).crash_at(die);
        self.place.journal_with(&self.fake, with).await
    }

    /// A new worker does something, until it is done or the worker is dead.
    async fn live<T>(&mut self, dies: Death, work: impl AsyncFnOnce(&Journal) -> T) -> Option<T> {
        self.dead.store(false, Ordering::Relaxed);
        let (points, mut polls) = match dies {
            Death::Never => (i64::MAX, u32::MAX),
            Death::AtPoint(points) => (i64::from(points), u32::MAX),
            Death::AtPoll(polls) => (i64::MAX, u32::from(polls)),
        };
        self.left.store(points, Ordering::Relaxed);
        let journal = self.journal().await;
        let dead = Arc::clone(&self.dead);
        let mut work = Box::pin(work(&journal));
        let done = poll_fn(|context| {
            if polls == 0 {
                return Poll::Ready(None);
            }
            polls -= 1;
            match pin!(&mut work).poll(context) {
                Poll::Ready(done) => Poll::Ready(Some(done)),
                Poll::Pending if dead.load(Ordering::Relaxed) => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            }
        })
        .await;
        drop(work);
        journal.close().await;
        done
    }
}

async fn run(schedule: Schedule) {
    let fake = Fake::with(schedule.lookup, schedule.takes_once);
    fake.will(schedule.does.iter().copied());
    fake.world().deaf.extend(&schedule.deaf);
    fake.world().status = Some(PaymentStatus::Pending);
    let mut workers = Workers {
        place: Place::new(),
        fake: Arc::clone(&fake),
        left: Arc::default(),
        dead: Arc::default(),
        count: 0,
    };
    let provider: &dyn Payments = &*Arc::clone(&fake);
    let known = providers(&fake);
    let amount = |intent: u8| 20_000 + u64::from(intent);
    for step in &schedule.moves {
        match *step {
            Move::Execute { intent, dies } => {
                let request = request(&format!("order-{intent}"), amount(intent));
                let work = async |journal: &Journal| journal.execute(provider, &request).await;
                if let Some(done) = workers.live(dies, work).await {
                    done.unwrap();
                }
            }
            Move::Misuse { intent } => {
                let name = format!("order-{intent}");
                let recorded = workers
                    .live(Death::Never, async |journal: &Journal| {
                        let reference = name.parse().unwrap();
                        journal
                            .get(&id("fake/sandbox/default"), &reference)
                            .await
                            .unwrap()
                            .is_some()
                    })
                    .await;
                if recorded == Some(true) {
                    let other = request(&name, 7);
                    let work = async |journal: &Journal| journal.execute(provider, &other).await;
                    let done = workers.live(Death::Never, work).await.unwrap();
                    let fields = match done.unwrap_err() {
                        Error::Mismatch { fields, .. } => fields,
                        other => panic!("{other}"),
                    };
                    assert_eq!(fields, ["amount.amount"]);
                }
            }
            Move::Recover { dies } => {
                let work = async |journal: &Journal| journal.recover_one(&known).await;
                if let Some(done) = workers.live(dies, work).await {
                    done.unwrap();
                }
            }
            Move::CallBack { intent, paid, dies } => {
                let name = format!("order-{intent}");
                let Some(status) = told(&fake, &name, paid) else {
                    continue;
                };
                let event = verified(fake.event(&name, status, amount(intent)));
                let work = async |journal: &Journal| journal.receive(&ACCOUNT, &event).await;
                if let Some(done) = workers.live(dies, work).await {
                    done.unwrap();
                }
            }
            Move::Wait { seconds } => fake.clock.advance(Duration::from_secs(seconds.into())),
        }
    }
    // From here on everybody behaves.
    fake.world().sends.clear();
    fake.world().deaf.clear();
    workers.left.store(i64::MAX, Ordering::Relaxed);
    let journal = workers.journal().await;
    unknowns_are_counted(&journal).await;
    drain(&journal, &fake).await;
    unknowns_are_counted(&journal).await;
    judge(&journal, &fake, &schedule).await;
    journal.close().await;
}

/// What is watched is what is listed.
async fn unknowns_are_counted(journal: &Journal) {
    let entries = journal.list(&Filter::new()).await.unwrap();
    let unknown = |entry: &&payments_journal::Entry| entry.outcome == Some(Outcome::Unknown);
    let unknown: Vec<_> = entries.iter().filter(unknown).collect();
    let told = journal.unknowns().await.unwrap();
    let count: i64 = told.iter().map(|unknowns| unknowns.count).sum();
    assert_eq!(
        usize::try_from(count).unwrap(),
        unknown.len(),
        "{unknown:?}"
    );
    let oldest = unknown.iter().map(|entry| entry.created_at).min();
    assert_eq!(told.iter().map(|unknowns| unknowns.oldest).min(), oldest);
}

/// What the provider tells of a payment that it shows, which the customer may have paid just now.
fn told(fake: &Fake, name: &str, paid: bool) -> Option<PaymentStatus> {
    let now = fake.clock.now();
    let mut world = fake.world();
    let shown =
        |effect: &&mut Effect| effect.reference.as_str() == name && effect.visible_at <= now;
    let effect = world.effects.iter_mut().find(shown)?;
    if paid {
        effect.status = PaymentStatus::Paid;
    }
    Some(effect.status.clone())
}

/// Compares what the provider did with what the merchant believes.
async fn judge(journal: &Journal, fake: &Fake, schedule: &Schedule) {
    let entries = journal.list(&Filter::new()).await.unwrap();
    let mut done: BTreeMap<String, usize> = BTreeMap::new();
    for effect in &fake.world().effects {
        *done.entry(effect.reference.to_string()).or_default() += 1;
        let entry = entries
            .iter()
            .find(|entry| entry.reference == effect.reference);
        let entry = entry.expect("something was done that nobody recorded");
        assert_eq!(
            entry.amount,
            Some(effect.amount),
            "another amount was taken"
        );
    }
    for entry in &entries {
        let did = done
            .get(entry.reference.as_str())
            .copied()
            .unwrap_or_default();
        assert!(did <= 1, "{} was done {did} times", entry.reference);
        match entry.state {
            State::Open => panic!("{} is forgotten", entry.reference),
            State::Refused => assert_eq!(did, 0, "{} is not refused", entry.reference),
            State::Pending | State::Finished => {
                assert_eq!(did, 1, "{} never happened", entry.reference);
                assert!(matches!(entry.status, Some(Status::Payment(_))));
            }
            State::NeedsAttention => {
                assert!(
                    !schedule.takes_once,
                    "{} can be settled without a person: {entry:?}",
                    entry.reference
                );
                assert_eq!(entry.outcome, Some(Outcome::Unknown));
                assert!(entry.reason.is_some() && entry.sends > 0);
            }
        }
    }
    heard(journal, &entries).await;
}

/// The application was told of everything, in order.
async fn heard(journal: &Journal, entries: &[payments_journal::Entry]) {
    let mut last = BTreeMap::new();
    loop {
        let changes = journal.changes(10, Duration::from_secs(60)).await.unwrap();
        if changes.is_empty() {
            break;
        }
        for change in changes {
            let before = last.insert(change.reference.clone(), change.what.state);
            assert_eq!(
                before.unwrap_or(Some(State::Open)),
                change.what.state_before
            );
            journal.acknowledge(&change).await.unwrap();
        }
    }
    for entry in entries {
        assert_eq!(last.get(&entry.reference), Some(&Some(entry.state)));
    }
    assert_eq!(journal.lag().await.unwrap().count, 0);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(256),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_is_done_twice_and_nothing_is_forgotten(schedule in schedules()) {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
            .block_on(run(schedule));
    }
}
