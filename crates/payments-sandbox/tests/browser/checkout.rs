//! The customer's page of each method: it looks like a checkout, and what is clicked happens.

use serde_json::{Value, json};

use crate::stage::Stage;

/// Makes a payment as a client does, and answers the path of its page.
async fn page_of(stage: &Stage, path: &str, authorization: &str, body: Value) -> String {
    let script = format!(
        "return fetch('{path}', {{method: 'POST', headers: {{authorization: '{authorization}', 'content-type': 'application/json'}}, body: JSON.stringify({body})}}).then((answer) => answer.status)"
    );
    let status = stage.browser.run(&script).await;
    assert!(status.as_u64().unwrap() < 300, "{path} {status}");
    newest(stage)
}

fn newest(stage: &Stage) -> String {
    let payments = stage.control("GET", "payments", Value::Null);
    let newest = payments.as_array().unwrap().last().unwrap();
    newest["page"].as_str().unwrap().to_owned()
}

fn fazz(kind: &str, options: Value) -> Value {
    json!({"data": {"attributes": {
        "paymentMethodType": kind, "amount": 20_000, "currency": "IDR", "referenceId": format!("order-{kind}"),
        "paymentMethodOptions": options,
    }}})
}

#[tokio::test]
async fn the_customers_page_of_each_method_is_a_checkout_that_pays_declines_and_expires() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    let browser = &stage.browser;
    const PAYMENTS: &str = "/fazz/api/v4/payments";
    let basic = "Basic dGVzdF9hOmI=";
    let account = fazz(
        "virtual_bank_account",
        json!({"bankShortCode": "BNI", "displayName": "Toko"}),
    );
    let outlet = fazz(
        "retail_outlet",
        json!({"retailOutletName": "ALFAMART", "displayName": "Toko"}),
    );
    let mut pages = vec![
        (
            "account",
            "pay",
            page_of(&stage, PAYMENTS, basic, account).await,
        ),
        (
            "outlet",
            "decline",
            page_of(&stage, PAYMENTS, basic, outlet).await,
        ),
        (
            "qr",
            "expire",
            page_of(
                &stage,
                PAYMENTS,
                basic,
                fazz("qris", json!({"displayName": "Toko"})),
            )
            .await,
        ),
    ];
    let wallet = json!({"external_id": "order-1", "amount": 20_000, "ewallet_type": "DANA",
        "callback_url": "http://127.0.0.1:9/", "redirect_url": format!("{}/?thanks", stage.sandbox.url())});
    let key = "Basic eG5kX2RldmVsb3BtZW50X2E6";
    pages.push((
        "wallet",
        "pay",
        page_of(&stage, "/instamoney/ewallets", key, wallet).await,
    ));
    for provider in ["rpi", "digiswitch"] {
        stage.control("POST", "shop", json!({"provider": provider, "step": "buy"}));
        pages.push((provider, "pay", newest(&stage)));
    }
    for (method, action, page) in pages {
        browser.go(&page).await;
        browser.picture(&format!("checkout-{method}")).await;
        if matches!(method, "account" | "outlet") {
            browser.click("[data-copy]").await;
            browser
                .until("document.querySelector('[data-copy]').textContent === 'Copied'")
                .await;
        }
        browser.click(&format!("[value={action}]")).await;
        if method == "wallet" {
            // The merchant's page is the end.
            browser.until("location.search === '?thanks'").await;
            browser.go(&page).await;
        }
        browser.until("document.querySelector('.end')").await;
        let end = browser
            .run("return document.querySelector('.end').textContent")
            .await;
        let expected = match (method, action) {
            ("rpi", _) => "Confirmed",
            (_, "pay") => "Paid",
            (_, "decline") => "Not paid",
            _ => "Expired",
        };
        assert_eq!(end, expected, "{method}");
        assert_eq!(browser.errors(false).await, [""; 0], "{method}");
    }
    browser.picture("checkout-end").await;
    stage.end().await;
}
