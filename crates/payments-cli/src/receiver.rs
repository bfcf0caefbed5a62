//! Receives callbacks for the demo: any path, raw bytes, answered 200.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use tokio::{net::TcpListener, sync::mpsc, task::JoinHandle};

use crate::failure::Failure;

pub(crate) struct Receiver {
    pub(crate) url: String,
    callbacks: mpsc::UnboundedReceiver<Callback>,
    task: JoinHandle<()>,
}

/// A callback as it arrived.
pub(crate) struct Callback {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Receiver {
    pub(crate) async fn start() -> Result<Self, Failure> {
        let failed = |error| Failure::failed("no port can be taken").caused_by(error);
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let (sender, callbacks) = mpsc::unbounded_channel();
        let app = Router::new().fallback(receive).with_state(sender);
        let task = tokio::spawn(async move {
            // Ends only with the task.
            payments_axum::serve(listener, app, std::future::pending()).await;
        });
        Ok(Self {
            url: format!("http://{address}/callbacks"),
            callbacks,
            task,
        })
    }

    pub(crate) async fn next(&mut self) -> Option<Callback> {
        self.callbacks.recv().await
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn receive(
    State(sender): State<mpsc::UnboundedSender<Callback>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    match sender.send(Callback { headers, body }) {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
