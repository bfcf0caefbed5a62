//! `payments callbacks`.

use std::io::Write;

use serde_json::Value;

use crate::{
    json_of,
    listener::{Application, Listener, Request},
    text,
};

/// What an application gets that a callback of the store is sent to.
fn sent(listener: &Listener, command: &str, number: &str) -> Request {
    let application = Application::answering(200);
    let output = listener.callbacks(&[command, number, "--to", &application.url]);
    assert!(output.status.success(), "{output:?}");
    application.request()
}

#[test]
fn a_replay_is_byte_for_byte_and_a_resend_is_signed_anew() {
    let original = Application::answering(200);
    let mut listener = Listener::start(&["--forward-to", &original.url]);
    listener.trigger("fazz", "paid-va", &[]);
    listener.line();
    let first = original.request();
    // Fazz writes whole seconds.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let replayed = sent(&listener, "replay", "1");
    let mut headers = first.headers.clone();
    headers.retain(|(name, _)| name != "payments-listen-hops");
    assert_eq!((&replayed.headers, &replayed.body), (&headers, &first.body));
    let resent = sent(&listener, "resend", "1");
    let signature = |request: &Request| {
        let mut headers = request.headers.iter();
        headers
            .find(|(name, _)| name == "xfers-signature")
            .unwrap()
            .1
            .clone()
    };
    assert_ne!(signature(&resent), signature(&first));
    let id = |request: &Request| {
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        body["data"]["id"].clone()
    };
    assert_eq!(id(&resent), id(&first), "it is the same news");
    // Listening itself takes it for good.
    let url = format!("{}/fazz", listener.url);
    let again = listener.callbacks(&["resend", "1", "--to", &url]);
    assert!(again.status.success(), "{again:?}");
    assert!(listener.line().contains("verified"));
}

#[test]
fn bytes_that_are_no_text_are_replayed_as_they_came_and_cannot_be_resent() {
    let listener = Listener::start(&[]);
    let body = b"\xff\xfe{}\r\n\0";
    let token = ("x-callback-token", "sandbox-callback-token");
    assert_eq!(listener.post("/instamoney", &[token], body), 400);
    assert_eq!(sent(&listener, "replay", "1").body, body);
    let resent = listener.callbacks(&["resend", "1", "--to", "http://127.0.0.1:9"]);
    assert_eq!(resent.status.code(), Some(1));
    assert!(
        text(&resent.stderr).contains("can only be replayed"),
        "{resent:?}"
    );
}

#[test]
fn what_was_refused_for_its_proof_is_right_when_it_is_resent() {
    let mut listener = Listener::start(&["--json"]);
    let wrong = [("x-callback-token", "wrong")];
    let body =
        br#"{"ewallet_type":"OVO","id":"1","external_id":"a","amount":1,"status":"COMPLETED"}"#;
    assert_eq!(listener.post("/instamoney", &wrong, body), 401);
    let url = format!("{}/instamoney", listener.url);
    listener.callbacks(&["resend", "1", "--to", &url]);
    assert_eq!(listener.event()["check"], "refused");
    assert_eq!(listener.event()["check"], "verified");
}

