//! `payments listen`: receives callbacks of all providers on this machine; checks, prints, stores
//! and forwards them.

mod desk;
mod ending;
mod heard;
mod target;

use std::{net::IpAddr, sync::Arc, time::Instant};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderMap, StatusCode},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::post,
};
use chrono::{DateTime, SecondsFormat, Utc};
use clap::Args;
use payments::{Hint, Name, News, Received, capabilities::CallbackProof, printable};
use payments_axum::{Rejection, Server};
use payments_server::LocalOnly;
use tokio::{net::TcpListener, sync::watch};

use self::{
    desk::{Asks, Delivery, Desk},
    heard::{Heard, Standing},
    target::Wanted,
};
use crate::{
    callbacks::{Answered, Application, Check, HOPS, Store, StoreArguments, Stored, Told},
    failure::Failure,
    output::{Output, json_line, styled, talk},
    signing,
};

/// What its help ends with.
pub(crate) fn after_help() -> String {
    signing::checked_with()
        + "\n
A hint proves nothing: what it claims is printed with a question mark. It is confirmed by asking the sandbox, or the real \
host where the keys of the environment are set; what is not confirmed is answered 503, unless an application answers.

What arrives is stored with all headers, tokens and signatures too, and with what the body says of people, so that it can be \
replayed. The file is for its owner only: keep it out of version control, and delete it when you are done. It holds 10,000 \
callbacks and 64 MiB at most: beyond that, the oldest go.

It takes requests of this machine's programs: one with another Host, with an Origin, or with a Sec-Fetch-Site that a web page has \
caused, is refused. A tunnel's name is allowed with --host.

Times are Jakarta's."
}

#[derive(Args, Debug)]
pub(crate) struct ListenArguments {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 4020)]
    pub(crate) port: u16,
    /// The address to listen at: by default nobody but this machine can reach it
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub(crate) bind: IpAddr,
    /// One more name by which it is addressed, such as a tunnel's; without a port
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Vec<String>,
    /// Only callbacks of a provider; may be repeated
    #[arg(long, value_parser = crate::providers::parser())]
    pub(crate) provider: Vec<Name>,
    /// Send each on to the application, bytes and headers as they came, and answer with its status;
    /// {provider} stands for the name
    #[arg(long, value_name = "URL")]
    pub(crate) forward_to: Option<String>,
    /// Ask a running sandbox about hints, such as http://127.0.0.1:4010
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
    #[command(flatten)]
    pub(crate) store: StoreArguments,
}

/// One that sends on to another one is enough for anybody.
const MOST_HOPS: u32 = 3;

/// What all desks share.
struct Hall {
    store: Store,
    output: Output,
}

/// One provider's desk, and the application behind it.
struct Counter {
    desk: Desk,
    application: Option<Application>,
    hall: Arc<Hall>,
}

pub(crate) async fn run(arguments: ListenArguments, output: &Output) -> Result<(), Failure> {
    let wanted = target::wanted(&arguments)?;
    let failed = |error| {
        Failure::failed(format!("port {} cannot be taken", arguments.port))
            .caused_by(error)
            .advise("choose another one with --port, or 0 for a free one")
    };
    let place = (arguments.bind, arguments.port);
    let listener = TcpListener::bind(place).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    target::lead_elsewhere(&wanted, address)?;
    let hall = Arc::new(Hall {
        store: Store::open(&arguments.store.store)?,
        output: *output,
    });
    let counters = counters(wanted, arguments.sandbox.as_deref(), &hall)?;
    let url = format!("http://{address}");
    for counter in &counters {
        talk(&greeting(counter, &url));
    }
    talk(&format!(
        "stored in {}; end with Ctrl-C",
        arguments.store.store.display()
    ));
    let (told, ended) = watch::channel(false);
    let local = arguments
        .host
        .iter()
        .fold(LocalOnly::new(address), LocalOnly::name);
    let app = router(counters).layer(from_fn_with_state(Arc::new(local), admit));
    let served = Server::new().grace(ending::GRACE);
    tokio::select! {
        () = served.serve(listener, app, ending::first(told)) => {}
        () = ending::second(ended) => {}
    }
    Ok(())
}

