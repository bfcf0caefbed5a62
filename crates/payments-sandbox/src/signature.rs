//! The digests that providers sign with, in lower-case hexadecimal.

use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::Sha256;

pub(crate) fn md5(text: &str) -> String {
    hex(&Md5::digest(text))
}

pub(crate) fn hmac_sha1(secret: &str, body: &[u8]) -> String {
    // HMAC takes a key of any length: there is no error to hand on.
    Hmac::<Sha1>::new_from_slice(secret.as_bytes()).map_or_else(
        |_| String::new(),
        |mac| hex(&mac.chain_update(body).finalize().into_bytes()),
    )
}

pub(crate) fn hmac_sha256(secret: &str, body: &[u8]) -> String {
    Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_or_else(
        |_| String::new(),
        |mac| hex(&mac.chain_update(body).finalize().into_bytes()),
    )
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_of_known_texts_are_the_known_ones() {
        assert_eq!(md5("user1k3yr1"), "6e98ccfde4ac4569ce6ae7c52f9d062c");
        assert_eq!(md5("user1k3ydepo"), "4aedc1a8ebe2483d9c880c80c2389f5b");
        assert_eq!(md5("user1k3ypricelist"), "2a6f4e7766bb57b0077ab88bec411ae7");
        // RFC 2202 and RFC 4231, test case 2.
        let (key, text) = ("Jefe", "what do ya want for nothing?");
        assert_eq!(
            hmac_sha1(key, text.as_bytes()),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
        );
        assert_eq!(
            hmac_sha256(key, text.as_bytes()),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
