//! Settings of several providers at once: for a sandbox, and from a file.

#[cfg(feature = "toml")]
use std::collections::BTreeMap;

use crate::{Name, Settings};

impl Settings {
    /// Settings of every provider for a sandbox at this URL, including the secrets for its
    /// callbacks. Set other keys or secrets after this.
    #[must_use]
    pub fn sandbox(url: &str) -> Self {
        Self::of_sandbox(url, None)
    }

    /// The same for a sandbox with a token, which is required if it signs with your own secrets.
    #[must_use]
    pub fn sandbox_with_token(url: &str, token: &str) -> Self {
        Self::of_sandbox(url, Some(token))
    }

    fn of_sandbox(url: &str, token: Option<&str>) -> Self {
        let url = url.trim_end_matches('/');
        let mut settings = Self::new();
        for name in Name::ALL {
            let table = name.settings();
            let base_url = format!("{url}/{name}{}", table.sandbox_path);
            settings = settings.set(&format!("{name}_base_url"), base_url);
            for setting in table.all {
                let with_token = token.zip(setting.token);
                let with_token = with_token.map(|(token, value)| value.replace("{token}", token));
                if let Some(value) = with_token.or(setting.sandbox.map(str::to_owned)) {
                    settings = settings.set(setting.variable, value);
                }
            }
        }
        settings
    }

    /// Sets one secret for checking the callbacks of every provider that supports it.
    #[must_use]
    pub fn callback_secret(self, secret: &str) -> Self {
        let all = Name::ALL.iter().flat_map(|name| name.settings().all);
        let checking = all.filter(|setting| setting.callbacks && setting.secret);
        checking.fold(self, |settings, setting| {
            settings.set(setting.variable, secret)
        })
    }

    /// Sets the keys of a second account of the sandbox.
    #[must_use]
    pub fn as_second(self) -> Self {
        let all = Name::ALL.iter().flat_map(|name| name.settings().all);
        let second = all.filter_map(|setting| Some((setting.variable, setting.second?)));
        second.fold(self, |settings, (name, value)| settings.set(name, value))
    }

    /// A TOML file with a table per provider: `api_key` under `[instamoney]` is the variable
    /// `INSTAMONEY_API_KEY`.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> crate::Result<Self> {
        let wrong = |reason: String| crate::Error::configuration(format!("the settings: {reason}"));
        // The parser's own message would quote the line, which may contain a secret.
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
            provider.parse::<Name>()?;
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
}

#[cfg(all(test, feature = "toml", feature = "instamoney"))]
mod tests {
    use super::*;

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
