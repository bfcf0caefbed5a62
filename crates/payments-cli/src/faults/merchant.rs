//! The merchant with the journal, on machines that may die at any time.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use payments::{AccountId, BillInquiry, Hint, Received, Reference};
use payments_journal::{Entry, Journal, State};
use serde_json::Value;

use super::{
    belief, change,
    judge::{Belief, Judgement},
    machine::{Life, open},
    order::{ACCOUNTS, Order},
    schedule::{Callback, Schedule},
    theatre::Theatre,
    trace::{Conclusion, Deed, Event, Part},
};
use crate::failure::Failure;

/// After so long every payment that nobody paid has expired, and the journal has given up what it
/// could not settle.
const LONG: Duration = Duration::from_secs(3 * 24 * 60 * 60);

/// More rounds of work than any intent needs.
const ROUNDS: u32 = 500;

pub(super) async fn play(theatre: &Theatre, seed: u64) -> Result<Judgement, Failure> {
    let mut schedule = Schedule::begin(theatre, seed).await?;
    let mut merchant = Merchant::start(&mut schedule, seed).await?;
    for (number, order) in schedule.orders.clone().into_iter().enumerate() {
        schedule.place(number, &order)?;
        merchant.execute(&mut schedule, &order).await?;
    }
    for round in 1..=schedule.rounds {
        schedule.begins(Part::Round(round));
        schedule.customers_act()?;
        merchant.change(&mut schedule).await?;
        schedule.time_passes();
        merchant.receive(&mut schedule, 3).await?;
        merchant.recover(&mut schedule, 3).await?;
        if let Some(order) = schedule.rng.choice(schedule.orders.clone()) {
            match schedule.rng.u32(0..8) {
                // The shop's own job is run again.
                0..2 => {
                    does(theatre, &order, Deed::JobAgain);
                    merchant.execute(&mut schedule, &order).await?;
                }
                // It has a mistake: what is recorded must hold.
                2 if merchant.entry(theatre, &order).await?.is_some() => {
                    does(theatre, &order, Deed::OtherAmount);
                    merchant.execute(&mut schedule, &order.changed()).await?;
                }
                _ => {}
            }
        }
    }
    merchant.settle(&mut schedule).await?;
    for order in schedule.orders.clone() {
        let belief = merchant.belief(&mut schedule, &order).await?;
        let account = Merchant::account(theatre, &order)?;
        let changed =
            change::believed(&merchant.journal, account, &order, &order.reference(1)?).await;
        let changed = changed.map_err(broken)?;
        let belief = change::compared(&order, belief, changed);
        schedule.judge(&order, belief, changed)?;
        if theatre.tells {
            merchant.tell(theatre, &order, belief).await?;
        }
    }
    merchant.journal.close().await;
    Ok(schedule.judgement)
}

pub(super) struct Merchant {
    pub(super) journal: Journal,
    life: Life,
    /// How many steps of the history of each reference were shown.
    pub(super) shown: BTreeMap<Reference, usize>,
    keeps_requests: bool,
    /// The account whose worker comes first on this machine.
    first: usize,
    seed: u64,
    starts: u64,
    /// The shop keeps what was inquired with its order.
    inquiries: BTreeMap<String, BillInquiry>,
    /// The orders that the last comparison could not ask about: it names them to a person.
    not_asked: BTreeSet<String>,
}

impl Merchant {
    async fn start(schedule: &mut Schedule<'_>, seed: u64) -> Result<Self, Failure> {
        let life = Life::default();
        life.steps.store(i64::MAX, Ordering::Relaxed);
        let keeps_requests = schedule.rng.u32(0..10) < 8;
        let journal = open(schedule, &life, keeps_requests, seed).await?;
        let mut merchant = Self {
            journal,
            life,
            shown: BTreeMap::new(),
            keeps_requests,
            first: 0,
            seed,
            starts: 0,
            inquiries: BTreeMap::new(),
            not_asked: BTreeSet::new(),
        };
        merchant.live(schedule);
        Ok(merchant)
    }

