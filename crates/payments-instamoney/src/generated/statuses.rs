// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use payments_core::PaymentStatus;
/// The place in which a status word appears; the same word may mean different things in two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatusTable {
    /// `charge`: `FAILED` (The charge failed; failure_code says why); `PENDING` (The charge awaits the customer); `REFUNDED` (The charge was given back); `SUCCEEDED` (The customer has paid); `VOIDED` (The charge was given back in full, on the day of the payment).
    Charge,
    /// `dana`: `EXPIRED` (The payment URL has expired, for instance because the user did not open or finish it); `FAILED` (The payment could not be created with DANA); `PAID` (The payment has succeeded); `PENDING` (The payment awaits the approval of the DANA user).
    Dana,
    /// `dana_callback`: `EXPIRED` (The payment has expired); `PAID` (The payment was made).
    DanaCallback,
    /// `linkaja`: `COMPLETED` (The payment has succeeded); `EXPIRED` (The payment URL has expired, for instance because the user did not open or finish it); `FAILED` (The payment could not be created with LinkAja); `PENDING` (The payment awaits the approval of the LinkAja user).
    Linkaja,
    /// `linkaja_callback`: `FAILED` (The payment failed); `SUCCESS_COMPLETED` (The payment was made).
    LinkajaCallback,
    /// `ovo`: `COMPLETED` (The payment has succeeded); `FAILED` (The payment has failed, for instance because the user did not finish it or the session timed out); `PENDING` (The payment awaits the approval of the OVO user).
    Ovo,
    /// `ovo_callback`: `COMPLETED` (The payment was made); `FAILED` (The payment failed; failure_code says why).
    OvoCallback,
    /// `refund`: `FAILED` (The money did not go back; failure_code says why); `PENDING` (The refund is under way); `SUCCEEDED` (The money went back).
    Refund,
    /// `void`: `FAILED` (The charge was not given back); `PENDING` (The void is under way); `SUCCEEDED` (The charge was given back in full).
    Void,
}
/// Every word with its table.
pub const ALL: &[(StatusTable, &str)] = &[
    (StatusTable::Charge, "FAILED"),
    (StatusTable::Charge, "PENDING"),
    (StatusTable::Charge, "REFUNDED"),
    (StatusTable::Charge, "SUCCEEDED"),
    (StatusTable::Charge, "VOIDED"),
    (StatusTable::Dana, "EXPIRED"),
    (StatusTable::Dana, "FAILED"),
    (StatusTable::Dana, "PAID"),
    (StatusTable::Dana, "PENDING"),
    (StatusTable::DanaCallback, "EXPIRED"),
    (StatusTable::DanaCallback, "PAID"),
    (StatusTable::Linkaja, "COMPLETED"),
    (StatusTable::Linkaja, "EXPIRED"),
    (StatusTable::Linkaja, "FAILED"),
    (StatusTable::Linkaja, "PENDING"),
    (StatusTable::LinkajaCallback, "FAILED"),
    (StatusTable::LinkajaCallback, "SUCCESS_COMPLETED"),
    (StatusTable::Ovo, "COMPLETED"),
    (StatusTable::Ovo, "FAILED"),
    (StatusTable::Ovo, "PENDING"),
    (StatusTable::OvoCallback, "COMPLETED"),
    (StatusTable::OvoCallback, "FAILED"),
    (StatusTable::Refund, "FAILED"),
    (StatusTable::Refund, "PENDING"),
    (StatusTable::Refund, "SUCCEEDED"),
    (StatusTable::Void, "FAILED"),
    (StatusTable::Void, "PENDING"),
    (StatusTable::Void, "SUCCEEDED"),
];
impl StatusTable {
    /// The status that a word means; a word that the table does not hold is never a success.
    #[must_use]
    pub fn read(self, word: &str) -> PaymentStatus {
        match (self, word) {
            (Self::Charge, "FAILED") => PaymentStatus::Failed,
            (Self::Charge, "PENDING") => PaymentStatus::Pending,
            (Self::Charge, "REFUNDED") => PaymentStatus::Refunded,
            (Self::Charge, "SUCCEEDED") => PaymentStatus::Paid,
            (Self::Charge, "VOIDED") => PaymentStatus::Refunded,
            (Self::Dana, "EXPIRED") => PaymentStatus::Expired,
            (Self::Dana, "FAILED") => PaymentStatus::Failed,
            (Self::Dana, "PAID") => PaymentStatus::Paid,
            (Self::Dana, "PENDING") => PaymentStatus::Pending,
            (Self::DanaCallback, "EXPIRED") => PaymentStatus::Expired,
            (Self::DanaCallback, "PAID") => PaymentStatus::Paid,
            (Self::Linkaja, "COMPLETED") => PaymentStatus::Paid,
            (Self::Linkaja, "EXPIRED") => PaymentStatus::Expired,
            (Self::Linkaja, "FAILED") => PaymentStatus::Failed,
            (Self::Linkaja, "PENDING") => PaymentStatus::Pending,
            (Self::LinkajaCallback, "FAILED") => PaymentStatus::Failed,
            (Self::LinkajaCallback, "SUCCESS_COMPLETED") => PaymentStatus::Paid,
            (Self::Ovo, "COMPLETED") => PaymentStatus::Paid,
            (Self::Ovo, "FAILED") => PaymentStatus::Failed,
            (Self::Ovo, "PENDING") => PaymentStatus::Pending,
            (Self::OvoCallback, "COMPLETED") => PaymentStatus::Paid,
            (Self::OvoCallback, "FAILED") => PaymentStatus::Failed,
            (Self::Refund, "FAILED") => PaymentStatus::Failed,
            (Self::Refund, "PENDING") => PaymentStatus::Pending,
            (Self::Refund, "SUCCEEDED") => PaymentStatus::Refunded,
            (Self::Void, "FAILED") => PaymentStatus::Failed,
            (Self::Void, "PENDING") => PaymentStatus::Pending,
            (Self::Void, "SUCCEEDED") => PaymentStatus::Refunded,
            _ => PaymentStatus::Other(word.to_owned()),
        }
    }
    /// The table's name in `statuses.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Charge => "charge",
            Self::Dana => "dana",
            Self::DanaCallback => "dana_callback",
            Self::Linkaja => "linkaja",
            Self::LinkajaCallback => "linkaja_callback",
            Self::Ovo => "ovo",
            Self::OvoCallback => "ovo_callback",
            Self::Refund => "refund",
            Self::Void => "void",
        }
    }
}
