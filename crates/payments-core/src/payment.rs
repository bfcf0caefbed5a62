//! A payment: what is asked for, and what became of it.

use std::{borrow::Cow, collections::BTreeMap};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, Result},
    method::Method,
    money::Money,
    next_action::NextAction,
    phone::PhoneNumber,
    provider::Provider,
    raw::Raw,
    reference::Reference,
    secret::Personal,
    status::PaymentStatus,
};

/// What a merchant asks a customer for. The same for every provider; each checks it against its own
/// limits before sending.
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
    /// The phone number. Each provider gets it in its own form.
    pub phone: Option<PhoneNumber>,
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

    /// Sets the phone number, as people write it: `08123123123`, `+62 812-3123-123`.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(PhoneNumber::from(phone.into()));
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Payment {
    /// Who tells.
    pub provider: Provider,
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's own id, where it gives one.
    pub provider_id: Option<String>,
    /// Other ids that the provider tells, by the names that it gives them: of the account that was
    /// paid to, of a fee.
    #[serde(default)]
    pub identifiers: BTreeMap<String, String>,
    /// How much was asked for. `None` where the provider's answer does not say.
    pub amount: Option<Money>,
    /// How much was taken from the customer, where the provider tells that apart. Anything but the
    /// amount that was asked for needs a person.
    pub captured: Option<Money>,
    /// How much was given back so far, where the provider tells. Less than all leaves the payment
    /// paid.
    pub refunded: Option<Money>,
    /// What the provider keeps of it, where it says so.
    pub fees: Option<Money>,
    /// What became of it.
    pub status: PaymentStatus,
    /// The provider's own word for that; empty where its answer has none.
    #[serde(default)]
    pub raw_status: String,
    /// How the customer pays.
    pub method: Method,
    /// What the customer can do to pay, best first. Empty when there is nothing to do.
    #[serde(default)]
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
    #[serde(default)]
    pub raw: Raw,
}

impl Payment {
    /// A payment of which only the essentials are known: what a client answers, a test's own one
    /// too.
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

    /// Checks that the provider speaks of what was asked for: same reference, same amount and
    /// currency. Otherwise nothing is known.
    pub fn check_against(&self, request: &PaymentRequest) -> Result<()> {
        self.check_reference(&request.reference)?;
        self.check_amount(request.amount)
    }

    /// Checks that what was asked for, what was taken, and what a QRIS code asks the customer for
    /// are all the amount that was recorded.
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
        self.next_actions
            .iter()
            .try_for_each(|action| action.check_amount(recorded))
            .map_err(|error| {
                error
                    .with_provider(self.provider)
                    .with_reference(&self.reference)
            })
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

/// Why a payment failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The provider's code.
    pub code: String,
    /// What the provider's document says of it, where it does.
    pub meaning: Option<Cow<'static, str>>,
    /// What the provider says of it itself, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
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
    fn a_code_for_another_amount_than_was_asked_for_leaves_the_outcome_unknown() {
        let shown = |content: &str| Payment {
            next_actions: vec![NextAction::ShowQr {
                content: content.into(),
            }],
            ..answer("order-1", 20_000)
        };
        // Of 15,000 rupiah.
        let code = "00020101021253033605405150005802ID5909Toko Satu6007Jakarta6304BD1F";
        for wrong in [code, &code.replace("15000", "20000"), &code[..60]] {
            let error = shown(wrong).check_against(&request()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Integrity);
            assert_eq!(error.outcome(), Outcome::Unknown);
            assert!(error.to_string().contains("QR code"), "{error}");
        }
        // A wallet's own code claims no amount.
        assert!(shown("sample-qr-string").check_against(&request()).is_ok());
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
