//! The rows that time a whole command: `faults` and `regen`.

use std::{path::PathBuf, process::Command};

use super::{
    figure::{Figure, Line},
    stage::{Stage, printed},
    timing::{median, seconds},
};
use crate::refusal::Outcome;

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
