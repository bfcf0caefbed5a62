// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use super::types;
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/// Client for Fazz payments (Xfers v4, Indonesia)
///
/// Version: 4
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::auth::Auth,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::auth::Auth,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl ClientInfo<crate::auth::Auth> for Client {
    fn api_version() -> &'static str {
        "4"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &crate::auth::Auth {
        &self.inner
    }
}
const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<crate::auth::Auth>,
    {}
};
#[allow(clippy::all)]
impl Client {
    /// Makes a QRIS code that stays
    ///
    /// Sends a `POST` request to `/payment_methods/qris`
    ///
    pub async fn create_qris<'a>(
        &'a self,
        body: &'a types::CreateQris,
    ) -> Result<ResponseValue<types::PaymentMethodDocument>, Error<()>> {
        let url = format!("{}/payment_methods/qris", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "create_qris",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Shows a QRIS code that stays
    ///
    /// Sends a `GET` request to `/payment_methods/qris/{id}`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the code.
    pub async fn get_qris<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
    ) -> Result<ResponseValue<types::PaymentMethodDocument>, Error<()>> {
        let url = format!(
            "{}/payment_methods/qris/{}", self.baseurl, encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_qris",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Lists what was paid to a QRIS code that stays
    ///
    /// Sends a `GET` request to `/payment_methods/qris/{id}/payments`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the code.
    pub async fn list_qris_payments<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
    ) -> Result<ResponseValue<types::PaymentList>, Error<()>> {
        let url = format!(
            "{}/payment_methods/qris/{}/payments", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_qris_payments",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// In the sandbox: receives a payment to a QRIS code that stays
    ///
    /// Sends a `POST` request to `/payment_methods/qris/{id}/tasks`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the code.
    /// - `body`
    pub async fn create_qris_task<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
        body: &'a types::CreateMethodTask,
    ) -> Result<ResponseValue<types::TaskDocument>, Error<()>> {
        let url = format!(
            "{}/payment_methods/qris/{}/tasks", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "create_qris_task",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Opens a virtual account that stays
    ///
    /// Sends a `POST` request to `/payment_methods/virtual_bank_accounts`
    ///
    pub async fn create_virtual_account<'a>(
        &'a self,
        body: &'a types::CreateVirtualAccount,
    ) -> Result<ResponseValue<types::PaymentMethodDocument>, Error<()>> {
        let url = format!("{}/payment_methods/virtual_bank_accounts", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "create_virtual_account",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Shows a virtual account that stays
    ///
    /// Sends a `GET` request to `/payment_methods/virtual_bank_accounts/{id}`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the account.
    pub async fn get_virtual_account<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
    ) -> Result<ResponseValue<types::PaymentMethodDocument>, Error<()>> {
        let url = format!(
            "{}/payment_methods/virtual_bank_accounts/{}", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_virtual_account",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Lists what was paid into a virtual account that stays
    ///
    /// Sends a `GET` request to `/payment_methods/virtual_bank_accounts/{id}/payments`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the account.
    pub async fn list_virtual_account_payments<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
    ) -> Result<ResponseValue<types::PaymentList>, Error<()>> {
        let url = format!(
            "{}/payment_methods/virtual_bank_accounts/{}/payments", self.baseurl,
            encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_virtual_account_payments",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// In the sandbox: receives a payment into a virtual account that stays
    ///
    /// Sends a `POST` request to `/payment_methods/virtual_bank_accounts/{id}/tasks`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the account.
    /// - `body`
    pub async fn create_virtual_account_task<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
        body: &'a types::CreateMethodTask,
    ) -> Result<ResponseValue<types::TaskDocument>, Error<()>> {
        let url = format!(
            "{}/payment_methods/virtual_bank_accounts/{}/tasks", self.baseurl,
            encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "create_virtual_account_task",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
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
    pub async fn list_payments<'a>(
        &'a self,
        filter_created_after: Option<&'a str>,
        filter_created_before: Option<&'a str>,
        filter_reference_id: Option<&'a str>,
        filter_status: Option<&'a str>,
        page_number: Option<i64>,
        page_size: Option<i64>,
        sort: Option<&'a str>,
    ) -> Result<ResponseValue<types::PaymentList>, Error<()>> {
        let url = format!("{}/payments", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "filter[createdAfter]",
                    &filter_created_after,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "filter[createdBefore]",
                    &filter_created_before,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "filter[referenceId]",
                    &filter_reference_id,
                ),
            )
            .query(&progenitor_client::QueryParam::new("filter[status]", &filter_status))
            .query(&progenitor_client::QueryParam::new("page[number]", &page_number))
            .query(&progenitor_client::QueryParam::new("page[size]", &page_size))
            .query(&progenitor_client::QueryParam::new("sort", &sort))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "list_payments",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Asks for one payment. The referenceId is the idempotency key: the same request again gives the same payment
    ///
    /// Sends a `POST` request to `/payments`
    ///
    pub async fn create_payment<'a>(
        &'a self,
        body: &'a types::CreatePayment,
    ) -> Result<ResponseValue<types::PaymentDocument>, Error<()>> {
        let url = format!("{}/payments", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "create_payment",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Tells what became of a payment
    ///
    /// Sends a `GET` request to `/payments/{id}`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the payment, contract_ and 32 hexadecimal digits; opaque.
    pub async fn get_payment<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
    ) -> Result<ResponseValue<types::PaymentDocument>, Error<()>> {
        let url = format!(
            "{}/payments/{}", self.baseurl, encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_payment",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Cancels a payment by virtual account; in the sandbox also receives and settles one
    ///
    /// Sends a `POST` request to `/payments/{id}/tasks`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the payment.
    /// - `body`
    pub async fn create_payment_task<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
        body: &'a types::CreateTask,
    ) -> Result<ResponseValue<types::TaskDocument>, Error<()>> {
        let url = format!(
            "{}/payments/{}/tasks", self.baseurl, encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "create_payment_task",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
