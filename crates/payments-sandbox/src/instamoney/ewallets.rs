//! `/ewallets`: create and status of OVO, DANA and LINKAJA, in both versions.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    Instamoney, NAME, account, magic,
    magic::OvoFate,
    moment, page, refusals,
    refusals::Refusal,
    validation::{self, NewPayment},
    wallet::{Version, Wallet},
};
use crate::{
    clock, lifecycle, money,
    payment::{Payment, State},
    provider::Provider,
    reply::Reply,
    request::Request,
    world::{Event, World},
};

/// What an e-wallet payment holds beside the payment.
#[derive(Debug)]
pub(super) struct Ewallet {
    pub(super) wallet: Wallet,
    pub(super) version: Version,
    pub(super) business_id: String,
    pub(super) phone: String,
    pub(super) items: Value,
}

/// The HTTP status of what is wrong, by the tables of OVO and DANA. Without a wallet there is no
/// telling whose applies; two of three say this.
const INVALID: u16 = 422;

/// By the table of the wallet.
fn invalid(wallet: Wallet) -> u16 {
    match wallet {
        Wallet::Linkaja => 400,
        Wallet::Ovo | Wallet::Dana => INVALID,
    }
}

pub(super) fn create(world: &mut World, account: &str, request: &Request) -> Reply {
    let Some(members) = request.members() else {
        return refusals::UNREADABLE_BODY.with_status(INVALID);
    };
    let Some(version) = Version::of(request) else {
        let wallet = members.get("ewallet_type").and_then(Value::as_str);
        let http = wallet.and_then(Wallet::from_name).map_or(INVALID, invalid);
        return refusals::UNKNOWN_VERSION.with_status(http);
    };
    let wallet = match members.get("ewallet_type").and_then(Value::as_str) {
        None | Some("") => {
            let mut fields = crate::fields::Fields::new(&members);
            fields.missing("ewallet_type");
            return refusals::invalid_ewallet(INVALID, &fields.problems);
        }
        Some(name) => match Wallet::from_name(name) {
            Some(wallet) => wallet,
            None => return refusals::WALLET_UNKNOWN.reply(),
        },
    };
    let new = match validation::read(wallet, version, &members) {
        Ok(new) => new,
        Err(problems) => return refusals::invalid_ewallet(invalid(wallet), &problems),
    };
    let fate = match wallet {
        Wallet::Ovo => magic::ovo(new.amount),
        Wallet::Dana | Wallet::Linkaja => None,
    };
    let earlier = world
        .book
        .find(NAME, account, wallet.name(), &new.reference);
    let taken = earlier.is_some_and(|(_, earlier)| keeps_its_reference(earlier));
    if taken || matches!(fate, Some(OvoFate::Duplicate)) {
        return duplicate(wallet, version, &new.reference);
    }
    let failure = match fate {
        Some(OvoFate::Fails(refusal)) => Some(refusal),
        _ => None,
    };
    open(world, account, wallet, version, new, failure)
}

/// A failed payment of the synchronous version releases its reference: one id went through all
/// magic amounts of the live test mode. Every other payment keeps it, whatever became of it.
fn keeps_its_reference(earlier: &Payment) -> bool {
    let synchronous = ewallet(earlier).is_some_and(Ewallet::is_synchronous);
    !(synchronous && matches!(earlier.state, State::Failed(_)))
}

fn duplicate(wallet: Wallet, version: Version, reference: &str) -> Reply {
    match (wallet, version) {
        (Wallet::Ovo, Version::Synchronous) => refusals::DUPLICATE_OVO_2019.reply(),
        (Wallet::Ovo, Version::Asynchronous) => refusals::DUPLICATE_OVO_2020.naming(reference),
        (Wallet::Dana, _) => refusals::DUPLICATE_DANA.reply(),
        (Wallet::Linkaja, _) => refusals::DUPLICATE_LINKAJA.reply(),
    }
}

fn open(
    world: &mut World,
    account: &str,
    wallet: Wallet,
    version: Version,
    new: NewPayment,
    failure: Option<Refusal>,
) -> Reply {
    let now = world.now();
    let id = world.identifiers.uuid();
    let patience = match wallet {
        Wallet::Ovo => TimeDelta::seconds(60),
        Wallet::Dana => TimeDelta::hours(24),
        Wallet::Linkaja => TimeDelta::minutes(5),
    };
    let payment = Payment {
        provider: NAME,
        account: account.to_owned(),
        scope: wallet.name(),
        reference: new.reference,
        page: page(&id),
        id,
        method: wallet.name().to_owned(),
        amount: new.amount,
        currency: "IDR",
        state: State::Pending,
        created: now,
        changed: now,
        expires: new.expiration.unwrap_or(now + patience),
        callback_url: new.callback_url,
        failure_redirect_url: new.redirect_url.clone(),
        redirect_url: new.redirect_url,
        details: Box::new(Ewallet {
            wallet,
            version,
            business_id: account::business_id(world, account),
            phone: new.phone,
            items: new.items,
        }),
    };
    let answer = created(&payment, &world.base_url);
    let synchronous = ewallet(&payment).is_some_and(Ewallet::is_synchronous);
    let key = lifecycle::open(world, &Instamoney, payment);
    if !synchronous {
        if let Some(failure) = failure {
            world.plan(moment(now), key, Event::Fail(failure.code));
        }
        return Reply::json(200, answer);
    }
    let outcome = failure.map_or(State::Paid, |failure| State::Failed(failure.code));
    let ended = lifecycle::change(world, &Instamoney, key, outcome, now);
    match (ended, failure) {
        (_, Some(failure)) => failure.reply(),
        (Ok(()), None) => Reply::json(200, answer),
        // Cannot be: what was opened above is pending.
        (Err(_), None) => refusals::SERVER.reply(),
    }
}

