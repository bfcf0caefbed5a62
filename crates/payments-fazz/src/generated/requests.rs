// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use super::types;
use ::payments_provider::http::{BaseUrl, BuildError, Client, Request};
/// Makes the request of each operation.
#[derive(Clone, Debug)]
pub struct Requests {
    pub(crate) baseurl: String,
    pub(crate) client: Client,
}
impl Requests {
    /// With a client of their own to send them by.
    pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
        Self {
            baseurl: base.to_string(),
            client,
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
        let url = format!("{}/payment_methods/qris", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
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
        let url = format!("{}/payment_methods/qris/{}", self.baseurl, id.escaped(),);
        Ok(
            Request::new(
                self
                    .client
                    .get(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .build()?,
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
        let url = format!(
            "{}/payment_methods/qris/{}/payments", self.baseurl, id.escaped(),
        );
        Ok(
            Request::new(
                self
                    .client
                    .get(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .build()?,
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
        let url = format!(
            "{}/payment_methods/qris/{}/tasks", self.baseurl, id.escaped(),
        );
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
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
        let url = format!("{}/payment_methods/virtual_bank_accounts", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
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
        let url = format!(
            "{}/payment_methods/virtual_bank_accounts/{}", self.baseurl, id.escaped(),
        );
        Ok(
            Request::new(
                self
                    .client
                    .get(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .build()?,
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
        let url = format!(
            "{}/payment_methods/virtual_bank_accounts/{}/payments", self.baseurl, id
            .escaped(),
        );
        Ok(
            Request::new(
                self
                    .client
                    .get(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .build()?,
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
        let url = format!(
            "{}/payment_methods/virtual_bank_accounts/{}/tasks", self.baseurl, id
            .escaped(),
        );
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
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
        let url = format!("{}/payments", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .get(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .query(&[("filter[createdAfter]", &filter_created_after)])
                    .query(&[("filter[createdBefore]", &filter_created_before)])
                    .query(&[("filter[referenceId]", &filter_reference_id)])
                    .query(&[("filter[status]", &filter_status)])
                    .query(&[("page[number]", &page_number)])
                    .query(&[("page[size]", &page_size)])
                    .query(&[("sort", &sort)])
                    .build()?,
            ),
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
        let url = format!("{}/payments", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
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
        let url = format!("{}/payments/{}", self.baseurl, id.escaped(),);
        Ok(
            Request::new(
                self
                    .client
                    .get(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .build()?,
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
        let url = format!("{}/payments/{}/tasks", self.baseurl, id.escaped(),);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
}
