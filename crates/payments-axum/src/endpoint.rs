//! How one provider's callbacks are read, checked and confirmed.

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

/// The pause between two queries about one reference, if the provider states none.
const USUAL_PAUSE: Duration = Duration::from_secs(5);

/// How the callbacks of one provider are received. Clones share their bounds.
///
/// Wherever an endpoint is expected, an `Arc` of a client or an `Arc<dyn Callbacks>` works too.
///
/// ```
/// use std::time::Duration;
///
/// use payments::Client;
/// use payments_axum::{Endpoint, Intake};
///
/// fn route(intake: &Intake, ciputra: Client) -> axum::Router {
///     let endpoint = Endpoint::new(ciputra.callbacks)
///         .body_limit(64 << 10)
///         .confirmations(4, Duration::from_secs(5));
///     axum::Router::new().route("/callbacks/ciputra", intake.route(endpoint))
/// }
/// ```
#[doc(alias = "webhook")]
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
    /// Makes an endpoint with the default bounds.
    pub fn new(callbacks: Arc<dyn Callbacks>) -> Self {
        Self {
            callbacks,
            confirmation: Arc::new(Confirmation::new(8, Duration::from_secs(10))),
            body_limit: 256 << 10,
            body_within: Duration::from_secs(10),
            pause: None,
        }
    }

    /// Sets the maximum body size in bytes; 256 KiB by default, far more than any provider sends.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Sets how long a body may take to arrive; 10 s by default. Providers wait at most 30 s for an
    /// answer.
    pub fn body_within(mut self, time: Duration) -> Self {
        self.body_within = time;
        self
    }

    /// Sets how many hints are confirmed at once, and how long one may take, including waiting; 8
    /// and 10 s by default.
    ///
    /// Anybody can send hints. Eight times as many may wait; any beyond that are answered 503, and
    /// the provider delivers again. With a journal, hints about unrecorded references have a
    /// separate limit, a quarter of this.
    pub fn confirmations(mut self, at_once: usize, within: Duration) -> Self {
        self.confirmation = Arc::new(Confirmation::new(at_once, within));
        self
    }

    /// Sets the minimum pause between two queries about one reference. By default it is the
    /// provider's
    /// ([`Settlement::minimum_pause`](payments_core::capabilities::Settlement::minimum_pause)), or
    /// 5 s if it states none. An earlier hint is answered 503.
    pub fn pause(mut self, pause: Duration) -> Self {
        self.pause = Some(pause);
        self
    }

    /// Reads a request and checks who sent it, by the provider's own rule.
    ///
    /// # Errors
    /// No error is about a payment: nothing is proved. Answer with the [`Rejection`]'s status.
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
    ///
    /// # Errors
    /// Nothing is confirmed, and nothing has changed: the provider should deliver again.
    pub async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>, Rejection> {
        let question = self.question(hint)?;
        question.ask(&*self.callbacks, hint, true).await
    }

    /// The account to which the callbacks belong.
    #[must_use]
    pub fn account(&self) -> &Account {
        self.callbacks.account()
    }

    /// The provider.
    #[must_use]
    pub fn sender(&self) -> Provider {
        self.callbacks.provider()
    }

    /// Accepts a hint, if its reference may be queried now.
    pub(crate) fn question(&self, hint: &Hint) -> Result<Question<'_>, Rejection> {
        let stated = || hint.minimum_pause(self.callbacks.capabilities());
        let pause = self.pause.or_else(stated).unwrap_or(USUAL_PAUSE);
        self.confirmation.begin(hint, pause)
    }

    /// Delays the answer to an excess hint.
    pub(crate) async fn hold(&self, rejection: &Rejection, exchange: Option<Exchange>) {
        self.confirmation.hold(rejection, exchange).await;
    }

    pub(crate) fn callbacks(&self) -> &dyn Callbacks {
        &*self.callbacks
    }
}

/// The limit may also be an outer layer's, whose error is nested.
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
