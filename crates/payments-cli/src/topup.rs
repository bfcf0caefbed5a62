//! `payments topup`: buy, status, prices, balance.

use payments::{Kind, TopupProduct, TopupRequest, capabilities::Lookup};
use serde_json::json;

use crate::{
    arguments::{PriceArguments, Target, TopupArguments, TopupCommand},
    failure::Failure,
    journal,
    output::{Output, talk},
    providers,
    stopping::{Deed, quoted},
};

pub(crate) async fn run(command: TopupCommand, output: &Output) -> Result<(), Failure> {
    match command {
        TopupCommand::Buy(arguments) => buy(arguments, output).await,
        TopupCommand::Status(arguments) => status(arguments, output).await,
        TopupCommand::Prices(arguments) => prices(arguments, output).await,
        TopupCommand::Balance(target) => balance(&target, output).await,
    }
}

async fn buy(arguments: TopupArguments, output: &Output) -> Result<(), Failure> {
    let topups = providers::topups(&arguments.target)?;
    let (provider, request) = (arguments.target.provider, request(&arguments)?);
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
        recorded: Some(&request.reference),
    };
    let executed = journal::execute(&arguments.journal, &topups, &request);
    let topup = deed.answer(executed).await?;
    let printed = output.topup(&topup, arguments.receipt.then_some(&request));
    output.told(provider, &topup.into(), printed)
}

/// The journal keeps the times at which a question is no second sale.
async fn status(arguments: TopupArguments, output: &Output) -> Result<(), Failure> {
    let topups = providers::topups(&arguments.target)?;
    let request = request(&arguments)?;
    let topup = journal::ask(&arguments.journal, &topups, &request).await?;
    output.topup(&topup, arguments.receipt.then_some(&request))
}

/// A product that cannot be read is told on standard error, and holds up no other.
async fn prices(arguments: PriceArguments, output: &Output) -> Result<(), Failure> {
    let topups = providers::topups(&arguments.target)?;
    let listed = topups.prices(arguments.product.as_deref()).await?;
    let mut products = Vec::with_capacity(listed.len());
    for product in listed {
        match product {
            Ok(product) => products.push(product),
            Err(error) => talk(&format!("a product is left out: {error}")),
        }
    }
    if output.is_json() {
        return output.json(&json!({ "products": products }));
    }
    let row = |product: &TopupProduct| {
        let sold = match product.is_sold {
            Some(true) => "yes",
            Some(false) => "no",
            None => "-",
        };
        let name = product.name.clone().unwrap_or_default();
        let price = product.price.to_string();
        [product.product.clone(), name, price, sold.to_owned()]
    };
    let rows: Vec<_> = products.iter().map(row).collect();
    output.table(["product", "name", "price", "sold now"], &rows)
}

async fn balance(target: &Target, output: &Output) -> Result<(), Failure> {
    let balance = providers::topups(target)?.balance().await?;
    if output.is_json() {
        return output.json(&json!({ "balance": balance }));
    }
    output.table(["balance"], &[[balance.to_string()]])
}

fn request(arguments: &TopupArguments) -> Result<TopupRequest, Failure> {
    let options = arguments.own.read(arguments.target.provider, Kind::Topup)?;
    let mut request = TopupRequest::new(
        arguments.reference.clone(),
        &*arguments.product,
        &*arguments.customer,
    );
    request.maximum_price = arguments.maximum_price;
    request.options = options;
    Ok(request)
}
