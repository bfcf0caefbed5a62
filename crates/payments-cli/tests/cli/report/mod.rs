//! `payments reconcile --day`: a provider's report against a journal, both ways.

mod adopting;
mod compared;

use std::{fs, path::PathBuf, process::Output};

use payments::jakarta;
use serde_json::Value;

use crate::{Sandbox, run, text};

const ACCOUNT: &str = "instamoney/sandbox/default";

/// Names and forms as an Indonesian bank has them.
const MAP: &str = r#"
separator = ";"
[columns]
reference = "No. Referensi"
amount = "Nominal"
fee = "Biaya"
status = "Status"
at = "Tanggal Bayar"
[amounts]
decimal = ","
thousands = "."
[times]
format = "%d/%m/%Y %H:%M:%S"
zone = "WIB"
[statuses]
BERHASIL = "paid"
GAGAL = "failed"
TARIK = "skip"
"#;

const HEADER: &str = "No. Referensi;Nama;Nominal;Biaya;Status;Tanggal Bayar\n";

/// A sandbox, a journal and a folder for reports.
struct Shop {
    sandbox: Sandbox,
    folder: tempfile::TempDir,
}

impl Shop {
    fn open() -> Self {
        Self {
            sandbox: Sandbox::start(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn journal(&self) -> String {
        format!(
            "sqlite://{}",
            self.folder.path().join("payments.db").display()
        )
    }

    fn pay(&self, reference: &str, amount: &str) {
        let journal = self.journal();
        let method = [
            "pay",
            "instamoney",
            "--method",
            "ovo",
            "--phone",
            "08123123123",
        ];
        let order = [
            "--reference",
            reference,
            "--amount",
            amount,
            "--journal",
            &journal,
        ];
        let paid = self.sandbox.run(&[&method[..], &order].concat());
        assert!(paid.status.success(), "{paid:?}");
    }

    fn export(&self) -> String {
        let journal = self.journal();
        text(&run(&["journal", "export", "--journal", &journal]).stdout)
    }

    fn customer_pays(&self, reference: &str) {
        let path = format!("payments/instamoney/{reference}/pay");
        self.sandbox.control(&path, "");
    }

    /// Looks up what is not finished.
    fn ask(&self) {
        let journal = self.journal();
        self.sandbox.run(&["reconcile", "--journal", &journal]);
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    }

    /// Compares these rows of a report of today.
    fn compare(&self, rows: &str, more: &[&str]) -> Output {
        self.compare_file(format!("{HEADER}{rows}"), MAP, more)
    }

    fn compare_file(&self, report: impl AsRef<[u8]>, map: &str, more: &[&str]) -> Output {
        let file = self.write("settlement.csv", report);
        let columns = self.write("map.toml", map);
        let (journal, day) = (self.journal(), today());
        let [file, columns] = [&file, &columns].map(|path| path.to_str().unwrap());
        let fixed = [
            "reconcile",
            "--journal",
            &journal,
            "--day",
            &day,
            "--file",
            file,
        ];
        self.sandbox
            .run(&[&fixed[..], &["--columns", columns], more].concat())
    }
}

fn today() -> String {
    jakarta::day(chrono::Utc::now()).to_string()
}

/// A time of today in Jakarta, as the report writes it.
fn at(time: &str) -> String {
    let day = jakarta::day(chrono::Utc::now());
    format!("{} {time}", day.format("%d/%m/%Y"))
}

/// The differences and the summary.
fn told(output: &Output) -> (Vec<(String, String)>, Value) {
    let lines = text(&output.stdout);
    let mut lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let summary = lines.pop().unwrap()["summary"].clone();
    let word = |line: &Value, name: &str| line[name].as_str().unwrap().to_owned();
    let pairs = lines
        .iter()
        .map(|line| (word(line, "reference"), word(line, "difference")));
    (pairs.collect(), summary)
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(reference, word): &(&str, &str)| ((*reference).into(), (*word).into());
    expected.iter().map(own).collect()
}
