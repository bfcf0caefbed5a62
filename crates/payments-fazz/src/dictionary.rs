//! Every body of the provider, with its meaning.

use payments_provider::{
    explain::{Dictionary, Facts, Listed, Meaning, Told, by_status, sound},
    read::{Arrived, read},
};

use crate::{bodies, callbacks, generated::capabilities::PROVIDER, refusals::CODES, states, types};

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
        Ok(match operation {
            "create_payment" | "get_payment" => {
                let answer: types::PaymentDocument = sound(read(body))?;
                let raw = Arrived::new::<types::PaymentDocument>(body.to_vec()).raw("/data");
                states::payment(answer.data, raw, None)?.into()
            }
            "list_payments" | "list_qris_payments" | "list_virtual_account_payments" => {
                let arrived = Arrived::new::<types::PaymentList>(body.to_vec());
                let items = arrived.items::<types::PaymentResource>("data").into_iter();
                let listed = items.map(|item| {
                    let payment = sound(item.read)
                        .and_then(|payment| states::payment(payment, item.raw, None));
                    Listed::from(payment.map(Into::into))
                });
                Meaning::List(listed.collect())
            }
            _ => Meaning::Nothing,
        })
    },
    facts: &[
        Facts {
            operations: &[
                "create_payment_task",
                "create_qris_task",
                "create_virtual_account_task",
            ],
            of: "/data/attributes",
            lines: &[
                ("reference", "/referenceId"),
                ("action", "/action"),
                ("of", "/targetType"),
                ("provider_id", "/targetId"),
                ("amount", "/options/amount"),
            ],
        },
        Facts {
            operations: &[
                "create_qris",
                "get_qris",
                "create_virtual_account",
                "get_virtual_account",
            ],
            of: "/data",
            lines: &[
                ("reference", "/attributes/referenceId"),
                ("provider_id", "/id"),
                ("kind", "/type"),
                ("bank", "/attributes/instructions/bankShortCode"),
                ("account", "/attributes/instructions/accountNo"),
                ("code", "/attributes/instructions/imageUrl"),
            ],
        },
    ],
    callback: |body| {
        let (name, event) = callbacks::event(body)?;
        Ok(Told {
            name,
            news: Some(event.news),
        })
    },
};
