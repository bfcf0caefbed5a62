//! How listening ends: running requests are finished, within a time limit.

use std::{future::pending, time::Duration};

use tokio::sync::watch;

use crate::stopping::Signals;

/// How long somebody may take who has begun.
pub(super) const GRACE: Duration = Duration::from_secs(3);

/// Ends with the first Ctrl-C or SIGTERM, and tells of it.
pub(super) async fn first(told: watch::Sender<bool>) {
    Signals::listen().next().await;
    let _ = told.send(true);
}

/// Ends with the second signal.
pub(super) async fn second(mut told: watch::Receiver<bool>) {
    if told.wait_for(|told| *told).await.is_err() {
        pending::<()>().await;
    }
    Signals::listen().next().await;
}
