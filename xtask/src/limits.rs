//! Limits that stand twice agree: what `capabilities.toml` says of a method, and what the schema of
//! its request demands.
//!
//! Which schema is that of which method is nowhere written, so both directions are checked. What a
//! method allows, some request takes; and what a request demands, some method says.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    normalize::Api,
    options::{Kind, Options},
    refusal::{Outcome, Place},
    schema::referred,
    source::Source,
    tables::{Capabilities, ReferenceRule},
};

const FILE: &str = "capabilities.toml";

/// What the table says of a method, or of mandates.
struct Claim<'a> {
    /// Where its amounts stand, and where its rule for references does.
    at: Place,
    reference_at: Place,
    minimum: Option<u64>,
    maximum: Option<u64>,
    reference: &'a ReferenceRule,
}

/// A request that holds the merchant's reference.
struct Request<'a> {
    component: &'a str,
    reference: (&'a str, &'a Value),
    amounts: Vec<(&'a str, &'a Value)>,
}

/// Where the two say something else: the place in the table with its value, that in the schema with
/// its own.
struct Difference {
    at: Place,
    told: String,
    schema: String,
}

/// Refuses the first difference.
pub(crate) fn check(
    source: &Source,
    api: &Api,
    capabilities: &Capabilities,
    options: &Options,
) -> Outcome<()> {
    for kind in [Kind::Payment, Kind::Mandate] {
        let claims = claims(source, capabilities, kind);
        let requests = requests(api, options, kind);
        if requests.is_empty() || claims.is_empty() {
            continue;
        }
        for claim in &claims {
            let all = requests.iter();
            nearest(all.map(|request| differences(source, claim, request)))?;
        }
        for request in &requests {
            let all = claims.iter();
            nearest(all.map(|claim| differences(source, claim, request)))?;
            is_said(source, request, &claims)?;
        }
    }
    Ok(())
}

/// Refuses what is least different, unless something agrees.
fn nearest(all: impl Iterator<Item = Vec<Difference>>) -> Outcome<()> {
    let least = all.min_by_key(Vec::len);
    match least.into_iter().flatten().next() {
        None => Ok(()),
        Some(Difference { at, told, schema }) => Err(at.refuse(format!("{told}, and {schema}"))),
    }
}

fn claims<'a>(source: &Source, table: &'a Capabilities, kind: Kind) -> Vec<Claim<'a>> {
    let of_provider = source.place(FILE).at("reference");
    let of_method = |method: &'a crate::tables::Method| {
        let at = source.place(FILE).at("method").at(&method.method);
        let (reference_at, reference) = match &method.reference {
            Some(own) => (at.at("reference"), own),
            None => (of_provider.clone(), &table.reference),
        };
        Claim {
            at,
            reference_at,
            minimum: method.minimum,
            maximum: method.maximum,
            reference,
        }
    };
    match kind {
        Kind::Payment => table.method.iter().map(of_method).collect(),
        _ => {
            let of_mandates = |mandates: &crate::tables::Mandates| Claim {
                at: source.place(FILE).at("mandates"),
                reference_at: of_provider.clone(),
                minimum: mandates.minimum,
                maximum: None,
                reference: &table.reference,
            };
            table.mandates.iter().map(of_mandates).collect()
        }
    }
}

/// The objects below the bodies of a kind that hold the reference themselves.
fn requests<'a>(api: &'a Api, options: &Options, kind: Kind) -> Vec<Request<'a>> {
    let pointers = api.operations.iter();
    let pointers = pointers.filter_map(|operation| operation.reference.as_deref());
    let references: BTreeSet<_> = pointers
        .filter_map(|pointer| {
            pointer
                .starts_with('/')
                .then(|| pointer.rsplit('/').next())?
        })
        .collect();
    let bodies = options.bodies.iter();
    let bodies = bodies.filter(|body| body.kind == kind && !body.later);
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    let mut left: Vec<_> = bodies.map(|body| body.schema.clone()).collect();
    while let Some(name) = left.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        let components = api.document["components"]["schemas"].as_object();
        let Some((component, schema)) = components.and_then(|all| all.get_key_value(&name)) else {
            continue;
        };
        for words in ["oneOf", "anyOf", "allOf"] {
            let parts = schema[words].as_array().into_iter().flatten();
            left.extend(parts.filter_map(referred).map(str::to_owned));
        }
        let members = schema["properties"].as_object();
        let members: Vec<_> = members.into_iter().flatten().collect();
        let parts = members.iter().filter_map(|(_, member)| referred(member));
        left.extend(parts.map(str::to_owned));
        let reference = members
            .iter()
            .find(|(name, _)| references.contains(&***name));
        if let Some((name, member)) = reference {
            let is_amount = |member: &Value| {
                let format = member["format"].as_str();
                format.is_some_and(|format| format.starts_with("amount"))
            };
            let amounts = members.iter().filter(|(_, member)| is_amount(member));
            found.push(Request {
                component,
                reference: (name, member),
                amounts: amounts
                    .map(|(name, member)| (name.as_str(), *member))
                    .collect(),
            });
        }
    }
    found
}

