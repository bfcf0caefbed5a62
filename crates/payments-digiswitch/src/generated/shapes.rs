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
        Self { data: members.next() }
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
            deposit: members.next(),
            message: members.next(),
            rc: members.next(),
            status: members.next(),
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
            admin: members.next(),
            balance: members.next(),
            base_commission: members.next(),
            code: members.next(),
            customer_no: members.next(),
            desc: members.next(),
            message: members.next(),
            name: members.next(),
            price: members.next(),
            rc: members.next(),
            ref_id: members.next(),
            selling_price: members.next(),
            sn: members.next(),
            status: members.next(),
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
        Self { data: members.next() }
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
            alamat: members.next(),
            detail: members.next(),
            jumlah_peserta: members.next(),
            lembar_tagihan: members.next(),
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
        Self { periode: members.next() }
    }
}
const DEPOSIT_TICKET: &Shape = &Shape::new(
    "DepositTicket",
    &[Member::new("data", Holds::Object(DEPOSIT_TICKET_DATA), Weight::Required)],
);
impl Received for types::DepositTicket {
    const SHAPE: &'static Shape = DEPOSIT_TICKET;
    fn of(members: &mut Members<'_>) -> Self {
        Self { data: members.next() }
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
            account_no: members.next(),
            amount: members.next(),
            bank: members.next(),
            message: members.next(),
            notes: members.next(),
            payment_method: members.next(),
            rc: members.next(),
            status: members.next(),
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
            lembar_tagihan: members.next(),
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
        Self { data: members.next() }
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
            code: members.next(),
            customer_no: members.next(),
            message: members.next(),
            rc: members.next(),
            ref_id: members.next(),
            status: members.next(),
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
            alamat: members.next(),
            detail: members.next(),
            lembar_tagihan: members.next(),
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
            meter_akhir: members.next(),
            meter_awal: members.next(),
            periode: members.next(),
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
            lembar_tagihan: members.next(),
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
            detail: members.next(),
            lembar_tagihan: members.next(),
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
            admin: members.next(),
            nilai_tagihan: members.next(),
            periode: members.next(),
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
            lembar_tagihan: members.next(),
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
            detail: members.next(),
            item_name: members.next(),
            lembar_tagihan: members.next(),
            no_pol: members.next(),
            no_rangka: members.next(),
            tenor: members.next(),
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
            biaya_lain: members.next(),
            denda: members.next(),
            periode: members.next(),
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
            alamat: members.next(),
            kab_kota: members.next(),
            kecamatan: members.next(),
            kelurahan: members.next(),
            kode_kab_kota: members.next(),
            lembar_tagihan: members.next(),
            luas_gedung: members.next(),
            luas_tanah: members.next(),
            tahun_pajak: members.next(),
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
            alamat: members.next(),
            detail: members.next(),
            jatuh_tempo: members.next(),
            lembar_tagihan: members.next(),
            tarif: members.next(),
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
            biaya_lain: members.next(),
            denda: members.next(),
            meter_akhir: members.next(),
            meter_awal: members.next(),
            nilai_tagihan: members.next(),
            periode: members.next(),
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
        Self { data: members.next() }
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
            customer_no: members.next(),
            message: members.next(),
            meter_no: members.next(),
            name: members.next(),
            rc: members.next(),
            segment_power: members.next(),
            status: members.next(),
            subscriber_id: members.next(),
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
            daya: members.next(),
            detail: members.next(),
            lembar_tagihan: members.next(),
            tarif: members.next(),
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
            lembar_tagihan: members.next(),
            no_registrasi: members.next(),
            tanggal_registrasi: members.next(),
            transaksi: members.next(),
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
            admin: members.next(),
            denda: members.next(),
            meter_akhir: members.next(),
            meter_awal: members.next(),
            nilai_tagihan: members.next(),
            periode: members.next(),
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
            admin: members.next(),
            base_commission: members.next(),
            brand: members.next(),
            category: members.next(),
            code: members.next(),
            commission: members.next(),
            desc: members.next(),
            name: members.next(),
            status: members.next(),
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
            brand: members.next(),
            category: members.next(),
            code: members.next(),
            desc: members.next(),
            end_cut_off: members.next(),
            multi: members.next(),
            name: members.next(),
            price: members.next(),
            start_cut_off: members.next(),
            status: members.next(),
            stock: members.next(),
            type_: members.next(),
            unlimited_stock: members.next(),
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
        Self { data: members.next() }
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
            alamat: members.next(),
            biaya_admin_stnk: members.next(),
            biaya_admin_tnkb: members.next(),
            biaya_denda_bbn: members.next(),
            biaya_denda_pkb: members.next(),
            biaya_denda_swd: members.next(),
            biaya_pajak_progresif: members.next(),
            biaya_parkir_pokok: members.next(),
            biaya_pokok_bbn: members.next(),
            biaya_pokok_pkb: members.next(),
            biaya_pokok_swd: members.next(),
            biaya_tnkb: members.next(),
            lembar_tagihan: members.next(),
            merek_kb: members.next(),
            milik_kenama: members.next(),
            model_kb: members.next(),
            nomor_identitas: members.next(),
            nomor_mesin: members.next(),
            nomor_polisi: members.next(),
            nomor_rangka: members.next(),
            tahun_buatan: members.next(),
            tgl_akhir_pajak_baru: members.next(),
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
            detail: members.next(),
            lembar_tagihan: members.next(),
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
            nilai_tagihan: members.next(),
            no_ref: members.next(),
            periode: members.next(),
        }
    }
}
