//! Callbacks: what a provider sends to us, and how far it can be trusted.

use std::fmt;

use async_trait::async_trait;
use chrono::Utc;
use http::HeaderMap;
use serde::Serialize;
use subtle::ConstantTimeEq;

use crate::{
    bill::{BillPayment, BillRequest, Bills},
    error::{Error, Result},
    mandate::{Mandate, MandateQuery, Mandates},
    payment::{Payment, PaymentQuery},
    payments::Payments,
    provider::Provider,
    reference::Reference,
    secret::Secrets,
    wire::wib,
};

/// Receiving callbacks. Usable as `Arc<dyn Callbacks>`.
#[async_trait]
pub trait Callbacks: fmt::Debug + Send + Sync {
    /// Whose callbacks they are.
    fn sender(&self) -> Provider;

    /// Checks who sent a callback, then reads it. Takes any bytes without panicking.
    ///
    /// `body` must be the bytes as they arrived: a body that was parsed and written again may no longer match its signature.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError>;

    /// Asks the provider about a hint. What comes back is the provider's own answer, not the message's claim.
    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>>;
}

/// A callback that was read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Received {
    /// The sender is proved.
    Verified(Verified<Event>),
    /// Nothing is proved: confirm it before acting.
    Hint(Hint),
}

/// Something whose sender is proved. It takes a [`Proof`], which only a check of this module makes; a provider's crate joins the two.
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

    /// A signature over the body: `presented` must be one of those `expected`, computed with each accepted secret. Compared in constant
    /// time; the case of hexadecimal digits makes no difference.
    pub fn by_signature<'a>(
        presented: Option<&[u8]>,
        expected: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, CallbackError> {
        let presented = presented
            .ok_or(CallbackError::MissingProof)?
            .to_ascii_lowercase();
        let mut right = false;
        for signature in expected {
            right |= !signature.is_empty() & bool::from(signature.as_bytes().ct_eq(&presented));
        }
        match right {
            true => Ok(Self(())),
            false => Err(CallbackError::WrongProof),
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
    /// What is told.
    #[serde(flatten)]
    pub news: News,
}

/// What a callback is about. Check its amount against your own record before fulfilling.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum News {
    /// A payment by a customer.
    Payment(Box<Payment>),
    /// The payment of a bill.
    Bill(Box<BillPayment>),
    /// A mandate.
    Mandate(Box<Mandate>),
}

impl News {
    /// The merchant's reference.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        match self {
            Self::Payment(payment) => &payment.reference,
            Self::Bill(payment) => &payment.bill.reference,
            Self::Mandate(mandate) => &mandate.reference,
        }
    }

    /// The status in lower case.
    #[must_use]
    pub fn status(&self) -> &str {
        match self {
            Self::Payment(payment) => payment.status.as_str(),
            Self::Bill(payment) => payment.status.as_str(),
            Self::Mandate(mandate) => mandate.status.as_str(),
        }
    }

    fn provider(&self) -> Provider {
        match self {
            Self::Payment(payment) => payment.provider,
            Self::Bill(payment) => payment.provider,
            Self::Mandate(mandate) => mandate.provider,
        }
    }
}

impl From<Payment> for News {
    fn from(payment: Payment) -> Self {
        Self::Payment(Box::new(payment))
    }
}

impl From<BillPayment> for News {
    fn from(payment: BillPayment) -> Self {
        Self::Bill(Box::new(payment))
    }
}

impl From<Mandate> for News {
    fn from(mandate: Mandate) -> Self {
        Self::Mandate(Box::new(mandate))
    }
}

impl Event {
    /// Meant for provider crates.
    #[must_use]
    pub fn new(key: impl Into<String>, news: impl Into<News>) -> Self {
        let news = news.into();
        Self {
            provider: news.provider(),
            key: key.into(),
            news,
        }
    }

    /// The payment, if it is about one.
    #[must_use]
    pub fn payment(&self) -> Option<&Payment> {
        match &self.news {
            News::Payment(payment) => Some(payment),
            _ => None,
        }
    }
}

/// A callback of a provider that proves nothing: anybody may have sent it. It says what to ask for, and no more; see
/// [`Callbacks::confirm`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Hint {
    /// It may be about this payment.
    Payment(PaymentQuery),
    /// It may be about the payment of this bill, as the message tells it. The provider's code of the product may differ from that of the request,
    /// and nobody proved the rest: put the product that was kept under this reference in its place before confirming.
    Bill(BillRequest),
    /// It may be about this mandate.
    Mandate(MandateQuery),
}

/// Whom to ask about a hint.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Asked<'a> {
    /// About payments.
    Payments(&'a dyn Payments),
    /// About bills.
    Bills(&'a dyn Bills),
    /// About mandates.
    Mandates(&'a dyn Mandates),
}

impl Hint {
    /// The merchant's reference.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        match self {
            Self::Payment(query) => &query.reference,
            Self::Bill(bill) => &bill.reference,
            Self::Mandate(query) => &query.reference,
        }
    }

    /// Asks the provider; meant for provider crates.
    pub async fn ask(&self, asked: Asked<'_>) -> Result<Verified<Event>> {
        let news: News = match (self, asked) {
            (Self::Payment(query), Asked::Payments(payments)) => payments.get(query).await?.into(),
            (Self::Bill(bill), Asked::Bills(bills)) => bills.status(bill).await?.into(),
            (Self::Mandate(query), Asked::Mandates(mandates)) => mandates.get(query).await?.into(),
            _ => {
                return Err(Error::unsupported(
                    "this provider cannot be asked about that",
                ));
            }
        };
        if news.reference() != self.reference() {
            let error = Error::integrity("reference", self.reference().as_str(), "another");
            return Err(error.with_reference(self.reference()));
        }
        let mut key = format!("{}:{}", news.reference(), news.status());
        if let News::Mandate(mandate) = &news {
            // A mandate stays active from charge to charge: only the date of the next one tells their news apart. Where it is not told, the
            // day of the answer does: there is at most one charge a day.
            let answered = || mandate.answered_at.unwrap_or_else(Utc::now);
            let date = mandate
                .next_charge_on
                .unwrap_or_else(|| answered().with_timezone(&wib()).date_naive());
            key = format!("{key}:{date}");
        }
        Ok(Verified(Event::new(key, news)))
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

    #[test]
    fn one_right_signature_proves_in_any_case_of_its_digits() {
        let check = |presented: Option<&[u8]>| Proof::by_signature(presented, ["00ff", "abcd"]);
        assert!(check(Some(b"abcd")).is_ok() && check(Some(b"00FF")).is_ok());
        for wrong in ["", "00f", "00ff0", "00fe"] {
            assert!(matches!(
                check(Some(wrong.as_bytes())),
                Err(CallbackError::WrongProof)
            ));
        }
        assert!(matches!(check(None), Err(CallbackError::MissingProof)));
        let nothing = Proof::by_signature(Some(b""), [""]);
        assert!(matches!(nothing, Err(CallbackError::WrongProof)));
    }
}
