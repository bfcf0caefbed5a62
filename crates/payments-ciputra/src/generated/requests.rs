// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

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
    create_transaction: Url,
    cancel_transaction: Url,
    get_token: Url,
}
impl Requests {
    /// With a client of their own to send them by.
    pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
        Self {
            base: base.clone(),
            client,
            urls: Arc::new(Urls {
                create_transaction: base.at("/api/transaction"),
                cancel_transaction: base.at("/api/transaction"),
                get_token: base.at("/auth/token"),
            }),
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
        Ok(
            Request::new(
                Method::GET,
                self.base.at(&format!("/api/registration/{}", external_id.escaped())),
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
        Ok(Request::new(Method::POST, self.urls.create_transaction.clone()).json(body)?)
    }
    /// Cancels an order that is not paid
    ///
    /// Sends a `POST` request to `/api/transaction#cancel`
    ///
    pub fn cancel_transaction<'a>(
        &'a self,
        body: &'a types::CancelRequest,
    ) -> Result<Request<types::TransactionCancelled>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.cancel_transaction.clone()).json(body)?)
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
        Ok(
            Request::new(
                Method::GET,
                self.base.at(&format!("/api/transaction/{}", external_id.escaped())),
            ),
        )
    }
    /// Gives a token for the other operations
    ///
    /// Sends a `POST` request to `/auth/token`
    ///
    pub fn get_token<'a>(&'a self) -> Result<Request<types::TokenResponse>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.get_token.clone()))
    }
}
