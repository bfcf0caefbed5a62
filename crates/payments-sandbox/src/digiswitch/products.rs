//! The products: the thirteen kinds of bills, with the numbers of the document's samples, and one
//! prepaid product.

use serde_json::{Value, json};

/// A bill, as the document's sample for it shows it.
#[derive(Debug)]
pub(super) struct Product {
    pub(super) code: &'static str,
    pub(super) brand: &'static str,
    /// Of the customer.
    pub(super) name: &'static str,
    pub(super) admin: i64,
    /// What is taken from the merchant's balance.
    pub(super) price: i64,
    pub(super) selling_price: i64,
    pub(super) serial_number: &'static str,
    /// Three samples have it, no table.
    pub(super) base_commission: Option<i64>,
}

const FIRST: &str = "Nama Pelanggan Pertama";
const OTHER: &str = "Nama Pelanggan";

const fn product(
    code: &'static str,
    brand: &'static str,
    name: &'static str,
    [admin, price, selling_price]: [i64; 3],
    serial_number: &'static str,
    base_commission: Option<i64>,
) -> Product {
    Product {
        code,
        brand,
        name,
        admin,
        price,
        selling_price,
        serial_number,
        base_commission,
    }
}

#[rustfmt::skip]
pub(super) const BILLS: [Product; 13] = [
    product("pln", "PLN PASCABAYAR", FIRST, [2500, 10000, 11000], "", None),
    product("pdam", "PDAM", FIRST, [2500, 11500, 12500], "", None),
    product("hp", "HP PASCABAYAR", FIRST, [2500, 11000, 12500], "", None),
    product("internet", "INTERNET PASCABAYAR", OTHER, [5000, 22500, 24500], "I1234554321N", None),
    product("bpjs", "BPJS KESEHATAN", OTHER, [2500, 24700, 25000], "BP1234554321JS", None),
    product("multifinance", "MULTIFINANCE", OTHER, [2500, 24700, 25000], "FP1234554321I", None),
    product("pbb", "PBB", OTHER, [2500, 99500, 100000], "P1234567890B", None),
    product("pgas", "GAS NEGARA", OTHER, [2500, 99500, 100000], "G1234567890S", None),
    product("tv", "TV PASCABAYAR", FIRST, [2500, 99500, 100000], "", None),
    product("plnnontaglis", "PLN NONTAGLIS", FIRST, [2500, 99500, 100000], "P1234554321NH", Some(1500)),
    product("emoney", "E-MONEY", FIRST, [2500, 99500, 100000], "E1234554321M", Some(1500)),
    product("samsat", "SAMSAT", FIRST, [2500, 99500, 100000], "", None),
    product("kirimuang", "KIRIM UANG", FIRST, [2500, 34500, 35000], "c8836b555a8842b2ac20fef1a", Some(1500)),
];

/// The one prepaid product; its price is assumed.
pub(super) const TOPUP: Product = product(
    "xld10",
    "XL",
    "Xl 10.000",
    [0, 10500, 10500],
    "1234554321",
    None,
);

pub(super) fn bill(code: &str) -> Option<&'static Product> {
    BILLS.iter().find(|product| product.code == code)
}

/// `desc` of a bill, with one sheet or, where the test customer has two, both.
pub(super) fn description(code: &str, customer: &str, two_sheets: bool) -> Value {
    let mut sheets = if two_sheets { 2 } else { 1 };
    let mut description = match code {
        "pln" => json!({"tarif": "R1", "daya": 1300, "detail": [
            {"periode": "201901", "nilai_tagihan": "8000", "admin": "2500", "denda": "500", "meter_awal": "00080000", "meter_akhir": "00090000"},
            {"periode": "201902", "nilai_tagihan": "11500", "admin": "2500", "denda": "0", "meter_awal": "00090000", "meter_akhir": "00095000"},
        ]}),
        "pdam" => {
            json!({"tarif": "3A", "alamat": "WONOKROMO S.S BARU 2 8", "jatuh_tempo": "1-15 DES 2014", "detail": [
                {"periode": "201901", "nilai_tagihan": "8000", "denda": "500", "meter_awal": "00080000", "meter_akhir": "00090000", "biaya_lain": "1500"},
            ]})
        }
        "internet" => {
            // Two sheets in the only sample there is.
            sheets = 2;
            json!({"detail": [
                {"periode": "MEI 2019", "nilai_tagihan": "8000", "admin": "2500"},
                {"periode": "JUN 2019", "nilai_tagihan": "11500", "admin": "2500"},
            ]})
        }
        "bpjs" => json!({
            "jumlah_peserta": "2", "alamat": "JAKARTA PUSAT", "detail": [{"periode": "01"}],
        }),
        "multifinance" => json!({
            "item_name": "HONDA VARIO TECHNO 125 PGM FI NON CBS", "no_rangka": "MH1JFB111CK196426",
            "no_pol": "B6213UWX", "tenor": "030",
            "detail": [{"periode": "002", "denda": "0", "biaya_lain": "0"}],
        }),
        "pbb" => json!({
            "alamat": "KO. GRIYA ASRI CIPAGERAN", "tahun_pajak": "2019", "kelurahan": "CIPAGERAN",
            "kecamatan": "CIMAHI UTARA", "kode_kab_kota": "0023", "kab_kota": "PEMKOT CIMAHI",
            "luas_tanah": "113 M2", "luas_gedung": "47 M2",
        }),
        "pgas" => json!({"alamat": "KO. GRIYA ASRI CIPAGERAN", "detail": [
            {"periode": "0320", "meter_awal": "006538", "meter_akhir": "006573"},
            {"periode": "0420", "meter_awal": "006573", "meter_akhir": "006608"},
        ]}),
        "tv" => json!({"detail": [
            {"periode": "MEI 22", "nilai_tagihan": "97500", "no_ref": "205A"},
        ]}),
        "plnnontaglis" => json!({
            "transaksi": "PENYAMBUNGAN BARU", "no_registrasi": "5392112011703",
            "tanggal_registrasi": "20120524",
        }),
        "samsat" => json!({
            "alamat": "GRIYA BULELENG 2 RT 005 RW 014 BULELENG",
            "nomor_identitas": customer.split_once(',').map_or("0212502110170100", |(_, identity)| identity),
            "nomor_rangka": "MHKV5EA2JFJ001044", "nomor_mesin": "1NRF012268",
            "nomor_polisi": "DK 1243AL", "milik_kenama": "001", "merek_kb": "DAIHATSU",
            "model_kb": "XENIA 1.3 R M/T F653RV-GMDFJ", "tahun_buatan": "2018",
            "tgl_akhir_pajak_baru": "20210309", "biaya_pokok_bbn": "0",
            "biaya_pokok_swd": "14000", "biaya_pokok_pkb": "83000", "biaya_denda_swd": "0",
            "biaya_denda_bbn": "0", "biaya_denda_pkb": "0", "biaya_admin_stnk": "0",
            // The table calls it biaya_tnkb.
            "biaya_admin_tnkb": "0",
            "biaya_parkir_pokok": "0", "biaya_pajak_progresif": "0",
        }),
        // hp, emoney and kirimuang have nothing but the number of sheets.
        _ => json!({}),
    };
    if let Some(members) = description.as_object_mut() {
        if let Some(detail) = members.get_mut("detail").and_then(Value::as_array_mut) {
            detail.truncate(sheets);
        }
        members.insert("lembar_tagihan".to_owned(), sheets.into());
    }
    description
}
