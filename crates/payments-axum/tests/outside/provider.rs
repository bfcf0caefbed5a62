//! The provider: a sandbox whose ledger is the judge, and its callbacks as a test sends them.

use std::{collections::BTreeMap, time::Duration};

use payments_provider::http::{Timeouts, client};
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::sleep,
};

/// What a payment costs.
pub(crate) const RUPIAH: u32 = 20_000;

pub(crate) struct Provider(Sandbox);

impl Provider {
    pub(crate) async fn start() -> Self {
        Self(Sandbox::start(Settings::new()).await.unwrap())
    }

    pub(crate) fn url(&self) -> String {
        format!("{}/instamoney", self.0.url())
    }

    /// The next answers to a charge are lost, and what was made cannot be found.
    pub(crate) fn hides(&self, times: usize) {
        let fault = json!({
            "provider": "instamoney", "operation": "create", "fault": "hidden_after_commit",
            "seconds": 100_000, "times": times,
        });
        self.0.control("POST", "faults", &fault).unwrap();
    }

    /// What was hidden is shown.
    pub(crate) fn shows_all(&self) {
        self.0.control("DELETE", "faults", &Value::Null).unwrap();
        let later = json!({"seconds": 100_001});
        self.0.control("POST", "clock/advance", &later).unwrap();
    }

    /// How often each reference was charged.
    pub(crate) fn debits(&self) -> BTreeMap<String, u32> {
        let rows = self.0.control("GET", "ledger", &Value::Null).unwrap();
        let mut debits = BTreeMap::new();
        for row in rows.as_array().unwrap() {
            let reference = row["reference"].as_str().unwrap().to_owned();
            *debits.entry(reference).or_default() += 1;
        }
        debits
    }
}

/// A request with a callback, as the provider sends it after an OVO payment.
pub(crate) fn callback(port: u16, reference: &str) -> String {
    let body = json!({
        "event": "ewallet.payment",
        "id": format!("id-{reference}"),
        "external_id": reference,
        "business_id": "5850eteStin791bd40096364",
        "phone": "08123123123",
        "ewallet_type": "OVO",
        "amount": RUPIAH,
        "created": "2019-11-01T12:34:56.007Z",
        "status": "COMPLETED",
    })
    .to_string();
    format!(
        "POST /callbacks/instamoney HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nx-callback-token: sandbox-callback-token\r\n\
         content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// A callback of a provider that proves nothing, about what nobody has ordered; the connection
/// stays.
pub(crate) fn forged_hint(port: u16, reference: &str) -> String {
    let body = json!({"code": "00", "data": {"external_id": reference, "status": "paid", "payment_channel": "gopay"}}).to_string();
    format!(
        "POST /callbacks/ciputra HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Delivers a callback, and tells how it was answered; 0 if it was not.
pub(crate) async fn deliver(port: u16, reference: &str) -> u16 {
    let exchange = async {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
        let request = callback(port, reference);
        stream.write_all(request.as_bytes()).await.ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.ok()?;
        answer.split(' ').nth(1)?.parse().ok()
    };
    let answer = tokio::time::timeout(Duration::from_secs(30), exchange).await;
    answer.ok().flatten().unwrap_or_default()
}

/// Delivers a callback until it is acknowledged, as a provider does.
pub(crate) async fn deliver_until_taken(port: u16, reference: &str) {
    while deliver(port, reference).await != 200 {
        sleep(Duration::from_millis(20)).await;
    }
}

/// Sends a callback, and hangs up a moment later without waiting for the answer.
pub(crate) async fn hang_up(port: u16, reference: &str, after: Duration) {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else {
        return;
    };
    let request = callback(port, reference);
    if stream.write_all(request.as_bytes()).await.is_ok() {
        sleep(after).await;
    }
}

/// Asks the shop for something; its status and what it says, 0 if nothing came in time.
pub(crate) async fn get(port: u16, path: &str, patience: Duration) -> (u16, String) {
    let url = format!("http://127.0.0.1:{port}{path}");
    let timeouts = Timeouts::new(patience, patience);
    let http = client(&url.parse().unwrap(), timeouts).unwrap();
    let Ok(answer) = http.get(url).send().await else {
        return (0, "no answer".into());
    };
    let status = answer.status().as_u16();
    (status, answer.text().await.unwrap_or_default())
}
