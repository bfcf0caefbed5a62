//! The writer: on SQLite a thread that owns its connection; on PostgreSQL a few tasks, each for its
//! share of the references. Callers send their commits and wait; waiting commits are written in one
//! transaction.
//!
//! A single caller waits for nobody. No caller is answered before the commit is durable. A caller
//! that stops waiting changes nothing.

use std::{
    collections::{HashSet, VecDeque},
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use serde::Serialize;
use tokio::{
    runtime::Handle,
    sync::{mpsc, oneshot},
    task::yield_now,
    time::sleep,
};

use super::{
    batch::Write,
    commit::Commit,
    connection::{Connection, Target},
    failure::Failure,
    files,
    outbox::Handing,
    sql::Dialect,
};
use crate::{
    error::{Error, Result},
    time::Time,
};

/// How many tasks write to PostgreSQL, which uses one process for each.
const TASKS: usize = 2;

/// How many commits may be queued before callers must wait.
const QUEUE: usize = 1024;

/// How many commits are written in one transaction at most.
const GROUP: usize = 256;

/// How long the writer waits for a database that does not answer, before the waiting callers get an
/// error.
const PATIENCE: Duration = Duration::from_secs(10);

/// The pause between two tries to reach it.
const PAUSE: Duration = Duration::from_millis(200);

/// Whether the journal's database works.
///
/// ```
/// use payments_journal::{Health, Journal};
///
/// /// For the health check of a load balancer.
/// fn is_well(journal: &Journal) -> bool {
///     journal.health().failing_since.is_none()
/// }
///
/// assert_eq!(Health::default().failures, 0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Health {
    /// Since when nothing could be written, if it is failing.
    pub failing_since: Option<DateTime<Utc>>,
    /// How many writes failed in a row.
    pub failures: u64,
    /// Why the last of them failed.
    pub error: Option<String>,
    /// When the last write succeeded.
    pub written_at: Option<DateTime<Utc>>,
}

impl Health {
    /// Whether the last write succeeded, or there was none yet.
    #[must_use]
    pub const fn is_ok(&self) -> bool {
        self.failing_since.is_none()
    }
}

#[derive(Debug)]
pub(super) struct Writer {
    /// One for each task.
    queues: Vec<mpsc::Sender<Message>>,
    health: Arc<Mutex<Health>>,
}

#[derive(Debug)]
enum Message {
    Write(Job),
    Close(oneshot::Sender<()>),
}

/// A commit, and the channel to its caller.
#[derive(Debug)]
struct Job {
    write: Write,
    answer: oneshot::Sender<Result<bool>>,
}

/// A writing task.
struct Task {
    target: Target,
    connection: Option<(Connection, Instant)>,
    time: Arc<Time>,
    health: Arc<Mutex<Health>>,
}

impl Writer {
    pub(super) fn start(target: Target, connection: Connection, time: Arc<Time>) -> Result<Self> {
        let health = Arc::new(Mutex::default());
        let mut connection = Some((connection, Instant::now()));
        let tasks = match target.dialect {
            Dialect::Sqlite => 1,
            Dialect::Postgres => TASKS,
        };
        let start = |_| {
            let (queue, jobs) = mpsc::channel(QUEUE);
            let task = Task {
                target: target.clone(),
                connection: connection.take(),
                time: Arc::clone(&time),
                health: Arc::clone(&health),
            };
            match task.target.dialect {
                Dialect::Postgres => drop(tokio::spawn(task.run(jobs))),
                Dialect::Sqlite => {
                    let runtime = Handle::current();
                    let thread = thread::Builder::new().name("journal-writer".to_owned());
                    thread
                        .spawn(move || runtime.block_on(task.run(jobs)))
                        .map_err(|error| Error::Database(error.kind().to_string()))?;
                }
            }
            Ok(queue)
        };
        Ok(Self {
            queues: (0..tasks).map(start).collect::<Result<_>>()?,
            health,
        })
    }

    pub(super) fn health(&self) -> Health {
        let health = self.health.lock().unwrap_or_else(PoisonError::into_inner);
        health.clone()
    }

    pub(super) async fn commit(&self, commit: Commit) -> Result<bool> {
        self.write(commit.into_write()).await
    }

    pub(super) async fn hand(&self, handings: Vec<Handing>) -> Result<Vec<bool>> {
        let writes = handings
            .into_iter()
            .map(|handing| self.write(handing.into_write()));
        join_all(writes).await.into_iter().collect()
    }

    pub(super) async fn write(&self, write: Write) -> Result<bool> {
        let (answer, answered) = oneshot::channel();
        // All commits about one reference go to one task.
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(write.place().1.first());
        let tasks = u64::try_from(self.queues.len()).unwrap_or(1);
        let task = usize::try_from(hash % tasks.max(1)).unwrap_or_default();
        let queue = self.queues.get(task).ok_or(Error::Closed)?;
        let job = Message::Write(Job { write, answer });
        queue.send(job).await.map_err(|_| Error::Closed)?;
        answered.await.unwrap_or_else(|_| Err(Error::Closed))
    }

