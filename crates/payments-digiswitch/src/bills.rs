//! The `Bills` trait, and the mapping of the provider's answers.

use chrono::{DateTime, Utc};
use payments_core::{
    Account, BillInquiry, BillPayment, BillRequest, Bills, Capabilities, Error, Failure, Money,
    PaymentStatus, ProviderClient, Raw, Reference, Result, async_trait, jakarta,
};
use payments_provider::wire::Amount;

use crate::{
    CAPABILITIES, Digiswitch, PROVIDER, codes::Code, refusals::about, told::standing,
    types::BillData,
};

impl ProviderClient for Digiswitch {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn account(&self) -> &Account {
        &self.account
    }
}

#[async_trait]
impl Bills for Digiswitch {
    async fn inquire(&self, request: &BillRequest) -> Result<BillInquiry> {
        self.owed(request).await.map_err(about(&request.reference))
    }

    fn check(&self, inquiry: &BillInquiry) -> Result<()> {
        let checked = is_of_today(inquiry, self.now()).and_then(|()| carried_options(inquiry));
        checked
            .and_then(|()| self.payment(&inquiry.bill).map(drop))
            .map_err(about(&inquiry.bill.reference))
    }

    async fn pay(&self, inquiry: &BillInquiry) -> Result<BillPayment> {
        self.paid(inquiry)
            .await
            .map_err(about(&inquiry.bill.reference))
    }

    async fn status(&self, request: &BillRequest) -> Result<BillPayment> {
        self.became_of(request)
            .await
            .map_err(about(&request.reference))
    }
}

impl Digiswitch {
    async fn owed(&self, bill: &BillRequest) -> Result<BillInquiry> {
        let asked_at = self.now();
        let answer = self.inquire_bill(&self.inquiry(bill)?).await?;
        let raw = answer.arrived.raw("/data");
        inquiry(bill, answer.body.data, raw, asked_at)
    }

    async fn paid(&self, inquiry: &BillInquiry) -> Result<BillPayment> {
        is_of_today(inquiry, self.now())?;
        carried_options(inquiry)?;
        let bill = &inquiry.bill;
        let answer = self.pay_bill(&self.payment(bill)?).await?;
        let payment = payment(bill, answer.body.data, answer.arrived.raw("/data"))?;
        payment.check_against(inquiry)?;
        Ok(payment)
    }

    async fn became_of(&self, bill: &BillRequest) -> Result<BillPayment> {
        let answer = self.bill_status(&self.status_question(bill)).await?;
        payment(bill, answer.body.data, answer.arrived.raw("/data"))
    }
}

/// The provider pays a bill only on the day of its inquiry, in Jakarta.
fn is_of_today(inquiry: &BillInquiry, now: DateTime<Utc>) -> Result<()> {
    if jakarta::day(inquiry.inquired_at) == jakarta::day(now) {
        return Ok(());
    }
    Err(Error::invalid(
        "inquired_at",
        &jakarta::text(inquiry.inquired_at),
        "an inquiry of today in Jakarta; ask again what is owed, or vouch for it",
    ))
}

/// The inquiry carries the options. One that was made elsewhere, whose amount is not known, did
/// not.
fn carried_options(inquiry: &BillInquiry) -> Result<()> {
    match inquiry.amount.is_none() && inquiry.bill.options.is_some() {
        true => Err(Error::unsupported(
            "options: the inquiry carries them, and it was made elsewhere",
        )),
        false => Ok(()),
    }
}

/// The bill that an answer is about.
pub(crate) fn bill(data: &BillData) -> Result<BillRequest> {
    let reference = Reference::new(&*data.ref_id)?;
    let product = data.code.as_deref().unwrap_or_default();
    let customer_number = data.customer_no.as_deref().unwrap_or_default();
    Ok(BillRequest::new(reference, product, customer_number))
}

/// Maps the answer of an inquiry.
pub(crate) fn inquiry(
    bill: &BillRequest,
    data: BillData,
    raw: Raw,
    asked_at: DateTime<Utc>,
) -> Result<BillInquiry> {
    let mut inquiry = BillInquiry::new(bill.clone(), asked_at);
    inquiry.amount = money("selling_price", data.selling_price)?;
    inquiry.cost = money("price", data.price)?;
    inquiry.fee = money("admin", data.admin)?;
    inquiry.customer_name = data.name;
    inquiry.raw = raw;
    bill.check_amount(inquiry.amount, inquiry.fee)?;
    Ok(inquiry)
}

/// Maps an answer whose word and code prove something.
pub(crate) fn payment(bill: &BillRequest, data: BillData, raw: Raw) -> Result<BillPayment> {
    let status = standing(&data.status, &data.rc);
    let mut payment = BillPayment::new(PROVIDER, bill.clone(), status, &*data.status);
    payment.customer_name.clone_from(&data.name);
    payment.amount = money("selling_price", data.selling_price)?;
    payment.cost = money("price", data.price)?;
    payment.fee = money("admin", data.admin)?;
    payment.receipt = data.sn.clone().filter(|number| !number.is_empty());
    if payment.status == PaymentStatus::Failed {
        payment.failure = Some(Failure {
            message: None,
            code: data.rc.clone(),
            meaning: Code::from(&*data.rc).info().map(|info| info.meaning.into()),
        });
    }
    payment.raw = raw;
    Ok(payment)
}

fn money(field: &str, amount: Option<Amount>) -> Result<Option<Money>> {
    amount
        .map(|amount| amount.money(field, CAPABILITIES.currency))
        .transpose()
}
