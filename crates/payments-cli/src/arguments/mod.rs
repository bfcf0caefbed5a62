//! The command line.

mod bill;
mod callbacks;
mod faults;
mod journal;
mod mandate;
mod payment;
mod sandbox;
mod topup;
mod verify;

use clap::{Args, Parser, Subcommand};
use payments::{Error, Kind, Money, Name, ProviderOptions, Reference, provider::settings::Setting};

pub(crate) use bill::{
    BillArguments, BillCommand, BillInquireArguments, BillPayArguments, BillStatusArguments,
};
pub(crate) use callbacks::{
    CallbacksCommand, ListenArguments, ReplayArguments, ResendArguments, ShowArguments,
    StoreArguments, TriggerArguments,
};
pub(crate) use faults::{FaultsArguments, MerchantPolicy};
pub(crate) use journal::{
    DecisionWord, EntryArguments, JournalCommand, JournalListArguments, JournalUrl,
    ReconcileArguments, ResolveArguments,
};
pub(crate) use mandate::{
    ChangeAmountArguments, MandateArguments, MandateCommand, MandateCreateArguments, Unit,
};
pub(crate) use payment::{PayArguments, PaymentArguments};
pub(crate) use sandbox::{CallbackUrl, SandboxArguments};
pub(crate) use topup::{PriceArguments, TopupArguments, TopupCommand};
pub(crate) use verify::VerifyArguments;

pub(crate) use crate::providers::Target;

const EXIT_CODES: &str = "\
Exit codes:
  0  it worked
  1  it was refused, or failed
  2  the command line is wrong
  3  not sent: nothing reached the provider
  4  unknown: it may have happened; ask with `payments get`, `payments bill status`, `payments topup status` or `payments mandate get`
  5  it was answered, and standard output did not take the answer: standard error tells it";

/// What the clients are set up with.
fn environment() -> String {
    let mut text = String::from(
        "Without --sandbox the real hosts are called, with the keys of the environment:",
    );
    for name in Name::ALL {
        let asked = name.settings().all.iter().filter(|one| !one.callbacks);
        let (needed, others): (Vec<_>, Vec<_>) = asked.partition(|setting| setting.needed);
        let names = |settings: &[&Setting]| -> String {
            let names: Vec<_> = settings.iter().map(|setting| setting.variable).collect();
            names.join(" ")
        };
        text += &format!("\n  {:<11} {}", name.as_str(), names(&needed));
        if !others.is_empty() {
            text += &format!(" [{}]", names(&others));
        }
    }
    text
}

/// Indonesian payment providers from the terminal
#[derive(Debug, Parser)]
#[command(name = "payments", version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// Print JSON for programs
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Watch every provider being paid, and an answer being lost, on this machine
    Demo,
    /// Run all providers on this machine
    #[command(after_help = sandbox::secrets())]
    Sandbox(SandboxArguments),
    /// Show what each provider can do
    Providers(ProvidersArguments),
    /// Ask a customer for money
    #[command(after_help = environment())]
    Pay(Box<PayArguments>),
    /// Ask what became of a payment
    #[command(after_help = environment())]
    Get(PaymentArguments),
    /// Call a payment off before it is paid
    #[command(after_help = environment())]
    Cancel(PaymentArguments),
    /// Inquire and pay bills of electricity, water, telephone, insurance, taxes
    #[command(subcommand)]
    Bill(BillCommand),
    /// Sell prepaid products: credit of a telephone, tokens of electricity
    #[command(subcommand)]
    Topup(TopupCommand),
    /// Ask a customer for permission to charge again and again
    #[command(subcommand)]
    Mandate(MandateCommand),
    /// Look into the journal, and decide what it cannot
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Ask for everything in the journal that is not finished, and for active mandates, and report
    /// what changed
    #[command(after_help = environment())]
    Reconcile(ReconcileArguments),
    /// Lose, repeat and reorder what happens, let workers die, and compare the ledger with what the
    /// merchant believes
    Faults(FaultsArguments),
    /// Receive callbacks, check them, print a line for each, store them, and send them on to an
    /// application
    #[command(after_help = callbacks::listen())]
    Listen(ListenArguments),
    /// Let a provider send a callback, correctly signed, to `payments listen` or an application
    #[command(after_help = callbacks::sign())]
    Trigger(TriggerArguments),
    /// Look at what `payments listen` has stored, and send it again
    #[command(subcommand)]
    Callbacks(CallbacksCommand),
    /// Say what a body from standard input means
    Explain(ExplainArguments),
    /// Try at a provider's test mode, or in a sandbox, which facts about it hold
    #[command(after_help = verify::codes())]
    Verify(Box<VerifyArguments>),
}

#[derive(Args, Debug)]
pub(crate) struct ProvidersArguments {
    /// One provider only, with its own options
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Option<Name>,
}

/// What only one provider's requests have.
#[derive(Args, Debug)]
pub(crate) struct OwnOptions {
    /// An option of this provider, which `payments providers NAME` lists; may be repeated
    #[arg(long = "option", value_name = "NAME=VALUE", value_parser = option)]
    options: Vec<(String, String)>,
}

impl OwnOptions {
    /// The options of an instruction.
    pub(crate) fn read(&self, of: Name, kind: Kind) -> Result<Option<ProviderOptions>, Error> {
        let typed = self.options.iter();
        let typed = typed.map(|(name, value)| (name.as_str(), value.as_str()));
        of.capabilities().read_options(kind, typed)
    }
}

fn option(text: &str) -> Result<(String, String), String> {
    let (name, value) = text
        .split_once('=')
        .ok_or("expected NAME=VALUE, such as refno=POL-1")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// Where a command that may move money records it first.
#[derive(Args, Clone, Debug)]
pub(crate) struct Recorded {
    /// Record it before it is sent, so that the same command again never does it twice:
    /// sqlite://payments.db or postgres://user@host/database. One on another machine must prove who
    /// it is, unless PAYMENTS_JOURNAL_UNVERIFIED is set
    #[arg(
        long,
        value_name = "URL",
        env = "PAYMENTS_JOURNAL",
        hide_env_values = true
    )]
    pub(crate) journal: Option<String>,
    /// Without a journal: for how long to go on settling a lost answer. What is open then has the
    /// exit code 4
    #[arg(
        long,
        value_name = "SECONDS",
        env = "PAYMENTS_WAIT",
        hide_env_values = true,
        default_value_t = 10,
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub(crate) wait: u32,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainArguments {
    /// The provider
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Name,
    /// An operation of the provider, or callback
    pub(crate) what: String,
    /// The HTTP status that the body came with
    #[arg(long, default_value_t = 200)]
    pub(crate) status: u16,
}

fn reference(text: &str) -> Result<Reference, Error> {
    Ok(text.parse::<Reference>()?)
}

fn rupiah(text: &str) -> Result<Money, String> {
    text.parse()
        .map(Money::idr)
        .map_err(|_| "expected whole rupiah, such as 20000".into())
}
