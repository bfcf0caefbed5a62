//! The code, the status word and the subject of an answer.

use payments_core::{EarlierTry, Error, Outcome, PaymentStatus, Personal, Result};
use payments_provider::{
    http::Refusal,
    operation::CodeInfo,
    read::{Unreadable, read},
};

use crate::{codes::Code, statuses::StatusTable, types};

/// The code, the status word and the subject of an answer. Each may be missing: a balance has none
/// of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    code: Option<String>,
    word: Option<String>,
    message: Option<String>,
    reference: Option<String>,
    customer_number: Option<Personal>,
}

/// The subject of a request. Its answer must be about the same subject, as far as it states one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Subject<'a> {
    pub(crate) reference: Option<&'a str>,
    pub(crate) customer: Option<&'a str>,
}

impl Told {
    /// Reads these members of any body.
    pub(crate) fn read(body: &[u8]) -> Result<Self, Unreadable> {
        let body = read::<types::Error>(body)?.body;
        Ok(Self {
            code: body.data.rc,
            word: body.data.status,
            message: body.data.message,
            reference: body.data.ref_id,
            customer_number: body.data.customer_no,
        })
    }

    pub(crate) fn of(data: &types::BillData) -> Self {
        Self {
            code: Some(data.rc.clone()),
            word: Some(data.status.clone()),
            message: data.message.clone(),
            reference: Some(data.ref_id.clone()),
            customer_number: data.customer_no.clone(),
        }
    }

    pub(crate) fn says_anything(&self) -> bool {
        self.code.is_some() || self.word.is_some()
    }

    pub(crate) fn refusal(&self) -> Refusal {
        Refusal {
            code: self.code.clone(),
            message: self.message.clone(),
        }
    }

    /// The status by the word alone.
    pub(crate) fn status(&self) -> Option<PaymentStatus> {
        let word = self.word.as_deref()?;
        Some(StatusTable::Bill.read(word))
    }

    pub(crate) fn is_success_code(&self) -> bool {
        self.code.as_deref().is_none_or(|code| code == "00")
    }

    pub(crate) fn info(&self) -> Option<&'static CodeInfo> {
        Code::from(self.code.as_deref()?).info()
    }

    /// The status of the payment, if word and code agree. `None` proves nothing: a code that forms
    /// no transaction concerns only the query. `is_status`: only the answer of a status call
    /// settles a time-out of the biller.
    pub(crate) fn proof(&self, is_status: bool) -> Option<PaymentStatus> {
        let (word, code) = (self.word.as_deref()?, self.code.as_deref()?);
        let agrees = match (StatusTable::Bill.read(word), self.info()) {
            (PaymentStatus::Paid, None) => self.is_success_code(),
            (PaymentStatus::Pending, Some(info)) => goes_on(info),
            (PaymentStatus::Failed, Some(info)) => is_over(info, is_status),
            _ => false,
        };
        agrees.then(|| standing(word, code))
    }

    /// Checks the subject. An answer about something else proves nothing, a refusal least of all.
    /// Its values are not quoted, because they may be another customer's.
    pub(crate) fn is_about(&self, subject: Subject<'_>) -> Result<()> {
        let another = |field| Err(Error::integrity(field, "the request's", "another"));
        match (&self.reference, subject.reference) {
            (Some(told), Some(asked)) if told != asked => return another("ref_id"),
            _ => {}
        }
        match (&self.customer_number, subject.customer) {
            (Some(told), Some(asked)) if unspaced(told) != unspaced(asked) => {
                another("customer_no")
            }
            _ => Ok(()),
        }
    }
}

/// The status of an agreeing word and code: one code is more specific than its word.
pub(crate) fn standing(word: &str, code: &str) -> PaymentStatus {
    match (StatusTable::Bill.read(word), StatusTable::Code.read(code)) {
        (PaymentStatus::Failed, PaymentStatus::Refunded) => PaymentStatus::Refunded,
        (status, _) => status,
    }
}

/// The provider accepts no blanks in a customer number, and may remove them in its answer.
pub(crate) fn unspaced(customer_number: &str) -> String {
    customer_number.split_whitespace().collect()
}

/// Whether it is a code of a running transaction.
fn goes_on(info: &CodeInfo) -> bool {
    info.outcome == Outcome::Unknown && info.earlier == EarlierTry::Exists
}

/// Whether it is a code of a finished transaction.
fn is_over(info: &CodeInfo, is_status: bool) -> bool {
    info.earlier == EarlierTry::Failed && (is_status || info.outcome != Outcome::Unknown)
}
