//! Options that one provider's requests have, and the common request does not.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{kind::Kind, provider::Provider, secret::may_hold_a_token};

/// A provider's own options for one instruction. Each provider's crate has a typed builder for
/// them, such as `payments_ciputra::Options`.
///
/// They are part of the request: a journal records and compares them as it does the other members.
/// A provider refuses the options of another one before sending anything (`NotSent`). `Debug`
/// prints their names only.
///
/// ```
/// use payments_core::{Provider, ProviderOptions};
///
/// let options = ProviderOptions::new(Provider::new("ciputra")).with("refno", "POL-7781");
/// assert_eq!(options.text("refno"), Some("POL-7781"));
/// assert_eq!(format!("{options:?}"), r#"ciputra {"refno"}"#);
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct ProviderOptions {
    provider: Provider,
    #[serde(flatten)]
    values: BTreeMap<String, Value>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    personal: BTreeMap<String, Value>,
}

impl ProviderOptions {
    /// No option of a provider yet.
    #[must_use]
    pub const fn new(provider: Provider) -> Self {
        Self {
            provider,
            values: BTreeMap::new(),
            personal: BTreeMap::new(),
        }
    }

    /// Whose options they are.
    #[must_use]
    pub const fn provider(&self) -> Provider {
        self.provider
    }

    /// Sets an option. A value that is not JSON becomes null, which no option accepts.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Serialize) -> Self {
        self.personal.remove(name);
        self.values.insert(name.to_owned(), json(value));
        self
    }

    /// Sets an option whose value is personal data: it is never printed, and recorded only where
    /// personal data may be.
    #[must_use]
    pub fn with_personal(mut self, name: &str, value: impl Serialize) -> Self {
        self.values.remove(name);
        self.personal.insert(name.to_owned(), json(value));
        self
    }

    /// The value of an option.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name).or_else(|| self.personal.get(name))
    }

    /// The value of an option that is a text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }

    /// Whether an option was set as personal data.
    #[must_use]
    pub fn is_personal(&self, name: &str) -> bool {
        self.personal.contains_key(name)
    }

    /// The options by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        let all = self.values.iter().chain(&self.personal);
        all.map(|(name, value)| (name.as_str(), value))
    }

    /// The same without personal data, and without URLs that may contain a token.
    #[must_use]
    pub fn without_personal_data(&self) -> Self {
        let is_recorded = |value: &Value| {
            let url = value.as_str().filter(|text| text.contains("://"));
            !url.is_some_and(may_hold_a_token)
        };
        let kept = self.values.iter().filter(|(_, value)| is_recorded(value));
        Self {
            provider: self.provider,
            values: kept
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            personal: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for ProviderOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.iter().map(|(name, _)| name);
        write!(f, "{} ", self.provider)?;
        f.debug_set().entries(names).finish()
    }
}

fn json(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// An option that a provider has, from `specs/<provider>/options.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ProviderOption {
    /// Its name.
    pub name: &'static str,
    /// The instructions that can carry it.
    pub kinds: &'static [Kind],
    /// The form of its value.
    pub form: OptionForm,
    /// Whether its value is personal data.
    pub personal: bool,
    /// What it is, for people.
    pub text: &'static str,
}

/// The form of an option's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OptionForm {
    /// A text.
    Text,
    /// Yes or no.
    Flag,
    /// A whole number.
    Whole,
    /// An amount in whole units of the provider's currency.
    Amount,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list.
    List,
    /// Members with names.
    Object,
}

impl OptionForm {
    /// Reads a value as people type it: a list and an object as JSON.
    #[must_use]
    pub fn read(self, typed: &str) -> Option<Value> {
        let value = match self {
            Self::Text | Self::Word(_) => Value::from(typed),
            _ => serde_json::from_str(typed).ok()?,
        };
        self.accepts(&value).then_some(value)
    }

    /// Whether a value has this form.
    #[must_use]
    pub fn accepts(self, value: &Value) -> bool {
        match self {
            Self::Text => value.as_str().is_some_and(|text| !text.is_empty()),
            Self::Flag => value.is_boolean(),
            Self::Whole => value.is_i64(),
            Self::Amount => value.is_u64(),
            Self::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
            Self::List => value.is_array(),
            Self::Object => value.is_object(),
        }
    }
}

impl fmt::Display for OptionForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::Flag => f.write_str("true or false"),
            Self::Whole => f.write_str("a whole number"),
            Self::Amount => f.write_str("an amount in whole units"),
            Self::Word(words) => f.write_str(&words.join(" or ")),
            Self::List => f.write_str("a list"),
            Self::Object => f.write_str("an object"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROVIDER: Provider = Provider::new("ciputra");

    #[test]
    fn a_value_is_never_printed() {
        let options = ProviderOptions::new(PROVIDER)
            .with("refno", "canary")
            .with_personal("display_name", "canary");
        let printed = format!("{options:?}");
        assert_eq!(printed, r#"ciputra {"refno", "display_name"}"#);
    }

    #[test]
    fn what_is_recorded_without_personal_data_has_none_and_no_url_with_a_token() {
        let options = ProviderOptions::new(PROVIDER)
            .with("refno", "POL?1")
            .with("back_url", "https://shop.example/?token=canary")
            .with("redirect_url", "https://shop.example/paid")
            .with_personal("display_name", "canary");
        let kept = options.without_personal_data();
        let names: Vec<_> = kept.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["redirect_url", "refno"]);
    }

    #[test]
    fn an_option_that_is_set_again_has_one_value() {
        let options = ProviderOptions::new(PROVIDER)
            .with("name", "first")
            .with_personal("name", "second");
        assert_eq!(options.iter().count(), 1);
        assert_eq!(options.text("name"), Some("second"));
    }

    #[test]
    fn options_are_the_same_after_they_were_written_and_read() {
        let options = ProviderOptions::new(PROVIDER)
            .with("refno", "POL-1")
            .with_personal("display_name", "Budi");
        let written = serde_json::to_string(&options).unwrap();
        let read: ProviderOptions = serde_json::from_str(&written).unwrap();
        assert_eq!(read, options);
    }

    #[test]
    fn what_people_type_is_read_by_the_form_of_the_option() {
        let words = OptionForm::Word(&["TODAY"]);
        for (form, right, wrong) in [
            (OptionForm::Text, "true", ""),
            (OptionForm::Flag, "true", "yes"),
            (OptionForm::Whole, "-2026", "2026.5"),
            (OptionForm::Amount, "20000", "-1"),
            (words, "TODAY", "today"),
            (OptionForm::List, "[1]", "1"),
            (OptionForm::Object, r#"{"a": 1}"#, "[]"),
        ] {
            assert!(form.read(right).is_some(), "{form}");
            assert_eq!(form.read(wrong), None, "{form}");
        }
        assert_eq!(OptionForm::Text.read("true"), Some(Value::from("true")));
    }
}
