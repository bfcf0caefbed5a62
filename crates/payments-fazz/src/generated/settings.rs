// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_provider::settings::{ClientSettings, Setting};
/// What a client is set up with.
pub static SETTINGS: ClientSettings = ClientSettings {
    live: Some("https://id.xfers.com/api/v4"),
    test: Some("https://sandbox-id.xfers.com/api/v4"),
    test_keys_begin: Some("test_"),
    sandbox_path: "/api/v4",
    callback_headers: &["xfers-signature", "x-xfers-signature"],
    callback_algorithm: Some("sha256"),
    all: &[
        Setting {
            variable: "FAZZ_API_KEY",
            text: "the Fazz API key; one that begins `test_` belongs to the provider's sandbox",
            needed: true,
            secret: true,
            callbacks: false,
            sandbox: Some("test_sandbox"),
            token: Some("test_{token}"),
            second: Some("test_second"),
        },
        Setting {
            variable: "FAZZ_SECRET_KEY",
            text: "the Fazz secret key",
            needed: true,
            secret: true,
            callbacks: false,
            sandbox: Some("sandbox"),
            token: None,
            second: None,
        },
        Setting {
            variable: "FAZZ_BASE_URL",
            text: "another host, such as a sandbox, with the path before `/payments`",
            needed: false,
            secret: false,
            callbacks: false,
            sandbox: None,
            token: None,
            second: None,
        },
        Setting {
            variable: "FAZZ_SIGNING_SECRETS",
            text: "the dashboard's signing secret of callbacks; several, separated by commas",
            needed: false,
            secret: true,
            callbacks: true,
            sandbox: Some("sandbox-signing-secret"),
            token: None,
            second: None,
        },
        Setting {
            variable: "FAZZ_SIGNATURE_HEADERS",
            text: "the headers that may hold the signature of a callback; several, separated by commas",
            needed: false,
            secret: false,
            callbacks: true,
            sandbox: None,
            token: None,
            second: None,
        },
    ],
};
