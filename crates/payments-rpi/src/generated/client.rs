// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use super::types;
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/// Client for Ayoconnect RPI
///
/// Version: 1.0
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
        "1.0"
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
    /// Creates an instruction and a URL on which the customer confirms it. No money moves. Refusals: 400, 401, 412
    ///
    /// Sends a `POST` request to `/api/v1/rpi`
    ///
    /// Arguments:
    /// - `a_channel_id`: 1 to 20 characters that identify the channel.
    /// - `a_correlation_id`: The deprecated name of X-Correlation-ID, with the same value. Gone since October 2024 by the document.
    /// - `a_merchant_code`: 6 alphanumeric characters, one code per merchant.
    /// - `x_correlation_id`: 32 alphanumeric characters that identify a flow, never used again in a later one.
    /// - `body`
    pub async fn create_rpi<'a>(
        &'a self,
        a_channel_id: &'a str,
        a_correlation_id: Option<&'a str>,
        a_merchant_code: &'a str,
        x_correlation_id: &'a str,
        body: &'a types::CreateInstructionRequest,
    ) -> Result<ResponseValue<types::InstructionCreated>, Error<()>> {
        let url = format!("{}/api/v1/rpi", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(5usize);
        header_map.append("A-Channel-ID", a_channel_id.to_string().try_into()?);
        if let Some(value) = a_correlation_id {
            header_map.append("A-Correlation-ID", value.to_string().try_into()?);
        }
        header_map.append("A-Merchant-Code", a_merchant_code.to_string().try_into()?);
        header_map.append("X-Correlation-ID", x_correlation_id.to_string().try_into()?);
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
            operation_id: "create_rpi",
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
    /// Changes the amount of the charge on a date. Where nothing is scheduled on that date, the next scheduled charge is changed. It sets the amount and adds nothing: the same change may be sent again. Refusals: 400, 401, 412
    ///
    /// Sends a `PUT` request to `/api/v1/rpi/bill-amount`
    ///
    /// Arguments:
    /// - `a_channel_id`: 1 to 20 characters that identify the channel.
    /// - `a_correlation_id`: The deprecated name of X-Correlation-ID, with the same value. Gone since October 2024 by the document.
    /// - `a_merchant_code`: 6 alphanumeric characters, one code per merchant.
    /// - `x_correlation_id`: 32 alphanumeric characters that identify a flow, never used again in a later one.
    /// - `body`
    pub async fn update_bill_amount<'a>(
        &'a self,
        a_channel_id: Option<&'a str>,
        a_correlation_id: Option<&'a str>,
        a_merchant_code: Option<&'a str>,
        x_correlation_id: Option<&'a str>,
        body: &'a types::UpdateBillAmountRequest,
    ) -> Result<ResponseValue<types::BillAmountUpdated>, Error<()>> {
        let url = format!("{}/api/v1/rpi/bill-amount", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(5usize);
        if let Some(value) = a_channel_id {
            header_map.append("A-Channel-ID", value.to_string().try_into()?);
        }
        if let Some(value) = a_correlation_id {
            header_map.append("A-Correlation-ID", value.to_string().try_into()?);
        }
        if let Some(value) = a_merchant_code {
            header_map.append("A-Merchant-Code", value.to_string().try_into()?);
        }
        if let Some(value) = x_correlation_id {
            header_map.append("X-Correlation-ID", value.to_string().try_into()?);
        }
        #[allow(unused_mut)]
        let mut request = self
            .client
            .put(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "update_bill_amount",
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
    /// Tells the state of an instruction. Refusals: 400, 401, 412
    ///
    /// Sends a `GET` request to `/api/v1/rpi/{rpiCode}`
    ///
    /// Arguments:
    /// - `rpi_code`: The provider's code of the instruction, 14 to 16 characters.
    /// - `customer_id`: The provider's code of the customer, 13 to 15 characters.
    /// - `merchant_code`: 6 alphanumeric characters, one code per merchant.
    /// - `transaction_id`: 32 alphanumeric characters, unique per request.
    /// - `x_correlation_id`: 32 alphanumeric characters that identify a flow, never used again in a later one.
    pub async fn get_rpi<'a>(
        &'a self,
        rpi_code: &'a ::payments_core::wire::PathSegment,
        customer_id: &'a str,
        merchant_code: &'a str,
        transaction_id: &'a str,
        x_correlation_id: &'a str,
    ) -> Result<ResponseValue<types::InstructionState>, Error<()>> {
        let url = format!(
            "{}/api/v1/rpi/{}", self.baseurl, encode_path(& rpi_code.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map.append("X-Correlation-ID", x_correlation_id.to_string().try_into()?);
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("customerId", &customer_id))
            .query(&progenitor_client::QueryParam::new("merchantCode", &merchant_code))
            .query(&progenitor_client::QueryParam::new("transactionId", &transaction_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_rpi",
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
    /// Gives a token for the other operations. The body is sent as a form
    ///
    /// Sends a `POST` request to `/v1/oauth/client_credential/accesstoken`
    ///
    /// Arguments:
    /// - `grant_type`: client_credentials.
    /// - `body`
    pub async fn get_token<'a>(
        &'a self,
        grant_type: types::GetTokenGrantType,
        body: &'a types::TokenRequest,
    ) -> Result<ResponseValue<types::TokenResponse>, Error<()>> {
        let url = format!("{}/v1/oauth/client_credential/accesstoken", self.baseurl,);
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
            .query(&progenitor_client::QueryParam::new("grant_type", &grant_type))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "get_token",
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
