//! The load: kept connections, each with one request under way. One thread does it without an HTTP
//! library, so that most of the machine is left to the server; how much it takes is told beside the
//! figures.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    runtime::{Builder, Runtime},
};

use super::server::Server;
use crate::cpu::Meter;

const CONNECTIONS: usize = 32;

/// What one run came to.
pub struct Done {
    /// Requests per second.
    pub rate: f64,
    /// Microseconds that the server computed for a request.
    pub server_micros: f64,
    /// How many cores the server had, and this program.
    pub server_cores: f64,
    pub own_cores: f64,
}

/// Creates an order and reads it, again and again.
pub struct Load<'a> {
    server: &'a Server,
    runtime: Runtime,
    token: String,
    references: Arc<AtomicU64>,
}

impl<'a> Load<'a> {
    pub fn new(server: &'a Server) -> crate::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let request = format!(
            "POST {}/auth/token HTTP/1.1\r\nhost: {}\r\napi-key: key\r\napi-secret: secret\r\ncontent-length: 0\r\n\r\n",
            server.base, server.address
        );
        let mut connection = runtime.block_on(Connection::open(server.address))?;
        runtime.block_on(connection.exchange(request.as_bytes()))?;
        let answer: serde_json::Value = serde_json::from_slice(connection.body())?;
        let token = answer["access_token"].as_str().unwrap_or_default();
        Ok(Self {
            server,
            token: token.to_owned(),
            runtime,
            references: Arc::default(),
        })
    }

    /// For so long.
    pub fn run(&mut self, time: Duration) -> crate::Result<Done> {
        let server = self.server;
        let computed = server.computed();
        let meter = Meter::start();
        let end = Instant::now() + time;
        let requests = self.runtime.block_on(async {
            let lanes: Vec<_> = (0..CONNECTIONS)
                .map(|_| tokio::spawn(lane(self.orders(), server.address, end)))
                .collect();
            let mut requests = 0;
            for lane in lanes {
                requests += lane.await??;
            }
            crate::Result::<_>::Ok(requests)
        })?;
        let spent = meter.stop();
        let wall = spent.wall.as_secs_f64();
        let computed = match (computed, server.computed()) {
            (Some(before), Some(after)) => after - before,
            _ => 0.0,
        };
        Ok(Done {
            rate: f64::from(requests) / wall,
            server_micros: computed * 1e6 / f64::from(requests.max(1)),
            server_cores: computed / wall,
            own_cores: spent.cpu.as_secs_f64() / wall,
        })
    }

    /// Creates about so many orders, and reads none.
    pub fn fill(&mut self, count: u32) -> crate::Result<()> {
        let each = count as usize / CONNECTIONS;
        self.runtime.block_on(async {
            let lanes: Vec<_> = (0..CONNECTIONS)
                .map(|_| tokio::spawn(create(self.orders(), self.server.address, each)))
                .collect();
            for lane in lanes {
                lane.await??;
            }
            Ok(())
        })
    }

    fn orders(&self) -> Orders {
        let (base, address, token) = (self.server.base, self.server.address, &self.token);
        Orders {
            references: Arc::clone(&self.references),
            base,
            headers: format!(
                "host: {address}\r\nauthorization: Bearer {token}\r\naccept: application/json\r\n"
            ),
        }
    }
}

/// Writes requests.
struct Orders {
    references: Arc<AtomicU64>,
    base: &'static str,
    headers: String,
}

impl Orders {
    /// Two requests about one order.
    fn next(&self) -> [Vec<u8>; 2] {
        let reference = format!("ECL{:08}", self.references.fetch_add(1, Ordering::Relaxed));
        let (base, headers) = (self.base, &self.headers);
        // The document's own example.
        let body = format!(
            r#"{{"action":"charge","paytype":"ewallet","paycode":"gopay","external_id":"{reference}","name":"Jhonny","phone":"080000022233","refno":"0000000001","description":{{"text_1":"Testing","text_2":"Payment","text_3":"Due 1"}},"amount":"2000000","exptype":"D","expval":"3","send_email":"0","send_sms":"0","send_wa":"0","notification_timing":"after"}}"#
        );
        let create = format!(
            "POST {base}/api/transaction HTTP/1.1\r\n{headers}content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let read = format!("GET {base}/api/transaction/{reference} HTTP/1.1\r\n{headers}\r\n");
        [create.into_bytes(), read.into_bytes()]
    }
}

/// Tells how many requests were answered.
async fn lane(orders: Orders, address: SocketAddr, end: Instant) -> Result<u32, std::io::Error> {
    let mut connection = Connection::open(address).await?;
    let mut requests = 0;
    while Instant::now() < end {
        for request in orders.next() {
            connection.exchange(&request).await?;
            requests += 1;
        }
    }
    Ok(requests)
}

async fn create(orders: Orders, address: SocketAddr, count: usize) -> Result<(), std::io::Error> {
    let mut connection = Connection::open(address).await?;
    for _ in 0..count {
        let [create, _] = orders.next();
        connection.exchange(&create).await?;
    }
    Ok(())
}

struct Connection {
    stream: TcpStream,
    answer: Vec<u8>,
    /// Where the body begins.
    body: usize,
}

impl Connection {
    async fn open(address: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            answer: Vec::with_capacity(4096),
            body: 0,
        })
    }

    /// A request and its answer, which must be a success whose length is told.
    async fn exchange(&mut self, request: &[u8]) -> std::io::Result<()> {
        self.stream.write_all(request).await?;
        self.answer.clear();
        loop {
            if self.stream.read_buf(&mut self.answer).await? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            let Some(head) = self.answer.windows(4).position(|four| four == b"\r\n\r\n") else {
                continue;
            };
            let told = String::from_utf8_lossy(&self.answer[..head]);
            let length = told
                .lines()
                .filter_map(|line| line.split_once(':'))
                .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
                .and_then(|(_, length)| length.trim().parse::<usize>().ok());
            let failed = |why: &str| std::io::Error::other(format!("{why}: {told}"));
            if !told.starts_with("HTTP/1.1 200") {
                return Err(failed("not answered as expected"));
            }
            let length = length.ok_or_else(|| failed("an answer without its length"))?;
            self.body = head + 4;
            if self.answer.len() >= self.body + length {
                return Ok(());
            }
        }
    }

    fn body(&self) -> &[u8] {
        &self.answer[self.body..]
    }
}
