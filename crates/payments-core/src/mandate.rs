//! Mandates: a customer's permission to be charged again and again.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    charge::Charge, money::Money, next_action::NextAction, payment::Customer, provider::Provider,
    raw::Raw, reference::Reference, schedule::Schedule,
};

/// What a merchant asks permission for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MandateRequest {
    /// The merchant's own id.
    pub reference: Reference,
    /// How much is charged.
    pub amount: MandateAmount,
    /// When.
    pub schedule: Schedule,
    /// Who is charged; the phone number is what the provider knows the customer by.
    pub customer: Customer,
    /// What for: name and code of each product.
    pub products: Vec<Product>,
    /// The customer's bank, where it is known.
    pub bank_code: Option<String>,
    /// Whether the customer is told of each charge.
    pub notify: bool,
}

impl MandateRequest {
    /// A request with nothing but the essentials.
    #[must_use]
    pub fn new(
        reference: Reference,
        amount: MandateAmount,
        schedule: Schedule,
        customer: Customer,
        product: Product,
    ) -> Self {
        Self {
            reference,
            amount,
            schedule,
            customer,
            products: vec![product],
            bank_code: None,
            notify: true,
        }
    }
}

/// How much is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateAmount {
    /// The same every time.
    Fixed {
        /// How much each charge takes.
        amount: Money,
    },
    /// Another amount each time, within a limit.
    Variable {
        /// The most that one charge may take.
        maximum: Money,
        /// What the first charge takes; needed only when it is due today.
        first: Option<Money>,
    },
}

/// What is paid for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// What the customer reads.
    pub name: String,
    /// The merchant's code.
    pub code: String,
}

/// How to ask for a mandate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MandateQuery {
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's id of the mandate.
    pub provider_id: Option<String>,
    /// The provider's id of the customer.
    pub customer_id: Option<String>,
}

impl MandateQuery {
    /// Asks by reference.
    #[must_use]
    pub fn new(reference: Reference) -> Self {
        Self {
            reference,
            provider_id: None,
            customer_id: None,
        }
    }

    /// Adds the provider's id of the mandate.
    #[must_use]
    pub fn provider_id(mut self, id: impl Into<String>) -> Self {
        self.provider_id = Some(id.into());
        self
    }

    /// Adds the provider's id of the customer.
    #[must_use]
    pub fn customer_id(mut self, id: impl Into<String>) -> Self {
        self.customer_id = Some(id.into());
        self
    }
}

/// What became of a mandate.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MandateStatus {
    /// The customer has not confirmed it yet.
    Pending,
    /// The customer has confirmed it: charges will come.
    Active,
    /// Every charge was made.
    Completed,
    /// The customer said no.
    Rejected,
    /// The customer did not confirm in time.
    Expired,
    /// Called off.
    Terminated,
    /// A word that this version does not know. Never active.
    Other(String),
}

impl MandateStatus {
    /// The words that this version knows.
    pub const KNOWN: [Self; 6] = [
        Self::Pending,
        Self::Active,
        Self::Completed,
        Self::Rejected,
        Self::Expired,
        Self::Terminated,
    ];

    /// Reads the word of [`as_str`](Self::as_str); one that is not known is [`Other`](Self::Other).
    #[must_use]
    pub fn read(word: &str) -> Self {
        let known = Self::KNOWN
            .into_iter()
            .find(|status| status.as_str() == word);
        known.unwrap_or_else(|| Self::Other(word.to_owned()))
    }

    pub(crate) fn is_known(&self) -> bool {
        !matches!(self, Self::Other(_))
    }

    /// Whether news of `self` may replace `current`.
    ///
    /// True only upwards on the ladder pending, other, expired, rejected, active, completed and
    /// terminated: a mandate that was active can only end, and one that was confirmed late was
    /// still confirmed.
    #[must_use]
    pub fn can_follow(&self, current: &Self) -> bool {
        self.rung() > current.rung()
    }

    fn rung(&self) -> u8 {
        match self {
            Self::Pending => 0,
            Self::Other(_) => 1,
            Self::Expired => 2,
            Self::Rejected => 3,
            Self::Active => 4,
            Self::Completed | Self::Terminated => 5,
        }
    }

    /// Whether nobody waits for the customer's confirmation any more.
    #[must_use]
    pub fn is_final(&self) -> bool {
        !matches!(self, Self::Pending | Self::Other(_))
    }

    /// Whether charges may still come.
    #[must_use]
    pub fn is_active(&self) -> bool {
        matches!(self, Self::Active)
    }

    /// The word in lower case; for [`Other`](Self::Other) the provider's own.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Completed => "completed",
            Self::Rejected => "rejected",
            Self::Expired => "expired",
            Self::Terminated => "terminated",
            Self::Other(word) => word,
        }
    }
}

impl fmt::Display for MandateStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A mandate as the provider tells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mandate {
    /// Who tells.
    pub provider: Provider,
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's id of the mandate.
    pub provider_id: Option<String>,
    /// The provider's id of the customer.
    pub customer_id: Option<String>,
    /// What became of it.
    pub status: MandateStatus,
    /// The provider's own word for that; empty where its answer has none.
    #[serde(default)]
    pub raw_status: String,
    /// What the customer can do to confirm it.
    #[serde(default)]
    pub next_actions: Vec<NextAction>,
    /// The date of the next charge.
    pub next_charge_on: Option<NaiveDate>,
    /// The charges that are known of, the first one first: those that callbacks told, and those
    /// whose day has passed. A provider's answer alone has none; a journal keeps them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charges: Vec<Charge>,
    /// When the provider answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// The provider's answer.
    #[serde(default)]
    pub raw: Raw,
}

impl Mandate {
    /// A mandate of which only the essentials are known: what a client answers, a test's own one
    /// too.
    #[must_use]
    pub fn new(
        provider: Provider,
        reference: Reference,
        status: MandateStatus,
        raw_status: impl Into<String>,
    ) -> Self {
        Self {
            provider,
            reference,
            provider_id: None,
            customer_id: None,
            status,
            raw_status: raw_status.into(),
            next_actions: Vec::new(),
            next_charge_on: None,
            charges: Vec::new(),
            answered_at: None,
            raw: Raw::default(),
        }
    }

    /// How to ask for it again.
    #[must_use]
    pub fn query(&self) -> MandateQuery {
        MandateQuery {
            reference: self.reference.clone(),
            provider_id: self.provider_id.clone(),
            customer_id: self.customer_id.clone(),
        }
    }
}

/// A charge, and the mandate that it is of as the provider tells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MandateCharge {
    /// What became of one charge.
    #[serde(flatten)]
    pub charge: Charge,
    /// What became of the mandate.
    pub mandate: Mandate,
}

impl MandateCharge {
    /// A charge of a mandate.
    #[must_use]
    pub fn new(charge: Charge, mandate: Mandate) -> Self {
        Self { charge, mandate }
    }
}
