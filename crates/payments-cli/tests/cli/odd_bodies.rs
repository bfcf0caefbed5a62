//! What providers really send, explained: an odd member hides nothing that is known, and makes
//! nothing of what is not.

use serde_json::{Value, json};

use crate::{json_of, listener::Listener, run_with, text};

fn explained(provider: &str, what: &str, status: &str, body: &str) -> Value {
    let arguments = ["explain", provider, what, "--status", status, "--json"];
    json_of(&run_with(&arguments, body))
}

fn called_back(provider: &str, body: &Value) -> Value {
    explained(provider, "callback", "200", &body.to_string())["news"].clone()
}

fn charge(event: &str, more: &Value) -> Value {
    let mut body = json!({"event": event, "data": {"id": "ewc_1", "reference_id": "order-7", "status": "SUCCEEDED",
        "currency": "IDR", "charge_amount": 50000, "capture_amount": 50000, "channel_code": "ID_SHOPEEPAY",
        "updated": "2026-01-02T03:04:05.536400713Z"}});
    let data = body["data"].as_object_mut().unwrap();
    data.extend(more.as_object().unwrap().clone());
    body
}

#[test]
fn a_code_or_a_word_is_read_from_a_number_too() {
    let refusal = json!({"data": {"rc": 44, "message": "m", "status": "Gagal", "ref_id": "R-1", "customer_no": 5}});
    let error = &explained("digiswitch", "pay_bill", "400", &refusal.to_string())["error"];
    assert_eq!(
        (&error["outcome"], &error["code"]),
        (&json!("refused"), &json!("44"))
    );
    let paid = json!({"data": {"rc": "00", "status": "Sukses", "ref_id": "R-1", "customer_no": 530_000_000_001_u64,
        "code": "pln", "sn": 202_403_151_234_u64, "price": 10500, "selling_price": 11000, "balance": 4989.88}});
    let bill = &explained("digiswitch", "pay_bill", "200", &paid.to_string())["news"]["bill"];
    assert_eq!(
        (&bill["status"], &bill["receipt"]),
        (&json!("paid"), &json!("202403151234"))
    );
    assert_eq!(bill["raw"]["balance"], 4989.88);
}

#[test]
fn a_code_decides_whatever_stands_beside_it() {
    for errors in [
        json!(["amount must be greater than 0"]),
        json!({"external_id": "used"}),
        json!("x"),
        json!([[]]),
    ] {
        let body = json!({"error_code": "DUPLICATE_PAYMENT_REQUEST_ERROR", "message": "dup", "errors": errors});
        let told = explained(
            "instamoney",
            "create_ewallet_payment",
            "400",
            &body.to_string(),
        );
        assert_eq!(told["error"]["code"], "DUPLICATE_PAYMENT_REQUEST_ERROR");
        assert_eq!(told["error"]["must_ask"], true);
    }
    for data in [json!([]), json!("nothing"), json!([1]), json!(null)] {
        let body =
            json!({"status": false, "code": "14", "message": "Data tidak ditemukan", "data": data});
        let told = explained("ciputra", "create_transaction", "200", &body.to_string());
        assert_eq!(
            (&told["error"]["code"], &told["error"]["outcome"]),
            (&json!("14"), &json!("unknown"))
        );
    }
}

#[test]
fn ten_thousand_and_a_half_is_no_amount() {
    for price in [
        r#""10.500""#,
        "10.500",
        "10.000",
        r#""1.250.000""#,
        r#""Rp 10500""#,
        "10500.5",
    ] {
        let body = format!(
            r#"{{"data": {{"rc": "00", "status": "Sukses", "ref_id": "R-1", "price": {price}, "selling_price": 11000}}}}"#
        );
        let output = run_with(&["explain", "digiswitch", "pay_bill"], &body);
        assert_eq!(output.status.code(), Some(1), "{price}");
        assert!(text(&output.stderr).contains("data.price: expected an amount"));
    }
}

