//! A payment: what is asked for, and what became of it.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, OnceLock},
};

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::{
    error::{Error, Result},
    method::Method,
    money::Money,
    provider::Provider,
    reference::Reference,
    secret::Personal,
    status::PaymentStatus,
};

/// What a merchant asks a customer for. The same for every provider; each checks it against its own limits before sending.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentRequest {
    /// The merchant's own id, the idempotency key.
    pub reference: Reference,
    /// How much.
    pub amount: Money,
    /// How the customer pays.
    pub method: Method,
    /// Who pays.
    pub customer: Customer,
    /// What for, in a line.
    pub description: Option<String>,
    /// What is bought.
    pub items: Vec<Item>,
    /// Until when it can be paid.
    pub expires_at: Option<DateTime<Utc>>,
    /// Where the provider sends news of the payment.
    pub callback_url: Option<String>,
    /// Where the customer returns to after paying.
    pub return_url: Option<String>,
}

impl PaymentRequest {
    /// A request with nothing but the essentials.
    #[must_use]
    pub fn new(reference: Reference, amount: Money, method: Method) -> Self {
        Self {
            reference,
            amount,
            method,
            customer: Customer::default(),
            description: None,
            items: Vec::new(),
            expires_at: None,
            callback_url: None,
            return_url: None,
        }
    }

    /// Sets who pays.
    #[must_use]
    pub fn customer(mut self, customer: Customer) -> Self {
        self.customer = customer;
        self
    }

    /// Sets what it is for.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Adds something that is bought.
    #[must_use]
    pub fn item(mut self, item: Item) -> Self {
        self.items.push(item);
        self
    }

    /// Sets until when it can be paid.
    #[must_use]
    pub fn expires_at(mut self, time: DateTime<Utc>) -> Self {
        self.expires_at = Some(time);
        self
    }

    /// Sets where the provider sends news.
    #[must_use]
    pub fn callback_url(mut self, url: impl Into<String>) -> Self {
        self.callback_url = Some(url.into());
        self
    }

    /// Sets where the customer returns to.
    #[must_use]
    pub fn return_url(mut self, url: impl Into<String>) -> Self {
        self.return_url = Some(url.into());
        self
    }

    /// How to ask for this payment, whatever became of the request.
    #[must_use]
    pub fn query(&self) -> PaymentQuery {
        PaymentQuery::new(self.reference.clone(), self.method.clone())
    }
}

/// Who pays. Every member is personal data and never printed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Customer {
    /// The full name.
    pub name: Option<Personal>,
    /// The phone number as people in Indonesia write it: `08123123123`.
    pub phone: Option<Personal>,
    /// The e-mail address.
    pub email: Option<Personal>,
}

impl Customer {
    /// Sets the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into().into());
        self
    }

    /// Sets the phone number.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into().into());
        self
    }

    /// Sets the e-mail address.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into().into());
        self
    }
}

/// Something that is bought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The merchant's id of it.
    pub id: String,
    /// What the customer reads.
    pub name: String,
    /// The price of one.
    pub price: Money,
    /// How many.
    pub quantity: u32,
}

/// How to ask for a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentQuery {
    /// The merchant's reference.
    pub reference: Reference,
    /// The method it was created with; several providers keep one list per method.
    pub method: Method,
    /// The provider's id, for those that cannot be asked by reference.
    pub provider_id: Option<String>,
}

impl PaymentQuery {
    /// Asks by reference.
    #[must_use]
    pub fn new(reference: Reference, method: Method) -> Self {
        Self {
            reference,
            method,
            provider_id: None,
        }
    }

    /// Asks by the provider's id.
    #[must_use]
    pub fn provider_id(mut self, id: impl Into<String>) -> Self {
        self.provider_id = Some(id.into());
        self
    }
}

/// A payment as the provider tells it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Payment {
    /// Who tells.
    pub provider: Provider,
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's own id, where it gives one.
    pub provider_id: Option<String>,
    /// Other ids that the provider tells, by the names that it gives them: of the account that was paid to, of a fee.
    pub identifiers: BTreeMap<String, String>,
    /// How much was asked for. `None` where the provider's answer does not say.
    pub amount: Option<Money>,
    /// How much was taken from the customer, where the provider tells that apart. Anything but the amount that was asked for needs a person.
    pub captured: Option<Money>,
    /// How much was given back so far, where the provider tells. Less than all leaves the payment paid.
    pub refunded: Option<Money>,
    /// What the provider keeps of it, where it says so.
    pub fees: Option<Money>,
    /// What became of it.
    pub status: PaymentStatus,
    /// The provider's own word for that; empty where its answer has none.
    pub raw_status: String,
    /// How the customer pays.
    pub method: Method,
    /// What the customer can do to pay, best first. Empty when there is nothing to do.
    pub next_actions: Vec<NextAction>,
    /// When the provider made it.
    pub created_at: Option<DateTime<Utc>>,
    /// When the customer paid.
    pub paid_at: Option<DateTime<Utc>>,
    /// Until when it can be paid.
    pub expires_at: Option<DateTime<Utc>>,
    /// Why it failed.
    pub failure: Option<Failure>,
    /// The whole answer.
    pub raw: Raw,
}

