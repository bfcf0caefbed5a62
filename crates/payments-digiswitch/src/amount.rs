//! Sent amounts.

use payments_core::{Money, Result};
use payments_provider::wire::AmountInteger;

use crate::CAPABILITIES;

/// An amount in the provider's currency.
pub(crate) fn rupiah(amount: Money) -> Result<AmountInteger> {
    CAPABILITIES.check_money(&amount, None, None)?;
    Ok(amount.amount().into())
}
