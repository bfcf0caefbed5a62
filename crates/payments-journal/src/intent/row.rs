//! One intent, and how each step changes it. No I/O here.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use payments_core::{
    ErrorKind, News, Outcome, Result, Status, SuggestedAction,
    capabilities::{Lookup, Settlement},
    retry::{Phase, Policy, Progress, Rules, later},
};
use serde_json::{Value, json};

use super::{
    About, Entry, Fingerprint, LastError, Note, Reason, State, Step, stripped, written::Taken,
};

/// An intent as the database holds it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) entry: Entry,
    pub(crate) version: i64,
    pub(crate) progress: Progress,
    pub(crate) request: Arc<Value>,
    /// Whether the stored request is complete.
    pub(crate) whole: bool,
    pub(crate) fingerprint: Arc<Fingerprint>,
    pub(crate) lease: Option<String>,
    pub(crate) round_at: DateTime<Utc>,
}

impl Row {
    /// Fills in what follows from the rest.
    pub(crate) fn derive(&mut self) {
        let entry = &mut self.entry;
        entry.outcome = match (entry.state, self.progress.phase()) {
            _ if entry.status.is_some() => None,
            (_, Phase::Answered) => None,
            (_, Phase::Ready) => Some(Outcome::NotSent),
            // According to the provider, or a person.
            (State::Refused, _) | (_, Phase::Refused) => Some(Outcome::Refused),
            _ => Some(Outcome::Unknown),
        };
    }

    /// Whether it is leased.
    pub(crate) fn leased(&self, now: DateTime<Utc>) -> bool {
        self.lease.is_some() && self.entry.due_at.is_some_and(|until| until > now)
    }

    /// Whether it was given up without any send that could have had an effect: the same request may
    /// start it again.
    pub(crate) fn never_sent(&self) -> bool {
        self.entry.state == State::Refused && self.progress.phase() == Phase::Ready
    }

    /// Whether the provider may have it although nothing was sent from here: a callback or a report
    /// named it first. When it was sent is not known.
    pub(crate) fn was_told_before(&self) -> bool {
        self.entry.sends == 0 && !matches!(self.progress.phase(), Phase::Ready | Phase::Refused)
    }

    /// Whether it is open and this lease still holds, by name.
    pub(crate) fn held_by(&self, lease: &str) -> bool {
        self.entry.state == State::Open && self.lease.as_deref() == Some(lease)
    }

    pub(crate) fn hold(&mut self, lease: &str, until: DateTime<Utc>) {
        self.lease = Some(lease.to_owned());
        self.entry.due_at = Some(until);
    }

    /// Ends the lease; the next step is due at this time.
    pub(crate) fn release(&mut self, due: DateTime<Utc>) {
        self.lease = None;
        self.entry.due_at = Some(due);
    }

    /// When this round ends in any case.
    pub(crate) fn deadline(&self, policy: &Policy) -> DateTime<Utc> {
        later(self.round_at, policy.deadline)
    }

    /// Records that a send is about to begin.
    pub(crate) fn begin(&mut self) -> Note {
        self.progress.begin();
        self.entry.sends = self.entry.sends.saturating_add(1);
        Note::new(Step::SendBegun, json!({"sends": self.entry.sends}))
    }

    /// Records the result of a send by the holder of the lease.
    pub(crate) fn sent(
        &mut self,
        result: &Result<News>,
        now: DateTime<Utc>,
        rules: &Rules,
    ) -> Note {
        self.progress.sent(result, now, rules);
        if (result.as_ref()).is_err_and(|error| error.outcome() == Outcome::NotSent) {
            self.entry.sends = self.entry.sends.saturating_sub(1);
        }
        self.came_to(result, now);
        Note::of(Step::Sent, result)
    }

