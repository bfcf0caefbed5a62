//! The spans, and what each of their fields means.

/// A kind of span.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct SpanKind {
    /// Its name.
    pub name: &'static str,
    /// What it is about.
    pub meaning: &'static str,
    /// Its fields, each with its meaning.
    pub fields: &'static [(&'static str, &'static str)],
}

const PROVIDER: (&str, &str) = ("provider", "by its short name");
const ACCOUNT: (&str, &str) = ("account", "as `instamoney/live/default`");
const REFERENCE: (&str, &str) = ("reference", "the merchant's, where it is known");
const DURATION: (&str, &str) = ("duration_ms", "from the beginning to the end of the span");
const STATUS: (&str, &str) = ("status", "what the provider tells, in lower case");

/// Every kind of span.
pub const SPANS: &[SpanKind] = &[
    SpanKind {
        name: "call",
        meaning: "one operation of a provider",
        fields: &[
            PROVIDER,
            ACCOUNT,
            ("operation", "as the provider's crate names it"),
            REFERENCE,
            (
                "outcome",
                "`answered`, `not_sent`, `refused`, `unknown`, or `dropped` by the caller",
            ),
            ("kind", "of the error"),
            ("http_status", "of the error"),
            ("attempts", "2 if it was sent again with a new token"),
            DURATION,
        ],
    },
    SpanKind {
        name: "intent",
        meaning: "an instruction on its way to an answer, by `Retry` or by a journal",
        fields: &[
            PROVIDER,
            ACCOUNT,
            ("kind", "of the instruction, as `payment`"),
            REFERENCE,
            (
                "outcome",
                "`answered`, `not_sent`, `refused`, `unknown`, `needs_attention` of a person although it is answered, or `dropped` by the caller",
            ),
            STATUS,
            ("attempts", "sends in this round"),
            ("questions", "asked in this round"),
            DURATION,
        ],
    },
    SpanKind {
        name: "callback",
        meaning: "a callback, from its arrival to its acknowledgement",
        fields: &[
            PROVIDER,
            ACCOUNT,
            REFERENCE,
            STATUS,
            ("proof", "`verified`, or `confirmed` by asking"),
            (
                "outcome",
                "what became of it (`applied`, `no_news`, `duplicate`, `mismatch`, `charge`, `unknown_reference`, `kept`, `unmodelled`, `ping`, `handled`), why it was \
                 refused (`wrong_signature`, …), or `dropped` by its sender",
            ),
            DURATION,
        ],
    },
    SpanKind {
        name: "handler",
        meaning: "the application's handler at work on one change",
        fields: &[
            PROVIDER,
            ACCOUNT,
            REFERENCE,
            STATUS,
            (
                "outcome",
                "`handled`, `failed`, `timed_out`, `panicked` or `dropped`",
            ),
            ("lag_ms", "from the change to the end of its handler"),
            DURATION,
        ],
    },
];
