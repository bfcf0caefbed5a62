//! What the client puts into the body of each request.

use payments_core::{Result, Secret};

use crate::Digiswitch;

pub(crate) fn username(client: &Digiswitch) -> String {
    client.auth.username.clone()
}

pub(crate) fn testing(client: &Digiswitch) -> Option<bool> {
    client.testing
}

pub(crate) fn sign(client: &Digiswitch, subject: &str) -> Result<Secret> {
    client.auth.sign(subject)
}
