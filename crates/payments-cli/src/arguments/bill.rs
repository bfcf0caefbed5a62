//! The command line of bills.

use clap::{Args, Subcommand};
use payments::{Money, Reference};

use super::{OwnOptions, Recorded, Target, environment, reference, rupiah};

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