#[test]
fn what_was_given_back_is_not_paid() {
    for (event, more) in [
        (
            "ewallet.void",
            json!({"void_status": "SUCCEEDED", "voided_at": "2026-01-02T05:00:00Z"}),
        ),
        ("ewallet.void", json!({"voided_at": "2026-01-02T05:00:00Z"})),
        ("ewallet.capture", json!({"void_status": "SUCCEEDED"})),
        ("ewallet.refund", json!({"refunded_amount": 50000})),
        ("ewallet.refund", json!({"refunded_amount": "50000.00"})),
    ] {
        let payment = &called_back("instamoney", &charge(event, &more))["payment"];
        assert_eq!(payment["status"], "refunded", "{event} {more}");
        assert_eq!(payment["refunded"]["amount"], "50000");
        assert_eq!(payment["paid_at"], Value::Null);
    }
    let part = &called_back(
        "instamoney",
        &charge("ewallet.refund", &json!({"refunded_amount": 20000})),
    )["payment"];
    assert_eq!(
        (&part["status"], &part["refunded"]["amount"]),
        (&json!("paid"), &json!("20000"))
    );
    let human = run_with(
        &["explain", "instamoney", "callback"],
        &charge("ewallet.void", &json!({"void_status": "SUCCEEDED"})).to_string(),
    );
    assert!(text(&human.stdout).contains("refunded"));
}

#[test]
fn a_capture_of_another_amount_is_no_success() {
    for taken in [30000, 50001] {
        let news = called_back(
            "instamoney",
            &charge("ewallet.capture", &json!({"capture_amount": taken})),
        );
        let payment = &news["payment"];
        assert_eq!(payment["captured"]["amount"], taken.to_string());
        assert!(payment["status"]["other"].is_string(), "{payment}");
    }
}

#[test]
fn an_event_that_is_not_modelled_is_never_a_success() {
    for event in [
        "ewallet.void",
        "ewallet.refund",
        "ewallet.settled",
        "EWALLET.CAPTURE",
        "",
    ] {
        let news = called_back("instamoney", &charge(event, &json!({})));
        assert_eq!(
            news["unmodelled"]["reference"], "order-7",
            "{event}: {news}"
        );
    }
    for kind in ["disbursement", "payment_links", "Payment", ""] {
        let news = called_back(
            "fazz",
            &json!({"data": {"id": "p1", "type": kind, "attributes":
            {"status": "completed", "amount": "50000.0", "referenceId": "order-9"}}}),
        );
        assert_eq!(news["unmodelled"]["event"], kind, "{news}");
    }
    let payout = json!({"code": 201, "transactionId": "b".repeat(32), "details": {"amount": "10001.00", "currency": "IDR",
        "status": 1, "beneficiaryId": "BE_1"}});
    assert!(called_back("rpi", &payout)["unmodelled"].is_object());
}

#[test]
fn a_refund_is_told_by_the_providers_ids_alone() {
    let body = json!({"event": "ewallet.refund", "data": {"id": "ewr_1", "charge_id": "ewc_1", "status": "SUCCEEDED", "currency": "IDR",
        "capture_amount": 50000, "refund_amount": 50000}});
    let refund = &called_back("instamoney", &body)["refund"];
    assert_eq!(
        (&refund["provider_id"], &refund["status"]),
        (&json!("ewc_1"), &json!("refunded"))
    );
}

#[test]
fn a_failed_charge_says_why() {
    let body = json!({"transactionId": "b".repeat(32), "details": {"status": 4, "rpiCode": "R1",
        "errors": [{"code": "0401", "details": "Account does not have sufficient balance"}]}});
    let charge = &called_back("rpi", &body)["charge"];
    assert_eq!(
        (&charge["status"], &charge["failure"]["code"]),
        (&json!("failed"), &json!("0401"))
    );
    assert_eq!(
        charge["failure"]["message"],
        "Account does not have sufficient balance"
    );
}