#[test]
fn a_line_that_was_cut_off_by_a_kill_spoils_no_other() {
    let mut listener = Listener::start(&["--json"]);
    listener.trigger("rpi", "paid", &[]);
    listener.event();
    listener.kill();
    let store = listener.store();
    let mut file = std::fs::OpenOptions::new()
        .append(true)
        .open(&store)
        .unwrap();
    file.write_all(br#"{"at":"2026-01-01T00:00:00Z","provider":"fa"#)
        .unwrap();
    let listed = listener.callbacks(&["list", "--json"]);
    assert_eq!(json_of(&listed)["callbacks"].as_array().unwrap().len(), 1);
    assert!(text(&listed.stderr).contains("line 2"), "{listed:?}");

    // Another listener goes on with the same file.
    let mut next = listener.again(&["--json"]);
    next.trigger("fazz", "paid", &[]);
    assert_eq!(next.event()["number"], 3);
    let list = json_of(&next.callbacks(&["list", "--json"]));
    let numbers: Vec<_> = list["callbacks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|callback| callback["number"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers, [1, 3]);
    let torn = next.callbacks(&["show", "2"]);
    assert!(text(&torn.stderr).contains("not whole"), "{torn:?}");
}

#[test]
fn what_a_full_disk_does_not_take_is_not_acknowledged_and_spoils_no_other() {
    let listener = Listener::on_a_small_disk();
    let token = [("x-callback-token", "sandbox-callback-token")];
    let of = |reference: &str, more: &str| {
        format!(
            r#"{{"ewallet_type":"OVO","id":"1","external_id":"{reference}","amount":1,"status":"COMPLETED","x":"{more}"}}"#
        )
    };
    let post = |body: String| listener.post("/instamoney", &token, body.as_bytes());
    assert_eq!(post(of("a", "")), 200);
    assert_eq!(post(of("b", &"x".repeat(100_000))), 503);
    assert_eq!(post(of("c", "")), 200);
    let list = listener.callbacks(&["list", "--json"]);
    let told: Vec<_> = json_of(&list)["callbacks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["number"].clone(), one["says"]["reference"].clone()))
        .collect();
    assert_eq!(told, [(1.into(), "a".into()), (2.into(), "c".into())]);
    assert!(!text(&list.stderr).contains("not whole"), "{list:?}");
}

#[test]
fn what_is_shown_and_listed() {
    let mut listener = Listener::start(&["--json"]);
    let more = ["--reference", "order-1", "--amount", "1001"];
    listener.trigger("instamoney", "paid-dana", &more);
    listener.event();
    let timeless = |arguments: &[&str]| {
        let output = listener.callbacks(arguments);
        let text = text(&output.stdout);
        let at = json_of(&listener.callbacks(&["list", "--json"]))["callbacks"][0]["at"].clone();
        let headers = json_of(&listener.callbacks(&["show", "1", "--json"]))["headers"].clone();
        let of = |name: &str| {
            let mut headers = headers.as_array().unwrap().iter();
            let found = headers.find(|header| header[0] == name).unwrap();
            found[1].as_str().unwrap().to_owned()
        };
        let at = ::payments::jakarta::text(at.as_str().unwrap().parse().unwrap());
        text.replace(&at, "<at>")
            .replace(&of("host"), "<host>")
            .replace(&of("webhook-id"), "<webhook-id>")
    };
    insta::assert_snapshot!(timeless(&["list"]) + "\n" + &timeless(&["show", "1"]));
}

#[test]
fn what_is_not_there_is_told() {
    let listener = Listener::start(&[]);
    let nothing = listener.callbacks(&["show", "7"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(text(&nothing.stderr).contains("no number 7"), "{nothing:?}");
    let missing = crate::run(&["callbacks", "list", "--store", "/nowhere/at/all"]);
    assert!(
        text(&missing.stderr).contains("cannot be read"),
        "{missing:?}"
    );
}

#[test]
fn an_old_signature_is_not_sent_with_a_body_that_nobody_can_sign() {
    let listener = Listener::start(&[]);
    let old = [("x-hub-signature", "sha1=00"), ("x-other", "1")];
    let body = br#"{"data":{"ref_id":"a","price":15000.00}}"#;
    listener.post("/digiswitch", &old, body);
    let application = Application::answering(200);
    let resent = listener.callbacks(&["resend", "1", "--to", &application.url]);
    assert!(text(&resent.stderr).contains("not signed"), "{resent:?}");
    let request = application.request();
    assert_eq!(request.headers, [("x-other".to_owned(), "1".to_owned())]);
    assert_eq!(request.body, body);
}

#[test]
fn a_body_in_which_a_token_may_be_anywhere_is_kept_back() {
    let listener = Listener::start(&[]);
    let body = b"callback_authentication_token=canary\x1b[31m\xe2\x80\xae";
    listener.post("/instamoney", &[], body);
    let shown = |more: &[&str]| {
        let output = listener.callbacks(&[&["show", "1", "--body"], more].concat());
        text(&output.stdout)
    };
    assert!(!shown(&[]).contains("canary"));
    let proof = shown(&["--proof"]);
    assert!(proof.contains("canary\u{fffd}[31m\u{fffd}"), "{proof:?}");
}
