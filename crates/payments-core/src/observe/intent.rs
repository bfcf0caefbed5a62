//! Observing an intent.

use std::time::Instant;

use tracing::{Span, field::Empty, info, info_span, warn};

use super::{DROPPED, TARGET, meters::INTENTS, millis};
use crate::{account::AccountId, reference::Reference};

/// Observes a round of an intent: until there is an answer, or until it is given up for now. `kind`
/// is that of the instruction, as `payment`.
#[must_use]
pub fn intent(account: &AccountId, kind: &'static str, reference: &Reference) -> IntentWatch {
    IntentWatch {
        account: account.clone(),
        reference: reference.clone(),
        kind,
        begun: Instant::now(),
        ended: false,
        span: info_span!(
            target: TARGET,
            "intent",
            provider = account.provider().as_str(),
            account = account.as_str(),
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

/// A running round of an intent.
#[derive(Debug)]
pub struct IntentWatch {
    account: AccountId,
    reference: Reference,
    kind: &'static str,
    span: Span,
    begun: Instant,
    ended: bool,
}

impl IntentWatch {
    /// The span to work in.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// Records what was done in this round.
    pub fn did(&self, sends: u32, asks: u32) {
        self.span.record("attempts", sends);
        self.span.record("questions", asks);
    }

    /// Records how the round ended: `answered`, `needs_attention`, or the outcome of the error.
    pub fn end(mut self, outcome: &'static str, status: Option<&str>) {
        self.ended = true;
        self.span.record("status", status);
        self.tell(outcome);
        let (account, reference) = (self.account.as_str(), self.reference.as_str());
        self.span.in_scope(|| match outcome {
            "answered" => info!(target: TARGET, "the provider reported the result"),
            "refused" => info!(target: TARGET, "nothing happened"),
            "not_sent" => {
                info!(target: TARGET, "nothing was sent that could have an effect")
            }
            "needs_attention" => {
                warn!(target: TARGET, account, reference, "a person must decide")
            }
            _ => warn!(target: TARGET, account, reference, "the outcome is unknown"),
        });
    }

    fn tell(&self, outcome: &'static str) {
        INTENTS.count([self.account.provider().as_str(), self.kind, outcome]);
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
        let (account, reference) = (self.account.as_str(), self.reference.as_str());
        self.span.in_scope(|| {
            warn!(
                target: TARGET,
                account,
                reference,
                "given up by its caller: what became of it is unknown"
            );
        });
    }
}
