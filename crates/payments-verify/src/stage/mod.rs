//! Where scenarios are played: it sends, waits, receives, and keeps what happened.

mod time;

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use chrono::{DateTime, TimeDelta, Utc};
use payments::{
    CallbackError, Client, Received, Timeouts,
    provider::{
        http,
        operation::{Bodies, Member},
    },
};
use reqwest::{Method, Url, header::HeaderMap};
use serde_json::Value;

use crate::{
    auth,
    draft::Draft,
    receiver::{Arrived, Receiver},
    redact::Redactor,
    session::{Answered, Heard, Sent, Session, Step},
    target::Target,
};

pub(crate) struct Stage {
    pub(crate) target: Target,
    pub(crate) session: Session,
    client: reqwest::Client,
    redactor: Redactor,
    receiver: Option<Receiver>,
    /// Checks who sent a callback.
    checks: Option<Client>,
    public_url: Option<String>,
    scenario: &'static str,
    began: Instant,
    /// By how much the sandbox's clock was moved.
    moved: Duration,
    /// By how much the provider's clock is ahead of this machine's.
    ahead: TimeDelta,
    /// How long a person or a test mode may take to pay.
    patience: Duration,
    references: u32,
    /// How many callbacks of the sandbox have been posted.
    posted: usize,
    token: Option<String>,
}

impl Stage {
    pub(crate) fn new(
        target: Target,
        receiver: Option<Receiver>,
        public_url: Option<String>,
        patience: Duration,
    ) -> payments::Result<Self> {
        let began = Utc::now();
        let session = Session {
            format: 1,
            provider: target.provider.as_str().to_owned(),
            place: target.place,
            host: target.base_url.host().to_owned(),
            began,
            steps: Vec::new(),
            callbacks: Vec::new(),
            skipped: BTreeMap::new(),
        };
        let own = receiver
            .as_ref()
            .map(|one| format!("http://{}/", one.address));
        Ok(Self {
            client: http::client(&target.base_url, Timeouts::default())?,
            redactor: Redactor::new(target.secrets(), target.provider.dictionary()),
            checks: target.provider.client(&target.settings).ok(),
            public_url: public_url.or(own),
            receiver,
            session,
            scenario: "",
            began: Instant::now(),
            moved: Duration::ZERO,
            ahead: TimeDelta::zero(),
            patience,
            references: 0,
            posted: 0,
            token: None,
            target,
        })
    }

    pub(crate) fn enter(&mut self, scenario: &'static str) {
        self.scenario = scenario;
    }

    /// Milliseconds since the session began, by the provider's clock.
    fn now(&self) -> u64 {
        let now = self.began.elapsed() + self.moved;
        u64::try_from(now.as_millis()).unwrap_or(u64::MAX)
    }

    /// The time by the provider's clock, for times that are sent.
    pub(crate) fn time(&self) -> DateTime<Utc> {
        Utc::now() + self.ahead
    }

    /// One that nobody has used: 16 letters and digits.
    pub(crate) fn reference(&mut self) -> String {
        self.references += 1;
        let at = self.session.began.timestamp_millis();
        format!("v{at:x}{:04}", self.references)
    }

    /// Where callbacks are received, or a URL that leads nowhere.
    pub(crate) fn callback_url(&self) -> String {
        let nowhere = || "https://example.com/callbacks".to_owned();
        self.public_url.clone().unwrap_or_else(nowhere)
    }

    /// Remembers the token of the account, and never keeps it.
    pub(crate) fn learn(&mut self, token: &str) {
        self.redactor.learn(token);
        self.token = Some(token.to_owned());
    }

    pub(crate) fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// Sends a request, and keeps what happened. Null if there is no JSON.
    pub(crate) async fn send(&mut self, name: &'static str, draft: Draft) -> Value {
        let dictionary = self.target.provider.dictionary();
        let mut operations = dictionary.operations.iter();
        let Some(bodies) = operations.find(|known| known.operation.name == draft.operation) else {
            return Value::Null;
        };
        let request = match self.request(&draft, bodies) {
            Ok(request) => request,
            Err(error) => {
                self.session
                    .skipped
                    .insert(name.to_owned(), error.to_string());
                return Value::Null;
            }
        };
        if let (Some(body), Some(of)) = (&draft.body, bodies.request) {
            self.redactor.learn_persons(body, of.members);
        }
        let sent = self.sent(&request, &draft, bodies);
        let at = self.now();
        let (answer, json) = match self.exchange(request).await {
            Ok((status, headers, bytes)) => {
                let both: [&[Member]; 2] = [bodies.response.members, dictionary.refusal.members];
                let answer = Answered {
                    status,
                    headers: self.redactor.headers(&headers),
                    body: self.redactor.body(&bytes, &both),
                };
                (
                    Ok(answer),
                    serde_json::from_slice(&bytes).unwrap_or_default(),
                )
            }
            Err(error) => (Err(error), Value::Null),
        };
        self.session.steps.push(Step {
            scenario: self.scenario.to_owned(),
            name: name.to_owned(),
            operation: draft.operation.to_owned(),
            at,
            until: self.now(),
            request: sent,
            answer,
        });
        self.hear();
        json
    }

