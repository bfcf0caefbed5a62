// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_core::{Reference, Result};
use payments_provider::{check::path_segment, http::Answer};
use super::{bodies, capabilities::PROVIDER, types};
use crate::Fazz;
impl Fazz {
    /// `POST /payments`: Asks for one payment. The referenceId is the idempotency key: the same request again gives the same payment.
    pub async fn create_payment(
        &self,
        request: &types::CreatePayment,
    ) -> Result<Answer<types::PaymentDocument>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::CREATE_PAYMENT,
                match &request.data.attributes {
                    types::PaymentAttributes::RetailOutletPayment(one) => {
                        Some(&*one.reference_id)
                    }
                    types::PaymentAttributes::VirtualAccountPayment(one) => {
                        Some(&*one.reference_id)
                    }
                    types::PaymentAttributes::QrisPayment(one) => {
                        Some(&*one.reference_id)
                    }
                    types::PaymentAttributes::EwalletPayment(one) => {
                        Some(&*one.reference_id)
                    }
                },
                || self.requests.create_payment(request),
            )
            .await
    }
    /// `POST /payments/{id}/tasks`: Cancels a payment by virtual account; in the sandbox also receives and settles one.
    pub async fn create_payment_task(
        &self,
        id: &str,
        request: &types::CreateTask,
    ) -> Result<Answer<types::TaskDocument>> {
        self.create_payment_task_about(None, id, request).await
    }
    /// The same, about what the merchant calls by a reference, which its request does not hold.
    pub(crate) async fn create_payment_task_about(
        &self,
        about: Option<&Reference>,
        id: &str,
        request: &types::CreateTask,
    ) -> Result<Answer<types::TaskDocument>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::CREATE_PAYMENT_TASK,
                about.map(Reference::as_str),
                || self.requests.create_payment_task(&id_segment, request),
            )
            .await
    }
    /// `POST /payment_methods/qris`: Makes a QRIS code that stays.
    pub async fn create_qris(
        &self,
        request: &types::CreateQris,
    ) -> Result<Answer<types::PaymentMethodDocument>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::CREATE_QRIS,
                Some(&*request.data.attributes.reference_id),
                || self.requests.create_qris(request),
            )
            .await
    }
    /// `POST /payment_methods/qris/{id}/tasks`: In the sandbox: receives a payment to a QRIS code that stays.
    pub async fn create_qris_task(
        &self,
        id: &str,
        request: &types::CreateMethodTask,
    ) -> Result<Answer<types::TaskDocument>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::CREATE_QRIS_TASK,
                None,
                || self.requests.create_qris_task(&id_segment, request),
            )
            .await
    }
    /// `POST /payment_methods/virtual_bank_accounts`: Opens a virtual account that stays.
    pub async fn create_virtual_account(
        &self,
        request: &types::CreateVirtualAccount,
    ) -> Result<Answer<types::PaymentMethodDocument>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
                &bodies::CREATE_VIRTUAL_ACCOUNT,
                Some(&*request.data.attributes.reference_id),
                || self.requests.create_virtual_account(request),
            )
            .await
    }
    /// `POST /payment_methods/virtual_bank_accounts/{id}/tasks`: In the sandbox: receives a payment into a virtual account that stays.
    pub async fn create_virtual_account_task(
        &self,
        id: &str,
        request: &types::CreateMethodTask,
    ) -> Result<Answer<types::TaskDocument>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::CREATE_VIRTUAL_ACCOUNT_TASK,
                None,
                || self.requests.create_virtual_account_task(&id_segment, request),
            )
            .await
    }
    /// `GET /payments/{id}`: Tells what became of a payment.
    pub async fn get_payment(&self, id: &str) -> Result<Answer<types::PaymentDocument>> {
        self.get_payment_about(None, id).await
    }
    /// The same, about what the merchant calls by a reference, which its request does not hold.
    pub(crate) async fn get_payment_about(
        &self,
        about: Option<&Reference>,
        id: &str,
    ) -> Result<Answer<types::PaymentDocument>> {
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::GET_PAYMENT,
                about.map(Reference::as_str),
                || self.requests.get_payment(&id_segment),
            )
            .await
    }
    /// `GET /payment_methods/qris/{id}`: Shows a QRIS code that stays.
    pub async fn get_qris(
        &self,
        id: &str,
    ) -> Result<Answer<types::PaymentMethodDocument>> {
        let id_segment = path_segment("id", id)?;
        self.run(&bodies::GET_QRIS, None, || self.requests.get_qris(&id_segment)).await
    }
    /// `GET /payment_methods/virtual_bank_accounts/{id}`: Shows a virtual account that stays.
    pub async fn get_virtual_account(
        &self,
        id: &str,
    ) -> Result<Answer<types::PaymentMethodDocument>> {
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::GET_VIRTUAL_ACCOUNT,
                None,
                || self.requests.get_virtual_account(&id_segment),
            )
            .await
    }
    /// `GET /payment_methods/qris/{id}/payments`: Lists what was paid to a QRIS code that stays.
    pub async fn list_qris_payments(
        &self,
        id: &str,
    ) -> Result<Answer<types::PaymentList>> {
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::LIST_QRIS_PAYMENTS,
                None,
                || self.requests.list_qris_payments(&id_segment),
            )
            .await
    }
    /// `GET /payment_methods/virtual_bank_accounts/{id}/payments`: Lists what was paid into a virtual account that stays.
    pub async fn list_virtual_account_payments(
        &self,
        id: &str,
    ) -> Result<Answer<types::PaymentList>> {
        let id_segment = path_segment("id", id)?;
        self.run(
                &bodies::LIST_VIRTUAL_ACCOUNT_PAYMENTS,
                None,
                || self.requests.list_virtual_account_payments(&id_segment),
            )
            .await
    }
}
