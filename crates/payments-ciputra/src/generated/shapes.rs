// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use payments_provider::read::{Held, Holds, Member, Members, Received, Shape, Weight};
use super::types;
const CANCELLED_DATA: &Shape = &Shape::new(
    "CancelledData",
    &[
        Member::new("cancel_date", Holds::Text, Weight::Optional),
        Member::new("expired_date", Holds::Text, Weight::Optional),
        Member::new("order_id", Holds::Text, Weight::Optional),
        Member::new("status_payment", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::CancelledData {
    const SHAPE: &'static Shape = CANCELLED_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            cancel_date: members.take(),
            expired_date: members.take(),
            order_id: members.take(),
            status_payment: members.take(),
        }
    }
}
const CREATED_DATA: &Shape = &Shape::new(
    "CreatedData",
    &[
        Member::new("expired_date", Holds::Text, Weight::Optional),
        Member::new("external_id", Holds::Text, Weight::Decides),
        Member::new("order_id", Holds::Text, Weight::Optional),
        Member::new("shortlink", Holds::Text, Weight::Optional),
        Member::new("virtual_account_number", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::CreatedData {
    const SHAPE: &'static Shape = CREATED_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            expired_date: members.take(),
            external_id: members.take(),
            order_id: members.take(),
            shortlink: members.take(),
            virtual_account_number: members.take(),
        }
    }
}
const REFUSAL: &Shape = &Shape::new(
    "Refusal",
    &[
        Member::new("code", Holds::Text, Weight::Decides),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Boolean, Weight::Decides),
    ],
);
impl Received for types::Refusal {
    const SHAPE: &'static Shape = REFUSAL;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            message: members.take(),
            status: members.take(),
        }
    }
}
const REGISTRATION_DATA: &Shape = &Shape::new(
    "RegistrationData",
    &[
        Member::new("account_number", Holds::Text, Weight::Optional),
        Member::new("action", Holds::Text, Weight::Optional),
        Member::new("broker_id", Holds::Integer, Weight::Optional),
        Member::new("broker_name", Holds::Text, Weight::Optional),
        Member::new("callback_url", Holds::Text, Weight::Optional),
        Member::new("created_time", Holds::Text, Weight::Optional),
        Member::new("description", Holds::Any, Weight::Optional),
        Member::new("expired_time", Holds::Text, Weight::Optional),
        Member::new("external_id", Holds::Text, Weight::Required),
        Member::new("name", Holds::Text, Weight::Optional),
        Member::new("order_id", Holds::Text, Weight::Optional),
        Member::new("phone", Holds::Text, Weight::Optional),
        Member::new("reference_number", Holds::Text, Weight::Optional),
        Member::new("registration_channel", Holds::Text, Weight::Optional),
        Member::new("registration_time", Holds::Text, Weight::Optional),
        Member::new("remark", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Text, Weight::Required),
        Member::new("transaction_time", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::RegistrationData {
    const SHAPE: &'static Shape = REGISTRATION_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            account_number: members.take(),
            action: members.take(),
            broker_id: members.take(),
            broker_name: members.take(),
            callback_url: members.take(),
            created_time: members.take(),
            description: members.take(),
            expired_time: members.take(),
            external_id: members.take(),
            name: members.take(),
            order_id: members.take(),
            phone: members.take(),
            reference_number: members.take(),
            registration_channel: members.take(),
            registration_time: members.take(),
            remark: members.take(),
            status: members.take(),
            transaction_time: members.take(),
        }
    }
}
const REGISTRATION_STATUS: &Shape = &Shape::new(
    "RegistrationStatus",
    &[
        Member::new("code", Holds::Text, Weight::Required),
        Member::new("data", Holds::Object(REGISTRATION_DATA), Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Boolean, Weight::Required),
    ],
);
impl Received for types::RegistrationStatus {
    const SHAPE: &'static Shape = REGISTRATION_STATUS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            data: members.take(),
            message: members.take(),
            status: members.take(),
        }
    }
}
const TOKEN_RESPONSE: &Shape = &Shape::new(
    "TokenResponse",
    &[
        Member::new("access_token", Holds::Secret, Weight::Optional),
        Member::new("code", Holds::Text, Weight::Required),
        Member::new("expires_in", Holds::Integer, Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Boolean, Weight::Required),
        Member::new("token_type", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::TokenResponse {
    const SHAPE: &'static Shape = TOKEN_RESPONSE;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            access_token: members.take(),
            code: members.take(),
            expires_in: members.take(),
            message: members.take(),
            status: members.take(),
            token_type: members.take(),
        }
    }
}
const TRANSACTION_CANCELLED: &Shape = &Shape::new(
    "TransactionCancelled",
    &[
        Member::new("code", Holds::Text, Weight::Required),
        Member::new("data", Holds::Object(CANCELLED_DATA), Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Boolean, Weight::Required),
    ],
);
impl Received for types::TransactionCancelled {
    const SHAPE: &'static Shape = TRANSACTION_CANCELLED;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            data: members.take(),
            message: members.take(),
            status: members.take(),
        }
    }
}
const TRANSACTION_CREATED: &Shape = &Shape::new(
    "TransactionCreated",
    &[
        Member::new("code", Holds::Text, Weight::Required),
        Member::new("data", Holds::Object(CREATED_DATA), Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Boolean, Weight::Required),
    ],
);
impl Received for types::TransactionCreated {
    const SHAPE: &'static Shape = TRANSACTION_CREATED;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            data: members.take(),
            message: members.take(),
            status: members.take(),
        }
    }
}
const TRANSACTION_DATA: &Shape = &Shape::new(
    "TransactionData",
    &[
        Member::new("action", Holds::Text, Weight::Optional),
        Member::new("amount", Holds::Amount, Weight::Decides),
        Member::new("broker_id", Holds::Integer, Weight::Optional),
        Member::new("broker_name", Holds::Text, Weight::Optional),
        Member::new("callback_url", Holds::Text, Weight::Optional),
        Member::new("created_time", Holds::Text, Weight::Optional),
        Member::new("credit_card_number", Holds::Text, Weight::Optional),
        Member::new("description", Holds::Any, Weight::Optional),
        Member::new("expired_time", Holds::Text, Weight::Optional),
        Member::new("external_id", Holds::Text, Weight::Required),
        Member::new("month_end", Holds::Text, Weight::Optional),
        Member::new("name", Holds::Text, Weight::Optional),
        Member::new("order_id", Holds::Text, Weight::Optional),
        Member::new("payment_channel", Holds::Text, Weight::Optional),
        Member::new("phone", Holds::Text, Weight::Optional),
        Member::new("reference_number", Holds::Text, Weight::Optional),
        Member::new("remark", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Text, Weight::Required),
        Member::new("transaction_time", Holds::Text, Weight::Optional),
        Member::new("virtual_account", Holds::Text, Weight::Optional),
        Member::new("year_end", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::TransactionData {
    const SHAPE: &'static Shape = TRANSACTION_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            action: members.take(),
            amount: members.take(),
            broker_id: members.take(),
            broker_name: members.take(),
            callback_url: members.take(),
            created_time: members.take(),
            credit_card_number: members.take(),
            description: members.take(),
            expired_time: members.take(),
            external_id: members.take(),
            month_end: members.take(),
            name: members.take(),
            order_id: members.take(),
            payment_channel: members.take(),
            phone: members.take(),
            reference_number: members.take(),
            remark: members.take(),
            status: members.take(),
            transaction_time: members.take(),
            virtual_account: members.take(),
            year_end: members.take(),
        }
    }
}
const TRANSACTION_STATUS: &Shape = &Shape::new(
    "TransactionStatus",
    &[
        Member::new("code", Holds::Text, Weight::Required),
        Member::new("data", Holds::Object(TRANSACTION_DATA), Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Boolean, Weight::Required),
    ],
);
impl Received for types::TransactionStatus {
    const SHAPE: &'static Shape = TRANSACTION_STATUS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            data: members.take(),
            message: members.take(),
            status: members.take(),
        }
    }
}
