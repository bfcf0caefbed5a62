// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_core::Result;
use payments_provider::check;
use super::types;
static PATTERN_0: check::Pattern = check::Pattern::new(
    "^[0-9]{1,8}$",
    &[&[check::Part::new(&[('0', '9')], 1, 8)]],
);
impl types::CreateMethodTask {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.data;
            check::within("data", value.check())?;
        }
        Ok(())
    }
}
impl types::CreateMethodTaskData {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.attributes;
            check::within("attributes", value.check())?;
        }
        Ok(())
    }
}
impl types::CreatePayment {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.data;
            check::within("data", value.check())?;
        }
        Ok(())
    }
}
impl types::CreatePaymentData {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.attributes;
            check::within("attributes", value.check())?;
        }
        Ok(())
    }
}
impl types::CreateQris {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.data;
            check::within("data", value.check())?;
        }
        Ok(())
    }
}
impl types::CreateQrisData {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.attributes;
            check::within("attributes", value.check())?;
        }
        Ok(())
    }
}
impl types::CreateTask {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.data;
            check::within("data", value.check())?;
        }
        Ok(())
    }
}
impl types::CreateTaskData {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.attributes;
            check::within("attributes", value.check())?;
        }
        Ok(())
    }
}
impl types::CreateVirtualAccount {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.data;
            check::within("data", value.check())?;
        }
        Ok(())
    }
}
impl types::CreateVirtualAccountData {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.attributes;
            check::within("attributes", value.check())?;
        }
        Ok(())
    }
}
impl types::EwalletOptions {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.after_settlement_return_url;
            check::length("afterSettlementReturnUrl", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::EwalletPayment {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1), Some(10000000))?;
        }
        if let Some(value) = &self.description {
            check::length("description", value, Some(1), Some(255))?;
        }
        if let Some(value) = &self.expired_at {
            check::date_time("expiredAt", value)?;
        }
        {
            let value = &self.payment_method_options;
            check::within("paymentMethodOptions", value.check())?;
        }
        {
            let value = &self.reference_id;
            check::length("referenceId", value, Some(1), Some(255))?;
        }
        Ok(())
    }
}
impl types::MethodTaskOptions {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::MethodTaskRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.options;
            check::within("options", value.check())?;
        }
        Ok(())
    }
}
impl types::PaymentAttributes {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        match self {
            Self::RetailOutletPayment(value) => value.check(),
            Self::VirtualAccountPayment(value) => value.check(),
            Self::QrisPayment(value) => value.check(),
            Self::EwalletPayment(value) => value.check(),
        }
    }
}
impl types::QrisAttributes {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.display_name {
            check::length("displayName", value, Some(1), Some(255))?;
        }
        {
            let value = &self.reference_id;
            check::length("referenceId", value, Some(1), Some(255))?;
        }
        Ok(())
    }
}
impl types::QrisOptions {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.display_name {
            check::length("displayName", value, Some(1), Some(255))?;
        }
        Ok(())
    }
}
impl types::QrisPayment {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1500), Some(5000000))?;
        }
        if let Some(value) = &self.description {
            check::length("description", value, Some(1), Some(255))?;
        }
        if let Some(value) = &self.expired_at {
            check::date_time("expiredAt", value)?;
        }
        {
            let value = &self.payment_method_options;
            check::within("paymentMethodOptions", value.check())?;
        }
        {
            let value = &self.reference_id;
            check::length("referenceId", value, Some(1), Some(255))?;
        }
        Ok(())
    }
}
impl types::RetailOutletOptions {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.display_name;
            check::length("displayName", value, Some(1), Some(255))?;
        }
        Ok(())
    }
}
impl types::RetailOutletPayment {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(10000), Some(5000000))?;
        }
        if let Some(value) = &self.description {
            check::length("description", value, Some(1), Some(255))?;
        }
        if let Some(value) = &self.expired_at {
            check::date_time("expiredAt", value)?;
        }
        {
            let value = &self.payment_method_options;
            check::within("paymentMethodOptions", value.check())?;
        }
        {
            let value = &self.reference_id;
            check::length("referenceId", value, Some(1), Some(255))?;
        }
        Ok(())
    }
}
impl types::TaskRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        Ok(())
    }
}
impl types::VirtualAccountAttributes {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.display_name;
            check::length("displayName", value, Some(1), Some(24))?;
        }
        {
            let value = &self.reference_id;
            check::length("referenceId", value, Some(1), Some(255))?;
        }
        if let Some(value) = &self.suffix_no {
            check::pattern("suffixNo", value, &PATTERN_0)?;
        }
        Ok(())
    }
}
impl types::VirtualAccountOptions {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.display_name;
            check::length("displayName", value, Some(1), Some(24))?;
        }
        if let Some(value) = &self.suffix_no {
            check::pattern("suffixNo", value, &PATTERN_0)?;
        }
        Ok(())
    }
}
impl types::VirtualAccountPayment {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(10000), Some(100000000))?;
        }
        if let Some(value) = &self.description {
            check::length("description", value, Some(1), Some(255))?;
        }
        if let Some(value) = &self.expired_at {
            check::date_time("expiredAt", value)?;
        }
        {
            let value = &self.payment_method_options;
            check::within("paymentMethodOptions", value.check())?;
        }
        {
            let value = &self.reference_id;
            check::length("referenceId", value, Some(1), Some(255))?;
        }
        Ok(())
    }
}
