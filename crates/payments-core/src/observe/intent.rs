//! An intent on its way to an answer.

use std::time::Instant;

use tracing::{Span, field::Empty, info, info_span, warn};

use super::{
    DROPPED, TARGET,
    call::millis,
    meters::{INTENTS, RETRIES},
};
use crate::{reference::Reference, retry::Step};

/// Watches a round of an intent: from where it stands to an answer, or until it is given up for now. `kind` is `payment`, `bill` or `mandate`.
#[must_use]
pub fn intent(provider: &str, kind: &'static str, reference: &Reference) -> IntentWatch {
    IntentWatch {
        provider: provider.to_owned(),
        kind,
        begun: Instant::now(),
        ended: false,
        span: info_span!(
            target: TARGET,
            "intent",
            provider,
            kind,
            reference = reference.as_str(),
            outcome = Empty,
            status = Empty,
            attempts = Empty,
            questions = Empty,
            duration_ms = Empty,
        ),
    }
}

/// Counts a step of an intent that was done before.
pub fn repeated(provider: &str, step: Step) {
    match step {
        Step::Send { again: true } => RETRIES.count([provider, "send"]),
        Step::Ask { again: true } => RETRIES.count([provider, "ask"]),
        _ => {}
    }
}

/// A round of an intent under way.
#[derive(Debug)]
pub struct IntentWatch {
    provider: String,
    kind: &'static str,
    span: Span,
    begun: Instant,
    ended: bool,
}

impl IntentWatch {
    /// The span, to work in.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// The round has ended. The outcome is `answered` or that of the error.
    pub fn end(mut self, outcome: &'static str, status: Option<&str>, sends: u32, asks: u32) {
        self.ended = true;
        self.span.record("status", status);
        self.span.record("attempts", sends);
        self.span.record("questions", asks);
        self.tell(outcome);
        self.span.in_scope(|| match outcome {
            "unknown" => warn!(target: TARGET, "nobody knows what became of it"),
            _ => info!(target: TARGET, "it is known what became of it"),
        });
    }

    fn tell(&self, outcome: &'static str) {
        INTENTS.count([&self.provider, self.kind, outcome]);
        self.span.record("outcome", outcome);
        self.span
            .record("duration_ms", millis(self.begun.elapsed()));
    }
}

impl Drop for IntentWatch {
    fn drop(&mut self) {
        if self.ended {
            return;
        }
        self.tell(DROPPED);
        self.span.in_scope(
            || warn!(target: TARGET, "given up by its caller: what became of it is unknown"),
        );
    }
}
