//! `payments bill`: inquire, pay, status.

use std::io::Read;

use clap::{Args, Subcommand};
use payments::{
    BillInquiry, BillRequest, Kind, Money, Reference, capabilities::Lookup,
    provider::read::decoding,
};

use crate::{
    arguments::{OwnOptions, environment, reference, rupiah},
    failure::Failure,
    output::Output,
    providers::{self, Target},
    recorded::{self, Recorded},
    stopping::{Deed, quoted},
};

#[derive(Debug, Subcommand)]
pub(crate) enum BillCommand {
    /// Ask what is owed
    #[command(after_help = environment())]
    Inquire(BillInquireArguments),
    /// Pay what was inquired today
    #[command(after_help = environment())]
    Pay(BillPayArguments),
    /// Look up the status of a payment
    #[command(after_help = environment())]
    Status(BillStatusArguments),
}

#[derive(Args, Debug)]
pub(crate) struct Receipt {
    /// Show the receipt and, as JSON, the provider's whole answer: the customer's name may be in
    /// them, and the token of a meter
    #[arg(long)]
    pub(crate) receipt: bool,
}

#[derive(Args, Debug)]
pub(crate) struct BillStatusArguments {
    #[command(flatten)]
    pub(crate) which: BillArguments,
    #[command(flatten)]
    pub(crate) shown: Receipt,
}

#[derive(Args, Debug)]
pub(crate) struct BillArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    /// Your own id of the bill: the same to inquire, to pay and to ask for it
    #[arg(long, value_parser = reference)]
    pub(crate) reference: Reference,
    /// The provider's code of the product, such as pln
    #[arg(long, value_name = "CODE")]
    pub(crate) product: String,
    /// The customer's number with the biller
    #[arg(long, value_name = "NUMBER")]
    pub(crate) customer: String,
}

#[derive(Args, Debug)]
pub(crate) struct BillInquireArguments {
    #[command(flatten)]
    pub(crate) which: BillArguments,
    /// How much, in rupiah, where the customer decides that: e-money, a transfer
    #[arg(long, value_parser = rupiah)]
    pub(crate) amount: Option<Money>,
    #[command(flatten)]
    pub(crate) own: OwnOptions,
    /// Skip the inquiry: you confirm that another program inquired it today, and pay whatever is
    /// owed
    #[arg(long)]
    pub(crate) made_elsewhere: bool,
}

#[derive(Args, Debug)]
pub(crate) struct BillPayArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    #[command(flatten)]
    pub(crate) recorded: Recorded,
    #[command(flatten)]
    pub(crate) shown: Receipt,
    /// What `payments bill inquire --json` printed; - reads standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) inquiry: String,
}

pub(crate) async fn run(command: BillCommand, output: &Output) -> Result<(), Failure> {
    match command {
        BillCommand::Inquire(arguments) => inquire(arguments, output).await,
        BillCommand::Pay(arguments) => pay(arguments, output).await,
        BillCommand::Status(arguments) => status(arguments, output).await,
    }
}

async fn inquire(arguments: BillInquireArguments, output: &Output) -> Result<(), Failure> {
    let bills = providers::bills(&arguments.which.target)?;
    let options = arguments
        .own
        .read(arguments.which.target.provider, Kind::Bill)?;
    let mut request = request(arguments.which);
    request.amount = arguments.amount;
    request.options = options;
    if arguments.made_elsewhere && request.options.is_some() {
        let message = "--option goes with the inquiry, and --made-elsewhere makes none";
        return Err(Failure::usage(message));
    }
    let inquiry = match arguments.made_elsewhere {
        true => BillInquiry::made_elsewhere(request),
        false => bills.inquire(&request).await?,
    };
    output.inquiry(bills.provider().as_str(), &inquiry)
}

async fn pay(arguments: BillPayArguments, output: &Output) -> Result<(), Failure> {
    let bills = providers::bills(&arguments.target)?;
    let inquiry = read(&arguments.inquiry)?;
    let provider = arguments.target.provider;
    let bill = &inquiry.bill;
    let recorded = &arguments.recorded;
    let capabilities = provider.capabilities().bills.as_ref();
    let deed = Deed {
        provider,
        reference: &bill.reference,
        asks: "bill status",
        // Whose bill it is stays with whoever asks: it is personal.
        with: format!(" --product {} --customer <NUMBER>", quoted(&bill.product)),
        lookup: capabilities.map_or(Lookup::ByReference, |bills| bills.settlement.lookup),
        sandbox: arguments.target.sandbox.as_deref(),
        recorded: recorded.journal.is_some().then_some(&bill.reference),
    };
    let payment = deed
        .answer(recorded::settle(recorded, &*bills, &inquiry))
        .await?;
    output.paid(provider, payment, arguments.shown.receipt)
}

async fn status(arguments: BillStatusArguments, output: &Output) -> Result<(), Failure> {
    let BillStatusArguments { which, shown } = arguments;
    let bills = providers::bills(&which.target)?;
    output.bill(&bills.status(&request(which)).await?, shown.receipt)
}

fn request(arguments: BillArguments) -> BillRequest {
    BillRequest::new(arguments.reference, arguments.product, arguments.customer)
}

/// An inquiry as it was printed.
fn read(file: &str) -> Result<BillInquiry, Failure> {
    let unreadable =
        |error: std::io::Error| Failure::failed(format!("{file} cannot be read")).caused_by(error);
    let mut text = String::new();
    match file {
        "-" => std::io::stdin().read_to_string(&mut text),
        file => std::fs::File::open(file).and_then(|mut file| file.read_to_string(&mut text)),
    }
    .map_err(unreadable)?;
    let source = match file {
        "-" => "standard input",
        file => file,
    };
    let wrong = |what: String| {
        Failure::usage(format!("{source} {what}"))
            .advise("pass what `payments bill inquire --json` printed")
    };
    if text.trim().is_empty() {
        return Err(wrong("is empty".into()));
    }
    let read = serde_json::from_str(&text);
    read.map_err(|error| wrong(format!("holds no inquiry: {}", decoding(&error))))
}
