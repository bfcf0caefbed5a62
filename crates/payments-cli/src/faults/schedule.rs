//! One schedule: what goes wrong, what customers do, and in which order messages arrive. Everything
//! follows from its seed.

use std::{collections::BTreeSet, time::Duration};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use fastrand::Rng;
use payments::{jakarta, retry::Clock};
use serde_json::Value;

use super::{
    clock::SharedClock,
    judge::{Asked, Belief, Changed, Judgement},
    order::{Order, Wish},
    theatre::Theatre,
    trace::{Event, Part, Verdict},
    trouble,
};
use crate::failure::Failure;

/// A callback on its way.
#[derive(Clone)]
pub(super) struct Callback {
    /// The sandbox's number of it.
    pub(super) id: u64,
    pub(super) provider: String,
    /// Whose it is: the provider posts it to the address of that account.
    pub(super) account: usize,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    /// The order whose charge went back by it, where it says so as it was sent.
    refunds: Option<String>,
    /// How often it was delivered and not taken.
    tries: u32,
}

/// After so many deliveries a provider gives up.
const DELIVERIES: u32 = 4;

pub(super) struct Schedule<'a> {
    pub(super) theatre: &'a Theatre,
    /// What the merchant does by chance: machines that die, jobs that run again.
    pub(super) rng: Rng,
    /// Each draws from its own, so that whatever a merchant does, the same faults wait for it, and
    /// the same customers.
    luck: Luck,
    /// How often customers act and time passes while there is trouble.
    pub(super) rounds: u32,
    pub(super) clock: SharedClock,
    pub(super) orders: Vec<Order>,
    pub(super) judgement: Judgement,
    /// On their way, in no order.
    on_the_way: Vec<Callback>,
    /// How many of the sandbox's callbacks were looked at.
    seen: usize,
    /// The orders of which the merchant took, as it was sent, what tells that its charge went back.
    refunds_told: BTreeSet<String>,
}

/// What happens by chance around the merchant.
struct Luck {
    faults: Rng,
    customers: Rng,
    time: Rng,
    deliveries: Rng,
}

impl<'a> Schedule<'a> {
    /// Begins on an empty stage.
    pub(super) async fn begin(theatre: &'a Theatre, seed: u64) -> Result<Self, Failure> {
        let clock = theatre.reset().await?;
        let mut rng = Rng::with_seed(seed);
        let today = jakarta::day(clock.now());
        let orders: Vec<_> = (0..rng.u32(1..=3))
            .map(|number| Order::draw(&mut rng, &theatre.names, number, today))
            .collect();
        let rounds = rng.u32(1..=4);
        let luck = Luck {
            faults: rng.fork(),
            customers: rng.fork(),
            time: rng.fork(),
            deliveries: rng.fork(),
        };
        Ok(Self {
            theatre,
            rng,
            luck,
            rounds,
            clock,
            orders,
            judgement: Judgement::default(),
            on_the_way: Vec::new(),
            seen: 0,
            refunds_told: BTreeSet::new(),
        })
    }

    /// A part of it begins.
    pub(super) fn begins(&self, part: Part) {
        self.theatre.note(|| Event::Begins(part));
    }

    /// The order of this number is placed, and up to three things will go wrong for its provider.
    pub(super) fn place(&mut self, number: usize, order: &Order) -> Result<(), Failure> {
        self.begins(Part::Placed(number));
        self.theatre.note(|| Event::Order(Box::new(order.clone())));
        self.trouble(order)
    }

    /// Up to three things that will go wrong, for an order's provider.
    fn trouble(&mut self, order: &Order) -> Result<(), Failure> {
        for _ in 0..self.luck.faults.u32(0..=3) {
            let longest_hidden = self.longest_hidden(order);
            let fault = trouble::draw(&mut self.luck.faults, self.theatre, order, longest_hidden);
            self.theatre.control("POST", "faults", &fault)?;
        }
        Ok(())
    }

    /// Less than the provider's visibility delay: it shows what it has within that.
    fn longest_hidden(&self, order: &Order) -> u64 {
        let capabilities = order.provider.capabilities();
        let settlement = match &order.wish {
            Wish::Pay { method, .. } => capabilities.method(method).map(|method| method.settlement),
            Wish::Bill { .. } => capabilities.bills.map(|bills| bills.settlement),
            Wish::Topup { .. } => capabilities.topups.map(|topups| topups.settlement),
            Wish::Mandate { .. } => capabilities.mandates.map(|mandates| mandates.settlement),
        };
        let delay = settlement.map_or(0, |settlement| settlement.visibility_delay.as_secs());
        delay.saturating_sub(1).max(1)
    }

    /// The trouble is over.
    pub(super) fn calm(&self) -> Result<(), Failure> {
        self.begins(Part::Calm);
        self.theatre.control("DELETE", "faults", &Value::Null)?;
        Ok(())
    }

