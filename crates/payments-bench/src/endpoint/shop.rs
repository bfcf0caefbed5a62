//! The endpoint, in a process of its own.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
};

use axum::{Router, http::StatusCode, routing::post};
use payments_axum::{Delivered, Endpoint, Intake};
use payments_journal::{Journal, Options};

use super::orders::client;
use crate::Result;

/// Where the endpoint keeps what it acknowledges.
#[derive(Clone, Copy)]
pub enum Kept<'a> {
    Nowhere,
    /// In a journal, flushed to the disk.
    Synced(&'a Path),
    /// In a journal, without waiting for the disk.
    Written(&'a Path),
}

/// The endpoint, as its user sees it: killed when it is dropped.
pub struct Shop {
    child: Child,
    pub address: SocketAddr,
}

impl Shop {
    /// Starts this program once more, as an endpoint; 0 is any port.
    pub fn open(port: u16, kept: Kept<'_>) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg("receive")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut input = child.stdin.take().ok_or("the endpoint has no stdin")?;
        let output = child.stdout.take().ok_or("the endpoint has no stdout")?;
        let (how, journal) = match kept {
            Kept::Nowhere => ("nowhere", Path::new("")),
            Kept::Synced(journal) => ("synced", journal),
            Kept::Written(journal) => ("written", journal),
        };
        writeln!(input, "{port} {how} {}", journal.display())?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        Ok(Self {
            child,
            address: line.trim().parse()?,
        })
    }

    /// The most memory it had at once, in MiB.
    pub fn memory(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kibibytes = line.ok_or("no memory is told")?.trim();
        let kibibytes: f64 = kibibytes.trim_end_matches(" kB").parse()?;
        Ok(kibibytes / 1024.0)
    }
}

impl Drop for Shop {
    /// SIGKILL: nothing in it runs any more.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves until it is killed; standard input tells the port and the journal, if there is to be one.
pub fn serve() -> Result<()> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    let mut told = line.trim_end().splitn(3, ' ');
    let mut told = || told.next().unwrap_or_default();
    let (port, how, journal) = (told(), told(), told());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let endpoint = Endpoint::from(Arc::new(client()?));
        let options = match how {
            "nowhere" => None,
            "synced" => Some(Options::new()),
            _ => Some(Options::new().not_durable()),
        };
        let route = match options {
            None => post(checked).with_state(endpoint),
            Some(options) => {
                let url = format!("sqlite://{journal}");
                let journal = Journal::open_with(&url, options).await?;
                Intake::journal(journal).route(endpoint)
            }
        };
        let app = Router::new().route("/callbacks/fazz", route);
        let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
        println!("{}", listener.local_addr()?);
        axum::serve(listener, app).await?;
        Ok(())
    })
}

/// The same check, and nothing stored.
async fn checked(Delivered(_): Delivered) -> StatusCode {
    StatusCode::OK
}
