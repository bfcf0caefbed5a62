//! The JSON of a Fazz payment.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{Fazz, refusals::Refusal};
use crate::{
    clock, money,
    payment::Payment,
    provider::{Lead, Provider},
    reply::Reply,
    world::World,
};

/// What a payment holds beside the common part.
#[derive(Debug)]
pub(super) struct Instructions {
    /// The provider's word for the method.
    pub(super) kind: &'static str,
    /// Of the method: its own for each one-time payment, shared by those of a method that stays.
    pub(super) method_id: String,
    /// The reference that the method shows: the payment's own, or the method's.
    pub(super) method_reference: String,
    /// The member that leads the customer (`instructions`, or `settlement` for wallets) and what it
    /// holds.
    pub(super) leads: (&'static str, Map<String, Value>),
    pub(super) description: Option<String>,
    /// Payments of methods that stay do not expire.
    pub(super) expires: bool,
    pub(super) fees: Decimal,
    /// The request, to tell a repeat from another request with its reference.
    pub(super) request: Value,
}

/// How the customer comes to pay, from what the method shows.
pub(super) fn lead(payment: &Payment) -> Lead {
    let Some(details) = payment.details.downcast_ref::<Instructions>() else {
        return Lead::Wallet;
    };
    let (_, leads) = &details.leads;
    let text = |name: &str| leads.get(name).and_then(Value::as_str).map(str::to_owned);
    if let (Some(name), Some(code)) = (text("retailOutletName"), text("paymentCode")) {
        return Lead::Outlet { name, code };
    }
    if let (Some(bank), Some(number)) = (text("bankShortCode"), text("accountNo")) {
        return Lead::Account { bank, number };
    }
    match details.kind {
        "qris" => Lead::Qr,
        _ => Lead::Wallet,
    }
}

pub(super) fn answer(payment: &Payment, status: u16, world: &World) -> Result<Reply, Refusal> {
    Ok(Reply::json(
        status,
        json!({"data": resource(payment, &world.base_url)}),
    ))
}

/// The payment, as answers and callbacks show it.
pub(super) fn resource(payment: &Payment, base_url: &str) -> Value {
    let Some(details) = payment.details.downcast_ref::<Instructions>() else {
        return Value::Null;
    };
    let (member, leads) = &details.leads;
    let mut leads = leads.clone();
    if *member == "settlement" {
        let page = format!("{base_url}/{}", payment.page);
        leads.insert("httpUrl".into(), page.clone().into());
        leads.insert(
            "mobileUrl".into(),
            format!("shopeeid://pay?page={page}").into(),
        );
    }
    if details.kind == "qris" && !leads.contains_key("imageUrl") {
        let image = format!("{base_url}/{}.png", payment.page);
        leads.insert("imageUrl".into(), image.into());
    }
    let method = json!({
        "id": details.method_id,
        "type": details.kind,
        "referenceId": details.method_reference,
        *member: leads,
    });
    json!({
        "id": payment.id,
        "type": "payment",
        "attributes": {
            "status": Fazz.status(payment),
            "amount": decimal(payment.amount),
            "currency": payment.currency,
            "createdAt": clock::jakarta_offset_text(payment.created),
            "description": details.description,
            // In UTC, whatever the offset was that it was sent with: so the document prints it.
            "expiredAt": details.expires.then(|| clock::utc_seconds_text(payment.expires)),
            "referenceId": payment.reference,
            "fees": decimal(details.fees),
            "paymentMethod": method,
        },
    })
}

/// At least one digit after the point, no padding: "100000.0", "116.55".
fn decimal(amount: Decimal) -> String {
    let digits = money::digits(amount);
    if digits.contains('.') {
        digits
    } else {
        format!("{digits}.0")
    }
}

/// The fee of outlets is the document's. That of the others is a model that reproduces every known
/// answer: a fixed or relative price, and value added tax of 11 %.
pub(super) fn fees(kind: &str, amount: Decimal) -> Decimal {
    let price = match kind {
        "retail_outlet" => return Decimal::from(4_400),
        "virtual_bank_account" => Decimal::from(3_300),
        "qris" => amount * Decimal::new(7, 3),
        _ => amount * Decimal::new(15, 3),
    };
    (price * Decimal::new(111, 2)).round_dp(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fees_are_those_of_the_document_and_of_known_answers() {
        for (kind, amount, fee) in [
            ("retail_outlet", 100_000, "4400.0"),
            ("virtual_bank_account", 250_000, "3663.0"),
            ("qris", 15_000, "116.55"),
            ("qris", 99_000, "769.23"),
            ("e-wallet", 15_000, "249.75"),
        ] {
            assert_eq!(decimal(fees(kind, amount.into())), fee, "{kind}");
        }
    }
}
