//! Many finished intents, quickly: copies of one that was really done, with its history and its
//! callback.

use payments_core::PaymentStatus;
use payments_journal::Journal;

use super::{
    fake::{Fake, account, paid, request},
    place::Place,
};

pub const MODEL: &str = "model-000000";

const INTENT: &str = "version, account, kind, state, status, amount, currency, due_at, lease, sends, asks, created_at, updated_at, \
     finished_at, round_at, archived, whole, request, fingerprint, progress, answer, trouble";

/// Does the one that the others are copies of.
pub async fn model(journal: &Journal) -> crate::Result<()> {
    journal
        .execute(&Fake(PaymentStatus::Pending), &request(MODEL)?)
        .await?;
    journal.receive(&account(), &paid(MODEL)?).await?;
    for change in journal
        .changes(10, std::time::Duration::from_secs(60))
        .await?
    {
        journal.acknowledge(&change).await?;
    }
    for change in journal
        .changes(10, std::time::Duration::from_secs(60))
        .await?
    {
        journal.acknowledge(&change).await?;
    }
    Ok(())
}

/// Makes as many finished ones as there shall be, where there are fewer; as many rows in the table
/// by hand.
///
/// The model is read before it is multiplied: a planner that has not seen the new rows yet would
/// look for it once for each of them.
pub async fn fill(place: &Place, from: u64, to: u64) -> crate::Result<()> {
    let series = place.series(from + 1, to);
    let first = format!("'done-{:012}'", from + 1);
    let last = format!("'done-{to:012}'");
    let number = match place {
        Place::Sqlite { .. } => "printf('%012d', i)",
        Place::Postgres { .. } => "lpad(i::text, 12, '0')",
    };
    let is_new = format!("c.reference BETWEEN {first} AND {last}");
    place
        .run(&format!(
            "INSERT INTO journal_intent (reference, {INTENT}) {series} SELECT 'done-' || {number}, {INTENT} \
             FROM n, journal_intent WHERE reference = '{MODEL}'"
        ))
        .await?;
    history(place, &is_new).await?;
    place
        .run(&format!(
            "WITH b AS MATERIALIZED (SELECT * FROM journal_inbox WHERE reference = '{MODEL}') \
             INSERT INTO journal_inbox (reference, account, event_key, received_at, outcome, news) \
             SELECT c.reference, b.account, c.reference || ':paid', b.received_at, b.outcome, b.news FROM journal_intent AS c, b WHERE {is_new}"
        ))
        .await?;
    place
        .run(&format!(
            "INSERT INTO bare_intent (provider, reference, state, request, answer, created_at) \
             SELECT c.account, c.reference, c.state, c.request, c.answer, c.created_at FROM journal_intent AS c WHERE {is_new}"
        ))
        .await?;
    match place {
        // Its own ANALYZE comes by itself, and so does its VACUUM; here nobody waits for them.
        Place::Postgres { .. } => {
            for table in [
                "journal_intent",
                "journal_history",
                "journal_inbox",
                "bare_intent",
            ] {
                place.run(&format!("VACUUM ANALYZE {table}")).await?;
            }
        }
        Place::Sqlite { .. } => {
            place.run("ANALYZE").await?;
            place.run("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
    }
    Ok(())
}

/// Multiplies the model, which is open, with its history.
pub async fn open(place: &Place, count: u64) -> crate::Result<()> {
    let series = place.series(1, count);
    place
        .run(&format!(
            "INSERT INTO journal_intent (reference, {INTENT}) {series} SELECT 'open-' || i, {INTENT} \
             FROM n, journal_intent WHERE reference = '{MODEL}'"
        ))
        .await?;
    history(place, &format!("c.reference <> '{MODEL}'")).await?;
    place.run("ANALYZE").await?;
    place.run("PRAGMA wal_checkpoint(TRUNCATE)").await
}

/// Gives the new ones the model's history.
async fn history(place: &Place, is_new: &str) -> crate::Result<()> {
    let sql = format!(
        "WITH h AS MATERIALIZED (SELECT * FROM journal_history WHERE reference = '{MODEL}') \
         INSERT INTO journal_history (reference, account, version, at, what, detail) \
         SELECT c.reference, c.account, h.version, h.at, h.what, h.detail \
         FROM journal_intent AS c, h WHERE {is_new}"
    );
    place.run(&sql).await
}
