//! Receives callbacks while scenarios are played.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use tokio::{net::TcpListener, task::JoinHandle};

/// A callback as it arrived, with everything in it.
pub(crate) struct Arrived {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) answered: u16,
}

#[derive(Default)]
struct Inbox {
    arrived: Vec<Arrived>,
    /// How many have come in all.
    count: usize,
}

pub(crate) struct Receiver {
    pub(crate) address: SocketAddr,
    inbox: Arc<Mutex<Inbox>>,
    task: JoinHandle<()>,
}

impl Receiver {
    pub(crate) async fn start(address: SocketAddr) -> std::io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let inbox = Arc::new(Mutex::new(Inbox::default()));
        let app = Router::new()
            .fallback(receive)
            .with_state(Arc::clone(&inbox));
        let task = tokio::spawn(async move {
            // Ends only with the task.
            payments_server::serve(listener, app, std::future::pending()).await;
        });
        Ok(Self {
            address,
            inbox,
            task,
        })
    }

    /// What has come since the last time.
    pub(crate) fn take(&self) -> Vec<Arrived> {
        let mut inbox = self.inbox.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut inbox.arrived)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The first one is not accepted, so that a repeat can be seen.
async fn receive(
    State(inbox): State<Arc<Mutex<Inbox>>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let mut inbox = inbox.lock().unwrap_or_else(PoisonError::into_inner);
    let answer = match inbox.count {
        0 => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::OK,
    };
    inbox.count += 1;
    inbox.arrived.push(Arrived {
        headers,
        body,
        answered: answer.as_u16(),
    });
    answer
}
