//! What can be sent once and asked for: a payment, a bill, a mandate.

use std::fmt;

use async_trait::async_trait;

use crate::{
    bill::{BillInquiry, BillPayment, BillRequest, Bills},
    capabilities::{Lookup, PaymentOperation, Settlement},
    error::{Error, Result, SuggestedAction},
    mandate::{Mandate, MandateQuery, MandateRequest, Mandates},
    payment::{Payment, PaymentQuery, PaymentRequest},
    payments::Payments,
    provider::Provider,
    reference::Reference,
};

/// Something that shall happen once, under one reference.
///
/// Both calls check that the answer speaks of what was asked for; otherwise they end in an error with the outcome `Unknown`.
#[async_trait]
pub trait Intent: Send + Sync {
    /// What the provider tells of it.
    type Answer: Send;
    /// How to ask for it.
    type Query: Clone + fmt::Debug;

    /// Who is to do it.
    fn provider(&self) -> Provider;

    /// What it is: `payment`, `bill`, `mandate`.
    fn kind(&self) -> &'static str;

    /// The status that an answer tells, in lower case.
    fn status<'a>(&self, answer: &'a Self::Answer) -> &'a str;

    /// The reference, the same for every send and question.
    fn reference(&self) -> &Reference;

    /// How to ask for it, whatever became of the request.
    fn query(&self) -> Self::Query;

    /// How an unknown outcome is settled, from the capability table. An error where the provider cannot do it at all (`NotSent`).
    fn settlement(&self) -> Result<Settlement>;

    /// What is left to do while nobody knows what became of it.
    fn advice(&self, settlement: &Settlement) -> SuggestedAction {
        match settlement.lookup {
            Lookup::ByReference => SuggestedAction::AskByReference,
            Lookup::ByProviderId => SuggestedAction::AwaitCallback,
        }
    }

    /// Sends it, once.
    async fn send(&self) -> Result<Self::Answer>;

    /// Asks for it by its reference. Has no effect.
    async fn ask(&self) -> Result<Self::Answer>;
}

/// A customer is asked for money once.
#[derive(Clone, Copy, Debug)]
pub struct PaymentIntent<'a> {
    payments: &'a dyn Payments,
    request: &'a PaymentRequest,
}

impl<'a> PaymentIntent<'a> {
    /// A request to a provider.
    #[must_use]
    pub fn new(payments: &'a dyn Payments, request: &'a PaymentRequest) -> Self {
        Self { payments, request }
    }

    fn checked(&self, payment: Payment) -> Result<Payment> {
        payment.check_against(self.request)?;
        Ok(payment)
    }
}

#[async_trait]
impl Intent for PaymentIntent<'_> {
    type Answer = Payment;
    type Query = PaymentQuery;

    fn provider(&self) -> Provider {
        self.payments.provider()
    }

    fn kind(&self) -> &'static str {
        "payment"
    }

    fn status<'a>(&self, answer: &'a Payment) -> &'a str {
        answer.status.as_str()
    }

    fn reference(&self) -> &Reference {
        &self.request.reference
    }

    fn query(&self) -> PaymentQuery {
        self.request.query()
    }

    fn settlement(&self) -> Result<Settlement> {
        let capabilities = self.payments.capabilities();
        let method = capabilities.require(&self.request.method, PaymentOperation::Create)?;
        Ok(method.settlement)
    }

    async fn send(&self) -> Result<Payment> {
        self.checked(self.payments.create(self.request).await?)
    }

    async fn ask(&self) -> Result<Payment> {
        self.checked(self.payments.get(&self.query()).await?)
    }
}

/// A bill is paid once.
#[derive(Clone, Copy, Debug)]
pub struct BillIntent<'a> {
    bills: &'a dyn Bills,
    inquiry: &'a BillInquiry,
}

impl<'a> BillIntent<'a> {
    /// An inquiry that is to be paid.
    #[must_use]
    pub fn new(bills: &'a dyn Bills, inquiry: &'a BillInquiry) -> Self {
        Self { bills, inquiry }
    }

