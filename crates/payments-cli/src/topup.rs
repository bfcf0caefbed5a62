//! `payments topup`: buy, status.

use payments::{TopupRequest, capabilities::Lookup};

use crate::{
    arguments::{TopupArguments, TopupCommand},
    failure::Failure,
    journal,
    output::Output,
    providers,
    stopping::{Deed, quoted},
};

pub(crate) async fn run(command: TopupCommand, output: &Output) -> Result<(), Failure> {
    match command {
        TopupCommand::Buy(arguments) => buy(arguments, output).await,
        TopupCommand::Status(arguments) => status(arguments, output).await,
    }
}

async fn buy(arguments: TopupArguments, output: &Output) -> Result<(), Failure> {
    let topups = providers::topups(&arguments.target)?;
    let (provider, request) = (arguments.target.provider, request(&arguments));
    let capabilities = provider.capabilities().topups.as_ref();
    let deed = Deed {
        provider,
        reference: &request.reference,
        asks: "topup status",
        // Who is topped up stays with whoever asks: it is personal.
        with: format!(
            " --product {} --customer <NUMBER> --journal <URL>",
            quoted(&request.product)
        ),
        lookup: capabilities.map_or(Lookup::ByReference, |topups| topups.settlement.lookup),
        sandbox: arguments.target.sandbox.as_deref(),
        recorded: true,
    };
    let executed = journal::execute(&arguments.journal, &topups, &request);
    let topup = deed.answer(executed).await?;
    let printed = output.topup(&topup, arguments.receipt);
    output.told(provider, &topup.into(), printed)
}

/// The journal keeps the times at which a question is no second sale.
async fn status(arguments: TopupArguments, output: &Output) -> Result<(), Failure> {
    let topups = providers::topups(&arguments.target)?;
    let topup = journal::ask(&arguments.journal, &topups, &request(&arguments)).await?;
    output.topup(&topup, arguments.receipt)
}

fn request(arguments: &TopupArguments) -> TopupRequest {
    let mut request = TopupRequest::new(
        arguments.reference.clone(),
        &*arguments.product,
        &*arguments.customer,
    );
    request.maximum_price = arguments.maximum_price;
    request
}
