//! `payments faults`: seeded schedules of lost and odd answers, crashes and callbacks out of order,
//! and a judge that compares the ledger with what the merchant believes.

mod belief;
mod change;
mod clock;
mod core;
mod history;
mod judge;
mod machine;
mod merchant;
mod naive;
mod order;
mod page;
mod schedule;
mod show;
mod theatre;
mod trace;
mod trouble;
mod trusting;

use std::{
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use clap::{Args, ValueEnum, builder::ArgPredicate};
use indicatif::ProgressBar;
use payments::Name;
use serde::Serialize;
use tokio::sync::watch;

use crate::{failure::Failure, output::Output, stopping::Signals};
use judge::Judgement;

#[derive(Args, Debug)]
pub(crate) struct FaultsArguments {
    /// How many schedules are played; one with --html
    #[arg(
        long,
        default_value_t = 1_000,
        default_value_if("html", ArgPredicate::IsPresent, "1"),
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    pub(crate) schedules: u64,
    /// What all of them follow from; a schedule that fails prints its own
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// The providers, separated by commas; all without it
    #[arg(long, value_delimiter = ',', value_parser = crate::providers::parser())]
    pub(crate) providers: Vec<Name>,
    /// What the merchant does about errors
    #[arg(long, value_enum, default_value = "safe")]
    pub(crate) policy: MerchantPolicy,
    /// Writes a page that shows the one schedule of this seed step by step: a merchant whose policy
    /// goes wrong (naive, unless --policy says another one) beside the safe one
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MerchantPolicy {
    /// The journal: one reference, asked for before anything is sent again
    Safe,
    /// Any error is tried again under a new reference; must show what goes wrong
    Naive,
    /// The journal, with one name for two accounts of a provider; must show what goes wrong
    OneAccount,
    /// Every message is believed as it stands; must show what odd answers do
    Trusting,
}

/// How many failing schedules are named.
const NAMED: usize = 10;

/// What came of all schedules. `failing` holds seeds that replay a schedule alone.
#[derive(Clone, Debug, Default, Serialize)]
struct Report {
    schedules: u64,
    seed: u64,
    #[serde(skip)]
    played: u64,
    #[serde(flatten)]
    judgement: Judgement,
    failing: Vec<u64>,
}

pub(crate) async fn run(arguments: FaultsArguments, output: Output) -> Result<(), Failure> {
    let (stop, stopped) = watch::channel(false);
    let mut signals = Signals::listen();
    let playing = tokio::task::spawn_blocking(move || played(&arguments, &output, &stopped));
    tokio::pin!(playing);
    let ended = tokio::select! {
        ended = &mut playing => ended,
        () = signals.next() => {
            let _ = stop.send(true);
            // Every lane ends, and the folder goes: the journals in it are of no use to anybody.
            playing.await
        }
    };
    ended.map_err(|error| Failure::failed("the schedules ended early").caused_by(error))?
}

fn played(
    arguments: &FaultsArguments,
    output: &Output,
    stopped: &watch::Receiver<bool>,
) -> Result<(), Failure> {
    let report = match &arguments.html {
        None => play(arguments, output, stopped)?,
        Some(file) => show::show(arguments, file, stopped)?,
    };
    if *stopped.borrow() {
        let (played, wanted) = (report.played, report.schedules);
        return Err(Failure::failed(format!(
            "stopped after {played} of {wanted} schedules: nothing is proved"
        )));
    }
    print(&report, output)?;
    match report.judgement.is_clean() {
        true => Ok(()),
        false => {
            let failed = Failure::failed("money was moved twice, lost or made up");
            Err(match (report.failing.as_slice(), &arguments.html) {
                // Its page is written.
                (_, Some(_)) | ([], _) => failed,
                (seeds @ [seed, ..], None) => failed.advise(show::advice(arguments, seeds, *seed)),
            })
        }
    }
}

/// Plays the schedules on every core: each thread has a sandbox of its own.
fn play(
    arguments: &FaultsArguments,
    output: &Output,
    stopped: &watch::Receiver<bool>,
) -> Result<Report, Failure> {
    let folder = folder()?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let (sender, receiver) = mpsc::channel();
    let next = AtomicU64::new(0);
    let mut report = Report {
        schedules: arguments.schedules,
        seed: arguments.seed,
        ..Report::default()
    };
    thread::scope(|scope| {
        for lane in 0..threads {
            let (sender, folder, next) = (sender.clone(), &folder, &next);
            scope.spawn(move || {
                core::stay_on_one(lane);
                let folder = folder.path().join(lane.to_string());
                let stopped = stopped.clone();
                let played = play_lane((arguments, output), next, &folder, &sender, stopped);
                if let Err(failure) = played {
                    // The receiver is there until every lane has ended.
                    let _ = sender.send(Err(failure));
                }
            });
        }
        drop(sender);
        // On a terminal only, and on standard error.
        let bar = ProgressBar::new(arguments.schedules);
        for played in receiver {
            bar.inc(1);
            let (seed, judgement): (u64, Judgement) = played?;
            if !judgement.is_clean() {
                report.failing.push(seed);
            }
            report.played += 1;
            report.judgement += judgement;
        }
        bar.finish_and_clear();
        report.failing.sort_unstable();
        report.failing.truncate(NAMED);
        Ok(report)
    })
}

type Played = Result<(u64, Judgement), Failure>;

/// The next schedule that nobody plays yet, one after the other. Who plays it makes no difference:
/// all of it follows from its own seed.
fn play_lane(
    (arguments, output): (&FaultsArguments, &Output),
    next: &AtomicU64,
    folder: &Path,
    sender: &mpsc::Sender<Played>,
    mut stopped: watch::Receiver<bool>,
) -> Result<(), Failure> {
    runtime()?.block_on(async {
        let tells = arguments.schedules == 1 && !output.is_json();
        let told_apart = arguments.policy != MerchantPolicy::OneAccount;
        let theatre =
            theatre::Theatre::open(folder, &arguments.providers, told_apart, tells).await?;
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= arguments.schedules {
                break;
            }
            let seed = seed_of(arguments.seed, index);
            let judgement = tokio::select! {
                biased;
                Ok(_) = stopped.wait_for(|stopped| *stopped) => break,
                judgement = play_one(&theatre, arguments.policy, seed) => judgement?,
            };
            if sender.send(Ok((seed, judgement))).is_err() {
                break;
            }
        }
        theatre.close().await;
        Ok(())
    })
}

fn folder() -> Result<tempfile::TempDir, Failure> {
    tempfile::tempdir().map_err(|error| Failure::failed("no folder can be made").caused_by(error))
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::failed("the runtime cannot be started").caused_by(error))
}

