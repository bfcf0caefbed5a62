//! Answers: first unread, then read if they are a success.

use std::fmt;

use http::HeaderMap;
use hyper::body::Bytes;

use super::{
    bound::Cut,
    failure::{cut_off, encoded, refused, too_large, unreadable},
};
use crate::{
    call::Call,
    read::{self, Arrived, LeftOut, Read, Received},
};
use payments_core::Result;

/// An HTTP answer, not yet judged: a success, a refusal, or neither.
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty if it was cut off.
    pub body: Bytes,
    pub(super) cut: Option<Cut>,
}

impl Reply {
    /// Reads a success, and judges anything else by its code and status.
    pub fn read<T: Received>(self, call: &Call<'_>) -> Result<Answer<T>> {
        if let Some(Cut::TooLarge(cause)) = self.cut {
            return Err(too_large(call, self.status, &self.headers, cause));
        }
        if !self.is_success() {
            let error = refused(call, self.status, &self.headers, &self.body);
            if let Some(encoding) = self.encoding() {
                return Err(error.with_source(encoded(call, encoding)));
            }
            return Err(match self.cut {
                Some(Cut::Broken(cause)) => error.with_source(cause.without_url()),
                Some(Cut::TooLarge(_)) | None => error,
            });
        }
        let whole = self.whole(call)?;
        let body = whole.understood(call)?;
        Ok(whole.answer(body))
    }

    /// The body, read whatever the HTTP status.
    pub fn understood<T: Received>(&self, call: &Call<'_>) -> Result<Read<T>> {
        if let Some(encoding) = self.encoding() {
            return Err(encoded(call, encoding));
        }
        read::read(&self.body).map_err(|cause| unreadable(call, cause))
    }

    /// The encoding of the body, if it has one: none was requested, and none is supported.
    fn encoding(&self) -> Option<&str> {
        let encoding = self.headers.get(http::header::CONTENT_ENCODING)?;
        let encoding = encoding.to_str().unwrap_or("unreadable").trim();
        let is_plain = encoding.is_empty() || encoding.eq_ignore_ascii_case("identity");
        (!is_plain).then_some(encoding)
    }

    /// The reply, if it was not cut off. For providers whose HTTP status decides nothing, half a
    /// reply proves nothing: the outcome is unknown.
    pub fn whole(mut self, call: &Call<'_>) -> Result<Self> {
        match self.cut.take() {
            Some(Cut::Broken(cause)) => Err(cut_off(call, cause)),
            Some(Cut::TooLarge(cause)) => Err(too_large(call, self.status, &self.headers, cause)),
            None => Ok(self),
        }
    }

    /// Makes the answer from the body that was read.
    pub fn answer<T: Received>(self, read: Read<T>) -> Answer<T> {
        Answer {
            body: read.body,
            left_out: read.left_out,
            arrived: Arrived::new::<T>(self.body),
            status: self.status,
            headers: Headers(self.headers),
        }
    }

    /// Whether the HTTP status is 2xx.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// A success: the typed body, with status and headers.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer<T> {
    /// The body.
    pub body: T,
    /// Members that could not be read and decide nothing.
    pub left_out: Vec<LeftOut>,
    /// The body as it arrived.
    pub arrived: Arrived,
    /// The HTTP status: 2xx, unless the provider also uses others for a success.
    pub status: u16,
    /// The headers.
    pub headers: Headers,
}

/// Headers that do not print.
#[derive(Clone)]
pub struct Headers(HeaderMap);

impl Headers {
    /// The text of a header, if it is present and is text.
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
