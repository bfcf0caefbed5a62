//! A storm of forged hints at a shop, which is a process of its own: whoever pays meanwhile hardly
//! notices.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::sleep,
};

use crate::{
    customer::Customers,
    folder::Folder,
    provider::{Provider, forged_hint},
    shop::{Process, Task},
};

const CONNECTIONS: u64 = 500;
const ORDERS: usize = 101;

/// What half of the orders took at most.
async fn median(shop: &Process, customers: &Customers) -> Duration {
    let mut took = Vec::new();
    for _ in 0..ORDERS {
        let began = Instant::now();
        assert!(
            customers.buy_one(shop.port).await,
            "{:?}",
            customers.told_otherwise()
        );
        took.push(began.elapsed());
        sleep(Duration::from_millis(5)).await;
    }
    took.sort_unstable();
    took[ORDERS / 2]
}

/// Sends one forged hint after the other, each about another reference, on one connection as long
/// as it stays.
async fn storm(port: u16, first: u64, over: Arc<AtomicBool>, answered: Arc<AtomicU64>) {
    let mut number = first;
    while !over.load(Ordering::Relaxed) {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else {
            continue;
        };
        let mut answer = [0; 1024];
        loop {
            number += CONNECTIONS;
            let hint = forged_hint(port, &format!("forged-{number}"));
            let sent = stream.write_all(hint.as_bytes()).await;
            match sent.is_ok() {
                true => match stream.read(&mut answer).await {
                    Ok(0) | Err(_) => break,
                    Ok(_) => answered.fetch_add(1, Ordering::Relaxed),
                },
                false => break,
            };
            if over.load(Ordering::Relaxed) {
                break;
            }
        }
    }
}

#[ignore = "measures: .ci/run runs it alone"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_storm_of_forged_hints_at_most_doubles_the_time_that_an_order_takes() {
    let folder = Folder::new();
    let provider = Provider::start().await;
    let task = Task::new(folder.sqlite()).provider(provider.url());
    let shop = Process::open(&task).await;
    let customers = Customers::default();
    median(&shop, &customers).await;
    let without = median(&shop, &customers).await;
    let (over, answered) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicU64::new(0)),
    );
    let storms: Vec<_> = (0..CONNECTIONS)
        .map(|first| {
            tokio::spawn(storm(
                shop.port,
                first,
                Arc::clone(&over),
                Arc::clone(&answered),
            ))
        })
        .collect();
    sleep(Duration::from_secs(1)).await;
    let began = Instant::now();
    let before = answered.load(Ordering::Relaxed);
    let within = median(&shop, &customers).await;
    let hints = answered.load(Ordering::Relaxed) - before;
    let seconds = began.elapsed();
    over.store(true, Ordering::Relaxed);
    for storm in storms {
        storm.abort();
    }
    eprintln!(
        "an order takes {without:?}, and {within:?} with {hints} forged hints in {seconds:?}"
    );
    assert!(within < without * 2, "{without:?} {within:?}");
}
