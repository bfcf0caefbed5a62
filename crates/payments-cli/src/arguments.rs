//! The command line.

use clap::{Args, Parser, Subcommand};
use payments::{Error, Item, Money, Name, Reference};

const EXIT_CODES: &str = "\
Exit codes:
  0  it worked
  1  it was refused, or failed
  2  the command line is wrong
  3  not sent: nothing reached the provider
  4  unknown: it may have happened; ask with `payments get`";

const ENVIRONMENT: &str = "\
Without --sandbox the real hosts are called, with the keys of the environment:
  fazz        FAZZ_API_KEY FAZZ_SECRET_KEY [FAZZ_BASE_URL]
  instamoney  INSTAMONEY_API_KEY [INSTAMONEY_BASE_URL INSTAMONEY_FOR_USER_ID INSTAMONEY_WITH_FEE_RULE]
  ciputra     CIPUTRA_BASE_URL CIPUTRA_API_KEY CIPUTRA_API_SECRET [CIPUTRA_BODY_FORMAT]";

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
    Sandbox(SandboxArguments),
    /// Show what each provider can do
    Providers,
    /// Ask a customer for money
    #[command(after_help = ENVIRONMENT)]
    Pay(Box<PayArguments>),
    /// Ask what became of a payment
    #[command(after_help = ENVIRONMENT)]
    Get(PaymentArguments),
    /// Call a payment off before it is paid
    #[command(after_help = ENVIRONMENT)]
    Cancel(PaymentArguments),
    /// Say what a body from standard input means
    Explain(ExplainArguments),
}

#[derive(Args, Debug)]
pub(crate) struct SandboxArguments {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 4010)]
    pub(crate) port: u16,
    /// Replay the same ids and tokens
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// Where Fazz's callbacks go: what the dashboard would say
    #[arg(long, value_name = "URL")]
    pub(crate) fazz_callback_url: Option<String>,
    /// The secret that signs Fazz's callbacks
    #[arg(long, value_name = "SECRET", default_value = crate::providers::SANDBOX_SIGNING_SECRET)]
    pub(crate) fazz_signing_secret: String,
    /// Where Instamoney's callbacks go that have no URL of their own: what the dashboard would say
    #[arg(long, value_name = "URL")]
    pub(crate) instamoney_callback_url: Option<String>,
    /// Instamoney's callback token
    #[arg(long, value_name = "TOKEN", default_value = crate::providers::SANDBOX_CALLBACK_TOKEN)]
    pub(crate) instamoney_callback_token: String,
    /// One more host, besides this machine, that callbacks may go to over http
    #[arg(long, value_name = "HOST")]
    pub(crate) callback_host: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct Target {
    /// The provider
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Name,
    /// Call a running sandbox instead of the real host, such as http://127.0.0.1:4010
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct PayArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    /// Your own id of the payment: keep it, it is what makes a retry safe
    #[arg(long, value_parser = reference)]
    pub(crate) reference: Reference,
    /// The amount in rupiah
    #[arg(long, value_parser = rupiah)]
    pub(crate) amount: Money,
    /// How the customer pays, such as ewallet:ovo, or ovo for short
    #[arg(long)]
    pub(crate) method: String,
    /// The customer's name
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// The customer's phone number
    #[arg(long)]
    pub(crate) phone: Option<String>,
    /// The customer's e-mail address
    #[arg(long)]
    pub(crate) email: Option<String>,
    /// What the payment is for
    #[arg(long)]
    pub(crate) description: Option<String>,
    /// Something that is bought, price in rupiah; may be repeated
    #[arg(long = "item", value_name = "ID:NAME:PRICE:QUANTITY", value_parser = item)]
    pub(crate) items: Vec<Item>,
    /// Where the provider sends news of the payment
    #[arg(long, value_name = "URL")]
    pub(crate) callback_url: Option<String>,
    /// Where the customer returns to
    #[arg(long, value_name = "URL")]
    pub(crate) return_url: Option<String>,
    /// For how long it can be paid
    #[arg(long, value_name = "SECONDS")]
    pub(crate) expires_in: Option<u32>,
}

#[derive(Args, Debug)]
pub(crate) struct PaymentArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    /// Your own id of the payment
    #[arg(value_parser = reference)]
    pub(crate) reference: Reference,
    /// The method it was created with; may be left out where the provider has one only
    #[arg(long)]
    pub(crate) method: Option<String>,
    /// The provider's id, where it cannot be asked for by reference
    #[arg(long)]
    pub(crate) id: Option<String>,
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
    text.parse()
}

fn rupiah(text: &str) -> Result<Money, String> {
    text.parse()
        .map(Money::idr)
        .map_err(|_| "expected whole rupiah, such as 20000".into())
}

fn item(text: &str) -> Result<Item, String> {
    let wrong = || "expected ID:NAME:PRICE:QUANTITY, such as 1:Case:100000:2".to_owned();
    // A name may hold colons; an id, a price and a quantity do not.
    let (id, rest) = text.split_once(':').ok_or_else(wrong)?;
    let (rest, quantity) = rest.rsplit_once(':').ok_or_else(wrong)?;
    let (name, price) = rest.rsplit_once(':').ok_or_else(wrong)?;
    Ok(Item {
        id: id.to_owned(),
        name: name.to_owned(),
        price: rupiah(price)?,
        quantity: quantity.parse().map_err(|_| wrong())?,
    })
}
