//! Other processes: this test program again, told by an environment variable what to do.

use std::{
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU32, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::{async_trait, retry::Clock};
use serde::{Deserialize, Serialize};
use sqlx::Executor;

use crate::{beside::beside, fleet, kill, place::Place};

const TASK: &str = "PAYMENTS_JOURNAL_TASK";

/// What another process is to do.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Task {
    pub(crate) does: Does,
    pub(crate) journal: String,
    pub(crate) line: SocketAddr,
    pub(crate) sandbox: String,
    /// Seconds by which its clock is ahead.
    pub(crate) ahead: i64,
    /// Its first order.
    pub(crate) first: u32,
    /// The orders at which the process before it was killed.
    pub(crate) again: Vec<u32>,
    /// How many call at once.
    pub(crate) callers: usize,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Does {
    Execute,
    Recover,
    Work,
}

/// What the other processes run; in the test run itself it has nothing to do.
#[test]
fn another_process_does_its_task() {
    let Ok(task) = std::env::var(TASK) else {
        return;
    };
    let task: Task = serde_json::from_str(&task).unwrap();
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(async {
            match task.does {
                Does::Execute => kill::execute(task).await,
                Does::Recover => kill::recover(task).await,
                Does::Work => fleet::work(task).await,
            }
        });
}

/// Another process, killed when it is dropped.
pub(crate) struct Process {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Process {
    pub(crate) fn start(task: &Task) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "process::another_process_does_its_task"])
            .args(["--nocapture", "--test-threads=1", "--quiet"])
            .env(TASK, serde_json::to_string(task).unwrap())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            input,
            output,
        }
    }

    /// The next number it says; what the test harness says is passed over. `None`: it has ended.
    pub(crate) fn hear(&mut self) -> Option<u32> {
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            if let Some(number) = line.trim_end().strip_prefix("order ") {
                return number.parse().ok();
            }
        }
    }

    /// SIGKILL: nothing in it runs any more.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end, and tells whether it ended well.
    pub(crate) fn end(&mut self) -> bool {
        drop(self.input.take());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Says a number to the process that started this one.
pub(crate) fn say(number: u32) {
    println!("\norder {number}");
}

/// A clock that is ahead, and on which nobody waits.
#[derive(Clone, Debug)]
pub(crate) struct Ahead(Arc<AtomicI64>);

impl Ahead {
    pub(crate) fn new(seconds: i64) -> Self {
        Self(Arc::new(AtomicI64::new(seconds * 1000)))
    }
}

#[async_trait]
impl Clock for Ahead {
    fn now(&self) -> DateTime<Utc> {
        Utc::now() + TimeDelta::milliseconds(self.0.load(Ordering::Relaxed))
    }

    async fn sleep(&self, time: Duration) {
        let millis = i64::try_from(time.as_millis()).unwrap() + 1;
        self.0.fetch_add(millis, Ordering::Relaxed);
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// A database of a test's own.
pub(crate) enum Shared {
    Sqlite(Place),
    Postgres { server: String, name: String },
}

impl Shared {
    /// A database on the server of `DATABASE_URL`; without it says what is skipped.
    ///
    /// A database, and not a schema: through a pooler, a client cannot choose its search path.
    pub(crate) async fn postgres(test: &str) -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("DATABASE_URL").unwrap_or_default();
        if server.is_empty() {
            // Written past the capture of the test's output: a person shall see it.
            let _ = writeln!(
                std::io::stderr(),
                "skipped, for DATABASE_URL is not set: {test}"
            );
            return None;
        }
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("journal_test_{}_{number}", std::process::id());
        on_server(&server, &format!("CREATE DATABASE {name}")).await;
        Some(Self::Postgres { server, name })
    }

    pub(crate) fn url(&self) -> String {
        match self {
            Self::Sqlite(place) => place.url(),
            Self::Postgres { server, name } => {
                let (server, options) = server.split_once('?').unwrap_or((server, ""));
                let (server, _) = server.rsplit_once('/').unwrap();
                format!("{server}/{name}?{options}")
            }
        }
    }

    /// Sets what a connection to it begins with.
    pub(crate) async fn begin_with(&self, setting: &str) {
        if let Self::Postgres { server, name } = self {
            on_server(server, &format!("ALTER DATABASE {name} SET {setting}")).await;
        }
    }

    /// Takes it away, whoever is still connected: a pooler keeps its connections.
    pub(crate) async fn drop(self) {
        if let Self::Postgres { server, name } = self {
            on_server(&server, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

async fn on_server(server: &str, command: &str) {
    let pool = beside(server).await;
    pool.execute(command).await.unwrap();
    pool.close().await;
}
