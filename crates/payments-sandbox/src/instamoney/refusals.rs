//! Every refusal of Instamoney: HTTP status, code and text, from the document's tables and the
//! public pages of its twin product.

use serde_json::{Value, json};

use crate::{fields::Problem, reply::Reply};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    http: u16,
    pub(super) code: &'static str,
    message: &'static str,
}

const fn refusal(http: u16, code: &'static str, message: &'static str) -> Refusal {
    Refusal {
        http,
        code,
        message,
    }
}

const VALIDATION: &str = "API_VALIDATION_ERROR";

pub(super) const UNKNOWN_VERSION: Refusal =
    refusal(400, VALIDATION, "API version is not recognized");
pub(super) const UNREADABLE_BODY: Refusal =
    refusal(400, VALIDATION, "The body must be a JSON object or a form");

pub(super) const KEY_UNKNOWN: Refusal = refusal(
    401,
    "INVALID_API_KEY",
    "API key is not authorized for this API service",
);
pub(super) const KEY_UNREADABLE: Refusal =
    refusal(401, "INVALID_API_KEY", "API key format is invalid");

pub(super) const WALLET_UNKNOWN: Refusal = refusal(
    422,
    "EWALLET_TYPE_NOT_SUPPORTED",
    "Your requested ewallet_type is not supported yet",
);
pub(super) const PAYMENT_NOT_FOUND: Refusal =
    refusal(404, "PAYMENT_NOT_FOUND_ERROR", "Payment not found");
pub(super) const CHARGE_NOT_FOUND: Refusal =
    refusal(404, "DATA_NOT_FOUND", "Charge request not found");
// No document says what a path that does not exist is answered.
pub(super) const NO_SUCH_PATH: Refusal =
    refusal(404, "NOT_FOUND", "The requested resource was not found");

// One fact, four codes: each wallet and version has its own.
pub(super) const DUPLICATE_OVO_2019: Refusal = refusal(
    400,
    "DUPLICATE_PAYMENT",
    "There is already payment for the same external ID",
);
pub(super) const DUPLICATE_OVO_2020: Refusal = refusal(
    400,
    "DUPLICATE_PAYMENT_REQUEST_ERROR",
    "There is already a payment request with external_id: ",
);
pub(super) const DUPLICATE_DANA: Refusal = refusal(
    400,
    "DUPLICATE_ERROR",
    "Transaction with this external_id is already exist",
);
// The table's code in both versions; only the 2019 sample shows DANA's code here.
pub(super) const DUPLICATE_LINKAJA: Refusal = refusal(
    400,
    "DUPLICATE_PAYMENT_ERROR",
    "Checkout URL with the same external_id has been created before.",
);
pub(super) const DUPLICATE_CHARGE: Refusal = refusal(
    409,
    "DUPLICATE_ERROR",
    "There is already a charge request with the same reference_id.",
);

pub(super) const NOT_AUTHORIZED: Refusal = refusal(
    400,
    "USER_DID_NOT_AUTHORIZE_THE_PAYMENT",
    "Payment was not authorized",
);
pub(super) const DECLINED: Refusal = refusal(
    400,
    "USER_DECLINED_THE_TRANSACTION",
    "Transaction was declined",
);
pub(super) const PHONE_NOT_REGISTERED: Refusal = refusal(
    400,
    "PHONE_NUMBER_NOT_REGISTERED",
    "Phone number is not registered in the e-wallet provider's system",
);
pub(super) const APP_UNREACHABLE: Refusal = refusal(
    400,
    "EWALLET_APP_UNREACHABLE",
    "Your e-wallet app is not reachable by the provider",
);
// "e-ewallet" is the recorded spelling.
pub(super) const SENDING_TRANSACTION: Refusal = refusal(
    400,
    "SENDING_TRANSACTION_ERROR",
    "Error while sending transaction to the e-ewallet provider",
);
pub(super) const EXTERNAL: Refusal = refusal(
    400,
    "EXTERNAL_ERROR",
    "External error. Please contact our support",
);

pub(super) const UNSUPPORTED_CURRENCY: Refusal = refusal(
    400,
    "UNSUPPORTED_CURRENCY",
    "The payment currency request is not supported for this channel",
);
pub(super) const NO_SUCH_PAYMENT_METHOD: Refusal = refusal(
    400,
    "INVALID_PAYMENT_METHOD_ID",
    "Provided payment_method_id is invalid",
);
pub(super) const CHANNEL_NOT_ACTIVATED: Refusal = refusal(
    403,
    "CHANNEL_NOT_ACTIVATED",
    "Payment request failed because this specific payment channel has not been activated",
);
pub(super) const CHANNEL_UNAVAILABLE: Refusal = refusal(
    503,
    "CHANNEL_UNAVAILABLE",
    "The payment channel requested is currently experiencing unexpected issues",
);
pub(super) const SERVER: Refusal = refusal(500, "SERVER_ERROR", "An unexpected error occured");
// Known for the twin's QR codes; what a void that comes too late is answered is not documented.
pub(super) const NOT_VOIDABLE: Refusal = refusal(
    403,
    "INELIGIBLE_TRANSACTION",
    "Only a succeeded charge can be voided, on the same day before 23:50:00 UTC+7",
);

impl Refusal {
    pub(super) fn reply(self) -> Reply {
        self.saying(self.message)
    }

    /// The text of the code with the reference behind it, as OVO 2020 has it.
    pub(super) fn naming(self, reference: &str) -> Reply {
        self.saying(&format!("{}{reference}", self.message))
    }

    /// The same code with another HTTP status, for a fault that was ordered with one.
    pub(super) fn with_status(self, http: u16) -> Reply {
        Self { http, ..self }.reply()
    }

    fn saying(self, message: &str) -> Reply {
        Reply::json(
            self.http,
            json!({"error_code": self.code, "message": message}),
        )
    }
}

/// What is wrong with a request to `/ewallets`; the status differs by wallet.
pub(super) fn invalid_ewallet(http: u16, problems: &[Problem]) -> Reply {
    let errors = problems.iter().map(|problem| {
        json!({
            "message": problem.message,
            "path": problem.path,
            "type": problem.rule,
        })
    });
    let body = json!({
        "error_code": VALIDATION,
        "message": "There is invalid input in one of the required request fields.",
        "errors": errors.collect::<Value>(),
    });
    Reply::json(http, body)
}

/// What is wrong with a request to `/ewallets/charges`: another shape than its older neighbour's.
pub(super) fn invalid_charge(problems: &[Problem]) -> Reply {
    let errors = problems.iter().map(|problem| {
        json!({
            "path": format!("body.{}", problem.path.join(".")),
            "message": problem.message,
        })
    });
    let plural = if problems.len() == 1 {
        "error"
    } else {
        "errors"
    };
    let body = json!({
        "error_code": VALIDATION,
        "message": format!("Failed to validate the request, {} {plural} occurred.", problems.len()),
        "errors": errors.collect::<Value>(),
    });
    Reply::json(400, body)
}
