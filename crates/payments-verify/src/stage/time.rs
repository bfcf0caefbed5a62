//! Time, customers and callbacks: at a provider they come by themselves, in a sandbox they are made
//! to come.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use reqwest::Method;
use serde_json::{Value, json};

use super::Stage;
use crate::{draft::Draft, session::Place};

/// How long a sandbox may take to post a callback.
const PATIENCE: Duration = Duration::from_secs(2);

/// In seconds; by then each provider of the sandbox has posted again what was not accepted.
const FIRST_REPEAT: u64 = 16 * 60;

impl Stage {
    /// Lets time pass. In a sandbox its clock is moved.
    pub(crate) async fn wait(&mut self, seconds: u64) {
        match self.target.sandbox {
            Some(_) => {
                let to = json!({"seconds": seconds});
                if self.control("clock/advance", to).await.is_some() {
                    self.moved += Duration::from_secs(seconds);
                    self.look_at_clock().await;
                }
            }
            None => tokio::time::sleep(Duration::from_secs(seconds)).await,
        }
    }

    /// Asks until it is found, three times as long as it may take by the specification.
    pub(crate) async fn ask_until_found(
        &mut self,
        name: &'static str,
        draft: &Draft,
        bound: u64,
        is_found: impl Fn(&Value) -> bool,
    ) -> Value {
        let (mut waited, mut pause) = (0, 1);
        loop {
            let answer = self.send(name, draft.clone()).await;
            if is_found(&answer) || waited > 3 * bound {
                return answer;
            }
            self.wait(pause).await;
            waited += pause;
            pause = (pause * 2).min(60);
        }
    }

    /// Plays the customer in a sandbox: pay, decline, expire. At a provider's host the test mode or
    /// a person does it, within the time that was allowed.
    pub(crate) async fn customer(&mut self, action: &str, reference: &str) {
        let provider = self.target.provider.as_str();
        let of = json!({"provider": provider, "reference": reference});
        if self.target.sandbox.is_some() {
            self.control(&format!("payments/{action}"), of).await;
            self.await_callbacks().await;
        } else {
            tokio::time::sleep(self.patience).await;
        }
        self.hear();
    }

    /// Some changes come a moment later.
    pub(crate) async fn moment(&mut self) {
        match self.target.sandbox {
            Some(_) => {
                self.wait(2).await;
                self.await_callbacks().await;
            }
            None => tokio::time::sleep(self.patience).await,
        }
        self.hear();
    }

    /// Waits until the sandbox has posted what is due.
    async fn await_callbacks(&mut self) {
        if self.receiver.is_none() {
            return;
        }
        let until = Instant::now() + PATIENCE;
        while self.is_posting().await && Instant::now() < until {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Whether the sandbox has something to post at once. What is over is not asked for again.
    async fn is_posting(&mut self) -> bool {
        let path = format!("callbacks?after={}&limit=1000", self.posted);
        let all = self.control_of(Method::GET, &path, Value::Null).await;
        let all = all.as_ref().and_then(Value::as_array);
        let all = all.map(Vec::as_slice).unwrap_or_default();
        let now = Utc::now() + self.ahead;
        let is_due = |callback: &Value| match text(callback, "status") {
            "in flight" => true,
            "waiting" => DateTime::parse_from_rfc3339(text(callback, "next_attempt"))
                .map_or(true, |at| at <= now),
            _ => false,
        };
        let goes_on = |callback: &&Value| {
            let status = text(callback, "status");
            matches!(status, "in flight" | "waiting")
        };
        self.posted += all.iter().take_while(|one| !goes_on(one)).count();
        all.iter().any(is_due)
    }

    /// A request to the sandbox's control API; none if it is no sandbox or does not do it.
    pub(crate) async fn control(&self, path: &str, body: Value) -> Option<Value> {
        self.control_of(Method::POST, path, body).await
    }

    async fn control_of(&self, method: Method, path: &str, body: Value) -> Option<Value> {
        let sandbox = self.target.sandbox.as_deref()?;
        let url = format!("{sandbox}/_sandbox/{path}");
        let request = self.client.request(method, url);
        let request = match &self.target.sandbox_token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let answer = request.json(&body).send().await.ok()?;
        match answer.status().is_success() {
            true => answer.json().await.ok(),
            false => None,
        }
    }

    /// A sandbox may have been used before, and its clock moved.
    pub(crate) async fn look_at_clock(&mut self) {
        let clock = self.control_of(Method::GET, "clock", Value::Null).await;
        let now = clock.as_ref().and_then(|clock| clock.get("now")?.as_str());
        let now = now.and_then(|now| DateTime::parse_from_rfc3339(now).ok());
        if let Some(now) = now {
            self.ahead = now.to_utc() - Utc::now();
        }
    }

    /// The sandbox posts to the receiver, as a dashboard would be set.
    pub(crate) async fn direct_callbacks(&self) {
        let name = format!("{}_callback_url", self.target.provider);
        let url = self.callback_url();
        if self.public_url.is_some() && self.target.place == Place::Sandbox {
            self.control("settings", json!({name: url})).await;
        }
    }

    /// Waits for what may still come: in a sandbox, for the repeat of what was not accepted.
    pub(crate) async fn end(&mut self) {
        self.hear();
        if self.session.callbacks.is_empty() {
            return;
        }
        if self.target.sandbox.is_some() {
            self.wait(FIRST_REPEAT).await;
            self.await_callbacks().await;
        } else {
            tokio::time::sleep(self.patience).await;
        }
        self.hear();
    }
}

/// A member of an object; nothing if it is no text.
fn text<'v>(object: &'v Value, name: &str) -> &'v str {
    let member = object.get(name).and_then(Value::as_str);
    member.unwrap_or_default()
}
