//! Response codes of Digiflazz, whose API Digiswitch follows; only 00 and 03 are known for
//! Digiswitch itself.

/// A response code and its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Code(pub(super) &'static str, pub(super) &'static str);

impl Code {
    /// The word beside it.
    pub(super) fn status(self) -> &'static str {
        match self.0 {
            "00" => "Sukses",
            "03" | "99" => "Pending",
            _ => "Gagal",
        }
    }
}

pub(super) const SUCCESS: Code = Code("00", "Transaksi Sukses");
pub(super) const PENDING: Code = Code("03", "Transaksi Pending");
pub(super) const FAILED: Code = Code("02", "Transaksi Gagal");
pub(super) const NOT_INQUIRED: Code = Code("02", "Tagihan belum dicek hari ini");
pub(super) const PAYLOAD: Code = Code("40", "Payload Error");
pub(super) const SIGNATURE: Code = Code("41", "Signature tidak valid");
pub(super) const USERNAME: Code = Code("42", "Gagal memproses API Buyer");
pub(super) const NO_SUCH_PRODUCT: Code = Code("43", "SKU tidak di temukan atau Non-Aktif");
pub(super) const BALANCE: Code = Code("44", "Saldo tidak cukup");
pub(super) const REFERENCE_TAKEN: Code = Code("49", "Ref ID tidak unik");
pub(super) const NOT_FOUND: Code = Code("50", "Transaksi Tidak Ditemukan");
pub(super) const TOO_OLD: Code = Code("50", "Data belum ada");
pub(super) const TOO_DEAR: Code = Code("69", "Harga seller lebih besar dari ketentuan harga Buyer");
pub(super) const GIVEN_BACK: Code = Code("74", "Transaksi Refund");
pub(super) const NO_BILL: Code = Code("60", "Tagihan belum tersedia");
pub(super) const TICKET: Code = Code("64", "Tiket deposit gagal");
pub(super) const MULTIPLE: Code = Code("87", "E-money harus kelipatan Rp 1.000");
