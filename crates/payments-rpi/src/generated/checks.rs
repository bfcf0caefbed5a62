// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use payments_core::Result;
use payments_provider::check;
use super::types;
static PATTERN_0: check::Pattern = check::Pattern::new(
    "^[0-9]{3}$",
    &[&[check::Part::new(&[('0', '9')], 3, 3)]],
);
static PATTERN_1: check::Pattern = check::Pattern::new(
    "^62[0-9]{9,11}$",
    &[
        &[
            check::Part::new(&[('6', '6')], 1, 1),
            check::Part::new(&[('2', '2')], 1, 1),
            check::Part::new(&[('0', '9')], 9, 11),
        ],
    ],
);
static PATTERN_2: check::Pattern = check::Pattern::new(
    "^[0-9]{2}-([0-9]{2}|[A-Za-z]{3})-[0-9]{4}$",
    &[
        &[
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 4, 4),
        ],
        &[
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('A', 'Z'), ('a', 'z')], 3, 3),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 4, 4),
        ],
    ],
);
static PATTERN_3: check::Pattern = check::Pattern::new(
    "^[A-Za-z0-9]{32}$",
    &[&[check::Part::new(&[('0', '9'), ('A', 'Z'), ('a', 'z')], 32, 32)]],
);
static PATTERN_4: check::Pattern = check::Pattern::new(
    "^[A-Za-z0-9]+$",
    &[&[check::Part::new(&[('0', '9'), ('A', 'Z'), ('a', 'z')], 1, u32::MAX)]],
);
impl types::AdditionalInfo {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.key;
            check::length("key", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::CreateInstructionRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        match self {
            Self::VariableInstruction(value) => value.check(),
            Self::FixedInstruction(value) => value.check(),
        }
    }
}
impl types::FixedInstruction {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.additional_info {
            check::items("additionalInfo", value.len(), Some(1), None)?;
            for value in value {
                check::within("additionalInfo", value.check())?;
            }
        }
        {
            let value = &self.amount;
            check::range("amount", *value, Some(10000), None)?;
        }
        if let Some(value) = &self.bank_code {
            check::length("bankCode", value, Some(1), None)?;
            check::pattern("bankCode", value, &PATTERN_0)?;
        }
        if let Some(value) = &self.max_bill_amount {
            check::range("maxBillAmount", *value, Some(10000), None)?;
        }
        if let Some(value) = &self.notification_config {
            check::items("notificationConfig", value.len(), Some(1), None)?;
        }
        {
            let value = &self.phone_number;
            check::length("phoneNumber", value, Some(1), None)?;
            check::pattern("phoneNumber", value, &PATTERN_1)?;
        }
        {
            let value = &self.product_details;
            check::items("productDetails", value.len(), Some(1), None)?;
            for value in value {
                check::within("productDetails", value.check())?;
            }
        }
        if let Some(value) = &self.start_date {
            check::length("startDate", value, Some(1), None)?;
            check::pattern("startDate", value, &PATTERN_2)?;
        }
        {
            let value = &self.subscription_type;
            check::range("subscriptionType", *value, Some(0), Some(0))?;
        }
        {
            let value = &self.transaction_id;
            check::length("transactionId", value, Some(1), Some(32))?;
            check::pattern("transactionId", value, &PATTERN_3)?;
        }
        Ok(())
    }
}
impl types::Product {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.code;
            check::length("code", value, Some(1), Some(20))?;
        }
        {
            let value = &self.name;
            check::length("name", value, Some(1), Some(50))?;
        }
        Ok(())
    }
}
impl types::TokenRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        Ok(())
    }
}
impl types::UpdateBillAmountRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1), None)?;
        }
        {
            let value = &self.customer_id;
            check::length("customerId", value, Some(1), None)?;
            check::pattern("customerId", value, &PATTERN_4)?;
        }
        {
            let value = &self.date;
            check::length("date", value, Some(1), None)?;
            check::pattern("date", value, &PATTERN_2)?;
        }
        {
            let value = &self.rpi_code;
            check::length("rpiCode", value, Some(1), None)?;
            check::pattern("rpiCode", value, &PATTERN_4)?;
        }
        {
            let value = &self.transaction_id;
            check::length("transactionId", value, Some(1), Some(32))?;
            check::pattern("transactionId", value, &PATTERN_3)?;
        }
        Ok(())
    }
}
impl types::VariableInstruction {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.additional_info {
            check::items("additionalInfo", value.len(), Some(1), None)?;
            for value in value {
                check::within("additionalInfo", value.check())?;
            }
        }
        if let Some(value) = &self.amount {
            check::range("amount", *value, Some(10000), None)?;
        }
        if let Some(value) = &self.bank_code {
            check::length("bankCode", value, Some(1), None)?;
            check::pattern("bankCode", value, &PATTERN_0)?;
        }
        {
            let value = &self.max_bill_amount;
            check::range("maxBillAmount", *value, Some(10000), None)?;
        }
        if let Some(value) = &self.notification_config {
            check::items("notificationConfig", value.len(), Some(1), None)?;
        }
        {
            let value = &self.phone_number;
            check::length("phoneNumber", value, Some(1), None)?;
            check::pattern("phoneNumber", value, &PATTERN_1)?;
        }
        {
            let value = &self.product_details;
            check::items("productDetails", value.len(), Some(1), None)?;
            for value in value {
                check::within("productDetails", value.check())?;
            }
        }
        if let Some(value) = &self.start_date {
            check::length("startDate", value, Some(1), None)?;
            check::pattern("startDate", value, &PATTERN_2)?;
        }
        {
            let value = &self.subscription_type;
            check::range("subscriptionType", *value, Some(1), Some(1))?;
        }
        {
            let value = &self.transaction_id;
            check::length("transactionId", value, Some(1), Some(32))?;
            check::pattern("transactionId", value, &PATTERN_3)?;
        }
        Ok(())
    }
}
