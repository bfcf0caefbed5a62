// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

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
    /// Tax year of a PBB bill. Inferred from a sibling API.
    #[must_use]
    pub fn year(self, value: i64) -> Self {
        Self(self.0.with("year", value))
    }
    /// Where the webhook of this sale goes. Inferred from a sibling API.
    #[must_use]
    pub fn cb_url(self, value: impl Into<String>) -> Self {
        Self(self.0.with("cb_url", Into::<String>::into(value)))
    }
    /// Whether the customer number may hold a dot. Inferred from a sibling API.
    #[must_use]
    pub fn allow_dot(self, value: bool) -> Self {
        Self(self.0.with("allow_dot", value))
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
impl types::InquiryRequest {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Bill,
            places: &[
                Place {
                    name: "year",
                    at: "/year",
                    flag: None,
                    replaces: false,
                },
            ],
            is_later: false,
        };
        options::put(self, options, &CAPABILITIES, &PLACES)
    }
}
impl types::PaymentRequest {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Bill,
            places: &[],
            is_later: true,
        };
        options::put(self, options, &CAPABILITIES, &PLACES)
    }
}
impl types::TopupRequest {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Topup,
            places: &[
                Place {
                    name: "cb_url",
                    at: "/cb_url",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "allow_dot",
                    at: "/allow_dot",
                    flag: None,
                    replaces: false,
                },
            ],
            is_later: false,
        };
        options::put(self, options, &CAPABILITIES, &PLACES)
    }
}
