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
use payments_journal::Journal;

use super::orders::client;
use crate::Result;

/// The endpoint, as its user sees it: killed when it is dropped.
pub struct Shop {
    child: Child,
    pub address: SocketAddr,
}

impl Shop {
    /// Starts this program once more, as an endpoint; 0 is any port.
    pub fn open(port: u16, journal: Option<&Path>) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg("receive")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut input = child.stdin.take().ok_or("the endpoint has no stdin")?;
        let output = child.stdout.take().ok_or("the endpoint has no stdout")?;
        let journal = journal.unwrap_or(Path::new("")).display();
        writeln!(input, "{port} {journal}")?;
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
    let (port, journal) = line.trim_end().split_once(' ').unwrap_or((line.trim(), ""));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let endpoint = Endpoint::from(Arc::new(client()?));
        let route = match journal {
            "" => post(checked).with_state(endpoint),
            journal => {
                let journal = Journal::open(&format!("sqlite://{journal}")).await?;
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
