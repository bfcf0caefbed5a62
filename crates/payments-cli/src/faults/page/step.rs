//! One step of a schedule, as the page shows it: what stands in each lane, and what it means.

use chrono::{DateTime, Utc};

/// What an arrow looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Wire {
    #[default]
    Whole,
    /// It does not arrive.
    Lost,
    /// It arrives, and is not what was meant.
    Odd,
    /// It arrives, and is no success.
    No,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Arrow {
    pub(super) text: String,
    pub(super) wire: Wire,
}

impl Arrow {
    pub(super) fn new(text: impl Into<String>, wire: Wire) -> Self {
        Self {
            text: text.into(),
            wire,
        }
    }
}

/// A row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Movement {
    pub(super) text: String,
    /// A debit of an order that was debited before.
    pub(super) is_again: bool,
    /// Whether it goes back to the customer.
    pub(super) is_back: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// A request and its answer.
    #[default]
    Exchange,
    Callback,
    Customer,
    /// What happens by itself as time passes.
    Time,
    Merchant,
    Crash,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) kind: Kind,
    /// The number of the order that it is about.
    pub(super) order: Option<usize>,
    /// What the merchant did before it.
    pub(super) before: Vec<String>,
    /// From the merchant to the provider.
    pub(super) out: Option<Arrow>,
    /// What the provider did.
    pub(super) provider: Vec<String>,
    pub(super) ledger: Vec<Movement>,
    /// From the provider to the merchant.
    pub(super) back: Option<Arrow>,
    /// What the merchant made of it.
    pub(super) after: Vec<String>,
    /// What it means, in sentences.
    pub(super) says: Vec<String>,
}

impl Step {
    pub(super) fn new(kind: Kind, order: Option<usize>) -> Self {
        Self {
            kind,
            order,
            ..Self::default()
        }
    }

    pub(super) fn says(mut self, text: impl Into<String>) -> Self {
        self.says.push(text.into());
        self
    }

    /// Says it unless it is said already.
    pub(super) fn add(&mut self, sentence: Option<String>) {
        self.says
            .extend(sentence.filter(|sentence| !self.says.contains(sentence)));
    }
}

/// A step, and when; several in a row that differ in their time only are one.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) at: DateTime<Utc>,
    pub(super) until: DateTime<Utc>,
    pub(super) times: u32,
    pub(super) step: Step,
}
