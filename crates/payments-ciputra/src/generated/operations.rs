// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use payments_core::{Reference, Result};
use payments_provider::{check::path_segment, http::Answer};
use super::{bodies, capabilities::PROVIDER, types};
use crate::Ciputra;
impl Ciputra {
    /// `POST /api/transaction`: Cancels an order that is not paid.
    pub async fn cancel_transaction(
        &self,
        request: &types::CancelRequest,
    ) -> Result<Answer<types::TransactionCancelled>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::CANCEL_TRANSACTION,
                Some(&*request.external_id),
                || self.requests.cancel_transaction(request),
            )
            .await
    }
    /// `POST /api/transaction`: Creates an order that the customer then pays.
    pub async fn create_transaction(
        &self,
        request: &types::TransactionRequest,
    ) -> Result<Answer<types::TransactionCreated>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        crate::own_checks::create_transaction(self, request)
            .map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::CREATE_TRANSACTION,
                Some(&*request.external_id),
                || self.requests.create_transaction(request),
            )
            .await
    }
    /// `GET /api/registration/{external_id}`: Tells the state of a registration for automatic debit.
    pub async fn get_registration(
        &self,
        external_id: &str,
    ) -> Result<Answer<types::RegistrationStatus>> {
        let external_id_segment = path_segment("external_id", external_id)?;
        self.run(
                &bodies::GET_REGISTRATION,
                Some(external_id),
                || self.requests.get_registration(&external_id_segment),
            )
            .await
    }
    /// `GET /api/transaction/{external_id}`: Tells the state of an order.
    pub async fn get_transaction(
        &self,
        external_id: &str,
    ) -> Result<Answer<types::TransactionStatus>> {
        let external_id_segment = path_segment("external_id", external_id)?;
        self.run(
                &bodies::GET_TRANSACTION,
                Some(external_id),
                || self.requests.get_transaction(&external_id_segment),
            )
            .await
    }
}
