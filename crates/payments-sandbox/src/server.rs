//! The listener, which passes requests to the world and sends its answers.

use std::{
    io,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::{Arc, MutexGuard},
    time::Duration,
};

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, Method, Response},
};
use payments_server::Server;
use serde_json::Value;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle, time::timeout};
use tower::service_fn;

use crate::{
    connection::{BreakableListener, Connection, Switch},
    delivery, events,
    gate::Gate,
    reply::Reply,
    request, scene,
    settings::Settings,
    shared::{Shared, end},
    world::World,
};

/// Far above any body of the providers.
const LARGEST_BODY: usize = 1 << 20;

/// How long a body may take to arrive.
const BODY_WITHIN: Duration = Duration::from_secs(10);

/// How long a running request may delay the shutdown.
const PATIENCE: Duration = Duration::from_secs(1);

/// The providers without a port: only this process can call them, but callbacks are posted.
///
/// For programs that only need something composed or signed. Dropping it ends it.
#[derive(Debug)]
pub struct InProcess {
    shared: Arc<Shared>,
    stop: watch::Sender<bool>,
    delivery: JoinHandle<()>,
}

impl InProcess {
    /// Starts; needs a Tokio runtime. The settings' port is ignored.
    #[must_use]
    pub fn start(settings: Settings) -> Self {
        // Where pages would be; nobody is there.
        Self::at(settings, "http://127.0.0.1:9".to_owned())
    }

    fn at(settings: Settings, url: String) -> Self {
        let shared = Arc::new(Shared::new(World::new(settings, url)));
        let (stop, stopped) = watch::channel(false);
        let delivery = tokio::spawn(delivery::run(Arc::clone(&shared), stopped));
        Self {
            shared,
            stop,
            delivery,
        }
    }

    /// The control API: `control("POST", "clock/advance", &json!({"seconds": 60}))`. It requires no
    /// token.
    ///
    /// # Errors
    /// The control API's refusal, in its own words.
    pub fn control(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let unusable = |error: &dyn std::fmt::Display| format!("{method} {path}: {error}");
        let method = Method::from_bytes(method.as_bytes()).map_err(|error| unusable(&error))?;
        let uri = format!("/_sandbox/{path}")
            .parse()
            .map_err(|error| unusable(&error))?;
        let body = body.to_string().into();
        let request = request::Request::new(method, &uri, HeaderMap::new(), body);
        let Some(sent) = self.shared.serve(&request).reply else {
            return Ok(Value::Null);
        };
        let body: Value = serde_json::from_slice(&sent.body).unwrap_or_default();
        match (sent.status < 300, body.get("error").and_then(Value::as_str)) {
            (true, _) => Ok(body),
            (false, Some(error)) => Err(error.to_owned()),
            (false, None) => Err(body.to_string()),
        }
    }

    /// What happened since the start or the last reset: the seed and every input, as a text that
    /// can be [played](Self::play). Keys are replaced by the sandbox's own, and personal data by
    /// substitutes of the same shape.
    ///
    /// # Errors
    /// If nothing is recorded, because no log is kept or because it has become too long.
    pub fn scene(&self) -> Result<String, String> {
        let scene = self.control("GET", "scene", &Value::Null)?;
        Ok(format!("{scene:#}\n"))
    }

    /// Forgets everything, and replays a scene: requests, steps of the clock, and the results of
    /// callbacks, which are not posted again.
    ///
    /// # Errors
    /// If it is not a scene, or if an answer differs from the recorded one, which may happen with
    /// another version of the sandbox.
    pub fn play(&self, scene: &str) -> Result<(), String> {
        let scene: Value = serde_json::from_str(scene).map_err(|error| error.to_string())?;
        let played = self.control("POST", "scene", &scene)?;
        match played.get("difference").and_then(Value::as_str) {
            Some(difference) => Err(difference.to_owned()),
            None => Ok(()),
        }
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
    inside: InProcess,
    listening: JoinHandle<()>,
}

impl Sandbox {
    /// Listens on 127.0.0.1, or where [`Settings::bind`] says, and serves until it is stopped or
    /// dropped; needs a Tokio runtime.
    ///
    /// # Errors
    /// When the port cannot be taken.
    pub async fn start(settings: Settings) -> io::Result<Self> {
        let listener = TcpListener::bind((settings.address, settings.port)).await?;
        let listens = listener.local_addr()?;
        let gate = Gate::new(&settings, listens);
        let address = reached_at(listens);
        let inside = InProcess::at(settings, format!("http://{address}"));
        let desk = Arc::new(Desk {
            gate,
            shared: Arc::clone(&inside.shared),
            stopped: inside.stop.subscribe(),
        });
        Ok(Self {
            address,
            inside,
            listening: tokio::spawn(serve(listener, desk)),
        })
    }

