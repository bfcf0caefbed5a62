//! Every body of the provider, with its meaning.

use payments_core::{News, Result, Unmodelled};
use payments_provider::{
    explain::{Dictionary, Facts, Meaning, Told, by_status, sound},
    http::contradiction,
    read::{self, Arrived, Tree, read},
};

use crate::{
    Callback, bodies,
    generated::capabilities::PROVIDER,
    refusals::{CODES, refusal},
    transactions, types,
};

/// Every body of the provider, with its meaning.
pub static DICTIONARY: Dictionary = Dictionary {
    provider: PROVIDER,
    operations: bodies::ALL,
    callbacks: bodies::CALLBACKS,
    parts: bodies::PARTS,
    refusal: bodies::REFUSAL,
    codes: &CODES,
    judge: |call, status, body| {
        by_status(call, status, body).or_else(|| {
            let envelope = read::<types::Refusal>(body).ok()?.body;
            let refusal = refusal(
                &envelope.code?,
                envelope.status?,
                envelope.message.as_deref(),
            )?;
            Some(contradiction(call, status, refusal))
        })
    },
    meaning: |operation, body| {
        let raw = Arrived::new::<types::TransactionStatus>(body.to_vec()).raw("/data");
        Ok(match operation {
            "create_transaction" => {
                let answer: types::TransactionCreated = sound(read(body))?;
                match answer.data {
                    Some(data) => {
                        transactions::made(data, raw)?.map_or(Meaning::Nothing, Into::into)
                    }
                    None => Meaning::Nothing,
                }
            }
            "get_transaction" => {
                let answer: types::TransactionStatus = sound(read(body))?;
                match answer.data {
                    Some(data) => transactions::told(&data, raw)?.into(),
                    None => Meaning::Nothing,
                }
            }
            _ => Meaning::Nothing,
        })
    },
    facts: &[
        Facts {
            operations: &["get_registration"],
            of: "/data",
            lines: &[
                ("reference", "/external_id"),
                ("provider_id", "/order_id"),
                ("status", "/status"),
                ("channel", "/registration_channel"),
                ("registered", "/registration_time"),
                ("remark", "/remark"),
            ],
        },
        Facts {
            operations: &["cancel_transaction"],
            of: "/data",
            lines: &[
                ("reference", "/external_id"),
                ("provider_id", "/order_id"),
                ("status", "/status_payment"),
                ("cancelled", "/cancel_date"),
            ],
        },
        Facts {
            operations: &["get_token"],
            of: "",
            lines: &[("kind", "/token_type"), ("expires", "/expires_in")],
        },
    ],
    callback: |body| {
        let text = read::text(body);
        let tree = Tree::parse_any(&text)?;
        let told = Callback::from_tree(tree.clone()).and_then(|read| {
            let name = read.body.name();
            let news = news(read.body, body).map_err(read::Unreadable::sense)?;
            Ok((name, news))
        });
        let (name, news) = match told {
            Ok((name, news)) => (name, news),
            Err(reason) => {
                let inside = tree.mark(&["data", "external_id"]).text();
                let reference = inside.or(tree.mark(&["external_id"]).text());
                let raw = Arrived::new::<types::TransactionStatus>(body.to_vec()).raw("");
                let message = Unmodelled::new(PROVIDER, "", reason).about(reference, None);
                ("", Some(message.raw(raw).into()))
            }
        };
        Ok(Told {
            name: name.to_owned(),
            news,
        })
    },
};

/// What a callback claims.
fn news(callback: Callback, body: &[u8]) -> Result<Option<News>> {
    let (data, pointer) = match callback {
        Callback::Enveloped(body) => (body.data, "/data"),
        Callback::Transaction(data) => (Some(data), ""),
    };
    let raw = Arrived::new::<types::TransactionStatus>(body.to_vec()).raw(pointer);
    data.map(|data| transactions::told(&data, raw))
        .transpose()
        .map(|payment| payment.map(Into::into))
}
