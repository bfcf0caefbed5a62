//! What happens, in plain English.

use payments::Money;

use super::judge::Belief;

/// What a merchant believes of an order.
pub(super) fn belief(belief: Belief) -> String {
    let money = |amount: Option<Money>| amount.map(|money| format!(", {money}"));
    match belief {
        Belief::Paid {
            amount,
            given_back: None,
        } => format!("paid{}", money(amount).unwrap_or_default()),
        Belief::Paid {
            amount,
            given_back: Some(part),
        } => format!(
            "paid{}, and {part} given back",
            money(amount).unwrap_or_default()
        ),
        Belief::GivenBack => "paid, and given back".to_owned(),
        Belief::NotPaid => "not paid".to_owned(),
        Belief::Unresolved => "not known: left to a person".to_owned(),
    }
}
