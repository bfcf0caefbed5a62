//! What a merchant tells a provider to do once, under one reference: one trait, and the kinds that
//! there are.
//!
//! [`Retry`](crate::Retry), a journal and an endpoint work on any [`Instruction`]; this module
//! alone knows which there are. A new one is an implementation of the trait, a variant of
//! [`Kind`] and [`News`], a capability table, and what a provider's crate does with it.

mod amount_change;
mod answer;
mod bearing;
mod bill;
mod charges;
mod event;
mod hint;
mod kind;
mod mandate;
mod news;
mod payment;
mod performs;
mod status;
mod topup;

use std::{fmt, future::Future, pin::Pin};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    account::Account,
    capabilities::{Capabilities, Lookup, Settlement},
    client::ProviderClient,
    error::{Error, Result, SuggestedAction},
    money::Money,
    provider::Provider,
    reference::Reference,
};

pub use answer::Answer;
pub use bearing::Bearing;
pub use event::Event;
pub use hint::Hint;
pub use kind::{Kind, Visitor};
pub use news::News;
pub use performs::Performs;
pub use status::{Rung, Status};

mod sealed {
    pub trait Sealed {}
}

/// A call of a client under way.
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
    /// What it is about.
    const KIND: Kind;

    /// The members in which two requests may differ and still be the same.
    const INCIDENTAL: &'static [&'static str] = &[];

    /// Whether it can be asked for by what is left of it [without personal
    /// data](Self::without_personal_data).
    const IS_ASKED_WITHOUT_PERSONAL_DATA: bool = true;

    /// What a client must be able to do.
    type Client<'c>: ProviderClient + ?Sized;
    /// How to ask for it.
    type Query: Clone + fmt::Debug + PartialEq + Serialize + Send + Sync;
    /// What the provider tells of it.
    type Answer: Answer + Into<News>;

    /// The reference, the same for every send and question.
    fn reference(&self) -> &Reference;

    /// The reference of another instruction, in the same account, that must have ended before this
    /// one is sent: a repeat of that one would undo this one. A journal sees to it.
    fn after(&self) -> Option<Reference> {
        None
    }

    /// How much, where the request tells.
    fn amount(&self) -> Option<Money>;

    /// How to ask for it, with the provider's ids as far as they were told.
    fn query_after(&self, told: Option<&Self::Answer>) -> Self::Query;

    /// How an unknown outcome is settled, from the capability table. An error where the provider
    /// cannot do it at all (`NotSent`).
    fn settlement(&self, of: &Capabilities) -> Result<Settlement>;

    /// Checks it as the client does before it sends anything: what fails here has had no effect,
    /// and can be corrected under the same reference.
    fn check(&self, client: &Self::Client<'_>) -> Result<()>;

    /// What is left to do while nobody knows what became of it.
    #[must_use]
    fn advice(settlement: &Settlement) -> SuggestedAction {
        match settlement.lookup {
            Lookup::ByReference | Lookup::ByRepeat => SuggestedAction::AskByReference,
            Lookup::ByProviderId => SuggestedAction::AwaitCallback,
        }
    }

    /// The same without personal data, and without addresses that may hold a token.
    #[must_use]
    fn without_personal_data(&self) -> Self;

    /// The least of it: what answers are checked against, and what it is asked for by.
    #[must_use]
    fn essence(&self) -> Self {
        self.without_personal_data()
    }

    /// Checks that the amounts of an answer are those that were asked for. Otherwise nothing is
    /// known.
    fn check_amounts(&self, told: &Self::Answer) -> Result<()>;

    /// The answer in news of this kind.
    fn answer_in(news: &News) -> Option<&Self::Answer>;

    /// What news about its reference is to it. `before` is what was told before.
    fn bearing(&self, news: &News, before: Option<&Self::Answer>) -> Bearing<Self::Answer>;

    /// What is told of it by a person who knows; `None` where it cannot come to that.
    fn decided(&self, by: Provider, status: &Status) -> Option<Self::Answer>;

    /// A recorded answer with the personal data that this request has, too.
    fn recall(&self, recorded: Self::Answer) -> Self::Answer {
        recorded
    }

    /// How to ask for it, if a hint tells that.
    #[doc(hidden)]
    fn hinted(hint: &Hint) -> Option<&Self::Query>;

    /// The hint with what is recorded in the place of what nobody proved.
    fn hint_by_record(&self, hint: Hint, told: Option<&Self::Answer>) -> Hint;

    /// An answer to a question that was put by a hint, without what is the hint's claim and not the
    /// provider's word.
    #[doc(hidden)]
    fn without_claims(told: Self::Answer) -> Self::Answer {
        told
    }

    /// An answer with what is recorded in the place of what the provider calls by another name.
    fn named_by_record(&self, told: Self::Answer) -> Self::Answer {
        told
    }

    /// What an answer has besides what is told and what was told before: `answer` has the members
    /// of `told`, and those of `before` where `told` has none.
    fn keep(&self, _: &mut Self::Answer, _told: &Self::Answer, _before: Option<&Self::Answer>) {}

    /// Calls the client once. Use [`send`](Self::send), which checks the answer.
    #[doc(hidden)]
    fn call<'a>(&'a self, client: &'a Self::Client<'_>) -> Called<'a, Self::Answer>;

    /// Asks the client. Use [`ask`](Self::ask), which checks the answer.
    #[doc(hidden)]
    fn look_up<'a>(
        query: &'a Self::Query,
        client: &'a Self::Client<'_>,
    ) -> Called<'a, Self::Answer>;

    /// How to ask for it, whatever became of it.
    fn how_to_ask(&self) -> Self::Query {
        self.query_after(None)
    }

    /// Sends it, once. An answer about something else is an error with the outcome `Unknown`.
    fn send(&self, client: &Self::Client<'_>) -> impl Future<Output = Result<Self::Answer>> + Send {
        async { self.checked(self.call(client).await, client.account()) }
    }

    /// Asks what became of it. Has no effect, but for [`Lookup::ByRepeat`]. An answer about
    /// something else is an error with the outcome `Unknown`.
    fn ask(
        &self,
        told: Option<&Self::Answer>,
        client: &Self::Client<'_>,
    ) -> impl Future<Output = Result<Self::Answer>> + Send {
        let query = self.query_after(told);
        async move { self.checked(Self::look_up(&query, client).await, client.account()) }
    }

    /// Checks that an answer speaks of what was asked for: its reference and its amounts. Otherwise
    /// nothing is known.
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
        payment::{Customer, Payment, PaymentQuery, PaymentRequest},
        schedule::{IntervalUnit, Schedule},
        status::PaymentStatus,
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
    fn what_is_claimed_of_a_charge_is_dropped_where_the_ids_are_not_those_recorded() {
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
        for fits in [query.clone(), right.clone()] {
            assert_eq!(hinted(fits), Hint::Charge(right.clone(), claim()));
        }
        for forged in [
            query.clone().provider_id("x").customer_id("c"),
            query.customer_id("x"),
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
