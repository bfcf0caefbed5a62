//! Reading connections, a few at once. A query runs to its end even if its caller is gone.

use std::{
    collections::VecDeque,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Instant,
};

use futures_util::FutureExt;
use tokio::sync::{Semaphore, oneshot};

use super::{
    connection::{Connection, REST, Target},
    sql::{Argument, Cells, Dialect},
};
use crate::error::{Error, Result};

/// How many queries run at once.
const READERS: usize = 4;

#[derive(Debug)]
pub(super) struct Readers(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    target: Target,
    /// For PostgreSQL.
    places: Semaphore,
    idle: Mutex<Vec<Idle>>,
    /// For SQLite, whose connections block their threads.
    line: Mutex<Line>,
    more: Condvar,
}

struct Idle(Connection, Instant);

/// The waiting queries, and the threads that run them.
#[derive(Debug, Default)]
struct Line {
    questions: VecDeque<Question>,
    /// Each signals when its connection is closed.
    threads: Vec<oneshot::Receiver<()>>,
    waiting: usize,
    closed: bool,
}

struct Question {
    sql: String,
    arguments: Vec<Argument>,
    answer: oneshot::Sender<Result<Vec<Cells>>>,
}

impl Readers {
    pub(super) fn new(target: Target) -> Self {
        Self(Arc::new(Shared {
            target,
            places: Semaphore::new(READERS),
            idle: Mutex::default(),
            line: Mutex::default(),
            more: Condvar::new(),
        }))
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.0.target.dialect
    }

    pub(super) async fn rows(&self, sql: String, arguments: Vec<Argument>) -> Result<Vec<Cells>> {
        let shared = Arc::clone(&self.0);
        match self.dialect() {
            Dialect::Postgres => tokio::spawn(async move { shared.rows(&sql, &arguments).await })
                .await
                .unwrap_or_else(|_| Err(Error::cut_off())),
            Dialect::Sqlite => {
                let (answer, answered) = oneshot::channel();
                shared.ask(Question {
                    sql,
                    arguments,
                    answer,
                })?;
                answered.await.unwrap_or_else(|_| Err(Error::cut_off()))
            }
        }
    }

    pub(super) async fn close(&self) {
        self.0.places.close();
        self.end();
        let threads = std::mem::take(&mut self.0.line().threads);
        for ended in threads {
            let _ = ended.await;
        }
        let idle = std::mem::take(&mut *self.0.idle());
        for Idle(connection, _) in idle {
            connection.close().await;
        }
    }

    fn end(&self) {
        self.0.line().closed = true;
        self.0.more.notify_all();
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.end();
    }
}

impl Shared {
    async fn rows(&self, sql: &str, arguments: &[Argument]) -> Result<Vec<Cells>> {
        let _place = self.places.acquire().await.map_err(|_| Error::Closed)?;
        let idle = self.idle().pop();
        let mut connection = self
            .target
            .fresh(idle.map(|Idle(c, used)| (c, used)))
            .await?;
        let rows = connection.rows(sql, arguments).await?;
        // After an error it is not used again.
        if !self.places.is_closed() {
            self.idle().push(Idle(connection, Instant::now()));
        }
        Ok(rows)
    }

    /// Passes a query to the threads, and starts another thread if all are busy.
    fn ask(self: &Arc<Self>, question: Question) -> Result<()> {
        let mut line = self.line();
        if line.closed {
            return Err(Error::Closed);
        }
        line.questions.push_back(question);
        if line.waiting == 0 && line.threads.len() < READERS {
            let (shared, (ends, ended)) = (Arc::clone(self), oneshot::channel());
            let name = "journal-reader".to_owned();
            let thread = thread::Builder::new().name(name);
            thread
                .spawn(move || {
                    shared.answer_all().now_or_never();
                    let _ = ends.send(());
                })
                .map_err(|error| Error::Database(error.kind().to_string()))?;
            line.threads.push(ended);
        }
        drop(line);
        self.more.notify_one();
        Ok(())
    }

    /// Runs queries until the journal is closed. Waiting blocks the thread.
    async fn answer_all(&self) {
        let mut connection = None;
        while let Some(question) = self.next() {
            let rows = self.rows_of(&mut connection, &question).await;
            // The caller may be gone.
            let _ = question.answer.send(rows);
        }
    }

    fn next(&self) -> Option<Question> {
        let mut line = self.line();
        loop {
            if let Some(question) = line.questions.pop_front() {
                return Some(question);
            }
            if line.closed {
                return None;
            }
            line.waiting += 1;
            line = self.more.wait(line).unwrap_or_else(PoisonError::into_inner);
            line.waiting -= 1;
        }
    }

    async fn rows_of(
        &self,
        kept: &mut Option<Connection>,
        question: &Question,
    ) -> Result<Vec<Cells>> {
        let mut connection = match kept.take() {
            Some(connection) => connection,
            None => self.target.connect().await?,
        };
        let rows = connection.rows(&question.sql, &question.arguments).await?;
        // After an error it is not used again.
        *kept = Some(connection);
        Ok(rows)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Idle>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Target {
    /// A working connection: this one, or a new one.
    pub(super) async fn fresh(
        &self,
        connection: Option<(Connection, Instant)>,
    ) -> Result<Connection> {
        let Some((mut connection, used)) = connection else {
            return self.connect().await;
        };
        match used.elapsed() < REST || connection.answers().await {
            true => Ok(connection),
            false => self.connect().await,
        }
    }
}

impl std::fmt::Debug for Idle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Idle")
    }
}

impl std::fmt::Debug for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Question")
    }
}
