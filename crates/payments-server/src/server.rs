//! Accepting connections, serving them, and ending.

use std::{
    convert::Infallible,
    future::Future,
    pin::{Pin, pin},
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    BoxError,
    body::{Body, Bytes},
    extract::{ConnectInfo, Request},
    response::Response,
    serve::Listener,
};
use http_body::{Body as HttpBody, Frame, SizeHint};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{Instant, sleep_until, timeout},
};
use tower::{Service, ServiceExt};

use crate::room::{Exchange, Room, Seat};

/// The read buffer of a connection, which limits the head.
const LARGEST_HEAD: usize = 64 << 10;

/// How long a request that has begun to arrive may take after `stop`.
const LAST_MOMENT: Duration = Duration::from_secs(1);

/// A server with bounds on its connections. The defaults suit a shop that receives callbacks.
#[derive(Clone, Debug)]
#[must_use]
pub struct Server {
    connections: usize,
    head_within: Duration,
    grace: Duration,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            connections: 512,
            head_within: Duration::from_secs(15),
            grace: Duration::from_secs(10),
        }
    }
}

/// Serves with the default bounds until `stop` is ready; see [`Server::serve`].
pub async fn serve<L, S, B>(listener: L, app: S, stop: impl Future<Output = ()>)
where
    L: Listener,
    L::Addr: Clone + Sync + 'static,
    S: Service<Request, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    Server::new().serve(listener, app, stop).await;
}

impl Server {
    /// Makes a server with the default bounds.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how many connections are served at once, at least one; 512 by default. When all places
    /// are taken, a new connection replaces the one that has waited longest without a whole
    /// request; if all are being answered, it waits.
    pub fn connections(mut self, most: usize) -> Self {
        self.connections = most;
        self
    }

    /// Sets how long a connection may take for the head of its next request, including idle time;
    /// 15 s by default.
    pub fn head_within(mut self, time: Duration) -> Self {
        self.head_within = time;
        self
    }

    /// Sets how long requests that arrived whole may take to be answered after `stop`; 10 s by
    /// default.
    pub fn grace(mut self, time: Duration) -> Self {
        self.grace = time;
        self
    }

    /// Serves until `stop` is ready. Then nothing more is accepted, requests that arrived whole are
    /// answered within the grace time, and all others are closed within a second. Handlers get the
    /// client's address as [`ConnectInfo`].
    ///
    /// Dropping the future closes every connection at once.
    pub async fn serve<L, S, B>(self, listener: L, app: S, stop: impl Future<Output = ()>)
    where
        L: Listener,
        L::Addr: Clone + Sync + 'static,
        S: Service<Request, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
        S::Future: Send,
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        self.serve_each(listener, |_| app.clone(), stop).await;
    }

    /// Like [`serve`](Self::serve), with an application made for each connection.
    pub async fn serve_each<L, S, B>(
        self,
        mut listener: L,
        mut app: impl FnMut(&L::Io) -> S,
        stop: impl Future<Output = ()>,
    ) where
        L: Listener,
        L::Addr: Clone + Sync + 'static,
        S: Service<Request, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
        S::Future: Send,
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let room = Room::new(self.connections);
        let (ending, ends) = watch::channel(false);
        let mut connections = JoinSet::new();
        let accepting = async {
            loop {
                let (io, address) = listener.accept().await;
                let seat = room.enter().await;
                let service = app(&io);
                let connection = self.connection(io, address, service, seat, ends.clone());
                connections.spawn(connection);
                while connections.try_join_next().is_some() {}
            }
        };
        tokio::select! {
            biased;
            () = stop => {}
            () = accepting => {}
        }
        // Nobody can connect any more.
        drop(listener);
        ending.send_replace(true);
        let ended = async { while connections.join_next().await.is_some() {} };
        // Connections that are still open then are closed when the set is dropped.
        let _cut = timeout(self.grace, ended).await;
    }

    fn connection<I, A, S, B>(
        &self,
        io: I,
        address: A,
        app: S,
        seat: Seat,
        mut ends: watch::Receiver<bool>,
    ) -> impl Future<Output = ()> + Send + 'static
    where
        I: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
        A: Clone + Send + Sync + 'static,
        S: Service<Request, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
        S::Future: Send,
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let mut builder = http1::Builder::new();
        builder
            .timer(TokioTimer::new())
            .header_read_timeout(self.head_within)
            .max_buf_size(LARGEST_HEAD);
        async move {
            let seat = &seat;
            let service = service_fn(move |request| {
                answer(app.clone(), request, seat.begin(), address.clone())
            });
            let mut connection = pin!(builder.serve_connection(TokioIo::new(io), service));
            tokio::select! {
                biased;
                // An error of a connection concerns only its client.
                _ = connection.as_mut() => return,
                () = seat.must_leave() => return,
                _ = ends.wait_for(|ends| *ends) => connection.as_mut().graceful_shutdown(),
            }
            let last_moment = Instant::now() + LAST_MOMENT;
            tokio::select! {
                biased;
                _ = connection.as_mut() => return,
                () = sleep_until(last_moment) => {}
            }
            if seat.is_answering() {
                let _ = connection.await;
            }
        }
    }
}

async fn answer<A, S, B>(
    app: S,
    mut request: hyper::Request<Incoming>,
    exchange: Exchange,
    address: A,
) -> Result<Response<Written<B>>, Infallible>
where
    A: Clone + Send + Sync + 'static,
    S: Service<Request, Response = Response<B>, Error = Infallible>,
{
    // Made first: dropping the answer, or this future before there is one, ends the exchange.
    let over = Over(exchange.clone());
    request.extensions_mut().insert(ConnectInfo(address));
    request.extensions_mut().insert(exchange.clone());
    let request = request.map(|body| Body::new(Read::new(body, exchange)));
    let response = app.oneshot(request).await?;
    Ok(response.map(|body| Written {
        body: Box::pin(body),
        _over: over,
    }))
}

/// The body of a request, which signals when it has arrived whole.
struct Read {
    body: Incoming,
    exchange: Exchange,
}

impl Read {
    fn new(body: Incoming, exchange: Exchange) -> Self {
        if body.is_end_stream() {
            exchange.is_whole();
        }
        Self { body, exchange }
    }
}

impl HttpBody for Read {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        let whole = match &frame {
            Some(Ok(_)) => self.body.is_end_stream(),
            Some(Err(_)) => false,
            None => true,
        };
        if whole {
            self.exchange.is_whole();
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of an answer; when it is dropped, the exchange is over.
struct Written<B> {
    body: Pin<Box<B>>,
    _over: Over,
}

struct Over(Exchange);

impl Drop for Over {
    fn drop(&mut self) {
        self.0.is_over();
    }
}

impl<B: HttpBody> HttpBody for Written<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        self.body.as_mut().poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
