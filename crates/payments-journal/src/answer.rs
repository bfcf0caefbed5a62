//! What a provider told, as it is stored, and back.

use chrono::{DateTime, NaiveDate, Utc};
use payments_core::{
    BillPayment, BillRequest, Error, Failure, Mandate, Method, Money, News, NextAction, Payment,
    PaymentStatus, Provider, Reference, Refund, Result,
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{kind::Kind, status::Status};

/// What is stored of an answer: not the provider's own JSON, and no personal data. Of a message that is not modelled nobody knows which part is either, and
/// there is nothing else to keep: it is stored whole.
pub(crate) fn stored(news: &News) -> Value {
    let json = match news {
        News::Payment(payment) => serde_json::to_value(payment),
        News::Bill(payment) => serde_json::to_value(payment),
        News::Mandate(mandate) => serde_json::to_value(mandate),
        News::Refund(refund) => serde_json::to_value(refund),
        News::Unmodelled(message) => return serde_json::to_value(message).unwrap_or_default(),
        _ => Ok(Value::Null),
    };
    let mut json = json.unwrap_or_default();
    if let Some(members) = json.as_object_mut() {
        members.remove("raw");
        members.remove("customer_name");
        members.retain(|_, value| !value.is_null());
        if let Some(bill) = members.get_mut("bill").and_then(Value::as_object_mut) {
            bill.remove("customer_number");
        }
        // A word of its own is an object there.
        if let Some(status) = Status::of(news) {
            members.insert("status".into(), status.as_str().into());
        }
    }
    json
}

/// Checks that news is of what was recorded: same reference, and the same amounts where both are told.
pub(crate) fn check(kind: Kind, reference: &Reference, request: &Value, news: &News) -> Result<()> {
    let told = news.reference().map_or("none", Reference::as_str);
    if told != reference.as_str() {
        return Err(Error::integrity("reference", reference.as_str(), told));
    }
    let amounts: &[(&str, Option<Money>)] = match (kind, news) {
        // What was captured must be what was asked for, or a person is needed.
        (Kind::Payment, News::Payment(payment)) => {
            &[("amount", payment.amount), ("captured", payment.captured)]
        }
        (Kind::Bill, News::Bill(payment)) => &[("amount", payment.amount), ("cost", payment.cost)],
        (Kind::Mandate, News::Mandate(_)) => &[],
        _ => return Err(Error::integrity("subject", kind.as_str(), "another")),
    };
    // Where no inquiry told an amount, the one that the customer chose counts.
    if let News::Bill(payment) = news
        && member::<Money>(request, "amount").is_none()
        && let Some(chosen) = request.get("bill").and_then(|bill| member(bill, "amount"))
    {
        BillRequest::new(reference.clone(), "", "")
            .amount(chosen)
            .check_amount(payment.amount, payment.fee)?;
    }
    for (field, told) in amounts {
        let asked = match *field {
            "captured" => "amount",
            field => field,
        };
        let asked: Option<Money> = member(request, asked);
        if let (Some(asked), Some(told)) = (asked, told)
            && asked != *told
        {
            return Err(Error::integrity(
                field,
                &asked.to_string(),
                &told.to_string(),
            ));
        }
    }
    Ok(())
}

/// The payment that a refund makes of what is recorded. Parts are not added up: one of them may have been told before, with the payment.
pub(crate) fn after_refund(
    provider: Provider,
    reference: &Reference,
    request: &Value,
    answer: Option<&Value>,
    refund: &Refund,
) -> Option<Payment> {
    let method: Method = member(request, "method")?;
    let asked: Option<Money> = member(request, "amount");
    let whole = refund.captured.or(asked)?;
    let is_whole =
        refund.amount.currency() == whole.currency() && refund.amount.amount() >= whole.amount();
    let status = match is_whole {
        true => PaymentStatus::Refunded,
        false => PaymentStatus::Paid,
    };
    let mut payment = Payment::new(
        provider,
        reference.clone(),
        method,
        status,
        &*refund.raw_status,
    );
    payment.provider_id = Some(refund.provider_id.clone());
    payment.amount = answer.and_then(|answer| member(answer, "amount")).or(asked);
    payment.captured = refund.captured;
    payment.refunded = Some(refund.amount);
    Some(payment)
}

/// A member of stored JSON; `None` where it is absent or unreadable.
pub(crate) fn member<T: DeserializeOwned>(json: &Value, name: &str) -> Option<T> {
    json.get(name).and_then(|value| T::deserialize(value).ok())
}

#[derive(Deserialize)]
struct Code {
    code: String,
    message: Option<String>,
}

fn failure(answer: &Value) -> Option<Failure> {
    let Code { code, message } = member(answer, "failure")?;
    Some(Failure {
        code,
        meaning: None,
        message,
    })
}

fn word(answer: &Value, name: &str) -> String {
    member(answer, name).unwrap_or_default()
}

fn status(kind: Kind, answer: &Value) -> Status {
    Status::read(kind, &word(answer, "status"))
}

pub(crate) fn payment(provider: Provider, answer: &Value) -> Option<Payment> {
    let reference: Reference = member(answer, "reference")?;
    let method: Method = member(answer, "method")?;
    let Status::Payment(status) = status(Kind::Payment, answer) else {
        return None;
    };
    let mut payment = Payment::new(
        provider,
        reference,
        method,
        status,
        word(answer, "raw_status"),
    );
    payment.provider_id = member(answer, "provider_id");
    payment.identifiers = member(answer, "identifiers").unwrap_or_default();
    payment.amount = member(answer, "amount");
    payment.captured = member(answer, "captured");
    payment.refunded = member(answer, "refunded");
    payment.fees = member(answer, "fees");
    payment.next_actions = member::<Vec<NextAction>>(answer, "next_actions").unwrap_or_default();
    payment.created_at = member(answer, "created_at");
    payment.paid_at = member(answer, "paid_at");
    payment.expires_at = member(answer, "expires_at");
    payment.failure = failure(answer);
    Some(payment)
}

pub(crate) fn bill(provider: Provider, bill: BillRequest, answer: &Value) -> Option<BillPayment> {
    let Status::Payment(status) = status(Kind::Bill, answer) else {
        return None;
    };
    let mut payment = BillPayment::new(provider, bill, status, word(answer, "raw_status"));
    payment.amount = member(answer, "amount");
    payment.cost = member(answer, "cost");
    payment.fee = member(answer, "fee");
    payment.receipt = member(answer, "receipt");
    payment.failure = failure(answer);
    Some(payment)
}

pub(crate) fn mandate(provider: Provider, answer: &Value) -> Option<Mandate> {
    let reference: Reference = member(answer, "reference")?;
    let Status::Mandate(status) = status(Kind::Mandate, answer) else {
        return None;
    };
    let mut mandate = Mandate::new(provider, reference, status, word(answer, "raw_status"));
    mandate.provider_id = member(answer, "provider_id");
    mandate.customer_id = member(answer, "customer_id");
    mandate.next_actions = member::<Vec<NextAction>>(answer, "next_actions").unwrap_or_default();
    mandate.next_charge_on = member::<NaiveDate>(answer, "next_charge_on");
    mandate.answered_at = member::<DateTime<Utc>>(answer, "answered_at");
    Some(mandate)
}

#[cfg(test)]
mod tests {
    use payments_core::{PaymentStatus, Raw};
    use serde_json::json;

    use super::*;

    fn told() -> Payment {
        let reference = Reference::new("order-1").unwrap();
        let provider = Provider::new("test");
        let mut payment = Payment::new(
            provider,
            reference,
            Method::OVO,
            PaymentStatus::Other("ODD".into()),
            "ODD",
        );
        payment.amount = Some(Money::idr(9_007_199_254_740_993));
        payment.provider_id = Some("id-1".into());
        payment.next_actions = vec![
            NextAction::ApproveOnPhone,
            NextAction::Redirect {
                url: "https://pay.example/1".into(),
            },
        ];
        payment.expires_at = DateTime::from_timestamp(1_700_000_000, 0);
        payment.failure = Some(Failure {
            code: "DECLINED".into(),
            meaning: None,
            message: None,
        });
        payment
    }

    #[test]
    fn a_bill_of_another_amount_than_the_customer_chose_is_not_adopted() {
        let reference = Reference::new("order-1").unwrap();
        let bill = BillRequest::new(reference.clone(), "emoney", "1").amount(Money::idr(20_000));
        let request = json!({"bill": {"amount": Money::idr(20_000)}});
        let check = |rupiah| {
            let mut payment =
                BillPayment::new(Provider::new("test"), bill.clone(), PaymentStatus::Paid, "");
            payment.amount = Some(Money::idr(rupiah));
            payment.fee = Some(Money::idr(1_000));
            super::check(Kind::Bill, &reference, &request, &payment.into())
        };
        assert!(check(20_000).is_ok() && check(21_000).is_ok());
        for other in [19_999, 21_001, 50_000] {
            assert!(check(other).is_err(), "{other}");
        }
    }

    #[test]
    fn a_recorded_answer_is_read_back_but_for_the_providers_own_json() {
        let mut fresh = told();
        fresh.raw = Raw::from(json!({"canary": 1}));
        let json = stored(&fresh.into());
        assert!(!json.to_string().contains("canary"));
        assert_eq!(payment(Provider::new("test"), &json).unwrap(), told());
    }

    #[test]
    fn news_of_another_amount_reference_or_kind_is_not_of_what_was_recorded() {
        let reference = Reference::new("order-1").unwrap();
        let another = Reference::new("order-2").unwrap();
        let request = |amount: Money| json!({"amount": amount});
        let news: News = told().into();
        let right = request(Money::idr(9_007_199_254_740_993));
        assert!(check(Kind::Payment, &reference, &right, &news).is_ok());
        assert!(check(Kind::Payment, &another, &right, &news).is_err());
        assert!(check(Kind::Bill, &reference, &right, &news).is_err());
        let wrong = request(Money::idr(9_007_199_254_740_992));
        assert!(check(Kind::Payment, &reference, &wrong, &news).is_err());
        let mut captured = told();
        captured.captured = Some(Money::idr(1));
        let error = check(Kind::Payment, &reference, &right, &captured.into()).unwrap_err();
        assert!(error.to_string().contains("captured"), "{error}");
    }
}
