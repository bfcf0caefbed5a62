//! Arguments that several commands share.

use clap::Args;
use payments::{Error, Kind, Money, Name, ProviderOptions, Reference, provider::settings::Setting};

use crate::layout::{WIDTH, hanging};

/// What the clients are set up with.
pub(crate) fn environment() -> String {
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

pub(crate) fn reference(text: &str) -> Result<Reference, Error> {
    Ok(text.parse::<Reference>()?)
}

pub(crate) fn rupiah(text: &str) -> Result<Money, String> {
    text.parse()
        .map(Money::idr)
        .map_err(|_| "expected whole rupiah, such as 20000".into())
}
