//! With a journal: stored, then acknowledged, then handled until that succeeds.

use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::Router;
use payments_axum::{HandlerError, Intake, Rejection, Runner};
use payments_journal::{Change, Error, Journal};
use tokio::{
    sync::oneshot,
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};

use crate::{
    fake::{Fake, answer, post, status},
    place::Place,
};

fn app(journal: &Journal) -> Router {
    let route = Intake::journal(journal.clone()).route(Fake::verified());
    Router::new().route("/fake", route)
}

/// The status that a change about nothing recorded tells.
fn told(change: &Change) -> String {
    let news = change.what.news.as_ref().unwrap();
    let status = news.status_word();
    format!("{} {status}", change.reference)
}

type Handled = Arc<Mutex<Vec<String>>>;

/// What ends a runner, and what it came to.
struct Running {
    stop: oneshot::Sender<()>,
    task: JoinHandle<payments_journal::Result<u64>>,
}

impl Running {
    async fn end(self) -> u64 {
        self.stop.send(()).unwrap();
        self.task.await.unwrap().unwrap()
    }
}

const LEASE: Duration = Duration::from_millis(500);

/// Runs a shop that fails as often as it is told, by reference, and takes its time.
fn run(journal: &Journal, failures: &[(&str, u32)], takes: Duration) -> (Running, Handled) {
    let (stop, stopped) = oneshot::channel::<()>();
    let handled = Handled::default();
    let failures = failures
        .iter()
        .map(|(name, times)| ((*name).to_owned(), *times));
    let failures: Arc<Mutex<HashMap<_, _>>> = Arc::new(Mutex::new(failures.collect()));
    let runner = Runner::new(journal.clone())
        .lease(LEASE)
        .pauses(LEASE, LEASE)
        .idle(Duration::from_millis(10));
    let shop = Arc::clone(&handled);
    let handler = move |change: Change| {
        let (shop, failures) = (Arc::clone(&shop), Arc::clone(&failures));
        async move {
            sleep(takes).await;
            if let Some(left) = failures.lock().unwrap().get_mut(change.reference.as_str())
                && *left > 0
            {
                *left -= 1;
                return Err(io::Error::other("not now"));
            }
            shop.lock().unwrap().push(told(&change));
            Ok(())
        }
    };
    let task = tokio::spawn(async move {
        let stopped = async {
            let _ = stopped.await;
        };
        runner.run(handler, stopped).await
    });
    (Running { stop, task }, handled)
}

