//! The fixture in which schedules are played: a sandbox and the clients of its providers, reused.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, NaiveDate, Utc};
use payments::{Account, Client, MandateQuery, Method, Money, Name, PaymentQuery, Reference};
use payments_journal::{Journal, Options, Providers};
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

use super::{
    clock::SharedClock,
    judge::Moved,
    order::{ACCOUNTS, Order},
    trace::{Event, Trace},
};
use crate::{failure::Failure, providers};

/// When every schedule begins: ten in the morning in Jakarta.
pub(super) const START: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_420_400_000_000_000);

pub(super) struct Theatre {
    sandbox: Arc<Sandbox>,
    /// By which the merchant works, its clients too, and the sandbox.
    clock: SharedClock,
    pub(super) names: Vec<Name>,
    /// By account, then by the provider's name.
    clients: [BTreeMap<&'static str, Client>; ACCOUNTS],
    /// The workers of each account: what one may do, the other has no client for.
    pub(super) workers: [Providers; ACCOUNTS],
    /// What each provider's tables list, as the sandbox shows it.
    pub(super) codes: Vec<Value>,
    /// Whether a schedule tells its story: when it is played alone.
    pub(super) tells: bool,
    /// What happens is kept only where somebody wants to see it.
    pub(super) trace: Option<Trace>,
    folder: PathBuf,
    /// The number of the schedule: each has a file of its own.
    number: AtomicU64,
}

/// Whether a provider's clients keep a token.
fn keeps_a_token(name: &str) -> bool {
    let name = name.parse::<Name>();
    let operations = name.map_or(&[][..], |name| name.dictionary().operations);
    let mut names = operations.iter().map(|bodies| bodies.operation.name);
    names.any(|name| name == "get_token")
}

/// Lets a client fetch its token, which the sandbox forgets when a schedule begins. What a schedule
/// before left of a token, which may have been an odd one, is gone: so every schedule is like the
/// first on its stage, and the same on every stage.
async fn rehearse(client: &Client) -> Result<(), Failure> {
    let reference: Reference = "00000000000000000000000000nobody".parse()?;
    // Nobody knows it, so nothing but an error can come of it.
    if let Some(payments) = &client.payments {
        let _ = payments
            .get(&PaymentQuery::new(reference.clone(), Method::ANY))
            .await;
    }
    if let Some(mandates) = &client.mandates {
        let mut query = MandateQuery::new(reference);
        query.provider_id = Some("nobody".into());
        query.customer_id = Some("nobody".into());
        let _ = mandates.get(&query).await;
    }
    Ok(())
}

impl Theatre {
    /// `told_apart`: the two accounts have two names. With one name for both, the journal takes
    /// them for one.
    pub(super) async fn open(
        folder: &Path,
        names: &[Name],
        told_apart: bool,
        tells: bool,
    ) -> Result<Self, Failure> {
        let settings = Settings::new()
            .manual_clock(START)
            .seed(1)
            .digiswitch_account("second", "second-key");
        let sandbox = Sandbox::start(providers::proving(settings))
            .await
            .map_err(|error| Failure::failed("the sandbox cannot be started").caused_by(error))?;
        let names = match names {
            [] => Name::ALL.to_vec(),
            names => names.to_vec(),
        };
        let sandbox = Arc::new(sandbox);
        let mut theatre = Self {
            clock: SharedClock::new(Arc::clone(&sandbox), START),
            clients: Default::default(),
            workers: Default::default(),
            codes: Vec::new(),
            folder: folder.to_owned(),
            number: AtomicU64::new(0),
            tells,
            trace: None,
            names,
            sandbox,
        };
        if let Value::Array(codes) = theatre.control("GET", "faults/codes", &Value::Null)? {
            theatre.codes = codes;
        }
        for name in theatre.names.clone() {
            let url = theatre.sandbox.url();
            let second = match told_apart {
                true => "second",
                false => Account::DEFAULT,
            };
            let clock = theatre.clock.clone();
            let clients = providers::two_in_sandbox(name, &url, second, clock)?;
            let places = theatre.clients.iter_mut().zip(&mut theatre.workers);
            for (client, (known, workers)) in clients.into_iter().zip(places) {
                *workers = providers::employ(std::mem::take(workers), &client);
                known.insert(name.as_str(), client);
            }
        }
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::failed("no folder can be made").caused_by(error))?;
        // The tables are made once; each schedule begins with a copy.
        let empty = theatre
            .journal("empty.db", Options::new().not_durable())
            .await?;
        empty.close().await;
        Ok(theatre)
    }

    /// Keeps what happens from now on.
    pub(super) fn watch(&mut self) -> Trace {
        let trace = Trace::new(Arc::clone(&self.sandbox), self.clock.clone());
        self.trace.insert(trace).clone()
    }

    /// Notes what happens, where somebody wants to see it.
    pub(super) fn note(&self, event: impl FnOnce() -> Event) {
        if let Some(trace) = &self.trace {
            trace.note(event());
        }
    }

    pub(super) async fn close(self) {
        drop((self.clients, self.workers, self.clock, self.trace));
        if let Some(sandbox) = Arc::into_inner(self.sandbox) {
            sandbox.shutdown().await;
        }
    }

