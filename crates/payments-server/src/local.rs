//! Which requests a server on a developer's machine accepts.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName, Method, header};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const FETCH_DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Accepts requests from programs on this machine and from the server's own pages, and refuses
/// requests that a foreign web page caused.
///
/// A browser sends requests to loopback addresses for any page that it shows, under any name that
/// the page's owner resolves to 127.0.0.1. So `Host` must be this machine, `Origin` (if present)
/// the server itself, and `Sec-Fetch-Site` (if present) `same-origin` or `none`.
#[derive(Clone, Debug)]
#[must_use]
pub struct LocalOnly {
    address: IpAddr,
    names: Vec<String>,
}

impl LocalOnly {
    /// For a server that listens on this address.
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address: address.ip(),
            names: Vec::new(),
        }
    }

    /// Allows another host name, such as that of a tunnel or a container, without a port.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.names.push(name.into());
        self
    }

    /// Why a request is refused, or `None` if it is accepted.
    #[must_use]
    pub fn refuses(&self, headers: &HeaderMap) -> Option<&'static str> {
        let Ok(host) = only(headers, header::HOST) else {
            return Some("there are several Host headers, or one that is not text");
        };
        // A browser always sends one.
        if host.is_some_and(|host| !self.is_own(host)) {
            return Some("the Host is not this machine's: a server for developers takes no other");
        }
        let own = host.map(|host| format!("http://{host}"));
        match only(headers, header::ORIGIN) {
            Ok(None) => {}
            Ok(Some(origin)) if own.is_some_and(|own| own.eq_ignore_ascii_case(origin)) => {}
            _ => return Some("the Origin is not this server's: a web page has sent it"),
        }
        match only(headers, FETCH_SITE) {
            Ok(None | Some("same-origin" | "none")) => None,
            _ => Some("Sec-Fetch-Site says that a web page of another site has sent it"),
        }
    }

    /// Like [`refuses`](Self::refuses), for a page to which another site may send its visitors, as
    /// a shop does: also accepts the GET with which a browser opens the page as a top-level
    /// document.
    #[must_use]
    pub fn refuses_page(&self, method: &Method, headers: &HeaderMap) -> Option<&'static str> {
        let opens = method == Method::GET
            && only(headers, FETCH_MODE) == Ok(Some("navigate"))
            && only(headers, FETCH_DESTINATION) == Ok(Some("document"));
        if !opens {
            return self.refuses(headers);
        }
        let mut headers = headers.clone();
        headers.remove(FETCH_SITE);
        self.refuses(&headers)
    }

    fn is_own(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            // Not the colons of an IPv6 address.
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        };
        let bare = name
            .strip_prefix('[')
            .and_then(|name| name.strip_suffix(']'));
        match bare.unwrap_or(name).parse::<IpAddr>() {
            Ok(ip) => ip.is_loopback() || ip == self.address || self.address.is_unspecified(),
            Err(_) => {
                let mut names = self.names.iter().map(String::as_str).chain(["localhost"]);
                names.any(|own| own.eq_ignore_ascii_case(name))
            }
        }
    }
}

/// The single value of a header; an error if there are several, or it is not text.
fn only(headers: &HeaderMap, name: HeaderName) -> Result<Option<&str>, ()> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| ()),
        _ => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            let name: HeaderName = name.parse().unwrap();
            headers.append(name, value.parse().unwrap());
        }
        headers
    }

    fn local() -> LocalOnly {
        LocalOnly::new("127.0.0.1:4010".parse().unwrap()).name("tunnel.example")
    }

    #[test]
    fn a_host_is_this_machine_or_a_name_that_was_allowed() {
        for host in [
            "127.0.0.1:4010",
            "localhost:4010",
            "LOCALHOST",
            "127.0.0.2",
            "[::1]:4010",
            "tunnel.example",
        ] {
            assert_eq!(local().refuses(&headers(&[("host", host)])), None, "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:4010",
            "127.0.0.1.evil.example:4010",
            "localhost.evil.example",
            "192.0.2.1:4010",
            "127.0.0.1:4010@evil.example",
            "[127.0.0.1",
            "",
            "2130706433",
        ] {
            assert!(
                local().refuses(&headers(&[("host", host)])).is_some(),
                "{host}"
            );
        }
        let twice = headers(&[("host", "localhost"), ("host", "evil.example")]);
        assert!(local().refuses(&twice).is_some());
        assert_eq!(local().refuses(&headers(&[])), None);
        let everywhere = LocalOnly::new("0.0.0.0:1".parse().unwrap());
        assert_eq!(
            everywhere.refuses(&headers(&[("host", "192.0.2.1:1")])),
            None
        );
        assert!(
            everywhere
                .refuses(&headers(&[("host", "evil.example:1")]))
                .is_some()
        );
    }

    #[test]
    fn an_origin_is_the_servers_own() {
        let from = |origin| headers(&[("host", "127.0.0.1:4010"), ("origin", origin)]);
        assert_eq!(local().refuses(&from("http://127.0.0.1:4010")), None);
        for origin in [
            "http://evil.example",
            "http://127.0.0.1:4011",
            "https://127.0.0.1:4010",
            "null",
            "",
        ] {
            assert!(local().refuses(&from(origin)).is_some(), "{origin}");
        }
        let twice = headers(&[
            ("host", "127.0.0.1:4010"),
            ("origin", "http://127.0.0.1:4010"),
            ("origin", "http://evil.example"),
        ]);
        assert!(local().refuses(&twice).is_some());
    }

    #[test]
    fn another_site_may_open_a_page_and_do_nothing_else() {
        let from = |site, mode, destination| {
            headers(&[
                ("host", "127.0.0.1:4010"),
                ("sec-fetch-site", site),
                ("sec-fetch-mode", mode),
                ("sec-fetch-dest", destination),
            ])
        };
        for site in ["same-origin", "none"] {
            assert_eq!(local().refuses(&from(site, "cors", "empty")), None);
        }
        for site in ["cross-site", "same-site", "something-new"] {
            let opens = from(site, "navigate", "document");
            assert!(local().refuses(&opens).is_some());
            assert_eq!(local().refuses_page(&Method::GET, &opens), None);
            assert!(local().refuses_page(&Method::POST, &opens).is_some());
            for (mode, destination) in [
                ("navigate", "iframe"),
                ("no-cors", "image"),
                ("cors", "empty"),
            ] {
                let other = from(site, mode, destination);
                assert!(local().refuses_page(&Method::GET, &other).is_some());
            }
        }
    }
}