    /// Two machines in three die soon.
    fn live(&mut self, schedule: &mut Schedule<'_>) {
        self.first = schedule.rng.usize(0..ACCOUNTS);
        let steps = match schedule.rng.u32(0..3) {
            0 => i64::MAX,
            _ => schedule.rng.i64(1..30),
        };
        self.life.steps.store(steps, Ordering::Relaxed);
    }

    /// Does something unless the machine dies on the way; then another one starts. `None`: it died.
    async fn alive<T>(
        &mut self,
        schedule: &mut Schedule<'_>,
        work: impl Future<Output = T>,
    ) -> Result<Option<T>, Failure> {
        let died = Arc::clone(&self.life.died);
        if let Some(trace) = &schedule.theatre.trace {
            trace.works();
        }
        tokio::select! {
            biased;
            () = died.notified() => {}
            done = work => {
                self.show(schedule).await?;
                return Ok(Some(done));
            }
        }
        schedule.judgement.crashes += 1;
        self.starts += 1;
        let seed = self.seed.wrapping_add(self.starts);
        self.journal = open(schedule, &self.life, self.keeps_requests, seed).await?;
        self.live(schedule);
        self.show(schedule).await?;
        let point = self.life.death();
        schedule.theatre.note(|| Event::Dies(point));
        Ok(None)
    }

    /// Has an order done, as the shop asks for it.
    async fn execute(&mut self, schedule: &mut Schedule<'_>, order: &Order) -> Result<(), Failure> {
        let reference = order.reference(1)?;
        let client = schedule
            .theatre
            .client(order.provider.as_str(), order.account);
        let Some(client) = client.cloned() else {
            return Ok(());
        };
        let journal = self.journal.clone();
        if let (Some(payments), Some(request)) =
            (&client.payments, order.payment(reference.clone()))
        {
            let work = async move { journal.execute(&**payments, &request).await.map(drop) };
            // What is refused before sending stays unrecorded; everything else the journal tells.
            let _ = self.alive(schedule, work).await?;
        } else if let (Some(bills), Some(bill)) = (&client.bills, order.bill(reference.clone())) {
            if !self.inquiries.contains_key(&order.name) {
                let Ok(inquiry) = bills.inquire(&bill).await else {
                    let failed = Conclusion::InquiryFailed;
                    let theatre = schedule.theatre;
                    theatre.note(|| Event::Concludes(order.name.clone(), failed));
                    return Ok(());
                };
                self.inquiries.insert(order.name.clone(), inquiry);
            }
            if let Some(inquiry) = self.inquiries.get(&order.name).cloned() {
                let work = async move { journal.execute(&**bills, &inquiry).await.map(drop) };
                let _ = self.alive(schedule, work).await?;
            }
        } else if let (Some(topups), Some(request)) =
            (&client.topups, order.topup(reference.clone()))
        {
            let work = async move { journal.execute(&**topups, &request).await.map(drop) };
            let _ = self.alive(schedule, work).await?;
        } else if let (Some(mandates), Some(request)) = (&client.mandates, order.mandate(reference))
        {
            let work = async move { journal.execute(&**mandates, &request).await.map(drop) };
            let _ = self.alive(schedule, work).await?;
        }
        Ok(())
    }

    /// Has the amounts of charges changed, as far as that can be asked for now.
    async fn change(&mut self, schedule: &mut Schedule<'_>) -> Result<(), Failure> {
        for order in schedule.orders.clone() {
            if order.changes().is_empty() {
                continue;
            }
            let theatre = schedule.theatre;
            let client = theatre.client(order.provider.as_str(), order.account);
            let mandates = client.and_then(|client| client.mandates.clone());
            let entry = self.entry(theatre, &order).await?;
            for change in change::asked(&order, entry.as_ref()) {
                let (Some(mandates), journal) = (mandates.clone(), self.journal.clone()) else {
                    continue;
                };
                // Of two changes the second one waits until the first has ended.
                let work = async move { journal.execute(&mandates, &change).await.map(drop) };
                let _ = self.alive(schedule, work).await?;
            }
        }
        Ok(())
    }

