// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use payments_core::PaymentStatus;
/// The place in which a status word appears; the same word may mean different things in two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatusTable {
    /// `cancellation`: `cancel` (In the sample of the cancel answer).
    Cancellation,
    /// `transaction`: `cancel` (Assumed: the word that the cancel answer uses); `expired` (Assumed: no document lists it); `failed` (Assumed: no document lists it); `paid` (In the sample of the status answer); `pending` (Assumed: no document lists it).
    Transaction,
}
/// Every word with its table.
pub const ALL: &[(StatusTable, &str)] = &[
    (StatusTable::Cancellation, "cancel"),
    (StatusTable::Transaction, "cancel"),
    (StatusTable::Transaction, "expired"),
    (StatusTable::Transaction, "failed"),
    (StatusTable::Transaction, "paid"),
    (StatusTable::Transaction, "pending"),
];
impl StatusTable {
    /// The status that a word means; a word that the table does not hold is never a success.
    #[must_use]
    pub fn read(self, word: &str) -> PaymentStatus {
        match (self, word) {
            (Self::Cancellation, "cancel") => PaymentStatus::Cancelled,
            (Self::Transaction, "cancel") => PaymentStatus::Cancelled,
            (Self::Transaction, "expired") => PaymentStatus::Expired,
            (Self::Transaction, "failed") => PaymentStatus::Failed,
            (Self::Transaction, "paid") => PaymentStatus::Paid,
            (Self::Transaction, "pending") => PaymentStatus::Pending,
            _ => PaymentStatus::Other(word.to_owned()),
        }
    }
    /// The table's name in `statuses.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cancellation => "cancellation",
            Self::Transaction => "transaction",
        }
    }
}
