// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use payments_core::Result;
use payments_provider::check;
use super::types;
static PATTERN_0: check::Pattern = check::Pattern::new(
    "^[0-9]{1,9}$|^\\d{4}-\\d{2}-\\d{2}$",
    &[
        &[check::Part::new(&[('0', '9')], 1, 9)],
        &[
            check::Part::new(&[('0', '9')], 4, 4),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
        ],
    ],
);
impl types::CancelRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.external_id;
            check::length("external_id", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::TransactionRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.action {
            check::length("action", value, Some(1), None)?;
        }
        if let Some(value) = &self.back_url {
            check::length("back_url", value, Some(1), None)?;
        }
        if let Some(value) = &self.callback_url {
            check::length("callback_url", value, Some(1), None)?;
        }
        if let Some(value) = &self.expval {
            check::pattern("expval", value, &PATTERN_0)?;
        }
        {
            let value = &self.external_id;
            check::length("external_id", value, Some(1), None)?;
        }
        {
            let value = &self.name;
            check::length("name", value, Some(1), None)?;
        }
        if let Some(value) = &self.redirect_url {
            check::length("redirect_url", value, Some(1), None)?;
        }
        Ok(())
    }
}
