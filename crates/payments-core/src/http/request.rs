//! A request, from its making until something comes back.

use std::{borrow::Cow, error::Error as StdError, fmt, marker::PhantomData};

use http::header::{CONTENT_TYPE, HeaderValue, InvalidHeaderValue};

use super::{
    answer::Reply,
    failure::{Call, broken, unbuilt},
};
use crate::error::Result;

/// A request that is ready to be sent, and the type of its answer. Generated code makes it, and touches no network.
pub struct Request<T> {
    request: reqwest::Request,
    answer: PhantomData<fn() -> T>,
}

impl<T> Request<T> {
    /// Meant for generated code.
    #[must_use]
    pub fn new(request: reqwest::Request) -> Self {
        Self {
            request,
            answer: PhantomData,
        }
    }

    /// Adds what no specification of an operation states because every call of the provider carries it: keys, tokens.
    #[must_use]
    pub fn with(mut self, add: impl FnOnce(&mut reqwest::Request)) -> Self {
        add(&mut self.request);
        self
    }

    /// The body, if there is one.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.request.body()?.as_bytes()
    }

    /// Puts another body, of another media type, in the place of the one that was made.
    #[must_use]
    pub fn with_body(self, media_type: &'static str, body: impl Into<reqwest::Body>) -> Self {
        self.with(|request| {
            *request.body_mut() = Some(body.into());
            let media_type = HeaderValue::from_static(media_type);
            request.headers_mut().insert(CONTENT_TYPE, media_type);
        })
    }
}

/// Why a request could not be made. Nothing was sent.
#[derive(Debug)]
pub struct BuildError {
    pub(super) message: Cow<'static, str>,
    pub(super) source: Option<reqwest::Error>,
}

impl BuildError {
    /// With a reason that names no secret.
    #[must_use]
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for BuildError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}

impl From<reqwest::Error> for BuildError {
    fn from(cause: reqwest::Error) -> Self {
        Self {
            source: Some(cause.without_url()),
            ..Self::new("the request cannot be built")
        }
    }
}

impl From<InvalidHeaderValue> for BuildError {
    fn from(_: InvalidHeaderValue) -> Self {
        Self::new("a value holds characters that no header can carry")
    }
}

/// Sends a request and takes in whatever comes back. It is the one place from which anything goes to a provider, and the only one that waits for it.
pub async fn send<T>(
    call: &Call<'_>,
    client: &reqwest::Client,
    request: Result<Request<T>, BuildError>,
) -> Result<Reply> {
    match request {
        Ok(request) => exchange(call, client, request.request).await,
        Err(error) => Err(unbuilt(call, error)),
    }
}

/// Of no type, so that it is compiled once and not for each answer.
async fn exchange(
    call: &Call<'_>,
    client: &reqwest::Client,
    request: reqwest::Request,
) -> Result<Reply> {
    match client.execute(request).await {
        Ok(response) => Reply::take(call, response).await,
        Err(cause) => Err(broken(call, cause)),
    }
}
