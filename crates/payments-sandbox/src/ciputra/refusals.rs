//! Every refusal of Ciputra. The public page prints none: codes, statuses and texts are invented.

use serde_json::json;

use crate::reply::Reply;

#[derive(Clone, Copy, Debug)]
pub(super) struct Refusal {
    http: u16,
    code: &'static str,
    message: &'static str,
}

const fn refusal(http: u16, code: &'static str, message: &'static str) -> Refusal {
    Refusal {
        http,
        code,
        message,
    }
}

pub(super) const NO_CREDENTIALS: Refusal = refusal(
    401,
    "401",
    "The headers api-key and api-secret are required",
);
pub(super) const NO_TOKEN: Refusal = refusal(401, "401", "Token not provided or unknown");
pub(super) const TOKEN_EXPIRED: Refusal = refusal(401, "401", "Token expired");
pub(super) const NO_SUCH_PATH: Refusal = refusal(404, "404", "Path not found");
pub(super) const TRANSACTION_NOT_FOUND: Refusal = refusal(404, "404", "Transaction not found");
pub(super) const REGISTRATION_NOT_FOUND: Refusal = refusal(404, "404", "Registration not found");
pub(super) const INVALID: Refusal = refusal(422, "422", "Invalid request");
pub(super) const ANOTHER_AMOUNT: Refusal =
    refusal(422, "01", "external_id already exists with another amount");
pub(super) const CLOSED: Refusal = refusal(422, "01", "external_id already exists and is closed");
pub(super) const NOT_CANCELLABLE: Refusal = refusal(
    422,
    "01",
    "The transaction is closed and cannot be cancelled",
);

impl Refusal {
    pub(super) fn reply(self) -> Reply {
        self.saying(self.message)
    }

    /// The same refusal in words for one case.
    pub(super) fn saying(self, message: &str) -> Reply {
        let body = json!({"code": self.code, "status": false, "message": message});
        Reply::json(self.http, body)
    }
}
