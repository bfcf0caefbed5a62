//! `payments bill`: inquire, pay, status.

use std::io::Read;

use payments::{BillInquiry, BillRequest, Kind, capabilities::Lookup, provider::read::decoding};

use crate::{
    arguments::{
        BillArguments, BillCommand, BillInquireArguments, BillPayArguments, BillStatusArguments,
    },
    failure::Failure,
    journal,
    output::Output,
    providers,
    stopping::{Deed, quoted},
};

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
        .answer(journal::settle(recorded, &*bills, &inquiry))
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
