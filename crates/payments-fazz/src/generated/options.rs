// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_core::{Kind, ProviderOptions, Result};
use payments_provider::options::{self, Place, Places};
use super::{
    capabilities::{CAPABILITIES, PROVIDER},
    types::{self, *},
};
/// What a request of this provider can carry beyond the common request. Give it to the
/// request's `options`. It is part of the request: it is checked before sending, and a
/// journal compares it when the request is made again.
#[derive(Clone, Debug, PartialEq)]
pub struct Options(ProviderOptions);
impl Options {
    /// No option.
    #[must_use]
    pub const fn new() -> Self {
        Self(ProviderOptions::new(PROVIDER))
    }
    /// The name that the customer reads, in place of the customer's own, which is needed nevertheless.
    #[must_use]
    pub fn display_name(self, value: impl Into<String>) -> Self {
        Self(self.0.with_personal("display_name", Into::<String>::into(value)))
    }
    /// The last digits of the account number, where the bank lets the merchant choose.
    #[must_use]
    pub fn suffix_no(self, value: impl Into<String>) -> Self {
        Self(self.0.with_personal("suffix_no", Into::<String>::into(value)))
    }
}
impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}
impl From<Options> for ProviderOptions {
    fn from(options: Options) -> Self {
        options.0
    }
}
impl types::CreatePayment {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Payment,
            places: &[
                Place {
                    name: "display_name",
                    at: "/data/attributes/paymentMethodOptions/displayName",
                    flag: None,
                    replaces: true,
                },
                Place {
                    name: "suffix_no",
                    at: "/data/attributes/paymentMethodOptions/suffixNo",
                    flag: None,
                    replaces: false,
                },
            ],
            is_later: false,
        };
        options::put(self, options, &CAPABILITIES, &PLACES)
    }
}
