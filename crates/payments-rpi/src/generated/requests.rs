// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

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
    create_rpi: Url,
    update_bill_amount: Url,
    get_token: Url,
}
impl Requests {
    /// With a client of their own to send them by.
    pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
        Self {
            base: base.clone(),
            client,
            urls: Arc::new(Urls {
                create_rpi: base.at("/api/v1/rpi"),
                update_bill_amount: base.at("/api/v1/rpi/bill-amount"),
                get_token: base.at("/v1/oauth/client_credential/accesstoken"),
            }),
        }
    }
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
    pub fn create_rpi<'a>(
        &'a self,
        a_channel_id: &'a str,
        a_correlation_id: Option<&'a str>,
        a_merchant_code: &'a str,
        x_correlation_id: &'a str,
        body: &'a types::CreateInstructionRequest,
    ) -> Result<Request<types::InstructionCreated>, BuildError> {
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(5usize);
        header_map.append("A-Channel-ID", a_channel_id.to_string().try_into()?);
        if let Some(value) = a_correlation_id {
            header_map.append("A-Correlation-ID", value.to_string().try_into()?);
        }
        header_map.append("A-Merchant-Code", a_merchant_code.to_string().try_into()?);
        header_map.append("X-Correlation-ID", x_correlation_id.to_string().try_into()?);
        Ok(
            Request::new(Method::POST, self.urls.create_rpi.clone())
                .json(body)?
                .headers(header_map),
        )
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
    pub fn update_bill_amount<'a>(
        &'a self,
        a_channel_id: Option<&'a str>,
        a_correlation_id: Option<&'a str>,
        a_merchant_code: Option<&'a str>,
        x_correlation_id: Option<&'a str>,
        body: &'a types::UpdateBillAmountRequest,
    ) -> Result<Request<types::BillAmountUpdated>, BuildError> {
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
        Ok(
            Request::new(Method::PUT, self.urls.update_bill_amount.clone())
                .json(body)?
                .headers(header_map),
        )
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
    pub fn get_rpi<'a>(
        &'a self,
        rpi_code: &'a ::payments_provider::wire::PathSegment,
        customer_id: &'a str,
        merchant_code: &'a str,
        transaction_id: &'a str,
        x_correlation_id: &'a str,
    ) -> Result<Request<types::InstructionState>, BuildError> {
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        header_map.append("X-Correlation-ID", x_correlation_id.to_string().try_into()?);
        Ok(
            Request::new(
                    Method::GET,
                    self.base.at(&format!("/api/v1/rpi/{}", rpi_code.escaped())),
                )
                .query("customerId", Some(customer_id))
                .query("merchantCode", Some(merchant_code))
                .query("transactionId", Some(transaction_id))
                .headers(header_map),
        )
    }
    /// Gives a token for the other operations. The body is sent as a form
    ///
    /// Sends a `POST` request to `/v1/oauth/client_credential/accesstoken`
    ///
    /// Arguments:
    /// - `grant_type`: client_credentials.
    /// - `body`
    pub fn get_token<'a>(
        &'a self,
        grant_type: types::GetTokenGrantType,
        body: &'a types::TokenRequest,
    ) -> Result<Request<types::TokenResponse>, BuildError> {
        Ok(
            Request::new(Method::POST, self.urls.get_token.clone())
                .json(body)?
                .query("grant_type", Some(grant_type)),
        )
    }
}
