//! What a provider can do, from `specs/<provider>/capabilities.toml`.

mod check;
mod options;

use std::time::Duration;

use serde::Serialize;

use crate::{
    error::Result, method::Method, money::Currency, options::ProviderOption, phone::PhoneForm,
    provider::Provider,
};

/// What a provider can do, as data. The tables in the documents are generated from the same source.
///
/// ```
/// use payments_core::{Capabilities, Method, PaymentRequest, Result};
///
/// fn is_possible(provider: &Capabilities, request: &PaymentRequest) -> Result<()> {
///     if provider.method(&Method::QRIS).is_some() {
///         println!("{} takes QRIS", provider.title);
///     }
///     // Nothing is sent.
///     provider.check(request)
/// }
/// ```
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Capabilities {
    /// The provider.
    pub provider: Provider,
    /// The product's name.
    pub title: &'static str,
    /// The document that the crate follows.
    pub document: &'static str,
    /// The currency of every amount.
    pub currency: Currency,
    /// How many digits after the point an amount may have.
    pub currency_digits: u32,
    /// Which references are allowed.
    pub reference: ReferenceRule,
    /// The form in which it takes customers' phone numbers, if it takes any.
    pub phone: Option<PhoneRule>,
    /// How a callback proves who sent it.
    pub callback_proof: CallbackProof,
    /// Where callbacks go and how often.
    pub callback_delivery: &'static str,
    /// How an unknown outcome is settled, as a sentence for people.
    pub unknown_settled_by: &'static str,
    /// The payment methods, and what it can do with each.
    pub methods: &'static [MethodCapabilities],
    /// What it can do with bills, if it is a provider of bills.
    pub bills: Option<BillCapabilities>,
    /// What it can do with top-ups.
    pub topups: Option<TopupCapabilities>,
    /// What it can do with mandates, if it is a provider of mandates.
    pub mandates: Option<MandateCapabilities>,
    /// What its requests can carry beyond the common ones.
    pub options: &'static [ProviderOption],
}

/// Which references are allowed: ASCII letters, digits, and what is listed here.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ReferenceRule {
    /// The maximum number of characters.
    pub maximum_length: usize,
    /// The allowed punctuation; `*` means any printable character.
    pub punctuation: &'static str,
}

/// The form in which a provider takes customers' phone numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PhoneRule {
    /// The form in which it is sent.
    pub form: PhoneForm,
    /// Whether it accepts numbers of other countries.
    pub foreign: bool,
}

/// How a callback proves who sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CallbackProof {
    /// A signature over the body.
    SignsBody,
    /// A shared token in a header or in the body: it proves the sender, not the content.
    SharedToken,
    /// Nothing: a callback is a hint, to be confirmed by asking.
    None,
}

/// What a provider can do with one method of payment.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct MethodCapabilities {
    /// The method.
    #[serde(serialize_with = "as_text")]
    pub method: &'static Method,
    /// The smallest amount in units of the currency, where one is documented.
    pub minimum: Option<u64>,
    /// The largest amount in units of the currency, where one is documented.
    pub maximum: Option<u64>,
    /// What the `Payments` trait can do with it.
    pub operations: &'static [PaymentOperation],
    /// How an unknown outcome is settled.
    #[serde(flatten)]
    pub settlement: Settlement,
    /// What a request must carry besides reference and amount.
    pub needs: &'static [Need],
    /// Which references a new payment may have. A payment made elsewhere can be looked up by any
    /// reference.
    pub reference: ReferenceRule,
}

/// How an unknown outcome is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Settlement {
    /// How it can be looked up.
    pub lookup: Lookup,
    /// Whether sending the same reference again can never have a second effect.
    pub send_again: bool,
    /// How long "not found" proves nothing after a lost answer.
    #[serde(rename = "visibility_delay_seconds", serialize_with = "as_seconds")]
    pub visibility_delay: Duration,
    /// The minimum pause between two lookups of one reference.
    #[serde(rename = "minimum_pause_seconds", serialize_with = "as_seconds")]
    pub minimum_pause: Duration,
    /// For how long after the first request the provider recognises a repeat of it, where a repeat
    /// is the only lookup ([`Lookup::ByRepeat`]).
    #[serde(
        rename = "repeat_within_seconds",
        serialize_with = "as_maybe_seconds",
        skip_serializing_if = "Option::is_none"
    )]
    pub repeat_within: Option<Duration>,
}

impl Settlement {
    /// Makes a settlement rule without a minimum pause between two lookups.
    #[must_use]
    pub const fn new(lookup: Lookup, send_again: bool, visibility_delay: Duration) -> Self {
        Self {
            lookup,
            send_again,
            visibility_delay,
            minimum_pause: Duration::ZERO,
            repeat_within: None,
        }
    }