    /// Begins anew: nobody has paid, the clock stands at its start, and no journal was written.
    pub(super) async fn reset(&self) -> Result<SharedClock, Failure> {
        self.control("POST", "reset", &Value::Null)?;
        for (name, client) in self.clients.iter().flatten() {
            if keeps_a_token(name) {
                rehearse(client).await?;
            }
        }
        self.control("POST", "reset", &Value::Null)?;
        // A worker that has died may still hold the file of the schedule before, so that file is
        // not used again.
        let before = Self::journal_file(self.number.fetch_add(1, Ordering::Relaxed));
        for rest in ["", "-wal", "-shm"] {
            // It is there only if the schedule before was cut short, or was not the first one.
            let _ = std::fs::remove_file(self.folder.join(format!("{before}{rest}")));
        }
        let now = Self::journal_file(self.number.load(Ordering::Relaxed));
        let copied = std::fs::copy(self.folder.join("empty.db"), self.folder.join(now));
        copied.map_err(|error| Failure::failed("the journal cannot be copied").caused_by(error))?;
        self.clock.reset();
        if let Some(trace) = &self.trace {
            trace.begin();
        }
        Ok(self.clock.clone())
    }

    /// The journal of the schedule, as a process opens it.
    pub(super) async fn open_journal(&self, options: Options) -> Result<Journal, Failure> {
        let file = Self::journal_file(self.number.load(Ordering::Relaxed));
        self.journal(&file, options.not_durable()).await
    }

    fn journal_file(number: u64) -> String {
        format!("journal-{number}.db")
    }

    async fn journal(&self, file: &str, options: Options) -> Result<Journal, Failure> {
        let url = format!("sqlite://{}", self.folder.join(file).display());
        Journal::open_with(&url, options)
            .await
            .map_err(|error| Failure::failed("the journal cannot be opened").caused_by(error))
    }

    pub(super) fn control(&self, method: &str, path: &str, body: &Value) -> Result<Value, Failure> {
        self.sandbox
            .control(method, path, body)
            .map_err(|error| Failure::failed(format!("the sandbox refused {path}: {error}")))
    }

    /// The client of an account of a provider.
    pub(super) fn client(&self, provider: &str, account: usize) -> Option<&Client> {
        self.clients.get(account)?.get(provider)
    }

    /// The payments of an order whose customer could act, by the provider's name, reference and id.
    pub(super) fn payments(&self, order: &str) -> Result<Vec<[String; 3]>, Failure> {
        let all = self.control("GET", "payments", &Value::Null)?;
        let text = |payment: &Value, name: &str| {
            payment
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let of_order = |payment: &&Value| text(payment, "reference").starts_with(order);
        Ok(all
            .as_array()
            .into_iter()
            .flatten()
            .filter(of_order)
            .map(|payment| ["provider", "reference", "id"].map(|name| text(payment, name)))
            .collect())
    }

    /// Lets the customer act; a conflict means that there is nothing to act on.
    pub(super) fn act(&self, [provider, reference, id]: &[String; 3], action: &str) {
        let body = json!({"provider": provider, "reference": reference, "id": id});
        let _ = self
            .sandbox
            .control("POST", &format!("payments/{action}"), &body);
    }

    /// The money that moved for an order, under whatever reference. Nothing is to be taken after
    /// the last day, where there is one.
    pub(super) fn moved(&self, order: &Order) -> Result<Moved, Failure> {
        let rows = self.control("GET", "ledger", &Value::Null)?;
        let text = |row: &Value, name: &str| {
            let text = row.get(name).and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        };
        let charges = self.charges(&order.name)?;
        let mut moved = Moved::default();
        let rows = rows.as_array().into_iter().flatten();
        for row in rows.filter(|row| text(row, "reference").starts_with(&order.name)) {
            // A charge is of its day, whenever it is made.
            let day = charges.get(&text(row, "id"));
            if order.last_day().is_some_and(|last| day > Some(&last)) {
                moved.on_other_days += u64::from(text(row, "kind") == "debit");
                continue;
            }
            let money = json!({"amount": row["amount"], "currency": row["currency"]});
            let money: Money = serde_json::from_value(money)
                .map_err(|error| Failure::failed("the ledger is unreadable").caused_by(error))?;
            match text(row, "kind").as_str() {
                "debit" => moved.debits.push(money),
                _ => moved.refunds.push(money),
            }
        }
        Ok(moved)
    }

    /// The days of an order's charges, by their ids.
    fn charges(&self, order: &str) -> Result<BTreeMap<String, NaiveDate>, Failure> {
        let all = self.control("GET", "payments", &Value::Null)?;
        let is_of_order = |payment: &&Value| {
            let reference = payment.get("reference").and_then(Value::as_str);
            reference.is_some_and(|reference| reference.starts_with(order))
        };
        let of_order = all.as_array().into_iter().flatten().filter(is_of_order);
        let charges = of_order.filter_map(|payment| payment.get("charges")?.as_array());
        let day_of = |charge: &Value| {
            let day = charge.get("date")?.as_str()?;
            let day = NaiveDate::parse_from_str(day, "%d-%m-%Y").ok()?;
            Some((charge.get("id")?.as_str()?.to_owned(), day))
        };
        Ok(charges.flatten().filter_map(day_of).collect())
    }

    /// The callbacks that the providers have sent so far: name, headers, body.
    pub(super) fn callbacks(&self) -> Result<Vec<Value>, Failure> {
        let all = self.control("GET", "callbacks", &Value::Null)?;
        Ok(match all {
            Value::Array(all) => all,
            _ => Vec::new(),
        })
    }
}
