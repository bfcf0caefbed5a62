//! Clients close their connection a moment after they sent a callback, while the shop buys: what a
//! customer was told is paid is not forgotten.

use std::time::Duration;

use tokio::time::sleep;

use crate::{
    cluster::Cluster,
    customer::Customers,
    folder::Folder,
    provider::{Provider, deliver, hang_up},
    reader::Reader,
    shop::{Process, Task},
};

const HANGUPS: u32 = 600;
const AT_ONCE: u32 = 6;
const CUSTOMERS: usize = 6;

/// How much is asked of the shop afterwards.
const AFTER: u32 = 10;

/// Up to 8 ms, differing, and the same in every run.
fn moment(number: u32) -> Duration {
    Duration::from_micros(u64::from(number) * 7919 % 8_000)
}

async fn hang_up_again_and_again(port: u16, first: u32, customers: Customers) {
    for number in (first..HANGUPS).step_by(AT_ONCE as usize) {
        let paid = customers.paid();
        // Half of them about what is paid, half about nothing that is recorded.
        let reference = match paid.get(number as usize / 2) {
            Some(paid) if number % 2 == 0 => paid.clone(),
            _ => format!("nobody-{number}"),
        };
        hang_up(port, &reference, moment(number)).await;
        sleep(Duration::from_millis(10)).await;
    }
}

async fn hung_up_on(journal: String) {
    let provider = Provider::start().await;
    let task = Task::new(journal.clone()).provider(provider.url());
    let shop = Process::open(&task).await;
    let (port, customers) = (shop.port, Customers::default());
    let buyers: Vec<_> = (0..CUSTOMERS)
        .map(|_| tokio::spawn(customers.clone().buy(port)))
        .collect();
    let clients: Vec<_> = (0..AT_ONCE)
        .map(|first| tokio::spawn(hang_up_again_and_again(port, first, customers.clone())))
        .collect();
    for client in clients {
        client.await.unwrap();
    }
    // The shop goes on as if nothing had been.
    let mut refused_after = 0;
    for number in 0..AFTER {
        refused_after += u32::from(!customers.buy_one(port).await);
        refused_after += u32::from(deliver(port, &format!("after-{number}")).await != 200);
        if refused_after > 2 {
            break;
        }
    }
    let refused = customers.told_otherwise();
    shop.kill();
    customers.close();
    for buyer in buyers {
        buyer.await.unwrap();
    }

    let reader = Reader::connect(&journal).await.unwrap();
    let (recorded, callbacks) = (reader.payments().await, reader.callbacks().await);
    let paid = customers.paid();
    let forgotten: Vec<_> = paid
        .iter()
        .filter(|name| recorded.get(*name).is_none_or(|state| state != "finished"))
        .collect();
    let debits = provider.debits();
    let unrecorded = debits.keys().filter(|name| !recorded.contains_key(*name));
    let unrecorded = unrecorded.count();
    let twice = debits.values().filter(|times| **times > 1).count();
    let lost = (0..AFTER)
        .filter(|number| !callbacks.contains_key(&format!("after-{number}")))
        .count();
    let facts = format!(
        "{HANGUPS} hang-ups: of {} told paid {} are forgotten; of {} charged {unrecorded} are not recorded; {twice} charged twice; \
         {} customers were refused; {refused_after} refused and {lost} callbacks not kept of {AFTER} each after that",
        paid.len(),
        forgotten.len(),
        debits.len(),
        refused.len(),
    );
    println!("{facts}");
    let is_well = forgotten.is_empty() && unrecorded == 0 && twice == 0;
    let goes_on = refused.is_empty() && refused_after == 0 && lost == 0;
    assert!(is_well && goes_on, "{facts}: {refused:?}");
    assert!(paid.len() > 50, "too few to mean anything: {facts}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_customer_was_told_outlives_clients_that_hang_up_on_sqlite() {
    let folder = Folder::new();
    hung_up_on(folder.sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_customer_was_told_outlives_clients_that_hang_up_on_postgres() {
    if let Some(cluster) = Cluster::start("clients that hang up on PostgreSQL").await {
        hung_up_on(cluster.url()).await;
    }
}
