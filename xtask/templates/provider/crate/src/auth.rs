//! What every request carries: the API key as a bearer token.
// example of new-provider: what the document says that a request carries

use payments_core::{Result, Secret};
use payments_provider::http::{Request, sensitive};
use reqwest::header::{AUTHORIZATION, HeaderValue};

#[derive(Clone, Debug)]
pub(crate) struct Auth {
    /// Marked sensitive, so that `Debug` does not print it.
    header: HeaderValue,
}

impl Auth {
    pub(crate) fn new(api_key: &Secret) -> Result<Self> {
        Ok(Self {
            header: sensitive("the API key", &format!("Bearer {}", api_key.expose()))?,
        })
    }

    pub(crate) fn authorize<T>(&self, request: Request<T>) -> Request<T> {
        request.with(|request| {
            let headers = request.headers_mut();
            headers.insert(AUTHORIZATION, self.header.clone());
        })
    }
}
