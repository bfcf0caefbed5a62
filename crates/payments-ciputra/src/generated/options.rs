// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

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
    /// Policy number. The answers call it reference_number.
    #[must_use]
    pub fn refno(self, value: impl Into<String>) -> Self {
        Self(self.0.with("refno", Into::<String>::into(value)))
    }
    /// A second line of text for the customer.
    #[must_use]
    pub fn text_2(self, value: impl Into<String>) -> Self {
        Self(self.0.with("text_2", Into::<String>::into(value)))
    }
    /// A third line of text for the customer.
    #[must_use]
    pub fn text_3(self, value: impl Into<String>) -> Self {
        Self(self.0.with("text_3", Into::<String>::into(value)))
    }
    /// Where the customer goes on turning back.
    #[must_use]
    pub fn back_url(self, value: impl Into<String>) -> Self {
        Self(self.0.with("back_url", Into::<String>::into(value)))
    }
    /// Where the cashier page sends the customer.
    #[must_use]
    pub fn redirect_url(self, value: impl Into<String>) -> Self {
        Self(self.0.with("redirect_url", Into::<String>::into(value)))
    }
    /// Whether the customer gets the payment information by e-mail.
    #[must_use]
    pub fn send_email(self, value: bool) -> Self {
        Self(self.0.with("send_email", value))
    }
    /// Whether the customer gets the payment information by SMS.
    #[must_use]
    pub fn send_sms(self, value: bool) -> Self {
        Self(self.0.with("send_sms", value))
    }
    /// Whether the customer gets the payment information by WhatsApp.
    #[must_use]
    pub fn send_wa(self, value: bool) -> Self {
        Self(self.0.with("send_wa", value))
    }
    /// When the customer is notified: before expiry, after payment, both, or as set up with the provider.
    #[must_use]
    pub fn notification_timing(self, value: NotificationTiming) -> Self {
        Self(self.0.with("notification_timing", value))
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
impl types::TransactionRequest {
    /// The same with the provider's own options. One that it cannot carry is refused.
    pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
        const PLACES: Places = Places {
            kind: Kind::Payment,
            places: &[
                Place {
                    name: "refno",
                    at: "/refno",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "text_2",
                    at: "/description/text_2",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "text_3",
                    at: "/description/text_3",
                    flag: None,
                    replaces: false,
                },
                Place {
                    name: "back_url",
                    at: "/back_url",
                    flag: None,
                    replaces: true,
                },
                Place {
                    name: "redirect_url",
                    at: "/redirect_url",
                    flag: None,
                    replaces: true,
                },
                Place {
                    name: "send_email",
                    at: "/send_email",
                    flag: Some(["0", "1"]),
                    replaces: false,
                },
                Place {
                    name: "send_sms",
                    at: "/send_sms",
                    flag: Some(["0", "1"]),
                    replaces: false,
                },
                Place {
                    name: "send_wa",
                    at: "/send_wa",
                    flag: Some(["0", "1"]),
                    replaces: false,
                },
                Place {
                    name: "notification_timing",
                    at: "/notification_timing",
                    flag: None,
                    replaces: false,
                },
            ],
            is_later: false,
        };
        options::put(self, options, &CAPABILITIES, &PLACES)
    }
}
