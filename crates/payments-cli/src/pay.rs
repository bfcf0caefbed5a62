//! `payments pay`, `get`, `cancel`.

use chrono::{TimeDelta, Utc};
use payments::{
    Customer, Kind, Method, Name, PaymentQuery, PaymentRequest, Reference, capabilities::Lookup,
};

use crate::{
    arguments::{PayArguments, PaymentArguments},
    failure::Failure,
    journal,
    output::Output,
    providers, qr,
    stopping::{Deed, quoted},
};

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
        .answer(journal::settle(&recorded, &*payments, &request))
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
