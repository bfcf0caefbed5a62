//! How much of each provider stands on what, for people.

use std::{collections::BTreeSet, fmt::Write};

use super::{Claim, Fact};
use crate::tables::Evidence;

/// The columns, in the order of their weight.
const KINDS: [(Evidence, &str); 6] = [
    (Evidence::Doc, "document"),
    (Evidence::Recorded, "recorded"),
    (Evidence::Official, "official"),
    (Evidence::ThirdParty, "third party"),
    (Evidence::Inferred, "inferred"),
    (Evidence::Assumed, "assumed"),
];

/// The table of the README: a line for each provider, by the names of the providers.
pub(crate) fn table(facts: &[Fact]) -> String {
    let kinds: Vec<_> = KINDS.iter().map(|(_, name)| *name).collect();
    let mut table = format!("| provider | {} | probed | no probe |\n", kinds.join(" | "));
    table += &"|---".repeat(KINDS.len() + 3);
    table += "|\n";
    let providers: BTreeSet<_> = facts.iter().map(|fact| &*fact.provider).collect();
    for provider in providers {
        let count = |wanted: &dyn Fn(&Fact) -> bool| {
            let of_provider = facts.iter().filter(|fact| fact.provider == provider);
            of_provider.filter(|fact| wanted(fact)).count().to_string()
        };
        let mut cells = vec![provider.to_owned()];
        cells.extend(KINDS.map(|(kind, _)| count(&|fact| fact.evidence == kind)));
        cells.push(count(&|fact| matches!(fact.claim, Claim::Probe(_))));
        cells.push(count(&|fact| matches!(fact.claim, Claim::NoProbe(_))));
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| {} |", cells.join(" | "));
    }
    table
}

/// Every fact of a provider that neither a document nor a recording shows, with its probe or the
/// reason why it has none.
pub(crate) fn facts(facts: &[Fact], provider: &str) -> String {
    let mut text = String::new();
    let weak = facts.iter().filter(|fact| fact.evidence.is_weak());
    for fact in weak.filter(|fact| fact.provider == provider) {
        let named = KINDS.iter().find(|(kind, _)| *kind == fact.evidence);
        let kind = named.map_or("", |(_, name)| name);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{} ({kind}): {}", fact.id, fact.says);
        let _ = match &fact.claim {
            Claim::Probe(checks) => writeln!(text, "  probe: {}", checks.join("; ")),
            Claim::NoProbe(reason) => writeln!(text, "  no probe: {reason}"),
            Claim::Nothing => Ok(()),
        };
    }
    text
}