/// Passes on what a program has sent, and refuses what a web page made a browser send.
async fn admit(State(local): State<Arc<LocalOnly>>, request: Request, next: Next) -> Response {
    match local.refuses(request.headers()) {
        None => next.run(request).await,
        Some(why) => {
            let (method, path) = (request.method(), printable::line(request.uri().path()));
            talk(&format!(
                "{method} {path}: refused: {why}; --host allows a name, such as a tunnel's"
            ));
            StatusCode::FORBIDDEN.into_response()
        }
    }
}

fn counters(
    wanted: Vec<Wanted>,
    sandbox: Option<&str>,
    hall: &Arc<Hall>,
) -> Result<Vec<Counter>, Failure> {
    let wanted = wanted.into_iter();
    wanted
        .map(|Wanted { name, application }| {
            Ok(Counter {
                desk: Desk::open(name, sandbox)?,
                application,
                hall: Arc::clone(hall),
            })
        })
        .collect()
}

/// Where a provider's callbacks are taken.
fn greeting(counter: &Counter, url: &str) -> String {
    let name = counter.desk.name;
    let hints = match (name.capabilities().callback_proof, counter.desk.asks) {
        (CallbackProof::None, Asks::Sandbox) => "  hints, confirmed by the sandbox",
        (CallbackProof::None, Asks::RealHost) => "  hints, confirmed by the real host",
        (CallbackProof::None, Asks::Nobody) => "  hints, and nobody to ask: see --sandbox",
        _ => "",
    };
    let address = format!("{url}/{name}");
    format!("{:<11} {address:<32}{hints}", name.as_str())
        .trim_end()
        .to_owned()
}

fn router(counters: Vec<Counter>) -> Router {
    let router = Router::new().fallback(nobody);
    counters.into_iter().fold(router, |router, counter| {
        let path = format!("/{}", counter.desk.name);
        router.route(
            &path,
            post(take)
                .fallback(not_posted)
                .with_state(Arc::new(counter)),
        )
    })
}

async fn nobody(request: Request) -> StatusCode {
    let (method, path) = (request.method(), printable::line(request.uri().path()));
    talk(&format!(
        "{method} {path}: nobody is there; callbacks go to /<provider>"
    ));
    StatusCode::NOT_FOUND
}

async fn not_posted(request: Request) -> StatusCode {
    let (method, path) = (request.method(), printable::line(request.uri().path()));
    talk(&format!("{method} {path}: callbacks are posted"));
    StatusCode::METHOD_NOT_ALLOWED
}

/// How often it was sent on before it came here.
fn hops(headers: &HeaderMap) -> u32 {
    let hops = headers.get(HOPS).and_then(|hops| hops.to_str().ok());
    hops.and_then(|hops| hops.parse().ok()).unwrap_or_default()
}

