// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use payments_core::Result;
use payments_provider::check;
use super::types;
impl types::BalanceRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        Ok(())
    }
}
impl types::DepositTicketRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1), None)?;
        }
        {
            let value = &self.bank;
            check::length("bank", value, Some(1), None)?;
        }
        {
            let value = &self.owner_name;
            check::length("owner_name", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::InquiryRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.amount {
            check::range("amount", *value, Some(1), None)?;
        }
        {
            let value = &self.code;
            check::length("code", value, Some(1), None)?;
        }
        {
            let value = &self.customer_no;
            check::length("customer_no", value, Some(1), None)?;
        }
        {
            let value = &self.ref_id;
            check::length("ref_id", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::PaymentRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.code;
            check::length("code", value, Some(1), None)?;
        }
        {
            let value = &self.customer_no;
            check::length("customer_no", value, Some(1), None)?;
        }
        {
            let value = &self.ref_id;
            check::length("ref_id", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::PlnInquiryRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.customer_no;
            check::length("customer_no", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::PostpaidPriceListRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.code {
            check::length("code", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::PrepaidPriceListRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.code {
            check::length("code", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::StatusRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.code;
            check::length("code", value, Some(1), None)?;
        }
        {
            let value = &self.customer_no;
            check::length("customer_no", value, Some(1), None)?;
        }
        {
            let value = &self.ref_id;
            check::length("ref_id", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::TopupRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.cb_url {
            check::length("cb_url", value, Some(1), None)?;
        }
        {
            let value = &self.code;
            check::length("code", value, Some(1), None)?;
        }
        {
            let value = &self.customer_no;
            check::length("customer_no", value, Some(1), None)?;
        }
        if let Some(value) = &self.max_price {
            check::range("max_price", *value, Some(1), None)?;
        }
        {
            let value = &self.ref_id;
            check::length("ref_id", value, Some(1), None)?;
        }
        Ok(())
    }
}
