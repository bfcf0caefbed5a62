//! What every request carries: HTTP Basic, the secret key as user, no password.

use base64::prelude::{BASE64_STANDARD, Engine};
use payments_core::{
    Result, Secret,
    http::{announce_empty_body, sensitive},
};
use progenitor_client::{ClientHooks, Error, OperationInfo};
use reqwest::header::{AUTHORIZATION, HeaderValue};

use crate::generated::client::Client;

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
}

impl ClientHooks<Auth> for Client {
    async fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        _: &OperationInfo,
    ) -> std::result::Result<(), Error<E>> {
        announce_empty_body(request);
        request
            .headers_mut()
            .insert(AUTHORIZATION, self.inner.header.clone());
        Ok(())
    }
}
