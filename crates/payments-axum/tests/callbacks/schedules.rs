//! Any order, any number of times, whatever fails in between.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::Router;
use payments_axum::{InMemoryWindow, Intake, Runner};
use payments_journal::Change;
use proptest::{prelude::*, sample::Index};
use tokio::time::{sleep, timeout};

use crate::{
    fake::{Fake, status, verified},
    place::Place,
    window::Shop,
};

/// What a provider may tell of one payment, in the order of the ladder.
const STATUSES: [&str; 6] = [
    "pending", "expired", "failed", "paid", "settled", "refunded",
];

/// Each piece of news of two payments five times, in any order; and which deliveries the handler fails.
fn schedule() -> impl Strategy<Value = Vec<(String, bool)>> {
    let news: Vec<_> = ["order-1", "order-2"]
        .iter()
        .flat_map(|order| STATUSES.map(|status| format!("{order} id {status}")))
        .flat_map(|body| vec![body; 5])
        .collect();
    let fails = prop::collection::vec(prop::bool::weighted(0.3), news.len());
    (Just(news).prop_shuffle(), fails)
        .prop_map(|(news, fails)| news.into_iter().zip(fails).collect())
}

fn rung(status: &str) -> usize {
    let place = STATUSES.iter().position(|known| *known == status);
    place.unwrap()
}

fn of<'a>(order: &str, handled: &'a [String]) -> Vec<&'a str> {
    handled
        .iter()
        .filter(|key| key.starts_with(order))
        .map(|key| key.rsplit(':').next().unwrap())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_window_handles_each_event_once_and_never_backwards(schedule in schedule()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let shop = Shop::open();
        let app = shop.app(InMemoryWindow::default());
        let mut again = Vec::new();
        for (body, fails) in schedule {
            shop.fails.store(fails, Ordering::SeqCst);
            let code = runtime.block_on(status(&app, &body));
            prop_assert!(code == 200 || fails && code == 500);
            if code != 200 {
                again.push(body);
            }
        }
        // The provider delivers again what was not acknowledged, late.
        shop.fails.store(false, Ordering::SeqCst);
        for body in again {
            prop_assert_eq!(runtime.block_on(status(&app, &body)), 200);
        }
        let handled = shop.handled();
        for order in ["order-1", "order-2"] {
            let rungs: Vec<_> = of(order, &handled).into_iter().map(rung).collect();
            prop_assert!(rungs.is_sorted_by(|a, b| a < b), "{rungs:?}");
            prop_assert_eq!(rungs.last(), Some(&5));
        }
    }

    #[test]
    fn a_journal_tells_each_event_once_and_never_backwards(
        schedule in schedule(),
        asked in prop::collection::vec((any::<Index>(), any::<Index>()), 8),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let answers: Vec<_> = asked
            .iter()
            .map(|(when, what)| (when.index(schedule.len()), STATUSES[what.index(6)]))
            .collect();
        let told = runtime.block_on(tell(&schedule, &answers));
        for order in ["order-1", "order-2"] {
            let rungs: Vec<_> = of(order, &told).into_iter().map(rung).collect();
            prop_assert!(rungs.is_sorted_by(|a, b| a < b), "{rungs:?}");
            prop_assert_eq!(rungs.last(), Some(&5));
        }
    }
}

/// Delivers a schedule, with answers to status calls in between, to a journal in which both payments are recorded, and handles what it tells
/// meanwhile. Gives what was handled.
async fn tell(schedule: &[(String, bool)], answers: &[(usize, &str)]) -> Vec<String> {
    let place = Place::new();
    let journal = place.recording(&["order-1", "order-2"]).await;
    let route = Intake::journal(journal.clone()).route(Fake::verified());
    let app = Router::new().route("/fake", route);
    let (shop, fails) = (Arc::new(Mutex::new(Vec::new())), schedule.to_vec());
    let told = Arc::clone(&shop);
    let count = AtomicUsize::new(0);
    let handler = move |change: Change| {
        let at = count.fetch_add(1, Ordering::SeqCst);
        let result = match fails.get(at) {
            Some((_, true)) => Err("not now"),
            _ => {
                // A change of its state alone is no news of the payment.
                let (before, status) = (change.what.status_before, change.what.status);
                if let Some(status) = status.filter(|status| before.as_ref() != Some(status)) {
                    let line = format!("{}:{status}", change.reference);
                    told.lock().unwrap().push(line);
                }
                Ok(())
            }
        };
        async move { result }
    };
    let runner = Runner::new(journal.clone())
        .lease(Duration::from_millis(20))
        .idle(Duration::from_millis(1));
    let deliver = async {
        for (at, (body, _)) in schedule.iter().enumerate() {
            for (_, word) in answers.iter().filter(|(when, _)| *when == at) {
                let answer = verified(&format!("order-1 asked {word}"));
                journal.receive(&answer).await.unwrap();
            }
            assert_eq!(status(&app, body).await, 200);
        }
        while journal.lag().await.unwrap().count > 0 {
            sleep(Duration::from_millis(1)).await;
        }
    };
    let patience = timeout(Duration::from_secs(30), runner.run(handler, deliver));
    patience.await.unwrap().unwrap();
    shop.lock().unwrap().clone()
}
