//! `payments trigger`, and each kind against the clients.

use ::payments::{
    Customer, Item, Method, Money, Name, News, Payment, PaymentRequest, Received, Settings,
};
use payments_conformance::examples;
use payments_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::{json_of, listener::Application, run, text};

const SECRET: &str = "canary-secret";

/// A client that checks callbacks with a secret, where its provider has one.
fn client(name: Name, secret: &str) -> ::payments::Client {
    let settings = Settings::sandbox("http://127.0.0.1:9").callback_secret(secret);
    name.client(&settings).unwrap()
}

/// Whether its callbacks can prove their sender, once there is a secret.
fn proves(name: Name) -> bool {
    let mut all = name.settings().all.iter();
    all.any(|setting| setting.callbacks && setting.secret)
}

#[tokio::test]
async fn every_kind_is_received_as_the_status_that_its_table_says_and_with_another_secret_refused()
{
    let proving = Name::ALL.iter().filter(|name| proves(**name));
    let settings = proving.fold(payments_sandbox::Settings::new(), |settings, name| {
        settings.callback_secret(name.as_str(), SECRET)
    });
    let sandbox = Sandbox::start(settings).await.unwrap();
    let kinds = sandbox
        .control("GET", "callbacks/kinds", &Value::Null)
        .unwrap();
    for kind in kinds.as_array().unwrap() {
        let order =
            json!({"provider": kind["provider"], "event": kind["event"], "reference": "order7"});
        let sent = sandbox.control("POST", "callbacks", &order).unwrap();
        let name: Name = kind["provider"].as_str().unwrap().parse().unwrap();
        let body = sent["body"].to_string();
        let headers = sent["headers"].as_object().unwrap().iter();
        let headers = headers
            .map(|(name, value)| {
                (
                    name.parse().unwrap(),
                    value.as_str().unwrap().parse().unwrap(),
                )
            })
            .collect();
        let received = |secret: &str| {
            let callbacks = client(name, secret).callbacks;
            callbacks.receive(&headers, body.as_bytes())
        };
        let proves = proves(name);
        let status = match received(SECRET).unwrap() {
            Received::Verified(event) if proves => {
                let event = event.into_inner();
                // A refund may be told by the provider's ids alone.
                if let Some(reference) = event.news.reference() {
                    assert_eq!(reference.as_str(), "order7", "{kind}");
                } else {
                    assert!(matches!(event.news, News::Refund(_)), "{kind}");
                }
                event.news.status_word().to_owned()
            }
            Received::Hint(hint) if !proves => {
                assert_eq!(hint.reference().as_str(), "order7", "{kind}");
                claimed(name, &body)
            }
            other => panic!("{kind}: {other:?}"),
        };
        assert_eq!(kind["status"], *status, "{kind}");
        assert_eq!(received("another").is_err(), proves, "{kind}");
    }
}

fn claimed(name: Name, body: &str) -> String {
    let told = name.dictionary().callback(body.as_bytes()).unwrap();
    let news: News = told.news.unwrap();
    news.status_word().to_owned()
}

/// The generator refuses any other table; this is the table that it made.
#[tokio::test]
async fn there_is_a_kind_for_every_example_of_a_callback_and_no_other() {
    let sandbox = Sandbox::start(payments_sandbox::Settings::new())
        .await
        .unwrap();
    let kinds = sandbox
        .control("GET", "callbacks/kinds", &Value::Null)
        .unwrap();
    for name in Name::ALL {
        let shown = examples(name.as_str());
        let shown = shown
            .iter()
            .filter(|example| example.decodes.starts_with("callback "));
        let kinds = kinds.as_array().unwrap().iter();
        let kinds = kinds.filter(|kind| kind["provider"] == name.as_str());
        assert_eq!(shown.count(), kinds.count(), "{name}");
    }
}

#[test]
fn the_events_of_all_providers() {
    insta::assert_snapshot!(text(&run(&["trigger", "--list"]).stdout));
}

