//! A provider in another process that takes a reference as often as it is sent: one line asks, one
//! answers.

use std::sync::LazyLock;
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use payments_core::{
    Account, Capabilities, Error, ErrorKind, Method, Outcome, Payment, PaymentQuery,
    PaymentRequest, PaymentStatus, Payments, Provider, ProviderClient, Reference, Result,
    SuggestedAction, async_trait,
    capabilities::{Lookup, MethodCapabilities, PaymentOperation, ReferenceRule, Settlement},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    time::sleep,
};

static QRIS: Method = Method::QRIS;

/// How often each reference was taken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken(Arc<Mutex<BTreeMap<String, u32>>>);

impl Taken {
    pub(crate) fn all(&self) -> BTreeMap<String, u32> {
        self.0.lock().unwrap().clone()
    }

    fn times(&self, reference: &str) -> u32 {
        self.all().get(reference).copied().unwrap_or_default()
    }
}

/// Listens. Takes what is sent after one pause and answers after another.
pub(crate) async fn serve(before: Duration, after: Duration) -> (SocketAddr, Taken) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let taken = Taken::default();
    let shared = taken.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, shared.clone(), before, after));
        }
    });
    (address, taken)
}

async fn answer(stream: TcpStream, taken: Taken, before: Duration, after: Duration) {
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    if stream.read_line(&mut line).await.is_err() || !line.ends_with('\n') {
        return;
    }
    let answer = match line.trim_end().split_once(' ') {
        Some(("send", reference)) => {
            sleep(before).await;
            *taken
                .0
                .lock()
                .unwrap()
                .entry(reference.to_owned())
                .or_default() += 1;
            sleep(after).await;
            "paid\n"
        }
        Some(("ask", reference)) if taken.times(reference) > 0 => "paid\n",
        _ => "unknown\n",
    };
    let _ = stream.write_all(answer.as_bytes()).await;
}

#[derive(Debug)]
pub(crate) struct Line {
    address: SocketAddr,
    capabilities: &'static Capabilities,
}

impl Line {
    /// `send_again` is what the journal is told; the provider takes a reference as often as it
    /// comes.
    pub(crate) fn new(address: SocketAddr, send_again: bool, visibility_delay: Duration) -> Self {
        let method = MethodCapabilities {
            method: &QRIS,
            minimum: None,
            maximum: None,
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(Lookup::ByReference, send_again, visibility_delay),
            needs: &[],
            reference: ReferenceRule {
                maximum_length: 1000,
                punctuation: "*",
            },
        };
        let capabilities = Capabilities {
            methods: Box::leak(Box::new([method])),
            ..Capabilities::new(Provider::new("line"))
        };
        Self {
            address,
            capabilities: Box::leak(Box::new(capabilities)),
        }
    }

    async fn exchange(&self, verb: &str, reference: &Reference) -> Result<String> {
        let failed = |outcome| {
            let (kind, action) = (ErrorKind::Interrupted, SuggestedAction::AskByReference);
            move |_| Error::new(kind, outcome, action, "the line broke")
        };
        let stream = TcpStream::connect(self.address)
            .await
            .map_err(failed(Outcome::NotSent))?;
        let mut stream = BufReader::new(stream);
        let line = format!("{verb} {reference}\n");
        let unknown = failed(Outcome::Unknown);
        stream.write_all(line.as_bytes()).await.map_err(unknown)?;
        let mut answer = String::new();
        stream.read_line(&mut answer).await.map_err(unknown)?;
        Ok(answer)
    }

    fn tell(&self, reference: &Reference, answer: &str) -> Result<Payment> {
        let (kind, outcome) = match answer {
            "paid\n" => {
                return Ok(Payment::new(
                    self.capabilities.provider,
                    reference.clone(),
                    Method::QRIS,
                    PaymentStatus::Paid,
                    "paid",
                ));
            }
            "unknown\n" => (ErrorKind::NotFound, Outcome::Refused),
            _ => (ErrorKind::Unreadable, Outcome::Unknown),
        };
        let action = SuggestedAction::AskByReference;
        Err(Error::new(kind, outcome, action, "no such payment"))
    }
}

impl ProviderClient for Line {
    fn capabilities(&self) -> &'static Capabilities {
        self.capabilities
    }

    fn account(&self) -> &Account {
        static ACCOUNT: LazyLock<Account> =
            LazyLock::new(|| Account::simulated(Provider::new("line")));
        &ACCOUNT
    }
}

#[async_trait]
impl Payments for Line {
    async fn create(&self, request: &PaymentRequest) -> Result<Payment> {
        let answer = self.exchange("send", &request.reference).await?;
        self.tell(&request.reference, &answer)
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        let answer = self.exchange("ask", &query.reference).await?;
        self.tell(&query.reference, &answer)
    }

    async fn cancel(&self, _: &PaymentQuery) -> Result<Payment> {
        Err(Error::unsupported("not here"))
    }
}