    /// `http://127.0.0.1:{port}`, or another address that it listens on, without a slash at the
    /// end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The control API from within this process, like [`InProcess::control`].
    ///
    /// # Errors
    /// The control API's refusal, in its own words.
    pub fn control(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        self.inside.control(method, path, body)
    }

    /// What happened, like [`InProcess::scene`].
    ///
    /// # Errors
    /// When nothing is recorded.
    pub fn scene(&self) -> Result<String, String> {
        self.inside.scene()
    }

    /// Replays a scene, like [`InProcess::play`].
    ///
    /// # Errors
    /// If it is not a scene, or if an answer differs from the recorded one.
    pub fn play(&self, scene: &str) -> Result<(), String> {
        self.inside.play(scene)
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.inside.shared.world()
    }

    /// Stops listening, and waits at most a second for running requests.
    pub async fn shutdown(self) {
        self.inside.stop.send_replace(true);
        for task in [self.listening, self.inside.delivery] {
            let abort = task.abort_handle();
            if timeout(PATIENCE, task).await.is_err() {
                abort.abort();
            }
        }
    }
}

/// Where this machine reaches what listens there: nobody can send to an unspecified address.
fn reached_at(listens: SocketAddr) -> SocketAddr {
    match listens.ip().is_unspecified() {
        true if listens.is_ipv6() => (Ipv6Addr::LOCALHOST, listens.port()).into(),
        true => (Ipv4Addr::LOCALHOST, listens.port()).into(),
        false => listens,
    }
}

struct Desk {
    gate: Gate,
    shared: Arc<Shared>,
    stopped: watch::Receiver<bool>,
}

async fn serve(listener: TcpListener, desk: Arc<Desk>) {
    let stop = end(desk.stopped.clone());
    // Without a router: every path is the world's affair.
    let service = |connection: &Connection| {
        let (desk, switch) = (Arc::clone(&desk), connection.switch());
        service_fn(move |request| {
            let (desk, switch) = (Arc::clone(&desk), switch.clone());
            async move { Ok(answer(&desk, &switch, request).await) }
        })
    };
    Server::new()
        .serve_each(BreakableListener(listener), service, stop)
        .await;
}

async fn answer(desk: &Desk, switch: &Switch, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let most = match parts.uri.path() {
        "/_sandbox/scene" => scene::LARGEST,
        _ => LARGEST_BODY,
    };
    let Ok(Ok(body)) = timeout(BODY_WITHIN, to_bytes(body, most)).await else {
        let mebibytes = most >> 20;
        let message =
            format!("the body is larger than {mebibytes} MiB, ended early, or took too long");
        return Reply::sandbox_error(413, message)
            .into_sent()
            .into_response();
    };
    let request = request::Request::new(parts.method, &parts.uri, parts.headers, body);
    let request = match desk.gate.admit(request) {
        Ok(request) => request,
        Err(reply) => return reply.into_sent().into_response(),
    };
    let steers = request.place() == Some("_sandbox");
    if steers && (request.method(), &*request.path_below_provider()) == ("GET", &["events"]) {
        return events::follow(&desk.shared, &desk.stopped, request.query("after"));
    }
    let answer = desk.shared.serve(&request);
    if !answer.delay.is_zero() || !answer.after.is_empty() {
        let wait = async {
            tokio::time::sleep(answer.delay).await;
            delivery::told(&desk.shared, &answer.after).await;
        };
        tokio::select! {
            () = wait => {}
            () = end(desk.stopped.clone()) => {}
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
