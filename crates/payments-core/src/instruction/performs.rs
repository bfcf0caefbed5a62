//! Which client performs which instruction.

use std::sync::Arc;

use super::Instruction;
use crate::{
    amount_change::AmountChangeRequest,
    bill::{BillInquiry, Bills},
    mandate::MandateRequest,
    mandates::Mandates,
    payment::PaymentRequest,
    payments::Payments,
    topup::{TopupRequest, Topups},
};

/// A client that can perform an instruction: every [`Payments`], [`Bills`], [`Topups`] and
/// [`Mandates`] for its own requests, and an `Arc` of one.
pub trait Performs<I: Instruction> {
    /// The client.
    fn client(&self) -> &I::Client<'_>;
}

macro_rules! performs {
    ($($client:ident: $request:ty),*) => {$(
        impl<C: $client> Performs<$request> for C {
            fn client(&self) -> &(dyn $client + '_) {
                self
            }
        }

        impl<'c> Performs<$request> for dyn $client + 'c {
            fn client(&self) -> &(dyn $client + '_) {
                self
            }
        }

        impl Performs<$request> for Arc<dyn $client> {
            fn client(&self) -> &(dyn $client + '_) {
                &**self
            }
        }
    )*};
}

performs!(
    Payments: PaymentRequest,
    Bills: BillInquiry,
    Topups: TopupRequest,
    Mandates: MandateRequest,
    Mandates: AmountChangeRequest
);
