//! The command line of fault schedules.

use std::path::PathBuf;

use clap::{Args, ValueEnum, builder::ArgPredicate};
use payments::Name;

#[derive(Args, Debug)]
pub(crate) struct FaultsArguments {
    /// How many schedules are played; one with --html
    #[arg(
        long,
        default_value_t = 1_000,
        default_value_if("html", ArgPredicate::IsPresent, "1"),
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    pub(crate) schedules: u64,
    /// What all of them follow from; a schedule that fails prints its own
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// The providers, separated by commas; all without it
    #[arg(long, value_delimiter = ',', value_parser = crate::providers::parser())]
    pub(crate) providers: Vec<Name>,
    /// What the merchant does about errors
    #[arg(long, value_enum, default_value = "safe")]
    pub(crate) policy: MerchantPolicy,
    /// Writes a page that shows the one schedule of this seed step by step: a merchant whose policy
    /// goes wrong (naive, unless --policy says another one) beside the safe one
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MerchantPolicy {
    /// The journal: one reference, asked for before anything is sent again
    Safe,
    /// Any error is tried again under a new reference; must show what goes wrong
    Naive,
    /// The journal, with one name for two accounts of a provider; must show what goes wrong
    OneAccount,
    /// Every message is believed as it stands; must show what odd answers do
    Trusting,
}
