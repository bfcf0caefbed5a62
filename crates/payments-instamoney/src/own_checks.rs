//! What no schema demands of a request.

use payments_core::{Error, Result};

use crate::types::GetEwalletPaymentEwalletType;

/// Of an id that is asked about, by the table of `GET /ewallets`, whatever the wallet.
const LONGEST_ID: usize = 1000;

/// The specification gives no limits to parameters. Longer than that no payment can have been made.
pub(crate) fn get_ewallet_payment(_: GetEwalletPaymentEwalletType, id: &str) -> Result<()> {
    match (1..=LONGEST_ID).contains(&id.chars().count()) {
        true => Ok(()),
        false => {
            let expected = format!("1 to {LONGEST_ID} characters");
            Err(Error::invalid("external_id", id, &expected))
        }
    }
}
