//! Confirming hints, within bounds: anybody can send hints, and each one costs a database read and
//! a query to the provider.

use std::{
    collections::{HashMap, hash_map},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use chrono::Utc;
use payments_core::{Callbacks, Event, Hint, Reference, Verified, retry::Budget};
use payments_server::Exchange;
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    time::{Instant, sleep, timeout_at},
};

use crate::rejection::Rejection;

/// How many hints may wait per hint that is being confirmed.
const LINE: usize = 8;

/// How many hints are looked up in a journal at once, and how many may wait for that: a flood of
/// hints must not block the database for payments.
#[cfg(feature = "journal")]
const LOOKS: usize = 2;
#[cfg(feature = "journal")]
const WAITING_TO_LOOK: usize = 64;

/// How long the answer to an excess hint is delayed, and how many are delayed: a flood should cost
/// its senders time.
const HELD: Duration = Duration::from_secs(1);
const MOST_HELD: usize = 1_000;

/// How many recently queried references are remembered.
const REMEMBERED: usize = 10_000;

/// How many queries about unrecorded references are allowed: this many at once, and one more each
/// second.
const STRANGERS: u32 = 10;

/// The confirmations of one provider.
#[derive(Debug)]
pub(crate) struct Confirmation {
    known: Lane,
    /// Hints about unrecorded references: a flood of forged ones must not delay the others, nor use
    /// up the provider's query limit.
    strangers: Lane,
    budget: Budget,
    #[cfg(feature = "journal")]
    looks: Lane,
    held: Semaphore,
    asked: Mutex<Asked>,
    within: Duration,
}

/// Why there was no place.
enum Refused {
    Busy,
    Late,
}

#[derive(Debug)]
struct Lane {
    line: Semaphore,
    slots: Semaphore,
}

impl Lane {
    fn new(slots: usize) -> Self {
        let slots = slots.clamp(1, Semaphore::MAX_PERMITS / (LINE + 1));
        Self::of(slots, slots * LINE)
    }

    fn of(slots: usize, waiting: usize) -> Self {
        Self {
            line: Semaphore::new(slots + waiting),
            slots: Semaphore::new(slots),
        }
    }

    /// Takes a place, until it is dropped; refused at once if too many wait.
    async fn enter(&self, deadline: Instant) -> Result<[SemaphorePermit<'_>; 2], Refused> {
        let line = self.line.try_acquire().map_err(|_| Refused::Busy)?;
        let slot = timeout_at(deadline, self.slots.acquire()).await;
        let slot = slot.map_err(|_| Refused::Late)?;
        Ok([line, slot.map_err(|_| Refused::Busy)?])
    }
}

impl Confirmation {
    pub(crate) fn new(at_once: usize, within: Duration) -> Self {
        Self {
            known: Lane::new(at_once),
            strangers: Lane::new(at_once / 4),
            budget: Budget::new(STRANGERS, Duration::from_secs(1)),
            #[cfg(feature = "journal")]
            looks: Lane::of(LOOKS, WAITING_TO_LOOK),
            held: Semaphore::new(MOST_HELD),
            asked: Mutex::default(),
            within,
        }
    }

    /// Accepts a hint, before anything is looked up: refused if its reference is being queried, or
    /// was queried less than `pause` ago.
    pub(crate) fn begin(&self, hint: &Hint, pause: Duration) -> Result<Question<'_>, Rejection> {
        let reference = hint.reference().clone();
        self.asked().begin(&reference, Instant::now())?;
        Ok(Question {
            confirmation: self,
            reference,
            pause,
            asked_at: None,
        })
    }

    /// Delays the answer to an excess hint.
    pub(crate) async fn hold(&self, rejection: &Rejection, exchange: Option<Exchange>) {
        let too_many = matches!(rejection, Rejection::Busy | Rejection::AskedJustNow);
        if too_many && let Ok(_place) = self.held.try_acquire() {
            // Meanwhile its connection may be closed for another one.
            if let Some(exchange) = exchange {
                exchange.yields();
            }
            sleep(HELD).await;
        }
    }

    fn asked(&self) -> MutexGuard<'_, Asked> {
        // The map is consistent even after a panic.
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An accepted hint, the only one about its reference.
#[derive(Debug)]
pub(crate) struct Question<'a> {
    confirmation: &'a Confirmation,
    reference: Reference,
    pause: Duration,
    /// When the provider was asked.
    asked_at: Option<Instant>,
}

