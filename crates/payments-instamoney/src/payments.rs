//! The `Payments` trait.

use std::borrow::Cow;

use payments_core::{
    Account, Capabilities, Error, Kind, Method, Payment, PaymentQuery, PaymentRequest, Payments,
    ProviderClient, Result, SuggestedAction, async_trait, capabilities::PaymentOperation,
};
use payments_provider::http::Headers;
use reqwest::header::HeaderName;

use crate::{CAPABILITIES, Instamoney, PROVIDER, charges, ewallets};

impl ProviderClient for Instamoney {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn account(&self) -> &Account {
        &self.account
    }
}

#[async_trait]
impl Payments for Instamoney {
    fn check(&self, request: &PaymentRequest) -> Result<()> {
        CAPABILITIES.check(request)?;
        let client = self.with_options(request)?;
        let checked = match ewallets::wallet(&request.method) {
            Some(wallet) => ewallets::request(wallet, client.version, request)?.check(),
            None => charges::request(request)?.check(),
        };
        checked.map_err(|error| error.with_provider(PROVIDER))
    }

    async fn create(&self, request: &PaymentRequest) -> Result<Payment> {
        CAPABILITIES.check(request)?;
        let client = self.with_options(request)?;
        let adopt = |payment: Result<Payment>| {
            let payment = payment.map_err(|error| told(error, &request.query()))?;
            payment.check_against(request)?;
            if payment.method != request.method {
                let (asked, told) = (request.method.to_string(), payment.method.to_string());
                return Err(Error::integrity("wallet", &asked, &told)
                    .with_provider(PROVIDER)
                    .with_reference(&request.reference));
            }
            Ok(payment)
        };
        match ewallets::wallet(&request.method) {
            Some(wallet) => {
                let body = ewallets::request(wallet, client.version, request)?;
                // Optional, and documented only for OVO.
                let version = (request.method == Method::OVO).then_some(client.version);
                let answer = client.create_ewallet_payment(version, &body).await?;
                let raw = answer.arrived.raw("");
                let created = ewallets::created(&answer.body, client.version, raw);
                adopt(
                    created
                        .map(|payment| with_fee_ids(payment, &answer.headers, &self.fee_headers)),
                )
            }
            None => {
                let body = charges::request(request)?;
                let answer = client
                    .create_ewallet_charge(request.callback_url.as_deref(), &body)
                    .await
                    .map_err(without_lookup)?;
                let charge = charges::payment(&answer.body, answer.arrived.raw(""));
                adopt(
                    charge.map(|payment| with_fee_ids(payment, &answer.headers, &self.fee_headers)),
                )
            }
        }
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        CAPABILITIES.require(&query.method, PaymentOperation::Get)?;
        let payment = match (ewallets::wallet(&query.method), &query.provider_id) {
            (Some(wallet), _) => {
                let answer = self
                    .get_ewallet_payment(wallet, query.reference.as_str())
                    .await?;
                ewallets::found(&answer.body, &query.method, answer.arrived.raw(""))
            }
            (None, Some(id)) => {
                let answer = self
                    .get_ewallet_charge_about(Some(&query.reference), id)
                    .await?;
                charges::payment(&answer.body, answer.arrived.raw(""))
            }
            (None, None) => {
                return Err(Error::invalid(
                    "provider_id",
                    "",
                    "the id of the charge: charges cannot be looked up by reference",
                )
                .with_provider(PROVIDER)
                .with_reference(&query.reference));
            }
        };
        let payment = payment.map_err(|error| told(error, query))?;
        payment.check_reference(&query.reference)?;
        Ok(payment)
    }

    async fn cancel(&self, query: &PaymentQuery) -> Result<Payment> {
        CAPABILITIES.require(&query.method, PaymentOperation::Cancel)?;
        // No method can be cancelled, so `require` has already refused. A void refunds a paid
        // charge and is a separate operation.
        self.get(query).await
    }
}

impl Instamoney {
    /// The client that sends a request: with the version and the fee rule of its options.
    fn with_options(&self, request: &PaymentRequest) -> Result<Cow<'_, Self>> {
        let Some(options) = &request.options else {
            return Ok(Cow::Borrowed(self));
        };
        CAPABILITIES.check_options(Kind::Payment, options)?;
        let mut client = self.clone();
        if let Some(version) = options.text("version") {
            if request.method != Method::OVO {
                let reason = "options.version: only OVO has versions";
                return Err(Error::unsupported(reason).with_provider(PROVIDER));
            }
            let unknown =
                || Error::invalid("options.version", version, "a version").with_provider(PROVIDER);
            client.version = version.parse().map_err(|_| unknown())?;
        }
        if let Some(rule) = options.text("fee_rule") {
            client.with_fee_rule = Some(rule.to_owned());
        }
        Ok(Cow::Owned(client))
    }
}

/// The ids of fees come in headers whose names no document prints, so they are settings.
fn with_fee_ids(mut payment: Payment, headers: &Headers, names: &[HeaderName]) -> Payment {
    let told = names.iter().filter_map(|name| {
        let id = headers.get(name.as_str())?;
        Some((name.as_str().to_owned(), id.to_owned()))
    });
    payment.identifiers.extend(told);
    payment
}

/// A charge cannot be looked up by its reference, so the error must not advise that.
fn without_lookup(error: Error) -> Error {
    match error.suggested_action() {
        SuggestedAction::AskByReference => error.with_action(SuggestedAction::AwaitCallback),
        _ => error,
    }
}

/// The error for an inconsistent answer: the payment may exist.
fn told(error: Error, query: &PaymentQuery) -> Error {
    Error::integrity("content", "a payment", &error.to_string())
        .with_provider(PROVIDER)
        .with_reference(&query.reference)
        .with_source(error)
}
