//! Every body of the provider, with its meaning.

use chrono::Utc;
use payments_core::{Error, Money, Result};
use payments_provider::{
    explain::{self, Dictionary, Facts, Meaning, sound},
    read::{self, Arrived, Tree, read},
};

use crate::{
    CAPABILITIES, Callback, bills, bodies, callbacks,
    generated::capabilities::PROVIDER,
    refusals::CODES,
    told::{Subject, Told},
    types, verdict,
};

/// Every body of the provider, with its meaning.
pub static DICTIONARY: Dictionary = Dictionary {
    provider: PROVIDER,
    operations: bodies::ALL,
    callbacks: bodies::CALLBACKS,
    parts: bodies::PARTS,
    refusal: bodies::REFUSAL,
    codes: &CODES,
    // The request is unknown here.
    judge: |call, status, body| verdict::of_body(call, Subject::default(), status, body),
    meaning: |operation, body| match operation {
        "balance" => {
            let answer: types::Balance = sound(read(body))?;
            let deposit = Money::new(answer.data.deposit.into(), CAPABILITIES.currency);
            deposit
                .map(Meaning::Balance)
                .map_err(|_| Error::integrity("deposit", "at least 0", "less"))
        }
        "inquire_bill" => {
            let answer: types::BillResponse = sound(read(body))?;
            let bill = bills::bill(&answer.data)?;
            let raw = Arrived::new::<types::BillResponse>(body.to_vec()).raw("/data");
            let inquiry = bills::inquiry(&bill, answer.data, raw, Utc::now())?;
            Ok(Meaning::Inquiry(Box::new(inquiry)))
        }
        "pay_bill" | "bill_status" | "topup" | "topup_status" => payment(operation, body),
        "price_list_prepaid" | "price_list_postpaid" => {
            let answer: types::PriceList = sound(read(body))?;
            // A real list has at least one readable item.
            let arrived = Arrived::new::<types::PriceList>(body.to_vec());
            let items = arrived.items::<types::PostpaidItem>("data");
            let is_list = answer.data.json().is_array();
            match is_list && (items.is_empty() || items.iter().any(|item| item.read.is_ok())) {
                true => Ok(Meaning::Nothing),
                false => Err(Error::integrity("data", "a list of products", "another")),
            }
        }
        _ => Ok(Meaning::Nothing),
    },
    facts: &[
        Facts {
            operations: &["price_list_prepaid", "price_list_postpaid"],
            of: "/data",
            lines: &[
                ("product", "/code"),
                ("title", "/name"),
                ("price", "/price"),
                ("fee", "/admin"),
                ("commission", "/commission"),
                ("sold", "/status"),
            ],
        },
        Facts {
            operations: &["deposit_ticket"],
            of: "/data",
            lines: &[("amount", "/amount"), ("notes", "/notes")],
        },
        Facts {
            operations: &["inquire_pln"],
            of: "/data",
            // The rest is personal.
            lines: &[("power", "/segment_power")],
        },
    ],
    callback: |body| {
        let text = read::text(body);
        let tree = Tree::parse_any(&text)?;
        let name = Callback::from_slice(body).map_or("", |callback| callback.name());
        let news = match callbacks::decided(tree.clone(), body) {
            Ok(event) => event.map(|event| event.news),
            Err(reason) => Some(callbacks::unmodelled(&tree, body).because(reason).into()),
        };
        Ok(explain::Told {
            name: name.to_owned(),
            news,
        })
    },
};

fn payment(operation: &str, body: &[u8]) -> Result<Meaning> {
    let answer: types::BillResponse = sound(read(body))?;
    if verdict::payment(operation, &Told::of(&answer.data)).is_none() {
        return Ok(Meaning::Nothing);
    }
    let bill = bills::bill(&answer.data)?;
    let raw = Arrived::new::<types::BillResponse>(body.to_vec()).raw("/data");
    Ok(bills::payment(&bill, answer.data, raw)?.into())
}
