//! The answer to a request, as stored in a scene.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::reply::Sent;

/// What a request was answered, short enough to stand in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answered {
    /// None: the connection was reset.
    pub(super) status: Option<u16>,
    /// Of headers and body.
    pub(super) digest: String,
}

impl Answered {
    pub(super) fn of(sent: Option<&Sent>) -> Self {
        let mut hash = Sha256::new();
        if let Some(sent) = sent {
            hash.update(sent.kind);
            for (name, value) in &sent.headers {
                hash.update(format!("\n{name}:{value}"));
            }
            hash.update(b"\n\n");
            hash.update(&sent.body);
        }
        let digest = hash.finalize();
        let digest = digest.iter().take(12);
        Self {
            status: sent.map(|sent| sent.status),
            digest: digest.map(|byte| format!("{byte:02x}")).collect(),
        }
    }
}

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.status {
            Some(status) => write!(f, "HTTP {status} ({})", self.digest),
            None => f.write_str("by a reset"),
        }
    }
}
