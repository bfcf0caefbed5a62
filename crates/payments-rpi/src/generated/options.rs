// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

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
    /// Further information.
    #[must_use]
    pub fn additional_info(self, value: ::std::vec::Vec<AdditionalInfo>) -> Self {
        Self(self.0.with_personal("additional_info", value))
    }
    /// How to notify. Its members are not documented.
    #[must_use]
    pub fn notification_config(
        self,
        value: ::std::vec::Vec<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        Self(self.0.with_personal("notification_config", value))
    }
    /// The most that one charge may take, in rupiah. Not mandatory here. In whole rupiah.
    #[must_use]
    pub fn max_bill_amount(self, value: u64) -> Self {
        Self(self.0.with("max_bill_amount", value))
    }
    /// The id of a flow of calls: 32 letters and digits that no earlier create used.
    #[must_use]
    pub fn correlation_id(self, value: impl Into<String>) -> Self {
        Self(self.0.with("correlation_id", Into::<String>::into(value)))
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
impl types::FixedInstruction {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Mandate,
            places: &[
                Place {
                    name: "additional_info",
                    at: "/additionalInfo",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "notification_config",
                    at: "/notificationConfig",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "max_bill_amount",
                    at: "/maxBillAmount",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "correlation_id",
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
impl types::VariableInstruction {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Mandate,
            places: &[
                Place {
                    name: "additional_info",
                    at: "/additionalInfo",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "notification_config",
                    at: "/notificationConfig",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "correlation_id",
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
