//! The `Payments` trait.

use payments_core::{
    Account, Capabilities, Error, Payment, PaymentQuery, PaymentRequest, Payments, ProviderClient,
    Reference, Result, async_trait, capabilities::PaymentOperation,
};

use payments_provider::cancel;

use crate::{
    CAPABILITIES, Ciputra, PROVIDER, bodies, transactions,
    types::{CancelRequest, CancelRequestAction},
};

impl ProviderClient for Ciputra {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn account(&self) -> &Account {
        &self.account
    }
}

#[async_trait]
impl Payments for Ciputra {
    fn check(&self, request: &PaymentRequest) -> Result<()> {
        CAPABILITIES.check(request)?;
        let body = transactions::request(request, self.return_url, self.requests.client.now())?;
        body.check().map_err(|error| error.with_provider(PROVIDER))
    }

    async fn create(&self, request: &PaymentRequest) -> Result<Payment> {
        CAPABILITIES.check(request)?;
        let body = transactions::request(request, self.return_url, self.requests.client.now())?;
        let answer = self.create_transaction(&body).await?;
        let reference = &request.reference;
        let raw = answer.arrived.raw("/data");
        let data = answer.body.data.ok_or_else(|| empty(reference))?;
        let payment =
            transactions::created(data, raw, request).map_err(|error| unsound(error, reference))?;
        payment.check_against(request)?;
        Ok(payment)
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        let answer = self.get_transaction(query.reference.as_str()).await?;
        let raw = answer.arrived.raw("/data");
        let data = answer.body.data.ok_or_else(|| empty(&query.reference))?;
        let payment =
            transactions::told(&data, raw).map_err(|error| unsound(error, &query.reference))?;
        payment.check_reference(&query.reference)?;
        Ok(payment)
    }

    async fn cancel(&self, query: &PaymentQuery) -> Result<Payment> {
        CAPABILITIES.require(&query.method, PaymentOperation::Cancel)?;
        let request = CancelRequest {
            action: CancelRequestAction::Cancel,
            external_id: query.reference.as_str().to_owned(),
        };
        let cancelled = self.cancel_transaction(&request).await;
        cancel::asked_after(cancelled, &bodies::CANCEL_TRANSACTION, self.get(query)).await
    }
}

/// The error for a success without data.
fn empty(reference: &Reference) -> Error {
    Error::integrity("content", "a transaction", "nothing")
        .with_provider(PROVIDER)
        .with_reference(reference)
}

/// The error for an inconsistent answer: the order may exist.
fn unsound(error: Error, reference: &Reference) -> Error {
    Error::integrity("content", "a transaction", &error.to_string())
        .with_provider(PROVIDER)
        .with_reference(reference)
        .with_source(error)
}