    /// Records the result of a lookup.
    pub(crate) fn asked(
        &mut self,
        result: &Result<News>,
        asked_at: DateTime<Utc>,
        now: DateTime<Utc>,
        rules: &Rules,
    ) -> Note {
        self.progress.asked(result, asked_at, now, rules);
        self.entry.asks = self.entry.asks.saturating_add(1);
        let again = |error: &LastError| error.kind == ErrorKind::Integrity;
        let twice = self.entry.error.as_ref().is_some_and(again);
        self.came_to(result, now);
        // The error's advice is about the lookup; for the intent, it is to look it up again, or to
        // wait.
        if let Some(error) = &mut self.entry.error
            && self.entry.state == State::Open
        {
            error.action = match rules.settlement.lookup {
                Lookup::ByProviderId => SuggestedAction::AwaitCallback,
                Lookup::ByReference | Lookup::ByRepeat => SuggestedAction::AskByReference,
            };
        }
        let is_wrong = |error: &payments_core::Error| error.kind() == ErrorKind::Integrity;
        if twice && self.entry.state == State::Open && result.as_ref().is_err_and(is_wrong) {
            self.attention(Reason::Mismatch);
        }
        Note::of(Step::Asked, result)
    }

    fn came_to(&mut self, result: &Result<News>, now: DateTime<Utc>) {
        match result {
            Ok(news) => {
                self.adopt(news, now);
            }
            Err(error) => {
                self.entry.error = Some(LastError::of(error));
                if self.progress.phase() == Phase::Refused {
                    self.finish(State::Refused, now);
                }
            }
        }
    }

    /// Applies news from the provider, whose integrity must have been checked. The status changes
    /// only upwards; returns whether it was news.
    pub(crate) fn adopt(&mut self, news: &News, now: DateTime<Utc>) -> bool {
        let about = About {
            kind: self.entry.kind,
            request: &self.request,
            before: self.entry.answer.as_ref(),
            news,
        };
        let Some(Taken { answer, forward }) = about.taken() else {
            return false;
        };
        self.entry.status = answer.status();
        self.entry.answer = Some(answer);
        self.answered(now);
        forward
    }

    /// There is an answer: nothing is sent any more, and the intent is settled.
    fn answered(&mut self, now: DateTime<Utc>) {
        // Adopting an answer does not depend on the rules.
        let any = Settlement::new(Lookup::ByReference, false, Duration::ZERO);
        let rules = Rules::new(any, Policy::default());
        self.progress.asked(&Ok(()), now, now, &rules);
        if self.entry.reason == Some(Reason::Mismatch) {
            // A mismatch stays for a person, whatever arrives later.
            return;
        }
        self.entry.reason = None;
        self.entry.error = None;
        match self.entry.status.as_ref().is_some_and(Status::is_final) {
            true => self.finish(State::Finished, now),
            false => self.rest(State::Pending),
        }
    }

    /// Records that a person is needed.
    pub(crate) fn attention(&mut self, reason: Reason) {
        self.rest(State::NeedsAttention);
        self.entry.reason = Some(reason);
    }

    /// Records that nothing more is done automatically.
    pub(crate) fn stop(&mut self, reason: Reason, now: DateTime<Utc>) -> Note {
        if self.progress.phase() == Phase::Ready {
            // No send can have had an effect, so nothing happened.
            self.finish(State::Refused, now);
            return Note::new(Step::GivenUp, json!({"reason": reason}));
        }
        let wrong = |error: &LastError| error.kind == ErrorKind::Integrity;
        let reason = match self.entry.error.as_ref().is_some_and(wrong) {
            true => Reason::Mismatch,
            false => reason,
        };
        self.attention(reason);
        Note::new(Step::NeedsAttention, json!({"reason": reason}))
    }

    pub(crate) fn finish(&mut self, state: State, now: DateTime<Utc>) {
        self.rest(state);
        self.entry.reason = None;
        self.entry.finished_at.get_or_insert(now);
        // The stored request is not needed any more.
        if self.whole {
            let (request, whole) = stripped(self.entry.kind, &self.request);
            (self.request, self.whole) = (Arc::new(request), whole);
        }
    }

    /// Starts another round of tries, as a person decided.
    pub(crate) fn reopen(&mut self, now: DateTime<Utc>) {
        self.entry.state = State::Open;
        self.entry.reason = None;
        self.entry.error = None;
        self.entry.finished_at = None;
        self.round_at = now;
        self.release(now);
    }

    pub(crate) fn rest(&mut self, state: State) {
        self.entry.state = state;
        self.entry.due_at = None;
        self.lease = None;
    }
}
