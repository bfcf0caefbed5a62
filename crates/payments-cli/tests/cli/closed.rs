//! What nobody else on this machine gets in by: no port where none is needed, a token where secrets
//! are signed with, no web page, and no secret on a command line.

use std::{
    collections::HashSet,
    fs,
    io::{BufRead, BufReader, ErrorKind, Read},
    net::{TcpListener, TcpStream},
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    command,
    listener::{Application, Listener},
    run, text,
};

const SECRET: &str = "canary-live-secret";

/// Whether a process listens on any port.
#[cfg(target_os = "linux")]
fn listens(id: u32) -> bool {
    let files = fs::read_dir(format!("/proc/{id}/fd")).into_iter().flatten();
    let own: HashSet<_> = files
        .filter_map(|file| fs::read_link(file.ok()?.path()).ok())
        .filter_map(|link| {
            let link = link.to_str()?.strip_prefix("socket:[")?.to_owned();
            link.strip_suffix(']').map(str::to_owned)
        })
        .collect();
    ["tcp", "tcp6"].into_iter().any(|kind| {
        let table = fs::read_to_string(format!("/proc/{id}/net/{kind}")).unwrap_or_default();
        table.lines().skip(1).any(|line| {
            let columns: Vec<_> = line.split_whitespace().collect();
            // 0A: it listens.
            columns[3] == "0A" && own.contains(columns[9])
        })
    })
}

/// Runs a command that posts to an application which does not answer, and looks for ports until it
/// has been reached.
#[cfg(target_os = "linux")]
fn opens_no_port(arguments: &[&str]) {
    let application = TcpListener::bind("127.0.0.1:0").unwrap();
    application.set_nonblocking(true).unwrap();
    let to = format!("http://{}/", application.local_addr().unwrap());
    let mut command = command(&[arguments, &["--to", &to]].concat());
    let mut child = command
        .env("INSTAMONEY_CALLBACK_TOKENS", SECRET)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let began = Instant::now();
    let mut posted = false;
    while !posted {
        assert!(began.elapsed() < Duration::from_secs(20));
        posted = application.accept().is_ok();
        assert!(!listens(child.id()), "{arguments:?} opens a port");
    }
    assert!(!listens(child.id()), "{arguments:?} opens a port");
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(target_os = "linux")]
#[test]
fn trigger_and_resend_open_no_port() {
    opens_no_port(&["trigger", "instamoney", "paid"]);
    let mut listener = Listener::start(&["--json"]);
    listener.trigger("instamoney", "paid", &[]);
    listener.event();
    let store = listener.store();
    opens_no_port(&[
        "callbacks",
        "resend",
        "1",
        "--store",
        store.to_str().unwrap(),
    ]);
}

/// A running `payments sandbox --json`, killed when it is dropped, and what it said of itself.
struct Own {
    child: Child,
    told: Value,
}

impl Own {
    fn start(environment: &[(&str, &str)], arguments: &[&str]) -> Self {
        let own = ["sandbox", "--port", "0", "--json"];
        let mut child = command(&[&own, arguments].concat())
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        while !said.ends_with("}\n") {
            assert!(out.read_line(&mut said).unwrap() > 0, "{said}");
        }
        let told = serde_json::from_str(&said).unwrap();
        Self { child, told }
    }

    fn url(&self) -> &str {
        self.told["url"].as_str().unwrap()
    }
}

#[cfg(unix)]
#[test]
fn a_sandbox_records_a_scene_until_a_signal_ends_it_and_another_one_plays_it() {
    let file = std::env::temp_dir().join(format!("payments-scene-{}.json", std::process::id()));
    let name = file.to_str().unwrap();
    let mut own = Own::start(&[], &["--record", name]);
    let pays = [
        "pay",
        "instamoney",
        "--sandbox",
        own.url(),
        "--method",
        "ovo",
        "--reference",
        "order-1",
        "--amount",
        "20000",
        "--phone",
        "08123123123",
    ];
    assert_eq!(run(&pays).status.code(), Some(0));
    let id = own.child.id().to_string();
    let killed = std::process::Command::new("kill")
        .args(["-TERM", &id])
        .status();
    assert!(killed.unwrap().success());
    assert!(own.child.wait().unwrap().success());
    let scene = std::fs::read_to_string(&file).unwrap();
    assert!(scene.contains("order-1") && !scene.contains("08123123123"));
    let again = Own::start(&[], &["--play", name]);
    let asks = [
        "get",
        "instamoney",
        "--sandbox",
        again.url(),
        "order-1",
        "--method",
        "ovo",
    ];
    let asked = run(&asks);
    assert!(text(&asked.stdout).contains("order-1"), "{asked:?}");
    std::fs::write(&file, "{}").unwrap();
    let no_scene = run(&["sandbox", "--port", "0", "--play", name]);
    assert_eq!(no_scene.status.code(), Some(1));
    assert!(text(&no_scene.stderr).contains("cannot be played"));
    std::fs::remove_file(&file).unwrap();
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_sandbox_with_secrets_of_its_own_answers_only_who_has_the_token_of_its_run() {
    let secret = [("PAYMENTS_SANDBOX_INSTAMONEY_CALLBACK_TOKEN", SECRET)];
    let own = Own::start(&secret, &[]);
    let token = own.told["token"].as_str().unwrap().to_owned();
    let application = Application::answering(200);
    let triggers = [
        "trigger",
        "instamoney",
        "paid",
        "--to",
        &application.url,
        "--sandbox",
        own.url(),
    ];
    let pays = [
        "pay",
        "instamoney",
        "--sandbox",
        own.url(),
        "--method",
        "ovo",
        "--reference",
        "order-1",
        "--amount",
        "20000",
        "--phone",
        "08123123123",
    ];
    let refused = run(&triggers);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        text(&refused.stderr).contains("PAYMENTS_SANDBOX_TOKEN"),
        "{refused:?}"
    );
    assert_eq!(run(&pays).status.code(), Some(1));
    let wrong = command(&triggers)
        .env("PAYMENTS_SANDBOX_TOKEN", "wrong")
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(1));

    let with = |arguments: &[&str]| {
        let mut command = command(arguments);
        command
            .env("PAYMENTS_SANDBOX_TOKEN", &token)
            .output()
            .unwrap()
    };
    let sent = with(&triggers);
    assert!(sent.status.success(), "{sent:?}");
    let headers = application.request().headers;
    assert!(
        headers.contains(&("x-callback-token".to_owned(), SECRET.to_owned())),
        "{headers:?}"
    );
    assert!(with(&pays).status.success());
    // The next run has another one.
    assert_ne!(Own::start(&secret, &[]).told["token"], *token);
    // With the secrets that everybody knows there is none.
    assert_eq!(Own::start(&[], &[]).told["token"], Value::Null);
}

