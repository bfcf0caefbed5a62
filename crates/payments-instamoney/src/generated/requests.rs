// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

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
    get_ewallet_payment: Url,
    create_ewallet_payment: Url,
    create_ewallet_charge: Url,
}
impl Requests {
    /// With a client of their own to send them by.
    pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
        Self {
            base: base.clone(),
            client,
            urls: Arc::new(Urls {
                get_ewallet_payment: base.at("/ewallets"),
                create_ewallet_payment: base.at("/ewallets"),
                create_ewallet_charge: base.at("/ewallets/charges"),
            }),
        }
    }
    /// Tells the status of one OVO, DANA or LINKAJA payment
    ///
    /// Sends a `GET` request to `/ewallets`
    ///
    /// Arguments:
    /// - `ewallet_type`: The wallet, as sent when the payment was created.
    /// - `external_id`: The merchant's own id, as sent when the payment was created; at most 1000 characters, which the client checks.
    /// - `for_user_id`: User id of the sub-account that the payment was made for. For accounts with access to xenPlatform only.
    pub fn get_ewallet_payment<'a>(
        &'a self,
        ewallet_type: types::GetEwalletPaymentEwalletType,
        external_id: &'a str,
        for_user_id: Option<&'a str>,
    ) -> Result<Request<types::EwalletPaymentStatus>, BuildError> {
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        if let Some(value) = for_user_id {
            header_map.append("for-user-id", value.to_string().try_into()?);
        }
        Ok(
            Request::new(Method::GET, self.urls.get_ewallet_payment.clone())
                .query("ewallet_type", Some(ewallet_type))
                .query("external_id", Some(external_id))
                .headers(header_map),
        )
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
    pub fn create_ewallet_payment<'a>(
        &'a self,
        x_api_version: Option<types::CreateEwalletPaymentXApiVersion>,
        for_user_id: Option<&'a str>,
        with_fee_rule: Option<&'a str>,
        body: &'a types::EwalletPaymentRequest,
    ) -> Result<Request<types::EwalletPayment>, BuildError> {
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
        Ok(
            Request::new(Method::POST, self.urls.create_ewallet_payment.clone())
                .json(body)?
                .headers(header_map),
        )
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
    pub fn create_ewallet_charge<'a>(
        &'a self,
        for_user_id: Option<&'a str>,
        with_fee_rule: Option<&'a str>,
        x_callback_url: Option<&'a str>,
        body: &'a types::EwalletChargeRequest,
    ) -> Result<Request<types::EwalletCharge>, BuildError> {
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
        Ok(
            Request::new(Method::POST, self.urls.create_ewallet_charge.clone())
                .json(body)?
                .headers(header_map),
        )
    }
    /// Tells the state of one charge, by the provider's id
    ///
    /// Sends a `GET` request to `/ewallets/charges/{id}`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the charge, ewc_ and a UUID.
    /// - `for_user_id`: User id of the sub-account that the charge was made for. For accounts with access to xenPlatform only.
    pub fn get_ewallet_charge<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
        for_user_id: Option<&'a str>,
    ) -> Result<Request<types::EwalletCharge>, BuildError> {
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        if let Some(value) = for_user_id {
            header_map.append("for-user-id", value.to_string().try_into()?);
        }
        Ok(
            Request::new(
                    Method::GET,
                    self.base.at(&format!("/ewallets/charges/{}", id.escaped())),
                )
                .headers(header_map),
        )
    }
    /// Gives back a paid charge in full, on the day of the payment
    ///
    /// Sends a `POST` request to `/ewallets/charges/{id}/void`
    ///
    /// Arguments:
    /// - `id`: The provider's id of the charge, ewc_ and a UUID.
    /// - `for_user_id`: User id of the sub-account that the charge was made for. For accounts with access to xenPlatform only.
    pub fn void_ewallet_charge<'a>(
        &'a self,
        id: &'a ::payments_provider::wire::PathSegment,
        for_user_id: Option<&'a str>,
    ) -> Result<Request<types::EwalletCharge>, BuildError> {
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
        if let Some(value) = for_user_id {
            header_map.append("for-user-id", value.to_string().try_into()?);
        }
        Ok(
            Request::new(
                    Method::POST,
                    self.base.at(&format!("/ewallets/charges/{}/void", id.escaped())),
                )
                .headers(header_map),
        )
    }
}