    /// Customers pay what they were asked for, each request of it; few decline.
    pub(super) fn customers_act(&mut self) -> Result<(), Failure> {
        for order in &self.orders {
            let action = match self.luck.customers.u32(0..10) {
                0 => "decline",
                1..=2 => continue,
                _ => "pay",
            };
            for payment in self.theatre.payments(&order.name)? {
                self.theatre.act(&payment, action);
            }
        }
        Ok(())
    }

    /// Seconds, minutes, at times hours; where an amount is to be changed, at times until the day
    /// of the charge.
    pub(super) fn time_passes(&mut self) {
        const MOST_OF_A_DAY: u64 = 60_000;
        let is_changed = self.orders.iter().any(|order| !order.changes().is_empty());
        let longest = match is_changed && self.luck.time.u32(0..4) == 0 {
            true => MOST_OF_A_DAY,
            false => self
                .luck
                .time
                .choice([5, 60, 600, 7_200])
                .unwrap_or_default(),
        };
        self.clock
            .advance(Duration::from_secs(self.luck.time.u64(0..=longest)));
    }

    /// Puts new callbacks on their way: most once, some several times, some never.
    pub(super) fn collect(&mut self) -> Result<(), Failure> {
        let callbacks = self.theatre.callbacks()?;
        for callback in callbacks.iter().skip(self.seen) {
            let copies = match self.luck.deliveries.u32(0..10) {
                0 => 0,
                1..=2 => self.luck.deliveries.u32(2..=4),
                _ => 1,
            };
            if let Some(callback) = read(callback, &self.orders) {
                self.theatre.note(|| Event::Leaves(callback.id, copies));
                for _ in 0..copies {
                    self.on_the_way.push(callback.clone());
                }
            }
        }
        self.seen = callbacks.len();
        Ok(())
    }

    /// One of those on their way, whichever is faster.
    pub(super) fn delivery(&mut self) -> Option<Callback> {
        let place = match self.on_the_way.len() {
            0 => return None,
            count => self.luck.deliveries.usize(0..count),
        };
        let callback = self.on_the_way.swap_remove(place);
        self.theatre.note(|| Event::Arrives(callback.id));
        Some(callback)
    }

    /// How many are on their way.
    pub(super) fn deliveries(&self) -> usize {
        self.on_the_way.len()
    }

    /// The merchant has taken it.
    pub(super) fn is_taken(&mut self, callback: Callback) {
        self.refunds_told.extend(callback.refunds);
    }

    /// The provider delivers again what was not taken, for a while.
    pub(super) fn redeliver(&mut self, mut callback: Callback) {
        callback.tries += 1;
        if callback.tries < DELIVERIES {
            self.on_the_way.push(callback);
        }
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Compares the ledger with what the merchant believes of an order, and of what its charge
    /// takes after the changes of its amount.
    pub(super) fn judge(
        &mut self,
        order: &Order,
        belief: Belief,
        changed: Option<Changed>,
    ) -> Result<(), Failure> {
        let moved = self.theatre.moved(order)?;
        let asked = Asked {
            amount: order.amount(),
            highest: order.highest(),
            changed,
            // A provider that can be asked about a payment tells that it went back.
            refund_is_untold: matches!(order.wish, Wish::Mandate { .. })
                && !self.refunds_told.contains(&order.name),
        };
        let mut judgement = Judgement::default();
        judgement.judge(&asked, &moved, belief);
        self.judgement += judgement;
        self.theatre.note(|| {
            let verdict = Verdict::new(order, &moved, belief, judgement);
            Event::Judged(Box::new(verdict))
        });
        Ok(())
    }
}

fn read(callback: &Value, orders: &[Order]) -> Option<Callback> {
    let reference = callback.get("reference")?.as_str()?;
    let mut orders = orders.iter();
    let order = orders.find(|order| reference.starts_with(&order.name))?;
    let mut headers = HeaderMap::new();
    for (name, value) in callback.get("headers")?.as_object()? {
        let name: HeaderName = name.parse().ok()?;
        headers.insert(name, HeaderValue::from_str(value.as_str()?).ok()?);
    }
    Some(Callback {
        id: callback.get("id")?.as_u64()?,
        provider: callback.get("provider")?.as_str()?.to_owned(),
        account: order.account,
        headers,
        body: bytes(callback)?,
        refunds: tells_of_refund(callback).then(|| order.name.clone()),
        tries: 0,
    })
}

/// Whether it tells that a charge of RPI went back, as it was sent.
fn tells_of_refund(callback: &Value) -> bool {
    const REFUNDED: i64 = 2;
    let status = callback.pointer("/body/details/status");
    callback.get("bytes").is_none() && status.and_then(Value::as_i64) == Some(REFUNDED)
}

/// The bytes that are posted: of a body that a fault has changed, the sandbox shows them apart.
fn bytes(callback: &Value) -> Option<Vec<u8>> {
    match callback.get("bytes").and_then(Value::as_str) {
        Some(changed) => STANDARD.decode(changed).ok(),
        None => Some(callback.get("body")?.to_string().into_bytes()),
    }
}
