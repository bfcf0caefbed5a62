//! Every body of the provider, with its meaning.

use payments_core::{
    AmountChange, AmountChangeRequest, Mandate, MandateCharge, MandateQuery, MandateStatus,
    Reference, Result,
};
use payments_provider::{
    explain::{Dictionary, Facts, Meaning, Told, by_status, sound},
    http::contradiction,
    read::{self, Arrived, Tree, Unreadable, read},
};

use crate::{
    Callback, DateFormat, bodies,
    callbacks::{is_of_another_kind, unmodelled},
    charges,
    generated::capabilities::PROVIDER,
    refusals::{CODES, contradicts, repeatable},
    states, types,
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
        by_status(call, status, body)
            .or_else(|| {
                let json = Arrived::new::<types::Error>(body.to_vec())
                    .raw("")
                    .into_json();
                Some(contradiction(call, status, contradicts(&json)?))
            })
            .map(repeatable)
    },
    meaning: |operation, body| {
        Ok(match operation {
            "create_rpi" => {
                let raw = Arrived::new::<types::InstructionCreated>(body.to_vec()).raw("");
                states::created(&sound(read(body))?, raw, None)?.into()
            }
            "get_rpi" => {
                let raw = Arrived::new::<types::InstructionState>(body.to_vec()).raw("");
                states::told(&sound(read(body))?, raw, None)?.into()
            }
            "update_bill_amount" => changed(&sound(read(body))?, body)?,
            _ => Meaning::Nothing,
        })
    },
    facts: &[Facts {
        operations: &["get_token"],
        of: "",
        lines: &[("kind", "/tokenType"), ("expires", "/expiresIn")],
    }],
    callback: |body| {
        let text = read::text(body);
        let tree = Tree::parse_any(&text)?;
        let told = Callback::from_tree(tree.clone()).and_then(|read| {
            let Callback::Charge(charge) = read.body;
            explained(&charge).map_err(Unreadable::sense)
        });
        let (name, news) = match told {
            Ok(charge) => ("Charge", charge.into()),
            Err(_) if is_of_another_kind(&tree) => ("", unmodelled(&tree, body).into()),
            Err(reason) => ("", unmodelled(&tree, body).because(reason).into()),
        };
        Ok(Told {
            name: name.to_owned(),
            news: Some(news),
        })
    },
};

/// The change in an answer, as far as the answer repeats it.
fn changed(answer: &types::BillAmountUpdated, body: &[u8]) -> Result<Meaning> {
    let (Some(id), Some(amount)) = (&answer.transaction_id, answer.amount) else {
        return Ok(Meaning::Nothing);
    };
    let Some(date) = answer.date.as_deref().and_then(DateFormat::read) else {
        return Ok(Meaning::Nothing);
    };
    // Only the request states what was asked for.
    let mandate = MandateQuery::new(Reference::new(&**id)?);
    let request = AmountChangeRequest::new(mandate, date, charges::money(amount)?)?;
    let mut change = AmountChange::taken(PROVIDER, &request, Some(date));
    change.raw = Arrived::new::<types::BillAmountUpdated>(body.to_vec()).raw("");
    Ok(change.into())
}

/// A charge of a mandate of which only the reference and the ids are known.
fn explained(body: &types::ChargeCallback) -> Result<MandateCharge> {
    let reference = states::reference(body.transaction_id.as_deref())?;
    let unknown = MandateStatus::Other(String::new());
    let mut mandate = Mandate::new(PROVIDER, reference, unknown, "");
    mandate.provider_id.clone_from(&body.details.rpi_code);
    mandate.customer_id.clone_from(&body.customer_id);
    Ok(MandateCharge::new(charges::claimed(body)?, mandate))
}
