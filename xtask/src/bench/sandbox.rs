//! The row `sandbox`: what `crates/payments-bench` needs for it, the binary and the mock server.

use std::{fs, path::PathBuf, process::Command};

use serde_json::{Value, json};

use super::{
    commands::payments_binary,
    figure::{Line, Skipped},
    stage::{Stage, make_folder, printed},
};
use crate::{
    Source,
    normalize::CORE_TYPES,
    refusal::{Outcome, Refusal},
};

/// The last that runs on the Node that most have.
const PRISM: &str = "@stoplight/prism-cli@5.14.2";

pub(super) fn measure(stage: &Stage, row: &'static str) -> Outcome<Vec<Line>> {
    let payments = payments_binary(stage)?;
    let mut options = vec!["--payments".into(), payments.into_os_string()];
    let prism = prism(stage);
    match &prism {
        Ok(prism) => {
            options.extend(["--prism".into(), prism.clone().into_os_string()]);
            options.extend(["--document".into(), document(stage)?.into_os_string()]);
        }
        Err(why) => eprintln!("measured alone: {why}"),
    }
    let mut lines = stage.payments_bench_with(row, &options)?;
    if let Err(why) = prism {
        let skipped = format!("prism, because {why}");
        let row = row.to_owned();
        lines.push(Line::Skipped(Skipped { row, skipped }));
    }
    Ok(lines)
}

/// Where prism is installed; the sentence says why it is not.
fn prism(stage: &Stage) -> Result<PathBuf, String> {
    if Command::new("node").arg("--version").output().is_err() {
        return Err("there is no node on this machine".into());
    }
    let folder = stage.folder.join("prism");
    let program = folder.join("node_modules/.bin/prism");
    let wanted = folder.join(PRISM.replace('/', "+"));
    if program.exists() && wanted.exists() {
        return Ok(program);
    }
    eprintln!("installing {PRISM}");
    let installed = make_folder(&folder).and_then(|()| {
        let mut npm = Command::new("npm");
        npm.args([
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
        ]);
        npm.arg("--prefix").arg(&folder).arg(PRISM);
        printed(npm)
    });
    installed.map_err(|refusal| format!("npm could not install it: {refusal}"))?;
    // So that another version is not taken for it.
    fs::write(&wanted, "").map_err(|error| format!("{}: {error}", wanted.display()))?;
    Ok(program)
}

/// Ciputra's document as we normalise it. prism cannot tell two operations apart that have one path
/// and method, so it gets the first of them.
fn document(stage: &Stage) -> Outcome<PathBuf> {
    let source = Source::read(&stage.root.join("specs/ciputra"))?;
    let mut document = crate::api(&source)?.document;
    if let Some(Value::Object(paths)) = document.get_mut("paths") {
        paths.retain(|path, _| !path.contains('#'));
    }
    // Types of the core are only named in a normalised document.
    if let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas") {
        for (name, _) in CORE_TYPES {
            schemas
                .entry(name)
                .or_insert_with(|| json!({"type": "string"}));
        }
    }
    let file = stage.folder.join("prism/ciputra.json");
    fs::write(&file, document.to_string())
        .map_err(|error| Refusal::plain(format!("{}: {error}", file.display())))?;
    Ok(file)
}
