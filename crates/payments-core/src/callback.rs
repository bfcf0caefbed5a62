//! Callbacks: what a provider sends to us, and how far it can be trusted.

use std::fmt;

use http::HeaderMap;
use serde::Serialize;

use crate::{
    error::{Error, Result},
    payment::{Payment, PaymentQuery},
    payments::Payments,
    provider::Provider,
    secret::Secrets,
};

/// Receiving callbacks. Usable as `Arc<dyn Callbacks>`.
pub trait Callbacks: fmt::Debug + Send + Sync {
    /// Checks who sent a callback, then reads it. Takes any bytes without panicking.
    ///
    /// `body` must be the bytes as they arrived: a body that was parsed and written again may no longer match its signature.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError>;
}

/// A callback that was read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[expect(
    clippy::large_enum_variant,
    reason = "made once per callback and taken apart at once"
)]
pub enum Received {
    /// The sender is proved.
    Verified(Verified<Event>),
    /// Nothing is proved: confirm it before acting.
    Hint(Hint),
}

/// Something whose sender is proved. Only a check of this module makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Verified<T> {
    /// Takes the proof that a check gave.
    #[must_use]
    pub fn new(_: Proof, value: T) -> Self {
        Self(value)
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> &T {
        &self.0
    }

    /// The value, without the mark.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }

    /// Another view of the same message, as well proved as this one.
    pub fn try_map<U, E>(self, view: impl FnOnce(T) -> Result<U, E>) -> Result<Verified<U>, E> {
        view(self.0).map(Verified)
    }
}

/// Proof that a check of the sender succeeded. Cannot be made otherwise, nor copied.
#[derive(Debug)]
pub struct Proof(());

impl Proof {
    /// A token that provider and merchant share, presented in one of several places.
    ///
    /// Each token presented is compared with each accepted one in constant time. None presented, or none right: no proof.
    pub fn by_shared_token<'a>(
        presented: impl IntoIterator<Item = &'a [u8]>,
        accepted: &Secrets,
    ) -> Result<Self, CallbackError> {
        let (mut any, mut right) = (false, false);
        for token in presented {
            any = true;
            right |= accepted.accept(token);
        }
        match (any, right) {
            (true, true) => Ok(Self(())),
            (true, false) => Err(CallbackError::WrongProof),
            (false, _) => Err(CallbackError::MissingProof),
        }
    }
}

/// What a callback tells, in words that are the same for every provider.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Event {
    /// Who tells.
    pub provider: Provider,
    /// The same for every delivery of the same news, different for other news of the same provider.
    pub key: String,
    /// The payment as it is told. Check its amount against your own record before fulfilling.
    pub payment: Payment,
}

impl Event {
    /// Meant for provider crates.
    #[must_use]
    pub fn new(key: impl Into<String>, payment: Payment) -> Self {
        Self {
            provider: payment.provider,
            key: key.into(),
            payment,
        }
    }
}

/// A callback of a provider that proves nothing: anybody may have sent it. It says which payment to ask for, and no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    query: PaymentQuery,
}

impl Hint {
    /// Meant for provider crates.
    #[must_use]
    pub fn new(query: PaymentQuery) -> Self {
        Self { query }
    }

    /// The payment that it may be about.
    #[must_use]
    pub fn query(&self) -> &PaymentQuery {
        &self.query
    }

    /// Asks the provider. What comes back is the provider's own answer, not the message's claim.
    pub async fn confirm(&self, payments: &dyn Payments) -> Result<Verified<Event>> {
        let payment = payments.get(&self.query).await?;
        payment.check_reference(&self.query.reference)?;
        let key = format!("{}:{}", payment.reference, payment.status);
        Ok(Verified(Event::new(key, payment)))
    }
}

/// Why a callback was not taken. Tell the sender no more than that it was refused.
#[derive(Debug)]
#[non_exhaustive]
pub enum CallbackError {
    /// No token or signature was presented.
    MissingProof,
    /// A token or signature was presented and is wrong.
    WrongProof,
    /// The client has no secret to check callbacks with.
    NotConfigured(Error),
    /// The body is not what the provider's document shows; the text says where.
    Unreadable(String),
}

impl fmt::Display for CallbackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingProof => f.write_str("the callback carries no proof of its sender"),
            Self::WrongProof => f.write_str("the callback's proof of its sender is wrong"),
            Self::NotConfigured(_) => {
                f.write_str("no secret is configured to check callbacks with")
            }
            Self::Unreadable(reason) => write!(f, "the callback cannot be read: {reason}"),
        }
    }
}

impl std::error::Error for CallbackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotConfigured(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_right_token_proves_and_none_proves_nothing() {
        let accepted = Secrets::new("token", ["old", "new"]).unwrap();
        let check =
            |presented: &[&[u8]]| Proof::by_shared_token(presented.iter().copied(), &accepted);
        assert!(check(&[b"new"]).is_ok());
        assert!(check(&[b"wrong", b"old"]).is_ok());
        assert!(matches!(check(&[b"wrong"]), Err(CallbackError::WrongProof)));
        assert!(matches!(check(&[b""]), Err(CallbackError::WrongProof)));
        assert!(matches!(check(&[]), Err(CallbackError::MissingProof)));
    }
}
