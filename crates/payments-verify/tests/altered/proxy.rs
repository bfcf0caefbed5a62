//! A proxy before the sandbox, which alters what is answered, and what is told.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Response},
};
use payments::{
    Name, Timeouts,
    provider::{http, operation::Bodies},
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::alteration::{Alteration, Place, Recorded};

pub(crate) struct Proxy {
    inside: Arc<Inside>,
    pub(crate) url: String,
    /// The port at which callbacks are received.
    pub(crate) receiver: u16,
    task: JoinHandle<()>,
}

struct Inside {
    provider: Name,
    sandbox: String,
    alterations: Vec<Alteration>,
    client: reqwest::Client,
    receiver: u16,
    /// The scenario that is played, and how many of its requests have come.
    place: Mutex<Place>,
    /// By how much the clock was moved, in seconds.
    moved: AtomicU64,
    /// When a hidden thing was asked for first.
    asked: Mutex<HashMap<String, u64>>,
    /// The bodies of callbacks.
    told: Mutex<Vec<Bytes>>,
}

impl Proxy {
    pub(crate) async fn start(
        provider: Name,
        sandbox: String,
        alterations: Vec<Alteration>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        // Free now, and taken a moment later by the receiver.
        let receiver = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let receiver = receiver.local_addr().unwrap().port();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let inside = Arc::new(Inside {
            provider,
            sandbox,
            alterations,
            client: http::client(&url.parse().unwrap(), Timeouts::default()).unwrap(),
            receiver,
            place: Mutex::new(Place::default()),
            moved: AtomicU64::new(0),
            asked: Mutex::default(),
            told: Mutex::new(Vec::new()),
        });
        let app = Router::new().fallback(pass).with_state(Arc::clone(&inside));
        let task = tokio::spawn(async move {
            axum::serve(listener, app).await.unwrap();
        });
        Self {
            inside,
            url,
            receiver,
            task,
        }
    }
}

impl Proxy {
    /// The requests that come now are those of a scenario.
    pub(crate) fn enter(&self, scenario: &str) {
        *self.inside.place.lock().unwrap() = Place {
            scenario: scenario.to_owned(),
            nth: 0,
        };
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

struct Passed {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
}

async fn pass(State(inside): State<Arc<Inside>>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, 1 << 20).await.unwrap();
    let path = head.uri.path_and_query().unwrap().as_str().to_owned();
    let method = head.method;
    let passed = if path.starts_with("/_sandbox") {
        if path.ends_with("clock/advance") {
            let to: Value = serde_json::from_slice(&body).unwrap();
            let seconds = to["seconds"].as_u64().unwrap();
            inside.moved.fetch_add(seconds, Ordering::SeqCst);
        }
        inside
            .forward(&inside.sandbox, &method, &path, head.headers, body)
            .await
    } else if path.starts_with("/told") && inside.has_told(&body) {
        // Nobody is told twice.
        Passed {
            status: 200,
            headers: HeaderMap::new(),
            body: Bytes::new(),
        }
    } else if let Some(rest) = path.strip_prefix("/told") {
        let (headers, body) = inside.told(head.headers, body);
        let receiver = format!("http://127.0.0.1:{}", inside.receiver);
        inside
            .forward(&receiver, &method, &format!("/{rest}"), headers, body)
            .await
    } else {
        let place = inside.next();
        let operation = inside.operation(method.as_str(), head.uri.path(), &body);
        match inside.before(&place, &operation) {
            Some(answer) => answer,
            None => {
                let passed = inside
                    .forward(&inside.sandbox, &method, &path, head.headers, body)
                    .await;
                inside.after(&place, &operation, passed)
            }
        }
    };
    let mut response = Response::builder().status(passed.status);
    for (name, value) in &passed.headers {
        if !["content-length", "transfer-encoding", "connection"].contains(&name.as_str()) {
            response = response.header(name, value);
        }
    }
    response.body(Body::from(passed.body)).unwrap()
}

impl Inside {
    async fn forward(
        &self,
        to: &str,
        method: &axum::http::Method,
        path: &str,
        mut headers: HeaderMap,
        body: Bytes,
    ) -> Passed {
        headers.remove("host");
        headers.remove("content-length");
        let request = self.client.request(method.clone(), format!("{to}{path}"));
        let Ok(answer) = request.headers(headers).body(body).send().await else {
            // The session is over.
            return Passed {
                status: 502,
                headers: HeaderMap::new(),
                body: Bytes::new(),
            };
        };
        Passed {
            status: answer.status().as_u16(),
            headers: answer.headers().clone(),
            body: answer.bytes().await.unwrap(),
        }
    }

    fn next(&self) -> Place {
        let mut place = self.place.lock().unwrap();
        let now = place.clone();
        place.nth += 1;
        now
    }

    /// The operation of a request, by the specification: by path, method, and the body if several
    /// share them.
    fn operation(&self, method: &str, path: &str, body: &[u8]) -> String {
        let settings = self.provider.settings();
        let base = format!("/{}{}", self.provider, settings.sandbox_path);
        let path = path.strip_prefix(&base).unwrap_or(path);
        let fits = |template: &str| {
            let template = template.split('#').next().unwrap();
            let (known, is) = (template.split('/'), path.split('/'));
            known.clone().count() == is.clone().count()
                && known
                    .zip(is)
                    .all(|(known, is)| known == is || known.starts_with('{'))
        };
        let all = self.provider.dictionary().operations.iter();
        let mut fitting: Vec<_> = all
            .filter(|bodies| bodies.operation.method == method && fits(bodies.operation.path))
            .collect();
        // A path without parameters comes before one that has some, and one whose suffix the body
        // names before others.
        let text = String::from_utf8_lossy(body);
        fitting.sort_by_key(|bodies| {
            let path = bodies.operation.path;
            let suffix = path.split_once('#').map(|(_, suffix)| suffix);
            let is_named = suffix.is_some_and(|suffix| text.contains(&format!("\"{suffix}\"")));
            (path.matches('{').count(), !is_named, suffix.is_some())
        });
        let reads = |bodies: &&&Bodies| bodies.request.is_none_or(|one| one.read(body).is_ok());
        let found = fitting.iter().find(reads).or(fitting.first());
        found.map_or("", |bodies| bodies.operation.name).to_owned()
    }

    fn has_told(&self, body: &Bytes) -> bool {
        let mut told = self.told.lock().unwrap();
        let again = told.contains(body);
        told.push(body.clone());
        let is_once = |one: &Alteration| matches!(one, Alteration::Once);
        again && self.alterations.iter().any(is_once)
    }

    fn before(&self, place: &Place, operation: &str) -> Option<Passed> {
        self.alterations
            .iter()
            .find_map(|alteration| match alteration {
                Alteration::Gone { operation: gone } if gone == operation => Some(Passed {
                    status: 404,
                    headers: HeaderMap::new(),
                    body: Bytes::from_static(b"<html>404 Not Found</html>"),
                }),
                Alteration::Hidden {
                    operation: hidden,
                    place: from,
                    seconds,
                    as_nobody,
                } if hidden == operation
                    && place.scenario == from.scenario
                    && place.nth >= from.nth =>
                {
                    let now = self.moved.load(Ordering::SeqCst);
                    let mut asked = self.asked.lock().unwrap();
                    let first = *asked.entry(place.scenario.clone()).or_insert(now);
                    (now < first + seconds).then(|| recorded(as_nobody))
                }
                _ => None,
            })
    }

    fn after(&self, place: &Place, operation: &str, passed: Passed) -> Passed {
        self.alterations.iter().fold(passed, |passed, alteration| {
            altered(alteration, place, operation, passed)
        })
    }

    fn told(&self, headers: HeaderMap, body: Bytes) -> (HeaderMap, Bytes) {
        let told = (headers, body);
        self.alterations
            .iter()
            .fold(told, |(headers, body), alteration| {
                self.told_by(alteration, headers, body)
            })
    }

    fn told_by(
        &self,
        alteration: &Alteration,
        mut headers: HeaderMap,
        body: Bytes,
    ) -> (HeaderMap, Bytes) {
        match alteration {
            Alteration::Header { names } => {
                for name in names {
                    if let Some(value) = headers.remove(name) {
                        headers.insert("x-altered", value);
                    }
                }
            }
            Alteration::Proof { names } => {
                for name in names {
                    if let Some(value) = headers.get_mut(name) {
                        *value = "wrong".parse().unwrap();
                    }
                }
            }
            Alteration::Proved => {
                headers.insert("x-signature", "altered".parse().unwrap());
            }
            Alteration::Told { name } => {
                let read = self.provider.dictionary().callback(&body);
                let is = read.ok().and_then(|read| read.callback);
                if is.as_deref() == Some(name) {
                    return (headers, json!({"altered": true}).to_string().into());
                }
            }
            _ => {}
        }
        (headers, body)
    }
}

/// What the provider has done stays done: it says something else.
fn altered(alteration: &Alteration, is: &Place, operation: &str, mut passed: Passed) -> Passed {
    let json: Value = serde_json::from_slice(&passed.body).unwrap_or_default();
    match alteration {
        Alteration::Status {
            operation: wanted,
            to,
        } if wanted == operation && passed.status < 300 => {
            passed.status = *to;
        }
        Alteration::Instead { place, answer } if place == is => passed = recorded(answer),
        Alteration::CodeStatus { code, to } if holds(&json, code) => passed.status = *to,
        Alteration::CodeName { code } if holds(&json, code) => {
            let quoted = format!("\"{code}\"");
            passed.body = json.to_string().replace(&quoted, "\"ALTERED\"").into();
        }
        Alteration::Member { place, at, to } if place == is => {
            passed.body = with_member(json, at, to).to_string().into();
        }
        _ => {}
    }
    passed
}

fn recorded(answer: &Recorded) -> Passed {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", "application/json".parse().unwrap());
    Passed {
        status: answer.status,
        headers,
        body: answer.body.clone().into(),
    }
}

fn holds(json: &Value, code: &str) -> bool {
    json.to_string().contains(&format!("\"{code}\""))
}

/// A member set, or taken away by null.
fn with_member(mut json: Value, at: &str, to: &Value) -> Value {
    let (parent, name) = at.rsplit_once('/').unwrap();
    let parent = match parent {
        "" => Some(&mut json),
        parent => json.pointer_mut(parent),
    };
    match (parent, to) {
        (Some(Value::Object(members)), Value::Null) => {
            members.remove(name);
        }
        (Some(Value::Array(items)), to) if !to.is_null() => items.push(to.clone()),
        (Some(Value::Object(members)), to) => {
            members.insert(name.to_owned(), to.clone());
        }
        _ => {}
    }
    json
}
