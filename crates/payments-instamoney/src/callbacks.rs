//! Callbacks: the shared token, in a header or in the body.

use payments_core::http::decoding;
use payments_core::{
    Asked, CallbackError, Callbacks, Error, Event, Hint, Payment, Proof, Provider, Raw, Received,
    Reference, Result, Secrets, Verified, async_trait, marks, wire,
};
use reqwest::header::HeaderMap;

use crate::{
    Callback, Instamoney, charges,
    ewallets::{failure, method, money},
    generated::capabilities::PROVIDER,
    statuses::StatusTable,
};

/// Checks who sent a callback, then reads it.
///
/// The token is accepted in the header `x-callback-token` or, for DANA and LINKAJA, in the body's `callback_authentication_token`: which of the two
/// a callback carries differs by wallet and age. One that carries neither, or a wrong one only, is refused.
///
/// The token does not cover the body: it proves that the sender knows it, not what is said.
pub fn verify_callback(
    tokens: &Secrets,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Verified<Callback>, CallbackError> {
    let in_headers = headers
        .get_all("x-callback-token")
        .iter()
        .map(|token| token.as_bytes());
    let proof = Proof::by_shared_token(in_headers, tokens).or_else(|refused| {
        // Only now, because it means to read the whole body.
        let in_body = marks(body, ["callback_authentication_token"]).ok();
        match in_body.as_ref().and_then(|[token]| token.text()) {
            Some(token) => Proof::by_shared_token([token.as_bytes()], tokens),
            None => Err(refused),
        }
    })?;
    let callback =
        Callback::from_slice(body).map_err(|error| CallbackError::Unreadable(decoding(&error)))?;
    Ok(Verified::new(proof, callback))
}

#[async_trait]
impl Callbacks for Instamoney {
    fn sender(&self) -> Provider {
        PROVIDER
    }

    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let tokens = self.callback_tokens.as_ref().ok_or_else(|| {
            CallbackError::NotConfigured(Error::configuration(
                "no callback token is set (INSTAMONEY_CALLBACK_TOKENS)",
            ))
        })?;
        verify_callback(tokens, headers, body)?
            .try_map(|callback| {
                let payment = payment(&callback)
                    .map_err(|error| CallbackError::Unreadable(error.to_string()))?;
                Ok(Event::new(key(&callback), payment))
            })
            .map(Received::Verified)
    }

    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        hint.ask(Asked::Payments(self)).await
    }
}

/// The same for every delivery of the same news.
fn key(callback: &Callback) -> String {
    match callback {
        Callback::Ovo(ovo) => format!("{}:{}", ovo.id, ovo.status),
        Callback::Dana(dana) => format!("DANA:{}:{}", dana.external_id, dana.payment_status),
        Callback::Linkaja(linkaja) => {
            format!("LINKAJA:{}:{}", linkaja.external_id, linkaja.status)
        }
        Callback::Charge(charge) => format!("{}:{}", charge.data.id, charge.data.status),
    }
}

/// The payment that a callback tells of.
pub(crate) fn payment(callback: &Callback) -> Result<Payment> {
    let told = |table: StatusTable, wallet, external_id: &str, word: &str| {
        let method = method(wallet)?;
        let reference = Reference::new(external_id)?;
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
            payment.raw = Raw::of(ovo.clone());
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
                payment.paid_at = dana.transaction_date.as_deref().and_then(wire::time);
            }
            payment.raw = without_token(Raw::of(dana.clone()));
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
            payment.raw = without_token(Raw::of(linkaja.clone()));
            Ok(payment)
        }
        Callback::Charge(charge) => charges::payment(&charge.data),
    }
}

/// The token is a secret; what is kept of a payment must not hold it.
fn without_token(raw: Raw) -> Raw {
    let mut json = raw.into_json();
    if let Some(object) = json.as_object_mut() {
        object.remove("callback_authentication_token");
    }
    json.into()
}
