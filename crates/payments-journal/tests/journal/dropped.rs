//! A caller may go away at any moment: every future of the journal is dropped after each of its
//! polls.
//!
//! Another connection must then see each commit whole or not at all, nobody may be left in a
//! transaction, and the next calls must work and be seen by others.

use std::{
    collections::BTreeMap,
    future::poll_fn,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    task::Poll,
    time::Duration,
};

use futures_util::future::{BoxFuture, FutureExt};
use payments_core::{PaymentStatus, Reference, retry::Policy};
use payments_journal::{Change, Decision, Error, Filter, Journal, Options, Point, Record, Result};
use sqlx::AnyPool;
use tokio::{
    sync::Notify,
    time::{sleep, timeout},
};

use crate::{
    beside::{Parts, beside, nobody_is_in_a_transaction, parts},
    place::{Place, drain, id, providers, reference, request},
    process::Shared,
    provider::{ACCOUNT, DELAY, Does, Fake, verified},
};

/// How long a call may take while nothing is wrong.
const PATIENCE: Duration = Duration::from_secs(5);

/// More polls than any call needs.
const MOST_POLLS: u32 = 300;

/// How many milliseconds after its last poll a call is dropped. More than once, because what it
/// drives runs on other threads.
const MOMENTS: [u64; 5] = [0, 0, 0, 1, 3];

/// After so many mistakes a call is known to be wrong.
const ENOUGH: usize = 5;

static COPIES: AtomicI64 = AtomicI64::new(0);

const LEASE: Duration = Duration::from_secs(60);

/// What a call works on. Clones share it.
#[derive(Clone)]
struct Stage {
    url: String,
    journal: Journal,
    fake: Arc<Fake>,
    order: Reference,
    /// A change to acknowledge.
    change: Option<Change>,
}

type Future = BoxFuture<'static, Result<()>>;

/// A call of the journal's public API.
struct Call {
    name: &'static str,
    /// What must be there before.
    before: fn(Stage) -> BoxFuture<'static, Result<Option<Change>>>,
    call: fn(Stage) -> Future,
}

/// The provider keeps a payment waiting for its customer.
fn pending(stage: &Stage) {
    stage.fake.world().status = Some(PaymentStatus::Pending);
}

async fn execute(stage: &Stage) -> Result<()> {
    let request = request(stage.order.as_str(), 20_000);
    stage.journal.execute(&*stage.fake, &request).await?;
    Ok(())
}

async fn receive(stage: &Stage, rupiah: u64) -> Result<()> {
    let event = stage
        .fake
        .event(stage.order.as_str(), PaymentStatus::Paid, rupiah);
    stage.journal.receive(&ACCOUNT, &verified(event)).await?;
    Ok(())
}

fn nothing(_: Stage) -> BoxFuture<'static, Result<Option<Change>>> {
    async { Ok(None) }.boxed()
}

fn recorded(stage: Stage) -> BoxFuture<'static, Result<Option<Change>>> {
    async move {
        pending(&stage);
        execute(&stage).await?;
        Ok(None)
    }
    .boxed()
}

fn finished(stage: Stage) -> BoxFuture<'static, Result<Option<Change>>> {
    async move {
        execute(&stage).await?;
        Ok(None)
    }
    .boxed()
}

/// A change that was handed out.
fn handed_out(stage: Stage) -> BoxFuture<'static, Result<Option<Change>>> {
    async move {
        execute(&stage).await?;
        let mine = |change: &Change| change.reference == stage.order;
        loop {
            let changes = stage.journal.changes(1_000, LEASE).await?;
            if let Some(change) = changes.iter().find(|change| mine(change)) {
                return Ok(Some(change.clone()));
            }
        }
    }
    .boxed()
}

/// An order whose answer was lost, and which is due.
fn lost(stage: Stage) -> BoxFuture<'static, Result<Option<Change>>> {
    async move {
        stage.fake.will([Does::Loses]);
        stage.fake.world().deaf.extend([true]);
        execute(&stage).await?;
        stage.fake.clock.advance(DELAY);
        Ok(None)
    }
    .boxed()
}

/// Nothing more is kept of it.
fn keep(_: &Record) -> Result<()> {
    Ok(())
}

