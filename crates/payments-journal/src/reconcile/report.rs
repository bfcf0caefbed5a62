//! A provider's report: its rows, and what it is a report of.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, Utc};
use payments_core::{AccountId, Money, PaymentStatus, jakarta};
use serde::Serialize;

/// What a report is about: one account, one day in Jakarta, and which payments it lists.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Scope {
    pub(super) account: AccountId,
    pub(super) day: Range<DateTime<Utc>>,
    pub(super) lists: Lists,
}

impl Scope {
    /// A report of what was paid on a day in Jakarta, in one account.
    pub fn new(account: AccountId, day: NaiveDate) -> Self {
        Self {
            account,
            day: jakarta::bounds(day),
            lists: Lists::Paid,
        }
    }

    /// Sets which payments the report lists.
    pub fn lists(mut self, lists: Lists) -> Self {
        self.lists = lists;
        self
    }

    /// Whether a row is of this day. A row without a time is: the report is of the day.
    pub(super) fn has(&self, row: &Reported) -> bool {
        row.at.is_none_or(|at| self.day.contains(&at))
    }
}

/// Which payments a report lists, and so which recorded ones it must list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lists {
    /// Those whose money came on the day: a settlement file.
    #[default]
    Paid,
    /// Those that the provider created on the day, whatever became of them.
    Created,
}

/// A payment, bill or top-up as a row of a report states it. What the report does not state is
/// `None`, and is not compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Reported {
    /// The line of the file, or the number in the list: for people, who look for it.
    pub line: u64,
    /// The merchant's reference, as it is written there. It need not be a possible one.
    pub reference: String,
    /// The provider's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// What the customer pays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The provider's fee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Money>,
    /// What is taken from the merchant's deposit: the cost of a bill, the price of a top-up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// The status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PaymentStatus>,
    /// When it was paid, or for [`Lists::Created`], created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
}

impl Reported {
    /// A row that states only a reference.
    #[must_use]
    pub fn new(line: u64, reference: impl Into<String>) -> Self {
        Self {
            line,
            reference: reference.into(),
            provider_id: None,
            amount: None,
            fee: None,
            cost: None,
            status: None,
            at: None,
        }
    }

    /// Sets the provider's id.
    #[must_use]
    pub fn provider_id(mut self, id: impl Into<String>) -> Self {
        self.provider_id = Some(id.into());
        self
    }

    /// Sets what the customer pays.
    #[must_use]
    pub fn amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Sets the provider's fee.
    #[must_use]
    pub fn fee(mut self, fee: Money) -> Self {
        self.fee = Some(fee);
        self
    }

    /// Sets what is taken from the deposit.
    #[must_use]
    pub fn cost(mut self, cost: Money) -> Self {
        self.cost = Some(cost);
        self
    }

    /// Sets the status.
    #[must_use]
    pub fn status(mut self, status: PaymentStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets when it was paid, or created.
    #[must_use]
    pub fn at(mut self, at: DateTime<Utc>) -> Self {
        self.at = Some(at);
        self
    }
}
