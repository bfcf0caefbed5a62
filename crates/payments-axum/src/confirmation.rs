//! Asking about hints, within bounds: anybody can send hints, and each of them costs the provider a question.

use std::{
    collections::HashSet,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use payments_core::{Callbacks, Event, Hint, Reference, Verified};
use tokio::{
    sync::Semaphore,
    time::{Instant, timeout_at},
};

use crate::rejection::Rejection;

/// How many hints may wait for each one that is being confirmed.
const LINE: usize = 8;

/// One provider's questions about hints.
#[derive(Debug)]
pub(crate) struct Confirmation {
    known: Lane,
    /// Hints about what nobody has recorded: a storm of forged ones must not keep the others waiting.
    strangers: Lane,
    asked: Mutex<HashSet<Reference>>,
    within: Duration,
}

#[derive(Debug)]
struct Lane {
    line: Semaphore,
    slots: Semaphore,
}

impl Lane {
    fn new(slots: usize) -> Self {
        let slots = slots.clamp(1, Semaphore::MAX_PERMITS / (LINE + 1));
        Self {
            line: Semaphore::new(slots * (LINE + 1)),
            slots: Semaphore::new(slots),
        }
    }
}

impl Confirmation {
    pub(crate) fn new(at_once: usize, within: Duration) -> Self {
        Self {
            known: Lane::new(at_once),
            strangers: Lane::new(at_once / 4),
            asked: Mutex::default(),
            within,
        }
    }

    /// Asks. `known`: the application has recorded the reference, or records nothing.
    pub(crate) async fn ask(
        &self,
        callbacks: &dyn Callbacks,
        hint: &Hint,
        known: bool,
    ) -> Result<Verified<Event>, Rejection> {
        let lane = if known { &self.known } else { &self.strangers };
        // One question about a reference at a time, so that who knows one cannot take all the slots with it.
        let _alone = Alone::new(self, hint.reference()).ok_or(Rejection::Busy)?;
        let _place = lane.line.try_acquire().map_err(|_| Rejection::Busy)?;
        let late = || Rejection::ConfirmationTimedOut(self.within);
        let deadline = Instant::now() + self.within;
        let slot = timeout_at(deadline, lane.slots.acquire()).await;
        let _slot = slot.map_err(|_| late())?.map_err(|_| Rejection::Busy)?;
        let answer = timeout_at(deadline, callbacks.confirm(hint)).await;
        answer.map_err(|_| late())?.map_err(Rejection::NotConfirmed)
    }

    fn asked(&self) -> MutexGuard<'_, HashSet<Reference>> {
        // A set of references is whole, whoever panicked.
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Alone<'a>(&'a Confirmation, &'a Reference);

impl<'a> Alone<'a> {
    fn new(confirmation: &'a Confirmation, reference: &'a Reference) -> Option<Self> {
        let alone = confirmation.asked().insert(reference.clone());
        alone.then_some(Self(confirmation, reference))
    }
}

impl Drop for Alone<'_> {
    fn drop(&mut self) {
        self.0.asked().remove(self.1);
    }
}
