//! Every code that a provider's tables list is answered by the sandbox on demand, and read as its
//! table says.

use payments::{
    Error, IntervalUnit, MandateAmount, MandateRequest, Money, Outcome, Product, Reference,
    Schedule,
};
use payments_conformance::sample;
use serde_json::json;

use crate::stand::Stand;

pub(crate) fn mandate() -> MandateRequest {
    let soon = chrono::Utc::now().date_naive() + chrono::Days::new(2);
    MandateRequest::new(
        Reference::new("0".repeat(32)).unwrap(),
        MandateAmount::Fixed {
            amount: Money::idr(20_000),
        },
        Schedule {
            start: soon,
            unit: IntervalUnit::Month,
            interval: 1,
            occurrences: Some(1),
        },
        payments::Customer::default().phone("08123123123"),
        Product {
            name: "Coffee".into(),
            code: "C".into(),
        },
    )
}

/// What a create comes to while that code is answered.
async fn answered(stand: &Stand, provider: &str) -> Result<(), Error> {
    let client = stand.client(provider);
    match provider {
        "digiswitch" => {
            let bills = client.bills.unwrap();
            let inquiry = crate::bills::owed(&*bills).await;
            bills.pay(&inquiry).await.map(drop)
        }
        "rpi" => client.mandates.unwrap().create(&mandate()).await.map(drop),
        _ => {
            let payments = client.payments.unwrap();
            let request = sample(payments.capabilities());
            payments.create(&request).await.map(drop)
        }
    }
}

#[tokio::test]
async fn every_code_of_every_table_is_answered_on_demand_and_read_as_its_table_says() {
    let codes = Stand::open().await.codes();
    let mut tried = 0;
    for code in codes.as_array().unwrap() {
        let text = |name: &str| code[name].as_str().unwrap();
        let (provider, name) = (text("provider"), text("code"));
        let tables = code["listed"].as_array().unwrap().iter();
        let mut tables = tables.map(|listed| listed["table"].as_str().unwrap());
        if tables.all(|table| table.ends_with(" failure")) {
            continue;
        }
        tried += 1;
        let stand = Stand::open().await;
        let more = json!({"provider": provider, "operation": "create", "fault": "code", "code": name, "times": 2});
        stand.order(&more);
        let Err(error) = answered(&stand, provider).await else {
            // No error at all: the transaction exists, and is pending.
            assert_eq!(
                (text("outcome"), text("earlier")),
                ("unknown", "exists"),
                "{name}"
            );
            continue;
        };
        let context = format!("{provider} {name}: {error:?}");
        if code["listed"][0]["table"] == "HTTP statuses" {
            assert_eq!(
                error
                    .http_status()
                    .map(|status| status.to_string())
                    .as_deref(),
                Some(name),
                "{context}"
            );
        } else {
            assert_eq!(error.code(), Some(name), "{context}");
        }
        let is_refused = error.outcome() == Outcome::Refused;
        assert_eq!(is_refused, text("outcome") == "refused", "{context}");
        // A refusal that did something would be a lie; what is unknown was done.
        let done = match provider {
            "digiswitch" => stand.debits(),
            _ => stand.payments(),
        };
        assert_eq!(done == 0, is_refused, "{context}");
    }
    // 40 of Instamoney's requests, 46 of Digiswitch, 14 of Fazz and three statuses of RPI.
    assert!(tried >= 95, "{tried}");
}
