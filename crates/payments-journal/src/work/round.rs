//! An observed round of an intent.

use std::future::Future;

use payments_core::observe::{self, IntentWatch};
use tracing::Instrument;

use crate::{
    error::Result,
    intent::{Entry, Row, State},
};

/// An observed round of an intent.
pub(crate) struct Round {
    watch: IntentWatch,
    sends: i64,
    asks: i64,
}

impl Round {
    /// Starts a round with the intent's current state. `begun`: its first send was recorded in the
    /// same commit.
    pub(crate) fn of(entry: &Entry, begun: bool) -> Self {
        Self {
            watch: observe::intent(&entry.account, entry.kind.as_str(), &entry.reference),
            sends: entry.sends - i64::from(begun),
            asks: entry.asks,
        }
    }

    pub(crate) async fn watch(self, round: impl Future<Output = Result<Row>>) -> Result<Row> {
        let result = round.instrument(self.watch.span()).await;
        match &result {
            Ok(Row { entry, .. }) => {
                let outcome = match (entry.outcome, entry.state) {
                    (Some(outcome), _) => outcome.as_str(),
                    (None, State::NeedsAttention) => "needs_attention",
                    (None, _) => "answered",
                };
                let did = [entry.sends - self.sends, entry.asks - self.asks];
                let [sends, asks] =
                    did.map(|count| u32::try_from(count.max(0)).unwrap_or(u32::MAX));
                self.watch.did(sends, asks);
                let status = entry.status.as_ref().map(|status| status.as_str());
                self.watch.end(outcome, status);
            }
            // What the journal could not record may have happened.
            Err(_) => self.watch.end("unknown", None),
        }
        result
    }
}
