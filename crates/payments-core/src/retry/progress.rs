//! The progress of an intent: a small state that can be stored, and the decision what to do next.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Asked, Phase, Reason, Rules, Sent, Standing, Step, Verdict, after_question, after_send, answer,
    clock::later,
};
use crate::{
    capabilities::{Lookup, Settlement},
    error::{Outcome, Result},
};

/// The progress of an intent.
///
/// Store it before each send and after each answer. It holds no reference and no personal data, and
/// stays valid across versions of the program, policies and machines.
///
/// ```
/// use chrono::Utc;
/// use payments_core::retry::Progress;
///
/// # fn main() -> Result<(), serde_json::Error> {
/// let progress = Progress::lost(Utc::now(), 0);
/// let kept = serde_json::to_string(&progress)?;
/// assert_eq!(serde_json::from_str::<Progress>(&kept)?, progress);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    phase: Phase,
    /// When it was created; a new round does not change it.
    made: DateTime<Utc>,
    begun: DateTime<Utc>,
    due: DateTime<Utc>,
    sends: u32,
    /// Tries that were never sent or not accepted.
    #[serde(default, skip_serializing_if = "is_zero")]
    vain: u32,
    asks: u32,
    /// How often the provider answered "not found" after the visibility delay.
    #[serde(default, skip_serializing_if = "is_zero")]
    absences: u32,
    seed: u64,
}

impl Progress {
    /// An intent of which nothing was sent. The seed determines the jitter of its pauses.
    #[must_use]
    pub fn new(now: DateTime<Utc>, seed: u64) -> Self {
        Self {
            phase: Phase::Ready,
            made: now,
            begun: now,
            due: now,
            sends: 0,
            vain: 0,
            asks: 0,
            absences: 0,
            seed,
        }
    }

    /// An intent that may have been sent by a program that stored no progress. Nobody may still be
    /// sending it.
    #[must_use]
    pub fn lost(now: DateTime<Utc>, seed: u64) -> Self {
        Self {
            phase: Phase::Lost { since: now },
            ..Self::new(now, seed)
        }
    }

    /// Its phase.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// When the next step is due, if there is one.
    #[must_use]
    pub fn due(&self) -> DateTime<Utc> {
        self.due
    }

    /// Takes over from a process that has died or whose lease is over: a send that had begun counts
    /// as lost, as of now. Store the result.
    ///
    /// Call this only if that process cannot be sending any more: a lease must outlast the client's
    /// time-outs.
    pub fn resume(&mut self, now: DateTime<Utc>) {
        if let Phase::Sending { .. } = self.phase {
            self.phase = Phase::Lost { since: now };
            self.due = now;
            self.asks = 0;
        }
    }

    /// Starts another round with new limits. What is known stays known, except the answer: that is
    /// looked up again.
    pub fn renew(&mut self, now: DateTime<Utc>) {
        self.resume(now);
        self.phase = match self.phase {
            Phase::Absent { since } => Phase::Lost { since },
            Phase::Answered => Phase::Exists,
            phase => phase,
        };
        self.begun = now;
        self.sends = 0;
        self.vain = 0;
        self.asks = 0;
        self.absences = 0;
    }

    /// Records that the provider has it, although its news does not match the request: nothing is
    /// sent any more, whatever the phase was.
    pub fn exists(&mut self) {
        if self.phase != Phase::Answered {
            self.phase = Phase::Exists;
        }
    }

    /// Makes the next lookup due now. A send is not brought forward, nor a lookup that could prove
    /// nothing yet.
    pub fn ask_now(&mut self, now: DateTime<Utc>) {
        if matches!(self.phase, Phase::Lost { .. } | Phase::Exists) {
            self.due = self.due.min(now);
        }
    }

    /// Records that the clock was set and now shows `now`. What was lost before counts as lost now,
    /// because it is no longer known how long ago that was. `set` is when the clock was set, in the
    /// new time. Returns whether anything changed.
    pub fn clock_was_set(&mut self, set: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        let (Phase::Lost { since }
        | Phase::Absent { since }
        | Phase::Sending { lost: Some(since) }) = &mut self.phase
        else {
            return false;
        };
        let before = *since < set || *since > now;
        if before {
            *since = set;
            // Nothing proves any longer that the provider does not have it.
            if let Phase::Absent { since } = self.phase {
                self.phase = Phase::Lost { since };
            }
            self.due = self.due.min(now);
        }
        before
    }

