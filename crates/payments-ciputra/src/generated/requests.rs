// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

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
    /// Tells the state of a registration for automatic debit
    ///
    /// Sends a `GET` request to `/api/registration/{external_id}`
    ///
    /// Arguments:
    /// - `external_id`: The merchant's own id.
    pub fn get_registration<'a>(
        &'a self,
        external_id: &'a ::payments_provider::wire::PathSegment,
    ) -> Result<Request<types::RegistrationStatus>, BuildError> {
        let url = format!(
            "{}/api/registration/{}", self.baseurl, external_id.escaped(),
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
    /// Creates an order that the customer then pays
    ///
    /// Sends a `POST` request to `/api/transaction`
    ///
    pub fn create_transaction<'a>(
        &'a self,
        body: &'a types::TransactionRequest,
    ) -> Result<Request<types::TransactionCreated>, BuildError> {
        let url = format!("{}/api/transaction", self.baseurl,);
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
    /// Cancels an order that is not paid
    ///
    /// Sends a `POST` request to `/api/transaction#cancel`
    ///
    pub fn cancel_transaction<'a>(
        &'a self,
        body: &'a types::CancelRequest,
    ) -> Result<Request<types::TransactionCancelled>, BuildError> {
        let url = format!("{}/api/transaction", self.baseurl,);
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
    /// Tells the state of an order
    ///
    /// Sends a `GET` request to `/api/transaction/{external_id}`
    ///
    /// Arguments:
    /// - `external_id`: The merchant's own id.
    pub fn get_transaction<'a>(
        &'a self,
        external_id: &'a ::payments_provider::wire::PathSegment,
    ) -> Result<Request<types::TransactionStatus>, BuildError> {
        let url = format!("{}/api/transaction/{}", self.baseurl, external_id.escaped(),);
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
    /// Gives a token for the other operations
    ///
    /// Sends a `POST` request to `/auth/token`
    ///
    pub fn get_token<'a>(&'a self) -> Result<Request<types::TokenResponse>, BuildError> {
        let url = format!("{}/auth/token", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .build()?,
            ),
        )
    }
}
