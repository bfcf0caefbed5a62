//! Any order, any number of times, days late, between answers to questions, whatever fails in
//! between.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Router, body::Body, http::Request};
use chrono::{DateTime, TimeDelta, Utc};
use payments_axum::{Endpoint, InMemoryWindow, Intake, Runner};
use payments_core::{async_trait, retry::Clock};
use payments_journal::{Change, Error, Executed, Journal, Providers};
use proptest::{prelude::*, sample::select};
use tokio::time::{sleep, timeout};

use crate::{
    fake::{Fake, answer, status, status_of},
    place::{Place, ovo},
    window::Shop,
};

/// What a provider may tell of one payment, in the order of the ladder.
const STATUSES: [&str; 6] = [
    "pending", "expired", "failed", "paid", "settled", "refunded",
];

const ORDERS: [&str; 2] = ["order-1", "order-2"];

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// What happens next.
#[derive(Clone, Debug)]
enum Step {
    /// The provider tells.
    Delivered(String),
    /// The provider is asked, and answers this.
    Asked(&'static str, &'static str),
    /// What comes after this is a day late.
    Day,
}

/// Each piece of news of two payments five times, eight answers and three days, in any order; and
/// which turns of the handler fail.
fn schedule() -> impl Strategy<Value = Vec<(Step, bool)>> {
    let news = ORDERS
        .iter()
        .flat_map(|order| STATUSES.map(|status| format!("{order} id {status}")))
        .flat_map(|body| vec![Step::Delivered(body); 5]);
    let news: Vec<_> = news.chain(vec![Step::Day; 3]).collect();
    let asked = (select(&ORDERS[..]), select(&STATUSES[..]))
        .prop_map(|(order, status)| Step::Asked(order, status));
    let fails = prop::collection::vec(prop::bool::weighted(0.3), news.len() + 8);
    (prop::collection::vec(asked, 8), fails).prop_flat_map(move |(asked, fails)| {
        let steps = news.iter().cloned().chain(asked).collect::<Vec<_>>();
        let steps = Just(steps).prop_shuffle();
        steps.prop_map(move |steps| steps.into_iter().zip(fails.clone()).collect())
    })
}

/// Each piece of news at most once, none after one that is further, and the last one told.
fn forward_and_once(handled: &[String]) -> Result<(), TestCaseError> {
    for order in ORDERS {
        let told = handled.iter().filter(|key| key.starts_with(order));
        let rungs: Vec<_> = told
            .map(|key| {
                let status = key.rsplit(':').next().unwrap();
                STATUSES.iter().position(|known| *known == status).unwrap()
            })
            .collect();
        prop_assert!(rungs.is_sorted_by(|a, b| a < b), "{rungs:?}");
        prop_assert_eq!(rungs.last(), Some(&5));
    }
    Ok(())
}

fn runtime() -> tokio::runtime::Builder {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all();
    builder
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_window_handles_each_event_once_and_never_backwards(schedule in schedule()) {
        let runtime = runtime().start_paused(true).build().unwrap();
        let handled = runtime.block_on(through_a_window(&schedule));
        forward_and_once(&handled)?;
    }

    #[test]
    fn a_journal_tells_each_event_once_and_never_backwards(schedule in schedule()) {
        let runtime = runtime().build().unwrap();
        let told = runtime.block_on(through_a_journal(&schedule));
        forward_and_once(&told)?;
    }
}

/// Plays a schedule to a window. An answer of the provider comes by a hint, which claims something
/// else.
async fn through_a_window(schedule: &[(Step, bool)]) -> Vec<String> {
    let (shop, asked) = (Shop::open(), Fake::hints(Duration::ZERO));
    let intake = shop.intake(InMemoryWindow::default());
    let app = Router::new()
        .route("/fake", intake.route(Fake::verified()))
        .route("/hint", intake.route(no_pause(&asked)));
    let mut again = Vec::new();
    for (step, fails) in schedule {
        shop.fails.store(*fails, Ordering::SeqCst);
        let code = match step {
            Step::Delivered(body) => status(&app, body).await,
            Step::Asked(order, word) => {
                asked.knows(order, status_of(word).unwrap());
                let claim = Body::from(format!("{order} id refunded"));
                let hint = Request::post("/hint").body(claim).unwrap();
                answer(&app, hint).await.0.as_u16()
            }
            Step::Day => {
                tokio::time::advance(DAY).await;
                continue;
            }
        };
        assert!(code == 200 || *fails && code == 500, "{code}");
        if let (500, Step::Delivered(body)) = (code, step) {
            again.push(body);
        }
    }
    // The provider delivers again what was not acknowledged, late.
    shop.fails.store(false, Ordering::SeqCst);
    tokio::time::advance(DAY).await;
    for body in again {
        assert_eq!(status(&app, body).await, 200);
    }
    shop.handled()
}

