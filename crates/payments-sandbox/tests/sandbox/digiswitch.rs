//! Digiswitch as its document prints it, and as other tenants' pages, real clients and Digiflazz
//! complete it.

use serde_json::{Value, json};

use crate::bench::{Answer, Bench, members, settings};

/// MD5 of `sandboxsandbox-key` and one of these; the digest itself is tested beside its code.
const SIGNATURES: &[(&str, &str)] = &[
    ("a", "e111ccf1708e80fd0b3fb21d643ebb35"),
    ("b", "94f7c48f7abab44f5c4f688ae0a6e19f"),
    ("depo", "8ad09fd343211b679501df35cf32ddbb"),
    ("pricelist", "5b97f6153ce7b0c0f2f5d552ed004929"),
    ("530000000001", "6176d612c7cfd8348439f03e708eecd3"),
];

pub(crate) fn sign(signed: &str) -> &'static str {
    let known = SIGNATURES.iter().find(|(text, _)| *text == signed);
    known.expect("a signature for this text").1
}

pub(crate) async fn post(bench: &Bench, endpoint: &str, body: Value) -> Answer {
    let json = [("content-type", "application/json")];
    let path = format!("/digiswitch/v1/user/api/{endpoint}");
    bench.send("POST", &path, &json, body.to_string()).await
}

/// The request that the document prints.
pub(crate) fn order(command: &str, code: &str, customer: &str, reference: &str) -> Value {
    json!({
        "command": command,
        "username": "sandbox",
        "code": code,
        "customer_no": customer,
        "ref_id": reference,
        "sign": sign(reference),
    })
}

pub(crate) async fn ask(bench: &Bench, command: &str, code: &str, customer: &str) -> Value {
    let answer = post(bench, "transaction", order(command, code, customer, "a")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.members(), ["data"]);
    answer.body["data"].clone()
}

/// Status and code of the last answer, after an inquiry and a payment.
pub(crate) async fn pay(bench: &Bench, code: &str, customer: &str) -> Value {
    let inquired = ask(bench, "inq-pasca", code, customer).await;
    assert_eq!(inquired["rc"], "00", "{code} {customer}: {inquired}");
    ask(bench, "pay-pasca", code, customer).await
}

pub(crate) fn rc(data: &Value) -> (&str, &str) {
    assert_eq!(
        members(data),
        ["code", "customer_no", "message", "rc", "ref_id", "status"]
    );
    (
        data["status"].as_str().unwrap(),
        data["rc"].as_str().unwrap(),
    )
}

pub(crate) const GAGAL: &str = "Gagal";

#[tokio::test]
async fn a_paid_bill_has_every_member_of_the_document() {
    let bench = Bench::with(settings().digiswitch_balance(110_000)).await;
    assert_eq!(
        pay(&bench, "pln", "530000000001").await,
        json!({
            "ref_id": "a",
            "customer_no": "530000000001",
            "name": "Nama Pelanggan Pertama",
            "code": "pln",
            "admin": 2500,
            "message": "Transaksi Sukses",
            "status": "Sukses",
            "sn": "",
            "rc": "00",
            "balance": 100000,
            "price": 10000,
            "selling_price": 11000,
            "desc": {
                "tarif": "R1",
                "daya": 1300,
                "lembar_tagihan": 1,
                "detail": [
                    {
                        "periode": "201901",
                        "nilai_tagihan": "8000",
                        "admin": "2500",
                        "denda": "500",
                        "meter_awal": "00080000",
                        "meter_akhir": "00090000"
                    }
                ]
            }
        })
    );
    assert_eq!(
        bench.ledger().await,
        [("debit".to_owned(), "10000".to_owned())]
    );
}

