//! Calling a payment off, which may lose the race against the customer.

use std::future::Future;

use payments_core::{Payment, Result};

use crate::operation::Operation;

/// Asks what became of a payment after its cancel was answered, however it was: a customer who paid
/// meanwhile has paid. Without an answer to the cancel, the error says what is known.
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
