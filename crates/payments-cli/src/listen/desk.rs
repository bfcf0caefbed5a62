//! Checks one provider's callbacks, and confirms hints if there is a provider or sandbox to ask.

use std::{
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{body::Body, extract::Request, http::HeaderMap};
use http_body_util::BodyExt;
use payments::{Callbacks, Event, Hint, Name, Received, Settings};
use payments_axum::{Endpoint, Rejection};

use crate::{configuration, failure::Failure, providers, signing};

pub(super) struct Desk {
    pub(super) name: Name,
    pub(super) asks: Asks,
    endpoint: Endpoint,
}

/// Who is asked about a hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    Sandbox,
    RealHost,
    Nobody,
}

/// A request as it arrived, and what the check of its sender came to.
pub(super) struct Delivery {
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    pub(super) received: Result<Received, Rejection>,
}

impl Desk {
    /// Asks the sandbox, or the real host if the environment has its keys.
    pub(super) fn open(name: Name, sandbox: Option<&str>) -> Result<Self, Failure> {
        // Nobody is there, and nobody asks: the client only reads.
        let unasked = format!("http://{}:9", IpAddr::from([127, 0, 0, 1]));
        let (client, asks) = match sandbox {
            Some(url) => (
                client(name, providers::sandbox_settings(url))?,
                Asks::Sandbox,
            ),
            None => match client(name, configuration::settings()) {
                Ok(client) => (client, Asks::RealHost),
                // No keys, nobody to ask. Keys that are wrong are a mistake to be told of.
                Err(_) if !has_keys(name) => (
                    client(name, providers::sandbox_settings(&unasked))?,
                    Asks::Nobody,
                ),
                Err(error) => return Err(error.into()),
            },
        };
        let endpoint = Endpoint::new(client);
        Ok(Self {
            name,
            asks,
            endpoint: match asks {
                // It may be asked as often as somebody triggers something.
                Asks::Sandbox => endpoint.pause(Duration::ZERO),
                Asks::RealHost | Asks::Nobody => endpoint,
            },
        })
    }

    /// Reads and checks a request within the bounds of an endpoint, and keeps its bytes, which an
    /// endpoint does not.
    pub(super) async fn receive(&self, request: Request) -> Delivery {
        let (parts, body) = request.into_parts();
        let headers = parts.headers.clone();
        let kept = Arc::new(Mutex::new(Vec::new()));
        let keeper = Arc::clone(&kept);
        let body = body.map_frame(move |frame| {
            if let Some(data) = frame.data_ref() {
                let mut kept = keeper.lock().unwrap_or_else(PoisonError::into_inner);
                kept.extend_from_slice(data);
            }
            frame
        });
        let request = Request::from_parts(parts, Body::new(body));
        let received = self.endpoint.receive(request).await;
        let body = std::mem::take(&mut *kept.lock().unwrap_or_else(PoisonError::into_inner));
        Delivery {
            headers,
            body,
            received,
        }
    }

    /// What the provider itself says, or None if nobody is asked.
    pub(super) async fn confirm(&self, hint: &Hint) -> Option<Result<Event, Rejection>> {
        if self.asks == Asks::Nobody {
            return None;
        }
        let confirmed = self.endpoint.confirm(hint).await;
        Some(confirmed.map(payments::Verified::into_inner))
    }
}

/// Whether the environment holds a setting of the provider, beside the secrets that it checks with.
fn has_keys(name: Name) -> bool {
    let settings = configuration::settings();
    let mut asked = name.settings().all.iter().filter(|one| !one.callbacks);
    if asked.any(|setting| {
        settings
            .get(setting.variable)
            .is_some_and(|value| !value.is_empty())
    }) {
        return true;
    }
    let prefix = format!("{}_", name.as_str().to_uppercase());
    let of_callbacks = ["CALLBACK_SECRETS", "CALLBACK_TOKENS", "SIGNING_SECRETS"];
    std::env::vars_os().any(|(variable, value)| {
        let variable = variable.to_string_lossy();
        let own = variable.strip_prefix(&prefix);
        !value.is_empty() && own.is_some_and(|own| !of_callbacks.contains(&own))
    })
}

fn client(name: Name, settings: Settings) -> Result<Arc<dyn Callbacks>, payments::Error> {
    Ok(name.client(&signing::checking(settings))?.callbacks)
}
