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
    /// The body, whole.
    pub body: Bytes,
}

impl Reply {
    /// Takes in the rest of a response. A status that refuses is heard even if its body is cut off.
    pub(super) async fn take(call: &Call<'_>, mut response: reqwest::Response) -> Result<Self> {
        let status = response.status().as_u16();
        // Taken, not copied: the body is read without them.
        let headers = std::mem::take(response.headers_mut());
        match response.bytes().await {
            Ok(body) => Ok(Self {
                status,
                headers,
                body,
            }),
            Err(cause) if is_success(status) => Err(cut_off(call, cause)),
            Err(cause) => {
                Err(refused(call, status, &headers, &[]).with_source(cause.without_url()))
            }
        }
    }

    /// Reads a success, and judges anything else by its code and status.
    pub fn read<T: DeserializeOwned>(self, call: &Call<'_>) -> Result<Answer<T>> {
        if !self.is_success() {
            return Err(refused(call, self.status, &self.headers, &self.body));
        }
        match serde_json::from_slice(&self.body) {
            Ok(body) => Ok(self.answer(body)),
            Err(cause) => Err(unreadable(call, cause)),
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
        is_success(self.status)
    }
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
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
