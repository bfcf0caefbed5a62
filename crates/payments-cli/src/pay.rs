//! `payments pay`, `get`, `cancel`.

use chrono::{TimeDelta, Utc};
use clap::Args;
use payments::{
    Customer, Item, Kind, Method, Money, Name, PaymentQuery, PaymentRequest, Reference,
    capabilities::Lookup,
};

use crate::{
    arguments::{OwnOptions, reference, rupiah},
    failure::Failure,
    output::Output,
    providers::{self, Target},
    qr,
    recorded::{self, Recorded},
    stopping::{Deed, quoted},
};

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

pub(crate) async fn pay(arguments: PayArguments, output: &Output) -> Result<(), Failure> {
    let payments = providers::payments(&arguments.target)?;
    let recorded = arguments.recorded.clone();
    let (provider, sandbox) = (arguments.target.provider, arguments.target.sandbox.clone());
    let request = request(arguments)?;
    let deed = deed(
        provider,
        &request.reference,
        &request.method,
        sandbox.as_deref(),
        recorded.journal.is_some().then_some(&request.reference),
    );
    let payment = deed
        .answer(recorded::settle(&recorded, &*payments, &request))
        .await?;
    output.made(provider, &payment.clone().into())?;
    qr::draw(&payment, Some(request.amount), sandbox.as_deref(), output).await
}

pub(crate) async fn get(arguments: PaymentArguments, output: &Output) -> Result<(), Failure> {
    let payments = providers::payments(&arguments.target)?;
    let sandbox = arguments.target.sandbox.clone();
    let payment = payments.get(&query(arguments)?).await?;
    output.payment(&payment)?;
    qr::draw(&payment, payment.amount, sandbox.as_deref(), output).await
}

pub(crate) async fn cancel(arguments: PaymentArguments, output: &Output) -> Result<(), Failure> {
    let payments = providers::payments(&arguments.target)?;
    let (provider, sandbox) = (arguments.target.provider, arguments.target.sandbox.clone());
    let query = query(arguments)?;
    let deed = deed(
        provider,
        &query.reference,
        &query.method,
        sandbox.as_deref(),
        None,
    );
    let payment = deed.answer(payments.cancel(&query)).await?;
    output.made(provider, &payment.into())
}

fn deed<'a>(
    provider: Name,
    reference: &'a Reference,
    method: &Method,
    sandbox: Option<&'a str>,
    recorded: Option<&'a Reference>,
) -> Deed<'a> {
    let capabilities = provider.capabilities().method(method);
    Deed {
        provider,
        reference,
        asks: "get",
        with: format!(" --method {}", quoted(method)),
        lookup: capabilities.map_or(Lookup::ByReference, |method| method.settlement.lookup),
        sandbox,
        recorded,
    }
}

fn request(arguments: PayArguments) -> Result<PaymentRequest, Failure> {
    let method = providers::method(arguments.target.provider, &arguments.method)?;
    let options = arguments
        .own
        .read(arguments.target.provider, Kind::Payment)?;
    let mut request = PaymentRequest::new(arguments.reference, arguments.amount, method);
    let mut customer = Customer::default();
    customer.name = arguments.name.map(Into::into);
    customer.phone = arguments.phone.map(Into::into);
    customer.email = arguments.email.map(Into::into);
    request.customer = customer;
    request.description = arguments.description;
    request.items = arguments.items;
    request.options = options;
    request.callback_url = arguments.callback_url;
    request.return_url = arguments.return_url;
    request.expires_at = arguments
        .expires_in
        .map(|seconds| Utc::now() + TimeDelta::seconds(seconds.into()));
    Ok(request)
}

fn query(arguments: PaymentArguments) -> Result<PaymentQuery, Failure> {
    let method = method(arguments.target.provider, arguments.method.as_deref())?;
    let mut query = PaymentQuery::new(arguments.reference, method);
    query.provider_id = arguments.id;
    Ok(query)
}

/// The method by name. Ciputra has one list for all methods, so there it may be left out.
fn method(provider: Name, text: Option<&str>) -> Result<Method, Failure> {
    match text {
        Some(text) => Ok(providers::method(provider, text)?),
        None if provider.capabilities().method(&Method::ANY).is_some() => Ok(Method::ANY),
        None => Err(
            Failure::usage(format!("{} keeps one list per method", provider.as_str()))
                .advise("name the method that the payment was created with: --method ewallet:ovo"),
        ),
    }
}
