//! Every body of the provider, with its meaning.

use payments_core::Method;
use payments_provider::{
    explain::{Dictionary, Meaning, Told, by_status, sound},
    read::{Arrived, read},
};

use crate::{
    bodies, callbacks, charges, ewallets,
    generated::capabilities::PROVIDER,
    refusals::CODES,
    types::{self, EwalletPaymentStatus},
};

/// Every body of the provider, with its meaning.
pub static DICTIONARY: Dictionary = Dictionary {
    provider: PROVIDER,
    operations: bodies::ALL,
    callbacks: bodies::CALLBACKS,
    parts: bodies::PARTS,
    refusal: bodies::REFUSAL,
    codes: &CODES,
    judge: by_status,
    meaning: |operation, body| {
        let arrived = |shape: fn(&[u8]) -> Arrived| shape(body).raw("");
        Ok(match operation {
            "create_ewallet_payment" => {
                let answer = sound(read(body))?;
                let raw = arrived(|body| Arrived::new::<types::EwalletPayment>(body.to_vec()));
                // The requested version is unknown here; only that of 2019 answers with a
                // transaction id and without a status.
                ewallets::created(&answer, crate::ApiVersion::X20190204, raw)?.into()
            }
            "get_ewallet_payment" => {
                let answer: types::EwalletPaymentStatus = sound(read(body))?;
                let raw =
                    arrived(|body| Arrived::new::<types::EwalletPaymentStatus>(body.to_vec()));
                match method_of(&answer) {
                    Some(method) => ewallets::found(&answer, &method, raw)?.into(),
                    None => Meaning::Nothing,
                }
            }
            _ => {
                let raw = arrived(|body| Arrived::new::<types::EwalletCharge>(body.to_vec()));
                charges::payment(&sound(read(body))?, raw)?.into()
            }
        })
    },
    facts: &[],
    callback: |body| {
        let (name, event) = callbacks::event(body)?;
        Ok(Told {
            name,
            news: Some(event.news),
        })
    },
};

/// The wallet of an answer, which may not name it: only OVO does; only DANA states an expiry and
/// says PAID.
fn method_of(answer: &EwalletPaymentStatus) -> Option<Method> {
    match &answer.ewallet_type {
        Some(wallet) => ewallets::method(wallet).ok(),
        None if answer.expiration_date.is_some() => Some(Method::DANA),
        None if answer.expired_at.is_some() || answer.payment_timestamp.is_some() => {
            Some(Method::LINKAJA)
        }
        None => None,
    }
}
