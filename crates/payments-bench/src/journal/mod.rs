//! Row `journal`: intents per second, with few and with many finished ones, against the two
//! statements that somebody would write by hand.

mod fake;
mod fill;
pub mod open;
mod place;
mod pooled;

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use payments_core::PaymentStatus;
use payments_journal::{Error, Journal, Options, Record};
use tokio::runtime::{Builder, Runtime};

use crate::{
    Run,
    figure::{Budget, Figure, skipped},
    interleave::{Variant, interleave, median},
};
use fake::{Fake, account, paid, request};
use place::Place;

const ROW: &str = "journal";
const BY_HAND: &str = "INSERT and UPDATE by hand";
const UNIT: &str = "intents/s";
/// How many execute at once.
const WORKERS: [usize; 3] = [1, 4, 64];
/// How many callbacks, and how many of them at once.
const CALLBACKS: usize = 6400;
const AT_ONCE: usize = 64;
/// How many intents for the archive.
const PIECES: usize = 400;
/// In how many parts PostgreSQL's tables are split.
const PARTITIONS: u16 = 16;

pub fn run(run: &Run) -> crate::Result<()> {
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    measure(run, &runtime, runtime.block_on(Place::sqlite())?)?;
    match std::env::var("DATABASE_URL") {
        Ok(url) if url.starts_with("postgres") => {
            let place = runtime.block_on(Place::postgres(&url, "payments_bench"));
            let measured = place.and_then(|place| measure(run, &runtime, place));
            // What was measured on SQLite stands, whatever is wrong with the server.
            let measured = measured.and_then(|()| split(run, &runtime, &url));
            if let Err(error) = measured.and_then(|()| pooled(run, &runtime, &url)) {
                let why = format!("PostgreSQL, because of what DATABASE_URL names: {error}");
                skipped(ROW, &why)?;
            }
        }
        _ => skipped(ROW, "PostgreSQL, because DATABASE_URL names none")?,
    }
    Ok(())
}

fn measure(run: &Run, runtime: &Runtime, place: Place) -> crate::Result<()> {
    let journal = runtime.block_on(Journal::open(&place.url()))?;
    runtime.block_on(fill::model(&journal))?;
    let bench = Bench {
        run,
        runtime,
        place: &place,
        journal: &journal,
        number: Numbers::default(),
    };
    let sizes: &[u64] = if run.quick {
        &[0, 10_000]
    } else {
        &[0, 100_000, 1_000_000]
    };
    let mut rates = Vec::new();
    let mut before = 0;
    for &finished in sizes {
        if finished > before {
            eprintln!("{}: {finished} finished intents", place.name());
            runtime.block_on(fill::fill(&place, before, finished))?;
        }
        before = finished;
        for workers in WORKERS {
            rates.push((workers, bench.intents(workers, finished)?));
        }
    }
    for workers in WORKERS {
        let of = |(other, rate): &(usize, f64)| (*other == workers).then_some(*rate);
        let mut rates = rates.iter().filter_map(of);
        if let (Some(few), Some(many)) = (rates.next(), rates.next_back()) {
            let what = format!("{}, {}, many finished", place.name(), people(workers));
            Figure::new(ROW, what, UNIT, many)
                .against("the same, none finished", few)
                .within(Budget::AtLeast {
                    ratio: Some(0.8),
                    absolute: None,
                })
                .print()?;
        }
    }
    bench.callbacks()?;
    bench.size_and_archive()?;
    runtime.block_on(async {
        journal.close().await;
        place.close().await
    })
}

/// One journal whose tables are split, and one whose tables are not, in turns.
fn split(run: &Run, runtime: &Runtime, url: &str) -> crate::Result<()> {
    let kinds = [("payments_bench_split", PARTITIONS), ("payments_bench", 0)];
    let mut places = Vec::new();
    for (schema, partitions) in kinds {
        let place = runtime.block_on(Place::postgres(url, schema))?;
        let options = Options::new().partitions(partitions);
        let journal = runtime.block_on(Journal::open_with(&place.url(), options))?;
        places.push((place, journal));
    }
    let least = Budget::AtLeast {
        ratio: Some(0.9),
        absolute: None,
    };
    let [split, whole] = [0, 1].map(|place: usize| &places[place].1);
    let what = format!("PostgreSQL in {PARTITIONS} parts");
    in_turns(
        run,
        runtime,
        split,
        (whole, "the same, in one"),
        &what,
        |figure| figure.within(least),
    )?;
    for (place, journal) in places {
        runtime.block_on(async {
            journal.close().await;
            place.close().await
        })?;
    }
    Ok(())
}

