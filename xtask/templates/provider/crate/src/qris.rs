//! Maps the common request to a QRIS payment, and its answers to the common payment.

use payments_core::{
    Error, Method, NextAction, Payment, PaymentRequest, PaymentStatus, Raw, Reference, Result,
};
use payments_provider::wire;

use crate::{
    generated::capabilities::{CAPABILITIES, PROVIDER},
    statuses::StatusTable,
    types::{QrisPayment, QrisPaymentRequest},
};

/// A QRIS payment for the common request.
pub(crate) fn request(request: &PaymentRequest) -> Result<QrisPaymentRequest> {
    if request.expires_at.is_some() {
        return Err(Error::unsupported(
            "expires_at: payments have an expiry of their own",
        ));
    }
    QrisPaymentRequest {
        amount: request.amount.amount().into(),
        callback_url: request.callback_url.clone(),
        description: request.description.clone(),
        reference: request.reference.as_str().to_owned(),
    }
    .with_options(request.options.as_ref())
}

/// The payment of an answer or a callback.
pub(crate) fn payment(told: &QrisPayment, raw: Raw) -> Result<Payment> {
    let time = |text: &Option<String>| text.as_deref().and_then(wire::time);
    let mut payment = Payment::new(
        PROVIDER,
        Reference::new(&*told.reference)?,
        Method::QRIS,
        StatusTable::Payment.read(&told.status),
        &*told.status,
    );
    payment.provider_id.clone_from(&told.id);
    payment.amount = Some(told.amount.money("amount", CAPABILITIES.currency)?);
    payment.created_at = time(&told.created_at);
    if payment.status.is_paid() {
        payment.paid_at = time(&told.paid_at);
    }
    if payment.status == PaymentStatus::Pending {
        let code = told.qr_content.iter();
        payment.next_actions = code
            .map(|content| NextAction::ShowQr {
                content: content.clone(),
            })
            .collect();
    }
    payment.raw = raw;
    Ok(payment)
}