    fn request(&self, draft: &Draft, bodies: &Bodies) -> payments::Result<reqwest::Request> {
        let failed = |cause| payments::Error::configuration("no request").with_source(cause);
        let path = bodies.operation.path.split('#').next().unwrap_or_default();
        let path = draft
            .path
            .iter()
            .fold(path.to_owned(), |path, (name, value)| {
                path.replace(&format!("{{{name}}}"), value)
            });
        let url = format!("{}{path}", self.target.base_url.as_str());
        let method = Method::from_bytes(bodies.operation.method.as_bytes());
        let method = method.unwrap_or(Method::GET);
        let mut request = self.client.request(method, url).query(&draft.query);
        for (name, value) in auth::headers(&self.target, draft.auth, self.token()) {
            request = request.header(name, value);
        }
        for (name, value) in &draft.headers {
            request = request.header(*name, value);
        }
        if let Some(body) = &draft.body {
            request = match draft.is_form {
                true => request
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body(form(body)),
                false => {
                    let text = body.to_string();
                    let text = match draft.spelling {
                        Some((from, to)) => text.replacen(from, to, 1),
                        None => text,
                    };
                    request
                        .header("content-type", "application/json")
                        .body(text)
                }
            };
        }
        let mut request = request.build().map_err(failed)?;
        if let Some(media) = auth::media_type(self.target.provider)
            && request.body().is_some()
            && !draft.is_form
        {
            request.headers_mut().insert("content-type", media);
        }
        http::announce_empty_body(&mut request);
        Ok(request)
    }

    fn sent(&self, request: &reqwest::Request, draft: &Draft, bodies: &Bodies) -> Sent {
        let members = bodies.request.map(|body| body.members);
        let body = match &draft.body {
            Some(body) => self.redactor.json(body, &[members.unwrap_or_default()]),
            None => Value::Null,
        };
        let base = self.target.base_url.as_str();
        let base = Url::parse(base).map_or(String::new(), |url| url.path().to_owned());
        let path = request.url().path();
        let path = path
            .strip_prefix(base.trim_end_matches('/'))
            .unwrap_or(path);
        let path = match request.url().query() {
            Some(query) => format!("{path}?{query}"),
            None => path.to_owned(),
        };
        Sent {
            method: request.method().to_string(),
            path: self.redactor.text(&path),
            headers: self.redactor.headers(request.headers()),
            body,
        }
    }

    async fn exchange(
        &self,
        request: reqwest::Request,
    ) -> Result<(u16, HeaderMap, Vec<u8>), String> {
        let told = |error: reqwest::Error| self.redactor.text(&error.without_url().to_string());
        let mut answer = self.client.execute(request).await.map_err(told)?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let mut bytes = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(told)? {
            bytes.extend_from_slice(&part);
            if bytes.len() > http::LARGEST_ANSWER {
                return Err("the answer is too large".to_owned());
            }
        }
        Ok((status, headers, bytes))
    }

    /// Keeps the callbacks that have come.
    fn hear(&mut self) {
        let arrived = self.receiver.as_ref().map(Receiver::take);
        for one in arrived.into_iter().flatten() {
            let heard = self.heard(&one);
            self.session.callbacks.push(heard);
        }
    }

    fn heard(&self, arrived: &Arrived) -> Heard {
        let dictionary = self.target.provider.dictionary();
        let members = dictionary.callbacks.iter().map(|(_, body)| body.members);
        let members: Vec<_> = members.collect();
        let proved = self.checks.as_ref().and_then(|client| {
            match client.callbacks.receive(&arrived.headers, &arrived.body) {
                Ok(Received::Verified(_)) => Some(true),
                Ok(_) | Err(CallbackError::MissingProof | CallbackError::WrongProof) => Some(false),
                Err(_) => None,
            }
        });
        Heard {
            at: self.now(),
            headers: self.redactor.headers(&arrived.headers),
            proved,
            answered: arrived.answered,
            body: self.redactor.body(&arrived.body, &members),
        }
    }
}

/// Members as a form; nested ones in brackets.
fn form(body: &Value) -> String {
    let mut pairs = Vec::new();
    flatten(body, "", &mut pairs);
    let mut url = match Url::parse("http://localhost") {
        Ok(url) => url,
        Err(_) => return String::new(),
    };
    url.query_pairs_mut().extend_pairs(pairs);
    url.query().unwrap_or_default().to_owned()
}

fn flatten(value: &Value, name: &str, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                let name = match name {
                    "" => member.clone(),
                    _ => format!("{name}[{member}]"),
                };
                flatten(value, &name, pairs);
            }
        }
        Value::String(text) => pairs.push((name.to_owned(), text.clone())),
        other => pairs.push((name.to_owned(), other.to_string())),
    }
}
