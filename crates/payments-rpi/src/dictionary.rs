//! Every body of the provider, and what it means.

use payments_core::{AmountChange, Error, Failure, Method, Money, Payment, Reference, Result};
use payments_provider::{
    explain::{Dictionary, Facts, Meaning, Told, by_status, sound},
    http::contradiction,
    read::{self, Arrived, Tree, Unreadable, read},
};
use serde_json::Value;

use crate::{
    CAPABILITIES, Callback, DateFormat, bodies,
    callbacks::{is_of_another_kind, unmodelled},
    generated::capabilities::PROVIDER,
    refusals::{CODES, contradicts, repeatable},
    states,
    statuses::StatusTable,
    types,
};

/// Every body of the provider and what it means.
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
            self::charge(&charge, body).map_err(Unreadable::sense)
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

/// The change that an answer tells of, as far as it repeats it.
fn changed(answer: &types::BillAmountUpdated, body: &[u8]) -> Result<Meaning> {
    let (Some(id), Some(amount)) = (&answer.transaction_id, answer.amount) else {
        return Ok(Meaning::Nothing);
    };
    let Some(date) = answer.date.as_deref().and_then(DateFormat::read) else {
        return Ok(Meaning::Nothing);
    };
    let mut change = AmountChange::new(Reference::new(&**id)?, money(amount)?, date);
    change.applied_on = Some(date);
    change.raw = Arrived::new::<types::BillAmountUpdated>(body.to_vec()).raw("");
    Ok(Meaning::AmountChange(Box::new(change)))
}

fn money(amount: payments_provider::wire::Amount) -> Result<Money> {
    Money::new(amount.into(), CAPABILITIES.currency)
        .map_err(|_| Error::integrity("amount", "at least 0", "less"))
}

/// The charge that a callback claims to tell of.
fn charge(body: &types::ChargeCallback, bytes: &[u8]) -> Result<Payment> {
    let details = &body.details;
    let word = details.status.to_string();
    let status = StatusTable::Charge.read(&word);
    let reference = states::reference(body.transaction_id.as_deref())?;
    let currency = CAPABILITIES.currency.as_str();
    if let Some(told) = details.currency.as_deref()
        && told != currency
    {
        return Err(Error::integrity("currency", currency, told));
    }
    let mut payment = Payment::new(PROVIDER, reference, Method::ANY, status, word);
    payment.provider_id.clone_from(&details.transaction_id);
    payment.amount = details.amount.map(money).transpose()?;
    payment.failure = details.errors.iter().flatten().find_map(failure);
    payment.raw = Arrived::new::<types::ChargeCallback>(bytes.to_vec()).raw("");
    Ok(payment)
}

/// The first thing that went wrong.
fn failure(error: &types::ErrorEntry) -> Option<Failure> {
    let details = error.details.as_ref().map(|details| details.json());
    let details = details.and_then(Value::as_str).map(str::to_owned);
    Some(Failure {
        code: error.code.clone()?,
        meaning: None,
        message: details.or_else(|| error.message.clone()),
    })
}
