//! Hints about what is recorded: what is recorded takes the place of what nobody proved.

use payments_core::{Event, Hint, News};
use serde_json::Value;

use crate::{answer::member, entry::Entry};

impl Entry {
    /// The hint with all that is recorded of what it is about: by that the provider is asked, and by no claim of the message where there is a record.
    #[must_use]
    pub fn asked_by(&self, hint: Hint) -> Hint {
        asked_by(&self.query, hint)
    }

    /// A confirmed event with the product that is recorded. The provider's own code of it may be another one.
    #[must_use]
    pub fn recorded_in(&self, event: Event) -> Event {
        recorded_in(&self.query, event)
    }
}

fn asked_by(query: &Value, mut hint: Hint) -> Hint {
    let recorded = |name| member::<String>(query, name);
    match &mut hint {
        Hint::Payment(query) => {
            if let Some(Ok(method)) = recorded("method").map(|method| method.parse()) {
                query.method = method;
            }
            query.provider_id = recorded("provider_id").or(query.provider_id.take());
        }
        Hint::Bill(bill) => {
            bill.product = recorded("product").unwrap_or_default();
        }
        Hint::Mandate(query) => {
            query.provider_id = recorded("provider_id").or(query.provider_id.take());
            query.customer_id = recorded("customer_id").or(query.customer_id.take());
        }
        _ => {}
    }
    hint
}

fn recorded_in(query: &Value, mut event: Event) -> Event {
    if let News::Bill(payment) = &mut event.news
        && let Some(product) = member(query, "product")
    {
        payment.bill.product = product;
    }
    event
}

#[cfg(test)]
mod tests {
    use payments_core::{
        BillPayment, BillRequest, MandateQuery, Method, PaymentQuery, PaymentStatus, Provider,
    };
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_recorded_is_asked_by_and_told_in_the_place_of_a_claim() {
        let reference = || "order-1".parse().unwrap();
        let bill = || BillRequest::new(reference(), "EMONEY100", "53");
        let recorded = json!({"product": "pln", "method": "ewallet:ovo", "provider_id": "p", "customer_id": "c"});
        let Hint::Bill(asked) = asked_by(&recorded, Hint::Bill(bill())) else {
            panic!("another kind");
        };
        assert_eq!((&*asked.product, &*asked.customer_number), ("pln", "53"));
        let payment = BillPayment::new(Provider::new("x"), bill(), PaymentStatus::Paid, "");
        let event = recorded_in(&recorded, Event::new("key", payment));
        let News::Bill(payment) = event.news else {
            panic!("another kind");
        };
        assert_eq!(payment.bill.product, "pln");

        let mut query = PaymentQuery::new(reference(), Method::DANA);
        query.provider_id = Some("forged".into());
        let mut right = PaymentQuery::new(reference(), Method::OVO);
        right.provider_id = Some("p".into());
        assert_eq!(
            asked_by(&recorded, Hint::Payment(query)),
            Hint::Payment(right)
        );
        let mut query = MandateQuery::new(reference());
        query.customer_id = Some("forged".into());
        let mut right = MandateQuery::new(reference());
        (right.provider_id, right.customer_id) = (Some("p".into()), Some("c".into()));
        assert_eq!(
            asked_by(&recorded, Hint::Mandate(query)),
            Hint::Mandate(right)
        );
    }
}
