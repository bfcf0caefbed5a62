//! A process is killed in the middle of `execute`, again and again, and others go on.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use payments_core::{
    Customer, Method, Money, PaymentRequest, Payments,
    retry::{Clock, Policy},
};
use payments_instamoney::{ApiVersion, Config, Instamoney};
use payments_journal::{Filter, Journal, Options, Providers, State};
use payments_provider::http::{BaseUrl, Timeouts, client};
use payments_sandbox::{Sandbox, Settings};
use serde_json::Value;
use tokio::{task::JoinSet, time::sleep};

use crate::{
    line::{self, Line},
    place::{Place, reference},
    process::{Ahead, Does, Process, Shared, Task, say},
};

/// Longer than all the clocks together are ahead, as what is open is killed more often than any
/// policy tries.
const DEADLINE: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// By how many seconds each process's clock is ahead of the one's before: leases and visibility
/// delays are over.
const STEP: i64 = 400;

fn line(task: &Task) -> Line {
    // What is declared is true: it may take a reference twice.
    Line::new(task.line, false, Duration::from_secs(60))
}

fn instamoney(task: &Task) -> Instamoney {
    let config = Config::new("xnd_development_key")
        .unwrap()
        .base_url(&task.sandbox)
        .unwrap()
        .version(ApiVersion::X20190204);
    Instamoney::new(config).unwrap()
}

async fn journal(task: &Task, clock: Ahead) -> Journal {
    let options = Options::new()
        .keep_requests()
        .patience(Duration::ZERO)
        .policy(
            Policy::within(DEADLINE)
                .sends(u32::MAX)
                .vain(u32::MAX)
                .asks(u32::MAX),
        )
        .clock(clock);
    Journal::open_with(&task.journal, options).await.unwrap()
}

fn request(order: u32) -> PaymentRequest {
    let amount = Money::idr(10_001 + u64::from(order));
    let reference = reference(&format!("order-{order}"));
    if order.is_multiple_of(2) {
        PaymentRequest::new(reference, amount, Method::OVO)
            .customer(Customer::default().phone("08123123123"))
    } else {
        PaymentRequest::new(reference, amount, Method::QRIS)
    }
}

/// Executes one order after another until it is killed, and works on what others left.
pub(crate) async fn execute(task: Task) {
    let (line, instamoney) = (Arc::new(line(&task)), Arc::new(instamoney(&task)));
    let providers = Providers::new()
        .payments(Arc::<Line>::clone(&line))
        .payments(Arc::<Instamoney>::clone(&instamoney));
    let journal = journal(&task, Ahead::new(task.ahead)).await;
    let orders = Arc::new(Mutex::new(task.again.into_iter().chain(task.first..)));
    let mut callers = JoinSet::new();
    for _ in 0..task.callers {
        let (line, instamoney) = (Arc::clone(&line), Arc::clone(&instamoney));
        let (providers, journal) = (providers.clone(), journal.clone());
        let orders = Arc::clone(&orders);
        callers.spawn(async move {
            loop {
                let order = orders.lock().unwrap().next().unwrap();
                say(order);
                let provider: &dyn Payments = match order.is_multiple_of(2) {
                    true => &*instamoney,
                    false => &*line,
                };
                journal.execute(provider, &request(order)).await.unwrap();
                journal.recover_one(&providers).await.unwrap();
            }
        });
    }
    // None of them ends but by a failure.
    callers.join_next().await.unwrap().unwrap()
}

/// Finishes what all of them left.
pub(crate) async fn recover(task: Task) {
    let providers = Providers::new()
        .payments(Arc::new(line(&task)))
        .payments(Arc::new(instamoney(&task)));
    let clock = Ahead::new(task.ahead);
    let journal = journal(&task, clock.clone()).await;
    while let Some(due) = journal.next_due().await.unwrap() {
        if journal.recover_one(&providers).await.unwrap().is_none() {
            let wait = (due - journal.now()).to_std().unwrap_or_default();
            clock.sleep(wait).await;
        }
    }
}

async fn ledger(sandbox: &Sandbox) -> Vec<(String, String)> {
    const PAGE: usize = 1000;
    let base: BaseUrl = sandbox.url().parse().unwrap();
    let http = client(&base, Timeouts::default()).unwrap();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let mut all = Vec::new();
    loop {
        let after = all.len();
        let url = format!(
            "{}/_sandbox/ledger?after={after}&limit={PAGE}",
            sandbox.url()
        );
        let rows: Value = http.get(url).send().await.unwrap().json().await.unwrap();
        let rows = rows.as_array().unwrap_or_else(|| panic!("{rows}"));
        let rows = rows
            .iter()
            .map(|row| (text(row, "reference"), text(row, "amount")));
        all.extend(rows);
        if all.len() < after + PAGE {
            return all;
        }
    }
}

