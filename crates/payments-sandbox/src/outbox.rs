//! Callbacks: when they are due, where they may go, and the result of each attempt.

use std::collections::BTreeSet;

use axum::http::Uri;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::{clock, ledger::account_name};

/// What a callback is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About<'a> {
    pub(crate) provider: &'static str,
    /// Seconds from one attempt to deliver it to the next.
    pub(crate) pauses: &'static [i64],
    /// Whose payment it is; None for one that nobody made.
    pub(crate) account: Option<&'a str>,
    pub(crate) reference: &'a str,
}

/// Headers of a callback beside those that every one has.
pub(crate) type Headers = Vec<(&'static str, String)>;

/// A message to the merchant, before it has an id.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) target: Option<String>,
    pub(crate) headers: Headers,
    pub(crate) body: Value,
    /// What a fault sends instead of the body.
    pub(crate) instead: Option<Vec<u8>>,
    /// The name of the fault that hit it.
    pub(crate) fault: Option<String>,
}

impl Message {
    pub(crate) fn new(target: Option<String>, headers: Headers, body: Value) -> Self {
        Self {
            target,
            headers,
            body,
            instead: None,
            fault: None,
        }
    }

    /// As it is posted.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let meant = || self.body.to_string().into_bytes();
        self.instead.clone().unwrap_or_else(meant)
    }

    /// The body as JSON; as text where a fault left no JSON of it.
    fn shown(&self) -> Value {
        let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned().into();
        match &self.instead {
            None => self.body.clone(),
            Some(bytes) => serde_json::from_slice(bytes).unwrap_or_else(|_| text(bytes)),
        }
    }
}

/// When a callback is to be posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Plan {
    At(DateTime<Utc>),
    /// After the next one of the same provider.
    AfterNext,
    /// Never; the text says why.
    Never(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Progress {
    Due(DateTime<Utc>),
    /// Until somebody lets it go, or also until the next one of its provider was posted.
    Held {
        until_next: bool,
    },
    InFlight,
    Delivered,
    /// The provider has given up.
    Failed,
    /// The sandbox did not even try; the text says why.
    NotDelivered(String),
}

#[derive(Debug)]
struct Attempt {
    at: DateTime<Utc>,
    /// The HTTP status, or why there was none.
    result: Result<u16, String>,
}

#[derive(Debug)]
pub(crate) struct Callback {
    provider: &'static str,
    pauses: &'static [i64],
    account: Option<String>,
    reference: String,
    message: Message,
    created: DateTime<Utc>,
    progress: Progress,
    attempts: Vec<Attempt>,
}

/// One callback to be posted now.
#[derive(Debug)]
pub(crate) struct Dispatch {
    pub(crate) id: usize,
    pub(crate) target: Uri,
    pub(crate) headers: Headers,
    pub(crate) body: Vec<u8>,
}

/// What a person does to a callback that waits.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Hold,
    /// Behind the next one.
    Swap,
    Drop,
}

/// All callbacks, in the order in which they arose; the id of one is its place, from 1.
#[derive(Debug, Default)]
pub(crate) struct Outbox {
    callbacks: Vec<Callback>,
    /// When which is due: each whose progress is that, so that nobody looks through those that are
    /// done.
    due: BTreeSet<(DateTime<Utc>, usize)>,
}

impl Outbox {
    /// Takes up a callback, and shows it.
    pub(crate) fn add(
        &mut self,
        about: About<'_>,
        message: Message,
        plan: Plan,
        now: DateTime<Utc>,
    ) -> Value {
        let (created, progress) = match plan {
            Plan::At(at) => (at.min(now), Progress::Due(at)),
            Plan::AfterNext => (now, Progress::Held { until_next: true }),
            Plan::Never(reason) => (now, Progress::NotDelivered(reason)),
        };
        let callback = Callback {
            provider: about.provider,
            pauses: about.pauses,
            account: about.account.map(str::to_owned),
            reference: about.reference.to_owned(),
            message,
            created,
            progress,
            attempts: Vec::new(),
        };
        let id = self.callbacks.len() + 1;
        if let Progress::Due(at) = callback.progress {
            self.due.insert((at, id));
        }
        let shown = callback.to_json(id);
        self.callbacks.push(callback);
        shown
    }

