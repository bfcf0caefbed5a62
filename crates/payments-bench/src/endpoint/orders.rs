//! Payments that are recorded, and their callbacks, signed.

use hmac::{Hmac, KeyInit, Mac};
use payments_core::{
    Account, Capabilities, Customer, Error, Method, Money, Payment, PaymentQuery, PaymentRequest,
    PaymentStatus, Payments, ProviderClient, async_trait, wire::hex,
};
use payments_journal::Journal;
use serde_json::json;
use sha2::Sha256;
use std::sync::LazyLock;

use crate::Result;

/// What provider and endpoint share.
const SECRET: &str = "signing-secret";

const RUPIAH: u64 = 100_000;

/// The provider's client, whose account the payments are of.
pub fn client() -> Result<payments_fazz::Fazz> {
    let config =
        payments_fazz::Config::new("test_key", "secret")?.base_url("http://127.0.0.1:1")?;
    Ok(payments_fazz::Fazz::new(config.signing_secrets([SECRET])?)?)
}

/// A callback as it is sent.
#[derive(Clone, Debug)]
pub struct Callback {
    pub body: Vec<u8>,
    pub signature: String,
}

pub fn reference(number: usize) -> String {
    format!("order-{number}")
}

/// A customer has paid at a shop.
pub fn callback(number: usize) -> Result<Callback> {
    let body = json!({"data": {
        "id": format!("contract_{number:032x}"),
        "type": "payment",
        "attributes": {
            "status": "paid", "amount": format!("{RUPIAH}.0"), "currency": "IDR",
            "createdAt": "2026-01-01T10:00:00+07:00", "expiredAt": "2026-01-02T10:00:00+07:00",
            "description": null, "referenceId": reference(number), "fees": "4440.0",
            "paymentMethod": {
                "id": "mst_AbCdEfGhIjKlMnOpQrSt", "type": "retail_outlet", "referenceId": reference(number),
                "instructions": {"retailOutletName": "ALFAMART", "paymentCode": "81879760", "displayName": "Shop"},
            },
        },
    }});
    let body = body.to_string().into_bytes();
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes())?;
    mac.update(&body);
    let signature = hex(&mac.finalize().into_bytes());
    Ok(Callback { body, signature })
}

/// Records payments that customers have yet to pay.
pub async fn record(journal: &Journal, count: usize) -> Result<()> {
    let method = Method::retail_outlet("alfamart")?;
    for number in 0..count {
        let reference = reference(number).parse()?;
        let customer = Customer::default().name("Siti");
        let request =
            PaymentRequest::new(reference, Money::idr(RUPIAH), method.clone()).customer(customer);
        journal.execute(&Fazz, &request).await?;
    }
    Ok(())
}

/// Takes every payment at once.
#[derive(Debug)]
struct Fazz;

impl ProviderClient for Fazz {
    fn capabilities(&self) -> &'static Capabilities {
        &payments_fazz::CAPABILITIES
    }

    fn account(&self) -> &Account {
        static ACCOUNT: LazyLock<Account> = LazyLock::new(|| match client() {
            Ok(client) => client.account().clone(),
            Err(_) => Account::simulated(payments_fazz::CAPABILITIES.provider),
        });
        &ACCOUNT
    }
}

#[async_trait]
impl Payments for Fazz {
    async fn create(&self, request: &PaymentRequest) -> payments_core::Result<Payment> {
        let (reference, method) = (request.reference.clone(), request.method.clone());
        let status = PaymentStatus::Pending;
        let mut payment = Payment::new(
            payments_fazz::PROVIDER,
            reference,
            method,
            status,
            "pending",
        );
        payment.amount = Some(request.amount);
        Ok(payment)
    }

    async fn get(&self, _: &PaymentQuery) -> payments_core::Result<Payment> {
        Err(Error::unsupported("asking"))
    }

    async fn cancel(&self, _: &PaymentQuery) -> payments_core::Result<Payment> {
        Err(Error::unsupported("cancelling"))
    }
}
