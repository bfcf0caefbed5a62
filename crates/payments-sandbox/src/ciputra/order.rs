//! An order and the three shapes in which Ciputra shows it.

use serde_json::{Map, Value, json};

use crate::{
    clock, money,
    payment::{Details, Payment, State},
};

/// What an order holds beside the payment.
#[derive(Debug)]
pub(crate) struct Order {
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
    match &payment.details {
        Details::Ciputra(order) => Some(order),
        _ => None,
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
        "status_payment": payment.provider.status(payment),
        "expired_date": clock::jakarta_text(payment.expires),
        "cancel_date": clock::jakarta_text(payment.changed),
    })
}

/// The status object: every member always there, "" where there is no value, and the amount an integer
/// although the charge sends it as a string.
pub(super) fn status_data(payment: &Payment) -> Value {
    let Some(order) = order(payment) else {
        return Value::Null;
    };
    let transaction_time = match payment.state {
        State::Paid | State::Settled | State::Voided => clock::jakarta_text(payment.changed),
        _ => String::new(),
    };
    let texts = (1..).zip(&order.description);
    let description: Map<String, Value> = texts
        .map(|(number, text)| (format!("text_{number}"), text.as_str().into()))
        .collect();
    json!({
        "broker_id": super::BROKER_ID,
        "broker_name": super::BROKER_NAME,
        "order_id": payment.id,
        "external_id": payment.reference,
        "action": "charge",
        "payment_channel": order.paycode,
        "status": payment.provider.status(payment),
        "name": order.name,
        "phone": order.phone,
        "reference_number": order.policy_number,
        "description": description,
        "virtual_account": order.virtual_account,
        "credit_card_number": "",
        "month_end": "",
        "year_end": "",
        "amount": money::number(payment.amount),
        "created_time": clock::jakarta_text(payment.created),
        "transaction_time": transaction_time,
        "expired_time": clock::jakarta_text(payment.expires),
        "remark": "",
        "callback_url": payment.callback_url.as_deref().unwrap_or_default(),
    })
}
