// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use payments_provider::operation::{Effect, Operation};
#[cfg(feature = "dictionary")]
use payments_provider::operation::{Bodies, Body, Form, Member, check};
#[cfg(feature = "dictionary")]
use super::types;
/// `POST /api/transaction`
pub const CANCEL_TRANSACTION: Operation = Operation::new(
    "cancel_transaction",
    "POST",
    "/api/transaction",
    Effect::Writes,
);
/// `POST /api/transaction`
pub const CREATE_TRANSACTION: Operation = Operation::new(
    "create_transaction",
    "POST",
    "/api/transaction",
    Effect::Writes,
);
/// `GET /api/registration/{external_id}`
pub const GET_REGISTRATION: Operation = Operation::new(
    "get_registration",
    "GET",
    "/api/registration/{external_id}",
    Effect::Reads,
);
/// `POST /auth/token`
pub const GET_TOKEN: Operation = Operation::new(
    "get_token",
    "POST",
    "/auth/token",
    Effect::Reads,
);
/// `GET /api/transaction/{external_id}`
pub const GET_TRANSACTION: Operation = Operation::new(
    "get_transaction",
    "GET",
    "/api/transaction/{external_id}",
    Effect::Reads,
);
/// Every operation with its bodies.
#[cfg(feature = "dictionary")]
pub const ALL: &[Bodies] = &[
    Bodies::new(
        &CANCEL_TRANSACTION,
        Some(
            Body::sent::<
                types::CancelRequest,
            >(
                    "CancelRequest",
                    &[
                        Member::new("action", true, Form::Words(&["cancel"])),
                        Member::new("external_id", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::CancelRequest::check)),
        ),
        Body::received::<
            types::TransactionCancelled,
        >(
            "TransactionCancelled",
            &[
                Member::new("code", true, Form::Text),
                Member::new("data", false, Form::Object),
                Member::new("data.cancel_date", false, Form::Text),
                Member::new("data.expired_date", false, Form::Text),
                Member::new("data.order_id", false, Form::Text),
                Member::new("data.status_payment", false, Form::Text),
                Member::new("message", false, Form::Text),
                Member::new("status", true, Form::Boolean),
            ],
        ),
    ),
    Bodies::new(
        &CREATE_TRANSACTION,
        Some(
            Body::sent::<
                types::TransactionRequest,
            >(
                    "TransactionRequest",
                    &[
                        Member::new("action", false, Form::Text),
                        Member::new("amount", true, Form::Amount),
                        Member::new("back_url", false, Form::Text),
                        Member::new("callback_url", false, Form::Text),
                        Member::new("description", false, Form::Object),
                        Member::new("email", false, Form::Personal),
                        Member::new(
                            "exptype",
                            false,
                            Form::Words(&["S", "M", "H", "D", "MN", "SD"]),
                        ),
                        Member::new("expval", false, Form::Text),
                        Member::new("external_id", true, Form::Text),
                        Member::new("name", true, Form::Personal),
                        Member::new(
                            "notification_timing",
                            false,
                            Form::Words(&["default", "before", "after", "before_after"]),
                        ),
                        Member::new(
                            "paycode",
                            true,
                            Form::Words(
                                &[
                                    "all",
                                    "bca",
                                    "bni",
                                    "permata",
                                    "bri",
                                    "mandiri",
                                    "credit_card",
                                    "cimb_niaga",
                                    "jenius",
                                    "gopay",
                                    "ovo",
                                    "dana",
                                    "alfamart",
                                    "indomaret",
                                ],
                            ),
                        ),
                        Member::new(
                            "paytype",
                            true,
                            Form::Words(
                                &["all", "va", "cc", "ib", "ewallet", "otc", "qris"],
                            ),
                        ),
                        Member::new("phone", false, Form::Personal),
                        Member::new("redirect_url", false, Form::Text),
                        Member::new("refno", false, Form::Text),
                        Member::new("send_email", false, Form::Words(&["0", "1"])),
                        Member::new("send_sms", false, Form::Words(&["0", "1"])),
                        Member::new("send_wa", false, Form::Words(&["0", "1"])),
                    ],
                )
                .checked(|bytes| check(bytes, types::TransactionRequest::check)),
        ),
        Body::received::<
            types::TransactionCreated,
        >(
            "TransactionCreated",
            &[
                Member::new("code", true, Form::Text),
                Member::new("data", false, Form::Object),
                Member::new("data.expired_date", false, Form::Text),
                Member::new("data.external_id", false, Form::Text).decides(),
                Member::new("data.order_id", false, Form::Text),
                Member::new("data.shortlink", false, Form::Text),
                Member::new("data.virtual_account_number", false, Form::Text),
                Member::new("message", false, Form::Text),
                Member::new("status", true, Form::Boolean),
            ],
        ),
    ),
    Bodies::new(
        &GET_REGISTRATION,
        None,
        Body::received::<
            types::RegistrationStatus,
        >(
            "RegistrationStatus",
            &[
                Member::new("code", true, Form::Text),
                Member::new("data", false, Form::Object),
                Member::new("data.account_number", false, Form::Personal),
                Member::new("data.action", false, Form::Text),
                Member::new("data.broker_id", false, Form::Integer),
                Member::new("data.broker_name", false, Form::Text),
                Member::new("data.callback_url", false, Form::Text),
                Member::new("data.created_time", false, Form::Text),
                Member::new("data.description", false, Form::Any),
                Member::new("data.expired_time", false, Form::Text),
                Member::new("data.external_id", true, Form::Text),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.order_id", false, Form::Text),
                Member::new("data.phone", false, Form::Personal),
                Member::new("data.reference_number", false, Form::Text),
                Member::new("data.registration_channel", false, Form::Text),
                Member::new("data.registration_time", false, Form::Text),
                Member::new("data.remark", false, Form::Text),
                Member::new("data.status", true, Form::Text),
                Member::new("data.transaction_time", false, Form::Text),
                Member::new("message", false, Form::Text),
                Member::new("status", true, Form::Boolean),
            ],
        ),
    ),
    Bodies::new(
        &GET_TOKEN,
        None,
        Body::received::<
            types::TokenResponse,
        >(
            "TokenResponse",
            &[
                Member::new("access_token", false, Form::Secret),
                Member::new("code", true, Form::Text),
                Member::new("expires_in", false, Form::Integer),
                Member::new("message", false, Form::Text),
                Member::new("status", true, Form::Boolean),
                Member::new("token_type", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &GET_TRANSACTION,
        None,
        Body::received::<
            types::TransactionStatus,
        >(
            "TransactionStatus",
            &[
                Member::new("code", true, Form::Text),
                Member::new("data", false, Form::Object),
                Member::new("data.action", false, Form::Text),
                Member::new("data.amount", false, Form::Amount).decides(),
                Member::new("data.broker_id", false, Form::Integer),
                Member::new("data.broker_name", false, Form::Text),
                Member::new("data.callback_url", false, Form::Text),
                Member::new("data.created_time", false, Form::Text),
                Member::new("data.credit_card_number", false, Form::Personal),
                Member::new("data.description", false, Form::Any),
                Member::new("data.expired_time", false, Form::Text),
                Member::new("data.external_id", true, Form::Text),
                Member::new("data.month_end", false, Form::Personal),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.order_id", false, Form::Text),
                Member::new("data.payment_channel", false, Form::Text),
                Member::new("data.phone", false, Form::Personal),
                Member::new("data.reference_number", false, Form::Text),
                Member::new("data.remark", false, Form::Text),
                Member::new("data.status", true, Form::Text),
                Member::new("data.transaction_time", false, Form::Text),
                Member::new("data.virtual_account", false, Form::Text),
                Member::new("data.year_end", false, Form::Personal),
                Member::new("message", false, Form::Text),
                Member::new("status", true, Form::Boolean),
            ],
        ),
    ),
];
/// Every callback with its body.
#[cfg(feature = "dictionary")]
pub const CALLBACKS: &[(&str, Body)] = &[
    (
        "Enveloped",
        Body::received::<
            types::TransactionStatus,
        >(
            "TransactionStatus",
            &[
                Member::new("code", true, Form::Text),
                Member::new("data", false, Form::Object),
                Member::new("data.action", false, Form::Text),
                Member::new("data.amount", false, Form::Amount).decides(),
                Member::new("data.broker_id", false, Form::Integer),
                Member::new("data.broker_name", false, Form::Text),
                Member::new("data.callback_url", false, Form::Text),
                Member::new("data.created_time", false, Form::Text),
                Member::new("data.credit_card_number", false, Form::Personal),
                Member::new("data.description", false, Form::Any),
                Member::new("data.expired_time", false, Form::Text),
                Member::new("data.external_id", true, Form::Text),
                Member::new("data.month_end", false, Form::Personal),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.order_id", false, Form::Text),
                Member::new("data.payment_channel", false, Form::Text),
                Member::new("data.phone", false, Form::Personal),
                Member::new("data.reference_number", false, Form::Text),
                Member::new("data.remark", false, Form::Text),
                Member::new("data.status", true, Form::Text),
                Member::new("data.transaction_time", false, Form::Text),
                Member::new("data.virtual_account", false, Form::Text),
                Member::new("data.year_end", false, Form::Personal),
                Member::new("message", false, Form::Text),
                Member::new("status", true, Form::Boolean),
            ],
        ),
    ),
    (
        "Transaction",
        Body::received::<
            types::TransactionData,
        >(
            "TransactionData",
            &[
                Member::new("action", false, Form::Text),
                Member::new("amount", false, Form::Amount).decides(),
                Member::new("broker_id", false, Form::Integer),
                Member::new("broker_name", false, Form::Text),
                Member::new("callback_url", false, Form::Text),
                Member::new("created_time", false, Form::Text),
                Member::new("credit_card_number", false, Form::Personal),
                Member::new("description", false, Form::Any),
                Member::new("expired_time", false, Form::Text),
                Member::new("external_id", true, Form::Text),
                Member::new("month_end", false, Form::Personal),
                Member::new("name", false, Form::Personal),
                Member::new("order_id", false, Form::Text),
                Member::new("payment_channel", false, Form::Text),
                Member::new("phone", false, Form::Personal),
                Member::new("reference_number", false, Form::Text),
                Member::new("remark", false, Form::Text),
                Member::new("status", true, Form::Text),
                Member::new("transaction_time", false, Form::Text),
                Member::new("virtual_account", false, Form::Text),
                Member::new("year_end", false, Form::Personal),
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
    types::Refusal,
>(
    "Refusal",
    &[
        Member::new("code", false, Form::Text).decides(),
        Member::new("message", false, Form::Text),
        Member::new("status", false, Form::Boolean).decides(),
    ],
);
