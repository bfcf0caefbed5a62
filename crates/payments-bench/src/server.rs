//! A provider that answers at once and always the same, in a process of its own: what it computes
//! is not counted.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{CONTENT_TYPE, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use serde_json::json;

use crate::{Result, cpu, fixture};

/// What has arrived so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Arrived {
    pub connections: u64,
    /// Of headers and bodies.
    pub bytes: u64,
}

impl std::ops::Sub for Arrived {
    type Output = Self;

    fn sub(self, before: Self) -> Self {
        Self {
            connections: self.connections - before.connections,
            bytes: self.bytes - before.bytes,
        }
    }
}

/// The server, as its user sees it. It ends when this is dropped.
pub struct Server {
    child: Child,
    asking: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// Its base URL.
    pub url: String,
}

impl Server {
    /// Starts this program once more, as a server.
    pub fn start() -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let asking = child.stdin.take().ok_or("the server has no stdin")?;
        let answers = child.stdout.take().ok_or("the server has no stdout")?;
        let mut server = Self {
            child,
            asking,
            answers: BufReader::new(answers),
            url: String::new(),
        };
        server.url = server.line()?;
        Ok(server)
    }

    /// What has arrived so far.
    pub fn arrived(&mut self) -> Result<Arrived> {
        self.asking.write_all(b"?\n")?;
        let line = self.line()?;
        let mut numbers = line.split(' ').map(str::parse);
        let mut number = || numbers.next().ok_or("the server told too little");
        Ok(Arrived {
            connections: number()??,
            bytes: number()??,
        })
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        Ok(line.trim().to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[derive(Default)]
struct Counts {
    connections: AtomicU64,
    bytes: AtomicU64,
}

/// The answers, made once.
struct Answers {
    fazz: Bytes,
    ciputra: Bytes,
    token: Bytes,
    refund: Bytes,
    nothing: Bytes,
}

/// Serves until whoever started it is gone: tells its address, and what has arrived whenever a line
/// comes.
pub fn serve() -> Result<()> {
    cpu::pin(1);
    let token = json!({
        "code": "00",
        "status": true,
        "access_token": "0123456789abcdef".repeat(8),
        "expires_in": 86_400,
    });
    let answers = Arc::new(Answers {
        fazz: fixture::fazz_answer().to_string().into(),
        ciputra: fixture::ciputra_answer().to_string().into(),
        token: token.to_string().into(),
        refund: fixture::stripe_answer().to_string().into(),
        nothing: Bytes::new(),
    });
    let counts: Arc<Counts> = Arc::default();
    std::thread::spawn({
        let counts = Arc::clone(&counts);
        move || tell(&counts)
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("http://{}", listener.local_addr()?);
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            counts.connections.fetch_add(1, Relaxed);
            let (answers, counts) = (Arc::clone(&answers), Arc::clone(&counts));
            let service = service_fn(move |request| {
                let (answers, counts) = (Arc::clone(&answers), Arc::clone(&counts));
                async move { answer(&answers, &counts, request).await }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    })
}

fn tell(counts: &Counts) {
    for _ in std::io::stdin().lock().lines().map_while(|line| line.ok()) {
        let count = |count: &AtomicU64| count.load(Relaxed);
        println!("{} {}", count(&counts.connections), count(&counts.bytes));
    }
    std::process::exit(0);
}

async fn answer(
    answers: &Answers,
    counts: &Counts,
    request: Request<Incoming>,
) -> hyper::Result<Response<Full<Bytes>>> {
    let (head, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    let headers: usize = head
        .headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len())
        .sum();
    counts
        .bytes
        .fetch_add((headers + body.len()) as u64, Relaxed);
    let (status, bytes) = match head.uri.path() {
        "/payments" => (StatusCode::CREATED, &answers.fazz),
        "/api/transaction" => (StatusCode::OK, &answers.ciputra),
        "/v1/refunds" => (StatusCode::OK, &answers.refund),
        "/auth/token" => (StatusCode::OK, &answers.token),
        _ => (StatusCode::NOT_FOUND, &answers.nothing),
    };
    let mut response = Response::new(Full::new(bytes.clone()));
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    Ok(response)
}
