// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use payments_core::Result;
use payments_provider::check;
use super::types;
static PATTERN_0: check::Pattern = check::Pattern::new(
    "^\\+?[1-9]\\d{1,14}$",
    &[
        &[
            check::Part::new(&[('+', '+')], 0, 1),
            check::Part::new(&[('1', '9')], 1, 1),
            check::Part::new(&[('0', '9')], 1, 14),
        ],
    ],
);
static PATTERN_1: check::Pattern = check::Pattern::new(
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9.]{2,12}$|^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9.]{2,12}Z$|^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9.]{2,12}[+-][0-9]{2}:[0-9]{2}$",
    &[
        &[
            check::Part::new(&[('0', '9')], 4, 4),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(' ', ' '), ('T', 'T')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(':', ':')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(':', ':')], 1, 1),
            check::Part::new(&[('.', '.'), ('0', '9')], 2, 12),
        ],
        &[
            check::Part::new(&[('0', '9')], 4, 4),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(' ', ' '), ('T', 'T')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(':', ':')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(':', ':')], 1, 1),
            check::Part::new(&[('.', '.'), ('0', '9')], 2, 12),
            check::Part::new(&[('Z', 'Z')], 1, 1),
        ],
        &[
            check::Part::new(&[('0', '9')], 4, 4),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(' ', ' '), ('T', 'T')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(':', ':')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(':', ':')], 1, 1),
            check::Part::new(&[('.', '.'), ('0', '9')], 2, 12),
            check::Part::new(&[('+', '+'), ('-', '-')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
            check::Part::new(&[(':', ':')], 1, 1),
            check::Part::new(&[('0', '9')], 2, 2),
        ],
    ],
);
static PATTERN_2: check::Pattern = check::Pattern::new(
    "^[A-Za-z0-9-]+$",
    &[
        &[
            check::Part::new(
                &[('-', '-'), ('0', '9'), ('A', 'Z'), ('a', 'z')],
                1,
                u32::MAX,
            ),
        ],
    ],
);
static PATTERN_3: check::Pattern = check::Pattern::new(
    "^08[0-9]{7,12}$",
    &[
        &[
            check::Part::new(&[('0', '0')], 1, 1),
            check::Part::new(&[('8', '8')], 1, 1),
            check::Part::new(&[('0', '9')], 7, 12),
        ],
    ],
);
impl types::BasketItem {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.category;
            check::length("category", value, Some(1), None)?;
        }
        if let Some(value) = &self.description {
            check::length("description", value, Some(1), None)?;
        }
        {
            let value = &self.name;
            check::length("name", value, Some(1), None)?;
        }
        {
            let value = &self.quantity;
            check::range("quantity", *value, Some(1), None)?;
        }
        {
            let value = &self.reference_id;
            check::length("reference_id", value, Some(1), None)?;
        }
        if let Some(value) = &self.sub_category {
            check::length("sub_category", value, Some(1), None)?;
        }
        if let Some(value) = &self.url {
            check::length("url", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::ChannelProperties {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        if let Some(value) = &self.cancel_redirect_url {
            check::length("cancel_redirect_url", value, Some(1), None)?;
        }
        if let Some(value) = &self.failure_redirect_url {
            check::length("failure_redirect_url", value, Some(1), None)?;
        }
        if let Some(value) = &self.mobile_number {
            check::pattern("mobile_number", value, &PATTERN_0)?;
        }
        if let Some(value) = &self.success_redirect_url {
            check::length("success_redirect_url", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::DanaPaymentRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1), Some(10000000))?;
        }
        {
            let value = &self.callback_url;
            check::length("callback_url", value, Some(1), None)?;
        }
        if let Some(value) = &self.expiration_date {
            check::pattern("expiration_date", value, &PATTERN_1)?;
        }
        {
            let value = &self.external_id;
            check::length("external_id", value, Some(1), Some(1000))?;
        }
        {
            let value = &self.redirect_url;
            check::length("redirect_url", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::EwalletChargeRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1), None)?;
        }
        if let Some(value) = &self.basket {
            for value in value {
                check::within("basket", value.check())?;
            }
        }
        if let Some(value) = &self.channel_properties {
            check::within("channel_properties", value.check())?;
        }
        if let Some(value) = &self.customer_id {
            check::length("customer_id", value, Some(1), None)?;
        }
        if let Some(value) = &self.payment_method_id {
            check::length("payment_method_id", value, Some(1), None)?;
        }
        {
            let value = &self.reference_id;
            check::length("reference_id", value, Some(1), Some(255))?;
        }
        Ok(())
    }
}
impl types::EwalletPaymentRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        match self {
            Self::OvoPaymentRequest(value) => value.check(),
            Self::OvoPaymentRequest20190204(value) => value.check(),
            Self::DanaPaymentRequest(value) => value.check(),
            Self::LinkajaPaymentRequest(value) => value.check(),
        }
    }
}
impl types::LinkajaItem {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.id;
            check::length("id", value, Some(1), None)?;
        }
        {
            let value = &self.name;
            check::length("name", value, Some(1), None)?;
        }
        {
            let value = &self.quantity;
            check::range("quantity", *value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::LinkajaPaymentRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(100), Some(10000000))?;
        }
        {
            let value = &self.callback_url;
            check::length("callback_url", value, Some(1), None)?;
        }
        {
            let value = &self.external_id;
            check::length("external_id", value, Some(1), Some(1000))?;
        }
        {
            let value = &self.items;
            check::items("items", value.len(), Some(1), None)?;
            for value in value {
                check::within("items", value.check())?;
            }
        }
        {
            let value = &self.phone;
            check::length("phone", value, Some(1), None)?;
        }
        {
            let value = &self.redirect_url;
            check::length("redirect_url", value, Some(1), None)?;
        }
        Ok(())
    }
}
impl types::OvoPaymentRequest {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1), Some(10000000))?;
        }
        {
            let value = &self.external_id;
            check::length("external_id", value, Some(1), Some(50))?;
            check::pattern("external_id", value, &PATTERN_2)?;
        }
        {
            let value = &self.phone;
            check::length("phone", value, Some(1), None)?;
            check::pattern("phone", value, &PATTERN_3)?;
        }
        Ok(())
    }
}
impl types::OvoPaymentRequest20190204 {
    /// Checks what the provider's document demands, naming the field and its value.
    pub fn check(&self) -> Result<()> {
        {
            let value = &self.amount;
            check::range("amount", *value, Some(1), Some(10000000))?;
        }
        {
            let value = &self.external_id;
            check::length("external_id", value, Some(1), Some(1000))?;
            check::pattern("external_id", value, &PATTERN_2)?;
        }
        {
            let value = &self.phone;
            check::length("phone", value, Some(1), None)?;
            check::pattern("phone", value, &PATTERN_3)?;
        }
        Ok(())
    }
}
