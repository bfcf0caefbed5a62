//! Checks of requests that no schema can express.

use payments_core::{Error, Result};

use crate::{Ciputra, types};

/// Refuses the action `cancel`, which would cancel an order on the same path: what is documented
/// and judged for a charge is not true for a cancel.
pub(crate) fn create_transaction(_: &Ciputra, request: &types::TransactionRequest) -> Result<()> {
    match request.action.as_deref() {
        Some("cancel") => {
            let expected = "another one; see cancel_transaction";
            Err(Error::invalid("action", "cancel", expected))
        }
        _ => Ok(()),
    }
}
