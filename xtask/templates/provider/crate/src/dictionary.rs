//! Every body of the provider, with its meaning.

use payments_provider::{
    explain::{Dictionary, Told, by_status, sound},
    read::{Arrived, read},
};

use crate::{bodies, callbacks, generated::capabilities::PROVIDER, qris, refusals::CODES, types};

/// Every body of the provider, with its meaning.
pub static DICTIONARY: Dictionary = Dictionary {
    provider: PROVIDER,
    operations: bodies::ALL,
    callbacks: bodies::CALLBACKS,
    parts: bodies::PARTS,
    refusal: bodies::REFUSAL,
    codes: &CODES,
    judge: by_status,
    meaning: |_operation, body| {
        let answer: types::QrisPayment = sound(read(body))?;
        let raw = Arrived::new::<types::QrisPayment>(body.to_vec()).raw("");
        Ok(qris::payment(&answer, raw)?.into())
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
