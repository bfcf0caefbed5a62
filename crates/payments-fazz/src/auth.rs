//! What every request carries: HTTP Basic, and the media type of JSON:API.

use base64::prelude::{BASE64_STANDARD, Engine};
use payments_core::{Result, Secret};
use payments_provider::http::{Request, sensitive};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};

#[derive(Clone, Debug)]
pub(crate) struct Auth {
    /// Marked sensitive, so that `Debug` does not print it.
    header: HeaderValue,
}

impl Auth {
    pub(crate) fn new(api_key: &Secret, secret_key: &Secret) -> Result<Self> {
        let pair = format!("{}:{}", api_key.expose(), secret_key.expose());
        let pair = BASE64_STANDARD.encode(pair);
        Ok(Self {
            header: sensitive("the API key", &format!("Basic {pair}"))?,
        })
    }

    pub(crate) fn authorize<T>(&self, request: Request<T>) -> Request<T> {
        request.with(|request| {
            let has_body = request.body().is_some();
            let headers = request.headers_mut();
            headers.insert(AUTHORIZATION, self.header.clone());
            if has_body {
                let json = HeaderValue::from_static("application/vnd.api+json");
                headers.insert(CONTENT_TYPE, json);
            }
        })
    }
}
