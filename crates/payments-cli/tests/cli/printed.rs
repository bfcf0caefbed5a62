//! What a provider wrote, on a terminal and in a log: nothing obeys it.

use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
};

use serde_json::{Value, json};

use crate::{run, run_with, text};

/// Orders to a terminal, line ends, marks of direction.
const HOSTILE: &str = "x\u{1b}]0;y\u{7}\u{9b}31m\r\n\u{202e}z\u{2066}\u{7f}";

#[track_caller]
fn prints(output: &std::process::Output) {
    for bytes in [&output.stdout, &output.stderr] {
        let text = text(bytes);
        let kept = text.replace('\n', "");
        assert_eq!(::payments::printable::line(&kept), kept);
        assert!(!text.contains("\nz"), "a line end came through: {text}");
    }
}

/// A provider that answers everybody alike.
fn provider(status: u16, body: &Value) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let body = body.to_string();
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    );
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 8192]);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    url
}

#[test]
fn a_refusal_prints_whatever_is_in_it_and_stays_short() {
    for code in [HOSTILE.to_owned(), HOSTILE.repeat(1000)] {
        let body = json!({
            "error_code": code,
            "message": format!("{HOSTILE} 0812 3456 7890 {HOSTILE}"),
        });
        let url = provider(400, &body);
        for form in [&[][..], &["--json"]] {
            let order = [
                "pay",
                "instamoney",
                "--sandbox",
                &url,
                "--method",
                "ovo",
                "--reference",
                "order-1",
                "--amount",
                "20000",
                "--phone",
                "08123123123",
            ];
            let output = run(&[&order[..], form].concat());
            assert_eq!(output.status.code(), Some(4), "{output:?}");
            prints(&output);
            let told = text(&output.stderr);
            assert!(!told.contains("3456"), "{told}");
            assert!(told.len() < 4000, "{}", told.len());
        }
    }
}

/// The paths of all texts in a body.
fn texts(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path.to_owned()),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, &format!("{path}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                texts(member, &format!("{path}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// One answer to each operation of each provider.
fn answers() -> Vec<(&'static str, String, Value)> {
    let mut answers: Vec<(&str, String, Value)> = Vec::new();
    for &name in ::payments::Name::ALL {
        for example in payments_conformance::examples(name.as_str()) {
            let operation = example.decodes.strip_prefix("operation ");
            let operation = operation.and_then(|rest| rest.strip_suffix(" response"));
            let Some(operation) = operation else { continue };
            if !answers.iter().any(|(_, known, _)| known == operation) {
                answers.push((name.as_str(), operation.to_owned(), example.body));
            }
        }
    }
    assert!(answers.len() > 20, "{}", answers.len());
    answers
}

#[test]
fn every_text_of_an_answer_prints_whatever_is_in_it() {
    for (provider, operation, body) in answers() {
        let mut places = Vec::new();
        texts(&body, "", &mut places);
        for place in places {
            let mut hostile = body.clone();
            let member = hostile.pointer_mut(&place).unwrap();
            *member = format!("{}{HOSTILE}", member.as_str().unwrap()).into();
            let hostile = hostile.to_string();
            for form in [&[][..], &["--json"]] {
                let command = [&["explain", provider, &operation], form].concat();
                prints(&run_with(&command, &hostile));
            }
        }
    }
}
