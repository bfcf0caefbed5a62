//! Any bytes as a callback: verified, and read.

use std::sync::Arc;

use http::HeaderMap;
use payments_core::{CallbackError, Callbacks, Received};
use payments_provider::explain::Dictionary;

use super::Input;
use crate::{forged::SECRET, signer::Signer};

/// The receiving side of one provider.
#[derive(Debug)]
pub struct Receiver {
    dictionary: &'static Dictionary,
    client: Arc<dyn Callbacks>,
    signer: Option<Signer>,
}

impl Receiver {
    /// For a client that checks callbacks with [`SECRET`](crate::SECRET), if it can check them.
    #[must_use]
    pub fn new(dictionary: &'static Dictionary, client: Arc<dyn Callbacks>) -> Self {
        Self {
            signer: Signer::of(dictionary.provider.as_str()),
            dictionary,
            client,
        }
    }

    /// Treats an input as a callback: with its head as the proof, without proof, and correctly
    /// signed.
    pub fn callback(&self, bytes: &[u8]) {
        let input = Input::of(bytes);
        let _ = self.dictionary.callback(input.body);
        let Some(signer) = &self.signer else {
            let received = self.received(&HeaderMap::new(), input.body);
            assert!(!matches!(received, Ok(Received::Verified(_))));
            return;
        };
        let right = signer.proof(SECRET.as_bytes(), input.body);
        let mut wrong = right.clone();
        wrong[input.choice() % right.len()] ^= 1;
        for proof in [input.head, &wrong] {
            if let Some(headers) = signer.present(proof)
                && !signer.same(proof, &right)
            {
                self.refused(signer, &headers, input.body);
            }
        }
        self.refused(signer, &HeaderMap::new(), input.body);
        let headers = signer.present(&right).expect("a header carries it");
        let received = self.received(&headers, input.body);
        assert!(
            !matches!(
                received,
                Err(CallbackError::MissingProof | CallbackError::WrongProof)
            ),
            "signed, and refused"
        );
    }

    fn refused(&self, signer: &Signer, headers: &HeaderMap, body: &[u8]) {
        let received = self.received(headers, body);
        let refused = matches!(
            received,
            Err(CallbackError::MissingProof | CallbackError::WrongProof)
        );
        assert!(
            refused || signer.is_within(SECRET, body),
            "taken: {received:?}"
        );
    }

    /// Receives it: the result must be the same each time, from the right provider, and print no
    /// secret.
    fn received(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let received = self.client.receive(headers, body);
        let printed = format!("{received:?}");
        assert!(!printed.contains(SECRET), "a secret prints");
        let again = self.client.receive(headers, body);
        assert_eq!(format!("{again:?}"), printed);
        match &received {
            Ok(Received::Verified(event)) => {
                let event = event.get();
                assert_eq!(event.provider, self.dictionary.provider);
                assert!(!event.key.is_empty());
                let json = serde_json::to_string(event).expect("an event can be written");
                assert!(!json.contains(SECRET), "a secret is kept");
            }
            Ok(Received::Hint(hint)) => assert!(!hint.reference().as_str().is_empty()),
            Ok(_) => {}
            Err(error) => assert!(!error.to_string().contains(SECRET), "an error tells"),
        }
        received
    }
}
