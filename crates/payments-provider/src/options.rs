//! Puts a provider's own options into a body.

use payments_core::{Capabilities, Error, Kind, ProviderOptions, Result};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::read;

/// Where the options of one kind of body are.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// The instruction that the body belongs to.
    pub kind: Kind,
    /// The options that the body can carry.
    pub places: &'static [Place],
    /// Whether it follows another body of the same instruction, which carried its options.
    pub is_later: bool,
}

/// Where an option is.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The option's name.
    pub name: &'static str,
    /// A JSON pointer into the body; empty if the option is a header.
    pub at: &'static str,
    /// The words for no and yes, if the body has words for them.
    pub flag: Option<[&'static str; 2]>,
    /// Whether it replaces what the common request puts there.
    pub replaces: bool,
}

/// The body with the options in it.
///
/// An option of another provider or of another kind of instruction, and one that the body of this
/// method cannot carry, is refused: nothing was sent.
pub fn put<T: Serialize + DeserializeOwned>(
    body: T,
    options: Option<&ProviderOptions>,
    capabilities: &Capabilities,
    into: &Places,
) -> Result<T> {
    let Some(options) = options else {
        return Ok(body);
    };
    capabilities.check_options(into.kind, options)?;
    let refused = |error: Error| error.with_provider(capabilities.provider);
    written(body, options, into).map_err(refused)
}

fn written<T: Serialize + DeserializeOwned>(
    body: T,
    options: &ProviderOptions,
    into: &Places,
) -> Result<T> {
    let mut json = written_as(&body)?;
    let mut put = Vec::new();
    for (name, value) in options.iter() {
        match into.places.iter().find(|place| place.name == name) {
            Some(place) if place.at.is_empty() => {}
            Some(place) => {
                set(&mut json, place, value)?;
                put.push(place);
            }
            None if into.is_later => {}
            None => return Err(not_here(name)),
        }
    }
    if put.is_empty() {
        return Ok(body);
    }
    let wrong = |_| {
        let names: Vec<_> = put.iter().map(|place| place.name).collect();
        let expected = "values as the provider's document has them";
        Error::invalid_personal(&format!("options {}", names.join(", ")), expected)
    };
    let read: T = serde_json::from_value(json.clone()).map_err(wrong)?;
    // A member that the typed body does not have is lost by now.
    let kept = written_as(&read)?;
    let mut given = put.iter().map(|place| (place, json.pointer(place.at)));
    match given
        .find(|(place, given)| !given.is_some_and(|given| holds(kept.pointer(place.at), given)))
    {
        Some((lost, _)) => Err(Error::unsupported(format!(
            "options.{}: this method has no such option, or not all of its members",
            lost.name
        ))),
        None => Ok(read),
    }
}

/// A body as it is sent. By its text, because how a type is written as text is compiled anyway.
fn written_as(body: &impl Serialize) -> Result<Value> {
    let mut text = Vec::new();
    serde_json::to_writer(&mut text, body).map_err(|_| no_body())?;
    read::any(&text).map_err(|_| no_body())
}

/// Sets a value, and makes the objects around it.
fn set(json: &mut Value, place: &Place, value: &Value) -> Result<()> {
    let mut member = json;
    for token in place.at.split('/').skip(1) {
        if member.is_null() {
            *member = Value::Object(Map::new());
        }
        let Value::Object(members) = member else {
            return Err(not_here(place.name));
        };
        member = members.entry(token).or_insert(Value::Null);
    }
    if !member.is_null() && !place.replaces {
        return Err(Error::unsupported(format!(
            "options.{}: the request itself already says this",
            place.name
        )));
    }
    *member = match (place.flag, value) {
        (Some([no, _]), Value::Bool(false)) => no.into(),
        (Some([_, yes]), Value::Bool(true)) => yes.into(),
        _ => value.clone(),
    };
    Ok(())
}

/// Whether the typed body has everything that was given. It may write a scalar in another form.
fn holds(kept: Option<&Value>, given: &Value) -> bool {
    match (kept, given) {
        (_, Value::Null) => true,
        (Some(Value::Object(kept)), Value::Object(given)) => given
            .iter()
            .all(|(name, given)| holds(kept.get(name), given)),
        (Some(Value::Array(kept)), Value::Array(given)) => {
            let mut pairs = kept.iter().zip(given);
            kept.len() == given.len() && pairs.all(|(kept, given)| holds(Some(kept), given))
        }
        (kept, _) => kept.is_some_and(|kept| !kept.is_null()),
    }
}

