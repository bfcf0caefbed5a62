//! Posts callbacks when they are due and records the results.

use std::{sync::Arc, time::Duration};

use axum::http::{Method, Request, Uri, header};
use http_body_util::Full;
use hyper::{body::Bytes, client::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, sync::watch, time};

use crate::{
    outbox::Dispatch,
    shared::{Shared, end},
};

/// The provider takes a merchant that has not answered by then for unreachable.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest that an answer waits until the merchant was told.
const BEFORE_THE_ANSWER: Duration = Duration::from_secs(5);

/// How often that is looked at, at least.
const LOOK: Duration = Duration::from_millis(20);

/// Runs until the sandbox ends.
pub(crate) async fn run(shared: Arc<Shared>, stopped: watch::Receiver<bool>) {
    let ended = end(stopped.clone());
    tokio::pin!(ended);
    loop {
        let pause = post_due(&shared, &stopped);
        tokio::select! {
            () = &mut ended => return,
            () = shared.wake.notified() => {}
            () = sleep(pause) => {}
        }
    }
}

/// Starts what is due; answers how long to wait for the next, None when only the control API can
/// bring it.
fn post_due(shared: &Arc<Shared>, stopped: &watch::Receiver<bool>) -> Option<Duration> {
    let mut world = shared.world();
    let generation = world.generation;
    // Each on its own: a merchant that hangs must not hold up the others' callbacks.
    for dispatch in shared.take_due(&mut world) {
        tokio::spawn(deliver(
            Arc::clone(shared),
            stopped.clone(),
            dispatch,
            generation,
        ));
    }
    shared.spread(&world);
    if world.clock.is_manual() {
        return None;
    }
    let pause = world.next_event()? - world.now();
    Some(pause.to_std().unwrap_or_default())
}

async fn sleep(pause: Option<Duration>) {
    match pause {
        Some(pause) => time::sleep(pause).await,
        None => std::future::pending().await,
    }
}

async fn deliver(
    shared: Arc<Shared>,
    stopped: watch::Receiver<bool>,
    dispatch: Dispatch,
    generation: u64,
) {
    let id = dispatch.id;
    let result = tokio::select! {
        () = end(stopped) => return,
        posted = time::timeout(PATIENCE, post(dispatch)) => match posted {
            Ok(result) => result,
            Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs())),
        },
    };
    let mut world = shared.world();
    if world.generation == generation {
        shared.told(&mut world, id, result);
        shared.spread(&world);
        shared.wake.notify_one();
    }
}

/// Waits until the merchant was told by these callbacks, or for some seconds.
pub(crate) async fn told(shared: &Shared, callbacks: &[usize]) {
    if callbacks.is_empty() {
        return;
    }
    let mut news = shared.news.subscribe();
    let told = async {
        loop {
            let are_told = {
                let world = shared.world();
                callbacks.iter().all(|id| world.outbox.is_told(*id))
            };
            // Without a story nobody tells that it goes on.
            if are_told || matches!(time::timeout(LOOK, news.changed()).await, Ok(Err(_))) {
                return;
            }
        }
    };
    let _or_not = time::timeout(BEFORE_THE_ANSWER, told).await;
}

/// Posts to the target, without following redirects; the text of the error is for the control API.
async fn post(dispatch: Dispatch) -> Result<u16, String> {
    let host = dispatch.target.host().unwrap_or_default();
    let address = host
        .trim_start_matches('[')
        .trim_end_matches(']')
        .to_owned();
    let port = dispatch.target.port_u16().unwrap_or(80);
    let stream = TcpStream::connect((address, port))
        .await
        .map_err(|error| format!("could not connect: {error}"))?;
    let request = request(dispatch).map_err(|error| format!("not a valid request: {error}"))?;
    let failed = |error: hyper::Error| format!("no answer: {error}");
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(failed)?;
    // On its own task, and not in a race with the answer: a merchant may close right after
    // answering.
    tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(failed)?;
    Ok(answer.status().as_u16())
}

fn request(dispatch: Dispatch) -> Result<Request<Full<Bytes>>, axum::http::Error> {
    let authority = dispatch
        .target
        .authority()
        .map(|authority| authority.as_str());
    // User information in a URL is not part of the Host header.
    let host = authority.and_then(|authority| authority.rsplit('@').next());
    let path = dispatch
        .target
        .path_and_query()
        .map_or("/", |path| path.as_str());
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(path.parse::<Uri>()?)
        .header(header::HOST, host.unwrap_or_default())
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, "payments-sandbox");
    for (name, value) in dispatch.headers {
        request = request.header(name, value);
    }
    request.body(Full::new(Bytes::from(dispatch.body)))
}
