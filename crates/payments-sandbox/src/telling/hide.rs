//! Hides secrets and personal data of an exchange until somebody asks for them.

use axum::http::HeaderMap;
use serde_json::{Map, Value};

/// Stands where something is hidden.
pub(super) const HIDDEN: &str = "•••";

/// Headers that hold neither a secret nor a person. All others are hidden.
pub(crate) const SHOWN_HEADERS: &[&str] = &[
    "a-channel-id",
    "a-merchant-code",
    "accept",
    "accept-encoding",
    "accept-language",
    "cache-control",
    "connection",
    "content-length",
    "content-type",
    "fee_id",
    "fee_rule_id",
    "for-user-id",
    "host",
    "idempotency-key",
    "location",
    "origin",
    "retry-after",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
    "user-agent",
    "with-fee-rule",
    "x-api-version",
    "x-callback-url",
    "x-correlation-id",
    "x-digiflazz-event",
    "x-idempotency-key",
];

/// Members that are about a person, which are those that `specs/` mark, and secrets; without the
/// difference of upper and lower case, `_` and `-`.
const HIDDEN_MEMBERS: &[&str] = &[
    "accesstoken",
    "accountnumber",
    "address",
    "alamat",
    "apikey",
    "apisecret",
    "callbackauthenticationtoken",
    "clientid",
    "clientsecret",
    "creditcardnumber",
    "customername",
    "customerno",
    "developeremail",
    "displayname",
    "email",
    "kecamatan",
    "kelurahan",
    "meterno",
    "mobilenumber",
    "monthend",
    "name",
    "nomesin",
    "nomoridentitas",
    "nomormesin",
    "nomorpolisi",
    "nomorrangka",
    "nopol",
    "norangka",
    "noregistrasi",
    "ownername",
    "password",
    "phone",
    "phonenumber",
    "secret",
    "sign",
    "signature",
    "sn",
    "subscriberid",
    "suffixno",
    "token",
    "yearend",
];

pub(crate) fn is_hidden(member: &str) -> bool {
    let plain: String = member
        .chars()
        .filter(|letter| !matches!(letter, '_' | '-' | '.' | '[' | ']'))
        .collect();
    let plain = plain.to_ascii_lowercase();
    // Of a form's `a[b]` the last name decides, too.
    let last = member.trim_end_matches(']').rsplit('[').next();
    HIDDEN_MEMBERS.contains(&&*plain)
        || last.is_some_and(|last| last.len() < member.len() && is_hidden(last))
}

/// Name and value of each header, as text.
pub(super) fn headers<'a>(
    pairs: impl Iterator<Item = (&'a str, &'a str)>,
    reveals: bool,
) -> Map<String, Value> {
    pairs
        .map(|(name, value)| {
            let shown = reveals || SHOWN_HEADERS.contains(&name);
            let value = if shown { value } else { HIDDEN };
            (name.to_owned(), value.into())
        })
        .collect()
}

pub(super) fn received(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap_or(HIDDEN)))
}

/// A body as text, made to be read.
pub(super) fn body(bytes: &[u8], reveals: bool) -> String {
    if bytes.is_empty() {
        return String::new();
    }
    if reveals {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    if let Ok(mut json) = serde_json::from_slice::<Value>(bytes) {
        members(&mut json);
        return json.to_string();
    }
    let is_page = bytes.starts_with(b"<html>") || bytes.starts_with(b"<!doctype html>");
    let is_form = bytes.contains(&b'=') && bytes.is_ascii() && !bytes.contains(&b'{');
    match (is_page, is_form) {
        (true, _) => String::from_utf8_lossy(bytes).into_owned(),
        (false, true) => {
            let pairs = form_urlencoded::parse(bytes).map(|(name, value)| {
                let value = if is_hidden(&name) { HIDDEN } else { &value };
                format!("{name}={value}")
            });
            pairs.collect::<Vec<_>>().join("&")
        }
        // Nobody knows what is in it.
        (false, false) => format!("{} bytes that are not JSON: {HIDDEN}", bytes.len()),
    }
}

/// Hides what is hidden in a JSON value, wherever it stands.
pub(super) fn members(value: &mut Value) {
    match value {
        Value::Object(members_of) => {
            for (name, member) in members_of {
                let is_leaf = !member.is_object() && !member.is_array() && !member.is_null();
                if is_leaf && is_hidden(name) {
                    *member = HIDDEN.into();
                } else {
                    members(member);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(members),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    fn marked(value: &Value, name: &str, found: &mut Vec<String>) {
        if let Value::Object(members) = value {
            let is_secret = members.get("format") == Some(&"password".into());
            if members.get("x-personal") == Some(&true.into()) || is_secret {
                found.push(name.to_owned());
            }
            for (name, member) in members {
                // Of a parameter, the name stands beside its schema. Headers are hidden unless
                // listed.
                let parameter = members.get("in").zip(members.get("name"));
                match (&**name, parameter) {
                    ("schema", Some((place, _))) if place == "header" => {}
                    ("schema", Some((_, name))) => marked(member, name.as_str().unwrap(), found),
                    _ => marked(member, name, found),
                }
            }
        } else if let Value::Array(items) = value {
            items.iter().for_each(|item| marked(item, name, found));
        }
    }

    fn read(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, found);
            } else if path.extension().is_some_and(|kind| kind == "json") {
                let text = fs::read(&path).unwrap();
                if let Ok(json) = serde_json::from_slice(&text) {
                    marked(&json, "", found);
                }
            }
        }
    }

    #[test]
    fn every_member_that_specs_mark_as_personal_or_secret_is_hidden() {
        let mut found = Vec::new();
        let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
        read(&specs, &mut found);
        assert!(found.len() > 30, "{found:?}");
        found.retain(|name| !is_hidden(name));
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn nothing_of_a_person_is_shown_in_json_forms_and_what_cannot_be_read() {
        let json = br#"{"data":[{"Phone_Number":"0812","amount":5}],"name":null}"#;
        let shown = r#"{"data":[{"Phone_Number":"•••","amount":5}],"name":null}"#;
        assert_eq!(body(json, false), shown);
        assert_eq!(
            body(b"external_id=a&phone=0812&x[mobile_number]=0812", false),
            "external_id=a&phone=•••&x[mobile_number]=•••"
        );
        assert_eq!(
            body(br#"{"phone":"0812"#, false),
            "14 bytes that are not JSON: •••"
        );
        assert_eq!(body(br#"{"phone":"0812"#, true), r#"{"phone":"0812"#);
        let shown = headers(
            [("authorization", "Basic x"), ("host", "h")].into_iter(),
            false,
        );
        assert_eq!(shown["authorization"], HIDDEN);
        assert_eq!(shown["host"], "h");
    }
}
