//! The process is killed in the middle, and started again: what it has acknowledged it has not
//! lost.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io::{self, BufRead, BufReader, ErrorKind, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::Router;
use payments_axum::{Intake, Runner};
use payments_journal::{Change, Journal};
use payments_provider::http::{Timeouts, client};
use tokio::{
    net::TcpListener,
    time::{sleep, timeout},
};

use crate::fake::Fake;

/// Tells the other process where the shop is, and at which port.
const TASK: &str = "PAYMENTS_AXUM_TASK";

const EVENTS: usize = 400;
const SENDERS: usize = 8;

/// The shop's files: the journal, each turn of its handler, and a file for each thing that it has
/// done.
#[derive(Clone)]
struct Premises(PathBuf);

impl Premises {
    fn journal(&self) -> String {
        format!("sqlite://{}", self.0.join("payments.db").display())
    }

    fn turns(&self) -> PathBuf {
        self.0.join("turns")
    }

    fn done(&self) -> PathBuf {
        self.0.join("done")
    }

    /// Writes down its turn, and does its work once per change.
    fn handle(&self, change: &Change) -> io::Result<()> {
        let mut turns = OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.turns())?;
        turns.write_all(format!("{}\n", change.reference).as_bytes())?;
        let work = self
            .done()
            .join(format!("{}-{}", change.reference, change.number));
        match fs::write(work.with_extension("new"), change.reference.as_str())
            .and_then(|()| fs::hard_link(work.with_extension("new"), &work))
        {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            result => result,
        }
    }

    /// The references of what was done, each as often as it was.
    fn all_done(&self) -> Vec<String> {
        let files = fs::read_dir(self.done()).unwrap();
        let files = files.map(|file| file.unwrap().path());
        let mut done: Vec<_> = files
            .filter(|path| path.extension().is_none())
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        done.sort();
        done
    }
}

/// What the other process runs; in the test run itself it has nothing to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_process_is_the_shop() {
    let Ok(task) = std::env::var(TASK) else {
        return;
    };
    let (port, folder) = task.split_once(' ').unwrap();
    let premises = Premises(PathBuf::from(folder));
    let journal = Journal::open(&premises.journal()).await.unwrap();
    let listener = TcpListener::bind(format!("127.0.0.1:{port}"))
        .await
        .unwrap();
    println!("\nport {}", listener.local_addr().unwrap().port());
    let route = Intake::journal(journal.clone()).route(Fake::verified());
    let app = Router::new().route("/fake", route);
    tokio::spawn(axum::serve(listener, app).into_future());
    let runner = Runner::new(journal)
        .lease(Duration::from_millis(500))
        .pauses(Duration::from_millis(100), Duration::from_millis(500))
        .idle(Duration::from_millis(10));
    let handler = move |change: Change| {
        let premises = premises.clone();
        async move { premises.handle(&change) }
    };
    let forever = std::future::pending();
    runner.run(handler, forever).await.unwrap();
}

/// The other process, killed when it is dropped.
struct Shop(Child);

impl Shop {
    /// Starts it, and waits until it listens.
    fn open(port: u16, folder: &Path) -> (Self, u16) {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::another_process_is_the_shop"])
            .args(["--nocapture", "--test-threads=1", "--quiet"])
            .env(TASK, format!("{port} {}", folder.display()))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = lines.map_while(Result::ok);
        let port = said.find_map(|line| line.strip_prefix("port ")?.parse().ok());
        (Self(child), port.expect("it says where it listens"))
    }
}

impl Drop for Shop {
    /// SIGKILL: nothing in it runs any more.
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Delivers a share of the events until each is acknowledged, as a provider does; then every third
/// once more.
async fn provider(url: String, first: usize, acknowledged: Arc<Mutex<usize>>) {
    let timeouts = Timeouts::new(Duration::from_secs(5), Duration::from_secs(20));
    let http = client(&url.parse().unwrap(), timeouts).unwrap();
    let mine = || (first..EVENTS).step_by(SENDERS);
    for number in mine().chain(mine().step_by(3)) {
        loop {
            let delivery = http.post(&url).header("x-token", "right");
            let delivery = delivery.body(format!("order-{number} id paid"));
            if delivery
                .send()
                .await
                .is_ok_and(|answer| answer.status() == 200)
            {
                break;
            }
            sleep(Duration::from_millis(20)).await;
        }
        *acknowledged.lock().unwrap() += 1;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_is_not_lost_when_the_process_is_killed_and_each_event_counts_once() {
    let folder = std::env::temp_dir().join(format!("payments-axum-killed-{}", std::process::id()));
    let premises = Premises(folder.clone());
    fs::create_dir_all(premises.done()).unwrap();
    let (shop, port) = Shop::open(0, &folder);
    let acknowledged = Arc::new(Mutex::new(0));
    let senders: Vec<_> = (0..SENDERS)
        .map(|first| {
            let url = format!("http://127.0.0.1:{port}/fake");
            tokio::spawn(provider(url, first, Arc::clone(&acknowledged)))
        })
        .collect();
    let third = async {
        while *acknowledged.lock().unwrap() < EVENTS / 3 {
            sleep(Duration::from_millis(1)).await;
        }
    };
    timeout(Duration::from_secs(60), third).await.unwrap();
    drop(shop);
    assert!(*acknowledged.lock().unwrap() < EVENTS, "killed too late");
    let (_shop, _) = Shop::open(port, &folder);
    for sender in senders {
        timeout(Duration::from_secs(60), sender)
            .await
            .unwrap()
            .unwrap();
    }
    let journal = Journal::open(&premises.journal()).await.unwrap();
    let drained = async {
        while journal.lag().await.unwrap().count > 0 {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(60), drained).await.unwrap();
    journal.close().await;

    let told: BTreeSet<_> = (0..EVENTS)
        .map(|number| format!("order-{number}"))
        .collect();
    let turns = fs::read_to_string(premises.turns()).unwrap();
    let handled: BTreeSet<_> = turns.lines().map(ToOwned::to_owned).collect();
    assert_eq!(handled, told, "every event is handled");
    let told: Vec<_> = told.into_iter().collect();
    assert_eq!(premises.all_done(), told, "and counts once");
    fs::remove_dir_all(folder).unwrap();
}