    /// Ends the tasks after they have written what was sent before.
    pub(super) async fn close(&self) {
        for queue in &self.queues {
            let (closed, ended) = oneshot::channel();
            if queue.send(Message::Close(closed)).await.is_ok() {
                let _ = ended.await;
            }
        }
    }
}

impl Task {
    async fn run(mut self, mut queue: mpsc::Receiver<Message>) {
        let mut waiting = VecDeque::new();
        let mut end = None;
        loop {
            if waiting.is_empty() {
                if end.is_some() {
                    break;
                }
                match queue.recv().await {
                    Some(Message::Write(job)) => waiting.push_back(job),
                    Some(Message::Close(closed)) => end = Some(closed),
                    None => break,
                }
            }
            // Callers answered just now run first, so that their next commits share the flush.
            yield_now().await;
            while end.is_none() && waiting.len() < QUEUE {
                match queue.try_recv() {
                    Ok(Message::Write(job)) => waiting.push_back(job),
                    Ok(Message::Close(closed)) => end = Some(closed),
                    Err(_) => break,
                }
            }
            let group = take_group(&mut waiting);
            if !group.is_empty() {
                self.write(group).await;
            }
        }
        if let Some((connection, _)) = self.connection.take() {
            connection.close().await;
        }
        if let Some(closed) = end {
            let _ = closed.send(());
        }
    }

    /// Writes a group and answers its callers.
    async fn write(&mut self, group: Vec<Job>) {
        match self.attempt(&group).await {
            Ok(written) => answer(group, &written),
            // Only a commit that cannot be written fails.
            Err(Failure::Refused(_)) if group.len() > 1 => {
                for job in group {
                    let alone = vec![job];
                    match self.attempt(&alone).await {
                        Ok(written) => answer(alone, &written),
                        Err(failure) => fail(alone, &failure),
                    }
                }
            }
            Err(failure) => fail(group, &failure),
        }
    }

    /// Writes a group in one transaction, and returns for each job whether it was written.
    async fn attempt(&mut self, group: &[Job]) -> Result<Vec<bool>, Failure> {
        let result = self.transaction(group).await;
        let mut health = self.health.lock().unwrap_or_else(PoisonError::into_inner);
        match &result {
            Ok(_) => {
                *health = Health {
                    written_at: Some(self.time.now()),
                    ..Health::default()
                }
            }
            Err(Failure::Refused(error) | Failure::Broken(error)) => {
                health.failing_since.get_or_insert(self.time.now());
                health.failures = health.failures.saturating_add(1);
                health.error = Some(error.to_string());
            }
        }
        result
    }

    async fn transaction(&mut self, group: &[Job]) -> Result<Vec<bool>, Failure> {
        let connection = self.connection.take();
        let mut connection = reach(&self.target, connection).await?;
        // After an error the connection is dropped, and an unfinished transaction with it.
        let written = match &mut connection {
            Connection::Sqlite(connection) => connection.write(group.iter().map(|job| &job.write)),
            #[cfg(feature = "postgres")]
            Connection::Postgres(connection) => {
                let writes: Vec<_> = group.iter().map(|job| &job.write).collect();
                connection.write(&writes, &self.time).await
            }
        };
        let written = match written {
            Ok(written) => written,
            Err(failure) => {
                connection.close().await;
                return Err(failure);
            }
        };
        if let Some(file) = &self.target.file {
            // What was written to a file that no longer exists is lost.
            files::check(file)?;
        }
        self.connection = Some((connection, Instant::now()));
        Ok(written)
    }
}

/// A working connection; waits while the server is unavailable.
async fn reach(
    target: &Target,
    mut connection: Option<(Connection, Instant)>,
) -> Result<Connection> {
    let begun = Instant::now();
    loop {
        match target.fresh(connection.take()).await {
            Err(_) if target.dialect == Dialect::Postgres && begun.elapsed() < PATIENCE => {
                sleep(PAUSE).await;
            }
            reached => return reached,
        }
    }
}

/// Takes the commits that can be written together: one per row, because a later one may depend on
/// what the first changes.
fn take_group(waiting: &mut VecDeque<Job>) -> Vec<Job> {
    let mut taken = HashSet::new();
    let together: Vec<_> = waiting
        .iter()
        .map(|job| taken.len() < GROUP && taken.insert(job.write.place()))
        .collect();
    drop(taken);
    let (mut group, mut rest) = (Vec::new(), VecDeque::new());
    for (job, together) in waiting.drain(..).zip(together) {
        match together {
            true => group.push(job),
            false => rest.push_back(job),
        }
    }
    *waiting = rest;
    // Sorted the same way everywhere, to avoid deadlocks between processes.
    group.sort_by(|a, b| a.write.place().cmp(&b.write.place()));
    group
}

fn answer(group: Vec<Job>, written: &[bool]) {
    for (job, written) in group.into_iter().zip(written) {
        // The caller may be gone.
        let _ = job.answer.send(Ok(*written));
    }
}

fn fail(group: Vec<Job>, failure: &Failure) {
    let (Failure::Refused(error) | Failure::Broken(error)) = failure;
    for job in group {
        let _ = job.answer.send(Err(error.clone()));
    }
}
