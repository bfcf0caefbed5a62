// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

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
    /// The merchant's own data, given back as it is.
    #[must_use]
    pub fn metadata(
        self,
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        Self(self.0.with_personal("metadata", value))
    }
    /// What is bought.
    #[must_use]
    pub fn basket(self, value: ::std::vec::Vec<BasketItem>) -> Self {
        Self(self.0.with_personal("basket", value))
    }
    /// The provider's id of the customer.
    #[must_use]
    pub fn customer_id(self, value: impl Into<String>) -> Self {
        Self(self.0.with("customer_id", Into::<String>::into(value)))
    }
    /// Where the customer goes after a failure.
    #[must_use]
    pub fn failure_redirect_url(self, value: impl Into<String>) -> Self {
        Self(self.0.with("failure_redirect_url", Into::<String>::into(value)))
    }
    /// Where the customer goes after giving up.
    #[must_use]
    pub fn cancel_redirect_url(self, value: impl Into<String>) -> Self {
        Self(self.0.with("cancel_redirect_url", Into::<String>::into(value)))
    }
    /// Whether the customer's points are used.
    #[must_use]
    pub fn redeem_points(self, value: ChannelPropertiesRedeemPoints) -> Self {
        Self(self.0.with("redeem_points", value))
    }
    /// The version of the API, of OVO only: 2019-02-04 waits for the customer, 2020-02-01 answers at once.
    #[must_use]
    pub fn version(self, value: impl Into<String>) -> Self {
        Self(self.0.with("version", Into::<String>::into(value)))
    }
    /// The id of the fee rule to apply, for accounts of a platform.
    #[must_use]
    pub fn fee_rule(self, value: impl Into<String>) -> Self {
        Self(self.0.with("fee_rule", Into::<String>::into(value)))
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
impl types::EwalletPaymentRequest {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Payment,
            places: &[
                Place {
                    name: "version",
                    at: "",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "fee_rule",
                    at: "",
                    flag: None,
                    replaces: false,
                },
            ],
            is_later: false,
        };
        options::put(self, options, &CAPABILITIES, &PLACES)
    }
}
impl types::EwalletChargeRequest {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Payment,
            places: &[
                Place {
                    name: "metadata",
                    at: "/metadata",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "basket",
                    at: "/basket",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "customer_id",
                    at: "/customer_id",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "failure_redirect_url",
                    at: "/channel_properties/failure_redirect_url",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "cancel_redirect_url",
                    at: "/channel_properties/cancel_redirect_url",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "redeem_points",
                    at: "/channel_properties/redeem_points",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "version",
                    at: "",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "fee_rule",
                    at: "",
                    flag: None,
                    replaces: false,
                },
            ],
            is_later: false,
        };
        options::put(self, options, &CAPABILITIES, &PLACES)
    }
}
