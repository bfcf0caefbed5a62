//! Access control: every request from the network passes here first.

use std::net::SocketAddr;

use payments_server::LocalOnly;
use serde_json::json;
use subtle::ConstantTimeEq;

use crate::{registry, reply::Reply, request::Request, settings::Settings};

#[derive(Debug)]
pub(crate) struct Gate {
    local: LocalOnly,
    token: Option<String>,
}

impl Gate {
    pub(crate) fn new(settings: &Settings, address: SocketAddr) -> Self {
        let names = settings.own_hosts.iter();
        Self {
            local: names.fold(LocalOnly::new(address), LocalOnly::name),
            token: settings.token.clone(),
        }
    }

    /// The request, if it may be answered.
    pub(crate) fn admit(&self, request: Request) -> Result<Request, Reply> {
        let path = request.path();
        let place = path.first().copied();
        let refused = match place {
            Some("_sandbox") => self.local.refuses(request.headers()),
            // A customer's browser comes from the shop.
            _ => self.local.refuses_page(request.verb(), request.headers()),
        };
        if let Some(why) = refused {
            return Err(Reply::sandbox_error(403, why));
        }
        let Some(token) = &self.token else {
            return Ok(request);
        };
        match place {
            Some("_sandbox") => {
                let presented = request.credentials("Bearer").unwrap_or_default();
                if bool::from(presented.as_bytes().ct_eq(token.as_bytes())) {
                    return Ok(request);
                }
                if (request.method(), &*path) == ("GET", &["_sandbox", "health"]) {
                    // Whoever waits until it answers; the seed would tell where the customers'
                    // pages are.
                    return Err(Reply::json(200, json!({"status": "ok"})));
                }
                let message = "it signs with secrets of your own: send the token that was printed at its start, as authorization: Bearer TOKEN";
                Err(Reply::sandbox_error(401, message))
            }
            // Whoever makes a payment gets its page, and with it what the page makes the sandbox
            // sign.
            place => {
                let provider = place.and_then(registry::named);
                match provider.and_then(|provider| provider.key(&request)) {
                    Some(key) if !ends_with(&key, token) => Ok(request.without_credentials()),
                    _ => Ok(request),
                }
            }
        }
    }
}

fn ends_with(key: &str, token: &str) -> bool {
    let end = key.len().checked_sub(token.len());
    let end = end.and_then(|start| key.as_bytes().get(start..));
    end.is_some_and(|end| end.ct_eq(token.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::variables::VARIABLES;

    #[test]
    fn each_provider_whose_callbacks_a_secret_proves_has_a_key_that_is_looked_at() {
        let mut keyed = Vec::new();
        for table in VARIABLES {
            let proves = table.all.iter().any(|one| one.proves);
            let forms = table.all.iter().filter_map(|one| one.token);
            // Where the token is the whole key, requests are signed with it.
            let ends_with_it = forms.into_iter().any(|form| form != "{token}");
            if proves && ends_with_it {
                let provider = registry::named(table.provider).unwrap();
                assert_eq!(
                    provider.key(&Request::nothing()),
                    Some(String::new()),
                    "whoever has no token could make {} sign with a secret of the user's own",
                    table.provider
                );
                keyed.push(table.provider);
            }
        }
        assert!(
            keyed.contains(&"fazz") && keyed.contains(&"instamoney"),
            "{keyed:?}"
        );
    }
}