/// What this method allows and this request does not take.
fn differences(source: &Source, claim: &Claim<'_>, request: &Request<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    let text = |value: Option<u64>| value.map_or("none".to_owned(), |value| value.to_string());
    for (name, amount) in &request.amounts {
        if let Some(least) = amount["minimum"].as_u64()
            && claim.minimum.is_none_or(|minimum| minimum < least)
        {
            found.push(Difference {
                at: claim.at.at("minimum"),
                told: text(claim.minimum),
                schema: stands(source, request, name, "minimum", &least),
            });
        }
        if let Some(most) = amount["maximum"].as_u64()
            && claim.maximum.is_none_or(|maximum| maximum > most)
        {
            found.push(Difference {
                at: claim.at.at("maximum"),
                told: text(claim.maximum),
                schema: stands(source, request, name, "maximum", &most),
            });
        }
    }
    let (name, reference) = request.reference;
    let rule = claim.reference;
    if let Some(most) = reference["maxLength"].as_u64()
        && rule.maximum_length as u64 > most
    {
        found.push(Difference {
            at: claim.reference_at.at("maximum_length"),
            told: rule.maximum_length.to_string(),
            schema: stands(source, request, name, "maxLength", &most),
        });
    }
    if let Some(pattern) = reference["pattern"].as_str()
        && punctuation(pattern).is_some_and(|known| !is_within(&rule.punctuation, known))
    {
        found.push(Difference {
            at: claim.reference_at.at("punctuation"),
            told: format!("{:?}", rule.punctuation),
            schema: stands(source, request, name, "pattern", &pattern),
        });
    }
    found
}

/// What a pattern allows beside letters and digits; `None` for one of another form.
fn punctuation(pattern: &str) -> Option<&str> {
    let class = pattern.strip_prefix("^[A-Za-z0-9")?;
    let (punctuation, count) = class.split_once(']')?;
    let is_whole = count.ends_with('$') && !punctuation.contains(['\\', '[']);
    is_whole.then_some(punctuation)
}

fn is_within(told: &str, known: &str) -> bool {
    told != "*" && told.chars().all(|one| known.contains(one))
}

/// What a request demands, some method says: otherwise the table has been left behind. Of amounts
/// it is one whose limits the request takes; a rule for references may be stricter than each.
fn is_said(source: &Source, request: &Request<'_>, claims: &[Claim<'_>]) -> Outcome<()> {
    let refuse = |member: &str, key: &str, limit: u64, said: BTreeSet<u64>| {
        if said.contains(&limit) {
            return Ok(());
        }
        let said: Vec<_> = said.iter().map(u64::to_string).collect();
        let said = match said.as_slice() {
            [] => "none".to_owned(),
            said => said.join(", "),
        };
        let place = stands(source, request, member, key, &limit);
        let table = source.place(FILE);
        Err(table.refuse(format!("{place}, and no method does: they say {said}")))
    };
    let taken = claims
        .iter()
        .filter(|claim| differences(source, claim, request).is_empty());
    let taken: Vec<_> = taken.collect();
    for (name, amount) in &request.amounts {
        if let Some(least) = amount["minimum"].as_u64() {
            let said = taken.iter().filter_map(|claim| claim.minimum).collect();
            refuse(name, "minimum", least, said)?;
        }
        if let Some(most) = amount["maximum"].as_u64() {
            let said = taken.iter().filter_map(|claim| claim.maximum).collect();
            refuse(name, "maximum", most, said)?;
        }
    }
    let (name, reference) = request.reference;
    if let Some(most) = reference["maxLength"].as_u64() {
        let lengths = claims.iter().map(|claim| claim.reference.maximum_length);
        let lengths = lengths.map(|one| one as u64).collect();
        refuse(name, "maxLength", most, lengths)?;
    }
    Ok(())
}

/// `specs/…#/…/amount/maximum says 5000000`.
fn stands(
    source: &Source,
    request: &Request<'_>,
    member: &str,
    key: &str,
    limit: &dyn std::fmt::Display,
) -> String {
    let (provider, component) = (&source.provider, request.component);
    let file = source
        .schemas
        .iter()
        .find(|(_, schema)| !schema["$defs"][component].is_null());
    let place = match file {
        Some((file, _)) => format!("schemas/{file}#/$defs/{component}"),
        None => format!("openapi.json#/components/schemas/{component}"),
    };
    format!("specs/{provider}/{place}/properties/{member}/{key} says {limit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_of_one_class_tells_its_punctuation_and_others_tell_nothing() {
        assert_eq!(punctuation("^[A-Za-z0-9-]+$"), Some("-"));
        assert_eq!(punctuation("^[A-Za-z0-9_-]+$"), Some("_-"));
        assert_eq!(punctuation("^[A-Za-z0-9]{32}$"), Some(""));
        assert_eq!(punctuation("^[A-Za-z0-9\\-]+$"), None);
        assert_eq!(punctuation("^[0-9]+$"), None);
        assert!(is_within("-", "_-") && !is_within("*", "_-") && !is_within(".", "_-"));
    }
}
