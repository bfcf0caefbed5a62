// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use payments_provider::read::{Holds, Member, Received, Shape, Weight};
use super::types;
const BILL_AMOUNT_UPDATED: &Shape = &Shape::new(
    "BillAmountUpdated",
    &[
        Member::new("Error", Holds::Text, Weight::Decides),
        Member::new("ErrorCode", Holds::Text, Weight::Decides),
        Member::new("amount", Holds::Amount, Weight::Decides),
        Member::new("code", Holds::Any, Weight::Optional),
        Member::new("currency", Holds::Text, Weight::Decides),
        Member::new("customerId", Holds::Text, Weight::Decides),
        Member::new("date", Holds::Text, Weight::Decides),
        Member::new("errors", Holds::Any, Weight::Optional),
        Member::new("merchantCode", Holds::Text, Weight::Decides),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("referenceNumber", Holds::Text, Weight::Optional),
        Member::new("responseTime", Holds::Text, Weight::Optional),
        Member::new("rpiCode", Holds::Text, Weight::Decides),
        Member::new("transactionId", Holds::Text, Weight::Decides),
    ],
);
impl Received for types::BillAmountUpdated {
    const SHAPE: &'static Shape = BILL_AMOUNT_UPDATED;
}
const CHARGE_CALLBACK: &Shape = &Shape::new(
    "ChargeCallback",
    &[
        Member::new("code", Holds::Any, Weight::Optional),
        Member::new("customerId", Holds::Text, Weight::Optional),
        Member::new("details", Holds::Object(CHARGE_DETAILS), Weight::Required),
        Member::new("merchantCode", Holds::Text, Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("referenceNumber", Holds::Text, Weight::Optional),
        Member::new("responseTime", Holds::Text, Weight::Optional),
        Member::new("transactionId", Holds::Text, Weight::Decides),
    ],
);
impl Received for types::ChargeCallback {
    const SHAPE: &'static Shape = CHARGE_CALLBACK;
}
const CHARGE_DETAILS: &Shape = &Shape::new(
    "ChargeDetails",
    &[
        Member::new("amount", Holds::Amount, Weight::Decides),
        Member::new("chargeDate", Holds::Text, Weight::Optional),
        Member::new("currency", Holds::Text, Weight::Decides),
        Member::new(
            "errors",
            Holds::List(&Holds::Object(ERROR_ENTRY)),
            Weight::Optional,
        ),
        Member::new("rpiCode", Holds::Text, Weight::Decides),
        Member::new("status", Holds::Integer, Weight::Required),
        Member::new("transactionId", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::ChargeDetails {
    const SHAPE: &'static Shape = CHARGE_DETAILS;
}
const ERROR: &Shape = &Shape::new(
    "Error",
    &[
        Member::new("Error", Holds::Text, Weight::Optional),
        Member::new("ErrorCode", Holds::Text, Weight::Decides),
        Member::new("code", Holds::Any, Weight::Optional),
        Member::new(
            "errors",
            Holds::List(&Holds::Object(ERROR_ENTRY)),
            Weight::Optional,
        ),
        Member::new("merchantCode", Holds::Text, Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("referenceNumber", Holds::Text, Weight::Optional),
        Member::new("responseTime", Holds::Text, Weight::Optional),
        Member::new("transactionId", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::Error {
    const SHAPE: &'static Shape = ERROR;
}
const ERROR_ENTRY: &Shape = &Shape::new(
    "ErrorEntry",
    &[
        Member::new("code", Holds::Text, Weight::Decides),
        Member::new("details", Holds::Any, Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::ErrorEntry {
    const SHAPE: &'static Shape = ERROR_ENTRY;
}
const INSTRUCTION: &Shape = &Shape::new(
    "Instruction",
    &[
        Member::new(
            "additionalInfo",
            Holds::List(&Holds::Object(INSTRUCTION_INFO)),
            Weight::Optional,
        ),
        Member::new("amount", Holds::Amount, Weight::Optional),
        Member::new("bankCode", Holds::Text, Weight::Optional),
        Member::new("currency", Holds::Text, Weight::Optional),
        Member::new("customerId", Holds::Text, Weight::Decides),
        Member::new("maxBillAmount", Holds::Amount, Weight::Optional),
        Member::new("nextChargeDate", Holds::Text, Weight::Optional),
        Member::new("notificationConfig", Holds::List(&Holds::Any), Weight::Optional),
        Member::new("notificationRequired", Holds::Text, Weight::Optional),
        Member::new("phoneNumber", Holds::Text, Weight::Optional),
        Member::new(
            "productDetails",
            Holds::List(&Holds::Object(INSTRUCTION_PRODUCT)),
            Weight::Optional,
        ),
        Member::new("rpiCode", Holds::Text, Weight::Decides),
        Member::new("schedule", Holds::Object(INSTRUCTION_SCHEDULE), Weight::Optional),
        Member::new("startDate", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Text, Weight::Decides),
        Member::new("subscriptionType", Holds::Integer, Weight::Optional),
        Member::new("transactionId", Holds::Text, Weight::Decides),
    ],
);
impl Received for types::Instruction {
    const SHAPE: &'static Shape = INSTRUCTION;
}
const INSTRUCTION_CREATED: &Shape = &Shape::new(
    "InstructionCreated",
    &[
        Member::new("Error", Holds::Text, Weight::Decides),
        Member::new("ErrorCode", Holds::Text, Weight::Decides),
        Member::new("code", Holds::Any, Weight::Optional),
        Member::new("customerId", Holds::Text, Weight::Optional),
        Member::new("errors", Holds::Any, Weight::Optional),
        Member::new("merchantCode", Holds::Text, Weight::Decides),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("referenceNumber", Holds::Text, Weight::Optional),
        Member::new("responseTime", Holds::Text, Weight::Optional),
        Member::new("rpiCode", Holds::Text, Weight::Optional),
        Member::new("transactionId", Holds::Text, Weight::Decides),
        Member::new("url", Holds::Text, Weight::Optional),
        Member::new("webview", Holds::Any, Weight::Optional),
    ],
);
impl Received for types::InstructionCreated {
    const SHAPE: &'static Shape = INSTRUCTION_CREATED;
}
const INSTRUCTION_INFO: &Shape = &Shape::new(
    "InstructionInfo",
    &[
        Member::new("display", Holds::Text, Weight::Optional),
        Member::new("key", Holds::Text, Weight::Optional),
        Member::new("value", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::InstructionInfo {
    const SHAPE: &'static Shape = INSTRUCTION_INFO;
}
const INSTRUCTION_PRODUCT: &Shape = &Shape::new(
    "InstructionProduct",
    &[
        Member::new("code", Holds::Text, Weight::Optional),
        Member::new("name", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::InstructionProduct {
    const SHAPE: &'static Shape = INSTRUCTION_PRODUCT;
}
const INSTRUCTION_SCHEDULE: &Shape = &Shape::new(
    "InstructionSchedule",
    &[
        Member::new("interval", Holds::Integer, Weight::Optional),
        Member::new("intervalUnit", Holds::Text, Weight::Optional),
        Member::new("numberOfOccurrences", Holds::Integer, Weight::Optional),
    ],
);
impl Received for types::InstructionSchedule {
    const SHAPE: &'static Shape = INSTRUCTION_SCHEDULE;
}
const INSTRUCTION_STATE: &Shape = &Shape::new(
    "InstructionState",
    &[
        Member::new("Error", Holds::Text, Weight::Decides),
        Member::new("ErrorCode", Holds::Text, Weight::Decides),
        Member::new("code", Holds::Any, Weight::Optional),
        Member::new("errors", Holds::Any, Weight::Optional),
        Member::new("merchantCode", Holds::Text, Weight::Decides),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("referenceNumber", Holds::Text, Weight::Optional),
        Member::new("responseTime", Holds::Text, Weight::Optional),
        Member::new("rpi", Holds::Object(INSTRUCTION), Weight::Decides),
        Member::new("transactionId", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::InstructionState {
    const SHAPE: &'static Shape = INSTRUCTION_STATE;
}
const TOKEN_RESPONSE: &Shape = &Shape::new(
    "TokenResponse",
    &[
        Member::new("Error", Holds::Text, Weight::Optional),
        Member::new("ErrorCode", Holds::Text, Weight::Optional),
        Member::new("accessToken", Holds::Secret, Weight::Required),
        Member::new("apiProductList", Holds::Text, Weight::Optional),
        Member::new("clientId", Holds::Secret, Weight::Optional),
        Member::new("developer.email", Holds::Text, Weight::Optional),
        Member::new("expiresIn", Holds::Text, Weight::Optional),
        Member::new("organizationName", Holds::Text, Weight::Optional),
        Member::new("responseTime", Holds::Text, Weight::Optional),
        Member::new("tokenType", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::TokenResponse {
    const SHAPE: &'static Shape = TOKEN_RESPONSE;
}
