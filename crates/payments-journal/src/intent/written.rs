//! The stored form of requests and answers, for instructions of every kind.

use payments_core::{Answer, Bearing, Instruction, Kind, News, Provider, Result, Status, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::readable;

/// An answer as JSON, without empty members and without personal data.
pub(crate) fn written(news: &News) -> Value {
    let json = serde_json::to_value(news.without_personal_data()).unwrap_or_default();
    // Its kind is stored beside it.
    let json = match json {
        Value::Object(kind) => kind.into_iter().next().map(|(_, members)| members),
        _ => None,
    };
    let mut json = json.unwrap_or_default();
    if let Some(members) = json.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    json
}

/// Reads a stored answer.
pub(crate) fn read_answer(kind: Kind, written: &Value) -> crate::error::Result<News> {
    struct Read<'a>(&'a Value);

    impl Visitor for Read<'_> {
        type Output = serde_json::Result<News>;

        fn visit<I: Instruction>(self) -> Self::Output {
            I::Answer::deserialize(self.0).map(Into::into)
        }
    }

    readable("answer", kind.visit(Read(written)))
}

/// A request without personal data, and whether nothing had to be removed, so that it can be sent.
pub(crate) fn stripped(kind: Kind, request: &Value) -> (Value, bool) {
    struct Strip<'a>(&'a Value);

    impl Visitor for Strip<'_> {
        type Output = Option<(Value, bool)>;

        fn visit<I: Instruction>(self) -> Self::Output {
            let request = I::deserialize(self.0).ok()?;
            let stripped = request.without_personal_data();
            let whole = stripped == request;
            Some((json(&stripped), whole))
        }
    }

    // A request that cannot be read is not kept.
    kind.visit(Strip(request)).unwrap_or_default()
}

/// What is needed to check late news and to look it up.
pub(crate) fn essence(kind: Kind, request: &Value) -> Value {
    struct Essence<'a>(&'a Value);

    impl Visitor for Essence<'_> {
        type Output = Option<Value>;

        fn visit<I: Instruction>(self) -> Self::Output {
            Some(json(&I::deserialize(self.0).ok()?.essence()))
        }
    }

    kind.visit(Essence(request)).unwrap_or_default()
}

/// How to look it up, without personal data.
pub(crate) fn query(kind: Kind, request: &Value, told: Option<&News>) -> Value {
    struct Query<'a>(&'a Value, Option<&'a News>);

    impl Visitor for Query<'_> {
        type Output = Option<Value>;

        fn visit<I: Instruction>(self) -> Self::Output {
            let request = I::deserialize(self.0).ok()?.without_personal_data();
            Some(json(&request.query_after(self.1.and_then(I::answer_in))))
        }
    }

    let mut query = kind.visit(Query(request, told)).unwrap_or_default();
    if let Some(members) = query.as_object_mut() {
        members.retain(|_, value| !value.is_null() && value != "");
    }
    query
}

/// A person's statement, as an answer of the provider. `None` if an instruction of this kind cannot
/// have that status.
pub(crate) fn settled(
    kind: Kind,
    request: &Value,
    by: Provider,
    before: Option<&News>,
    status: &Status,
) -> Option<News> {
    struct Decide<'a>(&'a Value, Provider, Option<&'a News>, &'a Status);

    impl Visitor for Decide<'_> {
        type Output = Option<News>;

        fn visit<I: Instruction>(self) -> Self::Output {
            let Self(request, by, before, status) = self;
            let request = I::deserialize(request).ok()?;
            let told = request.decided(by, status)?;
            let before = before.and_then(I::answer_in);
            Some(merged(&request, &told, before).into())
        }
    }

    kind.visit(Decide(request, by, before, status))
}

/// News, with what is recorded.
pub(crate) struct About<'a> {
    pub(crate) kind: Kind,
    pub(crate) request: &'a Value,
    pub(crate) before: Option<&'a News>,
    pub(crate) news: &'a News,
}

/// How news changes what is recorded.
pub(crate) struct Taken {
    /// The answer to record.
    pub(crate) answer: News,
    /// Whether it moved up the ladder.
    pub(crate) forward: bool,
}

