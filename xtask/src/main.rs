//! What maintainers run: `cargo xtask regen [--check]`, `cargo xtask bench`.

use std::{path::Path, process::ExitCode};

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "What maintainers run")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Generate every provider's code from specs/
    Regen {
        /// Change nothing; print the difference and fail if there is one
        #[arg(long)]
        check: bool,
    },
    /// Measure what the layers cost, print a table and write BENCHMARKS.md
    Bench(xtask::bench::Options),
}

fn main() -> ExitCode {
    // Cargo sets the variable to this crate's folder, wherever it is called from.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let run = match Arguments::parse().task {
        Task::Regen { check: true } => xtask::check(&root),
        Task::Regen { check: false } => xtask::regen(&root),
        Task::Bench(options) => xtask::bench::run(&root, &options),
    };
    match run {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            eprintln!("{refusal}");
            ExitCode::FAILURE
        }
    }
}
