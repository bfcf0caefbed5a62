//! Maps the common request to a transaction, and its answers to the common payment.

use chrono::{DateTime, Utc};
use payments_core::{
    Error, Method, NextAction, Payment, PaymentRequest, PaymentStatus, Raw, Reference, Result,
};
use payments_provider::wire;

use crate::{
    ReturnUrl,
    generated::capabilities::{CAPABILITIES, PROVIDER},
    methods,
    statuses::StatusTable,
    types::{CreatedData, ExpiryType, TransactionData, TransactionRequest},
};

/// A transaction for the common request.
pub(crate) fn request(
    request: &PaymentRequest,
    returns: ReturnUrl,
    now: DateTime<Utc>,
) -> Result<TransactionRequest> {
    let (paytype, paycode) = methods::words(&request.method)?;
    let name = request.customer.name.clone().ok_or_else(|| {
        Error::invalid(
            "customer.name",
            "",
            "a value, which every transaction needs",
        )
    })?;
    let expiry = request
        .expires_at
        .map(|time| seconds_until(time, now))
        .transpose()?;
    let own = request.options.as_ref();
    TransactionRequest {
        action: Some("charge".into()),
        amount: request.amount.amount().into(),
        back_url: returns.as_back(&request.return_url),
        callback_url: request.callback_url.clone(),
        description: request
            .description
            .clone()
            .map(|text| [("text_1".to_owned(), text.into())].into_iter().collect()),
        email: request.customer.email.clone(),
        exptype: expiry.as_ref().map(|_| ExpiryType::S),
        expval: expiry,
        external_id: request.reference.as_str().to_owned(),
        name,
        notification_timing: None,
        paycode,
        paytype,
        phone: CAPABILITIES.phone(&request.customer)?,
        redirect_url: returns.as_redirect(&request.return_url),
        refno: None,
        send_email: None,
        send_sms: None,
        send_wa: None,
    }
    .with_options(own)
}

/// The expiry in seconds from now: the only unambiguous unit of the provider.
fn seconds_until(time: DateTime<Utc>, now: DateTime<Utc>) -> Result<String> {
    match (time - now).num_seconds() {
        seconds @ 1.. => Ok(seconds.to_string()),
        _ => Err(Error::invalid(
            "expires_at",
            &time.to_rfc3339(),
            "a time to come",
        )),
    }
}

/// The payment in the answer of a create, without knowing the request; `None` if it names none.
#[cfg(feature = "dictionary")]
pub(crate) fn made(data: CreatedData, raw: Raw) -> Result<Option<Payment>> {
    let Some(reference) = data.external_id.clone() else {
        return Ok(None);
    };
    let request = PaymentRequest::new(
        Reference::new(reference)?,
        payments_core::Money::idr(0),
        Method::ANY,
    );
    created(data, raw, &request).map(Some)
}

/// The payment in the answer of a create, which does not repeat the amount.
pub(crate) fn created(data: CreatedData, raw: Raw, request: &PaymentRequest) -> Result<Payment> {
    let reference = match data.external_id {
        Some(id) => Reference::new(id)?,
        None => request.reference.clone(),
    };
    let mut payment = Payment::new(
        PROVIDER,
        reference,
        request.method.clone(),
        PaymentStatus::Pending,
        "",
    );
    let account = data
        .virtual_account_number
        .iter()
        .filter(|number| !number.is_empty())
        .map(|number| NextAction::ShowAccountNumber {
            number: number.to_string(),
        });
    let page = data
        .shortlink
        .into_iter()
        .filter(|url| !url.is_empty())
        .map(|url| NextAction::Redirect { url });
    payment.next_actions = account.chain(page).collect();
    payment.provider_id = data.order_id;
    payment.expires_at = data.expired_date.as_deref().and_then(wire::time);
    payment.raw = raw;
    Ok(payment)
}

fn method(data: &TransactionData) -> Method {
    by_channel(data.payment_channel.as_deref())
}

/// The method that a channel names. It decides nothing here: the provider is asked by reference
/// only.
pub(crate) fn by_channel(channel: Option<&str>) -> Method {
    channel.and_then(methods::method).unwrap_or(Method::ANY)
}

/// The payment in the answer of a get, or in a callback.
pub(crate) fn told(data: &TransactionData, raw: Raw) -> Result<Payment> {
    let status = StatusTable::Transaction.read(&data.status);
    let time = |text: &Option<String>| text.as_deref().and_then(wire::time);
    let mut payment = Payment::new(
        PROVIDER,
        Reference::new(&*data.external_id)?,
        method(data),
        status,
        &*data.status,
    );
    payment.provider_id.clone_from(&data.order_id);
    payment.amount = data
        .amount
        .map(|amount| amount.money("amount", CAPABILITIES.currency))
        .transpose()?;
    payment.created_at = time(&data.created_time);
    payment.expires_at = time(&data.expired_time);
    if payment.status.is_paid() {
        payment.paid_at = time(&data.transaction_time);
    }
    payment.raw = raw;
    Ok(payment)
}
