//! An insurer on this machine, against `payments sandbox`: a mandate, its monthly charges, and
//! books of its own in which each premium is paid once, or known to have failed.
//! `premiums SANDBOX_URL JOURNAL_URL BOOKS ADDRESS`, as in
//! `premiums http://127.0.0.1:4010 sqlite://premiums.db premiums.txt 127.0.0.1:8080`

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs::{File, OpenOptions},
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{Router, extract::State, http::StatusCode, routing};
use chrono::{Days, Utc};
use payments::{
    Customer, IntervalUnit, MandateAmount, MandateRequest, Mandates, Money, Name, Product,
    Reference, Schedule, Settings, jakarta,
};
use payments_axum::{Intake, run, serve};
use payments_journal::{Change, Journal, Providers};

/// Thirty-two letters and digits, as the provider wants them.
const POLICY: &str = "policy00000000000000000000000001";

#[derive(Clone)]
struct Insurer {
    journal: Journal,
    mandates: Arc<dyn Mandates>,
    providers: Arc<Providers>,
    policy: Reference,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let [sandbox, journal, books, address] = [1, 2, 3, 4].map(|number| {
        env::args()
            .nth(number)
            .ok_or("SANDBOX JOURNAL BOOKS ADDRESS")
    });
    let books = Arc::new(Books::open(&books?)?);
    let client = Name::Rpi.client(&Settings::sandbox(&sandbox?))?;
    let mandates = client.mandates.ok_or("no mandates")?;
    let insurer = Insurer {
        journal: Journal::open(&journal?).await?,
        providers: Arc::new(Providers::new().mandates(Arc::clone(&mandates))),
        mandates,
        policy: POLICY.parse()?,
    };
    let callbacks = Intake::journal(insurer.journal.clone()).route(client.callbacks);
    let app = Router::new()
        .route("/sign", routing::post(sign))
        .route("/nightly", routing::post(nightly))
        .with_state(insurer.clone())
        .route("/callbacks/rpi", callbacks);
    let listener = tokio::net::TcpListener::bind(address?).await?;
    println!("the insurer listens");

    // What a crash left is finished, and what is told goes into the books.
    let work = insurer.clone();
    tokio::spawn(async move { work.journal.recover(&work.providers, stop()).await });
    let runner = tokio::spawn(async move {
        let keep = move |change: Change| {
            let kept = books.keep(&change);
            async move { kept }
        };
        run(&insurer.journal, keep, stop()).await
    });
    serve(listener, app, stop()).await;
    runner.await??;
    Ok(())
}

/// The customer takes out the policy; again and again is once.
async fn sign(State(insurer): State<Insurer>) -> Result<String, StatusCode> {
    let failed = |_| StatusCode::SERVICE_UNAVAILABLE;
    let recorded = insurer.journal.find(&insurer.policy).await;
    if let Some(entry) = recorded.map_err(failed)?.first() {
        return Ok(entry.state.to_string());
    }
    let first = jakarta::day(Utc::now()).checked_add_days(Days::new(2));
    let schedule = Schedule {
        start: first.unwrap_or_default(),
        unit: IntervalUnit::Month,
        interval: 1,
        occurrences: Some(12),
    };
    let request = MandateRequest::new(
        insurer.policy.clone(),
        MandateAmount::Fixed {
            amount: Money::idr(50_000),
        },
        schedule,
        Customer::default().phone("08123123123"),
        Product {
            name: "Life insurance".into(),
            code: "LIFE".into(),
        },
    );
    let done = insurer.journal.execute(&*insurer.mandates, &request).await;
    let mandate = done.map_err(failed)?.into_answer();
    let mandate = mandate.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    Ok(mandate.status.to_string())
}

/// Asks about every mandate that lives: what no callback told of is found.
async fn nightly(State(insurer): State<Insurer>) -> Result<String, StatusCode> {
    let failed = |_| StatusCode::SERVICE_UNAVAILABLE;
    let account = insurer.mandates.account().id();
    let journal = &insurer.journal;
    let asked = journal.reconcile(&insurer.providers, account, &insurer.policy);
    Ok(asked.await.map_err(failed)?.state.to_string())
}

/// The insurer's own books: a line for each premium whenever more is known of it.
struct Books {
    file: Mutex<File>,
    /// What is written of each premium, so that a change that is handed out again is no line.
    known: Mutex<BTreeMap<u32, String>>,
}

impl Books {
    fn open(path: &str) -> io::Result<Self> {
        let mut known = BTreeMap::new();
        for line in std::fs::read_to_string(path).unwrap_or_default().lines() {
            let mut words = line.splitn(2, ' ');
            if let (Some(Ok(number)), Some(what)) = (words.next().map(str::parse), words.next()) {
                known.insert(number, what.to_owned());
            }
        }
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        Ok(Self {
            file: Mutex::new(file),
            known: Mutex::new(known),
        })
    }

    /// A mandate that is active is no premium: only its charges are.
    fn keep(&self, change: &Change) -> io::Result<()> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        for charge in &change.what.charges {
            let Some(number) = charge.number else {
                continue;
            };
            let what = match charge.is_paid() {
                true => charge
                    .amount
                    .map_or_else(String::new, |amount| format!("paid {amount}")),
                false => format!("{} ({})", charge.status, charge.proof.as_str()),
            };
            if known.get(&number) != Some(&what) {
                let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
                writeln!(file, "{number} {what}")?;
                file.sync_data()?;
                known.insert(number, what);
            }
        }
        Ok(())
    }
}

async fn stop() {
    let _ = tokio::signal::ctrl_c().await;
}
