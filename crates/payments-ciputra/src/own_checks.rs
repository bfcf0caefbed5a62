//! What no schema demands of a request.

use payments_core::{Error, Result};

use crate::types;

/// The action `cancel` would call an order off on the same path: it is refused here, since nothing
/// that is said of a charge is true of it.
pub(crate) fn create_transaction(request: &types::TransactionRequest) -> Result<()> {
    match request.action.as_deref() {
        Some("cancel") => {
            let expected = "another one; see cancel_transaction";
            Err(Error::invalid("action", "cancel", expected))
        }
        _ => Ok(()),
    }
}
