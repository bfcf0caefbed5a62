use std::{fmt, net::IpAddr, str::FromStr};

use payments_core::{Account, Environment, Error, Provider, Result};
use reqwest::Url;

/// The base URL of a provider's API: `https://…`, or `http://…` on this machine's loopback. It
/// never ends in a slash.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl {
    url: String,
    /// The same, ready for a path.
    parsed: Url,
    loopback: bool,
}

impl BaseUrl {
    /// The text, without a final slash.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// The host, with its port if that is not the default.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.url.split_once("://").map_or("", |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default()
    }

    /// The URL of a path below it, which begins with a slash and has no query.
    #[must_use]
    pub fn at(&self, path: &str) -> Url {
        let base = self.parsed.path().trim_end_matches('/');
        let path = format!("{base}{path}");
        let mut url = self.parsed.clone();
        url.set_path(&path);
        url
    }

    /// Whether it is this machine, where plain HTTP is allowed.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }

    /// The account of a client with this base URL. A host on this machine is a sandbox, whatever
    /// `test` says.
    pub fn account(&self, provider: Provider, test: bool, name: &str) -> Result<Account> {
        let environment = match test {
            _ if self.is_loopback() => Environment::Sandbox,
            true => Environment::Test,
            false => Environment::Live,
        };
        Ok(Account::new(provider, environment, self.host(), name)?)
    }
}

impl FromStr for BaseUrl {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let wrong = |expected: &str| Err(Error::invalid("base URL", without_user(text), expected));
        let Ok(url) = Url::parse(text) else {
            return wrong("a URL such as https://api.example.com");
        };
        if !url.username().is_empty() || url.password().is_some() {
            return wrong("a URL without a user name or password");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return wrong("a URL without a query");
        }
        let host = url.host_str().unwrap_or_default();
        let address = host.trim_start_matches('[').trim_end_matches(']');
        let loopback = host == "localhost"
            || address
                .parse()
                .is_ok_and(|address: IpAddr| address.is_loopback());
        match url.scheme() {
            "https" => {}
            "http" if loopback => {}
            _ => return wrong("https, or http on this machine"),
        }
        Ok(Self {
            url: url.as_str().trim_end_matches('/').to_owned(),
            loopback: loopback && url.scheme() == "http",
            parsed: url,
        })
    }
}

/// A URL that can be shown: the part before `@` may be a password, the part after `?` a key.
fn without_user(text: &str) -> &str {
    let host = text.rsplit_once('@').map_or(text, |(_, host)| host);
    host.split(['?', '#']).next().unwrap_or_default()
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for good in [
            "https://api.instamoney.co",
            "http://127.0.0.1:4010/instamoney",
            "http://[::1]:4010",
            "http://localhost:4010/",
        ] {
            assert!(good.parse::<BaseUrl>().is_ok(), "{good}");
        }
        for bad in [
            "http://api.instamoney.co",
            "http://127.0.0.1.example.com",
            "http://10.0.0.1",
            "ftp://127.0.0.1",
            "api.instamoney.co",
            "https://user:secret@api.instamoney.co",
            "https://api.instamoney.co?key=secret",
            "",
        ] {
            let error = bad.parse::<BaseUrl>().unwrap_err().to_string();
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn a_slash_at_the_end_makes_no_difference() {
        let with: BaseUrl = "https://api.instamoney.co/".parse().unwrap();
        assert_eq!(with.as_str(), "https://api.instamoney.co");
    }

    #[test]
    fn a_path_below_it_is_the_one_that_a_parser_makes_of_both() {
        for base in [
            "https://api.instamoney.co",
            "https://id.xfers.com/api/v4/",
            "http://127.0.0.1:4010/fazz",
            "http://[::1]:4010/a%2Fb",
        ] {
            let base: BaseUrl = base.parse().unwrap();
            for path in ["/payments", "/a/%3Fb%25/tasks", "/é~'(x)", "/a//b/"] {
                let parsed = Url::parse(&format!("{base}{path}")).unwrap();
                assert_eq!(base.at(path), parsed);
            }
        }
    }

    #[test]
    fn the_host_tells_a_sandbox_and_the_client_a_test_mode() {
        let account = |url: &str, test| {
            let url: BaseUrl = url.parse().unwrap();
            url.account(Provider::new("fazz"), test, "shop").unwrap()
        };
        for (url, test, key) in [
            ("https://id.xfers.com/api/v4", false, "fazz/live/shop"),
            ("https://id.xfers.com/api/v4", true, "fazz/test/shop"),
            ("http://127.0.0.1:4010/fazz", false, "fazz/sandbox/shop"),
        ] {
            assert_eq!(account(url, test).as_str(), key);
        }
        let sandbox = account("http://127.0.0.1:4010/fazz", false);
        assert_eq!(sandbox.host(), "127.0.0.1:4010");
    }
}