#[test]
fn an_unknown_event_is_a_wrong_command_line_that_names_the_known_ones() {
    for arguments in [
        &["trigger", "instamoney", "settled"][..],
        &["trigger", "instamoney"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(
            text(&output.stderr).contains("paid-ovo, failed-ovo"),
            "{output:?}"
        );
    }
}

#[test]
fn what_is_sent_is_what_was_asked_for_and_what_is_not_taken_is_a_failure() {
    let application = Application::answering(200);
    let to = format!("{}/x", application.url);
    let arguments = [
        "trigger",
        "instamoney",
        "expired",
        "--reference",
        "order-7",
        "--amount",
        "5000",
        "--to",
        &to,
        "--json",
    ];
    let sent = json_of(&run(&arguments));
    assert_eq!(
        (&sent["reference"], &sent["answer"]),
        (&json!("order-7"), &json!(200))
    );
    let request = application.request();
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    assert_eq!(
        body["payment_status"], "EXPIRED",
        "the first that tells this status"
    );
    assert_eq!(
        (&body["external_id"], &body["amount"]),
        (&json!("order-7"), &json!(5000))
    );

    let nobody = run(&["trigger", "fazz", "paid", "--to", "http://127.0.0.1:9/x"]);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(
        text(&nobody.stderr).contains("payments listen"),
        "{nobody:?}"
    );
    // A sandbox must not tell a real shop that it was paid.
    let real = run(&["trigger", "fazz", "paid", "--to", "https://shop.example/x"]);
    assert!(text(&real.stderr).contains("http:// only"), "{real:?}");
}

#[test]
fn a_refusing_answer_is_told_and_of_a_hint_that_is_not_confirmed_what_to_do() {
    for (status, advised) in [(503, true), (405, false)] {
        let application = Application::answering(status);
        let to = format!("{}/x", application.url);
        let failed = run(&[
            "trigger",
            "fazz",
            "paid",
            "--reference",
            "order-7",
            "--to",
            &to,
        ]);
        assert_eq!(failed.status.code(), Some(1));
        let told = text(&failed.stderr);
        let line = format!("fazz paid of order-7 is not delivered: {to} answered {status}");
        assert!(told.contains(&line), "{told}");
        let advice = told.contains("a hint is confirmed only if the payment really is so");
        assert_eq!(advice, advised, "{told}");
    }
}

#[test]
fn a_running_sandbox_sends_it_and_remembers() {
    let sandbox = crate::Sandbox::start();
    let application = Application::answering(200);
    let more = ["--to", &application.url, "--sandbox", &sandbox.url];
    let sent = run(&[&["trigger", "rpi", "paid"][..], &more].concat());
    assert!(sent.status.success(), "{sent:?}");
    application.request();
    let known = run(&[
        "trigger",
        "rpi",
        "--list",
        "--sandbox",
        "http://127.0.0.1:9",
    ]);
    assert!(text(&known.stderr).contains("does not answer"), "{known:?}");
}

/// Makes a payment by a method, with all that any method asks for.
async fn pay(name: Name, url: &str, method: &Method, reference: &str) -> Payment {
    let settings = Settings::sandbox(url);
    let amount = Money::idr(50_000);
    let item = Item {
        id: "1".into(),
        name: "Case".into(),
        price: amount,
        quantity: 1,
    };
    let request = PaymentRequest::new(reference.parse().unwrap(), amount, method.clone())
        .customer(Customer::default().name("Siti").phone("08123123123"))
        .item(item)
        .callback_url("http://127.0.0.1:9/callbacks")
        .return_url("https://shop.example/return");
    let payments = name.client(&settings).unwrap().payments.unwrap();
    payments.create(&request).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_that_the_sandbox_knows_is_told_as_it_is_or_not_at_all() {
    let sandbox = Sandbox::start(payments_sandbox::Settings::new())
        .await
        .unwrap();
    let kinds = sandbox
        .control("GET", "callbacks/kinds", &Value::Null)
        .unwrap();
    for name in [Name::Ciputra, Name::Fazz, Name::Instamoney] {
        for (count, known) in name.capabilities().methods.iter().enumerate() {
            let reference = format!("a{count}");
            let made = pay(name, &sandbox.url(), known.method, &reference).await;
            let mut told = 0;
            let kinds = kinds.as_array().unwrap().iter();
            for kind in kinds.filter(|kind| kind["provider"] == name.as_str()) {
                let order = json!({"provider": name.as_str(), "event": kind["event"], "reference": reference});
                let at = format!("{name} {}: {}", known.method, kind["event"]);
                let sent = match sandbox.control("POST", "callbacks", &order) {
                    Ok(sent) => sent,
                    Err(error) => {
                        assert!(error.contains("is not told"), "{at}: {error}");
                        continue;
                    }
                };
                let body = sent["body"].to_string();
                let explained = name.dictionary().callback(body.as_bytes()).unwrap();
                let payment = match explained.news {
                    Some(News::Payment(payment)) => payment,
                    Some(News::Refund(refund)) => {
                        assert_eq!(Some(&refund.provider_id), made.provider_id.as_ref(), "{at}");
                        assert_eq!(refund.amount, Money::idr(50_000), "{at}");
                        continue;
                    }
                    _ => panic!("{at}: {body}"),
                };
                // Where the body does not tell one from another, no wrong one is told.
                let method = payment.method.to_string();
                let silent = name == Name::Ciputra && method == "any";
                assert!(
                    silent || method == known.method.to_string(),
                    "{at}: {method}"
                );
                assert_eq!(payment.amount, Some(Money::idr(50_000)), "{at}");
                if let (Some(told), Some(made)) = (&payment.provider_id, &made.provider_id) {
                    assert_eq!(told, made, "{at}");
                }
                told += 1;
            }
            // Nobody knows what Fazz tells of OVO: nothing is told rather than another wallet.
            let is_unknown = name == Name::Fazz && *known.method == Method::OVO;
            assert_eq!(told == 0, is_unknown, "{name} {}", known.method);
        }
    }
}
