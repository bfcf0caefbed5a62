//! Who may ask the sandbox: no web page of somebody else, and nobody without the token where
//! secrets are signed with.

use payments_sandbox::Settings;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::bench::{Bench, basic, settings};

const TOKEN: &str = "token-of-this-run";

/// The status of a GET or POST with these headers and no others.
async fn status(bench: &Bench, method: &str, path: &str, headers: &[(&str, &str)]) -> u16 {
    let mut stream = TcpStream::connect(("127.0.0.1", bench.sandbox.port()))
        .await
        .unwrap();
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let head = format!(
        "{method} {path} HTTP/1.1\r\n{headers}connection: close\r\ncontent-length: 0\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

async fn page_of(bench: &Bench) -> String {
    let body = json!({"external_id": "a", "amount": 1000, "ewallet_type": "DANA",
        "callback_url": "http://127.0.0.1:9/", "redirect_url": "http://127.0.0.1:9/"});
    bench.create("2020-02-01", body).await;
    let page = bench.show("payments").await[0]["page"]
        .as_str()
        .unwrap()
        .to_owned();
    page.strip_prefix(&bench.sandbox.url()).unwrap().to_owned()
}

#[tokio::test]
async fn what_a_foreign_web_page_sends_is_refused_everywhere() {
    let bench = Bench::start().await;
    let page = page_of(&bench).await;
    let own = format!("127.0.0.1:{}", bench.sandbox.port());
    let host = ("host", &*own);
    let foreign = [
        ("origin", "http://evil.example"),
        ("origin", "null"),
        ("origin", "http://127.0.0.1:1"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ];
    for path in [
        "/_sandbox/callbacks",
        "/_sandbox/payments/instamoney/a/pay",
        &page,
        "/instamoney/ewallets",
    ] {
        for method in ["GET", "POST"] {
            for header in foreign {
                assert_eq!(
                    status(&bench, method, path, &[host, header]).await,
                    403,
                    "{path} {header:?}"
                );
            }
            for host in ["evil.example", "evil.example:4010", "192.0.2.1"] {
                assert_eq!(
                    status(&bench, method, path, &[("host", host)]).await,
                    403,
                    "{path} {host}"
                );
            }
        }
    }
    let rows = bench.show("ledger").await;
    assert_eq!(rows, json!([]));
}

#[tokio::test]
async fn the_page_opens_for_whom_the_shop_sends_and_its_own_button_works() {
    let bench = Bench::start().await;
    let page = page_of(&bench).await;
    let own = format!("127.0.0.1:{}", bench.sandbox.port());
    let host = ("host", &*own);
    let opens = [
        host,
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
    ];
    assert_eq!(status(&bench, "GET", &page, &opens).await, 200);
    let framed = [
        host,
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "iframe"),
    ];
    assert_eq!(status(&bench, "GET", &page, &framed).await, 403);
    assert_eq!(
        status(&bench, "GET", "/_sandbox/callbacks", &opens).await,
        403
    );
    let origin = format!("http://{own}");
    let clicks = [
        ("origin", &*origin),
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let paid = bench.send("POST", &page, &clicks, "action=pay").await;
    assert!(paid.status == 303 || paid.status == 200, "{paid:?}");
    assert_eq!(bench.show("ledger").await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_name_that_was_allowed_is_taken() {
    let bench = Bench::with(settings().allow_host("sandbox")).await;
    let path = "/_sandbox/clock";
    assert_eq!(
        status(&bench, "GET", path, &[("host", "sandbox:4010")]).await,
        200
    );
    assert_eq!(
        status(&bench, "GET", path, &[("host", "other:4010")]).await,
        403
    );
}

#[tokio::test]
async fn on_every_address_its_own_urls_name_this_machine_and_foreign_names_are_refused() {
    let bench = Bench::with(settings().bind("0.0.0.0".parse().unwrap())).await;
    let url = bench.sandbox.url();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    let path = "/_sandbox/clock";
    let port = bench.sandbox.port();
    // As another machine sends it, and as a page under a name that leads here.
    for (host, expected) in [("192.0.2.7", 200), ("sandbox.example", 403)] {
        let host = format!("{host}:{port}");
        assert_eq!(
            status(&bench, "GET", path, &[("host", &host)]).await,
            expected
        );
    }
}

fn own_secrets() -> Settings {
    settings()
        .callback_secret("instamoney", "canary-token")
        .callback_secret("fazz", "canary-secret")
        .digiswitch_key(TOKEN)
        .token(TOKEN)
}

#[tokio::test]
async fn with_a_token_nothing_is_signed_or_shown_to_who_does_not_know_it() {
    let bench = Bench::with(own_secrets()).await;
    let made = json!({"provider": "instamoney", "event": "paid", "target": "http://127.0.0.1:9/"});
    bench.sandbox.control("POST", "callbacks", &made).unwrap();
    for (method, path, body) in [
        ("GET", "callbacks", Value::Null),
        ("GET", "callbacks/1", Value::Null),
        ("POST", "callbacks", made.clone()),
        (
            "POST",
            "callbacks/sign",
            json!({"provider": "fazz", "body": "{}"}),
        ),
        ("POST", "callbacks/1/resend", Value::Null),
        ("POST", "payments/instamoney/a/pay", Value::Null),
        (
            "POST",
            "settings",
            json!({"fazz_callback_url": "http://127.0.0.1:9/"}),
        ),
        ("GET", "health/", json!({"x": "canary"})),
    ] {
        let body = body.to_string();
        let path = format!("/_sandbox/{path}");
        for wrong in [None, Some("Bearer "), Some("Bearer wrong"), Some(TOKEN)] {
            let headers: Vec<_> = wrong
                .map(|value| ("authorization", value))
                .into_iter()
                .collect();
            let answer = bench.send(method, &path, &headers, body.clone()).await;
            let is_health = path.contains("health") && answer.body == json!({"status": "ok"});
            assert!(
                answer.status == 401 || is_health,
                "{path} {wrong:?} {answer:?}"
            );
            assert!(!answer.body.to_string().contains("canary"), "{path}");
        }
        let right = [("authorization", &*format!("Bearer {TOKEN}"))];
        let answer = bench.send(method, &path, &right, body).await;
        assert_ne!(answer.status, 401, "{path}");
    }
}

#[tokio::test]
async fn with_a_token_nobody_makes_a_payment_whose_page_would_make_it_sign() {
    let bench = Bench::with(own_secrets()).await;
    let order = json!({"external_id": "a", "amount": 1000, "ewallet_type": "DANA",
        "callback_url": "http://127.0.0.1:9/", "redirect_url": "http://127.0.0.1:9/"});
    for (key, status) in [
        ("xnd_development_a".to_owned(), 401),
        (format!("xnd_development_{TOKEN}a"), 401),
        (format!("xnd_development_{TOKEN}"), 200),
    ] {
        let key = basic(&key);
        let headers = [("authorization", &*key), ("x-api-version", "2020-02-01")];
        let answer = bench
            .instamoney("POST", "/ewallets", &headers, order.clone())
            .await;
        assert_eq!(answer.status, status, "{answer:?}");
    }
    for (key, status) in [("test_a".to_owned(), 401), (format!("test_{TOKEN}"), 200)] {
        let headers = [("authorization", &*basic(&key))];
        let answer = bench
            .send("GET", "/fazz/api/v4/payments", &headers, "")
            .await;
        assert_eq!(answer.status, status, "{answer:?}");
    }
}

#[tokio::test]
async fn a_long_list_comes_in_pages_and_is_never_cut_silently() {
    let bench = Bench::start().await;
    let made = json!({"provider": "rpi", "event": "paid", "target": "http://127.0.0.1:9/"});
    for _ in 0..10_001 {
        bench.sandbox.control("POST", "callbacks", &made).unwrap();
    }
    let whole = bench.control("GET", "callbacks", Value::Null).await;
    assert_eq!(whole.status, 400);
    assert!(
        whole.body["error"].as_str().unwrap().contains("?after=0"),
        "{whole:?}"
    );
    let mut ids = Vec::new();
    loop {
        let page = bench.show(&format!("callbacks?after={}", ids.len())).await;
        let page = page.as_array().unwrap();
        ids.extend(page.iter().map(|callback| callback["id"].as_u64().unwrap()));
        if page.len() < 1000 {
            break;
        }
    }
    assert!(ids.into_iter().eq(1..=10_001));
    assert_eq!(bench.show("callbacks?after=5&limit=2").await[0]["id"], 6);
    for wrong in ["callbacks?after=x", "payments?limit=-1", "ledger?after=1.5"] {
        assert_eq!(
            bench.control("GET", wrong, Value::Null).await.status,
            400,
            "{wrong}"
        );
    }
}