    /// Postpones the next step.
    pub fn postpone(&mut self, until: DateTime<Utc>) {
        self.due = self.due.max(until);
    }

    /// The time from which a repeat of the request is a lookup without a second effect. `None`: a
    /// repeat would be a send.
    #[must_use]
    pub fn asks_by_repeat_from(&self, settlement: &Settlement) -> Option<DateTime<Utc>> {
        match self.phase {
            Phase::Lost { since }
            | Phase::Absent { since }
            | Phase::Sending { lost: Some(since) } => {
                Some(later(since, settlement.visibility_delay))
            }
            Phase::Exists | Phase::Answered => Some(self.made),
            Phase::Ready | Phase::Refused | Phase::Sending { lost: None } => None,
        }
    }

    /// Decides what to do now.
    #[must_use]
    pub fn next(&self, now: DateTime<Utc>, rules: &Rules) -> Step {
        let Rules { settlement, policy } = rules;
        let by_reference = settlement.lookup == Lookup::ByReference;
        let by_repeat = settlement.lookup == Lookup::ByRepeat;
        let visible = |since| later(since, settlement.visibility_delay);
        let (due, step) = match self.phase {
            Phase::Answered | Phase::Refused => return Step::Done,
            Phase::Ready => (
                self.due,
                Step::Send {
                    again: self.sends > 0 || self.vain > 0,
                },
            ),
            Phase::Absent { .. } if settlement.send_again => (self.due, Step::Send { again: true }),
            // One answer may be a mistake, and a person costs more than another lookup.
            Phase::Absent { .. } if by_reference && self.absences < policy.absences => {
                (self.due, Step::Ask { again: true })
            }
            Phase::Absent { .. } => return Step::Stop(Reason::MustNotSendAgain),
            Phase::Lost { .. } | Phase::Exists | Phase::Sending { .. } if by_repeat => {
                let last = settlement.repeat_within.map(|time| later(self.made, time));
                if last.is_some_and(|last| now > last) {
                    return Step::Stop(Reason::CannotAsk);
                }
                // An earlier lookup would be a second sale.
                let due = match self.phase {
                    Phase::Lost { since } => self.due.max(visible(since)),
                    _ => self.due,
                };
                let again = self.asks > 0;
                (due, Step::Ask { again })
            }
            Phase::Lost { .. } | Phase::Exists | Phase::Sending { .. } if by_reference => {
                // The first lookup is made at once. The last one is not used at a time when "not
                // found" proves nothing.
                let last = self.asks > 0 && self.asks.saturating_add(1) >= policy.asks;
                let due = match self.phase {
                    Phase::Lost { since } if last => self.due.max(visible(since)),
                    _ => self.due,
                };
                (
                    due,
                    Step::Ask {
                        again: self.asks > 0,
                    },
                )
            }
            // It cannot be looked up. If a second send has no second effect, its answer tells
            // instead.
            Phase::Lost { since } if settlement.send_again => {
                (self.due.max(visible(since)), Step::Send { again: true })
            }
            Phase::Lost { .. } | Phase::Exists | Phase::Sending { .. } => {
                return Step::Stop(Reason::CannotAsk);
            }
        };
        let used_up = match step {
            Step::Ask { .. } => self.asks >= policy.asks,
            _ => self.sends >= policy.sends || self.vain >= policy.vain,
        };
        let is_over = used_up || now.max(due) > later(self.begun, policy.deadline);
        if is_over && matches!((self.phase, step), (Phase::Absent { .. }, Step::Ask { .. })) {
            Step::Stop(Reason::MustNotSendAgain)
        } else if used_up {
            Step::Stop(Reason::Attempts)
        } else if is_over {
            Step::Stop(Reason::Deadline)
        } else if now < due {
            Step::Wait(due)
        } else {
            step
        }
    }