#[tokio::test]
async fn each_of_the_thirteen_bills_has_the_shape_and_the_numbers_of_its_sample() {
    // Code, customer, [admin, price, selling price, base commission], serial number, members of
    // desc, of its detail.
    #[rustfmt::skip]
    let samples = [
        ("pln", "530000000001", [2500, 10000, 11000, 0], "", "daya,detail,lembar_tagihan,tarif", "admin,denda,meter_akhir,meter_awal,nilai_tagihan,periode"),
        ("pdam", "1013226", [2500, 11500, 12500, 0], "", "alamat,detail,jatuh_tempo,lembar_tagihan,tarif", "biaya_lain,denda,meter_akhir,meter_awal,nilai_tagihan,periode"),
        ("hp", "1013226", [2500, 11000, 12500, 0], "", "lembar_tagihan", ""),
        ("internet", "6391601001", [5000, 22500, 24500, 0], "I1234554321N", "detail,lembar_tagihan", "admin,nilai_tagihan,periode"),
        ("bpjs", "8801234560001", [2500, 24700, 25000, 0], "BP1234554321JS", "alamat,detail,jumlah_peserta,lembar_tagihan", "periode"),
        ("multifinance", "6391601201", [2500, 24700, 25000, 0], "FP1234554321I", "detail,item_name,lembar_tagihan,no_pol,no_rangka,tenor", "biaya_lain,denda,periode"),
        ("pbb", "329801092375999991", [2500, 99500, 100000, 0], "P1234567890B", "alamat,kab_kota,kecamatan,kelurahan,kode_kab_kota,lembar_tagihan,luas_gedung,luas_tanah,tahun_pajak", ""),
        ("pgas", "0110014601", [2500, 99500, 100000, 0], "G1234567890S", "alamat,detail,lembar_tagihan", "meter_akhir,meter_awal,periode"),
        ("tv", "127246500105", [2500, 99500, 100000, 0], "", "detail,lembar_tagihan", "nilai_tagihan,no_ref,periode"),
        ("plnnontaglis", "3225030005921", [2500, 99500, 100000, 1500], "P1234554321NH", "lembar_tagihan,no_registrasi,tanggal_registrasi,transaksi", ""),
        ("emoney", "082100000001", [2500, 99500, 100000, 1500], "E1234554321M", "lembar_tagihan", ""),
        ("samsat", "9658548523568703,0212502110170100", [2500, 99500, 100000, 0], "", "alamat,biaya_admin_stnk,biaya_admin_tnkb,biaya_denda_bbn,biaya_denda_pkb,biaya_denda_swd,biaya_pajak_progresif,biaya_parkir_pokok,biaya_pokok_bbn,biaya_pokok_pkb,biaya_pokok_swd,lembar_tagihan,merek_kb,milik_kenama,model_kb,nomor_identitas,nomor_mesin,nomor_polisi,nomor_rangka,tahun_buatan,tgl_akhir_pajak_baru", ""),
        ("kirimuang", "5830000004", [2500, 34500, 35000, 1500], "c8836b555a8842b2ac20fef1a", "lembar_tagihan", ""),
    ];
    for (code, customer, amounts, serial_number, desc, detail) in samples {
        let bench = Bench::start().await;
        let paid = pay(&bench, code, customer).await;
        assert_eq!(paid["status"], "Sukses", "{code}");
        let names = ["admin", "price", "selling_price", "base_commission"];
        for (name, amount) in names.into_iter().zip(amounts) {
            assert_eq!(
                paid[name].as_i64().unwrap_or_default(),
                amount,
                "{code} {name}"
            );
        }
        assert_eq!(paid["sn"], serial_number, "{code}");
        assert_eq!(paid["customer_no"], customer, "{code}");
        assert_eq!(members(&paid["desc"]).join(","), desc, "{code}");
        let sheet = &paid["desc"]["detail"][0];
        let sheet = sheet.as_object().map(|_| members(sheet).join(","));
        assert_eq!(sheet.unwrap_or_default(), detail, "{code}");
    }
}

