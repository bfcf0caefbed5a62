//! `payments mandate`: create, get, change-amount, charges.

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use payments::{
    AmountChangeRequest, Charge, Customer, Error, IntervalUnit, Kind, MandateAmount, MandateQuery,
    MandateRequest, Money, News, Product, Reference, Schedule, capabilities::Lookup,
};
use serde_json::json;

use crate::{
    arguments::{OwnOptions, environment, reference, rupiah},
    failure::Failure,
    journal::{self, EntryArguments},
    output::Output,
    providers::{self, Target},
    recorded::{self, Recorded},
    stopping::Deed,
};

#[derive(Debug, Subcommand)]
pub(crate) enum MandateCommand {
    /// Ask a customer for permission
    #[command(after_help = environment())]
    Create(Box<MandateCreateArguments>),
    /// Look up the status of a mandate
    #[command(after_help = environment())]
    Get(MandateArguments),
    /// Change the amount of the charge on a date; without one on that date, the next charge is
    /// changed instead
    #[command(after_help = environment())]
    ChangeAmount(ChangeAmountArguments),
    /// List the charges of a mandate that a journal knows of, and how each is known
    Charges(EntryArguments),
}

#[derive(Args, Debug)]
pub(crate) struct MandateCreateArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    #[command(flatten)]
    pub(crate) recorded: Recorded,
    /// Your own id of the mandate: keep it
    #[arg(long, value_parser = reference)]
    pub(crate) reference: Reference,
    /// How much every charge takes, in rupiah; with --maximum, what the first one takes
    #[arg(long, value_parser = rupiah, required_unless_present = "maximum")]
    pub(crate) amount: Option<Money>,
    /// The most that one charge may take, in rupiah, where the amount varies
    #[arg(long, value_parser = rupiah)]
    pub(crate) maximum: Option<Money>,
    /// The date of the first charge, in Jakarta
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) start: NaiveDate,
    /// The unit between two charges
    #[arg(long, value_name = "UNIT", default_value = "month")]
    pub(crate) every: Unit,
    /// How many units lie between two charges
    #[arg(long, default_value_t = 1)]
    pub(crate) interval: u32,
    /// How many charges there are; without it there is no end
    #[arg(long)]
    pub(crate) occurrences: Option<u32>,
    /// What is paid for
    #[arg(long, value_name = "CODE:NAME", value_parser = product)]
    pub(crate) product: Product,
    /// The customer's phone number
    #[arg(long)]
    pub(crate) phone: String,
    #[command(flatten)]
    pub(crate) own: OwnOptions,
    /// The code of the customer's bank, where it is known
    #[arg(long, value_name = "CODE")]
    pub(crate) bank: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
}

#[derive(Args, Debug)]
pub(crate) struct MandateArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    /// Your own id of the mandate
    #[arg(value_parser = reference)]
    pub(crate) reference: Reference,
    /// The provider's id of the mandate
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// The provider's id of the customer
    #[arg(long, value_name = "ID")]
    pub(crate) customer: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ChangeAmountArguments {
    #[command(flatten)]
    pub(crate) mandate: MandateArguments,
    #[command(flatten)]
    pub(crate) recorded: Recorded,
    /// The new amount, in rupiah
    #[arg(long, value_parser = rupiah)]
    pub(crate) amount: Money,
    /// The date of the charge, in Jakarta
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: NaiveDate,
    /// Which change of that charge it is: 2 corrects the first one, once that has ended
    #[arg(long, default_value_t = 1)]
    pub(crate) number: u32,
}

fn product(text: &str) -> Result<Product, String> {
    let (code, name) = text
        .split_once(':')
        .ok_or("expected CODE:NAME, such as GYM1:Gym membership")?;
    Ok(Product {
        name: name.to_owned(),
        code: code.to_owned(),
    })
}

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
        .answer(recorded::settle(&recorded, &*mandates, &request))
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
        && let Some(mandate) = recorded::mandate(url, &*mandates, &query.reference).await?
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
        .answer(recorded::settle(&recorded, &*mandates, &request))
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
