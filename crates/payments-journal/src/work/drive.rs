//! Working on one intent under a lease: decide, commit, act, commit.

use std::time::Duration;

use chrono::{DateTime, Utc};
use payments_core::{
    Error, ErrorKind, News, Outcome, Result as Told, SuggestedAction,
    capabilities::Lookup,
    retry::{Phase, Rules, Step as Next},
};
use serde_json::json;

use super::deed::Deed;
use crate::{
    crash::Point,
    error::Result,
    intent::{Note, Reason, Row, Step, later},
    journal::Journal,
};

/// A lease is stored in whole milliseconds, so it may seem this much longer than it is.
const SLACK: Duration = Duration::from_millis(10);

impl Journal {
    /// Works on a leased intent until it must wait or `patience` is over, and gives the lease back.
    pub(crate) async fn drive(
        &self,
        mut row: Row,
        deed: &dyn Deed,
        patience: DateTime<Utc>,
    ) -> Result<Row> {
        let policy = self.0.options.policy;
        let settlement = deed.settlement();
        let rules = Rules::new(settlement, policy);
        let budget = self.budget(&row.entry.account);
        let Some(lease) = row.lease.clone() else {
            return Ok(row);
        };
        let mut asked = false;
        while row.held_by(&lease) {
            row = self.mind_the_clock(row);
            let now = self.now();
            // The previous holder of the lease cannot be sending any more, and nothing is running
            // here.
            row.progress.resume(now);
            if row.was_told_before() && settlement.lookup != Lookup::ByReference {
                // Whatever would be done now is a send, or could be a sale.
                row = self.stop(row, Reason::ToldBefore, &lease).await?;
                continue;
            }
            let step = row.progress.next(now, &rules);
            if step.is_repeat()
                && let Err(free_at) = budget.take(now)
            {
                row.progress.postpone(free_at);
                continue;
            }
            let deadline = row.deadline(&policy);
            row = match step {
                Next::Send { .. } if deed.can_send() => {
                    step.count_repeat(deed.provider().as_str());
                    self.send(row, deed, &rules, &lease).await?
                }
                Next::Ask { .. } if deed.can_ask() => {
                    step.count_repeat(deed.provider().as_str());
                    asked = true;
                    self.question(row, deed, &rules, &lease).await?
                }
                Next::Wait(until) if until <= patience => {
                    self.sleep((until - now).to_std().unwrap_or_default()).await;
                    row
                }
                Next::Wait(until) => return self.release(row, &lease, until).await,
                // The workers were stopped meanwhile: look it up once more before a person is
                // asked.
                Next::Stop(_)
                    if !asked
                        && deed.can_ask()
                        && settlement.lookup == Lookup::ByReference
                        && !matches!(row.progress.phase(), Phase::Ready | Phase::Absent { .. }) =>
                {
                    asked = true;
                    self.question(row, deed, &rules, &lease).await?
                }
                // A callback may still come, or a caller may bring the request.
                Next::Stop(payments_core::retry::Reason::CannotAsk)
                | Next::Send { .. }
                | Next::Ask { .. }
                    if now <= deadline =>
                {
                    let after = later(deadline, Duration::from_millis(1));
                    return self.release(row, &lease, after).await;
                }
                Next::Stop(reason) => self.stop(row, reason.into(), &lease).await?,
                Next::Send { .. } | Next::Ask { .. } => {
                    self.stop(row, Reason::Deadline, &lease).await?
                }
                // A finished intent is not open. If it was stored so, stop, and do not loop.
                Next::Done => self.stop(row, Reason::Deadline, &lease).await?,
            };
        }
        Ok(row)
    }

    /// Commits that a send begins, if the lease still holds, and sends.
    async fn send(&self, row: Row, deed: &dyn Deed, rules: &Rules, lease: &str) -> Result<Row> {
        let version = row.version;
        let (row, begun) = self
            .change(row, |row, now| {
                // The version has changed since the decision, so decide again.
                (row.held_by(lease) && row.version == version).then(|| {
                    row.hold(lease, self.lease_until(now));
                    row.begin()
                })
            })
            .await?;
        if !begun {
            return Ok(row);
        }
        self.sending(row, deed, rules, lease).await
    }

    /// Sends what was committed as begun, and commits the result.
    pub(crate) async fn sending(
        &self,
        row: Row,
        deed: &dyn Deed,
        rules: &Rules,
        lease: &str,
    ) -> Result<Row> {
        let until = row.entry.due_at.unwrap_or(row.entry.updated_at);
        self.pass(Point::BeforeSend).await;
        let result = self.send_before(until, deed).await;
        self.pass(Point::AfterSend).await;
        self.change(row, |row, now| {
            if row.held_by(lease) && matches!(row.progress.phase(), Phase::Sending { .. }) {
                let note = row.sent(&result, now, rules);
                if row.held_by(lease) {
                    row.hold(lease, self.lease_until(now));
                }
                return Some(note);
            }
            // Another process has continued with it. An answer is still news; an error adds
            // nothing.
            if let Ok(news) = &result {
                row.adopt(news, now);
            }
            Some(Note::of(Step::SentLate, &result))
        })
        .await
        .map(|(row, _)| row)
    }

    /// Sends within the lease, and not at all if half of it is over.
    async fn send_before(&self, until: DateTime<Utc>, deed: &dyn Deed) -> Told<News> {
        let left = (until - self.now()).to_std().unwrap_or_default();
        let lease = self.0.options.lease;
        // More than a whole lease can be left only if the clock was set back; then the rest is
        // unknown.
        if left < lease / 2 || left > lease + SLACK {
            return Err(gave_up(Outcome::NotSent, "writing it down took too long"));
        }
        match tokio::time::timeout(left.saturating_sub(lease / 10), deed.send()).await {
            Ok(result) => result,
            Err(_) => Err(gave_up(Outcome::Unknown, "no answer came within the lease")),
        }
    }

    async fn question(&self, row: Row, deed: &dyn Deed, rules: &Rules, lease: &str) -> Result<Row> {
        let asked_at = self.now();
        self.pass(Point::BeforeAsk).await;
        let result = deed.ask().await;
        self.pass(Point::AfterAsk).await;
        self.change(row, |row, now| {
            if row.held_by(lease) {
                let note = row.asked(&result, asked_at, now, rules);
                if row.held_by(lease) {
                    row.hold(lease, self.lease_until(now));
                }
                return Some(note);
            }
            let news = result.as_ref().ok()?;
            row.adopt(news, now);
            Some(Note::of(Step::AskedLate, &result))
        })
        .await
        .map(|(row, _)| row)
    }

    async fn stop(&self, row: Row, reason: Reason, lease: &str) -> Result<Row> {
        self.change(row, |row, now| {
            row.held_by(lease).then(|| row.stop(reason, now))
        })
        .await
        .map(|(row, _)| row)
    }

    async fn release(&self, row: Row, lease: &str, due: DateTime<Utc>) -> Result<Row> {
        let progress = row.progress.clone();
        self.change(row, |row, _| {
            row.held_by(lease).then(|| {
                // Includes what was postponed or resumed since the last commit.
                row.progress = progress.clone();
                row.release(due);
                Note::new(Step::Waits, json!({"until": due}))
            })
        })
        .await
        .map(|(row, _)| row)
    }
}

fn gave_up(outcome: Outcome, message: &str) -> Error {
    let action = match outcome {
        Outcome::NotSent => SuggestedAction::RetryLater,
        _ => SuggestedAction::AskByReference,
    };
    Error::new(ErrorKind::Timeout, outcome, action, message)
}
