//! The shop: this test program again, in a process of its own, told by an environment variable
//! where its journal and its provider are.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    ffi::OsString,
    io::{self, BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    routing::get,
};
use payments::{
    Customer, Method, Money, Name, PaymentRequest, Settings,
    instamoney::{ApiVersion, Config, Instamoney},
};
use payments_axum::{Intake, Runner};
use payments_journal::{Change, Executed, Journal, Options, Providers};
use serde::{Deserialize, Serialize};
use tokio::{net::TcpListener, time::sleep};

use crate::provider::{self, RUPIAH};

const TASK: &str = "PAYMENTS_OUTSIDE_TASK";

/// How long the handler of a good change takes.
const WORK: Duration = Duration::from_millis(100);

/// What a shop is told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Task {
    pub(crate) journal: String,
    pub(crate) provider: String,
    pub(crate) runner_lease: Duration,
}

impl Task {
    pub(crate) fn new(journal: String) -> Self {
        Self {
            journal,
            // Nobody is there.
            provider: "http://127.0.0.1:1".into(),
            runner_lease: Duration::from_secs(1),
        }
    }

    pub(crate) fn provider(mut self, url: String) -> Self {
        self.provider = url;
        self
    }
}

/// What became of the changes, by reference.
#[derive(Debug, Default)]
struct Handled {
    tried: BTreeSet<String>,
    done: BTreeMap<String, u32>,
}

#[derive(Clone)]
struct Shop {
    journal: Journal,
    instamoney: Arc<Instamoney>,
    handled: Arc<Mutex<Handled>>,
}

/// What the other process runs; in the test run itself it has nothing to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_process_is_the_shop() {
    let Ok(task) = env::var(TASK) else {
        return;
    };
    let task: Task = serde_json::from_str(&task).unwrap();
    let config = Config::new("xnd_development_key").unwrap();
    let config = config
        .base_url(&task.provider)
        .unwrap()
        .callback_tokens(["sandbox-callback-token"])
        .unwrap()
        // Paid in the answer.
        .version(ApiVersion::X20190204);
    let shop = Shop {
        // So that a worker can send again, too.
        journal: Journal::open_with(&task.journal, Options::new().keep_requests())
            .await
            .unwrap(),
        instamoney: Arc::new(Instamoney::new(config).unwrap()),
        handled: Arc::default(),
    };
    let intake = Intake::journal(shop.journal.clone());
    let callbacks = intake.route(Arc::<Instamoney>::clone(&shop.instamoney));
    let ciputra = Settings::new()
        .set(
            "ciputra_base_url",
            task.provider.replace("instamoney", "ciputra"),
        )
        .set("ciputra_api_key", "key")
        .set("ciputra_api_secret", "secret");
    let hints = intake.route(Name::Ciputra.client(&ciputra).unwrap().callbacks);
    let app = Router::new()
        .route("/callbacks/ciputra", hints)
        .route("/callbacks/instamoney", callbacks)
        .route("/buy/{reference}", get(buy))
        .route("/handled/", get(count_all))
        .route("/handled/{what}", get(count_handled))
        .route("/tried/{what}", get(count_tried))
        .with_state(shop.clone());
    tokio::spawn(work(shop.clone()));
    tokio::spawn(run(shop, task.runner_lease));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("\nport {}", listener.local_addr().unwrap().port());
    payments_axum::serve(listener, app, std::future::pending()).await;
}

async fn work(shop: Shop) {
    let payments = Arc::<Instamoney>::clone(&shop.instamoney);
    let providers = Providers::new().payments(payments);
    let ended = shop.journal.recover(&providers, std::future::pending());
    eprintln!("the workers ended: {:?}", ended.await);
}

async fn run(shop: Shop, lease: Duration) {
    let runner = Runner::new(shop.journal.clone()).lease(lease);
    let handler = move |change: Change| {
        let handled = Arc::clone(&shop.handled);
        async move { handle(&handled, change.reference.as_str()).await }
    };
    let ended = runner.run(handler, std::future::pending());
    eprintln!("the runner ended: {:?}", ended.await);
}

/// What is bad says so by its name.
async fn handle(handled: &Mutex<Handled>, reference: &str) -> io::Result<()> {
    handled.lock().unwrap().tried.insert(reference.to_owned());
    if reference.starts_with("fails-") {
        return Err(io::Error::other("not this one"));
    }
    if reference.starts_with("hangs-") {
        std::future::pending::<()>().await;
    }
    sleep(WORK).await;
    let mut handled = handled.lock().unwrap();
    *handled.done.entry(reference.to_owned()).or_default() += 1;
    Ok(())
}

/// A customer pays; 200 means that the customer was told so.
async fn buy(State(shop): State<Shop>, Path(reference): Path<String>) -> (StatusCode, String) {
    let reference = reference.parse().unwrap();
    let request = PaymentRequest::new(reference, Money::idr(u64::from(RUPIAH)), Method::OVO)
        .customer(Customer::default().phone("08123123123"));
    match shop.journal.execute(&*shop.instamoney, &request).await {
        Ok(Executed::Answered(payment)) => (StatusCode::OK, payment.status.to_string()),
        Ok(other) => (StatusCode::ACCEPTED, format!("{other:?}")),
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, error.to_string()),
    }
}

async fn count_all(State(shop): State<Shop>) -> String {
    shop.handled.lock().unwrap().done.len().to_string()
}

async fn count_handled(State(shop): State<Shop>, Path(what): Path<String>) -> String {
    let handled = shop.handled.lock().unwrap();
    let done = handled.done.keys();
    done.filter(|name| name.starts_with(&what))
        .count()
        .to_string()
}

async fn count_tried(State(shop): State<Shop>, Path(what): Path<String>) -> String {
    let handled = shop.handled.lock().unwrap();
    let tried = handled.tried.iter();
    tried
        .filter(|name| name.starts_with(&what))
        .count()
        .to_string()
}

/// A shop's process, killed when it is dropped.
pub(crate) struct Process {
    child: Child,
    pub(crate) port: u16,
}

impl Process {
    /// Starts it, and waits until it listens.
    pub(crate) async fn open(task: &Task) -> Self {
        Self::open_with(task, &[]).await.expect("the shop opens")
    }

    /// In another environment. `None`: it ended before it listened.
    pub(crate) async fn open_with(task: &Task, environment: &[(&str, OsString)]) -> Option<Self> {
        let mut command = Command::new(env::current_exe().unwrap());
        command
            .args(["--exact", "shop::another_process_is_the_shop"])
            .args(["--nocapture", "--test-threads=1", "--quiet"])
            .env(TASK, serde_json::to_string(task).unwrap())
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped());
        let open = move || {
            let mut child = command.spawn().unwrap();
            let lines = BufReader::new(child.stdout.take().unwrap()).lines();
            let mut said = lines.map_while(Result::ok);
            let port = said.find_map(|line| line.strip_prefix("port ")?.parse().ok());
            let Some(port) = port else {
                let _ = child.wait();
                return None;
            };
            Some(Self { child, port })
        };
        tokio::task::spawn_blocking(open).await.unwrap()
    }

    /// SIGKILL: nothing in it runs any more.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Whether it still runs.
    pub(crate) fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// How many changes were `handled` or `tried` whose reference begins so.
    pub(crate) async fn count(&self, how: &str, prefix: &str) -> usize {
        let patience = Duration::from_secs(10);
        let (_, said) = provider::get(self.port, &format!("/{how}/{prefix}"), patience).await;
        said.parse().unwrap_or_default()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
