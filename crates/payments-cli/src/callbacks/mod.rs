//! `payments callbacks`: shows what `payments listen` has stored, and sends it again.

mod again;
mod application;
mod bytes;
mod look;
mod store;
mod told;

pub(crate) use self::{
    application::{Answered, Application, HOPS, shown},
    store::{Check, Store, Stored},
    told::Told,
};
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::{failure::Failure, output::Output, signing::signed_with};

#[derive(Debug, Subcommand)]
pub(crate) enum CallbacksCommand {
    /// List what was received
    List(StoreArguments),
    /// Show one
    Show(ShowArguments),
    /// Send one again, byte for byte
    Replay(ReplayArguments),
    /// Send the same news again, with the times of now and signed anew
    #[command(after_help = signed_with())]
    Resend(ResendArguments),
}

#[derive(Args, Debug)]
pub(crate) struct StoreArguments {
    /// Where callbacks are stored, a line of JSON each; readable by its owner only
    #[arg(long, value_name = "FILE", default_value = "payments-callbacks.jsonl")]
    pub(crate) store: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct ShowArguments {
    /// Its number in the list
    pub(crate) number: usize,
    /// Show the body too, which may hold personal data
    #[arg(long)]
    pub(crate) body: bool,
    /// Show what proves the sender too: tokens and signatures
    #[arg(long)]
    pub(crate) proof: bool,
    #[command(flatten)]
    pub(crate) store: StoreArguments,
}

#[derive(Args, Debug)]
pub(crate) struct ReplayArguments {
    /// Its number in the list
    pub(crate) number: usize,
    /// Where it goes: https, or http on this machine
    #[arg(long, value_name = "URL")]
    pub(crate) to: String,
    #[command(flatten)]
    pub(crate) store: StoreArguments,
}

#[derive(Args, Debug)]
pub(crate) struct ResendArguments {
    #[command(flatten)]
    pub(crate) replay: ReplayArguments,
    /// Sign with the secrets of a running sandbox
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
}

pub(crate) async fn run(command: CallbacksCommand, output: &Output) -> Result<(), Failure> {
    match command {
        CallbacksCommand::List(arguments) => look::list(&arguments, output),
        CallbacksCommand::Show(arguments) => look::show(&arguments, output),
        CallbacksCommand::Replay(arguments) => again::replay(arguments, output).await,
        CallbacksCommand::Resend(arguments) => again::resend(arguments, output).await,
    }
}
