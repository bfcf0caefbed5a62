//! The command line of mandates.

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use payments::{Money, Product, Reference};

use super::{EntryArguments, OwnOptions, Recorded, Target, environment, reference, rupiah};

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
