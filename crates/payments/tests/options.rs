//! A provider's own options: each reaches the provider, and none that is not the provider's.

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
    clippy::unwrap_used
)]

use std::collections::BTreeMap;

use chrono::{Days, Utc};
use payments::{
    BillRequest, Customer, IntervalUnit, Kind, MandateAmount, MandateRequest, Method, Money, Name,
    Outcome, PaymentRequest, Product, ProviderOption, ProviderOptions, Result, Schedule, Settings,
    TopupRequest, ciputra, digiswitch, fazz, instamoney, jakarta, rpi,
};
use payments_sandbox::Sandbox;
use serde_json::{Value, json};

/// A value of an option, what of it is to be seen in a request, and the method that has it.
struct Sample {
    value: Value,
    seen: String,
    method: Method,
}

fn sample(provider: Name, option: &str) -> Sample {
    let text = |text: &str| (json!(text), text.to_owned());
    let flag = |name: &str, no: &str| (json!(false), format!("\"{name}\":\"{no}\""));
    let (value, seen) = match option {
        "refno" => text("POL-7781"),
        "text_2" => text("line two"),
        "text_3" => text("line three"),
        "back_url" => text("https://shop.example/back"),
        "redirect_url" => text("https://shop.example/there"),
        "send_email" | "send_sms" | "send_wa" => flag(option, "0"),
        "notification_timing" => text("after"),
        "display_name" => text("Toko Maju"),
        "suffix_no" => text("4711"),
        "metadata" => (json!({"policy": "POL-7781"}), "POL-7781".into()),
        "basket" => (
            json!([{
                "reference_id": "sku-77", "name": "Case", "category": "phones", "currency": "IDR",
                "price": 20_000, "quantity": 1, "type": "PRODUCT",
            }]),
            "sku-77".into(),
        ),
        "customer_id" => text("cust-77"),
        "failure_redirect_url" => text("https://shop.example/failed"),
        "cancel_redirect_url" => text("https://shop.example/cancelled"),
        "redeem_points" => text("REDEEM_NONE"),
        "version" => text("2019-02-04"),
        "fee_rule" => text("xpfeeru_77"),
        "additional_info" => (
            json!([{"key": "policy", "value": "POL-7781"}]),
            "POL-7781".into(),
        ),
        "notification_config" => (json!([{"channel": "sms-77"}]), "sms-77".into()),
        "max_bill_amount" => (json!(777_000), "777000".into()),
        "correlation_id" => text("c0ffee00c0ffee00c0ffee00c0ffee77"),
        "year" => (json!(2024), "\"year\":2024".into()),
        "cb_url" => text("https://shop.example/webhook"),
        "allow_dot" => (json!(true), "\"allow_dot\":true".into()),
        _ => panic!("{provider} has an option without a sample: {option}"),
    };
    let method = match (provider, option) {
        (Name::Instamoney, "version") => Method::OVO,
        (Name::Instamoney, _) => Method::SHOPEEPAY,
        (Name::Fazz, _) => "va:bri".parse().unwrap(),
        _ => any_or_first(provider),
    };
    Sample {
        value,
        seen,
        method,
    }
}

/// The method that takes any other one, or the only kind that the provider has.
fn any_or_first(provider: Name) -> Method {
    let methods = provider.capabilities().methods;
    match methods.first() {
        Some(first) if !methods.iter().any(|one| *one.method == Method::ANY) => {
            first.method.clone()
        }
        _ => Method::ANY,
    }
}

fn options(of: Name, option: &ProviderOption, value: &Value) -> ProviderOptions {
    let options = ProviderOptions::new(of.capabilities().provider);
    match option.personal {
        true => options.with_personal(option.name, value),
        false => options.with(option.name, value),
    }
}

fn payment(reference: &str, method: Method) -> PaymentRequest {
    let customer = Customer::default().name("Budi").phone("081299990001");
    PaymentRequest::new(reference.parse().unwrap(), Money::idr(20_000), method)
        .customer(customer)
        .callback_url("https://shop.example/callback")
        .return_url("https://shop.example/thanks")
}

