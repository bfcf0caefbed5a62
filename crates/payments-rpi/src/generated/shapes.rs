// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use payments_provider::read::{Held, Holds, Member, Members, Received, Shape, Weight};
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            error: members.take(),
            error_code: members.take(),
            amount: members.take(),
            code: members.take(),
            currency: members.take(),
            customer_id: members.take(),
            date: members.take(),
            errors: members.take(),
            merchant_code: members.take(),
            message: members.take(),
            reference_number: members.take(),
            response_time: members.take(),
            rpi_code: members.take(),
            transaction_id: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            customer_id: members.take(),
            details: members.take(),
            merchant_code: members.take(),
            message: members.take(),
            reference_number: members.take(),
            response_time: members.take(),
            transaction_id: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            amount: members.take(),
            charge_date: members.take(),
            currency: members.take(),
            errors: members.take(),
            rpi_code: members.take(),
            status: members.take(),
            transaction_id: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            error: members.take(),
            error_code: members.take(),
            code: members.take(),
            errors: members.take(),
            merchant_code: members.take(),
            message: members.take(),
            reference_number: members.take(),
            response_time: members.take(),
            transaction_id: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            details: members.take(),
            message: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            additional_info: members.take(),
            amount: members.take(),
            bank_code: members.take(),
            currency: members.take(),
            customer_id: members.take(),
            max_bill_amount: members.take(),
            next_charge_date: members.take(),
            notification_config: members.take(),
            notification_required: members.take(),
            phone_number: members.take(),
            product_details: members.take(),
            rpi_code: members.take(),
            schedule: members.take(),
            start_date: members.take(),
            status: members.take(),
            subscription_type: members.take(),
            transaction_id: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            error: members.take(),
            error_code: members.take(),
            code: members.take(),
            customer_id: members.take(),
            errors: members.take(),
            merchant_code: members.take(),
            message: members.take(),
            reference_number: members.take(),
            response_time: members.take(),
            rpi_code: members.take(),
            transaction_id: members.take(),
            url: members.take(),
            webview: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            display: members.take(),
            key: members.take(),
            value: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            name: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            interval: members.take(),
            interval_unit: members.take(),
            number_of_occurrences: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            error: members.take(),
            error_code: members.take(),
            code: members.take(),
            errors: members.take(),
            merchant_code: members.take(),
            message: members.take(),
            reference_number: members.take(),
            response_time: members.take(),
            rpi: members.take(),
            transaction_id: members.take(),
        }
    }
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
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            error: members.take(),
            error_code: members.take(),
            access_token: members.take(),
            api_product_list: members.take(),
            client_id: members.take(),
            developer_email: members.take(),
            expires_in: members.take(),
            organization_name: members.take(),
            response_time: members.take(),
            token_type: members.take(),
        }
    }
}
impl Held for types::InstructionStatus {
    fn held(members: &mut Members<'_>) -> Self {
        Self::from(&*members.text())
    }
}
