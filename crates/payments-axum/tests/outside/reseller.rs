//! The reseller of `examples/reseller.rs`, killed again and again while answers and callbacks are
//! lost and prices rise: its own books, its deposit and the provider's ledger agree in the end.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    fs,
    path::PathBuf,
    time::Duration,
};

use chrono::Utc;
use payments_journal::{Decision, Filter, Journal, State};
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::{
    folder::{Folder, skipped},
    program::Program,
};

const DEPOSIT: u64 = 10_000_000;

/// What the example pays for a top-up at most.
const HIGHEST: i64 = 12_000;

const SALES: usize = 56;

/// Enough for a delivery on this machine.
const MOMENT: Duration = Duration::from_millis(400);

/// The test customers: served at once, served later, refused at once, refused later.
const CUSTOMERS: [[&str; 2]; 8] = [
    ["pln", "530000000001"],
    ["xld10", "087800001230"],
    ["pln", "630000000001"],
    ["xld10", "087800001233"],
    ["pln", "530000000006"],
    ["xld10", "087800001232"],
    ["pln", "630000000006"],
    ["xld10", "087800001234"],
];

const FAULTS: [&str; 7] = [
    "reset_after_commit",
    "price_rise",
    "error_after_commit",
    "reset_before_commit",
    "hidden_after_commit",
    "void_after_capture",
    "html",
];

struct Business {
    sandbox: Sandbox,
    folder: Folder,
    reseller: Program,
    /// By how much its clock is ahead.
    ahead: u64,
}

impl Business {
    async fn begin(reseller: Program) -> Self {
        let settings = Settings::new()
            .manual_clock(Utc::now())
            .digiswitch_balance(DEPOSIT)
            .callback_secret("digiswitch", "sandbox-signing-secret")
            .callback_url(
                "digiswitch",
                format!("http://{}/callbacks/digiswitch", reseller.address),
            );
        let mut business = Self {
            sandbox: Sandbox::start(settings).await.unwrap(),
            folder: Folder::new(),
            reseller,
            ahead: 0,
        };
        business.open().await;
        business
    }

    fn control(&self, method: &str, path: &str, body: Value) -> Value {
        self.sandbox.control(method, path, &body).unwrap()
    }

    fn books(&self) -> PathBuf {
        self.folder.path().join("reseller.txt")
    }

    async fn open(&mut self) {
        let arguments = [
            self.sandbox.url(),
            self.folder.sqlite(),
            self.books().display().to_string(),
            self.reseller.address.clone(),
            self.ahead.to_string(),
        ];
        self.reseller.open(&arguments.map(OsString::from)).await;
    }

    /// It dies, and another one finds so much later what it left.
    async fn dies(&mut self, later: u64) {
        self.reseller.kill();
        self.ahead += later;
        self.open().await;
        if later > 0 {
            self.control("POST", "clock/advance", json!({ "seconds": later }));
        }
    }

    /// A person looks at the provider's dashboard for what the journal could not settle: nothing
    /// arrived of it. Whether all is finished.
    async fn is_decided(&mut self) -> bool {
        self.reseller.kill();
        let journal = Journal::open(&self.folder.sqlite()).await.unwrap();
        let filter = Filter::new().state(State::NeedsAttention);
        for entry in journal.list(&filter).await.unwrap() {
            let arrived = self.ledger().contains_key(entry.reference.as_str());
            assert!(!arrived, "it can be asked for: {entry:?}");
            let (account, reference) = (&entry.account, &entry.reference);
            let decision = Decision::NothingHappened;
            let decided = journal.resolve(account, reference, decision, "Ani", "the dashboard");
            decided.await.unwrap();
        }
        let counts = journal.counts().await.unwrap();
        journal.close().await;
        self.open().await;
        let is_finished = |state: &State| matches!(state, State::Finished | State::Refused);
        counts.keys().all(is_finished)
    }

