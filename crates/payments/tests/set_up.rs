//! What a client is set up with is in `specs/`, whole: what is missing there is named.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

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

/// The sandbox knows no client, and its page shows what to paste: the same.
#[tokio::test]
async fn what_a_sandbox_says_to_paste_is_what_the_clients_take() {
    let sandbox = payments_sandbox::test().await.unwrap();
    let setup = sandbox.control("GET", "setup", &serde_json::Value::Null);
    let setup = setup.unwrap();
    let providers = setup["providers"].as_array().unwrap();
    assert_eq!(providers.len(), Name::ALL.len());
    for provider in providers {
        let name: Name = provider["provider"].as_str().unwrap().parse().unwrap();
        let table = name.settings();
        let path = format!("{}/{name}{}", sandbox.url(), table.sandbox_path);
        assert_eq!(provider["base_url"], path);
        let file = file(name);
        let prefix = format!("{}_", name.as_str().to_uppercase());
        let shown = provider["variables"].as_array().unwrap();
        for setting in table.all.iter().filter(|one| one.sandbox.is_some()) {
            let variable = format!("{prefix}{}", setting.variable.trim_start_matches(&prefix));
            let line = shown.iter().find(|line| line["name"] == variable);
            let line = line.unwrap_or_else(|| panic!("the page does not show {variable}"));
            // Digiswitch signs only where somebody gives it a secret.
            assert_eq!(line["value"].as_str(), setting.sandbox, "{file} {variable}");
        }
    }
}
