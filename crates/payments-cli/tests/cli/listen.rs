//! `payments listen`.

use std::{
    os::unix::fs::PermissionsExt,
    time::{Duration, Instant},
};

use crate::{
    Sandbox,
    listener::{Application, Listener},
    run, text,
};

/// A line without what differs from run to run: the time of day and how long it took.
fn timeless(line: &str) -> String {
    let (_, rest) = line.split_at(13);
    match rest.split_once(" in ") {
        Some((before, after)) => {
            let (_, after) = after.split_once(" ms").unwrap();
            format!("{before} in … ms{after}")
        }
        None => rest.to_owned(),
    }
}

#[test]
fn every_event_of_every_provider_is_a_line() {
    let mut listener = Listener::start(&[]);
    let kinds = crate::json_of(&run(&["trigger", "--list", "--json"]));
    let mut seen = String::new();
    for kind in kinds["events"].as_array().unwrap() {
        let (provider, event) = (
            kind["provider"].as_str().unwrap(),
            kind["event"].as_str().unwrap(),
        );
        let sent = listener.trigger(provider, event, &["--reference", "order1001"]);
        assert!(sent.status.success(), "{provider} {event}: {sent:?}");
        let line = listener.line();
        let (_, after) = line.split_at(13);
        assert!(after.starts_with(provider), "{line}");
        assert!(after.contains(kind["status"].as_str().unwrap()), "{line}");
        seen += &format!("{}\n", timeless(&line));
    }
    insta::assert_snapshot!(seen);
    assert!(listener.interrupt().success(), "Ctrl-C is a good end");
}

#[test]
fn an_event_for_programs_says_what_is_told_and_what_is_only_claimed() {
    let mut listener = Listener::start(&["--json"]);
    let more = ["--reference", "a1", "--amount", "20000"];
    listener.trigger("fazz", "paid-va", &more);
    let told = listener.event();
    assert_eq!(told["check"], "verified");
    assert_eq!(told["told"]["amount"], "IDR 20000");
    assert_eq!(told["told"]["status"], "paid");
    assert!(told["key"].as_str().unwrap().starts_with("contract_"));
    assert_eq!(
        (&told["claims"], &told["answer"]),
        (&().into(), &200.into())
    );
    listener.trigger("ciputra", "paid", &more);
    let hint = listener.event();
    assert_eq!(
        (&hint["check"], &hint["told"]),
        (&"hint".into(), &().into())
    );
    assert_eq!(hint["claims"]["status"], "paid");
    assert_eq!(hint["number"], 2);
}

#[test]
fn a_hint_is_what_the_provider_says_of_it_and_not_what_it_claims() {
    let sandbox = Sandbox::start();
    let mut listener = Listener::start(&["--json", "--sandbox", &sandbox.url]);
    let paid = sandbox.run(&[
        "pay",
        "ciputra",
        "--method",
        "gopay",
        "--reference",
        "a1",
        "--amount",
        "20000",
        "--name",
        "Siti",
        "--phone",
        "08123123123",
    ]);
    assert!(paid.status.success(), "{paid:?}");
    let trigger = |reference: &str| {
        let more = ["--reference", reference, "--sandbox", &sandbox.url];
        listener.trigger("ciputra", "paid", &more)
    };
    // It is not paid yet, whatever anybody says.
    let first = trigger("a1");
    sandbox.control("payments/ciputra/a1/pay", "");
    let second = trigger("a1");
    let unknown = trigger("nobody");
    let mut event = || listener.event();
    for (sent, status) in [(first, "pending"), (second, "paid")] {
        assert!(sent.status.success(), "{sent:?}");
        let event = event();
        assert_eq!(
            (&event["check"], &event["told"]["status"]),
            (&"confirmed".into(), &status.into())
        );
    }
    assert_eq!(unknown.status.code(), Some(1), "{unknown:?}");
    let event = event();
    assert_eq!(
        (&event["check"], &event["answer"]),
        (&"not_confirmed".into(), &503.into())
    );
    let reason = event["reason"].as_str().unwrap();
    assert!(reason.starts_with("ciputra get_transaction"), "{reason}");
}

#[test]
fn the_application_gets_the_bytes_and_headers_and_its_answer_is_the_answer() {
    let application = Application::answering(202);
    let to = format!("{}/callbacks/{{provider}}?shop=1", application.url);
    let mut listener = Listener::start(&["--forward-to", &to]);
    // Blanks, an order and a number that no other writer would choose.
    let body = b"{ \"ewallet_type\":\"OVO\" ,\"id\":\"1\",\"external_id\":\"a\",\"amount\":1e3,\n\"status\":\"COMPLETED\" }";
    let headers = [
        ("x-callback-token", "sandbox-callback-token"),
        ("x-twice", "1"),
        ("x-twice", "2"),
        ("keep-alive", "5"),
    ];
    assert_eq!(listener.post("/instamoney", &headers, body), 202);
    let request = application.request();
    assert_eq!(request.path, "/callbacks/instamoney?shop=1");
    assert_eq!(request.body, body);
    let headers: Vec<_> = request
        .headers
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    assert_eq!(
        headers,
        [
            ("payments-listen-hops", "1"),
            ("x-callback-token", "sandbox-callback-token"),
            ("x-twice", "1"),
            ("x-twice", "2")
        ]
    );
    let line = timeless(&listener.line());
    assert!(
        line.ends_with("→ the application: 202 in … ms  #1"),
        "{line}"
    );
}

