//! Callbacks: nothing in them proves who sent them, so they are hints.

use payments_core::{
    CallbackError, Callbacks, Event, Hint, PaymentQuery, PaymentRequest, Received, Reference,
    Result, Verified, async_trait,
};
use payments_provider::read::{self, Tree};
use reqwest::header::HeaderMap;

use crate::{Ciputra, transactions};

#[async_trait]
impl Callbacks for Ciputra {
    /// Always a [`Received::Hint`]: confirm it before acting. It needs only a reference, in JSON or
    /// in a form.
    fn receive(&self, _: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let text = read::text(body);
        let tree = Tree::parse_any(&text)?;
        let query = query(&tree).ok_or_else(|| {
            read::says_nothing(
                &text,
                "external_id: expected the reference of an order, got none",
            )
        })?;
        Ok(Received::Hint(Hint::Payment(query)))
    }

    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        hint.ask::<PaymentRequest>(self).await
    }
}

/// The query for the payment that a callback claims to be about.
fn query(tree: &Tree<'_>) -> Option<PaymentQuery> {
    let text = |name| {
        let inside = tree.mark(&["data", name]).text();
        inside.or(tree.mark(&[name]).text())
    };
    let reference = Reference::new(text("external_id")?).ok()?;
    let method = transactions::by_channel(text("payment_channel"));
    let mut query = PaymentQuery::new(reference, method);
    query.provider_id = text("order_id").map(str::to_owned);
    Some(query)
}