/// Plays a schedule to a journal in which both payments are recorded, and handles what it tells
/// meanwhile; what is finished is archived after a day.
async fn through_a_journal(schedule: &[(Step, bool)]) -> Vec<String> {
    let (place, clock, fake) = (Place::new(), Ahead::default(), Fake::verified());
    let journal = place.journal_by(clock.clone()).await;
    for order in ORDERS {
        let done = journal.execute(&*fake, &ovo(order)).await.unwrap();
        assert!(matches!(done, Executed::Answered(_)), "{done:?}");
    }
    let route = Intake::journal(journal.clone()).route(no_pause(&fake));
    let app = Router::new().route("/fake", route);
    let providers = Providers::new().payments(Arc::<Fake>::clone(&fake));
    let (told, handler) = shop(schedule.iter().map(|(_, fails)| *fails).collect());
    let runner = Runner::new(journal.clone())
        .lease(Duration::from_millis(20))
        .pauses(Duration::from_millis(5), Duration::from_millis(20))
        .idle(Duration::from_millis(1));
    let play = async {
        for (step, _) in schedule {
            match step {
                Step::Delivered(body) => assert_eq!(status(&app, body).await, 200),
                Step::Asked(order, word) => {
                    fake.knows(order, status_of(word).unwrap());
                    let order = order.parse().unwrap();
                    let account = "instamoney/sandbox/default".parse().unwrap();
                    let asked = journal.reconcile(&providers, &account, &order).await;
                    asked.unwrap();
                }
                Step::Day => {
                    // Leases end with the day: nothing may be at work.
                    drained(&journal).await;
                    clock.pass(DAY);
                    let before = journal.now() - TimeDelta::hours(1);
                    let archived = journal.archive(before, 10, |_| Ok::<_, Error>(()));
                    archived.await.unwrap();
                }
            }
        }
        drained(&journal).await;
    };
    let patience = timeout(Duration::from_secs(30), runner.run(handler, play));
    patience.await.unwrap().unwrap();
    told.lock().unwrap().clone()
}

type Told = Arc<Mutex<Vec<String>>>;

/// A handler that writes down each change of a status, and fails in some of its turns.
fn shop(
    fails: Vec<bool>,
) -> (
    Told,
    impl Fn(Change) -> std::future::Ready<Result<(), String>>,
) {
    let (told, turn) = (Told::default(), AtomicUsize::new(0));
    let shop = Arc::clone(&told);
    let handler = move |change: Change| {
        let turn = turn.fetch_add(1, Ordering::SeqCst);
        if fails.get(turn) == Some(&true) {
            return std::future::ready(Err("not now".to_owned()));
        }
        // A change of its state alone is no news of the payment.
        let (before, status) = (change.what.status_before, change.what.status);
        if let Some(status) = status.filter(|status| before.as_ref() != Some(status)) {
            let line = format!("{}:{status}", change.reference);
            shop.lock().unwrap().push(line);
        }
        std::future::ready(Ok(()))
    };
    (told, handler)
}

async fn drained(journal: &Journal) {
    while journal.lag().await.unwrap().count > 0 {
        sleep(Duration::from_millis(1)).await;
    }
}

/// A clock on which days pass at once.
#[derive(Clone, Debug, Default)]
struct Ahead(Arc<AtomicI64>);

impl Ahead {
    fn pass(&self, time: Duration) {
        let millis = i64::try_from(time.as_millis()).unwrap();
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

#[async_trait]
impl Clock for Ahead {
    fn now(&self) -> DateTime<Utc> {
        Utc::now() + TimeDelta::milliseconds(self.0.load(Ordering::SeqCst))
    }

    async fn sleep(&self, time: Duration) {
        sleep(time).await;
    }
}

fn no_pause(fake: &Arc<Fake>) -> Endpoint {
    Endpoint::new(Arc::<Fake>::clone(fake)).pause(Duration::ZERO)
}
