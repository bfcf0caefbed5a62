//! How listening ends: what is under way is finished, but not for ever.

use std::{future::pending, time::Duration};

use tokio::sync::watch;

/// How long somebody may take who has begun.
const GRACE: Duration = Duration::from_secs(3);

/// Ends with the first Ctrl-C or SIGTERM, and tells of it.
pub(super) async fn first(told: watch::Sender<bool>) {
    signal().await;
    let _ = told.send(true);
}

/// Ends some time after the first signal, or with the second one.
pub(super) async fn last(mut told: watch::Receiver<bool>) {
    if told.wait_for(|told| *told).await.is_err() {
        pending::<()>().await;
    }
    tokio::select! {
        () = tokio::time::sleep(GRACE) => {}
        () = signal() => {}
    }
}

/// Without signals there is nothing to wait for but the end of the process.
async fn signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate() => {}
    }
}

#[cfg(unix)]
async fn terminate() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => _ = terminate.recv().await,
        Err(_) => pending().await,
    }
}

#[cfg(not(unix))]
async fn terminate() {
    pending().await
}
