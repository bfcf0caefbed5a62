//! `/ewallets/charges`: the successor of `/ewallets`, and the only API for ShopeePay.

use payments_core::{
    Error, Method, Money, NextAction, Payment, PaymentRequest, PaymentStatus, Raw, Reference,
    Result,
};
use payments_provider::wire;

use crate::{
    ewallets::{check_currency, failure, money},
    generated::capabilities::PROVIDER,
    statuses::StatusTable,
    types::{
        ChannelProperties, EwalletCharge, EwalletChargeActions, EwalletChargeChannelCode,
        EwalletChargeRequest, EwalletChargeRequestChannelCode, EwalletChargeRequestCheckoutMethod,
        EwalletChargeRequestCurrency,
    },
};

/// The request for a one-time charge with ShopeePay.
pub(crate) fn request(request: &PaymentRequest) -> Result<EwalletChargeRequest> {
    if request.expires_at.is_some() {
        return Err(Error::unsupported(
            "expires_at: charges have an expiry of their own",
        ));
    }
    EwalletChargeRequest {
        amount: request.amount.amount().into(),
        basket: None,
        capture_now: None,
        channel_code: Some(EwalletChargeRequestChannelCode::IdShopeepay),
        channel_properties: Some(ChannelProperties {
            success_redirect_url: request.return_url.clone(),
            ..ChannelProperties::default()
        }),
        checkout_method: EwalletChargeRequestCheckoutMethod::OneTimePayment,
        currency: EwalletChargeRequestCurrency::Idr,
        customer_id: None,
        metadata: None,
        payment_method_id: None,
        reference_id: request.reference.as_str().to_owned(),
    }
    .with_options(request.options.as_ref())
}

/// The payment of a charge, in an answer or a callback.
///
/// Three amounts are separate: requested, captured, refunded. A charge that captured another amount
/// than requested gets the status of an unknown word, with both amounts: it is not a success, and a
/// person must look at it.
pub(crate) fn payment(charge: &EwalletCharge, raw: Raw) -> Result<Payment> {
    let method = match &charge.channel_code {
        Some(EwalletChargeChannelCode::IdOvo) => Method::OVO,
        Some(EwalletChargeChannelCode::IdDana) => Method::DANA,
        Some(EwalletChargeChannelCode::IdLinkaja) => Method::LINKAJA,
        Some(EwalletChargeChannelCode::IdShopeepay) => Method::SHOPEEPAY,
        // An unknown wallet must not hide money.
        Some(EwalletChargeChannelCode::Other(code)) => {
            let name = code.strip_prefix("ID_").unwrap_or(code).to_lowercase();
            format!("ewallet:{name}").parse().unwrap_or(Method::ANY)
        }
        None => Method::ANY,
    };
    check_currency(&charge.currency)?;
    let amount = money(&charge.charge_amount)?;
    let told = StatusTable::Charge.read(&charge.status);
    let took_money = told.is_paid() || told == PaymentStatus::Refunded;
    let captured = charge.capture_amount.as_ref().map(money).transpose()?;
    let captured = captured.filter(|_| took_money);
    let taken = captured.unwrap_or(amount);
    let refunded = match is_voided(charge) || told == PaymentStatus::Refunded {
        true => Some(refunded(charge).map_or(Ok(taken), |part| money(&part))?),
        false => refunded(charge).map(|part| money(&part)).transpose()?,
    };
    let is_whole = refunded.is_some_and(|refunded| refunded.amount() >= taken.amount());
    let status = match told {
        PaymentStatus::Paid if void(charge).is_none() => {
            PaymentStatus::Other("a void that cannot be read".into())
        }
        PaymentStatus::Paid if taken != amount => PaymentStatus::Other(odd_capture(taken, amount)),
        PaymentStatus::Paid if is_whole => PaymentStatus::Refunded,
        told => told,
    };
    let time = |text: &Option<String>| text.as_deref().and_then(wire::time);
    let mut payment = Payment::new(
        PROVIDER,
        Reference::new(&*charge.reference_id)?,
        method,
        status,
        &*charge.status,
    );
    payment.provider_id = Some(charge.id.clone());
    payment.amount = Some(amount);
    payment.captured = captured;
    payment.refunded = refunded;
    payment.created_at = time(&charge.created);
    payment.next_actions = match (&payment.status, &charge.actions) {
        (PaymentStatus::Pending, Some(actions)) => next_actions(actions),
        (PaymentStatus::Pending, None) => vec![NextAction::ApproveOnPhone],
        _ => Vec::new(),
    };
    // Later events change `updated`, and are not the payment.
    if payment.status.is_paid() && payment.refunded.is_none() {
        payment.paid_at = time(&charge.updated);
    }
    payment.failure = failure(&charge.failure_code);
    payment.raw = raw;
    Ok(payment)
}

fn odd_capture(taken: Money, asked: Money) -> String {
    format!("captured {taken} of {asked}")
}

/// Whether the charge was voided: its own status may stay a success.
pub(crate) fn is_voided(charge: &EwalletCharge) -> bool {
    void(charge) == Some(true)
}

/// Whether a charge was voided; `None` if its statement about a void cannot be read.
fn void(charge: &EwalletCharge) -> Option<bool> {
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    match filled(&charge.void_status).map(|word| StatusTable::Void.read(&word)) {
        Some(PaymentStatus::Refunded) => Some(true),
        Some(PaymentStatus::Pending | PaymentStatus::Failed) => Some(false),
        Some(_) => None,
        None => match filled(&charge.voided_at) {
            Some(time) => wire::time(&time).map(|_| true),
            None => Some(false),
        },
    }
}

/// The amount refunded so far, if any.
pub(crate) fn refunded(charge: &EwalletCharge) -> Option<wire::Amount> {
    let zero = wire::Amount::from(payments_core::Money::idr(0).amount());
    charge.refunded_amount.filter(|amount| *amount != zero)
}

/// In order: app, mobile page, desktop page, code.
fn next_actions(actions: &EwalletChargeActions) -> Vec<NextAction> {
    let deep_link = actions
        .mobile_deeplink_checkout_url
        .iter()
        .map(|url| NextAction::DeepLink { url: url.clone() });
    let pages = actions
        .mobile_web_checkout_url
        .iter()
        .chain(&actions.desktop_web_checkout_url)
        .map(|url| NextAction::Redirect { url: url.clone() });
    let code = actions
        .qr_checkout_string
        .iter()
        .map(|content| NextAction::ShowQr {
            content: content.clone(),
        });
    deep_link.chain(pages).chain(code).collect()
}
