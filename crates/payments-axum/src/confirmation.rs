//! Asking about hints, within bounds: anybody can send hints, and each of them costs a look into
//! the database and the provider a question.

use std::{
    collections::{HashMap, hash_map},
    future::Future,
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

/// How many hints may wait for each one that is being confirmed.
const LINE: usize = 8;

/// How many hints are looked up in a journal at once, and how many may wait for that: a storm of
/// them must not take the database from those who pay.
const LOOKS: usize = 2;
const WAITING_TO_LOOK: usize = 64;

/// How long a hint that is one too many waits for its answer, and how many wait so: a storm shall
/// come in the time of those who send it.
const HELD: Duration = Duration::from_secs(1);
const MOST_HELD: usize = 1_000;

/// How many references are remembered that were asked about.
const REMEMBERED: usize = 10_000;

/// How many questions about references that nobody recorded: so many at once, and one more each
/// second.
const STRANGERS: u32 = 10;

/// One provider's questions about hints.
#[derive(Debug)]
pub(crate) struct Confirmation {
    known: Lane,
    /// Hints about what nobody has recorded: a storm of forged ones must not keep the others
    /// waiting, nor use up what the provider answers.
    strangers: Lane,
    budget: Budget,
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

    /// A place, until it is dropped; refused at once where too many wait for one.
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
            looks: Lane::of(LOOKS, WAITING_TO_LOOK),
            held: Semaphore::new(MOST_HELD),
            asked: Mutex::default(),
            within,
        }
    }

    /// Takes a hint up, before anything is looked up about it: refused if its reference is being
    /// asked about, or was less than `pause` ago.
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

    /// Holds back the answer to a hint that was one too many.
    pub(crate) async fn hold(&self, rejection: &Rejection, exchange: Option<Exchange>) {
        let too_many = matches!(rejection, Rejection::Busy | Rejection::AskedJustNow);
        if too_many && let Ok(_place) = self.held.try_acquire() {
            // Not in the way of anybody who comes with something better.
            if let Some(exchange) = exchange {
                exchange.yields();
            }
            sleep(HELD).await;
        }
    }

    fn asked(&self) -> MutexGuard<'_, Asked> {
        // A map of references is whole, whoever panicked.
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A hint that was taken up, the only one about its reference.
#[derive(Debug)]
pub(crate) struct Question<'a> {
    confirmation: &'a Confirmation,
    reference: Reference,
    pause: Duration,
    /// Once the provider was asked.
    asked_at: Option<Instant>,
}

impl Question<'_> {
    /// Looks it up in a database, within the bounds.
    pub(crate) async fn look<T>(&self, look: impl Future<Output = T>) -> Result<T, Rejection> {
        let deadline = self.deadline();
        let place = self.confirmation.looks.enter(deadline).await;
        let _place = place.map_err(|refused| self.refused(&refused))?;
        Ok(look.await)
    }

    /// Asks. `known`: the application has recorded the reference, or records nothing.
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

/// The references that are being asked about, and those that were a moment ago.
#[derive(Debug, Default)]
struct Asked {
    /// Until when none is asked about again; none while it is asked about.
    until: HashMap<Reference, Option<Instant>>,
    /// When those whose time is over were last taken away.
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

    /// At most once a second: a storm must not make this its work.
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
