//! Row `open`: the memory of a process that works on what is open, with a thousand and with a
//! million open intents.

use std::{fs, process::Command, sync::Arc, time::Duration};

use payments_core::PaymentStatus;
use payments_journal::{Journal, Options, Providers};
use tokio::{
    runtime::{Builder, Runtime},
    time::{sleep, timeout},
};

use super::{
    fake::{Fake, Silent, request},
    fill::{MODEL, open},
    place::Place,
};
use crate::{
    Result, Run,
    figure::{Budget, Figure},
};

/// How long the provider's answer was waited for.
const LEASE: Duration = Duration::from_secs(1);

pub fn run(run: &Run) -> Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (few, many) = if run.quick {
        (100, 1_000)
    } else {
        (1_000, 1_000_000)
    };
    let [few_take, many_take] = [memory(&runtime, few)?, memory(&runtime, many)?];
    let what = format!("at most, working on {many} open intents");
    Figure::new("open", what, "MiB", many_take)
        .against(format!("the same with {few}"), few_take)
        .within(Budget::Ratio(1.5))
        .note("a process with the journal alone, SQLite, ten seconds")
        .print()?;
    Ok(())
}

/// MiB of a worker with so many open intents.
fn memory(runtime: &Runtime, count: u64) -> Result<f64> {
    eprintln!("open: {count} intents whose answer nobody has seen");
    let place = runtime.block_on(Place::sqlite())?;
    let url = place.url();
    runtime.block_on(async {
        let journal = Journal::open_with(&url, Options::new().lease(LEASE)).await?;
        // Nobody waits for the answer any more: what was sent counts as sent.
        let _ = timeout(LEASE / 2, journal.execute(&Silent, &request(MODEL)?)).await;
        journal.close().await;
        open(&place, count).await?;
        sleep(LEASE).await;
        Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
    })?;
    let worker = Command::new(std::env::current_exe()?)
        .args(["work", &url])
        .output()?;
    runtime.block_on(place.close())?;
    let told = String::from_utf8(worker.stdout)?;
    told.trim()
        .parse()
        .map_err(|_| format!("the worker told no memory: {told:?}, {}", worker.status).into())
}

/// Works on what is open for ten seconds, and tells how much memory that took.
pub fn work(url: &str) -> Result<()> {
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    let worked = runtime.block_on(async {
        let journal = Journal::open(url).await?;
        let providers = Providers::new().payments(Arc::new(Fake(PaymentStatus::Pending)));
        let worked = journal
            .recover(&providers, sleep(Duration::from_secs(10)))
            .await?;
        journal.close().await;
        Ok::<_, payments_journal::Error>(worked)
    })?;
    if worked == 0 {
        return Err("there was nothing to work on".into());
    }
    eprintln!("open: {worked} were looked up");
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.ok_or("no memory is told")?.trim();
    let kibibytes: f64 = kibibytes.trim_end_matches(" kB").parse()?;
    println!("{}", kibibytes / 1024.0);
    Ok(())
}
