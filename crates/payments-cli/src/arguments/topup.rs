//! The command line of top-ups.

use clap::{Args, Subcommand};
use payments::{Money, Reference};

use super::{OwnOptions, Target, environment, reference, rupiah};

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
