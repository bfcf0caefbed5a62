//! An order and the three shapes in which Ciputra shows it.

use serde_json::{Value, json};

use super::Ciputra;
use crate::{
    clock, money,
    payment::{Payment, State},
    provider::{Lead, Provider},
    reply::object,
};

/// What an order holds beside the payment.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) paycode: String,
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) policy_number: String,
    pub(super) description: [String; 3],
    pub(super) virtual_account: String,
    pub(super) printed_expiry: String,
}

/// Paths of the customer's pages: the provider's own short links are eight characters as well.
pub(super) fn page(code: &str) -> String {
    format!("ciputra/s/{code}")
}

fn order(payment: &Payment) -> Option<&Order> {
    payment.details.downcast_ref()
}

/// How the customer comes to pay.
pub(super) fn lead(payment: &Payment) -> Lead {
    let Some(order) = order(payment) else {
        return Lead::Wallet;
    };
    let kind = payment.method.split(':').next().unwrap_or_default();
    let (bank, number) = (order.paycode.to_uppercase(), order.virtual_account.clone());
    match kind {
        "va" => Lead::Account { bank, number },
        // No document shows the code of an outlet: the order's id.
        "otc" => Lead::Outlet {
            name: bank,
            code: payment.id.clone(),
        },
        "qris" => Lead::Qr,
        _ => Lead::Wallet,
    }
}

/// What a charge is answered with; the document lacks it, a recorded answer of 2022 shows it.
pub(super) fn charge_data(payment: &Payment, base_url: &str) -> Value {
    let Some(order) = order(payment) else {
        return Value::Null;
    };
    json!({
        "shortlink": format!("{base_url}/{}", payment.page),
        "virtual_account_number": order.virtual_account,
        "order_id": payment.id,
        "external_id": payment.reference,
        "expired_date": order.printed_expiry,
    })
}

pub(super) fn cancel_data(payment: &Payment) -> Value {
    json!({
        "order_id": payment.id,
        "status_payment": Ciputra.status(payment),
        "expired_date": clock::jakarta_text(payment.expires),
        "cancel_date": clock::jakarta_text(payment.changed),
    })
}

/// The status object: every member always there, "" where there is no value, and the amount an
/// integer although the charge sends it as a string.
pub(super) fn status_data(payment: &Payment) -> Value {
    let Some(order) = order(payment) else {
        return Value::Null;
    };
    let transaction_time = match payment.state {
        State::Paid | State::Settled | State::Voided => clock::jakarta_text(payment.changed),
        _ => String::new(),
    };
    let [first, second, third] = order.description.each_ref().map(String::as_str);
    object([
        ("broker_id", super::BROKER_ID.into()),
        ("broker_name", super::BROKER_NAME.into()),
        ("order_id", payment.id.as_str().into()),
        ("external_id", payment.reference.as_str().into()),
        ("action", "charge".into()),
        ("payment_channel", order.paycode.as_str().into()),
        ("status", Ciputra.status(payment).into()),
        ("name", order.name.as_str().into()),
        ("phone", order.phone.as_str().into()),
        ("reference_number", order.policy_number.as_str().into()),
        (
            "description",
            json!({"text_1": first, "text_2": second, "text_3": third}),
        ),
        ("virtual_account", order.virtual_account.as_str().into()),
        ("credit_card_number", "".into()),
        ("month_end", "".into()),
        ("year_end", "".into()),
        ("amount", money::number(payment.amount)),
        ("created_time", clock::jakarta_text(payment.created).into()),
        ("transaction_time", transaction_time.into()),
        ("expired_time", clock::jakarta_text(payment.expires).into()),
        ("remark", "".into()),
        (
            "callback_url",
            payment.callback_url.as_deref().unwrap_or_default().into(),
        ),
    ])
}
