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
///
/// ```
/// use payments_core::{Outcome, Payment, PaymentRequest, Payments, Result};
///
/// /// Asks once, and looks it up if the answer is lost. `Retry::settle` does more.
/// async fn ask(provider: &dyn Payments, request: &PaymentRequest) -> Result<Payment> {
///     match provider.create(request).await {
///         Err(error) if error.outcome() == Outcome::Unknown => {
///             provider.get(&request.query()).await
///         }
///         answer => answer,
///     }
/// }
/// ```
#[async_trait]
pub trait Payments: ProviderClient {
    /// Checks a request as [`create`](Self::create) does before it sends anything. A journal calls
    /// this before it records: a request that cannot be sent is not recorded, and can be corrected
    /// under the same reference.
    ///
    /// # Errors
    /// `NotSent`: a field is wrong, or the provider does not support it; the text names the field.
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
    ///
    /// # Errors
    /// - `NotSent`: the request or a setting is wrong, or the provider could not be reached.
    /// - `Refused`: the provider did nothing. After a
    ///   [`Duplicate`](crate::ErrorKind::Duplicate), an earlier request with this reference
    ///   arrived: look it up.
    /// - `Unknown`: no answer came, or none that can be read, or one about another amount or
    ///   reference. The payment may exist.
    async fn create(&self, request: &PaymentRequest) -> Result<Payment>;

    /// Asks for the status of a payment. Moves no money; it can be repeated freely.
    ///
    /// # Errors
    /// About the query, not about the payment: whatever the outcome says, nothing has changed.
    /// `Refused` with [`NotFound`](crate::ErrorKind::NotFound) proves that there is no payment
    /// only after the provider's visibility delay, which [`Retry`](crate::Retry) keeps.
    async fn get(&self, query: &PaymentQuery) -> Result<Payment>;

    /// Cancels a payment before it is paid. The customer may pay first: the returned payment says
    /// which happened.
    ///
    /// # Errors
    /// - `NotSent`: it was not cancelled; the provider may not support it for this method.
    /// - `Refused`: it was not cancelled, because of its status, or because it is not known.
    /// - `Unknown`: it may be cancelled. Ask by [`get`](Self::get).
    async fn cancel(&self, query: &PaymentQuery) -> Result<Payment>;
}
