//! The last figures of each row, so that one row can be measured again and all be reported.

use std::{fs, path::PathBuf, time::Duration};

use serde::{Deserialize, Serialize};

use super::{
    figure::Line,
    stage::{Stage, make_folder, printed},
};
use crate::refusal::{Outcome, Refusal};

/// A row, with when and how it was measured.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Measured {
    pub(super) row: String,
    /// Year, month, day.
    pub(super) date: String,
    pub(super) quick: bool,
    pub(super) seconds: u64,
    /// Of the machine in the last minute before the end.
    pub(super) load: Option<String>,
    pub(super) lines: Vec<Line>,
}

impl Measured {
    pub(super) fn new(row: &str, stage: &Stage, took: Duration, lines: Vec<Line>) -> Outcome<Self> {
        let mut date = std::process::Command::new("date");
        date.args(["-u", "+%Y-%m-%d"]);
        let load = fs::read_to_string("/proc/loadavg").ok();
        Ok(Self {
            row: row.to_owned(),
            date: printed(date)?.trim().to_owned(),
            quick: stage.quick,
            seconds: took.as_secs(),
            load: load.and_then(|load| Some(load.split_whitespace().next()?.to_owned())),
            lines,
        })
    }
}

/// Keeps a row until it is measured again.
pub(super) fn keep(stage: &Stage, measured: &Measured) -> Outcome<()> {
    make_folder(&stage.folder.join("figures"))?;
    let file = file(stage, &measured.row);
    let text = serde_json::to_string_pretty(measured)
        .map_err(|error| Refusal::plain(format!("{}: {error}", file.display())))?;
    fs::write(&file, text).map_err(|error| Refusal::plain(format!("{}: {error}", file.display())))
}

/// Every row that was ever measured.
pub(super) fn all(stage: &Stage, names: &[&str]) -> Outcome<Vec<Measured>> {
    let files = names.iter().map(|name| file(stage, name));
    files
        .filter(|file| file.exists())
        .map(|file| {
            let text = fs::read_to_string(&file);
            let text =
                text.map_err(|error| Refusal::plain(format!("{}: {error}", file.display())))?;
            serde_json::from_str(&text)
                .map_err(|error| Refusal::plain(format!("{}: {error}", file.display())))
        })
        .collect()
}

fn file(stage: &Stage, row: &str) -> PathBuf {
    stage.folder.join("figures").join(format!("{row}.json"))
}
