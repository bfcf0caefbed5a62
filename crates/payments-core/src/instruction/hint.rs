//! Callbacks without proof, and how the provider is asked about them.

use std::time::Duration;

use super::{Answer, Event, Instruction, News};
use crate::{
    bill::BillRequest,
    capabilities::Capabilities,
    charge::Charge,
    error::{Error, Result},
    mandate::{MandateCharge, MandateQuery},
    payment::PaymentQuery,
    proof::Verified,
    reference::Reference,
};

/// A callback without proof: anybody may have sent it. It only says what to look up; see
/// [`Callbacks::confirm`](crate::Callbacks::confirm).
///
/// ```
/// use payments_core::{Callbacks, Hint, Result};
///
/// async fn believe(provider: &dyn Callbacks, hint: &Hint) -> Result<()> {
///     println!("somebody says something of {}", hint.reference());
///     let event = provider.confirm(hint).await?;
///     println!("the provider says {}", event.get().news.status_word());
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Hint {
    /// It may be about this payment.
    Payment(PaymentQuery),
    /// It may be about the payment of this bill, according to the message. The product code may
    /// differ from that of the request, and nothing else is proved either: before confirming,
    /// replace the product by the one recorded under this reference.
    Bill(BillRequest),
    /// It may be about this mandate.
    Mandate(MandateQuery),
    /// It may be about a charge of this mandate, with this claim.
    Charge(MandateQuery, Box<Charge>),
}

impl Hint {
    /// The merchant's reference.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        match self {
            Self::Payment(query) => &query.reference,
            Self::Bill(bill) => &bill.reference,
            Self::Mandate(query) | Self::Charge(query, _) => &query.reference,
        }
    }

    /// The provider's minimum pause between two lookups, where it states one.
    #[must_use]
    pub fn minimum_pause(&self, of: &Capabilities) -> Option<Duration> {
        let settlement = match self {
            Self::Payment(query) => of.method(&query.method)?.settlement,
            Self::Bill(_) => of.bills?.settlement,
            Self::Mandate(_) | Self::Charge(..) => of.mandates?.settlement,
        };
        Some(settlement.minimum_pause).filter(|pause| !pause.is_zero())
    }

    /// Asks the provider about an instruction of one kind. Clients implement
    /// [`Callbacks::confirm`](crate::Callbacks::confirm) with it.
    pub async fn ask<I: Instruction>(&self, client: &I::Client<'_>) -> Result<Verified<Event>> {
        let query = I::hinted(self).ok_or_else(|| {
            Error::unsupported("this provider cannot be asked about that")
                .with_reference(self.reference())
        })?;
        let answer = I::look_up(query, client).await?;
        let (asked, named) = (self.reference(), answer.reference());
        if named != asked {
            let error = Error::integrity("reference", asked.as_str(), named.as_str());
            return Err(error.with_reference(asked));
        }
        let answer = I::without_claims(answer);
        let key = format!("{asked}:{}", answer.distinction());
        let event = match (self, answer.into()) {
            (Self::Charge(_, claim), News::Mandate(mandate)) => {
                let charge = (**claim).clone();
                let key = format!("{key}:{}", charge.distinction());
                Event::new(key, MandateCharge::new(charge, *mandate))
            }
            (_, news) => Event::new(key, news),
        };
        Ok(Verified::by_asking(event))
    }
}
