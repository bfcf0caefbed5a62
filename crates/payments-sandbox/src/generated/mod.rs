// Generated from specs/*/callbacks.toml by `cargo xtask regen`. Do not edit.

pub(crate) mod callbacks;