/// The members differ by wallet and version; only OVO 2020 has a status.
fn created(payment: &Payment, base_url: &str) -> Value {
    let Some(ewallet) = ewallet(payment) else {
        return Value::Null;
    };
    let amount = money::number(payment.amount);
    let created = clock::utc_text(payment.created);
    let checkout_url = format!("{base_url}/{}", payment.page);
    match (ewallet.wallet, ewallet.version) {
        (Wallet::Ovo, Version::Synchronous) => json!({
            "transaction_date": created,
            "amount": amount,
            "external_id": payment.reference,
            "ewallet_type": "OVO",
            "phone": ewallet.phone,
            "business_id": ewallet.business_id,
            "ewallet_transaction_id": payment.id,
        }),
        (Wallet::Ovo, Version::Asynchronous) => json!({
            "business_id": ewallet.business_id,
            "external_id": payment.reference,
            "amount": amount,
            "phone": ewallet.phone,
            "ewallet_type": "OVO",
            "status": "PENDING",
            "created": created,
        }),
        (Wallet::Dana, _) => json!({
            "external_id": payment.reference,
            "checkout_url": checkout_url,
            "amount": amount,
            "ewallet_type": "DANA",
        }),
        (Wallet::Linkaja, _) => json!({
            "checkout_url": checkout_url,
            "transaction_date": created,
            "amount": amount,
            "external_id": payment.reference,
            "ewallet_type": "LINKAJA",
        }),
    }
}

pub(super) fn get(world: &World, account: &str, request: &Request) -> Reply {
    // Recorded: 404 without a body. It is no proof that the payment does not exist, and must not
    // look like one.
    let Some(wallet) = request
        .query("ewallet_type")
        .filter(|name| !name.is_empty())
    else {
        return Reply::empty(404);
    };
    let found = Wallet::from_name(wallet)
        .zip(request.query("external_id"))
        .and_then(|(wallet, reference)| world.book.find(NAME, account, wallet.name(), reference));
    match found {
        Some((_, payment)) => Reply::json(200, status(payment, &world.base_url)),
        None => refusals::PAYMENT_NOT_FOUND.reply(),
    }
}

/// The amount is a string for OVO and DANA and a number for LINKAJA; only OVO repeats the wallet.
fn status(payment: &Payment, base_url: &str) -> Value {
    let Some(ewallet) = ewallet(payment) else {
        return Value::Null;
    };
    let status = Instamoney.status(payment);
    let checkout_url = format!("{base_url}/{}", payment.page);
    match ewallet.wallet {
        Wallet::Ovo => json!({
            "amount": money::digits(payment.amount),
            "business_id": ewallet.business_id,
            "ewallet_type": "OVO",
            "external_id": payment.reference,
            "status": status,
            "transaction_date": clock::utc_text(payment.created),
        }),
        Wallet::Dana => json!({
            "amount": money::digits(payment.amount),
            "business_id": ewallet.business_id,
            "checkout_url": checkout_url,
            "external_id": payment.reference,
            "expiration_date": clock::jakarta_offset_text(payment.expires),
            "status": status,
        }),
        Wallet::Linkaja if matches!(status, "PENDING" | "EXPIRED") => json!({
            "amount": money::number(payment.amount),
            "business_id": ewallet.business_id,
            "checkout_url": checkout_url,
            "expired_at": clock::utc_text(payment.expires),
            "external_id": payment.reference,
            "status": status,
        }),
        Wallet::Linkaja => json!({
            "amount": money::number(payment.amount),
            "business_id": ewallet.business_id,
            "external_id": payment.reference,
            "payment_timestamp": clock::utc_text(payment.changed),
            "status": status,
        }),
    }
}

impl Ewallet {
    pub(super) fn is_synchronous(&self) -> bool {
        self.wallet == Wallet::Ovo && self.version == Version::Synchronous
    }

    /// The words of the status query; OVO has none for an approval that timed out.
    pub(super) fn status(&self, state: State) -> &'static str {
        match (self.wallet, state) {
            (_, State::Pending) => "PENDING",
            (Wallet::Dana, State::Paid | State::Settled | State::Voided) => "PAID",
            (_, State::Paid | State::Settled | State::Voided) => "COMPLETED",
            (_, State::Failed(_)) | (Wallet::Ovo, _) => "FAILED",
            (_, _) => "EXPIRED",
        }
    }
}

fn ewallet(payment: &Payment) -> Option<&Ewallet> {
    payment.details.downcast_ref()
}
