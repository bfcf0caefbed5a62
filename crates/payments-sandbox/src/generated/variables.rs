// Generated from specs/*/capabilities.toml by `cargo xtask regen`. Do not edit.

use crate::variables::{Variable, Variables};
/// Every provider, with the variables of its client.
pub(crate) const VARIABLES: &[Variables] = &[
    Variables {
        provider: "ciputra",
        path: "",
        all: &[
            Variable {
                name: "CIPUTRA_API_KEY",
                proves: false,
                sandbox: Some("sandbox"),
                token: None,
            },
            Variable {
                name: "CIPUTRA_API_SECRET",
                proves: false,
                sandbox: Some("sandbox"),
                token: None,
            },
        ],
    },
    Variables {
        provider: "digiswitch",
        path: "/v1/user/api",
        all: &[
            Variable {
                name: "DIGISWITCH_USERNAME",
                proves: false,
                sandbox: Some("sandbox"),
                token: None,
            },
            Variable {
                name: "DIGISWITCH_API_KEY",
                proves: false,
                sandbox: Some("sandbox-key"),
                token: Some("{token}"),
            },
            Variable {
                name: "DIGISWITCH_CALLBACK_SECRETS",
                proves: true,
                sandbox: None,
                token: None,
            },
        ],
    },
    Variables {
        provider: "fazz",
        path: "/api/v4",
        all: &[
            Variable {
                name: "FAZZ_API_KEY",
                proves: false,
                sandbox: Some("test_sandbox"),
                token: Some("test_{token}"),
            },
            Variable {
                name: "FAZZ_SECRET_KEY",
                proves: false,
                sandbox: Some("sandbox"),
                token: None,
            },
            Variable {
                name: "FAZZ_SIGNING_SECRETS",
                proves: true,
                sandbox: Some("sandbox-signing-secret"),
                token: None,
            },
        ],
    },
    Variables {
        provider: "instamoney",
        path: "",
        all: &[
            Variable {
                name: "INSTAMONEY_API_KEY",
                proves: false,
                sandbox: Some("xnd_development_sandbox"),
                token: Some("xnd_development_{token}"),
            },
            Variable {
                name: "INSTAMONEY_CALLBACK_TOKENS",
                proves: true,
                sandbox: Some("sandbox-callback-token"),
                token: None,
            },
        ],
    },
    Variables {
        provider: "rpi",
        path: "",
        all: &[
            Variable {
                name: "RPI_CLIENT_ID",
                proves: false,
                sandbox: Some("sandbox"),
                token: None,
            },
            Variable {
                name: "RPI_CLIENT_SECRET",
                proves: false,
                sandbox: Some("sandbox"),
                token: None,
            },
            Variable {
                name: "RPI_MERCHANT_CODE",
                proves: false,
                sandbox: Some("SHOP01"),
                token: None,
            },
            Variable {
                name: "RPI_CHANNEL_ID",
                proves: false,
                sandbox: Some("WEB"),
                token: None,
            },
        ],
    },
];