async fn take(State(counter): State<Arc<Counter>>, request: Request) -> Response {
    let (at, began) = (Utc::now(), Instant::now());
    if hops(request.headers()) >= MOST_HOPS {
        let name = counter.desk.name;
        talk(&format!(
            "{name}: sent on {MOST_HOPS} times already: --forward-to leads in a circle"
        ));
        return StatusCode::LOOP_DETECTED.into_response();
    }
    let delivery = counter.desk.receive(request).await;
    // On its own: a provider that gives up must not end what was begun.
    let heard = tokio::spawn(async move {
        let (mut heard, answer) = counter.hear(at, delivery).await;
        heard.took = began.elapsed();
        counter.hall.tell(&heard);
        answer
    });
    heard
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

impl Counter {
    /// Stores a delivery, sends it on, asks about it if it is a hint, and finds the answer for the
    /// provider.
    async fn hear(&self, at: DateTime<Utc>, delivery: Delivery) -> (Heard, Response) {
        let number = match self.store(at, &delivery) {
            Ok(number) => number,
            Err(failure) => {
                self.hall.output.failure(&failure);
                let reason = "it cannot be stored".to_owned();
                let status = StatusCode::SERVICE_UNAVAILABLE;
                let heard = self.heard(at, None, Standing::Refused(reason), status, None);
                return (heard, status.into_response());
            }
        };
        let Delivery {
            headers,
            body,
            received,
        } = delivery;
        let received = match received {
            Ok(received) => received,
            Err(rejection) => return self.refuse(at, number, rejection),
        };
        let claimed = Told::claimed(self.desk.name, &body);
        let forwarded = async {
            match &self.application {
                Some(application) => Some(
                    application
                        .forward(&headers, hops(&headers) + 1, body)
                        .await,
                ),
                None => None,
            }
        };
        let (standing, forwarded) = tokio::join!(self.standing(received, claimed), forwarded);
        let status = match &forwarded {
            Some(Answered {
                status: Ok(status), ..
            }) => StatusCode::from_u16(*status).unwrap_or(StatusCode::BAD_GATEWAY),
            Some(Answered { status: Err(_), .. }) => StatusCode::BAD_GATEWAY,
            None if matches!(standing, Standing::Unconfirmed(..)) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            None => StatusCode::OK,
        };
        let heard = self.heard(at, number, standing, status, forwarded);
        (heard, status.into_response())
    }

    fn refuse(
        &self,
        at: DateTime<Utc>,
        number: Option<usize>,
        rejection: Rejection,
    ) -> (Heard, Response) {
        let standing = Standing::Refused(rejection.to_string());
        let heard = self.heard(at, number, standing, rejection.status(), None);
        (heard, rejection.into_response())
    }

    fn heard(
        &self,
        at: DateTime<Utc>,
        number: Option<usize>,
        standing: Standing,
        answer: StatusCode,
        forwarded: Option<Answered>,
    ) -> Heard {
        Heard {
            at,
            provider: self.desk.name,
            number,
            standing,
            answer: answer.as_u16(),
            forwarded,
            took: Default::default(),
        }
    }

    /// What did not arrive whole is not kept: nothing can be done with it.
    fn store(&self, at: DateTime<Utc>, delivery: &Delivery) -> Result<Option<usize>, Failure> {
        let (check, reason) = match &delivery.received {
            Err(Rejection::TooLarge(_) | Rejection::Interrupted) => return Ok(None),
            Err(rejection) => (Check::Refused, Some(rejection.to_string())),
            Ok(Received::Verified(_) | Received::Ping) => (Check::Verified, None),
            Ok(_) => (Check::Hint, None),
        };
        let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let (headers, body) = (&delivery.headers, &delivery.body);
        let stored = Stored::new(at, self.desk.name, check, reason, headers, body);
        self.hall.store.add(&stored).map(Some)
    }

    async fn standing(&self, received: Received, claimed: Option<Told>) -> Standing {
        let of = |news: &News| Told::of(news);
        let claimed = |hint: &Hint| claimed.unwrap_or_else(|| Told::nothing_of(hint.reference()));
        match received {
            Received::Verified(event) => {
                let event = event.into_inner();
                Standing::Verified(of(&event.news), event.key)
            }
            Received::Hint(hint) => match self.desk.confirm(&hint).await {
                None => Standing::Hint(claimed(&hint)),
                Some(Ok(event)) => Standing::Confirmed(of(&event.news)),
                Some(Err(Rejection::NotConfirmed(error))) => {
                    Standing::Unconfirmed(claimed(&hint), error.to_string())
                }
                Some(Err(rejection)) => {
                    Standing::Unconfirmed(claimed(&hint), rejection.to_string())
                }
            },
            Received::Unmodelled(message) => Standing::Hint(Told::of(&News::Unmodelled(message))),
            Received::Ping => Standing::Ping,
            _ => Standing::Refused("it is neither news nor a hint".to_owned()),
        }
    }
}

impl Hall {
    fn tell(&self, heard: &Heard) {
        let told = match self.output.is_json() {
            true => json_line(&heard.json()),
            false => styled(&heard.line()),
        };
        // It is stored and answered, whoever reads of it.
        if let Err(failure) = told
            && !failure.is_no_failure()
        {
            self.output.failure(&failure);
        }
    }
}
