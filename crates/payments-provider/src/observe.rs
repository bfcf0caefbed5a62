//! Observing one operation of a provider: its span and metrics.
//!
//! The tables of [`payments_core::observe`] explain the span and the metrics.

use std::{
    future::Future,
    sync::atomic::{AtomicBool, AtomicU32, Ordering},
    time::Instant,
};

use tracing::{Instrument, Span, debug, field::Empty, info_span, warn};

use payments_core::{
    Account, Error, Outcome, Reference, Result,
    observe::{DROPPED, REQUEST_DURATION, REQUESTS, RETRIES, TARGET, millis},
};

use crate::{call::Call, operation::Effect};

/// Watches one operation of a provider, in an account.
#[must_use]
pub fn call<'a>(call: &Call<'a>, account: &Account) -> CallWatch<'a> {
    CallWatch {
        call: *call,
        begun: Instant::now(),
        attempts: AtomicU32::new(1),
        ended: AtomicBool::new(false),
        span: info_span!(
            target: TARGET,
            "call",
            provider = call.provider.as_str(),
            account = account.as_str(),
            operation = call.operation.name,
            // As in errors: an invalid reference may contain anything.
            reference = call.reference.filter(|text| Reference::new(*text).is_ok()),
            outcome = Empty,
            kind = Empty,
            http_status = Empty,
            attempts = Empty,
            duration_ms = Empty,
        ),
    }
}

/// A running operation. If it is dropped before its end, it reports that: for an operation that
/// writes, the outcome is then unknown.
#[derive(Debug)]
pub struct CallWatch<'a> {
    call: Call<'a>,
    span: Span,
    begun: Instant,
    attempts: AtomicU32,
    ended: AtomicBool,
}

impl<'a> CallWatch<'a> {
    /// The call.
    #[must_use]
    pub fn call(&self) -> &Call<'a> {
        &self.call
    }

    /// Runs the exchange in the call's span. Its result belongs to [`ended`](Self::ended): a future
    /// that did both would have to hold the exchange twice, as what it was given and as what it
    /// awaits.
    pub fn within<F: Future>(&self, exchange: F) -> impl Future<Output = F::Output> + use<F> {
        exchange.instrument(self.span.clone())
    }

    /// Records how the call ended.
    pub fn ended<T>(&self, result: Result<T>) -> Result<T> {
        self.end(result.as_ref().err());
        result
    }

    /// Records that the request is sent again with a new token.
    pub fn repeats(&self) {
        self.attempts.fetch_add(1, Ordering::Relaxed);
        RETRIES.count([self.call.provider.as_str(), "token"]);
    }

    fn end(&self, error: Option<&Error>) {
        self.ended.store(true, Ordering::Relaxed);
        let outcome = error.map_or("answered", |error| error.outcome().as_str());
        self.tell(outcome);
        let Some(error) = error else {
            return self
                .span
                .in_scope(|| debug!(target: TARGET, "the provider answered"));
        };
        self.span
            .record("kind", tracing::field::debug(error.kind()));
        if let Some(status) = error.http_status() {
            self.span.record("http_status", status);
        }
        self.span
            .in_scope(|| match (error.outcome(), self.writes()) {
                (Outcome::Unknown, true) => warn!(target: TARGET, "the outcome is unknown: ask"),
                (Outcome::Unknown, false) => {
                    debug!(target: TARGET, "the question was not answered")
                }
                (Outcome::Refused, _) => debug!(target: TARGET, "refused"),
                (Outcome::NotSent, _) => debug!(target: TARGET, "not sent"),
            });
    }

    fn tell(&self, outcome: &'static str) {
        let took = self.begun.elapsed();
        let (provider, operation) = (self.call.provider.as_str(), self.call.operation.name);
        REQUESTS.count([provider, operation, outcome]);
        REQUEST_DURATION.record([provider, operation], took);
        if self.span.is_disabled() {
            return;
        }
        self.span.record("outcome", outcome);
        self.span
            .record("attempts", self.attempts.load(Ordering::Relaxed));
        self.span.record("duration_ms", millis(took));
    }

    fn writes(&self) -> bool {
        self.call.operation.effect == Effect::Writes
    }
}

impl Drop for CallWatch<'_> {
    fn drop(&mut self) {
        if *self.ended.get_mut() {
            return;
        }
        self.tell(DROPPED);
        self.span.in_scope(|| match self.writes() {
            true => warn!(target: TARGET, "given up before an answer: the outcome is unknown"),
            false => debug!(target: TARGET, "given up before an answer"),
        });
    }
}
