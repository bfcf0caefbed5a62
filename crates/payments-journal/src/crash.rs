//! Where a simulation lets a worker die.

use std::{fmt, future::pending, sync::Arc};

use crate::journal::Journal;

/// A place between two steps. What was not committed before it is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Point {
    /// Something is about to be committed.
    BeforeCommit,
    /// Something was committed.
    AfterCommit,
    /// A send is about to begin.
    BeforeSend,
    /// A send came back.
    AfterSend,
    /// A question is about to be put.
    BeforeAsk,
    /// A question came back.
    AfterAsk,
}

/// Decides at each point whether the worker dies there.
#[derive(Clone)]
pub(crate) struct Crash(Arc<dyn Fn(Point) -> bool + Send + Sync>);

impl Crash {
    pub(crate) fn new(dies: impl Fn(Point) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(dies))
    }
}

impl fmt::Debug for Crash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Crash(..)")
    }
}

impl Journal {
    /// Goes on, unless a simulation lets the worker die here: then it stays until its future is dropped.
    pub(crate) async fn pass(&self, point: Point) {
        if let Some(Crash(dies)) = &self.0.options.crash
            && dies(point)
        {
            pending::<()>().await;
        }
    }
}
