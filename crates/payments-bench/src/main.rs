//! Measures what the layers cost, beside what a user would pick instead:
//! `payments-bench <row> [--quick]`. Prints one figure per line, as JSON; what it is doing goes to
//! stderr. Nothing is asserted: `cargo xtask bench` makes a table of it.

use clap::{Parser, ValueEnum};

mod by_hand;
mod call;
mod callback;
mod cpu;
mod endpoint;
mod figure;
mod fixture;
mod interleave;
mod journal;
mod others;
mod sandbox;
mod server;
mod token;
mod traffic;

type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

/// What a row is asked for.
#[derive(Parser)]
#[command(about = "Measures what the layers cost; one figure per line, as JSON")]
struct Run {
    /// What to measure
    row: Row,
    /// A short run, to try it out: its figures mean nothing
    #[arg(long)]
    quick: bool,
    /// For `work`: the journal
    #[arg(hide = true)]
    url: Option<String>,
    #[command(flatten)]
    servers: sandbox::Servers,
}

#[derive(Clone, Copy, ValueEnum)]
enum Row {
    /// One payment through the trait
    Call,
    /// The provider's own operation
    Generated,
    /// A callback of 1 KiB
    Callback,
    /// Intents on SQLite and PostgreSQL
    Journal,
    /// The memory of a worker with a million open intents
    Open,
    /// What `open` starts
    #[value(hide = true)]
    Work,
    /// The sandbox over loopback
    Sandbox,
    /// A token from the cache
    Token,
    /// 10,000 callbacks against an endpoint with a journal
    Endpoint,
    /// What `endpoint` sends to
    #[value(hide = true)]
    Receive,
    /// What `call` calls
    #[value(hide = true)]
    Serve,
}

impl Run {
    /// How many rounds to run.
    fn rounds(&self, quick: usize, full: usize) -> usize {
        if self.quick { quick } else { full }
    }
}

fn main() -> Result<()> {
    let run = Run::parse();
    match run.row {
        Row::Call => call::through_the_trait(&run),
        Row::Generated => call::typed(&run),
        Row::Callback => callback::run(&run),
        Row::Journal => journal::run(&run),
        Row::Open => journal::open::run(&run),
        Row::Work => journal::open::work(run.url.as_deref().unwrap_or_default()),
        Row::Sandbox => sandbox::run(&run),
        Row::Token => token::run(&run),
        Row::Endpoint => endpoint::run(&run),
        Row::Receive => endpoint::serve(),
        Row::Serve => server::serve(),
    }
}
