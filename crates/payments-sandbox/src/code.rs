//! A code of a provider, as `specs/*/codes.toml` lists it.

use serde_json::{Value, json};

/// A code of a provider's refusals and failures. Where its document lists none, an HTTP status that
/// it explains is one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) provider: &'static str,
    pub(crate) code: &'static str,
    pub(crate) meaning: &'static str,
    /// `invalid`, `unauthorized`, … `not_found`, as the tables say it.
    pub(crate) kind: &'static str,
    /// `refused`: the provider does nothing. `unknown`: it may have.
    pub(crate) outcome: &'static str,
    /// What it proves of an earlier request with the same reference.
    pub(crate) earlier: &'static str,
    /// The tables that list it, and the HTTP status that is printed there.
    pub(crate) listed: &'static [(&'static str, Option<u16>)],
}

/// Such a table says why a payment that existed has failed; every other one lists refusals of a
/// request.
const FAILURES: &str = " failure";

impl Code {
    pub(crate) fn is_refused(&self) -> bool {
        self.outcome == "refused"
    }

    /// Whether a request can be answered with it.
    pub(crate) fn answers(&self) -> bool {
        self.listed
            .iter()
            .any(|(table, _)| !table.ends_with(FAILURES))
    }

    /// Whether a payment can have failed with it.
    pub(crate) fn fails(&self) -> bool {
        self.listed
            .iter()
            .any(|(table, _)| table.ends_with(FAILURES))
    }

    /// The HTTP status that the first table of this kind prints; otherwise one that fits its
    /// meaning.
    pub(crate) fn http(&self, is_wanted: impl Fn(&str) -> bool) -> u16 {
        let wanted = self.listed.iter().find(|(table, _)| is_wanted(table));
        let printed = wanted.and_then(|(_, http)| *http);
        let any = || self.listed.iter().find_map(|(_, http)| *http);
        printed.or_else(any).unwrap_or(match self.kind {
            "unauthorized" => 401,
            "forbidden" => 403,
            "not_found" => 404,
            "rate_limited" => 429,
            "unavailable" => 500,
            _ => 400,
        })
    }

    pub(crate) fn to_json(&self) -> Value {
        let listed = self
            .listed
            .iter()
            .map(|(table, http)| json!({"table": table, "http": http}));
        json!({
            "provider": self.provider,
            "code": self.code,
            "meaning": self.meaning,
            "kind": self.kind,
            "outcome": self.outcome,
            "earlier": self.earlier,
            "listed": listed.collect::<Value>(),
        })
    }
}
