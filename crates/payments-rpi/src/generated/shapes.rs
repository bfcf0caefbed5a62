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
            error: members.next(),
            error_code: members.next(),
            amount: members.next(),
            code: members.next(),
            currency: members.next(),
            customer_id: members.next(),
            date: members.next(),
            errors: members.next(),
            merchant_code: members.next(),
            message: members.next(),
            reference_number: members.next(),
            response_time: members.next(),
            rpi_code: members.next(),
            transaction_id: members.next(),
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
            code: members.next(),
            customer_id: members.next(),
            details: members.next(),
            merchant_code: members.next(),
            message: members.next(),
            reference_number: members.next(),
            response_time: members.next(),
            transaction_id: members.next(),
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
            amount: members.next(),
            charge_date: members.next(),
            currency: members.next(),
            errors: members.next(),
            rpi_code: members.next(),
            status: members.next(),
            transaction_id: members.next(),
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
            error: members.next(),
            error_code: members.next(),
            code: members.next(),
            errors: members.next(),
            merchant_code: members.next(),
            message: members.next(),
            reference_number: members.next(),
            response_time: members.next(),
            transaction_id: members.next(),
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
            code: members.next(),
            details: members.next(),
            message: members.next(),
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
            additional_info: members.next(),
            amount: members.next(),
            bank_code: members.next(),
            currency: members.next(),
            customer_id: members.next(),
            max_bill_amount: members.next(),
            next_charge_date: members.next(),
            notification_config: members.next(),
            notification_required: members.next(),
            phone_number: members.next(),
            product_details: members.next(),
            rpi_code: members.next(),
            schedule: members.next(),
            start_date: members.next(),
            status: members.next(),
            subscription_type: members.next(),
            transaction_id: members.next(),
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
            error: members.next(),
            error_code: members.next(),
            code: members.next(),
            customer_id: members.next(),
            errors: members.next(),
            merchant_code: members.next(),
            message: members.next(),
            reference_number: members.next(),
            response_time: members.next(),
            rpi_code: members.next(),
            transaction_id: members.next(),
            url: members.next(),
            webview: members.next(),
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
            display: members.next(),
            key: members.next(),
            value: members.next(),
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
            code: members.next(),
            name: members.next(),
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
            interval: members.next(),
            interval_unit: members.next(),
            number_of_occurrences: members.next(),
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
            error: members.next(),
            error_code: members.next(),
            code: members.next(),
            errors: members.next(),
            merchant_code: members.next(),
            message: members.next(),
            reference_number: members.next(),
            response_time: members.next(),
            rpi: members.next(),
            transaction_id: members.next(),
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
            error: members.next(),
            error_code: members.next(),
            access_token: members.next(),
            api_product_list: members.next(),
            client_id: members.next(),
            developer_email: members.next(),
            expires_in: members.next(),
            organization_name: members.next(),
            response_time: members.next(),
            token_type: members.next(),
        }
    }
}
impl Held for types::InstructionStatus {
    fn held(members: &mut Members<'_>) -> Self {
        Self::from(&*members.text())
    }
}
