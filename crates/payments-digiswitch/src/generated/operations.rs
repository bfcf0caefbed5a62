// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

