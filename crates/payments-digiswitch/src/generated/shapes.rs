// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use payments_provider::read::{Held, Holds, Member, Members, Received, Shape, Weight};
use super::types;
const BALANCE: &Shape = &Shape::new(
    "Balance",
    &[Member::new("data", Holds::Object(BALANCE_DATA), Weight::Required)],
);
impl Received for types::Balance {
    const SHAPE: &'static Shape = BALANCE;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const BALANCE_DATA: &Shape = &Shape::new(
    "BalanceData",
    &[
        Member::new("deposit", Holds::FractionalAmount, Weight::Required),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("rc", Holds::Text, Weight::Decides),
        Member::new("status", Holds::Text, Weight::Decides),
    ],
);
impl Received for types::BalanceData {
    const SHAPE: &'static Shape = BALANCE_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            deposit: members.take(),
            message: members.take(),
            rc: members.take(),
            status: members.take(),
        }
    }
}
const BILL_DATA: &Shape = &Shape::new(
    "BillData",
    &[
        Member::new("admin", Holds::Amount, Weight::Optional),
        Member::new("balance", Holds::FractionalAmount, Weight::Optional),
        Member::new("base_commission", Holds::Amount, Weight::Optional),
        Member::new("code", Holds::Text, Weight::Optional),
        Member::new("customer_no", Holds::Text, Weight::Decides),
        Member::new("desc", Holds::Any, Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("name", Holds::Text, Weight::Optional),
        Member::new("price", Holds::Amount, Weight::Decides),
        Member::new("rc", Holds::Text, Weight::Required),
        Member::new("ref_id", Holds::Text, Weight::Required),
        Member::new("selling_price", Holds::Amount, Weight::Decides),
        Member::new("sn", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Text, Weight::Required),
    ],
);
impl Received for types::BillData {
    const SHAPE: &'static Shape = BILL_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            admin: members.take(),
            balance: members.take(),
            base_commission: members.take(),
            code: members.take(),
            customer_no: members.take(),
            desc: members.take(),
            message: members.take(),
            name: members.take(),
            price: members.take(),
            rc: members.take(),
            ref_id: members.take(),
            selling_price: members.take(),
            sn: members.take(),
            status: members.take(),
        }
    }
}
const BILL_RESPONSE: &Shape = &Shape::new(
    "BillResponse",
    &[Member::new("data", Holds::Object(BILL_DATA), Weight::Required)],
);
impl Received for types::BillResponse {
    const SHAPE: &'static Shape = BILL_RESPONSE;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const BPJS_DETAILS: &Shape = &Shape::new(
    "BpjsDetails",
    &[
        Member::new("alamat", Holds::Text, Weight::Optional),
        Member::new("detail", Holds::List(&Holds::Object(BPJS_SHEET)), Weight::Optional),
        Member::new("jumlah_peserta", Holds::Text, Weight::Optional),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
    ],
);
impl Received for types::BpjsDetails {
    const SHAPE: &'static Shape = BPJS_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            alamat: members.take(),
            detail: members.take(),
            jumlah_peserta: members.take(),
            lembar_tagihan: members.take(),
        }
    }
}
const BPJS_SHEET: &Shape = &Shape::new(
    "BpjsSheet",
    &[Member::new("periode", Holds::Text, Weight::Optional)],
);
impl Received for types::BpjsSheet {
    const SHAPE: &'static Shape = BPJS_SHEET;
    fn of(members: &mut Members<'_>) -> Self {
        Self { periode: members.take() }
    }
}
const DEPOSIT_TICKET: &Shape = &Shape::new(
    "DepositTicket",
    &[Member::new("data", Holds::Object(DEPOSIT_TICKET_DATA), Weight::Required)],
);
impl Received for types::DepositTicket {
    const SHAPE: &'static Shape = DEPOSIT_TICKET;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const DEPOSIT_TICKET_DATA: &Shape = &Shape::new(
    "DepositTicketData",
    &[
        Member::new("account_no", Holds::Text, Weight::Optional),
        Member::new("amount", Holds::Amount, Weight::Required),
        Member::new("bank", Holds::Text, Weight::Optional),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("notes", Holds::Text, Weight::Optional),
        Member::new("payment_method", Holds::Text, Weight::Optional),
        Member::new("rc", Holds::Text, Weight::Decides),
        Member::new("status", Holds::Text, Weight::Decides),
    ],
);
impl Received for types::DepositTicketData {
    const SHAPE: &'static Shape = DEPOSIT_TICKET_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            account_no: members.take(),
            amount: members.take(),
            bank: members.take(),
            message: members.take(),
            notes: members.take(),
            payment_method: members.take(),
            rc: members.take(),
            status: members.take(),
        }
    }
}
const EMONEY_DETAILS: &Shape = &Shape::new(
    "EmoneyDetails",
    &[Member::new("lembar_tagihan", Holds::Integer, Weight::Optional)],
);
impl Received for types::EmoneyDetails {
    const SHAPE: &'static Shape = EMONEY_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            lembar_tagihan: members.take(),
        }
    }
}
const ERROR: &Shape = &Shape::new(
    "Error",
    &[Member::new("data", Holds::Object(ERROR_DATA), Weight::Required)],
);
impl Received for types::Error {
    const SHAPE: &'static Shape = ERROR;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const ERROR_DATA: &Shape = &Shape::new(
    "ErrorData",
    &[
        Member::new("code", Holds::Text, Weight::Optional),
        Member::new("customer_no", Holds::Text, Weight::Decides),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("rc", Holds::Text, Weight::Decides),
        Member::new("ref_id", Holds::Text, Weight::Decides),
        Member::new("status", Holds::Text, Weight::Decides),
    ],
);
impl Received for types::ErrorData {
    const SHAPE: &'static Shape = ERROR_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            code: members.take(),
            customer_no: members.take(),
            message: members.take(),
            rc: members.take(),
            ref_id: members.take(),
            status: members.take(),
        }
    }
}
const GAS_DETAILS: &Shape = &Shape::new(
    "GasDetails",
    &[
        Member::new("alamat", Holds::Text, Weight::Optional),
        Member::new("detail", Holds::List(&Holds::Object(GAS_SHEET)), Weight::Optional),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
    ],
);
impl Received for types::GasDetails {
    const SHAPE: &'static Shape = GAS_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            alamat: members.take(),
            detail: members.take(),
            lembar_tagihan: members.take(),
        }
    }
}
const GAS_SHEET: &Shape = &Shape::new(
    "GasSheet",
    &[
        Member::new("meter_akhir", Holds::Text, Weight::Optional),
        Member::new("meter_awal", Holds::Text, Weight::Optional),
        Member::new("periode", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::GasSheet {
    const SHAPE: &'static Shape = GAS_SHEET;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            meter_akhir: members.take(),
            meter_awal: members.take(),
            periode: members.take(),
        }
    }
}
const HP_DETAILS: &Shape = &Shape::new(
    "HpDetails",
    &[Member::new("lembar_tagihan", Holds::Integer, Weight::Optional)],
);
impl Received for types::HpDetails {
    const SHAPE: &'static Shape = HP_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            lembar_tagihan: members.take(),
        }
    }
}
const INTERNET_DETAILS: &Shape = &Shape::new(
    "InternetDetails",
    &[
        Member::new(
            "detail",
            Holds::List(&Holds::Object(INTERNET_SHEET)),
            Weight::Optional,
        ),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
    ],
);
impl Received for types::InternetDetails {
    const SHAPE: &'static Shape = INTERNET_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            detail: members.take(),
            lembar_tagihan: members.take(),
        }
    }
}
const INTERNET_SHEET: &Shape = &Shape::new(
    "InternetSheet",
    &[
        Member::new("admin", Holds::Amount, Weight::Optional),
        Member::new("nilai_tagihan", Holds::Amount, Weight::Optional),
        Member::new("periode", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::InternetSheet {
    const SHAPE: &'static Shape = INTERNET_SHEET;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            admin: members.take(),
            nilai_tagihan: members.take(),
            periode: members.take(),
        }
    }
}
const KIRIM_UANG_DETAILS: &Shape = &Shape::new(
    "KirimUangDetails",
    &[Member::new("lembar_tagihan", Holds::Integer, Weight::Optional)],
);
impl Received for types::KirimUangDetails {
    const SHAPE: &'static Shape = KIRIM_UANG_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            lembar_tagihan: members.take(),
        }
    }
}
const MULTIFINANCE_DETAILS: &Shape = &Shape::new(
    "MultifinanceDetails",
    &[
        Member::new(
            "detail",
            Holds::List(&Holds::Object(MULTIFINANCE_SHEET)),
            Weight::Optional,
        ),
        Member::new("item_name", Holds::Text, Weight::Optional),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
        Member::new("no_pol", Holds::Text, Weight::Optional),
        Member::new("no_rangka", Holds::Text, Weight::Optional),
        Member::new("tenor", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::MultifinanceDetails {
    const SHAPE: &'static Shape = MULTIFINANCE_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            detail: members.take(),
            item_name: members.take(),
            lembar_tagihan: members.take(),
            no_pol: members.take(),
            no_rangka: members.take(),
            tenor: members.take(),
        }
    }
}
const MULTIFINANCE_SHEET: &Shape = &Shape::new(
    "MultifinanceSheet",
    &[
        Member::new("biaya_lain", Holds::Amount, Weight::Optional),
        Member::new("denda", Holds::Amount, Weight::Optional),
        Member::new("periode", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::MultifinanceSheet {
    const SHAPE: &'static Shape = MULTIFINANCE_SHEET;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            biaya_lain: members.take(),
            denda: members.take(),
            periode: members.take(),
        }
    }
}
const PBB_DETAILS: &Shape = &Shape::new(
    "PbbDetails",
    &[
        Member::new("alamat", Holds::Text, Weight::Optional),
        Member::new("kab_kota", Holds::Text, Weight::Optional),
        Member::new("kecamatan", Holds::Text, Weight::Optional),
        Member::new("kelurahan", Holds::Text, Weight::Optional),
        Member::new("kode_kab_kota", Holds::Text, Weight::Optional),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
        Member::new("luas_gedung", Holds::Text, Weight::Optional),
        Member::new("luas_tanah", Holds::Text, Weight::Optional),
        Member::new("tahun_pajak", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PbbDetails {
    const SHAPE: &'static Shape = PBB_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            alamat: members.take(),
            kab_kota: members.take(),
            kecamatan: members.take(),
            kelurahan: members.take(),
            kode_kab_kota: members.take(),
            lembar_tagihan: members.take(),
            luas_gedung: members.take(),
            luas_tanah: members.take(),
            tahun_pajak: members.take(),
        }
    }
}
const PDAM_DETAILS: &Shape = &Shape::new(
    "PdamDetails",
    &[
        Member::new("alamat", Holds::Text, Weight::Optional),
        Member::new("detail", Holds::List(&Holds::Object(PDAM_SHEET)), Weight::Optional),
        Member::new("jatuh_tempo", Holds::Text, Weight::Optional),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
        Member::new("tarif", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PdamDetails {
    const SHAPE: &'static Shape = PDAM_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            alamat: members.take(),
            detail: members.take(),
            jatuh_tempo: members.take(),
            lembar_tagihan: members.take(),
            tarif: members.take(),
        }
    }
}
const PDAM_SHEET: &Shape = &Shape::new(
    "PdamSheet",
    &[
        Member::new("biaya_lain", Holds::Amount, Weight::Optional),
        Member::new("denda", Holds::Amount, Weight::Optional),
        Member::new("meter_akhir", Holds::Text, Weight::Optional),
        Member::new("meter_awal", Holds::Text, Weight::Optional),
        Member::new("nilai_tagihan", Holds::Amount, Weight::Optional),
        Member::new("periode", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PdamSheet {
    const SHAPE: &'static Shape = PDAM_SHEET;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            biaya_lain: members.take(),
            denda: members.take(),
            meter_akhir: members.take(),
            meter_awal: members.take(),
            nilai_tagihan: members.take(),
            periode: members.take(),
        }
    }
}
const PLN_CUSTOMER: &Shape = &Shape::new(
    "PlnCustomer",
    &[Member::new("data", Holds::Object(PLN_CUSTOMER_DATA), Weight::Required)],
);
impl Received for types::PlnCustomer {
    const SHAPE: &'static Shape = PLN_CUSTOMER;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const PLN_CUSTOMER_DATA: &Shape = &Shape::new(
    "PlnCustomerData",
    &[
        Member::new("customer_no", Holds::Text, Weight::Required),
        Member::new("message", Holds::Text, Weight::Optional),
        Member::new("meter_no", Holds::Text, Weight::Optional),
        Member::new("name", Holds::Text, Weight::Optional),
        Member::new("rc", Holds::Text, Weight::Decides),
        Member::new("segment_power", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Text, Weight::Decides),
        Member::new("subscriber_id", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PlnCustomerData {
    const SHAPE: &'static Shape = PLN_CUSTOMER_DATA;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            customer_no: members.take(),
            message: members.take(),
            meter_no: members.take(),
            name: members.take(),
            rc: members.take(),
            segment_power: members.take(),
            status: members.take(),
            subscriber_id: members.take(),
        }
    }
}
const PLN_DETAILS: &Shape = &Shape::new(
    "PlnDetails",
    &[
        Member::new("daya", Holds::Integer, Weight::Optional),
        Member::new("detail", Holds::List(&Holds::Object(PLN_SHEET)), Weight::Optional),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
        Member::new("tarif", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PlnDetails {
    const SHAPE: &'static Shape = PLN_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            daya: members.take(),
            detail: members.take(),
            lembar_tagihan: members.take(),
            tarif: members.take(),
        }
    }
}
const PLN_NONTAGLIS_DETAILS: &Shape = &Shape::new(
    "PlnNontaglisDetails",
    &[
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
        Member::new("no_registrasi", Holds::Text, Weight::Optional),
        Member::new("tanggal_registrasi", Holds::Text, Weight::Optional),
        Member::new("transaksi", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PlnNontaglisDetails {
    const SHAPE: &'static Shape = PLN_NONTAGLIS_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            lembar_tagihan: members.take(),
            no_registrasi: members.take(),
            tanggal_registrasi: members.take(),
            transaksi: members.take(),
        }
    }
}
const PLN_SHEET: &Shape = &Shape::new(
    "PlnSheet",
    &[
        Member::new("admin", Holds::Amount, Weight::Optional),
        Member::new("denda", Holds::Amount, Weight::Optional),
        Member::new("meter_akhir", Holds::Text, Weight::Optional),
        Member::new("meter_awal", Holds::Text, Weight::Optional),
        Member::new("nilai_tagihan", Holds::Amount, Weight::Optional),
        Member::new("periode", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::PlnSheet {
    const SHAPE: &'static Shape = PLN_SHEET;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            admin: members.take(),
            denda: members.take(),
            meter_akhir: members.take(),
            meter_awal: members.take(),
            nilai_tagihan: members.take(),
            periode: members.take(),
        }
    }
}
const POSTPAID_ITEM: &Shape = &Shape::new(
    "PostpaidItem",
    &[
        Member::new("admin", Holds::Amount, Weight::Optional),
        Member::new("base_commission", Holds::Amount, Weight::Optional),
        Member::new("brand", Holds::Text, Weight::Optional),
        Member::new("category", Holds::Text, Weight::Optional),
        Member::new("code", Holds::Text, Weight::Required),
        Member::new("commission", Holds::Amount, Weight::Optional),
        Member::new("desc", Holds::Text, Weight::Optional),
        Member::new("name", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Boolean, Weight::Optional),
    ],
);
impl Received for types::PostpaidItem {
    const SHAPE: &'static Shape = POSTPAID_ITEM;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            admin: members.take(),
            base_commission: members.take(),
            brand: members.take(),
            category: members.take(),
            code: members.take(),
            commission: members.take(),
            desc: members.take(),
            name: members.take(),
            status: members.take(),
        }
    }
}
const PREPAID_ITEM: &Shape = &Shape::new(
    "PrepaidItem",
    &[
        Member::new("brand", Holds::Text, Weight::Optional),
        Member::new("category", Holds::Text, Weight::Optional),
        Member::new("code", Holds::Text, Weight::Required),
        Member::new("desc", Holds::Text, Weight::Optional),
        Member::new("end_cut_off", Holds::Text, Weight::Optional),
        Member::new("multi", Holds::Boolean, Weight::Optional),
        Member::new("name", Holds::Text, Weight::Optional),
        Member::new("price", Holds::Amount, Weight::Required),
        Member::new("start_cut_off", Holds::Text, Weight::Optional),
        Member::new("status", Holds::Boolean, Weight::Optional),
        Member::new("stock", Holds::Integer, Weight::Optional),
        Member::new("type", Holds::Text, Weight::Optional),
        Member::new("unlimited_stock", Holds::Any, Weight::Optional),
    ],
);
impl Received for types::PrepaidItem {
    const SHAPE: &'static Shape = PREPAID_ITEM;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            brand: members.take(),
            category: members.take(),
            code: members.take(),
            desc: members.take(),
            end_cut_off: members.take(),
            multi: members.take(),
            name: members.take(),
            price: members.take(),
            start_cut_off: members.take(),
            status: members.take(),
            stock: members.take(),
            type_: members.take(),
            unlimited_stock: members.take(),
        }
    }
}
const PRICE_LIST: &Shape = &Shape::new(
    "PriceList",
    &[Member::new("data", Holds::Any, Weight::Required)],
);
impl Received for types::PriceList {
    const SHAPE: &'static Shape = PRICE_LIST;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.take() }
    }
}
const SAMSAT_DETAILS: &Shape = &Shape::new(
    "SamsatDetails",
    &[
        Member::new("alamat", Holds::Text, Weight::Optional),
        Member::new("biaya_admin_stnk", Holds::Amount, Weight::Optional),
        Member::new("biaya_admin_tnkb", Holds::Amount, Weight::Optional),
        Member::new("biaya_denda_bbn", Holds::Amount, Weight::Optional),
        Member::new("biaya_denda_pkb", Holds::Amount, Weight::Optional),
        Member::new("biaya_denda_swd", Holds::Amount, Weight::Optional),
        Member::new("biaya_pajak_progresif", Holds::Amount, Weight::Optional),
        Member::new("biaya_parkir_pokok", Holds::Amount, Weight::Optional),
        Member::new("biaya_pokok_bbn", Holds::Amount, Weight::Optional),
        Member::new("biaya_pokok_pkb", Holds::Amount, Weight::Optional),
        Member::new("biaya_pokok_swd", Holds::Amount, Weight::Optional),
        Member::new("biaya_tnkb", Holds::Amount, Weight::Optional),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
        Member::new("merek_kb", Holds::Text, Weight::Optional),
        Member::new("milik_kenama", Holds::Text, Weight::Optional),
        Member::new("model_kb", Holds::Text, Weight::Optional),
        Member::new("nomor_identitas", Holds::Text, Weight::Optional),
        Member::new("nomor_mesin", Holds::Text, Weight::Optional),
        Member::new("nomor_polisi", Holds::Text, Weight::Optional),
        Member::new("nomor_rangka", Holds::Text, Weight::Optional),
        Member::new("tahun_buatan", Holds::Text, Weight::Optional),
        Member::new("tgl_akhir_pajak_baru", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::SamsatDetails {
    const SHAPE: &'static Shape = SAMSAT_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            alamat: members.take(),
            biaya_admin_stnk: members.take(),
            biaya_admin_tnkb: members.take(),
            biaya_denda_bbn: members.take(),
            biaya_denda_pkb: members.take(),
            biaya_denda_swd: members.take(),
            biaya_pajak_progresif: members.take(),
            biaya_parkir_pokok: members.take(),
            biaya_pokok_bbn: members.take(),
            biaya_pokok_pkb: members.take(),
            biaya_pokok_swd: members.take(),
            biaya_tnkb: members.take(),
            lembar_tagihan: members.take(),
            merek_kb: members.take(),
            milik_kenama: members.take(),
            model_kb: members.take(),
            nomor_identitas: members.take(),
            nomor_mesin: members.take(),
            nomor_polisi: members.take(),
            nomor_rangka: members.take(),
            tahun_buatan: members.take(),
            tgl_akhir_pajak_baru: members.take(),
        }
    }
}
const TV_DETAILS: &Shape = &Shape::new(
    "TvDetails",
    &[
        Member::new("detail", Holds::List(&Holds::Object(TV_SHEET)), Weight::Optional),
        Member::new("lembar_tagihan", Holds::Integer, Weight::Optional),
    ],
);
impl Received for types::TvDetails {
    const SHAPE: &'static Shape = TV_DETAILS;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            detail: members.take(),
            lembar_tagihan: members.take(),
        }
    }
}
const TV_SHEET: &Shape = &Shape::new(
    "TvSheet",
    &[
        Member::new("nilai_tagihan", Holds::Amount, Weight::Optional),
        Member::new("no_ref", Holds::Text, Weight::Optional),
        Member::new("periode", Holds::Text, Weight::Optional),
    ],
);
impl Received for types::TvSheet {
    const SHAPE: &'static Shape = TV_SHEET;
    fn of(members: &mut Members<'_>) -> Self {
        Self {
            nilai_tagihan: members.take(),
            no_ref: members.take(),
            periode: members.take(),
        }
    }
}
