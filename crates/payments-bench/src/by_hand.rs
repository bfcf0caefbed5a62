//! What somebody would write who needs one call of one provider: reqwest, serde and plain types. It
//! sends the same headers and the same JSON, by a client with the same settings, and reads all of
//! the answer that ours reads.
#![allow(
    dead_code,
    reason = "what is read is part of the work, whether or not anybody looks at it"
)]

use std::sync::RwLock;

use chrono::{DateTime, TimeDelta, Utc};
use payments_provider::http::{BaseUrl, Timeouts, client};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use serde::{Deserialize, Serialize};

use crate::Result;

fn http(url: &str) -> Result<reqwest::Client> {
    Ok(client(&url.parse::<BaseUrl>()?, Timeouts::default())?)
}

/// Fazz.
pub struct Fazz {
    http: reqwest::Client,
    url: String,
    headers: HeaderMap,
}

#[derive(Serialize, Deserialize)]
pub struct Data<T> {
    pub data: T,
}

#[derive(Serialize)]
struct Attributes<T> {
    attributes: T,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FazzRequest {
    pub amount: u64,
    pub currency: &'static str,
    pub description: String,
    pub payment_method_options: FazzOptions,
    pub payment_method_type: &'static str,
    pub reference_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FazzOptions {
    pub after_settlement_return_url: String,
    pub provider_code: &'static str,
}

#[derive(Deserialize)]
pub struct FazzPayment {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub attributes: FazzState,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FazzState {
    pub status: String,
    pub amount: String,
    pub currency: String,
    pub created_at: String,
    pub description: Option<String>,
    pub expired_at: Option<String>,
    pub reference_id: String,
    pub fees: Option<String>,
    pub payment_method: Option<FazzMethod>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FazzMethod {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub reference_id: Option<String>,
    pub instructions: Option<FazzInstructions>,
    pub settlement: Option<FazzSettlement>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FazzInstructions {
    pub retail_outlet_name: Option<String>,
    pub payment_code: Option<String>,
    pub display_name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FazzSettlement {
    pub http_url: Option<String>,
    pub after_settlement_url: Option<String>,
    pub mobile_url: Option<String>,
}

impl Fazz {
    pub fn new(url: &str) -> Result<Self> {
        let json = HeaderValue::from_static("application/vnd.api+json");
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, json);
        // test_key:test_secret
        let key = HeaderValue::from_static("Basic dGVzdF9rZXk6dGVzdF9zZWNyZXQ=");
        headers.insert(AUTHORIZATION, key);
        Ok(Self {
            http: http(url)?,
            url: format!("{url}/payments"),
            headers,
        })
    }

    pub async fn create(&self, attributes: FazzRequest) -> reqwest::Result<FazzPayment> {
        let body = Data {
            data: Attributes { attributes },
        };
        let response = self
            .http
            .post(&self.url)
            .headers(self.headers.clone())
            .json(&body)
            .send()
            .await?
            .error_for_status()?;
        Ok(response.json::<Data<FazzPayment>>().await?.data)
    }
}

/// Ciputra, its token kept.
pub struct Ciputra {
    http: reqwest::Client,
    url: String,
    token: RwLock<Option<(HeaderValue, DateTime<Utc>)>>,
}

#[derive(Deserialize)]
struct CiputraToken {
    access_token: String,
    expires_in: i64,
}

#[derive(Serialize)]
pub struct CiputraRequest {
    pub action: &'static str,
    pub amount: String,
    pub callback_url: String,
    pub description: CiputraText,
    pub email: String,
    pub external_id: String,
    pub name: String,
    pub paycode: &'static str,
    pub paytype: &'static str,
    pub phone: String,
    pub redirect_url: String,
}

#[derive(Serialize)]
pub struct CiputraText {
    pub text_1: String,
}

#[derive(Deserialize)]
pub struct CiputraAnswer {
    pub code: String,
    pub status: bool,
    pub message: Option<String>,
    pub data: Option<CiputraOrder>,
}

#[derive(Deserialize)]
pub struct CiputraOrder {
    pub shortlink: Option<String>,
    pub virtual_account_number: Option<String>,
    pub order_id: String,
    pub external_id: String,
    pub expired_date: Option<String>,
}

impl Ciputra {
    pub fn new(url: &str) -> Result<Self> {
        Ok(Self {
            http: http(url)?,
            url: url.to_owned(),
            token: RwLock::default(),
        })
    }

    pub async fn create(&self, request: &CiputraRequest) -> Result<CiputraAnswer> {
        let token = match self.kept() {
            Some(token) => token,
            None => self.fetch().await?,
        };
        let response = self
            .http
            .post(format!("{}/api/transaction", self.url))
            .header(ACCEPT, HeaderValue::from_static("application/json"))
            .header(AUTHORIZATION, token)
            .json(request)
            .send()
            .await?
            .error_for_status()?;
        let answer: CiputraAnswer = response.json().await?;
        match answer.status && answer.code == "00" {
            true => Ok(answer),
            false => Err(answer.message.unwrap_or_default().into()),
        }
    }

    fn kept(&self) -> Option<HeaderValue> {
        let kept = self.token.read().ok()?;
        let (token, expires_at) = kept.as_ref()?;
        (*expires_at > Utc::now()).then(|| token.clone())
    }

    async fn fetch(&self) -> Result<HeaderValue> {
        let response = self
            .http
            .post(format!("{}/auth/token", self.url))
            .header(ACCEPT, HeaderValue::from_static("application/json"))
            .header("api-key", "key")
            .header("api-secret", "secret")
            .header("content-length", "0")
            .send()
            .await?;
        let answer: CiputraToken = response.json().await?;
        let mut token = HeaderValue::from_str(&format!("Bearer {}", answer.access_token))?;
        token.set_sensitive(true);
        if let Ok(mut kept) = self.token.write() {
            *kept = Some((
                token.clone(),
                Utc::now() + TimeDelta::seconds(answer.expires_in),
            ));
        }
        Ok(token)
    }
}