/// One journal by way of a pooler of transactions, and the same journal without it, in turns.
fn pooled(run: &Run, runtime: &Runtime, url: &str) -> crate::Result<()> {
    let Ok(pooler) = std::env::var("POOLED_DATABASE_URL") else {
        skipped(ROW, "a pooler, because POOLED_DATABASE_URL names none")?;
        return Ok(());
    };
    let (direct, by_pooler) = runtime.block_on(pooled::prepare(url, &pooler))?;
    let [direct, by_pooler] = [direct, by_pooler].map(|url| runtime.block_on(Journal::open(&url)));
    let (direct, by_pooler) = (direct?, by_pooler?);
    let what = "PostgreSQL behind PgBouncer";
    let without = (&direct, "the same without it");
    in_turns(run, runtime, &by_pooler, without, what, |figure| figure)?;
    runtime.block_on(async {
        by_pooler.close().await;
        direct.close().await;
        pooled::remove(url).await
    })
}

/// Executes intents in two journals in turns, one and many at once.
fn in_turns(
    run: &Run,
    runtime: &Runtime,
    ours: &Journal,
    (theirs, against): (&Journal, &str),
    what: &str,
    judged: impl Fn(Figure) -> Figure,
) -> crate::Result<()> {
    for workers in [1, 64] {
        let number = Numbers::default();
        let mut variants: Vec<Variant<'_, crate::Result<f64>>> = Vec::new();
        for journal in [ours, theirs] {
            let number = number.clone();
            variants.push(Box::new(move || {
                executed(run, runtime, workers, journal, &number)
            }));
        }
        let samples = interleave(run.rounds(2, 5), &mut variants);
        let [ours, theirs] = middles(samples)?;
        let what = format!("{what}, {}", people(workers));
        let figure = Figure::new(ROW, what, UNIT, ours).against(against, theirs);
        judged(figure).print()?;
    }
    Ok(())
}

/// Executes intents as fast as it goes, and tells the rate.
fn executed(
    run: &Run,
    runtime: &Runtime,
    workers: usize,
    journal: &Journal,
    number: &Numbers,
) -> crate::Result<f64> {
    let (journal, number) = (journal.clone(), number.clone());
    rate(runtime, workers, time(run), move || {
        let (journal, reference) = (journal.clone(), number.reference());
        async move {
            let request = request(&reference)?;
            let paid = Fake(PaymentStatus::Paid);
            journal.execute(&paid, &request).await?;
            Ok(())
        }
    })
}

fn time(run: &Run) -> Duration {
    Duration::from_millis(if run.quick { 300 } else { 1000 })
}

/// How often per second something is done by so many at once, each in a task of its own.
fn rate<F: Future<Output = crate::Result<()>> + Send>(
    runtime: &Runtime,
    workers: usize,
    time: Duration,
    work: impl Fn() -> F + Clone + Send + 'static,
) -> crate::Result<f64> {
    let begun = Instant::now();
    let lanes: Vec<_> = (0..workers)
        .map(|_| {
            let work = work.clone();
            runtime.spawn(async move {
                let mut done = 0u32;
                while begun.elapsed() < time {
                    work().await?;
                    done += 1;
                }
                crate::Result::<u32>::Ok(done)
            })
        })
        .collect();
    let mut done = 0;
    for lane in lanes {
        done += runtime.block_on(lane)??;
    }
    Ok(f64::from(done) / begun.elapsed().as_secs_f64())
}

struct Bench<'a> {
    run: &'a Run,
    runtime: &'a Runtime,
    place: &'a Place,
    journal: &'a Journal,
    number: Numbers,
}

/// Makes references that are new.
#[derive(Clone, Default)]
struct Numbers(Arc<AtomicU64>);

impl Numbers {
    fn reference(&self) -> String {
        format!("order-{:012}", self.0.fetch_add(1, Ordering::Relaxed))
    }
}

