//! The general rules: what a failure means, by how far the request got, and what an answer means,
//! by its status.

use payments_core::{ErrorKind, Outcome, SuggestedAction};

use crate::operation::Effect;

/// What went wrong, whether it may have had an effect, and what to do.
pub(super) type Judgement = (ErrorKind, Outcome, SuggestedAction);

/// How far a request without a whole answer got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// It cannot be built.
    Building,
    /// Name, connection, TLS; or a kept connection that was closed before anything was written.
    Reaching,
    /// Something may have been written, and no answer has begun.
    Waiting,
    /// The answer has begun.
    Answering,
}

/// What a failure without an answer means.
pub(super) const fn by_phase(phase: Phase, timeout: bool) -> Judgement {
    use SuggestedAction::{AskByReference, FixRequest, RetryLater};
    match (phase, timeout) {
        (Phase::Building, _) => (ErrorKind::Invalid, Outcome::NotSent, FixRequest),
        (Phase::Reaching, true) => (ErrorKind::Timeout, Outcome::NotSent, RetryLater),
        (Phase::Reaching, false) => (ErrorKind::Connect, Outcome::NotSent, RetryLater),
        (Phase::Waiting | Phase::Answering, true) => {
            (ErrorKind::Timeout, Outcome::Unknown, AskByReference)
        }
        (Phase::Waiting | Phase::Answering, false) => {
            (ErrorKind::Interrupted, Outcome::Unknown, AskByReference)
        }
    }
}

/// What a status without a known code means. Only statuses that by definition end a request before
/// it is processed count as refusals; 400, 402, 409 and 422 may come from anywhere, so they leave
/// the outcome open.
pub(super) const fn by_status(status: u16, own_body: bool) -> Judgement {
    use ErrorKind as K;
    use Outcome::{Refused, Unknown};
    use SuggestedAction as A;
    match status {
        401 => (K::Unauthorized, Refused, A::FixCredentials),
        403 => (K::Forbidden, Refused, A::FixCredentials),
        // Only the provider itself can say that it does not know a payment; a bare 404 is a wrong
        // path.
        404 if own_body => (K::NotFound, Refused, A::AskByReference),
        404 => (K::Rejected, Refused, A::FixRequest),
        405 | 406 | 411 | 413 | 414 | 415 | 431 => (K::Rejected, Refused, A::FixRequest),
        429 => (K::RateLimited, Refused, A::RetryLater),
        409 => (K::Duplicate, Unknown, A::AskByReference),
        400..=499 => (K::Rejected, Unknown, A::AskByReference),
        _ => (K::Unavailable, Unknown, A::AskByReference),
    }
}

/// Whether a status is a refusal only under the provider's own body. Firewalls replace answers
/// after the application has run, and use these statuses: under another body they prove nothing.
/// The other refusals (411, 413, 414, 415, 429, 431) concern the request as it arrived.
pub(super) const fn takes_the_providers_word(status: u16) -> bool {
    matches!(status, 401 | 403..=406)
}

/// What such a status means for an operation that writes, under a body that is not the provider's
/// own.
pub(super) const fn nobodys_word(judgement: Judgement) -> Judgement {
    (
        judgement.0,
        Outcome::Unknown,
        SuggestedAction::AskByReference,
    )
}

