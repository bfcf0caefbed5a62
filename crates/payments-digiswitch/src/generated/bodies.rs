// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use payments_provider::operation::{Effect, Operation};
#[cfg(feature = "dictionary")]
use payments_provider::operation::{Bodies, Body, Form, Member, check};
#[cfg(feature = "dictionary")]
use super::types;
/// `POST /cek-saldo`
pub const BALANCE: Operation = Operation::new(
    "balance",
    "POST",
    "/cek-saldo",
    Effect::Reads,
);
/// `POST /transaction`
pub const BILL_STATUS: Operation = Operation::new(
    "bill_status",
    "POST",
    "/transaction",
    Effect::Reads,
);
/// `POST /deposit`
pub const DEPOSIT_TICKET: Operation = Operation::new(
    "deposit_ticket",
    "POST",
    "/deposit",
    Effect::Writes,
);
/// `POST /transaction`
pub const INQUIRE_BILL: Operation = Operation::new(
    "inquire_bill",
    "POST",
    "/transaction",
    Effect::Reads,
);
/// `POST /token`
pub const INQUIRE_PLN: Operation = Operation::new(
    "inquire_pln",
    "POST",
    "/token",
    Effect::Reads,
);
/// `POST /transaction`
pub const PAY_BILL: Operation = Operation::new(
    "pay_bill",
    "POST",
    "/transaction",
    Effect::Writes,
);
/// `POST /price-list`
pub const PRICE_LIST_POSTPAID: Operation = Operation::new(
    "price_list_postpaid",
    "POST",
    "/price-list",
    Effect::Reads,
);
/// `POST /price-list`
pub const PRICE_LIST_PREPAID: Operation = Operation::new(
    "price_list_prepaid",
    "POST",
    "/price-list",
    Effect::Reads,
);
/// `POST /transaction`
pub const TOPUP: Operation = Operation::new(
    "topup",
    "POST",
    "/transaction",
    Effect::Writes,
);
/// `POST /transaction`
pub const TOPUP_STATUS: Operation = Operation::new(
    "topup_status",
    "POST",
    "/transaction",
    Effect::Writes,
);
/// Every operation with its bodies.
#[cfg(feature = "dictionary")]
pub const ALL: &[Bodies] = &[
    Bodies::new(
        &BALANCE,
        Some(
            Body::sent::<
                types::BalanceRequest,
            >(
                    "BalanceRequest",
                    &[
                        Member::new("command", false, Form::Words(&["deposit"])),
                        Member::new("sign", true, Form::Secret),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::BalanceRequest::check)),
        ),
        Body::received::<
            types::Balance,
        >(
            "Balance",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.deposit", true, Form::FractionalAmount),
                Member::new("data.message", false, Form::Text),
                Member::new("data.rc", false, Form::Text).decides(),
                Member::new("data.status", false, Form::Text).decides(),
            ],
        ),
    ),
    Bodies::new(
        &BILL_STATUS,
        Some(
            Body::sent::<
                types::StatusRequest,
            >(
                    "StatusRequest",
                    &[
                        Member::new("code", true, Form::Text),
                        Member::new("command", true, Form::Words(&["status-pasca"])),
                        Member::new("customer_no", true, Form::Personal),
                        Member::new("ref_id", true, Form::Text),
                        Member::new("sign", true, Form::Secret),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::StatusRequest::check)),
        ),
        Body::received::<
            types::BillResponse,
        >(
            "BillResponse",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.admin", false, Form::Amount),
                Member::new("data.balance", false, Form::FractionalAmount),
                Member::new("data.base_commission", false, Form::Amount),
                Member::new("data.code", false, Form::Text),
                Member::new("data.customer_no", false, Form::Personal).decides(),
                Member::new("data.desc", false, Form::Any),
                Member::new("data.message", false, Form::Text),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.price", false, Form::Amount).decides(),
                Member::new("data.rc", true, Form::Text),
                Member::new("data.ref_id", true, Form::Text),
                Member::new("data.selling_price", false, Form::Amount).decides(),
                Member::new("data.sn", false, Form::Personal),
                Member::new("data.status", true, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &DEPOSIT_TICKET,
        Some(
            Body::sent::<
                types::DepositTicketRequest,
            >(
                    "DepositTicketRequest",
                    &[
                        Member::new("amount", true, Form::Amount),
                        Member::new("bank", true, Form::Text),
                        Member::new("owner_name", true, Form::Personal),
                        Member::new("sign", true, Form::Secret),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::DepositTicketRequest::check)),
        ),
        Body::received::<
            types::DepositTicket,
        >(
            "DepositTicket",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.account_no", false, Form::Text),
                Member::new("data.amount", true, Form::Amount),
                Member::new("data.bank", false, Form::Text),
                Member::new("data.message", false, Form::Text),
                Member::new("data.notes", false, Form::Text),
                Member::new("data.payment_method", false, Form::Text),
                Member::new("data.rc", false, Form::Text).decides(),
                Member::new("data.status", false, Form::Text).decides(),
            ],
        ),
    ),
    Bodies::new(
        &INQUIRE_BILL,
        Some(
            Body::sent::<
                types::InquiryRequest,
            >(
                    "InquiryRequest",
                    &[
                        Member::new("amount", false, Form::Amount),
                        Member::new("code", true, Form::Text),
                        Member::new("command", true, Form::Words(&["inq-pasca"])),
                        Member::new("customer_no", true, Form::Personal),
                        Member::new("ref_id", true, Form::Text),
                        Member::new("sign", true, Form::Secret),
                        Member::new("testing", false, Form::Boolean),
                        Member::new("username", true, Form::Text),
                        Member::new("year", false, Form::Integer),
                    ],
                )
                .checked(|bytes| check(bytes, types::InquiryRequest::check)),
        ),
        Body::received::<
            types::BillResponse,
        >(
            "BillResponse",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.admin", false, Form::Amount),
                Member::new("data.balance", false, Form::FractionalAmount),
                Member::new("data.base_commission", false, Form::Amount),
                Member::new("data.code", false, Form::Text),
                Member::new("data.customer_no", false, Form::Personal).decides(),
                Member::new("data.desc", false, Form::Any),
                Member::new("data.message", false, Form::Text),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.price", false, Form::Amount).decides(),
                Member::new("data.rc", true, Form::Text),
                Member::new("data.ref_id", true, Form::Text),
                Member::new("data.selling_price", false, Form::Amount).decides(),
                Member::new("data.sn", false, Form::Personal),
                Member::new("data.status", true, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &INQUIRE_PLN,
        Some(
            Body::sent::<
                types::PlnInquiryRequest,
            >(
                    "PlnInquiryRequest",
                    &[
                        Member::new("customer_no", true, Form::Personal),
                        Member::new("sign", true, Form::Secret),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::PlnInquiryRequest::check)),
        ),
        Body::received::<
            types::PlnCustomer,
        >(
            "PlnCustomer",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.customer_no", true, Form::Personal),
                Member::new("data.message", false, Form::Text),
                Member::new("data.meter_no", false, Form::Personal),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.rc", false, Form::Text).decides(),
                Member::new("data.segment_power", false, Form::Text),
                Member::new("data.status", false, Form::Text).decides(),
                Member::new("data.subscriber_id", false, Form::Personal),
            ],
        ),
    ),
    Bodies::new(
        &PAY_BILL,
        Some(
            Body::sent::<
                types::PaymentRequest,
            >(
                    "PaymentRequest",
                    &[
                        Member::new("code", true, Form::Text),
                        Member::new("command", true, Form::Words(&["pay-pasca"])),
                        Member::new("customer_no", true, Form::Personal),
                        Member::new("ref_id", true, Form::Text),
                        Member::new("sign", true, Form::Secret),
                        Member::new("testing", false, Form::Boolean),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::PaymentRequest::check)),
        ),
        Body::received::<
            types::BillResponse,
        >(
            "BillResponse",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.admin", false, Form::Amount),
                Member::new("data.balance", false, Form::FractionalAmount),
                Member::new("data.base_commission", false, Form::Amount),
                Member::new("data.code", false, Form::Text),
                Member::new("data.customer_no", false, Form::Personal).decides(),
                Member::new("data.desc", false, Form::Any),
                Member::new("data.message", false, Form::Text),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.price", false, Form::Amount).decides(),
                Member::new("data.rc", true, Form::Text),
                Member::new("data.ref_id", true, Form::Text),
                Member::new("data.selling_price", false, Form::Amount).decides(),
                Member::new("data.sn", false, Form::Personal),
                Member::new("data.status", true, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &PRICE_LIST_POSTPAID,
        Some(
            Body::sent::<
                types::PostpaidPriceListRequest,
            >(
                    "PostpaidPriceListRequest",
                    &[
                        Member::new("code", false, Form::Text),
                        Member::new("command", true, Form::Words(&["pasca"])),
                        Member::new("sign", true, Form::Secret),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::PostpaidPriceListRequest::check)),
        ),
        Body::received::<
            types::PriceList,
        >("PriceList", &[Member::new("data", true, Form::Any)]),
    ),
    Bodies::new(
        &PRICE_LIST_PREPAID,
        Some(
            Body::sent::<
                types::PrepaidPriceListRequest,
            >(
                    "PrepaidPriceListRequest",
                    &[
                        Member::new("code", false, Form::Text),
                        Member::new("command", true, Form::Words(&["prepaid"])),
                        Member::new("sign", true, Form::Secret),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::PrepaidPriceListRequest::check)),
        ),
        Body::received::<
            types::PriceList,
        >("PriceList", &[Member::new("data", true, Form::Any)]),
    ),
    Bodies::new(
        &TOPUP,
        Some(
            Body::sent::<
                types::TopupRequest,
            >(
                    "TopupRequest",
                    &[
                        Member::new("allow_dot", false, Form::Boolean),
                        Member::new("cb_url", false, Form::Text),
                        Member::new("code", true, Form::Text),
                        Member::new("customer_no", true, Form::Personal),
                        Member::new("max_price", false, Form::Amount),
                        Member::new("ref_id", true, Form::Text),
                        Member::new("sign", true, Form::Secret),
                        Member::new("testing", false, Form::Boolean),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::TopupRequest::check)),
        ),
        Body::received::<
            types::BillResponse,
        >(
            "BillResponse",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.admin", false, Form::Amount),
                Member::new("data.balance", false, Form::FractionalAmount),
                Member::new("data.base_commission", false, Form::Amount),
                Member::new("data.code", false, Form::Text),
                Member::new("data.customer_no", false, Form::Personal).decides(),
                Member::new("data.desc", false, Form::Any),
                Member::new("data.message", false, Form::Text),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.price", false, Form::Amount).decides(),
                Member::new("data.rc", true, Form::Text),
                Member::new("data.ref_id", true, Form::Text),
                Member::new("data.selling_price", false, Form::Amount).decides(),
                Member::new("data.sn", false, Form::Personal),
                Member::new("data.status", true, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &TOPUP_STATUS,
        Some(
            Body::sent::<
                types::TopupRequest,
            >(
                    "TopupRequest",
                    &[
                        Member::new("allow_dot", false, Form::Boolean),
                        Member::new("cb_url", false, Form::Text),
                        Member::new("code", true, Form::Text),
                        Member::new("customer_no", true, Form::Personal),
                        Member::new("max_price", false, Form::Amount),
                        Member::new("ref_id", true, Form::Text),
                        Member::new("sign", true, Form::Secret),
                        Member::new("testing", false, Form::Boolean),
                        Member::new("username", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::TopupRequest::check)),
        ),
        Body::received::<
            types::BillResponse,
        >(
            "BillResponse",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.admin", false, Form::Amount),
                Member::new("data.balance", false, Form::FractionalAmount),
                Member::new("data.base_commission", false, Form::Amount),
                Member::new("data.code", false, Form::Text),
                Member::new("data.customer_no", false, Form::Personal).decides(),
                Member::new("data.desc", false, Form::Any),
                Member::new("data.message", false, Form::Text),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.price", false, Form::Amount).decides(),
                Member::new("data.rc", true, Form::Text),
                Member::new("data.ref_id", true, Form::Text),
                Member::new("data.selling_price", false, Form::Amount).decides(),
                Member::new("data.sn", false, Form::Personal),
                Member::new("data.status", true, Form::Text),
            ],
        ),
    ),
];
/// Every callback with its body.
#[cfg(feature = "dictionary")]
pub const CALLBACKS: &[(&str, Body)] = &[
    (
        "Bill",
        Body::received::<
            types::BillResponse,
        >(
            "BillResponse",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.admin", false, Form::Amount),
                Member::new("data.balance", false, Form::FractionalAmount),
                Member::new("data.base_commission", false, Form::Amount),
                Member::new("data.code", false, Form::Text),
                Member::new("data.customer_no", false, Form::Personal).decides(),
                Member::new("data.desc", false, Form::Any),
                Member::new("data.message", false, Form::Text),
                Member::new("data.name", false, Form::Personal),
                Member::new("data.price", false, Form::Amount).decides(),
                Member::new("data.rc", true, Form::Text),
                Member::new("data.ref_id", true, Form::Text),
                Member::new("data.selling_price", false, Form::Amount).decides(),
                Member::new("data.sn", false, Form::Personal),
                Member::new("data.status", true, Form::Text),
            ],
        ),
    ),
];
/// Bodies that are received inside of members of any JSON.
#[cfg(feature = "dictionary")]
pub const PARTS: &[Body] = &[
    Body::received::<
        types::BpjsDetails,
    >(
        "BpjsDetails",
        &[
            Member::new("alamat", false, Form::Personal),
            Member::new("detail", false, Form::List),
            Member::new("detail[].periode", false, Form::Text),
            Member::new("jumlah_peserta", false, Form::Text),
            Member::new("lembar_tagihan", false, Form::Integer),
        ],
    ),
    Body::received::<
        types::EmoneyDetails,
    >("EmoneyDetails", &[Member::new("lembar_tagihan", false, Form::Integer)]),
    Body::received::<
        types::GasDetails,
    >(
        "GasDetails",
        &[
            Member::new("alamat", false, Form::Personal),
            Member::new("detail", false, Form::List),
            Member::new("detail[].meter_akhir", false, Form::Text),
            Member::new("detail[].meter_awal", false, Form::Text),
            Member::new("detail[].periode", false, Form::Text),
            Member::new("lembar_tagihan", false, Form::Integer),
        ],
    ),
    Body::received::<
        types::HpDetails,
    >("HpDetails", &[Member::new("lembar_tagihan", false, Form::Integer)]),
    Body::received::<
        types::InternetDetails,
    >(
        "InternetDetails",
        &[
            Member::new("detail", false, Form::List),
            Member::new("detail[].admin", false, Form::Amount),
            Member::new("detail[].nilai_tagihan", false, Form::Amount),
            Member::new("detail[].periode", false, Form::Text),
            Member::new("lembar_tagihan", false, Form::Integer),
        ],
    ),
    Body::received::<
        types::KirimUangDetails,
    >("KirimUangDetails", &[Member::new("lembar_tagihan", false, Form::Integer)]),
    Body::received::<
        types::MultifinanceDetails,
    >(
        "MultifinanceDetails",
        &[
            Member::new("detail", false, Form::List),
            Member::new("detail[].biaya_lain", false, Form::Amount),
            Member::new("detail[].denda", false, Form::Amount),
            Member::new("detail[].periode", false, Form::Text),
            Member::new("item_name", false, Form::Text),
            Member::new("lembar_tagihan", false, Form::Integer),
            Member::new("no_pol", false, Form::Personal),
            Member::new("no_rangka", false, Form::Personal),
            Member::new("tenor", false, Form::Text),
        ],
    ),
    Body::received::<
        types::PbbDetails,
    >(
        "PbbDetails",
        &[
            Member::new("alamat", false, Form::Personal),
            Member::new("kab_kota", false, Form::Text),
            Member::new("kecamatan", false, Form::Personal),
            Member::new("kelurahan", false, Form::Personal),
            Member::new("kode_kab_kota", false, Form::Text),
            Member::new("lembar_tagihan", false, Form::Integer),
            Member::new("luas_gedung", false, Form::Text),
            Member::new("luas_tanah", false, Form::Text),
            Member::new("tahun_pajak", false, Form::Text),
        ],
    ),
    Body::received::<
        types::PdamDetails,
    >(
        "PdamDetails",
        &[
            Member::new("alamat", false, Form::Personal),
            Member::new("detail", false, Form::List),
            Member::new("detail[].biaya_lain", false, Form::Amount),
            Member::new("detail[].denda", false, Form::Amount),
            Member::new("detail[].meter_akhir", false, Form::Text),
            Member::new("detail[].meter_awal", false, Form::Text),
            Member::new("detail[].nilai_tagihan", false, Form::Amount),
            Member::new("detail[].periode", false, Form::Text),
            Member::new("jatuh_tempo", false, Form::Text),
            Member::new("lembar_tagihan", false, Form::Integer),
            Member::new("tarif", false, Form::Text),
        ],
    ),
    Body::received::<
        types::PlnDetails,
    >(
        "PlnDetails",
        &[
            Member::new("daya", false, Form::Integer),
            Member::new("detail", false, Form::List),
            Member::new("detail[].admin", false, Form::Amount),
            Member::new("detail[].denda", false, Form::Amount),
            Member::new("detail[].meter_akhir", false, Form::Text),
            Member::new("detail[].meter_awal", false, Form::Text),
            Member::new("detail[].nilai_tagihan", false, Form::Amount),
            Member::new("detail[].periode", false, Form::Text),
            Member::new("lembar_tagihan", false, Form::Integer),
            Member::new("tarif", false, Form::Text),
        ],
    ),
    Body::received::<
        types::PlnNontaglisDetails,
    >(
        "PlnNontaglisDetails",
        &[
            Member::new("lembar_tagihan", false, Form::Integer),
            Member::new("no_registrasi", false, Form::Personal),
            Member::new("tanggal_registrasi", false, Form::Text),
            Member::new("transaksi", false, Form::Text),
        ],
    ),
    Body::received::<
        types::PostpaidItem,
    >(
        "PostpaidItem",
        &[
            Member::new("admin", false, Form::Amount),
            Member::new("base_commission", false, Form::Amount),
            Member::new("brand", false, Form::Text),
            Member::new("category", false, Form::Text),
            Member::new("code", true, Form::Text),
            Member::new("commission", false, Form::Amount),
            Member::new("desc", false, Form::Text),
            Member::new("name", false, Form::Text),
            Member::new("status", false, Form::Boolean),
        ],
    ),
    Body::received::<
        types::PrepaidItem,
    >(
        "PrepaidItem",
        &[
            Member::new("brand", false, Form::Text),
            Member::new("category", false, Form::Text),
            Member::new("code", true, Form::Text),
            Member::new("desc", false, Form::Text),
            Member::new("end_cut_off", false, Form::Text),
            Member::new("multi", false, Form::Boolean),
            Member::new("name", false, Form::Text),
            Member::new("price", true, Form::Amount),
            Member::new("start_cut_off", false, Form::Text),
            Member::new("status", false, Form::Boolean),
            Member::new("stock", false, Form::Integer),
            Member::new("type", false, Form::Text),
            Member::new("unlimited_stock", false, Form::Any),
        ],
    ),
    Body::received::<
        types::SamsatDetails,
    >(
        "SamsatDetails",
        &[
            Member::new("alamat", false, Form::Personal),
            Member::new("biaya_admin_stnk", false, Form::Amount),
            Member::new("biaya_admin_tnkb", false, Form::Amount),
            Member::new("biaya_denda_bbn", false, Form::Amount),
            Member::new("biaya_denda_pkb", false, Form::Amount),
            Member::new("biaya_denda_swd", false, Form::Amount),
            Member::new("biaya_pajak_progresif", false, Form::Amount),
            Member::new("biaya_parkir_pokok", false, Form::Amount),
            Member::new("biaya_pokok_bbn", false, Form::Amount),
            Member::new("biaya_pokok_pkb", false, Form::Amount),
            Member::new("biaya_pokok_swd", false, Form::Amount),
            Member::new("biaya_tnkb", false, Form::Amount),
            Member::new("lembar_tagihan", false, Form::Integer),
            Member::new("merek_kb", false, Form::Text),
            Member::new("milik_kenama", false, Form::Text),
            Member::new("model_kb", false, Form::Text),
            Member::new("nomor_identitas", false, Form::Personal),
            Member::new("nomor_mesin", false, Form::Personal),
            Member::new("nomor_polisi", false, Form::Personal),
            Member::new("nomor_rangka", false, Form::Personal),
            Member::new("tahun_buatan", false, Form::Text),
            Member::new("tgl_akhir_pajak_baru", false, Form::Text),
        ],
    ),
    Body::received::<
        types::TvDetails,
    >(
        "TvDetails",
        &[
            Member::new("detail", false, Form::List),
            Member::new("detail[].nilai_tagihan", false, Form::Amount),
            Member::new("detail[].no_ref", false, Form::Text),
            Member::new("detail[].periode", false, Form::Text),
            Member::new("lembar_tagihan", false, Form::Integer),
        ],
    ),
];
/// The body of a refusal.
#[cfg(feature = "dictionary")]
pub const REFUSAL: Body = Body::received::<
    types::Error,
>(
    "Error",
    &[
        Member::new("data", true, Form::Object),
        Member::new("data.code", false, Form::Text),
        Member::new("data.customer_no", false, Form::Personal).decides(),
        Member::new("data.message", false, Form::Text),
        Member::new("data.rc", false, Form::Text).decides(),
        Member::new("data.ref_id", false, Form::Text).decides(),
        Member::new("data.status", false, Form::Text).decides(),
    ],
);