    /// Takes some of the callbacks that arrive.
    async fn receive(&mut self, schedule: &mut Schedule<'_>, most: usize) -> Result<(), Failure> {
        schedule.collect()?;
        for _ in 0..most.min(schedule.deliveries()) {
            let Some(callback) = schedule.delivery() else {
                return Ok(());
            };
            let taken = self.take(schedule, &callback).await?;
            schedule.theatre.note(|| Event::Taken(callback.id, taken));
            match taken {
                Some(true) => schedule.is_taken(callback),
                _ => schedule.redeliver(callback),
            }
        }
        Ok(())
    }

    /// Whether a callback was taken. `None`: the machine died over it.
    async fn take(
        &mut self,
        schedule: &mut Schedule<'_>,
        callback: &Callback,
    ) -> Result<Option<bool>, Failure> {
        let client = schedule
            .theatre
            .client(&callback.provider, callback.account);
        let Some(client) = client else {
            return Ok(Some(true));
        };
        let (callbacks, journal) = (Arc::clone(&client.callbacks), self.journal.clone());
        let (headers, body) = (callback.headers.clone(), callback.body.clone());
        let work = async move {
            let event = match callbacks.receive(&headers, &body) {
                Ok(Received::Verified(event)) => event,
                Ok(Received::Hint(hint)) => match callbacks.confirm(&hint).await {
                    Ok(event) => event,
                    Err(_) => return false,
                },
                _ => return true,
            };
            journal.receive(callbacks.account(), &event).await.is_ok()
        };
        self.alive(schedule, work).await
    }

