//! What every request carries: HTTP Basic, the secret key as user, no password.

use base64::prelude::{BASE64_STANDARD, Engine};
use payments_core::{Result, Secret};
use payments_provider::http::{Request, announce_empty_body, sensitive};
use reqwest::header::{AUTHORIZATION, HeaderValue};

#[derive(Clone, Debug)]
pub(crate) struct Auth {
    /// Marked sensitive, so that `Debug` does not print it.
    header: HeaderValue,
}

impl Auth {
    pub(crate) fn new(api_key: &Secret) -> Result<Self> {
        let user = BASE64_STANDARD.encode(format!("{}:", api_key.expose()));
        Ok(Self {
            header: sensitive("the API key", &format!("Basic {user}"))?,
        })
    }

    pub(crate) fn authorize<T>(&self, request: Request<T>) -> Request<T> {
        request.with(|request| {
            announce_empty_body(request);
            let headers = request.headers_mut();
            headers.insert(AUTHORIZATION, self.header.clone());
        })
    }
}
