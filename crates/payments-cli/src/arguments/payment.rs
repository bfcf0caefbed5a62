//! The command line of payments.

use clap::Args;
use payments::{Item, Money, Reference};

use super::{OwnOptions, Recorded, Target, reference, rupiah};

#[derive(Args, Debug)]
pub(crate) struct PayArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    #[command(flatten)]
    pub(crate) recorded: Recorded,
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
    #[command(flatten)]
    pub(crate) own: OwnOptions,
    /// For how long it can be paid. Not with a journal: the same command again would be another
    /// request
    #[arg(long, value_name = "SECONDS", conflicts_with = "journal")]
    pub(crate) expires_in: Option<u32>,
}

#[derive(Args, Debug)]
pub(crate) struct PaymentArguments {
    #[command(flatten)]
    pub(crate) target: Target,
    /// Your own id of the payment
    #[arg(value_parser = reference)]
    pub(crate) reference: Reference,
    /// The method it was created with; optional if the provider has only one
    #[arg(long)]
    pub(crate) method: Option<String>,
    /// The provider's id, where it cannot be looked up by reference
    #[arg(long)]
    pub(crate) id: Option<String>,
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
