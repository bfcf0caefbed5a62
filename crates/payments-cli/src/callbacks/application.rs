//! Sends callbacks to an application, with the provider's headers and bytes.

use std::time::{Duration, Instant};

use axum::http::{HeaderMap, HeaderName, header};
use payments::{BaseUrl, Timeouts};
use reqwest::Url;

use crate::failure::Failure;

const TO_CONNECT: Duration = Duration::from_secs(5);

/// Shorter than a provider waits for an answer.
const TO_ANSWER: Duration = Duration::from_secs(25);

/// How often a callback was sent on: two that send on to each other would never end.
pub(crate) const HOPS: HeaderName = HeaderName::from_static("payments-listen-hops");

/// Where callbacks are sent to.
#[derive(Clone)]
pub(crate) struct Application {
    client: reqwest::Client,
    pub(crate) url: Url,
}

/// What an application made of a callback.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    /// The HTTP status, or why there is none.
    pub(crate) status: Result<u16, String>,
    pub(crate) took: Duration,
}

/// A URL may hold a key behind the question mark.
pub(crate) fn shown(url: &Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.to_string()
}

impl Answered {
    pub(crate) fn is_taken(&self) -> bool {
        matches!(self.status, Ok(200..=299))
    }
}

impl Application {
    /// At https, or http on this machine.
    pub(crate) fn at(url: &str) -> Result<Self, Failure> {
        let (place, _) = url.split_once(['?', '#']).unwrap_or((url, ""));
        let base: BaseUrl = place
            .parse()
            .map_err(|error: payments::Error| Failure::usage(error.to_string()))?;
        let url = Url::parse(url)
            .map_err(|error| Failure::usage(format!("{base} is not a URL")).caused_by(error))?;
        Ok(Self {
            client: payments::provider::http::client(&base, Timeouts::new(TO_CONNECT, TO_ANSWER))?,
            url,
        })
    }

    /// As [`post`](Self::post), with a header that counts how often `payments listen` has sent it
    /// on.
    pub(crate) async fn forward(&self, headers: &HeaderMap, hops: u32, body: Vec<u8>) -> Answered {
        self.send(of_the_message(headers), Some(hops), body).await
    }

    /// Posts a callback. The client adds `accept: */*` if there was none, and what belongs to the
    /// connection; the rest is as given.
    pub(crate) async fn post(&self, headers: &HeaderMap, body: Vec<u8>) -> Answered {
        self.send(of_the_message(headers), None, body).await
    }

    async fn send(&self, mut headers: HeaderMap, hops: Option<u32>, body: Vec<u8>) -> Answered {
        let began = Instant::now();
        if let Some(hops) = hops {
            headers.insert(HOPS, hops.into());
        }
        let request = self.client.post(self.url.clone());
        let answer = request.headers(headers).body(body);
        let status = match answer.send().await {
            Ok(answer) => Ok(answer.status().as_u16()),
            Err(error) if error.is_timeout() => Err("it did not answer in time".to_owned()),
            Err(error) if error.is_connect() => Err("it cannot be reached".to_owned()),
            Err(_) => Err("it ended the connection".to_owned()),
        };
        Answered {
            status,
            took: began.elapsed(),
        }
    }
}

/// Without what belongs to the connection that it came by.
fn of_the_message(headers: &HeaderMap) -> HeaderMap {
    let mut kept = headers.clone();
    let named = headers.get_all(header::CONNECTION).into_iter();
    let named: Vec<HeaderName> = named
        .filter_map(|names| names.to_str().ok())
        .flat_map(|names| names.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    let always = [
        header::CONNECTION,
        header::CONTENT_LENGTH,
        header::EXPECT,
        header::HOST,
        header::PROXY_AUTHENTICATE,
        header::PROXY_AUTHORIZATION,
        header::TE,
        header::TRAILER,
        header::TRANSFER_ENCODING,
        header::UPGRADE,
        HOPS,
        HeaderName::from_static("keep-alive"),
        HeaderName::from_static("proxy-connection"),
    ];
    for name in named.iter().chain(&always) {
        kept.remove(name);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_the_connection_stays_behind_and_nothing_else() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("host", "shop.example"),
            ("connection", "keep-alive, x-hop"),
            ("x-hop", "1"),
            ("transfer-encoding", "chunked"),
            ("content-type", "application/json"),
            ("x-callback-token", "a"),
            ("x-callback-token", "b"),
        ] {
            headers.append(name, value.parse().unwrap());
        }
        let kept = of_the_message(&headers);
        assert_eq!(kept.len(), 3, "{kept:?}");
        assert_eq!(kept.get_all("x-callback-token").iter().count(), 2);
        assert!(kept.contains_key("content-type"));
    }

    #[test]
    fn an_application_is_at_https_or_on_this_machine() {
        for url in ["http://127.0.0.1:3000/a?key=b", "https://shop.example/a"] {
            assert_eq!(Application::at(url).unwrap().url.as_str(), url);
        }
        for url in [
            "http://shop.example/a",
            "shop.example",
            "",
            "http://a:b@127.0.0.1/",
        ] {
            assert!(Application::at(url).is_err(), "{url}");
        }
    }
}
