//! What those who watch are told: all that they need, and nothing that they must not see.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod calls;
mod capture;
mod play;

use std::collections::BTreeSet;

use payments::Name;
use payments_core::observe::{METERS, SPANS};

use crate::{calls::CANARIES, play::played};

#[tokio::test]
async fn no_span_event_log_or_label_holds_a_secret_or_a_person() {
    let played = played().await;
    let mut texts: Vec<String> = capture::LOGGED.lock().unwrap().clone();
    let seen = played.capture.seen();
    texts.extend(seen.iter().map(|seen| format!("{seen:?}")));
    texts.extend(played.metrics.iter().map(|metric| format!("{metric:?}")));
    // Other libraries were listened to as well.
    assert!(texts.iter().any(|text| text.starts_with("reqwest")));
    for text in texts {
        for canary in CANARIES {
            assert!(!text.contains(canary), "{canary} in {text}");
        }
    }
}

#[tokio::test]
async fn every_operation_has_a_span() {
    let spans = played().await.capture.spans("call");
    let watched: BTreeSet<_> = spans
        .iter()
        .map(|span| (span.field("provider"), span.field("operation")))
        .collect();
    let stated: BTreeSet<_> = Name::ALL
        .iter()
        .flat_map(|name| {
            name.dictionary()
                .operations
                .iter()
                .map(|one| (name.as_str(), one.operation.name))
        })
        .collect();
    assert_eq!(watched, stated);
}

#[tokio::test]
async fn every_field_of_the_documents_is_told_and_no_other() {
    let played = played().await;
    for kind in SPANS {
        let spans = played.capture.spans(kind.name);
        let told: BTreeSet<_> = spans
            .iter()
            .flat_map(|span| span.fields.keys().copied())
            .collect();
        let documented: BTreeSet<_> = kind.fields.iter().map(|(field, _)| *field).collect();
        assert_eq!(told, documented, "{}", kind.name);
        for span in spans {
            assert!(!span.field("outcome").is_empty(), "{span:?}");
        }
    }
}

#[tokio::test]
async fn every_metric_of_the_documents_is_counted_with_its_labels_and_no_other() {
    let played = played().await;
    let counted: BTreeSet<_> = played.metrics.iter().cloned().collect();
    let documented: BTreeSet<_> = METERS
        .iter()
        .map(|meter| {
            let labels = meter.labels.iter().map(|label| (*label).to_owned());
            (meter.name.to_owned(), labels.collect::<Vec<_>>())
        })
        .collect();
    let counted: BTreeSet<_> = counted
        .into_iter()
        .map(|(name, labels, _)| {
            let labels = labels.into_iter().map(|(name, _)| name);
            (name, labels.collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(counted, documented);
}

#[tokio::test]
async fn a_lost_answer_warns_and_is_told_as_unknown() {
    let played = played().await;
    let spans = played.capture.spans("call");
    let lost = |outcome: &str| {
        spans
            .iter()
            .filter(|span| span.field("outcome") == outcome && span.field("reference") == "lost-1")
            .count()
    };
    assert_eq!(lost("unknown"), 1, "the send, and no question");
    let warned = |text: &str| {
        let seen = played.capture.seen();
        let told = |seen: &&capture::Seen| seen.field("message").contains(text);
        seen.iter().find(told).map(|seen| seen.level.clone())
    };
    assert_eq!(
        warned("the outcome is unknown: ask").as_deref(),
        Some("WARN")
    );
    assert_eq!(warned("given up before an answer").as_deref(), Some("WARN"));
    assert_eq!(warned("callback refused").as_deref(), Some("WARN"));
}

#[tokio::test]
async fn an_intent_tells_how_often_it_was_sent_and_asked_for() {
    let intents = played().await.capture.spans("intent");
    let lost = intents
        .iter()
        .find(|span| span.field("reference") == "lost-1")
        .unwrap();
    let told =
        ["kind", "outcome", "status", "attempts", "questions"].map(|field| lost.field(field));
    assert_eq!(
        told,
        ["payment", "answered", "pending", "1", "1"],
        "{lost:?}"
    );
}

#[tokio::test]
async fn a_callback_is_followed_from_its_arrival_to_its_handler() {
    let capture = &played().await.capture;
    let (callbacks, handlers) = (capture.spans("callback"), capture.spans("handler"));
    let told = |proof: &str| {
        callbacks
            .iter()
            .any(|span| span.field("proof") == proof && span.field("outcome") == "applied")
    };
    assert!(told("verified") && told("confirmed"), "{callbacks:?}");
    let forged = callbacks
        .iter()
        .filter(|span| span.field("outcome") == "wrong_signature");
    assert!(
        forged
            .clone()
            .all(|span| span.field("reference").is_empty())
    );
    assert!(forged.count() > 0);
    let handled = |outcome: &str| handlers.iter().any(|span| span.field("outcome") == outcome);
    assert!(handled("handled") && handled("failed"), "{handlers:?}");
}
