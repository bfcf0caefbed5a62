//! Callbacks: what a provider sends to us, and how far it can be trusted.

use std::{fmt, time::Duration};

use async_trait::async_trait;
use chrono::Utc;
use http::{HeaderMap, HeaderName};
use serde::Serialize;
use subtle::ConstantTimeEq;

use crate::{
    account::Account,
    bill::{BillPayment, BillRequest, Bills},
    error::{Error, Result},
    mandate::{Mandate, MandateQuery, Mandates},
    payment::{Payment, PaymentQuery, Raw, Refund},
    payments::Payments,
    provider::Provider,
    reference::Reference,
    secret::Secrets,
    wire::wib,
};

/// Receiving callbacks. Usable as `Arc<dyn Callbacks>`.
#[async_trait]
pub trait Callbacks: fmt::Debug + Send + Sync {
    /// The account whose callbacks they are.
    fn account(&self) -> &Account;

    /// Who sends them.
    fn sender(&self) -> Provider {
        self.account().provider()
    }

    /// Checks who sent a callback, then reads it. Takes any bytes without panicking.
    ///
    /// `body` must be the bytes as they arrived: a body that was parsed and written again may no longer match its signature.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError>;

    /// How long the provider wants nobody to ask again about what a hint is about, where it states that.
    fn minimum_pause(&self, _: &Hint) -> Option<Duration> {
        None
    }

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
    /// Nothing is proved, and it is about nothing that can be asked for: acknowledge it, and believe nothing of it.
    Unmodelled(Box<Unmodelled>),
    /// The provider tries whether somebody is there. It is no news: acknowledge it.
    Ping,
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

    /// A signature over the body: one of those `presented`, in hexadecimal digits of any case, must be one of those `expected`, the digests computed
    /// with each accepted secret. All of them are compared, in constant time, and nothing is allocated.
    pub fn by_signature<'a, D: AsRef<[u8]>>(
        presented: impl IntoIterator<Item = &'a [u8]>,
        expected: impl IntoIterator<Item = D>,
    ) -> Result<Self, CallbackError> {
        let (mut all, mut count) = ([&[][..]; MOST_SIGNATURES], 0);
        for (place, signature) in all.iter_mut().zip(presented) {
            *place = signature;
            count += 1;
        }
        if count == 0 {
            return Err(CallbackError::MissingProof);
        }
        let mut right = false;
        for digest in expected {
            let digest = digest.as_ref();
            for presented in all.iter().take(count) {
                // As long as the longest digest that is in use, SHA-512.
                let mut buffer = [0; 64];
                // What is no hexadecimal is decided by the sender's bytes alone, so that may end early.
                if let Ok(presented) = base16ct::mixed::decode(presented, &mut buffer) {
                    right |= !digest.is_empty() & bool::from(digest.ct_eq(presented));
                }
            }
        }
        match right {
            true => Ok(Self(())),
            false => Err(CallbackError::WrongProof),
        }
    }
}

/// How many signatures of one callback are looked at: more than any provider sends, and few enough to be no work.
const MOST_SIGNATURES: usize = 16;

/// The signatures that a callback presents: every value of every one of these headers, each of which may hold several, separated by commas; without
/// the algorithm's name, in any case.
pub fn signatures<'a>(
    headers: &'a HeaderMap,
    names: &'a [HeaderName],
    algorithm: &'static str,
) -> impl Iterator<Item = &'a [u8]> {
    names
        .iter()
        .flat_map(|name| headers.get_all(name))
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b',').enumerate())
        .map(move |(index, signature)| {
            // Only a list has blanks.
            let signature = match index {
                0 => signature,
                _ => signature.trim_ascii_start(),
            };
            match signature.split_at_checked(algorithm.len()) {
                Some((name, rest)) if name.eq_ignore_ascii_case(algorithm.as_bytes()) => {
                    rest.strip_prefix(b"=").unwrap_or(signature)
                }
                _ => signature,
            }
        })
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
    /// Money of a payment that went back, told by the provider's own ids.
    Refund(Box<Refund>),
    /// The sender is proved, and this version does not model what it says. It is never a success; look at it, or let a person do so.
    Unmodelled(Box<Unmodelled>),
}

impl News {
    /// The merchant's reference, where the message names it.
    #[must_use]
    pub fn reference(&self) -> Option<&Reference> {
        match self {
            Self::Payment(payment) => Some(&payment.reference),
            Self::Bill(payment) => Some(&payment.bill.reference),
            Self::Mandate(mandate) => Some(&mandate.reference),
            Self::Refund(refund) => refund.reference.as_ref(),
            Self::Unmodelled(message) => message.reference.as_ref(),
        }
    }

    /// The provider's own id of what it is about, where the message names it.
    #[must_use]
    pub fn provider_id(&self) -> Option<&str> {
        match self {
            Self::Payment(payment) => payment.provider_id.as_deref(),
            Self::Bill(_) => None,
            Self::Mandate(mandate) => mandate.provider_id.as_deref(),
            Self::Refund(refund) => Some(&refund.provider_id),
            Self::Unmodelled(message) => message.provider_id.as_deref(),
        }
    }

    /// The status in lower case; `unmodelled` where none is known.
    #[must_use]
    pub fn status(&self) -> &str {
        match self {
            Self::Payment(payment) => payment.status.as_str(),
            Self::Bill(payment) => payment.status.as_str(),
            Self::Mandate(mandate) => mandate.status.as_str(),
            Self::Refund(refund) => refund.status.as_str(),
            Self::Unmodelled(_) => "unmodelled",
        }
    }

