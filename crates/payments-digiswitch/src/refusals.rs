//! What an answer says: the response code, the status word, and whether the two together are an answer at all.

use payments_core::{
    Error, Outcome, PaymentStatus,
    explain::{Dictionary, by_status},
    http::{Call, Codes, Refusal, contradiction, judge},
    operation::{CodeInfo, EarlierTry},
};
use serde_json::Value;

use crate::{
    bills, bodies, callbacks,
    codes::{self, Code},
    generated::capabilities::PROVIDER,
    statuses::StatusTable,
    types,
};

/// How refusals are read.
pub(crate) static CODES: Codes = Codes {
    read: |body| {
        let told = Told::read(body)?;
        told.says_anything().then(|| told.refusal())
    },
    info: |code| Code::from(code).info(),
    http: codes::HTTP,
};

/// Every body of the provider and what it means.
pub static DICTIONARY: Dictionary = Dictionary {
    provider: PROVIDER,
    operations: bodies::ALL,
    callbacks: bodies::CALLBACKS,
    parts: bodies::PARTS,
    refusal: bodies::REFUSAL,
    codes: &CODES,
    judge: |call, status, body| match Told::read(body).filter(Told::says_anything) {
        Some(told) => verdict(call, status, &told),
        None => by_status(call, status, body),
    },
    news: |operation, body| {
        let is_payment = operation != bodies::INQUIRE_BILL.name;
        let answer: types::BillResponse = serde_json::from_slice(body).ok()?;
        let told = Told::of(&answer.data);
        let proof = told.proof(operation == bodies::BILL_STATUS.name)?;
        let bill = bills::bill(&answer.data).ok()?;
        is_payment
            .then(|| bills::payment(&bill, &answer.data, proof).ok())?
            .map(Into::into)
    },
    callback: |json| {
        let callback = crate::Callback::from_json(json)?;
        let payment = callbacks::payment(&callback).map_err(serde::de::Error::custom)?;
        Ok((callback.name(), payment.map(Into::into)))
    },
};

/// What an answer says of itself. Each part may be missing: a balance has none of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    code: Option<String>,
    word: Option<String>,
    message: Option<String>,
}

impl Told {
    /// What any body says, whatever else is in it.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        let body: types::Error = serde_json::from_slice(body).ok()?;
        Some(Self {
            code: body.data.rc,
            word: body.data.status,
            message: body.data.message,
        })
    }

    pub(crate) fn of(data: &types::BillData) -> Self {
        Self {
            code: Some(data.rc.clone()),
            word: Some(data.status.clone()),
            message: Some(data.message.clone()),
        }
    }

    fn says_anything(&self) -> bool {
        self.code.is_some() || self.word.is_some()
    }

    fn refusal(&self) -> Refusal {
        Refusal {
            code: self.code.clone(),
            message: self.message.clone(),
        }
    }

    fn status(&self) -> Option<PaymentStatus> {
        let word = self.word.as_deref()?;
        Some(StatusTable::Bill.read(word))
    }

    fn is_success_code(&self) -> bool {
        self.code.as_deref().is_none_or(|code| code == "00")
    }

    fn info(&self) -> Option<&'static CodeInfo> {
        (CODES.info)(self.code.as_deref()?)
    }

    /// Where the payment stands, if word and code agree on it. `None` proves nothing: a code that forms no transaction is about the question
    /// alone. `is_status`: only the answer of a status call settles a time-out of the biller.
    pub(crate) fn proof(&self, is_status: bool) -> Option<PaymentStatus> {
        let status = self.status()?;
        let agrees = match (&status, self.info()) {
            (PaymentStatus::Paid, None) => self.code.is_some() && self.is_success_code(),
            (PaymentStatus::Pending, Some(info)) => goes_on(info),
            (PaymentStatus::Failed, Some(info)) => {
                info.earlier == EarlierTry::Failed
                    && (is_status || info.outcome != Outcome::Unknown)
            }
            _ => false,
        };
        agrees.then_some(status)
    }
}

/// A code of a transaction that is under way.
fn goes_on(info: &CodeInfo) -> bool {
    info.outcome == Outcome::Unknown && info.earlier == EarlierTry::Exists
}

/// The error that a call with this answer ends in, if it does. The code decides: refusals come under 200 as well as under 400.
pub(crate) fn verdict(call: &Call<'_>, status: u16, told: &Told) -> Option<Error> {
    let is_status = call.operation == &bodies::BILL_STATUS;
    let proof = told.proof(is_status);
    let is_answer = match call.operation.name {
        // A refusal's HTTP status is kept by the answer that tells of a failed payment.
        _ if is_status && proof == Some(PaymentStatus::Failed) => status < 500,
        _ if !(200..300).contains(&status) => false,
        _ if is_status => proof.is_some(),
        name if name == bodies::PAY_BILL.name || name == bodies::TOPUP.name => {
            matches!(proof, Some(PaymentStatus::Paid | PaymentStatus::Pending))
        }
        name if name == bodies::INQUIRE_BILL.name => proof == Some(PaymentStatus::Paid),
        // The answers about the account have a code or none.
        _ => told.is_success_code() && matches!(told.status(), None | Some(PaymentStatus::Paid)),
    };
    if is_answer {
        return None;
    }
    let is_refusal =
        matches!(told.status(), None | Some(PaymentStatus::Failed)) && !told.is_success_code();
    let error = if is_refusal {
        judge(call, status, Some(told.refusal()))
    } else {
        contradiction(call, status, told.refusal())
    };
    // It refuses the question, and says nothing of the payment.
    Some(match is_status {
        true => error.with_outcome(Outcome::Unknown),
        false => error,
    })
}

/// What the answer of an operation says of itself.
pub(crate) trait Tells {
    fn told(&self) -> Told;
}

impl Tells for types::BillResponse {
    fn told(&self) -> Told {
        Told::of(&self.data)
    }
}

impl Tells for types::Balance {
    fn told(&self) -> Told {
        Told::default()
    }
}

impl Tells for types::PriceList {
    /// A list says nothing; a refusal is an object in its place.
    fn told(&self) -> Told {
        let text = |name| {
            self.data
                .json()
                .get(name)
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        Told {
            code: text("rc"),
            word: text("status"),
            message: text("message"),
        }
    }
}

macro_rules! tells {
    ($($answer:ident),*) => {$(
        impl Tells for types::$answer {
            fn told(&self) -> Told {
                Told {
                    code: self.data.rc.clone(),
                    word: self.data.status.clone(),
                    message: self.data.message.clone(),
                }
            }
        }
    )*};
}

tells!(DepositTicket, PlnCustomer);
