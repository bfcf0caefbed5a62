//! `cargo xtask bench`: what the layers cost, side by side with what a user would pick instead.
//!
//! Each row is measured by a child process, most of them by `crates/payments-bench`; this module
//! starts them, keeps the figures of each row in `target/bench/figures/`, prints them and writes
//! them into `BENCHMARKS.md`. Every figure is a ratio of medians of interleaved runs.

mod build;
mod commands;
mod figure;
mod instructions;
mod notes;
mod programs;
mod report;
mod sandbox;
mod stage;
mod store;
mod timing;
mod timings;

use std::{path::Path, time::Instant};

use clap::Args;

use crate::refusal::{Outcome, Refusal};
use figure::Line;
use stage::Stage;
use store::Measured;

/// What to measure.
#[derive(Args, Debug)]
pub struct Options {
    /// The rows to measure; all if none is named
    #[arg(value_name = "ROW", value_parser = NAMES)]
    rows: Vec<String>,
    /// Shorter runs, to see that it works: the figures are rough
    #[arg(long)]
    quick: bool,
    /// Count the instructions of the hot paths instead, and compare them with those that are kept
    #[arg(long, conflicts_with_all = ["rows", "quick"])]
    instructions: bool,
    /// Keep what was counted
    #[arg(long, requires = "instructions")]
    keep: bool,
    /// How often each program of the row `build` is built
    #[arg(long, default_value_t = 3)]
    rounds: usize,
}

/// How a row is measured.
type Measure = fn(&Stage, &'static str) -> Outcome<Vec<Line>>;

/// The rows in the order in which they are measured.
const ROWS: [(&str, Measure); 13] = [
    ("call", Stage::payments_bench),
    ("generated", Stage::payments_bench),
    ("callback", Stage::payments_bench),
    ("token", Stage::payments_bench),
    ("endpoint", Stage::payments_bench),
    ("journal", Stage::payments_bench),
    ("open", Stage::payments_bench),
    ("flood", commands::flood),
    ("sandbox", sandbox::measure),
    ("faults", commands::faults),
    ("regen", commands::regen),
    ("build", build::measure),
    ("readme", commands::readme),
];

const NAMES: [&str; ROWS.len()] = {
    let mut names = [""; ROWS.len()];
    let mut place = 0;
    while place < ROWS.len() {
        names[place] = ROWS[place].0;
        place += 1;
    }
    names
};

/// Measures, prints, and writes `BENCHMARKS.md`.
pub fn run(root: &Path, options: &Options) -> Outcome<String> {
    let stage = Stage::new(root, options)?;
    if options.instructions {
        return instructions::run(&stage, options.keep);
    }
    let wanted = |name: &str| options.rows.is_empty() || options.rows.iter().any(|row| row == name);
    let mut failures = Vec::new();
    for (name, measure) in ROWS.into_iter().filter(|(name, _)| wanted(name)) {
        eprintln!("== {name}");
        let begun = Instant::now();
        match measure(&stage, name) {
            Ok(lines) => {
                let measured = Measured::new(name, &stage, begun.elapsed(), lines)?;
                println!("{}", report::terminal(&measured));
                store::keep(&stage, &measured)?;
            }
            // The others can be measured nevertheless.
            Err(refusal) => {
                eprintln!("{name}: {refusal}");
                failures.push(name);
            }
        }
    }
    let changed = report::write(root, &store::all(&stage, &NAMES)?)?;
    match failures.as_slice() {
        [] => Ok(changed),
        failures => Err(Refusal::plain(format!(
            "not measured: {}",
            failures.join(", ")
        ))),
    }
}