impl Payment {
    /// A payment of which only the essentials are known; meant for provider crates.
    #[must_use]
    pub fn new(
        provider: Provider,
        reference: Reference,
        method: Method,
        status: PaymentStatus,
        raw_status: impl Into<String>,
    ) -> Self {
        Self {
            provider,
            reference,
            provider_id: None,
            identifiers: BTreeMap::new(),
            amount: None,
            captured: None,
            refunded: None,
            fees: None,
            status,
            raw_status: raw_status.into(),
            method,
            next_actions: Vec::new(),
            created_at: None,
            paid_at: None,
            expires_at: None,
            failure: None,
            raw: Raw::default(),
        }
    }

    /// How to ask for it again.
    #[must_use]
    pub fn query(&self) -> PaymentQuery {
        PaymentQuery {
            provider_id: self.provider_id.clone(),
            ..PaymentQuery::new(self.reference.clone(), self.method.clone())
        }
    }

    /// Checks that the provider speaks of what was asked for: same reference, same amount and currency. Otherwise nothing is known.
    pub fn check_against(&self, request: &PaymentRequest) -> Result<()> {
        self.check_reference(&request.reference)?;
        self.check_amount(request.amount)
    }

    /// Checks that what was asked for and what was taken are both the amount that was recorded.
    pub fn check_amount(&self, recorded: Money) -> Result<()> {
        for (field, told) in [("amount", self.amount), ("captured", self.captured)] {
            if let Some(told) = told
                && told != recorded
            {
                let (recorded, told) = (recorded.to_string(), told.to_string());
                return Err(Error::integrity(field, &recorded, &told)
                    .with_provider(self.provider)
                    .with_reference(&self.reference));
            }
        }
        Ok(())
    }

    /// Whether this is news after `current`: the status is further up the ladder, or more was given back.
    #[must_use]
    pub fn can_follow(&self, current: &Self) -> bool {
        self.status.can_follow(&current.status)
            || (!current.status.can_follow(&self.status)
                && gone_back(self.refunded) > gone_back(current.refunded))
    }

    /// Checks that the provider speaks of the payment that was asked for.
    pub fn check_reference(&self, reference: &Reference) -> Result<()> {
        if self.reference == *reference {
            return Ok(());
        }
        Err(
            Error::integrity("reference", reference.as_str(), self.reference.as_str())
                .with_provider(self.provider)
                .with_reference(reference),
        )
    }
}

fn gone_back(refunded: Option<Money>) -> Decimal {
    refunded.map_or(Decimal::ZERO, |money| money.amount())
}

/// Money of a payment that went back, where the provider names nothing but its own ids.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Refund {
    /// Who tells.
    pub provider: Provider,
    /// The merchant's reference of the payment, where the provider tells it.
    pub reference: Option<Reference>,
    /// The provider's id of the payment: a journal finds it by that.
    pub provider_id: String,
    /// The provider's id of the refund.
    pub refund_id: String,
    /// How much went back by this refund.
    pub amount: Money,
    /// How much was taken by the payment, where the provider tells it.
    pub captured: Option<Money>,
    /// What became of the refund: `Refunded` if the money went back.
    pub status: PaymentStatus,
    /// The provider's own word for that.
    pub raw_status: String,
    /// The whole message.
    pub raw: Raw,
}

impl Refund {
    /// Meant for provider crates.
    #[must_use]
    pub fn new(
        provider: Provider,
        provider_id: impl Into<String>,
        refund_id: impl Into<String>,
        amount: Money,
        (status, raw_status): (PaymentStatus, &str),
    ) -> Self {
        Self {
            provider,
            reference: None,
            provider_id: provider_id.into(),
            refund_id: refund_id.into(),
            amount,
            captured: None,
            status,
            raw_status: raw_status.to_owned(),
            raw: Raw::default(),
        }
    }
}

/// What the customer does to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
#[non_exhaustive]
pub enum NextAction {
    /// Open a web page.
    Redirect {
        /// Its address.
        url: String,
    },
    /// Open an app on the phone.
    DeepLink {
        /// Its address.
        url: String,
    },
    /// Show a bank account number to transfer to.
    ShowAccountNumber {
        /// The number.
        number: String,
    },
    /// Show a code to name at the till.
    ShowPaymentCode {
        /// The code.
        code: String,
    },
    /// Show a QR code.
    ShowQr {
        /// What the code contains.
        content: String,
    },
    /// Show a picture of a QR code.
    ShowQrImage {
        /// Its address.
        url: String,
    },
    /// Say yes in the app on the phone, which has been notified.
    ApproveOnPhone,
}

