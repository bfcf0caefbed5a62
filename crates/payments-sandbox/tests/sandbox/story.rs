//! What happened, as the page shows it.

use std::{collections::BTreeMap, time::Duration};

use payments_sandbox::Settings;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{Instant, timeout},
};

use crate::{
    bench::{Bench, settings},
    ewallets::ovo,
};

const PHONE: &str = "08123123123";

async fn entries(bench: &Bench) -> Vec<Value> {
    let story = bench.show("story").await;
    story["entries"].as_array().unwrap().clone()
}

fn kinds(entries: &[Value]) -> Vec<&str> {
    let kinds = entries.iter().map(|entry| entry["kind"].as_str().unwrap());
    kinds.collect()
}

#[tokio::test]
async fn a_lost_answer_is_told_with_what_was_done_and_what_a_client_may_do() {
    let bench = Bench::start().await;
    let fault =
        json!({"provider": "instamoney", "operation": "create", "fault": "reset_after_commit"});
    bench.fault(fault).await;
    let body = ovo("order-1", 20_000).to_string();
    let key = crate::bench::basic("xnd_development_a");
    let headers = [
        ("authorization", &*key),
        ("content-type", "application/json"),
    ];
    let lost = bench
        .try_send("POST", "/instamoney/ewallets", &headers, body)
        .await;
    assert!(lost.is_err());
    bench.get("OVO", "order-1").await;
    bench.act("instamoney", "order-1", "pay").await;
    let entries = entries(&bench).await;
    let told = [
        "steered", "payment", "exchange", "exchange", "payment", "money", "callback",
    ];
    assert_eq!(kinds(&entries)[..7], told);
    let lost = &entries[2];
    assert_eq!(lost["status"], Value::Null);
    assert_eq!(lost["fault"], "reset_after_commit");
    assert_eq!(lost["operation"], "create");
    assert_eq!(lost["reference"], "order-1");
    assert_eq!(lost["meaning"]["outcome"], "unknown");
    assert!(lost["meaning"]["says"].as_str().unwrap().contains("did it"));
    assert!(lost["meaning"]["may"].as_str().unwrap().starts_with("ask"));
    assert_eq!(entries[3]["meaning"]["outcome"], "answered");
    assert_eq!(entries[5]["nth"], 1);
    let number = |entry: &Value| entry["n"].as_u64().unwrap();
    assert!(
        entries
            .windows(2)
            .all(|pair| number(&pair[0]) + 1 == number(&pair[1]))
    );
}

#[tokio::test]
async fn an_exchange_hides_secrets_and_persons_until_it_is_asked_for_them() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", ovo("order-1", 20_000)).await;
    bench.act("instamoney", "order-1", "pay").await;
    let secret = crate::bench::basic("xnd_development_a");
    let number = &entries(&bench).await[1]["n"];
    let path = format!("exchanges/{number}");
    let story = bench.show("story").await.to_string();
    let hidden = bench.show(&path).await;
    for text in [story, hidden.to_string()] {
        for told in [PHONE, &*secret, "sandbox-callback-token"] {
            assert!(!text.contains(told), "{told} in {text}");
        }
    }
    assert_eq!(hidden["request"]["headers"]["x-api-version"], "2020-02-01");
    let body = hidden["request"]["body"].as_str().unwrap();
    assert!(body.contains("order-1") && body.contains("•••"), "{body}");
    let revealed = bench.show(&format!("{path}?reveal=true")).await;
    assert_eq!(revealed["request"]["headers"]["authorization"], *secret);
    assert!(
        revealed["request"]["body"]
            .as_str()
            .unwrap()
            .contains(PHONE)
    );
    assert!(revealed["answer"]["body"].as_str().unwrap().contains(PHONE));
    for missing in ["exchanges/0", "exchanges/999", "exchanges/x", "exchanges/1"] {
        let missing = bench.control("GET", missing, Value::Null).await;
        assert_eq!((missing.status, number.as_u64()), (404, Some(2)));
    }
}

