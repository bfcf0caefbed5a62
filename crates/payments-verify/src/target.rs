//! Whose host it is, and the keys for it.

use std::collections::BTreeMap;

use payments::{BaseUrl, Name, Secret, Settings};

use crate::session::Place;

/// A provider's host, with the keys of an account there.
#[derive(Clone)]
pub struct Target {
    /// The provider.
    pub provider: Name,
    /// The base URL of its API.
    pub base_url: BaseUrl,
    /// Whose host it is.
    pub place: Place,
    /// The URL of a sandbox of this project, without a provider's path.
    pub sandbox: Option<String>,
    pub(crate) sandbox_token: Option<String>,
    /// By the name of the variable without the provider's.
    keys: BTreeMap<&'static str, String>,
    /// The variables of a client, with their whole names.
    pub(crate) settings: Settings,
}

impl Target {
    /// A sandbox of this project, with a token if it wants one.
    ///
    /// # Errors
    /// If the URL is none.
    pub fn sandbox(provider: Name, url: &str, token: Option<&str>) -> payments::Result<Self> {
        let url = url.trim_end_matches('/');
        let table = provider.settings();
        let base_url = format!("{url}/{provider}{}", table.sandbox_path).parse()?;
        let value = |setting: &payments::provider::settings::Setting| {
            let with_token = token.zip(setting.token);
            let with_token = with_token.map(|(token, value)| value.replace("{token}", token));
            with_token.or(setting.sandbox.map(str::to_owned))
        };
        let mut keys = BTreeMap::new();
        for setting in table.all {
            if let Some(value) = value(setting) {
                keys.insert(short(provider, setting.variable), value);
            }
        }
        let settings = match token {
            Some(token) => Settings::sandbox_with_token(url, token),
            None => Settings::sandbox(url),
        };
        Ok(Self {
            provider,
            base_url,
            place: Place::Sandbox,
            sandbox: Some(url.to_owned()),
            sandbox_token: token.map(str::to_owned),
            keys,
            settings,
        })
    }

    /// A host of the provider's, with the keys that `variable` tells. `is_test` is the word of a
    /// person that the account belongs to the provider's test mode; it counts where neither the key
    /// nor the host says so. Without any of these it is a live host, on this machine too.
    ///
    /// # Errors
    /// If a needed key is missing, or no document names the host.
    pub fn at_provider(
        provider: Name,
        variable: impl Fn(&str) -> Option<String>,
        is_test: bool,
    ) -> payments::Result<Self> {
        let table = provider.settings();
        let mut keys = BTreeMap::new();
        let mut settings = Settings::new();
        for setting in table.all {
            match variable(setting.variable) {
                Some(value) => {
                    settings = settings.set(setting.variable, value.clone());
                    keys.insert(short(provider, setting.variable), value);
                }
                None if setting.needed => {
                    let text = format!("{} is missing: set {}", setting.text, setting.variable);
                    return Err(payments::Error::configuration(text));
                }
                None => {}
            }
        }
        let key = keys.get("API_KEY").map(String::as_str).unwrap_or_default();
        let tells = table.test_keys_begin.is_some();
        let is_test = match tells {
            true => table.is_test_key(&Secret::new("the API key", key)?),
            false => is_test,
        };
        let base_url: BaseUrl = match (keys.get("BASE_URL"), keys.get("TENANT")) {
            (Some(url), _) => url.parse()?,
            (None, Some(tenant)) => {
                let live = table.live.unwrap_or_default();
                live.replacen("ezpay", tenant, 1).parse()?
            }
            (None, None) => table.host(is_test)?,
        };
        let is_test_host = table.test.is_some_and(|test| {
            test.parse::<BaseUrl>()
                .is_ok_and(|test| test.host() == base_url.host())
        });
        // A host on this machine may pass on to any other one, so it proves nothing by itself.
        let place = match is_test || (!tells && is_test_host) {
            true if base_url.is_loopback() => Place::Sandbox,
            true => Place::Test,
            false => Place::Live,
        };
        Ok(Self {
            provider,
            base_url,
            place,
            sandbox: None,
            sandbox_token: None,
            keys,
            settings,
        })
    }

    /// A key, or nothing.
    pub(crate) fn key(&self, name: &str) -> &str {
        self.keys.get(name).map_or("", String::as_str)
    }

    /// The values that must not be kept: secrets, and whose account it is.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = String> {
        let table = self.provider.settings();
        let is_own = |setting: &&payments::provider::settings::Setting| {
            setting.secret || (setting.needed && !setting.variable.ends_with("_URL"))
        };
        let secret = table.all.iter().filter(is_own);
        let of_this = secret.map(|setting| short(self.provider, setting.variable));
        let values = of_this.filter_map(|name| self.keys.get(name));
        // Some hold several values.
        values.flat_map(|value| value.split(',').map(|one| one.trim().to_owned()))
    }
}

/// `INSTAMONEY_API_KEY` is `API_KEY`.
fn short(provider: Name, variable: &'static str) -> &'static str {
    let rest = variable.get(provider.as_str().len()..).unwrap_or(variable);
    rest.trim_start_matches('_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: Name, url: &str, key: &str, is_test: bool) -> Place {
        let variable = |variable: &str| {
            Some(match variable {
                _ if variable.ends_with("_BASE_URL") => url.to_owned(),
                _ if variable.ends_with("_API_KEY") => key.to_owned(),
                _ => "given".to_owned(),
            })
        };
        let target = Target::at_provider(name, variable, is_test);
        target.map(|target| target.place).unwrap_or(Place::Live)
    }

    #[test]
    fn what_is_not_shown_to_be_a_test_is_live() {
        let (local, test) = ("http://127.0.0.1:9", "https://sandbox.api.of.ayoconnect.id");
        for (name, url, key, is_test, should) in [
            // The key tells, whatever a person says.
            (
                Name::Instamoney,
                "https://host.invalid",
                "xnd_development_1",
                false,
                Place::Test,
            ),
            (
                Name::Instamoney,
                "https://host.invalid",
                "xnd_production_1",
                true,
                Place::Live,
            ),
            (
                Name::Instamoney,
                local,
                "xnd_production_1",
                true,
                Place::Live,
            ),
            (
                Name::Instamoney,
                local,
                "xnd_development_1",
                false,
                Place::Sandbox,
            ),
            // Nothing tells: a person must.
            (
                Name::Ciputra,
                "https://host.invalid",
                "key",
                false,
                Place::Live,
            ),
            (Name::Ciputra, local, "key", false, Place::Live),
            (
                Name::Ciputra,
                "https://host.invalid",
                "key",
                true,
                Place::Test,
            ),
            // The host tells.
            (Name::Rpi, test, "key", false, Place::Test),
            (
                Name::Rpi,
                "https://api.of.ayoconnect.id",
                "key",
                false,
                Place::Live,
            ),
        ] {
            assert_eq!(
                place(name, url, key, is_test),
                should,
                "{name} {url} {key} {is_test}"
            );
        }
    }
}
