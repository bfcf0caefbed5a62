//! Instructions: what a merchant tells a provider to do once, under one reference. One trait, and
//! its kinds.
//!
//! [`Retry`](crate::Retry), a journal and an endpoint work with any [`Instruction`]; only this
//! module lists the kinds. A new kind needs an implementation of the trait, a variant of [`Kind`]
//! and [`News`], a capability table, and the code in a provider's crate.

mod amount_change;
mod answer;
mod bearing;
mod bill;
mod charges;
mod event;
mod hint;
mod mandate;
mod news;
mod payment;
mod performs;
mod status;
mod topup;
mod visitor;

use std::{fmt, future::Future, pin::Pin};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    account::Account,
    capabilities::{Capabilities, Lookup, Settlement},
    client::ProviderClient,
    error::{Error, Result, SuggestedAction},
    kind::Kind,
    money::Money,
    provider::Provider,
    reference::Reference,
};

pub use answer::Answer;
pub use bearing::Bearing;
pub use event::Event;
pub use hint::Hint;
pub use news::News;
pub use performs::Performs;
pub use status::{Rung, Status};
pub use visitor::Visitor;

mod sealed {
    pub trait Sealed {}
}

/// A client's call that is running.
pub type Called<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// What a merchant tells a provider to do once, under one reference: a
/// [`PaymentRequest`](crate::PaymentRequest), a [`BillInquiry`](crate::BillInquiry) that is to be
/// paid, a [`TopupRequest`](crate::TopupRequest), a [`MandateRequest`](crate::MandateRequest), an
/// [`AmountChangeRequest`](crate::AmountChangeRequest).
pub trait Instruction:
    sealed::Sealed
    + Clone
    + fmt::Debug
    + PartialEq
    + Serialize
    + DeserializeOwned
    + Send
    + Sync
    + 'static
{
    /// Its kind.
    const KIND: Kind;

    /// Members in which two requests may differ and still count as the same.
    const INCIDENTAL: &'static [&'static str] = &[];

    /// Whether it can be looked up [without personal data](Self::without_personal_data).
    const IS_ASKED_WITHOUT_PERSONAL_DATA: bool = true;

    /// The trait that a client must implement.
    type Client<'c>: ProviderClient + ?Sized;
    /// How to look it up.
    type Query: Clone + fmt::Debug + PartialEq + Serialize + Send + Sync;
    /// The provider's answer.
    type Answer: Answer + Into<News>;

    /// The reference, the same for every send and lookup.
    fn reference(&self) -> &Reference;

    /// The reference of another instruction in the same account that must have ended before this
    /// one is sent, because a repeat of it would undo this one. A journal enforces this.
    fn after(&self) -> Option<Reference> {
        None
    }

    /// The amount, if the request states one.
    fn amount(&self) -> Option<Money>;

    /// How to look it up, with the provider's ids if an answer contained them.
    fn query_after(&self, told: Option<&Self::Answer>) -> Self::Query;

    /// How an unknown outcome is settled, from the capability table. An error (`NotSent`) if the
    /// provider does not support the instruction.
    fn settlement(&self, of: &Capabilities) -> Result<Settlement>;

    /// Checks it as the client does before it sends anything. If this fails, nothing has happened,
    /// and the request can be corrected under the same reference.
    fn check(&self, client: &Self::Client<'_>) -> Result<()>;

    /// What to do while its outcome is unknown.
    #[must_use]
    fn advice(settlement: &Settlement) -> SuggestedAction {
        match settlement.lookup {
            Lookup::ByReference | Lookup::ByRepeat => SuggestedAction::AskByReference,
            Lookup::ByProviderId => SuggestedAction::AwaitCallback,
        }
    }

    /// The same without personal data, and without URLs that may contain a token.
    #[must_use]
    fn without_personal_data(&self) -> Self;

    /// The minimum that is needed to check answers and to look it up.
    #[must_use]
    fn essence(&self) -> Self {
        self.without_personal_data()
    }

    /// Checks that the amounts of an answer are the requested ones. Otherwise nothing is known.
    fn check_amounts(&self, told: &Self::Answer) -> Result<()>;

    /// The answer in the news, if it is of this kind.
    fn answer_in(news: &News) -> Option<&Self::Answer>;

    /// How news with its reference relates to it. `before` is the answer known before.
    fn bearing(&self, news: &News, before: Option<&Self::Answer>) -> Bearing<Self::Answer>;

    /// The answer that a person's decision makes; `None` if it cannot have that status.
    fn decided(&self, by: Provider, status: &Status) -> Option<Self::Answer>;

    /// A recorded answer, completed with the personal data of this request.
    fn recall(&self, recorded: Self::Answer) -> Self::Answer {
        recorded
    }

    /// The query in a hint, if the hint is of this kind.
    #[doc(hidden)]
    fn hinted(hint: &Hint) -> Option<&Self::Query>;

    /// The hint, with recorded values in the place of unproved ones.
    fn hint_by_record(&self, hint: Hint, told: Option<&Self::Answer>) -> Hint;

    /// An answer to a lookup made because of a hint, without the values that come from the hint and
    /// not from the provider.
    #[doc(hidden)]
    fn without_claims(told: Self::Answer) -> Self::Answer {
        told
    }

    /// An answer, with recorded names in the place of the provider's different names.
    fn named_by_record(&self, told: Self::Answer) -> Self::Answer {
        told
    }

    /// Completes an answer from the two it was merged from: `answer` has the members of `told`, and
    /// those of `before` where `told` has none.
    fn keep(&self, _: &mut Self::Answer, _told: &Self::Answer, _before: Option<&Self::Answer>) {}

    /// Calls the client once. Use [`send`](Self::send), which checks the answer.
    #[doc(hidden)]
    fn call<'a>(&'a self, client: &'a Self::Client<'_>) -> Called<'a, Self::Answer>;

    /// Looks it up with the client. Use [`ask`](Self::ask), which checks the answer.
    #[doc(hidden)]
    fn look_up<'a>(
        query: &'a Self::Query,
        client: &'a Self::Client<'_>,
    ) -> Called<'a, Self::Answer>;

    /// How to look it up, without knowing an answer.
    fn how_to_ask(&self) -> Self::Query {
        self.query_after(None)
    }

    /// Sends it once. An answer about something else is an error with the outcome `Unknown`.
    fn send(&self, client: &Self::Client<'_>) -> impl Future<Output = Result<Self::Answer>> + Send {
        async { self.checked(self.call(client).await, client.account()) }
    }

    /// Looks it up. This has no effect, except with [`Lookup::ByRepeat`]. An answer about something
    /// else is an error with the outcome `Unknown`.
    fn ask(
        &self,
        told: Option<&Self::Answer>,
        client: &Self::Client<'_>,
    ) -> impl Future<Output = Result<Self::Answer>> + Send {
        let query = self.query_after(told);
        async move { self.checked(Self::look_up(&query, client).await, client.account()) }
    }

    /// Checks that an answer belongs to it, by reference and amounts. Otherwise nothing is known.
    fn check_answer(&self, told: &Self::Answer) -> Result<()> {
        let (asked, named) = (self.reference(), told.reference());
        if asked != named {
            return Err(Error::integrity(
                "reference",
                asked.as_str(),
                named.as_str(),
            ));
        }
        self.check_amounts(told)
    }

    #[doc(hidden)]
    fn checked(&self, told: Result<Self::Answer>, by: &Account) -> Result<Self::Answer> {
        told.and_then(|told| self.check_answer(&told).map(|()| told))
            .map_err(|error| error.with_account(by).with_reference(self.reference()))
    }
}

