//! Checks of requests that no schema can express.

use payments_core::Result;

use crate::{Rpi, ids::letters_and_digits, schedule, types::CreateInstructionRequest};

/// In the specification a schedule is any JSON, because its members are a setting of the client.
pub(crate) fn create_rpi(_: &Rpi, request: &CreateInstructionRequest) -> Result<()> {
    let (start, members) = match request {
        CreateInstructionRequest::FixedInstruction(fixed) => (&fixed.start_date, &fixed.schedule),
        CreateInstructionRequest::VariableInstruction(variable) => {
            (&variable.start_date, &variable.schedule)
        }
    };
    schedule::check(start.as_ref(), members)
}

/// The specification has no limits for parameters. A code with characters other than letters and
/// digits could change the path.
pub(crate) fn get_rpi(
    _: &Rpi,
    rpi_code: &str,
    customer_id: &str,
    transaction_id: &str,
) -> Result<()> {
    letters_and_digits("rpiCode", rpi_code, None)?;
    letters_and_digits("customerId", customer_id, None)?;
    letters_and_digits("transactionId", transaction_id, Some(32))
}