#[tokio::test]
async fn every_entry_of_a_reference_names_its_account_and_no_key() {
    let bench = Bench::start().await;
    let sub_account = ("for-user-id", "5f0c");
    let keys = ["xnd_development_music", "xnd_development_books"].map(crate::bench::basic);
    let callers = [
        vec![("authorization", &*keys[0])],
        vec![("authorization", &*keys[1])],
        vec![("authorization", &*keys[0]), sub_account],
    ];
    for headers in &callers {
        let order = ovo("order-1", 20_000);
        let made = bench.instamoney("POST", "/ewallets", headers, order).await;
        assert_eq!(made.status, 200, "{made:?}");
    }
    for payment in bench.show("payments").await.as_array().unwrap() {
        let pay = format!("pay?id={}", payment["id"].as_str().unwrap());
        bench.act("instamoney", "order-1", &pay).await;
    }
    let entries = entries(&bench).await;
    let mut kinds_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry["kind"] != "steered") {
        let account = entry["account"].as_str().unwrap();
        let kinds = kinds_of.entry(account).or_default();
        kinds.push(entry["kind"].as_str().unwrap());
    }
    assert_eq!(kinds_of.len(), callers.len(), "{kinds_of:?}");
    for (account, mut kinds) in kinds_of {
        kinds.dedup();
        let told = ["payment", "exchange", "payment", "money", "callback"];
        assert_eq!(kinds, told, "{account}");
        assert!(!account.contains("xnd"), "{account}");
    }
    assert_eq!(bench.show("overview").await["debited_again"], 0);
}

#[tokio::test]
async fn without_a_log_nothing_is_kept() {
    let bench = Bench::with(settings().log(false)).await;
    bench.create("2020-02-01", ovo("order-1", 20_000)).await;
    let story = bench.show("story").await;
    assert_eq!(story["entries"], json!([]));
    assert_eq!(story["kept"], false);
}

#[tokio::test]
async fn a_reset_empties_the_story_and_its_numbers_go_on() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", ovo("order-1", 20_000)).await;
    let before = bench.show("story").await["newest"].as_u64().unwrap();
    bench.control("POST", "reset", Value::Null).await;
    let entries = entries(&bench).await;
    assert_eq!(kinds(&entries), ["steered"]);
    assert_eq!(entries[0]["n"], before + 1);
    let missed = bench.show(&format!("story?after={}", before - 1)).await;
    assert_eq!(missed["missed"], true);
}

#[tokio::test]
async fn whoever_follows_the_events_sees_an_exchange_within_200_ms() {
    let bench = Bench::with(Settings::new()).await;
    let mut stream = TcpStream::connect(("127.0.0.1", bench.sandbox.port()))
        .await
        .unwrap();
    let request = b"GET /_sandbox/events HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut heard = String::new();
    let mut until = async |word: &str| {
        let mut bytes = [0; 4096];
        while !heard.contains(word) {
            let count = timeout(Duration::from_secs(5), stream.read(&mut bytes)).await;
            heard.push_str(std::str::from_utf8(&bytes[..count.unwrap().unwrap()]).unwrap());
        }
        heard.clear();
    };
    until("data: {").await;
    bench.create("2020-02-01", ovo("order-1", 20_000)).await;
    let begin = Instant::now();
    until("order-1").await;
    assert!(begin.elapsed() < Duration::from_millis(200));
    bench.sandbox.shutdown().await;
}

#[tokio::test]
async fn a_second_debit_of_a_reference_is_counted() {
    let bench = Bench::start().await;
    let fault =
        json!({"provider": "instamoney", "operation": "create", "fault": "hidden_after_commit"});
    bench.fault(fault).await;
    let order = json!({"provider": "instamoney", "step": "buy", "reference": "order-1"});
    for lost in [true, false] {
        let bought = bench.control("POST", "shop", order.clone()).await;
        assert_eq!(bought.body["lost"], lost);
    }
    bench.advance(31).await;
    for payment in bench.show("payments").await.as_array().unwrap() {
        let id = payment["id"].as_str().unwrap();
        bench
            .act("instamoney", "order-1", &format!("pay?id={id}"))
            .await;
    }
    let overview = bench.show("overview").await;
    assert_eq!(overview["debited_again"], 1);
    assert_eq!(overview["ledger"][1]["nth"], 2);
}
