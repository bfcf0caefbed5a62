// Generated from specs/*/callbacks.toml by `cargo xtask regen`. Do not edit.

use crate::kind::Kind;
/// Every kind of callback, by provider; the first of a status is the one that is meant by the status alone.
pub(crate) const KINDS: &[Kind] = &[
    Kind {
        provider: "ciputra",
        event: "paid",
        status: "paid",
        text: "The order is paid.",
        of: "",
        channel: &["/data/payment_channel"],
        reference: &["/data/external_id"],
        amount: &["/data/amount"],
        id: &["/data/order_id"],
        new_id: &[],
        says: &["/data/status"],
        times: &["/data/transaction_time", "/data/created_time", "/data/expired_time"],
        token: &[],
        body: r##"{
  "code": "00",
  "data": {
    "action": "charge",
    "amount": 150000,
    "broker_id": 7,
    "broker_name": "Sample Broker",
    "callback_url": "https://shop.example/callbacks",
    "created_time": "2021-12-01 10:00:00",
    "credit_card_number": "",
    "description": {
      "text_1": "Invoice 7",
      "text_2": "",
      "text_3": ""
    },
    "expired_time": "2021-12-31 23:59:59",
    "external_id": "order-1001",
    "month_end": "",
    "name": "Sample Customer",
    "order_id": "TE202100000042",
    "payment_channel": "bca",
    "phone": "080000000001",
    "reference_number": "",
    "remark": "",
    "status": "paid",
    "transaction_time": "2021-12-01 10:05:00",
    "virtual_account": "8800000000000001",
    "year_end": ""
  },
  "message": "Success",
  "status": true
}"##,
    },
    Kind {
        provider: "ciputra",
        event: "paid-bare",
        status: "paid",
        text: "The order is paid, told without the envelope.",
        of: "",
        channel: &["/payment_channel"],
        reference: &["/external_id"],
        amount: &["/amount"],
        id: &["/order_id"],
        new_id: &[],
        says: &["/status"],
        times: &["/transaction_time", "/created_time", "/expired_time"],
        token: &[],
        body: r##"{
  "action": "charge",
  "amount": 150000,
  "broker_id": 7,
  "broker_name": "Sample Broker",
  "callback_url": "https://shop.example/callbacks",
  "created_time": "2021-12-01 10:00:00",
  "credit_card_number": "",
  "description": {
    "text_1": "Invoice 7",
    "text_2": "",
    "text_3": ""
  },
  "expired_time": "2021-12-31 23:59:59",
  "external_id": "order-1001",
  "month_end": "",
  "name": "Sample Customer",
  "order_id": "TE202100000042",
  "payment_channel": "bca",
  "phone": "080000000001",
  "reference_number": "",
  "remark": "",
  "status": "paid",
  "transaction_time": "2021-12-01 10:05:00",
  "virtual_account": "8800000000000001",
  "year_end": ""
}"##,
    },
    Kind {
        provider: "ciputra",
        event: "failed",
        status: "failed",
        text: "The order failed.",
        of: "",
        channel: &["/data/payment_channel"],
        reference: &["/data/external_id"],
        amount: &["/data/amount"],
        id: &["/data/order_id"],
        new_id: &[],
        says: &["/data/status"],
        times: &["/data/created_time", "/data/expired_time"],
        token: &[],
        body: r##"{
  "code": "00",
  "data": {
    "action": "charge",
    "amount": 150000,
    "broker_id": 7,
    "broker_name": "Sample Broker",
    "callback_url": "https://shop.example/callbacks",
    "created_time": "2021-12-01 10:00:00",
    "credit_card_number": "",
    "description": {
      "text_1": "Invoice 7",
      "text_2": "",
      "text_3": ""
    },
    "expired_time": "2021-12-31 23:59:59",
    "external_id": "order-1001",
    "month_end": "",
    "name": "Sample Customer",
    "order_id": "TE202100000042",
    "payment_channel": "bca",
    "phone": "080000000001",
    "reference_number": "",
    "remark": "",
    "status": "failed",
    "transaction_time": "",
    "virtual_account": "8800000000000001",
    "year_end": ""
  },
  "message": "Success",
  "status": true
}"##,
    },
    Kind {
        provider: "ciputra",
        event: "expired",
        status: "expired",
        text: "Nobody paid in time.",
        of: "",
        channel: &["/data/payment_channel"],
        reference: &["/data/external_id"],
        amount: &["/data/amount"],
        id: &["/data/order_id"],
        new_id: &[],
        says: &["/data/status"],
        times: &["/data/expired_time", "/data/created_time"],
        token: &[],
        body: r##"{
  "code": "00",
  "data": {
    "action": "charge",
    "amount": 150000,
    "broker_id": 7,
    "broker_name": "Sample Broker",
    "callback_url": "https://shop.example/callbacks",
    "created_time": "2021-12-01 10:00:00",
    "credit_card_number": "",
    "description": {
      "text_1": "Invoice 7",
      "text_2": "",
      "text_3": ""
    },
    "expired_time": "2021-12-31 23:59:59",
    "external_id": "order-1001",
    "month_end": "",
    "name": "Sample Customer",
    "order_id": "TE202100000042",
    "payment_channel": "bca",
    "phone": "080000000001",
    "reference_number": "",
    "remark": "",
    "status": "expired",
    "transaction_time": "",
    "virtual_account": "8800000000000001",
    "year_end": ""
  },
  "message": "Success",
  "status": true
}"##,
    },
    Kind {
        provider: "ciputra",
        event: "cancelled",
        status: "cancelled",
        text: "The merchant called the order off.",
        of: "",
        channel: &["/data/payment_channel"],
        reference: &["/data/external_id"],
        amount: &["/data/amount"],
        id: &["/data/order_id"],
        new_id: &[],
        says: &["/data/status"],
        times: &["/data/created_time", "/data/expired_time"],
        token: &[],
        body: r##"{
  "code": "00",
  "data": {
    "action": "charge",
    "amount": 150000,
    "broker_id": 7,
    "broker_name": "Sample Broker",
    "callback_url": "https://shop.example/callbacks",
    "created_time": "2021-12-01 10:00:00",
    "credit_card_number": "",
    "description": {
      "text_1": "Invoice 7",
      "text_2": "",
      "text_3": ""
    },
    "expired_time": "2021-12-31 23:59:59",
    "external_id": "order-1001",
    "month_end": "",
    "name": "Sample Customer",
    "order_id": "TE202100000042",
    "payment_channel": "bca",
    "phone": "080000000001",
    "reference_number": "",
    "remark": "",
    "status": "cancel",
    "transaction_time": "",
    "virtual_account": "8800000000000001",
    "year_end": ""
  },
  "message": "Success",
  "status": true
}"##,
    },
    Kind {
        provider: "digiswitch",
        event: "paid",
        status: "paid",
        text: "The bill is paid.",
        of: "",
        channel: &["/data/code"],
        reference: &["/data/ref_id"],
        amount: &["/data/selling_price"],
        id: &[],
        new_id: &[],
        says: &["/data/status", "/data/rc"],
        times: &[],
        token: &[],
        body: r##"{
  "data": {
    "admin": 2500,
    "balance": 100000,
    "code": "pln",
    "customer_no": "530000000001",
    "desc": {
      "daya": 1300,
      "detail": [
        {
          "admin": "2500",
          "denda": "500",
          "meter_akhir": "00090000",
          "meter_awal": "00080000",
          "nilai_tagihan": "8000",
          "periode": "201901"
        }
      ],
      "lembar_tagihan": 1,
      "tarif": "R1"
    },
    "message": "Transaksi Sukses",
    "name": "Nama Pelanggan Pertama",
    "price": 10000,
    "rc": "00",
    "ref_id": "order-1001",
    "selling_price": 11000,
    "sn": "",
    "status": "Sukses"
  }
}"##,
    },
    Kind {
        provider: "digiswitch",
        event: "failed",
        status: "failed",
        text: "The payment of the bill failed.",
        of: "",
        channel: &["/data/code"],
        reference: &["/data/ref_id"],
        amount: &[],
        id: &[],
        new_id: &[],
        says: &["/data/status", "/data/rc"],
        times: &[],
        token: &[],
        body: r##"{
  "data": {
    "code": "pln",
    "customer_no": "630000000006",
    "message": "Transaksi Gagal",
    "rc": "02",
    "ref_id": "order-1001",
    "status": "Gagal"
  }
}"##,
    },
    Kind {
        provider: "digiswitch",
        event: "refunded",
        status: "refunded",
        text: "A payment that had succeeded was given back.",
        of: "",
        channel: &["/data/code"],
        reference: &["/data/ref_id"],
        amount: &[],
        id: &[],
        new_id: &[],
        says: &["/data/status", "/data/rc"],
        times: &[],
        token: &[],
        body: r##"{
  "data": {
    "code": "pln",
    "customer_no": "530000000001",
    "message": "Transaksi direfund",
    "rc": "74",
    "ref_id": "order-1001",
    "status": "Gagal"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "paid-outlet",
        status: "paid",
        text: "A payment at a retail outlet is paid.",
        of: "retail_outlet",
        channel: &["/data/attributes/paymentMethod/instructions/retailOutletName"],
        reference: &[
            "/data/attributes/referenceId",
            "/data/attributes/paymentMethod/referenceId",
        ],
        amount: &["/data/attributes/amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/data/attributes/status", "/data/attributes/paymentMethod/type"],
        times: &["/data/attributes/createdAt", "/data/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "data": {
    "attributes": {
      "amount": "100000.0",
      "createdAt": "2020-10-19T09:12:48+07:00",
      "currency": "IDR",
      "description": null,
      "expiredAt": "2020-10-20T02:12:48Z",
      "fees": "4400.0",
      "paymentMethod": {
        "id": "871767762ccded4a92461ac0d3376c1e",
        "instructions": {
          "displayName": "Nama Tampilan",
          "paymentCode": "8887322",
          "retailOutletName": "ALFAMART"
        },
        "referenceId": "ORDER_0001",
        "type": "retail_outlet"
      },
      "referenceId": "ORDER_0001",
      "status": "paid"
    },
    "id": "contract_ea9c4b10df49446eafd4fb3f25a713bd",
    "type": "payment"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "paid-va",
        status: "paid",
        text: "A payment to a virtual account is paid.",
        of: "virtual_bank_account",
        channel: &["/data/attributes/paymentMethod/instructions/bankShortCode"],
        reference: &[
            "/data/attributes/referenceId",
            "/data/attributes/paymentMethod/referenceId",
        ],
        amount: &["/data/attributes/amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/data/attributes/status", "/data/attributes/paymentMethod/type"],
        times: &["/data/attributes/createdAt", "/data/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "data": {
    "attributes": {
      "amount": "250000.0",
      "createdAt": "2030-01-01T10:00:00+07:00",
      "currency": "IDR",
      "description": null,
      "expiredAt": "2030-01-02T10:00:00+07:00",
      "fees": "3663.0",
      "paymentMethod": {
        "id": "va_0001",
        "instructions": {
          "accountNo": "8848095700000001",
          "bankShortCode": "BNI",
          "displayName": "IKN-Toko Satu"
        },
        "referenceId": "INV-1002",
        "type": "virtual_bank_account"
      },
      "referenceId": "INV-1002",
      "status": "paid"
    },
    "id": "contract_00000000000000000000000000000002",
    "type": "payment"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "paid-qris",
        status: "paid",
        text: "A payment by QRIS is paid.",
        of: "qris",
        channel: &[],
        reference: &[
            "/data/attributes/referenceId",
            "/data/attributes/paymentMethod/referenceId",
        ],
        amount: &["/data/attributes/amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/data/attributes/status", "/data/attributes/paymentMethod/type"],
        times: &["/data/attributes/createdAt", "/data/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "data": {
    "attributes": {
      "amount": "15000.0",
      "createdAt": "2030-01-01T10:00:00+07:00",
      "currency": "IDR",
      "description": null,
      "expiredAt": "2030-01-02T10:00:00+07:00",
      "fees": "116.55",
      "paymentMethod": {
        "id": "qr_0003",
        "instructions": {
          "displayName": "Toko Satu",
          "imageUrl": "https://qr.example/INV-1003.png"
        },
        "referenceId": "INV-1003",
        "type": "qris"
      },
      "referenceId": "INV-1003",
      "status": "paid"
    },
    "id": "contract_00000000000000000000000000000003",
    "type": "payment"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "paid-ewallet",
        status: "paid",
        text: "A payment from a ShopeePay wallet is paid.",
        of: "e-wallet:SHOPEEPAY",
        channel: &[],
        reference: &[
            "/data/attributes/referenceId",
            "/data/attributes/paymentMethod/referenceId",
        ],
        amount: &["/data/attributes/amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/data/attributes/status", "/data/attributes/paymentMethod/type"],
        times: &["/data/attributes/createdAt", "/data/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "data": {
    "attributes": {
      "amount": "15000.0",
      "createdAt": "2030-01-01T10:00:00+07:00",
      "currency": "IDR",
      "description": null,
      "expiredAt": "2030-01-02T10:00:00+07:00",
      "fees": "249.75",
      "paymentMethod": {
        "id": "shopeepay_0004",
        "referenceId": "INV-1004",
        "settlement": {
          "afterSettlementUrl": "https://shop.example/return",
          "httpUrl": "https://pay.example/INV-1004",
          "mobileUrl": "shopeeid://main?order=INV-1004"
        },
        "type": "e-wallet"
      },
      "referenceId": "INV-1004",
      "status": "paid"
    },
    "id": "contract_00000000000000000000000000000004",
    "type": "payment"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "settled-outlet",
        status: "settled",
        text: "The money of a payment at a retail outlet can be used.",
        of: "retail_outlet",
        channel: &["/data/attributes/paymentMethod/instructions/retailOutletName"],
        reference: &[
            "/data/attributes/referenceId",
            "/data/attributes/paymentMethod/referenceId",
        ],
        amount: &["/data/attributes/amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/data/attributes/status", "/data/attributes/paymentMethod/type"],
        times: &["/data/attributes/createdAt", "/data/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "data": {
    "attributes": {
      "amount": "100000.0",
      "createdAt": "2020-10-19T09:12:48+07:00",
      "currency": "IDR",
      "description": null,
      "expiredAt": "2020-10-20T02:12:48Z",
      "fees": "4400.0",
      "paymentMethod": {
        "id": "871767762ccded4a92461ac0d3376c1e",
        "instructions": {
          "displayName": "Nama Tampilan",
          "paymentCode": "8887322",
          "retailOutletName": "ALFAMART"
        },
        "referenceId": "ORDER_0001",
        "type": "retail_outlet"
      },
      "referenceId": "ORDER_0001",
      "status": "completed"
    },
    "id": "contract_ea9c4b10df49446eafd4fb3f25a713bd",
    "type": "payment"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "settled-va",
        status: "settled",
        text: "The money of a payment to a virtual account can be used.",
        of: "virtual_bank_account",
        channel: &["/data/attributes/paymentMethod/instructions/bankShortCode"],
        reference: &[
            "/data/attributes/referenceId",
            "/data/attributes/paymentMethod/referenceId",
        ],
        amount: &["/data/attributes/amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/data/attributes/status", "/data/attributes/paymentMethod/type"],
        times: &["/data/attributes/createdAt", "/data/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "data": {
    "attributes": {
      "amount": "250000.0",
      "createdAt": "2030-01-01T10:00:00+07:00",
      "currency": "IDR",
      "description": null,
      "expiredAt": "2030-01-02T10:00:00+07:00",
      "fees": "3663.0",
      "paymentMethod": {
        "id": "va_0001",
        "instructions": {
          "accountNo": "8848095700000001",
          "bankShortCode": "BNI",
          "displayName": "IKN-Toko Satu"
        },
        "referenceId": "INV-1002",
        "type": "virtual_bank_account"
      },
      "referenceId": "INV-1002",
      "status": "completed"
    },
    "id": "contract_00000000000000000000000000000002",
    "type": "payment"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "settled-qris",
        status: "settled",
        text: "The money of a payment by QRIS can be used.",
        of: "qris",
        channel: &[],
        reference: &[
            "/data/attributes/referenceId",
            "/data/attributes/paymentMethod/referenceId",
        ],
        amount: &["/data/attributes/amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/data/attributes/status", "/data/attributes/paymentMethod/type"],
        times: &["/data/attributes/createdAt", "/data/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "data": {
    "attributes": {
      "amount": "15000.0",
      "createdAt": "2030-01-01T10:00:00+07:00",
      "currency": "IDR",
      "description": null,
      "expiredAt": "2030-01-02T10:00:00+07:00",
      "fees": "116.55",
      "paymentMethod": {
        "id": "qr_0003",
        "instructions": {
          "displayName": "Toko Satu",
          "imageUrl": "https://qr.example/INV-1003.png"
        },
        "referenceId": "INV-1003",
        "type": "qris"
      },
      "referenceId": "INV-1003",
      "status": "completed"
    },
    "id": "contract_00000000000000000000000000000003",
    "type": "payment"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "settled-ewallet",
        status: "settled",
        text: "The money of a payment from a ShopeePay wallet can be used.",
        of: "e-wallet:SHOPEEPAY",
        channel: &[],
        reference: &[
            "/data/attributes/referenceId",
            "/data/attributes/paymentMethod/referenceId",
        ],
        amount: &["/data/attributes/amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/data/attributes/status", "/data/attributes/paymentMethod/type"],
        times: &["/data/attributes/createdAt", "/data/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "data": {
    "attributes": {
      "amount": "15000.0",
      "createdAt": "2030-01-01T10:00:00+07:00",
      "currency": "IDR",
      "description": null,
      "expiredAt": "2030-01-02T10:00:00+07:00",
      "fees": "249.75",
      "paymentMethod": {
        "id": "shopeepay_0004",
        "referenceId": "INV-1004",
        "settlement": {
          "afterSettlementUrl": "https://shop.example/return",
          "httpUrl": "https://pay.example/INV-1004",
          "mobileUrl": "shopeeid://main?order=INV-1004"
        },
        "type": "e-wallet"
      },
      "referenceId": "INV-1004",
      "status": "completed"
    },
    "id": "contract_00000000000000000000000000000004",
    "type": "payment"
  }
}"##,
    },
    Kind {
        provider: "fazz",
        event: "settled-bare",
        status: "settled",
        text: "The money of a payment at a retail outlet can be used, told without the wrapper.",
        of: "retail_outlet",
        channel: &["/attributes/paymentMethod/instructions/retailOutletName"],
        reference: &["/attributes/referenceId", "/attributes/paymentMethod/referenceId"],
        amount: &["/attributes/amount"],
        id: &["/id"],
        new_id: &[],
        says: &["/attributes/status", "/attributes/paymentMethod/type"],
        times: &["/attributes/createdAt", "/attributes/expiredAt"],
        token: &[],
        body: r##"{
  "attributes": {
    "amount": "100000.0",
    "createdAt": "2020-10-19T09:12:48+07:00",
    "currency": "IDR",
    "description": null,
    "expiredAt": "2020-10-20T02:12:48Z",
    "fees": "4400.0",
    "paymentMethod": {
      "id": "871767762ccded4a92461ac0d3376c1e",
      "instructions": {
        "displayName": "Nama Tampilan",
        "paymentCode": "8887322",
        "retailOutletName": "ALFAMART"
      },
      "referenceId": "ORDER_0001",
      "type": "retail_outlet"
    },
    "referenceId": "ORDER_0001",
    "status": "completed"
  },
  "id": "contract_ea9c4b10df49446eafd4fb3f25a713bd",
  "type": "payment"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "paid-ovo",
        status: "paid",
        text: "An OVO payment is paid.",
        of: "OVO",
        channel: &[],
        reference: &["/external_id"],
        amount: &["/amount"],
        id: &["/id"],
        new_id: &[],
        says: &["/ewallet_type", "/status"],
        times: &["/created"],
        token: &[],
        body: r##"{
  "amount": 20000,
  "business_id": "5850eteStin791bd40096364",
  "created": "2019-11-01T12:34:56.007Z",
  "event": "ewallet.payment",
  "ewallet_type": "OVO",
  "external_id": "ECLrAZPq8F6",
  "id": "6bb25ae6-cf57-437a-9b36-7ad2ee17b727",
  "phone": "081234567890",
  "status": "COMPLETED"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "failed-ovo",
        status: "failed",
        text: "The customer declined an OVO payment.",
        of: "OVO",
        channel: &[],
        reference: &["/external_id"],
        amount: &["/amount"],
        id: &["/id"],
        new_id: &[],
        says: &["/ewallet_type", "/status"],
        times: &[],
        token: &[],
        body: r##"{
  "amount": 20000,
  "business_id": "5850eteStin791bd40096364",
  "event": "ewallet.payment",
  "ewallet_type": "OVO",
  "external_id": "ECLrAZPq8F6",
  "failure_code": "USER_DECLINED_THE_TRANSACTION",
  "id": "6bb25ae6-cf57-437a-9b36-7ad2ee17b727",
  "phone": "081234567890",
  "status": "FAILED"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "paid-dana",
        status: "paid",
        text: "A DANA payment is paid.",
        of: "DANA",
        channel: &[],
        reference: &["/external_id"],
        amount: &["/amount"],
        id: &[],
        new_id: &[],
        says: &["/ewallet_type", "/payment_status"],
        times: &["/transaction_date"],
        token: &["/callback_authentication_token"],
        body: r##"{
  "amount": 1001,
  "business_id": "5850eteStin791bd40096364",
  "callback_authentication_token": "sample-token-id==",
  "ewallet_type": "DANA",
  "external_id": "dana-ewallet",
  "payment_status": "PAID",
  "transaction_date": "2020-03-20T04:54:10+07:00"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "expired-dana",
        status: "expired",
        text: "Nobody paid a DANA payment in time.",
        of: "DANA",
        channel: &[],
        reference: &["/external_id"],
        amount: &["/amount"],
        id: &[],
        new_id: &[],
        says: &["/ewallet_type", "/payment_status"],
        times: &["/transaction_date"],
        token: &["/callback_authentication_token"],
        body: r##"{
  "amount": 1001,
  "business_id": "5850eteStin791bd40096364",
  "callback_authentication_token": "sample-token-id==",
  "ewallet_type": "DANA",
  "external_id": "dana-ewallet",
  "payment_status": "EXPIRED",
  "transaction_date": "2020-03-20T04:54:10+07:00"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "paid-linkaja",
        status: "paid",
        text: "A LinkAja payment is paid.",
        of: "LINKAJA",
        channel: &[],
        reference: &["/external_id"],
        amount: &["/amount"],
        id: &[],
        new_id: &[],
        says: &["/ewallet_type", "/status"],
        times: &[],
        token: &["/callback_authentication_token"],
        body: r##"{
  "amount": 300000,
  "callback_authentication_token": "sample-token-id==",
  "ewallet_type": "LINKAJA",
  "external_id": "linkaja-ewallet",
  "items": [
    {
      "id": "123123",
      "name": "Phone Case",
      "price": 100000,
      "quantity": 1
    },
    {
      "id": "345678",
      "name": "Powerbank",
      "price": 200000,
      "quantity": 1
    }
  ],
  "status": "SUCCESS_COMPLETED"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "failed-linkaja",
        status: "failed",
        text: "A LinkAja payment failed.",
        of: "LINKAJA",
        channel: &[],
        reference: &["/external_id"],
        amount: &["/amount"],
        id: &[],
        new_id: &[],
        says: &["/ewallet_type", "/status"],
        times: &[],
        token: &["/callback_authentication_token"],
        body: r##"{
  "amount": 300000,
  "callback_authentication_token": "sample-token-id==",
  "ewallet_type": "LINKAJA",
  "external_id": "linkaja-ewallet",
  "items": [
    {
      "id": "123123",
      "name": "Phone Case",
      "price": 100000,
      "quantity": 1
    },
    {
      "id": "345678",
      "name": "Powerbank",
      "price": 200000,
      "quantity": 1
    }
  ],
  "status": "FAILED"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "paid-charge",
        status: "paid",
        text: "A charge, here of ShopeePay, is captured.",
        of: "ID_",
        channel: &["/data/channel_code"],
        reference: &["/data/reference_id"],
        amount: &[
            "/data/charge_amount",
            "/data/capture_amount",
            "/data/payer_charged_amount",
        ],
        id: &["/data/id"],
        new_id: &[],
        says: &["/event", "/data/status"],
        times: &["/created", "/data/created", "/data/updated"],
        token: &[],
        body: r##"{
  "api_version": null,
  "business_id": "00000000000000000000beef",
  "created": "2021-02-01T03:02:11.006Z",
  "data": {
    "actions": {
      "desktop_web_checkout_url": null,
      "mobile_deeplink_checkout_url": "https://wallet.example/app/s4",
      "mobile_web_checkout_url": null,
      "qr_checkout_string": "sample-qr-string"
    },
    "basket": null,
    "business_id": "00000000000000000000beef",
    "callback_url": "https://shop.example/callbacks",
    "capture_amount": 50000,
    "capture_now": true,
    "channel_code": "ID_SHOPEEPAY",
    "channel_properties": {
      "cancel_redirect_url": "https://shop.example/cancelled",
      "success_redirect_url": "https://shop.example/paid"
    },
    "charge_amount": 50000,
    "checkout_method": "ONE_TIME_PAYMENT",
    "created": "2021-02-01T03:00:00.123Z",
    "currency": "IDR",
    "customer_id": null,
    "failure_code": null,
    "id": "ewc_00000000-0000-4000-8000-000000000004",
    "is_redirect_required": true,
    "metadata": null,
    "payer_charged_amount": 50000,
    "payer_charged_currency": "IDR",
    "payment_method_id": null,
    "reference_id": "order-1004",
    "refunded_amount": null,
    "status": "SUCCEEDED",
    "updated": "2021-02-01T03:02:10.5Z",
    "void_status": null,
    "voided_at": null
  },
  "event": "ewallet.capture"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "failed-charge",
        status: "failed",
        text: "A charge, here of OVO, failed.",
        of: "ID_",
        channel: &["/data/channel_code"],
        reference: &["/data/reference_id"],
        amount: &["/data/charge_amount"],
        id: &["/data/id"],
        new_id: &[],
        says: &["/event", "/data/status"],
        times: &["/created", "/data/created", "/data/updated"],
        token: &[],
        body: r##"{
  "business_id": "00000000000000000000beef",
  "created": "2021-02-01T03:02:11Z",
  "data": {
    "actions": null,
    "basket": null,
    "business_id": "00000000000000000000beef",
    "callback_url": "https://shop.example/callbacks",
    "capture_amount": null,
    "capture_now": true,
    "channel_code": "ID_OVO",
    "channel_properties": {
      "mobile_number": "+6280000000001"
    },
    "charge_amount": 25000,
    "checkout_method": "ONE_TIME_PAYMENT",
    "created": "2021-02-01T03:00:00.123Z",
    "currency": "IDR",
    "customer_id": null,
    "failure_code": "USER_DECLINED_PAYMENT",
    "id": "ewc_00000000-0000-4000-8000-000000000001",
    "is_redirect_required": false,
    "metadata": null,
    "payment_method_id": null,
    "reference_id": "order-1001",
    "refunded_amount": null,
    "status": "FAILED",
    "updated": "2021-02-01T03:00:00.123Z",
    "void_status": null,
    "voided_at": null
  },
  "event": "ewallet.capture"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "refunded-charge-void",
        status: "refunded",
        text: "A charge, here of ShopeePay, is given back whole on the day it was paid.",
        of: "ID_",
        channel: &["/data/channel_code"],
        reference: &["/data/reference_id"],
        amount: &[
            "/data/charge_amount",
            "/data/capture_amount",
            "/data/payer_charged_amount",
        ],
        id: &["/data/id"],
        new_id: &[],
        says: &["/event", "/data/status", "/data/void_status"],
        times: &["/created", "/data/created", "/data/updated", "/data/voided_at"],
        token: &[],
        body: r##"{
  "api_version": null,
  "business_id": "00000000000000000000beef",
  "created": "2021-02-01T03:02:11.006Z",
  "data": {
    "actions": {
      "desktop_web_checkout_url": null,
      "mobile_deeplink_checkout_url": "https://wallet.example/app/s4",
      "mobile_web_checkout_url": null,
      "qr_checkout_string": "sample-qr-string"
    },
    "basket": null,
    "business_id": "00000000000000000000beef",
    "callback_url": "https://shop.example/callbacks",
    "capture_amount": 50000,
    "capture_now": true,
    "channel_code": "ID_SHOPEEPAY",
    "channel_properties": {
      "cancel_redirect_url": "https://shop.example/cancelled",
      "success_redirect_url": "https://shop.example/paid"
    },
    "charge_amount": 50000,
    "checkout_method": "ONE_TIME_PAYMENT",
    "created": "2021-02-01T03:00:00.123Z",
    "currency": "IDR",
    "customer_id": null,
    "failure_code": null,
    "id": "ewc_00000000-0000-4000-8000-000000000004",
    "is_redirect_required": true,
    "metadata": null,
    "payer_charged_amount": 50000,
    "payer_charged_currency": "IDR",
    "payment_method_id": null,
    "reference_id": "order-1004",
    "refunded_amount": null,
    "status": "SUCCEEDED",
    "updated": "2021-02-01T05:00:00Z",
    "void_status": "SUCCEEDED",
    "voided_at": "2021-02-01T05:00:00Z"
  },
  "event": "ewallet.void"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "refunded-charge",
        status: "refunded",
        text: "A charge, here of ShopeePay, is given back whole.",
        of: "ID_",
        channel: &["/data/channel_code"],
        reference: &["/data/reference_id"],
        amount: &[
            "/data/charge_amount",
            "/data/capture_amount",
            "/data/payer_charged_amount",
            "/data/refunded_amount",
        ],
        id: &["/data/id"],
        new_id: &[],
        says: &["/event", "/data/status"],
        times: &["/created", "/data/created", "/data/updated"],
        token: &[],
        body: r##"{
  "api_version": null,
  "business_id": "00000000000000000000beef",
  "created": "2021-02-01T03:02:11.006Z",
  "data": {
    "actions": {
      "desktop_web_checkout_url": null,
      "mobile_deeplink_checkout_url": "https://wallet.example/app/s4",
      "mobile_web_checkout_url": null,
      "qr_checkout_string": "sample-qr-string"
    },
    "basket": null,
    "business_id": "00000000000000000000beef",
    "callback_url": "https://shop.example/callbacks",
    "capture_amount": 50000,
    "capture_now": true,
    "channel_code": "ID_SHOPEEPAY",
    "channel_properties": {
      "cancel_redirect_url": "https://shop.example/cancelled",
      "success_redirect_url": "https://shop.example/paid"
    },
    "charge_amount": 50000,
    "checkout_method": "ONE_TIME_PAYMENT",
    "created": "2021-02-01T03:00:00.123Z",
    "currency": "IDR",
    "customer_id": null,
    "failure_code": null,
    "id": "ewc_00000000-0000-4000-8000-000000000004",
    "is_redirect_required": true,
    "metadata": null,
    "payer_charged_amount": 50000,
    "payer_charged_currency": "IDR",
    "payment_method_id": null,
    "reference_id": "order-1004",
    "refunded_amount": 50000,
    "status": "SUCCEEDED",
    "updated": "2021-02-03T05:00:00Z",
    "void_status": null,
    "voided_at": null
  },
  "event": "ewallet.refund"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "paid-charge-partly-refunded",
        status: "paid",
        text: "A part of a charge, here of ShopeePay, is given back: it stays paid.",
        of: "ID_",
        channel: &["/data/channel_code"],
        reference: &["/data/reference_id"],
        amount: &[
            "/data/charge_amount",
            "/data/capture_amount",
            "/data/payer_charged_amount",
        ],
        id: &["/data/id"],
        new_id: &[],
        says: &["/event", "/data/status"],
        times: &["/created", "/data/created", "/data/updated"],
        token: &[],
        body: r##"{
  "api_version": null,
  "business_id": "00000000000000000000beef",
  "created": "2021-02-01T03:02:11.006Z",
  "data": {
    "actions": {
      "desktop_web_checkout_url": null,
      "mobile_deeplink_checkout_url": "https://wallet.example/app/s4",
      "mobile_web_checkout_url": null,
      "qr_checkout_string": "sample-qr-string"
    },
    "basket": null,
    "business_id": "00000000000000000000beef",
    "callback_url": "https://shop.example/callbacks",
    "capture_amount": 50000,
    "capture_now": true,
    "channel_code": "ID_SHOPEEPAY",
    "channel_properties": {
      "cancel_redirect_url": "https://shop.example/cancelled",
      "success_redirect_url": "https://shop.example/paid"
    },
    "charge_amount": 50000,
    "checkout_method": "ONE_TIME_PAYMENT",
    "created": "2021-02-01T03:00:00.123Z",
    "currency": "IDR",
    "customer_id": null,
    "failure_code": null,
    "id": "ewc_00000000-0000-4000-8000-000000000004",
    "is_redirect_required": true,
    "metadata": null,
    "payer_charged_amount": 50000,
    "payer_charged_currency": "IDR",
    "payment_method_id": null,
    "reference_id": "order-1004",
    "refunded_amount": 1000,
    "status": "SUCCEEDED",
    "updated": "2021-02-03T05:00:00Z",
    "void_status": null,
    "voided_at": null
  },
  "event": "ewallet.refund"
}"##,
    },
    Kind {
        provider: "instamoney",
        event: "refunded-by-id",
        status: "refunded",
        text: "A charge, here of ShopeePay, is given back whole, told by the provider's ids alone.",
        of: "ID_",
        channel: &["/data/channel_code"],
        reference: &[],
        amount: &["/data/capture_amount", "/data/refund_amount"],
        id: &["/data/charge_id"],
        new_id: &["/data/id"],
        says: &["/event", "/data/status"],
        times: &["/created"],
        token: &[],
        body: r##"{
  "business_id": "00000000000000000000beef",
  "created": "2021-02-03T05:00:01Z",
  "data": {
    "capture_amount": 50000,
    "channel_code": "ID_SHOPEEPAY",
    "charge_id": "ewc_00000000-0000-4000-8000-000000000004",
    "currency": "IDR",
    "failure_code": null,
    "id": "ewr_00000000-0000-4000-8000-000000000001",
    "reason": "OTHERS",
    "refund_amount": 50000,
    "status": "SUCCEEDED"
  },
  "event": "ewallet.refund"
}"##,
    },
    Kind {
        provider: "rpi",
        event: "paid",
        status: "paid",
        text: "A charge of the mandate succeeded.",
        of: "",
        channel: &[],
        reference: &["/transactionId"],
        amount: &["/details/amount"],
        id: &["/details/rpiCode"],
        new_id: &["/details/transactionId", "/referenceNumber"],
        says: &["/details/status"],
        times: &["/responseTime"],
        token: &[],
        body: r##"{
  "code": 200,
  "customerId": "SHOP01CUST001",
  "details": {
    "amount": "50000.0",
    "currency": "IDR",
    "rpiCode": "RPI00000000001",
    "status": 1,
    "transactionId": "fedcba9876543210fedcba9876543210"
  },
  "merchantCode": "SHOP01",
  "message": "ok",
  "referenceNumber": "00112233445566778899aabbccddeeff",
  "responseTime": "20300101100000",
  "transactionId": "0123456789abcdef0123456789abcdef"
}"##,
    },
    Kind {
        provider: "rpi",
        event: "failed",
        status: "failed",
        text: "A charge of the mandate failed.",
        of: "",
        channel: &[],
        reference: &["/transactionId"],
        amount: &["/details/amount"],
        id: &["/details/rpiCode"],
        new_id: &["/details/transactionId", "/referenceNumber"],
        says: &["/details/status"],
        times: &["/responseTime"],
        token: &[],
        body: r##"{
  "code": 412,
  "customerId": "SHOP01CUST001",
  "details": {
    "amount": "50000.0",
    "currency": "IDR",
    "rpiCode": "RPI00000000001",
    "status": 4,
    "transactionId": "fedcba9876543210fedcba9876543210"
  },
  "merchantCode": "SHOP01",
  "message": "ok",
  "referenceNumber": "00112233445566778899aabbccddeeff",
  "responseTime": "20300101100000",
  "transactionId": "0123456789abcdef0123456789abcdef"
}"##,
    },
    Kind {
        provider: "rpi",
        event: "pending",
        status: "pending",
        text: "A charge of the mandate is under way.",
        of: "",
        channel: &[],
        reference: &["/transactionId"],
        amount: &["/details/amount"],
        id: &["/details/rpiCode"],
        new_id: &["/details/transactionId", "/referenceNumber"],
        says: &["/details/status"],
        times: &["/responseTime"],
        token: &[],
        body: r##"{
  "code": 412,
  "customerId": "SHOP01CUST001",
  "details": {
    "amount": "50000.00",
    "currency": "IDR",
    "rpiCode": "RPI00000000001",
    "status": 0,
    "transactionId": "fedcba9876543210fedcba9876543210"
  },
  "merchantCode": "SHOP01",
  "message": "ok",
  "referenceNumber": "00112233445566778899aabbccddeeff",
  "responseTime": "20300101100000",
  "transactionId": "0123456789abcdef0123456789abcdef"
}"##,
    },
];
