//! Runs the application's handler and classifies its failures.

use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

use axum::BoxError;
use futures_util::FutureExt;
use tokio::time::timeout;

use crate::rejection::HandlerError;

/// Runs a handler for at most `limit`. A panic counts as a failure.
pub(crate) async fn call<F, T, E>(
    handler: impl FnOnce() -> F,
    limit: Duration,
) -> Result<T, HandlerError>
where
    F: Future<Output = Result<T, E>>,
    E: Into<BoxError>,
{
    // A panicking handler can leave only its own state inconsistent, none of ours.
    let future = catch_unwind(AssertUnwindSafe(handler)).map_err(|_| HandlerError::Panicked)?;
    match timeout(limit, AssertUnwindSafe(future).catch_unwind()).await {
        Ok(Ok(result)) => result.map_err(HandlerError::failed),
        Ok(Err(_)) => Err(HandlerError::Panicked),
        Err(_) => Err(HandlerError::TimedOut(limit)),
    }
}
