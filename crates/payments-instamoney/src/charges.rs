//! `/ewallets/charges`: the successor, and the only way to ShopeePay.

use payments_core::{
    Error, Method, NextAction, Payment, PaymentRequest, PaymentStatus, Raw, Reference, Result, wire,
};

use crate::{
    ewallets::{failure, money},
    generated::capabilities::PROVIDER,
    statuses::StatusTable,
    types::{
        ChannelProperties, EwalletCharge, EwalletChargeActions, EwalletChargeChannelCode,
        EwalletChargeRequest, EwalletChargeRequestChannelCode, EwalletChargeRequestCheckoutMethod,
        EwalletChargeRequestCurrency,
    },
};

/// A one-time charge by ShopeePay.
pub(crate) fn request(request: &PaymentRequest) -> Result<EwalletChargeRequest> {
    if request.expires_at.is_some() {
        return Err(Error::unsupported(
            "expires_at: charges have an expiry of their own",
        ));
    }
    Ok(EwalletChargeRequest {
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
    })
}

/// The payment that a charge tells of, in an answer or a callback.
pub(crate) fn payment(charge: &EwalletCharge) -> Result<Payment> {
    let method = match &charge.channel_code {
        Some(EwalletChargeChannelCode::IdOvo) => Method::OVO,
        Some(EwalletChargeChannelCode::IdDana) => Method::DANA,
        Some(EwalletChargeChannelCode::IdLinkaja) => Method::LINKAJA,
        Some(EwalletChargeChannelCode::IdShopeepay) => Method::SHOPEEPAY,
        Some(EwalletChargeChannelCode::Other(code)) => {
            let name = code.strip_prefix("ID_").unwrap_or(code).to_lowercase();
            format!("ewallet:{name}").parse()?
        }
        None => Method::ANY,
    };
    let status = StatusTable::Charge.read(&charge.status);
    let time = |text: &Option<String>| text.as_deref().and_then(wire::time);
    let mut payment = Payment::new(
        PROVIDER,
        Reference::new(&*charge.reference_id)?,
        method,
        status,
        &*charge.status,
    );
    let amount = money(&charge.charge_amount)?;
    if charge.currency != amount.currency().as_str() {
        return Err(Error::integrity(
            "currency",
            amount.currency().as_str(),
            &charge.currency,
        ));
    }
    payment.provider_id = Some(charge.id.clone());
    payment.amount = Some(amount);
    payment.created_at = time(&charge.created);
    payment.next_actions = match (&payment.status, &charge.actions) {
        (PaymentStatus::Pending, Some(actions)) => next_actions(actions),
        (PaymentStatus::Pending, None) => vec![NextAction::ApproveOnPhone],
        _ => Vec::new(),
    };
    if payment.status.is_paid() {
        payment.paid_at = time(&charge.updated);
    }
    payment.failure = failure(&charge.failure_code);
    payment.raw = Raw::of(charge.clone());
    Ok(payment)
}

/// An app before a page, a page for the phone before one for the desk, a code last.
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