    /// Hands out what is due, each once, and sets aside what may not be sent.
    pub(crate) fn take_due(
        &mut self,
        now: DateTime<Utc>,
        hosts: &[String],
    ) -> (Vec<Dispatch>, Vec<usize>) {
        let mut due = Vec::new();
        let mut not_sent = Vec::new();
        while let Some((at, id)) = self.due.first().copied().filter(|(at, _)| *at <= now) {
            self.due.remove(&(at, id));
            let Some(callback) = self.get_mut(id) else {
                continue;
            };
            callback.progress = match permitted(callback.message.target.as_deref(), hosts) {
                Ok(target) => {
                    due.push(Dispatch {
                        id,
                        target,
                        headers: callback.message.headers.clone(),
                        body: callback.message.bytes(),
                    });
                    Progress::InFlight
                }
                Err(reason) => {
                    not_sent.push(id);
                    Progress::NotDelivered(reason)
                }
            };
        }
        (due, not_sent)
    }

    pub(crate) fn next_due(&self) -> Option<DateTime<Utc>> {
        self.due.first().map(|(at, _)| *at)
    }

    /// Writes down what came of an attempt and plans the next one.
    pub(crate) fn record(&mut self, id: usize, result: Result<u16, String>, at: DateTime<Utc>) {
        let Some(callback) = self.get_mut(id) else {
            return;
        };
        let accepted = matches!(result, Ok(200..=299));
        let pause = callback.pauses.get(callback.attempts.len());
        callback.attempts.push(Attempt { at, result });
        callback.progress = match pause {
            _ if accepted => Progress::Delivered,
            // Each pause counts from the last attempt, not from the first.
            Some(seconds) => Progress::Due(at + TimeDelta::seconds(*seconds)),
            None => Progress::Failed,
        };
        let provider = callback.provider;
        if let Progress::Due(at) = callback.progress {
            self.due.insert((at, id));
        }
        // Whatever waited for this one goes now.
        let before = (1..id).zip(&mut self.callbacks);
        for (held, callback) in before.filter(|(_, callback)| callback.provider == provider) {
            if callback.progress == (Progress::Held { until_next: true }) {
                callback.progress = Progress::Due(at);
                self.due.insert((at, held));
            }
        }
    }

    /// Whether the merchant was told by this one, or will not be.
    pub(crate) fn is_told(&self, id: usize) -> bool {
        let callback = id
            .checked_sub(1)
            .and_then(|place| self.callbacks.get(place));
        callback.is_none_or(|callback| match callback.progress {
            Progress::Due(_) | Progress::InFlight => !callback.attempts.is_empty(),
            _ => true,
        })
    }

    /// Another plan for what was not told yet; the error says why not, None when there is none with
    /// this id.
    pub(crate) fn replan(&mut self, id: usize, plan: Step) -> Option<Result<(), String>> {
        let callback = self.get_mut(id)?;
        let before = callback.progress.clone();
        if !matches!(before, Progress::Due(_) | Progress::Held { .. }) {
            return Some(Err("it waits for nothing: send it again instead".to_owned()));
        }
        callback.progress = match plan {
            Step::Hold => Progress::Held { until_next: false },
            Step::Swap => Progress::Held { until_next: true },
            Step::Drop => Progress::NotDelivered("it was dropped by hand".to_owned()),
        };
        if let Progress::Due(at) = before {
            self.due.remove(&(at, id));
        }
        Some(Ok(()))
    }

    /// What a copy needs: what it is about, and the message.
    pub(crate) fn parts(&self, id: usize) -> Option<(About<'_>, &Message)> {
        let callback = self.callbacks.get(id.checked_sub(1)?)?;
        let about = About {
            provider: callback.provider,
            pauses: callback.pauses,
            account: callback.account.as_deref(),
            reference: &callback.reference,
        };
        Some((about, &callback.message))
    }

    pub(crate) fn len(&self) -> usize {
        self.callbacks.len()
    }

