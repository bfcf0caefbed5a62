//! The merchant as most integrations are: any error is tried again under a new reference, a
//! duplicate is a failure, and what is only in memory is forgotten by a crash. Here so that the
//! judge is known to see what goes wrong.

use payments::{BillInquiry, Client, ErrorKind, Mandate, Money, News, Received, Result};

use super::{
    judge::{Belief, Judgement},
    order::Order,
    schedule::{Callback, Schedule},
    theatre::Theatre,
};
use crate::failure::Failure;

/// How often an order is tried.
const TRIES: u32 = 3;

/// What the shop's own table says of an order.
struct Believed {
    order: Order,
    /// Of the last try.
    reference: String,
    tries: u32,
    belief: Belief,
}

pub(super) async fn play(theatre: &Theatre, seed: u64) -> Result<Judgement, Failure> {
    let mut schedule = Schedule::begin(theatre, seed).await?;
    let mut table = Vec::new();
    for order in schedule.orders.clone() {
        schedule.trouble(&order)?;
        let mut believed = Believed {
            order,
            reference: String::new(),
            tries: 0,
            belief: Belief::NotPaid,
        };
        believed.execute(&mut schedule).await?;
        if schedule.rng.u32(0..4) == 0 {
            // The machine died before the table was written; the job is run again.
            schedule.judgement.crashes += 1;
            believed.execute(&mut schedule).await?;
        }
        table.push(believed);
    }
    for _ in 0..schedule.rng.u32(1..=4) {
        schedule.customers_act()?;
        schedule.time_passes();
        receive(&mut schedule, &mut table, 3).await?;
    }
    schedule.calm()?;
    schedule.customers_act()?;
    receive(&mut schedule, &mut table, usize::MAX).await?;
    for believed in table {
        schedule.judge(&believed.order, believed.belief)?;
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
            match self.send(&client).await? {
                Ok(news) => {
                    self.learn(&news);
                    return Ok(());
                }
                Err(error) if error.kind() == ErrorKind::Duplicate => {
                    self.belief = Belief::NotPaid;
                    return Ok(());
                }
                Err(error) => {
                    let unknown = error.outcome() == payments::Outcome::Unknown;
                    schedule.judgement.unknown_outcomes += u64::from(unknown);
                    self.belief = Belief::NotPaid;
                }
            }
        }
        Ok(())
    }

    /// Sends under a new reference.
    async fn send(&mut self, client: &Client) -> Result<Result<News>, Failure> {
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
                Err(_) => BillInquiry::made_elsewhere(bill),
            };
            return Ok(bills.pay(&inquiry).await.map(News::from));
        }
        if let (Some(topups), Some(request)) = (&client.topups, order.topup(reference.clone())) {
            return Ok(topups.buy(&request).await.map(News::from));
        }
        match (&client.mandates, order.mandate(reference)) {
            (Some(mandates), Some(request)) => Ok(mandates.create(&request).await.map(News::from)),
            _ => Err(Failure::failed("the provider does nothing of all that")),
        }
    }

    /// Whatever was told last is believed.
    fn learn(&mut self, news: &News) {
        let (paid, amount): (bool, Option<Money>) = match news {
            News::Payment(payment) => (payment.status.is_paid(), payment.amount),
            News::Bill(payment) => (payment.status.is_paid(), payment.cost),
            News::Topup(topup) => (topup.status.is_paid(), topup.price),
            News::Mandate(mandate) => (is_on(mandate), None),
            News::Charge(told) => (is_on(&told.mandate), None),
            _ => return,
        };
        self.belief = match paid {
            true => Belief::paid(amount),
            false => Belief::NotPaid,
        };
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
        if let Some(news) = told(schedule, &callback).await {
            let about = |believed: &&mut Believed| {
                Some(&*believed.reference) == news.reference().map(payments::Reference::as_str)
            };
            if let Some(believed) = table.iter_mut().find(about) {
                believed.learn(&news);
            }
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