    /// The workers do some of what is due. There is one of each account; which comes first, and
    /// looks at what is due of both, is the machine's chance.
    async fn recover(&mut self, schedule: &mut Schedule<'_>, most: u32) -> Result<(), Failure> {
        for _ in 0..most {
            let first = self.first;
            let mut did = false;
            for worker in (first..ACCOUNTS).chain(0..first) {
                did = did || self.work(schedule, worker).await?;
            }
            if !did {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Whether the worker of an account found something to do.
    async fn work(&mut self, schedule: &mut Schedule<'_>, worker: usize) -> Result<bool, Failure> {
        let Some(workers) = schedule.theatre.workers.get(worker).cloned() else {
            return Ok(false);
        };
        let journal = self.journal.clone();
        let work = async move { journal.recover_one(&workers).await };
        match self.alive(schedule, work).await? {
            Some(Ok(Some(_))) | None => Ok(true),
            Some(Ok(None)) => Ok(false),
            Some(Err(error)) => Err(broken(error)),
        }
    }

    /// The trouble is over, nobody dies any more, and time passes until nothing happens by itself.
    async fn settle(&mut self, schedule: &mut Schedule<'_>) -> Result<(), Failure> {
        schedule.calm()?;
        self.life.steps.store(i64::MAX, Ordering::Relaxed);
        schedule.customers_act()?;
        let end = schedule.now() + LONG;
        for round in 0..ROUNDS {
            // A journal without the requests is given them again: the shop's jobs run until they
            // are done.
            if round == 0 || !self.keeps_requests {
                for order in schedule.orders.clone() {
                    self.execute(schedule, &order).await?;
                }
            }
            // Whatever is asked for late is paid, too: a second request would be a second debit.
            schedule.customers_act()?;
            self.change(schedule).await?;
            self.receive(schedule, usize::MAX).await?;
            self.recover(schedule, u32::MAX).await?;
            match self.journal.next_due().await.map_err(broken)? {
                Some(due) if due < end => {
                    let wait = (due - schedule.now()).to_std().unwrap_or_default();
                    schedule.clock.advance(wait.max(Duration::from_millis(1)));
                }
                _ => break,
            }
        }
        let rest = (end - schedule.now()).to_std().unwrap_or_default();
        schedule.clock.advance(rest);
        self.receive(schedule, usize::MAX).await?;
        for order in schedule.orders.clone() {
            does(schedule.theatre, &order, Deed::Compare);
            if let Some(trace) = &schedule.theatre.trace {
                trace.works();
            }
            self.compare(schedule, &order).await?;
            self.show(schedule).await?;
        }
        Ok(())
    }

    /// The nightly comparison: what is pending is asked for, and what was paid, since money may
    /// have gone back.
    async fn compare(&mut self, schedule: &Schedule<'_>, order: &Order) -> Result<(), Failure> {
        let theatre = schedule.theatre;
        let Some(entry) = self.entry(theatre, order).await? else {
            return Ok(());
        };
        if matches!(entry.state, State::Refused | State::NeedsAttention) {
            return Ok(());
        }
        let Some(workers) = theatre.workers.get(order.account) else {
            return Ok(());
        };
        let asked = self
            .journal
            .reconcile(workers, &entry.account, &entry.reference)
            .await;
        // What is asked for by a number that the journal does not keep, the shop asks for.
        let client = theatre.client(order.provider.as_str(), order.account);
        let topups = client.and_then(|client| client.topups.as_ref());
        if let (Err(_), Some(topups), Some(request)) =
            (&asked, topups, order.topup(entry.reference.clone()))
        {
            if self.journal.ask(&**topups, &request).await.is_err() {
                self.not_asked.insert(order.name.clone());
            }
        } else if let (Err(_), Some(client), Some(bill)) =
            (&asked, client, order.bill(entry.reference))
        {
            match client.callbacks.confirm(&Hint::Bill(bill)).await {
                Ok(event) => {
                    let account = client.callbacks.account();
                    let told = self.journal.receive(account, &event).await;
                    told.map_err(broken)?;
                }
                Err(_) => drop(self.not_asked.insert(order.name.clone())),
            }
        } else if asked.map_or(true, |entry| entry.error.is_some()) {
            self.not_asked.insert(order.name.clone());
        }
        Ok(())
    }

    pub(super) async fn entry(
        &self,
        theatre: &Theatre,
        order: &Order,
    ) -> Result<Option<Entry>, Failure> {
        self.journal
            .get(Self::account(theatre, order)?, &order.reference(1)?)
            .await
            .map_err(broken)
    }

    /// Which account an order is paid into.
    pub(super) fn account<'t>(
        theatre: &'t Theatre,
        order: &Order,
    ) -> Result<&'t AccountId, Failure> {
        theatre
            .client(order.provider.as_str(), order.account)
            .map(|client| client.callbacks.account().id())
            .ok_or_else(|| Failure::usage(format!("nobody plays {}", order.provider)))
    }

    /// What the journal says of an order.
    async fn belief(&self, schedule: &mut Schedule<'_>, order: &Order) -> Result<Belief, Failure> {
        let Some(entry) = self.entry(schedule.theatre, order).await? else {
            return Ok(Belief::NotPaid);
        };
        let record = self
            .journal
            .record_of(&entry.account, &entry.reference)
            .await
            .map_err(broken)?;
        let unknown = |detail: &Value| detail.pointer("/error/outcome") == Some(&"unknown".into());
        let unknowns = record.history.iter().filter(|step| unknown(&step.detail));
        schedule.judgement.unknown_outcomes += unknowns.count() as u64;
        Ok(belief::of(
            order,
            &entry,
            self.not_asked.contains(&order.name),
        ))
    }
}

/// Notes what the shop does, where somebody wants to see it.
fn does(theatre: &Theatre, order: &Order, what: Deed) {
    theatre.note(|| Event::Does(order.name.clone(), what));
}

pub(super) fn broken(error: payments_journal::Error) -> Failure {
    Failure::failed("the journal failed").caused_by(error)
}
