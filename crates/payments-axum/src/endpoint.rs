//! One provider's side: how its callbacks are read, checked and confirmed.

use std::{error::Error as StdError, sync::Arc, time::Duration};

use axum::{body::Bytes, extract::Request};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use payments_core::{Account, Callbacks, Event, Hint, Provider, Received, Verified};
use payments_server::Exchange;
use tokio::time::timeout;

use crate::{
    confirmation::{Confirmation, Question},
    rejection::Rejection,
};

/// Between two questions about one reference, where the provider states no pause.
const USUAL_PAUSE: Duration = Duration::from_secs(5);

/// How the callbacks of one provider are taken in. Clones share their bounds.
///
/// A client is one: wherever an endpoint is wanted, an `Arc` of a client or an `Arc<dyn Callbacks>`
/// will do.
#[derive(Clone, Debug)]
#[must_use]
pub struct Endpoint {
    callbacks: Arc<dyn Callbacks>,
    confirmation: Arc<Confirmation>,
    body_limit: usize,
    body_within: Duration,
    pause: Option<Duration>,
}

impl Endpoint {
    /// With the default bounds.
    pub fn new(callbacks: Arc<dyn Callbacks>) -> Self {
        Self {
            callbacks,
            confirmation: Arc::new(Confirmation::new(8, Duration::from_secs(10))),
            body_limit: 256 << 10,
            body_within: Duration::from_secs(10),
            pause: None,
        }
    }

    /// How large a body may be, in bytes; 256 KiB by default, far more than any provider's.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// How long a body may take to arrive; 10 s by default. Providers wait 30 s for an answer at
    /// most.
    pub fn body_within(mut self, time: Duration) -> Self {
        self.body_within = time;
        self
    }

    /// How many hints are confirmed at once, and how long one may take, waiting included; 8 and 10
    /// s by default.
    ///
    /// Anybody can send hints. Eight times as many may wait; what comes beyond that is answered
    /// 503, and a provider delivers again. With a journal, hints about references that are not
    /// recorded get a quarter of that, on their own.
    pub fn confirmations(mut self, at_once: usize, within: Duration) -> Self {
        self.confirmation = Arc::new(Confirmation::new(at_once, within));
        self
    }

    /// How long to wait at least between two questions about one reference. By default what the
    /// provider states
    /// ([`Settlement::minimum_pause`](payments_core::capabilities::Settlement::minimum_pause)), or
    /// 5 s where it states nothing. A hint that comes before that is answered 503.
    pub fn pause(mut self, pause: Duration) -> Self {
        self.pause = Some(pause);
        self
    }

    /// Reads a request and checks who sent it, by the provider's own rule.
    pub async fn receive(&self, request: Request) -> Result<Received, Rejection> {
        let (parts, body) = request.into_parts();
        let body = Limited::new(body, self.body_limit).collect();
        let body: Bytes = match timeout(self.body_within, body).await {
            Ok(Ok(body)) => body.to_bytes(),
            Ok(Err(error)) if is_too_large(&*error) => {
                return Err(Rejection::TooLarge(self.body_limit));
            }
            Ok(Err(_)) | Err(_) => return Err(Rejection::Interrupted),
        };
        self.callbacks
            .receive(&parts.headers, &body)
            .map_err(Rejection::of)
    }

    /// Asks the provider about a hint, within the endpoint's bounds.
    pub async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>, Rejection> {
        let question = self.question(hint)?;
        question.ask(&*self.callbacks, hint, true).await
    }

    /// The account whose callbacks they are.
    #[must_use]
    pub fn account(&self) -> &Account {
        self.callbacks.account()
    }

    /// Who sends them.
    #[must_use]
    pub fn sender(&self) -> Provider {
        self.callbacks.provider()
    }

    /// Takes up a hint, if it may be asked about now.
    pub(crate) fn question(&self, hint: &Hint) -> Result<Question<'_>, Rejection> {
        let stated = || hint.minimum_pause(self.callbacks.capabilities());
        let pause = self.pause.or_else(stated).unwrap_or(USUAL_PAUSE);
        self.confirmation.begin(hint, pause)
    }

    /// Holds back the answer to a hint that was one too many.
    pub(crate) async fn hold(&self, rejection: &Rejection, exchange: Option<Exchange>) {
        self.confirmation.hold(rejection, exchange).await;
    }

    pub(crate) fn callbacks(&self) -> &dyn Callbacks {
        &*self.callbacks
    }
}

/// The limit may also be an outer layer's, which tells it from within.
fn is_too_large(error: &(dyn StdError + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<LengthLimitError>() {
            return true;
        }
        next = error.source();
    }
    false
}

impl From<Arc<dyn Callbacks>> for Endpoint {
    fn from(callbacks: Arc<dyn Callbacks>) -> Self {
        Self::new(callbacks)
    }
}

impl<C: Callbacks + 'static> From<Arc<C>> for Endpoint {
    fn from(callbacks: Arc<C>) -> Self {
        Self::new(callbacks)
    }
}
