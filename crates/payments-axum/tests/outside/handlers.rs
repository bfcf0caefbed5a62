//! 250 changes whose handlers fail or hang hold up nothing but their own references.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::{
    folder::Folder,
    provider::deliver_until_taken,
    shop::{Process, Task},
};

const FAIL: usize = 200;
const HANG: usize = 50;

/// How many callbacks are delivered at once.
const AT_ONCE: usize = 8;

/// More good changes than are handled while it is counted.
const GOOD: usize = 1_600;
const WAITING: usize = 300;
const WINDOW: Duration = Duration::from_secs(8);

/// How long it may take until each bad change was tried once.
const FIRST_TRIES: Duration = Duration::from_secs(30);

async fn deliver_all(port: u16, names: Vec<String>) {
    let senders: Vec<_> = (0..AT_ONCE)
        .map(|first| {
            let mine: Vec<_> = names.iter().skip(first).step_by(AT_ONCE).cloned().collect();
            tokio::spawn(async move {
                for name in mine {
                    deliver_until_taken(port, &name).await;
                }
            })
        })
        .collect();
    for sender in senders {
        sender.await.unwrap();
    }
}

fn names(prefix: &str, count: usize) -> Vec<String> {
    (0..count)
        .map(|number| format!("{prefix}-{number}"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_whose_handlers_fail_or_hang_do_not_hold_up_the_others() {
    let folders = [Folder::new(), Folder::new()];
    let [with, without] = [&folders[0], &folders[1]].map(|folder| Task::new(folder.sqlite()));
    let (with, without) = (Process::open(&with).await, Process::open(&without).await);
    // One of four hangs.
    let bad = (0..FAIL + HANG).map(|number| match number % 5 {
        4 => format!("hangs-{number}"),
        _ => format!("fails-{number}"),
    });
    deliver_all(with.port, bad.collect()).await;
    let begun = Instant::now();
    let tried = async || with.count("tried", "fails-").await + with.count("tried", "hangs-").await;
    while tried().await < FAIL + HANG && begun.elapsed() < FIRST_TRIES {
        sleep(Duration::from_millis(100)).await;
    }
    let (tried, first_tries) = (tried().await, begun.elapsed());
    let fed = [with.port, without.port].map(|port| {
        let good = names("good", GOOD);
        tokio::spawn(deliver_all(port, good[..WAITING].to_vec()))
    });
    for fed in fed {
        fed.await.unwrap();
    }
    let feeding = [with.port, without.port].map(|port| {
        let good = names("good", GOOD);
        tokio::spawn(deliver_all(port, good[WAITING..].to_vec()))
    });
    let count = async || {
        let (with, without) = (
            with.count("handled", "good-"),
            without.count("handled", "good-"),
        );
        tokio::join!(with, without)
    };
    let before = count().await;
    sleep(WINDOW).await;
    let after = count().await;
    for feeding in feeding {
        feeding.abort();
    }
    let (with, without) = (after.0 - before.0, after.1 - before.1);
    let facts = format!(
        "in {WINDOW:?} {with} were handled beside {} bad ones, and {without} without them; {tried} of the bad ones were tried in {first_tries:.1?}",
        FAIL + HANG,
    );
    println!("{facts}");
    assert!(without > 100, "too few to mean anything: {facts}");
    assert!(with * 100 >= without * 80, "{facts}");
}
