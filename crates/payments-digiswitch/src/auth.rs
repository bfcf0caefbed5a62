//! The signature in the body of every request.

use md5::{Digest, Md5};
use payments_core::{Result, Secret, wire::hex};

use crate::Config;

/// The credentials. The key itself is never sent.
#[derive(Clone, Debug)]
pub(crate) struct Auth {
    pub(crate) username: String,
    api_key: Secret,
}

impl Auth {
    pub(crate) fn new(config: &Config) -> Self {
        Self {
            username: config.username.clone(),
            api_key: config.api_key.clone(),
        }
    }

    /// MD5 of the user name, the key and the operation's subject, as the provider requires. It
    /// covers neither the command nor the product nor the customer, so only TLS protects those.
    pub(crate) fn sign(&self, subject: &str) -> Result<Secret> {
        let digest = Md5::new()
            .chain_update(&self.username)
            .chain_update(self.api_key.expose())
            .chain_update(subject)
            .finalize();
        Secret::new("the signature", hex(&digest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_the_md5_of_user_name_key_and_subject() {
        let auth = Auth::new(&Config::new("user1", "k3y").unwrap());
        for (subject, signature) in [
            ("r1", "6e98ccfde4ac4569ce6ae7c52f9d062c"),
            ("depo", "4aedc1a8ebe2483d9c880c80c2389f5b"),
            ("pricelist", "2a6f4e7766bb57b0077ab88bec411ae7"),
        ] {
            assert_eq!(auth.sign(subject).unwrap().expose(), signature);
        }
    }
}
