//! The command line of `payments verify`.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args;
use payments::Name;

/// What each exit code means here.
pub(crate) fn codes() -> String {
    "\
Keys come from the environment only; `payments pay --help` lists them. Nothing
secret or personal is printed or recorded.

Exit codes:
  0  nothing is refuted, and something is confirmed; what the session does not
     tell is listed
  1  a fact is refuted, or the session tells of none
  2  the command line is wrong
  3  not sent: the host moves real money, a key is missing, or callbacks cannot
     be received"
        .to_owned()
}

#[derive(Args, Debug)]
pub(crate) struct VerifyArguments {
    /// The provider
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Name,
    /// Try a running sandbox, such as http://127.0.0.1:4010. Its clock is moved, and its callbacks
    /// come here
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
    /// Say only what would be done
    #[arg(long)]
    pub(crate) plan: bool,
    /// The account is one of the provider's test mode; for providers whose keys do not tell
    #[arg(long)]
    pub(crate) test_account: bool,
    /// It is a live host, and only what reads shall be done there; needs --limit
    #[arg(long, requires = "limit")]
    pub(crate) i_know: bool,
    /// Leave out what asks for more than this, in rupiah
    #[arg(long, value_name = "RUPIAH")]
    pub(crate) limit: Option<u64>,
    /// Receive callbacks here, such as 127.0.0.1:4021; the first is answered with 503, so that its
    /// repeat is seen. With --sandbox a free port is taken without it
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<SocketAddr>,
    /// The URL at which the provider reaches that, such as a tunnel's
    #[arg(long, value_name = "URL", requires = "listen")]
    pub(crate) public_url: Option<String>,
    /// How long to wait, at a provider's host, for each customer or test mode to pay
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    pub(crate) wait: u64,
    /// Write what was sent and answered to a file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["plan", "replay"])]
    pub(crate) record: Option<PathBuf>,
    /// Send nothing: judge what --record has written
    #[arg(long, value_name = "FILE", conflicts_with = "plan")]
    pub(crate) replay: Option<PathBuf>,
    /// Write what it changes in specs/ to a file, as a diff for `git apply`
    #[arg(long, value_name = "FILE", conflicts_with = "plan")]
    pub(crate) patch: Option<PathBuf>,
    /// The folder that is patched
    #[arg(long, value_name = "FOLDER", default_value = "specs")]
    pub(crate) specs: PathBuf,
}
