//! A payment: the request, and what the provider reports about it.

use std::{borrow::Cow, collections::BTreeMap};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, Result},
    method::Method,
    money::Money,
    next_action::NextAction,
    options::ProviderOptions,
    phone::PhoneNumber,
    provider::Provider,
    raw::Raw,
    reference::Reference,
    secret::Personal,
    status::PaymentStatus,
};

/// A request for money from a customer. The same type for every provider; each checks it against
/// its own limits before sending.
///
/// Store it with your order before you send it: after a lost answer the same request is needed.
///
/// ```
/// use payments_core::{Customer, Item, Method, Money, PaymentRequest};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let request = PaymentRequest::new("order-1001".parse()?, Money::idr(20_000), Method::LINKAJA)
///     .customer(Customer::default().phone("08123123123"))
///     .item(Item {
///         id: "book-7".into(),
///         name: "A book".into(),
///         price: Money::idr(20_000),
///         quantity: 1,
///     })
///     .callback_url("https://shop.example/callbacks/instamoney")
///     .return_url("https://shop.example/thanks");
///
/// let kept = serde_json::to_string(&request)?;
/// assert_eq!(serde_json::from_str::<PaymentRequest>(&kept)?, request);
/// // How to look it up, whatever the outcome:
/// assert_eq!(request.query().reference, request.reference);
/// # Ok(())
/// # }
/// ```
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
    /// What it is for, in one line.
    pub description: Option<String>,
    /// What is bought.
    pub items: Vec<Item>,
    /// Until when it can be paid.
    pub expires_at: Option<DateTime<Utc>>,
    /// Where the provider sends news of the payment.
    pub callback_url: Option<String>,
    /// Where the customer returns to after paying.
    pub return_url: Option<String>,
    /// The provider's own options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<ProviderOptions>,
}

impl PaymentRequest {
    /// Makes a request with only the required members.
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
            options: None,
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

    /// Sets the provider's own options, such as `payments_ciputra::Options`. Another provider
    /// refuses them before sending anything.
    #[must_use]
    pub fn options(mut self, options: impl Into<ProviderOptions>) -> Self {
        self.options = Some(options.into());
        self
    }

    /// How to look this payment up, whatever the outcome of the request.
    #[must_use]
    pub fn query(&self) -> PaymentQuery {
        PaymentQuery::new(self.reference.clone(), self.method.clone())
    }
}

/// Who pays. Every member is personal data and never printed.
///
/// ```
/// use payments_core::Customer;
///
/// let customer = Customer::default().name("Budi").phone("+62 812-3123-123");
/// assert!(!format!("{customer:?}").contains("Budi"));
/// ```
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
///
/// ```
/// use payments_core::{Item, Money};
///
/// let item = Item {
///     id: "book-7".into(),
///     name: "A book".into(),
///     price: Money::idr(20_000),
///     quantity: 2,
/// };
/// assert_eq!(item.price.checked_add(item.price), Some(Money::idr(40_000)));
/// ```
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

/// How to look up a payment.
///
/// ```
/// use payments_core::{Method, PaymentQuery};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let query = PaymentQuery::new("order-1001".parse()?, Method::OVO);
/// // Where the provider cannot look it up by reference:
/// let query = query.provider_id("ewc_1");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentQuery {
    /// The merchant's reference.
    pub reference: Reference,
    /// The method it was created with; several providers keep one list per method.
    pub method: Method,
    /// The provider's id, for providers that cannot look it up by reference.
    pub provider_id: Option<String>,
}

impl PaymentQuery {
    /// Looks up by reference.
    #[must_use]
    pub fn new(reference: Reference, method: Method) -> Self {
        Self {
            reference,
            method,
            provider_id: None,
        }
    }

    /// Adds the provider's id.
    #[must_use]
    pub fn provider_id(mut self, id: impl Into<String>) -> Self {
        self.provider_id = Some(id.into());
        self
    }
}

/// A payment as the provider reports it.
///
/// ```
/// use payments_core::{Money, Payment};
///
/// /// Fulfil only what is paid, and only for the right amount.
/// fn may_fulfil(payment: &Payment, order: Money) -> bool {
///     payment.status.is_paid() && payment.amount == Some(order)
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Payment {
    /// The provider.
    pub provider: Provider,
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's own id, where it gives one.
    pub provider_id: Option<String>,
    /// Other ids in the provider's answer, by the provider's names: of the account that was paid
    /// to, of a fee.
    #[serde(default)]
    pub identifiers: BTreeMap<String, String>,
    /// The requested amount. `None` if the provider's answer does not state it.
    pub amount: Option<Money>,
    /// The amount taken from the customer, where the provider states it separately. If it differs
    /// from the requested amount, a person must decide.
    pub captured: Option<Money>,
    /// The amount refunded so far, where the provider states it. After a partial refund the payment
    /// is still paid.
    pub refunded: Option<Money>,
    /// The provider's fees, where it states them.
    pub fees: Option<Money>,
    /// The status.
    pub status: PaymentStatus,
    /// The provider's word for the status; empty if its answer has none.
    #[serde(default)]
    pub raw_status: String,
    /// How the customer pays.
    pub method: Method,
    /// What the customer can do to pay, best first. Empty if there is nothing to do.
    #[serde(default)]
    pub next_actions: Vec<NextAction>,
    /// When the provider created it.
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
    /// Makes a payment with only the essential members: for clients, and for providers in tests.
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

    /// How to look it up again.
    #[must_use]
    pub fn query(&self) -> PaymentQuery {
        PaymentQuery {
            provider_id: self.provider_id.clone(),
            ..PaymentQuery::new(self.reference.clone(), self.method.clone())
        }
    }

    /// Checks that the answer belongs to the request: same reference, amount and currency.
    /// Otherwise nothing is known.
    pub fn check_against(&self, request: &PaymentRequest) -> Result<()> {
        self.check_reference(&request.reference)?;
        self.check_amount(request.amount)
    }

    /// Checks that the requested amount, the captured amount and the amount in a QRIS code all
    /// equal the recorded amount.
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

    /// Checks that the answer is about the payment with this reference.
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
///
/// ```
/// use payments_core::Payment;
///
/// fn why(payment: &Payment) -> String {
///     match &payment.failure {
///         Some(failure) => format!("{}: {:?}", failure.code, failure.meaning),
///         None => payment.status.to_string(),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The provider's code.
    pub code: String,
    /// The code's meaning, from the provider's document, where it states one.
    pub meaning: Option<Cow<'static, str>>,
    /// The provider's message, where there is one.
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