/// Each process is killed with this many callers at work.
async fn killed_again_and_again(shared: Shared, kills: u32, callers: usize) {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let pause = Duration::from_millis(2);
    let (address, taken) = line::serve(pause, pause).await;
    let mut task = Task {
        does: Does::Execute,
        journal: shared.url(),
        line: address,
        sandbox: format!("{}/instamoney", sandbox.url()),
        ahead: 0,
        first: 0,
        again: Vec::new(),
        callers,
    };
    // Made once, so that no process is killed while it makes tables.
    journal(&task, Ahead::new(0)).await.close().await;
    for kill in 0..kills {
        task.ahead += STEP;
        let mut process = Process::start(&task);
        let (mut process, first) = tokio::task::spawn_blocking(move || {
            let first = process.hear();
            (process, first)
        })
        .await
        .unwrap();
        // Differing, and the same in every run; many callers take longer to begin.
        let most = if callers > 1 { 250_000 } else { 35_000 };
        sleep(Duration::from_micros(u64::from(kill) * 79_193 % most)).await;
        process.kill();
        let mut said: Vec<_> =
            tokio::task::spawn_blocking(move || std::iter::from_fn(|| process.hear()).collect())
                .await
                .unwrap();
        said.extend(first);
        let newest = said.iter().max().expect("it died before it was killed");
        task.first = task.first.max(newest + 1);
        task.again = said.split_off(said.len().saturating_sub(callers));
    }
    task.does = Does::Recover;
    task.ahead += STEP;
    let recovered = tokio::task::spawn_blocking(move || Process::start(&task).end());
    assert!(recovered.await.unwrap());

    let journal = Journal::open(&shared.url()).await.unwrap();
    let entries = journal.list(&Filter::new().limit(100_000)).await.unwrap();
    let (ledger, taken) = (ledger(&sandbox).await, taken.all());
    let (mut resent, mut attention) = (0, 0);
    for entry in &entries {
        let name = entry.reference.as_str();
        let amount = entry.amount.unwrap().amount().to_string();
        let done: usize = match entry.provider.as_str() {
            "line" => taken.get(name).copied().unwrap_or_default() as usize,
            _ => {
                let rows = ledger.iter().filter(|(reference, _)| reference == name);
                rows.inspect(|(_, taken)| assert_eq!(*taken, amount))
                    .count()
            }
        };
        resent += usize::from(entry.sends > 1);
        match entry.state {
            State::Finished => assert_eq!(done, 1, "{name} was done {done} times"),
            State::NeedsAttention if entry.provider.as_str() == "line" => {
                attention += 1;
                assert_eq!(done, 0, "{name} was done and not found");
            }
            state => panic!("{name} is {state}: {entry:?}"),
        }
    }
    let recorded = |reference: &str| entries.iter().any(|e| e.reference.as_str() == reference);
    for reference in taken.keys().chain(ledger.iter().map(|(name, _)| name)) {
        assert!(recorded(reference), "{reference} was done and is forgotten");
    }
    println!(
        "{kills} kills, {callers} at once: {} orders, {resent} sent again, {attention} for a person",
        entries.len()
    );
    journal.close().await;
    shared.drop().await;
    sandbox.shutdown().await;
}

/// A process ends its last connection as SQLite does: where it believes that it is the last one of
/// all, it deletes the write-ahead log.
#[tokio::test(flavor = "multi_thread")]
async fn what_another_process_opens_and_closes_meanwhile_is_whole_after_a_kill() {
    let place = Place::new();
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let (address, _taken) = line::serve(Duration::ZERO, Duration::ZERO).await;
    let task = Task {
        does: Does::Execute,
        journal: place.url(),
        line: address,
        sandbox: format!("{}/instamoney", sandbox.url()),
        ahead: 0,
        first: 0,
        again: Vec::new(),
        callers: 1,
    };
    let mut process = Process::start(&task);
    let hear = |mut process: Process, count: usize| {
        tokio::task::spawn_blocking(move || {
            let last = (0..count).map_while(|_| process.hear()).last();
            (process, last)
        })
    };
    for _ in 0..3 {
        (process, _) = hear(process, 20).await.unwrap();
        let journal = Journal::open(&place.url()).await.unwrap();
        journal.list(&Filter::new()).await.unwrap();
        journal.close().await;
    }
    let (mut process, last) = hear(process, 20).await.unwrap();
    process.kill();
    let journal = Journal::open(&place.url()).await.unwrap();
    // What it said last may have just begun.
    for order in 0..last.unwrap() {
        let found = journal.find(&reference(&format!("order-{order}"))).await;
        assert_eq!(found.unwrap().len(), 1, "order-{order} is forgotten");
    }
    journal.close().await;
    sandbox.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_is_killed_forgets_nothing_and_repeats_nothing_on_sqlite() {
    killed_again_and_again(Shared::Sqlite(Place::new()), 200, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_is_killed_forgets_nothing_and_repeats_nothing_on_postgres() {
    if let Some(shared) = Shared::postgres("kills on PostgreSQL").await {
        killed_again_and_again(shared, 200, 1).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "minutes"]
async fn a_process_that_is_killed_with_many_callers_at_work_loses_none_of_theirs_on_sqlite() {
    killed_again_and_again(Shared::Sqlite(Place::new()), 300, 64).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "minutes"]
async fn a_process_that_is_killed_with_many_callers_at_work_loses_none_of_theirs_on_postgres() {
    if let Some(shared) = Shared::postgres("kills on PostgreSQL").await {
        killed_again_and_again(shared, 300, 64).await;
    }
}
