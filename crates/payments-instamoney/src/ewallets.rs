//! `/ewallets`: maps the common request to the wallet's own, and its answers to the common payment.

use chrono::{DateTime, Utc};
use payments_core::{
    Error, Failure, Method, Money, NextAction, Payment, PaymentRequest, PaymentStatus, Raw,
    Reference, Result,
};
use payments_provider::wire;

use crate::{
    ApiVersion,
    generated::capabilities::{CAPABILITIES, PROVIDER},
    statuses::StatusTable,
    types::{
        DanaPaymentRequest, DanaPaymentRequestEwalletType, EwalletPayment, EwalletPaymentRequest,
        EwalletPaymentStatus, EwalletType, GetEwalletPaymentEwalletType, LinkajaItem,
        LinkajaPaymentRequest, LinkajaPaymentRequestEwalletType, OvoPaymentRequest,
        OvoPaymentRequest20190204, OvoPaymentRequest20190204EwalletType,
        OvoPaymentRequestEwalletType,
    },
};

/// The wallets of `/ewallets`. ShopeePay is not among them: it has only charges.
pub(crate) fn wallet(method: &Method) -> Option<GetEwalletPaymentEwalletType> {
    match method {
        ovo if *ovo == Method::OVO => Some(GetEwalletPaymentEwalletType::Ovo),
        dana if *dana == Method::DANA => Some(GetEwalletPaymentEwalletType::Dana),
        linkaja if *linkaja == Method::LINKAJA => Some(GetEwalletPaymentEwalletType::Linkaja),
        _ => None,
    }
}

/// The wallet's own request.
pub(crate) fn request(
    wallet: GetEwalletPaymentEwalletType,
    version: ApiVersion,
    request: &PaymentRequest,
) -> Result<EwalletPaymentRequest> {
    let external_id = request.reference.as_str().to_owned();
    let amount = request.amount.amount().into();
    if request.expires_at.is_some() && wallet != GetEwalletPaymentEwalletType::Dana {
        return Err(Error::unsupported(format!(
            "expires_at: {wallet} payments have an expiry of their own"
        )));
    }
    let body: EwalletPaymentRequest = match (wallet, version) {
        (GetEwalletPaymentEwalletType::Ovo, ApiVersion::X20190204) => OvoPaymentRequest20190204 {
            amount,
            ewallet_type: OvoPaymentRequest20190204EwalletType::Ovo,
            external_id,
            phone: phone(request)?,
        }
        .into(),
        (GetEwalletPaymentEwalletType::Ovo, ApiVersion::X20200201) => OvoPaymentRequest {
            amount,
            ewallet_type: OvoPaymentRequestEwalletType::Ovo,
            external_id,
            phone: phone(request)?,
        }
        .into(),
        (GetEwalletPaymentEwalletType::Dana, _) => DanaPaymentRequest {
            amount,
            callback_url: url("callback_url", request.callback_url.as_ref())?,
            ewallet_type: DanaPaymentRequestEwalletType::Dana,
            expiration_date: request.expires_at.map(wire::rfc3339),
            external_id,
            redirect_url: url("return_url", request.return_url.as_ref())?,
        }
        .into(),
        (GetEwalletPaymentEwalletType::Linkaja, _) => LinkajaPaymentRequest {
            amount,
            callback_url: url("callback_url", request.callback_url.as_ref())?,
            ewallet_type: LinkajaPaymentRequestEwalletType::Linkaja,
            external_id,
            items: request
                .items
                .iter()
                .map(|item| LinkajaItem {
                    id: item.id.clone(),
                    name: item.name.clone(),
                    price: item.price.amount().into(),
                    quantity: item.quantity.into(),
                })
                .collect(),
            phone: phone(request)?,
            redirect_url: url("return_url", request.return_url.as_ref())?,
        }
        .into(),
    };
    body.with_options(request.options.as_ref())
}

fn phone(request: &PaymentRequest) -> Result<payments_core::Personal> {
    CAPABILITIES
        .phone(&request.customer)?
        .ok_or_else(|| missing("customer.phone"))
}

fn url(field: &str, url: Option<&String>) -> Result<String> {
    url.cloned().ok_or_else(|| missing(field))
}

fn missing(field: &str) -> Error {
    Error::invalid(field, "", "a value, which this wallet needs")
}

