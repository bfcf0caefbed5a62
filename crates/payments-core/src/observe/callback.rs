//! Observing a callback and its handler.

use std::time::{Duration, Instant};

use tracing::{Span, field::Empty, info, info_span, warn};

use super::{
    DROPPED, TARGET,
    meters::{CALLBACK_DURATION, CALLBACK_LAG, CALLBACKS, HANDLERS},
    millis,
};
use crate::{
    account::{Account, AccountId},
    instruction::Event,
};

/// Observes a callback from its arrival to its acknowledgement.
#[must_use]
pub fn callback(account: &Account) -> CallbackWatch {
    CallbackWatch {
        account: account.clone(),
        begun: Instant::now(),
        ended: false,
        span: info_span!(
            target: TARGET,
            "callback",
            provider = account.provider().as_str(),
            account = account.as_str(),
            reference = Empty,
            status = Empty,
            proof = Empty,
            outcome = Empty,
            duration_ms = Empty,
        ),
    }
}

/// A callback being processed.
#[derive(Debug)]
pub struct CallbackWatch {
    account: Account,
    span: Span,
    begun: Instant,
    ended: bool,
}

impl CallbackWatch {
    /// The span to work in.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// When it arrived.
    #[must_use]
    pub fn begun(&self) -> Instant {
        self.begun
    }

    /// Records the event once it is proved: `verified`, or `confirmed` by asking.
    pub fn proved(&self, proof: &'static str, event: &Event) {
        self.span.record("proof", proof);
        if let Some(reference) = event.news.reference() {
            self.span.record("reference", reference.as_str());
        }
        self.span.record("status", event.news.status_word());
    }

    /// Records that it is acknowledged; `outcome` says what was done with it.
    pub fn taken(mut self, outcome: &'static str) {
        self.tell(outcome);
        self.span
            .in_scope(|| info!(target: TARGET, "callback taken"));
    }

    /// Records that it is not acknowledged, and why.
    pub fn refused(mut self, reason: &'static str) {
        self.tell(reason);
        self.span
            .in_scope(|| warn!(target: TARGET, "callback refused"));
    }

    fn tell(&mut self, outcome: &'static str) {
        self.ended = true;
        let took = self.begun.elapsed();
        let provider = self.account.provider().as_str();
        CALLBACKS.count([provider, outcome]);
        CALLBACK_DURATION.record([provider], took);
        self.span.record("outcome", outcome);
        self.span.record("duration_ms", millis(took));
    }
}

impl Drop for CallbackWatch {
    fn drop(&mut self) {
        if !self.ended {
            self.tell(DROPPED);
            self.span
                .in_scope(|| warn!(target: TARGET, "given up by its sender"));
        }
    }
}

/// Observes the application's handler for one change.
#[must_use]
pub fn handler(account: &AccountId, reference: &str, status: Option<&str>) -> HandlerWatch {
    HandlerWatch {
        account: account.clone(),
        reference: reference.to_owned(),
        begun: Instant::now(),
        ended: false,
        span: info_span!(
            target: TARGET,
            "handler",
            provider = account.provider().as_str(),
            account = account.as_str(),
            reference,
            status,
            outcome = Empty,
            lag_ms = Empty,
            duration_ms = Empty,
        ),
    }
}

/// A running handler.
#[derive(Debug)]
pub struct HandlerWatch {
    account: AccountId,
    reference: String,
    span: Span,
    begun: Instant,
    ended: bool,
}

impl HandlerWatch {
    /// The span to work in.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// Records that it succeeded, `lag` after the change.
    pub fn handled(mut self, lag: Duration) {
        CALLBACK_LAG.record([self.account.provider().as_str()], lag);
        self.span.record("lag_ms", millis(lag));
        self.tell("handled");
        self.span
            .in_scope(|| info!(target: TARGET, "change handled"));
    }

    /// Records that it failed; the change is delivered again.
    pub fn failed(mut self, outcome: &'static str) {
        self.tell(outcome);
        let (account, reference) = (self.account.as_str(), &*self.reference);
        self.span.in_scope(|| {
            warn!(
                target: TARGET,
                account,
                reference,
                "the handler failed: the change comes again"
            );
        });
    }

    fn tell(&mut self, outcome: &'static str) {
        self.ended = true;
        HANDLERS.count([self.account.provider().as_str(), outcome]);
        self.span.record("outcome", outcome);
        self.span
            .record("duration_ms", millis(self.begun.elapsed()));
    }
}

impl Drop for HandlerWatch {
    fn drop(&mut self) {
        if !self.ended {
            self.tell(DROPPED);
            let (account, reference) = (self.account.as_str(), &*self.reference);
            self.span.in_scope(|| {
                warn!(
                    target: TARGET,
                    account,
                    reference,
                    "the handler was ended: the change comes again"
                );
            });
        }
    }
}
