//! Cancelling a payment, before which the customer may pay.

use std::future::Future;

use payments_core::{Payment, Result};

use crate::operation::Operation;

/// Looks a payment up after its cancel was answered, whatever the answer: the customer may have
/// paid meanwhile. If the cancel was not answered, its error says what is known.
pub async fn asked_after<T>(
    cancelled: Result<T>,
    operation: &'static Operation,
    ask: impl Future<Output = Result<Payment>>,
) -> Result<Payment> {
    match cancelled {
        Ok(_) => ask
            .await
            .map_err(|error| error.after_effect(operation.name)),
        Err(refused) if refused.http_status().is_some() => match ask.await {
            Ok(payment) if payment.status.is_final() => Ok(payment),
            _ => Err(refused),
        },
        Err(unanswered) => Err(unanswered),
    }
}
