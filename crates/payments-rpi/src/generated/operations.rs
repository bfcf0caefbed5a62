// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use payments_core::{Reference, Result};
use payments_provider::{check::path_segment, http::Answer};
use super::{bodies, capabilities::PROVIDER, types};
use crate::Rpi;
impl Rpi {
    /// `POST /api/v1/rpi`: Creates an instruction and a URL on which the customer confirms it. No money moves.
    pub async fn create_rpi(
        &self,
        request: &types::CreateInstructionRequest,
    ) -> Result<Answer<types::InstructionCreated>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        crate::own_checks::create_rpi(self, request)
            .map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::CREATE_RPI,
                match &request {
                    types::CreateInstructionRequest::VariableInstruction(one) => {
                        Some(&*one.transaction_id)
                    }
                    types::CreateInstructionRequest::FixedInstruction(one) => {
                        Some(&*one.transaction_id)
                    }
                },
                |own| {
                    self
                        .requests
                        .create_rpi(
                            own.a_channel_id.into(),
                            own.a_correlation_id.into(),
                            own.a_merchant_code.into(),
                            own.x_correlation_id.into(),
                            request,
                        )
                },
            )
            .await
    }
    /// `GET /api/v1/rpi/{rpiCode}`: Tells the state of an instruction.
    pub async fn get_rpi(
        &self,
        rpi_code: &str,
        customer_id: &str,
        transaction_id: &str,
    ) -> Result<Answer<types::InstructionState>> {
        self.get_rpi_about(None, rpi_code, customer_id, transaction_id).await
    }
    /// The same, about what the merchant calls by a reference, which its request does not hold.
    pub(crate) async fn get_rpi_about(
        &self,
        about: Option<&Reference>,
        rpi_code: &str,
        customer_id: &str,
        transaction_id: &str,
    ) -> Result<Answer<types::InstructionState>> {
        crate::own_checks::get_rpi(self, rpi_code, customer_id, transaction_id)
            .map_err(|error| error.with_provider(PROVIDER))?;
        let rpi_code_segment = path_segment("rpi_code", rpi_code)?;
        self.run(
                &bodies::GET_RPI,
                about.map(Reference::as_str),
                |own| {
                    self
                        .requests
                        .get_rpi(
                            &rpi_code_segment,
                            customer_id,
                            own.merchant_code.into(),
                            transaction_id,
                            own.x_correlation_id.into(),
                        )
                },
            )
            .await
    }
    /// `PUT /api/v1/rpi/bill-amount`: Changes the amount of the charge on a date. Where nothing is scheduled on that date, the next scheduled charge is changed. It sets the amount and adds nothing: the same change may be sent again.
    pub async fn update_bill_amount(
        &self,
        request: &types::UpdateBillAmountRequest,
    ) -> Result<Answer<types::BillAmountUpdated>> {
        self.update_bill_amount_about(None, request).await
    }
    /// The same, about what the merchant calls by a reference, which its request does not hold.
    pub(crate) async fn update_bill_amount_about(
        &self,
        about: Option<&Reference>,
        request: &types::UpdateBillAmountRequest,
    ) -> Result<Answer<types::BillAmountUpdated>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::UPDATE_BILL_AMOUNT,
                about.map(Reference::as_str),
                |own| {
                    self
                        .requests
                        .update_bill_amount(
                            own.a_channel_id.into(),
                            own.a_correlation_id.into(),
                            own.a_merchant_code.into(),
                            own.x_correlation_id.into(),
                            request,
                        )
                },
            )
            .await
    }
}
