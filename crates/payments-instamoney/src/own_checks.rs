//! Checks of requests that no schema can express.

use payments_core::{Error, Result};

use crate::{Instamoney, types::GetEwalletPaymentEwalletType};

/// The maximum length of an id in a query, from the table of `GET /ewallets`, for every wallet.
const LONGEST_ID: usize = 1000;

/// The specification has no limits for parameters. No payment can have a longer id.
pub(crate) fn get_ewallet_payment(
    _: &Instamoney,
    _: GetEwalletPaymentEwalletType,
    id: &str,
) -> Result<()> {
    match (1..=LONGEST_ID).contains(&id.chars().count()) {
        true => Ok(()),
        false => {
            let expected = format!("1 to {LONGEST_ID} characters");
            Err(Error::invalid("external_id", id, &expected))
        }
    }
}
