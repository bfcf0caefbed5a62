//! `GET events`: streams the story as server-sent events.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::Body,
    http::{HeaderValue, Response, header},
};
use hyper::body::{Body as HttpBody, Bytes, Frame};
use tokio::{
    sync::{mpsc, watch},
    time,
};

use crate::{
    reply::Reply,
    shared::{Shared, end},
    telling,
};

/// How many may follow at once: each holds a connection.
const MOST: usize = 32;

/// What happens within that time comes as one event.
const GATHER: Duration = Duration::from_millis(50);

/// A word now and then, so that a connection that is gone is noticed.
const STILL_THERE: Duration = Duration::from_secs(15);

/// The stream, from the entry after `after` on; from the oldest that is kept without it.
pub(crate) fn follow(
    shared: &Arc<Shared>,
    stopped: &watch::Receiver<bool>,
    after: Option<&str>,
) -> Response<Body> {
    if shared.news.receiver_count() >= MOST {
        let message = format!("{MOST} follow the events already");
        return Reply::sandbox_error(503, message)
            .into_sent()
            .into_response();
    }
    let seen = after.and_then(|number| number.parse().ok()).unwrap_or(0);
    let (sender, receiver) = mpsc::channel(1);
    let news = shared.news.subscribe();
    let (shared, stopped) = (Arc::clone(shared), stopped.clone());
    tokio::spawn(async move {
        tokio::select! {
            () = tell(&shared, news, seen, &sender) => {}
            () = sender.closed() => {}
            () = end(stopped) => {}
        }
    });
    let mut response = Response::new(Body::new(Events(receiver)));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/event-stream"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn tell(
    shared: &Shared,
    mut news: watch::Receiver<u64>,
    mut seen: u64,
    sender: &mpsc::Sender<Bytes>,
) {
    // The first event tells that the stream stands, whether there is anything or not.
    let mut is_new = true;
    loop {
        let text = if is_new {
            let told = {
                let world = shared.world();
                let told = telling::after(&world, seen);
                seen = world.story.newest();
                told
            };
            format!("id: {seen}\ndata: {told}\n\n")
        } else {
            ": still there\n\n".to_owned()
        };
        if sender.send(text.into()).await.is_err() {
            return;
        }
        is_new = match time::timeout(STILL_THERE, news.changed()).await {
            Ok(Ok(())) => true,
            Ok(Err(_)) => return,
            Err(_) => false,
        };
        time::sleep(GATHER).await;
    }
}

struct Events(mpsc::Receiver<Bytes>);

impl HttpBody for Events {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        self.0
            .poll_recv(context)
            .map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }
}
