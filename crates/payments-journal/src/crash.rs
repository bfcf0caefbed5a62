//! The points at which a simulation lets a worker die.

use std::{fmt, future::pending, sync::Arc};

/// A point between two steps. What was not committed before it is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Point {
    /// Something is about to be committed.
    BeforeCommit,
    /// Something was committed.
    AfterCommit,
    /// A send is about to begin.
    BeforeSend,
    /// A send returned.
    AfterSend,
    /// A lookup is about to be sent.
    BeforeAsk,
    /// A lookup returned.
    AfterAsk,
}

/// Decides at each point whether the worker dies there.
#[derive(Clone)]
pub(crate) struct Crash(Arc<dyn Fn(Point) -> bool + Send + Sync>);

impl Crash {
    /// If the worker dies at this point, waits here until its future is dropped.
    pub(crate) async fn pass(&self, point: Point) {
        if (self.0)(point) {
            pending::<()>().await;
        }
    }

    pub(crate) fn new(dies: impl Fn(Point) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(dies))
    }
}

impl fmt::Debug for Crash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Crash(..)")
    }
}
