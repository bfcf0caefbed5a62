//! Asking a customer for a payment, once.

use super::{Answer, Bearing, Called, Hint, Instruction, News, Status, sealed::Sealed};
use crate::{
    capabilities::{Capabilities, PaymentOperation, Settlement},
    error::Result,
    kind::Kind,
    money::Money,
    options::ProviderOptions,
    payment::{Customer, Payment, PaymentQuery, PaymentRequest},
    payments::Payments,
    provider::Provider,
    raw::Raw,
    reference::Reference,
    refund::Refund,
    secret::may_hold_a_token,
    status::PaymentStatus,
};

impl Sealed for PaymentRequest {}
impl Sealed for Payment {}

impl Instruction for PaymentRequest {
    const KIND: Kind = Kind::Payment;

    type Client<'c> = dyn Payments + 'c;
    type Query = PaymentQuery;
    type Answer = Payment;

    fn reference(&self) -> &Reference {
        &self.reference
    }

    fn amount(&self) -> Option<Money> {
        Some(self.amount)
    }

    fn query_after(&self, told: Option<&Payment>) -> PaymentQuery {
        PaymentQuery {
            provider_id: told.and_then(|told| told.provider_id.clone()),
            ..self.query()
        }
    }

    fn settlement(&self, of: &Capabilities) -> Result<Settlement> {
        Ok(of
            .require(&self.method, PaymentOperation::Create)?
            .settlement)
    }

    fn check(&self, client: &Self::Client<'_>) -> Result<()> {
        client.check(self)
    }

    fn without_personal_data(&self) -> Self {
        let kept =
            |url: &Option<String>| url.as_ref().filter(|url| !may_hold_a_token(url)).cloned();
        Self {
            customer: Customer::default(),
            callback_url: kept(&self.callback_url),
            return_url: kept(&self.return_url),
            options: self
                .options
                .as_ref()
                .map(ProviderOptions::without_personal_data),
            ..self.clone()
        }
    }

    fn essence(&self) -> Self {
        Self::new(self.reference.clone(), self.amount, self.method.clone())
    }

    fn check_amounts(&self, told: &Payment) -> Result<()> {
        told.check_amount(self.amount)
    }

    fn bearing(&self, news: &News, before: Option<&Payment>) -> Bearing<Payment> {
        match news {
            News::Payment(payment) => Bearing::Answer((**payment).clone()),
            News::Refund(refund) if refund.status == PaymentStatus::Refunded => {
                Bearing::Answer(after_refund(self, refund, before))
            }
            _ => Bearing::beside(news),
        }
    }

    fn answer_in(news: &News) -> Option<&Payment> {
        match news {
            News::Payment(payment) => Some(payment),
            _ => None,
        }
    }

    fn decided(&self, by: Provider, status: &Status) -> Option<Payment> {
        let Status::Payment(status) = status else {
            return None;
        };
        let (reference, method) = (self.reference.clone(), self.method.clone());
        Some(Payment::new(by, reference, method, status.clone(), ""))
    }

    fn hinted(hint: &Hint) -> Option<&PaymentQuery> {
        match hint {
            Hint::Payment(query) => Some(query),
            _ => None,
        }
    }

    fn hint_by_record(&self, hint: Hint, told: Option<&Payment>) -> Hint {
        match hint {
            Hint::Payment(hinted) => {
                let mut query = self.query_after(told);
                query.provider_id = query.provider_id.or(hinted.provider_id);
                Hint::Payment(query)
            }
            another => another,
        }
    }

    /// The time of payment does not change with later news.
    fn keep(&self, answer: &mut Payment, _: &Payment, before: Option<&Payment>) {
        let paid_at = before.and_then(|before| before.paid_at);
        answer.paid_at = paid_at.or(answer.paid_at);
    }

    fn call<'a>(&'a self, client: &'a Self::Client<'_>) -> Called<'a, Payment> {
        client.create(self)
    }

    fn look_up<'a>(query: &'a PaymentQuery, client: &'a Self::Client<'_>) -> Called<'a, Payment> {
        client.get(query)
    }
}

/// The payment after a refund. Partial refunds are not added up: the payment may already include
/// one of them.
fn after_refund(request: &PaymentRequest, refund: &Refund, before: Option<&Payment>) -> Payment {
    let whole = refund.captured.unwrap_or(request.amount);
    let (currency, given_back) = (refund.amount.currency(), refund.amount.amount());
    let status = match currency == whole.currency() && given_back >= whole.amount() {
        true => PaymentStatus::Refunded,
        false => PaymentStatus::Paid,
    };
    let (reference, method) = (request.reference.clone(), request.method.clone());
    let mut payment = Payment::new(
        refund.provider,
        reference,
        method,
        status,
        &*refund.raw_status,
    );
    payment.provider_id = Some(refund.provider_id.clone());
    payment.amount = before
        .and_then(|before| before.amount)
        .or(Some(request.amount));
    payment.captured = refund.captured;
    payment.refunded = Some(refund.amount);
    payment
}

impl Answer for Payment {
    fn provider(&self) -> Provider {
        self.provider
    }

    fn reference(&self) -> &Reference {
        &self.reference
    }

    fn provider_id(&self) -> Option<&str> {
        self.provider_id.as_deref()
    }

    fn status(&self) -> Status {
        self.status.clone().into()
    }

    fn refunded(&self) -> Option<Money> {
        self.refunded
    }

    fn set_refunded(&mut self, refunded: Option<Money>) {
        self.refunded = refunded;
    }

    fn without_personal_data(&self) -> Self {
        Self {
            raw: Raw::default(),
            ..self.clone()
        }
    }
}
