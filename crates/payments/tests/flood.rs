//! Whoever answers decides how much comes. No more than the bound is read, whichever request it
//! answers.

#![cfg(all(
    feature = "ciputra",
    feature = "digiswitch",
    feature = "fazz",
    feature = "instamoney",
    feature = "rpi"
))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy.toml exempts test functions, not what they share"
)]

use std::{
    error::Error as StdError,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use payments::{
    BillInquiry, BillRequest, Client, Customer, Error, IntervalUnit, MandateAmount, MandateRequest,
    Money, Name, Outcome, Product, Reference, Schedule, Settings,
    provider::http::{LARGEST_ANSWER, TooLarge},
};
use payments_conformance::sample;

const FLOOD: u64 = 800 * 1024 * 1024;

/// What the kernel may keep of a connection on its two ends.
const ON_THE_WAY: u64 = 16 * 1024 * 1024;

/// A server that answers 800 MiB in chunks, and counts what it could send of it.
struct Flood {
    url: String,
    most: Arc<AtomicU64>,
}

impl Flood {
    /// Tokens are given as they should be, if they are not to be flooded too.
    fn start(status: u16, tokens_too: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let most = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&most);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, counted) = (stream.unwrap(), Arc::clone(&counted));
                thread::spawn(move || {
                    let head = head(&mut stream);
                    if head.lines().next().unwrap_or_default().contains("token") && !tokens_too {
                        let _ = stream.write_all(token(&head).as_bytes());
                        return;
                    }
                    counted.fetch_max(flood(&mut stream, status), Ordering::SeqCst);
                });
            }
        });
        Self { url, most }
    }
}

fn head(stream: &mut TcpStream) -> String {
    let mut read = String::new();
    let mut buffer = [0; 4096];
    while !read.contains("\r\n\r\n") {
        let count = stream.read(&mut buffer).unwrap_or(0);
        if count == 0 {
            break;
        }
        read += &String::from_utf8_lossy(&buffer[..count]);
    }
    read
}

fn token(head: &str) -> String {
    let body = match head.contains("oauth") {
        true => {
            r#"{"accessToken":"sample","expiresIn":"3599","tokenType":"BearerToken","responseTime":"20300101100000"}"#
        }
        false => {
            r#"{"code":"00","status":true,"access_token":"sample","expires_in":4000000000,"token_type":"Bearer","message":"Success"}"#
        }
    };
    let length = body.len();
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
}

/// How much was sent until the other side closed.
fn flood(stream: &mut TcpStream, status: u16) -> u64 {
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    );
    let part = [b' '; 64 * 1024];
    let mut sent = 0;
    let _ = stream.write_all(head.as_bytes());
    while sent < FLOOD {
        let chunk = [b"10000\r\n", &part[..], b"\r\n"].concat();
        if stream.write_all(&chunk).is_err() {
            break;
        }
        sent += part.len() as u64;
    }
    sent
}

fn client(name: Name, url: &str) -> Client {
    let settings = Settings::sandbox(url).set(&format!("{name}_base_url"), url);
    name.client(&settings).unwrap()
}

fn reference() -> Reference {
    Reference::new("a".repeat(32)).unwrap()
}

/// Asks for money, for a bill to be paid, or for a mandate.
async fn write(client: &Client) -> Error {
    if let Some(payments) = &client.payments {
        let request = sample(payments.capabilities());
        return payments.create(&request).await.unwrap_err();
    }
    if let Some(bills) = &client.bills {
        let request = BillRequest::new(reference(), "pln", "530000000001");
        let inquiry = BillInquiry::made_elsewhere(request);
        return bills.pay(&inquiry).await.unwrap_err();
    }
    let schedule = Schedule {
        start: "2030-01-01".parse().unwrap(),
        unit: IntervalUnit::Month,
        interval: 1,
        occurrences: None,
    };
    let amount = MandateAmount::Fixed {
        amount: Money::idr(50_000),
    };
    let customer = Customer::default().phone("+628123123123");
    let product = Product {
        name: "A sample".into(),
        code: "S1".into(),
    };
    let request = MandateRequest::new(reference(), amount, schedule, customer, product);
    let mandates = client.mandates.as_ref().unwrap();
    mandates.create(&request).await.unwrap_err()
}

/// The cause, which names itself.
fn too_large(error: &Error) -> Option<TooLarge> {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    causes
        .filter_map(|cause| cause.downcast_ref::<TooLarge>())
        .next()
        .copied()
}

fn was_cut(flood: &Flood, error: &Error) {
    let bound = LARGEST_ANSWER;
    assert_eq!(too_large(error), Some(TooLarge { bound }), "{error:?}");
    // The client has hung up; its server may need a moment to see that.
    thread::sleep(std::time::Duration::from_millis(100));
    let most = flood.most.load(Ordering::SeqCst);
    assert!(most > 0, "{error:?}");
    assert!(most < bound as u64 + ON_THE_WAY, "{most} bytes were taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_800_mib_costs_no_more_than_the_bound_and_leaves_a_write_unknown() {
    for status in [200, 400, 401, 429, 500] {
        for &name in Name::ALL {
            let flood = Flood::start(status, false);
            let error = write(&client(name, &flood.url)).await;
            assert_eq!(error.outcome(), Outcome::Unknown, "{name} {error:?}");
            assert!(error.to_string().contains("larger than 4194304 bytes"));
            was_cut(&flood, &error);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_cut_off_alike() {
    let mut asked = 0;
    for &name in Name::ALL {
        let flood = Flood::start(200, false);
        let Some(payments) = client(name, &flood.url).payments else {
            continue;
        };
        let mut query = sample(payments.capabilities()).query();
        query.provider_id = Some("contract_1".into());
        let error = payments.get(&query).await.unwrap_err();
        was_cut(&flood, &error);
        asked += 1;
    }
    assert!(asked >= 3, "{asked}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_token_that_can_be_read_nothing_is_sent() {
    for status in [200, 401, 500] {
        for name in [Name::Ciputra, Name::Rpi] {
            let flood = Flood::start(status, true);
            let error = write(&client(name, &flood.url)).await;
            assert_eq!(error.outcome(), Outcome::NotSent, "{name} {error:?}");
            was_cut(&flood, &error);
        }
    }
}
