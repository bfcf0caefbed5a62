//! The naive merchant, like most integrations: it repeats any error under a new reference, treats a
//! duplicate as a failure, and loses its memory in a crash. It shows that the judge detects what
//! goes wrong.

use std::time::Duration;

use chrono::{DateTime, Utc};
use payments::{
    AmountChangeRequest, BillInquiry, Client, ErrorKind, Mandate, MandateQuery, Money, News,
    Received, Result,
};

use super::{
    judge::{Belief, Changed, Judgement},
    order::Order,
    schedule::{Callback, Schedule},
    theatre::Theatre,
    trace::{Conclusion, Deed, Event, Part},
};
use crate::failure::Failure;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How often an order is tried.
const TRIES: u32 = 3;

/// What the shop's own table says of an order.
struct Believed {
    order: Order,
    /// Of the last try.
    reference: String,
    tries: u32,
    belief: Belief,
    /// The ids of the mandate, once they were told.
    mandate: Option<MandateQuery>,
    /// How many changes of the charge's amount are done.
    changes: u32,
}

pub(super) async fn play(theatre: &Theatre, seed: u64) -> Result<Judgement, Failure> {
    let mut schedule = Schedule::begin(theatre, seed).await?;
    let mut table = Vec::new();
    for (number, order) in schedule.orders.clone().into_iter().enumerate() {
        schedule.place(number, &order)?;
        let mut believed = Believed {
            order,
            reference: String::new(),
            tries: 0,
            belief: Belief::NotPaid,
            mandate: None,
            changes: 0,
        };
        believed.execute(&mut schedule).await?;
        if schedule.rng.u32(0..4) == 0 {
            // The machine died before the table was written; the job is run again.
            schedule.judgement.crashes += 1;
            schedule.theatre.note(|| Event::Dies(None));
            believed.execute(&mut schedule).await?;
        }
        table.push(believed);
    }
    nightly(&schedule, &mut table).await;
    for round in 1..=schedule.rounds {
        schedule.begins(Part::Round(round));
        schedule.customers_act()?;
        schedule.time_passes();
        receive(&mut schedule, &mut table, 3).await?;
    }
    schedule.calm()?;
    schedule.customers_act()?;
    receive(&mut schedule, &mut table, usize::MAX).await?;
    if schedule
        .orders
        .iter()
        .any(|order| !order.changes().is_empty())
    {
        for _ in 0..2 {
            schedule.clock.advance(DAY);
            nightly(&schedule, &mut table).await;
        }
        receive(&mut schedule, &mut table, usize::MAX).await?;
    }
    for believed in table {
        let changed = believed.changed();
        schedule.judge(&believed.order, believed.belief, changed)?;
    }
    Ok(schedule.judgement)
}

impl Believed {
    async fn execute(&mut self, schedule: &mut Schedule<'_>) -> Result<(), Failure> {
        let (provider, account) = (self.order.provider.as_str(), self.order.account);
        let Some(client) = schedule.theatre.client(provider, account).cloned() else {
            return Ok(());
        };
        for _ in 0..TRIES {
            self.tries += 1;
            let tries = self.tries;
            self.does(schedule, Deed::Try(tries));
            match self.send(&client, schedule.now()).await? {
                Ok(news) => {
                    self.learn(&news);
                    let belief = self.belief;
                    self.concludes(schedule, Conclusion::Believes(belief));
                    return Ok(());
                }
                Err(error) if error.kind() == ErrorKind::Duplicate => {
                    self.belief = Belief::NotPaid;
                    self.concludes(schedule, Conclusion::DuplicateIsFailure);
                    return Ok(());
                }
                Err(error) => {
                    let unknown = error.outcome() == payments::Outcome::Unknown;
                    schedule.judgement.unknown_outcomes += u64::from(unknown);
                    self.belief = Belief::NotPaid;
                    let conclusion = match unknown {
                        true => Conclusion::UnknownIsFailure,
                        false => Conclusion::NotDone,
                    };
                    self.concludes(schedule, conclusion);
                }
            }
        }
        Ok(())
    }

    fn does(&self, schedule: &Schedule<'_>, what: Deed) {
        let theatre = schedule.theatre;
        theatre.note(|| Event::Does(self.order.name.clone(), what));
    }

    fn concludes(&self, schedule: &Schedule<'_>, what: Conclusion) {
        let theatre = schedule.theatre;
        theatre.note(|| Event::Concludes(self.order.name.clone(), what));
    }