    /// What the books say last of each sale, and how often one was sold in them.
    fn sales(&self) -> (BTreeMap<String, String>, usize) {
        let text = fs::read_to_string(self.books()).unwrap_or_default();
        let lines = text.lines().map(|line| line.split_once(' ').unwrap());
        let last = lines.map(|(sale, what)| (sale.to_owned(), what.to_owned()));
        let sold = text.lines().filter(|line| line.contains(" sold "));
        (last.collect(), sold.count())
    }

    /// What the ledger says was taken for each sale, and stayed.
    fn ledger(&self) -> BTreeMap<String, i64> {
        let rows = self.control("GET", "ledger?limit=1000", Value::Null);
        let mut taken = BTreeMap::new();
        for row in rows.as_array().unwrap() {
            let amount = row["amount"].to_string().replace('"', "");
            let amount: i64 = amount.parse().unwrap();
            let sale = row["reference"].as_str().unwrap().to_owned();
            *taken.entry(sale).or_insert(0) += match row["kind"] == "debit" {
                true => amount,
                false => -amount,
            };
        }
        taken.retain(|_, amount| *amount != 0);
        taken
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn books_deposit_and_ledger_of_a_reseller_agree_whenever_it_is_killed() {
    let Some(program) = Program::of_example("reseller") else {
        skipped("the reseller", "cargo build --examples was not run");
        return;
    };
    let mut business = Business::begin(program).await;
    let mut kills = 0;
    for number in 0..SALES {
        let reference = format!("sale-{number}");
        let [product, customer] = CUSTOMERS[number % CUSTOMERS.len()];
        if number % 3 > 0 {
            let fault = FAULTS[number % FAULTS.len()];
            let order = json!({"provider": "digiswitch", "fault": fault, "reference": reference});
            business.control("POST", "faults", order);
        }
        if number % 5 < 2 {
            let fault = ["drop", "duplicate"][number % 5];
            let order = json!({
                "provider": "digiswitch", "operation": "callback", "fault": fault,
                "reference": reference,
            });
            business.control("POST", "faults", order);
        }
        let path = format!("/sell/{reference}/{product}/{customer}");
        if number % 4 == 1 {
            // Killed while it sells.
            let patience = Duration::from_millis(5 + (number as u64 * 7) % 40);
            let _ = timeout(patience, business.reseller.posts(&path)).await;
            business.dies(0).await;
            kills += 1;
        }
        // The customer is impatient.
        business.reseller.posts(&path).await;
        business.reseller.posts(&path).await;
    }
    business.control("DELETE", "faults", Value::Null);
    // Sellers answer at last, delays pass, and after a day the journal gives up.
    let mut finished = false;
    for later in [600; 3].into_iter().chain([12_000; 9]) {
        business.dies(later).await;
        sleep(4 * MOMENT).await;
        finished = business.is_decided().await;
        if finished {
            break;
        }
    }
    assert!(finished);
    let balance = business.reseller.gets("/balance").await.unwrap();

    let (sales, sold_lines) = business.sales();
    let sold: BTreeMap<String, i64> = sales
        .iter()
        .filter_map(|(sale, what)| Some((sale.clone(), what.strip_prefix("sold ")?.parse().ok()?)))
        .collect();
    assert_eq!(sold, business.ledger());
    let cost: i64 = sold.values().sum();
    assert_eq!(balance, (DEPOSIT as i64 - cost).to_string());
    // Each is sold once in the books; some went back later.
    let ever: BTreeSet<_> = sales.keys().collect();
    assert!(sold_lines >= sold.len() && sold_lines <= ever.len());
    let dear = |sale: &&String| sales[*sale].starts_with("sold") && sold[*sale] > HIGHEST;
    assert_eq!(ever.iter().filter(|sale| dear(sale)).count(), 0, "{sold:?}");
    assert!(sold.len() > 12 && kills > 10, "{} {kills}", sold.len());
}