    fn checked(&self, payment: BillPayment) -> Result<BillPayment> {
        same_reference(self, &payment.bill.reference)?;
        payment.check_against(self.inquiry)?;
        Ok(payment)
    }
}

#[async_trait]
impl Intent for BillIntent<'_> {
    type Answer = BillPayment;
    type Query = BillRequest;

    fn provider(&self) -> Provider {
        self.bills.provider()
    }

    fn kind(&self) -> &'static str {
        "bill"
    }

    fn status<'a>(&self, answer: &'a BillPayment) -> &'a str {
        answer.status.as_str()
    }

    fn reference(&self) -> &Reference {
        &self.inquiry.bill.reference
    }

    fn query(&self) -> BillRequest {
        self.inquiry.bill.clone()
    }

    fn settlement(&self) -> Result<Settlement> {
        let bills = self.bills.capabilities().bills;
        let bills = bills.ok_or_else(|| unsupported(self, "bills"))?;
        Ok(bills.settlement)
    }

    async fn send(&self) -> Result<BillPayment> {
        self.checked(self.bills.pay(self.inquiry).await?)
    }

    async fn ask(&self) -> Result<BillPayment> {
        self.checked(self.bills.status(&self.inquiry.bill).await?)
    }
}

/// A customer is asked for one mandate.
#[derive(Clone, Copy, Debug)]
pub struct MandateIntent<'a> {
    mandates: &'a dyn Mandates,
    request: &'a MandateRequest,
}

impl<'a> MandateIntent<'a> {
    /// A request to a provider.
    #[must_use]
    pub fn new(mandates: &'a dyn Mandates, request: &'a MandateRequest) -> Self {
        Self { mandates, request }
    }

    fn checked(&self, mandate: Mandate) -> Result<Mandate> {
        same_reference(self, &mandate.reference)?;
        Ok(mandate)
    }
}

#[async_trait]
impl Intent for MandateIntent<'_> {
    type Answer = Mandate;
    type Query = MandateQuery;

    fn provider(&self) -> Provider {
        self.mandates.provider()
    }

    fn kind(&self) -> &'static str {
        "mandate"
    }

    fn status<'a>(&self, answer: &'a Mandate) -> &'a str {
        answer.status.as_str()
    }

    fn reference(&self) -> &Reference {
        &self.request.reference
    }

    fn query(&self) -> MandateQuery {
        MandateQuery::new(self.request.reference.clone())
    }

    fn settlement(&self) -> Result<Settlement> {
        let mandates = self.mandates.capabilities().mandates;
        let mandates = mandates.ok_or_else(|| unsupported(self, "mandates"))?;
        Ok(mandates.settlement)
    }

    /// A create moves no money, and no callback tells of a mandate whose page was never shown: where it cannot be asked for, the same request is
    /// made again.
    fn advice(&self, settlement: &Settlement) -> SuggestedAction {
        match (settlement.lookup, settlement.send_again) {
            (Lookup::ByReference, _) => SuggestedAction::AskByReference,
            (Lookup::ByProviderId, true) => SuggestedAction::RetryLater,
            (Lookup::ByProviderId, false) => SuggestedAction::AwaitCallback,
        }
    }

    async fn send(&self) -> Result<Mandate> {
        self.checked(self.mandates.create(self.request).await?)
    }

    async fn ask(&self) -> Result<Mandate> {
        self.checked(self.mandates.get(&self.query()).await?)
    }
}

fn same_reference(intent: &impl Intent, told: &Reference) -> Result<()> {
    let asked = intent.reference();
    if asked == told {
        return Ok(());
    }
    Err(Error::integrity("reference", asked.as_str(), "another")
        .with_provider(intent.provider())
        .with_reference(asked))
}

fn unsupported(intent: &impl Intent, what: &str) -> Error {
    Error::unsupported(format!("the provider has no {what}"))
        .with_provider(intent.provider())
        .with_reference(intent.reference())
}