impl Question<'_> {
    /// Looks it up in a database, within the bounds.
    #[cfg(feature = "journal")]
    pub(crate) async fn look<T>(&self, look: impl Future<Output = T>) -> Result<T, Rejection> {
        let deadline = self.deadline();
        let place = self.confirmation.looks.enter(deadline).await;
        let _place = place.map_err(|refused| self.refused(&refused))?;
        Ok(look.await)
    }

    /// Asks the provider. `known`: the application has recorded the reference, or records nothing.
    pub(crate) async fn ask(
        mut self,
        callbacks: &dyn Callbacks,
        hint: &Hint,
        known: bool,
    ) -> Result<Verified<Event>, Rejection> {
        let (confirmation, deadline) = (self.confirmation, self.deadline());
        let lane = match known {
            true => &confirmation.known,
            false => &confirmation.strangers,
        };
        if !known && confirmation.budget.take(Utc::now()).is_err() {
            return Err(Rejection::Busy);
        }
        let place = lane.enter(deadline).await;
        let _place = place.map_err(|refused| self.refused(&refused))?;
        self.asked_at = Some(Instant::now());
        let answer = timeout_at(deadline, callbacks.confirm(hint)).await;
        answer
            .map_err(|_| self.refused(&Refused::Late))?
            .map_err(Rejection::NotConfirmed)
    }

    fn deadline(&self) -> Instant {
        Instant::now() + self.confirmation.within
    }

    fn refused(&self, why: &Refused) -> Rejection {
        match why {
            Refused::Busy => Rejection::Busy,
            Refused::Late => Rejection::ConfirmationTimedOut(self.confirmation.within),
        }
    }
}

impl Drop for Question<'_> {
    fn drop(&mut self) {
        let until = self.asked_at.map(|at| at + self.pause);
        self.confirmation.asked().end(&self.reference, until);
    }
}

/// The references that are being queried, and those that recently were.
#[derive(Debug, Default)]
struct Asked {
    /// The time until which a reference is not queried again; `None` while it is being queried.
    until: HashMap<Reference, Option<Instant>>,
    /// When expired references were last removed.
    tidied: Option<Instant>,
}

impl Asked {
    fn begin(&mut self, reference: &Reference, now: Instant) -> Result<(), Rejection> {
        if self.until.len() >= REMEMBERED {
            self.tidy(now);
        }
        let full = self.until.len() >= REMEMBERED;
        match self.until.entry(reference.clone()) {
            hash_map::Entry::Occupied(mut known) => match known.get() {
                None => Err(Rejection::Busy),
                Some(until) if *until > now => Err(Rejection::AskedJustNow),
                Some(_) => {
                    known.insert(None);
                    Ok(())
                }
            },
            hash_map::Entry::Vacant(_) if full => Err(Rejection::Busy),
            hash_map::Entry::Vacant(free) => {
                free.insert(None);
                Ok(())
            }
        }
    }

    fn end(&mut self, reference: &Reference, until: Option<Instant>) {
        match until {
            Some(until) => {
                self.until.insert(reference.clone(), Some(until));
            }
            None => {
                self.until.remove(reference);
            }
        }
    }

    /// Removes expired references, at most once a second, so that a flood does not make this
    /// expensive.
    fn tidy(&mut self, now: Instant) {
        let lately = self
            .tidied
            .is_some_and(|at| now - at < Duration::from_secs(1));
        if !lately {
            self.tidied = Some(now);
            self.until
                .retain(|_, until| until.is_none_or(|until| until > now));
        }
    }
}
