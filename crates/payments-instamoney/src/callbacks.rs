//! Callbacks: the shared token in a header or in the body, and the event of a message.

use payments_core::{
    CallbackError, Callbacks, Error, Event, Hint, News, Payment, PaymentRequest, Proof, Received,
    Refund, Result, Secrets, Unmodelled, Verified, async_trait,
};
use payments_provider::{
    read::{self, Arrived, Tree, Unreadable},
    wire,
};
use reqwest::header::{HeaderMap, HeaderName};

use crate::{
    Callback, Instamoney, SETTINGS, charges,
    ewallets::{self, failure, money},
    generated::capabilities::PROVIDER,
    statuses::StatusTable,
    types::{ChargeCallback, RefundCallback},
};

/// Checks who sent a callback, then reads it.
///
/// The token is accepted in one of the headers (`x-callback-token`, unless another is set) or, for
/// DANA and LINKAJA, in the body's `callback_authentication_token`: which of the two a callback has
/// depends on the wallet and the version. A callback without a correct token is refused.
///
/// The token does not cover the body: it proves only that the sender knows it, not that the content
/// is true.
pub fn verify_callback(
    tokens: &Secrets,
    names: &[HeaderName],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Verified<Callback>, CallbackError> {
    let proof = prove(tokens, names, headers, body)?;
    let callback = Callback::from_slice(body)?;
    Ok(Verified::new(proof, callback))
}

fn prove(
    tokens: &Secrets,
    names: &[HeaderName],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Proof, CallbackError> {
    let in_headers = names
        .iter()
        .flat_map(|name| headers.get_all(name))
        .map(|token| token.as_bytes());
    Proof::by_shared_token(in_headers, tokens).or_else(|refused| {
        // Only now, because this parses the whole body.
        let text = read::text(body);
        let tree = Tree::parse(&text).ok();
        let token = tree
            .as_ref()
            .and_then(|tree| tree.mark(&["callback_authentication_token"]).text());
        match token {
            Some(token) => Proof::by_shared_token([token.as_bytes()], tokens),
            None => Err(refused),
        }
    })
}

#[async_trait]
impl Callbacks for Instamoney {
    /// An unmodelled event is reported as such, which is never a success.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let keys = SETTINGS.callback_keys(self.checks.as_ref())?;
        let proof = prove(&keys.secrets, &keys.headers, headers, body)?;
        let (_, event) = event(body)?;
        Ok(Received::Verified(Verified::new(proof, event)))
    }

    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        hint.ask::<PaymentRequest>(self).await
    }
}

/// The event of a callback, and its name. Any JSON gives an event: unmodelled or inconsistent
/// messages are reported as unmodelled.
pub(crate) fn event(body: &[u8]) -> Result<(String, Event), Unreadable> {
    let text = read::text(body);
    let told = Callback::from_tree(Tree::parse(&text)?).and_then(|read| {
        let news = news(&read.body, body).map_err(Unreadable::sense)?;
        Ok((read.body, news))
    });
    Ok(match told {
        Ok((callback, news)) => (callback.name().to_owned(), Event::new(key(&callback), news)),
        Err(reason) => {
            let raw = Arrived::new::<RefundCallback>(body.to_vec()).raw("");
            let message = unmodelled(&Tree::parse(&text)?).because(reason).raw(raw);
            (message.event.clone(), message.event(body))
        }
    })
}

/// What is known about an arbitrary message.
fn unmodelled(tree: &Tree<'_>) -> Unmodelled {
    let text = |place: &[&str]| tree.mark(place).text();
    let event = text(&["event"]).unwrap_or_default();
    let reference = text(&["data", "reference_id"]).or(text(&["external_id"]));
    let id = text(&["data", "charge_id"]).or(text(&["data", "id"]));
    Unmodelled::new(PROVIDER, event, "").about(reference, id.or(text(&["id"])))
}

/// The same for every delivery of the same news. A different refunded amount with the same status
/// is different news.
fn key(callback: &Callback) -> String {
    match callback {
        Callback::Ovo(ovo) => format!("{}:{}", ovo.id, ovo.status),
        Callback::Dana(dana) => format!("DANA:{}:{}", dana.external_id, dana.payment_status),
        Callback::Linkaja(linkaja) => {
            format!("LINKAJA:{}:{}", linkaja.external_id, linkaja.status)
        }
        Callback::Refund(refund) => format!("{}:{}", refund.data.id, refund.data.status),
        Callback::Charge(charge) | Callback::Void(charge) | Callback::ChargeRefund(charge) => {
            let mut key = format!("{}:{}", charge.data.id, charge.data.status);
            if charges::is_voided(&charge.data) {
                key += ":voided";
            }
            if let Some(refunded) = charges::refunded(&charge.data) {
                key += &format!(":refunded:{refunded}");
            }
            key
        }
    }
}

