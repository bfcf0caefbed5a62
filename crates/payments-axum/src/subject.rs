//! What an event is about.

use payments_core::{Account, Kind, News, Reference};

/// What events are about. Events of one subject are handled one after the other.
///
/// The provider's id belongs to it, because one reference may be paid many times: a virtual account
/// that stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Subject {
    account: String,
    /// None of news that tells what became of no instruction: it is handled beside what it is
    /// about, and holds nothing up.
    kind: Option<Kind>,
    /// None of news that names no reference.
    reference: Option<Reference>,
    id: Option<String>,
}

impl Subject {
    pub(crate) fn of(account: &Account, news: &News) -> Self {
        let id = match news {
            // A mandate is one, whichever of its ids are told.
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
