//! What came back: first as it is, then, if it is a success, read.

use std::fmt;

use http::HeaderMap;
use hyper::body::Bytes;
use serde::de::DeserializeOwned;

use super::failure::{Call, cut_off, refused, unreadable};
use crate::error::Result;

/// What came back over HTTP, not yet judged: a success, a refusal, or neither.
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty if it was cut off.
    pub body: Bytes,
    pub(super) cut: Option<reqwest::Error>,
}

impl Reply {
    /// Reads a success, and judges anything else by its code and status.
    pub fn read<T: DeserializeOwned>(self, call: &Call<'_>) -> Result<Answer<T>> {
        if !self.is_success() {
            let error = refused(call, self.status, &self.headers, &self.body);
            return Err(match self.cut {
                Some(cause) => error.with_source(cause.without_url()),
                None => error,
            });
        }
        let whole = self.whole(call)?;
        match serde_json::from_slice(&whole.body) {
            Ok(body) => Ok(whole.answer(body)),
            Err(cause) => Err(unreadable(call, cause)),
        }
    }

    /// The reply, if it was not cut off. Where the HTTP status does not tell what happened, half a reply tells nothing: the outcome is unknown.
    pub fn whole(mut self, call: &Call<'_>) -> Result<Self> {
        match self.cut.take() {
            Some(cause) => Err(cut_off(call, cause)),
            None => Ok(self),
        }
    }

    /// The answer whose body was read from this.
    pub fn answer<T>(self, body: T) -> Answer<T> {
        Answer {
            body,
            status: self.status,
            headers: Headers(self.headers),
        }
    }

    /// Whether the HTTP status is one of success.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// A success: the typed body, with what came around it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer<T> {
    /// The body.
    pub body: T,
    /// The HTTP status: 2xx, unless a provider answers under others too.
    pub status: u16,
    /// The headers.
    pub headers: Headers,
}

/// Headers that do not print.
#[derive(Clone)]
pub struct Headers(HeaderMap);

impl Headers {
    /// The text of a header, if it is there and is text.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.to_str().ok()
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Headers(..)")
    }
}
