//! Why a callback was not acknowledged: a status for its sender, a sentence for the operator.

use std::{error::Error as StdError, fmt, sync::Arc, time::Duration};

use axum::{
    BoxError,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use payments_core::{CallbackError, Error};

/// Why a callback was not acknowledged. Every provider then delivers again, some only a few times.
///
/// As a response it is only a status: a forger learns nothing from it. The whole value is in the
/// response's extensions, where a layer can read and log it. Neither `Display` nor `Debug` shows
/// the body, a secret, or personal data; the error of the application's handler is only in
/// [`source`](StdError::source).
///
/// ```
/// use axum::response::Response;
/// use payments_axum::Rejection;
///
/// /// For `axum::middleware::map_response`: the sender learns a status, the operator why.
/// async fn log(response: Response) -> Response {
///     if let Some(why) = response.extensions().get::<Rejection>() {
///         eprintln!("callback refused: {why}");
///     }
///     response
/// }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub enum Rejection {
    /// 401. No signature or token was presented.
    MissingSignature,
    /// 401. A signature or token was presented, and it is wrong. If there are many: a secret was
    ///      rotated, or somebody is forging.
    WrongSignature,
    /// 413. The body is larger than the limit, in bytes.
    TooLarge(usize),
    /// 400. The body did not arrive whole, or not in time.
    Interrupted,
    /// 400. The sender is proved, or needs no proof, but the body is not JSON.
    NotJson,
    /// 400. It is JSON, but not what the provider's document shows; the text says where. The
    ///      provider may have changed something.
    UnknownShape(String),
    /// 200. It is acknowledged, and there is nothing to handle: the provider tests the address, or
    ///      an unproved message names nothing that can be looked up.
    NoNews,
    /// 503. No secret is configured to check callbacks with.
    NotConfigured(Error),
    /// 503. Too many hints are being confirmed, or one about this payment is.
    Busy,
    /// 503. The provider was asked about this payment a moment ago, and requires a pause.
    AskedJustNow,
    /// 503. The provider could not be asked about a hint, or does not know its subject: a forged
    ///      hint ends here.
    NotConfirmed(Error),
    /// 503. The provider did not answer a query about a hint in time.
    ConfirmationTimedOut(Duration),
    /// 503. The handler is still processing other news of the same payment.
    InProgress,
    /// 503. The window is full of payments that are being handled.
    WindowFull,
    /// 500. The handler failed.
    HandlerFailed(Arc<HandlerError>),
    /// 503. The callback could not be stored.
    #[cfg(feature = "journal")]
    NotStored(payments_journal::Error),
}

impl Rejection {
    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::MissingSignature | Self::WrongSignature => StatusCode::UNAUTHORIZED,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoNews => StatusCode::OK,
            Self::Interrupted | Self::NotJson | Self::UnknownShape(_) => StatusCode::BAD_REQUEST,
            Self::HandlerFailed(_) => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The reason, as one of a few words.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::MissingSignature => "missing_signature",
            Self::WrongSignature => "wrong_signature",
            Self::TooLarge(_) => "too_large",
            Self::Interrupted => "interrupted",
            Self::NotJson => "not_json",
            Self::UnknownShape(_) => "unknown_shape",
            Self::NoNews => "no_news",
            Self::NotConfigured(_) => "not_configured",
            Self::Busy => "busy",
            Self::AskedJustNow => "asked_just_now",
            Self::NotConfirmed(_) => "not_confirmed",
            Self::ConfirmationTimedOut(_) => "confirmation_timed_out",
            Self::InProgress => "in_progress",
            Self::WindowFull => "window_full",
            Self::HandlerFailed(_) => "handler_failed",
            #[cfg(feature = "journal")]
            Self::NotStored(_) => "not_stored",
        }
    }

    /// Converts the error of a client's check.
    pub(crate) fn of(error: CallbackError) -> Self {
        match error {
            CallbackError::MissingProof => Self::MissingSignature,
            CallbackError::WrongProof => Self::WrongSignature,
            CallbackError::NotConfigured(error) => Self::NotConfigured(error),
            CallbackError::NotJson(_) => Self::NotJson,
            CallbackError::Unreadable(place) => Self::UnknownShape(place),
            _ => Self::UnknownShape("it cannot be taken".into()),
        }
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingSignature => CallbackError::MissingProof.fmt(f),
            Self::WrongSignature => CallbackError::WrongProof.fmt(f),
            Self::TooLarge(limit) => write!(f, "the callback is larger than {limit} bytes"),
            Self::Interrupted => f.write_str("the callback did not arrive whole and in time"),
            Self::NotJson => f.write_str("the callback is not JSON"),
            Self::UnknownShape(place) => write!(f, "the callback cannot be read: {place}"),
            Self::NoNews => f.write_str("the callback tells nothing that could be handled"),
            Self::NotConfigured(error) => write!(f, "callbacks cannot be checked: {error}"),
            Self::Busy => f.write_str("too many hints are being confirmed, or this payment's is"),
            Self::AskedJustNow => {
                f.write_str("the provider was asked about this payment a moment ago")
            }
            Self::NotConfirmed(error) => write!(f, "the hint was not confirmed: {error}"),
            Self::ConfirmationTimedOut(limit) => {
                write!(f, "the hint was not confirmed within {limit:?}")
            }
            Self::InProgress => f.write_str("other news of the same payment is being handled"),
            Self::WindowFull => f.write_str("the window is full of payments being handled"),
            Self::HandlerFailed(error) => error.fmt(f),
            #[cfg(feature = "journal")]
            Self::NotStored(error) => write!(f, "the callback could not be stored: {error}"),
        }
    }
}

impl fmt::Debug for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rejection({} {self})", self.status().as_u16())
    }
}

impl StdError for Rejection {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::NotConfigured(error) | Self::NotConfirmed(error) => Some(error),
            Self::HandlerFailed(error) => error.source(),
            #[cfg(feature = "journal")]
            Self::NotStored(error) => Some(error),
            _ => None,
        }
    }
}

/// How a handler failed. Its own error is the [`source`](StdError::source), which may contain
/// anything.
#[derive(Debug)]
#[non_exhaustive]
pub enum HandlerError {
    /// It returned an error.
    Failed(Cause),
    /// It did not end within its lease and was dropped.
    TimedOut(Duration),
    /// It panicked.
    Panicked,
}

/// An error of the application. `Debug` does not show it.
pub struct Cause(BoxError);

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl HandlerError {
    /// The failure, in one word.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Failed(_) => "failed",
            Self::TimedOut(_) => "timed_out",
            Self::Panicked => "panicked",
        }
    }

    pub(crate) fn failed(error: impl Into<BoxError>) -> Self {
        Self::Failed(Cause(error.into()))
    }
}

impl fmt::Display for HandlerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(_) => f.write_str("the handler failed"),
            Self::TimedOut(limit) => write!(f, "the handler did not end within {limit:?}"),
            Self::Panicked => f.write_str("the handler panicked"),
        }
    }
}

impl StdError for HandlerError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Failed(Cause(error)) => Some(&**error),
            _ => None,
        }
    }
}