impl About<'_> {
    /// How the news relates to the recorded request; an answer is checked against it.
    pub(crate) fn checked(&self) -> Result<Bearing<News>> {
        struct Check<'a>(&'a About<'a>);

        impl Visitor for Check<'_> {
            type Output = Result<Bearing<News>>;

            fn visit<I: Instruction>(self) -> Self::Output {
                let About {
                    request,
                    before,
                    news,
                    ..
                } = self.0;
                let request = I::deserialize(*request).map_err(|_| {
                    payments_core::Error::unsupported("the request is not readable")
                })?;
                let bearing = request.bearing(news, before.and_then(I::answer_in));
                if let Bearing::Answer(told) = &bearing {
                    request.check_answer(told)?;
                }
                Ok(bearing.map(Into::into))
            }
        }

        self.kind.visit(Check(self))
    }

    /// What to record after an answer of the same kind. The status changes only upwards. `None` if
    /// it is of another kind.
    pub(crate) fn taken(&self) -> Option<Taken> {
        struct Take<'a>(&'a About<'a>);

        impl Visitor for Take<'_> {
            type Output = Option<Taken>;

            fn visit<I: Instruction>(self) -> Self::Output {
                let request = I::deserialize(self.0.request).ok()?;
                let told = I::answer_in(self.0.news)?.without_personal_data();
                let before = self.0.before.and_then(I::answer_in);
                Some(take(&request, told, before))
            }
        }

        self.kind.visit(Take(self))
    }
}

fn take<I: Instruction>(request: &I, told: I::Answer, before: Option<&I::Answer>) -> Taken {
    let Some(before) = before else {
        return Taken {
            answer: merged(request, &told, None).into(),
            forward: true,
        };
    };
    let (now, then) = (told.status(), before.status());
    let forward = now.can_follow(&then);
    // The refunded amount never decreases, and a refund is news even if the status has moved on
    // meanwhile.
    let refunded = [told.refunded(), before.refunded()];
    let refunded = refunded
        .into_iter()
        .flatten()
        .max_by_key(|money| money.amount());
    // The same status may come with more data: what to show the customer, the date of the next
    // charge.
    let mut answer = match forward || now == then {
        true => merged(request, &told, Some(before)),
        false => before.clone(),
    };
    answer.set_refunded(refunded);
    Taken {
        answer: answer.into(),
        forward,
    }
}

/// The new answer, completed from the previous one.
fn merged<I: Instruction>(request: &I, told: &I::Answer, before: Option<&I::Answer>) -> I::Answer {
    let mut merged = match before {
        Some(before) => overlaid(told, before),
        None => told.clone(),
    };
    request.keep(&mut merged, told, before);
    merged
}

