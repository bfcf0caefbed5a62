//! Nothing secret and nothing about a person gets into a recording, a report or a patch.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use axum::{Router, body::Bytes, extract::State, http::HeaderMap, response::IntoResponse};
use payments::Name;
use payments_verify::{Options, Place, Report, Target, patch, run};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// A canary in each setting that is a secret or names an account.
fn settings(name: Name, url: &str) -> BTreeMap<String, String> {
    let all = name.settings().all.iter();
    all.filter(|setting| setting.secret || setting.needed)
        .map(|setting| {
            let value = match setting.variable {
                variable if variable.ends_with("BASE_URL") => url.to_owned(),
                variable if variable.ends_with("MERCHANT_CODE") => "CANARY".to_owned(),
                variable => {
                    let begin = name.settings().test_keys_begin.unwrap_or_default();
                    format!("{begin}canary-{}", variable.to_lowercase())
                }
            };
            (setting.variable.to_owned(), value)
        })
        .chain([(format!("{name}_BASE_URL").to_uppercase(), url.to_owned())])
        .collect()
}

/// A host that repeats whatever it got, wherever a provider could put it.
async fn echo(State(name): State<Arc<Name>>, headers: HeaderMap, body: Bytes) -> impl IntoResponse {
    let told: Vec<_> = headers
        .values()
        .filter_map(|value| value.to_str().ok())
        .map(str::to_owned)
        .collect();
    let mut answer = serde_json::from_slice::<Value>(&body).unwrap_or(json!({}));
    let text = String::from_utf8_lossy(&body).into_owned();
    if let Value::Object(members) = &mut answer {
        // Known members with a text of somebody's, unknown ones, and the members of tokens.
        for known in [
            "message",
            "error_code",
            "status",
            "description",
            "accessToken",
        ] {
            members.insert(known.to_owned(), json!(format!("canary {text}")));
        }
        members.insert("access_token".to_owned(), json!("canary-token-0000"));
        members.insert(
            "callback_authentication_token".to_owned(),
            json!("canary-token"),
        );
        members.insert(
            "member_of_tomorrow".to_owned(),
            json!({"name": "canary", "all": told}),
        );
        members.insert(
            "checkout_url".to_owned(),
            json!("https://canary@pay.example/canary?canary"),
        );
        members.insert("phone".to_owned(), json!("canary 08123123123"));
        members.insert("name".to_owned(), json!("canary"));
    }
    let secret = told.join(" ");
    let headers = [("x-echo", secret), ("x-provider", name.to_string())];
    (headers, answer.to_string())
}

#[tokio::test]
async fn no_secret_and_no_person_is_kept() {
    for name in Name::ALL {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new().fallback(echo).with_state(Arc::new(*name));
        let host = tokio::spawn(async move { axum::serve(listener, app).await });
        let settings = settings(*name, &url);
        let target = Target::at_provider(*name, |variable| settings.get(variable).cloned(), true);
        let mut target = target.unwrap();
        // Without waiting for anybody, as in a sandbox.
        target.sandbox = Some(url.clone());
        let options = Options {
            patience: Duration::ZERO,
            ..Options::default()
        };
        let mut session = run(target, &options, |_| {}).await.unwrap();
        host.abort();
        assert!(!session.steps.is_empty(), "{name}");
        session.place = Place::Test;
        let recording = session.to_json();
        let report = Report::of(session).unwrap();
        let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
        let patch = patch(&report, &specs).unwrap();
        let by_hand = patch.by_hand.join("\n");
        let shown = [
            ("recording", recording),
            ("report", report.text().join("\n")),
            ("JSON", report.json().to_string()),
            ("patch", format!("{}\n{by_hand}", patch.diff)),
        ];
        for (place, text) in shown {
            let secret = settings
                .iter()
                .filter(|(name, _)| !name.ends_with("BASE_URL"));
            for (variable, value) in secret {
                assert!(
                    !text.contains(value),
                    "{variable} of {name} is in the {place}"
                );
            }
            for person in [
                "08123123123",
                "628000000001",
                "canary-token",
                "pay.example/canary",
            ] {
                // Of the tests, what this program itself has made up and printed is no secret.
                let line = text.lines().find(|line| line.contains(person));
                assert_eq!(line, None, "{person} of {name} is in the {place}");
            }
        }
    }
}
