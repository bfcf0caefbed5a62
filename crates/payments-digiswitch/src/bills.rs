//! The common trait, and the common view of the provider's answers.

use chrono::{DateTime, Utc};
use payments_core::{
    BillInquiry, BillPayment, BillRequest, Bills, Capabilities, Error, Failure, Money,
    PaymentStatus, Raw, Reference, Result, async_trait,
    wire::{Amount, wib},
};

use crate::{CAPABILITIES, Digiswitch, PROVIDER, codes::Code, refusals::Told, types::BillData};

#[async_trait]
impl Bills for Digiswitch {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    async fn inquire(&self, request: &BillRequest) -> Result<BillInquiry> {
        let asked_at = Utc::now();
        let data = self.inquire_bill(request, None).await?.body.data;
        check(&data, request)?;
        let mut inquiry = BillInquiry::new(request.clone(), asked_at);
        inquiry.amount = money("selling_price", data.selling_price)?;
        inquiry.cost = money("price", data.price)?;
        inquiry.fee = money("admin", data.admin)?;
        inquiry.customer_name.clone_from(&data.name);
        inquiry.raw = Raw::of(&data);
        Ok(inquiry)
    }

    async fn pay(&self, inquiry: &BillInquiry) -> Result<BillPayment> {
        is_of_today(inquiry, Utc::now())?;
        let bill = &inquiry.bill;
        let data = self.pay_bill(bill).await?.body.data;
        let payment = told(bill, &data, false)?;
        payment.check_against(inquiry)?;
        Ok(payment)
    }

    async fn status(&self, request: &BillRequest) -> Result<BillPayment> {
        let data = self.bill_status(request).await?.body.data;
        told(request, &data, true)
    }
}

/// The provider pays a bill on the day of its inquiry only, in Jakarta.
fn is_of_today(inquiry: &BillInquiry, now: DateTime<Utc>) -> Result<()> {
    let day = |time: DateTime<Utc>| time.with_timezone(&wib()).date_naive();
    if day(inquiry.inquired_at) == day(now) {
        return Ok(());
    }
    Err(Error::invalid(
        "inquired_at",
        &inquiry.inquired_at.to_rfc3339(),
        "an inquiry of today in Jakarta; ask again what is owed, or vouch for it",
    )
    .with_provider(PROVIDER)
    .with_reference(&inquiry.bill.reference))
}

/// The payment that an answer tells of, which must be that of the bill.
fn told(bill: &BillRequest, data: &BillData, is_status: bool) -> Result<BillPayment> {
    check(data, bill)?;
    let Some(proof) = Told::of(data).proof(is_status) else {
        let error = Error::integrity("rc", "a code that fits the status", &data.rc);
        return Err(error
            .with_provider(PROVIDER)
            .with_reference(&bill.reference));
    };
    payment(bill, data, proof)
}

/// The bill that an answer speaks of.
pub(crate) fn bill(data: &BillData) -> Result<BillRequest> {
    let reference = Reference::new(&*data.ref_id)?;
    Ok(BillRequest::new(reference, &*data.code, &*data.customer_no))
}

/// The common view of an answer.
pub(crate) fn payment(
    bill: &BillRequest,
    data: &BillData,
    status: PaymentStatus,
) -> Result<BillPayment> {
    let mut payment = BillPayment::new(PROVIDER, bill.clone(), status, &*data.status);
    payment.customer_name.clone_from(&data.name);
    payment.amount = money("selling_price", data.selling_price)?;
    payment.cost = money("price", data.price)?;
    payment.fee = money("admin", data.admin)?;
    payment.receipt = data.sn.clone().filter(|number| !number.is_empty());
    if payment.status == PaymentStatus::Failed {
        payment.failure = Some(Failure {
            code: data.rc.clone(),
            meaning: Code::from(&*data.rc).info().map(|info| info.meaning),
        });
    }
    payment.raw = Raw::of(data);
    Ok(payment)
}

/// The answer must speak of the bill that was asked for. Its product code may differ, by the document.
fn check(data: &BillData, bill: &BillRequest) -> Result<()> {
    let unspaced = |number: &str| number.split_whitespace().collect::<String>();
    let error = if data.ref_id != bill.reference.as_str() {
        Error::integrity("ref_id", bill.reference.as_str(), &data.ref_id)
    } else if unspaced(&data.customer_no) != unspaced(&bill.customer_number) {
        let hidden = "(not shown)";
        Error::integrity("customer_no", "the request's", hidden)
    } else {
        return Ok(());
    };
    Err(error
        .with_provider(PROVIDER)
        .with_reference(&bill.reference))
}

fn money(field: &str, amount: Option<Amount>) -> Result<Option<Money>> {
    amount
        .map(|amount| Money::new(amount.into(), CAPABILITIES.currency))
        .transpose()
        .map_err(|error| {
            Error::integrity(field, "at least 0", &error.to_string()).with_provider(PROVIDER)
        })
}
