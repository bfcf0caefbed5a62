//! The listener: bytes in, the world's answer out.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::{
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request, State},
    handler::Handler,
    http::{HeaderMap, Method, Response},
};
use serde_json::Value;
use tokio::{
    net::TcpListener,
    sync::{Notify, watch},
    task::JoinHandle,
};

use crate::{
    connection::{BreakableListener, Switch},
    delivery,
    reply::{Answer, Reply},
    request,
    settings::Settings,
    world::World,
};

/// Far above any body of the providers.
const LARGEST_BODY: usize = 1 << 20;

/// How long a request in progress may hold up the end.
const PATIENCE: Duration = Duration::from_secs(1);

/// What the tasks of one sandbox have in common.
#[derive(Debug)]
pub(crate) struct Shared {
    world: Mutex<World>,
    /// Something may have become due.
    pub(crate) wake: Notify,
}

impl Shared {
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        // A panic while locked is a bug in the sandbox; the other requests need not suffer for it.
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request, and wakes whoever waits for the next event if that is another one now. The control API may also have moved the clock.
    fn handle(&self, request: &request::Request) -> Answer {
        let mut world = self.world();
        let next = world.next_event();
        let answer = world.handle(request);
        let steers = request.path().first() == Some(&"_sandbox");
        let wakes = steers || world.next_event() != next;
        drop(world);
        if wakes {
            self.wake.notify_one();
        }
        answer
    }
}

/// A running sandbox; dropping it stops it.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// use payments_sandbox::{Sandbox, Settings};
///
/// let sandbox = Sandbox::start(Settings::new()).await?;
/// println!("Instamoney lives at {}/instamoney", sandbox.url());
/// sandbox.shutdown().await;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: watch::Sender<bool>,
    tasks: [JoinHandle<()>; 2],
}

impl Sandbox {
    /// Listens on 127.0.0.1 and serves until it is stopped or dropped; needs a Tokio runtime.
    ///
    /// # Errors
    /// When the port cannot be taken.
    pub async fn start(settings: Settings) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.port)).await?;
        let address = listener.local_addr()?;
        let world = World::new(settings, format!("http://{address}"));
        let shared = Arc::new(Shared {
            world: Mutex::new(world),
            wake: Notify::new(),
        });
        let (stop, stopped) = watch::channel(false);
        let tasks = [
            tokio::spawn(serve(listener, Arc::clone(&shared), stopped.clone())),
            tokio::spawn(delivery::run(Arc::clone(&shared), stopped)),
        ];
        Ok(Self {
            address,
            shared,
            stop,
            tasks,
        })
    }

    /// `http://127.0.0.1:{port}`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The control API from within this process: `control("POST", "clock/advance", &json!({"seconds": 60}))`.
    ///
    /// # Errors
    /// What the control API refuses, in its own words.
    pub fn control(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let unusable = |error: &dyn std::fmt::Display| format!("{method} {path}: {error}");
        let method = Method::from_bytes(method.as_bytes()).map_err(|error| unusable(&error))?;
        let uri = format!("/_sandbox/{path}")
            .parse()
            .map_err(|error| unusable(&error))?;
        let body = body.to_string().into();
        let request = request::Request::new(method, &uri, HeaderMap::new(), body);
        let answer = self.shared.handle(&request);
        answer.reply.map_or(Ok(Value::Null), Reply::into_json)
    }

    /// Stops listening and waits, a second at most, for requests in progress.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        for task in self.tasks {
            let abort = task.abort_handle();
            if tokio::time::timeout(PATIENCE, task).await.is_err() {
                abort.abort();
            }
        }
    }
}

/// Ends when the sandbox is stopped, and also when it was dropped.
pub(crate) async fn end(mut stopped: watch::Receiver<bool>) {
    // An error means that the sender is gone: dropped.
    let _dropped = stopped.wait_for(|stopped| *stopped).await;
}

#[derive(Clone)]
struct Desk {
    shared: Arc<Shared>,
    stopped: watch::Receiver<bool>,
}

async fn serve(listener: TcpListener, shared: Arc<Shared>, stopped: watch::Receiver<bool>) {
    let desk = Desk {
        shared,
        stopped: stopped.clone(),
    };
    // Without a router: every path is the world's affair.
    let service = answer
        .with_state(desk)
        .into_make_service_with_connect_info::<Switch>();
    // Accepting never fails for good, so there is no error to report.
    let _endless = axum::serve(BreakableListener(listener), service)
        .with_graceful_shutdown(end(stopped))
        .await;
}

async fn answer(
    State(desk): State<Desk>,
    ConnectInfo(switch): ConnectInfo<Switch>,
    request: Request,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        let message = "the body is larger than 1 MiB, or ended early";
        return Reply::sandbox_error(413, message).into_response();
    };
    let request = request::Request::new(parts.method, &parts.uri, parts.headers, body);
    let answer = desk.shared.handle(&request);
    if !answer.delay.is_zero() {
        tokio::select! {
            () = tokio::time::sleep(answer.delay) => {}
            () = end(desk.stopped) => {}
        }
    }
    match answer.reply {
        Some(reply) => reply.into_response(),
        None => {
            switch.break_connection();
            Response::new(Body::empty())
        }
    }
}
