//! Operations that work with any kind of instruction.

use super::Instruction;
use crate::{
    amount_change::AmountChangeRequest, bill::BillInquiry, kind::Kind, mandate::MandateRequest,
    payment::PaymentRequest, topup::TopupRequest,
};

/// An operation that works with an instruction of any kind.
pub trait Visitor {
    /// Its result.
    type Output;

    /// Runs it for one kind.
    fn visit<I: Instruction>(self) -> Self::Output;
}

impl Kind {
    /// Runs a visitor for this kind.
    pub fn visit<V: Visitor>(self, visitor: V) -> V::Output {
        match self {
            Self::Payment => visitor.visit::<PaymentRequest>(),
            Self::Bill => visitor.visit::<BillInquiry>(),
            Self::Topup => visitor.visit::<TopupRequest>(),
            Self::Mandate => visitor.visit::<MandateRequest>(),
            Self::AmountChange => visitor.visit::<AmountChangeRequest>(),
        }
    }
}
