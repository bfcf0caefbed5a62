//! What each fact of `specs/` stands on, and how it would be found out: `evidence.toml`, and the
//! evidence of every code and status word.

mod emit;
mod pointer;
mod print;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::{
    refusal::{Outcome, Place},
    source::Source,
    tables::{Code, Evidence, Status, Tables},
};

pub(crate) use emit::files;
pub(crate) use pointer::Location;
pub(crate) use print::{facts, table};

const FILE: &str = "evidence.toml";

/// A fact of one provider.
pub(crate) struct Fact {
    pub(crate) provider: String,
    /// Unique for the provider: `visibility_delay`, `codes.DUPLICATE_ERROR`.
    pub(crate) id: String,
    pub(crate) says: String,
    pub(crate) evidence: Evidence,
    /// Where it stands, with its values.
    pub(crate) at: Vec<Location>,
    pub(crate) claim: Claim,
}

/// How a fact would be found out.
pub(crate) enum Claim {
    /// A document or a recording shows it, and no scenario looks at it.
    Nothing,
    /// What must hold in a session, each as `step: check`.
    Probe(Vec<String>),
    /// Why no scenario can tell.
    NoProbe(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fact: Vec<Entry>,
    #[serde(default)]
    claim: Vec<Group>,
    #[serde(default)]
    refuted: Vec<Refuted>,
}

/// A fact that a session has refuted, which a person must correct.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refuted {
    fact: String,
    seen: String,
    on: String,
}

/// A fact that has no evidence in a table of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    says: String,
    evidence: Evidence,
    #[serde(default)]
    at: Vec<String>,
    #[serde(default)]
    probe: Vec<String>,
    no_probe: Option<String>,
    /// For people: which document, whose client.
    #[serde(rename = "source")]
    _source: Option<String>,
}

/// One claim of several facts, such as codes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    facts: Vec<String>,
    #[serde(default)]
    probe: Vec<String>,
    no_probe: Option<String>,
}

/// Every fact of a provider.
pub(crate) fn read(source: &Source, tables: &Tables) -> Outcome<Vec<Fact>> {
    let file: File = source.toml(FILE)?;
    let place = source.place(FILE);
    if let Some(Refuted { fact, seen, on }) = file.refuted.first() {
        return Err(place.at("refuted").at(fact).refuse(format!(
            "a session showed that it does not hold ({on}: {seen}): correct it, then delete this"
        )));
    }
    let mut claims = grouped(&file.claim, &place)?;
    let (mut facts, mut documents) = (Vec::new(), pointer::Documents::new());
    for code in &tables.codes.code {
        let id = format!("codes.{}", code.code);
        let at = format!("codes.toml#/code/{}/listed/*/http", code.code);
        let at = pointer::resolve(source, &mut documents, &at)?;
        let claim = claims.remove(&id);
        facts.push(of_code(source, code, at, claim, id));
    }
    for (table, words) in &tables.statuses {
        for (word, status) in words {
            let id = format!("statuses.{table}.{word}");
            let claim = claims.remove(&id);
            facts.push(of_word(source, (table, word), status, claim, id));
        }
    }
    for entry in file.fact {
        let at = place.at("fact").at(&entry.id);
        if claims.remove(&entry.id).is_some() {
            return Err(at.refuse("is claimed twice"));
        }
        facts.push(of_entry(source, &mut documents, entry, &at)?);
    }
    if let Some(id) = claims.keys().next() {
        return Err(place.at("claim").refuse(format!("there is no fact {id:?}")));
    }
    let mut seen = BTreeSet::new();
    for fact in &facts {
        let at = place.at("fact").at(&fact.id);
        if !seen.insert(&fact.id) {
            return Err(at.refuse("is listed twice"));
        }
        if fact.evidence.is_weak() && matches!(fact.claim, Claim::Nothing) {
            return Err(at.refuse(
                "neither a document nor a recording shows it: it needs `probe` or `no_probe`",
            ));
        }
    }
    Ok(facts)
}

fn grouped(groups: &[Group], place: &Place) -> Outcome<BTreeMap<String, Claim>> {
    let mut claims = BTreeMap::new();
    for group in groups {
        for id in &group.facts {
            let at = place.at("claim").at(id);
            let claim = claim(group.probe.clone(), group.no_probe.clone(), &at)?;
            if claims.insert(id.clone(), claim).is_some() {
                return Err(at.refuse("is claimed twice"));
            }
        }
    }
    Ok(claims)
}

fn claim(probe: Vec<String>, no_probe: Option<String>, at: &Place) -> Outcome<Claim> {
    match (probe.is_empty(), no_probe) {
        (true, None) => Ok(Claim::Nothing),
        (false, None) => Ok(Claim::Probe(probe)),
        (true, Some(reason)) if !reason.trim().is_empty() => Ok(Claim::NoProbe(reason)),
        (true, Some(_)) => Err(at.refuse("`no_probe` gives no reason")),
        (false, Some(_)) => Err(at.refuse("it has a probe, and a reason why it has none")),
    }
}

fn of_code(
    source: &Source,
    code: &Code,
    mut at: Vec<Location>,
    claim: Option<Claim>,
    id: String,
) -> Fact {
    at.push(Location {
        file: "codes.toml".into(),
        pointer: format!("/code/{}", code.code),
        value: Some(code.code.clone()),
    });
    Fact {
        provider: source.provider.clone(),
        id,
        says: code.meaning.clone(),
        evidence: code.evidence,
        at,
        claim: claim.unwrap_or(Claim::Nothing),
    }
}

fn of_word(
    source: &Source,
    (table, word): (&str, &str),
    status: &Status,
    claim: Option<Claim>,
    id: String,
) -> Fact {
    Fact {
        provider: source.provider.clone(),
        id,
        says: status.text.clone(),
        evidence: status.evidence,
        at: vec![Location {
            file: "statuses.toml".into(),
            pointer: format!("/{table}/{word}"),
            value: Some(word.to_owned()),
        }],
        claim: claim.unwrap_or(Claim::Nothing),
    }
}

fn of_entry(
    source: &Source,
    documents: &mut pointer::Documents,
    entry: Entry,
    at: &Place,
) -> Outcome<Fact> {
    let mut locations = Vec::new();
    for pointed in &entry.at {
        let found = pointer::resolve(source, documents, pointed)?;
        if found.is_empty() {
            return Err(at.refuse(format!("{pointed} is nothing that stands in specs/")));
        }
        locations.extend(found);
    }
    Ok(Fact {
        provider: source.provider.clone(),
        claim: claim(entry.probe, entry.no_probe, at)?,
        id: entry.id,
        says: entry.says,
        evidence: entry.evidence,
        at: locations,
    })
}