    /// Sends under a new reference.
    async fn send(&mut self, client: &Client, now: DateTime<Utc>) -> Result<Result<News>, Failure> {
        let reference = self.order.reference(self.tries)?;
        self.reference = reference.to_string();
        let order = &self.order;
        if let (Some(payments), Some(request)) =
            (&client.payments, order.payment(reference.clone()))
        {
            return Ok(payments.create(&request).await.map(News::from));
        }
        if let (Some(bills), Some(bill)) = (&client.bills, order.bill(reference.clone())) {
            let inquiry = match bills.inquire(&bill).await {
                Ok(inquiry) => inquiry,
                Err(_) => BillInquiry::new(bill, now),
            };
            return Ok(bills.pay(&inquiry).await.map(News::from));
        }
        if let (Some(topups), Some(mut request)) = (&client.topups, order.topup(reference.clone()))
        {
            // Whatever it costs.
            request.maximum_price = None;
            return Ok(topups.buy(&request).await.map(News::from));
        }
        match (&client.mandates, order.mandate(reference)) {
            (Some(mandates), Some(request)) => Ok(mandates.create(&request).await.map(News::from)),
            _ => Err(Failure::failed("the provider does nothing of all that")),
        }
    }

    /// How much the charge takes: the last change that is done says so.
    fn changed(&self) -> Option<Changed> {
        let first = self.order.unchanged()?;
        let mut done = self.order.changes().iter().take(self.changes as usize);
        Some(Changed::To(done.next_back().copied().unwrap_or(first)))
    }

    /// Whatever was told last is believed.
    fn learn(&mut self, news: &News) {
        let (paid, amount): (bool, Option<Money>) = match news {
            News::Payment(payment) => (payment.status.is_paid(), payment.amount),
            News::Bill(payment) => (payment.status.is_paid(), payment.cost),
            News::Topup(topup) => (topup.status.is_paid(), topup.price),
            News::Mandate(mandate) => {
                self.mandate = Some(mandate.query());
                (is_on(mandate), None)
            }
            News::Charge(told) => (is_on(&told.mandate), None),
            _ => return,
        };
        self.belief = match paid {
            true => Belief::paid(amount),
            false => Belief::NotPaid,
        };
    }
}

/// The nightly job: changes that are not done are made, for the next charge.
async fn nightly(schedule: &Schedule<'_>, table: &mut [Believed]) {
    for believed in table {
        let (order, account) = (&believed.order, believed.order.account);
        let client = schedule.theatre.client(order.provider.as_str(), account);
        let mandates = client.and_then(|client| client.mandates.as_ref());
        let (Some(mandates), Some(query)) = (mandates, &believed.mandate) else {
            continue;
        };
        for amount in order.changes().iter().skip(believed.changes as usize) {
            let mandate = mandates.get(query).await;
            let next = mandate.ok().and_then(|mandate| mandate.next_charge_on);
            let next = next.or(order.last_day());
            let change =
                next.and_then(|date| AmountChangeRequest::new(query.clone(), date, *amount).ok());
            let Some(change) = change else {
                break;
            };
            believed.does(schedule, Deed::ChangeCharge(change.amount(), change.date()));
            match mandates.change_amount(&change).await {
                Ok(_) => believed.changes += 1,
                Err(_) => break,
            }
        }
    }
}

/// Whether the customer has confirmed it.
fn is_on(mandate: &Mandate) -> bool {
    matches!(mandate.status.as_str(), "active" | "completed")
}

/// Believes every callback about the last try of an order.
async fn receive(
    schedule: &mut Schedule<'_>,
    table: &mut [Believed],
    most: usize,
) -> Result<(), Failure> {
    schedule.collect()?;
    for _ in 0..most.min(schedule.deliveries()) {
        let Some(callback) = schedule.delivery() else {
            return Ok(());
        };
        let news = told(schedule, &callback).await;
        schedule
            .theatre
            .note(|| Event::Taken(callback.id, Some(news.is_some())));
        let Some(news) = news else {
            continue;
        };
        let about = |believed: &&mut Believed| {
            Some(&*believed.reference) == news.reference().map(payments::Reference::as_str)
        };
        if let Some(believed) = table.iter_mut().find(about) {
            believed.learn(&news);
            let belief = believed.belief;
            believed.concludes(schedule, Conclusion::Believes(belief));
        } else if let Some(reference) = news.reference() {
            let forgotten = Conclusion::Forgotten;
            let theatre = schedule.theatre;
            theatre.note(|| Event::Concludes(reference.to_string(), forgotten));
        }
    }
    Ok(())
}

async fn told(schedule: &Schedule<'_>, callback: &Callback) -> Option<News> {
    let client = schedule
        .theatre
        .client(&callback.provider, callback.account)?;
    let received = client.callbacks.receive(&callback.headers, &callback.body);
    let event = match received.ok()? {
        Received::Verified(event) => event,
        Received::Hint(hint) => client.callbacks.confirm(&hint).await.ok()?,
        _ => return None,
    };
    Some(event.into_inner().news)
}
