//! Clients of the same kind, beside ours: progenitor's own of Fazz's document, and async-stripe.

use payments_provider::http::{BaseUrl, Timeouts, client};
use serde_json::json;
use stripe::{Client, ClientBuilder};
use stripe_core::refund::CreateRefund;

use crate::{Result, by_hand};

#[allow(
    clippy::all,
    dead_code,
    unused_imports,
    unused_mut,
    reason = "progenitor writes it"
)]
mod progenitor {
    include!(concat!(env!("OUT_DIR"), "/progenitor.rs"));
}

/// Makes the same payment as ours by progenitor's own client, without a key.
pub struct Progenitor {
    client: progenitor::Client,
    request: progenitor::types::CreatePayment,
}

impl Progenitor {
    pub fn new(url: &str, attributes: &by_hand::FazzRequest) -> Result<Self> {
        let http = client(&url.parse::<BaseUrl>()?, Timeouts::default())?;
        let mut body = json!({"data": {"attributes": attributes}});
        // Where we write an amount, its document has text.
        let amount = &mut body["data"]["attributes"]["amount"];
        *amount = amount.to_string().into();
        Ok(Self {
            client: progenitor::Client::new_with_client(url, http),
            request: serde_json::from_value(body)?,
        })
    }

    pub async fn create(&self) -> Result<()> {
        let answer = self.client.create_payment(&self.request.clone()).await?;
        std::hint::black_box(answer.into_inner());
        Ok(())
    }
}

/// Makes a request of about the same size by async-stripe.
pub struct Stripe(Client);

impl Stripe {
    pub fn new(url: &str) -> Result<Self> {
        Ok(Self(ClientBuilder::new("sk_test_key").url(url).build()?))
    }

    pub async fn create(&self) -> Result<()> {
        let metadata = [
            ("description", "Invoice 1004"),
            ("return_url", "https://shop.example/return"),
            ("provider_code", "SHOPEEPAY"),
        ];
        let metadata = metadata.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let request = CreateRefund::new()
            .amount(15_000)
            .charge("ch_0123456789abcdef01234567")
            .metadata(std::collections::HashMap::from(metadata));
        std::hint::black_box(request.send(&self.0).await?);
        Ok(())
    }
}
