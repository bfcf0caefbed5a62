//! The provider's refusals.

use payments_core::{Error, Reference};
use payments_provider::http::Codes;

use crate::{
    PROVIDER,
    codes::{self, Code},
    told::Told,
};

/// How refusals are read.
pub(crate) static CODES: Codes = Codes {
    read: |body| {
        let told = Told::read(body).ok()?;
        told.says_anything().then(|| told.refusal())
    },
    info: |code| Code::from(code).info(),
    http: codes::HTTP,
};

/// Adds provider and reference to an error.
pub(crate) fn about(reference: &Reference) -> impl Fn(Error) -> Error {
    move |error| of_provider(error).with_reference(reference)
}

pub(crate) fn of_provider(error: Error) -> Error {
    error.with_provider(PROVIDER)
}
