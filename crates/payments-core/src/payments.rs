//! The trait that every provider of payments implements.

use async_trait::async_trait;

use crate::{
    client::ProviderClient,
    error::Result,
    payment::{Payment, PaymentQuery, PaymentRequest},
};

/// Asking customers for money. Usable as `Arc<dyn Payments>`.
///
/// Every error tells by [`Error::outcome`](crate::Error::outcome) whether money may have moved.
#[async_trait]
pub trait Payments: ProviderClient {
    /// Checks a request as [`create`](Self::create) does before it sends anything. A journal asks
    /// this before it records: what cannot be sent is not recorded, and can be corrected under the
    /// same reference.
    fn check(&self, request: &PaymentRequest) -> Result<()> {
        self.capabilities().check(request)
    }

    /// Asks a customer for money.
    ///
    /// The request is checked against the provider's limits before anything is sent (`NotSent`),
    /// and the answer's reference and amount against the request's.
    /// [`Retry::settle`](crate::Retry::settle) calls it as often as is safe, and asks where the
    /// answer is lost; on your own, after `Unknown`, call [`get`](Self::get) with
    /// [`PaymentRequest::query`].
    async fn create(&self, request: &PaymentRequest) -> Result<Payment>;

    /// Asks what became of a payment. Moves no money; may be repeated at will.
    async fn get(&self, query: &PaymentQuery) -> Result<Payment>;

    /// Calls a payment off before it is paid. It may lose the race against the customer: the
    /// payment that comes back tells.
    async fn cancel(&self, query: &PaymentQuery) -> Result<Payment>;
}
