//! `payments mandate`: create, get, change-amount.

use payments::{Customer, IntervalUnit, MandateAmount, MandateQuery, MandateRequest, Schedule};

use crate::{
    arguments::{
        ChangeAmountArguments, MandateArguments, MandateCommand, MandateCreateArguments, Unit,
    },
    failure::Failure,
    journal,
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
    let mandates = providers::mandates(&arguments.target)?;
    let recorded = arguments.recorded.journal.clone();
    let request = request(arguments)?;
    let mandate = match recorded {
        Some(url) => journal::execute(&url, &*mandates, &request).await?,
        None => mandates.create(&request).await?,
    };
    output.mandate(&mandate)
}

async fn get(arguments: MandateArguments, output: &Output) -> Result<(), Failure> {
    let mandates = providers::mandates(&arguments.target)?;
    output.mandate(&mandates.get(&query(arguments)).await?)
}

async fn change_amount(arguments: ChangeAmountArguments, output: &Output) -> Result<(), Failure> {
    let mandates = providers::mandates(&arguments.mandate.target)?;
    let query = query(arguments.mandate);
    let change = mandates
        .change_amount(&query, arguments.amount, arguments.date)
        .await?;
    output.amount_change(mandates.provider().as_str(), &change)
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
