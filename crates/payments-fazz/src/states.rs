//! Maps the provider's payment to the common one.

use payments_core::{Error, Method, NextAction, Payment, PaymentStatus, Raw, Reference, Result};
use payments_provider::wire;

use crate::{
    generated::capabilities::{CAPABILITIES, PROVIDER},
    statuses::StatusTable,
    told::is_payment,
    types::{Instructions, PaymentMethodState, PaymentResource, Settlement},
};

/// The payment of an answer or a callback. `asked` is the method in the query: an answer about a
/// wallet does not name it.
pub(crate) fn payment(
    resource: PaymentResource,
    raw: Raw,
    asked: Option<&Method>,
) -> Result<Payment> {
    if !is_payment(&resource) {
        return Err(Error::integrity("type", "payment", &resource.type_));
    }
    let state = resource.attributes;
    let how = state.payment_method;
    let method = match asked {
        Some(method) => method.clone(),
        None => how.as_ref().and_then(method).unwrap_or(Method::ANY),
    };
    let status = StatusTable::Payment.read(&state.status);
    let time = |text: &Option<String>| text.as_deref().and_then(wire::time);
    let mut payment = Payment::new(
        PROVIDER,
        Reference::new(state.reference_id)?,
        method,
        status,
        state.status,
    );
    if let Some(currency) = &state.currency
        && currency != CAPABILITIES.currency.as_str()
    {
        return Err(Error::integrity(
            "currency",
            CAPABILITIES.currency.as_str(),
            currency,
        ));
    }
    payment.provider_id = Some(resource.id);
    payment.amount = Some(state.amount.money("amount", CAPABILITIES.currency)?);
    let fees = state.fees;
    let fees = fees.map(|fees| fees.money("amount", CAPABILITIES.currency));
    payment.fees = fees.transpose()?;
    payment.created_at = time(&state.created_at);
    payment.expires_at = time(&state.expired_at);
    if let Some(how) = how {
        // Payments to a permanent account or code have references made by the provider: these two
        // ids show whose money it is.
        let ids = [
            ("payment_method_id", how.id),
            ("payment_method_reference", how.reference_id),
        ];
        for (name, id) in ids {
            payment
                .identifiers
                .extend(id.map(|id| (name.to_owned(), id)));
        }
        if payment.status == PaymentStatus::Pending {
            payment.next_actions = next_actions(how.instructions, how.settlement);
        }
    }
    payment.raw = raw;
    Ok(payment)
}

/// The method of a state. A wallet is named only by the prefix of the method's id.
fn method(how: &PaymentMethodState) -> Option<Method> {
    let instructions = how.instructions.as_ref();
    let channel = match how.kind()? {
        "retail_outlet" => ("outlet", instructions?.retail_outlet_name.clone()?),
        "virtual_bank_account" => ("va", instructions?.bank_short_code.clone()?),
        "e-wallet" => ("ewallet", how.id.as_ref()?.split_once('_')?.0.to_owned()),
        "qris" => return Some(Method::QRIS),
        _ => return None,
    };
    format!("{}:{}", channel.0, channel.1.to_lowercase())
        .parse()
        .ok()
}

impl PaymentMethodState {
    fn kind(&self) -> Option<&str> {
        self.type_.as_deref()
    }
}

fn next_actions(
    instructions: Option<Instructions>,
    settlement: Option<Settlement>,
) -> Vec<NextAction> {
    let shown = instructions.unwrap_or_default();
    let leads = settlement.unwrap_or_default();
    let code = shown
        .payment_code
        .map(|code| NextAction::ShowPaymentCode { code });
    let account = shown
        .account_no
        .map(|number| NextAction::ShowAccountNumber { number });
    let picture = shown.image_url.map(|url| NextAction::ShowQrImage { url });
    let app = leads.mobile_url.map(|url| NextAction::DeepLink { url });
    let page = leads.http_url.map(|url| NextAction::Redirect { url });
    [code, account, picture, app, page]
        .into_iter()
        .flatten()
        .collect()
}