fn mandate(reference: &str) -> MandateRequest {
    let start = jakarta::day(Utc::now()) + Days::new(7);
    let product = Product {
        name: "Insurance".into(),
        code: "P1".into(),
    };
    MandateRequest::new(
        reference.parse().unwrap(),
        MandateAmount::Fixed {
            amount: Money::idr(50_000),
        },
        Schedule {
            start,
            unit: IntervalUnit::Month,
            interval: 1,
            occurrences: None,
        },
        Customer::default().phone("081299990001"),
        product,
    )
}

fn reference(kind: Kind, number: usize) -> String {
    match kind {
        Kind::Mandate => format!("{number:032}"),
        _ => format!("order-{number}"),
    }
}

/// Sends an instruction with options.
async fn send(
    to: Name,
    settings: &Settings,
    kind: Kind,
    number: usize,
    method: Method,
    options: ProviderOptions,
) -> Result<()> {
    let client = to.client(settings)?;
    let reference = reference(kind, number);
    match kind {
        Kind::Payment => {
            let request = payment(&reference, method).options(options);
            client.payments.unwrap().create(&request).await.map(drop)
        }
        Kind::Bill => {
            let bill = BillRequest::new(reference.parse().unwrap(), "pbb_jakarta", "530000000001");
            client
                .bills
                .unwrap()
                .inquire(&bill.options(options))
                .await
                .map(drop)
        }
        Kind::Topup => {
            let request = TopupRequest::new(reference.parse().unwrap(), "xld10", "0878000.01233");
            client
                .topups
                .unwrap()
                .buy(&request.options(options))
                .await
                .map(drop)
        }
        Kind::Mandate => {
            let request = mandate(&reference).options(options);
            client.mandates.unwrap().create(&request).await.map(drop)
        }
        other => panic!("no {other} has options"),
    }
}

/// Every request that has reached the sandbox: headers and body.
fn requests(sandbox: &Sandbox) -> BTreeMap<u64, String> {
    let story = sandbox.control("GET", "story", &Value::Null).unwrap();
    let entries = story["entries"].as_array().unwrap().iter();
    let exchanges = entries.filter(|entry| entry["kind"] == "exchange");
    let numbers = exchanges.map(|entry| entry["n"].as_u64().unwrap());
    let whole = numbers.map(|number| {
        let path = format!("exchanges/{number}?reveal=true");
        let exchange = sandbox.control("GET", &path, &Value::Null).unwrap();
        let body = exchange["request"]["body"].as_str().unwrap_or_default();
        (number, format!("{} {body}", exchange["request"]["headers"]))
    });
    whole.collect()
}

/// Every option with every provider that has it.
fn all() -> impl Iterator<Item = (usize, Name, &'static ProviderOption)> {
    let options = Name::ALL.iter();
    let options =
        options.flat_map(|name| name.capabilities().options.iter().map(|one| (*name, one)));
    options
        .enumerate()
        .map(|(number, (name, option))| (number + 1, name, option))
}

#[tokio::test]
async fn each_option_reaches_the_provider() {
    let sandbox = payments_sandbox::test().await.unwrap();
    let settings = Settings::sandbox(&sandbox.url());
    for (number, name, option) in all() {
        let sample = sample(name, option.name);
        let kind = option.kinds[0];
        let options = options(name, option, &sample.value);
        let before = requests(&sandbox).len();
        // Some products of the sandbox know no such bill: what was sent is what counts.
        let sent = send(name, &settings, kind, number, sample.method, options).await;
        let sent_nothing = sent
            .as_ref()
            .is_err_and(|error| error.outcome() == Outcome::NotSent);
        assert!(!sent_nothing, "{name} {}: {sent:?}", option.name);
        let requests = requests(&sandbox);
        let mut new = requests.values().skip(before);
        assert!(
            new.any(|request| request.contains(&sample.seen)),
            "{name} {}: {} is in none of {:?}",
            option.name,
            sample.seen,
            requests.values().skip(before).collect::<Vec<_>>()
        );
    }
}

