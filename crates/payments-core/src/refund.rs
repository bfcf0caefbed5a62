//! A refund of a payment.

use serde::{Deserialize, Serialize};

use crate::{
    money::Money, provider::Provider, raw::Raw, reference::Reference, status::PaymentStatus,
};

/// A refund of a payment, where the provider names only its own ids.
///
/// ```
/// use payments_core::{News, PaymentStatus};
///
/// /// What went back to the customer with this news.
/// fn refunded(news: &News) -> Option<payments_core::Money> {
///     match news {
///         News::Refund(refund) if refund.status == PaymentStatus::Refunded => Some(refund.amount),
///         _ => None,
///     }
/// }
/// ```
#[doc(alias = "refund")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Refund {
    /// The provider.
    pub provider: Provider,
    /// The merchant's reference of the payment, where the provider states it.
    pub reference: Option<Reference>,
    /// The provider's id of the payment: a journal finds it by that.
    pub provider_id: String,
    /// The provider's id of the refund.
    pub refund_id: String,
    /// The amount of this refund.
    pub amount: Money,
    /// The captured amount of the payment, where the provider states it.
    pub captured: Option<Money>,
    /// The status of the refund: `Refunded` if the money went back.
    pub status: PaymentStatus,
    /// The provider's word for the status.
    pub raw_status: String,
    /// The whole message.
    pub raw: Raw,
}

impl Refund {
    /// Makes a refund with only the essential members, which a client reads in a callback.
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
