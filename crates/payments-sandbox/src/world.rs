//! The whole state of a sandbox, without I/O; its only time is its own clock.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::{
    ciputra,
    clock::Clock,
    control, digiswitch,
    faults::{self, Faults},
    fazz,
    identifiers::Identifiers,
    instamoney,
    ledger::{Kind, Ledger},
    outbox::{About, Dispatch, Message, Outbox, Plan},
    page,
    payment::{Action, Book, Conflict, Key, Payment, State},
    provider,
    reply::{Answer, Reply, Sent},
    request::{Kept, Request},
    rpi,
    settings::Settings,
    story::{Exchange, Story, What},
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

/// What goes back over the wire.
#[derive(Debug)]
pub(crate) struct Served {
    pub(crate) delay: Duration,
    /// The answer waits until the merchant has been told by these callbacks.
    pub(crate) after: Vec<usize>,
    /// None: the connection is reset.
    pub(crate) reply: Option<Sent>,
}

impl Served {
    pub(crate) fn at_once(reply: Reply) -> Self {
        Self {
            delay: Duration::ZERO,
            after: Vec::new(),
            reply: Some(reply.into_sent()),
        }
    }
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
    pub(crate) ciputra: ciputra::Memory,
    pub(crate) digiswitch: digiswitch::Memory,
    pub(crate) fazz: fazz::Memory,
    /// The paths of the pictures of QRIS codes that stay.
    pub(crate) codes_that_stay: BTreeSet<String>,
    pub(crate) instamoney: instamoney::Memory,
    pub(crate) rpi: rpi::Memory,
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
            ciputra: ciputra::Memory::default(),
            digiswitch: digiswitch::Memory::default(),
            fazz: fazz::Memory::default(),
            codes_that_stay: BTreeSet::new(),
            instamoney: instamoney::Memory::default(),
            rpi: rpi::Memory::default(),
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

    /// Answers a request as [`handle`](Self::handle) does, and notes what came of it; `kept` is the
    /// request, if somebody else holds it already.
    pub(crate) fn serve(&mut self, request: &Request, kept: Option<&Arc<Kept>>) -> Served {
        let began = self.story.newest() + 1;
        let answer = self.handle(request);
        self.note_money();
        let reply = answer.reply.map(Reply::into_sent);
        let provider = request.place().and_then(provider::named);
        let provider = provider.map(|provider| provider.name());
        let is_noted = self.story.is_kept() && provider.is_some();
        if is_noted {
            let exchange = Exchange {
                request: kept.map_or_else(|| Arc::new(request.kept()), Arc::clone),
                provider: provider.filter(|_| !answer.is_page),
                answer: reply.clone(),
                delay: answer.delay,
                fault: answer.fault,
                began,
            };
            self.note(What::Exchange(Box::new(exchange)));
        }
        Served {
            delay: answer.delay,
            after: answer.after,
            reply,
        }
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

    /// Answers a request to a provider, to a customer's page or to the control API.
    pub(crate) fn handle(&mut self, request: &Request) -> Answer {
        self.tick();
        let path = request.path();
        if path.first() == Some(&"_sandbox") {
            return control::handle(self, request).into();
        }
        if let Some((key, _)) = self.book.find_page(&path.join("/")) {
            return Answer {
                is_page: true,
                ..page::handle(self, key, request).into()
            };
        }
        if let Some(reply) = page::scan(self, request) {
            return Answer {
                is_page: true,
                ..reply.into()
            };
        }
        if (request.method(), path.as_slice()) == ("GET", &[]) {
            return page::home().into();
        }
        let Some(provider) = path.first().and_then(|name| provider::named(name)) else {
            let message = format!(
                "nothing here: providers live under /{}, the control API under /_sandbox",
                provider::names().join(", /")
            );
            return Reply::sandbox_error(404, message).into();
        };
        // To find the target, the body is read; where nothing waits to go wrong, nobody needs it.
        let target = match self.faults.is_empty() {
            true => None,
            false => provider.target(self, request),
        };
        let hit = target.and_then(|target| {
            let (name, effect) = self.faults.take(provider.name(), &target)?;
            Some((target, name, effect))
        });
        match hit {
            None => provider.handle(self, request).into(),
            Some((target, name, effect)) => Answer {
                fault: Some(name),
                ..faults::request(self, provider, (request, target), effect)
            },
        }
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Moves the clock and lets happen what falls due on the way; false when that is too far.
    pub(crate) fn advance(&mut self, seconds: u64) -> bool {
        let moved = self.clock.advance(seconds);
        self.tick();
        moved
    }

    /// Lets happen what is due, each event at its own time and in the order of time.
    pub(crate) fn tick(&mut self) {
        let now = self.now();
        while let Some(entry) = self.agenda.first_entry() {
            let (at, _) = *entry.key();
            if at > now {
                return;
            }
            let (key, event) = entry.remove();
            let Some(provider) = self.book.get(key).map(|payment| payment.provider) else {
                continue;
            };
            // A conflict only says that the payment was closed before: there is nothing left to do.
            let _closed_before = match event {
                Event::Expire => provider.act(self, key, Action::Expire, at),
                Event::Pay => provider.act(self, key, Action::Pay, at),
                Event::Charge => rpi::charge(self, key, at),
                Event::Fail(code) => self.change(key, State::Failed(code), at),
                Event::Void => provider.void(self, key, at),
                Event::Refund(part) => provider.refund(self, key, part, at),
                Event::Reveal => {
                    self.book.reveal(key);
                    Ok(())
                }
            };
        }
    }

    /// When something happens by itself next.
    pub(crate) fn next_event(&self) -> Option<DateTime<Utc>> {
        let event = self.agenda.first_key_value().map(|((at, _), _)| *at);
        event.into_iter().chain(self.outbox.next_due()).min()
    }

    /// Takes up a new payment, which expires by the clock.
    pub(crate) fn open(&mut self, payment: Payment) -> Key {
        let expires = payment.expires;
        let word = payment.provider.status(&payment);
        let key = self.book.add(payment);
        self.plan(expires, key, Event::Expire);
        self.note(What::Payment(key, word));
        key
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

    /// The only place where a payment changes state, and where money moves.
    pub(crate) fn change(
        &mut self,
        key: Key,
        next: State,
        at: DateTime<Utc>,
    ) -> Result<(), Conflict> {
        let Some(payment) = self.book.get_mut(key) else {
            return Err(Conflict("there is no such payment".to_owned()));
        };
        payment.step(next, at)?;
        match next {
            State::Paid => self.ledger.record(Kind::Debit, payment, at),
            State::Voided => self.ledger.record(Kind::Refund, payment, at),
            _ => {}
        }
        let (provider, amount) = (payment.provider, payment.amount);
        let word = provider.status(payment);
        self.story.note(at, What::Payment(key, word));
        self.note_money();
        provider.announce(self, key, at);
        if next == State::Paid {
            faults::capture(self, key, amount, at);
        }
        Ok(())
    }

    /// Queues a callback for the merchant.
    pub(crate) fn notify(&mut self, key: Key, message: Message, at: DateTime<Utc>) {
        if let Some(payment) = self.book.get(key) {
            let (account, reference) = (payment.account.clone(), payment.reference.clone());
            let about = About {
                provider: payment.provider,
                account: Some(&account),
                reference: &reference,
            };
            faults::tell(self, about, message, at);
        }
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
