//! The status of a payment, in the same words for every provider.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The status of a payment.
///
/// The words form a ladder (see [`can_follow`](Self::can_follow)): a status changes only upwards,
/// so messages that come late, twice or in another order end in the same status.
///
/// ```
/// use payments_core::PaymentStatus;
///
/// let (pending, paid) = (PaymentStatus::Pending, PaymentStatus::Paid);
/// assert!(paid.is_paid() && paid.can_follow(&pending));
/// // A message that comes late changes nothing.
/// assert!(!pending.can_follow(&paid));
/// // A word that this version does not know is never a success.
/// assert!(!PaymentStatus::read("on_hold").is_paid());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PaymentStatus {
    /// Waiting for the customer.
    Pending,
    /// A word that this version does not know, as the provider wrote it. Never a success.
    Other(String),
    /// The time to pay is over.
    Expired,
    /// Refused, declined or broken off; no money moved.
    Failed,
    /// Cancelled before it was paid.
    Cancelled,
    /// The customer paid: fulfil now.
    Paid,
    /// Paid, and the money can be used.
    Settled,
    /// Paid, and the money went back.
    #[doc(alias = "refund")]
    Refunded,
}

impl PaymentStatus {
    /// The words that this version knows.
    pub const KNOWN: [Self; 7] = [
        Self::Pending,
        Self::Expired,
        Self::Failed,
        Self::Cancelled,
        Self::Paid,
        Self::Settled,
        Self::Refunded,
    ];

    /// Reads the word of [`as_str`](Self::as_str); one that is not known is [`Other`](Self::Other).
    #[must_use]
    pub fn read(word: &str) -> Self {
        let known = Self::KNOWN
            .into_iter()
            .find(|status| status.as_str() == word);
        known.unwrap_or_else(|| Self::Other(word.to_owned()))
    }

    pub(crate) fn is_known(&self) -> bool {
        !matches!(self, Self::Other(_))
    }

    /// Whether `self` may replace `current`.
    ///
    /// True only upwards on the ladder pending, other, expired, failed, cancelled, paid, settled,
    /// refunded. A status with money is never replaced by one without; money that arrives after an
    /// expiry or a cancellation is still money.
    #[must_use]
    pub fn can_follow(&self, current: &Self) -> bool {
        self.rung() > current.rung()
    }

    fn rung(&self) -> u8 {
        match self {
            Self::Pending => 0,
            Self::Other(_) => 1,
            Self::Expired => 2,
            Self::Failed => 3,
            Self::Cancelled => 4,
            Self::Paid => 5,
            Self::Settled => 6,
            Self::Refunded => 7,
        }
    }

    /// Whether the customer's money arrived and stayed: paid or settled.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        matches!(self, Self::Paid | Self::Settled)
    }

    /// Whether the customer has nothing left to do. Money may still move on (settled, refunded) or
    /// arrive late.
    #[must_use]
    pub fn is_final(&self) -> bool {
        !matches!(self, Self::Pending | Self::Other(_))
    }

    /// The word in lower case; for [`Other`](Self::Other), the provider's word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Other(word) => word,
            Self::Expired => "expired",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Paid => "paid",
            Self::Settled => "settled",
            Self::Refunded => "refunded",
        }
    }
}

impl fmt::Display for PaymentStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_status() -> impl Strategy<Value = PaymentStatus> {
        use PaymentStatus as S;
        prop_oneof![
            Just(S::Pending),
            Just(S::Other("REVIEW".into())),
            Just(S::Expired),
            Just(S::Failed),
            Just(S::Cancelled),
            Just(S::Paid),
            Just(S::Settled),
            Just(S::Refunded),
        ]
    }

    fn after(messages: &[PaymentStatus]) -> PaymentStatus {
        messages
            .iter()
            .fold(PaymentStatus::Pending, |current, news| {
                if news.can_follow(&current) {
                    news.clone()
                } else {
                    current
                }
            })
    }

    proptest! {
        #[test]
        fn the_order_and_number_of_messages_make_no_difference(
            messages in proptest::collection::vec(any_status(), 0..8),
            seed in any::<u64>(),
        ) {
            let mut shuffled = [messages.clone(), messages.clone()].concat();
            let turn = usize::try_from(seed % 97).unwrap() % shuffled.len().max(1);
            shuffled.rotate_left(turn);
            shuffled.reverse();
            prop_assert_eq!(after(&messages), after(&shuffled));
        }

        #[test]
        fn news_of_money_is_never_taken_back_by_news_of_no_money(news in any_status()) {
            for paid in [PaymentStatus::Paid, PaymentStatus::Settled] {
                if news.can_follow(&paid) {
                    prop_assert!(matches!(news, PaymentStatus::Settled | PaymentStatus::Refunded));
                }
            }
        }
    }

    #[test]
    fn a_word_nobody_knows_is_never_a_success() {
        let word = PaymentStatus::Other("PAID?".into());
        assert!(!word.is_paid() && !word.is_final());
        assert!(PaymentStatus::Paid.can_follow(&word));
        assert!(!word.can_follow(&PaymentStatus::Paid));
    }
}