/// Plays the schedule of a seed as a merchant of this policy.
async fn play_one(
    theatre: &theatre::Theatre,
    policy: MerchantPolicy,
    seed: u64,
) -> Result<Judgement, Failure> {
    match policy {
        MerchantPolicy::Safe | MerchantPolicy::OneAccount => merchant::play(theatre, seed).await,
        MerchantPolicy::Naive => naive::play(theatre, seed).await,
        MerchantPolicy::Trusting => trusting::play(theatre, seed).await,
    }
}

/// The seed of one schedule. The first has the seed of all, so that any of them can be replayed
/// alone.
fn seed_of(seed: u64, index: u64) -> u64 {
    match index {
        0 => seed,
        _ => fastrand::Rng::with_seed(seed ^ index.wrapping_mul(0x9E37_79B9_7F4A_7C15)).u64(..),
    }
}

fn print(report: &Report, output: &Output) -> Result<(), Failure> {
    if output.is_json() {
        return output.json(report);
    }
    let judgement = &report.judgement;
    let rows = [
        ("schedules", report.schedules),
        ("orders", judgement.orders),
        ("debits", judgement.debits),
        ("refunds", judgement.refunds),
        ("duplicates", judgement.duplicates),
        ("lost", judgement.lost),
        ("phantom", judgement.phantom),
        ("wrong amount", judgement.wrong_amount),
        ("above highest price", judgement.too_dear),
        ("changes", judgement.changes),
        ("changed on a wrong date", judgement.wrong_date),
        ("changed to a wrong amount", judgement.wrong_change),
        ("refunds nobody told", judgement.untold),
        ("unresolved", judgement.unresolved),
        ("unknown outcomes", judgement.unknown_outcomes),
        ("crashes", judgement.crashes),
    ]
    .map(|(name, count)| [name.to_owned(), count.to_string()]);
    output.table(["seed", &report.seed.to_string()], &rows)?;
    output.verdict(
        judgement.is_clean(),
        match judgement.is_clean() {
            true => "nobody was charged twice, nothing was lost, nothing was made up",
            false => "the ledger and the merchant's belief disagree",
        },
    );
    Ok(())
}
