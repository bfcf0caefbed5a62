//! A reseller on this machine, against `payments sandbox`: bills and top-ups, paid out of a deposit
//! with the provider, and books of its own in which each is sold once, at what it cost.
//! `reseller SANDBOX_URL JOURNAL_URL BOOKS ADDRESS`, as in
//! `reseller http://127.0.0.1:4010 sqlite://reseller.db reseller.txt 127.0.0.1:8080`. A fifth
//! argument sets its clock so many seconds ahead: a rehearsal need not wait for delays.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    routing::{get, post},
};
use chrono::{DateTime, Utc};
use payments::{
    BillRequest, Bills, Money, Name, News, Reference, Settings, TopupRequest, Topups, async_trait,
    retry::{Clock, later},
};
use payments_axum::{Intake, run, serve};
use payments_journal::{Change, Journal, Options, Providers};

const TOPUP: &str = "xld10";

/// The most that a top-up may cost: prices rise between the list and the sale.
const HIGHEST: u64 = 12_000;

#[derive(Clone)]
struct Reseller {
    journal: Journal,
    bills: Arc<dyn Bills>,
    topups: Arc<dyn Topups>,
    providers: Arc<Providers>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let named = |number| env::args().nth(number).ok_or("an argument is missing");
    let [sandbox, journal, books, address] = [1, 2, 3, 4].map(named);
    let ahead = env::args().nth(5).unwrap_or_default();
    let clock = Ahead(Duration::from_secs(ahead.parse().unwrap_or(0)));
    let books = Arc::new(Books::open(&books?)?);
    let settings = Settings::sandbox(&sandbox?);
    // Without it a callback proves nothing, and each is asked about.
    let settings = settings.set("digiswitch_callback_secrets", "sandbox-signing-secret");
    let client = Name::Digiswitch.client(&settings)?;
    let bills = client.bills.ok_or("no bills")?;
    let topups = client.topups.ok_or("no top-ups")?;
    let providers = Providers::new().bills(Arc::clone(&bills));
    let often = Duration::from_secs(300);
    // With the customers' numbers, the workers finish alone; they ask about what stays pending.
    let options = Options::new().keep_requests().ask_pending(often, often);
    let reseller = Reseller {
        journal: Journal::open_with(&journal?, options.clock(clock)).await?,
        providers: Arc::new(providers.topups(Arc::clone(&topups))),
        bills,
        topups,
    };
    let callbacks = Intake::journal(reseller.journal.clone()).route(client.callbacks);
    let app = Router::new()
        .route("/sell/{reference}/{product}/{customer}", post(sell))
        .route("/balance", get(balance))
        .with_state(reseller.clone())
        .route("/callbacks/digiswitch", callbacks);
    let listener = tokio::net::TcpListener::bind(address?).await?;
    println!("the reseller listens");

    let work = reseller.clone();
    tokio::spawn(async move { work.journal.recover(&work.providers, stop()).await });
    let runner = tokio::spawn(async move {
        let keep = move |change: Change| {
            let kept = books.keep(&change);
            async move { kept }
        };
        run(&reseller.journal, keep, stop()).await
    });
    serve(listener, app, stop()).await;
    runner.await??;
    Ok(())
}

/// A customer buys; under the same reference again and again is once.
async fn sell(
    State(Reseller {
        journal,
        bills,
        topups,
        ..
    }): State<Reseller>,
    Path((reference, product, customer)): Path<(Reference, String, String)>,
) -> Result<String, StatusCode> {
    if let Some(entry) = journal.find(&reference).await.map_err(away)?.first() {
        return Ok(entry.state.to_string());
    }
    let sold = if product == TOPUP {
        let request = TopupRequest::new(reference, product, customer);
        let request = request.maximum_price(Money::idr(HIGHEST));
        let done = journal.execute(&topups, &request).await.map_err(away)?;
        done.into_answer().map(|topup| topup.status)
    } else {
        let bill = BillRequest::new(reference, product, customer);
        let inquiry = bills.inquire(&bill).await.map_err(away)?;
        let done = journal.execute(&bills, &inquiry).await.map_err(away)?;
        done.into_answer().map(|payment| payment.status)
    };
    Ok(sold.map_or_else(|error| error.to_string(), |status| status.to_string()))
}

/// What is left of the deposit.
async fn balance(State(reseller): State<Reseller>) -> Result<String, StatusCode> {
    let balance = reseller.topups.balance().await;
    Ok(balance.map_err(away)?.amount().to_string())
}

fn away<E>(_: E) -> StatusCode {
    StatusCode::SERVICE_UNAVAILABLE
}

/// The reseller's own books: a line for each sale whenever more is known of it; and what is
/// written, so that a change that is handed out again is no line.
struct Books(Mutex<(File, BTreeMap<String, String>)>);

impl Books {
    fn open(path: &str) -> io::Result<Self> {
        let written = fs::read_to_string(path).unwrap_or_default();
        let lines = written.lines().filter_map(|line| line.split_once(' '));
        let known = lines.map(|(sale, what)| (sale.to_owned(), what.to_owned()));
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        Ok(Self(Mutex::new((file, known.collect()))))
    }

    /// Pending is no sale, and what went back costs nothing.
    fn keep(&self, change: &Change) -> io::Result<()> {
        let cost = match &change.what.answer {
            Some(News::Bill(payment)) => payment.cost,
            Some(News::Topup(topup)) => topup.price,
            _ => None,
        };
        let what = match (&change.what.status, cost) {
            (Some(status), Some(cost)) if status.is_paid() => format!("sold {}", cost.amount()),
            (Some(status), _) => status.to_string(),
            (None, _) => return Ok(()),
        };
        let mut books = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ((file, known), sale) = (&mut *books, change.reference.to_string());
        if known.get(&sale) != Some(&what) {
            writeln!(file, "{sale} {what}")?;
            file.sync_data()?;
            known.insert(sale, what);
        }
        Ok(())
    }
}

#[derive(Debug)]
struct Ahead(Duration);

#[async_trait]
impl Clock for Ahead {
    fn now(&self) -> DateTime<Utc> {
        later(Utc::now(), self.0)
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}

async fn stop() {
    let _ = tokio::signal::ctrl_c().await;
}
