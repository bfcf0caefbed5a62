//! What a newcomer sees: an answer is lost, and the payment settles once.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::stage::Stage;

#[tokio::test]
async fn a_lost_answer_is_settled_from_an_empty_page_in_at_most_six_clicks() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    let browser = &stage.browser;
    browser.picture("story-0-empty").await;
    let clicks = [
        ("break", "guide.step === 'buy'"),
        ("buy", "document.querySelector('.lane .broken')"),
        ("ask", "guide.step === 'pay'"),
        ("pay", "document.querySelector('.lane .inside.good')"),
        (
            "again",
            "document.querySelector('#guide-says').textContent.includes('once')",
        ),
    ];
    assert!(clicks.len() <= 6);
    for (place, (step, seen)) in (1..).zip(clicks) {
        // What is to be pressed next is marked.
        browser
            .until(&format!(
                "document.querySelector('[data-step={step}].next')"
            ))
            .await;
        browser.click(&format!("[data-step={step}]")).await;
        browser.until(seen).await;
        browser.picture(&format!("story-{place}-{step}")).await;
    }
    browser
        .until("document.querySelector('.lane header .tag.good')")
        .await;
    assert_eq!(stage.debits(), 1);
    assert_eq!(
        browser
            .run("return document.getElementById('alarm').hidden")
            .await,
        true
    );
    assert_eq!(browser.errors(false).await, [""; 0]);
    stage.end().await;
}

#[tokio::test]
async fn a_second_debit_is_red_and_counted_at_the_top() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    let hidden =
        json!({"provider": "instamoney", "operation": "create", "fault": "hidden_after_commit"});
    stage.control("POST", "faults", hidden);
    let order = json!({"provider": "instamoney", "step": "buy", "reference": "order-1"});
    stage.control("POST", "shop", order.clone());
    stage.control("POST", "shop", order);
    stage.control("POST", "clock/advance", json!({"seconds": 31}));
    for payment in stage
        .control("GET", "payments", Value::Null)
        .as_array()
        .unwrap()
    {
        let named = json!({"provider": "instamoney", "reference": "order-1", "id": payment["id"]});
        stage.control("POST", "payments/pay", named);
    }
    let browser = &stage.browser;
    browser
        .until("!document.getElementById('alarm').hidden")
        .await;
    browser.until("document.querySelector('.lane.twice')").await;
    browser.picture("twice-timeline").await;
    browser.click("#tab-ledger").await;
    browser
        .until("document.querySelectorAll('#rows tr.twice').length === 1")
        .await;
    browser.picture("twice-ledger").await;
    browser.colours("dark").await;
    browser.picture("twice-ledger-dark").await;
    assert_eq!(browser.errors(false).await, [""; 0]);
    stage.end().await;
}

#[tokio::test]
async fn one_reference_of_two_accounts_is_two_lanes_and_no_second_debit() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    for end in ["music", "books"] {
        let key = STANDARD.encode(format!("xnd_development_{end}:"));
        let url = format!("{}/instamoney/ewallets", stage.sandbox.url());
        let script = format!(
            "return await fetch('{url}', {{ method: 'POST', headers: {{ authorization: 'Basic {key}' }}, body: JSON.stringify({{
              external_id: 'order-1', amount: 20000, phone: '08123123123', ewallet_type: 'OVO' }}) }}).then((answer) => answer.status)"
        );
        assert_eq!(stage.browser.run(&script).await, 200);
    }
    for payment in stage
        .control("GET", "payments", Value::Null)
        .as_array()
        .unwrap()
    {
        let named = json!({"provider": "instamoney", "reference": "order-1", "id": payment["id"]});
        stage.control("POST", "payments/pay", named);
    }
    let browser = &stage.browser;
    browser
        .until("document.querySelectorAll('.lane .inside.good').length === 2")
        .await;
    browser.picture("two-accounts").await;
    let lanes = "return document.querySelectorAll('.lane').length";
    assert_eq!(browser.run(lanes).await, 2);
    let red = "return document.querySelectorAll('.lane.twice').length";
    assert_eq!(browser.run(red).await, 0);
    // The shop's own key is neither of them.
    let asks = "return document.querySelectorAll('[data-key^=\"ask \"]').length";
    assert_eq!(browser.run(asks).await, 0);
    assert_eq!(browser.errors(false).await, [""; 0]);
    stage.end().await;
}

#[tokio::test]
async fn what_a_client_sends_is_text_on_every_page() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    let attack = "<img src=x onerror=\"document.title='taken'\">";
    let order = json!({"provider": "ciputra", "step": "buy", "reference": attack});
    stage.control("POST", "shop", order);
    let browser = &stage.browser;
    browser.until("document.querySelector('.lane h3')").await;
    let shown = "return document.querySelector('.lane h3').textContent";
    assert_eq!(browser.run(shown).await, attack);
    assert_eq!(
        browser
            .run("return document.querySelectorAll('img').length")
            .await,
        0
    );
    let payments = stage.control("GET", "payments", Value::Null);
    browser.go(payments[0]["page"].as_str().unwrap()).await;
    assert!(
        browser
            .run("return document.body.innerText")
            .await
            .as_str()
            .unwrap()
            .contains(attack)
    );
    let title = browser.run("return document.title").await;
    assert_ne!(title, "taken");
    assert_eq!(browser.errors(false).await, [""; 0]);
    stage.end().await;
}

#[tokio::test]
async fn a_sandbox_with_a_token_asks_for_it_and_takes_it_from_the_link() {
    let settings = payments_sandbox::Settings::new().token("t-1");
    let Some(browser) = crate::driver::Browser::open().await else {
        return;
    };
    let sandbox = payments_sandbox::Sandbox::start(settings).await.unwrap();
    browser.go(&sandbox.url()).await;
    browser.until("document.getElementById('login').open").await;
    browser.picture("token").await;
    browser.type_into("#token input", "t-1").await;
    browser.click("#token button").await;
    browser
        .until("document.getElementById('state').textContent === 'live'")
        .await;
    browser.run("sessionStorage.clear()").await;
    browser.go("about:blank").await;
    browser.go(&format!("{}/#token=t-1", sandbox.url())).await;
    browser
        .until("document.getElementById('state').textContent === 'live'")
        .await;
    assert_eq!(browser.run("return location.hash").await, "");
    browser.close().await;
}
