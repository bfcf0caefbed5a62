//! The `Mandates` trait.

use std::borrow::Cow;

use chrono::TimeDelta;
use payments_core::{
    Account, AmountChange, AmountChangeRequest, Capabilities, Error, Mandate, MandateQuery,
    MandateRequest, Mandates, ProviderClient, Reference, Result, async_trait,
};

use crate::{
    CAPABILITIES, DateFormat, PROVIDER, Rpi, dates, echo, ids, requests, states,
    types::{CreateInstructionRequest, UpdateBillAmountRequest, UpdateBillAmountRequestCurrency},
};

/// No change takes longer than this to arrive.
const UNDER_WAY: TimeDelta = TimeDelta::minutes(5);

impl ProviderClient for Rpi {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn account(&self) -> &Account {
        &self.account
    }
}

#[async_trait]
impl Mandates for Rpi {
    fn check(&self, request: &MandateRequest) -> Result<()> {
        self.instruction_of(request)
            .map(drop)
            .map_err(|error| about(error, &request.reference))
    }

    /// The reference must have 32 letters and digits; [`Rpi::new_reference`] makes one.
    async fn create(&self, request: &MandateRequest) -> Result<Mandate> {
        self.begin(request)
            .await
            .map_err(|error| about(error, &request.reference))
    }

    /// Needs the provider's ids of mandate and customer.
    async fn get(&self, query: &MandateQuery) -> Result<Mandate> {
        self.ask(query)
            .await
            .map_err(|error| about(error, &query.reference))
    }

    fn check_change(&self, request: &AmountChangeRequest) -> Result<()> {
        self.change_of(request)
            .and_then(|body| body.check())
            .map_err(|error| about(error, request.reference()))
    }

    /// Needs the provider's ids of mandate and customer. A change sets the amount and adds nothing:
    /// after `Unknown` it may be sent again while [`get`](Mandates::get) still shows that date as
    /// that of the next charge.
    ///
    /// **Danger: if nothing is scheduled on that date, the next scheduled charge is changed
    /// instead.** So a date that is not after today in Jakarta is refused before sending. In the
    /// last five minutes of a day the next day is refused too, because its charge may be made
    /// before the change arrives. Look at [`AmountChange::applied_on`], where the provider states
    /// it.
    async fn change_amount(&self, request: &AmountChangeRequest) -> Result<AmountChange> {
        self.change(request)
            .await
            .map_err(|error| about(error, request.reference()))
    }
}

impl Rpi {
    fn instruction_of(&self, request: &MandateRequest) -> Result<CreateInstructionRequest> {
        let today = dates::jakarta(self.requests.client.now());
        let body = requests::instruction(request, &self.schedule, today)?;
        body.check()?;
        self.in_flow_of(request)?;
        Ok(body)
    }

    /// The client that sends a request: with the correlation id of its options.
    fn in_flow_of(&self, request: &MandateRequest) -> Result<Cow<'_, Self>> {
        let options = request.options.as_ref();
        match options.and_then(|options| options.text("correlation_id")) {
            Some(id) => {
                let expected = "32 letters and digits";
                let wrong = |_| Error::invalid("options.correlation_id", id, expected);
                self.in_flow(id).map(Cow::Owned).map_err(wrong)
            }
            None => Ok(Cow::Borrowed(self)),
        }
    }

    async fn begin(&self, request: &MandateRequest) -> Result<Mandate> {
        let body = self.instruction_of(request)?;
        let answer = self.in_flow_of(request)?.create_rpi(&body).await?;
        let (raw, answer) = (answer.arrived.raw(""), answer.body);
        echo::created(&answer, request.reference.as_str(), &self.merchant_code)?;
        states::created(&answer, raw, Some(&request.reference))
    }

    async fn ask(&self, query: &MandateQuery) -> Result<Mandate> {
        let (rpi_code, customer_id) = provider_ids(query)?;
        let id = ids::new()?;
        let reference = Some(&query.reference);
        let answer = self
            .get_rpi_about(reference, rpi_code, customer_id, &id)
            .await?;
        let (raw, answer) = (answer.arrived.raw(""), answer.body);
        echo::state(&answer, query, &id, &self.merchant_code)?;
        let mut mandate = states::told(&answer, raw, Some(&query.reference))?;
        // Ids missing from the answer are those of the query.
        mandate.provider_id = Some(rpi_code.to_owned());
        mandate.customer_id = Some(customer_id.to_owned());
        Ok(mandate)
    }

    fn change_of(&self, request: &AmountChangeRequest) -> Result<UpdateBillAmountRequest> {
        let (rpi_code, customer_id) = provider_ids(request.mandate())?;
        let amount = request.amount();
        requests::check_charge(&amount)?;
        let arrives = self.requests.client.now() + UNDER_WAY;
        requests::check_change(request.date(), dates::jakarta(arrives))?;
        Ok(UpdateBillAmountRequest {
            amount: amount.amount().into(),
            currency: UpdateBillAmountRequestCurrency::Idr,
            customer_id: customer_id.to_owned(),
            date: self.schedule.dates.write(request.date()),
            rpi_code: rpi_code.to_owned(),
            // The provider requires a new one in each request.
            transaction_id: ids::new()?,
        })
    }

    async fn change(&self, request: &AmountChangeRequest) -> Result<AmountChange> {
        let body = self.change_of(request)?;
        let reference = Some(request.reference());
        let answer = self.update_bill_amount_about(reference, &body).await?;
        let (raw, answer) = (answer.arrived.raw(""), answer.body);
        let mandate = request.mandate().reference.as_str();
        echo::changed(&answer, &body, mandate, &self.merchant_code)?;
        echo::amount(answer.amount, &request.amount())?;
        let applied_on = answer.date.as_deref().and_then(DateFormat::read);
        let mut change = AmountChange::taken(PROVIDER, request, applied_on);
        change.raw = raw;
        Ok(change)
    }
}

/// The provider's ids of mandate and customer, without which it cannot be asked.
fn provider_ids(query: &MandateQuery) -> Result<(&str, &str)> {
    let needed = "the provider's own, from the answer to the create or from a callback";
    let missing = |field| Error::invalid(field, "", needed);
    match (&query.provider_id, &query.customer_id) {
        (Some(rpi_code), Some(customer_id)) => Ok((rpi_code, customer_id)),
        (None, _) => Err(missing("provider_id")),
        (_, None) => Err(missing("customer_id")),
    }
}

pub(crate) fn about(error: Error, reference: &Reference) -> Error {
    error.with_provider(PROVIDER).with_reference(reference)
}
