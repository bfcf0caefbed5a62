//! The application's code, with its failures told apart.

use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

use axum::BoxError;
use futures_util::FutureExt;
use tokio::time::timeout;

use crate::rejection::HandlerError;

/// Runs a handler to its end, for `limit` at most. A panic is a failure like any other.
pub(crate) async fn call<F, T, E>(
    handler: impl FnOnce() -> F,
    limit: Duration,
) -> Result<T, HandlerError>
where
    F: Future<Output = Result<T, E>>,
    E: Into<BoxError>,
{
    // What a handler leaves behind when it panics is its own; nothing of ours is in it.
    let future = catch_unwind(AssertUnwindSafe(handler)).map_err(|_| HandlerError::Panicked)?;
    match timeout(limit, AssertUnwindSafe(future).catch_unwind()).await {
        Ok(Ok(result)) => result.map_err(HandlerError::failed),
        Ok(Err(_)) => Err(HandlerError::Panicked),
        Err(_) => Err(HandlerError::TimedOut(limit)),
    }
}
