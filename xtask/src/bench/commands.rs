//! The rows that time a whole command: `flood`, `faults`, `regen` and `readme`.

use std::{fs, path::PathBuf, process::Command};

use super::{
    figure::{Figure, Line},
    stage::{Stage, printed},
    timing::{median, seconds},
};
use crate::refusal::{Outcome, Refusal};

/// The schedules that must be played within a minute.
const SCHEDULES: u32 = 10_000;

/// Seeded schedules of lost answers and crashes: so many that rare orders of events come up.
pub(super) fn faults(stage: &Stage, row: &'static str) -> Outcome<Vec<Line>> {
    let payments = payments_binary(stage)?;
    let played = if stage.quick { 500 } else { SCHEDULES };
    let mut faults = Command::new(payments);
    faults.args(["faults", "--schedules", &played.to_string(), "--json"]);
    let took = seconds(faults)? * f64::from(SCHEDULES) / f64::from(played);
    let mut figure = Figure::new(row, "10,000 schedules of `payments faults`", "s", took)
        .at_most(60.0)
        .note("each with up to three orders, lost answers, workers that die, and callbacks out of order");
    if stage.quick {
        figure = figure.note(format!("reckoned from {played} schedules"));
    }
    Ok(vec![figure.into()])
}

/// The comparison that every change goes through.
pub(super) fn regen(stage: &Stage, row: &'static str) -> Outcome<Vec<Line>> {
    let run = || {
        // Not in a target folder of its own: what is measured is a maintainer's command, warm.
        let mut cargo = stage.plain_cargo();
        cargo.args(["xtask", "regen", "--check"]);
        seconds(cargo)
    };
    run()?;
    let rounds = if stage.quick { 3 } else { 7 };
    let times = (0..rounds).map(|_| run()).collect::<Outcome<Vec<_>>>()?;
    let figure = Figure::new(
        row,
        "`cargo xtask regen --check`, warm",
        "s",
        median(&times),
    );
    Ok(vec![figure.at_most(3.0).into()])
}

/// A test that measures a shop, without and with a storm of forged hints.
pub(super) fn flood(stage: &Stage, row: &'static str) -> Outcome<Vec<Line>> {
    let rounds = if stage.quick { 1 } else { 5 };
    let (mut without, mut within) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let mut cargo = stage.plain_cargo();
        cargo.args([
            "test",
            "--quiet",
            "--workspace",
            "--test",
            "outside",
            "flood::",
        ]);
        cargo.args(["--", "--ignored", "--nocapture"]);
        let printed = text_of(cargo)?;
        let told = printed.lines().find_map(medians);
        let (quiet, flooded) = told.ok_or_else(|| {
            Refusal::plain(format!("the test of the storm told no times: {printed}"))
        })?;
        without.push(quiet);
        within.push(flooded);
    }
    let what = "an order, median, under a storm of forged hints";
    let figure = Figure::new(row, what, "ms", median(&within))
        .against("the same without it", median(&without))
        .at_most_times(2.0)
        .note("500 connections; unoptimised, both");
    Ok(vec![figure.into()])
}

/// `an order takes 1.2ms, and 3.4ms with …`, in milliseconds.
fn medians(line: &str) -> Option<(f64, f64)> {
    let (without, rest) = line.strip_prefix("an order takes ")?.split_once(", and ")?;
    let (within, _) = rest.split_once(" with ")?;
    Some((milliseconds(without)?, milliseconds(within)?))
}

/// What `Duration` prints.
fn milliseconds(text: &str) -> Option<f64> {
    let number = |unit| text.strip_suffix(unit)?.parse::<f64>().ok();
    let units = [("ms", 1.0), ("µs", 1e-3), ("s", 1e3)];
    units
        .into_iter()
        .find_map(|(unit, times)| Some(number(unit)? * times))
}

/// The two commands of the README, as somebody runs them who has just cloned it: how long the
/// first takes to build, and how large the target folder is after both.
pub(super) fn readme(stage: &Stage, row: &'static str) -> Outcome<Vec<Line>> {
    let target = stage.folder.join("readme");
    if target.exists() {
        fs::remove_dir_all(&target)
            .map_err(|error| Refusal::plain(format!("{}: {error}", target.display())))?;
    }
    let cargo = |arguments: &[&str]| {
        let mut cargo = stage.cargo("readme");
        cargo
            .args(arguments)
            .args(["--locked", "--offline", "--quiet"]);
        cargo.env_remove("RUSTC_WRAPPER");
        seconds(cargo)
    };
    let demo = cargo(&["build", "--package", "payments-cli"])?;
    cargo(&["test", "--workspace", "--no-run"])?;
    let mut size = Command::new("du");
    size.args(["--summarize", "--block-size=1000000"])
        .arg(&target);
    let size = text_of(size)?;
    let size = size
        .split_whitespace()
        .next()
        .and_then(|size| size.parse::<f64>().ok());
    let size = size.ok_or_else(|| Refusal::plain("du told no size"))? / 1e3;
    Ok(vec![
        Figure::new(row, "first build of the demo", "s", demo)
            .at_most(60.0)
            .into(),
        Figure::new(
            row,
            "target folder after the demo and the tests are built",
            "GB",
            size,
        )
        .at_most(3.0)
        .into(),
    ])
}

/// What a program prints, to both streams.
fn text_of(mut command: Command) -> Outcome<String> {
    let named = format!("{:?}", command.get_program());
    let output = command
        .output()
        .map_err(|error| Refusal::plain(format!("{named} cannot be started: {error}")))?;
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    match output.status.success() {
        true => Ok(text),
        false => Err(Refusal::plain(format!(
            "{named} ended with {}: {text}",
            output.status
        ))),
    }
}

/// The binary `payments` as a user has it.
pub(super) fn payments_binary(stage: &Stage) -> Outcome<PathBuf> {
    let mut cargo = stage.cargo("payments");
    cargo.args(["build", "--release", "--locked", "--quiet"]);
    cargo.args(["--package", "payments-cli"]);
    eprintln!("building the binary");
    printed(cargo)?;
    let name = format!("payments{}", std::env::consts::EXE_SUFFIX);
    Ok(stage.folder.join("payments/release").join(name))
}
