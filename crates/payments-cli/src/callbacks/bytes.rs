//! Bytes in JSON: as text if they are text, otherwise in base64.

use base64::{DecodeError, Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};

/// Any bytes, of which most are text.
#[derive(Clone, Deserialize, Serialize)]
#[serde(try_from = "Written", into = "Written")]
pub(super) struct Bytes(Vec<u8>);

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Other { base64: String },
}

impl Bytes {
    pub(super) fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<Bytes> for Written {
    fn from(Bytes(bytes): Bytes) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::Text(text),
            Err(error) => Self::Other {
                base64: STANDARD.encode(error.as_bytes()),
            },
        }
    }
}

impl TryFrom<Written> for Bytes {
    type Error = DecodeError;

    fn try_from(written: Written) -> Result<Self, DecodeError> {
        Ok(Self(match written {
            Written::Text(text) => text.into_bytes(),
            Written::Other { base64 } => STANDARD.decode(base64)?,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_come_back_as_they_were() {
        for bytes in [
            &b""[..],
            b"{\"a\": 1}",
            "Rp\u{a0}\u{2028}\n".as_bytes(),
            b"\xff\x00{\"",
        ] {
            let written = serde_json::to_string(&Bytes::from(bytes)).unwrap();
            let read: Bytes = serde_json::from_str(&written).unwrap();
            assert_eq!(read.as_slice(), bytes, "{written}");
        }
    }
}
