//! Signs callbacks as the provider's document says, with another implementation than the clients':
//! a mistake in shared code would hide itself.

use std::fs;

use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE, Engine};
use http::{HeaderMap, HeaderName, HeaderValue};
use payments_core::wire::hex;
use payments_provider::read::{self, Tree};
use ring::{digest, hmac};

use crate::folder;

/// The member that holds the token, if it is in the body.
pub(crate) const TOKEN_MEMBER: &str = "callback_authentication_token";

/// Makes the proofs of one provider.
#[derive(Clone, Debug)]
pub struct Signer {
    /// The header for the proof.
    pub header: HeaderName,
    scheme: Scheme,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Scheme {
    /// The hexadecimal digest of the body, after an optional prefix.
    Hmac(hmac::Algorithm, &'static str),
    /// The secret itself.
    Token,
}

impl Scheme {
    /// By the words of `capabilities.toml`.
    fn named(proof: &str, algorithm: Option<&str>) -> Option<Self> {
        let algorithm = match (proof, algorithm) {
            ("shared_token", None) => return Some(Self::Token),
            ("signs_body", Some("hmac_sha1")) => {
                return Some(Self::Hmac(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, "sha1="));
            }
            ("signs_body", Some("hmac_sha256")) => hmac::HMAC_SHA256,
            ("signs_body", Some("hmac_sha512")) => hmac::HMAC_SHA512,
            _ => return None,
        };
        Some(Self::Hmac(algorithm, ""))
    }
}

impl Signer {
    /// The signer of a provider; `None` if its callbacks prove nothing.
    #[must_use]
    pub fn of(provider: &str) -> Option<Self> {
        let (header, scheme) = match provider {
            "fazz" => ("xfers-signature", Scheme::Hmac(hmac::HMAC_SHA256, "")),
            "digiswitch" => (
                "x-hub-signature",
                Scheme::Hmac(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, "sha1="),
            ),
            "instamoney" => ("x-callback-token", Scheme::Token),
            _ => return Self::as_stated(provider),
        };
        let header = HeaderName::from_static(header);
        Some(Self { header, scheme })
    }

    /// As `specs/` says it, for a provider whose document nobody has read a second time for the
    /// table above.
    fn as_stated(provider: &str) -> Option<Self> {
        let text = fs::read_to_string(folder(provider).join("capabilities.toml")).ok()?;
        let capabilities: toml::Table = text.parse().expect("it was generated from");
        let callbacks = &capabilities["callbacks"];
        let text = |key: &str| callbacks.get(key).and_then(toml::Value::as_str);
        let scheme = Scheme::named(text("proof")?, text("algorithm"))?;
        let header = callbacks.get("headers")?.as_array()?.first()?.as_str()?;
        let header = header.parse().expect("it is the name of a header");
        Some(Self { header, scheme })
    }

    /// Whether the proof covers the body. A shared token does not: whoever has seen it can send any
    /// body.
    #[must_use]
    pub fn covers_the_body(&self) -> bool {
        self.scheme != Scheme::Token
    }

    /// The proof of a body.
    #[must_use]
    pub fn proof(&self, secret: &[u8], body: &[u8]) -> Vec<u8> {
        match self.scheme {
            Scheme::Hmac(algorithm, word) => {
                format!("{word}{}", keyed(algorithm, secret, body)).into_bytes()
            }
            Scheme::Token => secret.to_vec(),
        }
    }

    /// Headers that present a proof; `None` if no header can carry it.
    #[must_use]
    pub fn present(&self, proof: &[u8]) -> Option<HeaderMap> {
        let value = HeaderValue::from_bytes(proof).ok()?;
        Some(HeaderMap::from_iter([(self.header.clone(), value)]))
    }

    /// Whether two proofs are equivalent: the case of hexadecimal digits and of the algorithm's
    /// name does not matter, and one correct signature of a list is enough.
    pub(crate) fn same(&self, one: &[u8], other: &[u8]) -> bool {
        match self.scheme {
            Scheme::Hmac(_, word) => {
                let digits = |proof: &[u8]| {
                    let proof = proof.to_ascii_lowercase();
                    let rest = proof.strip_prefix(word.as_bytes());
                    rest.map(<[u8]>::to_vec).unwrap_or(proof)
                };
                let mut list = one.split(|byte| *byte == b',');
                list.any(|one| digits(one.trim_ascii_start()) == digits(other))
            }
            Scheme::Token => one == other,
        }
    }

    /// Whether two secrets make the same proofs: HMAC pads a key with zeros.
    pub(crate) fn same_secret(&self, one: &[u8], other: &[u8]) -> bool {
        let key = |secret: &[u8]| {
            let end = secret.iter().rposition(|byte| *byte != 0);
            secret[..end.map_or(0, |last| last + 1)].to_vec()
        };
        match self.scheme {
            Scheme::Hmac(..) => key(one) == key(other),
            Scheme::Token => one == other,
        }
    }

    /// Whether the body itself contains the secret as its proof.
    pub(crate) fn is_within(&self, secret: &str, body: &[u8]) -> bool {
        let text = read::text(body);
        let tree = Tree::parse(&text).ok();
        let token = tree
            .as_ref()
            .and_then(|tree| tree.mark(&[TOKEN_MEMBER]).text());
        self.scheme == Scheme::Token && token == Some(secret)
    }

    /// Near misses of the proof: other algorithms, other keys, other encodings of the right digest.
    pub(crate) fn near_misses(&self, secret: &[u8], body: &[u8]) -> Vec<Vec<u8>> {
        let mut near = vec![Vec::new(), b"sha1=".to_vec(), b"null".to_vec()];
        for algorithm in [
            hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
            hmac::HMAC_SHA256,
            hmac::HMAC_SHA384,
            hmac::HMAC_SHA512,
        ] {
            for (key, text) in [(secret, body), (body, secret), (b"", body), (secret, b"")] {
                near.push(keyed(algorithm, key, text).into_bytes());
            }
            let code = hmac::sign(&hmac::Key::new(algorithm, secret), body);
            let bytes = code.as_ref();
            near.push(bytes.to_vec());
            near.push(BASE64_STANDARD.encode(bytes).into_bytes());
            near.push(BASE64_STANDARD_NO_PAD.encode(bytes).into_bytes());
            near.push(BASE64_URL_SAFE.encode(bytes).into_bytes());
            near.push(BASE64_STANDARD.encode(hex(bytes)).into_bytes());
            near.push(hex(hex(bytes).as_bytes()).into_bytes());
            let backwards: Vec<u8> = bytes.iter().rev().copied().collect();
            near.push(hex(&backwards).into_bytes());
            near.push(format!("{bytes:02x?}").into_bytes());
        }
        for algorithm in [
            &digest::SHA1_FOR_LEGACY_USE_ONLY,
            &digest::SHA256,
            &digest::SHA384,
            &digest::SHA512,
        ] {
            for text in [
                body.to_vec(),
                [secret, body].concat(),
                [body, secret].concat(),
            ] {
                near.push(hex(digest::digest(algorithm, &text).as_ref()).into_bytes());
            }
        }
        near
    }
}

fn keyed(algorithm: hmac::Algorithm, key: &[u8], text: &[u8]) -> String {
    hex(hmac::sign(&hmac::Key::new(algorithm, key), text).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signers_make_what_the_standards_print() {
        // RFC 4231 and RFC 2202, test case 2.
        let text = b"what do ya want for nothing?";
        let proof = |provider| {
            let signer = Signer::of(provider).unwrap();
            String::from_utf8(signer.proof(b"Jefe", text)).unwrap()
        };
        assert_eq!(
            proof("fazz"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(
            proof("digiswitch"),
            "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
        );
        assert_eq!(proof("instamoney"), "Jefe");
        let stated = Signer {
            header: HeaderName::from_static("x-signature"),
            scheme: Scheme::named("signs_body", Some("hmac_sha512")).unwrap(),
        };
        let proof = String::from_utf8(stated.proof(b"Jefe", text)).unwrap();
        assert_eq!(
            proof,
            "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554\
             9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"
        );
    }
}