#[test]
fn a_failing_application_makes_the_provider_deliver_again_and_so_does_none() {
    let failing = Application::answering(500);
    let mut listener = Listener::start(&["--json", "--forward-to", &failing.url]);
    let sent = listener.trigger("fazz", "paid", &[]);
    assert_eq!(sent.status.code(), Some(1));
    assert!(text(&sent.stderr).contains("answered 500"), "{sent:?}");
    assert_eq!(listener.event()["application"]["status"], 500);

    let mut listener = Listener::start(&["--json", "--forward-to", "http://127.0.0.1:9/"]);
    let sent = listener.trigger("fazz", "paid", &[]);
    assert!(text(&sent.stderr).contains("answered 502"), "{sent:?}");
    let event = listener.event();
    assert_eq!(event["answer"], 502);
    assert_eq!(event["application"]["error"], "it cannot be reached");
}

#[test]
fn what_is_refused_is_answered_as_an_application_would_and_not_sent_on() {
    let application = Application::answering(200);
    let mut listener = Listener::start(&["--json", "--forward-to", &application.url]);
    let token = ("x-callback-token", "sandbox-callback-token");
    let huge = vec![b' '; 300 << 10];
    let deep = "[".repeat(100_000);
    for (path, headers, body, status, word) in [
        ("/fazz", &[][..], &b"{}"[..], 401, "carries no proof"),
        (
            "/fazz",
            &[("xfers-signature", "00")],
            b"{}",
            401,
            "is wrong",
        ),
        (
            "/instamoney",
            &[("x-callback-token", "canary-token")],
            b"{}",
            401,
            "is wrong",
        ),
        (
            "/instamoney",
            &[token],
            b"canary \xff\x1b[31m",
            400,
            "not JSON",
        ),
        ("/instamoney", &[token], deep.as_bytes(), 400, ""),
        ("/ciputra", &[], b"", 400, "not JSON"),
        ("/rpi", &[], b"null", 400, "cannot be read"),
        ("/digiswitch", &[], &huge, 413, "larger than"),
    ] {
        assert_eq!(listener.post(path, headers, body), status, "{path}");
        let event = listener.event();
        assert_eq!(event["check"], "refused");
        assert!(event["reason"].as_str().unwrap().contains(word), "{event}");
        assert!(!event.to_string().contains("canary"), "{event}");
    }
    assert_eq!(listener.post("/nobody", &[], b"{}"), 404);
    // The next thing that the application hears of is right.
    listener.trigger("fazz", "paid", &["--reference", "right"]);
    let request = application.request();
    assert!(text(&request.body).contains("right"));

    let list = crate::json_of(&listener.callbacks(&["list", "--json"]));
    let checks: Vec<_> = list["callbacks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|callback| callback["check"].as_str().unwrap())
        .collect();
    // What did not arrive whole is not kept.
    assert_eq!(checks, [vec!["refused"; 7], vec!["verified"]].concat());
}

#[test]
fn no_secret_is_printed_and_the_store_is_for_its_owner() {
    const SECRET: &str = "canary-secret";
    let secrets = [
        ("FAZZ_SIGNING_SECRETS", SECRET),
        ("INSTAMONEY_CALLBACK_TOKENS", SECRET),
        ("DIGISWITCH_CALLBACK_SECRETS", SECRET),
    ];
    let mut listener = Listener::with(&["--json"], &secrets);
    let trigger = |provider: &str, event: &str| {
        let to = format!("{}/{provider}", listener.url);
        let mut command = crate::command(&["trigger", provider, event, "--to", &to]);
        let sent = command.envs(secrets).output().unwrap();
        assert!(sent.status.success(), "{sent:?}");
        text(&sent.stdout) + &text(&sent.stderr)
    };
    // The sandbox's own secrets are not good any more.
    assert_eq!(listener.trigger("fazz", "paid", &[]).status.code(), Some(1));
    let mut said = String::new();
    for (provider, event) in [
        ("fazz", "paid"),
        ("instamoney", "paid-dana"),
        ("instamoney", "paid-ovo"),
        ("digiswitch", "paid"),
    ] {
        said += &trigger(provider, event);
    }
    let refused = listener.event();
    assert_eq!(refused["check"], "refused");
    for _ in 0..4 {
        let event = listener.event();
        assert_eq!(event["check"], "verified", "{event}");
        said += &event.to_string();
    }
    said += &text(&listener.callbacks(&["list"]).stdout);
    for number in ["1", "2", "3", "4", "5"] {
        let shown = listener.callbacks(&["show", number, "--body"]);
        assert!(shown.status.success(), "{shown:?}");
        said += &text(&shown.stdout);
    }
    assert!(!said.contains(SECRET), "{said}");
    let proof = listener.callbacks(&["show", "3", "--body", "--proof"]);
    assert_eq!(
        text(&proof.stdout).matches(SECRET).count(),
        2,
        "header and body"
    );
    let mode = std::fs::metadata(listener.store())
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_port_that_is_taken_and_a_target_over_the_open_network_are_refused() {
    let listener = Listener::start(&["--provider", "fazz"]);
    let port = listener.url.rsplit_once(':').unwrap().1;
    let store = listener.store();
    let store = store.to_str().unwrap();
    let taken = run(&["listen", "--port", port, "--store", store]);
    assert_eq!(taken.status.code(), Some(1));
    assert!(text(&taken.stderr).contains("--port"), "{taken:?}");
    assert_eq!(
        listener.post("/rpi", &[], b"{}"),
        404,
        "only Fazz was asked for"
    );
    let arguments = [
        "listen",
        "--store",
        store,
        "--forward-to",
        "http://shop.example/",
    ];
    let open = run(&arguments);
    assert!(
        text(&open.stderr).contains("http on this machine"),
        "{open:?}"
    );
}

#[test]
fn nothing_is_sent_on_in_a_circle() {
    let application = Application::answering(200);
    let listener = Listener::start(&["--forward-to", &application.url]);
    let body =
        br#"{"ewallet_type":"OVO","id":"1","external_id":"a","amount":1,"status":"COMPLETED"}"#;
    let after = |hops: &str| {
        let headers = [
            ("x-callback-token", "sandbox-callback-token"),
            ("payments-listen-hops", hops),
        ];
        listener.post("/instamoney", &headers, body)
    };
    assert_eq!(after("2"), 200);
    let counted = ("payments-listen-hops".to_owned(), "3".to_owned());
    assert!(application.request().headers.contains(&counted));
    assert_eq!(after("3"), 508);

    // A port that is free now: another process may take it, and then this is another failure.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port().to_string();
    drop(free);
    let itself = format!("http://localhost:{port}/{{provider}}");
    let refused = run(&["listen", "--port", &port, "--forward-to", &itself]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(text(&refused.stderr).contains("itself"), "{refused:?}");
}

#[test]
fn a_wrong_target_is_a_wrong_command_line() {
    for (target, words) in [
        ("http://shop.example/", "http on this machine"),
        ("http://127.0.0.1:1/{prov}", "{provider}"),
        ("nowhere", "base URL"),
    ] {
        let refused = run(&["listen", "--port", "0", "--forward-to", target]);
        assert_eq!(refused.status.code(), Some(2), "{refused:?}");
        let said = text(&refused.stderr);
        assert!(said.contains(words), "{said}");
        assert!(!said.contains("sending it again"), "{said}");
    }
}

#[test]
fn a_second_listener_with_one_store_is_refused() {
    let listener = Listener::start(&[]);
    let store = listener.store();
    let second = run(&["listen", "--port", "0", "--store", store.to_str().unwrap()]);
    assert_eq!(second.status.code(), Some(1));
    assert!(text(&second.stderr).contains("another"), "{second:?}");
}

/// Begins a callback whose end never comes, and waits until it is under way.
fn somebody_is_sending(listener: &Listener) -> std::net::TcpStream {
    use std::io::Write;
    let mut stream =
        std::net::TcpStream::connect(listener.url.trim_start_matches("http://")).unwrap();
    stream
        .write_all(b"POST /fazz HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{")
        .unwrap();
    // Answered: so is what came before it on another connection under way.
    listener.post("/fazz", &[], b"{}");
    stream
}

#[test]
fn it_ends_while_somebody_is_still_sending() {
    let listener = Listener::start(&[]);
    let stream = somebody_is_sending(&listener);
    let (sender, ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(listener.interrupt()));
    // Far less than the time that a body may take to arrive.
    let status = ended.recv_timeout(Duration::from_secs(9));
    assert!(status.unwrap().success());
    drop(stream);
}

#[test]
fn a_second_ctrl_c_waits_for_nobody() {
    let listener = Listener::start(&[]);
    let stream = somebody_is_sending(&listener);
    let begun = Instant::now();
    listener.signal("INT");
    // Two signals at once would be one.
    while !listener.is_closed() {
        std::thread::sleep(Duration::from_millis(5));
    }
    listener.signal("INT");
    assert!(listener.ended().success());
    // The grace that the first one leaves is three seconds.
    assert!(begun.elapsed() < Duration::from_secs(3));
    drop(stream);
}

#[test]
fn it_ends_well_when_a_supervisor_ends_it() {
    let listener = Listener::start(&[]);
    // Answered: so it listens to signals, too.
    listener.post("/fazz", &[], b"{}");
    listener.signal("TERM");
    assert!(listener.ended().success());
}

#[test]
fn a_hint_that_tells_no_news_is_known_by_its_reference() {
    let mut listener = Listener::start(&[]);
    let long = "r".repeat(60);
    let body = format!(
        r#"{{"data":{{"ref_id":"{long}","customer_no":"1","code":"pln","message":"","status":"","rc":""}}}}"#
    );
    listener.post("/digiswitch", &[], body.as_bytes());
    let line = listener.line();
    assert!(line.contains(&format!("{}…", "r".repeat(39))), "{line}");
}