    fn provider(&self) -> Provider {
        match self {
            Self::Payment(payment) => payment.provider,
            Self::Bill(payment) => payment.provider,
            Self::Mandate(mandate) => mandate.provider,
            Self::Refund(refund) => refund.provider,
            Self::Unmodelled(message) => message.provider,
        }
    }
}

/// A message that this version does not model: its sender may have proved himself, but nobody knows what it means. It is kept whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unmodelled {
    /// Who tells.
    pub provider: Provider,
    /// What the provider calls it; empty where it does not say.
    pub event: String,
    /// The merchant's reference, where it names one.
    pub reference: Option<Reference>,
    /// The provider's own id of what it is about, where it names one.
    pub provider_id: Option<String>,
    /// Why it is not modelled.
    pub reason: String,
    /// The whole message.
    pub raw: Raw,
}

impl Unmodelled {
    /// Meant for provider crates.
    #[must_use]
    pub fn new(provider: Provider, event: impl Into<String>, reason: impl ToString) -> Self {
        Self {
            provider,
            event: event.into(),
            reference: None,
            provider_id: None,
            reason: reason.to_string(),
            raw: Raw::default(),
        }
    }

    /// The merchant's reference, as far as a text is one.
    #[must_use]
    pub fn about(mut self, reference: Option<&str>, provider_id: Option<&str>) -> Self {
        self.reference = reference.and_then(|text| Reference::new(text).ok());
        self.provider_id = provider_id.map(str::to_owned);
        self
    }

    /// Why it is not modelled.
    #[must_use]
    pub fn because(mut self, reason: impl ToString) -> Self {
        self.reason = reason.to_string();
        self
    }

    /// The message itself.
    #[must_use]
    pub fn raw(mut self, raw: Raw) -> Self {
        self.raw = raw;
        self
    }

    /// The news, and what to deduplicate it by: whoever delivers the same bytes again tells the same.
    #[must_use]
    pub fn event(self, body: &[u8]) -> Event {
        // FNV-1a: stable, and nobody can choose the bytes but the provider.
        let digest = body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let key = format!("unmodelled:{}:{digest:016x}", self.event);
        Event::new(key, self)
    }
}

impl From<Unmodelled> for News {
    fn from(message: Unmodelled) -> Self {
        Self::Unmodelled(Box::new(message))
    }
}

impl From<Refund> for News {
    fn from(refund: Refund) -> Self {
        Self::Refund(Box::new(refund))
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

    /// Asks the provider; meant for provider crates. The bill in what comes back holds its reference alone: the rest of it is the message's claim, and the
    /// crate puts in its place what the provider's answer says.
    pub async fn ask(&self, asked: Asked<'_>) -> Result<Verified<Event>> {
        let news: News = match (self, asked) {
            (Self::Payment(query), Asked::Payments(payments)) => payments.get(query).await?.into(),
            (Self::Bill(bill), Asked::Bills(bills)) => {
                let mut payment = bills.status(bill).await?;
                // What was asked by is the message's claim: anybody's.
                payment.bill = BillRequest::new(payment.bill.reference, "", "");
                payment.into()
            }
            (Self::Mandate(query), Asked::Mandates(mandates)) => mandates.get(query).await?.into(),
            _ => {
                return Err(Error::unsupported(
                    "this provider cannot be asked about that",
                ));
            }
        };
        if news.reference() != Some(self.reference()) {
            let error = Error::integrity("reference", self.reference().as_str(), "another");
            return Err(error.with_reference(self.reference()));
        }
        let mut key = format!("{}:{}", self.reference(), news.status());
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

impl CallbackError {
    /// Meant for provider crates.
    #[must_use]
    pub fn unreadable(cause: impl ToString) -> Self {
        Self::Unreadable(cause.to_string())
    }
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
        let digests: [&[u8]; 2] = [&[0x00, 0xff], &[0xab, 0xcd]];
        let check = |presented: &[&'static str]| {
            let presented = presented.iter().map(|text| text.as_bytes());
            Proof::by_signature(presented, digests)
        };
        assert!(check(&["abcd"]).is_ok() && check(&["00Ff"]).is_ok());
        assert!(check(&["0000", "not hex", "abcd"]).is_ok());
        for wrong in ["", "00", "00f", "00ff0", "00ff00", "00fe", "00fg", " 00ff"] {
            assert!(matches!(check(&[wrong]), Err(CallbackError::WrongProof)));
        }
        let long = "00".repeat(1000);
        let long = Proof::by_signature([long.as_bytes()], digests);
        assert!(matches!(long, Err(CallbackError::WrongProof)));
        assert!(matches!(check(&[]), Err(CallbackError::MissingProof)));
        let nothing = Proof::by_signature([&b""[..]], [b""]);
        assert!(matches!(nothing, Err(CallbackError::WrongProof)));
        // The seventeenth is not looked at.
        let many = ["0000"; 16].into_iter().chain(["abcd"]);
        let many = Proof::by_signature(many.map(str::as_bytes), digests);
        assert!(matches!(many, Err(CallbackError::WrongProof)));
    }

    #[test]
    fn signatures_are_found_in_every_value_of_every_header() {
        let names = ["x-one", "x-two"].map(HeaderName::from_static);
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("x-two", "SHA1=aa, sha1=bb"),
            ("x-one", "cc"),
            ("x-one", "Sha1=dd"),
            ("x-three", "ee"),
            ("x-two", "sha256=ff"),
        ] {
            headers.append(name, value.parse().unwrap());
        }
        let found: Vec<_> = signatures(&headers, &names, "sha1")
            .map(|signature| str::from_utf8(signature).unwrap())
            .collect();
        assert_eq!(found, ["cc", "dd", "aa", "bb", "sha256=ff"]);
        assert_eq!(signatures(&HeaderMap::new(), &names, "sha1").count(), 0);
    }
}
