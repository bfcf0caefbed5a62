//! Money of a payment that went back.

use serde::{Deserialize, Serialize};

use crate::{
    money::Money, provider::Provider, raw::Raw, reference::Reference, status::PaymentStatus,
};

/// Money of a payment that went back, where the provider names nothing but its own ids.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Refund {
    /// Who tells.
    pub provider: Provider,
    /// The merchant's reference of the payment, where the provider tells it.
    pub reference: Option<Reference>,
    /// The provider's id of the payment: a journal finds it by that.
    pub provider_id: String,
    /// The provider's id of the refund.
    pub refund_id: String,
    /// How much went back by this refund.
    pub amount: Money,
    /// How much was taken by the payment, where the provider tells it.
    pub captured: Option<Money>,
    /// What became of the refund: `Refunded` if the money went back.
    pub status: PaymentStatus,
    /// The provider's own word for that.
    pub raw_status: String,
    /// The whole message.
    pub raw: Raw,
}

impl Refund {
    /// A refund of which only the essentials are known: what a client reads in a callback.
    #[must_use]
    pub fn new(
        provider: Provider,
        provider_id: impl Into<String>,
        refund_id: impl Into<String>,
        amount: Money,
        (status, raw_status): (PaymentStatus, &str),
    ) -> Self {
        Self {
            provider,
            reference: None,
            provider_id: provider_id.into(),
            refund_id: refund_id.into(),
            amount,
            captured: None,
            status,
            raw_status: raw_status.to_owned(),
            raw: Raw::default(),
        }
    }
}