/// The news in a callback.
fn news(callback: &Callback, body: &[u8]) -> Result<News> {
    Ok(match callback {
        Callback::Void(charge) | Callback::ChargeRefund(charge) => gone_back(charge, body)?.into(),
        Callback::Refund(message) => refund(message, body)?.into(),
        Callback::Ovo(_) | Callback::Dana(_) | Callback::Linkaja(_) | Callback::Charge(_) => {
            payment(callback, body)?.into()
        }
    })
}

/// The refunded charge. A message that does not state the refund is not news of the charge, whose
/// own status may still be a success.
fn gone_back(message: &ChargeCallback, body: &[u8]) -> Result<Payment> {
    let raw = Arrived::new::<ChargeCallback>(body.to_vec()).raw("/data");
    let payment = charges::payment(&message.data, raw)?;
    match payment.refunded {
        Some(_) => Ok(payment),
        None => Err(Error::integrity(
            "event",
            "money that went back",
            &message.event,
        )),
    }
}

fn refund(message: &RefundCallback, body: &[u8]) -> Result<Refund> {
    let data = &message.data;
    ewallets::check_currency(&data.currency)?;
    let status = StatusTable::Refund.read(&data.status);
    let amount = money(&data.refund_amount)?;
    let mut refund = Refund::new(
        PROVIDER,
        &*data.charge_id,
        &*data.id,
        amount,
        (status, &*data.status),
    );
    refund.captured = data.capture_amount.as_ref().map(money).transpose()?;
    refund.raw = Arrived::new::<RefundCallback>(body.to_vec()).raw("/data");
    Ok(refund)
}

/// The payment in a callback.
fn payment(callback: &Callback, body: &[u8]) -> Result<Payment> {
    let told = |table: StatusTable, wallet, external_id: &str, word: &str| {
        let method = ewallets::method(wallet)?;
        let reference = payments_core::Reference::new(external_id)?;
        Ok::<_, Error>(Payment::new(
            PROVIDER,
            reference,
            method,
            table.read(word),
            word,
        ))
    };
    match callback {
        Callback::Ovo(ovo) => {
            if let Some(event) = &ovo.event
                && event != "ewallet.payment"
            {
                return Err(Error::integrity("event", "ewallet.payment", event));
            }
            let mut payment = told(
                StatusTable::OvoCallback,
                &ovo.ewallet_type,
                &ovo.external_id,
                &ovo.status,
            )?;
            payment.provider_id = Some(ovo.id.clone());
            payment.amount = Some(money(&ovo.amount)?);
            if payment.status.is_paid() {
                payment.paid_at = ovo.created.as_deref().and_then(wire::time);
            }
            payment.failure = failure(&ovo.failure_code);
            payment.raw = Arrived::new::<crate::types::OvoCallback>(body.to_vec()).raw("");
            Ok(payment)
        }
        Callback::Dana(dana) => {
            let mut payment = told(
                StatusTable::DanaCallback,
                &dana.ewallet_type,
                &dana.external_id,
                &dana.payment_status,
            )?;
            payment.amount = Some(money(&dana.amount)?);
            if payment.status.is_paid() {
                payment.paid_at = dana.transaction_date.as_deref().and_then(wire::time_in_utc);
            }
            payment.raw = Arrived::new::<crate::types::DanaCallback>(body.to_vec()).raw("");
            Ok(payment)
        }
        Callback::Linkaja(linkaja) => {
            let mut payment = told(
                StatusTable::LinkajaCallback,
                &linkaja.ewallet_type,
                &linkaja.external_id,
                &linkaja.status,
            )?;
            payment.amount = Some(money(&linkaja.amount)?);
            payment.raw = Arrived::new::<crate::types::LinkajaCallback>(body.to_vec()).raw("");
            Ok(payment)
        }
        Callback::Charge(charge) | Callback::Void(charge) | Callback::ChargeRefund(charge) => {
            let raw = Arrived::new::<ChargeCallback>(body.to_vec()).raw("/data");
            charges::payment(&charge.data, raw)
        }
        Callback::Refund(_) => Err(Error::integrity("event", "a payment", "a refund")),
    }
}