fn not_here(name: &str) -> Error {
    Error::unsupported(format!("options.{name}: this method has no such option"))
}

fn no_body() -> Error {
    Error::invalid_personal("options", "a request that can be written as JSON")
}

#[cfg(test)]
mod tests {
    use payments_core::{OptionForm, Outcome, Provider, ProviderOption};
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Body {
        Account { number: u32, options: Account },
        Page { page: String },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Account {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        send: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<Map<String, Value>>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<Item>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Item {
        id: String,
    }

    const PROVIDER: Provider = Provider::new("test");
    const PLACES: Places = Places {
        kind: Kind::Payment,
        places: &[
            place("name", "/options/name", true),
            place("suffix", "/options/suffix", false),
            Place {
                flag: Some(["0", "1"]),
                ..place("send", "/options/send", false)
            },
            place("text_2", "/options/text/text_2", false),
            place("items", "/options/items", true),
            place("header", "", false),
        ],
        is_later: false,
    };
    static CAPABILITIES: Capabilities = Capabilities {
        options: &[
            option("name", OptionForm::Text),
            option("suffix", OptionForm::Text),
            option("send", OptionForm::Flag),
            option("text_2", OptionForm::Text),
            option("items", OptionForm::List),
            option("header", OptionForm::Text),
            option("elsewhere", OptionForm::Text),
        ],
        ..Capabilities::new(PROVIDER)
    };

    const fn place(name: &'static str, at: &'static str, replaces: bool) -> Place {
        Place {
            name,
            at,
            flag: None,
            replaces,
        }
    }

    const fn option(name: &'static str, form: OptionForm) -> ProviderOption {
        ProviderOption {
            name,
            kinds: &[Kind::Payment],
            form,
            personal: false,
            text: "",
        }
    }

    fn account(suffix: Option<&str>) -> Body {
        Body::Account {
            number: 1,
            options: Account {
                name: "Budi".into(),
                suffix: suffix.map(str::to_owned),
                send: None,
                text: None,
                items: Vec::new(),
            },
        }
    }

    fn put_into(body: Body, options: ProviderOptions, places: &Places) -> Result<Body> {
        put(body, Some(&options), &CAPABILITIES, places)
    }

    fn options() -> ProviderOptions {
        ProviderOptions::new(PROVIDER)
    }

    #[test]
    fn an_option_is_put_where_the_document_has_it() {
        let all = options()
            .with("name", "Toko")
            .with("suffix", "12")
            .with("send", true)
            .with("text_2", "second")
            .with("items", [serde_json::json!({"id": "i"})])
            .with("header", "not in the body");
        let body = put_into(account(None), all, &PLACES).unwrap();
        assert_eq!(
            serde_json::to_value(body).unwrap(),
            serde_json::json!({
                "number": 1,
                "options": {
                    "name": "Toko", "suffix": "12", "send": "1", "text": {"text_2": "second"},
                    "items": [{"id": "i"}],
                },
            })
        );
    }

    #[test]
    fn without_options_and_with_headers_alone_a_body_stays_as_it_is() {
        let body = put(account(None), None, &CAPABILITIES, &PLACES).unwrap();
        assert_eq!(body, account(None));
        let body = put_into(account(None), options().with("header", "x"), &PLACES).unwrap();
        assert_eq!(body, account(None));
    }

    #[test]
    fn an_option_that_the_body_cannot_carry_is_refused_and_never_lost() {
        let page = || Body::Page { page: "x".into() };
        for (body, options, says) in [
            (page(), options().with("suffix", "12"), "no such option"),
            (
                account(None),
                options().with("elsewhere", "x"),
                "no such option",
            ),
            (
                account(Some("1")),
                options().with("suffix", "12"),
                "already",
            ),
            (
                account(None),
                ProviderOptions::new(Provider::new("other")),
                "other's",
            ),
        ] {
            let error = put_into(body, options, &PLACES).unwrap_err();
            assert_eq!(error.outcome(), Outcome::NotSent);
            assert!(error.to_string().contains(says), "{error}");
        }
    }

    #[test]
    fn a_later_body_carries_only_what_it_has_a_place_for() {
        let later = Places {
            is_later: true,
            ..PLACES
        };
        let both = options().with("elsewhere", "x").with("suffix", "12");
        let body = put_into(account(None), both, &later).unwrap();
        assert_eq!(body, account(Some("12")));
    }
}
