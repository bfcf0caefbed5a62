// Generated from specs/ by `cargo xtask regen`. Do not edit.

pub(crate) mod facts;