const CALLS: &[Call] = &[
    Call {
        name: "receive",
        before: recorded,
        call: |stage| async move { receive(&stage, 20_000).await }.boxed(),
    },
    Call {
        name: "receive, of another amount",
        before: recorded,
        call: |stage| async move { receive(&stage, 1).await }.boxed(),
    },
    Call {
        name: "receive, of nothing recorded",
        before: nothing,
        call: |stage| async move { receive(&stage, 20_000).await }.boxed(),
    },
    Call {
        name: "execute",
        before: nothing,
        call: |stage| async move { execute(&stage).await }.boxed(),
    },
    Call {
        name: "execute, whose answer is lost",
        before: nothing,
        call: |stage| {
            async move {
                stage.fake.world().sends = [Does::Loses].into();
                execute(&stage).await
            }
            .boxed()
        },
    },
    Call {
        name: "execute, of what is recorded",
        before: recorded,
        call: |stage| async move { execute(&stage).await }.boxed(),
    },
    Call {
        name: "recover_one",
        before: lost,
        call: |stage| {
            async move {
                let providers = providers(&stage.fake);
                stage.journal.recover_one(&providers).await.map(drop)
            }
            .boxed()
        },
    },
    Call {
        name: "recover",
        before: lost,
        call: |stage| {
            async move {
                let providers = providers(&stage.fake);
                // It ends once each worker has done something.
                let end = tokio::task::yield_now();
                stage.journal.recover(&providers, end).await.map(drop)
            }
            .boxed()
        },
    },
    Call {
        name: "changes",
        before: recorded,
        call: |stage| async move { stage.journal.changes(1_000, LEASE).await.map(drop) }.boxed(),
    },
    Call {
        name: "acknowledge",
        before: handed_out,
        call: |stage| {
            async move {
                let change = stage.change.as_ref().unwrap();
                stage.journal.acknowledge(change).await
            }
            .boxed()
        },
    },
    Call {
        name: "put_off",
        before: handed_out,
        call: |stage| {
            async move {
                let change = stage.change.as_ref().unwrap();
                stage.journal.put_off(change, LEASE).await
            }
            .boxed()
        },
    },
    Call {
        name: "fresh_changes, repeated_changes and stuck",
        before: recorded,
        call: |stage| {
            async move {
                stage.journal.fresh_changes(1_000, LEASE).await?;
                stage.journal.repeated_changes(1_000, LEASE).await?;
                stage.journal.stuck(1_000).await.map(drop)
            }
            .boxed()
        },
    },
    Call {
        name: "backup",
        before: recorded,
        call: |stage| {
            async move {
                // Each of them another file: a copy is not written over.
                let number = COPIES.fetch_add(1, Ordering::Relaxed);
                let name = format!("payments-journal-{}-copy-{number}.db", std::process::id());
                let path = std::env::temp_dir().join(name);
                let done = stage.journal.backup(&path).await;
                let _ = std::fs::remove_file(path);
                match done {
                    // Of SQLite only.
                    Err(Error::NotPossible(_) | Error::Configuration(_)) => Ok(()),
                    done => done,
                }
            }
            .boxed()
        },
    },
    Call {
        name: "archive",
        before: finished,
        call: |stage| {
            async move {
                let before = stage.journal.now() + chrono::TimeDelta::days(1);
                stage.journal.archive(before, 100, keep).await.map(drop)
            }
            .boxed()
        },
    },
    Call {
        name: "resolve",
        before: recorded,
        call: |stage| {
            async move {
                let failed = Decision::Settled(PaymentStatus::Failed.into());
                let (journal, order) = (&stage.journal, &stage.order);
                let decided = journal
                    .resolve(&id("fake/sandbox/default"), order, failed, "budi", "asked")
                    .await;
                match decided {
                    // It was decided before.
                    Err(Error::NotPossible(_)) => Ok(()),
                    decided => decided.map(drop),
                }
            }
            .boxed()
        },
    },
    Call {
        name: "reconcile",
        before: recorded,
        call: |stage| {
            async move {
                let providers = providers(&stage.fake);
                let (journal, order) = (&stage.journal, &stage.order);
                journal
                    .reconcile(&providers, &id("fake/sandbox/default"), order)
                    .await
                    .map(drop)
            }
            .boxed()
        },
    },
    Call {
        name: "list",
        before: recorded,
        call: |stage| async move { stage.journal.list(&Filter::new()).await.map(drop) }.boxed(),
    },
    Call {
        name: "find and get",
        before: recorded,
        call: |stage| {
            async move {
                stage.journal.find(&stage.order).await?;
                stage
                    .journal
                    .get(&id("fake/sandbox/default"), &stage.order)
                    .await
                    .map(drop)
            }
            .boxed()
        },
    },
    Call {
        name: "record_of and export",
        before: recorded,
        call: |stage| {
            async move {
                stage
                    .journal
                    .record_of(&id("fake/sandbox/default"), &stage.order)
                    .await?;
                let take = |_| Ok::<_, Error>(());
                // Its own order alone: of all of them there are more each time.
                let filter = Filter::new().recorded_after(stage.journal.now());
                stage.journal.export(&filter, take).await.map(drop)
            }
            .boxed()
        },
    },
    Call {
        name: "counts, unknowns, lag, next_due and tell_metrics",
        before: recorded,
        call: |stage| {
            async move {
                stage.journal.counts().await?;
                stage.journal.unknowns().await?;
                stage.journal.lag().await?;
                stage.journal.next_due().await?;
                let providers = providers(&stage.fake);
                stage.journal.tell_metrics(&providers).await
            }
            .boxed()
        },
    },
    Call {
        name: "open and close",
        before: recorded,
        call: |stage| {
            async move {
                let options = options(&stage.fake);
                let other = Journal::open_with(&stage.url, options).await?;
                other.close().await;
                Ok(())
            }
            .boxed()
        },
    },
];

