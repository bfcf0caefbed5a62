//! The page of one schedule: what two merchants make of the same orders and the same faults, step
//! by step. One HTML file without a script, which loads nothing.

mod draw;
mod play;
mod step;
mod verdict;
mod wire;
mod words;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{MerchantPolicy, trace::Entry};
use draw::Columns;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");

/// What is said about a merchant.
struct About {
    name: &'static str,
    short: &'static str,
    says: &'static str,
}

fn about(policy: MerchantPolicy) -> About {
    match policy {
        MerchantPolicy::Safe => About {
            name: "The safe merchant",
            short: "safe",
            says: "uses this project: a journal, one reference per order, and a question before anything is sent again.",
        },
        MerchantPolicy::Naive => About {
            name: "The naive merchant",
            short: "naive",
            says: "does what most integrations do: it sends again after any error, under a new reference.",
        },
        MerchantPolicy::OneAccount => About {
            name: "The merchant with one name for two accounts",
            short: "one name",
            says: "has the journal, and gives the same name to two accounts of a provider: it may ask in the wrong one.",
        },
        MerchantPolicy::Trusting => About {
            name: "The trusting merchant",
            short: "trusting",
            says: "sends once, and believes every message without comparing it with the order.",
        },
    }
}

/// No page is larger, in bytes.
const LARGEST: usize = 300_000;

/// So many steps of one merchant are shown of a part, or fewer where the page would be too large.
const MOST_STEPS: [usize; 3] = [60, 20, 5];

/// The page of the schedule of `seed`, of two merchants; `command` makes it again.
pub(super) fn html(seed: u64, command: &str, plays: [(MerchantPolicy, Vec<Entry>); 2]) -> String {
    let columns = plays.map(|(policy, entries)| (about(policy), play::read(entries)));
    let columns = Columns::new(&columns);
    let mut pages = MOST_STEPS
        .map(|most| page(seed, command, &columns, most))
        .into_iter();
    let shortest = pages.next_back().unwrap_or_default();
    pages.find(|page| page.len() <= LARGEST).unwrap_or(shortest)
}

fn page(seed: u64, command: &str, columns: &Columns<'_>, most: usize) -> String {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        STANDARD.encode(Sha256::digest(STYLE))
    );
    // What is put in is not looked through again: it may contain the name of a place.
    let places = [
        ("POLICY", policy),
        ("STYLE", STYLE.to_owned()),
        ("SEED", seed.to_string()),
        ("COMMAND", draw::escape(command)),
        ("SCORES", columns.scores()),
        ("ORDERS", columns.orders()),
        ("FILTERS", columns.filters()),
        ("PARTS", columns.parts(most)),
        ("VERDICTS", columns.verdicts()),
    ];
    let mut page = String::new();
    let mut rest = PAGE;
    while let Some((before, behind)) = rest.split_once("{{") {
        page += before;
        let (name, behind) = behind.split_once("}}").unwrap_or((behind, ""));
        let place = places.iter().find(|(known, _)| *known == name);
        page += place.map_or("", |(_, text)| text);
        rest = behind;
    }
    page + rest
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use clap::ValueEnum;
    use serde_json::json;

    use super::{
        super::trace::{Event, Part},
        *,
    };

    /// What a schedule records, with text in it that would like to be markup.
    fn hostile() -> Vec<Entry> {
        let text = "<script>alert(1)</script>\"'{{SEED}}";
        let told = |entry| Event::Told(entry);
        [
            Event::Begins(Part::Placed(0)),
            told(json!({"kind": "payment", "reference": text, "became": text})),
            told(
                json!({"kind": "money", "reference": text, "way": "debit", "amount": text,
                "currency": text}),
            ),
            told(
                json!({"kind": "exchange", "reference": text, "operation": text, "status": 200,
                "fault": text, "meaning": {"outcome": text, "says": text}}),
            ),
            told(
                json!({"kind": "steered", "what": format!("POST faults {}", json!({"fault": text,
                "provider": text, "operation": text, "code": text}))}),
            ),
        ]
        .map(|event| Entry {
            at: DateTime::UNIX_EPOCH,
            event,
        })
        .into()
    }

    #[test]
    fn nothing_that_was_recorded_becomes_markup() {
        let plays = [MerchantPolicy::Naive, MerchantPolicy::Safe];
        let page = html(7, "payments <b>", plays.map(|policy| (policy, hostile())));
        assert!(
            !page.contains("<script") && !page.contains("payments <b>"),
            "{page}"
        );
        assert!(page.contains("&lt;script&gt;"), "{page}");
        // What is put in is not looked through again.
        assert!(page.contains("{{SEED}}"), "{page}");
        assert!(page.contains("Content-Security-Policy"));
    }

    #[test]
    fn a_page_is_never_too_large() {
        let step = |number: u64| Entry {
            at: DateTime::UNIX_EPOCH,
            event: Event::Told(json!({"kind": "exchange", "reference": "x",
                "operation": format!("{number} {}", "x".repeat(500)), "status": 200})),
        };
        let parts = (1..=8).flat_map(|round| {
            let begins = Entry {
                at: DateTime::UNIX_EPOCH,
                event: Event::Begins(Part::Round(round)),
            };
            [begins].into_iter().chain((0..1_000).map(step))
        });
        let entries: Vec<_> = parts.collect();
        let plays = [MerchantPolicy::Naive, MerchantPolicy::Safe];
        let page = html(7, "payments", plays.map(|policy| (policy, entries.clone())));
        assert!(page.len() <= LARGEST, "{}", page.len());
        assert!(page.contains("Not shown: 980 more steps"));
    }

    #[test]
    fn every_merchant_is_described_and_the_style_loads_nothing() {
        for policy in MerchantPolicy::value_variants() {
            assert!(!about(*policy).says.is_empty());
        }
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
        assert!(!STYLE.contains('<'), "it would end the element");
    }
}
