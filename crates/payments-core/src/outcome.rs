//! How a failure is judged: what went wrong, whether it may have had an effect, what to do.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What is known of the effect of a request that did not end in a readable success.
///
/// ```
/// use payments_core::Outcome;
///
/// fn may_send_again(outcome: Outcome) -> bool {
///     outcome == Outcome::NotSent
/// }
///
/// assert!(!may_send_again(Outcome::Unknown));
/// assert_eq!(Outcome::Unknown.to_string(), "unknown");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// No byte of the request reached the provider. Sending it again is safe.
    NotSent,
    /// The provider answered that it did nothing for this request.
    Refused,
    /// It may have happened. Look it up by reference. Never repeat it without a lookup, and never
    /// under a new reference.
    Unknown,
}

impl Outcome {
    /// The word in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not_sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What went wrong.
///
/// ```
/// use payments_core::{Error, ErrorKind};
///
/// /// What a customer may read: not the error itself.
/// fn for_the_customer(error: &Error) -> &'static str {
///     match error.kind() {
///         ErrorKind::Declined => "Your wallet or bank said no. Try another way to pay.",
///         _ => "Something went wrong. We are looking at it.",
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// A field of the request is wrong; found here before sending, or by the provider.
    Invalid,
    /// A setting of the client is missing or wrong.
    Configuration,
    /// The provider could not be reached.
    Connect,
    /// No answer came in time.
    Timeout,
    /// The connection broke.
    Interrupted,
    /// An answer came that could not be read.
    Unreadable,
    /// The answer names another amount, currency or reference than the request.
    Integrity,
    /// The reference was used before.
    Duplicate,
    /// The provider does not know the payment.
    NotFound,
    /// The credentials were refused.
    Unauthorized,
    /// The credentials do not allow this.
    Forbidden,
    /// The customer, the wallet or the bank said no.
    Declined,
    /// The provider refused for another reason.
    Rejected,
    /// Too many requests.
    RateLimited,
    /// The provider, or the channel behind it, has trouble.
    Unavailable,
    /// The provider, or this payment method, does not support it.
    Unsupported,
}

/// What to do next.
///
/// ```
/// use payments_core::{Error, SuggestedAction};
///
/// let error = Error::invalid("amount", "IDR 0", "at least IDR 1");
/// assert_eq!(error.suggested_action(), SuggestedAction::FixRequest);
/// println!("{}", error.suggested_action().advice());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SuggestedAction {
    /// Correct the request; the same one fails again.
    FixRequest,
    /// Correct the keys or the settings.
    FixCredentials,
    /// Look the payment up by its reference before anything else.
    AskByReference,
    /// Send the same request, with the same reference, later.
    RetryLater,
    /// Wait for the provider's callback: the payment cannot be looked up by its reference.
    AwaitCallback,
    /// Let the customer decide: another wallet, another try.
    AskCustomer,
    /// Only the provider can help.
    ContactProvider,
}

impl SuggestedAction {
    /// The action as a sentence for people.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::FixRequest => "correct the request before sending it again",
            Self::FixCredentials => "check the keys and settings",
            Self::AskByReference => {
                "look the payment up by its reference; do not send it again, and do not use a new reference"
            }
            Self::RetryLater => "send the same request later, with the same reference",
            Self::AwaitCallback => {
                "wait for the callback: this payment cannot be looked up by its reference; do not use a new one"
            }
            Self::AskCustomer => "let the customer try again or choose another method",
            Self::ContactProvider => "contact the provider",
        }
    }
}

/// What a code proves of an earlier request with the same reference, whose answer was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EarlierTry {
    /// It arrived.
    Exists,
    /// It failed.
    Failed,
    /// Nothing.
    Nothing,
}
