//! What every request carries: HTTP Basic, and the media type of JSON:API.

use base64::prelude::{BASE64_STANDARD, Engine};
use payments_core::{Result, Secret, http::sensitive};
use progenitor_client::{ClientHooks, Error, OperationInfo};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};

use crate::generated::client::Client;

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
}

impl ClientHooks<Auth> for Client {
    async fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        _: &OperationInfo,
    ) -> std::result::Result<(), Error<E>> {
        let has_body = request.body().is_some();
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, self.inner.header.clone());
        if has_body {
            headers.insert(
                CONTENT_TYPE,
                HeaderValue::from_static("application/vnd.api+json"),
            );
        }
        Ok(())
    }
}
