//! A client of each provider, and a callback of 1 KiB that it takes.

use std::sync::Arc;

use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, HeaderName, HeaderValue};
use payments_core::{Callbacks, wire::hex};
use sha1::Sha1;
use sha2::Sha256;

use crate::{
    Result,
    fixture::{example, filled},
};

const SECRET: &str = "0123456789abcdef0123456789abcdef";
const ANOTHER: &str = "another";

/// A provider's client, and a callback of that provider.
pub struct Case {
    pub what: &'static str,
    pub callbacks: Arc<dyn Callbacks>,
    pub headers: HeaderMap,
    /// The same, by somebody else; none where nothing proves the sender.
    pub forged: Option<HeaderMap>,
    /// What the refusal of the forged one allocates, and why.
    pub note: Option<&'static str>,
    pub body: Vec<u8>,
}

impl Case {
    fn new(what: &'static str, callbacks: impl Callbacks + 'static, body: Vec<u8>) -> Self {
        Self {
            what,
            callbacks: Arc::new(callbacks),
            headers: HeaderMap::new(),
            forged: None,
            note: None,
            body,
        }
    }

    /// With the header that proves who sent it, and with the one that somebody else would send.
    fn proved(
        self,
        name: &'static str,
        proof: impl Fn(&str, &[u8]) -> Result<String>,
    ) -> Result<Self> {
        let with = |secret| -> Result<HeaderMap> {
            let value = HeaderValue::try_from(proof(secret, &self.body)?)?;
            Ok(HeaderMap::from_iter([(
                HeaderName::from_static(name),
                value,
            )]))
        };
        Ok(Self {
            headers: with(SECRET)?,
            forged: Some(with(ANOTHER)?),
            ..self
        })
    }

    fn note(self, note: &'static str) -> Self {
        Self {
            note: Some(note),
            ..self
        }
    }
}

pub fn all() -> Result<Vec<Case>> {
    let ciputra = payments_ciputra::Config::new("https://ciputra.example", "key", "secret")?;
    let fazz = payments_fazz::Config::new("test_key", "secret")?.signing_secrets([SECRET])?;
    let digiswitch = payments_digiswitch::Config::new("user", "key")?.callback_secrets([SECRET])?;
    let instamoney = payments_instamoney::Config::new("key")?.callback_tokens([SECRET])?;
    let rpi = payments_rpi::Config::new("id", "secret", "SHOP01", "channel")?;
    Ok(vec![
        Case::new(
            "Ciputra, a hint",
            payments_ciputra::Ciputra::new(ciputra)?,
            filled(
                example!("ciputra/examples/other_callback_enveloped.json"),
                "/data/description/text_1",
            ),
        ),
        Case::new(
            "Digiswitch, HMAC-SHA1",
            payments_digiswitch::Digiswitch::new(digiswitch)?,
            filled(
                example!("digiswitch/examples/other_callback_paid.json"),
                "/data/message",
            ),
        )
        .proved("x-hub-signature", signature::<Hmac<Sha1>>)?,
        Case::new(
            "Fazz, HMAC-SHA256",
            payments_fazz::Fazz::new(fazz)?,
            filled(
                example!("fazz/examples/callback_paid.json"),
                "/data/attributes/description",
            ),
        )
        .proved("xfers-signature", signature::<Hmac<Sha256>>)?,
        Case::new(
            "Instamoney, shared token",
            payments_instamoney::Instamoney::new(instamoney)?,
            filled(
                example!("instamoney/examples/other_charge_callback_captured.json"),
                "/data/actions/qr_checkout_string",
            ),
        )
        .proved("x-callback-token", |token, _| Ok(token.to_owned()))?
        .note("serde_json's stack of brackets: a token that is wrong in the header may be in the body"),
        Case::new(
            "RPI, a hint",
            payments_rpi::Rpi::new(rpi)?,
            filled(
                example!("rpi/examples/other_callback_charge_paid.json"),
                "/message",
            ),
        ),
    ])
}

fn signature<M: Mac + KeyInit>(secret: &str, body: &[u8]) -> Result<String> {
    let mut mac = <M as KeyInit>::new_from_slice(secret.as_bytes())?;
    mac.update(body);
    Ok(hex(&mac.finalize().into_bytes()))
}