async fn until_drained(journal: &Journal) {
    let drained = async {
        while journal.lag().await.unwrap().count > 0 {
            sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(Duration::from_secs(20), drained).await.unwrap();
}

#[tokio::test]
async fn what_was_acknowledged_is_stored_once_and_outlives_the_process() {
    let place = Place::new();
    let journal = place.journal().await;
    for _ in 0..5 {
        assert_eq!(status(&app(&journal), "order-1 id paid").await, 200);
    }
    journal.close().await;
    let journal = place.journal().await;
    assert_eq!(status(&app(&journal), "order-1 id paid").await, 200);
    assert_eq!(journal.lag().await.unwrap().count, 1);
    let (running, handled) = run(&journal, &[], Duration::ZERO);
    until_drained(&journal).await;
    assert_eq!(running.end().await, 1);
    assert_eq!(*handled.lock().unwrap(), ["order-1 paid"]);
}

#[tokio::test]
async fn what_cannot_be_stored_is_not_acknowledged() {
    let place = Place::new();
    let journal = place.journal().await;
    let app = app(&journal);
    journal.close().await;
    let (code, why) = answer(&app, post("order-1 id paid")).await;
    assert_eq!(code, 503);
    assert!(matches!(why, Some(Rejection::NotStored(_))));
}

#[tokio::test]
async fn a_change_whose_handler_failed_comes_again_before_any_later_one_and_others_do_not_wait() {
    let place = Place::new();
    let journal = place.journal().await;
    let app = app(&journal);
    for body in ["order-1 id paid", "order-1 id settled", "order-2 id paid"] {
        assert_eq!(status(&app, body).await, 200);
    }
    let begun = Instant::now();
    let (running, handled) = run(&journal, &[("order-1", 2)], Duration::ZERO);
    until_drained(&journal).await;
    assert!(begun.elapsed() >= 2 * LEASE);
    assert_eq!(running.end().await, 3);
    let handled = handled.lock().unwrap().clone();
    assert_eq!(handled, ["order-2 paid", "order-1 paid", "order-1 settled"]);
}

#[tokio::test]
async fn shutting_down_finishes_what_is_being_handled_and_leaves_the_rest_in_the_journal() {
    let place = Place::new();
    let journal = place.journal().await;
    let app = app(&journal);
    for body in ["order-1 id paid", "order-1 id settled", "order-2 id paid"] {
        status(&app, body).await;
    }
    let (running, handled) = run(&journal, &[], Duration::from_millis(200));
    sleep(Duration::from_millis(50)).await;
    assert_eq!(running.end().await, 2);
    assert_eq!(handled.lock().unwrap().len(), 2);
    assert_eq!(journal.lag().await.unwrap().count, 1);
    let (running, handled) = run(&journal, &[], Duration::ZERO);
    until_drained(&journal).await;
    running.end().await;
    assert_eq!(*handled.lock().unwrap(), ["order-1 settled"]);
}

#[tokio::test]
async fn failures_are_told_and_neither_a_panic_nor_a_slow_handler_ends_the_runner() {
    let place = Place::new();
    let journal = place.journal().await;
    let app = app(&journal);
    for body in ["fails id paid", "panics id paid", "hangs id paid"] {
        status(&app, body).await;
    }
    let failed = Handled::default();
    let seen = Arc::clone(&failed);
    let runner = Runner::new(journal.clone()).lease(LEASE).on_failure(
        move |change, error: &HandlerError| {
            let line = format!("{}: {error}", change.reference);
            seen.lock().unwrap().push(line);
        },
    );
    let handler = |change: Change| async move {
        match change.reference.as_str() {
            "panics" => panic!("a bug of the shop"),
            "hangs" => std::future::pending().await,
            _ => Err::<(), _>(io::Error::other("canary")),
        }
    };
    let handled = runner.run(handler, sleep(LEASE * 4 / 5)).await.unwrap();
    assert_eq!(handled, 0);
    let mut failed = failed.lock().unwrap().clone();
    failed.sort();
    assert_eq!(
        failed,
        [
            "fails: the handler failed",
            "hangs: the handler did not end within 450ms",
            "panics: the handler panicked"
        ]
    );
    assert_eq!(journal.lag().await.unwrap().count, 3);
}

#[tokio::test]
async fn two_runners_share_the_work() {
    let place = Place::new();
    let journal = place.journal().await;
    let app = app(&journal);
    for number in 0..50 {
        status(&app, &format!("order-{number} id paid")).await;
    }
    let (first, one) = run(&journal, &[], Duration::from_millis(2));
    let (second, other) = run(&journal, &[], Duration::from_millis(2));
    until_drained(&journal).await;
    assert_eq!(first.end().await + second.end().await, 50);
    let mut all = one.lock().unwrap().clone();
    all.extend(other.lock().unwrap().clone());
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 50);
}

#[tokio::test]
async fn a_runner_ends_when_its_journal_is_closed() {
    let place = Place::new();
    let journal = place.journal().await;
    journal.close().await;
    let runner = Runner::new(journal).idle(Duration::from_millis(1));
    let handler = |_| async { Ok::<_, io::Error>(()) };
    let ended = runner.run(handler, std::future::pending()).await;
    assert!(matches!(ended, Err(Error::Closed)), "{ended:?}");
}
