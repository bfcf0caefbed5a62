//! Deduplication in memory, for applications without a journal.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use payments_core::{Account, Event, Rung};
use tokio::{sync::watch, time::Instant};

use crate::{rejection::Rejection, subject::Subject};

/// How many keys of one subject are remembered. A payment has a few, a mandate one per charge.
const KEYS: usize = 32;

/// Remembers in memory which events were handled, for the lifetime of the process.
///
/// **What it does not do**: after a restart, on another machine, and beyond its capacity, an event
/// that is delivered again is handled again. So is a hint that somebody sends about an order that
/// was paid long ago, because the provider confirms it. If that costs money, use a journal, or say
/// what was settled before ([`Intake::in_memory_unless`](crate::Intake::in_memory_unless)).
///
/// What it does: an event is handled once, events of one payment one after the other, and an event
/// with an earlier status than one already handled is not handled. A delivery that comes while the
/// handler is running is refused (503), so that the provider delivers it again; after a failure the
/// event counts as never delivered. A handler runs for at most a lease: then it is dropped and
/// counts as failed. Clones share their memory.
///
/// ```
/// use payments_axum::{InMemoryWindow, Intake};
/// use payments_core::{Event, Verified};
///
/// async fn fulfil(event: Verified<Event>) -> std::io::Result<()> {
///     println!("{:?} is {}", event.get().news.reference(), event.get().news.status_word());
///     Ok(())
/// }
///
/// let intake = Intake::in_memory(InMemoryWindow::default(), fulfil);
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct InMemoryWindow {
    state: Arc<Mutex<State>>,
    at_work: watch::Sender<usize>,
    capacity: usize,
    lease: Duration,
}

#[derive(Debug, Default)]
struct State {
    slots: HashMap<Subject, Slot>,
    /// The subjects without a running handler, by their last use.
    resting: BTreeMap<u64, Subject>,
    count: u64,
}

#[derive(Debug, Default)]
struct Slot {
    keys: VecDeque<String>,
    rung: Option<Rung>,
    /// Its key in `resting`.
    rests: Option<u64>,
    /// The handler that holds it, and until when.
    held: Option<(u64, Instant)>,
}

/// What is to be done with an event.
pub(crate) enum Begin {
    /// Handle it.
    Handle(Box<AtWork>),
    /// It was handled, or it has an earlier status.
    Known,
}

/// An event that is being handled. If this is dropped without [`done`](Self::done), it was not
/// handled.
#[derive(Debug)]
pub(crate) struct AtWork {
    window: InMemoryWindow,
    subject: Subject,
    key: String,
    rung: Option<Rung>,
    number: u64,
}

impl Default for InMemoryWindow {
    fn default() -> Self {
        Self::new(10_000)
    }
}

impl InMemoryWindow {
    /// Makes a window for this many payments, at least one; those handled longest ago are forgotten
    /// first. The default is 10,000, some megabytes.
    pub fn new(capacity: usize) -> Self {
        Self {
            state: Arc::default(),
            at_work: watch::Sender::new(0),
            capacity: capacity.max(1),
            lease: Duration::from_secs(60),
        }
    }

    /// Sets how long a handler may take; a minute by default. A provider stops waiting earlier, but
    /// its next delivery finds the event handled.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// Waits until no handler is running. Call it after the server has shut down: a handler whose
    /// provider has disconnected is still finished.
    pub async fn idle(&self) {
        // The sender exists, so this cannot fail.
        let _ = self.at_work.subscribe().wait_for(|count| *count == 0).await;
    }

    pub(crate) fn held_for(&self) -> Duration {
        self.lease
    }

    pub(crate) fn begin(&self, account: &Account, event: &Event) -> Result<Begin, Rejection> {
        let subject = Subject::of(account, &event.news);
        let rung = event.news.rung();
        let (now, mut state) = (Instant::now(), self.state());
        if let Some(slot) = state.slots.get(&subject) {
            let old = match (&rung, &slot.rung) {
                (Some(new), Some(current)) => !new.can_follow(current),
                _ => false,
            };
            if old || slot.keys.contains(&event.key) {
                return Ok(Begin::Known);
            }
            if slot.held.is_some_and(|(_, until)| until > now) {
                return Err(Rejection::InProgress);
            }
        } else if state.slots.len() >= self.capacity {
            let (_, oldest) = state.resting.pop_first().ok_or(Rejection::WindowFull)?;
            state.slots.remove(&oldest);
        }
        state.count += 1;
        let number = state.count;
        let slot = state.slots.entry(subject.clone()).or_default();
        slot.held = Some((number, now + self.lease));
        if let Some(rests) = slot.rests.take() {
            state.resting.remove(&rests);
        }
        self.at_work.send_modify(|count| *count += 1);
        Ok(Begin::Handle(Box::new(AtWork {
            window: self.clone(),
            subject,
            key: event.key.clone(),
            rung,
            number,
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AtWork {
    /// Records that the handler has succeeded.
    pub(crate) fn done(mut self) {
        let (key, rung) = (mem::take(&mut self.key), self.rung.take());
        let mut state = self.window.state();
        let slot = state.slots.entry(self.subject.clone()).or_default();
        if slot.keys.len() == KEYS {
            slot.keys.pop_front();
        }
        slot.keys.push_back(key);
        // A handler that outlived its lease may end after a later one.
        let forward = match (&rung, &slot.rung) {
            (Some(new), Some(current)) => new.can_follow(current),
            _ => true,
        };
        if forward {
            slot.rung = rung;
        }
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        let mut guard = self.window.state();
        let State {
            slots,
            resting,
            count,
        } = &mut *guard;
        *count += 1;
        if let Some(slot) = slots.get_mut(&self.subject)
            // Not if the lease was over and another handler holds it.
            && slot.held.is_none_or(|(number, _)| number == self.number)
        {
            slot.held = None;
            if let Some(rests) = slot.rests.take() {
                resting.remove(&rests);
            }
            if slot.keys.is_empty() {
                slots.remove(&self.subject);
            } else {
                slot.rests = Some(*count);
                resting.insert(*count, self.subject.clone());
            }
        }
        drop(guard);
        self.window
            .at_work
            .send_modify(|count| *count = count.saturating_sub(1));
    }
}
