//! What happens in one schedule, in order, for the page that shows it. Nothing of it is kept unless
//! somebody asks: the sandbox keeps its own story anyway, and the merchant's part is noted here.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, NaiveDate, Utc};
use payments::{Money, retry::Clock};
use payments_journal::{HistoryStep, Point};
use payments_sandbox::Sandbox;
use serde_json::Value;

use super::{
    clock::SharedClock,
    judge::{Belief, Judgement, Moved},
    order::Order,
};

/// A part of the schedule, the same for every merchant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The order of this number is placed.
    Placed(usize),
    /// Customers act, time passes, callbacks arrive; the first round is number 1.
    Round(u32),
    /// The trouble is over.
    Calm,
}

#[derive(Clone, Debug)]
pub(super) enum Event {
    Begins(Part),
    Order(Box<Order>),
    /// An entry of the sandbox's story: a request and its answer, a payment, moved money.
    Told(Value),
    /// The merchant is about to do something about an order.
    Does(String, Deed),
    /// The merchant has made something of what it heard about an order, beside the journal.
    Concludes(String, Conclusion),
    /// The journal has written a step down, under this reference.
    Wrote(String, HistoryStep),
    /// A worker is at a point at which it may die.
    At(Point),
    /// The merchant's machine dies: what it did last, where that is known.
    Dies(Option<Point>),
    /// A callback of the sandbox, by its id, is put on its way so many times.
    Leaves(u64, u32),
    /// It arrives.
    Arrives(u64),
    /// The merchant has taken it, or has not; nothing if the machine died over it.
    Taken(u64, Option<bool>),
    Judged(Box<Verdict>),
}

/// What a merchant is about to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Sends it, the so manieth time.
    Try(u32),
    /// Sends it once, and waits for a callback.
    SendOnce,
    /// The shop's own job is run again.
    JobAgain,
    /// A mistake of the shop asks for it again, for another amount.
    OtherAmount,
    /// Has the amount of the charge of that day changed.
    ChangeCharge(Money, NaiveDate),
    /// Compares what it has with what the provider says.
    Compare,
}

/// What a merchant makes of what it hears, beside the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conclusion {
    Believes(Belief),
    /// Although nobody knows what came of it.
    UnknownIsFailure,
    /// What was sent did nothing.
    NotDone,
    DuplicateIsFailure,
    /// It is about a reference of which the merchant knows nothing any more.
    Forgotten,
    /// An inquiry brought nothing: the shop makes it again another time.
    InquiryFailed,
}

/// What the judge found of one order.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub(super) order: String,
    pub(super) debits: Vec<Money>,
    pub(super) refunds: Vec<Money>,
    pub(super) belief: Belief,
    pub(super) judgement: Judgement,
}

impl Verdict {
    pub(super) fn new(order: &Order, moved: &Moved, belief: Belief, judgement: Judgement) -> Self {
        Self {
            order: order.name.clone(),
            debits: moved.debits.clone(),
            refunds: moved.refunds.clone(),
            belief,
            judgement,
        }
    }
}

/// An event, and when it happened by the clock of all.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) at: DateTime<Utc>,
    pub(super) event: Event,
}

/// The record of a schedule. Each copy is the same record.
#[derive(Clone)]
pub(super) struct Trace(Arc<Shared>);

struct Shared {
    sandbox: Arc<Sandbox>,
    clock: SharedClock,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    entries: Vec<Entry>,
    /// The newest entry of the sandbox's story that is here.
    newest: u64,
    /// Where the merchant's present work began.
    work: usize,
}

impl Trace {
    pub(super) fn new(sandbox: Arc<Sandbox>, clock: SharedClock) -> Self {
        Self(Arc::new(Shared {
            sandbox,
            clock,
            kept: Mutex::default(),
        }))
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins anew: what the sandbox told so far was a rehearsal.
    pub(super) fn begin(&self) {
        self.look();
        let mut kept = self.kept();
        kept.entries.clear();
        kept.work = 0;
    }

    /// Notes it behind all that the sandbox did before.
    pub(super) fn note(&self, event: Event) {
        self.look();
        let at = self.0.clock.now();
        self.kept().entries.push(Entry { at, event });
    }

    /// The merchant begins to work on something.
    pub(super) fn works(&self) {
        self.look();
        let mut kept = self.kept();
        kept.work = kept.entries.len();
    }

    /// What the journal wrote under one reference during the present work. A result stands behind
    /// what it is the result of; everything else stands before what was done next.
    pub(super) fn wrote(&self, reference: &str, steps: Vec<HistoryStep>) {
        use payments_journal::Step as S;
        self.look();
        let mut kept = self.kept();
        let mut place = kept.work;
        for step in steps {
            let after = match step.what {
                S::Sent | S::SentLate => Some(Point::AfterSend),
                S::Asked | S::AskedLate | S::Reconciled => Some(Point::AfterAsk),
                S::Recorded | S::SendBegun | S::TakenUp => None,
                _ => {
                    place = kept.entries.len();
                    None
                }
            };
            if let Some(point) = after {
                let rest = kept.entries.iter().skip(place);
                let is_it = |entry: &Entry| matches!(entry.event, Event::At(at) if at == point);
                let behind = rest.map(is_it).position(|is_it| is_it);
                place = behind.map_or(kept.entries.len(), |behind| place + behind + 1);
            }
            let event = Event::Wrote(reference.to_owned(), step.clone());
            let place_now = place.min(kept.entries.len());
            kept.entries.insert(place_now, Entry { at: step.at, event });
            place += 1;
        }
    }

    /// All of it, in order.
    pub(super) fn entries(&self) -> Vec<Entry> {
        self.look();
        std::mem::take(&mut self.kept().entries)
    }

    /// Takes over what is new in the sandbox's story.
    fn look(&self) {
        let newest = self.kept().newest;
        let story = self
            .0
            .sandbox
            .control("GET", &format!("story?after={newest}"), &Value::Null)
            .unwrap_or_default();
        let mut kept = self.kept();
        if let Some(newest) = story.get("newest").and_then(Value::as_u64) {
            kept.newest = newest;
        }
        let told = story.get("entries").and_then(Value::as_array);
        for entry in told.into_iter().flatten() {
            let at = entry.get("at").and_then(Value::as_str);
            let at = at.and_then(|at| at.parse().ok());
            kept.entries.push(Entry {
                at: at.unwrap_or_else(|| self.0.clock.now()),
                event: Event::Told(entry.clone()),
            });
        }
    }
}

impl fmt::Debug for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Trace(..)")
    }
}
