//! A provider's answer about an instruction.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};

use super::{Rung, Status, sealed};
use crate::{charge::Charge, money::Money, provider::Provider, reference::Reference};

/// A provider's answer about an [`Instruction`](super::Instruction).
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
    /// The provider.
    fn provider(&self) -> Provider;

    /// The merchant's reference.
    fn reference(&self) -> &Reference;

    /// The provider's id.
    fn provider_id(&self) -> Option<&str>;

    /// The status.
    fn status(&self) -> Status;

    /// The amount refunded so far.
    fn refunded(&self) -> Option<Money> {
        None
    }

    /// The date of the next charge.
    fn next_charge_on(&self) -> Option<NaiveDate> {
        None
    }

    /// The known charges.
    fn charges(&self) -> &[Charge] {
        &[]
    }

    /// Sets the amount refunded so far, if the kind has one.
    fn set_refunded(&mut self, _: Option<Money>) {}

    /// What distinguishes this news from other news of the same reference.
    fn distinction(&self) -> String {
        self.status().as_str().to_owned()
    }

    /// The same without personal data and without the provider's own JSON.
    #[must_use]
    fn without_personal_data(&self) -> Self;

    /// How far it has come on the ladder.
    fn rung(&self) -> Rung {
        Rung {
            status: self.status(),
            refunded: self.refunded(),
            next_charge_on: self.next_charge_on(),
        }
    }
}
