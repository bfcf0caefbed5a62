//! Where the measuring takes place: folders and child processes.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{Options, figure::Line};
use crate::refusal::{Outcome, Refusal};

/// The folders of a run, and how thorough it is.
pub(super) struct Stage {
    pub(super) root: PathBuf,
    /// Everything that the measuring makes: `target/bench`.
    pub(super) folder: PathBuf,
    pub(super) quick: bool,
    /// Of builds, unless it is a quick run.
    pub(super) rounds: usize,
}

impl Stage {
    pub(super) fn new(root: &Path, options: &Options) -> Outcome<Self> {
        let root = root
            .canonicalize()
            .map_err(|error| Refusal::plain(format!("{}: {error}", root.display())))?;
        let stage = Self {
            folder: root.join("target/bench"),
            root,
            quick: options.quick,
            rounds: options.rounds.max(1),
        };
        make_folder(&stage.folder)?;
        Ok(stage)
    }

    /// Cargo with a target folder of its own: the caller's is locked while it builds, and has other
    /// features.
    pub(super) fn cargo(&self, target: &str) -> Command {
        let mut cargo = self.plain_cargo();
        cargo.env("CARGO_TARGET_DIR", self.folder.join(target));
        cargo
    }

    /// Cargo as the caller uses it.
    pub(super) fn plain_cargo(&self) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        for (name, _) in std::env::vars_os() {
            // What cargo told this program about itself is not for another package's build.
            let cargos_own = name.to_str().is_some_and(|name| {
                name.starts_with("CARGO_PKG_")
                    || matches!(name, "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH")
            });
            if cargos_own {
                cargo.env_remove(name);
            }
        }
        cargo
    }

    /// A row of `crates/payments-bench`.
    pub(super) fn payments_bench(&self, row: &'static str) -> Outcome<Vec<Line>> {
        self.payments_bench_with(row, &[])
    }

    /// As [`Self::payments_bench`], with what this row alone is told.
    pub(super) fn payments_bench_with(
        &self,
        row: &'static str,
        options: &[OsString],
    ) -> Outcome<Vec<Line>> {
        let mut bench = self.cargo("payments-bench");
        bench.args(["run", "--release", "--locked", "--quiet", "--manifest-path"]);
        bench.args(["crates/payments-bench/Cargo.toml", "--", row]);
        bench.args(self.quick.then_some("--quick")).args(options);
        Line::read(&printed(bench)?, row)
    }
}

pub(super) fn make_folder(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder)
        .map_err(|error| Refusal::plain(format!("{}: {error}", folder.display())))
}

/// What a program prints; its progress goes where ours goes.
pub(super) fn printed(mut command: Command) -> Outcome<String> {
    let named = format!("{:?}", command.get_program());
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Refusal::plain(format!("{named} cannot be started: {error}")))?;
    if !output.status.success() {
        return Err(Refusal::plain(format!(
            "{named} ended with {}",
            output.status
        )));
    }
    String::from_utf8(output.stdout)
        .map_err(|error| Refusal::plain(format!("{named} printed no text: {error}")))
}
