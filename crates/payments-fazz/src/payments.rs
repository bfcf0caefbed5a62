//! The `Payments` trait.

use futures_util::TryStreamExt;
use payments_core::{
    Account, Capabilities, Error, ErrorKind, Method, Outcome, Payment, PaymentQuery,
    PaymentRequest, Payments, ProviderClient, Reference, Result, SuggestedAction, async_trait,
    capabilities::PaymentOperation,
};

use payments_provider::cancel;

use crate::{
    CAPABILITIES, Fazz, Filter, PROVIDER, bodies, requests, states, told::Told,
    types::TaskRequestAction,
};

impl ProviderClient for Fazz {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn account(&self) -> &Account {
        &self.account
    }
}

#[async_trait]
impl Payments for Fazz {
    fn check(&self, request: &PaymentRequest) -> Result<()> {
        CAPABILITIES.check(request)?;
        let checked = requests::payment(request)?.check();
        checked.map_err(|error| error.with_provider(PROVIDER))
    }

    async fn create(&self, request: &PaymentRequest) -> Result<Payment> {
        CAPABILITIES.check(request)?;
        let created = self.create_payment(&requests::payment(request)?).await?;
        let payment = told(Told::of(created), &request.reference, &request.method)?;
        payment.check_against(request)?;
        Ok(payment)
    }

    /// Uses the provider's id if the query has one, otherwise the list filtered by reference.
    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        let resource = match &query.provider_id {
            Some(id) => {
                let about = Some(&query.reference);
                Told::of(self.get_payment_about(about, id).await?)
            }
            None => self.find(query).await?,
        };
        let payment = told(resource, &query.reference, &query.method)?;
        payment.check_reference(&query.reference)?;
        Ok(payment)
    }

    async fn cancel(&self, query: &PaymentQuery) -> Result<Payment> {
        CAPABILITIES.require(&query.method, PaymentOperation::Cancel)?;
        let payment = self.get(query).await?;
        let id = payment.provider_id.clone().unwrap_or_default();
        let cancelled = self
            .create_payment_task_about(
                Some(&query.reference),
                &id,
                &TaskRequestAction::Cancel.into(),
            )
            .await;
        let query = payment.query();
        cancel::asked_after(cancelled, &bodies::CREATE_PAYMENT_TASK, self.get(&query)).await
    }
}

impl Fazz {
    /// The one payment with a reference. The provider filters, and the result is checked here.
    ///
    /// An unreadable item might be the wanted one: then nothing is known. Items that are not
    /// payments are ignored.
    async fn find(&self, query: &PaymentQuery) -> Result<Told> {
        let mut list = self.list(Filter::new().reference(query.reference.clone()));
        let mut found: Option<Told> = None;
        while let Some(told) = list.try_next().await? {
            let payment = &told.payment;
            if payment.attributes.reference_id != query.reference.as_str() {
                return Err(Error::integrity(
                    "list",
                    query.reference.as_str(),
                    &payment.attributes.reference_id,
                )
                .with_provider(PROVIDER)
                .with_reference(&query.reference));
            }
            if found
                .as_ref()
                .is_some_and(|known| known.payment.id != payment.id)
            {
                return Err(Error::integrity("list", "one payment", "several")
                    .with_provider(PROVIDER)
                    .with_reference(&query.reference));
            }
            found = Some(told);
        }
        found.ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                Outcome::Refused,
                SuggestedAction::RetryLater,
                "no payment has this reference",
            )
            .with_provider(PROVIDER)
            .with_operation("list_payments")
            .with_reference(&query.reference)
        })
    }
}

/// Maps the payment; an inconsistent answer leaves the outcome unknown.
fn told(told: Told, reference: &Reference, method: &Method) -> Result<Payment> {
    states::payment(told.payment, told.raw, Some(method)).map_err(|error| {
        Error::integrity("content", "a payment", &error.to_string())
            .with_provider(PROVIDER)
            .with_reference(reference)
            .with_source(error)
    })
}
