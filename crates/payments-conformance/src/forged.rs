//! Forged callbacks: a signed callback with any change must be refused.

use std::sync::Arc;

use fastrand::Rng;
use http::HeaderMap;
use payments_core::{CallbackError, Callbacks, Received, Result};
use serde_json::Value;

use crate::{
    edits::{flips, insertions, rewritten, tampered, truncations},
    examples,
    signer::{Signer, TOKEN_MEMBER},
};

/// The shared secret of these tests.
pub const SECRET: &str = "4LQGJb8W-shared+secret/of=a.dashboard_7";

/// The minimum number of forgeries.
pub const FORGERIES: usize = 100_000;

/// Makes a client that accepts one secret; the settings may refuse the secret.
pub type WithSecret<'a> = &'a dyn Fn(&str) -> Result<Arc<dyn Callbacks>>;

/// Changes every printed callback of a provider that proves its callbacks, its proof and its
/// secret, in at least [`FORGERIES`] ways. None may be accepted, and none may be parsed before its
/// proof is found wrong. Returns how many were tried.
///
/// The provider decides what a proof covers. A signature covers the body, so the body is changed
/// too. A shared token does not, so only the token is changed, in the header and in the body.
pub fn no_forged_callback_is_taken(provider: &str, client: WithSecret<'_>) -> usize {
    let signer = Signer::of(provider).expect("it proves its callbacks");
    let mut forger = Forger {
        client: client(SECRET).unwrap(),
        signer,
        tried: 0,
    };
    let genuine: Vec<_> = genuine(provider);
    for body in &genuine {
        forger.is_genuine(body);
        forger.changed_proofs(body);
        forger.wrong_secrets(body);
        if forger.signer.covers_the_body() {
            forger.changed_bodies(body);
        } else {
            forger.tokens_in_the_body(body);
        }
    }
    if forger.signer.covers_the_body() {
        forger.swapped_proofs(&genuine);
    }
    other_clients(&mut forger, client, &genuine);
    forger.any_others(&genuine);
    for body in &genuine {
        forger.is_genuine(body);
    }
    forger.tried
}

/// The bodies of the printed callbacks.
pub(crate) fn genuine(provider: &str) -> Vec<Vec<u8>> {
    examples(provider)
        .into_iter()
        .filter(|example| example.decodes.starts_with("callback"))
        .map(|example| example.bytes())
        .collect()
}

struct Forger {
    client: Arc<dyn Callbacks>,
    signer: Signer,
    tried: usize,
}

impl Forger {
    /// Checks that the genuine callback is accepted; otherwise the other checks would prove
    /// nothing.
    fn is_genuine(&self, body: &[u8]) {
        let proof = self.signer.proof(SECRET.as_bytes(), body);
        let taken = self
            .client
            .receive(&self.signer.present(&proof).unwrap(), body);
        assert!(matches!(taken, Ok(Received::Verified(_))), "{taken:?}");
    }

    fn refused(&mut self, headers: &HeaderMap, body: &[u8]) {
        self.tried += 1;
        refuses(&*self.client, headers, body);
    }

    /// Presents a proof, unless it is correct or cannot be a header value.
    fn presented(&mut self, proof: &[u8], body: &[u8]) {
        let right = self.signer.proof(SECRET.as_bytes(), body);
        if !self.signer.same(proof, &right)
            && let Some(headers) = self.signer.present(proof)
        {
            self.refused(&headers, body);
        }
    }

    fn changed_proofs(&mut self, body: &[u8]) {
        let secret = SECRET.as_bytes();
        let right = self.signer.proof(secret, body);
        for proof in flips(&right)
            .chain(truncations(&right))
            .chain(insertions(&right))
            .chain(rewritten(&right))
            .chain(self.signer.near_misses(secret, body))
        {
            self.presented(&proof, body);
        }
        self.refused(&HeaderMap::new(), body);
        // In another header it is not a proof.
        let mut headers = self.signer.present(&right).unwrap();
        let value = headers.remove(&self.signer.header).unwrap();
        let others = ["authorization", "x-signature", "signature", "cookie"];
        for name in others
            .into_iter()
            .filter(|name| self.signer.header != *name)
        {
            headers.insert(name, value.clone());
        }
        self.refused(&headers, body);
        // Two wrong proofs are wrong too.
        let halves = right.split_at(right.len() / 2);
        for (first, second) in [(halves.0, halves.1), (b"".as_slice(), halves.0)] {
            let mut headers = self.signer.present(first).unwrap();
            let second = second.try_into().unwrap();
            headers.append(self.signer.header.clone(), second);
            self.refused(&headers, body);
        }
    }

