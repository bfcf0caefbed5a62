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
mod sandbox;
mod shell;
mod signing;
mod stopping;
mod topup;
mod trigger;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::Failure;
use output::Output;

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
            Command::Completions { shell } => shell::completions(shell),
            Command::Man { folder } => shell::man(folder.as_deref()),
        }
    })
}
