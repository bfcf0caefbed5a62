// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use super::types;
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/// Client for Instamoney eWallets
///
/// Version: 2021-01-25
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
        "2021-01-25"
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
    /// Tells the status of one OVO, DANA or LINKAJA payment
    ///
    /// Sends a `GET` request to `/ewallets`
    ///
    /// Arguments:
    /// - `ewallet_type`: The wallet, as sent when the payment was created.
    /// - `external_id`: The merchant's own id, as sent when the payment was created.
    /// - `for_user_id`: User id of the sub-account that the payment was made for. For accounts with access to xenPlatform only.
    pub async fn get_ewallet_payment<'a>(
        &'a self,
        ewallet_type: types::GetEwalletPaymentEwalletType,
        external_id: &'a str,
        for_user_id: Option<&'a str>,
    ) -> Result<ResponseValue<types::EwalletPaymentStatus>, Error<()>> {
        let url = format!("{}/ewallets", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        if let Some(value) = for_user_id {
            header_map.append("for-user-id", value.to_string().try_into()?);
        }
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("ewallet_type", &ewallet_type))
            .query(&progenitor_client::QueryParam::new("external_id", &external_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_ewallet_payment",
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
    /// Creates an OVO, DANA or LINKAJA payment
    ///
    /// Sends a `POST` request to `/ewallets`
    ///
    /// Arguments:
    /// - `x_api_version`: API version. It changes OVO only: 2019-02-04 waits for the customer, 2020-02-01 answers PENDING and calls back.
    /// - `for_user_id`: User id of the sub-account that the payment is made for. For accounts with access to xenPlatform only.
    /// - `with_fee_rule`: Id of the fee rule to apply. For accounts with access to xenPlatform only. The fee ids come back in the headers of the answer.
    /// - `body`
    pub async fn create_ewallet_payment<'a>(
        &'a self,
        x_api_version: Option<types::CreateEwalletPaymentXApiVersion>,
        for_user_id: Option<&'a str>,
        with_fee_rule: Option<&'a str>,
        body: &'a types::EwalletPaymentRequest,
    ) -> Result<ResponseValue<types::EwalletPayment>, Error<()>> {
        let url = format!("{}/ewallets", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(4usize);
        if let Some(value) = x_api_version {
            header_map.append("X-API-VERSION", value.to_string().try_into()?);
        }
        if let Some(value) = for_user_id {
            header_map.append("for-user-id", value.to_string().try_into()?);
        }
        if let Some(value) = with_fee_rule {
            header_map.append("with-fee-rule", value.to_string().try_into()?);
        }
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
            operation_id: "create_ewallet_payment",
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
    /// Creates an e-wallet charge. ShopeePay exists only here
    ///
    /// Sends a `POST` request to `/ewallets/charges`
    ///
    /// Arguments:
    /// - `for_user_id`: User id of the sub-account that the charge is made for. For accounts with access to xenPlatform only.
    /// - `with_fee_rule`: Id of the fee rule to apply. For accounts with access to xenPlatform only.
    /// - `x_callback_url`: Where the callback of this charge goes, in place of the URL set in the dashboard.
    /// - `body`
    pub async fn create_ewallet_charge<'a>(
        &'a self,
        for_user_id: Option<&'a str>,
        with_fee_rule: Option<&'a str>,
        x_callback_url: Option<&'a str>,
        body: &'a types::EwalletChargeRequest,
    ) -> Result<ResponseValue<types::EwalletCharge>, Error<()>> {
        let url = format!("{}/ewallets/charges", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(4usize);
        if let Some(value) = for_user_id {
            header_map.append("for-user-id", value.to_string().try_into()?);
        }
        if let Some(value) = with_fee_rule {
            header_map.append("with-fee-rule", value.to_string().try_into()?);
        }
        if let Some(value) = x_callback_url {
            header_map.append("x-callback-url", value.to_string().try_into()?);
        }
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
            operation_id: "create_ewallet_charge",
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
    /// Tells the state of one charge, by the provider's id
    ///
    /// Sends a `GET` request to `/ewallets/charges/{id}`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the charge, ewc_ and a UUID.
    /// - `for_user_id`: User id of the sub-account that the charge was made for. For accounts with access to xenPlatform only.
    pub async fn get_ewallet_charge<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
        for_user_id: Option<&'a str>,
    ) -> Result<ResponseValue<types::EwalletCharge>, Error<()>> {
        let url = format!(
            "{}/ewallets/charges/{}", self.baseurl, encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        if let Some(value) = for_user_id {
            header_map.append("for-user-id", value.to_string().try_into()?);
        }
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
            operation_id: "get_ewallet_charge",
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
    /// Gives back a paid charge in full, on the day of the payment
    ///
    /// Sends a `POST` request to `/ewallets/charges/{id}/void`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the charge, ewc_ and a UUID.
    /// - `for_user_id`: User id of the sub-account that the charge was made for. For accounts with access to xenPlatform only.
    pub async fn void_ewallet_charge<'a>(
        &'a self,
        id: &'a ::payments_core::wire::PathSegment,
        for_user_id: Option<&'a str>,
    ) -> Result<ResponseValue<types::EwalletCharge>, Error<()>> {
        let url = format!(
            "{}/ewallets/charges/{}/void", self.baseurl, encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        if let Some(value) = for_user_id {
            header_map.append("for-user-id", value.to_string().try_into()?);
        }
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "void_ewallet_charge",
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
