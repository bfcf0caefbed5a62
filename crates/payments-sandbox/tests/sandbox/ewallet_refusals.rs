//! What `/ewallets` refuses, with the codes and statuses of the document's tables.

use serde_json::{Value, json};

use crate::{
    bench::{Bench, basic, members},
    ewallets::{V2019, V2020, dana, linkaja, ovo, replaced},
};

#[tokio::test]
async fn only_development_keys_are_accepted() {
    let bench = Bench::start().await;
    let with_password = base64_pair("xnd_development_a:secret");
    for header in [
        basic("xnd_production_a"),
        basic(""),
        with_password,
        "Basic !!".to_owned(),
        "Bearer xnd_development_a".to_owned(),
    ] {
        let headers = [("authorization", header.as_str())];
        let refused = bench
            .instamoney("POST", "/ewallets", &headers, dana("a"))
            .await;
        assert_eq!(refused.refusal(), (401, "INVALID_API_KEY"), "{header}");
    }
}

fn base64_pair(pair: &str) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    format!("Basic {}", STANDARD.encode(pair))
}

#[tokio::test]
async fn invalid_fields_are_refused_with_the_status_of_their_wallet() {
    let bench = Bench::start().await;
    let cases = [
        (422, replaced(ovo("a", 1000), "amount", json!(0))),
        (422, replaced(ovo("a", 1000), "amount", json!(10_000_001))),
        (422, replaced(ovo("a", 1000), "amount", json!("1000.50"))),
        (
            422,
            replaced(ovo("a", 1000), "phone", json!("+628123123123")),
        ),
        (
            422,
            replaced(ovo("a", 1000), "phone", json!("628123123123")),
        ),
        (422, replaced(ovo("a", 1000), "phone", json!("0812312"))),
        (422, replaced(ovo("a", 1000), "phone", Value::Null)),
        (422, ovo("demo_1", 1000)),
        (422, ovo(&"a".repeat(51), 1000)),
        (422, replaced(dana("a"), "callback_url", json!(""))),
        (422, replaced(dana("a"), "redirect_url", Value::Null)),
        (
            422,
            replaced(dana("a"), "expiration_date", json!("24-08-2019")),
        ),
        (
            422,
            replaced(dana("a"), "external_id", json!("a".repeat(1001))),
        ),
        (422, replaced(dana("a"), "ewallet_type", Value::Null)),
        (400, replaced(linkaja("a"), "amount", json!(99))),
        (400, replaced(linkaja("a"), "items", json!([]))),
        (
            400,
            replaced(
                linkaja("a"),
                "items",
                json!([{"id": "1", "name": "x", "price": 1}]),
            ),
        ),
        (400, replaced(linkaja("a"), "phone", json!(""))),
    ];
    for (status, body) in cases {
        let refused = bench.create(V2020, body.clone()).await;
        assert_eq!(
            refused.refusal(),
            (status, "API_VALIDATION_ERROR"),
            "{body}"
        );
        assert!(
            refused.body["errors"][0]["path"].is_array(),
            "{}",
            refused.body
        );
    }
    let unknown = bench
        .create(V2020, replaced(ovo("a", 1), "ewallet_type", json!("ovo")))
        .await;
    assert_eq!(unknown.refusal(), (422, "EWALLET_TYPE_NOT_SUPPORTED"));
    assert_eq!(bench.show("payments").await, json!([]));
}

#[tokio::test]
async fn a_long_reference_is_fine_for_ovo_2019_only() {
    let bench = Bench::start().await;
    let body = ovo(&"a".repeat(1000), 1000);
    assert_eq!(bench.create(V2019, body.clone()).await.status, 200);
    assert_eq!(bench.create(V2020, body).await.status, 422);
}

#[tokio::test]
async fn a_repeated_reference_has_a_code_of_its_own_per_wallet_and_version() {
    let bench = Bench::start().await;
    let cases = [
        (V2019, ovo("a", 1000), "DUPLICATE_PAYMENT"),
        (V2020, ovo("b", 1000), "DUPLICATE_PAYMENT_REQUEST_ERROR"),
        (V2020, dana("a"), "DUPLICATE_ERROR"),
        (V2019, linkaja("a"), "DUPLICATE_PAYMENT_ERROR"),
    ];
    for (version, body, code) in cases {
        assert_eq!(
            bench.create(version, body.clone()).await.status,
            200,
            "{body}"
        );
        let repeated = bench.create(version, body).await;
        assert_eq!(repeated.refusal(), (400, code));
    }
    let repeated = bench.create(V2020, ovo("b", 5)).await;
    assert_eq!(
        repeated.body["message"],
        "There is already a payment request with external_id: b"
    );
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn references_of_other_keys_and_sub_accounts_are_others() {
    let bench = Bench::start().await;
    let other = basic("xnd_development_b");
    let scopes = [
        vec![],
        vec![("for-user-id", "sub")],
        vec![("authorization", other.as_str())],
    ];
    for headers in scopes {
        let created = bench
            .instamoney("POST", "/ewallets", &headers, dana("a"))
            .await;
        assert_eq!(created.status, 200);
    }
    let stranger = [("for-user-id", "nobody")];
    let path = "/ewallets?external_id=a&ewallet_type=DANA";
    let hidden = bench.instamoney("GET", path, &stranger, Value::Null).await;
    assert_eq!(hidden.refusal(), (404, "PAYMENT_NOT_FOUND_ERROR"));
}

#[tokio::test]
async fn magic_amounts_refuse_ovo_2019_and_release_the_reference() {
    let bench = Bench::start().await;
    let magic = [
        (4000, "USER_DID_NOT_AUTHORIZE_THE_PAYMENT"),
        (4010, "DUPLICATE_PAYMENT"),
        (4020, "SENDING_TRANSACTION_ERROR"),
        (4030, "USER_DECLINED_THE_TRANSACTION"),
        (4040, "PHONE_NUMBER_NOT_REGISTERED"),
        (4050, "EWALLET_APP_UNREACHABLE"),
        (5000, "EXTERNAL_ERROR"),
    ];
    for (amount, code) in magic {
        let refused = bench.create(V2019, ovo("123", amount)).await;
        assert_eq!(refused.refusal(), (400, code), "{amount}");
        assert_eq!(members(&refused.body), ["error_code", "message"]);
    }
    assert_eq!(bench.get("OVO", "123").await.body["status"], "FAILED");
    assert_eq!(bench.create(V2019, ovo("123", 80001)).await.status, 200);
    assert_eq!(bench.ledger().await, [("debit".into(), "80001".into())]);
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let bench = Bench::start().await;
    assert_eq!(
        bench.get("OVO", "a").await.refusal(),
        (404, "PAYMENT_NOT_FOUND_ERROR")
    );
    assert_eq!(
        bench
            .instamoney("GET", "/other", &[], Value::Null)
            .await
            .status,
        404
    );
}