impl Bench<'_> {
    /// What waits together is written together, where by hand each waits for flushes of its own.
    fn budget(&self, workers: usize) -> f64 {
        match (workers, self.place) {
            (1, _) => 0.7,
            (64, Place::Sqlite { .. }) => 5.0,
            (64, Place::Postgres { .. }) => 2.0,
            _ => 0.5,
        }
    }

    /// Executes intents as fast as it goes, and the statements by hand, in turns. Tells our rate.
    fn intents(&self, workers: usize, finished: u64) -> crate::Result<f64> {
        let (stored, answer) = self.runtime.block_on(self.stored())?;
        let mut variants: [Variant<'_, crate::Result<f64>>; 2] = [
            Box::new(|| executed(self.run, self.runtime, workers, self.journal, &self.number)),
            Box::new(|| {
                let (hand, number) = (self.place.hand(&stored, &answer), self.number.clone());
                rate(self.runtime, workers, time(self.run), move || {
                    let (hand, reference) = (hand.clone(), number.reference());
                    async move { hand.intent(&reference).await }
                })
            }),
        ];
        let samples = interleave(self.run.rounds(2, 5), &mut variants);
        let [ours, theirs] = middles(samples)?;
        let what = format!(
            "{}, {}, {finished} finished",
            self.place.name(),
            people(workers)
        );
        Figure::new(ROW, what, UNIT, ours)
            .against(BY_HAND, theirs)
            .within(Budget::AtLeast {
                ratio: Some(self.budget(workers)),
                absolute: None,
            })
            .print()?;
        Ok(ours)
    }

    /// What the journal stores of a request and of an answer, so that as much is written by hand.
    async fn stored(&self) -> crate::Result<(String, String)> {
        let reference = self.number.reference();
        let request = request(&reference)?;
        self.journal
            .execute(&Fake(PaymentStatus::Paid), &request)
            .await?;
        let entry = self
            .journal
            .get(&"fake/sandbox/default".parse()?, &request.reference)
            .await?;
        let answer = entry.and_then(|entry| entry.answer);
        let answer = answer
            .map(|answer| serde_json::to_string(&answer))
            .transpose()?;
        Ok((serde_json::to_string(&request)?, answer.unwrap_or_default()))
    }

    /// One commit for each callback: kept and applied.
    fn callbacks(&self) -> crate::Result<()> {
        let mut rates = Vec::new();
        for _ in 0..self.run.rounds(1, 3) {
            let all: Vec<_> = (0..CALLBACKS).map(|_| self.number.reference()).collect();
            self.each(&all, |journal, reference| async move {
                let pending = Fake(PaymentStatus::Pending);
                journal.execute(&pending, &request(&reference)?).await?;
                Ok(())
            })?;
            let begun = Instant::now();
            self.each(&all, |journal, reference| async move {
                journal.receive(&account(), &paid(&reference)?).await?;
                Ok(())
            })?;
            rates.push(CALLBACKS as f64 / begun.elapsed().as_secs_f64());
        }
        let what = format!("{}, callbacks, {AT_ONCE} workers", self.place.name());
        Figure::new(ROW, what, "callbacks/s", median(rates)).print()?;
        Ok(())
    }

    /// Does something with each reference, so many at once.
    fn each<F: Future<Output = crate::Result<()>> + Send>(
        &self,
        references: &[String],
        work: impl Fn(Journal, String) -> F + Copy + Send + 'static,
    ) -> crate::Result<()> {
        let lanes = references.chunks(references.len() / AT_ONCE).map(|some| {
            let (journal, some) = (self.journal.clone(), some.to_vec());
            self.runtime.spawn(async move {
                for reference in some {
                    work(journal.clone(), reference).await?;
                }
                crate::Result::<()>::Ok(())
            })
        });
        for lane in lanes.collect::<Vec<_>>() {
            self.runtime.block_on(lane)??;
        }
        Ok(())
    }

    fn size_and_archive(&self) -> crate::Result<()> {
        let bytes = self.runtime.block_on(self.place.bytes())?;
        let count = self.runtime.block_on(self.place.intents())? as f64;
        let what = format!("{}, a finished intent", self.place.name());
        Figure::new(ROW, what, "bytes", bytes / count)
            .note("with its history, what the application has not taken, most with a callback, and all indices")
            .print()?;
        let keep = |_: &Record| Ok::<_, Error>(());
        let begun = Instant::now();
        let mut archived = 0;
        for _ in 0..4 {
            let batch = u32::try_from(PIECES)?;
            let now = self.journal.now();
            archived += self
                .runtime
                .block_on(self.journal.archive(now, batch, keep))?;
        }
        let rate = f64::from(archived) / begun.elapsed().as_secs_f64();
        let what = format!("{}, archived in batches of {PIECES}", self.place.name());
        Figure::new(ROW, what, UNIT, rate).print()?;
        Ok(())
    }
}

fn people(workers: usize) -> String {
    match workers {
        1 => "1 worker".into(),
        _ => format!("{workers} workers"),
    }
}

fn middles(samples: Vec<Vec<crate::Result<f64>>>) -> crate::Result<[f64; 2]> {
    let mut middles = [0.0; 2];
    for (middle, rounds) in middles.iter_mut().zip(samples) {
        *middle = median(rounds.into_iter().collect::<crate::Result<Vec<_>>>()?);
    }
    Ok(middles)
}
