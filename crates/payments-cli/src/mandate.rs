//! `payments mandate`: create, get, change-amount, charges.

use payments::{
    AmountChangeRequest, Charge, Customer, Error, IntervalUnit, Kind, MandateAmount, MandateQuery,
    MandateRequest, News, Reference, Schedule, capabilities::Lookup,
};
use serde_json::json;

use crate::{
    arguments::{
        ChangeAmountArguments, EntryArguments, MandateArguments, MandateCommand,
        MandateCreateArguments, Target, Unit,
    },
    failure::Failure,
    journal,
    output::Output,
    providers,
    stopping::Deed,
};

pub(crate) async fn run(command: MandateCommand, output: &Output) -> Result<(), Failure> {
    match command {
        MandateCommand::Create(arguments) => create(*arguments, output).await,
        MandateCommand::Get(arguments) => get(arguments, output).await,
        MandateCommand::ChangeAmount(arguments) => change_amount(arguments, output).await,
        MandateCommand::Charges(arguments) => charges(arguments, output).await,
    }
}

async fn create(arguments: MandateCreateArguments, output: &Output) -> Result<(), Failure> {
    let mandates = providers::mandates(&arguments.target)?;
    let recorded = arguments.recorded.clone();
    let target = arguments.target.clone();
    let request = request(arguments)?;
    let reference = &request.reference;
    let deed = deed(
        &target,
        reference,
        recorded.journal.is_some().then_some(reference),
    );
    let mandate = deed
        .answer(journal::settle(&recorded, &*mandates, &request))
        .await?;
    output.made(target.provider, &mandate.into())
}

async fn get(arguments: MandateArguments, output: &Output) -> Result<(), Failure> {
    let mandates = providers::mandates(&arguments.target)?;
    output.mandate(&mandates.get(&query(arguments)).await?)
}

async fn change_amount(arguments: ChangeAmountArguments, output: &Output) -> Result<(), Failure> {
    let mandates = providers::mandates(&arguments.mandate.target)?;
    let target = arguments.mandate.target.clone();
    let recorded = arguments.recorded;
    let mut query = query(arguments.mandate);
    if let Some(url) = &recorded.journal
        && (query.provider_id.is_none() || query.customer_id.is_none())
        && let Some(mandate) = journal::mandate(url, &*mandates, &query.reference).await?
    {
        query.provider_id = query.provider_id.or(mandate.provider_id);
        query.customer_id = query.customer_id.or(mandate.customer_id);
    }
    let request = AmountChangeRequest::new(query, arguments.date, arguments.amount)
        .and_then(|request| request.number(arguments.number))
        .map_err(Error::from)?;
    let mandate = &request.mandate().reference;
    let reference = recorded.journal.is_some().then_some(request.reference());
    let deed = deed(&target, mandate, reference);
    let change = deed
        .answer(journal::settle(&recorded, &*mandates, &request))
        .await?;
    output.made(target.provider, &change.into())
}

/// What the provider tells by itself of each charge is in the journal alone: it cannot be asked.
async fn charges(arguments: EntryArguments, output: &Output) -> Result<(), Failure> {
    let entry = journal::entry(&arguments).await?;
    if entry.kind != Kind::Mandate {
        return Err(Failure::usage(format!(
            "{} is recorded as a {}, not as a mandate",
            entry.reference, entry.kind
        )));
    }
    let charges = entry.answer.as_ref().map_or(&[][..], News::charges);
    if output.is_json() {
        return output.json(&json!({ "charges": charges }));
    }
    let shown = |text: Option<String>| text.unwrap_or_else(|| "-".into());
    let row = |charge: &Charge| {
        [
            shown(charge.number.map(|number| number.to_string())),
            shown(charge.due_on.map(|day| day.to_string())),
            shown(charge.amount.map(|amount| amount.to_string())),
            charge.status.to_string(),
            charge.proof.as_str().to_owned(),
            shown(charge.provider_id.clone()),
        ]
    };
    let rows: Vec<_> = charges.iter().map(row).collect();
    let heads = ["#", "due on", "amount", "status", "known by", "id"];
    output.table(heads, &rows)
}

fn deed<'a>(
    target: &'a Target,
    reference: &'a Reference,
    recorded: Option<&'a Reference>,
) -> Deed<'a> {
    let capabilities = target.provider.capabilities().mandates.as_ref();
    Deed {
        provider: target.provider,
        reference,
        asks: "mandate get",
        with: String::new(),
        lookup: capabilities.map_or(Lookup::ByReference, |all| all.settlement.lookup),
        sandbox: target.sandbox.as_deref(),
        recorded,
    }
}

fn request(arguments: MandateCreateArguments) -> Result<MandateRequest, Failure> {
    let amount = match (arguments.amount, arguments.maximum) {
        (first, Some(maximum)) => MandateAmount::Variable { maximum, first },
        (Some(amount), None) => MandateAmount::Fixed { amount },
        (None, None) => return Err(Failure::usage("no amount is named")),
    };
    let schedule = Schedule {
        start: arguments.start,
        unit: match arguments.every {
            Unit::Day => IntervalUnit::Day,
            Unit::Week => IntervalUnit::Week,
            Unit::Month => IntervalUnit::Month,
        },
        interval: arguments.interval,
        occurrences: arguments.occurrences,
    };
    let options = arguments
        .own
        .read(arguments.target.provider, Kind::Mandate)?;
    let mut request = MandateRequest::new(
        arguments.reference,
        amount,
        schedule,
        Customer::default().phone(arguments.phone),
        arguments.product,
    );
    request.bank_code = arguments.bank;
    request.options = options;
    Ok(request)
}

fn query(arguments: MandateArguments) -> MandateQuery {
    let mut query = MandateQuery::new(arguments.reference);
    query.provider_id = arguments.id;
    query.customer_id = arguments.customer;
    query
}