#[tokio::test]
async fn an_option_of_another_provider_is_refused_before_anything_is_sent() {
    let sandbox = payments_sandbox::test().await.unwrap();
    let settings = Settings::sandbox(&sandbox.url());
    for (number, theirs, option) in all() {
        let sample = sample(theirs, option.name);
        for name in Name::ALL.iter().copied().filter(|name| *name != theirs) {
            let client = name.client(&settings).unwrap();
            let kinds = [
                (Kind::Payment, client.payments.is_some()),
                (Kind::Bill, client.bills.is_some()),
                (Kind::Topup, client.topups.is_some()),
                (Kind::Mandate, client.mandates.is_some()),
            ];
            for (kind, _) in kinds.into_iter().filter(|(_, has)| *has) {
                let method = match name {
                    Name::Instamoney => Method::OVO,
                    Name::Fazz => "va:bri".parse().unwrap(),
                    _ => {
                        let first = name.capabilities().methods.first();
                        first.map_or(Method::ANY, |known| known.method.clone())
                    }
                };
                let options = options(theirs, option, &sample.value);
                let sent = send(name, &settings, kind, number, method, options).await;
                let error = sent.expect_err("it takes an option of another provider");
                assert_eq!(
                    error.outcome(),
                    Outcome::NotSent,
                    "{name} {theirs}: {error}"
                );
                assert!(error.to_string().contains(theirs.as_str()), "{error}");
            }
        }
    }
    assert!(requests(&sandbox).is_empty());
}

#[tokio::test]
async fn an_option_that_the_method_does_not_have_is_refused_before_anything_is_sent() {
    let sandbox = payments_sandbox::test().await.unwrap();
    let settings = Settings::sandbox(&sandbox.url());
    let ovo = instamoney::Options::new().cancel_redirect_url("https://shop.example");
    let dana = instamoney::Options::new().version("2019-02-04");
    let qris = fazz::Options::new().suffix_no("12");
    for (name, kind, method, options) in [
        (Name::Instamoney, Kind::Payment, Method::OVO, ovo.into()),
        (Name::Instamoney, Kind::Payment, Method::DANA, dana.into()),
        (Name::Fazz, Kind::Payment, Method::QRIS, qris.into()),
        (
            Name::Digiswitch,
            Kind::Topup,
            Method::ANY,
            digiswitch::Options::new().year(2024).into(),
        ),
    ] {
        let sent: Result<()> = send(name, &settings, kind, 1, method.clone(), options).await;
        let error = sent.expect_err("it is sent without its option");
        assert_eq!(
            error.outcome(),
            Outcome::NotSent,
            "{name} {method}: {error}"
        );
    }
    assert!(requests(&sandbox).is_empty());
}

#[tokio::test]
async fn an_option_is_checked_as_the_document_demands_and_a_personal_one_is_not_quoted() {
    let sandbox = payments_sandbox::test().await.unwrap();
    let settings = Settings::sandbox(&sandbox.url());
    let method: Method = "va:bri".parse().unwrap();
    let canary = fazz::Options::new().suffix_no("canary");
    let few = rpi::Options::new().max_bill_amount(1);
    let flow = rpi::Options::new().correlation_id("too short!");
    for (name, kind, options) in [
        (Name::Fazz, Kind::Payment, canary.into()),
        (Name::Rpi, Kind::Mandate, few.into()),
        (Name::Rpi, Kind::Mandate, flow.into()),
    ] {
        let sent: Result<()> = send(name, &settings, kind, 1, method.clone(), options).await;
        let error = sent.expect_err("it is sent");
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
    }
    assert!(requests(&sandbox).is_empty());
}

#[tokio::test]
async fn a_policy_number_comes_back_with_the_payment() {
    let sandbox = payments_sandbox::test().await.unwrap();
    let client = Name::Ciputra
        .client(&Settings::sandbox(&sandbox.url()))
        .unwrap();
    let client = client.payments.unwrap();
    let request = payment("order-1", Method::ANY)
        .options(ciputra::Options::new().refno("POL-7781").send_email(false));
    client.create(&request).await.unwrap();
    let found = client.get(&request.query()).await.unwrap();
    assert_eq!(found.raw.json()["reference_number"], "POL-7781");
}
