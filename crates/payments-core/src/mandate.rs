//! Mandates: a customer's permission to be charged repeatedly.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    charge::Charge, money::Money, next_action::NextAction, options::ProviderOptions,
    payment::Customer, provider::Provider, raw::Raw, reference::Reference, schedule::Schedule,
};

/// A request for a customer's permission.
///
/// ```
/// use payments_core::{
///     Customer, IntervalUnit, MandateAmount, MandateRequest, Money, Product, Schedule,
/// };
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let request = MandateRequest::new(
///     "policy7781000000000000000000march".parse()?,
///     MandateAmount::Fixed { amount: Money::idr(50_000) },
///     Schedule {
///         start: "2026-03-01".parse()?,
///         unit: IntervalUnit::Month,
///         interval: 1,
///         occurrences: None,
///     },
///     Customer::default().phone("081234567890"),
///     Product { name: "Life insurance".into(), code: "LIFE-1".into() },
/// );
/// assert!(request.notify);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "recurring")]
#[doc(alias = "subscription")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MandateRequest {
    /// The merchant's own id.
    pub reference: Reference,
    /// The amount of each charge.
    pub amount: MandateAmount,
    /// When the charges are due.
    pub schedule: Schedule,
    /// The customer; the provider identifies customers by the phone number.
    pub customer: Customer,
    /// What is paid for: name and code of each product.
    pub products: Vec<Product>,
    /// The customer's bank, if it is known.
    pub bank_code: Option<String>,
    /// Whether the customer is notified of each charge.
    pub notify: bool,
    /// The provider's own options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<ProviderOptions>,
}

impl MandateRequest {
    /// Makes a request with only the required members.
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
            options: None,
        }
    }

    /// Sets the provider's own options, such as `payments_rpi::Options`. Another provider
    /// refuses them before sending anything.
    #[must_use]
    pub fn options(mut self, options: impl Into<ProviderOptions>) -> Self {
        self.options = Some(options.into());
        self
    }
}

/// The amount of each charge.
///
/// ```
/// use payments_core::{MandateAmount, Money};
///
/// let premium = MandateAmount::Fixed { amount: Money::idr(50_000) };
/// // Electricity differs each month, within a limit that the customer agrees to.
/// let electricity = MandateAmount::Variable { maximum: Money::idr(500_000), first: None };
/// assert_ne!(premium, electricity);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateAmount {
    /// The same amount every time.
    Fixed {
        /// The amount of each charge.
        amount: Money,
    },
    /// A different amount each time, within a limit.
    Variable {
        /// The maximum of one charge.
        maximum: Money,
        /// The first amount; needed only if the first charge is due today.
        first: Option<Money>,
    },
}

/// What is paid for.
///
/// ```
/// use payments_core::Product;
///
/// let product = Product { name: "Life insurance".into(), code: "LIFE-1".into() };
/// assert_eq!(product.code, "LIFE-1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// What the customer reads.
    pub name: String,
    /// The merchant's code.
    pub code: String,
}

/// How to look up a mandate.
///
/// ```
/// use payments_core::MandateQuery;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// // Some providers know a mandate by their own ids only: keep them.
/// let query = MandateQuery::new("policy-7781".parse()?)
///     .provider_id("RPI-1")
///     .customer_id("CUST-1");
/// # Ok(())
/// # }
/// ```
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
    /// Looks up by reference.
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

/// The status of a mandate.
///
/// ```
/// use payments_core::MandateStatus;
///
/// assert!(MandateStatus::Active.is_active());
/// assert!(MandateStatus::Rejected.is_final());
/// // A word that this version does not know is never active.
/// assert!(!MandateStatus::read("on_hold").is_active());
/// ```
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
    /// It was cancelled.
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

    /// Whether `self` may replace `current`.
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

    /// Whether the customer's confirmation is no longer awaited.
    #[must_use]
    pub fn is_final(&self) -> bool {
        !matches!(self, Self::Pending | Self::Other(_))
    }

    /// Whether it may still be charged.
    #[must_use]
    pub fn is_active(&self) -> bool {
        matches!(self, Self::Active)
    }

    /// The word in lower case; for [`Other`](Self::Other), the provider's word.
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

/// A mandate as the provider reports it.
///
/// ```
/// use payments_core::Mandate;
///
/// fn tell(mandate: &Mandate) {
///     if mandate.status.is_active() {
///         println!("the next charge is due on {:?}", mandate.next_charge_on);
///     }
///     // An active mandate is no money: its paid charges are.
///     for charge in mandate.charges.iter().filter(|charge| charge.is_paid()) {
///         println!("charge {:?} brought {:?}", charge.number, charge.amount);
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mandate {
    /// The provider.
    pub provider: Provider,
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's id of the mandate.
    pub provider_id: Option<String>,
    /// The provider's id of the customer.
    pub customer_id: Option<String>,
    /// The status.
    pub status: MandateStatus,
    /// The provider's word for the status; empty if its answer has none.
    #[serde(default)]
    pub raw_status: String,
    /// What the customer can do to confirm it.
    #[serde(default)]
    pub next_actions: Vec<NextAction>,
    /// The date of the next charge.
    pub next_charge_on: Option<NaiveDate>,
    /// The known charges, in order: those reported by callbacks, and those whose day has passed. A
    /// provider's answer alone has none; a journal keeps them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charges: Vec<Charge>,
    /// When the provider answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// The provider's answer.
    #[serde(default)]
    pub raw: Raw,
}

impl Mandate {
    /// Makes a mandate with only the essential members: for clients, and for providers in tests.
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

    /// How to look it up again.
    #[must_use]
    pub fn query(&self) -> MandateQuery {
        MandateQuery {
            reference: self.reference.clone(),
            provider_id: self.provider_id.clone(),
            customer_id: self.customer_id.clone(),
        }
    }
}

/// A charge, and its mandate as the provider reports it.
///
/// ```
/// use payments_core::{MandateCharge, Money};
///
/// fn money(told: &MandateCharge) -> Option<Money> {
///     told.charge.is_paid().then_some(told.charge.amount).flatten()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MandateCharge {
    /// The charge.
    #[serde(flatten)]
    pub charge: Charge,
    /// The mandate.
    pub mandate: Mandate,
}

impl MandateCharge {
    /// A charge of a mandate.
    #[must_use]
    pub fn new(charge: Charge, mandate: Mandate) -> Self {
        Self { charge, mandate }
    }
}
