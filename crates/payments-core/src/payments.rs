//! The trait that every provider of payments implements.

use async_trait::async_trait;

use crate::{
    client::ProviderClient,
    error::Result,
    payment::{Payment, PaymentQuery, PaymentRequest},
};

/// Asking customers for money. Usable as `Arc<dyn Payments>`.
///
/// [`Error::outcome`](crate::Error::outcome) says for every error whether money may have moved.
#[async_trait]
pub trait Payments: ProviderClient {
    /// Checks a request as [`create`](Self::create) does before it sends anything. A journal calls
    /// this before it records: a request that cannot be sent is not recorded, and can be corrected
    /// under the same reference.
    fn check(&self, request: &PaymentRequest) -> Result<()> {
        self.capabilities().check(request)
    }

    /// Asks a customer for money.
    ///
    /// The request is checked against the provider's limits before anything is sent (`NotSent`),
    /// and the answer's reference and amount are compared with the request's.
    /// [`Retry::settle`](crate::Retry::settle) calls this as often as is safe, and looks the
    /// payment up if the answer is lost. Without it, after `Unknown`, call [`get`](Self::get) with
    /// [`PaymentRequest::query`].
    async fn create(&self, request: &PaymentRequest) -> Result<Payment>;

    /// Asks for the status of a payment. Moves no money; it can be repeated freely.
    async fn get(&self, query: &PaymentQuery) -> Result<Payment>;

    /// Cancels a payment before it is paid. The customer may pay first: the returned payment says
    /// which happened.
    async fn cancel(&self, query: &PaymentQuery) -> Result<Payment>;
}
