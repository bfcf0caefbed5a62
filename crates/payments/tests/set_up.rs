//! What a client is set up with is in `specs/`, whole: what is missing there is named.

#![allow(clippy::panic)]

use payments::{Environment, Name, Settings, capabilities::CallbackProof};

/// Nobody answers there.
const SANDBOX: &str = "http://127.0.0.1:1";

fn file(name: Name) -> String {
    format!("specs/{name}/capabilities.toml")
}

#[test]
fn every_provider_can_be_set_up_for_a_sandbox() {
    for &name in Name::ALL {
        let client = name.client(&Settings::sandbox(SANDBOX));
        let client = client.unwrap_or_else(|error| {
            let file = file(name);
            panic!("{error}: a [[setting]] of {file} lacks what a sandbox takes")
        });
        let environment = client.callbacks.account().environment();
        assert_eq!(environment, Environment::Sandbox, "{name}");
    }
}

#[test]
fn every_provider_has_another_account_in_a_sandbox() {
    for &name in Name::ALL {
        let all = name.settings().all;
        let others = all.iter().filter(|setting| setting.second.is_some());
        let file = file(name);
        assert!(
            others.count() > 0,
            "no [[setting]] of {file} has a `second`"
        );
    }
}

#[test]
fn what_proves_a_callback_can_be_set() {
    for &name in Name::ALL {
        let settings = name.settings();
        let can_prove = name.capabilities().callback_proof != CallbackProof::None;
        let mut secrets = settings
            .all
            .iter()
            .filter(|one| one.callbacks && one.secret);
        let file = file(name);
        assert!(
            !can_prove || secrets.next().is_some(),
            "{file}: its callbacks prove their sender, and no secret is a [[setting]]"
        );
        assert!(
            !can_prove || !settings.callback_headers.is_empty(),
            "{file}: its callbacks prove their sender in no header"
        );
    }
}
