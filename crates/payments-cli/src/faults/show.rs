//! One schedule, to look at: the page of it, and the command that makes that page.

use std::{fs, path::Path};

use clap::ValueEnum;
use tokio::sync::watch;

use super::{
    FaultsArguments, MerchantPolicy, Report, folder, judge::Judgement, page, play_one, runtime,
    theatre::Theatre, trace,
};
use crate::{failure::Failure, output::talk};

/// Plays the one schedule of the seed, once for each of two merchants, and writes the page of it.
pub(super) fn show(
    arguments: &FaultsArguments,
    file: &Path,
    stopped: &watch::Receiver<bool>,
) -> Result<Report, Failure> {
    if arguments.schedules != 1 {
        return Err(Failure::usage(
            "--html shows one schedule, that of --seed: leave --schedules out",
        ));
    }
    let other = match arguments.policy {
        MerchantPolicy::Safe => MerchantPolicy::Naive,
        policy => policy,
    };
    let mut plays = Vec::new();
    let mut judgement = Judgement::default();
    for policy in [other, MerchantPolicy::Safe] {
        let (judged, entries) = watched(arguments, policy, stopped)?;
        plays.push((policy, entries));
        if policy == arguments.policy {
            judgement = judged;
        }
    }
    if let (false, Ok(plays)) = (*stopped.borrow(), plays.try_into()) {
        let page = page::html(arguments.seed, &command(arguments, arguments.seed), plays);
        fs::write(file, page).map_err(|error| {
            Failure::failed(format!("{} cannot be written", file.display())).caused_by(error)
        })?;
        talk(&format!(
            "the page is in {}: open it in a browser",
            file.display()
        ));
    }
    Ok(Report {
        schedules: 1,
        seed: arguments.seed,
        played: 1,
        judgement,
        failing: Vec::from_iter((!judgement.is_clean()).then_some(arguments.seed)),
    })
}

/// What one merchant makes of the schedule, on a stage of its own, and what happened.
fn watched(
    arguments: &FaultsArguments,
    policy: MerchantPolicy,
    stopped: &watch::Receiver<bool>,
) -> Result<(Judgement, Vec<trace::Entry>), Failure> {
    let folder = folder()?;
    let mut stopped = stopped.clone();
    runtime()?.block_on(async {
        let told_apart = policy != MerchantPolicy::OneAccount;
        let providers = &arguments.providers;
        let mut theatre = Theatre::open(folder.path(), providers, told_apart, false).await?;
        let trace = theatre.watch();
        let judgement = tokio::select! {
            biased;
            Ok(_) = stopped.wait_for(|stopped| *stopped) => Ok(Judgement::default()),
            judgement = play_one(&theatre, policy, arguments.seed) => judgement,
        };
        let entries = trace.entries();
        drop(trace);
        theatre.close().await;
        Ok((judgement?, entries))
    })
}

/// How to look at what went wrong.
pub(super) fn advice(arguments: &FaultsArguments, seeds: &[u64], seed: u64) -> String {
    let seeds: Vec<_> = seeds.iter().map(ToString::to_string).collect();
    format!(
        "look at one, step by step, with {}; the seeds are {}",
        command(arguments, seed),
        seeds.join(", ")
    )
}

/// The command that plays one schedule again and writes its page.
fn command(arguments: &FaultsArguments, seed: u64) -> String {
    let mut command =
        format!("payments faults --seed {seed} --schedules 1 --html schedule-{seed}.html");
    if let Some(policy) = arguments.policy.to_possible_value()
        && arguments.policy != MerchantPolicy::Safe
    {
        command += &format!(" --policy {}", policy.get_name());
    }
    if !arguments.providers.is_empty() {
        let names: Vec<_> = arguments
            .providers
            .iter()
            .map(|name| name.as_str())
            .collect();
        command += &format!(" --providers {}", names.join(","));
    }
    command
}
