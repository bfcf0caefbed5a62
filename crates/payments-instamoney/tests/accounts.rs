//! A sub-account is an account of its own: what it has done, no other one knows.
#![allow(clippy::unwrap_used)]

use payments_core::ProviderClient;
use payments_instamoney::{Config, Instamoney};

fn config() -> Config {
    Config::new("xnd_development_a")
        .unwrap()
        .account("platform")
}

fn account(client: &Instamoney) -> &str {
    client.account().as_str()
}

#[test]
fn each_sub_account_of_a_client_is_an_account_of_its_own() {
    let platform = Instamoney::new(config()).unwrap();
    let one = platform.for_user("one", None).unwrap();
    let two = one.for_user("two", Some("rule")).unwrap();
    assert_eq!(account(&platform), "instamoney/test/platform");
    assert_eq!(account(&one), "instamoney/test/platform+one");
    assert_eq!(account(&two), "instamoney/test/platform+two");
    // However the sub-account is set.
    let configured = Instamoney::new(config().for_user_id("one")).unwrap();
    assert_eq!(account(&configured), account(&one));
}

#[test]
fn an_id_that_could_be_taken_for_another_account_is_refused() {
    let platform = Instamoney::new(config()).unwrap();
    for id in ["", "a+b", "a/b"] {
        assert!(platform.for_user(id, None).is_err(), "{id}");
    }
    assert!(Instamoney::new(config().account("a+b")).is_err());
}

#[test]
fn another_key_is_no_other_account() {
    let rotated = Config::new("xnd_development_b").unwrap();
    let rotated = Instamoney::new(rotated.account("platform")).unwrap();
    let platform = Instamoney::new(config()).unwrap();
    assert_eq!(account(&rotated), account(&platform));
}
