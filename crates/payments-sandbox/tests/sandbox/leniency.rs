//! What real clients send is taken; what nobody should send does no harm.

use serde_json::{Value, json};

use crate::{
    bench::{Answer, Bench, basic, settings},
    charges::charge,
    ewallets::{dana, linkaja, ovo},
};

async fn raw(bench: &Bench, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let key = basic("xnd_development_a");
    let mut all = vec![("AUTHORIZATION", key.as_str())];
    all.extend_from_slice(headers);
    bench.send("POST", path, &all, body.to_owned()).await
}

const FORM: (&str, &str) = (
    "Content-Type",
    "application/x-www-form-urlencoded; charset=utf-8",
);

#[tokio::test]
async fn the_curl_commands_of_the_document_work() {
    let bench = Bench::start().await;
    let ovo = "external_id=ovo-ewallet&amount=1000&phone=08123123123&ewallet_type=OVO";
    let created = raw(&bench, "/instamoney/ewallets", &[FORM], ovo).await;
    assert_eq!(created.status, 200, "{}", created.body);
    assert_eq!(created.body["amount"], 1000);
    // The DANA command is printed with blanks round the equals signs.
    let dana = "external_id = dana-ewallet&amount = 1001&callback_url = https://my-shop.com/callbacks\
        &redirect_url = https://my-shop.com/home&ewallet_type = DANA";
    let created = raw(&bench, "/instamoney/ewallets", &[FORM], dana).await;
    assert_eq!(created.status, 200, "{}", created.body);
}

#[tokio::test]
async fn items_may_come_in_brackets() {
    let bench = Bench::start().await;
    let body = "external_id=l&amount=100&phone=081245671234&ewallet_type=LINKAJA&callback_url=c&redirect_url=r\
        &items[0][id]=1&items[0][name]=Case&items[0][price]=100&items[0][quantity]=1";
    let created = raw(&bench, "/instamoney/ewallets", &[FORM], body).await;
    assert_eq!(created.status, 200, "{}", created.body);
    bench.act("instamoney", "l", "pay").await;
    let sent = &bench.show("callbacks").await[0]["body"]["items"];
    assert_eq!(
        *sent,
        json!([{"id": "1", "name": "Case", "price": 100, "quantity": 1}])
    );
}

#[tokio::test]
async fn slashes_too_many_are_taken() {
    let bench = Bench::start().await;
    let paths = ["//ewallets", "/ewallets/", "/ewallets/?"];
    for (path, reference) in paths.into_iter().zip(["a", "b", "c"]) {
        let created = bench.instamoney("POST", path, &[], dana(reference)).await;
        assert_eq!(created.status, 200, "{path}");
    }
    let path = "/ewallets/?external_id=a&ewallet_type=DANA";
    assert_eq!(
        bench.instamoney("GET", path, &[], Value::Null).await.status,
        200
    );
}

#[tokio::test]
async fn amounts_may_be_strings_members_null_or_unknown_and_the_type_missing() {
    let bench = Bench::start().await;
    let mut body = linkaja("a");
    body["amount"] = json!("300000");
    body["forUserID"] = json!("");
    body["X-API-VERSION"] = json!("2019-02-04");
    let created = raw(&bench, "/instamoney/ewallets", &[], &body.to_string()).await;
    assert_eq!(created.status, 200, "{}", created.body);
    assert_eq!(created.body["amount"], 300000);

    let mut body = dana("n");
    body["expiration_date"] = Value::Null;
    let created = raw(&bench, "/instamoney/ewallets", &[], &body.to_string()).await;
    assert_eq!(created.status, 200, "{}", created.body);

    let mut body = charge("b", "ID_DANA", 1000);
    body["basket"] = Value::Null;
    body["capture_now"] = Value::Null;
    body["amount"] = json!("1000.00");
    let created = raw(
        &bench,
        "/instamoney/ewallets/charges",
        &[],
        &body.to_string(),
    )
    .await;
    assert_eq!(created.status, 202, "{}", created.body);
    assert_eq!(created.body["charge_amount"], 1000);
}

#[tokio::test]
async fn header_names_come_in_any_case() {
    let bench = Bench::start().await;
    let headers = [("X-API-Version", "2019-02-04")];
    let created = raw(
        &bench,
        "/instamoney/ewallets",
        &headers,
        &ovo("a", 1).to_string(),
    )
    .await;
    assert!(created.body["ewallet_transaction_id"].is_string());
}

#[tokio::test]
async fn bodies_that_are_no_objects_are_refused() {
    let bench = Bench::start().await;
    for body in ["{", "[]", "1", "null", "{\"amount\":1e999}"] {
        let json = [("content-type", "application/json")];
        let refused = raw(&bench, "/instamoney/ewallets", &json, body).await;
        assert_eq!(refused.refusal(), (422, "API_VALIDATION_ERROR"), "{body}");
    }
    let large = "a".repeat(2 << 20);
    assert_eq!(
        raw(&bench, "/instamoney/ewallets", &[], &large)
            .await
            .status,
        413
    );
    assert_eq!(bench.send("GET", "/nowhere", &[], "").await.status, 404);
}

#[tokio::test]
async fn the_same_seed_answers_the_same() {
    let (one, two) = (Bench::start().await, Bench::start().await);
    let first = one.create("2019-02-04", ovo("a", 1000)).await;
    assert_eq!(
        first.body,
        two.create("2019-02-04", ovo("a", 1000)).await.body
    );
    let other = Bench::with(settings().seed(2)).await;
    assert_ne!(
        first.body,
        other.create("2019-02-04", ovo("a", 1000)).await.body
    );
}
