//! What every request carries, written from the providers' documents and not from the clients.

use base64::prelude::{BASE64_STANDARD, Engine};
use payments::Name;
use reqwest::header::HeaderValue;

use crate::{draft::Auth, target::Target};

/// The headers that tell who sends.
pub(crate) fn headers(target: &Target, auth: Auth, token: &str) -> Vec<(&'static str, String)> {
    let basic = |user: &str, password: &str| {
        let pair = BASE64_STANDARD.encode(format!("{user}:{password}"));
        vec![("authorization", format!("Basic {pair}"))]
    };
    let wrong = "nobodys-key-0000";
    match (target.provider, auth) {
        (_, Auth::Absent) => Vec::new(),
        (Name::Instamoney, Auth::Right) => basic(target.key("API_KEY"), ""),
        (Name::Fazz, Auth::Right) => basic(target.key("API_KEY"), target.key("SECRET_KEY")),
        (Name::Instamoney | Name::Fazz, Auth::Wrong) => basic(wrong, ""),
        (Name::Ciputra | Name::Rpi, Auth::Right) if token.is_empty() => Vec::new(),
        (Name::Ciputra | Name::Rpi, Auth::Right) => {
            vec![("authorization", format!("Bearer {token}"))]
        }
        (Name::Ciputra | Name::Rpi, Auth::Wrong) => {
            vec![(
                "authorization",
                "Bearer nobodystoken0000000000000000".to_owned(),
            )]
        }
        // Digiswitch signs in the body.
        _ => Vec::new(),
    }
}

/// The media type of a provider's JSON, where it has one of its own.
pub(crate) fn media_type(provider: Name) -> Option<HeaderValue> {
    match provider {
        Name::Fazz => Some(HeaderValue::from_static("application/vnd.api+json")),
        _ => None,
    }
}
