//! Commands for maintainers: `cargo xtask regen [--check]`, `cargo xtask new-provider`,
//! `cargo xtask evidence`, `cargo xtask links`, `cargo xtask release`, `cargo xtask bench`.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

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
    /// Make a new provider: its specification, its crate and its part of the sandbox, with examples
    /// in place of facts
    NewProvider {
        /// Lower-case letters and digits, as in `payments-NAME`
        name: String,
    },
    /// Print how much of each provider stands on what: documents, recordings, assumptions
    Evidence {
        /// Print each fact of this provider that neither a document nor a recording shows
        provider: Option<String>,
    },
    /// Look whether the READMEs' links to docs.rs lead to pages that `cargo doc` has written
    Links,
    /// Look whether a version can be released, and print what changed in it
    Release(xtask::release::Options),
    /// Measure what the layers cost, print a table and write BENCHMARKS.md
    Bench(xtask::bench::Options),
}

fn main() -> ExitCode {
    let Some(root) = root() else {
        eprintln!("no specs/ in this folder or above it: run `cargo xtask` inside of the project");
        return ExitCode::FAILURE;
    };
    let run = match Arguments::parse().task {
        Task::Regen { check: true } => xtask::check(&root),
        Task::Regen { check: false } => xtask::regen(&root),
        Task::NewProvider { name } => xtask::new_provider::run(&root, &name),
        Task::Evidence { provider } => xtask::evidence(&root, provider.as_deref()),
        Task::Links => xtask::links::check(&root, &target(&root).join("doc")),
        Task::Release(options) => xtask::release::run(&root, &options),
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

/// Where Cargo builds.
fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// The root of the project. It is found at run time, so that a checkout can be moved and can share
/// its target folder with another. Cargo names this crate's folder, wherever it is called from;
/// without Cargo, it is the current folder or one above it.
fn root() -> Option<PathBuf> {
    let start = env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .or_else(|| env::current_dir().ok())?;
    let mut folders = start.ancestors();
    let is_root = |folder: &&Path| folder.join("specs").is_dir() && folder.join("xtask").is_dir();
    folders.find(is_root).map(Path::to_owned)
}
