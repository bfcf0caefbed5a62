//! Worker processes that share one PostgreSQL.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::Poll,
    time::Duration,
};

use payments_core::{Method, Money, PaymentRequest};
use payments_journal::{Filter, Journal, Options, Point, Providers, State};
use tokio::{io::AsyncReadExt, time::sleep};

use crate::{
    line::{self, Line, Taken},
    place::reference,
    process::{Does, Process, Shared, Task, say},
};

const BACKLOG: u32 = 120;
const LEASE: Duration = Duration::from_secs(2);

/// Declares what is not true, that it takes a reference once: so every second send shows.
fn line(task: &Task) -> Line {
    Line::new(task.line, true, Duration::from_millis(100))
}

/// Works until its input ends, and says how many it worked on.
pub(crate) async fn work(task: Task) {
    let options = Options::new()
        .lease(LEASE)
        .workers(4)
        .idle(Duration::from_millis(20));
    let journal = Journal::open_with(&task.journal, options).await.unwrap();
    let providers = Providers::new().payments(Arc::new(line(&task)));
    say(0);
    let ended = async {
        let mut input = tokio::io::stdin();
        let _ = input.read(&mut [0]).await;
    };
    let worked = journal.recover(&providers, ended).await.unwrap();
    say(u32::try_from(worked).unwrap());
}

/// Records orders whose caller dies before anything is sent.
async fn backlog(url: &str, line: &Line) {
    let dead = Arc::new(AtomicBool::new(false));
    let dies = {
        let dead = Arc::clone(&dead);
        move |point| {
            let dies = point == Point::BeforeSend;
            dead.fetch_or(dies, Ordering::Relaxed);
            dies
        }
    };
    let options = Options::new().lease(LEASE).crash_at(dies);
    let journal = Journal::open_with(url, options).await.unwrap();
    for order in 0..BACKLOG {
        let request = PaymentRequest::new(
            reference(&format!("order-{order}")),
            Money::idr(10_000),
            Method::QRIS,
        );
        dead.store(false, Ordering::Relaxed);
        let mut call = Box::pin(journal.execute(line, &request));
        std::future::poll_fn(|context| {
            let _ = call.as_mut().poll(context);
            match dead.load(Ordering::Relaxed) {
                true => Poll::Ready(()),
                false => Poll::Pending,
            }
        })
        .await;
    }
    journal.close().await;
}

async fn settled(url: &str, taken: &Taken) -> bool {
    let journal = Journal::open(url).await.unwrap();
    let counts = journal.counts().await.unwrap();
    let finished = counts.get(&State::Finished).copied().unwrap_or_default();
    for (reference, times) in taken.all() {
        assert_eq!(times, 1, "{reference} was taken {times} times");
    }
    if finished == i64::from(BACKLOG) {
        let entries = journal.list(&Filter::new().limit(BACKLOG)).await.unwrap();
        assert_eq!(entries.len(), taken.all().len());
    }
    journal.close().await;
    finished == i64::from(BACKLOG)
}

async fn four_workers(test: &str, one_is_killed: bool) {
    let Some(shared) = Shared::postgres(test).await else {
        return;
    };
    let pause = Duration::from_millis(20);
    let (address, taken) = line::serve(pause, pause).await;
    let task = Task {
        does: Does::Work,
        journal: shared.url(),
        line: address,
        sandbox: String::new(),
        ahead: 0,
        first: 0,
        again: Vec::new(),
        callers: 1,
    };
    backlog(&task.journal, &line(&task)).await;
    let mut workers: Vec<_> = (0..4).map(|_| Process::start(&task)).collect();
    if one_is_killed {
        // By now all of them hold leases and are sending.
        while taken.all().len() < BACKLOG as usize / 4 {
            sleep(Duration::from_millis(5)).await;
        }
        workers.remove(0).kill();
    }
    let url = task.journal.clone();
    tokio::time::timeout(Duration::from_secs(30), async {
        while !settled(&url, &taken).await {
            sleep(Duration::from_millis(100)).await;
        }
    })
    .await
    .expect("something is forgotten");
    let worked = tokio::task::spawn_blocking(move || {
        workers
            .iter_mut()
            .map(|worker| {
                assert!(worker.end(), "a worker did not end well");
                std::iter::from_fn(|| worker.hear()).last().unwrap()
            })
            .collect::<Vec<_>>()
    })
    .await
    .unwrap();
    assert!(worked.iter().all(|worked| *worked > 0), "{worked:?}");
    println!("{test}: {BACKLOG} orders, shared as {worked:?}");
    shared.drop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn four_processes_drain_one_backlog_and_settle_everything_once_on_postgres() {
    four_workers("four processes on one PostgreSQL", false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_killed_worker_had_leased_is_finished_by_the_others_on_postgres() {
    four_workers("one of four processes is killed", true).await;
}
