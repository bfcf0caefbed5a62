//! The trait that every provider of mandates implements.

use async_trait::async_trait;

use crate::{
    amount_change::{AmountChange, AmountChangeRequest},
    client::ProviderClient,
    error::Result,
    mandate::{Mandate, MandateQuery, MandateRequest},
};

/// Asking customers for permission to charge them repeatedly. Usable as `Arc<dyn Mandates>`.
///
/// None of these calls moves money; the provider makes the charges itself, by the schedule.
///
/// ```
/// use payments_core::{MandateRequest, Mandates, Result, Retry};
///
/// async fn subscribe(provider: &dyn Mandates, request: &MandateRequest) -> Result<()> {
///     let mandate = Retry::default().settle(provider, request).await?;
///     for action in &mandate.next_actions {
///         println!("the customer can {action}");
///     }
///     Ok(())
/// }
/// ```
#[doc(alias = "recurring")]
#[doc(alias = "subscription")]
#[async_trait]
pub trait Mandates: ProviderClient {
    /// Checks a request as [`create`](Self::create) does before it sends anything.
    ///
    /// # Errors
    /// `NotSent`: a field is wrong, or the provider does not support it.
    fn check(&self, _: &MandateRequest) -> Result<()> {
        Ok(())
    }

    /// Asks a customer for permission. The customer has to confirm it: see the next action.
    ///
    /// After `Unknown`, the same request may be sent again under the same reference. If that is
    /// refused as used, a new reference is harmless, because nobody can confirm a page that was
    /// never shown.
    ///
    /// # Errors
    /// - `NotSent`: the request or a setting is wrong, or the provider could not be reached.
    /// - `Refused`: there is no mandate. A [`Duplicate`](crate::ErrorKind::Duplicate) means that
    ///   an earlier request with this reference arrived.
    /// - `Unknown`: there may be a mandate that nobody has confirmed. No money moves.
    async fn create(&self, request: &MandateRequest) -> Result<Mandate>;

    /// Asks for the status of a mandate.
    ///
    /// # Errors
    /// About the query, not about the mandate: nothing has changed. `NotSent` also if the provider
    /// needs ids of its own that the query lacks.
    async fn get(&self, query: &MandateQuery) -> Result<Mandate>;

    /// Checks a change as [`change_amount`](Self::change_amount) does before it sends anything.
    ///
    /// # Errors
    /// `NotSent`: a field is wrong, or the provider does not support it.
    fn check_change(&self, _: &AmountChangeRequest) -> Result<()> {
        Ok(())
    }

    /// Changes the amount of the charge on a date. After `Unknown` it may be sent again while
    /// [`get`](Self::get) still shows that date as that of the next charge, and if no later change
    /// of the same charge was made. [`Retry`](crate::Retry) and a journal check the first
    /// condition, a journal also the second.
    ///
    /// **Danger: if nothing is scheduled on that date, the next scheduled charge is changed
    /// instead.** Look at [`AmountChange::applied_on`], where the provider states it.
    ///
    /// # Errors
    /// - `NotSent`: the amount is as before; a date that is not after today in Jakarta is refused
    ///   before sending.
    /// - `Refused`: the amount is as before.
    /// - `Unknown`: the amount may have changed. A change sets an amount and adds nothing.
    async fn change_amount(&self, request: &AmountChangeRequest) -> Result<AmountChange>;
}
