//! The wall clock is set forward by an hour while answers are hidden: nobody is charged twice.
//!
//! Debian's libfaketime changes the wall clock of the shop alone, and leaves the monotonic one.

use std::{ffi::OsString, fs, path::PathBuf, time::Duration};

use tokio::time::{sleep, timeout};

use crate::{
    cluster::Cluster,
    folder::{Folder, skipped},
    provider::{Provider, get},
    reader::Reader,
    shop::{Process, Task},
};

const ORDERS: usize = 20;

/// Long enough for a shop that believes the step to send again.
const AFTER: Duration = Duration::from_secs(14);

const PATIENCE: Duration = Duration::from_secs(60);

/// Where libfaketime is.
fn library() -> Option<PathBuf> {
    let machines = fs::read_dir("/usr/lib").ok()?;
    let mut libraries = machines
        .filter_map(|machine| Some(machine.ok()?.path().join("faketime/libfaketimeMT.so.1")));
    libraries.find(|library| library.exists())
}

/// The wall clock of a process.
struct Clock(PathBuf);

impl Clock {
    fn new(folder: &Folder) -> Self {
        let clock = Self(folder.path().join("clock"));
        clock.set("+0");
        clock
    }

    /// Whoever reads it sees the old text or the new one.
    fn set(&self, ahead: &str) {
        let new = self.0.with_extension("new");
        fs::write(&new, format!("{ahead}\n")).unwrap();
        fs::rename(new, &self.0).unwrap();
    }

    fn environment(&self, library: PathBuf) -> Vec<(&'static str, OsString)> {
        vec![
            ("LD_PRELOAD", library.into()),
            ("FAKETIME_TIMESTAMP_FILE", self.0.clone().into()),
            ("FAKETIME_NO_CACHE", "1".into()),
            ("DONT_FAKE_MONOTONIC", "1".into()),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".into()),
        ]
    }
}

async fn set_forward(folder: &Folder, journal: String, library: PathBuf) {
    let (provider, clock) = (Provider::start().await, Clock::new(folder));
    let task = Task::new(journal.clone()).provider(provider.url());
    let shop = Process::open_with(&task, &clock.environment(library)).await;
    let shop = shop.expect("the shop opens");
    provider.hides(ORDERS);
    let port = shop.port;
    for number in 0..ORDERS {
        // Nobody hangs up: who does leaves the order leased.
        tokio::spawn(async move { get(port, &format!("/buy/order-{number}"), PATIENCE).await });
    }
    let all_are_charged = async {
        while provider.debits().len() < ORDERS {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, all_are_charged).await.unwrap();
    // They have asked, and were told that nothing is there.
    sleep(Duration::from_secs(1)).await;
    clock.set("+3600");
    sleep(AFTER).await;
    let twice = provider
        .debits()
        .values()
        .filter(|times| **times > 1)
        .count();
    assert_eq!(twice, 0, "of {ORDERS} orders {twice} are charged twice");

    // And none is forgotten: what is shown is found.
    provider.shows_all();
    let reader = Reader::connect(&journal).await.unwrap();
    let all_are_found = async {
        loop {
            let payments = reader.payments().await;
            let finished = payments.values().filter(|state| *state == "finished");
            if finished.count() == ORDERS {
                return;
            }
            sleep(Duration::from_millis(100)).await;
        }
    };
    let found = timeout(PATIENCE, all_are_found).await;
    assert!(found.is_ok(), "open: {:?}", reader.payments().await);
    let twice = provider
        .debits()
        .values()
        .filter(|times| **times > 1)
        .count();
    assert_eq!(twice, 0, "of {ORDERS} orders {twice} are charged twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_set_forward_charges_nobody_twice_on_sqlite() {
    let test = "a clock that is set forward, on SQLite";
    let Some(library) = library() else {
        return skipped(test, "libfaketime is not installed");
    };
    let folder = Folder::new();
    set_forward(&folder, folder.sqlite(), library).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_set_forward_charges_nobody_twice_on_postgres() {
    let test = "a clock that is set forward, on PostgreSQL";
    let Some(library) = library() else {
        return skipped(test, "libfaketime is not installed");
    };
    if let Some(cluster) = Cluster::start(test).await {
        set_forward(&Folder::new(), cluster.url(), library).await;
    }
}
