// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use payments_provider::read::{Held, Holds, Member, Members, Received, Shape, Weight};
use super::types;
const CHARGE_CALLBACK: &Shape = &Shape::new(
    "ChargeCallback",
    &[
        Member::new("api_version", Holds::Text, Weight::Optional),
        Member::new("business_id", Holds::Text, Weight::Optional),
        Member::new("created", Holds::Text, Weight::Optional),
        Member::new("data", Holds::Object(EWALLET_CHARGE), Weight::Required),
        Member::new("event", Holds::Text, Weight::Required),
    ],
);
impl Received for types::ChargeCallback {
    const SHAPE: &'static Shape = CHARGE_CALLBACK;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            api_version: members.take(),
            business_id: members.take(),
            created: members.take(),
            data: members.take(),
            event: members.take(),
        }
    }
}
const CHARGE_REFUND: &Shape = &Shape::new(
    "ChargeRefund",
    &[
        Member::new("capture_amount", Holds::Amount, Weight::Decides),
        Member::new("channel_code", Holds::Text, Weight::Optional),
        Member::new("charge_id", Holds::Text, Weight::Required),
        Member::new("currency", Holds::Text, Weight::Required),
        Member::new("failure_code", Holds::Text, Weight::Optional),
        Member::new("id", Holds::Text, Weight::Required),
        Member::new("reason", Holds::Text, Weight::Optional),
        Member::new("refund_amount", Holds::Amount, Weight::Required),
        Member::new("status", Holds::Text, Weight::Required),
    ],
);
impl Received for types::ChargeRefund {
    const SHAPE: &'static Shape = CHARGE_REFUND;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            capture_amount: members.take(),
            channel_code: members.take(),
            charge_id: members.take(),
            currency: members.take(),
            failure_code: members.take(),
            id: members.take(),
            reason: members.take(),
            refund_amount: members.take(),
            status: members.take(),
        }
    }
}
const CHARGED_CHANNEL_PROPERTIES: &Shape = &Shape::new(
    "ChargedChannelProperties",
    &[
        Member::new("cancel_redirect_url", Holds::Text, Weight::Optional),
        Member::new("failure_redirect_url", Holds::Text, Weight::Optional),
        Member::new("mobile_number", Holds::Text, Weight::Optional),
        Member::new("redeem_points", Holds::Text, Weight::Optional),
        Member::new("success_redirect_url", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::ChargedChannelProperties {
    const SHAPE: &'static Shape = CHARGED_CHANNEL_PROPERTIES;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            cancel_redirect_url: members.take(),
            failure_redirect_url: members.take(),
            mobile_number: members.take(),
            redeem_points: members.take(),
            success_redirect_url: members.take(),
        }
    }
}
const CHARGED_ITEM: &Shape = &Shape::new(
    "ChargedItem",
    &[
        Member::new("category", Holds::Text, Weight::Optional),
        Member::new("currency", Holds::Text, Weight::Optional),
        Member::new("description", Holds::Text, Weight::Optional),
        Member::new("metadata", Holds::Any, Weight::Optional),
        Member::new("name", Holds::Text, Weight::Optional),
        Member::new("price", Holds::Amount, Weight::Optional),
        Member::new("quantity", Holds::Integer, Weight::Optional),
        Member::new("reference_id", Holds::Text, Weight::Optional),
        Member::new("sub_category", Holds::Text, Weight::Optional),
        Member::new("type", Holds::Text, Weight::Optional),
        Member::new("url", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::ChargedItem {
    const SHAPE: &'static Shape = CHARGED_ITEM;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            category: members.take(),
            currency: members.take(),
            description: members.take(),
            metadata: members.take(),
            name: members.take(),
            price: members.take(),
            quantity: members.take(),
            reference_id: members.take(),
            sub_category: members.take(),
            type_: members.take(),
            url: members.take(),
        }
    }
}
const DANA_CALLBACK: &Shape = &Shape::new(
    "DanaCallback",
    &[
        Member::new("amount", Holds::Amount, Weight::Required),
        Member::new("business_id", Holds::Text, Weight::Optional),
        Member::new("callback_authentication_token", Holds::Secret, Weight::Optional),
        Member::new("ewallet_type", Holds::Text, Weight::Required),
        Member::new("external_id", Holds::Text, Weight::Required),
        Member::new("payment_status", Holds::Text, Weight::Required),
        Member::new("transaction_date", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::DanaCallback {
    const SHAPE: &'static Shape = DANA_CALLBACK;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            amount: members.take(),
            business_id: members.take(),
            callback_authentication_token: members.take(),
            ewallet_type: members.take(),
            external_id: members.take(),
            payment_status: members.take(),
            transaction_date: members.take(),
        }
    }
}
const ERROR: &Shape = &Shape::new(
    "Error",
    &[
        Member::new("error_code", Holds::Text, Weight::Decides),
        Member::new(
            "errors",
            Holds::List(&Holds::Object(FIELD_ERROR)),
            Weight::Optional,
        ),
        Member::new("message", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::Error {
    const SHAPE: &'static Shape = ERROR;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            error_code: members.take(),
            errors: members.take(),
            message: members.take(),
        }
    }
}
const EWALLET_CHARGE: &Shape = &Shape::new(
    "EwalletCharge",
    &[
        Member::new("actions", Holds::Object(EWALLET_CHARGE_ACTIONS), Weight::Optional),
        Member::new(
            "basket",
            Holds::List(&Holds::Object(CHARGED_ITEM)),
            Weight::Optional,
        ),
        Member::new("business_id", Holds::Text, Weight::Optional),
        Member::new("callback_url", Holds::Text, Weight::Optional),
        Member::new("capture_amount", Holds::Amount, Weight::Decides),
        Member::new("capture_now", Holds::Boolean, Weight::Optional),
        Member::new("channel_code", Holds::Text, Weight::Optional),
        Member::new(
            "channel_properties",
            Holds::Object(CHARGED_CHANNEL_PROPERTIES),
            Weight::Optional,
        ),
        Member::new("charge_amount", Holds::Amount, Weight::Required),
        Member::new("checkout_method", Holds::Text, Weight::Optional),
        Member::new("created", Holds::Text, Weight::Optional),
        Member::new("currency", Holds::Text, Weight::Required),
        Member::new("customer_id", Holds::Text, Weight::Optional),
        Member::new("failure_code", Holds::Text, Weight::Optional),
        Member::new("id", Holds::Text, Weight::Required),
        Member::new("is_redirect_required", Holds::Boolean, Weight::Optional),
        Member::new("metadata", Holds::Any, Weight::Optional),
        Member::new("payer_charged_amount", Holds::Amount, Weight::Optional),
        Member::new("payer_charged_currency", Holds::Text, Weight::Optional),
        Member::new("payment_method_id", Holds::Text, Weight::Optional),
        Member::new("reference_id", Holds::Text, Weight::Required),
        Member::new("refunded_amount", Holds::Amount, Weight::Decides),
        Member::new("status", Holds::Text, Weight::Required),
        Member::new("updated", Holds::Text, Weight::Optional),
        Member::new("void_status", Holds::Text, Weight::Decides),
        Member::new("voided_at", Holds::Text, Weight::Decides),
    ],
);
impl Received for types::EwalletCharge {
    const SHAPE: &'static Shape = EWALLET_CHARGE;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            actions: members.take(),
            basket: members.take(),
            business_id: members.take(),
            callback_url: members.take(),
            capture_amount: members.take(),
            capture_now: members.take(),
            channel_code: members.take(),
            channel_properties: members.take(),
            charge_amount: members.take(),
            checkout_method: members.take(),
            created: members.take(),
            currency: members.take(),
            customer_id: members.take(),
            failure_code: members.take(),
            id: members.take(),
            is_redirect_required: members.take(),
            metadata: members.take(),
            payer_charged_amount: members.take(),
            payer_charged_currency: members.take(),
            payment_method_id: members.take(),
            reference_id: members.take(),
            refunded_amount: members.take(),
            status: members.take(),
            updated: members.take(),
            void_status: members.take(),
            voided_at: members.take(),
        }
    }
}
const EWALLET_CHARGE_ACTIONS: &Shape = &Shape::new(
    "EwalletChargeActions",
    &[
        Member::new("desktop_web_checkout_url", Holds::Text, Weight::Optional),
        Member::new("mobile_deeplink_checkout_url", Holds::Text, Weight::Optional),
        Member::new("mobile_web_checkout_url", Holds::Text, Weight::Optional),
        Member::new("qr_checkout_string", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::EwalletChargeActions {
    const SHAPE: &'static Shape = EWALLET_CHARGE_ACTIONS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            desktop_web_checkout_url: members.take(),
            mobile_deeplink_checkout_url: members.take(),
            mobile_web_checkout_url: members.take(),
            qr_checkout_string: members.take(),
        }
    }
}
const EWALLET_PAYMENT: &Shape = &Shape::new(
    "EwalletPayment",
    &[
        Member::new("amount", Holds::Amount, Weight::Required),
        Member::new("business_id", Holds::Text, Weight::Optional),
        Member::new("checkout_url", Holds::Text, Weight::Optional),
        Member::new("created", Holds::Text, Weight::Optional),
        Member::new("ewallet_transaction_id", Holds::Text, Weight::Decides),
        Member::new("ewallet_type", Holds::Text, Weight::Required),
        Member::new("external_id", Holds::Text, Weight::Required),
        Member::new("phone", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Text, Weight::Decides),
        Member::new("transaction_date", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::EwalletPayment {
    const SHAPE: &'static Shape = EWALLET_PAYMENT;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            amount: members.take(),
            business_id: members.take(),
            checkout_url: members.take(),
            created: members.take(),
            ewallet_transaction_id: members.take(),
            ewallet_type: members.take(),
            external_id: members.take(),
            phone: members.take(),
            status: members.take(),
            transaction_date: members.take(),
        }
    }
}
const EWALLET_PAYMENT_STATUS: &Shape = &Shape::new(
    "EwalletPaymentStatus",
    &[
        Member::new("amount", Holds::Amount, Weight::Required),
        Member::new("business_id", Holds::Text, Weight::Optional),
        Member::new("checkout_url", Holds::Text, Weight::Optional),
        Member::new("ewallet_type", Holds::Text, Weight::Decides),
        Member::new("expiration_date", Holds::Text, Weight::Optional),
        Member::new("expired_at", Holds::Text, Weight::Optional),
        Member::new("external_id", Holds::Text, Weight::Required),
        Member::new("payment_timestamp", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Text, Weight::Required),
        Member::new("transaction_date", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::EwalletPaymentStatus {
    const SHAPE: &'static Shape = EWALLET_PAYMENT_STATUS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            amount: members.take(),
            business_id: members.take(),
            checkout_url: members.take(),
            ewallet_type: members.take(),
            expiration_date: members.take(),
            expired_at: members.take(),
            external_id: members.take(),
            payment_timestamp: members.take(),
            status: members.take(),
            transaction_date: members.take(),
        }
    }
}
const FIELD_ERROR: &Shape = &Shape::new(
    "FieldError",
    &[
        Member::new("field", Holds::Any, Weight::Optional),
        Member::new("location", Holds::Text, Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("messages", Holds::List(&Holds::Text), Weight::Optional),
        Member::new("path", Holds::Any, Weight::Optional),
    ],
);
impl Received for types::FieldError {
    const SHAPE: &'static Shape = FIELD_ERROR;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            field: members.take(),
            location: members.take(),
            message: members.take(),
            messages: members.take(),
            path: members.take(),
        }
    }
}
const LINKAJA_CALLBACK: &Shape = &Shape::new(
    "LinkajaCallback",
    &[
        Member::new("amount", Holds::Amount, Weight::Required),
        Member::new("callback_authentication_token", Holds::Secret, Weight::Optional),
        Member::new("ewallet_type", Holds::Text, Weight::Required),
        Member::new("external_id", Holds::Text, Weight::Required),
        Member::new(
            "items",
            Holds::List(&Holds::Object(LINKAJA_CALLBACK_ITEM)),
            Weight::Optional,
        ),
        Member::new("status", Holds::Text, Weight::Required),
    ],
);
impl Received for types::LinkajaCallback {
    const SHAPE: &'static Shape = LINKAJA_CALLBACK;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            amount: members.take(),
            callback_authentication_token: members.take(),
            ewallet_type: members.take(),
            external_id: members.take(),
            items: members.take(),
            status: members.take(),
        }
    }
}
const LINKAJA_CALLBACK_ITEM: &Shape = &Shape::new(
    "LinkajaCallbackItem",
    &[
        Member::new("id", Holds::Text, Weight::Optional),
        Member::new("name", Holds::Text, Weight::Optional),
        Member::new("price", Holds::Amount, Weight::Optional),
        Member::new("quantity", Holds::Integer, Weight::Optional),
    ],
);
impl Received for types::LinkajaCallbackItem {
    const SHAPE: &'static Shape = LINKAJA_CALLBACK_ITEM;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            id: members.take(),
            name: members.take(),
            price: members.take(),
            quantity: members.take(),
        }
    }
}
const OVO_CALLBACK: &Shape = &Shape::new(
    "OvoCallback",
    &[
        Member::new("amount", Holds::Amount, Weight::Required),
        Member::new("business_id", Holds::Text, Weight::Optional),
        Member::new("created", Holds::Text, Weight::Optional),
        Member::new("event", Holds::Text, Weight::Decides),
        Member::new("ewallet_type", Holds::Text, Weight::Required),
        Member::new("external_id", Holds::Text, Weight::Required),
        Member::new("failure_code", Holds::Text, Weight::Optional),
        Member::new("id", Holds::Text, Weight::Required),
        Member::new("phone", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Text, Weight::Required),
    ],
);
impl Received for types::OvoCallback {
    const SHAPE: &'static Shape = OVO_CALLBACK;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            amount: members.take(),
            business_id: members.take(),
            created: members.take(),
            event: members.take(),
            ewallet_type: members.take(),
            external_id: members.take(),
            failure_code: members.take(),
            id: members.take(),
            phone: members.take(),
            status: members.take(),
        }
    }
}
const REFUND_CALLBACK: &Shape = &Shape::new(
    "RefundCallback",
    &[
        Member::new("business_id", Holds::Text, Weight::Optional),
        Member::new("created", Holds::Text, Weight::Optional),
        Member::new("data", Holds::Object(CHARGE_REFUND), Weight::Required),
        Member::new("event", Holds::Text, Weight::Required),
    ],
);
impl Received for types::RefundCallback {
    const SHAPE: &'static Shape = REFUND_CALLBACK;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            business_id: members.take(),
            created: members.take(),
            data: members.take(),
            event: members.take(),
        }
    }
}
impl Held for types::EwalletChargeChannelCode {
    fn held(members: &mut Members<'_>) -> Self {
        Self::from(&*members.text())
    }
}
impl Held for types::EwalletType {
    fn held(members: &mut Members<'_>) -> Self {
        Self::from(&*members.text())
    }
}
