//! Received payments: one, or the items of a list.

use payments_core::{Raw, Result};
use payments_provider::{
    http::{Answer, unreadable},
    operation::Operation,
    read::{Item, Unreadable},
};

use crate::{
    refusals::call,
    types::{PaymentDocument, PaymentList, PaymentResource},
};

/// A payment with its JSON.
pub(crate) struct Told {
    pub(crate) payment: PaymentResource,
    pub(crate) raw: Raw,
}

impl Told {
    pub(crate) fn of(answer: Answer<PaymentDocument>) -> Self {
        Self {
            raw: answer.arrived.raw("/data"),
            payment: answer.body.data,
        }
    }
}

/// The payments of a list, each read separately.
pub(crate) fn payments(
    operation: &'static Operation,
    answer: &Answer<PaymentList>,
) -> Vec<Result<Told>> {
    let items = answer.arrived.items::<PaymentResource>("data").into_iter();
    items
        .map(|Item { read, raw, .. }| {
            let read = read.and_then(|read| match is_payment(&read.body) {
                true => Ok(read),
                false => Err(Unreadable::sense(
                    "data.type: expected payment, got another",
                )),
            });
            let read = read.map_err(|cause| unreadable(&call(operation, None), cause))?;
            Ok(Told {
                payment: read.body,
                raw,
            })
        })
        .collect()
}

/// Payouts, links and others have the shape of a payment, and may have the same reference.
pub(crate) fn is_payment(resource: &PaymentResource) -> bool {
    resource.type_ == "payment"
}