fn options(fake: &Fake) -> Options {
    Options::new()
        .not_durable()
        .keep_requests()
        .patience(Duration::ZERO)
        // What nobody can settle is soon for a person.
        .policy(Policy::default().asks(3))
        .clock(fake.clock.clone())
}

/// Polls a call so often, and drops it; at once, or a moment later, when its answer may have come
/// and nobody has looked. `None`: it was dropped.
async fn polled<T>(mut call: BoxFuture<'_, T>, times: u32, moment: Duration) -> Option<T> {
    let mut left = times;
    let done = poll_fn(|context| match call.poll_unpin(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => {
            left = left.saturating_sub(1);
            match left {
                0 => Poll::Ready(None),
                _ => Poll::Pending,
            }
        }
    })
    .await;
    if done.is_none() {
        sleep(moment).await;
    }
    done
}

/// A database with a journal on it, and a connection beside.
struct Ground {
    shared: Shared,
    stage: Stage,
    beside: AnyPool,
    count: u32,
}

impl Ground {
    async fn new(shared: Shared) -> Self {
        let (fake, url) = (Fake::new(false), shared.url());
        let journal = Journal::open_with(&url, options(&fake)).await.unwrap();
        let beside = beside(&url).await;
        let stage = Stage {
            url,
            journal,
            fake,
            order: reference("order"),
            change: None,
        };
        Self {
            shared,
            stage,
            beside,
            count: 0,
        }
    }

    async fn leave(self) {
        self.beside.close().await;
        let _ = timeout(PATIENCE, self.stage.journal.close()).await;
        self.shared.drop().await;
    }

    /// What a call works on, under an order of its own.
    async fn prepare(&mut self, call: &Call) -> Stage {
        self.count += 1;
        // Nothing else is recorded at this time.
        self.stage.fake.clock.advance(Duration::from_secs(1));
        let mut stage = self.stage.clone();
        stage.order = reference(&format!("order-{}", self.count));
        {
            let mut world = stage.fake.world();
            world.status = None;
            world.sends.clear();
            world.deaf.clear();
        }
        let before = (call.before)(stage.clone());
        stage.change = timeout(PATIENCE, before).await.unwrap().unwrap();
        stage
    }

    async fn parts(&self, order: &Reference) -> Parts {
        parts(&self.beside, order.as_str()).await
    }

    /// All that others may see of a call: what is there before, after each of its commits, and at
    /// its end.
    async fn whole(&mut self, call: &Call) -> Vec<Parts> {
        let mut seen = Vec::new();
        for commits in 0.. {
            let stage = self.prepare(call).await;
            let left = Arc::new(AtomicI64::new(commits));
            let died = Arc::new(Notify::new());
            let tell = Arc::clone(&died);
            let dies = move |point| {
                let dies = point == Point::AfterCommit && left.fetch_sub(1, Ordering::Relaxed) == 1;
                if dies {
                    tell.notify_one();
                }
                dies
            };
            let dying = options(&stage.fake).crash_at(dies);
            let journal = Journal::open_with(&stage.url, dying).await.unwrap();
            if commits == 0 {
                seen.push(self.parts(&stage.order).await);
            }
            let dying = Stage {
                journal: journal.clone(),
                ..stage.clone()
            };
            let is_done = tokio::select! {
                _ = (call.call)(dying) => true,
                () = died.notified() => false,
            };
            seen.push(self.parts(&stage.order).await);
            journal.close().await;
            drain(&self.stage.journal, &self.stage.fake).await;
            if commits > 0 && is_done {
                break;
            }
        }
        seen
    }

