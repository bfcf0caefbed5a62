// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use std::sync::Arc;
use super::types;
use ::payments_provider::http::{BaseUrl, BuildError, Client, Method, Request, Url};
/// Makes the request of each operation.
#[derive(Clone, Debug)]
pub struct Requests {
    pub(crate) base: BaseUrl,
    pub(crate) client: Client,
    urls: Arc<Urls>,
}
/// The URLs that are the same in every call of their operation.
#[derive(Debug)]
struct Urls {
    create_qris: Url,
    create_virtual_account: Url,
    list_payments: Url,
    create_payment: Url,
}
impl Requests {
    /// With a client of their own to send them by.
    pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
        Self {
            base: base.clone(),
            client,
            urls: Arc::new(Urls {
                create_qris: base.at("/payment_methods/qris"),
                create_virtual_account: base
                    .at("/payment_methods/virtual_bank_accounts"),
                list_payments: base.at("/payments"),
                create_payment: base.at("/payments"),
            }),
        }
    }
    /// Makes a QRIS code that stays
    ///
    /// Sends a `POST` request to `/payment_methods/qris`
    ///
    pub fn create_qris<'a>(
        &'a self,
        body: &'a types::CreateQris,
    ) -> Result<Request<types::PaymentMethodDocument>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.create_qris.clone()).json(body)?)
    }
    /// Shows a QRIS code that stays
    ///
    /// Sends a `GET` request to `/payment_methods/qris/{id}`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the code.
    pub fn get_qris<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
    ) -> Result<Request<types::PaymentMethodDocument>, BuildError> {
        Ok(
            Request::new(
                Method::GET,
                self.base.at(&format!("/payment_methods/qris/{}", id.escaped())),
            ),
        )
    }
    /// Lists what was paid to a QRIS code that stays
    ///
    /// Sends a `GET` request to `/payment_methods/qris/{id}/payments`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the code.
    pub fn list_qris_payments<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
    ) -> Result<Request<types::PaymentList>, BuildError> {
        Ok(
            Request::new(
                Method::GET,
                self.base.at(&format!("/payment_methods/qris/{}/payments", id.escaped())),
            ),
        )
    }
    /// In the sandbox: receives a payment to a QRIS code that stays
    ///
    /// Sends a `POST` request to `/payment_methods/qris/{id}/tasks`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the code.
    /// - `body`
    pub fn create_qris_task<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
        body: &'a types::CreateMethodTask,
    ) -> Result<Request<types::TaskDocument>, BuildError> {
        Ok(
            Request::new(
                    Method::POST,
                    self
                        .base
                        .at(&format!("/payment_methods/qris/{}/tasks", id.escaped())),
                )
                .json(body)?,
        )
    }
    /// Opens a virtual account that stays
    ///
    /// Sends a `POST` request to `/payment_methods/virtual_bank_accounts`
    ///
    pub fn create_virtual_account<'a>(
        &'a self,
        body: &'a types::CreateVirtualAccount,
    ) -> Result<Request<types::PaymentMethodDocument>, BuildError> {
        Ok(
            Request::new(Method::POST, self.urls.create_virtual_account.clone())
                .json(body)?,
        )
    }
    /// Shows a virtual account that stays
    ///
    /// Sends a `GET` request to `/payment_methods/virtual_bank_accounts/{id}`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the account.
    pub fn get_virtual_account<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
    ) -> Result<Request<types::PaymentMethodDocument>, BuildError> {
        Ok(
            Request::new(
                Method::GET,
                self
                    .base
                    .at(
                        &format!(
                            "/payment_methods/virtual_bank_accounts/{}", id.escaped()
                        ),
                    ),
            ),
        )
    }
    /// Lists what was paid into a virtual account that stays
    ///
    /// Sends a `GET` request to `/payment_methods/virtual_bank_accounts/{id}/payments`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the account.
    pub fn list_virtual_account_payments<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
    ) -> Result<Request<types::PaymentList>, BuildError> {
        Ok(
            Request::new(
                Method::GET,
                self
                    .base
                    .at(
                        &format!(
                            "/payment_methods/virtual_bank_accounts/{}/payments", id
                            .escaped()
                        ),
                    ),
            ),
        )
    }
    /// In the sandbox: receives a payment into a virtual account that stays
    ///
    /// Sends a `POST` request to `/payment_methods/virtual_bank_accounts/{id}/tasks`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the account.
    /// - `body`
    pub fn create_virtual_account_task<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
        body: &'a types::CreateMethodTask,
    ) -> Result<Request<types::TaskDocument>, BuildError> {
        Ok(
            Request::new(
                    Method::POST,
                    self
                        .base
                        .at(
                            &format!(
                                "/payment_methods/virtual_bank_accounts/{}/tasks", id
                                .escaped()
                            ),
                        ),
                )
                .json(body)?,
        )
    }
    /// Lists payments, newest first unless sorted
    ///
    /// Sends a `GET` request to `/payments`
    ///
    /// Arguments:
    /// - `filter_created_after`: An ISO 8601 time.
    /// - `filter_created_before`: An ISO 8601 time.
    /// - `filter_reference_id`: The merchant's own id.
    /// - `filter_status`: A status word; paid and completed are documented.
    /// - `page_number`: The page, from 1.
    /// - `page_size`: Payments a page: 10 when absent, 1000 at most.
    /// - `sort`: createdAt for oldest first, -createdAt for newest first.
    pub fn list_payments<'a>(
        &'a self,
        filter_created_after: Option<&'a str>,
        filter_created_before: Option<&'a str>,
        filter_reference_id: Option<&'a str>,
        filter_status: Option<&'a str>,
        page_number: Option<i64>,
        page_size: Option<i64>,
        sort: Option<&'a str>,
    ) -> Result<Request<types::PaymentList>, BuildError> {
        Ok(
            Request::new(Method::GET, self.urls.list_payments.clone())
                .query("filter[createdAfter]", filter_created_after)
                .query("filter[createdBefore]", filter_created_before)
                .query("filter[referenceId]", filter_reference_id)
                .query("filter[status]", filter_status)
                .query("page[number]", page_number)
                .query("page[size]", page_size)
                .query("sort", sort),
        )
    }
    /// Asks for one payment. The referenceId is the idempotency key: the same request again gives the same payment
    ///
    /// Sends a `POST` request to `/payments`
    ///
    pub fn create_payment<'a>(
        &'a self,
        body: &'a types::CreatePayment,
    ) -> Result<Request<types::PaymentDocument>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.create_payment.clone()).json(body)?)
    }
    /// Tells what became of a payment
    ///
    /// Sends a `GET` request to `/payments/{id}`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the payment, contract_ and 32 hexadecimal digits; opaque.
    pub fn get_payment<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
    ) -> Result<Request<types::PaymentDocument>, BuildError> {
        Ok(
            Request::new(
                Method::GET,
                self.base.at(&format!("/payments/{}", id.escaped())),
            ),
        )
    }
    /// Cancels a payment by virtual account; in the sandbox also receives and settles one
    ///
    /// Sends a `POST` request to `/payments/{id}/tasks`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the payment.
    /// - `body`
    pub fn create_payment_task<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
        body: &'a types::CreateTask,
    ) -> Result<Request<types::TaskDocument>, BuildError> {
        Ok(
            Request::new(
                    Method::POST,
                    self.base.at(&format!("/payments/{}/tasks", id.escaped())),
                )
                .json(body)?,
        )
    }
}
