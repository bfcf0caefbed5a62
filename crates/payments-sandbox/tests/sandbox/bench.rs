//! A running sandbox, a client for it, and a shop that receives its callbacks.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU16, AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use payments_provider::http::Timeouts;
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

pub(crate) struct Bench {
    pub(crate) sandbox: Sandbox,
    http: reqwest::Client,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
    /// As it came.
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    /// The names of the members, sorted.
    pub(crate) fn members(&self) -> Vec<&str> {
        members(&self.body)
    }

    /// HTTP status and Instamoney's error code.
    pub(crate) fn refusal(&self) -> (u16, &str) {
        (
            self.status,
            self.body["error_code"].as_str().unwrap_or("no error_code"),
        )
    }
}

pub(crate) fn members(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

/// 10:00 in Jakarta, far from any end of a day.
/// Every provider that has a specification, by name.
pub(crate) fn specified() -> Vec<String> {
    let specs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../specs");
    let entries = std::fs::read_dir(specs).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub(crate) fn settings() -> Settings {
    let start = "2026-03-02T03:00:00Z".parse().unwrap();
    Settings::new().seed(1).manual_clock(start)
}

pub(crate) fn basic(key: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{key}:")))
}

impl Bench {
    pub(crate) async fn start() -> Self {
        Self::with(settings()).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        let sandbox = Sandbox::start(settings).await.unwrap();
        // Only for its client: the workspace builds reqwest without a TLS provider of its own.
        let base = sandbox.url().parse().unwrap();
        let timeouts = Timeouts::new(Duration::from_secs(10), Duration::from_secs(20));
        let http = payments_provider::http::client(&base, timeouts).unwrap();
        Self { sandbox, http }
    }

    pub(crate) async fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<reqwest::Body>,
    ) -> reqwest::Result<Answer> {
        let url = format!("{}{path}", self.sandbox.url());
        let method = method.parse().unwrap();
        let mut request = self.http.request(method, url).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await?.to_vec();
        let text = || String::from_utf8_lossy(&bytes).into_owned().into();
        let body = serde_json::from_slice(&bytes).unwrap_or_else(|_| text());
        Ok(Answer {
            status,
            headers,
            body,
            bytes,
        })
    }

    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<reqwest::Body>,
    ) -> Answer {
        self.try_send(method, path, headers, body).await.unwrap()
    }

    /// Instamoney with a test key and a JSON body, or none for `null`.
    pub(crate) async fn instamoney(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Value,
    ) -> Answer {
        let key = basic("xnd_development_a");
        let mut all = vec![("content-type", "application/json")];
        if !headers.iter().any(|(name, _)| *name == "authorization") {
            all.push(("authorization", &key));
        }
        all.extend_from_slice(headers);
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        self.send(method, &format!("/instamoney{path}"), &all, body)
            .await
    }

    pub(crate) async fn create(&self, version: &str, body: Value) -> Answer {
        let headers = [("x-api-version", version)];
        self.instamoney("POST", "/ewallets", &headers, body).await
    }

    pub(crate) async fn get(&self, wallet: &str, reference: &str) -> Answer {
        let path = format!("/ewallets?external_id={reference}&ewallet_type={wallet}");
        self.instamoney("GET", &path, &[], Value::Null).await
    }

    pub(crate) async fn control(&self, method: &str, path: &str, body: Value) -> Answer {
        let json = [("content-type", "application/json")];
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        self.send(method, &format!("/_sandbox/{path}"), &json, body)
            .await
    }

    /// What the control API shows; it must be there.
    pub(crate) async fn show(&self, path: &str) -> Value {
        let answer = self.control("GET", path, Value::Null).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    /// Pay, decline, expire or cancel; it must be allowed.
    pub(crate) async fn act(&self, provider: &str, reference: &str, action: &str) {
        let path = format!("payments/{provider}/{reference}/{action}");
        let answer = self.control("POST", &path, Value::Null).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    }

    pub(crate) async fn advance(&self, seconds: u64) {
        let body = json!({"seconds": seconds});
        let answer = self.control("POST", "clock/advance", body).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    pub(crate) async fn fault(&self, order: Value) {
        let answer = self.control("POST", "faults", order).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    /// Kind and amount of each row of the ledger.
    pub(crate) async fn ledger(&self) -> Vec<(String, String)> {
        let rows = self.show("ledger").await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| (text(&row["kind"]), text(&row["amount"])))
            .collect()
    }

    /// Waits until the newest callback has this status.
    pub(crate) async fn last_callback(&self, status: &str) -> Value {
        for _ in 0..500 {
            let callbacks = self.show("callbacks").await;
            let last = callbacks.as_array().unwrap().last();
            if let Some(last) = last.filter(|last| last["status"] == status) {
                return last.clone();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!(
            "no callback became {status:?}: {}",
            self.show("callbacks").await
        );
    }
}

/// One callback as the shop saw it.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

#[derive(Clone, Default)]
struct Counter {
    received: Arc<Mutex<Vec<Received>>>,
    status: Arc<AtomicU16>,
    hesitation: Arc<AtomicU64>,
}

/// A merchant's callback endpoint.
pub(crate) struct Shop {
    pub(crate) url: String,
    counter: Counter,
}

impl Shop {
    pub(crate) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!(
            "http://{}/callbacks?from=sandbox",
            listener.local_addr().unwrap()
        );
        let counter = Counter::default();
        counter.status.store(200, Ordering::Relaxed);
        let router = Router::new().fallback(receive).with_state(counter.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, counter }
    }

    pub(crate) fn answers(&self, status: u16) {
        self.counter.status.store(status, Ordering::Relaxed);
    }

    /// Lets the shop think about each callback before it answers.
    pub(crate) fn hesitates(&self, milliseconds: u64) {
        self.counter
            .hesitation
            .store(milliseconds, Ordering::Relaxed);
    }

    /// How many callbacks have come.
    pub(crate) fn received_so_far(&self) -> usize {
        self.counter.received.lock().unwrap().len()
    }

    /// Waits until this many callbacks have come.
    pub(crate) async fn received(&self, count: usize) -> Vec<Received> {
        for _ in 0..500 {
            let received = self.counter.received.lock().unwrap().clone();
            if received.len() >= count {
                assert_eq!(received.len(), count, "{received:?}");
                return received;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!(
            "{count} callbacks expected, {:?}",
            self.counter.received.lock()
        );
    }
}

async fn receive(State(counter): State<Counter>, headers: HeaderMap, body: String) -> StatusCode {
    let body = serde_json::from_str(&body).unwrap();
    counter
        .received
        .lock()
        .unwrap()
        .push(Received { headers, body });
    let hesitation = counter.hesitation.load(Ordering::Relaxed);
    tokio::time::sleep(Duration::from_millis(hesitation)).await;
    StatusCode::from_u16(counter.status.load(Ordering::Relaxed)).unwrap()
}
