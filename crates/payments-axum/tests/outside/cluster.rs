//! A PostgreSQL of a test's own, on a free port and in a folder that is taken away: it may be made
//! read-only.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

use tokio::time::{sleep, timeout};

use crate::{
    folder::{Folder, skipped},
    reader::Reader,
};

pub(crate) struct Cluster {
    programs: PathBuf,
    folder: Folder,
    server: Child,
    port: u16,
}

impl Cluster {
    /// Without PostgreSQL on this machine, says what is skipped.
    pub(crate) async fn start(test: &str) -> Option<Self> {
        let Some(programs) = programs() else {
            skipped(test, "PostgreSQL's initdb is not installed");
            return None;
        };
        let folder = Folder::new();
        let data = folder.path().join("data");
        fs::create_dir(&data).unwrap();
        if is_root() {
            // It refuses to be run by root.
            for path in [folder.path(), &data] {
                let done = Command::new("chown").arg("postgres").arg(path).output();
                worked("chown", &done.unwrap());
            }
        }
        let made = unprivileged(&programs.join("initdb"))
            .args(["--no-sync", "--auth=trust", "--username=postgres", "-D"])
            .arg(&data)
            .output();
        worked("initdb", &made.unwrap());
        let port = free_port();
        let server = unprivileged(&programs.join("postgres"))
            .arg("-D")
            .arg(&data)
            .args(["-p", &port.to_string()])
            .args(["-c", "listen_addresses=127.0.0.1"])
            .args(["-c", "fsync=off"])
            .args(["-c", "max_connections=200"])
            .arg("-c")
            .arg(format!("unix_socket_directories={}", data.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let cluster = Self {
            programs,
            folder,
            server,
            port,
        };
        let up = async {
            while Reader::connect(&cluster.url()).await.is_none() {
                sleep(Duration::from_millis(50)).await;
            }
        };
        timeout(Duration::from_secs(60), up).await.unwrap();
        Some(cluster)
    }

    pub(crate) fn url(&self) -> String {
        self.url_at(self.port)
    }

    /// The same database by way of another port.
    pub(crate) fn url_at(&self, port: u16) -> String {
        format!("postgres://postgres@127.0.0.1:{port}/postgres")
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// A folder into which it may write.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = unprivileged(&self.programs.join("pg_ctl"))
            .args(["stop", "--mode=immediate", "-D"])
            .arg(self.data())
            .output();
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A port that was free just now.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// Where PostgreSQL's own programs are: Debian has them beside the path.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut debian: Vec<_> = versions
        .filter_map(|version| Some(version.ok()?.path().join("bin")))
        .collect();
    debian.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path: Vec<_> = std::env::split_paths(&path).collect();
    let mut folders = debian.into_iter().rev().chain(path);
    folders.find(|folder| folder.join("initdb").exists())
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output().unwrap();
    output.stdout.trim_ascii() == b"0"
}

/// A program that must not be run by root.
pub(crate) fn unprivileged(program: &Path) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
        command.arg(program);
        command
    } else {
        Command::new(program)
    };
    // Where everybody may be.
    command.current_dir("/");
    command
}

pub(crate) fn worked(what: &str, output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{what}: {said}");
}