impl fmt::Display for NextAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redirect { url } => write!(f, "open {url}"),
            Self::DeepLink { url } => write!(f, "open the app by {url}"),
            Self::ShowAccountNumber { number } => write!(f, "transfer to account {number}"),
            Self::ShowPaymentCode { code } => write!(f, "name the code {code} at the till"),
            Self::ShowQr { content } => write!(f, "scan the QR code of {content}"),
            Self::ShowQrImage { url } => write!(f, "scan the QR code at {url}"),
            Self::ApproveOnPhone => f.write_str("approve in the app on the phone"),
        }
    }
}

/// Why a payment failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The provider's code.
    pub code: String,
    /// What the provider's document says of it, where it does.
    pub meaning: Option<&'static str>,
    /// What the provider says of it itself, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// The provider's own JSON: a whole answer, or a member whose shape is not known. `Debug` does not print it: it may hold personal data.
#[derive(Clone, Default)]
pub struct Raw {
    /// Written as JSON when somebody looks at it. Most answers are never looked at again.
    body: Option<Arc<dyn Body>>,
    json: OnceLock<Value>,
}

/// A typed body that can be written.
trait Body: Send + Sync {
    fn json(&self) -> serde_json::Result<Value>;
}

impl<T: Serialize + Send + Sync> Body for T {
    fn json(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self)
    }
}

impl Raw {
    /// A typed body as JSON.
    #[must_use]
    pub fn of(body: impl Serialize + Send + Sync + 'static) -> Self {
        Self {
            body: Some(Arc::new(body)),
            json: OnceLock::new(),
        }
    }

    /// The JSON.
    #[must_use]
    pub fn json(&self) -> &Value {
        self.json.get_or_init(|| self.read())
    }

    /// The JSON itself.
    #[must_use]
    pub fn into_json(mut self) -> Value {
        self.json.take().unwrap_or_else(|| self.read())
    }

    fn read(&self) -> Value {
        let json = self.body.as_ref().map(|body| body.json());
        // What was read can be written; if it ever cannot, that is no reason to lose the news of a payment.
        json.and_then(Result::ok).unwrap_or_default()
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

impl From<Value> for Raw {
    fn from(json: Value) -> Self {
        Self {
            body: None,
            json: json.into(),
        }
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Raw(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{ErrorKind, Outcome};

    fn request() -> PaymentRequest {
        PaymentRequest::new(
            Reference::new("order-1").unwrap(),
            Money::idr(20_000),
            Method::OVO,
        )
    }

    fn answer(reference: &str, rupiah: u64) -> Payment {
        Payment {
            amount: Some(Money::idr(rupiah)),
            ..Payment::new(
                Provider::new("test"),
                Reference::new(reference).unwrap(),
                Method::OVO,
                PaymentStatus::Paid,
                "PAID",
            )
        }
    }

    #[test]
    fn an_answer_about_another_amount_or_reference_leaves_the_outcome_unknown() {
        assert!(answer("order-1", 20_000).check_against(&request()).is_ok());
        for wrong in [answer("order-1", 2_000), answer("order-2", 20_000)] {
            let error = wrong.check_against(&request()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Integrity);
            assert_eq!(error.outcome(), Outcome::Unknown);
        }
    }

    #[test]
    fn money_that_was_taken_and_not_asked_for_leaves_the_outcome_unknown() {
        let taken = |rupiah| Payment {
            captured: Some(Money::idr(rupiah)),
            ..answer("order-1", 20_000)
        };
        assert!(taken(20_000).check_against(&request()).is_ok());
        let error = taken(15_000).check_against(&request()).unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert!(error.to_string().contains("captured"), "{error}");
    }

    #[test]
    fn a_part_that_went_back_is_news_once_and_never_lowers_anything() {
        let told = |status, refunded: u64| Payment {
            status,
            refunded: (refunded > 0).then(|| Money::idr(refunded)),
            ..answer("order-1", 20_000)
        };
        let paid = told(PaymentStatus::Paid, 0);
        let partly = told(PaymentStatus::Paid, 5_000);
        let more = told(PaymentStatus::Settled, 10_000);
        let whole = told(PaymentStatus::Refunded, 20_000);
        let order = [paid, partly, more, whole];
        for (a, earlier) in order.iter().enumerate() {
            for (b, later) in order.iter().enumerate() {
                assert_eq!(later.can_follow(earlier), b > a, "{a} {b}");
            }
        }
        let failed = told(PaymentStatus::Failed, 5_000);
        assert!(!failed.can_follow(&order[0]));
    }

    #[test]
    fn who_pays_is_never_printed() {
        let request = request().customer(
            Customer::default()
                .name("Canary")
                .phone("0812-canary")
                .email("canary@example.com"),
        );
        assert!(!format!("{request:?}").to_lowercase().contains("canary"));
    }
}
