//! Refusals of Fazz. The codes are from the provider's page on errors; the HTTP status is known
//! only for 005, the others are assumed.

use std::borrow::Cow;

use serde_json::json;

use crate::reply::Reply;

#[derive(Clone, Debug)]
pub(super) struct Refusal {
    http: u16,
    code: &'static str,
    title: &'static str,
    detail: Cow<'static, str>,
}

const fn refusal(
    http: u16,
    code: &'static str,
    title: &'static str,
    detail: &'static str,
) -> Refusal {
    Refusal {
        http,
        code,
        title,
        detail: Cow::Borrowed(detail),
    }
}

pub(super) const ACCESS_DENIED: Refusal =
    refusal(401, "002", "Access denied", "authentication failed");
pub(super) const NOT_FOUND: Refusal = refusal(404, "004", "Record not found", "record not found");
pub(super) const SUFFIX_TOO_LONG: Refusal = refusal(
    400,
    "TXN0007",
    "Suffix no exceeds maximum number limit",
    "suffix_no has at most 8 digits",
);

/// A parameter is wrong. The provider writes the fields in its details in snake_case.
pub(super) fn invalid(detail: impl Into<Cow<'static, str>>) -> Refusal {
    Refusal {
        detail: detail.into(),
        ..refusal(400, "005", "Invalid parameter", "")
    }
}

/// The amount is outside of the method's limits.
pub(super) fn amount(detail: String) -> Refusal {
    Refusal {
        detail: detail.into(),
        ..refusal(400, "TXN0002", "Invalid transaction amount", "")
    }
}

impl Refusal {
    pub(super) fn reply(&self) -> Reply {
        let error = json!({"code": self.code, "title": self.title, "detail": self.detail});
        Reply::json(self.http, json!({"errors": [error]}))
    }
}
