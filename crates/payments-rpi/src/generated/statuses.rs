// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use payments_core::PaymentStatus;
/// The place in which a status word appears; the same word may mean different things in two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatusTable {
    /// `charge`: `0` (The charge is under way); `1` (The charge has succeeded); `2` (The charge was given back); `3` (The charge was cancelled); `4` (The charge failed).
    Charge,
}
/// Every word with its table.
pub const ALL: &[(StatusTable, &str)] = &[
    (StatusTable::Charge, "0"),
    (StatusTable::Charge, "1"),
    (StatusTable::Charge, "2"),
    (StatusTable::Charge, "3"),
    (StatusTable::Charge, "4"),
];
impl StatusTable {
    /// The status that a word means; a word that the table does not hold is never a success.
    #[must_use]
    pub fn read(self, word: &str) -> PaymentStatus {
        match (self, word) {
            (Self::Charge, "0") => PaymentStatus::Pending,
            (Self::Charge, "1") => PaymentStatus::Paid,
            (Self::Charge, "2") => PaymentStatus::Refunded,
            (Self::Charge, "3") => PaymentStatus::Cancelled,
            (Self::Charge, "4") => PaymentStatus::Failed,
            _ => PaymentStatus::Other(word.to_owned()),
        }
    }
    /// The table's name in `statuses.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Charge => "charge",
        }
    }
}