    /// Makes a callback due again, to `fallback` if it had no target; None when there is none with
    /// this id.
    pub(crate) fn resend(
        &mut self,
        id: usize,
        fallback: impl Fn(&str) -> Option<String>,
        at: DateTime<Utc>,
    ) -> Option<Value> {
        let callback = self.get_mut(id)?;
        if callback.message.target.is_none() {
            callback.message.target = fallback(callback.provider);
        }
        // What is being posted right now needs no second posting.
        let before = callback.progress.clone();
        if before != Progress::InFlight {
            callback.progress = Progress::Due(at);
        }
        let shown = callback.to_json(id);
        if let Progress::Due(earlier) = before {
            self.due.remove(&(earlier, id));
        }
        if before != Progress::InFlight {
            self.due.insert((at, id));
        }
        Some(shown)
    }

    pub(crate) fn one(&self, id: usize) -> Option<Value> {
        let callback = self.callbacks.get(id.checked_sub(1)?)?;
        Some(callback.to_json(id))
    }

    /// All, with their ids.
    pub(crate) fn all(&self) -> impl Iterator<Item = (usize, &Callback)> {
        (1..).zip(&self.callbacks)
    }

    fn get_mut(&mut self, id: usize) -> Option<&mut Callback> {
        self.callbacks.get_mut(id.checked_sub(1)?)
    }
}

impl Callback {
    pub(crate) fn to_json(&self, id: usize) -> Value {
        let (status, reason, next_attempt) = match &self.progress {
            Progress::Due(at) => ("waiting", None, Some(clock::utc_text(*at))),
            Progress::Held { .. } => ("held", None, None),
            Progress::InFlight => ("in flight", None, None),
            Progress::Delivered => ("delivered", None, None),
            Progress::Failed => ("failed", None, None),
            Progress::NotDelivered(reason) => ("not delivered", Some(reason), None),
        };
        let headers = self.message.headers.iter();
        json!({
            "id": id,
            "provider": self.provider,
            "account": self.account.as_deref().map(account_name),
            "reference": self.reference,
            "target": self.message.target,
            "status": status,
            "reason": reason,
            "fault": self.message.fault,
            "next_attempt": next_attempt,
            "created": clock::utc_text(self.created),
            "headers": headers.map(|(name, value)| ((*name).to_owned(), value.clone().into())).collect::<serde_json::Map<_, _>>(),
            "body": self.message.shown(),
            "bytes": self.message.instead.as_ref().map(|bytes| STANDARD.encode(bytes)),
            "attempts": self.attempts.iter().map(Attempt::to_json).collect::<Value>(),
        })
    }
}

impl Attempt {
    fn to_json(&self) -> Value {
        let at = clock::utc_text(self.at);
        match &self.result {
            Ok(status) => json!({"at": at, "status": status, "error": null}),
            Err(error) => json!({"at": at, "status": null, "error": error}),
        }
    }
}

/// The target, when it is one that a sandbox may call.
fn permitted(target: Option<&str>, hosts: &[String]) -> Result<Uri, String> {
    let target = target.ok_or("no callback URL is set")?;
    let uri: Uri = target
        .parse()
        .map_err(|error| format!("the callback URL is not a URL: {error}"))?;
    if uri.scheme_str() != Some("http") {
        return Err("the sandbox posts callbacks over http:// only".to_owned());
    }
    let host = uri.host().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let loopback = bare.eq_ignore_ascii_case("localhost")
        || bare
            .parse()
            .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    if loopback
        || hosts
            .iter()
            .any(|allowed| allowed.eq_ignore_ascii_case(bare))
    {
        Ok(uri)
    } else {
        Err(format!(
            "{host} is neither a loopback host nor one that the settings allow"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::permitted;

    #[test]
    fn only_loopback_hosts_and_allowed_ones_are_called() {
        let allowed = ["shop.internal".to_owned()];
        for url in [
            "http://127.0.0.1:80/a",
            "http://localhost/a",
            "http://[::1]:9/a",
            "http://shop.internal/a",
        ] {
            assert!(permitted(Some(url), &allowed).is_ok(), "{url}");
        }
        for url in [
            "https://127.0.0.1/a",
            "http://my-shop.com/a",
            "http://10.0.0.1/a",
            "http://0.0.0.0/a",
            "http://127.0.0.1@my-shop.com/a",
            "http://localhost.my-shop.com/a",
            "https =>//my-shop.com",
            "mystore.com/callback",
            "/callback",
            "",
        ] {
            assert!(permitted(Some(url), &allowed).is_err(), "{url}");
        }
        assert!(permitted(None, &allowed).is_err());
    }
}