/// Reading again is always safe, so it needs no lookup first.
pub(super) const fn for_effect(judgement: Judgement, effect: Effect) -> Judgement {
    match (judgement, effect) {
        ((kind, Outcome::Unknown, SuggestedAction::AskByReference), Effect::Reads) => {
            (kind, Outcome::Unknown, SuggestedAction::RetryLater)
        }
        (judgement, _) => judgement,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::{
        http::{Call, Codes, Refusal, judge},
        operation::{CodeInfo, Operation},
    };
    use payments_core::{EarlierTry, Provider};

    const PHASES: [Phase; 4] = [
        Phase::Building,
        Phase::Reaching,
        Phase::Waiting,
        Phase::Answering,
    ];
    const BODIES: [(&str, Option<Option<&str>>); 4] = [
        ("not the provider's body", None),
        ("its body, no known code", Some(None)),
        ("a code that says refused", Some(Some("refused"))),
        ("a code that says unknown", Some(Some("unknown"))),
    ];

    static CODES: Codes = Codes {
        read: |_| None,
        info: |code| match code {
            "refused" => Some(&REFUSED),
            "unknown" => Some(&UNKNOWN),
            _ => None,
        },
        http: &[],
    };
    static REFUSED: CodeInfo = code("refused", ErrorKind::Declined, Outcome::Refused);
    static UNKNOWN: CodeInfo = code("unknown", ErrorKind::Unavailable, Outcome::Unknown);
    static READS: Operation = Operation::new("get", "GET", "/", Effect::Reads);
    static WRITES: Operation = Operation::new("create", "POST", "/", Effect::Writes);

    const fn code(code: &'static str, kind: ErrorKind, outcome: Outcome) -> CodeInfo {
        let action = match outcome {
            Outcome::Refused => SuggestedAction::AskCustomer,
            _ => SuggestedAction::AskByReference,
        };
        CodeInfo::new(code, "", (kind, outcome, EarlierTry::Nothing, action), &[])
    }

    fn cell((kind, outcome, action): Judgement) -> String {
        format!("`{outcome:?}` {kind:?}, {action:?}")
    }

    fn answered(operation: &'static Operation, status: u16, body: Option<Option<&str>>) -> String {
        let call = Call {
            provider: Provider::new("test"),
            operation,
            reference: None,
            codes: &CODES,
        };
        let refusal = body.map(|code| Refusal {
            code: code.map(str::to_owned),
            message: None,
        });
        let error = judge(&call, status, refusal);
        cell((error.kind(), error.outcome(), error.suggested_action()))
    }

    /// Adjacent statuses with the same meaning share a row.
    fn statuses(page: &mut String, operation: &'static Operation) {
        let mut rows: Vec<(u16, u16, Vec<String>)> = Vec::new();
        for status in 200..=599 {
            let cells: Vec<_> = BODIES
                .iter()
                .map(|(_, body)| answered(operation, status, *body))
                .collect();
            match rows.last_mut() {
                Some((_, last, known)) if *known == cells => *last = status,
                _ => rows.push((status, status, cells)),
            }
        }
        let header = BODIES.map(|(name, _)| name).join(" | ");
        writeln!(page, "\n| status | {header} |\n|---|---|---|---|---|").unwrap();
        for (first, last, cells) in rows {
            let range = match first == last {
                true => first.to_string(),
                false => format!("{first} to {last}"),
            };
            writeln!(page, "| {range} | {} |", cells.join(" | ")).unwrap();
        }
    }

    fn page() -> String {
        let mut page = String::from(
            "\n# How far a request got\n\n\
             A failure without a whole answer, by phase and by what the operation may do:\n\n\
             | failed while | writes, time-out | writes, otherwise | reads, time-out | reads, otherwise |\n\
             |---|---|---|---|---|\n",
        );
        for phase in PHASES {
            let cells = [Effect::Writes, Effect::Reads].map(|effect| {
                [true, false].map(|timeout| cell(for_effect(by_phase(phase, timeout), effect)))
            });
            let cells = cells.as_flattened().join(" | ");
            writeln!(page, "| {phase:?} | {cells} |").unwrap();
        }
        page += "\nAn answer that is no success, for an operation that writes. A provider's own rule for a status comes before these; its \
                 code before both, except that \"refused\" under \"something broke\" proves nothing. The codes stand for any: kind and \
                 action are those of `codes.toml`.\n";
        statuses(&mut page, &WRITES);
        page += "\nThe same for an operation that reads:\n";
        statuses(&mut page, &READS);
        page += "\nA success that cannot be read, contradicts itself, or tells of another amount or reference is `Unknown`, too.\n";
        page
    }

    #[test]
    fn the_documents_print_every_cell_of_the_judgement_as_it_is() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/http/table.md");
        payments_printed::is_printed(&page(), file);
    }

    #[test]
    fn a_write_is_refused_by_the_providers_own_body_or_by_a_status_about_the_request() {
        for status in 400..=499 {
            let refused = |body| answered(&WRITES, status, body).starts_with("`Refused`");
            let (own, strange) = (refused(Some(None)), refused(None));
            let by_word = matches!(status, 401 | 403..=406);
            let by_request = matches!(status, 411 | 413..=415 | 429 | 431);
            assert_eq!(own, by_word || by_request, "{status}");
            assert_eq!(strange, by_request, "{status}");
        }
    }

    #[test]
    fn only_what_failed_before_anything_was_written_is_not_sent() {
        for phase in PHASES {
            for timeout in [true, false] {
                let (_, outcome, _) = by_phase(phase, timeout);
                let unwritten = matches!(phase, Phase::Building | Phase::Reaching);
                assert_eq!(outcome == Outcome::NotSent, unwritten, "{phase:?}");
                assert_eq!(outcome == Outcome::Unknown, !unwritten, "{phase:?}");
            }
        }
    }
}