#[tokio::test]
async fn an_inquiry_shows_the_bill_and_moves_no_money() {
    let bench = Bench::start().await;
    let inquired = ask(&bench, "inq-pasca", "pln", "530000000002").await;
    assert_eq!(inquired["price"], 23000);
    assert_eq!(inquired["selling_price"], 25000);
    assert_eq!(inquired["sn"], "");
    assert_eq!(inquired["balance"], 1_000_000_000);
    let detail = &inquired["desc"]["detail"];
    assert_eq!(
        members(&detail[1]),
        ["admin", "denda", "nilai_tagihan", "periode"]
    );
    // The same again is the same; a bill that is only inquired is no transaction.
    assert_eq!(
        ask(&bench, "inq-pasca", "pln", "530000000002").await,
        inquired
    );
    let status = ask(&bench, "status-pasca", "pln", "530000000002").await;
    assert_eq!(rc(&status), (GAGAL, "50"));
    assert_eq!(bench.ledger().await, []);
    assert_eq!(bench.show("payments").await[0]["status"], "Inquired");
}

#[tokio::test]
async fn a_payment_demands_an_inquiry_of_the_same_day_in_jakarta() {
    let bench = Bench::start().await;
    let without = ask(&bench, "pay-pasca", "pln", "530000000001").await;
    assert_eq!(rc(&without), (GAGAL, "02"));
    ask(&bench, "inq-pasca", "pln", "530000000001").await;
    // 10:00 in Jakarta; fourteen hours later the day is over.
    bench.advance(14 * 3600).await;
    let late = ask(&bench, "pay-pasca", "pln", "530000000001").await;
    assert_eq!(rc(&late), (GAGAL, "02"));
    assert_eq!(bench.ledger().await, []);
    let paid = pay(&bench, "pln", "530000000001").await;
    assert_eq!(paid["rc"], "00");

    let lenient = Bench::with(settings().digiswitch_pay_without_inquiry(true)).await;
    let paid = ask(&lenient, "pay-pasca", "pln", "530000000001").await;
    assert_eq!(paid["rc"], "00");
}