/// The members of `told`, and those of `before` where `told` has none.
fn overlaid<A: Answer>(told: &A, before: &A) -> A {
    let (Value::Object(mut members), Value::Object(now)) = (json(before), json(told)) else {
        return told.clone();
    };
    members.extend(now.into_iter().filter(|(_, value)| !value.is_null()));
    A::deserialize(Value::Object(members)).unwrap_or_else(|_| told.clone())
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use payments_core::{
        BillInquiry, BillPayment, BillRequest, Customer, IntervalUnit, Mandate, MandateAmount,
        MandateRequest, MandateStatus, Method, Money, Payment, PaymentRequest, PaymentStatus,
        Product, Raw, Reference, Schedule,
    };
    use serde_json::json;

    use super::*;

    fn reference() -> Reference {
        Reference::new("order-1").unwrap()
    }

    fn provider() -> Provider {
        Provider::new("test")
    }

    /// A payment with every member.
    fn whole_payment() -> Payment {
        let status = PaymentStatus::Other("paid".into());
        let fresh = Payment::new(provider(), reference(), Method::OVO, status, "ODD");
        let mut whole = json(&fresh);
        let members = [
            ("provider_id", json!("id-1")),
            ("identifiers", json!({"fee_id": "fee-1"})),
            ("amount", json(&Money::idr(9_007_199_254_740_993))),
            ("captured", json(&Money::idr(9_007_199_254_740_993))),
            ("refunded", json(&Money::idr(1))),
            ("fees", json(&Money::idr(2))),
            (
                "next_actions",
                json!([{"do": "redirect", "url": "https://pay.example/1"}]),
            ),
            ("created_at", json!("2026-03-01T00:00:00Z")),
            ("paid_at", json!("2026-03-02T00:00:00Z")),
            ("expires_at", json!("2026-03-03T00:00:00Z")),
            (
                "failure",
                json!({"code": "DECLINED", "meaning": "no", "message": "said no"}),
            ),
        ];
        for (name, value) in members {
            whole[name] = value;
        }
        // A new member must be added here: only the provider's own JSON is absent.
        let absent: Vec<_> = whole
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, value)| value.is_null())
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(absent, ["raw"]);
        Payment::deserialize(whole).unwrap()
    }

    #[test]
    fn every_member_of_an_answer_is_recalled_but_the_providers_own_json() {
        let mut told = whole_payment();
        let recorded = News::from(told.clone());
        told.raw = Raw::from(json!({"canary": 1}));
        let written = written(&told.into());
        assert!(!written.to_string().contains("canary"));
        assert_eq!(read_answer(Kind::Payment, &written).unwrap(), recorded);

        let mut mandate = Mandate::new(provider(), reference(), MandateStatus::Active, "ACTIVE");
        mandate.next_charge_on = "2026-04-01".parse().ok();
        let mandate = News::from(mandate);
        let written = super::written(&mandate);
        assert_eq!(read_answer(Kind::Mandate, &written).unwrap(), mandate);
    }

    #[test]
    fn what_is_written_of_a_request_holds_no_personal_data_and_no_token() {
        let payment = PaymentRequest::new(reference(), Money::idr(20_000), Method::OVO)
            .customer(Customer::default().phone("0812canary"))
            .callback_url("https://shop.example/callback?token=canary");
        let mut bill =
            BillInquiry::made_elsewhere(BillRequest::new(reference(), "pln", "53canary"));
        bill.customer_name = Some("canary".into());
        for (kind, request) in [(Kind::Payment, json(&payment)), (Kind::Bill, json(&bill))] {
            let (stripped, whole) = stripped(kind, &request);
            assert!(!whole);
            assert!(!stripped.to_string().contains("canary"), "{stripped}");
            let query = query(kind, &stripped, None);
            assert_eq!(query["reference"], "order-1");
        }
        let plain = PaymentRequest::new(reference(), Money::idr(20_000), Method::QRIS);
        assert_eq!(stripped(Kind::Payment, &json(&plain)), (json(&plain), true));
    }

    fn checked(kind: Kind, request: &impl Serialize, news: &News) -> Result<Bearing<News>> {
        let about = About {
            kind,
            request: &json(request),
            before: None,
            news,
        };
        about.checked()
    }

    #[test]
    fn news_of_another_amount_reference_or_kind_is_not_of_what_was_recorded() {
        let whole = Money::idr(9_007_199_254_740_993);
        let request = |amount| PaymentRequest::new(reference(), amount, Method::OVO);
        let news = News::from(whole_payment());
        let answers = |request: &PaymentRequest, news: &News| {
            matches!(
                checked(Kind::Payment, request, news),
                Ok(Bearing::Answer(_))
            )
        };
        assert!(answers(&request(whole), &news));
        assert!(!answers(&request(Money::idr(9_007_199_254_740_992)), &news));
        let mut another = request(whole);
        another.reference = Reference::new("order-2").unwrap();
        assert!(!answers(&another, &news));
        let mut captured = whole_payment();
        captured.captured = Some(Money::idr(1));
        assert!(!answers(&request(whole), &captured.into()));

        let bill = BillRequest::new(reference(), "emoney", "1").amount(Money::idr(20_000));
        let inquiry = BillInquiry::made_elsewhere(bill.clone());
        assert_eq!(
            checked(Kind::Bill, &inquiry, &news).unwrap(),
            Bearing::Foreign
        );
        let paid = |rupiah| {
            let mut payment = BillPayment::new(provider(), bill.clone(), PaymentStatus::Paid, "");
            payment.amount = Some(Money::idr(rupiah));
            payment.fee = Some(Money::idr(1_000));
            checked(Kind::Bill, &inquiry, &payment.into()).is_ok()
        };
        assert!(paid(20_000) && paid(21_000));
        for other in [19_999, 21_001, 50_000] {
            assert!(!paid(other), "{other}");
        }
    }

    #[test]
    fn a_mandate_that_has_ended_has_no_next_charge() {
        let told = |status: MandateStatus, next: Option<&str>| {
            let mut mandate = Mandate::new(provider(), reference(), status, "");
            mandate.next_charge_on = next.and_then(|date| date.parse().ok());
            mandate
        };
        let schedule = Schedule {
            start: "2026-03-01".parse().unwrap(),
            unit: IntervalUnit::Month,
            interval: 1,
            occurrences: Some(2),
        };
        let amount = MandateAmount::Fixed {
            amount: Money::idr(50_000),
        };
        let product = Product {
            name: "Insurance".into(),
            code: "P1".into(),
        };
        let customer = Customer::default();
        let request = MandateRequest::new(reference(), amount, schedule, customer, product);
        let active = told(MandateStatus::Active, Some("2026-04-01"));
        let next = |told: Mandate| match take(&request, told, Some(&active)).answer {
            News::Mandate(mandate) => mandate.next_charge_on,
            _ => None,
        };
        assert_eq!(next(told(MandateStatus::Completed, None)), None);
        assert_eq!(
            next(told(MandateStatus::Active, None)),
            active.next_charge_on
        );
    }
}
