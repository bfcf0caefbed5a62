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

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand};
use clap_complete::Shell;
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
    ReconcileArguments, ReportArguments, ResolveArguments,
};
pub(crate) use mandate::{
    ChangeAmountArguments, MandateArguments, MandateCommand, MandateCreateArguments, Unit,
};
pub(crate) use payment::{PayArguments, PaymentArguments};
pub(crate) use sandbox::{CallbackUrl, SandboxArguments};
pub(crate) use topup::{PriceArguments, TopupArguments, TopupCommand};
pub(crate) use verify::VerifyArguments;

use crate::layout::{WIDTH, hanging};
pub(crate) use crate::providers::Target;

/// The heading of options that every command has.
const EVERYWHERE: &str = "Options of every command";

const EXIT_CODES: &str = "\
Exit codes:
  0  it worked
  1  it was refused, or failed
  2  the command line is wrong
  3  not sent: nothing reached the provider
  4  unknown: it may have happened; ask with `payments get`, `bill status`,
     `topup status` or `mandate get`
  5  it was answered, and standard output did not take the answer: standard
     error tells it
  6  `payments reconcile --day`: differences were found, and remain
  7  `payments reconcile --day`: the report, or what its columns mean, cannot be
     read";

/// What the clients are set up with.
fn environment() -> String {
    let mut text = String::from(
        "Without --sandbox the real hosts are called, with the keys of the environment, or of --config:",
    );
    for name in Name::ALL {
        let asked = name.settings().all.iter().filter(|one| !one.callbacks);
        let (needed, others): (Vec<_>, Vec<_>) = asked.partition(|setting| setting.needed);
        let names = |settings: &[&Setting]| -> String {
            let names: Vec<_> = settings.iter().map(|setting| setting.variable).collect();
            names.join(" ")
        };
        let mut all = names(&needed);
        if !others.is_empty() {
            all += &format!(" [{}]", names(&others));
        }
        text += "\n";
        text += &hanging(&format!("  {:<11} ", name.as_str()), &all, WIDTH);
    }
    text
}

/// Indonesian payment providers from the terminal
#[derive(Debug, Parser)]
#[command(name = "payments", version, after_help = EXIT_CODES, max_term_width = 80)]
pub(crate) struct Arguments {
    /// Print JSON for programs
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub(crate) json: bool,
    /// Colours and bold text: auto is for a terminal, unless NO_COLOR is set
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "WHEN",
        default_value_t,
        hide_possible_values = true
    )]
    pub(crate) color: ColorChoice,
    /// A file with settings of the providers, such as api_key under [fazz]; variables of the
    /// environment take precedence
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "FILE",
        env = "PAYMENTS_CONFIG",
        hide_env_values = true
    )]
    pub(crate) config: Option<PathBuf>,
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
    /// Look up the status of a payment
    #[command(after_help = environment())]
    Get(PaymentArguments),
    /// Cancel a payment before it is paid
    #[command(after_help = environment())]
    Cancel(PaymentArguments),
    /// Inquire and pay bills: electricity, water, telephone, insurance, taxes
    #[command(subcommand)]
    Bill(BillCommand),
    /// Sell prepaid products: phone credit, electricity tokens
    #[command(subcommand)]
    Topup(TopupCommand),
    /// Ask a customer for permission to charge repeatedly
    #[command(subcommand)]
    Mandate(MandateCommand),
    /// Show the journal, and resolve what needs a person
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Ask for everything in the journal that is not finished, and for active mandates, and report
    /// what changed; with --day, compare a provider's report with the journal, both ways
    #[command(after_help = environment())]
    Reconcile(ReconcileArguments),
    /// Lose, repeat and reorder what happens, let workers die, and compare the ledger with what the
    /// merchant believes
    Faults(FaultsArguments),
    /// Receive callbacks, check them, print a line for each, store them, and send them on to an
    /// application
    #[command(after_help = callbacks::listen())]
    Listen(ListenArguments),
    /// Send a callback of a provider, correctly signed, to `payments listen` or an application
    #[command(after_help = callbacks::sign())]
    Trigger(TriggerArguments),
    /// Show what `payments listen` has stored, and send it again
    #[command(subcommand)]
    Callbacks(CallbacksCommand),
    /// Explain the body of a response or callback, from standard input, or a code
    Explain(ExplainArguments),
    /// Try at a provider's test mode, or in a sandbox, which facts about it hold
    #[command(after_help = verify::codes())]
    Verify(Box<VerifyArguments>),
    /// Print what a shell needs to complete this command line
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write those of all commands into a folder
    Man {
        /// The folder
        folder: Option<PathBuf>,
    },
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
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct ExplainArguments {
    #[command(subcommand)]
    pub(crate) code: Option<ExplainCommand>,
    #[command(flatten)]
    pub(crate) body: Option<ExplainBodyArguments>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExplainCommand {
    /// Explain a code of a provider: what it means, whether money may have moved, what to do
    Code(ExplainCodeArguments),
}

#[derive(Args, Debug)]
pub(crate) struct ExplainCodeArguments {
    /// The provider
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Name,
    /// The code, such as DUPLICATE_ERROR
    pub(crate) code: String,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainBodyArguments {
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
