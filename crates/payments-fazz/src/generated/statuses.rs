// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_core::PaymentStatus;
/// The place in which a status word appears; the same word may mean different things in two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatusTable {
    /// `payment`: `cancelled` (Called off while pending); `completed` (The money can be withdrawn); `expired` (Not paid in time); `failed` (Declined, or the wrong amount); `paid` (Paid: fulfil now. The money cannot be withdrawn yet); `pending` (Created, waiting for the customer); `processing` (Money was seen and is being processed).
    Payment,
}
/// Every word with its table.
pub const ALL: &[(StatusTable, &str)] = &[
    (StatusTable::Payment, "cancelled"),
    (StatusTable::Payment, "completed"),
    (StatusTable::Payment, "expired"),
    (StatusTable::Payment, "failed"),
    (StatusTable::Payment, "paid"),
    (StatusTable::Payment, "pending"),
    (StatusTable::Payment, "processing"),
];
impl StatusTable {
    /// The status that a word means; a word that the table does not hold is never a success.
    #[must_use]
    pub fn read(self, word: &str) -> PaymentStatus {
        match (self, word) {
            (Self::Payment, "cancelled") => PaymentStatus::Cancelled,
            (Self::Payment, "completed") => PaymentStatus::Settled,
            (Self::Payment, "expired") => PaymentStatus::Expired,
            (Self::Payment, "failed") => PaymentStatus::Failed,
            (Self::Payment, "paid") => PaymentStatus::Paid,
            (Self::Payment, "pending") => PaymentStatus::Pending,
            (Self::Payment, "processing") => PaymentStatus::Pending,
            _ => PaymentStatus::Other(word.to_owned()),
        }
    }
    /// The table's name in `statuses.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Payment => "payment",
        }
    }
}
