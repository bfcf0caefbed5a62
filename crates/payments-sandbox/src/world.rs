//! The whole state of a sandbox, without I/O; its only time is its own clock.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::Extensions;
use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::{
    clock::Clock,
    faults::Faults,
    identifiers::Identifiers,
    ledger::Ledger,
    outbox::{About, Dispatch, Message, Outbox, Plan},
    payment::{Book, Key, State},
    settings::Settings,
    story::{Story, What},
};

/// What is going to happen to a payment by itself.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event {
    Expire,
    Fail(&'static str),
    Pay,
    /// Of a mandate, the next one.
    Charge,
    Void,
    /// Part of what was captured goes back.
    Refund(Decimal),
    /// Somebody can find it.
    Reveal,
}

/// A seeded state machine: the same requests and the same steps of the clock give the same answers.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) base_url: String,
    pub(crate) seed: u64,
    pub(crate) clock: Clock,
    pub(crate) identifiers: Identifiers,
    pub(crate) book: Book,
    pub(crate) ledger: Ledger,
    pub(crate) outbox: Outbox,
    pub(crate) faults: Faults,
    pub(crate) story: Story,
    /// What each provider remembers beside its payments: of a type that only it knows.
    pub(crate) memories: Extensions,
    /// The paths of the pictures of QRIS codes that stay.
    pub(crate) codes_that_stay: BTreeSet<String>,
    /// By reference, the rpiCode and the customerId that the page's own shop was answered.
    pub(crate) answered_mandates: BTreeMap<String, [String; 2]>,
    /// In the order of time; the number keeps events of one instant in the order of their planning.
    agenda: BTreeMap<(DateTime<Utc>, u64), (Key, Event)>,
    planned: u64,
    /// Counts resets, so that a callback that was in flight across one is not taken for a new one.
    pub(crate) generation: u64,
}

impl World {
    pub(crate) fn new(settings: Settings, base_url: String) -> Self {
        let seed = settings.seed.unwrap_or_else(|| fastrand::u64(..));
        Self::of_seed(seed, settings, base_url)
    }

    /// One that begins as another did, whether a reset draws a new seed or not.
    pub(crate) fn of_seed(seed: u64, settings: Settings, base_url: String) -> Self {
        Self {
            base_url,
            seed,
            clock: Clock::new(settings.clock_start),
            identifiers: Identifiers::new(seed),
            book: Book::default(),
            ledger: Ledger::default(),
            outbox: Outbox::default(),
            faults: Faults::default(),
            story: Story::new(settings.keeps_log),
            memories: Extensions::new(),
            codes_that_stay: BTreeSet::new(),
            answered_mandates: BTreeMap::new(),
            agenda: BTreeMap::new(),
            planned: 0,
            generation: 0,
            settings,
        }
    }

    /// Forgets everything but the settings.
    pub(crate) fn reset(&mut self) {
        let mut fresh = Self::new(self.settings.clone(), self.base_url.clone());
        fresh.generation = self.generation + 1;
        fresh.story = self.story.emptied();
        *self = fresh;
    }

    pub(crate) fn note(&mut self, what: What) {
        self.story.note(self.now(), what);
    }

    /// Notes the rows of the ledger that are new.
    pub(crate) fn note_money(&mut self) {
        let new = self.ledger.unnoted();
        for (place, time) in new {
            self.story.note(time, What::Money(place));
        }
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Takes the first event off the agenda, with its time, if that has come by `now`.
    pub(crate) fn take_due_event(
        &mut self,
        now: DateTime<Utc>,
    ) -> Option<(DateTime<Utc>, Key, Event)> {
        let entry = self.agenda.first_entry()?;
        let (at, _) = *entry.key();
        let (key, event) = (at <= now).then(|| entry.remove())?;
        Some((at, key, event))
    }

    /// When something happens by itself next.
    pub(crate) fn next_event(&self) -> Option<DateTime<Utc>> {
        let event = self.agenda.first_key_value().map(|((at, _), _)| *at);
        event.into_iter().chain(self.outbox.next_due()).min()
    }

    /// Hides payments for some seconds.
    pub(crate) fn hide(&mut self, keys: &[Key], seconds: u64) {
        let now = self.now();
        let pause = i64::try_from(seconds).ok().and_then(TimeDelta::try_seconds);
        let at = pause.and_then(|pause| now.checked_add_signed(pause));
        for key in keys {
            self.book.hide(*key);
            self.plan(at.unwrap_or(DateTime::<Utc>::MAX_UTC), *key, Event::Reveal);
        }
    }

    /// Lets the event happen at that time, or with the next tick when it has passed.
    pub(crate) fn plan(&mut self, at: DateTime<Utc>, key: Key, event: Event) {
        let at = at.max(self.now());
        self.planned += 1;
        self.agenda.insert((at, self.planned), (key, event));
    }

    /// Queues a callback as it is, and shows it.
    pub(crate) fn post(&mut self, about: About<'_>, message: Message, plan: Plan) -> Value {
        let now = self.now();
        let callback = self.outbox.add(about, message, plan, now);
        self.note(What::Callback(self.outbox.len(), "made"));
        callback
    }

    pub(crate) fn take_due_callbacks(&mut self) -> Vec<Dispatch> {
        let now = self.now();
        let (due, not_sent) = self.outbox.take_due(now, &self.settings.callback_hosts);
        for dispatch in &due {
            self.note(What::Callback(dispatch.id, "sent"));
        }
        for id in not_sent {
            self.note(What::Callback(id, "not sent"));
        }
        due
    }

    /// Writes down what came of an attempt to tell the merchant.
    pub(crate) fn told(&mut self, id: usize, result: Result<u16, String>) {
        let now = self.now();
        let word = match result {
            Ok(200..=299) => "delivered",
            Ok(_) => "refused",
            Err(_) => "unanswered",
        };
        self.outbox.record(id, result, now);
        self.note(What::Callback(id, word));
    }

    /// When a payment expires next that could still be paid, and when the next callback is due.
    pub(crate) fn next_times(&self) -> [Option<DateTime<Utc>>; 2] {
        let is_open = |key: &Key| {
            let payment = self.book.get(*key);
            payment.is_some_and(|payment| payment.state == State::Pending)
        };
        let mut planned = self.agenda.iter();
        let expiry = planned
            .find(|(_, (key, event))| matches!(event, Event::Expire) && is_open(key))
            .map(|((at, _), _)| *at);
        [expiry, self.outbox.next_due()]
    }
}
