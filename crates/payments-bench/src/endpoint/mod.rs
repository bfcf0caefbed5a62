//! Callbacks against an endpoint that stores them before it acknowledges, from another process: how
//! many, how late, in how much memory; and that nothing which was acknowledged is missing, also
//! when the endpoint is killed in the middle.

mod orders;
mod senders;
mod shop;

use std::{collections::BTreeMap, fs, path::PathBuf, thread::sleep, time::Duration};

use payments_journal::{Journal, Options};
use tokio::runtime::Runtime;

pub use shop::serve;

use self::{
    orders::Callback,
    senders::Run as Sent,
    shop::{Kept, Shop},
};
use crate::{
    Result, Run,
    figure::{Budget, Figure},
    interleave::{Variant, interleave, median},
};

const ROW: &str = "endpoint";

/// How many deliver at once.
const AT_ONCE: [usize; 2] = [1, 64];

/// Measures both routes in turns, and the one with a journal once more with the process killed in
/// the middle.
pub fn run(run: &Run) -> Result<()> {
    let count = if run.quick { 200 } else { 10_000 };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let stage = &Stage::set(runtime, count)?;
    for at_once in AT_ONCE {
        eprintln!("{ROW}: {count} callbacks, {at_once} at once");
        let route = |how: How| move || stage.round(how, at_once);
        let mut variants: [Variant<'_, Result<Round>>; 3] = [
            Box::new(route(How::Synced)),
            Box::new(route(How::Nowhere)),
            Box::new(route(How::Written)),
        ];
        let rounds = interleave(run.rounds(1, 3), &mut variants).into_iter();
        let rounds: Vec<Vec<Round>> = rounds
            .map(|rounds| rounds.into_iter().collect())
            .collect::<Result<_>>()?;
        let of = |number: usize, of: fn(&Round) -> f64| median(rounds[number].iter().map(of));
        for (what, unit, value) in MEASURED {
            let figure = Figure::new(ROW, told(what, at_once), unit, of(0, value))
                .against("the same route without a journal", of(1, value))
                .note(format!(
                    "{count} callbacks of recorded payments a round; SQLite, synced for each"
                ));
            match (unit, at_once) {
                ("1/s", 64) => figure.within(Budget::AtLeast {
                    ratio: None,
                    absolute: Some(7_500.0),
                }),
                _ if at_once == 64 && what == LATE => figure.within(Budget::Absolute(25.0)),
                _ => figure,
            }
            .print()?;
        }
        let what = told(
            "acknowledged a second, without waiting for the disk",
            at_once,
        );
        Figure::new(ROW, what, "1/s", of(2, |round| round.sent.rate()))
            .against("the same, waiting", of(0, |round| round.sent.rate()))
            .print()?;
    }
    eprintln!("{ROW}: killed in the middle");
    let (round, missing) = stage.killed(64)?;
    for (what, unit, value) in MEASURED {
        Figure::new(
            ROW,
            format!("killed once: {}", told(what, 64)),
            unit,
            value(&round),
        )
        .note("until acknowledged, with the time that the endpoint was away")
        .print()?;
    }
    Figure::new(
        ROW,
        "killed once: acknowledged and missing",
        "",
        missing as f64,
    )
    .note(format!("of {count} callbacks; each is in the outbox once"))
    .print()?;
    Ok(())
}

const LATE: &str = "99th percentile until acknowledged";

type Measured = (&'static str, &'static str, fn(&Round) -> f64);

const MEASURED: [Measured; 4] = [
    ("acknowledged a second", "1/s", |round| round.sent.rate()),
    ("median until acknowledged", "ms", |round| {
        round.sent.until(0.5)
    }),
    (LATE, "ms", |round| round.sent.until(0.99)),
    ("the endpoint's memory at most", "MiB", |round| round.memory),
];

fn told(what: &str, at_once: usize) -> String {
    format!("{what}, {at_once} at once")
}

/// Where a round's callbacks are kept.
#[derive(Clone, Copy, PartialEq)]
enum How {
    Nowhere,
    Synced,
    Written,
}

/// What one round came to.
struct Round {
    sent: Sent,
    /// Of the endpoint, at most, in MiB.
    memory: f64,
}

/// A folder with a journal in which all payments are recorded, and their callbacks.
struct Stage {
    runtime: Runtime,
    folder: PathBuf,
    callbacks: Vec<Callback>,
}

