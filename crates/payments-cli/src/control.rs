//! The sandbox's control API: what the demo plays the customer and the network with.

use payments::{Name, Reference, http::Timeouts};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::failure::Failure;

pub(crate) struct Control {
    client: reqwest::Client,
    url: String,
}

impl Control {
    pub(crate) fn new(sandbox: &str) -> Result<Self, Failure> {
        let url = format!("{sandbox}/_sandbox");
        Ok(Self {
            client: payments::http::client(&url.parse()?, Timeouts::default())?,
            url,
        })
    }

    /// Plays the customer who pays.
    pub(crate) async fn pay(&self, provider: Name, reference: &Reference) -> Result<(), Failure> {
        self.post(
            "payments/pay",
            json!({"provider": provider.as_str(), "reference": reference}),
        )
        .await
    }

    /// Loses the next answer to a create: the provider acts, then the connection breaks.
    pub(crate) async fn lose_next_answer(&self, provider: Name) -> Result<(), Failure> {
        self.post(
            "faults",
            json!({"provider": provider.as_str(), "operation": "create", "fault": "reset_after_commit"}),
        )
        .await
    }

    /// How many times money moved for a payment.
    pub(crate) async fn ledger_rows(
        &self,
        provider: Name,
        reference: &Reference,
    ) -> Result<usize, Failure> {
        let request = self.client.get(format!("{}/ledger", self.url)).query(&[
            ("provider", provider.as_str()),
            ("reference", reference.as_str()),
        ]);
        read::<Value>("ledger", request)
            .await?
            .as_array()
            .map(Vec::len)
            .ok_or_else(|| Failure::failed("the sandbox's ledger cannot be read"))
    }

    async fn post(&self, path: &str, body: Value) -> Result<(), Failure> {
        self.ask::<Value>(path, body).await.map(drop)
    }

    /// Asks for something to be done, and answers what came of it.
    pub(crate) async fn ask<T: DeserializeOwned>(
        &self,
        path: &str,
        body: Value,
    ) -> Result<T, Failure> {
        let request = self.client.post(format!("{}/{path}", self.url));
        read(path, request.json(&body)).await
    }

    /// What there is.
    pub(crate) async fn look<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        read(path, self.client.get(format!("{}/{path}", self.url))).await
    }
}

async fn read<T: DeserializeOwned>(
    path: &str,
    request: reqwest::RequestBuilder,
) -> Result<T, Failure> {
    let answer = request.send().await.map_err(unreachable)?;
    if answer.status().is_success() {
        return answer.json().await.map_err(unreachable);
    }
    let text = answer.text().await.unwrap_or_default();
    let error = serde_json::from_str::<Value>(&text).unwrap_or_default();
    let told = error.get("error").and_then(Value::as_str).unwrap_or(&text);
    Err(Failure::failed(format!(
        "the sandbox refused {path}: {told}"
    )))
}

fn unreachable(error: reqwest::Error) -> Failure {
    Failure::failed("the sandbox does not answer").caused_by(error)
}
