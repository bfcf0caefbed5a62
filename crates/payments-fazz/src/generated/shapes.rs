// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_provider::read::{Held, Holds, Member, Members, Received, Shape, Weight};
use super::types;
const INSTRUCTIONS: &Shape = &Shape::new(
    "Instructions",
    &[
        Member::new("accountNo", Holds::Text, Weight::Optional),
        Member::new("bankShortCode", Holds::Text, Weight::Optional),
        Member::new("displayName", Holds::Text, Weight::Optional),
        Member::new("imageUrl", Holds::Text, Weight::Optional),
        Member::new("paymentCode", Holds::Text, Weight::Optional),
        Member::new("retailOutletName", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::Instructions {
    const SHAPE: &'static Shape = INSTRUCTIONS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            account_no: members.take(),
            bank_short_code: members.take(),
            display_name: members.take(),
            image_url: members.take(),
            payment_code: members.take(),
            retail_outlet_name: members.take(),
        }
    }
}
const PAYMENT_DOCUMENT: &Shape = &Shape::new(
    "PaymentDocument",
    &[Member::new("data", Holds::Object(PAYMENT_RESOURCE), Weight::Required)],
);
impl Received for types::PaymentDocument {
    const SHAPE: &'static Shape = PAYMENT_DOCUMENT;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const PAYMENT_LIST: &Shape = &Shape::new(
    "PaymentList",
    &[Member::new("data", Holds::List(&Holds::Any), Weight::Required)],
);
impl Received for types::PaymentList {
    const SHAPE: &'static Shape = PAYMENT_LIST;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const PAYMENT_METHOD_ATTRIBUTES: &Shape = &Shape::new(
    "PaymentMethodAttributes",
    &[
        Member::new("instructions", Holds::Object(INSTRUCTIONS), Weight::Optional),
        Member::new("referenceId", Holds::Text, Weight::Required),
    ],
);
impl Received for types::PaymentMethodAttributes {
    const SHAPE: &'static Shape = PAYMENT_METHOD_ATTRIBUTES;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            instructions: members.take(),
            reference_id: members.take(),
        }
    }
}
const PAYMENT_METHOD_DOCUMENT: &Shape = &Shape::new(
    "PaymentMethodDocument",
    &[Member::new("data", Holds::Object(PAYMENT_METHOD_RESOURCE), Weight::Required)],
);
impl Received for types::PaymentMethodDocument {
    const SHAPE: &'static Shape = PAYMENT_METHOD_DOCUMENT;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const PAYMENT_METHOD_RESOURCE: &Shape = &Shape::new(
    "PaymentMethodResource",
    &[
        Member::new(
            "attributes",
            Holds::Object(PAYMENT_METHOD_ATTRIBUTES),
            Weight::Required,
        ),
        Member::new("id", Holds::Text, Weight::Required),
        Member::new("type", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PaymentMethodResource {
    const SHAPE: &'static Shape = PAYMENT_METHOD_RESOURCE;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            attributes: members.take(),
            id: members.take(),
            type_: members.take(),
        }
    }
}
const PAYMENT_METHOD_STATE: &Shape = &Shape::new(
    "PaymentMethodState",
    &[
        Member::new("id", Holds::Text, Weight::Optional),
        Member::new("instructions", Holds::Object(INSTRUCTIONS), Weight::Optional),
        Member::new("referenceId", Holds::Text, Weight::Optional),
        Member::new("settlement", Holds::Object(SETTLEMENT), Weight::Optional),
        Member::new("type", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PaymentMethodState {
    const SHAPE: &'static Shape = PAYMENT_METHOD_STATE;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            id: members.take(),
            instructions: members.take(),
            reference_id: members.take(),
            settlement: members.take(),
            type_: members.take(),
        }
    }
}
const PAYMENT_RESOURCE: &Shape = &Shape::new(
    "PaymentResource",
    &[
        Member::new("attributes", Holds::Object(PAYMENT_STATE), Weight::Required),
        Member::new("id", Holds::Text, Weight::Required),
        Member::new("type", Holds::Text, Weight::Required),
    ],
);
impl Received for types::PaymentResource {
    const SHAPE: &'static Shape = PAYMENT_RESOURCE;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            attributes: members.take(),
            id: members.take(),
            type_: members.take(),
        }
    }
}
const PAYMENT_STATE: &Shape = &Shape::new(
    "PaymentState",
    &[
        Member::new("amount", Holds::Amount, Weight::Required),
        Member::new("createdAt", Holds::Text, Weight::Optional),
        Member::new("currency", Holds::Text, Weight::Decides),
        Member::new("description", Holds::Text, Weight::Optional),
        Member::new("expiredAt", Holds::Text, Weight::Optional),
        Member::new("fees", Holds::FractionalAmount, Weight::Optional),
        Member::new(
            "paymentMethod",
            Holds::Object(PAYMENT_METHOD_STATE),
            Weight::Optional,
        ),
        Member::new("referenceId", Holds::Text, Weight::Required),
        Member::new("status", Holds::Text, Weight::Required),
    ],
);
impl Received for types::PaymentState {
    const SHAPE: &'static Shape = PAYMENT_STATE;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            amount: members.take(),
            created_at: members.take(),
            currency: members.take(),
            description: members.take(),
            expired_at: members.take(),
            fees: members.take(),
            payment_method: members.take(),
            reference_id: members.take(),
            status: members.take(),
        }
    }
}
const REFUSAL: &Shape = &Shape::new(
    "Refusal",
    &[
        Member::new(
            "errors",
            Holds::List(&Holds::Object(REFUSAL_ERROR)),
            Weight::Required,
        ),
    ],
);
impl Received for types::Refusal {
    const SHAPE: &'static Shape = REFUSAL;
    fn of(members: &mut Members<'_>) -> Self {
        Self { errors: members.take() }
    }
}
const REFUSAL_ERROR: &Shape = &Shape::new(
    "RefusalError",
    &[
        Member::new("code", Holds::Text, Weight::Decides),
        Member::new("detail", Holds::Text, Weight::Optional),
        Member::new("title", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::RefusalError {
    const SHAPE: &'static Shape = REFUSAL_ERROR;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            detail: members.take(),
            title: members.take(),
        }
    }
}
const SETTLEMENT: &Shape = &Shape::new(
    "Settlement",
    &[
        Member::new("afterSettlementUrl", Holds::Text, Weight::Optional),
        Member::new("httpUrl", Holds::Text, Weight::Optional),
        Member::new("mobileUrl", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::Settlement {
    const SHAPE: &'static Shape = SETTLEMENT;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            after_settlement_url: members.take(),
            http_url: members.take(),
            mobile_url: members.take(),
        }
    }
}
const TASK_DOCUMENT: &Shape = &Shape::new(
    "TaskDocument",
    &[Member::new("data", Holds::Object(TASK_RESOURCE), Weight::Required)],
);
impl Received for types::TaskDocument {
    const SHAPE: &'static Shape = TASK_DOCUMENT;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const TASK_RESOURCE: &Shape = &Shape::new(
    "TaskResource",
    &[
        Member::new("attributes", Holds::Object(TASK_STATE), Weight::Optional),
        Member::new("id", Holds::Text, Weight::Optional),
        Member::new("type", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::TaskResource {
    const SHAPE: &'static Shape = TASK_RESOURCE;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            attributes: members.take(),
            id: members.take(),
            type_: members.take(),
        }
    }
}
const TASK_STATE: &Shape = &Shape::new(
    "TaskState",
    &[
        Member::new("action", Holds::Text, Weight::Optional),
        Member::new("options", Holds::Object(TASK_STATE_OPTIONS), Weight::Optional),
        Member::new("referenceId", Holds::Text, Weight::Optional),
        Member::new("targetId", Holds::Text, Weight::Optional),
        Member::new("targetType", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::TaskState {
    const SHAPE: &'static Shape = TASK_STATE;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            action: members.take(),
            options: members.take(),
            reference_id: members.take(),
            target_id: members.take(),
            target_type: members.take(),
        }
    }
}
const TASK_STATE_OPTIONS: &Shape = &Shape::new(
    "TaskStateOptions",
    &[Member::new("amount", Holds::Amount, Weight::Optional)],
);
impl Received for types::TaskStateOptions {
    const SHAPE: &'static Shape = TASK_STATE_OPTIONS;
    fn of(members: &mut Members<'_>) -> Self {
        Self { amount: members.take() }
    }
}
