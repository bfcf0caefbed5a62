//! What can be recorded and sent.

use payments_core::{
    BillInquiry, BillPayment, Mandate, MandateRequest, Money, News, Payment, PaymentRequest,
    Reference,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{answer, kind::Kind};

mod sealed {
    pub trait Sealed {}
    impl Sealed for payments_core::PaymentRequest {}
    impl Sealed for payments_core::BillInquiry {}
    impl Sealed for payments_core::MandateRequest {}
}

/// Something that the journal records and sends: a [`PaymentRequest`], a [`BillInquiry`] that is to be paid, a [`MandateRequest`].
pub trait Request: sealed::Sealed + Clone + Serialize + DeserializeOwned + Send + Sync {
    /// What the provider tells of it.
    type Answer: Into<News> + Send;

    /// What it is about.
    const KIND: Kind;

    /// The idempotency key.
    fn reference(&self) -> &Reference;

    #[doc(hidden)]
    fn amount(&self) -> Option<Money>;

    /// The same answer as it was recorded: without the provider's own JSON and without personal data, but for the request's.
    #[doc(hidden)]
    fn recall(&self, provider: payments_core::Provider, answer: &Value) -> Option<Self::Answer>;

    #[doc(hidden)]
    fn of_news(news: News) -> Option<Self::Answer>;

    #[doc(hidden)]
    fn whole(&self) -> Whole;
}

/// A request with everything that sending it takes.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Whole {
    Payment(Box<PaymentRequest>),
    Bill(Box<BillInquiry>),
    Mandate(Box<MandateRequest>),
}

impl Whole {
    /// A request that was stored whole.
    pub(crate) fn read(kind: Kind, request: &Value) -> Option<Self> {
        Some(match kind {
            Kind::Payment => Self::Payment(Deserialize::deserialize(request).ok()?),
            Kind::Bill => Self::Bill(Deserialize::deserialize(request).ok()?),
            Kind::Mandate => Self::Mandate(Deserialize::deserialize(request).ok()?),
        })
    }
}

impl Request for PaymentRequest {
    type Answer = Payment;
    const KIND: Kind = Kind::Payment;

    fn reference(&self) -> &Reference {
        &self.reference
    }

    fn amount(&self) -> Option<Money> {
        Some(self.amount)
    }

    fn recall(&self, provider: payments_core::Provider, answer: &Value) -> Option<Payment> {
        answer::payment(provider, answer)
    }

    fn of_news(news: News) -> Option<Payment> {
        match news {
            News::Payment(payment) => Some(*payment),
            _ => None,
        }
    }

    fn whole(&self) -> Whole {
        Whole::Payment(Box::new(self.clone()))
    }
}

impl Request for BillInquiry {
    type Answer = BillPayment;
    const KIND: Kind = Kind::Bill;

    fn reference(&self) -> &Reference {
        &self.bill.reference
    }

    fn amount(&self) -> Option<Money> {
        self.amount.or(self.bill.amount)
    }

    fn recall(&self, provider: payments_core::Provider, answer: &Value) -> Option<BillPayment> {
        answer::bill(provider, self.bill.clone(), answer)
    }

    fn of_news(news: News) -> Option<BillPayment> {
        match news {
            News::Bill(payment) => Some(*payment),
            _ => None,
        }
    }

    fn whole(&self) -> Whole {
        Whole::Bill(Box::new(self.clone()))
    }
}

impl Request for MandateRequest {
    type Answer = Mandate;
    const KIND: Kind = Kind::Mandate;

    fn reference(&self) -> &Reference {
        &self.reference
    }

    fn amount(&self) -> Option<Money> {
        None
    }

    fn recall(&self, provider: payments_core::Provider, answer: &Value) -> Option<Mandate> {
        answer::mandate(provider, answer)
    }

    fn of_news(news: News) -> Option<Mandate> {
        match news {
            News::Mandate(mandate) => Some(*mandate),
            _ => None,
        }
    }

    fn whole(&self) -> Whole {
        Whole::Mandate(Box::new(self.clone()))
    }
}

/// What two requests must agree in to be the same. When a bill was inquired, and the name that was told, make no other bill of it.
pub(crate) fn identity(kind: Kind, request: &Value) -> Value {
    let mut same = request.clone();
    if let (Kind::Bill, Some(members)) = (kind, same.as_object_mut()) {
        members.remove("inquired_at");
        members.remove("customer_name");
    }
    same
}

/// Takes personal data and addresses that may hold a token out of a request; tells whether nothing had to be taken, so that it can be sent.
pub(crate) fn redact(kind: Kind, request: &mut Value) -> bool {
    let whole = request.clone();
    let Some(members) = request.as_object_mut() else {
        return true;
    };
    let empty = |customer: &Value| {
        customer
            .as_object()
            .is_some_and(|members| members.values().all(Value::is_null))
    };
    match kind {
        Kind::Payment | Kind::Mandate => {
            if !members.get("customer").is_some_and(empty) {
                members.insert("customer".into(), json!({}));
            }
            for name in ["callback_url", "return_url"] {
                let tells = |url: &str| url.contains(['?', '#', '@']);
                if members.get(name).and_then(Value::as_str).is_some_and(tells) {
                    members.remove(name);
                }
            }
        }
        Kind::Bill => {
            members.remove("customer_name");
            if let Some(bill) = members.get_mut("bill").and_then(Value::as_object_mut) {
                bill.remove("customer_number");
            }
        }
    }
    *request == whole
}

#[cfg(test)]
mod tests {
    use payments_core::{BillRequest, Customer, Method};

    use super::*;

    #[test]
    fn what_is_stored_of_a_request_holds_no_personal_data_and_no_token() {
        let reference = Reference::new("order-1").unwrap();
        let payment = PaymentRequest::new(reference.clone(), Money::idr(20_000), Method::OVO)
            .customer(Customer::default().phone("0812canary"))
            .callback_url("https://shop.example/callback?token=canary");
        let mut bill = BillInquiry::made_elsewhere(BillRequest::new(reference, "pln", "53canary"));
        bill.customer_name = Some("canary".into());
        for (kind, request) in [
            (Kind::Payment, serde_json::to_value(payment).unwrap()),
            (Kind::Bill, serde_json::to_value(bill).unwrap()),
        ] {
            let mut stored = request.clone();
            assert!(!redact(kind, &mut stored));
            assert!(!stored.to_string().contains("canary"), "{stored}");
        }
    }

    #[test]
    fn a_request_without_personal_data_is_stored_as_it_can_be_sent() {
        let reference = Reference::new("order-1").unwrap();
        let request = PaymentRequest::new(reference, Money::idr(20_000), Method::QRIS);
        let mut stored = serde_json::to_value(&request).unwrap();
        assert!(redact(Kind::Payment, &mut stored));
        assert_eq!(
            serde_json::from_value::<PaymentRequest>(stored).unwrap(),
            request
        );
    }
}
