//! `payments mandate`: create, get, change-amount.

use std::sync::Arc;

use payments::{
    Customer, IntervalUnit, MandateAmount, MandateQuery, MandateRequest, Mandates, Schedule,
};

use crate::{
    arguments::{
        ChangeAmountArguments, MandateArguments, MandateCommand, MandateCreateArguments, Target,
        Unit,
    },
    failure::Failure,
    output::Output,
    providers,
};

pub(crate) async fn run(command: MandateCommand, output: &Output) -> Result<(), Failure> {
    match command {
        MandateCommand::Create(arguments) => create(*arguments, output).await,
        MandateCommand::Get(arguments) => get(arguments, output).await,
        MandateCommand::ChangeAmount(arguments) => change_amount(arguments, output).await,
    }
}

async fn create(arguments: MandateCreateArguments, output: &Output) -> Result<(), Failure> {
    let mandates = mandates(&arguments.target)?;
    let mandate = mandates.create(&request(arguments)?).await?;
    output.mandate(&mandate)
}

async fn get(arguments: MandateArguments, output: &Output) -> Result<(), Failure> {
    let mandates = mandates(&arguments.target)?;
    output.mandate(&mandates.get(&query(arguments)).await?)
}

async fn change_amount(arguments: ChangeAmountArguments, output: &Output) -> Result<(), Failure> {
    let mandates = mandates(&arguments.mandate.target)?;
    let query = query(arguments.mandate);
    let change = mandates
        .change_amount(&query, arguments.amount, arguments.date)
        .await?;
    output.amount_change(mandates.provider().as_str(), &change)
}

fn mandates(target: &Target) -> Result<Arc<dyn Mandates>, Failure> {
    Ok(providers::mandates(
        target.provider,
        &providers::client(target)?,
    )?)
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
    let mut request = MandateRequest::new(
        arguments.reference,
        amount,
        schedule,
        Customer::default().phone(arguments.phone),
        arguments.product,
    );
    request.bank_code = arguments.bank;
    Ok(request)
}

fn query(arguments: MandateArguments) -> MandateQuery {
    let mut query = MandateQuery::new(arguments.reference);
    query.provider_id = arguments.id;
    query.customer_id = arguments.customer;
    query
}
