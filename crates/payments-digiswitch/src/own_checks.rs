//! Checks of requests that no schema can express: which references are allowed is a setting of the
//! client.

use payments_core::Result;

use crate::{Digiswitch, types};

pub(crate) fn inquire_bill(client: &Digiswitch, request: &types::InquiryRequest) -> Result<()> {
    client.accepts(&request.ref_id)
}

pub(crate) fn pay_bill(client: &Digiswitch, request: &types::PaymentRequest) -> Result<()> {
    client.accepts(&request.ref_id)
}

pub(crate) fn topup(client: &Digiswitch, request: &types::TopupRequest) -> Result<()> {
    client.accepts(&request.ref_id)
}

pub(crate) fn topup_status(client: &Digiswitch, request: &types::TopupRequest) -> Result<()> {
    client.accepts(&request.ref_id)
}
