//! Measures what the layers cost, beside what a user would pick instead: `payments-bench <row> [--quick]`. Prints one figure per line, as
//! JSON; what it is doing goes to stderr. Nothing is asserted: `cargo xtask bench` makes a table of it.

use clap::{Parser, ValueEnum};

mod cpu;
mod figure;
mod interleave;
mod journal;
mod sandbox;
mod token;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What a row is asked for.
#[derive(Parser)]
#[command(about = "Measures what the layers cost; one figure per line, as JSON")]
struct Run {
    /// What to measure
    row: Row,
    /// A short run, to try it out: its figures mean nothing
    #[arg(long)]
    quick: bool,
    #[command(flatten)]
    servers: sandbox::Servers,
}

#[derive(Clone, Copy, ValueEnum)]
enum Row {
    /// Intents on SQLite and PostgreSQL
    Journal,
    /// The sandbox over loopback
    Sandbox,
    /// A token from the cache
    Token,
}

impl Run {
    /// How many rounds to run.
    fn rounds(&self, quick: usize, full: usize) -> usize {
        if self.quick { quick } else { full }
    }
}

fn main() -> Result<()> {
    let run = Run::parse();
    match run.row {
        Row::Journal => journal::run(&run),
        Row::Sandbox => sandbox::run(&run),
        Row::Token => token::run(&run),
    }
}
