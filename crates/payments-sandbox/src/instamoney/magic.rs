//! The amounts that make the test mode misbehave.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::refusals::{
    APP_UNREACHABLE, CHANNEL_NOT_ACTIVATED, CHANNEL_UNAVAILABLE, DECLINED, EXTERNAL,
    NOT_AUTHORIZED, PHONE_NOT_REGISTERED, Refusal, SENDING_TRANSACTION, SERVER,
};

/// What becomes of an OVO payment by its amount alone.
#[derive(Debug)]
pub(super) enum OvoFate {
    /// Refused as if the reference were taken.
    Duplicate,
    /// The 2019 version answers this; the 2020 version calls back with its code.
    Fails(Refusal),
}

/// Recorded from the live test mode of the twin API, 2019 version.
pub(super) fn ovo(amount: Decimal) -> Option<OvoFate> {
    Some(OvoFate::Fails(match amount.to_u64()? {
        4000 => NOT_AUTHORIZED,
        4010 => return Some(OvoFate::Duplicate),
        4020 => SENDING_TRANSACTION,
        4030 => DECLINED,
        4040 => PHONE_NOT_REGISTERED,
        4050 => APP_UNREACHABLE,
        5000 => EXTERNAL,
        _ => return None,
    }))
}

/// What becomes of a charge by its amount alone.
#[derive(Debug)]
pub(super) enum ChargeFate {
    Refused(Refusal),
    /// Accepted, and a moment later failed with this code.
    Fails(&'static str),
}

pub(super) fn charge(amount: Decimal) -> Option<ChargeFate> {
    Some(match amount.to_u64()? {
        10100 => ChargeFate::Refused(CHANNEL_NOT_ACTIVATED),
        10101 => ChargeFate::Refused(CHANNEL_UNAVAILABLE),
        10102 => ChargeFate::Refused(SERVER),
        20103 => ChargeFate::Fails("ACCOUNT_ACCESS_BLOCKED"),
        20104 => ChargeFate::Fails("INVALID_MERCHANT_CREDENTIALS"),
        20105 => ChargeFate::Fails("USER_DECLINED_PAYMENT"),
        20106 => ChargeFate::Fails("INVALID_ACCOUNT_DETAILS"),
        // By analogy with 21107 and 21110 of the twin's recurring payments.
        20107 => ChargeFate::Fails("MAXIMUM_LIMIT_REACHED"),
        20110 => ChargeFate::Fails("INSUFFICIENT_BALANCE"),
        _ => return None,
    })
}