fn unsupported(of: &Capabilities, what: &str) -> Error {
    Error::unsupported(format!("the provider has no {what}")).with_provider(of.provider)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bill::{BillInquiry, BillPayment, BillRequest},
        charge::{Charge, ChargeProof},
        mandate::{Mandate, MandateAmount, MandateQuery, MandateRequest, MandateStatus, Product},
        method::Method,
        money::Money,
        options::ProviderOptions,
        payment::{Customer, Payment, PaymentQuery, PaymentRequest},
        schedule::{IntervalUnit, Schedule},
        status::PaymentStatus,
        topup::TopupRequest,
    };

    const PROVIDER: Provider = Provider::new("test");

    fn reference() -> Reference {
        Reference::new("order-1").unwrap()
    }

    fn mandate_request() -> MandateRequest {
        let product = Product {
            name: "Insurance".into(),
            code: "P1".into(),
        };
        let amount = MandateAmount::Fixed {
            amount: Money::idr(1),
        };
        let schedule = Schedule {
            start: "2026-03-01".parse().unwrap(),
            unit: IntervalUnit::Month,
            interval: 1,
            occurrences: None,
        };
        MandateRequest::new(reference(), amount, schedule, Customer::default(), product)
    }

    #[test]
    fn of_personal_options_nothing_is_recorded_with_any_kind_of_instruction() {
        fn recorded(instruction: &impl Instruction) -> String {
            serde_json::to_string(&instruction.without_personal_data()).unwrap()
        }
        let options = || {
            ProviderOptions::new(PROVIDER)
                .with("refno", "POL-7781")
                .with("cb_url", "https://shop.example/?token=canary")
                .with_personal("display_name", "canary")
        };
        let payment = PaymentRequest::new(reference(), Money::idr(1), Method::OVO);
        let bill = BillRequest::new(reference(), "pln", "53").options(options());
        let topup = TopupRequest::new(reference(), "xld10", "53").options(options());
        for recorded in [
            recorded(&payment.options(options())),
            recorded(&BillInquiry::made_elsewhere(bill)),
            recorded(&topup),
            recorded(&mandate_request().options(options())),
        ] {
            assert!(recorded.contains("POL-7781"), "{recorded}");
            assert!(!recorded.contains("canary"), "{recorded}");
        }
    }

    #[test]
    fn what_is_recorded_is_asked_by_in_the_place_of_a_claim() {
        let request = PaymentRequest::new(reference(), Money::idr(1), Method::OVO);
        let claim =
            Hint::Payment(PaymentQuery::new(reference(), Method::DANA).provider_id("forged"));
        let status = PaymentStatus::Pending;
        let mut told = Payment::new(PROVIDER, reference(), Method::OVO, status, "");
        told.provider_id = Some("p".into());
        let right = PaymentQuery::new(reference(), Method::OVO).provider_id("p");
        assert_eq!(
            request.hint_by_record(claim, Some(&told)),
            Hint::Payment(right)
        );

        let mut mandate = Mandate::new(PROVIDER, reference(), MandateStatus::Active, "");
        mandate.customer_id = Some("c".into());
        let claim = MandateQuery::new(reference()).customer_id("forged");
        assert_eq!(
            mandate_request().hint_by_record(Hint::Mandate(claim), Some(&mandate)),
            Hint::Mandate(MandateQuery::new(reference()).customer_id("c"))
        );
    }

    #[test]
    fn what_is_claimed_of_a_charge_is_dropped_unless_it_names_the_ids_that_are_recorded() {
        let mut told = Mandate::new(PROVIDER, reference(), MandateStatus::Active, "");
        told.provider_id = Some("m".into());
        told.customer_id = Some("c".into());
        let claim = || Box::new(Charge::new(PaymentStatus::Paid, "1", ChargeProof::Claimed));
        let hinted = |query: MandateQuery| {
            let hint = Hint::Charge(query, claim());
            mandate_request().hint_by_record(hint, Some(&told))
        };
        let query = MandateQuery::new(reference());
        let right = query.clone().provider_id("m").customer_id("c");
        assert_eq!(hinted(right.clone()), Hint::Charge(right.clone(), claim()));
        for forged in [
            query.clone().provider_id("x").customer_id("c"),
            query.clone().customer_id("x"),
            // To name no id is not to know it.
            query.clone().provider_id("m"),
            query.clone().customer_id("c"),
            query,
        ] {
            assert_eq!(hinted(forged), Hint::Mandate(right.clone()));
        }
    }

    #[test]
    fn of_a_claimed_bill_nothing_stays_but_its_number_to_ask_by() {
        let claim = BillRequest::new(reference(), "EMONEY100", "53");
        let recorded = BillInquiry::made_elsewhere(BillRequest::new(reference(), "pln", ""));
        let Hint::Bill(asked) = recorded.hint_by_record(Hint::Bill(claim.clone()), None) else {
            panic!("another kind");
        };
        assert_eq!((&*asked.product, &*asked.customer_number), ("pln", "53"));
        let told = BillPayment::new(PROVIDER, claim, PaymentStatus::Paid, "");
        let told = BillInquiry::without_claims(told);
        assert_eq!((&*told.bill.product, &*told.bill.customer_number), ("", ""));
        assert_eq!(recorded.named_by_record(told).bill.product, "pln");
    }
}
