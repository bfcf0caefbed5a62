//! Functions for the tests of a shop: what fails next, what the customer does, and what the ledger
//! contains.

use std::io;

use serde_json::{Value, json};

use crate::{PROVIDERS, Sandbox, Settings};

/// Starts a sandbox for a test: on a free port, with the same ids in each run.
///
/// # Errors
/// When no port can be taken.
pub async fn test() -> io::Result<Sandbox> {
    Sandbox::start(Settings::new().seed(1)).await
}

/// A fault that happens once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The payment is created, and the answer is lost.
    AnswerLost,
    /// The same, and for 30 s the payment is not found: a repeat creates a second one.
    AnswerLostAndHidden,
    /// Nothing is done, and no answer comes.
    RequestLost,
    /// Nothing is done: HTTP 503.
    Outage,
    /// Nothing is done: HTTP 429.
    TooManyRequests,
    /// The callback comes twice.
    CallbackTwice,
    /// The callback does not come.
    CallbackDropped,
    /// The callback comes before the answer.
    CallbackBeforeAnswer,
}

impl Fault {
    /// The name and the operation in the control API.
    fn order(self) -> (&'static str, &'static str) {
        match self {
            Self::AnswerLost => ("reset_after_commit", "create"),
            Self::AnswerLostAndHidden => ("hidden_after_commit", "create"),
            Self::RequestLost => ("reset_before_commit", "create"),
            Self::Outage => ("error_before_commit", "create"),
            Self::TooManyRequests => ("too_many_requests", "create"),
            Self::CallbackTwice => ("duplicate", "callback"),
            Self::CallbackDropped => ("drop", "callback"),
            Self::CallbackBeforeAnswer => ("told_before_answer", "create"),
        }
    }
}

/// A snapshot of the money that has moved.
#[derive(Clone, Debug)]
pub struct Ledger(Vec<Value>);

impl Ledger {
    /// How often a reference was debited, at any provider: 2 is once too often.
    #[must_use]
    pub fn debits(&self, reference: &str) -> usize {
        self.count("debit", reference)
    }

    /// How often money of a reference was refunded.
    #[must_use]
    pub fn refunds(&self, reference: &str) -> usize {
        self.count("refund", reference)
    }

    fn count(&self, kind: &str, reference: &str) -> usize {
        let says = |row: &Value, name: &str, text: &str| {
            row.get(name).and_then(Value::as_str) == Some(text)
        };
        let rows = self.0.iter();
        rows.filter(|row| says(row, "kind", kind) && says(row, "reference", reference))
            .count()
    }
}

impl Sandbox {
    /// Makes the next payment, bill or mandate fail in this way, or the next callback, at any
    /// provider.
    pub fn fails_next(&self, fault: Fault) {
        let (name, operation) = fault.order();
        let orders = PROVIDERS.iter().map(
            |provider| json!({"provider": provider.name(), "operation": operation, "fault": name}),
        );
        let one_of = json!({"one_of": orders.collect::<Value>()});
        // What a provider does not have is left out, so that nothing is refused.
        let _armed = self.control("POST", "faults", &one_of);
    }

    /// Makes the customer pay, or confirm, what has this reference.
    ///
    /// # Errors
    /// If nothing has that reference, or it can no longer be paid.
    pub fn customer_pays(&self, reference: &str) -> Result<(), String> {
        let mut why = format!("nothing has the reference {reference:?}");
        for provider in PROVIDERS {
            let payment = json!({"provider": provider.name(), "reference": reference});
            match self.control("POST", "payments/pay", &payment) {
                Ok(_) => return Ok(()),
                Err(other) if other.contains("has no payment") => {}
                Err(other) => why = other,
            }
        }
        Err(why)
    }

    /// Returns the money that has moved so far.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        let world = self.world();
        Ledger(
            world
                .ledger
                .rows(None, None)
                .map(|row| row.to_json())
                .collect(),
        )
    }
}
