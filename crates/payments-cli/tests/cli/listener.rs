//! A running `payments listen`, and an application behind it.

use std::{
    io::{BufRead, BufReader, Lines, Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, ChildStdout, Command, Output, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{command, run};

/// A running `payments listen` with its store in a folder of its own, ended when it is dropped.
pub(crate) struct Listener {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    pub(crate) url: String,
    folder: tempfile::TempDir,
}

impl Listener {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::with(arguments, &[])
    }

    pub(crate) fn with(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        Self::in_folder(tempfile::tempdir().unwrap(), arguments, environment)
    }

    /// Ends it, and starts another one with the same store.
    pub(crate) fn again(mut self, arguments: &[&str]) -> Self {
        self.kill();
        let folder = std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap());
        Self::in_folder(folder, arguments, &[])
    }

    fn in_folder(
        folder: tempfile::TempDir,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let store = folder.path().join("callbacks.jsonl");
        let own = ["listen", "--port", "0", "--store", store.to_str().unwrap()];
        let mut command = command(&[&own, arguments].concat());
        command.envs(environment.iter().copied());
        Self::run(command, folder)
    }

    /// No file can become larger than some kilobytes: the disk is full.
    pub(crate) fn on_a_small_disk() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("callbacks.jsonl");
        let mut command = Command::new("/bin/sh");
        let script = "ulimit -f 16; trap '' XFSZ; exec \"$0\" listen --port 0 --store \"$1\"";
        command
            .args(["-c", script, env!("CARGO_BIN_EXE_payments")])
            .arg(store)
            .env_clear();
        Self::run(command, folder)
    }

    fn run(mut command: Command, folder: tempfile::TempDir) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut talk = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut url = String::new();
        for line in talk.by_ref() {
            let line = line.unwrap();
            if line.starts_with("stored in") {
                break;
            }
            let address = line.split_whitespace().nth(1).unwrap();
            let (place, _) = address.rsplit_once('/').unwrap();
            url = place.to_owned();
        }
        assert!(url.starts_with("http://127.0.0.1:"), "{url}");
        // What is said later must not fill the pipe.
        thread::spawn(move || talk.count());
        Self {
            lines: BufReader::new(child.stdout.take().unwrap()).lines(),
            child,
            url,
            folder,
        }
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.folder.path().join("callbacks.jsonl")
    }

    /// The next line it prints.
    pub(crate) fn line(&mut self) -> String {
        self.lines.next().unwrap().unwrap()
    }

    pub(crate) fn event(&mut self) -> Value {
        let line = self.line();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    /// Triggers an event, to here.
    pub(crate) fn trigger(&self, provider: &str, event: &str, more: &[&str]) -> Output {
        let to = format!("{}/{provider}", self.url);
        run(&[&["trigger", provider, event, "--to", &to], more].concat())
    }

    /// A command about the store.
    pub(crate) fn callbacks(&self, arguments: &[&str]) -> Output {
        let store = self.store();
        let store = ["--store", store.to_str().unwrap()];
        run(&[&["callbacks"], arguments, &store].concat())
    }

    /// Posts bytes with headers; the status of the answer.
    pub(crate) fn post(&self, path: &str, headers: &[(&str, &str)], body: &[u8]) -> u16 {
        let host = self.url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).unwrap();
        // A host of one's own takes the place of the right one.
        let host = match headers.iter().any(|(name, _)| *name == "host") {
            true => String::new(),
            false => format!("host: {host}\r\n"),
        };
        let headers: String = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let length = body.len();
        let head = format!(
            "POST {path} HTTP/1.1\r\n{host}connection: close\r\ncontent-length: {length}\r\n{headers}\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        // It may refuse before it has read everything.
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        answer.split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// Ends it as Ctrl-C does.
    pub(crate) fn interrupt(self) -> std::process::ExitStatus {
        self.signal("INT");
        self.ended()
    }

    /// Sends it a signal, by its name.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.unwrap().success());
    }

    /// Whether nobody can begin anything with it any more.
    pub(crate) fn is_closed(&self) -> bool {
        TcpStream::connect(self.url.trim_start_matches("http://")).is_err()
    }

    /// Waits for its end, but not for ever.
    pub(crate) fn ended(mut self) -> std::process::ExitStatus {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(20) {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("it does not end");
    }

    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A request as it came over the wire.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) path: String,
    /// Without what belongs to the connection, sorted.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// An application: takes requests off the wire and answers each with a status.
pub(crate) struct Application {
    pub(crate) url: String,
    requests: Receiver<Request>,
}

impl Application {
    pub(crate) fn answering(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (sender, requests) = channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let _ = sender.send(answer(stream.unwrap(), status));
            }
        });
        Self { url, requests }
    }

    pub(crate) fn request(&self) -> Request {
        self.requests.recv_timeout(Duration::from_secs(20)).unwrap()
    }
}

fn answer(stream: TcpStream, status: u16) -> Request {
    let mut reader = BufReader::new(stream);
    let line = |reader: &mut BufReader<TcpStream>| {
        let mut text = String::new();
        reader.read_line(&mut text).unwrap();
        text.trim_end().to_owned()
    };
    let first = line(&mut reader);
    let mut headers = Vec::new();
    let mut length = 0;
    loop {
        let header = line(&mut reader);
        let Some((name, value)) = header.split_once(": ") else {
            break;
        };
        match name {
            "content-length" => length = value.parse().unwrap(),
            "host" | "connection" | "accept" => {}
            _ => headers.push((name.to_owned(), value.to_owned())),
        }
    }
    headers.sort();
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let said = format!("HTTP/1.1 {status} ok\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    reader.get_mut().write_all(said.as_bytes()).unwrap();
    Request {
        path: first.split(' ').nth(1).unwrap().to_owned(),
        headers,
        body,
    }
}
