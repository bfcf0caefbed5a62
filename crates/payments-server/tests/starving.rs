//! Who takes connections and gives nothing cannot keep others out, nor the server from ending.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Extension, Router,
    routing::{get, post},
};
use payments_server::{Exchange, Server};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};

const SHORT: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_secs(20);

struct Running {
    address: SocketAddr,
    stop: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Running {
    async fn start(server: Server) -> Self {
        let app = Router::new()
            .route("/", get(async || "here"))
            .route("/body", post(async |body: String| body))
            .route(
                "/slow",
                get(async || {
                    sleep(Duration::from_millis(1500)).await;
                    "done"
                }),
            )
            .route("/never", get(std::future::pending::<()>))
            .route(
                "/yields",
                get(async |Extension(exchange): Extension<Exchange>| {
                    exchange.yields();
                    std::future::pending::<()>().await;
                }),
            );
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = Arc::new(Notify::new());
        let stopped = Arc::clone(&stop);
        let task = tokio::spawn(async move {
            server.serve(listener, app, stopped.notified()).await;
        });
        Self {
            address,
            stop,
            task,
        }
    }

    async fn begin(&self, bytes: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(bytes.as_bytes()).await.unwrap();
        stream
    }

    async fn answers(&self) -> bool {
        let ask = async {
            let stream = self.begin(&request("GET", "/")).await;
            read(stream).await.ends_with("here")
        };
        timeout(PATIENCE, ask).await.unwrap_or(false)
    }

    /// How long it takes to end.
    async fn end(self) -> Duration {
        let began = Instant::now();
        self.stop.notify_one();
        timeout(PATIENCE, self.task)
            .await
            .expect("it ends")
            .unwrap();
        began.elapsed()
    }
}

fn request(method: &str, path: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n")
}

async fn read(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).unwrap()
}

/// Whether the server closes a connection by itself.
async fn is_closed(stream: TcpStream) -> bool {
    timeout(PATIENCE, read(stream)).await.is_ok()
}

#[tokio::test]
async fn two_hundred_half_request_lines_are_closed() {
    let running = Running::start(Server::new().head_within(SHORT)).await;
    let mut halves = Vec::new();
    for _ in 0..200 {
        halves.push(running.begin("POST /callba").await);
    }
    assert!(running.answers().await);
    for half in halves {
        assert!(is_closed(half).await);
    }
}

#[tokio::test]
async fn a_header_byte_by_byte_is_closed_in_the_same_time() {
    let running = Running::start(Server::new().head_within(SHORT)).await;
    let mut slow = running
        .begin("GET / HTTP/1.1\r\nhost: here\r\nx-slow: ")
        .await;
    let began = Instant::now();
    while slow.write_all(b"a").await.is_ok() {
        assert!(began.elapsed() < PATIENCE);
        sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn an_idle_connection_is_closed_and_so_is_one_after_its_answer() {
    let running = Running::start(Server::new().head_within(SHORT)).await;
    assert!(is_closed(running.begin("").await).await);
    let stays = running.begin("GET / HTTP/1.1\r\nhost: here\r\n\r\n").await;
    assert!(is_closed(stays).await);
}

#[tokio::test]
async fn beyond_the_bound_who_has_waited_longest_without_a_request_leaves() {
    let running = Running::start(Server::new().connections(50)).await;
    // One is being answered: it stays, though it came first.
    let slow = running.begin(&request("GET", "/slow")).await;
    sleep(Duration::from_millis(50)).await;
    let mut open = Vec::new();
    for number in 0..1000 {
        let half = match number % 3 {
            0 => "",
            1 => "GET / HTTP/1.1\r\nhos",
            _ => "POST /body HTTP/1.1\r\nhost: here\r\ncontent-length: 9\r\n\r\nhalf",
        };
        open.push(running.begin(half).await);
    }
    let began = Instant::now();
    assert!(running.answers().await);
    assert!(began.elapsed() < Duration::from_secs(2));
    assert!(read(slow).await.ends_with("done"));
    // Those of the beginning were closed, long before any time-out.
    for early in open.drain(..900) {
        assert!(is_closed(early).await);
    }
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn what_is_answered_late_on_purpose_leaves_first() {
    let running = Running::start(Server::new().connections(50)).await;
    let mut held = Vec::new();
    for _ in 0..50 {
        held.push(running.begin(&request("GET", "/yields")).await);
    }
    sleep(Duration::from_millis(100)).await;
    let began = Instant::now();
    assert!(running.answers().await);
    assert!(began.elapsed() < Duration::from_secs(1));
    assert!(is_closed(held.remove(0)).await);
    assert!(running.end().await < Duration::from_secs(3));
}

#[tokio::test]
async fn an_unfinished_request_does_not_hold_the_end() {
    for half in [
        "",
        "GET / HT",
        "POST /body HTTP/1.1\r\nhost: here\r\ncontent-length: 9\r\n\r\nhalf",
    ] {
        let running = Running::start(Server::new()).await;
        let open = running.begin(half).await;
        sleep(Duration::from_millis(100)).await;
        assert!(running.end().await < Duration::from_secs(3), "{half:?}");
        drop(open);
    }
}

#[tokio::test]
async fn a_request_that_is_whole_is_answered_at_the_end_and_one_that_never_is_ends_with_the_grace()
{
    let running = Running::start(Server::new()).await;
    let slow = running.begin(&request("GET", "/slow")).await;
    sleep(Duration::from_millis(100)).await;
    let (took, answer) = tokio::join!(running.end(), read(slow));
    assert!(answer.ends_with("done"), "{answer}");
    assert!(took < Duration::from_secs(5));

    let running = Running::start(Server::new().grace(Duration::from_secs(2))).await;
    let never = running.begin(&request("GET", "/never")).await;
    sleep(Duration::from_millis(100)).await;
    let took = running.end().await;
    assert!(
        took >= Duration::from_secs(2) && took < Duration::from_secs(4),
        "{took:?}"
    );
    drop(never);
}

#[tokio::test]
async fn a_head_of_megabytes_is_refused() {
    let running = Running::start(Server::new()).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    let head = format!(
        "GET / HTTP/1.1\r\nhost: here\r\nx-large: {}",
        "a".repeat(4 << 20)
    );
    let _ = stream.write_all(head.as_bytes()).await;
    assert!(read(stream).await.contains("431"));
}

/// What this process has in memory, in bytes.
fn memory() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let resident = pages.split(' ').nth(1).and_then(|pages| pages.parse().ok());
    resident.unwrap_or(0_u64) * 4096
}

#[ignore = "opens ten thousand connections: .ci/run runs it alone"]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_half_headers_keep_nobody_out_and_fill_no_memory() {
    let running = Running::start(Server::new()).await;
    assert!(running.answers().await);
    let (before, mut open, mut slowest) = (memory(), Vec::new(), Duration::ZERO);
    for number in 0..10_000 {
        let connected = TcpStream::connect(running.address).await;
        let mut stream = connected.expect("this process may open 10,000 connections: ulimit -n");
        let _ = stream.write_all(b"POST /body HTTP/1.1\r\nx-slow: a").await;
        open.push(stream);
        if number % 500 == 499 {
            let began = Instant::now();
            assert!(running.answers().await);
            slowest = slowest.max(began.elapsed());
        }
    }
    let grown = memory().saturating_sub(before) >> 20;
    println!(
        "the slowest of 20 requests took {slowest:?}; {grown} MiB more, both ends of the connections"
    );
    assert!(slowest < Duration::from_secs(1) && grown < 100);
    assert!(running.end().await < Duration::from_secs(3));
}
