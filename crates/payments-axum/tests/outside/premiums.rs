//! The insurer of `examples/premiums.rs` through a year, killed again and again: its own books, the
//! provider's ledger and the journal agree in the end.

use std::{collections::BTreeMap, ffi::OsString, fs, path::PathBuf, time::Duration};

use chrono::{DateTime, Days, NaiveDate, Utc};
use payments::{IntervalUnit, Schedule, jakarta};
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    folder::{Folder, skipped},
    program::Program,
};

const FAILS: [u32; 3] = [3, 7, 11];

/// Enough for a delivery on this machine.
const MOMENT: Duration = Duration::from_millis(400);

struct Year {
    sandbox: Sandbox,
    folder: Folder,
    insurer: Program,
}

impl Year {
    async fn begin(insurer: Program) -> Self {
        let address = &insurer.address;
        let settings = Settings::new()
            .manual_clock(Utc::now())
            .callback_url("rpi", format!("http://{address}/callbacks/rpi"));
        let mut year = Self {
            sandbox: Sandbox::start(settings).await.unwrap(),
            folder: Folder::new(),
            insurer,
        };
        year.open().await;
        year
    }

    fn control(&self, method: &str, path: &str, body: Value) -> Value {
        self.sandbox.control(method, path, &body).unwrap()
    }

    fn books(&self) -> PathBuf {
        self.folder.path().join("premiums.txt")
    }

    /// What the insurer's books say last of each premium.
    fn premiums(&self) -> BTreeMap<u32, String> {
        let text = fs::read_to_string(self.books()).unwrap_or_default();
        let line = |line: &str| {
            let (number, what) = line.split_once(' ').unwrap();
            (number.parse().unwrap(), what.to_owned())
        };
        text.lines().map(line).collect()
    }

    async fn open(&mut self) {
        let mut arguments = [self.sandbox.url(), self.folder.sqlite()].map(OsString::from);
        let (books, address) = (self.books().into(), self.insurer.address.clone().into());
        let arguments = [&mut arguments[..], &mut [books, address]].concat();
        self.insurer.open(&arguments).await;
        while self.insurer.posts("/sign").await.is_none() {
            sleep(Duration::from_millis(50)).await;
        }
    }

    async fn advance(&self, seconds: i64) {
        let ahead = json!({ "seconds": seconds });
        self.control("POST", "clock/advance", ahead);
        sleep(MOMENT).await;
    }

    /// Until noon of a day.
    async fn advance_to(&self, noon: DateTime<Utc>) {
        let clock = self.control("GET", "clock", Value::Null);
        let now: DateTime<Utc> = clock["now"].as_str().unwrap().parse().unwrap();
        self.advance((noon - now).num_seconds()).await;
    }

    /// The provider sends the callbacks again that tell of charges like this, the last one first.
    fn resend(&self, schedule: &Schedule, which: impl Fn(u32) -> bool) {
        let all = self.control("GET", "callbacks?limit=1000", Value::Null);
        for callback in all.as_array().unwrap().iter().rev() {
            let day = callback["body"]["details"]["chargeDate"].as_str().unwrap();
            let day = NaiveDate::parse_from_str(day, "%d-%m-%Y").unwrap();
            if which(schedule.number_near(day)) {
                let path = format!("callbacks/{}/resend", callback["id"]);
                self.control("POST", &path, json!({}));
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_years_premiums_nine_are_paid_once_and_three_failed_whenever_the_insurer_is_killed() {
    let Some(program) = Program::of_example("premiums") else {
        skipped("the insurer's year", "cargo build --examples was not run");
        return;
    };
    let start = jakarta::day(Utc::now()) + Days::new(2);
    let schedule = Schedule {
        start,
        unit: IntervalUnit::Month,
        interval: 1,
        occurrences: Some(12),
    };
    let mut year = Year::begin(program).await;
    year.control(
        "POST",
        "payments/rpi/policy00000000000000000000000001/pay",
        json!({}),
    );
    for number in 1..=12 {
        if FAILS.contains(&number) {
            let fault = json!({"provider": "rpi", "fault": "failed_charge"});
            year.control("POST", "faults", fault);
        }
        let day = jakarta::bounds(schedule.date(number).unwrap());
        let noon = day.start + chrono::TimeDelta::hours(12);
        match number % 4 {
            // Nobody is there, however often it is delivered.
            1 => {
                year.insurer.kill();
                year.advance_to(noon).await;
                year.advance(600).await;
                year.open().await;
            }
            // Killed while it is told.
            2 => {
                let clock = year.advance_to(noon);
                tokio::time::timeout(MOMENT / 8, clock)
                    .await
                    .unwrap_or_default();
                year.insurer.kill();
                year.open().await;
                year.advance(600).await;
            }
            // Told, and told again.
            3 => {
                year.advance_to(noon).await;
                year.resend(&schedule, |_| true);
            }
            _ => year.advance_to(noon).await,
        }
    }
    year.insurer.posts("/nightly").await.unwrap();
    year.insurer.kill();
    year.open().await;
    let expected: BTreeMap<u32, String> = (1..=12)
        .map(|number| match FAILS.contains(&number) {
            true => (number, "failed (told)".to_owned()),
            false => (number, "paid IDR 50000".to_owned()),
        })
        .collect();
    // The endpoint asks about one mandate every few seconds only, and has the others come again.
    for _ in 0..60 {
        let premiums = year.premiums();
        if premiums == expected {
            break;
        }
        year.resend(&schedule, |number| {
            premiums.get(&number) != expected.get(&number)
        });
        sleep(Duration::from_secs(1)).await;
    }
    assert_eq!(year.premiums(), expected);
    let ledger = year.control("GET", "ledger?limit=1000", Value::Null);
    assert_eq!(ledger.as_array().unwrap().len(), 9);
    // No premium is in the books as paid twice, and none that failed was ever in them as paid.
    let lines = fs::read_to_string(year.books()).unwrap();
    let paid = lines.lines().filter(|line| line.contains("paid"));
    assert_eq!(paid.count(), 9, "{lines}");
}
