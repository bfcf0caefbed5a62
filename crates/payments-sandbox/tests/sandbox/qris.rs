//! QRIS codes of the sandbox: scanned as a wallet's app does, and paid on the page that they lead
//! to.

use base64::{Engine, engine::general_purpose::STANDARD};
use payments_core::{Money, QrisCode, qr};
use serde_json::{Value, json};

use crate::bench::{Answer, Bench};

async fn ask(bench: &Bench, method: &str, path: &str, body: Value) -> Answer {
    let authorization = format!("Basic {}", STANDARD.encode("test_key:any secret"));
    let headers = [
        ("authorization", authorization.as_str()),
        ("content-type", "application/vnd.api+json"),
    ];
    let path = format!("/fazz/api/v4{path}");
    bench.send(method, &path, &headers, body.to_string()).await
}

/// The path below the sandbox's own address.
fn path<'a>(bench: &Bench, url: &'a str) -> &'a str {
    url.strip_prefix(&bench.sandbox.url()).unwrap()
}

async fn picture(bench: &Bench, answer: &Answer, pointer: &str) -> String {
    let url = answer.body.pointer(pointer).and_then(Value::as_str);
    let picture = bench.send("GET", path(bench, url.unwrap()), &[], "").await;
    assert_eq!(
        (picture.status, &picture.headers["content-type"]),
        (200, &"image/png".parse().unwrap())
    );
    qr::read_picture(&picture.bytes).unwrap()
}

fn scanned(content: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("content", content);
    format!("/scan?{}", query.finish())
}

#[tokio::test]
async fn a_code_asks_for_its_payment_and_leads_to_the_page_that_pays_it() {
    let bench = Bench::start().await;
    let order = json!({"data": {"attributes": {
        "paymentMethodType": "qris", "amount": 15_000, "referenceId": "qr-1",
        "paymentMethodOptions": {"displayName": "Toko Satu"},
    }}});
    let made = ask(&bench, "POST", "/payments", order).await;
    assert_eq!(made.status, 201);
    let image = "/data/attributes/paymentMethod/instructions/imageUrl";
    let content = picture(&bench, &made, image).await;
    let code = QrisCode::read(&content).unwrap();
    assert_eq!(code.amount, Some(Money::idr(15_000)));
    assert!(code.check(Money::idr(15_000)).is_ok());

    let led = bench.send("GET", &scanned(&content), &[], "").await;
    assert_eq!(led.status, 303);
    let page = led.headers["location"].to_str().unwrap();
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let paid = bench.send("POST", page, &form, "action=pay").await;
    assert_eq!(paid.status, 303);
    let id = made.body["data"]["id"].as_str().unwrap();
    let now = ask(&bench, "GET", &format!("/payments/{id}"), Value::Null).await;
    assert_eq!(now.body["data"]["attributes"]["status"], "paid");
}

#[tokio::test]
async fn a_code_that_stays_has_a_picture_without_an_amount() {
    let bench = Bench::start().await;
    let order = json!({"data": {"attributes": {"referenceId": "stays", "displayName": "Toko"}}});
    let made = ask(&bench, "POST", "/payment_methods/qris", order).await;
    let content = picture(&bench, &made, "/data/attributes/instructions/imageUrl").await;
    assert_eq!(QrisCode::read(&content).unwrap().amount, None);
    // Nobody waits for its money on a page.
    let led = bench.send("GET", &scanned(&content), &[], "").await;
    assert_eq!(led.status, 404);
}

#[tokio::test]
async fn a_code_of_nobody_leads_nowhere_and_is_not_repeated() {
    let bench = Bench::start().await;
    let empty = bench.send("GET", "/scan", &[], "").await;
    assert_eq!(empty.status, 200);
    assert!(empty.headers.contains_key("content-security-policy"));
    for content in ["<script>alert(1)</script>", "000201", "é"] {
        let led = bench.send("GET", &scanned(content), &[], "").await;
        assert_eq!(led.status, 404);
        assert!(!led.body.to_string().contains("alert(1)"));
    }
    for path in ["/fazz/pay/nobody.png", "/fazz/qr/nobody.png", "/x.png"] {
        let picture = bench.send("GET", path, &[], "").await;
        assert_ne!(picture.status, 200, "{path}");
    }
}
