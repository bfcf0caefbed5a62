// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use payments_provider::settings::{ClientSettings, Setting};
/// What a client is set up with.
pub static SETTINGS: ClientSettings = ClientSettings {
    live: None,
    test: None,
    test_keys_begin: None,
    sandbox_path: "",
    callback_headers: &[],
    callback_algorithm: None,
    all: &[
        Setting {
            variable: "CIPUTRA_BASE_URL",
            text: "the host that Ciputra Life names",
            needed: true,
            secret: false,
            callbacks: false,
            sandbox: None,
            token: None,
            second: None,
        },
        Setting {
            variable: "CIPUTRA_API_KEY",
            text: "the Ciputra API key",
            needed: true,
            secret: true,
            callbacks: false,
            sandbox: Some("sandbox"),
            token: None,
            second: Some("second"),
        },
        Setting {
            variable: "CIPUTRA_API_SECRET",
            text: "the Ciputra API secret",
            needed: true,
            secret: true,
            callbacks: false,
            sandbox: Some("sandbox"),
            token: None,
            second: None,
        },
        Setting {
            variable: "CIPUTRA_RETURN_URL",
            text: "the member with the page that the customer comes back to: `redirect_url`, `back_url` or `both`",
            needed: false,
            secret: false,
            callbacks: false,
            sandbox: None,
            token: None,
            second: None,
        },
        Setting {
            variable: "CIPUTRA_BODY_FORMAT",
            text: "how bodies are written: JSON, or a form with nested members in brackets (`json` or `form`)",
            needed: false,
            secret: false,
            callbacks: false,
            sandbox: None,
            token: None,
            second: None,
        },
    ],
};
