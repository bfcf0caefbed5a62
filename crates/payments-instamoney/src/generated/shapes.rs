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
            api_version: members.next(),
            business_id: members.next(),
            created: members.next(),
            data: members.next(),
            event: members.next(),
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
            capture_amount: members.next(),
            channel_code: members.next(),
            charge_id: members.next(),
            currency: members.next(),
            failure_code: members.next(),
            id: members.next(),
            reason: members.next(),
            refund_amount: members.next(),
            status: members.next(),
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
            cancel_redirect_url: members.next(),
            failure_redirect_url: members.next(),
            mobile_number: members.next(),
            redeem_points: members.next(),
            success_redirect_url: members.next(),
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
            category: members.next(),
            currency: members.next(),
            description: members.next(),
            metadata: members.next(),
            name: members.next(),
            price: members.next(),
            quantity: members.next(),
            reference_id: members.next(),
            sub_category: members.next(),
            type_: members.next(),
            url: members.next(),
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
            amount: members.next(),
            business_id: members.next(),
            callback_authentication_token: members.next(),
            ewallet_type: members.next(),
            external_id: members.next(),
            payment_status: members.next(),
            transaction_date: members.next(),
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
            error_code: members.next(),
            errors: members.next(),
            message: members.next(),
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
            actions: members.next(),
            basket: members.next(),
            business_id: members.next(),
            callback_url: members.next(),
            capture_amount: members.next(),
            capture_now: members.next(),
            channel_code: members.next(),
            channel_properties: members.next(),
            charge_amount: members.next(),
            checkout_method: members.next(),
            created: members.next(),
            currency: members.next(),
            customer_id: members.next(),
            failure_code: members.next(),
            id: members.next(),
            is_redirect_required: members.next(),
            metadata: members.next(),
            payer_charged_amount: members.next(),
            payer_charged_currency: members.next(),
            payment_method_id: members.next(),
            reference_id: members.next(),
            refunded_amount: members.next(),
            status: members.next(),
            updated: members.next(),
            void_status: members.next(),
            voided_at: members.next(),
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
            desktop_web_checkout_url: members.next(),
            mobile_deeplink_checkout_url: members.next(),
            mobile_web_checkout_url: members.next(),
            qr_checkout_string: members.next(),
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
            amount: members.next(),
            business_id: members.next(),
            checkout_url: members.next(),
            created: members.next(),
            ewallet_transaction_id: members.next(),
            ewallet_type: members.next(),
            external_id: members.next(),
            phone: members.next(),
            status: members.next(),
            transaction_date: members.next(),
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
            amount: members.next(),
            business_id: members.next(),
            checkout_url: members.next(),
            ewallet_type: members.next(),
            expiration_date: members.next(),
            expired_at: members.next(),
            external_id: members.next(),
            payment_timestamp: members.next(),
            status: members.next(),
            transaction_date: members.next(),
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
            field: members.next(),
            location: members.next(),
            message: members.next(),
            messages: members.next(),
            path: members.next(),
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
            amount: members.next(),
            callback_authentication_token: members.next(),
            ewallet_type: members.next(),
            external_id: members.next(),
            items: members.next(),
            status: members.next(),
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
            id: members.next(),
            name: members.next(),
            price: members.next(),
            quantity: members.next(),
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
            amount: members.next(),
            business_id: members.next(),
            created: members.next(),
            event: members.next(),
            ewallet_type: members.next(),
            external_id: members.next(),
            failure_code: members.next(),
            id: members.next(),
            phone: members.next(),
            status: members.next(),
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
            business_id: members.next(),
            created: members.next(),
            data: members.next(),
            event: members.next(),
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