    /// Sets the minimum pause between two lookups.
    #[must_use]
    pub const fn minimum_pause(mut self, pause: Duration) -> Self {
        self.minimum_pause = pause;
        self
    }

    /// Sets for how long the provider recognises a repeat.
    #[must_use]
    pub const fn repeat_within(mut self, time: Duration) -> Self {
        self.repeat_within = Some(time);
        self
    }
}

/// What a provider can do with top-ups.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct TopupCapabilities {
    /// What the `Topups` trait can do.
    pub operations: &'static [TopupOperation],
    /// How an unknown outcome is settled.
    #[serde(flatten)]
    pub settlement: Settlement,
}

/// The operations of the [`Topups`](crate::Topups) trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TopupOperation {
    /// Buy a product.
    Buy,
    /// Ask what became of a sale.
    Status,
}

/// What a provider can do with bills.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct BillCapabilities {
    /// What the `Bills` trait can do.
    pub operations: &'static [BillOperation],
    /// How an unknown outcome is settled.
    #[serde(flatten)]
    pub settlement: Settlement,
    /// The products whose bills can be paid.
    pub products: &'static [BillProduct],
}

/// The products whose bills can be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BillProduct {
    /// The provider's code.
    pub code: &'static str,
    /// The product's title.
    pub title: &'static str,
    /// The type in the provider's crate for the product-specific part of an answer.
    pub details: &'static str,
}

/// The operations of the [`Bills`](crate::Bills) trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BillOperation {
    /// Ask what is owed.
    Inquire,
    /// Pay it.
    Pay,
    /// Ask what became of a payment.
    Status,
}

/// What a provider can do with mandates.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct MandateCapabilities {
    /// What the `Mandates` trait can do.
    pub operations: &'static [MandateOperation],
    /// The smallest amount of a charge in units of the currency, where one is documented.
    pub minimum: Option<u64>,
    /// How an unknown outcome of a change of an amount is settled, where the provider supports
    /// changes.
    pub change: Option<Settlement>,
    /// How an unknown outcome is settled.
    #[serde(flatten)]
    pub settlement: Settlement,
}

/// The operations of the [`Mandates`](crate::Mandates) trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateOperation {
    /// Ask a customer for permission to charge repeatedly.
    Create,
    /// Ask what became of it.
    Get,
    /// Change the amount of one charge.
    ChangeAmount,
}

fn as_text<S: serde::Serializer>(method: &Method, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(method)
}

fn as_maybe_seconds<S: serde::Serializer>(
    time: &Option<Duration>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    time.map(|time| time.as_secs()).serialize(serializer)
}

fn as_seconds<S: serde::Serializer>(wait: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(wait.as_secs())
}

/// The operations of the [`Payments`](crate::Payments) trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentOperation {
    /// Ask a customer for money.
    Create,
    /// Ask what became of it.
    Get,
    /// Cancel it before it is paid.
    Cancel,
}

/// How a payment can be looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lookup {
    /// By the merchant's reference, or by other data that the merchant has: it can always be looked
    /// up after a lost answer.
    ByReference,
    /// By sending the same request again. Not before the visibility delay, because it might then
    /// have a second effect, and not after [`repeat_within`](Settlement::repeat_within), because it
    /// would then be a new request. If the first never arrived, the repeat has the effect.
    ByRepeat,
    /// Only by the id in the provider's answer. If that answer was lost, a callback or a repeat
    /// must tell.
    ByProviderId,
}

/// What a request must carry besides reference and amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Need {
    /// The customer's phone number.
    Phone,
    /// The customer's name.
    Name,
    /// The customer's e-mail address.
    Email,
    /// What is bought.
    Items,
    /// Where the customer returns to.
    ReturnUrl,
    /// Where news of the payment goes.
    CallbackUrl,
}

impl Capabilities {
    /// The table of a provider that can do nothing yet, takes any reference of up to 64 characters
    /// and whole rupiah: for providers in tests.
    #[must_use]
    pub const fn new(provider: Provider) -> Self {
        Self {
            provider,
            title: "",
            document: "",
            currency: Currency::IDR,
            currency_digits: 0,
            reference: ReferenceRule {
                maximum_length: 64,
                punctuation: "*",
            },
            phone: None,
            callback_proof: CallbackProof::None,
            callback_delivery: "",
            unknown_settled_by: "",
            methods: &[],
            bills: None,
            topups: None,
            mandates: None,
            options: &[],
        }
    }
}
