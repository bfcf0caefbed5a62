//! The subject of an event.

use payments_core::{Account, Kind, News, Reference};

/// The subject of events. Events with the same subject are handled one after the other.
///
/// The provider's id is part of it, because one reference may be paid many times: a permanent
/// virtual account.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Subject {
    account: String,
    /// `None` for news that is not an answer about an instruction: it is handled separately, and
    /// does not hold up the instruction's news.
    kind: Option<Kind>,
    /// `None` for news without a reference.
    reference: Option<Reference>,
    id: Option<String>,
}

impl Subject {
    pub(crate) fn of(account: &Account, news: &News) -> Self {
        let id = match news {
            // A mandate is one subject, whichever of its ids are stated.
            News::Mandate(_) => None,
            News::Charge(told) => told.charge.provider_id.as_deref(),
            News::Refund(refund) => Some(&*refund.refund_id),
            news => news.provider_id(),
        };
        Self {
            account: account.as_str().to_owned(),
            kind: news.kind(),
            reference: news.reference().cloned(),
            id: id.map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use payments_core::{Environment, Method, Payment, PaymentStatus, Provider};

    use super::*;

    #[test]
    fn one_reference_in_two_accounts_is_two_payments() {
        let provider = Provider::new("instamoney");
        let account =
            |name| Account::new(provider, Environment::Live, "api.example", name).unwrap();
        let reference = "order-1".parse().unwrap();
        let payment = Payment::new(provider, reference, Method::OVO, PaymentStatus::Paid, "");
        let news = News::from(payment);
        let of = |name| Subject::of(&account(name), &news);
        assert_eq!(of("one"), of("one"));
        assert_ne!(of("one"), of("two"));
    }
}
