//! The limit on the size of answers: whoever answers must not decide how much memory is used.

use std::{error::Error as StdError, fmt, future::Future, sync::Arc};

use chrono::{DateTime, Utc};
use hyper::body::Bytes;

use super::{BaseUrl, Timeouts, client};
use payments_core::{
    Error, Result,
    retry::{Clock, SystemClock},
};

/// The default limit of an answer in bytes: 4 MiB. The largest documented answers have some
/// kilobytes.
pub const LARGEST_ANSWER: usize = 4 * 1024 * 1024;

/// An answer is larger than the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// The limit in bytes.
    pub bound: usize,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the answer is larger than {} bytes", self.bound)
    }
}

impl StdError for TooLarge {}

/// An HTTP client of one provider, with its answer limit and its clock.
#[derive(Clone, Debug)]
pub struct Client {
    client: reqwest::Client,
    largest_answer: usize,
    clock: Arc<dyn Clock>,
}

impl Client {
    /// Like [`client`], with a limit on answers in bytes.
    pub fn new(base: &BaseUrl, timeouts: Timeouts, largest_answer: usize) -> Result<Self> {
        if largest_answer == 0 {
            return Err(Error::configuration(
                "largest_answer: expected at least 1 byte, got 0",
            ));
        }
        Ok(Self {
            client: client(base, timeouts)?,
            largest_answer,
            clock: Arc::new(SystemClock),
        })
    }

    /// Sets the clock.
    #[must_use]
    pub fn clock(self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self }
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(super) fn execute(
        &self,
        request: reqwest::Request,
    ) -> impl Future<Output = reqwest::Result<reqwest::Response>> + use<> {
        self.client.execute(request)
    }

    pub(super) fn largest_answer(&self) -> usize {
        self.largest_answer
    }
}

/// Why a body is not whole.
pub(super) enum Cut {
    /// The connection broke, or time ran out.
    Broken(reqwest::Error),
    TooLarge(TooLarge),
}

/// Reads a body to its end or to the limit. Nothing beyond the limit is kept, whatever length was
/// announced.
pub(super) async fn body(mut response: reqwest::Response, bound: usize) -> Result<Bytes, Cut> {
    let too_large = Cut::TooLarge(TooLarge { bound });
    let announced = response.content_length();
    if announced.is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > bound)) {
        return Err(too_large);
    }
    let mut whole = Whole::Nothing;
    while let Some(part) = response.chunk().await.map_err(Cut::Broken)? {
        match whole.with(part, bound) {
            Some(longer) => whole = longer,
            None => return Err(too_large),
        }
    }
    Ok(whole.bytes())
}

/// The parts received so far. Most answers arrive in one part, which is not copied.
enum Whole {
    Nothing,
    OnePart(Bytes),
    Parts(Vec<u8>),
}

impl Whole {
    /// Adds a part, unless that exceeds the limit.
    fn with(self, part: Bytes, bound: usize) -> Option<Self> {
        let length = self.len().checked_add(part.len())?;
        if length > bound {
            return None;
        }
        let mut parts = match self {
            Self::Nothing => return Some(Self::OnePart(part)),
            Self::OnePart(first) => Vec::from(first),
            Self::Parts(parts) => parts,
        };
        if length > parts.capacity() {
            // Doubles each time, as a vector does, but never exceeds the limit.
            let capacity = parts.capacity().saturating_mul(2).clamp(length, bound);
            parts.reserve_exact(capacity.saturating_sub(parts.len()));
        }
        parts.extend_from_slice(&part);
        Some(Self::Parts(parts))
    }

    fn len(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::OnePart(part) => part.len(),
            Self::Parts(parts) => parts.len(),
        }
    }

    fn bytes(self) -> Bytes {
        match self {
            Self::Nothing => Bytes::new(),
            Self::OnePart(part) => part,
            Self::Parts(parts) => parts.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_the_whole_and_nothing_grows_past_the_bound() {
        for (bound, length) in [
            (1, 1),
            (10, 3),
            (1000, 7),
            (4096, 1),
            (4096, 4096),
            (4097, 64),
        ] {
            let mut whole = Whole::Nothing;
            let mut kept = Vec::new();
            for number in 0..=u8::MAX {
                let part = vec![number; length];
                let longer = std::mem::replace(&mut whole, Whole::Nothing)
                    .with(Bytes::from(part.clone()), bound);
                let fits = kept.len() + length <= bound;
                assert_eq!(longer.is_some(), fits, "{bound} {length}");
                let Some(longer) = longer else { break };
                if let Whole::Parts(parts) = &longer {
                    assert!(parts.capacity() <= bound, "{bound}: {}", parts.capacity());
                }
                whole = longer;
                kept.extend(part);
                assert_eq!(whole.len(), kept.len());
            }
            if let Whole::Parts(parts) = whole {
                assert!(kept.starts_with(&parts));
            }
        }
    }
}