/// The payment in the answer of a create.
pub(crate) fn created(answer: &EwalletPayment, version: ApiVersion, raw: Raw) -> Result<Payment> {
    let method = method(&answer.ewallet_type)?;
    let raw_status = answer.status.clone().unwrap_or_default();
    let status = match (&answer.status, &answer.ewallet_transaction_id) {
        (Some(word), _) => read_status(&method, word),
        // A synchronous answer of OVO means paid, but only if it contains a transaction: after a
        // time-out between provider and wallet it has none.
        (None, Some(_)) if method == Method::OVO && version == ApiVersion::X20190204 => {
            PaymentStatus::Paid
        }
        (None, _) => PaymentStatus::Pending,
    };
    let created_at = answer.created.as_ref().or(answer.transaction_date.as_ref());
    let next_actions = match (&answer.checkout_url, &status) {
        (Some(url), PaymentStatus::Pending) => vec![NextAction::Redirect { url: url.clone() }],
        (None, PaymentStatus::Pending) if method == Method::OVO => vec![NextAction::ApproveOnPhone],
        _ => Vec::new(),
    };
    let zone = zone(&method);
    let paid_at = match status {
        PaymentStatus::Paid => answer.transaction_date.as_deref().and_then(zone),
        _ => None,
    };
    let mut payment = Payment::new(
        PROVIDER,
        Reference::new(&*answer.external_id)?,
        method,
        status,
        raw_status,
    );
    payment
        .provider_id
        .clone_from(&answer.ewallet_transaction_id);
    payment.amount = Some(money(&answer.amount)?);
    payment.created_at = created_at.and_then(|text| zone(text));
    payment.paid_at = paid_at;
    payment.next_actions = next_actions;
    payment.raw = raw;
    Ok(payment)
}

/// The payment in the answer of a get.
pub(crate) fn found(answer: &EwalletPaymentStatus, method: &Method, raw: Raw) -> Result<Payment> {
    if let Some(wallet) = &answer.ewallet_type {
        let told = self::method(wallet)?;
        if told != *method {
            return Err(Error::integrity(
                "wallet",
                &method.to_string(),
                &told.to_string(),
            ));
        }
    }
    let status = read_status(method, &answer.status);
    let next_actions = match (&answer.checkout_url, &status) {
        (Some(url), PaymentStatus::Pending) => vec![NextAction::Redirect { url: url.clone() }],
        (None, PaymentStatus::Pending) if *method == Method::OVO => {
            vec![NextAction::ApproveOnPhone]
        }
        _ => Vec::new(),
    };
    let zone = zone(method);
    let time = |text: &Option<String>| text.as_deref().and_then(zone);
    let mut payment = Payment::new(
        PROVIDER,
        Reference::new(&*answer.external_id)?,
        method.clone(),
        status,
        &*answer.status,
    );
    payment.amount = Some(money(&answer.amount)?);
    payment.created_at = time(&answer.transaction_date);
    if payment.status.is_paid() {
        // OVO states only the time of the transaction, and there is none before it is paid.
        payment.paid_at =
            time(&answer.payment_timestamp).or_else(|| time(&answer.transaction_date));
    }
    payment.expires_at = time(&answer.expiration_date).or_else(|| time(&answer.expired_at));
    payment.next_actions = next_actions;
    payment.raw = raw;
    Ok(payment)
}

pub(crate) fn method(wallet: &EwalletType) -> Result<Method> {
    match wallet {
        EwalletType::Ovo => Ok(Method::OVO),
        EwalletType::Dana => Ok(Method::DANA),
        EwalletType::Linkaja => Ok(Method::LINKAJA),
        EwalletType::Other(word) => format!("ewallet:{}", word.to_lowercase()).parse(),
    }
}

/// The status of a wallet's word; for an unknown wallet, a word means nothing.
fn read_status(method: &Method, word: &str) -> PaymentStatus {
    let table = match wallet(method) {
        Some(GetEwalletPaymentEwalletType::Ovo) => StatusTable::Ovo,
        Some(GetEwalletPaymentEwalletType::Dana) => StatusTable::Dana,
        Some(GetEwalletPaymentEwalletType::Linkaja) => StatusTable::Linkaja,
        None => return PaymentStatus::Other(word.to_owned()),
    };
    table.read(word)
}

/// DANA's document says about its times: "UTC unless specified".
fn zone(method: &Method) -> fn(&str) -> Option<DateTime<Utc>> {
    match *method == Method::DANA {
        true => wire::time_in_utc,
        false => wire::time,
    }
}

/// Refuses amounts in another currency than the requested one.
pub(crate) fn check_currency(told: &str) -> Result<()> {
    let known = CAPABILITIES.currency;
    match told == known.as_str() {
        true => Ok(()),
        false => Err(Error::integrity("currency", known.as_str(), told)),
    }
}

pub(crate) fn money(amount: &wire::Amount) -> Result<Money> {
    amount.money("amount", CAPABILITIES.currency)
}

/// The failure that a code names.
pub(crate) fn failure(code: &Option<String>) -> Option<Failure> {
    let code = code.as_deref()?;
    Some(Failure {
        message: None,
        code: code.to_owned(),
        meaning: crate::codes::Code::from(code)
            .info()
            .map(|info| info.meaning.into()),
    })
}
