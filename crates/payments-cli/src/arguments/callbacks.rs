//! The command line of callbacks: listening, triggering, and stored callbacks.

use std::{net::IpAddr, path::PathBuf};

use clap::{Args, Subcommand};
use payments::{Money, Name, Reference};

use super::{reference, rupiah};
use crate::{
    layout::{WIDTH, hanging},
    providers,
};

/// What callbacks are checked with.
fn secrets() -> String {
    let all = Name::ALL
        .iter()
        .flat_map(|name| providers::callback_secrets(*name));
    let all = all.map(|secret| match secret.sandbox {
        Some(_) => secret.variable.to_owned(),
        None => format!("{} (none: its callbacks are hints)", secret.variable),
    });
    let all: Vec<_> = all.collect();
    let all = hanging("  ", &all.join(", "), WIDTH);
    format!(
        "Callbacks are checked with the secrets of the environment, and otherwise with those of \
         `payments sandbox`:\n{all}"
    )
}

pub(crate) fn sign() -> String {
    secrets()
        + "\nWhat is signed here is signed with the first of them, in this process, unless a running sandbox does it: one with secrets of \
its own wants the token that it has printed at its start, in PAYMENTS_SANDBOX_TOKEN."
}

pub(crate) fn listen() -> String {
    secrets()
        + "\n
A hint proves nothing: what it claims is printed with a question mark. It is confirmed by asking the sandbox, or the real \
host where the keys of the environment are set; what is not confirmed is answered 503, unless an application answers.

What arrives is stored with all headers, tokens and signatures too, and with what the body says of people, so that it can be \
replayed. The file is for its owner only: keep it out of version control, and delete it when you are done. It holds 10,000 \
callbacks and 64 MiB at most: beyond that, the oldest go.

It takes requests of this machine's programs: one with another Host, with an Origin, or with a Sec-Fetch-Site that a web page has \
caused, is refused. A tunnel's name is allowed with --host.

Times are Jakarta's."
}

#[derive(Args, Debug)]
pub(crate) struct ListenArguments {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 4020)]
    pub(crate) port: u16,
    /// The address to listen at: by default nobody but this machine can reach it
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub(crate) bind: IpAddr,
    /// One more name by which it is addressed, such as a tunnel's; without a port
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Vec<String>,
    /// Only callbacks of a provider; may be repeated
    #[arg(long, value_parser = crate::providers::parser())]
    pub(crate) provider: Vec<Name>,
    /// Send each on to the application, bytes and headers as they came, and answer with its status;
    /// {provider} stands for the name
    #[arg(long, value_name = "URL")]
    pub(crate) forward_to: Option<String>,
    /// Ask a running sandbox about hints, such as http://127.0.0.1:4010
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
    #[command(flatten)]
    pub(crate) store: StoreArguments,
}

#[derive(Args, Debug)]
pub(crate) struct StoreArguments {
    /// Where callbacks are stored, a line of JSON each; readable by its owner only
    #[arg(long, value_name = "FILE", default_value = "payments-callbacks.jsonl")]
    pub(crate) store: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct TriggerArguments {
    /// The provider
    #[arg(value_parser = crate::providers::parser(), required_unless_present = "list")]
    pub(crate) provider: Option<Name>,
    /// What it tells: an event of --list, or a status for the first event that tells it
    pub(crate) event: Option<String>,
    /// List the events of each provider
    #[arg(long)]
    pub(crate) list: bool,
    /// Your own id of the payment, bill or mandate; of one that the sandbox knows, its id, method
    /// and amount are told
    #[arg(long, value_parser = reference)]
    pub(crate) reference: Option<Reference>,
    /// In whole rupiah
    #[arg(long, value_parser = rupiah)]
    pub(crate) amount: Option<Money>,
    /// Where it goes, over http on this machine; by default to `payments listen`,
    /// http://127.0.0.1:4020/<provider>
    #[arg(long, value_name = "URL")]
    pub(crate) to: Option<String>,
    /// Let a running sandbox send it, signed with its secrets, instead of one of its own
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CallbacksCommand {
    /// List what was received
    List(StoreArguments),
    /// Show one
    Show(ShowArguments),
    /// Send one again, byte for byte
    Replay(ReplayArguments),
    /// Send the same news again, with the times of now and signed anew
    #[command(after_help = sign())]
    Resend(ResendArguments),
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
