//! What maintainers run: `cargo xtask regen`, `cargo xtask regen --check`.

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
}

fn main() -> ExitCode {
    let Task::Regen { check } = Arguments::parse().task;
    // Cargo sets the variable to this crate's folder, wherever it is called from.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let run = if check {
        xtask::check(&root)
    } else {
        xtask::regen(&root)
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
