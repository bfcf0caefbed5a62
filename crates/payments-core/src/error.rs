//! The one error type. Above all, it says whether money may have moved.

use std::{error::Error as StdError, fmt, sync::Arc, time::Duration};

use crate::{
    account::Account, invalid::Invalid, printable, provider::Provider, reference::Reference,
};

pub(crate) use crate::outcome::{EarlierTry, ErrorKind, Outcome, SuggestedAction};

/// The error of every call.
///
/// Look at [`outcome`](Self::outcome) first: it says whether money may have moved. Neither `Debug`
/// nor `Display` prints a body, a header or a secret.
///
/// ```
/// use payments_core::{Error, Outcome};
///
/// fn tell(error: &Error) -> String {
///     match error.outcome() {
///         Outcome::NotSent => format!("nothing was sent: {error}"),
///         Outcome::Refused => format!("nothing happened: {error}"),
///         Outcome::Unknown => format!("it may have happened, look up {:?}", error.reference()),
///     }
/// }
///
/// let error = Error::invalid("amount", "IDR 0", "at least IDR 1");
/// assert_eq!(tell(&error), r#"nothing was sent: amount: expected at least IDR 1, got "IDR 0""#);
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    outcome: Outcome,
    action: SuggestedAction,
    message: String,
    provider: Option<Provider>,
    account: Option<Account>,
    operation: Option<&'static str>,
    reference: Option<Reference>,
    http_status: Option<u16>,
    code: Option<String>,
    is_documented: bool,
    retry_after: Option<Duration>,
    earlier: EarlierTry,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The result of every call.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Makes an error from its three judgements and a message: lower case, no full stop, no secret.
    /// Unprintable characters are replaced.
    #[must_use]
    pub fn new(
        kind: ErrorKind,
        outcome: Outcome,
        action: SuggestedAction,
        message: impl Into<String>,
    ) -> Self {
        Self(Box::new(Inner {
            kind,
            outcome,
            action,
            message: printable::line(&message.into()),
            provider: None,
            account: None,
            operation: None,
            reference: None,
            http_status: None,
            code: None,
            is_documented: false,
            retry_after: None,
            earlier: EarlierTry::Nothing,
            source: None,
        }))
    }

    /// A field that is wrong, found before sending.
    #[must_use]
    pub fn invalid(field: &str, value: &str, expected: &str) -> Self {
        Invalid::field(field, value, expected).into()
    }

    /// A personal field that is wrong, found before sending: the value is not quoted.
    #[must_use]
    pub fn invalid_personal(field: &str, expected: &str) -> Self {
        Self::refused_here(
            ErrorKind::Invalid,
            SuggestedAction::FixRequest,
            format!("{field}: expected {expected} (the value is personal data and not shown)"),
        )
    }

    /// A setting that is missing or wrong.
    #[must_use]
    pub fn configuration(message: impl Into<String>) -> Self {
        Self::refused_here(
            ErrorKind::Configuration,
            SuggestedAction::FixCredentials,
            message,
        )
    }

    /// Something that the provider, or this payment method, does not support.
    #[must_use]
    pub fn unsupported(message: impl Into<String>) -> Self {
        Self::refused_here(ErrorKind::Unsupported, SuggestedAction::FixRequest, message)
    }

    /// An answer whose amount, currency or reference differs from the request's.
    #[must_use]
    pub fn integrity(field: &str, expected: &str, got: &str) -> Self {
        Self::new(
            ErrorKind::Integrity,
            Outcome::Unknown,
            SuggestedAction::ContactProvider,
            format!(
                "the answer's {field} should be {expected:?} and is {:?}",
                printable::code(got)
            ),
        )
    }

    fn refused_here(kind: ErrorKind, action: SuggestedAction, message: impl Into<String>) -> Self {
        Self::new(kind, Outcome::NotSent, action, message)
    }

    /// Replaces the suggested action, where the provider's method requires another one.
    #[must_use]
    pub fn with_action(mut self, action: SuggestedAction) -> Self {
        self.0.action = action;
        self
    }

    /// Replaces the outcome, where an answer concerns only the status query and says nothing about
    /// the payment.
    #[must_use]
    pub fn with_outcome(mut self, outcome: Outcome) -> Self {
        self.0.outcome = outcome;
        self.0.earlier = EarlierTry::Nothing;
        self
    }

    /// For a status query that failed after an operation was sent: the operation's outcome is
    /// unknown, whatever the query's own error.
    #[must_use]
    pub fn after_effect(self, operation: &'static str) -> Self {
        let mut outer = Self::new(
            self.kind(),
            Outcome::Unknown,
            SuggestedAction::AskByReference,
            "it was accepted, and asking what came of it failed",
        )
        .with_operation(operation);
        outer.0.provider = self.provider();
        outer.0.account = self.0.account.clone();
        outer.0.reference = self.0.reference.clone();
        outer.with_source(self)
    }

    /// Names the part that holds the wrong field: `items` and `price` make `items.price`.
    #[must_use]
    pub fn within(mut self, part: &str) -> Self {
        self.0.message = format!("{}.{}", printable::line(part), self.0.message);
        self
    }

    /// Adds the provider.
    #[must_use]
    pub fn with_provider(mut self, provider: Provider) -> Self {
        self.0.provider = Some(provider);
        self
    }

    /// Adds the account, and its provider.
    #[must_use]
    pub fn with_account(mut self, account: &Account) -> Self {
        self.0.provider = Some(account.provider());
        self.0.account = Some(account.clone());
        self
    }

    /// Adds the operation by its name in the provider's specification.
    #[must_use]
    pub fn with_operation(mut self, operation: &'static str) -> Self {
        self.0.operation = Some(operation);
        self
    }

    /// Adds the reference by which the payment can be looked up.
    #[must_use]
    pub fn with_reference(mut self, reference: &Reference) -> Self {
        self.0.reference = Some(reference.clone());
        self
    }

    /// Says that the code is in the provider's table, which is the page of
    /// [`help_url`](Self::help_url).
    #[must_use]
    pub fn with_documented_code(mut self, code: &'static str) -> Self {
        self = self.with_code(code);
        self.0.is_documented = true;
        self
    }

    /// Adds the HTTP status of the answer.
    #[must_use]
    pub fn with_http_status(mut self, status: u16) -> Self {
        self.0.http_status = Some(status);
        self
    }

    /// Adds the provider's code, made printable and cut at [`printable::LONGEST_CODE`].
    #[must_use]
    pub fn with_code(mut self, code: impl AsRef<str>) -> Self {
        self.0.code = Some(printable::code(code.as_ref()));
        self
    }

    /// Adds the wait that the provider asked for.
    #[must_use]
    pub fn with_retry_after(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    /// Adds what the provider's code proves of an earlier request with the same reference.
    #[must_use]
    pub fn with_earlier(mut self, earlier: EarlierTry) -> Self {
        self.0.earlier = earlier;
        self
    }

    /// Adds the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    /// Whether money may have moved because of this request.
    ///
    /// For an operation that only reads, the same words say whether the answer is known; reading
    /// again is always safe.
    ///
    /// ```
    /// use payments_core::{Error, ErrorKind, Outcome, SuggestedAction};
    ///
    /// // As a client judges a connection that broke after the request was written.
    /// let error = Error::new(
    ///     ErrorKind::Interrupted,
    ///     Outcome::Unknown,
    ///     SuggestedAction::AskByReference,
    ///     "the connection broke before an answer came",
    /// );
    /// assert_eq!(error.outcome(), Outcome::Unknown);
    /// // Never pay again under another reference.
    /// assert!(error.must_ask());
    /// assert!(error.suggested_action().advice().starts_with("look the payment up"));
    /// ```
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// Whether the payment must be looked up by its reference to know if money moved: the outcome
    /// is unknown, or the reference was used before. While this is true, never pay again under
    /// another reference.
    #[must_use]
    pub fn must_ask(&self) -> bool {
        self.outcome() == Outcome::Unknown || self.kind() == ErrorKind::Duplicate
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What to do next.
    #[must_use]
    pub fn suggested_action(&self) -> SuggestedAction {
        self.0.action
    }

    /// The provider, once one is involved.
    #[must_use]
    pub fn provider(&self) -> Option<Provider> {
        self.0.provider
    }

    /// The account, once it is known.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        self.0.account.as_ref()
    }

    /// The operation, by its name in the provider's specification.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The reference by which the payment can be looked up.
    #[must_use]
    pub fn reference(&self) -> Option<&Reference> {
        self.0.reference.as_ref()
    }

    /// The HTTP status, where an answer came.
    #[must_use]
    pub fn http_status(&self) -> Option<u16> {
        self.0.http_status
    }

    /// The provider's own code, where its answer had one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The page that says what this error means, whether money may have moved, and what to do: that
    /// of the provider's code, where its table has the code, or that of the [kind](Self::kind).
    ///
    /// ```
    /// use payments_core::{Error, Provider};
    ///
    /// let error = Error::invalid("amount", "0", "at least 1").with_provider(Provider::new("fazz"));
    /// assert!(error.help_url().ends_with("enum.ErrorKind.html#variant.Invalid"));
    /// ```
    #[must_use]
    pub fn help_url(&self) -> String {
        let documented = self.code().filter(|_| self.0.is_documented);
        match (self.provider(), documented) {
            (Some(provider), Some(code)) => format!(
                "https://docs.rs/payments-{provider}/latest/payments_{provider}/codes/enum.Code.html#code.{code}"
            ),
            _ => format!(
                "https://docs.rs/payments-core/latest/payments_core/enum.ErrorKind.html#variant.{:?}",
                self.kind()
            ),
        }
    }

    /// How long the provider asked to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// What the provider's code proves of an earlier request with the same reference, whose answer
    /// was lost.
    #[must_use]
    pub fn earlier(&self) -> EarlierTry {
        self.0.earlier
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        match invalid.is_setting() {
            true => Self::configuration(invalid.to_string()),
            false => Self::refused_here(
                ErrorKind::Invalid,
                SuggestedAction::FixRequest,
                invalid.to_string(),
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(provider) = self.provider() {
            match self.account() {
                // An account without a name of its own is shown as the provider.
                Some(account) if account.name() != Account::DEFAULT => write!(f, "{account}")?,
                _ => write!(f, "{provider}")?,
            }
            if let Some(operation) = self.operation() {
                write!(f, " {operation}")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.0.message)?;
        if let Some(status) = self.http_status() {
            write!(f, " (HTTP {status}")?;
            if let Some(code) = self.code() {
                write!(f, ", {code}")?;
            }
            f.write_str(")")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("outcome", &self.0.outcome)
            .field("kind", &self.0.kind)
            .field("action", &self.0.action)
            .field("message", &self.to_string())
            .field("reference", &self.0.reference)
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_the_field_and_the_value() {
        let error = Error::invalid("amount", "0", "at least 1");
        assert_eq!(error.to_string(), r#"amount: expected at least 1, got "0""#);
        assert_eq!(error.outcome(), Outcome::NotSent);
    }

    #[test]
    fn a_long_value_is_cut() {
        let error = Error::invalid("reference", &"é".repeat(200), "less");
        assert!(error.to_string().chars().count() < 130);
    }

    #[test]
    fn what_others_wrote_prints_in_every_part_of_an_error() {
        let hostile = "a\u{1b}[2J\r\n\u{202e}b";
        let error = Error::new(
            ErrorKind::Rejected,
            Outcome::Refused,
            SuggestedAction::FixRequest,
            hostile,
        );
        let error = error.with_code(hostile.repeat(100)).with_http_status(400);
        let error = error.within(hostile);
        let integrity = Error::integrity("id", hostile, &hostile.repeat(100));
        let invalid = Error::invalid("id", hostile, "another");
        for text in [
            error.to_string(),
            format!("{error:?}"),
            integrity.to_string(),
            invalid.to_string(),
        ] {
            assert_eq!(printable::line(&text), text);
            assert!(text.chars().count() < 400, "{text}");
        }
    }

    #[test]
    fn an_answer_about_the_question_alone_proves_nothing_of_an_earlier_try() {
        let error = Error::unsupported("a test").with_earlier(EarlierTry::Failed);
        assert_eq!(error.earlier(), EarlierTry::Failed);
        let error = error.with_outcome(Outcome::Unknown);
        assert_eq!(error.earlier(), EarlierTry::Nothing);
    }

    #[test]
    fn a_duplicate_must_be_asked_for_although_this_request_did_nothing() {
        let error = Error::new(
            ErrorKind::Duplicate,
            Outcome::Refused,
            SuggestedAction::AskByReference,
            "the reference was used before",
        );
        assert!(error.must_ask());
    }
}
