//! What a callback tells, in a few words.

use payments::{Name, News};
use serde::Serialize;

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
            _ => (None, String::new()),
        };
        Self {
            status: shown(news.status()),
            reference: news.reference().to_string(),
            amount: amount.map(|amount| amount.to_string()),
            method: shown(&method),
        }
    }

    /// What a body alone says, whoever sent it.
    pub(crate) fn claimed(provider: Name, body: &[u8]) -> Option<Self> {
        let explained = provider.dictionary().callback(body).ok()?;
        explained.news.as_ref().map(Self::of)
    }
}

/// For a terminal: anybody may have written it.
fn shown(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_control())
        .take(64)
        .collect()
}