    /// A forger with nearly the right secret.
    fn wrong_secrets(&mut self, body: &[u8]) {
        let secret = SECRET.as_bytes();
        for wrong in flips(secret)
            .chain(truncations(secret))
            .chain(insertions(secret))
        {
            if !self.signer.same_secret(&wrong, secret) {
                let proof = self.signer.proof(&wrong, body);
                self.presented(&proof, body);
            }
        }
    }

    fn changed_bodies(&mut self, body: &[u8]) {
        let proof = self.signer.proof(SECRET.as_bytes(), body);
        let headers = self.signer.present(&proof).unwrap();
        for changed in flips(body)
            .chain(truncations(body))
            .chain(insertions(body))
            .chain(rewritten(body))
            .filter(|changed| changed != body)
        {
            self.refused(&headers, &changed);
        }
    }

    /// The proof of one message does not prove another.
    fn swapped_proofs(&mut self, genuine: &[Vec<u8>]) {
        for of in genuine {
            let proof = self.signer.proof(SECRET.as_bytes(), of);
            for body in genuine.iter().filter(|body| *body != of) {
                self.presented(&proof, body);
            }
        }
    }

    /// Wrong tokens in the body, alone and beside a wrong header.
    fn tokens_in_the_body(&mut self, body: &[u8]) {
        let mut json: Value = serde_json::from_slice(body).unwrap();
        if json.get(TOKEN_MEMBER).is_none() {
            return;
        }
        json[TOKEN_MEMBER] = SECRET.into();
        let right = json.to_string().into_bytes();
        let taken = self.client.receive(&HeaderMap::new(), &right);
        assert!(matches!(taken, Ok(Received::Verified(_))), "{taken:?}");
        for wrong in flips(SECRET.as_bytes())
            .chain(truncations(SECRET.as_bytes()))
            .chain(insertions(SECRET.as_bytes()))
        {
            // As text, and as bytes that are not text.
            let at = place(&right, SECRET.as_bytes());
            let raw = [&right[..at], &wrong, &right[at + SECRET.len()..]].concat();
            self.refused(&HeaderMap::new(), &raw);
            json[TOKEN_MEMBER] = String::from_utf8_lossy(&wrong).into();
            let text = json.to_string().into_bytes();
            self.refused(&HeaderMap::new(), &text);
            self.presented(&wrong, &text);
        }
        for odd in [Value::Null, true.into(), vec![SECRET].into(), 0.into()] {
            json[TOKEN_MEMBER] = odd;
            self.refused(&HeaderMap::new(), json.to_string().as_bytes());
        }
    }

    /// Random changes, until there are enough.
    fn any_others(&mut self, genuine: &[Vec<u8>]) {
        let mut chance = Rng::with_seed(0x7061_796d);
        while self.tried < FORGERIES {
            let body = &genuine[chance.usize(..genuine.len())];
            let proof = self.signer.proof(SECRET.as_bytes(), body);
            let covered = self.signer.covers_the_body();
            let changed = match covered && chance.bool() {
                true => tampered(body, &mut chance),
                false => body.clone(),
            };
            // The right proof of another body, or a wrong proof.
            let presented = match changed != *body && chance.bool() {
                true => proof,
                false => tampered(&proof, &mut chance),
            };
            self.presented(&presented, &changed);
        }
    }
}

fn refuses(client: &dyn Callbacks, headers: &HeaderMap, body: &[u8]) {
    let taken = client.receive(headers, body);
    let refused = matches!(
        taken,
        Err(CallbackError::MissingProof | CallbackError::WrongProof)
    );
    let text = String::from_utf8_lossy(body);
    assert!(refused, "{taken:?}, with {headers:?} and {text}");
}

/// Clients whose secret differs by one bit, or that have none.
fn other_clients(forger: &mut Forger, client: WithSecret<'_>, genuine: &[Vec<u8>]) {
    for none in ["", " ", "\n", "\0"] {
        assert!(client(none).is_err(), "a secret of {none:?} is configured");
    }
    for secret in flips(SECRET.as_bytes()) {
        // The bytes are not text, or the settings refuse them as a secret.
        let Ok(Ok(other)) = String::from_utf8(secret).map(|secret| client(&secret)) else {
            continue;
        };
        for body in genuine {
            let proof = forger.signer.proof(SECRET.as_bytes(), body);
            let headers = forger.signer.present(&proof).unwrap();
            forger.tried += 1;
            refuses(&*other, &headers, body);
        }
    }
}

fn place(bytes: &[u8], part: &[u8]) -> usize {
    let place = bytes.windows(part.len()).position(|at| at == part);
    place.expect("it is in there")
}
