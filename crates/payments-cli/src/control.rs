//! The sandbox's control API, with which the demo plays the customer and the network.

use payments::{Name, Reference, Timeouts};
use payments_sandbox::InProcess;
use reqwest::{Method, StatusCode, Url};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    failure::Failure,
    providers::{SANDBOX_TOKEN, variable},
};

pub(crate) enum Control {
    /// At a URL, with its token if it wants one.
    Running {
        client: reqwest::Client,
        url: String,
        token: Option<String>,
    },
    Within(InProcess),
}

impl Control {
    pub(crate) fn new(sandbox: &str) -> Result<Self, Failure> {
        let url = format!("{sandbox}/_sandbox");
        Ok(Self::Running {
            client: payments::provider::http::client(&url.parse()?, Timeouts::default())?,
            url,
            token: variable(SANDBOX_TOKEN),
        })
    }

    pub(crate) fn within(sandbox: InProcess) -> Self {
        Self::Within(sandbox)
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
        let of = [
            ("provider", provider.as_str()),
            ("reference", reference.as_str()),
        ];
        // Any address will do: only the query is wanted.
        let query = Url::parse_with_params("http://localhost", of);
        let query = query.map_err(|error| Failure::failed("no query").caused_by(error))?;
        let path = format!("ledger?{}", query.query().unwrap_or_default());
        let rows: Value = self.look(&path).await?;
        rows.as_array()
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
        self.call(Method::POST, path, body).await
    }

    /// What there is.
    pub(crate) async fn look<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        self.call(Method::GET, path, Value::Null).await
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Value,
    ) -> Result<T, Failure> {
        match self {
            Self::Running { client, url, token } => {
                let mut request = client.request(method, format!("{url}/{path}"));
                if !body.is_null() {
                    request = request.json(&body);
                }
                if let Some(token) = token {
                    request = request.bearer_auth(token);
                }
                read(path, request).await
            }
            Self::Within(sandbox) => {
                let answer = sandbox.control(method.as_str(), path, &body);
                let answer = answer.map_err(|told| refused(path, &told))?;
                serde_json::from_value(answer).map_err(|error| {
                    Failure::failed(format!("the sandbox's {path} cannot be read")).caused_by(error)
                })
            }
        }
    }
}

async fn read<T: DeserializeOwned>(
    path: &str,
    request: reqwest::RequestBuilder,
) -> Result<T, Failure> {
    let answer = request.send().await.map_err(unreachable)?;
    let status = answer.status();
    if status.is_success() {
        return answer.json().await.map_err(unreachable);
    }
    let text = answer.text().await.unwrap_or_default();
    let error = serde_json::from_str::<Value>(&text).unwrap_or_default();
    let told = error.get("error").and_then(Value::as_str).unwrap_or(&text);
    let failure = refused(path, told);
    Err(match status {
        StatusCode::UNAUTHORIZED => failure.advise(format!("set {SANDBOX_TOKEN}")),
        _ => failure,
    })
}

fn refused(path: &str, told: &str) -> Failure {
    Failure::failed(format!("the sandbox refused {path}: {told}"))
}

fn unreachable(error: reqwest::Error) -> Failure {
    Failure::failed("the sandbox does not answer").caused_by(error)
}
