//! `payments topup`: buy, status, prices, balance.

use clap::{Args, Subcommand};
use payments::{Kind, Money, Reference, TopupProduct, TopupRequest, capabilities::Lookup};
use serde_json::json;

use crate::{
    arguments::{OwnOptions, environment, reference, rupiah},
    failure::Failure,
    output::{Output, talk},
    providers::{self, Target},
    recorded,
    stopping::{Deed, quoted},
};

#[derive(Debug, Subcommand)]
pub(crate) enum TopupCommand {
    /// Buy a prepaid product for a customer
    #[command(after_help = environment())]
    Buy(TopupArguments),
    /// Look up the status of a sale
    #[command(after_help = environment())]
    Status(TopupArguments),
    /// List the products that are sold, and what they cost now
    #[command(after_help = environment())]
    Prices(PriceArguments),
    /// Show the balance of the deposit
    #[command(after_help = environment())]
    Balance(Target),
}

#[derive(Args, Debug)]
pub(crate) struct PriceArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    /// One product only, by the provider's code
    #[arg(long, value_name = "CODE")]
    pub(crate) product: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct TopupArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    /// Your own id of the sale
    #[arg(long, value_parser = reference)]
    pub(crate) reference: Reference,
    /// The provider's code of the product, such as xld10
    #[arg(long, value_name = "CODE")]
    pub(crate) product: String,
    /// The number that is topped up
    #[arg(long, value_name = "NUMBER")]
    pub(crate) customer: String,
    /// The highest price, in rupiah, at which it is still bought
    #[arg(long, value_name = "RUPIAH", value_parser = rupiah)]
    pub(crate) maximum_price: Option<Money>,
    #[command(flatten)]
    pub(crate) own: OwnOptions,
    /// Where the sale is recorded
    ///
    /// Some providers know no question but the same request again, which is a second sale if it
    /// comes too early or too late. A journal knows when it is safe, so there is no sale without
    /// one.
    #[arg(long, value_name = "URL")]
    pub(crate) journal: String,
    /// Show what the customer gets: the token of electricity, the code of a voucher
    #[arg(long)]
    pub(crate) receipt: bool,
}

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
    let executed = recorded::execute(&arguments.journal, &topups, &request);
    let topup = deed.answer(executed).await?;
    let printed = output.topup(&topup, arguments.receipt.then_some(&request));
    output.told(provider, &topup.into(), printed)
}

/// The journal keeps the times at which a question is no second sale.
async fn status(arguments: TopupArguments, output: &Output) -> Result<(), Failure> {
    let topups = providers::topups(&arguments.target)?;
    let request = request(&arguments)?;
    let topup = recorded::ask(&arguments.journal, &topups, &request).await?;
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