#[test]
fn digiswitch_is_asked_with_the_token_where_it_signs_with_a_secret_of_its_own() {
    let secret = [("PAYMENTS_SANDBOX_DIGISWITCH_CALLBACK_SECRET", SECRET)];
    let own = Own::start(&secret, &[]);
    let inquires = [
        "bill",
        "inquire",
        "digiswitch",
        "--product",
        "pln",
        "--customer",
        "530000000001",
        "--reference",
        "bill-1",
        "--sandbox",
        own.url(),
    ];
    assert!(!run(&inquires).status.success());
    let mut command = command(&inquires);
    command.env(
        "PAYMENTS_SANDBOX_TOKEN",
        own.told["token"].as_str().unwrap(),
    );
    let told = command.output().unwrap();
    assert!(told.status.success(), "{told:?}");
}

#[test]
fn no_secret_is_taken_from_the_command_line() {
    for flag in [
        "--digiswitch-key",
        "--digiswitch-callback-secret",
        "--fazz-signing-secret",
        "--instamoney-callback-token",
    ] {
        let refused = run(&["sandbox", flag, SECRET]);
        assert_eq!(refused.status.code(), Some(2), "{flag}");
    }
}

#[test]
fn a_password_of_the_journal_comes_from_the_environment() {
    let url = "postgres://user:canary@127.0.0.1:1/payments";
    let refused = run(&["journal", "list", "--journal", url]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    let told = text(&refused.stderr);
    assert!(
        told.contains("PAYMENTS_JOURNAL") && !told.contains("canary"),
        "{told}"
    );
    let mut command = command(&["journal", "list"]);
    let taken = command.env("PAYMENTS_JOURNAL", url).output().unwrap();
    // Nobody is there.
    assert_eq!(taken.status.code(), Some(1), "{taken:?}");
    let without = run(&[
        "journal",
        "list",
        "--journal",
        "postgres://user@127.0.0.1:1/payments",
    ]);
    assert_eq!(without.status.code(), Some(1), "{without:?}");
}

#[test]
fn listen_refuses_what_a_web_page_sends_and_takes_the_name_that_was_allowed() {
    let mut listener = Listener::start(&["--json", "--host", "tunnel.example"]);
    for header in [
        ("host", "evil.example"),
        ("host", "evil.example:4020"),
        ("origin", "http://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        assert_eq!(
            listener.post("/ciputra", &[header], b"{}"),
            403,
            "{header:?}"
        );
    }
    assert!(!listener.store().exists() || fs::read(listener.store()).unwrap().is_empty());
    let body = payments_conformance::example("ciputra", "other_callback_bare").bytes();
    let tunnel = [("host", "tunnel.example")];
    assert_eq!(listener.post("/ciputra", &tunnel, &body), 200);
    assert_eq!(listener.event()["number"], 1);
}

#[test]
fn listen_closes_connections_that_send_nothing_whole_and_ends_in_spite_of_them() {
    let listener = Listener::start(&[]);
    let host = listener.url.trim_start_matches("http://").to_owned();
    let halves: Vec<_> = (0..600)
        .map(|_| {
            let mut stream = TcpStream::connect(&host).unwrap();
            std::io::Write::write_all(&mut stream, b"POST /faz").unwrap();
            stream
        })
        .collect();
    // There is room for who comes with a whole request.
    assert_eq!(listener.post("/nobody", &[], b"{}"), 404);
    // The first ones had to leave for the last.
    let mut first = halves.first().unwrap();
    first
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    let closed = first.read(&mut [0; 1]);
    let timed_out = closed
        .as_ref()
        .is_err_and(|error| error.kind() == ErrorKind::WouldBlock);
    assert!(!timed_out && !matches!(closed, Ok(1)), "{closed:?}");
    let began = Instant::now();
    assert!(listener.interrupt().success());
    assert!(began.elapsed() < Duration::from_secs(4));
}
