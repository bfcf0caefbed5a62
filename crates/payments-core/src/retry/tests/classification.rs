//! Every cell of the tables, against the page of the documents that prints them.

use std::fmt::Write;

use super::*;

/// Every kind; the match makes the compiler ask for a new one.
fn kinds() -> Vec<ErrorKind> {
    use ErrorKind as K;
    let all = vec![
        K::Invalid,
        K::Configuration,
        K::Connect,
        K::Timeout,
        K::Interrupted,
        K::Unreadable,
        K::Integrity,
        K::Duplicate,
        K::NotFound,
        K::Unauthorized,
        K::Forbidden,
        K::Declined,
        K::Rejected,
        K::RateLimited,
        K::Unavailable,
        K::Unsupported,
    ];
    for kind in &all {
        match kind {
            K::Invalid | K::Configuration | K::Connect | K::Timeout | K::Interrupted => {}
            K::Unreadable | K::Integrity | K::Duplicate | K::NotFound | K::Unauthorized => {}
            K::Forbidden | K::Declined | K::Rejected | K::RateLimited => {}
            K::Unavailable | K::Unsupported => {}
        }
    }
    all
}

const OUTCOMES: [Outcome; 3] = [Outcome::NotSent, Outcome::Refused, Outcome::Unknown];
const EARLIER: [EarlierTry; 3] = [EarlierTry::Nothing, EarlierTry::Exists, EarlierTry::Failed];
const STANDINGS: [Standing; 4] = [
    Standing::Clear,
    Standing::Hidden,
    Standing::Visible,
    Standing::Exists,
];
const SENT: [Sent; 7] = [
    Sent::Accepted,
    Sent::NotSent,
    Sent::Unsendable,
    Sent::RateLimited,
    Sent::Refused,
    Sent::Exists,
    Sent::Lost,
];
const ASKED: [Asked; 5] = [
    Asked::Found,
    Asked::NotFound,
    Asked::Failed,
    Asked::Exists,
    Asked::Nothing,
];

/// A table of what each error is worth: kind × outcome × what its code proves of an earlier try.
/// Kinds with the same row share it.
fn errors(page: &mut String, worth: impl Fn(&Error) -> String) {
    let header = OUTCOMES.map(|outcome| {
        EARLIER.map(|earlier| match earlier {
            EarlierTry::Nothing => format!("`{outcome:?}`"),
            _ => format!("`{outcome:?}`, `{earlier:?}`"),
        })
    });
    let mut rows: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for kind in kinds() {
        let cells = OUTCOMES
            .iter()
            .flat_map(|outcome| EARLIER.map(|earlier| (*outcome, earlier)))
            .map(|(outcome, earlier)| worth(&error(kind, outcome).with_earlier(earlier)))
            .collect::<Vec<_>>();
        match rows.iter_mut().find(|(_, known)| *known == cells) {
            Some((names, _)) => names.push(format!("`{kind:?}`")),
            None => rows.push((vec![format!("`{kind:?}`")], cells)),
        }
    }
    table(page, "kind", header.as_flattened(), &rows);
}

fn table(page: &mut String, corner: &str, header: &[String], rows: &[(Vec<String>, Vec<String>)]) {
    writeln!(page, "| {corner} | {} |", header.join(" | ")).unwrap();
    writeln!(page, "|{}", "---|".repeat(header.len() + 1)).unwrap();
    for (names, cells) in rows {
        writeln!(page, "| {} | {} |", names.join(", "), cells.join(" | ")).unwrap();
    }
}

fn decisions<A: Copy + std::fmt::Debug>(
    page: &mut String,
    corner: &str,
    answers: &[A],
    verdict: impl Fn(Standing, A) -> Verdict,
) {
    let header = STANDINGS.map(|standing| format!("`{standing:?}`"));
    let rows: Vec<_> = answers
        .iter()
        .map(|answer| {
            let cells = STANDINGS.map(|standing| format!("{:?}", verdict(standing, *answer)));
            (vec![format!("`{answer:?}`")], cells.to_vec())
        })
        .collect();
    table(page, corner, &header, &rows);
}

fn page() -> String {
    let mut page = String::from(
        "\n# The decision table\n\nWhat the answer to a send changes, by where the intent stands ([`Standing`], [`Sent`], [`Verdict`]):\n\n",
    );
    decisions(&mut page, "a send came to", &SENT, after_send);
    page += "\nWhat the answer to a question changes ([`Asked`]):\n\n";
    decisions(&mut page, "a question came to", &ASKED, after_question);
    page += "\nWhat an error of a send is worth, by its kind, its outcome, and what its code proves of an earlier try\n\
             ([`EarlierTry`](crate::EarlierTry), if not `Nothing`):\n\n";
    errors(&mut page, |error| {
        format!("{:?}", Sent::of::<()>(&Err(error.clone())))
    });
    page += "\nWhat an error of a question is worth:\n\n";
    errors(&mut page, |error| {
        format!("{:?}", Asked::of::<()>(&Err(error.clone())))
    });
    page
}

#[test]
fn the_documents_print_every_cell_of_the_decision_as_it_is() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/retry/table.md");
    payments_printed::is_printed(&page(), file);
}

#[test]
fn nothing_lost_is_ever_taken_for_undone_unless_a_code_proves_it() {
    for standing in [Standing::Hidden, Standing::Visible, Standing::Exists] {
        for answer in SENT {
            let verdict = after_send(standing, answer);
            assert!(
                !matches!(
                    verdict,
                    Verdict::Refuse | Verdict::SendAgain | Verdict::Absent
                ),
                "{standing:?} {answer:?}"
            );
        }
        for answer in ASKED {
            let undone = match after_question(standing, answer) {
                Verdict::Refuse => answer == Asked::Failed,
                Verdict::Absent => (standing, answer) == (Standing::Visible, Asked::NotFound),
                verdict => verdict != Verdict::SendAgain,
            };
            assert!(undone, "{standing:?} {answer:?}");
        }
    }
}

#[test]
fn only_what_was_not_sent_or_not_taken_in_is_sent_again_by_itself() {
    for answer in SENT {
        let again = after_send(Standing::Clear, answer) == Verdict::SendAgain;
        assert_eq!(again, matches!(answer, Sent::NotSent | Sent::RateLimited));
    }
}

#[test]
fn only_a_transport_failure_is_sent_again_never_wrong_input_or_settings() {
    for kind in kinds() {
        let worth = Sent::of::<()>(&Err(error(kind, Outcome::NotSent)));
        let transport = matches!(
            kind,
            ErrorKind::Connect
                | ErrorKind::Timeout
                | ErrorKind::Interrupted
                | ErrorKind::Unreadable
                | ErrorKind::RateLimited
                | ErrorKind::Unavailable
        );
        assert_eq!(worth == Sent::NotSent, transport, "{kind:?}");
        assert_eq!(worth == Sent::Unsendable, !transport, "{kind:?}");
    }
}
