// Generated from specs/ by `cargo xtask regen`. Do not edit.

pub(crate) mod callbacks;
pub(crate) mod codes;
pub(crate) mod variables;