#[test]
fn half_a_character_hides_no_money_and_the_ids_of_a_code_that_stays_are_told() {
    let body = r#"{"data": {"id": "p1", "type": "payment", "attributes": {"status": "paid", "amount": "50000.0", "referenceId": "order-9",
        "description": "Kopi \ud83d", "paymentMethod": {"type": "qris", "id": "qr_77", "referenceId": "TABLE-12"}}}}"#;
    let payment = &explained("fazz", "callback", "200", body)["news"]["payment"];
    assert_eq!(payment["status"], "paid");
    assert_eq!(
        payment["identifiers"]["payment_method_reference"],
        "TABLE-12"
    );
    assert_eq!(payment["raw"]["attributes"]["description"], "Kopi \u{fffd}");
}

#[test]
fn what_was_left_out_is_named_and_another_currency_is_the_reason() {
    let body = charge(
        "ewallet.capture",
        &json!({"actions": "none", "basket": {"a": 1}}),
    );
    let told = explained("instamoney", "callback", "200", &body.to_string());
    assert_eq!(told["news"]["payment"]["status"], "paid");
    assert_eq!(told["left_out"].as_array().unwrap().len(), 2);
    assert_eq!(told["news"]["payment"]["raw"]["basket"], json!({"a": 1}));
    let news = called_back(
        "instamoney",
        &charge("ewallet.capture", &json!({"currency": "PHP"})),
    );
    let reason = news["unmodelled"]["reason"].as_str().unwrap();
    assert!(reason.contains("IDR") && reason.contains("PHP"), "{reason}");
}

#[test]
fn listen_acknowledges_what_nobody_models_and_what_only_tries() {
    let secrets = [("INSTAMONEY_CALLBACK_TOKENS", "tok")];
    let mut listener = Listener::with(&["--json"], &secrets);
    let refund = r#"{"event": "ewallet.refund", "data": {"id": "ewr_1", "charge_id": "ewc_1", "status": "SUCCEEDED", "currency": "IDR", "refund_amount": 5}}"#;
    assert_eq!(
        listener.post(
            "/instamoney",
            &[("x-callback-token", "tok")],
            refund.as_bytes()
        ),
        200
    );
    let event = listener.event();
    assert_eq!(
        (&event["check"], &event["told"]["reference"]),
        (&json!("verified"), &json!("ewc_1"))
    );
    assert_eq!(
        listener.post(
            "/instamoney",
            &[("x-callback-token", "no")],
            refund.as_bytes()
        ),
        401
    );
    assert_eq!(listener.event()["check"], "refused");
    let ping = [("x-digiflazz-event", "ping")];
    assert_eq!(
        listener.post("/digiswitch", &ping, br#"{"sed": "x", "hook_id": "77"}"#),
        200
    );
    assert_eq!(listener.event()["check"], "ping");
}

#[test]
fn a_hint_needs_a_reference_and_nothing_else_in_json_or_in_a_form() {
    let mut listener = Listener::with(&["--json"], &[]);
    for (path, body) in [
        (
            "/ciputra",
            r#"{"data": {"external_id": "order-2", "amount": "150.000,00", "status": []}}"#,
        ),
        ("/ciputra", "data[external_id]=order-2&data[status]=paid"),
        ("/ciputra", "external_id=order-2"),
        (
            "/digiswitch",
            r#"{"data": {"ref_id": "R-103", "status": "Sukses"}}"#,
        ),
        ("/digiswitch", "data%5Bref_id%5D=R-103"),
        (
            "/rpi",
            r#"{"transactionId": "0123456789abcdef0123456789abcdef"}"#,
        ),
        (
            "/rpi",
            "transactionId=0123456789abcdef0123456789abcdef&details[rpiCode]=R1",
        ),
    ] {
        assert_eq!(
            listener.post(path, &[], body.as_bytes()),
            200,
            "{path} {body}"
        );
        assert_eq!(listener.event()["check"], "hint", "{path} {body}");
    }
}
