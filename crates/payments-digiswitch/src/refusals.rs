//! How the provider refuses.

use payments_provider::http::Codes;

use crate::{
    codes::{self, Code},
    told::Told,
};

/// How refusals are read.
pub(crate) static CODES: Codes = Codes {
    read: |body| {
        let told = Told::read(body)?;
        told.says_anything().then(|| told.refusal())
    },
    info: |code| Code::from(code).info(),
    http: codes::HTTP,
};
