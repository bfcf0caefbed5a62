//! `payments pay`, `get`, `cancel`.

use chrono::{TimeDelta, Utc};
use payments_core::{Customer, Method, PaymentQuery, PaymentRequest};

use crate::{
    arguments::{PayArguments, PaymentArguments, Target},
    failure::Failure,
    output::Output,
    providers::{Client, Name},
};

pub(crate) async fn pay(arguments: PayArguments, output: &Output) -> Result<(), Failure> {
    let client = client(&arguments.target)?;
    let request = request(arguments)?;
    let payment = client.payments.create(&request).await?;
    output.payment(&payment)
}

pub(crate) async fn get(arguments: PaymentArguments, output: &Output) -> Result<(), Failure> {
    let client = client(&arguments.target)?;
    let payment = client.payments.get(&query(arguments)?).await?;
    output.payment(&payment)
}

pub(crate) async fn cancel(arguments: PaymentArguments, output: &Output) -> Result<(), Failure> {
    let client = client(&arguments.target)?;
    let payment = client.payments.cancel(&query(arguments)?).await?;
    output.payment(&payment)
}

fn client(target: &Target) -> Result<Client, Failure> {
    Ok(match &target.sandbox {
        Some(url) => target.provider.in_sandbox(url)?,
        None => target.provider.at_real_host()?,
    })
}

fn request(arguments: PayArguments) -> Result<PaymentRequest, Failure> {
    let method = arguments.target.provider.method(&arguments.method)?;
    let mut request = PaymentRequest::new(arguments.reference, arguments.amount, method);
    let mut customer = Customer::default();
    customer.name = arguments.name.map(Into::into);
    customer.phone = arguments.phone.map(Into::into);
    customer.email = arguments.email.map(Into::into);
    request.customer = customer;
    request.description = arguments.description;
    request.items = arguments.items;
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
        Some(text) => Ok(provider.method(text)?),
        None if provider.capabilities().method(&Method::ANY).is_some() => Ok(Method::ANY),
        None => Err(
            Failure::failed(format!("{} keeps one list per method", provider.as_str()))
                .advise("name the method that the payment was created with: --method ewallet:ovo"),
        ),
    }
}
