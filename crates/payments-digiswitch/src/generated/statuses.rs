// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use payments_core::PaymentStatus;
/// The place in which a status word appears; the same word may mean different things in two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatusTable {
    /// `bill`: `Gagal` (The payment failed. On a status call it proves so only with a code that forms a transaction); `Pending` (The biller has not answered. Not failed); `Sukses` (The bill is paid).
    Bill,
    /// `code`: `74` (With Gagal: the payment was given back).
    Code,
}
/// Every word with its table.
pub const ALL: &[(StatusTable, &str)] = &[
    (StatusTable::Bill, "Gagal"),
    (StatusTable::Bill, "Pending"),
    (StatusTable::Bill, "Sukses"),
    (StatusTable::Code, "74"),
];
impl StatusTable {
    /// The status that a word means; a word that the table does not hold is never a success.
    #[must_use]
    pub fn read(self, word: &str) -> PaymentStatus {
        match (self, word) {
            (Self::Bill, "Gagal") => PaymentStatus::Failed,
            (Self::Bill, "Pending") => PaymentStatus::Pending,
            (Self::Bill, "Sukses") => PaymentStatus::Paid,
            (Self::Code, "74") => PaymentStatus::Refunded,
            _ => PaymentStatus::Other(word.to_owned()),
        }
    }
    /// The table's name in `statuses.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bill => "bill",
            Self::Code => "code",
        }
    }
}
