//! The `Payments` trait.

use payments_core::{
    Account, Capabilities, Error, Payment, PaymentQuery, PaymentRequest, Payments, ProviderClient,
    Reference, Result, async_trait, capabilities::PaymentOperation,
};

use crate::{CAPABILITIES, Exampleco, PROVIDER, qris};

impl ProviderClient for Exampleco {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn account(&self) -> &Account {
        &self.account
    }
}

#[async_trait]
impl Payments for Exampleco {
    fn check(&self, request: &PaymentRequest) -> Result<()> {
        CAPABILITIES.check(request)?;
        let checked = qris::request(request).and_then(|request| request.check());
        checked.map_err(about(&request.reference))
    }

    async fn create(&self, request: &PaymentRequest) -> Result<Payment> {
        CAPABILITIES.check(request)?;
        let made = qris::request(request).map_err(about(&request.reference))?;
        let answer = self.create_payment(&made).await?;
        let payment = qris::payment(&answer.body, answer.arrived.raw(""))
            .map_err(|error| unsound(error, &request.reference))?;
        payment.check_against(request)?;
        Ok(payment)
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        CAPABILITIES.require(&query.method, PaymentOperation::Get)?;
        let answer = self.get_payment(query.reference.as_str()).await?;
        let payment = qris::payment(&answer.body, answer.arrived.raw(""))
            .map_err(|error| unsound(error, &query.reference))?;
        payment.check_reference(&query.reference)?;
        Ok(payment)
    }

    async fn cancel(&self, query: &PaymentQuery) -> Result<Payment> {
        // No method can be cancelled, so `require` refuses.
        CAPABILITIES.require(&query.method, PaymentOperation::Cancel)?;
        self.get(query).await
    }
}

/// Adds provider and reference to an error.
fn about(reference: &Reference) -> impl Fn(Error) -> Error {
    move |error| error.with_provider(PROVIDER).with_reference(reference)
}

/// The error for an inconsistent answer: the payment may exist.
fn unsound(error: Error, reference: &Reference) -> Error {
    Error::integrity("content", "a payment", &error.to_string())
        .with_provider(PROVIDER)
        .with_reference(reference)
        .with_source(error)
}
