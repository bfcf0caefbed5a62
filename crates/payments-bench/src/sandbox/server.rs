//! A server in its own process, and how long that computed.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// What Linux counts CPU time in.
const TICKS_PER_SECOND: f64 = 100.0;

/// A program that answers for Ciputra.
#[derive(Clone, Debug)]
pub enum Kind {
    Sandbox {
        payments: PathBuf,
    },
    /// Without the log of requests and answers.
    Unlogged {
        payments: PathBuf,
    },
    /// With somebody who looks at its page.
    Watched {
        payments: PathBuf,
    },
    Prism {
        prism: PathBuf,
        document: PathBuf,
    },
}

/// A running one; dropping it ends it.
#[derive(Debug)]
pub struct Server {
    pub address: SocketAddr,
    /// Where the document's paths begin.
    pub base: &'static str,
    pub started_in: Duration,
    child: Child,
}

impl Server {
    /// Starts it, and asks until it answers.
    pub fn start(kind: &Kind) -> crate::Result<Self> {
        // Free now; nobody else takes it in the next milliseconds.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let (mut command, base, health) = match kind {
            Kind::Sandbox { payments }
            | Kind::Unlogged { payments }
            | Kind::Watched { payments } => {
                let mut command = Command::new(payments);
                command.arg("sandbox").args(["--port", &port.to_string()]);
                command.args(matches!(kind, Kind::Unlogged { .. }).then_some("--no-log"));
                (command, "/ciputra", "/_sandbox/health")
            }
            Kind::Prism { prism, document } => {
                let mut command = Command::new(prism);
                // Nothing is logged: that would be measured, too.
                command.args(["mock", "--verboseLevel", "silent", "--port"]);
                command.arg(port.to_string()).arg(document);
                (command, "", "/api/transaction/first")
            }
        };
        let begun = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let mut server = Self {
            address,
            base,
            started_in: Duration::ZERO,
            child,
        };
        while !answers(address, health) {
            if let Some(status) = server.child.try_wait()? {
                return Err(format!("{command:?} ended with {status}").into());
            }
            if begun.elapsed() > Duration::from_secs(60) {
                return Err(format!("{command:?} does not answer").into());
            }
            std::thread::sleep(Duration::from_micros(100));
        }
        server.started_in = begun.elapsed();
        if matches!(kind, Kind::Watched { .. }) {
            watch(address)?;
        }
        Ok(server)
    }

    /// Its memory, in KiB.
    pub fn memory(&self) -> crate::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kibibytes = line.ok_or("no memory is told")?.trim();
        Ok(kibibytes.trim_end_matches(" kB").parse()?)
    }

    /// Seconds that it has computed so far, in it and in the kernel; none where the system does not
    /// tell.
    pub fn computed(&self) -> Option<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        // The name, in brackets, may hold anything.
        let (_, after) = stat.rsplit_once(") ")?;
        let mut fields = after.split(' ').skip(11);
        let mut ticks = || fields.next()?.parse::<f64>().ok();
        Some((ticks()? + ticks()?) / TICKS_PER_SECOND)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads what the page reads, until the server ends.
fn watch(address: SocketAddr) -> crate::Result<()> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET /_sandbox/events HTTP/1.1\r\nhost: {address}\r\n\r\n"
    )?;
    std::thread::spawn(move || std::io::copy(&mut stream, &mut std::io::sink()));
    Ok(())
}

fn answers(address: SocketAddr, path: &str) -> bool {
    let ask = || {
        let mut stream = TcpStream::connect(address)?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer x\r\nconnection: close\r\n\r\n"
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        std::io::Result::Ok(answer.starts_with("HTTP/1.1 200"))
    };
    ask().unwrap_or(false)
}