#[tokio::test]
async fn a_reference_is_paid_once_and_belongs_to_one_bill() {
    let bench = Bench::start().await;
    let paid = pay(&bench, "pln", "530000000001").await;
    for command in ["pay-pasca", "status-pasca"] {
        assert_eq!(ask(&bench, command, "pln", "530000000001").await, paid);
    }
    for (command, code, customer) in [
        ("inq-pasca", "pln", "530000000001"),
        ("inq-pasca", "pdam", "1013226"),
        ("pay-pasca", "pln", "530000000002"),
        ("pay-pasca", "pdam", "530000000001"),
    ] {
        let taken = ask(&bench, command, code, customer).await;
        assert_eq!(rc(&taken), (GAGAL, "49"), "{command} {code} {customer}");
    }
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn test_customers_fail_or_are_pending_first() {
    for (code, customer, end) in [
        ("pln", "630000000001", ("Sukses", "00")),
        ("pln", "630000000006", (GAGAL, "02")),
        ("pdam", "2013226", ("Sukses", "00")),
        ("samsat", "0658548523568705,0212502110170100", (GAGAL, "02")),
    ] {
        let bench = Bench::start().await;
        let pending = pay(&bench, code, customer).await;
        assert_eq!(rc(&pending), ("Pending", "03"), "{code} {customer}");
        assert_eq!(bench.ledger().await, []);
        bench.advance(59).await;
        assert_eq!(ask(&bench, "status-pasca", code, customer).await, pending);
        bench.advance(1).await;
        let status = ask(&bench, "status-pasca", code, customer).await;
        assert_eq!(
            (
                status["status"].as_str().unwrap(),
                status["rc"].as_str().unwrap()
            ),
            end
        );
        let debits = usize::from(end.1 == "00");
        assert_eq!(bench.ledger().await.len(), debits);
    }
    let bench = Bench::start().await;
    let failed = ask(&bench, "inq-pasca", "pln", "530000000003").await;
    assert_eq!(rc(&failed), (GAGAL, "60"));
    assert_eq!(bench.show("payments").await, json!([]));
    let failed = pay(&bench, "pln", "530000000006").await;
    assert_eq!(rc(&failed), (GAGAL, "02"));
}

#[tokio::test]
async fn the_control_api_ends_what_is_pending_and_nothing_else() {
    let bench = Bench::start().await;
    ask(&bench, "inq-pasca", "pln", "630000000001").await;
    for action in ["pay", "decline", "cancel", "settle"] {
        let path = format!("payments/digiswitch/a/{action}");
        let refused = bench.control("POST", &path, Value::Null).await;
        assert_eq!(refused.status, 409, "{action}");
    }
    ask(&bench, "pay-pasca", "pln", "630000000001").await;
    bench.act("digiswitch", "a", "decline").await;
    bench.advance(60).await;
    let status = ask(&bench, "status-pasca", "pln", "630000000001").await;
    assert_eq!(rc(&status), (GAGAL, "02"));
    assert_eq!(bench.ledger().await, []);
}

#[tokio::test]
async fn who_signs_wrongly_is_refused_before_anything_happens() {
    let refusals = [
        ("sign", json!("740b00a1b8784e028cc8078edf66d12b"), "41"),
        ("username", json!("your-username"), "42"),
        ("code", json!("water"), "43"),
        ("code", Value::Null, "40"),
        ("customer_no", json!(""), "40"),
        ("command", json!("pay"), "40"),
        ("command", json!(7), "40"),
    ];
    for (name, value, code) in refusals {
        let bench = Bench::start().await;
        let mut body = order("inq-pasca", "pln", "530000000001", "a");
        body[name] = value;
        let refused = post(&bench, "transaction", body).await;
        assert_eq!(refused.status, 200);
        assert_eq!(rc(&refused.body["data"]), (GAGAL, code), "{name}");
        assert_eq!(bench.show("payments").await, json!([]));
    }
}

#[tokio::test]
async fn a_refusal_can_be_switched_to_http_400() {
    let bench = Bench::with(settings().digiswitch_refuses_with_400(true)).await;
    let refused = post(&bench, "transaction", order("pay-pasca", "pln", "1", "a")).await;
    assert_eq!((refused.status, rc(&refused.body["data"]).1), (400, "02"));
    let refused = post(&bench, "cek-saldo", json!({})).await;
    assert_eq!(
        (refused.status, &refused.body["data"]["rc"]),
        (400, &json!("42"))
    );
}

#[tokio::test]
async fn a_lost_payment_is_found_by_its_status() {
    let bench = Bench::start().await;
    ask(&bench, "inq-pasca", "pln", "530000000001").await;
    let fault = |name: &str| json!({"provider": "digiswitch", "operation": "pay", "fault": name, "reference": "a"});
    let json = [("content-type", "application/json")];
    let path = "/digiswitch/v1/user/api/transaction";
    let send = async |command: &str| {
        let body = order(command, "pln", "530000000001", "a").to_string();
        bench.try_send("POST", path, &json, body).await
    };
    bench.fault(fault("reset_before_commit")).await;
    assert!(send("pay-pasca").await.is_err());
    assert_eq!(
        rc(&send("status-pasca").await.unwrap().body["data"]).1,
        "50"
    );
    bench.fault(fault("reset_after_commit")).await;
    assert!(send("pay-pasca").await.is_err());
    let status = send("status-pasca").await.unwrap();
    assert_eq!(status.body["data"]["rc"], "00");
    for operation in ["inquire", "status"] {
        bench
            .fault(json!({"provider": "digiswitch", "operation": operation, "fault": "error_before_commit"}))
            .await;
    }
    assert_eq!(send("inq-pasca").await.unwrap().status, 503);
    assert_eq!(send("status-pasca").await.unwrap().status, 503);
    assert_eq!(bench.ledger().await.len(), 1);
}