impl Stage {
    fn set(runtime: Runtime, count: usize) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("payments-bench-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let stage = Self {
            callbacks: (0..count).map(orders::callback).collect::<Result<_>>()?,
            runtime,
            folder,
        };
        eprintln!("{ROW}: recording {count} payments");
        stage.runtime.block_on(async {
            let journal = stage.journal("recorded").await?;
            orders::record(&journal, count).await?;
            all_told(&journal).await?;
            journal.close().await;
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
        })?;
        Ok(stage)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.db"))
    }

    /// A journal on this side, which need not be durable.
    async fn journal(&self, name: &str) -> Result<Journal> {
        let url = format!("sqlite://{}", self.file(name).display());
        Ok(Journal::open_with(&url, Options::new().not_durable()).await?)
    }

    /// A copy of what was recorded.
    fn copied(&self, name: &str) -> Result<PathBuf> {
        for end in ["-wal", "-shm"] {
            let _ = fs::remove_file(self.folder.join(format!("{name}.db{end}")));
        }
        fs::copy(self.file("recorded"), self.file(name))?;
        Ok(self.file(name))
    }

    fn round(&self, how: How, at_once: usize) -> Result<Round> {
        let journal = self.copied("round")?;
        let shop = Shop::open(
            0,
            match how {
                How::Nowhere => Kept::Nowhere,
                How::Synced => Kept::Synced(&journal),
                How::Written => Kept::Written(&journal),
            },
        )?;
        let sending = senders::deliver(shop.address, &self.callbacks, at_once, || ());
        let sent = self.runtime.block_on(sending)?;
        let memory = shop.memory()?;
        drop(shop);
        if how == How::Synced {
            self.each_is_told_once("round", &sent)?;
        }
        Ok(Round { sent, memory })
    }

    /// Kills the endpoint when half of the callbacks are acknowledged, looks at what it has stored,
    /// and starts it again on the same port.
    fn killed(&self, at_once: usize) -> Result<(Round, usize)> {
        let journal = self.copied("killed")?;
        let first = Shop::open(0, Kept::Synced(&journal))?;
        let (address, half) = (first.address, self.callbacks.len() / 2);
        let (reached, killing) = std::sync::mpsc::channel();
        let killer = std::thread::spawn(move || -> std::result::Result<Shop, String> {
            killing.recv().map_err(|error| error.to_string())?;
            drop(first);
            sleep(Duration::from_millis(200));
            Shop::open(address.port(), Kept::Synced(&journal)).map_err(|error| error.to_string())
        });
        let mut acknowledged = 0;
        let sending = senders::deliver(address, &self.callbacks, at_once, || {
            acknowledged += 1;
            if acknowledged == half {
                let _ = reached.send(());
            }
        });
        let sent = self.runtime.block_on(sending)?;
        let shop = killer.join().map_err(|_| "the killer died")??;
        let memory = shop.memory()?;
        drop(shop);
        if sent.failed == 0 {
            return Err("nobody has noticed that the endpoint was killed".into());
        }
        let missing = self.each_is_told_once("killed", &sent)?;
        Ok((Round { sent, memory }, missing))
    }

    /// Counts in the outbox: how many of those acknowledged are missing; an error if any is, or is
    /// there twice.
    fn each_is_told_once(&self, name: &str, sent: &Sent) -> Result<usize> {
        let told = self.runtime.block_on(async {
            let journal = self.journal(name).await?;
            let told = all_told(&journal).await?;
            journal.close().await;
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(told)
        })?;
        let references = sent
            .acknowledged
            .iter()
            .map(|number| orders::reference(*number));
        let missing = references.filter(|name| !told.contains_key(name)).count();
        let twice = told.values().filter(|times| **times > 1).count();
        if (missing, twice, told.len()) != (0, 0, self.callbacks.len()) {
            let all = told.len();
            return Err(format!("{missing} are missing, {twice} are told twice, of {all}").into());
        }
        Ok(missing)
    }
}

/// Empties the outbox: how often it told of each reference.
async fn all_told(journal: &Journal) -> Result<BTreeMap<String, usize>> {
    let mut told = BTreeMap::new();
    loop {
        let changes = journal.changes(10_000, Duration::from_secs(600)).await?;
        if changes.is_empty() {
            return Ok(told);
        }
        for change in changes {
            *told.entry(change.reference.to_string()).or_default() += 1;
            journal.acknowledge(&change).await?;
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