    /// Records that a send is about to begin, because [`next`](Self::next) said so. Store the
    /// result before sending: after a crash, what was not stored did not happen. If nothing may be
    /// sent, nothing changes.
    pub fn begin(&mut self) {
        let lost = match self.phase {
            Phase::Ready => None,
            Phase::Lost { since } | Phase::Absent { since } => Some(since),
            Phase::Sending { lost } => lost,
            Phase::Exists | Phase::Answered | Phase::Refused => return,
        };
        self.phase = Phase::Sending { lost };
        self.sends = self.sends.saturating_add(1);
        self.asks = 0;
    }

    /// Records the result of the send that had begun. The integrity of an answer must have been
    /// checked.
    pub fn sent<T>(&mut self, result: &Result<T>, now: DateTime<Utc>, rules: &Rules) {
        let sent = Sent::of(result);
        let verdict = after_send(self.standing(now, rules), sent);
        if matches!(sent, Sent::NotSent | Sent::RateLimited) {
            self.sends = self.sends.saturating_sub(1);
            self.vain = self.vain.saturating_add(1);
        }
        // A lost or repeated send is looked up at once; one that was not accepted waits.
        let pause = match verdict {
            Verdict::Lost | Verdict::Exists => Duration::ZERO,
            _ => rules.policy.pause(self.sends.max(self.vain), self.seed),
        };
        self.turn(verdict, now, pause.max(answer::retry_after(result)));
    }

    /// Records the result of a lookup made at `asked_at`. The integrity of an answer must have been
    /// checked.
    ///
    /// The clock may have been set back meanwhile: no lookup was made later than now.
    pub fn asked<T>(
        &mut self,
        result: &Result<T>,
        asked_at: DateTime<Utc>,
        now: DateTime<Utc>,
        rules: &Rules,
    ) {
        let asked_at = asked_at.min(now);
        self.resume(asked_at);
        self.asks = self.asks.saturating_add(1);
        // A lookup that may have had the effect counts as a send: its time is known only once it is
        // given up.
        if rules.settlement.lookup == Lookup::ByRepeat
            && let Phase::Lost { since } = &mut self.phase
            && (result.as_ref()).is_err_and(|error| error.outcome() != Outcome::NotSent)
        {
            *since = now;
        }
        // The time of the lookup counts, not the time of its answer.
        let verdict = after_question(self.standing(asked_at, rules), Asked::of(result));
        if verdict == Verdict::Absent {
            self.absences = self.absences.saturating_add(1);
        }
        let pause = match verdict {
            // No further lookup is needed, and a repeat is safe now.
            Verdict::Absent if rules.settlement.send_again => Duration::ZERO,
            // If asked more often than the provider allows, its answers prove nothing.
            _ => rules
                .policy
                .pause(self.asks, self.seed)
                .max(rules.settlement.minimum_pause),
        };
        self.turn(verdict, now, pause.max(answer::retry_after(result)));
    }

    fn standing(&self, now: DateTime<Utc>, rules: &Rules) -> Standing {
        match self.phase {
            Phase::Ready | Phase::Sending { lost: None } => Standing::Clear,
            Phase::Lost { since }
            | Phase::Absent { since }
            | Phase::Sending { lost: Some(since) } => {
                if now < later(since, rules.settlement.visibility_delay) {
                    Standing::Hidden
                } else {
                    Standing::Visible
                }
            }
            Phase::Exists | Phase::Answered | Phase::Refused => Standing::Exists,
        }
    }

    fn turn(&mut self, verdict: Verdict, now: DateTime<Utc>, pause: Duration) {
        let since = match self.phase {
            Phase::Lost { since }
            | Phase::Absent { since }
            | Phase::Sending { lost: Some(since) } => since,
            _ => now,
        };
        self.phase = match (verdict, self.phase) {
            (Verdict::Adopt, _) => Phase::Answered,
            // A late answer does not undo what is known.
            (_, Phase::Answered | Phase::Refused) => return,
            (Verdict::Refuse, _) => Phase::Refused,
            (Verdict::SendAgain, _) => Phase::Ready,
            (Verdict::Lost, _) => Phase::Lost { since: now },
            (Verdict::StillLost, _) => Phase::Lost { since },
            (Verdict::Absent, _) => Phase::Absent { since },
            (Verdict::Exists, _) => Phase::Exists,
        };
        self.due = later(now, pause);
    }
}

/// Zero is not serialised.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
