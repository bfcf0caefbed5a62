use std::{collections::BTreeMap, fmt};

/// Where the clients' settings come from: variables such as `INSTAMONEY_API_KEY`, which each
/// provider's `Config` documents.
///
/// `Debug` prints names, never values.
#[derive(Clone, Default)]
pub struct Settings {
    /// By the name of the variable.
    values: BTreeMap<String, String>,
    environment: bool,
}

impl Settings {
    /// No settings yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The variables of the environment.
    #[must_use]
    pub fn from_env() -> Self {
        Self {
            environment: true,
            ..Self::default()
        }
    }

    /// A TOML file with a table per provider: `api_key` under `[instamoney]` is the variable
    /// `INSTAMONEY_API_KEY`.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> crate::Result<Self> {
        let wrong = |reason: String| crate::Error::configuration(format!("the settings: {reason}"));
        // The parser's own message would quote the line, which may hold a secret.
        let tables: BTreeMap<String, BTreeMap<String, toml::Value>> = toml::from_str(text)
            .map_err(|error| {
                let line = error.span().map_or(1, |span| {
                    1 + text
                        .get(..span.start)
                        .map_or(0, |text| text.matches('\n').count())
                });
                wrong(format!(
                    "line {line}: expected a table per provider, and text in it"
                ))
            })?;
        let mut settings = Self::new();
        for (provider, table) in tables {
            provider.parse::<crate::Name>()?;
            for (key, value) in table {
                let value = match value {
                    toml::Value::String(text) => text,
                    toml::Value::Boolean(_) | toml::Value::Integer(_) => value.to_string(),
                    _ => return Err(wrong(format!("{provider}.{key}: expected text"))),
                };
                settings = settings.set(&format!("{provider}_{key}"), value);
            }
        }
        Ok(settings)
    }

    /// Sets a variable, before the environment's.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_uppercase(), value.into());
        self
    }

    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.values
            .get(name)
            .cloned()
            .or_else(|| self.environment.then(|| std::env::var(name).ok()).flatten())
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("names", &self.values.keys().collect::<Vec<_>>())
            .field("environment", &self.environment)
            .finish()
    }
}

#[cfg(all(test, feature = "toml", feature = "instamoney"))]
mod tests {
    use super::*;
    use crate::Name;

    #[test]
    fn a_table_of_a_file_is_the_variables_of_a_provider() {
        let settings = Settings::from_toml(
            "[instamoney]\napi_key = \"xnd_development_x\"\nbase_url = \"http://127.0.0.1:1\"\n",
        )
        .unwrap();
        assert_eq!(
            settings.get("INSTAMONEY_API_KEY").as_deref(),
            Some("xnd_development_x")
        );
        assert!(
            Name::Instamoney
                .client(&settings)
                .unwrap()
                .payments
                .is_some()
        );
    }

    #[test]
    fn a_wrong_file_is_told_without_its_secrets() {
        for wrong in [
            "[instamoney]\napi_key = canary",
            "[instamoney]\napi_key = [\"canary\"]",
            "[nobody]\napi_key = \"canary\"",
            "api_key = \"canary\"",
        ] {
            let error = Settings::from_toml(wrong).unwrap_err();
            assert!(!format!("{error}{error:?}").contains("canary"), "{error}");
        }
        let settings = Settings::new().set("INSTAMONEY_API_KEY", "canary");
        assert!(!format!("{settings:?}").contains("canary"));
    }

    #[test]
    fn a_missing_setting_is_named() {
        let error = Name::Instamoney.client(&Settings::new()).unwrap_err();
        assert!(error.to_string().contains("Instamoney API key"), "{error}");
    }
}