    /// A caller goes away. Tells in how many polls the call was done, or what is wrong.
    async fn drop_after(
        &mut self,
        call: &Call,
        whole: &[Parts],
        polls: u32,
        moment: Duration,
    ) -> Result<bool, String> {
        let stage = self.prepare(call).await;
        let done = polled((call.call)(stage.clone()), polls, moment);
        let done = timeout(PATIENCE, done).await;
        let done = done.map_err(|_| "the call hangs".to_owned())?;
        let is_done = done.is_some();
        if let Some(Err(error)) = done {
            return Err(format!("the call failed: {error}"));
        }
        self.look(&stage.order, whole).await?;
        nobody_is_in_a_transaction(&self.beside, &stage.url).await?;
        self.next_calls_work(&stage).await?;
        self.look(&stage.order, whole).await?;
        nobody_is_in_a_transaction(&self.beside, &stage.url).await?;
        let again = timeout(PATIENCE, (call.call)(stage.clone())).await;
        again
            .map_err(|_| "the same call again hangs".to_owned())?
            .map_err(|error| format!("the same call again failed: {error}"))?;
        drain(&self.stage.journal, &self.stage.fake).await;
        let effects = stage.fake.effects_of(stage.order.as_str());
        if effects > 1 {
            return Err(format!("it was done {effects} times"));
        }
        Ok(is_done)
    }

    async fn look(&self, order: &Reference, whole: &[Parts]) -> Result<(), String> {
        let parts = self.parts(order).await;
        match whole.contains(&parts) {
            true => Ok(()),
            false => Err(format!("others see a part: {parts:?}")),
        }
    }

    /// What is told to be done is committed: another connection sees it at once.
    async fn next_calls_work(&self, stage: &Stage) -> Result<(), String> {
        let next = Stage {
            order: reference(&format!("{}-next", stage.order)),
            ..stage.clone()
        };
        stage.fake.world().sends.clear();
        for (what, call, sees) in [
            ("execute", execute(&next).boxed(), "intent"),
            ("receive", receive(&next, 20_000).boxed(), "callback"),
        ] {
            timeout(PATIENCE, call)
                .await
                .map_err(|_| format!("the next {what} hangs"))?
                .map_err(|error| format!("the next {what} failed: {error}"))?;
            let parts = self.parts(&next.order).await;
            if !parts.iter().any(|(part, _)| part.starts_with(sees)) {
                return Err(format!("nobody sees the next {what}: {parts:?}"));
            }
        }
        let changes = timeout(PATIENCE, stage.journal.changes(1_000, LEASE)).await;
        changes
            .map_err(|_| "the next changes hang".to_owned())?
            .map_err(|error| format!("the next changes failed: {error}"))?;
        Ok(())
    }
}

/// A database for each call, and another one after each mistake.
async fn every_call(database: impl AsyncFn() -> Option<Shared>) {
    let mut mistakes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut drops = 0;
    for call in CALLS {
        let Some(shared) = database().await else {
            return;
        };
        let mut ground = Ground::new(shared).await;
        let whole = ground.whole(call).await;
        'moments: for moment in MOMENTS.map(Duration::from_millis) {
            for polls in 1..MOST_POLLS {
                let result = ground.drop_after(call, &whole, polls, moment).await;
                drops += 1;
                match result {
                    Ok(true) => break,
                    Ok(false) => assert!(polls + 1 < MOST_POLLS, "{} never ends", call.name),
                    Err(mistake) => {
                        let mistakes = mistakes.entry(call.name).or_default();
                        mistakes.push(format!("after {polls} polls and {moment:?}: {mistake}"));
                        if mistakes.len() >= ENOUGH {
                            break 'moments;
                        }
                        ground.leave().await;
                        ground = Ground::new(database().await.unwrap()).await;
                    }
                }
            }
        }
        ground.leave().await;
    }
    println!("{} calls were dropped {drops} times", CALLS.len());
    let count: usize = mistakes.values().map(Vec::len).sum();
    assert!(count == 0, "{count} mistakes: {mistakes:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_that_goes_away_at_any_poll_leaves_all_or_nothing_on_sqlite() {
    every_call(async || Some(Shared::Sqlite(Place::new()))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_that_goes_away_at_any_poll_leaves_all_or_nothing_on_postgres() {
    every_call(async || Shared::postgres("dropped calls on PostgreSQL").await).await;
}
