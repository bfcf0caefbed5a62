//! Callbacks: nothing in them proves who sent them, so they are hints.

use payments_core::{
    CallbackError, Callbacks, Charge, Error, Event, Hint, MandateQuery, MandateRequest, News,
    Received, Reference, Result, Unmodelled, Verified, async_trait,
};
use payments_provider::read::{self, Arrived, Tree};
use reqwest::header::HeaderMap;

use crate::{Callback, PROVIDER, Rpi, charges, mandates::about, states, types::ChargeCallback};

#[async_trait]
impl Callbacks for Rpi {
    /// A [`Received::Hint`]: confirm it before acting. It needs only a reference, in JSON or in a
    /// form. A callback about anything but a charge of a mandate (a payout of the same product
    /// family) cannot be looked up, and is reported as unmodelled.
    fn receive(&self, _: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let text = read::text(body);
        let tree = Tree::parse_any(&text)?;
        let query = query(&tree).ok_or_else(|| {
            read::says_nothing(
                &text,
                "transactionId: expected the reference of a mandate, got none",
            )
        })?;
        Ok(match is_of_another_kind(&tree) {
            true => Received::Unmodelled(Box::new(unmodelled(&tree, body))),
            false => Received::Hint(match claim(tree) {
                Some(charge) => Hint::Charge(query, Box::new(charge)),
                None => Hint::Mandate(query),
            }),
        })
    }

    /// Asks for the mandate. No call of the provider returns the status of a single charge: what
    /// the callback says about it stays a [claim](payments_core::ChargeProof::Claimed), which a
    /// journal compares with its records.
    ///
    /// The provider's answer must repeat the reference. The reference and the ids of a hint come
    /// from the same unproved body. So an answer without the reference, which
    /// [`get`](payments_core::Mandates::get) accepts, would confirm anybody's claim.
    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        let event = hint.ask::<MandateRequest>(self).await?;
        event.try_map(|event| match &event.news {
            News::Mandate(mandate) if states::is_repeated(mandate) => Ok(event),
            News::Charge(told) if states::is_repeated(&told.mandate) => Ok(event),
            _ => {
                let error = Error::integrity("transactionId", "the callback's", "none");
                Err(about(error, hint.reference()))
            }
        })
    }
}

/// Details without an instruction belong to something else.
pub(crate) fn is_of_another_kind(tree: &Tree<'_>) -> bool {
    tree.mark(&["details"]).is_there() && !tree.mark(&["details", "rpiCode"]).is_there()
}

pub(crate) fn unmodelled(tree: &Tree<'_>, body: &[u8]) -> Unmodelled {
    let raw = Arrived::new::<ChargeCallback>(body.to_vec()).raw("");
    let why = "details without an rpiCode are of no mandate";
    Unmodelled::new(PROVIDER, "", why)
        .about(tree.mark(&["transactionId"]).text(), None)
        .raw(raw)
}

/// The claim about a charge, if it can be read.
fn claim(tree: Tree<'_>) -> Option<Charge> {
    let Callback::Charge(body) = Callback::from_tree(tree).ok()?.body;
    charges::claimed(&body).ok()
}

/// The query for the mandate that a callback claims to be about. The id in the envelope is the
/// instruction's; the one in the details is the charge's.
fn query(tree: &Tree<'_>) -> Option<MandateQuery> {
    let text = |place: &[&str]| tree.mark(place).text().map(str::to_owned);
    let reference = Reference::new(text(&["transactionId"])?).ok()?;
    let mut query = MandateQuery::new(reference);
    query.provider_id = text(&["details", "rpiCode"]).or_else(|| text(&["rpiCode"]));
    query.customer_id = text(&["customerId"]);
    Some(query)
}
