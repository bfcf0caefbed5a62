//! What the journal has written, for who looks on.

use payments::{Reference, jakarta};

use super::{
    change,
    judge::Belief,
    merchant::{Merchant, broken},
    order::Order,
    schedule::Schedule,
    theatre::Theatre,
};
use crate::{failure::Failure, output::talk};

impl Merchant {
    /// Notes what the journal has written meanwhile, where somebody wants to see it.
    pub(super) async fn show(&mut self, schedule: &Schedule<'_>) -> Result<(), Failure> {
        let theatre = schedule.theatre;
        let Some(trace) = &theatre.trace else {
            return Ok(());
        };
        for order in &schedule.orders {
            let account = Self::account(theatre, order)?;
            for reference in self.references(theatre, order).await? {
                if self
                    .journal
                    .get(account, &reference)
                    .await
                    .map_err(broken)?
                    .is_none()
                {
                    continue;
                }
                let record = self.journal.record_of(account, &reference).await;
                let history = record.map_err(broken)?.history;
                let shown = self.shown.entry(reference.clone()).or_default();
                let new = history.get(*shown..).unwrap_or_default().to_vec();
                *shown = history.len();
                trace.wrote(reference.as_str(), new);
            }
        }
        Ok(())
    }

    /// The references that an order has in the journal: its own, and those of its changes.
    async fn references(
        &self,
        theatre: &Theatre,
        order: &Order,
    ) -> Result<Vec<Reference>, Failure> {
        let mut references = vec![order.reference(1)?];
        let changes = change::asked(order, self.entry(theatre, order).await?.as_ref());
        references.extend(changes.iter().map(|change| change.reference().clone()));
        Ok(references)
    }

    /// What the journal and the ledger have of an order, for who looks for a mistake.
    pub(super) async fn tell(
        &self,
        theatre: &Theatre,
        order: &Order,
        belief: Belief,
    ) -> Result<(), Failure> {
        talk(&format!(
            "{} {}: {:?}",
            order.provider, order.name, order.wish
        ));
        for reference in self.references(theatre, order).await? {
            let account = Self::account(theatre, order)?;
            let Some(entry) = self
                .journal
                .get(account, &reference)
                .await
                .map_err(broken)?
            else {
                continue;
            };
            talk(&format!("  {reference}"));
            let record = self.journal.record_of(&entry.account, &entry.reference);
            for step in record.await.map_err(broken)?.history {
                talk(&format!(
                    "  {} {} {}",
                    jakarta::text(step.at),
                    step.what,
                    step.detail
                ));
            }
        }
        talk(&format!("  believed: {belief:?}"));
        talk(&format!("  moved: {:?}", theatre.moved(order)?));
        Ok(())
    }
}
