//! The target to which callbacks are forwarded, which must not be this listener.

use std::net::{IpAddr, SocketAddr};

use payments::Name;
use reqwest::Url;

use super::ListenArguments;
use crate::{callbacks::Application, failure::Failure};

/// A provider that is listened to, and the application behind it.
pub(super) struct Wanted {
    pub(super) name: Name,
    pub(super) application: Option<Application>,
}

pub(super) fn wanted(arguments: &ListenArguments) -> Result<Vec<Wanted>, Failure> {
    let all = Name::ALL.iter().copied();
    let wanted = |name: &Name| arguments.provider.is_empty() || arguments.provider.contains(name);
    all.filter(wanted)
        .map(|name| {
            let url = arguments.forward_to.as_deref();
            let url = url.map(|url| url.replace("{provider}", name.as_str()));
            Ok(Wanted {
                name,
                application: url.as_deref().map(application).transpose()?,
            })
        })
        .collect()
}

fn application(url: &str) -> Result<Application, Failure> {
    let (place, _) = url.split_once(['?', '#']).unwrap_or((url, ""));
    if let Some((_, rest)) = place.split_once('{') {
        let (name, _) = rest.split_once('}').unwrap_or((rest, ""));
        let message = format!("--forward-to knows no {{{name}}}: only {{provider}}");
        return Err(Failure::usage(message));
    }
    Application::at(url)
}

/// Nothing is sent on to where it came from: it would never end.
pub(super) fn lead_elsewhere(wanted: &[Wanted], here: SocketAddr) -> Result<(), Failure> {
    let mut targets = wanted.iter().filter_map(|one| one.application.as_ref());
    match targets.any(|application| is_here(&application.url, here)) {
        true => Err(Failure::usage(format!(
            "--forward-to leads to http://{here}, which is this listener itself"
        ))),
        false => Ok(()),
    }
}

fn is_here(url: &Url, here: SocketAddr) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    let is_own = match address.parse::<IpAddr>() {
        Ok(address) => {
            address == here.ip() || (here.ip().is_unspecified() && address.is_loopback())
        }
        Err(_) => host == "localhost",
    };
    is_own && url.scheme() == "http" && url.port_or_known_default() == Some(here.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_listener_is_known_by_every_name() {
        for (url, here, itself) in [
            ("http://127.0.0.1:4020/x", "127.0.0.1:4020", true),
            ("http://localhost:4020/", "127.0.0.1:4020", true),
            ("http://127.0.0.2:4020/", "0.0.0.0:4020", true),
            ("http://[::1]:4020/", "[::]:4020", true),
            ("http://[::1]:4020/", "[::1]:4020", true),
            ("http://127.0.0.1/", "127.0.0.1:80", true),
            ("http://127.0.0.1:4021/", "127.0.0.1:4020", false),
            ("http://127.0.0.2:4020/", "127.0.0.1:4020", false),
            ("https://127.0.0.1:4020/", "127.0.0.1:4020", false),
            ("https://shop.example:4020/", "0.0.0.0:4020", false),
        ] {
            assert_eq!(
                is_here(&url.parse().unwrap(), here.parse().unwrap()),
                itself,
                "{url} {here}"
            );
        }
    }
}
