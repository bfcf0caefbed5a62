// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use payments_provider::operation::{Effect, Operation};
#[cfg(feature = "dictionary")]
use payments_provider::operation::{Bodies, Body, Form, Member, check};
#[cfg(feature = "dictionary")]
use super::types;
/// `POST /api/v1/rpi`
pub const CREATE_RPI: Operation = Operation::new(
    "create_rpi",
    "POST",
    "/api/v1/rpi",
    Effect::Writes,
);
/// `GET /api/v1/rpi/{rpiCode}`
pub const GET_RPI: Operation = Operation::new(
    "get_rpi",
    "GET",
    "/api/v1/rpi/{rpiCode}",
    Effect::Reads,
);
/// `POST /v1/oauth/client_credential/accesstoken`
pub const GET_TOKEN: Operation = Operation::new(
    "get_token",
    "POST",
    "/v1/oauth/client_credential/accesstoken",
    Effect::Reads,
);
/// `PUT /api/v1/rpi/bill-amount`
pub const UPDATE_BILL_AMOUNT: Operation = Operation::new(
    "update_bill_amount",
    "PUT",
    "/api/v1/rpi/bill-amount",
    Effect::Writes,
);
/// Every operation with its bodies.
#[cfg(feature = "dictionary")]
pub const ALL: &[Bodies] = &[
    Bodies::new(
        &CREATE_RPI,
        Some(
            Body::sent::<
                types::CreateInstructionRequest,
            >(
                    "CreateInstructionRequest",
                    &[
                        Member::new("additionalInfo", false, Form::List),
                        Member::new("additionalInfo[].display", false, Form::Text),
                        Member::new("additionalInfo[].key", true, Form::Text),
                        Member::new("additionalInfo[].value", false, Form::Text),
                        Member::new("amount", false, Form::Amount),
                        Member::new("bankCode", false, Form::Text),
                        Member::new("currency", false, Form::Words(&["IDR"])),
                        Member::new("maxBillAmount", false, Form::Amount),
                        Member::new("notificationConfig", false, Form::List),
                        Member::new(
                            "notificationRequired",
                            false,
                            Form::Words(&["Y", "N"]),
                        ),
                        Member::new("phoneNumber", false, Form::Personal),
                        Member::new("productDetails", false, Form::List),
                        Member::new("productDetails[].code", true, Form::Text),
                        Member::new("productDetails[].name", true, Form::Text),
                        Member::new("schedule", false, Form::Object),
                        Member::new("startDate", false, Form::Text),
                        Member::new("subscriptionType", false, Form::Integer),
                        Member::new("transactionId", false, Form::Text),
                        Member::new("additionalInfo", false, Form::List),
                        Member::new("additionalInfo[].display", false, Form::Text),
                        Member::new("additionalInfo[].key", true, Form::Text),
                        Member::new("additionalInfo[].value", false, Form::Text),
                        Member::new("amount", false, Form::Amount),
                        Member::new("bankCode", false, Form::Text),
                        Member::new("currency", false, Form::Words(&["IDR"])),
                        Member::new("maxBillAmount", false, Form::Amount),
                        Member::new("notificationConfig", false, Form::List),
                        Member::new(
                            "notificationRequired",
                            false,
                            Form::Words(&["Y", "N"]),
                        ),
                        Member::new("phoneNumber", false, Form::Personal),
                        Member::new("productDetails", false, Form::List),
                        Member::new("productDetails[].code", true, Form::Text),
                        Member::new("productDetails[].name", true, Form::Text),
                        Member::new("schedule", false, Form::Object),
                        Member::new("startDate", false, Form::Text),
                        Member::new("subscriptionType", false, Form::Integer),
                        Member::new("transactionId", false, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::CreateInstructionRequest::check)),
        ),
        Body::received::<
            types::InstructionCreated,
        >(
            "InstructionCreated",
            &[
                Member::new("Error", false, Form::Text).decides(),
                Member::new("ErrorCode", false, Form::Text).decides(),
                Member::new("code", false, Form::Any),
                Member::new("customerId", false, Form::Text),
                Member::new("errors", false, Form::Any),
                Member::new("merchantCode", false, Form::Text).decides(),
                Member::new("message", false, Form::Text),
                Member::new("referenceNumber", false, Form::Text),
                Member::new("responseTime", false, Form::Text),
                Member::new("rpiCode", false, Form::Text),
                Member::new("transactionId", false, Form::Text).decides(),
                Member::new("url", false, Form::Text),
                Member::new("webview", false, Form::Any),
            ],
        ),
    ),
    Bodies::new(
        &GET_RPI,
        None,
        Body::received::<
            types::InstructionState,
        >(
            "InstructionState",
            &[
                Member::new("Error", false, Form::Text).decides(),
                Member::new("ErrorCode", false, Form::Text).decides(),
                Member::new("code", false, Form::Any),
                Member::new("errors", false, Form::Any),
                Member::new("merchantCode", false, Form::Text).decides(),
                Member::new("message", false, Form::Text),
                Member::new("referenceNumber", false, Form::Text),
                Member::new("responseTime", false, Form::Text),
                Member::new("rpi", false, Form::Object).decides(),
                Member::new("rpi.additionalInfo", false, Form::List),
                Member::new("rpi.additionalInfo[].display", false, Form::Text),
                Member::new("rpi.additionalInfo[].key", false, Form::Text),
                Member::new("rpi.additionalInfo[].value", false, Form::Text),
                Member::new("rpi.amount", false, Form::Amount),
                Member::new("rpi.bankCode", false, Form::Text),
                Member::new("rpi.currency", false, Form::Text),
                Member::new("rpi.customerId", false, Form::Text).decides(),
                Member::new("rpi.maxBillAmount", false, Form::Amount),
                Member::new("rpi.nextChargeDate", false, Form::Text),
                Member::new("rpi.notificationConfig", false, Form::List),
                Member::new("rpi.notificationRequired", false, Form::Text),
                Member::new("rpi.phoneNumber", false, Form::Personal),
                Member::new("rpi.productDetails", false, Form::List),
                Member::new("rpi.productDetails[].code", false, Form::Text),
                Member::new("rpi.productDetails[].name", false, Form::Text),
                Member::new("rpi.rpiCode", false, Form::Text).decides(),
                Member::new("rpi.schedule", false, Form::Object),
                Member::new("rpi.schedule.interval", false, Form::Integer),
                Member::new("rpi.schedule.intervalUnit", false, Form::Text),
                Member::new("rpi.schedule.numberOfOccurrences", false, Form::Integer),
                Member::new("rpi.startDate", false, Form::Text),
                Member::new(
                        "rpi.status",
                        false,
                        Form::Words(
                            &[
                                "PENDING_CONFIRMATION",
                                "ACTIVE",
                                "COMPLETED",
                                "EXPIRED",
                                "REJECTED",
                                "TERMINATED",
                            ],
                        ),
                    )
                    .decides(),
                Member::new("rpi.subscriptionType", false, Form::Integer),
                Member::new("rpi.transactionId", false, Form::Text).decides(),
                Member::new("transactionId", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &GET_TOKEN,
        Some(
            Body::sent::<
                types::TokenRequest,
            >(
                    "TokenRequest",
                    &[
                        Member::new("client_id", true, Form::Secret),
                        Member::new("client_secret", true, Form::Secret),
                    ],
                )
                .checked(|bytes| check(bytes, types::TokenRequest::check)),
        ),
        Body::received::<
            types::TokenResponse,
        >(
            "TokenResponse",
            &[
                Member::new("Error", false, Form::Text),
                Member::new("ErrorCode", false, Form::Text),
                Member::new("accessToken", true, Form::Secret),
                Member::new("apiProductList", false, Form::Text),
                Member::new("clientId", false, Form::Secret),
                Member::new("developer.email", false, Form::Personal),
                Member::new("expiresIn", false, Form::Text),
                Member::new("organizationName", false, Form::Text),
                Member::new("responseTime", false, Form::Text),
                Member::new("tokenType", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &UPDATE_BILL_AMOUNT,
        Some(
            Body::sent::<
                types::UpdateBillAmountRequest,
            >(
                    "UpdateBillAmountRequest",
                    &[
                        Member::new("amount", true, Form::Amount),
                        Member::new("currency", true, Form::Words(&["IDR"])),
                        Member::new("customerId", true, Form::Text),
                        Member::new("date", true, Form::Text),
                        Member::new("rpiCode", true, Form::Text),
                        Member::new("transactionId", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::UpdateBillAmountRequest::check)),
        ),
        Body::received::<
            types::BillAmountUpdated,
        >(
            "BillAmountUpdated",
            &[
                Member::new("Error", false, Form::Text).decides(),
                Member::new("ErrorCode", false, Form::Text).decides(),
                Member::new("amount", false, Form::Amount).decides(),
                Member::new("code", false, Form::Any),
                Member::new("currency", false, Form::Text).decides(),
                Member::new("customerId", false, Form::Text).decides(),
                Member::new("date", false, Form::Text).decides(),
                Member::new("errors", false, Form::Any),
                Member::new("merchantCode", false, Form::Text).decides(),
                Member::new("message", false, Form::Text),
                Member::new("referenceNumber", false, Form::Text),
                Member::new("responseTime", false, Form::Text),
                Member::new("rpiCode", false, Form::Text).decides(),
                Member::new("transactionId", false, Form::Text).decides(),
            ],
        ),
    ),
];
/// Every callback with its body.
#[cfg(feature = "dictionary")]
pub const CALLBACKS: &[(&str, Body)] = &[
    (
        "Charge",
        Body::received::<
            types::ChargeCallback,
        >(
            "ChargeCallback",
            &[
                Member::new("code", false, Form::Any),
                Member::new("customerId", false, Form::Text),
                Member::new("details", true, Form::Object),
                Member::new("details.amount", false, Form::Amount).decides(),
                Member::new("details.chargeDate", false, Form::Text),
                Member::new("details.currency", false, Form::Text).decides(),
                Member::new("details.errors", false, Form::List),
                Member::new("details.errors[].code", false, Form::Text).decides(),
                Member::new("details.errors[].details", false, Form::Any),
                Member::new("details.errors[].message", false, Form::Text),
                Member::new("details.rpiCode", false, Form::Text).decides(),
                Member::new("details.status", true, Form::Integer),
                Member::new("details.transactionId", false, Form::Text),
                Member::new("merchantCode", false, Form::Text),
                Member::new("message", false, Form::Text),
                Member::new("referenceNumber", false, Form::Text),
                Member::new("responseTime", false, Form::Text),
                Member::new("transactionId", false, Form::Text).decides(),
            ],
        ),
    ),
];
/// Bodies that are received inside of members of any JSON.
#[cfg(feature = "dictionary")]
pub const PARTS: &[Body] = &[];
/// The body of a refusal.
#[cfg(feature = "dictionary")]
pub const REFUSAL: Body = Body::received::<
    types::Error,
>(
    "Error",
    &[
        Member::new("Error", false, Form::Text),
        Member::new("ErrorCode", false, Form::Text).decides(),
        Member::new("code", false, Form::Any),
        Member::new("errors", false, Form::List),
        Member::new("errors[].code", false, Form::Text).decides(),
        Member::new("errors[].details", false, Form::Any),
        Member::new("errors[].message", false, Form::Text),
        Member::new("merchantCode", false, Form::Text),
        Member::new("message", false, Form::Text),
        Member::new("referenceNumber", false, Form::Text),
        Member::new("responseTime", false, Form::Text),
        Member::new("transactionId", false, Form::Text),
    ],
);
