// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use payments_core::{Reference, Result};
use payments_provider::{check::path_segment, http::Answer};
use super::{bodies, capabilities::PROVIDER, types};
use crate::Instamoney;
impl Instamoney {
    /// `POST /ewallets/charges`: Creates an e-wallet charge. ShopeePay exists only here.
    pub async fn create_ewallet_charge(
        &self,
        x_callback_url: Option<&str>,
        request: &types::EwalletChargeRequest,
    ) -> Result<Answer<types::EwalletCharge>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::CREATE_EWALLET_CHARGE,
                Some(&*request.reference_id),
                |own| {
                    self
                        .requests
                        .create_ewallet_charge(
                            own.for_user_id.into(),
                            own.with_fee_rule.into(),
                            x_callback_url,
                            request,
                        )
                },
            )
            .await
    }
    /// `POST /ewallets`: Creates an OVO, DANA or LINKAJA payment.
    pub async fn create_ewallet_payment(
        &self,
        x_api_version: Option<types::CreateEwalletPaymentXApiVersion>,
        request: &types::EwalletPaymentRequest,
    ) -> Result<Answer<types::EwalletPayment>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::CREATE_EWALLET_PAYMENT,
                match &request {
                    types::EwalletPaymentRequest::OvoPaymentRequest(one) => {
                        Some(&*one.external_id)
                    }
                    types::EwalletPaymentRequest::OvoPaymentRequest20190204(one) => {
                        Some(&*one.external_id)
                    }
                    types::EwalletPaymentRequest::DanaPaymentRequest(one) => {
                        Some(&*one.external_id)
                    }
                    types::EwalletPaymentRequest::LinkajaPaymentRequest(one) => {
                        Some(&*one.external_id)
                    }
                },
                |own| {
                    self
                        .requests
                        .create_ewallet_payment(
                            x_api_version,
                            own.for_user_id.into(),
                            own.with_fee_rule.into(),
                            request,
                        )
                },
            )
            .await
    }
    /// `GET /ewallets/charges/{id}`: Tells the state of one charge, by the provider's id.
    pub async fn get_ewallet_charge(
        &self,
        id: &str,
    ) -> Result<Answer<types::EwalletCharge>> {
        self.get_ewallet_charge_about(None, id).await
    }
    /// The same, about what the merchant calls by a reference, which its request does not hold.
    pub(crate) async fn get_ewallet_charge_about(
        &self,
        about: Option<&Reference>,
        id: &str,
    ) -> Result<Answer<types::EwalletCharge>> {
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::GET_EWALLET_CHARGE,
                about.map(Reference::as_str),
                |own| {
                    self.requests.get_ewallet_charge(&id_segment, own.for_user_id.into())
                },
            )
            .await
    }
    /// `GET /ewallets`: Tells the status of one OVO, DANA or LINKAJA payment.
    pub async fn get_ewallet_payment(
        &self,
        ewallet_type: types::GetEwalletPaymentEwalletType,
        external_id: &str,
    ) -> Result<Answer<types::EwalletPaymentStatus>> {
        crate::own_checks::get_ewallet_payment(self, ewallet_type, external_id)
            .map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::GET_EWALLET_PAYMENT,
                Some(external_id),
                |own| {
                    self
                        .requests
                        .get_ewallet_payment(
                            ewallet_type,
                            external_id,
                            own.for_user_id.into(),
                        )
                },
            )
            .await
    }
    /// `POST /ewallets/charges/{id}/void`: Gives back a paid charge in full, on the day of the payment.
    pub async fn void_ewallet_charge(
        &self,
        id: &str,
    ) -> Result<Answer<types::EwalletCharge>> {
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::VOID_EWALLET_CHARGE,
                None,
                |own| {
                    self
                        .requests
                        .void_ewallet_charge(&id_segment, own.for_user_id.into())
                },
            )
            .await
    }
}
