//! What a provider tells of an instruction.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};

use super::{Rung, Status, sealed};
use crate::{charge::Charge, money::Money, provider::Provider, reference::Reference};

/// What a provider tells of an [`Instruction`](super::Instruction).
pub trait Answer:
    sealed::Sealed
    + Clone
    + fmt::Debug
    + PartialEq
    + Serialize
    + DeserializeOwned
    + Send
    + Sync
    + 'static
{
    /// Who tells.
    fn provider(&self) -> Provider;

    /// The merchant's reference.
    fn reference(&self) -> &Reference;

    /// The provider's own id of it.
    fn provider_id(&self) -> Option<&str>;

    /// What became of it.
    fn status(&self) -> Status;

    /// How much went back so far.
    fn refunded(&self) -> Option<Money> {
        None
    }

    /// The date of the next charge.
    fn next_charge_on(&self) -> Option<NaiveDate> {
        None
    }

    /// The charges that are known of.
    fn charges(&self) -> &[Charge] {
        &[]
    }

    /// Sets how much went back so far, where it tells that at all.
    fn set_refunded(&mut self, _: Option<Money>) {}

    /// What tells this news of one reference from other news of it.
    fn distinction(&self) -> String {
        self.status().as_str().to_owned()
    }

    /// The same without personal data and without the provider's own JSON.
    #[must_use]
    fn without_personal_data(&self) -> Self;

    /// How far it came.
    fn rung(&self) -> Rung {
        Rung {
            status: self.status(),
            refunded: self.refunded(),
            next_charge_on: self.next_charge_on(),
        }
    }
}
