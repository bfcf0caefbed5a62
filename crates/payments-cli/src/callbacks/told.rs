//! A summary of a callback, in a few words.

use payments::{Name, News, Reference, printable};
use serde::Serialize;

/// In characters, of what has no bound of its own.
const LONGEST: usize = 64;

/// Status, reference, amount and method, whatever it is about.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Told {
    pub(crate) status: String,
    pub(crate) reference: String,
    pub(crate) amount: Option<String>,
    pub(crate) method: String,
}

impl Told {
    pub(crate) fn of(news: &News) -> Self {
        let (amount, method) = match news {
            News::Payment(payment) => (payment.amount, payment.method.to_string()),
            News::Bill(payment) => (payment.amount, format!("bill:{}", payment.bill.product)),
            News::Mandate(_) => (None, "mandate".to_owned()),
            News::Charge(told) => (told.charge.amount, "mandate".to_owned()),
            News::AmountChange(change) => (Some(change.amount), "mandate".to_owned()),
            News::Refund(refund) => (Some(refund.amount), "refund".to_owned()),
            News::Unmodelled(message) => (None, message.event.clone()),
            _ => (None, String::new()),
        };
        Self {
            status: printable::short(news.status_word(), LONGEST),
            reference: named(news),
            amount: amount.map(|amount| amount.to_string()),
            method: printable::short(&method, LONGEST),
        }
    }

    /// What tells no news, but of what it would be.
    pub(crate) fn nothing_of(reference: &Reference) -> Self {
        Self {
            status: String::new(),
            reference: reference.to_string(),
            amount: None,
            method: String::new(),
        }
    }

    /// What a body alone says, whoever sent it.
    pub(crate) fn claimed(provider: Name, body: &[u8]) -> Option<Self> {
        let explained = provider.dictionary().callback(body).ok()?;
        explained.news.as_ref().map(Self::of)
    }
}

/// The merchant's reference; of news that names none, the provider's id.
fn named(news: &News) -> String {
    let id = || news.provider_id().unwrap_or("-").to_owned();
    news.reference().map_or_else(id, Reference::to_string)
}
