#![doc = include_str!("../README.md")]

mod arguments;
mod bill;
mod callbacks;
mod configuration;
mod control;
mod demo;
mod explain;
mod failure;
mod faults;
mod journal;
mod layout;
mod listen;
mod mandate;
mod matrix;
mod output;
mod pay;
mod providers;
mod qr;
mod receiver;
mod reconcile;
mod recorded;
mod sandbox;
mod shell;
mod signing;
mod stopping;
mod topup;
mod trigger;
mod verify;

use std::{path::PathBuf, process::ExitCode};

use clap::{ColorChoice, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use arguments::environment;
use bill::BillCommand;
use callbacks::CallbacksCommand;
use explain::ExplainArguments;
use failure::Failure;
use faults::FaultsArguments;
use journal::JournalCommand;
use listen::ListenArguments;
use mandate::MandateCommand;
use matrix::ProvidersArguments;
use output::Output;
use pay::{PayArguments, PaymentArguments};
use reconcile::ReconcileArguments;
use sandbox::SandboxArguments;
use topup::TopupCommand;
use trigger::TriggerArguments;
use verify::VerifyArguments;

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

/// Indonesian payment providers from the terminal
#[derive(Debug, Parser)]
#[command(name = "payments", version, after_help = EXIT_CODES, max_term_width = 80)]
struct Arguments {
    /// Print JSON for programs
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    json: bool,
    /// Colours and bold text: auto is for a terminal, unless NO_COLOR is set
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "WHEN",
        default_value_t,
        hide_possible_values = true
    )]
    color: ColorChoice,
    /// A file with settings of the providers, such as api_key under [fazz]; variables of the
    /// environment take precedence
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "FILE",
        env = "PAYMENTS_CONFIG",
        hide_env_values = true
    )]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Watch every provider being paid, and an answer being lost, on this machine
    Demo,
    /// Run all providers on this machine
    #[command(after_help = sandbox::after_help())]
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
    #[command(after_help = listen::after_help())]
    Listen(ListenArguments),
    /// Send a callback of a provider, correctly signed, to `payments listen` or an application
    #[command(after_help = signing::signed_with())]
    Trigger(TriggerArguments),
    /// Show what `payments listen` has stored, and send it again
    #[command(subcommand)]
    Callbacks(CallbacksCommand),
    /// Explain the body of a response or callback, from standard input, or a code
    Explain(ExplainArguments),
    /// Try at a provider's test mode, or in a sandbox, which facts about it hold
    #[command(after_help = verify::after_help())]
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

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    output::colour(arguments.color);
    let output = Output::new(arguments.json);
    let configured = arguments
        .config
        .as_deref()
        .map_or(Ok(()), configuration::read);
    match configured.and_then(|()| run(arguments.command, &output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if failure.is_no_failure() => ExitCode::SUCCESS,
        Err(failure) => {
            output.failure(&failure);
            failure.exit_code()
        }
    }
}

fn run(command: Command, output: &Output) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::failed("the runtime cannot be started").caused_by(error))?;
    runtime.block_on(async {
        match command {
            Command::Demo => demo::run(output).await,
            Command::Sandbox(arguments) => sandbox::run(arguments, output).await,
            Command::Providers(arguments) => matrix::run(&arguments, output),
            Command::Pay(arguments) => pay::pay(*arguments, output).await,
            Command::Get(arguments) => pay::get(arguments, output).await,
            Command::Cancel(arguments) => pay::cancel(arguments, output).await,
            Command::Bill(command) => bill::run(command, output).await,
            Command::Topup(command) => topup::run(command, output).await,
            Command::Mandate(command) => mandate::run(command, output).await,
            Command::Journal(command) => journal::run(command, output).await,
            Command::Reconcile(arguments) => reconcile::run(arguments, output).await,
            Command::Faults(arguments) => faults::run(arguments, *output).await,
            Command::Listen(arguments) => listen::run(arguments, output).await,
            Command::Trigger(arguments) => trigger::run(arguments, output).await,
            Command::Callbacks(command) => callbacks::run(command, output).await,
            Command::Explain(arguments) => explain::run(&arguments, output),
            Command::Verify(arguments) => verify::verify(*arguments, output).await,
            Command::Completions { shell } => shell::completions(shell, &mut Arguments::command()),
            Command::Man { folder } => shell::man(folder.as_deref(), Arguments::command()),
        }
    })
}
