// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use payments_core::{EarlierTry, ErrorKind, Outcome, SuggestedAction};
use payments_provider::operation::{CodeInfo, HttpRule, Listing};
/// A code of the provider's refusals and failures. Each says what it means, whether money may have moved, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// <span id="code.API_VALIDATION_ERROR"></span>`API_VALIDATION_ERROR`: A field of the request is missing or wrong.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 422); dana 2019-02-04 create (HTTP 422); linkaja 2019-02-04 create (HTTP 400); ovo 2020-02-01 create (HTTP 422); dana 2020-02-01 create (HTTP 422); linkaja 2020-02-01 create (HTTP 400); charges create (HTTP 400); recorded (HTTP 400).
    ApiValidationError,
    /// <span id="code.EWALLET_TYPE_NOT_SUPPORTED"></span>`EWALLET_TYPE_NOT_SUPPORTED`: The wallet asked for is not supported.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Unsupported`](ErrorKind::Unsupported).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 422); dana 2019-02-04 create (HTTP 422); linkaja 2019-02-04 create (HTTP 422); ovo 2020-02-01 create (HTTP 422); dana 2020-02-01 create (HTTP 422); linkaja 2020-02-01 create (HTTP 422).
    EwalletTypeNotSupported,
    /// <span id="code.REQUEST_FORBIDDEN"></span>`REQUEST_FORBIDDEN`: The API key may not make this request.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixCredentials`](SuggestedAction::FixCredentials). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 403); dana 2019-02-04 create (HTTP 403); linkaja 2019-02-04 create (HTTP 403); 2019-02-04 status (HTTP 403); ovo 2020-02-01 create (HTTP 403); dana 2020-02-01 create (HTTP 403); linkaja 2020-02-01 create (HTTP 403); 2020-02-01 status (HTTP 403).
    RequestForbidden,
    /// <span id="code.REQUEST_FORBIDDEN_ERROR"></span>`REQUEST_FORBIDDEN_ERROR`: The API key may not make this request.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixCredentials`](SuggestedAction::FixCredentials). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: charges create (HTTP 403); recorded (HTTP 403).
    RequestForbiddenError,
    /// <span id="code.INVALID_API_KEY"></span>`INVALID_API_KEY`: The API key is not valid.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixCredentials`](SuggestedAction::FixCredentials). Kind: [`Unauthorized`](ErrorKind::Unauthorized).
    ///
    /// In the provider's document: charges create (HTTP 401); recorded (HTTP 401).
    InvalidApiKey,
    /// <span id="code.DUPLICATE_PAYMENT"></span>`DUPLICATE_PAYMENT`: A payment with the same external_id exists.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference did arrive.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Duplicate`](ErrorKind::Duplicate).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); recorded (HTTP 400).
    DuplicatePayment,
    /// <span id="code.DUPLICATE_PAYMENT_REQUEST_ERROR"></span>`DUPLICATE_PAYMENT_REQUEST_ERROR`: A payment request with the same external_id exists.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference did arrive.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Duplicate`](ErrorKind::Duplicate).
    ///
    /// In the provider's document: ovo 2020-02-01 create (HTTP 400).
    DuplicatePaymentRequestError,
    /// <span id="code.DUPLICATE_ERROR"></span>`DUPLICATE_ERROR`: A payment or charge with the same external_id or reference_id exists.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference did arrive.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Duplicate`](ErrorKind::Duplicate).
    ///
    /// In the provider's document: dana 2019-02-04 create (HTTP 400); dana 2020-02-01 create (HTTP 400); charges create (HTTP 409).
    DuplicateError,
    /// <span id="code.DUPLICATE_PAYMENT_ERROR"></span>`DUPLICATE_PAYMENT_ERROR`: A payment with the same external_id exists.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference did arrive.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Duplicate`](ErrorKind::Duplicate).
    ///
    /// In the provider's document: linkaja 2019-02-04 create (HTTP 400); linkaja 2020-02-01 create (HTTP 400).
    DuplicatePaymentError,
    /// <span id="code.USER_DID_NOT_AUTHORIZE_THE_PAYMENT"></span>`USER_DID_NOT_AUTHORIZE_THE_PAYMENT`: The customer did not approve the payment in time.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); ovo callback failure; recorded (HTTP 400).
    UserDidNotAuthorizeThePayment,
    /// <span id="code.USER_DECLINED_THE_TRANSACTION"></span>`USER_DECLINED_THE_TRANSACTION`: The customer declined the payment.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); ovo callback failure; recorded (HTTP 400).
    UserDeclinedTheTransaction,
    /// <span id="code.PHONE_NUMBER_NOT_REGISTERED"></span>`PHONE_NUMBER_NOT_REGISTERED`: The phone number has no account with the wallet.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); ovo callback failure; recorded (HTTP 400).
    PhoneNumberNotRegistered,
    /// <span id="code.EWALLET_APP_UNREACHABLE"></span>`EWALLET_APP_UNREACHABLE`: The wallet cannot reach the customer's app, which is often not installed.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); ovo callback failure; recorded (HTTP 400).
    EwalletAppUnreachable,
    /// <span id="code.ACCOUNT_AUTHENTICATION_ERROR"></span>`ACCOUNT_AUTHENTICATION_ERROR`: The customer could not be authenticated.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); ovo callback failure.
    AccountAuthenticationError,
    /// <span id="code.ACCOUNT_BLOCKED_ERROR"></span>`ACCOUNT_BLOCKED_ERROR`: The customer's account is blocked.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); ovo callback failure.
    AccountBlockedError,
    /// <span id="code.CREDENTIALS_ERROR"></span>`CREDENTIALS_ERROR`: The merchant is not registered with the wallet.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); ovo callback failure.
    CredentialsError,
    /// <span id="code.OVO_TIMEOUT_ERROR"></span>`OVO_TIMEOUT_ERROR`: The connection from the OVO app to the OVO server timed out.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: ovo 2019-02-04 create (HTTP 400); ovo callback failure.
    OvoTimeoutError,
    /// <span id="code.SENDING_TRANSACTION_ERROR"></span>`SENDING_TRANSACTION_ERROR`: Sending the transaction to OVO failed.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: ovo callback failure; recorded (HTTP 400).
    SendingTransactionError,
    /// <span id="code.EXTERNAL_ERROR"></span>`EXTERNAL_ERROR`: The wallet had an error.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: ovo callback failure; recorded (HTTP 400).
    ExternalError,
    /// <span id="code.CHECKOUT_ERROR"></span>`CHECKOUT_ERROR`: DANA had an error; it may pass in a few minutes.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: dana 2020-02-01 create (HTTP 400).
    CheckoutError,
    /// <span id="code.GENERATE_CHECKOUT_TOKEN_ERROR"></span>`GENERATE_CHECKOUT_TOKEN_ERROR`: The checkout_url could not be made.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: linkaja 2019-02-04 create (HTTP 422); linkaja 2020-02-01 create (HTTP 422).
    GenerateCheckoutTokenError,
    /// <span id="code.PAYMENT_NOT_FOUND_ERROR"></span>`PAYMENT_NOT_FOUND_ERROR`: No payment with this external_id and ewallet_type is visible.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`NotFound`](ErrorKind::NotFound).
    ///
    /// In the provider's document: 2019-02-04 status (HTTP 404); 2020-02-01 status (HTTP 404).
    PaymentNotFoundError,
    /// <span id="code.UNSUPPORTED_CURRENCY"></span>`UNSUPPORTED_CURRENCY`: The wallet does not take this currency.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Unsupported`](ErrorKind::Unsupported).
    ///
    /// In the provider's document: charges create (HTTP 400).
    UnsupportedCurrency,
    /// <span id="code.INVALID_PAYMENT_METHOD_ID"></span>`INVALID_PAYMENT_METHOD_ID`: The payment_method_id does not exist or does not fit the wallet or the customer.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: charges create (HTTP 400).
    InvalidPaymentMethodId,
    /// <span id="code.INVALID_MERCHANT_CREDENTIALS"></span>`INVALID_MERCHANT_CREDENTIALS`: The wallet does not accept the merchant's credentials.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: charges create (HTTP 401); charges failure.
    InvalidMerchantCredentials,
    /// <span id="code.INVALID_TOKEN"></span>`INVALID_TOKEN`: The link to the customer's account has expired and must be made again.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: charges create (HTTP 401).
    InvalidToken,
    /// <span id="code.CHANNEL_NOT_ACTIVATED"></span>`CHANNEL_NOT_ACTIVATED`: The wallet is not activated for this merchant.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: charges create (HTTP 403).
    ChannelNotActivated,
    /// <span id="code.UNSUPPORTED_CONTENT_TYPE"></span>`UNSUPPORTED_CONTENT_TYPE`: The content type of the request is not supported.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: charges create (HTTP 403).
    UnsupportedContentType,
    /// <span id="code.CALLBACK_URL_NOT_FOUND"></span>`CALLBACK_URL_NOT_FOUND`: There is no callback URL, neither in the dashboard nor in a header.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: charges create (HTTP 404).
    CallbackUrlNotFound,
    /// <span id="code.DATA_NOT_FOUND"></span>`DATA_NOT_FOUND`: There is no charge with this id.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`NotFound`](ErrorKind::NotFound).
    ///
    /// In the provider's document: charges get (HTTP 404).
    DataNotFound,
    /// <span id="code.CHARGE_LIMIT_EXCEEDED"></span>`CHARGE_LIMIT_EXCEEDED`: Too many tries for the same customer in ten minutes.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`RateLimited`](ErrorKind::RateLimited).
    ///
    /// In the provider's document: charges create (HTTP 429).
    ChargeLimitExceeded,
    /// <span id="code.RATE_LIMIT_EXCEEDED"></span>`RATE_LIMIT_EXCEEDED`: Too many requests.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`RateLimited`](ErrorKind::RateLimited).
    ///
    /// In the provider's document: charges create (HTTP 429); recorded (HTTP 429).
    RateLimitExceeded,
    /// <span id="code.SERVER_ERROR"></span>`SERVER_ERROR`: The provider had an unexpected error.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: charges create (HTTP 500); recorded (HTTP 500).
    ServerError,
    /// <span id="code.CHANNEL_UNAVAILABLE"></span>`CHANNEL_UNAVAILABLE`: The wallet has unexpected trouble.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: charges create (HTTP 503); recorded (HTTP 503).
    ChannelUnavailable,
    /// <span id="code.ACCOUNT_ACCESS_BLOCKED"></span>`ACCOUNT_ACCESS_BLOCKED`: The wallet has restricted the customer's account.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: charges failure.
    AccountAccessBlocked,
    /// <span id="code.USER_DECLINED_PAYMENT"></span>`USER_DECLINED_PAYMENT`: The customer declined the payment.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: charges failure.
    UserDeclinedPayment,
    /// <span id="code.INVALID_ACCOUNT_DETAILS"></span>`INVALID_ACCOUNT_DETAILS`: The customer gave wrong details.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: charges failure.
    InvalidAccountDetails,
    /// <span id="code.MAXIMUM_LIMIT_REACHED"></span>`MAXIMUM_LIMIT_REACHED`: The customer's payments exceed a limit of the customer or the wallet.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: charges failure.
    MaximumLimitReached,
    /// <span id="code.INSUFFICIENT_BALANCE"></span>`INSUFFICIENT_BALANCE`: The customer's balance is too low.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Declined`](ErrorKind::Declined).
    ///
    /// In the provider's document: charges failure.
    InsufficientBalance,
    /// <span id="code.DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED"></span>`DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED`: Test mode: the payment was taken note of.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: recorded.
    DevelopmentModePaymentAcknowledged,
    /// <span id="code.DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED"></span>`DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED`: Test mode: the simulated payment was taken note of.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: recorded.
    DevelopmentModePaymentSimulationAcknowledged,
    /// A word that this version does not know.
    Other(::std::string::String),
}
impl Code {
    /// Every word that this version knows.
    pub const KNOWN: &'static [&'static str] = &[
        "API_VALIDATION_ERROR",
        "EWALLET_TYPE_NOT_SUPPORTED",
        "REQUEST_FORBIDDEN",
        "REQUEST_FORBIDDEN_ERROR",
        "INVALID_API_KEY",
        "DUPLICATE_PAYMENT",
        "DUPLICATE_PAYMENT_REQUEST_ERROR",
        "DUPLICATE_ERROR",
        "DUPLICATE_PAYMENT_ERROR",
        "USER_DID_NOT_AUTHORIZE_THE_PAYMENT",
        "USER_DECLINED_THE_TRANSACTION",
        "PHONE_NUMBER_NOT_REGISTERED",
        "EWALLET_APP_UNREACHABLE",
        "ACCOUNT_AUTHENTICATION_ERROR",
        "ACCOUNT_BLOCKED_ERROR",
        "CREDENTIALS_ERROR",
        "OVO_TIMEOUT_ERROR",
        "SENDING_TRANSACTION_ERROR",
        "EXTERNAL_ERROR",
        "CHECKOUT_ERROR",
        "GENERATE_CHECKOUT_TOKEN_ERROR",
        "PAYMENT_NOT_FOUND_ERROR",
        "UNSUPPORTED_CURRENCY",
        "INVALID_PAYMENT_METHOD_ID",
        "INVALID_MERCHANT_CREDENTIALS",
        "INVALID_TOKEN",
        "CHANNEL_NOT_ACTIVATED",
        "UNSUPPORTED_CONTENT_TYPE",
        "CALLBACK_URL_NOT_FOUND",
        "DATA_NOT_FOUND",
        "CHARGE_LIMIT_EXCEEDED",
        "RATE_LIMIT_EXCEEDED",
        "SERVER_ERROR",
        "CHANNEL_UNAVAILABLE",
        "ACCOUNT_ACCESS_BLOCKED",
        "USER_DECLINED_PAYMENT",
        "INVALID_ACCOUNT_DETAILS",
        "MAXIMUM_LIMIT_REACHED",
        "INSUFFICIENT_BALANCE",
        "DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED",
        "DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED",
    ];
    /// The word as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ApiValidationError => "API_VALIDATION_ERROR",
            Self::EwalletTypeNotSupported => "EWALLET_TYPE_NOT_SUPPORTED",
            Self::RequestForbidden => "REQUEST_FORBIDDEN",
            Self::RequestForbiddenError => "REQUEST_FORBIDDEN_ERROR",
            Self::InvalidApiKey => "INVALID_API_KEY",
            Self::DuplicatePayment => "DUPLICATE_PAYMENT",
            Self::DuplicatePaymentRequestError => "DUPLICATE_PAYMENT_REQUEST_ERROR",
            Self::DuplicateError => "DUPLICATE_ERROR",
            Self::DuplicatePaymentError => "DUPLICATE_PAYMENT_ERROR",
            Self::UserDidNotAuthorizeThePayment => "USER_DID_NOT_AUTHORIZE_THE_PAYMENT",
            Self::UserDeclinedTheTransaction => "USER_DECLINED_THE_TRANSACTION",
            Self::PhoneNumberNotRegistered => "PHONE_NUMBER_NOT_REGISTERED",
            Self::EwalletAppUnreachable => "EWALLET_APP_UNREACHABLE",
            Self::AccountAuthenticationError => "ACCOUNT_AUTHENTICATION_ERROR",
            Self::AccountBlockedError => "ACCOUNT_BLOCKED_ERROR",
            Self::CredentialsError => "CREDENTIALS_ERROR",
            Self::OvoTimeoutError => "OVO_TIMEOUT_ERROR",
            Self::SendingTransactionError => "SENDING_TRANSACTION_ERROR",
            Self::ExternalError => "EXTERNAL_ERROR",
            Self::CheckoutError => "CHECKOUT_ERROR",
            Self::GenerateCheckoutTokenError => "GENERATE_CHECKOUT_TOKEN_ERROR",
            Self::PaymentNotFoundError => "PAYMENT_NOT_FOUND_ERROR",
            Self::UnsupportedCurrency => "UNSUPPORTED_CURRENCY",
            Self::InvalidPaymentMethodId => "INVALID_PAYMENT_METHOD_ID",
            Self::InvalidMerchantCredentials => "INVALID_MERCHANT_CREDENTIALS",
            Self::InvalidToken => "INVALID_TOKEN",
            Self::ChannelNotActivated => "CHANNEL_NOT_ACTIVATED",
            Self::UnsupportedContentType => "UNSUPPORTED_CONTENT_TYPE",
            Self::CallbackUrlNotFound => "CALLBACK_URL_NOT_FOUND",
            Self::DataNotFound => "DATA_NOT_FOUND",
            Self::ChargeLimitExceeded => "CHARGE_LIMIT_EXCEEDED",
            Self::RateLimitExceeded => "RATE_LIMIT_EXCEEDED",
            Self::ServerError => "SERVER_ERROR",
            Self::ChannelUnavailable => "CHANNEL_UNAVAILABLE",
            Self::AccountAccessBlocked => "ACCOUNT_ACCESS_BLOCKED",
            Self::UserDeclinedPayment => "USER_DECLINED_PAYMENT",
            Self::InvalidAccountDetails => "INVALID_ACCOUNT_DETAILS",
            Self::MaximumLimitReached => "MAXIMUM_LIMIT_REACHED",
            Self::InsufficientBalance => "INSUFFICIENT_BALANCE",
            Self::DevelopmentModePaymentAcknowledged => {
                "DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED"
            }
            Self::DevelopmentModePaymentSimulationAcknowledged => {
                "DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED"
            }
            Self::Other(word) => word,
        }
    }
}
impl ::std::convert::From<&str> for Code {
    fn from(word: &str) -> Self {
        match word {
            "API_VALIDATION_ERROR" => Self::ApiValidationError,
            "EWALLET_TYPE_NOT_SUPPORTED" => Self::EwalletTypeNotSupported,
            "REQUEST_FORBIDDEN" => Self::RequestForbidden,
            "REQUEST_FORBIDDEN_ERROR" => Self::RequestForbiddenError,
            "INVALID_API_KEY" => Self::InvalidApiKey,
            "DUPLICATE_PAYMENT" => Self::DuplicatePayment,
            "DUPLICATE_PAYMENT_REQUEST_ERROR" => Self::DuplicatePaymentRequestError,
            "DUPLICATE_ERROR" => Self::DuplicateError,
            "DUPLICATE_PAYMENT_ERROR" => Self::DuplicatePaymentError,
            "USER_DID_NOT_AUTHORIZE_THE_PAYMENT" => Self::UserDidNotAuthorizeThePayment,
            "USER_DECLINED_THE_TRANSACTION" => Self::UserDeclinedTheTransaction,
            "PHONE_NUMBER_NOT_REGISTERED" => Self::PhoneNumberNotRegistered,
            "EWALLET_APP_UNREACHABLE" => Self::EwalletAppUnreachable,
            "ACCOUNT_AUTHENTICATION_ERROR" => Self::AccountAuthenticationError,
            "ACCOUNT_BLOCKED_ERROR" => Self::AccountBlockedError,
            "CREDENTIALS_ERROR" => Self::CredentialsError,
            "OVO_TIMEOUT_ERROR" => Self::OvoTimeoutError,
            "SENDING_TRANSACTION_ERROR" => Self::SendingTransactionError,
            "EXTERNAL_ERROR" => Self::ExternalError,
            "CHECKOUT_ERROR" => Self::CheckoutError,
            "GENERATE_CHECKOUT_TOKEN_ERROR" => Self::GenerateCheckoutTokenError,
            "PAYMENT_NOT_FOUND_ERROR" => Self::PaymentNotFoundError,
            "UNSUPPORTED_CURRENCY" => Self::UnsupportedCurrency,
            "INVALID_PAYMENT_METHOD_ID" => Self::InvalidPaymentMethodId,
            "INVALID_MERCHANT_CREDENTIALS" => Self::InvalidMerchantCredentials,
            "INVALID_TOKEN" => Self::InvalidToken,
            "CHANNEL_NOT_ACTIVATED" => Self::ChannelNotActivated,
            "UNSUPPORTED_CONTENT_TYPE" => Self::UnsupportedContentType,
            "CALLBACK_URL_NOT_FOUND" => Self::CallbackUrlNotFound,
            "DATA_NOT_FOUND" => Self::DataNotFound,
            "CHARGE_LIMIT_EXCEEDED" => Self::ChargeLimitExceeded,
            "RATE_LIMIT_EXCEEDED" => Self::RateLimitExceeded,
            "SERVER_ERROR" => Self::ServerError,
            "CHANNEL_UNAVAILABLE" => Self::ChannelUnavailable,
            "ACCOUNT_ACCESS_BLOCKED" => Self::AccountAccessBlocked,
            "USER_DECLINED_PAYMENT" => Self::UserDeclinedPayment,
            "INVALID_ACCOUNT_DETAILS" => Self::InvalidAccountDetails,
            "MAXIMUM_LIMIT_REACHED" => Self::MaximumLimitReached,
            "INSUFFICIENT_BALANCE" => Self::InsufficientBalance,
            "DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED" => {
                Self::DevelopmentModePaymentAcknowledged
            }
            "DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED" => {
                Self::DevelopmentModePaymentSimulationAcknowledged
            }
            other => Self::Other(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for Code {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, Self::Err> {
        Ok(Self::from(word))
    }
}
impl ::std::fmt::Display for Code {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl ::serde::Serialize for Code {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> ::serde::Deserialize<'de> for Code {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(
            deserializer,
        )?;
        Ok(Self::from(word.as_str()))
    }
}
impl Code {
    /// What the code means; `None` for one that no table lists.
    #[must_use]
    pub fn info(&self) -> Option<&'static CodeInfo> {
        match self {
            Self::ApiValidationError => ALL.get(0usize),
            Self::EwalletTypeNotSupported => ALL.get(1usize),
            Self::RequestForbidden => ALL.get(2usize),
            Self::RequestForbiddenError => ALL.get(3usize),
            Self::InvalidApiKey => ALL.get(4usize),
            Self::DuplicatePayment => ALL.get(5usize),
            Self::DuplicatePaymentRequestError => ALL.get(6usize),
            Self::DuplicateError => ALL.get(7usize),
            Self::DuplicatePaymentError => ALL.get(8usize),
            Self::UserDidNotAuthorizeThePayment => ALL.get(9usize),
            Self::UserDeclinedTheTransaction => ALL.get(10usize),
            Self::PhoneNumberNotRegistered => ALL.get(11usize),
            Self::EwalletAppUnreachable => ALL.get(12usize),
            Self::AccountAuthenticationError => ALL.get(13usize),
            Self::AccountBlockedError => ALL.get(14usize),
            Self::CredentialsError => ALL.get(15usize),
            Self::OvoTimeoutError => ALL.get(16usize),
            Self::SendingTransactionError => ALL.get(17usize),
            Self::ExternalError => ALL.get(18usize),
            Self::CheckoutError => ALL.get(19usize),
            Self::GenerateCheckoutTokenError => ALL.get(20usize),
            Self::PaymentNotFoundError => ALL.get(21usize),
            Self::UnsupportedCurrency => ALL.get(22usize),
            Self::InvalidPaymentMethodId => ALL.get(23usize),
            Self::InvalidMerchantCredentials => ALL.get(24usize),
            Self::InvalidToken => ALL.get(25usize),
            Self::ChannelNotActivated => ALL.get(26usize),
            Self::UnsupportedContentType => ALL.get(27usize),
            Self::CallbackUrlNotFound => ALL.get(28usize),
            Self::DataNotFound => ALL.get(29usize),
            Self::ChargeLimitExceeded => ALL.get(30usize),
            Self::RateLimitExceeded => ALL.get(31usize),
            Self::ServerError => ALL.get(32usize),
            Self::ChannelUnavailable => ALL.get(33usize),
            Self::AccountAccessBlocked => ALL.get(34usize),
            Self::UserDeclinedPayment => ALL.get(35usize),
            Self::InvalidAccountDetails => ALL.get(36usize),
            Self::MaximumLimitReached => ALL.get(37usize),
            Self::InsufficientBalance => ALL.get(38usize),
            Self::DevelopmentModePaymentAcknowledged => ALL.get(39usize),
            Self::DevelopmentModePaymentSimulationAcknowledged => ALL.get(40usize),
            Self::Other(_) => None,
        }
    }
}
/// Every code, in the order of `codes.toml`.
pub const ALL: &[CodeInfo] = &[
    CodeInfo::new(
        "API_VALIDATION_ERROR",
        "A field of the request is missing or wrong.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(422u16)),
            Listing::new("dana 2019-02-04 create", Some(422u16)),
            Listing::new("linkaja 2019-02-04 create", Some(400u16)),
            Listing::new("ovo 2020-02-01 create", Some(422u16)),
            Listing::new("dana 2020-02-01 create", Some(422u16)),
            Listing::new("linkaja 2020-02-01 create", Some(400u16)),
            Listing::new("charges create", Some(400u16)),
            Listing::new("recorded", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "EWALLET_TYPE_NOT_SUPPORTED",
        "The wallet asked for is not supported.",
        (
            ErrorKind::Unsupported,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(422u16)),
            Listing::new("dana 2019-02-04 create", Some(422u16)),
            Listing::new("linkaja 2019-02-04 create", Some(422u16)),
            Listing::new("ovo 2020-02-01 create", Some(422u16)),
            Listing::new("dana 2020-02-01 create", Some(422u16)),
            Listing::new("linkaja 2020-02-01 create", Some(422u16)),
        ],
    ),
    CodeInfo::new(
        "REQUEST_FORBIDDEN",
        "The API key may not make this request.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixCredentials,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(403u16)),
            Listing::new("dana 2019-02-04 create", Some(403u16)),
            Listing::new("linkaja 2019-02-04 create", Some(403u16)),
            Listing::new("2019-02-04 status", Some(403u16)),
            Listing::new("ovo 2020-02-01 create", Some(403u16)),
            Listing::new("dana 2020-02-01 create", Some(403u16)),
            Listing::new("linkaja 2020-02-01 create", Some(403u16)),
            Listing::new("2020-02-01 status", Some(403u16)),
        ],
    ),
    CodeInfo::new(
        "REQUEST_FORBIDDEN_ERROR",
        "The API key may not make this request.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixCredentials,
        ),
        &[
            Listing::new("charges create", Some(403u16)),
            Listing::new("recorded", Some(403u16)),
        ],
    ),
    CodeInfo::new(
        "INVALID_API_KEY",
        "The API key is not valid.",
        (
            ErrorKind::Unauthorized,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixCredentials,
        ),
        &[
            Listing::new("charges create", Some(401u16)),
            Listing::new("recorded", Some(401u16)),
        ],
    ),
    CodeInfo::new(
        "DUPLICATE_PAYMENT",
        "A payment with the same external_id exists.",
        (
            ErrorKind::Duplicate,
            Outcome::Refused,
            EarlierTry::Exists,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("recorded", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "DUPLICATE_PAYMENT_REQUEST_ERROR",
        "A payment request with the same external_id exists.",
        (
            ErrorKind::Duplicate,
            Outcome::Refused,
            EarlierTry::Exists,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("ovo 2020-02-01 create", Some(400u16))],
    ),
    CodeInfo::new(
        "DUPLICATE_ERROR",
        "A payment or charge with the same external_id or reference_id exists.",
        (
            ErrorKind::Duplicate,
            Outcome::Refused,
            EarlierTry::Exists,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("dana 2019-02-04 create", Some(400u16)),
            Listing::new("dana 2020-02-01 create", Some(400u16)),
            Listing::new("charges create", Some(409u16)),
        ],
    ),
    CodeInfo::new(
        "DUPLICATE_PAYMENT_ERROR",
        "A payment with the same external_id exists.",
        (
            ErrorKind::Duplicate,
            Outcome::Refused,
            EarlierTry::Exists,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("linkaja 2019-02-04 create", Some(400u16)),
            Listing::new("linkaja 2020-02-01 create", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "USER_DID_NOT_AUTHORIZE_THE_PAYMENT",
        "The customer did not approve the payment in time.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("ovo callback failure", None),
            Listing::new("recorded", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "USER_DECLINED_THE_TRANSACTION",
        "The customer declined the payment.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("ovo callback failure", None),
            Listing::new("recorded", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "PHONE_NUMBER_NOT_REGISTERED",
        "The phone number has no account with the wallet.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("ovo callback failure", None),
            Listing::new("recorded", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "EWALLET_APP_UNREACHABLE",
        "The wallet cannot reach the customer's app, which is often not installed.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("ovo callback failure", None),
            Listing::new("recorded", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "ACCOUNT_AUTHENTICATION_ERROR",
        "The customer could not be authenticated.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("ovo callback failure", None),
        ],
    ),
    CodeInfo::new(
        "ACCOUNT_BLOCKED_ERROR",
        "The customer's account is blocked.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("ovo callback failure", None),
        ],
    ),
    CodeInfo::new(
        "CREDENTIALS_ERROR",
        "The merchant is not registered with the wallet.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("ovo callback failure", None),
        ],
    ),
    CodeInfo::new(
        "OVO_TIMEOUT_ERROR",
        "The connection from the OVO app to the OVO server timed out.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("ovo 2019-02-04 create", Some(400u16)),
            Listing::new("ovo callback failure", None),
        ],
    ),
    CodeInfo::new(
        "SENDING_TRANSACTION_ERROR",
        "Sending the transaction to OVO failed.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("ovo callback failure", None),
            Listing::new("recorded", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "EXTERNAL_ERROR",
        "The wallet had an error.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("ovo callback failure", None),
            Listing::new("recorded", Some(400u16)),
        ],
    ),
    CodeInfo::new(
        "CHECKOUT_ERROR",
        "DANA had an error; it may pass in a few minutes.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("dana 2020-02-01 create", Some(400u16))],
    ),
    CodeInfo::new(
        "GENERATE_CHECKOUT_TOKEN_ERROR",
        "The checkout_url could not be made.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("linkaja 2019-02-04 create", Some(422u16)),
            Listing::new("linkaja 2020-02-01 create", Some(422u16)),
        ],
    ),
    CodeInfo::new(
        "PAYMENT_NOT_FOUND_ERROR",
        "No payment with this external_id and ewallet_type is visible.",
        (
            ErrorKind::NotFound,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[
            Listing::new("2019-02-04 status", Some(404u16)),
            Listing::new("2020-02-01 status", Some(404u16)),
        ],
    ),
    CodeInfo::new(
        "UNSUPPORTED_CURRENCY",
        "The wallet does not take this currency.",
        (
            ErrorKind::Unsupported,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("charges create", Some(400u16))],
    ),
    CodeInfo::new(
        "INVALID_PAYMENT_METHOD_ID",
        "The payment_method_id does not exist or does not fit the wallet or the customer.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("charges create", Some(400u16))],
    ),
    CodeInfo::new(
        "INVALID_MERCHANT_CREDENTIALS",
        "The wallet does not accept the merchant's credentials.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[
            Listing::new("charges create", Some(401u16)),
            Listing::new("charges failure", None),
        ],
    ),
    CodeInfo::new(
        "INVALID_TOKEN",
        "The link to the customer's account has expired and must be made again.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("charges create", Some(401u16))],
    ),
    CodeInfo::new(
        "CHANNEL_NOT_ACTIVATED",
        "The wallet is not activated for this merchant.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("charges create", Some(403u16))],
    ),
    CodeInfo::new(
        "UNSUPPORTED_CONTENT_TYPE",
        "The content type of the request is not supported.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("charges create", Some(403u16))],
    ),
    CodeInfo::new(
        "CALLBACK_URL_NOT_FOUND",
        "There is no callback URL, neither in the dashboard nor in a header.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("charges create", Some(404u16))],
    ),
    CodeInfo::new(
        "DATA_NOT_FOUND",
        "There is no charge with this id.",
        (
            ErrorKind::NotFound,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("charges get", Some(404u16))],
    ),
    CodeInfo::new(
        "CHARGE_LIMIT_EXCEEDED",
        "Too many tries for the same customer in ten minutes.",
        (
            ErrorKind::RateLimited,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[Listing::new("charges create", Some(429u16))],
    ),
    CodeInfo::new(
        "RATE_LIMIT_EXCEEDED",
        "Too many requests.",
        (
            ErrorKind::RateLimited,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[
            Listing::new("charges create", Some(429u16)),
            Listing::new("recorded", Some(429u16)),
        ],
    ),
    CodeInfo::new(
        "SERVER_ERROR",
        "The provider had an unexpected error.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("charges create", Some(500u16)),
            Listing::new("recorded", Some(500u16)),
        ],
    ),
    CodeInfo::new(
        "CHANNEL_UNAVAILABLE",
        "The wallet has unexpected trouble.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[
            Listing::new("charges create", Some(503u16)),
            Listing::new("recorded", Some(503u16)),
        ],
    ),
    CodeInfo::new(
        "ACCOUNT_ACCESS_BLOCKED",
        "The wallet has restricted the customer's account.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("charges failure", None)],
    ),
    CodeInfo::new(
        "USER_DECLINED_PAYMENT",
        "The customer declined the payment.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("charges failure", None)],
    ),
    CodeInfo::new(
        "INVALID_ACCOUNT_DETAILS",
        "The customer gave wrong details.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("charges failure", None)],
    ),
    CodeInfo::new(
        "MAXIMUM_LIMIT_REACHED",
        "The customer's payments exceed a limit of the customer or the wallet.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("charges failure", None)],
    ),
    CodeInfo::new(
        "INSUFFICIENT_BALANCE",
        "The customer's balance is too low.",
        (
            ErrorKind::Declined,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("charges failure", None)],
    ),
    CodeInfo::new(
        "DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED",
        "Test mode: the payment was taken note of.",
        (
            ErrorKind::Rejected,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("recorded", None)],
    ),
    CodeInfo::new(
        "DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED",
        "Test mode: the simulated payment was taken note of.",
        (
            ErrorKind::Rejected,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("recorded", None)],
    ),
];
/// What a status without a known code means, where the provider's rule differs from the general one.
pub const HTTP: &[HttpRule] = &[
    HttpRule::new(
        404u16,
        ErrorKind::Rejected,
        Outcome::Unknown,
        SuggestedAction::AskByReference,
    ),
];
