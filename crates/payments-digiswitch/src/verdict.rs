//! Judges answers by code and word, because refusals come under 200 as well as under 400.

use payments_core::{EarlierTry, Error, ErrorKind, Outcome, PaymentStatus, Reference};
use payments_provider::{
    explain::by_status,
    http::{Call, contradiction, judge},
    operation::{CodeInfo, Effect},
};

use crate::{
    bodies,
    generated::capabilities::PROVIDER,
    told::{Subject, Told},
};

/// The kind of an operation, which decides what its answer can prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    /// An inquiry.
    Inquiry,
    /// The payment of a bill, or a sale.
    Payment,
    /// A status query about one of those.
    Status,
    /// A query about the account, whose answer may have a code.
    Account,
}

impl Question {
    fn of(operation: &str) -> Self {
        let is = |known: &[&str]| known.contains(&operation);
        if is(&[bodies::INQUIRE_BILL.name]) {
            Self::Inquiry
        } else if is(&[bodies::PAY_BILL.name, bodies::TOPUP.name]) {
            Self::Payment
        } else if is(&[bodies::BILL_STATUS.name, bodies::TOPUP_STATUS.name]) {
            Self::Status
        } else {
            Self::Account
        }
    }
}

/// The status of the payment in an operation's answer.
pub(crate) fn payment(operation: &str, told: &Told) -> Option<PaymentStatus> {
    match Question::of(operation) {
        Question::Inquiry | Question::Account => None,
        Question::Payment => told
            .proof(false)
            .filter(|status| matches!(status, PaymentStatus::Paid | PaymentStatus::Pending)),
        Question::Status => told.proof(true),
    }
}

/// The error that a call with this body returns, if any.
#[cfg(feature = "dictionary")]
pub(crate) fn of_body(
    call: &Call<'_>,
    subject: Subject<'_>,
    status: u16,
    body: &[u8],
) -> Option<Error> {
    of_told(
        call,
        subject,
        status,
        (&Told::read(body).unwrap_or_default(), body),
    )
}

/// The same, with what the body tells.
pub(crate) fn of_told(
    call: &Call<'_>,
    subject: Subject<'_>,
    status: u16,
    (told, body): (&Told, &[u8]),
) -> Option<Error> {
    if let Err(error) = told.is_about(subject) {
        return Some(of_call(error, call, subject, status));
    }
    match told.says_anything() {
        true => verdict(call, status, told),
        false => by_status(call, status, body),
    }
}

/// The error that code and word mean, if any.
fn verdict(call: &Call<'_>, status: u16, told: &Told) -> Option<Error> {
    if is_answer(call, status, told) {
        return None;
    }
    let error = match is_refusal(call, told) {
        true => judge(call, status, Some(told.refusal())),
        false => contradiction(call, status, told.refusal()),
    };
    Some(match Question::of(call.operation.name) {
        // It refuses the query, and says nothing about the payment.
        Question::Status => error.with_outcome(Outcome::Unknown),
        _ => error,
    })
}

fn of_call(error: Error, call: &Call<'_>, subject: Subject<'_>, status: u16) -> Error {
    let error = error
        .with_provider(PROVIDER)
        .with_operation(call.operation.name)
        .with_http_status(status);
    match subject.reference.map(Reference::new) {
        Some(Ok(reference)) => error.with_reference(&reference),
        _ => error,
    }
}

fn is_answer(call: &Call<'_>, status: u16, told: &Told) -> bool {
    let is_success = (200..300).contains(&status);
    let payment = payment(call.operation.name, told);
    match Question::of(call.operation.name) {
        Question::Inquiry => is_success && told.proof(false) == Some(PaymentStatus::Paid),
        Question::Payment => is_success && payment.is_some(),
        Question::Status => match payment {
            // An answer about a failed payment may have the HTTP status of a refusal.
            Some(PaymentStatus::Failed | PaymentStatus::Refunded) => status < 500,
            other => is_success && other.is_some(),
        },
        Question::Account => {
            is_success
                && told.is_success_code()
                && matches!(told.status(), None | Some(PaymentStatus::Paid))
        }
    }
}

/// Whether an answer is a refusal. Where money may have moved, it needs a known code, and the
/// matching word if the code belongs to a transaction.
fn is_refusal(call: &Call<'_>, told: &Told) -> bool {
    if told.is_success_code() {
        return false;
    }
    let is_harmless = call.operation.effect == Effect::Reads;
    match (told.status(), told.info()) {
        (Some(PaymentStatus::Failed), Some(_)) => true,
        (None, Some(info)) => is_harmless || !forms_a_transaction(info),
        (None | Some(PaymentStatus::Failed), None) => is_harmless,
        _ => false,
    }
}

/// Whether the table says that a transaction was formed. It also says so for the code of a
/// transaction that does not exist.
fn forms_a_transaction(info: &CodeInfo) -> bool {
    info.earlier == EarlierTry::Failed || info.kind == ErrorKind::NotFound
}
