//! The binary as a person and a program use it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod bills;
mod callbacks;
mod closed;
#[cfg(target_os = "linux")]
mod codes;
mod demo;
mod explain;
mod faults;
mod guide;
mod journal;
mod listen;
mod listener;
mod mandates;
mod odd_bodies;
mod payments;
mod printed;
mod report;
mod shell;
mod shown;
#[cfg(unix)]
mod stopping;
mod surface;
mod topups;
mod trigger;
#[cfg(target_os = "linux")]
mod unwritten;
mod verify;

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_payments"));
    // Keys and settings of whoever runs the tests have no say.
    command.args(arguments).env_clear().stdin(Stdio::null());
    // A lost answer that stays lost holds up no test.
    command.env("PAYMENTS_WAIT", "1");
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json_of(output: &Output) -> Value {
    // Data goes to stdout; a failure, which is no data, to stderr.
    let json = match output.status.success() {
        true => &output.stdout,
        false => &output.stderr,
    };
    serde_json::from_slice(json).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

/// Runs with something on standard input.
fn run_with(arguments: &[&str], input: &str) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

/// A running `payments sandbox`, ended when it is dropped.
struct Sandbox {
    child: Child,
    url: String,
}

impl Sandbox {
    fn start() -> Self {
        let mut child = command(&["sandbox", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let page = first.split_whitespace().nth(2).unwrap();
        let url = page.trim_end_matches('/').to_owned();
        Self { child, url }
    }

    fn control(&self, path: &str, body: &str) {
        self.steer("POST", path, body);
    }

    fn steer(&self, method: &str, path: &str, body: &str) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let url = format!("{}/_sandbox/{path}", self.url);
        let answer = runtime.block_on(async {
            let base = self.url.parse().unwrap();
            let client = ::payments::provider::http::client(&base, Default::default()).unwrap();
            let request = client.request(method.parse().unwrap(), url);
            request.body(body.to_owned()).send().await.unwrap()
        });
        assert!(answer.status().is_success(), "{path}: {answer:?}");
    }

    fn run(&self, arguments: &[&str]) -> Output {
        run(&[arguments, &["--sandbox", &self.url]].concat())
    }

    fn pay_ovo(&self, reference: &str, amount: &str) -> Output {
        self.run(&[
            "pay",
            "instamoney",
            "--method",
            "ovo",
            "--reference",
            reference,
            "--amount",
            amount,
            "--phone",
            "08123123123",
            "--json",
        ])
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
