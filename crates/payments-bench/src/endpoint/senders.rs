//! The provider's side: each callback is sent on a connection that stays, again and again until it
//! is acknowledged.

use std::{
    cell::{Cell, RefCell},
    net::SocketAddr,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use http_body_util::{BodyExt, Full};
use hyper::{
    Request,
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, time::sleep};

use super::orders::Callback;
use crate::Result;

/// What the senders have seen.
#[derive(Debug)]
pub struct Run {
    /// By number, in the order of the acknowledgements.
    pub acknowledged: Vec<usize>,
    /// How often something was in the way.
    pub failed: usize,
    /// From the first delivery of each to its acknowledgement, sorted.
    waited: Vec<Duration>,
    took: Duration,
}

impl Run {
    /// How many were acknowledged a second.
    pub fn rate(&self) -> f64 {
        self.acknowledged.len() as f64 / self.took.as_secs_f64()
    }

    /// After how many milliseconds a share of them was acknowledged.
    pub fn until(&self, share: f64) -> f64 {
        let place = (self.waited.len() as f64 * share) as usize;
        let waited = self.waited.get(place).or(self.waited.last());
        waited.map_or(0.0, |waited| waited.as_secs_f64() * 1000.0)
    }
}

/// Delivers all callbacks, so many at once, and tells of every acknowledgement.
pub async fn deliver(
    address: SocketAddr,
    callbacks: &[Callback],
    at_once: usize,
    acknowledged: impl FnMut(),
) -> Result<Run> {
    let (next, failed) = (Cell::new(0), Cell::new(0));
    let (seen, tell) = (RefCell::new(Vec::new()), RefCell::new(acknowledged));
    let begun = Instant::now();
    let sender = async || {
        let mut connection = None;
        loop {
            let number = next.replace(next.get() + 1);
            let Some(callback) = callbacks.get(number) else {
                break;
            };
            let first = Instant::now();
            while !send(&mut connection, address, callback).await {
                failed.set(failed.get() + 1);
                connection = None;
                sleep(Duration::from_millis(20)).await;
            }
            seen.borrow_mut().push((number, first.elapsed()));
            tell.borrow_mut()();
        }
    };
    join_all((0..at_once).map(|_| sender())).await;
    let took = begun.elapsed();
    let (acknowledged, mut waited): (Vec<_>, Vec<_>) = seen.into_inner().into_iter().unzip();
    waited.sort();
    Ok(Run {
        acknowledged,
        failed: failed.get(),
        waited,
        took,
    })
}

type Connection = Option<SendRequest<Full<Bytes>>>;

/// Whether it was acknowledged.
async fn send(connection: &mut Connection, address: SocketAddr, callback: &Callback) -> bool {
    if connection.is_none() {
        *connection = connect(address).await.ok();
    }
    let Some(open) = connection else {
        return false;
    };
    let request = Request::post("/callbacks/fazz")
        .header("host", "shop.example")
        .header("xfers-signature", &callback.signature)
        .header("content-type", "application/json")
        .body(Full::new(callback.body.clone().into()));
    let Ok(request) = request else {
        return false;
    };
    if open.ready().await.is_err() {
        return false;
    }
    let Ok(answer) = open.send_request(request).await else {
        return false;
    };
    let acknowledged = answer.status() == 200;
    acknowledged && answer.into_body().collect().await.is_ok()
}

async fn connect(address: SocketAddr) -> Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}
