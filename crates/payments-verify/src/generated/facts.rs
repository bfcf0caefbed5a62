// Generated from specs/*/evidence.toml, codes.toml and statuses.toml by `cargo xtask regen`. Do not edit.

use crate::fact::{At, Claim, Evidence, Fact};
/// Every fact of `specs/`, by provider.
pub(crate) const FACTS: &[Fact] = &[
    Fact {
        provider: "ciputra",
        id: "statuses.cancellation.cancel",
        says: "In the sample of the cancel answer.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/cancellation/cancel",
                value: Some("cancel"),
            },
        ],
        claim: Claim::Probe(&["cancel: word /data/status_payment"]),
    },
    Fact {
        provider: "ciputra",
        id: "statuses.transaction.cancel",
        says: "Assumed: the word that the cancel answer uses.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/transaction/cancel",
                value: Some("cancel"),
            },
        ],
        claim: Claim::Probe(&["cancelled: word /data/status"]),
    },
    Fact {
        provider: "ciputra",
        id: "statuses.transaction.expired",
        says: "Assumed: no document lists it.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/transaction/expired",
                value: Some("expired"),
            },
        ],
        claim: Claim::Probe(&["expired: word /data/status"]),
    },
    Fact {
        provider: "ciputra",
        id: "statuses.transaction.failed",
        says: "Assumed: no document lists it.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/transaction/failed",
                value: Some("failed"),
            },
        ],
        claim: Claim::Probe(&["failed: word /data/status"]),
    },
    Fact {
        provider: "ciputra",
        id: "statuses.transaction.paid",
        says: "In the sample of the status answer.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/transaction/paid",
                value: Some("paid"),
            },
        ],
        claim: Claim::Probe(&["paid: word /data/status"]),
    },
    Fact {
        provider: "ciputra",
        id: "statuses.transaction.pending",
        says: "Assumed: no document lists it.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/transaction/pending",
                value: Some("pending"),
            },
        ],
        claim: Claim::Probe(&["seen: word /data/status"]),
    },
    Fact {
        provider: "ciputra",
        id: "token.method",
        says: "The token call is POST.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1auth~1token/post",
                value: None,
            },
        ],
        claim: Claim::Probe(&["token: answered", "token: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "token.path",
        says: "The token call is at /auth/token.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1auth~1token/post",
                value: None,
            },
        ],
        claim: Claim::Probe(&["token: answered"]),
    },
    Fact {
        provider: "ciputra",
        id: "token.members",
        says: "api-key and api-secret of the token call; its answer, without `data`.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TokenResponse",
                value: None,
            },
        ],
        claim: Claim::Probe(&["token: reads", "token: has /access_token"]),
    },
    Fact {
        provider: "ciputra",
        id: "token.headers",
        says: "api-key and api-secret are headers.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1auth~1token/post/parameters/api-key/in",
                value: Some("header"),
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1auth~1token/post/parameters/api-secret/in",
                value: Some("header"),
            },
        ],
        claim: Claim::Probe(&["token: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "token.expires",
        says: "expires_in of the token is a Unix time in the sample, and not the end of the sample token.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TokenResponse/properties/expires_in",
                value: None,
            },
        ],
        claim: Claim::Probe(&["token: number /expires_in"]),
    },
    Fact {
        provider: "ciputra",
        id: "auth",
        says: "All other calls carry Authorization: Bearer.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/setting/api_key",
                value: None,
            },
        ],
        claim: Claim::Probe(&["made: accepted", "wrong_token: denied"]),
    },
    Fact {
        provider: "ciputra",
        id: "create",
        says: "A new order is POST /api/transaction.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1transaction/post",
                value: None,
            },
        ],
        claim: Claim::Probe(&["made: answered"]),
    },
    Fact {
        provider: "ciputra",
        id: "create.members",
        says: "Members of the request, their words, which are required.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(&["made: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "create.names",
        says: "The names email and description of the request, lost in the document's table.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionRequest/properties/email",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionRequest/properties/description",
                value: None,
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "ciputra",
        id: "create.answer",
        says: "The answer to a new order has shortlink, virtual_account_number, order_id, external_id, expired_date.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/CreatedData",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "made: reads",
                "made: has /data/order_id",
                "made: has /data/shortlink",
                "made: has /data/expired_date",
            ],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "create.account",
        says: "virtual_account_number is filled for paytype va.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/CreatedData/properties/virtual_account_number",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "made: text /data/virtual_account_number",
                "made: other /data/virtual_account_number than any_made",
            ],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "envelope",
        says: "Envelope code, status, data, message; \"00\" and true for success.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionCreated",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["token: done", "made: equals /code 00", "made: equals /status true"],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "statuses",
        says: "All answers of success are 200.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1registration~1{external_id}/get/responses/200",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1transaction/post/responses/200",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1transaction#cancel/post/responses/200",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1transaction~1{external_id}/get/responses/200",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1auth~1token/post/responses/200",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["made: status", "seen: status", "cancel: status", "token: status"],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "refusals",
        says: "A refusal is the envelope without data, in a 2xx or a 4xx.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/Refusal",
                value: None,
            },
        ],
        claim: Claim::Probe(&["half: denied", "half: lacks /data", "half: tells /code"]),
    },
    Fact {
        provider: "ciputra",
        id: "get",
        says: "The state of an order is GET /api/transaction/{external_id}.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1transaction~1{external_id}/get",
                value: None,
            },
        ],
        claim: Claim::Probe(&["seen: answered", "seen: reads"]),
    },
    Fact {
        provider: "ciputra",
        id: "cancel",
        says: "A cancellation is the same call with action cancel and external_id.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1transaction#cancel/post",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/CancelRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(&["cancel_made: done", "cancel: answered", "cancel: reads"]),
    },
    Fact {
        provider: "ciputra",
        id: "cancel.methods",
        says: "A cancellation works for every method.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/any/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bca/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bni/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:permata/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bri/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:mandiri/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/card/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:gopay/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:dana/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:indomaret/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/qris/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:cimb_niaga/operations",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:jenius/operations",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "cancel_made: done",
                "cancel_qris_made: done",
                "cancel: accepted",
                "cancel_qris: accepted",
            ],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "registration",
        says: "The state of a registration is GET /api/registration/{external_id}.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1registration~1{external_id}/get",
                value: None,
            },
        ],
        claim: Claim::Probe(&["registration_nobody: answered"]),
    },
    Fact {
        provider: "ciputra",
        id: "state",
        says: "The members of the state of an order and of a cancellation.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionData",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/CancelledData",
                value: None,
            },
        ],
        claim: Claim::Probe(&["seen: reads", "seen: number /data/amount"]),
    },
    Fact {
        provider: "ciputra",
        id: "expval",
        says: "expval is one to nine digits or a date.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionRequest/properties/expval/pattern",
                value: Some("^[0-9]{1,9}$|^\\d{4}-\\d{2}-\\d{2}$"),
            },
        ],
        claim: Claim::Probe(&["expiry_made: accepted", "until_day: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "times",
        says: "Times without zone are Jakarta time (UTC+7), as 2021-11-03 04:38:41.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionData/properties/created_time",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionData/properties/expired_time",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["seen: time /data/created_time bare", "seen: time /data/expired_time bare"],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "paid_at",
        says: "transaction_time of a paid order is the time of its payment.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "crates/payments-ciputra/src/transactions.rs",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "paid: means paid",
                "paid: time /data/transaction_time bare",
                "paid: other /data/transaction_time than seen",
            ],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "empty",
        says: "No value is an empty string.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TransactionData/properties/remark",
                value: None,
            },
        ],
        claim: Claim::Probe(&["seen: equals /data/transaction_time "]),
    },
    Fact {
        provider: "ciputra",
        id: "amounts.least",
        says: "An amount of 1 rupiah is accepted.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/any/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bca/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bni/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:permata/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bri/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:mandiri/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/card/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:gopay/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:dana/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:indomaret/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/qris/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:cimb_niaga/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:jenius/minimum",
                value: Some("1"),
            },
        ],
        claim: Claim::Probe(&["least: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "amounts.whole",
        says: "Amounts are whole rupiah.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/currency_digits",
                value: Some("0"),
            },
        ],
        claim: Claim::Probe(&["half: refused"]),
    },
    Fact {
        provider: "ciputra",
        id: "reference",
        says: "A reference has at most 64 letters, digits, - and _.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/reference/maximum_length",
                value: Some("64"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/reference/punctuation",
                value: Some("-_"),
            },
        ],
        claim: Claim::Probe(&["longest: accepted", "longest_seen: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "again",
        says: "A repeat with the same external_id may make a second order.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/any/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bca/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bni/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:permata/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bri/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:mandiri/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/card/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:gopay/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:dana/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:indomaret/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/qris/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:cimb_niaga/send_again",
                value: Some("false"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:jenius/send_again",
                value: Some("false"),
            },
        ],
        claim: Claim::NoProbe(
            "That one repeat made no second order proves nothing of the next; the step again shows what one does.",
        ),
    },
    Fact {
        provider: "ciputra",
        id: "visibility_delay",
        says: "A new order that cannot be found proves nothing for 60 seconds.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/any/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bca/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bni/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:permata/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bri/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:mandiri/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/card/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:gopay/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:dana/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:indomaret/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/qris/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:cimb_niaga/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:jenius/visibility_delay_seconds",
                value: Some("60"),
            },
        ],
        claim: Claim::Probe(&["seen: found within after made"]),
    },
    Fact {
        provider: "ciputra",
        id: "phone",
        says: "A phone number is sent as in the samples, with a 0; one of another country with its code.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/phone/form",
                value: Some("national"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/phone/foreign",
                value: Some("true"),
            },
        ],
        claim: Claim::Probe(&["made: accepted", "abroad: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "methods.pairs",
        says: "paytype and paycode go together by their labels: cc credit_card, ewallet gopay, otc alfamart, all all.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/any",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/card",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:gopay",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "any_made: accepted",
                "card_made: accepted",
                "wallet_made: accepted",
                "outlet_made: accepted",
            ],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "methods.banking",
        says: "cimb_niaga and jenius are internet banking.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:cimb_niaga",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/internet_banking:jenius",
                value: None,
            },
        ],
        claim: Claim::Probe(&["cimb_made: accepted", "jenius_made: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "methods.qris",
        says: "QRIS is asked with paycode all; qris is a paytype.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/qris",
                value: None,
            },
        ],
        claim: Claim::Probe(&["qris_made: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "redirect",
        says: "The page to return to goes into redirect_url, and not back_url. A setting.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "crates/payments-ciputra/src/config.rs",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::NoProbe(
            "Where a browser goes after the payment is seen by a person only, on the customer's page.",
        ),
    },
    Fact {
        provider: "ciputra",
        id: "forms",
        says: "The server takes form data as well as JSON.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/setting/body_format",
                value: None,
            },
        ],
        claim: Claim::Probe(&["as_form: accepted"]),
    },
    Fact {
        provider: "ciputra",
        id: "callbacks",
        says: "A callback is a POST of JSON to callback_url: the state of an order, with or without envelope.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/x-callbacks",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid-bare",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Enveloped paid"]),
    },
    Fact {
        provider: "ciputra",
        id: "callbacks.states",
        says: "A callback tells that an order is paid, failed, expired or cancelled; the words are those of the state of an order.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/failed",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/expired",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/cancelled",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "callback: Enveloped failed",
                "callback: Enveloped expired",
                "callback: Enveloped cancelled",
            ],
        ),
    },
    Fact {
        provider: "ciputra",
        id: "callbacks.unproved",
        says: "Nothing proves the sender of a callback.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/proof",
                value: Some("none"),
            },
        ],
        claim: Claim::Probe(&["callback: unproved"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.03",
        says: "The transaction is pending.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/03",
                value: Some("03"),
            },
        ],
        claim: Claim::Probe(&["pending: word /data/rc"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.99",
        says: "The router has a fault; the transaction is pending.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/99",
                value: Some("99"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.01",
        says: "The transaction timed out.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/01",
                value: Some("01"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.70",
        says: "The biller timed out.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/70",
                value: Some("70"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.49",
        says: "The ref_id is not unique.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/49",
                value: Some("49"),
            },
        ],
        claim: Claim::Probe(&["other_customer: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.02",
        says: "The transaction failed.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/02",
                value: Some("02"),
            },
        ],
        claim: Claim::Probe(&["fails: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.51",
        says: "The customer number is blocked.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/51",
                value: Some("51"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.52",
        says: "The prefix of the number does not fit the operator.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/52",
                value: Some("52"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.53",
        says: "The seller does not have the product at present.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/53",
                value: Some("53"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.54",
        says: "The customer number is wrong.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/54",
                value: Some("54"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.55",
        says: "The product is disrupted.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/55",
                value: Some("55"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.57",
        says: "The number of digits of the customer number is wrong.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/57",
                value: Some("57"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.58",
        says: "The product is in its daily cut-off.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/58",
                value: Some("58"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.59",
        says: "The number is outside of the product's region.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/59",
                value: Some("59"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.60",
        says: "There is no bill to pay, or it is paid already.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/60",
                value: Some("60"),
            },
        ],
        claim: Claim::Probe(&["no_bill: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.71",
        says: "The product is unstable.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/71",
                value: Some("71"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.72",
        says: "The customer must first give up another package.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/72",
                value: Some("72"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.73",
        says: "The meter's limit of energy is exceeded.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/73",
                value: Some("73"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.74",
        says: "The transaction was given back.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/74",
                value: Some("74"),
            },
        ],
        claim: Claim::NoProbe(
            "Nothing that a merchant sends makes the provider give a payment back.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.84",
        says: "The amount is not valid.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/84",
                value: Some("84"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.50",
        says: "There is no such transaction.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/50",
                value: Some("50"),
            },
        ],
        claim: Claim::Probe(&["nobody: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.85",
        says: "Too many transactions.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/85",
                value: Some("85"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a flood of requests, which is no way to treat a provider; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.86",
        says: "Too many checks of PLN numbers.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/86",
                value: Some("86"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a flood of requests, which is no way to treat a provider; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.40",
        says: "The request is malformed.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/40",
                value: Some("40"),
            },
        ],
        claim: Claim::Probe(&["no_customer: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.41",
        says: "The signature is wrong, or the key is that of the other mode.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/41",
                value: Some("41"),
            },
        ],
        claim: Claim::Probe(&["wrong_sign: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.42",
        says: "The user name is wrong.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/42",
                value: Some("42"),
            },
        ],
        claim: Claim::Probe(&["wrong_user: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.43",
        says: "The product does not exist or is not active.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/43",
                value: Some("43"),
            },
        ],
        claim: Claim::Probe(&["no_product: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.44",
        says: "The deposit is too low.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/44",
                value: Some("44"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account that lacks something, and then nothing else can be looked at; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.45",
        says: "The request comes from an address that is not registered.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/45",
                value: Some("45"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account that lacks something, and then nothing else can be looked at; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.47",
        says: "The same transaction was made by another buyer.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/47",
                value: Some("47"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.61",
        says: "There was never a deposit.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/61",
                value: Some("61"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account that lacks something, and then nothing else can be looked at; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.63",
        says: "The product cannot be bought twice for one number.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/63",
                value: Some("63"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.82",
        says: "The account is not verified.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/82",
                value: Some("82"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account that lacks something, and then nothing else can be looked at; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.87",
        says: "An e-money amount is no multiple of 1,000.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/87",
                value: Some("87"),
            },
        ],
        claim: Claim::Probe(&["uneven: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.88",
        says: "The account may not do this.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/88",
                value: Some("88"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account that lacks something, and then nothing else can be looked at; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.56",
        says: "The seller's balance is too low.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/56",
                value: Some("56"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.62",
        says: "The seller has trouble.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/62",
                value: Some("62"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.65",
        says: "The limit of transactions for one number is reached.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/65",
                value: Some("65"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a customer for whom it is so, and no test case has one; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.66",
        says: "The seller is in a cut-off or repairs its system.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/66",
                value: Some("66"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.67",
        says: "The seller is not verified.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/67",
                value: Some("67"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.68",
        says: "The product is out of stock.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/68",
                value: Some("68"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the biller or the seller, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.69",
        says: "The seller's price is above the limit.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/69",
                value: Some("69"),
            },
        ],
        claim: Claim::Probe(&["too_dear: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.80",
        says: "The seller has blocked this account.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/80",
                value: Some("80"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account that lacks something, and then nothing else can be looked at; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.81",
        says: "This account has blocked the seller.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/81",
                value: Some("81"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account that lacks something, and then nothing else can be looked at; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.64",
        says: "The deposit ticket could not be made.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/64",
                value: Some("64"),
            },
        ],
        claim: Claim::Probe(&["ticket_zero: code"]),
    },
    Fact {
        provider: "digiswitch",
        id: "codes.83",
        says: "Too many requests for the price list.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/83",
                value: Some("83"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a flood of requests, which is no way to treat a provider; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "statuses.bill.Gagal",
        says: "The payment failed. On a status call it proves so only with a code that forms a transaction.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/bill/Gagal",
                value: Some("Gagal"),
            },
        ],
        claim: Claim::Probe(&["failed: word /data/status"]),
    },
    Fact {
        provider: "digiswitch",
        id: "statuses.bill.Pending",
        says: "The biller has not answered. Not failed.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/bill/Pending",
                value: Some("Pending"),
            },
        ],
        claim: Claim::Probe(&["pending: word /data/status"]),
    },
    Fact {
        provider: "digiswitch",
        id: "statuses.bill.Sukses",
        says: "The bill is paid.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/bill/Sukses",
                value: Some("Sukses"),
            },
        ],
        claim: Claim::Probe(&["seen: word /data/status"]),
    },
    Fact {
        provider: "digiswitch",
        id: "statuses.code.74",
        says: "With Gagal: the payment was given back.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/code/74",
                value: Some("74"),
            },
        ],
        claim: Claim::NoProbe(
            "Nothing that a merchant sends makes the provider give a payment back.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "transaction.path",
        says: "Bills and top-ups go to …/v1/user/api/transaction.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/pay_bill/path",
                value: Some("/transaction#pay"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/inquire_bill/path",
                value: Some("/transaction#inquire"),
            },
        ],
        claim: Claim::Probe(&["inquiry: answered"]),
    },
    Fact {
        provider: "digiswitch",
        id: "transaction.method",
        says: "Requests are POST with JSON.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/pay_bill/method",
                value: Some("POST"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/inquire_bill/method",
                value: Some("POST"),
            },
        ],
        claim: Claim::Probe(&["inquiry: accepted"]),
    },
    Fact {
        provider: "digiswitch",
        id: "host",
        says: "The host is https://{tenant}.api.digiswitch.id; ezpay is one tenant.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/settings/live",
                value: Some("https://ezpay.api.digiswitch.id/v1/user/api"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/setting/tenant",
                value: None,
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "digiswitch",
        id: "pay",
        says: "pay-pasca, its members and its signature; its answer is in `data`.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/PaymentRequest",
                value: None,
            },
            At {
                file: "schemas/answers.json",
                pointer: "/$defs/BillData",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["paid: reads", "paid: means paid", "paid: has /data/selling_price"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "products",
        says: "There are thirteen products, each with its own desc.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/bill",
                value: None,
            },
            At {
                file: "schemas/details.json",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "digiswitch",
        id: "inquiry",
        says: "inq-pasca has the members of the payment and its answer, with fewer members in detail.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/inquire_bill/request",
                value: Some("InquiryRequest"),
            },
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/InquiryRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(&["inquiry: reads", "inquiry: has /data/desc"]),
    },
    Fact {
        provider: "digiswitch",
        id: "inquiry.again",
        says: "The same inquiry again, before the payment, is answered as the first.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/inquire_bill/effect",
                value: Some("reads"),
            },
        ],
        claim: Claim::Probe(
            &["inquiry_again: accepted", "inquiry_again: same /data/price as inquiry"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "inquiry.amount",
        says: "An inquiry may have amount (e-money, transfers), in multiples of 1,000 for e-money, and year (PBB).",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/InquiryRequest/properties/amount",
                value: None,
            },
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/InquiryRequest/properties/year",
                value: None,
            },
        ],
        claim: Claim::Probe(&["even: accepted", "uneven: refused"]),
    },
    Fact {
        provider: "digiswitch",
        id: "inquiry.day",
        says: "A payment belongs to an inquiry of the same ref_id on the same day in Jakarta.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/pay_bill/summary",
                value: Some(
                    "Pays a bill that was inquired under the same ref_id on the same day, from the deposit.",
                ),
            },
        ],
        claim: Claim::Probe(&["inquiry: done", "paid: done", "not_inquired: refused"]),
    },
    Fact {
        provider: "digiswitch",
        id: "status",
        says: "status-pasca exists, on the same path, with the answer of the payment.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/bill_status/path",
                value: Some("/transaction#status"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/bill_status/request",
                value: Some("StatusRequest"),
            },
        ],
        claim: Claim::Probe(&["paid: done", "seen: reads", "seen: means paid"]),
    },
    Fact {
        provider: "digiswitch",
        id: "status.days",
        says: "status-pasca tells of a payment for 90 days.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/bill_status/summary",
                value: Some(
                    "Tells what became of the payment of a bill, for 90 days, at most once a minute.",
                ),
            },
        ],
        claim: Claim::NoProbe("A session would have to last 90 days."),
    },
    Fact {
        provider: "digiswitch",
        id: "status.pause",
        says: "A status is asked for once a minute: the first question after a payment comes at once, each further one a minute later.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/bills/minimum_pause_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/topups/minimum_pause_seconds",
                value: Some("60"),
            },
        ],
        claim: Claim::NoProbe(
            "To ask faster than the sibling allows may block the account.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "visibility_delay",
        says: "The payment of a bill that is not found proves nothing for 60 seconds.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/bills/visibility_delay_seconds",
                value: Some("60"),
            },
        ],
        claim: Claim::Probe(&["seen: found within after paid"]),
    },
    Fact {
        provider: "digiswitch",
        id: "pay.again",
        says: "A repeated pay-pasca may pay twice.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/bills/send_again",
                value: Some("false"),
            },
        ],
        claim: Claim::NoProbe(
            "That one repeat did not pay twice proves nothing of the next; the step pay_again shows what one does.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "pay.statuses",
        says: "Every answer has HTTP status 200 if it is a success, and refusals come under 200 or 400.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/pay_bill/status",
                value: Some("200"),
            },
        ],
        claim: Claim::Probe(&["paid: status", "no_product: denied"]),
    },
    Fact {
        provider: "digiswitch",
        id: "answers.six",
        says: "Failed and pending answers carry six members.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/answers.json",
                pointer: "/$defs/BillData/required",
                value: None,
            },
        ],
        claim: Claim::Probe(&["pending: reads", "pending: lacks /data/price"]),
    },
    Fact {
        provider: "digiswitch",
        id: "answers.commission",
        says: "A postpaid item has commission or base_commission.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/answers.json",
                pointer: "/$defs/PostpaidItem",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["prices_postpaid: reads", "prices_postpaid: has /data/0/commission"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "answers.numbers",
        says: "lembar_tagihan and daya are numbers, though the sibling's sellers send text.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/details.json",
                pointer: "/$defs/PlnDetails",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["paid: number /data/desc/lembar_tagihan", "paid: number /data/desc/daya"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "answers.customer_amount",
        says: "What the customer decides, `amount`, lies between selling_price without admin and selling_price.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "crates/payments-core/src/bill.rs",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::Probe(&["even: has /data/selling_price", "even: has /data/admin"]),
    },
    Fact {
        provider: "digiswitch",
        id: "amounts.whole",
        says: "Amounts are whole rupiah.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/currency_digits",
                value: Some("0"),
            },
        ],
        claim: Claim::Probe(&["paid: number /data/price"]),
    },
    Fact {
        provider: "digiswitch",
        id: "reference.length",
        says: "A new ref_id has at most 64 letters, digits, - and _.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/reference/maximum_length",
                value: Some("64"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/reference/punctuation",
                value: Some("-_"),
            },
        ],
        claim: Claim::Probe(&["longest: accepted"]),
    },
    Fact {
        provider: "digiswitch",
        id: "topup",
        says: "A top-up is the same path without command, signed with ref_id.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/topup/path",
                value: Some("/transaction#topup"),
            },
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/TopupRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(&["sold: reads", "sold: means paid"]),
    },
    Fact {
        provider: "digiswitch",
        id: "topup.again",
        says: "The same top-up again tells of the first sale, and makes no second one.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/topup_status/summary",
                value: Some(
                    "Tells what became of a prepaid sale, by sending the identical request once more, at most once a minute. A sale that never arrived, or was made more than 90 days ago, is made by this call: use it only for one that is still wanted.",
                ),
            },
            At {
                file: "capabilities.toml",
                pointer: "/topups/lookup",
                value: Some("by_repeat"),
            },
        ],
        claim: Claim::Probe(
            &[
                "sold_again: accepted",
                "sold_again: same /data/ref_id as sold",
                "sold_again: same /data/balance as sold",
            ],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "topup.days",
        says: "A top-up that is sent again after 90 days is a new sale.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/topups/repeat_within_days",
                value: Some("90"),
            },
        ],
        claim: Claim::NoProbe("A session would have to last 90 days."),
    },
    Fact {
        provider: "digiswitch",
        id: "topup.visibility_delay",
        says: "A top-up whose answer was lost is not sent again for 180 seconds: the first request may still be on its way.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/topups/visibility_delay_seconds",
                value: Some("180"),
            },
        ],
        claim: Claim::NoProbe(
            "How long a request that was lost may still be on its way cannot be seen by one that was not.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "topup.send_again",
        says: "A top-up is never sent again as a new sale.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/topups/send_again",
                value: Some("false"),
            },
        ],
        claim: Claim::NoProbe(
            "It is this project's own caution: a repeat after 90 days would be a second sale.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "topup.members",
        says: "A top-up may have max_price, cb_url and allow_dot.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/TopupRequest/properties/max_price",
                value: None,
            },
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/TopupRequest/properties/cb_url",
                value: None,
            },
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/TopupRequest/properties/allow_dot",
                value: None,
            },
        ],
        claim: Claim::Probe(&["too_dear: refused"]),
    },
    Fact {
        provider: "digiswitch",
        id: "price_list",
        says: "/price-list with prepaid or pasca, signed with the word pricelist; the members of a prepaid item.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/price_list_prepaid/path",
                value: Some("/price-list#prepaid"),
            },
            At {
                file: "schemas/answers.json",
                pointer: "/$defs/PrepaidItem",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "prices_prepaid: answered",
                "prices_prepaid: reads",
                "prices_prepaid: has /data/0/price",
            ],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "price_list.postpaid",
        says: "The members of a postpaid item.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/price_list_postpaid/path",
                value: Some("/price-list#postpaid"),
            },
        ],
        claim: Claim::Probe(
            &["prices_postpaid: reads", "prices_postpaid: has /data/0/code"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "price_list.limit",
        says: "An object with rc comes in the place of a list that is asked for too often.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/answers.json",
                pointer: "/$defs/PriceList",
                value: None,
            },
        ],
        claim: Claim::NoProbe("To ask so often may block the account."),
    },
    Fact {
        provider: "digiswitch",
        id: "balance",
        says: "/cek-saldo, signed with the word depo, tells data.deposit.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/balance/path",
                value: Some("/cek-saldo"),
            },
            At {
                file: "schemas/answers.json",
                pointer: "/$defs/BalanceData",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["balance: answered", "balance: reads", "balance: has /data/deposit"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "balance.command",
        says: "command of the balance may be left out, or is deposit.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/BalanceRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(&["balance: accepted", "balance_command: accepted"]),
    },
    Fact {
        provider: "digiswitch",
        id: "deposit",
        says: "/deposit, signed with the word depo, where the sibling signs deposit; its members.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/deposit_ticket/path",
                value: Some("/deposit"),
            },
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/DepositTicketRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["ticket: answered", "ticket: reads", "ticket: has /data/amount"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "token",
        says: "/token, signed with customer_no, tells whose a meter is.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/inquire_pln/path",
                value: Some("/token"),
            },
            At {
                file: "schemas/answers.json",
                pointer: "/$defs/PlnCustomerData",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["meter: answered", "meter: reads", "meter: has /data/meter_no"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "callbacks",
        says: "The webhook has the body of an answer.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/callback/Bill",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/failed",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Bill paid", "callback: Bill failed"]),
    },
    Fact {
        provider: "digiswitch",
        id: "callbacks.refunded",
        says: "The webhook tells of a payment that was given back.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/refunded",
                value: None,
            },
        ],
        claim: Claim::NoProbe(
            "Nothing that a merchant sends makes the provider give a payment back.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "callbacks.unsigned",
        says: "The webhook is not signed, unless a secret was set.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/proof",
                value: Some("none"),
            },
        ],
        claim: Claim::Probe(&["callback: unproved"]),
    },
    Fact {
        provider: "digiswitch",
        id: "callbacks.signature",
        says: "Where a secret is set, X-Hub-Signature holds sha1= and the HMAC-SHA1 of the body.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/headers",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/algorithm",
                value: Some("hmac_sha1"),
            },
        ],
        claim: Claim::NoProbe(
            "An account has a secret or has none, and the session looks at the account as it is.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "meaning.set",
        says: "The response codes are those of the sibling, an open set.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["wrong_sign: denied", "no_product: denied", "nobody: denied"],
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "meaning.proofs",
        says: "01 and 70 on a status call prove that the payment failed; 50, 85 and 86 prove nothing, in spite of the table's column; 85 and 86 are asked for, not sent again; 63 forms no transaction.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/01/earlier",
                value: Some("failed"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/70/earlier",
                value: Some("failed"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/50/earlier",
                value: Some("nothing"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/85/earlier",
                value: Some("nothing"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/86/earlier",
                value: Some("nothing"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/85/outcome",
                value: Some("unknown"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/86/outcome",
                value: Some("unknown"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/63/earlier",
                value: Some("nothing"),
            },
        ],
        claim: Claim::NoProbe(
            "No number of payments that failed proves that the next one will. The careful reading costs a question.",
        ),
    },
    Fact {
        provider: "digiswitch",
        id: "meaning.46",
        says: "Code 46, which an older table of a third party knows, has no known meaning: unknown.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::NoProbe("Nobody knows which request brings it about."),
    },
    Fact {
        provider: "digiswitch",
        id: "meaning.45",
        says: "A code that forms no transaction says nothing of a payment on a status call: 45 after a change of address was taken for a failure.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/45/earlier",
                value: Some("nothing"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/83/earlier",
                value: Some("nothing"),
            },
        ],
        claim: Claim::NoProbe("It needs an account that is bound to another address."),
    },
    Fact {
        provider: "fazz",
        id: "codes.000",
        says: "An unknown error.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/000",
                value: Some("000"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the provider, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.001",
        says: "An internal error of the provider.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/001",
                value: Some("001"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the provider, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.002",
        says: "The credentials are missing or wrong.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/002",
                value: Some("002"),
            },
        ],
        claim: Claim::Probe(&["wrong_key: code"]),
    },
    Fact {
        provider: "fazz",
        id: "codes.003",
        says: "Not available in this country or environment.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/003",
                value: Some("003"),
            },
        ],
        claim: Claim::NoProbe(
            "No page says which request brings it about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.004",
        says: "There is no such record.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/004",
                value: Some("004"),
            },
        ],
        claim: Claim::Probe(&["nobody_by_id: code"]),
    },
    Fact {
        provider: "fazz",
        id: "codes.005",
        says: "A parameter is wrong.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/005/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/005",
                value: Some("005"),
            },
        ],
        claim: Claim::Probe(&["outlet_without_name: code"]),
    },
    Fact {
        provider: "fazz",
        id: "codes.010",
        says: "The provider is out of service for a while.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/010",
                value: Some("010"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the provider, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.TXN0001",
        says: "Not enough funds (disbursements).",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/TXN0001",
                value: Some("TXN0001"),
            },
        ],
        claim: Claim::NoProbe(
            "No page says which request brings it about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.TXN0002",
        says: "The amount is below the smallest or above the largest.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/TXN0002",
                value: Some("TXN0002"),
            },
        ],
        claim: Claim::Probe(&["alfamart_below: code"]),
    },
    Fact {
        provider: "fazz",
        id: "codes.TXN0003",
        says: "Above the account's limit per transaction.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/TXN0003",
                value: Some("TXN0003"),
            },
        ],
        claim: Claim::NoProbe(
            "No page says which request brings it about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.TXN0004",
        says: "Above the account's limit of balance.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/TXN0004",
                value: Some("TXN0004"),
            },
        ],
        claim: Claim::NoProbe(
            "No page says which request brings it about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.TXN0005",
        says: "No virtual account number could be made.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/TXN0005",
                value: Some("TXN0005"),
            },
        ],
        claim: Claim::NoProbe(
            "It tells of trouble at the provider, which no request brings about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.TXN0006",
        says: "The bank does not let the suffix be chosen.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/TXN0006",
                value: Some("TXN0006"),
            },
        ],
        claim: Claim::NoProbe(
            "No page says which request brings it about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "codes.TXN0007",
        says: "The suffix has too many digits.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/TXN0007",
                value: Some("TXN0007"),
            },
        ],
        claim: Claim::Probe(&["va_long_suffix: code"]),
    },
    Fact {
        provider: "fazz",
        id: "statuses.payment.cancelled",
        says: "Called off while pending.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/payment/cancelled",
                value: Some("cancelled"),
            },
        ],
        claim: Claim::Probe(&["va_cancelled: word /data/attributes/status"]),
    },
    Fact {
        provider: "fazz",
        id: "statuses.payment.completed",
        says: "The money can be withdrawn.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/payment/completed",
                value: Some("completed"),
            },
        ],
        claim: Claim::Probe(&["outlet_settled: word /data/attributes/status"]),
    },
    Fact {
        provider: "fazz",
        id: "statuses.payment.expired",
        says: "Not paid in time.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/payment/expired",
                value: Some("expired"),
            },
        ],
        claim: Claim::Probe(&["expired: word /data/attributes/status"]),
    },
    Fact {
        provider: "fazz",
        id: "statuses.payment.failed",
        says: "Declined, or the wrong amount.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/payment/failed",
                value: Some("failed"),
            },
        ],
        claim: Claim::NoProbe(
            "Nothing that a merchant or the test mode does makes a payment fail.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "statuses.payment.paid",
        says: "Paid: fulfil now. The money cannot be withdrawn yet.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/payment/paid",
                value: Some("paid"),
            },
        ],
        claim: Claim::Probe(&["outlet_paid: word /data/attributes/status"]),
    },
    Fact {
        provider: "fazz",
        id: "statuses.payment.pending",
        says: "Created, waiting for the customer.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/payment/pending",
                value: Some("pending"),
            },
        ],
        claim: Claim::Probe(&["outlet_made: word /data/attributes/status"]),
    },
    Fact {
        provider: "fazz",
        id: "statuses.payment.processing",
        says: "Money was seen and is being processed.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/payment/processing",
                value: Some("processing"),
            },
        ],
        claim: Claim::NoProbe(
            "It is a moment between two others, which no scenario can hold.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.create",
        says: "A payment is made with POST /payments.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_payment/path",
                value: Some("/payments"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/create_payment/method",
                value: Some("POST"),
            },
        ],
        claim: Claim::Probe(&["outlet_made: answered"]),
    },
    Fact {
        provider: "fazz",
        id: "payments.create.status",
        says: "A new payment is answered with 201.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_payment/status",
                value: Some("201"),
            },
        ],
        claim: Claim::Probe(&["outlet_made: status"]),
    },
    Fact {
        provider: "fazz",
        id: "payments.outlet",
        says: "The members of a payment at a retail outlet, sent and answered.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/RetailOutletPayment",
                value: None,
            },
            At {
                file: "schemas/received.json",
                pointer: "/$defs/PaymentState",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "outlet_made: reads",
                "outlet_made: has /data/attributes/paymentMethod/instructions/paymentCode",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.va",
        says: "A payment by virtual account has paymentMethodType virtual_bank_account and the bank's short code.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/VirtualAccountPayment",
                value: None,
            },
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/VirtualAccountOptions",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "va_made: reads",
                "va_made: has /data/attributes/paymentMethod/instructions/accountNo",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.qris",
        says: "A payment by QRIS has paymentMethodType qris, and its answer names a picture.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/QrisPayment",
                value: None,
            },
            At {
                file: "schemas/received.json",
                pointer: "/$defs/Instructions/properties/imageUrl",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "qris_made: reads",
                "qris_made: has /data/attributes/paymentMethod/instructions/imageUrl",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.ewallet",
        says: "A payment by wallet has paymentMethodType e-wallet, with a hyphen, and `settlement` in the place of instructions.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/EwalletPayment",
                value: None,
            },
            At {
                file: "schemas/received.json",
                pointer: "/$defs/Settlement",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "shopeepay_made: reads",
                "shopeepay_made: has /data/attributes/paymentMethod/settlement",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.ewallet.ovo",
        says: "The wallet OVO has the code OVO.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/EwalletOptions/properties/providerCode",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo",
                value: None,
            },
        ],
        claim: Claim::Probe(&["ovo_made: accepted"]),
    },
    Fact {
        provider: "fazz",
        id: "payments.get",
        says: "The state of a payment is GET /payments/{id}.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/get_payment/path",
                value: Some("/payments/{id}"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_payment/method",
                value: Some("GET"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_payment/status",
                value: Some("200"),
            },
        ],
        claim: Claim::Probe(
            &["outlet_seen: answered", "outlet_seen: status", "outlet_seen: reads"],
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.list",
        says: "Payments are listed with GET /payments, and filter[referenceId] finds one by its reference.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/path",
                value: Some("/payments"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/parameter/filter[referenceId]",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/status",
                value: Some("200"),
            },
        ],
        claim: Claim::Probe(
            &[
                "outlet_listed: answered",
                "outlet_listed_again: reads",
                "outlet_listed: same /data/0/attributes/referenceId as outlet_listed_again",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.list.pages",
        says: "page[size] and sort=-createdAt page and order the list.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/parameter/page[number]",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/parameter/page[size]",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/parameter/sort",
                value: None,
            },
        ],
        claim: Claim::Probe(&["page: reads", "page: lacks /data/1"]),
    },
    Fact {
        provider: "fazz",
        id: "payments.list.filters",
        says: "filter[createdAfter], filter[createdBefore] and filter[status] choose.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/parameter/filter[createdAfter]",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/parameter/filter[createdBefore]",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/list_payments/parameter/filter[status]",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "outlet_made: done",
                "filtered: reads",
                "filtered: equals /data/0/attributes/status pending",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.amount",
        says: "An amount is sent as a number, and answered as a text with a point.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/received.json",
                pointer: "/$defs/PaymentState/properties/amount",
                value: None,
            },
        ],
        claim: Claim::Probe(&["outlet_made: text /data/attributes/amount"]),
    },
    Fact {
        provider: "fazz",
        id: "payments.created",
        says: "createdAt has an offset.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/received.json",
                pointer: "/$defs/PaymentState/properties/createdAt",
                value: None,
            },
        ],
        claim: Claim::Probe(&["outlet_made: time /data/attributes/createdAt jakarta"]),
    },
    Fact {
        provider: "fazz",
        id: "payments.again",
        says: "The same referenceId again gives the first payment, and makes no second one.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:indomaret/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bca/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bri/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bni/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:mandiri/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:sahabat_sampoerna/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/qris/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/send_again",
                value: Some("true"),
            },
        ],
        claim: Claim::Probe(
            &["outlet_again: accepted", "outlet_again: same /data/id as outlet_made"],
        ),
    },
    Fact {
        provider: "fazz",
        id: "payments.again.other",
        says: "The same referenceId with another amount makes no second payment.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/unknown/settled_by",
                value: Some(
                    "GET /payments filtered by referenceId, or the same request again: a repeat of a referenceId gives the first payment.",
                ),
            },
        ],
        claim: Claim::Probe(&["outlet_again_other: refused"]),
    },
    Fact {
        provider: "fazz",
        id: "visibility_delay",
        says: "A payment is found by its reference a minute after it was made, at the latest.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:indomaret/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bca/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bri/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bni/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:mandiri/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:sahabat_sampoerna/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/qris/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/visibility_delay_seconds",
                value: Some("60"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/visibility_delay_seconds",
                value: Some("60"),
            },
        ],
        claim: Claim::Probe(&["outlet_listed: found within after outlet_made"]),
    },
    Fact {
        provider: "fazz",
        id: "auth",
        says: "Requests carry HTTP Basic, the key as user and the secret as password; bodies are application/vnd.api+json.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/setting/api_key",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/setting/secret_key",
                value: None,
            },
        ],
        claim: Claim::Probe(&["outlet_made: accepted", "wrong_key: denied"]),
    },
    Fact {
        provider: "fazz",
        id: "host",
        says: "The test mode is at https://sandbox-id.xfers.com/api/v4.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/settings/test",
                value: Some("https://sandbox-id.xfers.com/api/v4"),
            },
        ],
        claim: Claim::Probe(&["outlet_listed: answered"]),
    },
    Fact {
        provider: "fazz",
        id: "outlets.alfamart",
        says: "A payment at ALFAMART is 15,000 to 2,500,000 rupiah.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart/minimum",
                value: Some("15000"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:alfamart/maximum",
                value: Some("2500000"),
            },
        ],
        claim: Claim::Probe(
            &[
                "alfamart_below: refused",
                "alfamart_least: accepted",
                "alfamart_most: accepted",
                "alfamart_above: refused",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "outlets.indomaret",
        says: "A payment at INDOMARET is 10,000 to 5,000,000 rupiah.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:indomaret/minimum",
                value: Some("10000"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/outlet:indomaret/maximum",
                value: Some("5000000"),
            },
        ],
        claim: Claim::Probe(
            &[
                "indomaret_below: refused",
                "indomaret_least: accepted",
                "indomaret_most: accepted",
                "indomaret_above: refused",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "va.limits",
        says: "A payment by virtual account is 10,000 to 100,000,000 rupiah.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/VirtualAccountPayment/properties/amount",
                value: None,
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bca/minimum",
                value: Some("10000"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/va:bca/maximum",
                value: Some("100000000"),
            },
        ],
        claim: Claim::Probe(
            &[
                "va_below: refused",
                "va_least: accepted",
                "va_most: accepted",
                "va_above: refused",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "qris.limits",
        says: "A payment by QRIS is 1,500 to 5,000,000 rupiah.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/qris/minimum",
                value: Some("1500"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/qris/maximum",
                value: Some("5000000"),
            },
        ],
        claim: Claim::Probe(
            &[
                "qris_below: refused",
                "qris_least: accepted",
                "qris_most: accepted",
                "qris_above: refused",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "ewallet.limits",
        says: "A payment by wallet is 1 to 10,000,000 rupiah.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/maximum",
                value: Some("10000000"),
            },
        ],
        claim: Claim::Probe(
            &[
                "shopeepay_least: accepted",
                "shopeepay_most: accepted",
                "shopeepay_above: refused",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "reference.length",
        says: "A referenceId has at most 255 characters.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/reference/maximum_length",
                value: Some("255"),
            },
        ],
        claim: Claim::Probe(&["longest: accepted", "too_long: refused"]),
    },
    Fact {
        provider: "fazz",
        id: "reference.characters",
        says: "Any printable character may stand in a referenceId.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/reference/punctuation",
                value: Some("*"),
            },
        ],
        claim: Claim::Probe(&["odd_reference: accepted"]),
    },
    Fact {
        provider: "fazz",
        id: "va.display_name",
        says: "The displayName of an account has at most 24 characters.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/VirtualAccountOptions/properties/displayName",
                value: None,
            },
        ],
        claim: Claim::Probe(&["va_long_name: accepted", "va_too_long_name: refused"]),
    },
    Fact {
        provider: "fazz",
        id: "va.suffix",
        says: "suffixNo has at most 8 digits.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/VirtualAccountOptions/properties/suffixNo",
                value: None,
            },
        ],
        claim: Claim::Probe(&["va_long_suffix: denied"]),
    },
    Fact {
        provider: "fazz",
        id: "outlets.name",
        says: "Payments at an outlet need currency and displayName: the document marks others as optional.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/RetailOutletPayment/required",
                value: None,
            },
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/RetailOutletOptions/required",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["outlet_without_name: refused", "outlet_without_currency: refused"],
        ),
    },
    Fact {
        provider: "fazz",
        id: "tasks",
        says: "A payment by virtual account is cancelled with POST /payments/{id}/tasks; other methods cannot be.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_payment_task/path",
                value: Some("/payments/{id}/tasks"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/create_payment_task/method",
                value: Some("POST"),
            },
        ],
        claim: Claim::Probe(
            &["va_cancel: answered", "va_cancel: accepted", "outlet_cancel: refused"],
        ),
    },
    Fact {
        provider: "fazz",
        id: "tasks.status",
        says: "A task is answered with 201.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_payment_task/status",
                value: Some("201"),
            },
        ],
        claim: Claim::Probe(&["va_cancel: status"]),
    },
    Fact {
        provider: "fazz",
        id: "tasks.test",
        says: "The tasks receive_payment and settle play the customer in the test mode.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "schemas/requests.json",
                pointer: "/$defs/TaskRequest/properties/action",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "receive: accepted",
                "outlet_paid: means paid",
                "settle: accepted",
                "outlet_settled: means settled",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "va.static",
        says: "A virtual account that stays is made with POST /payment_methods/virtual_bank_accounts, and has payments and tasks.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_virtual_account/path",
                value: Some("/payment_methods/virtual_bank_accounts"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_virtual_account/path",
                value: Some("/payment_methods/virtual_bank_accounts/{id}"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/list_virtual_account_payments/path",
                value: Some("/payment_methods/virtual_bank_accounts/{id}/payments"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/create_virtual_account_task/path",
                value: Some("/payment_methods/virtual_bank_accounts/{id}/tasks"),
            },
        ],
        claim: Claim::Probe(
            &[
                "static_va_made: answered",
                "static_va_made: reads",
                "static_va_seen: reads",
                "static_va_task: accepted",
                "static_va_payments: reads",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "va.static.status",
        says: "A method that stays is answered with 201.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_virtual_account/status",
                value: Some("201"),
            },
        ],
        claim: Claim::Probe(&["static_va_made: status"]),
    },
    Fact {
        provider: "fazz",
        id: "qris.static",
        says: "A QRIS code that stays is made with POST /payment_methods/qris, and has payments and tasks.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_qris/path",
                value: Some("/payment_methods/qris"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_qris/path",
                value: Some("/payment_methods/qris/{id}"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/list_qris_payments/path",
                value: Some("/payment_methods/qris/{id}/payments"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/create_qris_task/path",
                value: Some("/payment_methods/qris/{id}/tasks"),
            },
        ],
        claim: Claim::Probe(
            &[
                "static_qris_made: answered",
                "static_qris_made: reads",
                "static_qris_seen: reads",
                "static_qris_task: accepted",
                "static_qris_payments: reads",
            ],
        ),
    },
    Fact {
        provider: "fazz",
        id: "callbacks.signature",
        says: "Xfers-Signature is the hexadecimal HMAC-SHA256 of the raw body with the signing secret.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/headers/0",
                value: Some("xfers-signature"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/headers/1",
                value: Some("x-xfers-signature"),
            },
        ],
        claim: Claim::Probe(&["callback: header", "callback: proved"]),
    },
    Fact {
        provider: "fazz",
        id: "callbacks.repeats",
        says: "A callback that is not accepted is sent again, at most 20 times, 5, 10, 15 … minutes apart.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/delivery",
                value: Some(
                    "POST, JSON, to the URL of the dashboard; when the payment is paid, and again when it is completed. Any 2xx acknowledges. At most 20 attempts, each 5 minutes later than the last interval.",
                ),
            },
        ],
        claim: Claim::Probe(&["callback: repeated"]),
    },
    Fact {
        provider: "fazz",
        id: "callbacks.paid",
        says: "A payment is told of when it is paid, and again when it is completed.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid-outlet",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Enveloped paid", "callback: Enveloped settled"]),
    },
    Fact {
        provider: "fazz",
        id: "callbacks.methods",
        says: "A payment by virtual account, QRIS or wallet is told of as one at a retail outlet is, and only when it is paid or completed.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid-va",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid-qris",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid-ewallet",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/settled-va",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/settled-qris",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/settled-ewallet",
                value: None,
            },
        ],
        claim: Claim::Probe(&["receive_va: accepted", "callback: Enveloped paid"]),
    },
    Fact {
        provider: "fazz",
        id: "callbacks.bare",
        says: "A callback without the wrapper `data` is one, too.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/callback/Bare",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/settled-bare",
                value: None,
            },
        ],
        claim: Claim::NoProbe(
            "One session sees one of the two forms; the other stays readable for accounts that are set up otherwise.",
        ),
    },
    Fact {
        provider: "fazz",
        id: "meaning.outcome.TXN0005",
        says: "TXN0005 may leave a payment behind.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/TXN0005/outcome",
                value: Some("unknown"),
            },
        ],
        claim: Claim::NoProbe(
            "No number of payments that did not exist proves that the next one will not. The careful reading costs a question.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "codes.API_VALIDATION_ERROR",
        says: "A field of the request is missing or wrong.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR/listed/0/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR/listed/1/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR/listed/2/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR/listed/3/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR/listed/4/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR/listed/5/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR/listed/6/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR/listed/7/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/API_VALIDATION_ERROR",
                value: Some("API_VALIDATION_ERROR"),
            },
        ],
        claim: Claim::Probe(
            &["ovo_zero: code", "linkaja_no_items: code", "charge_phone: code"],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "codes.EWALLET_TYPE_NOT_SUPPORTED",
        says: "The wallet asked for is not supported.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_TYPE_NOT_SUPPORTED/listed/0/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_TYPE_NOT_SUPPORTED/listed/1/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_TYPE_NOT_SUPPORTED/listed/2/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_TYPE_NOT_SUPPORTED/listed/3/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_TYPE_NOT_SUPPORTED/listed/4/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_TYPE_NOT_SUPPORTED/listed/5/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_TYPE_NOT_SUPPORTED",
                value: Some("EWALLET_TYPE_NOT_SUPPORTED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.REQUEST_FORBIDDEN",
        says: "The API key may not make this request.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN/listed/0/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN/listed/1/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN/listed/2/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN/listed/3/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN/listed/4/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN/listed/5/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN/listed/6/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN/listed/7/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN",
                value: Some("REQUEST_FORBIDDEN"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.REQUEST_FORBIDDEN_ERROR",
        says: "The API key may not make this request.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN_ERROR/listed/0/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN_ERROR/listed/1/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/REQUEST_FORBIDDEN_ERROR",
                value: Some("REQUEST_FORBIDDEN_ERROR"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.INVALID_API_KEY",
        says: "The API key is not valid.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_API_KEY/listed/0/http",
                value: Some("401"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_API_KEY/listed/1/http",
                value: Some("401"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_API_KEY",
                value: Some("INVALID_API_KEY"),
            },
        ],
        claim: Claim::Probe(&["wrong_key: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.DUPLICATE_PAYMENT",
        says: "A payment with the same external_id exists.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_PAYMENT/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_PAYMENT/listed/1/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_PAYMENT",
                value: Some("DUPLICATE_PAYMENT"),
            },
        ],
        claim: Claim::Probe(&["ovo_2019_again: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.DUPLICATE_PAYMENT_REQUEST_ERROR",
        says: "A payment request with the same external_id exists.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_PAYMENT_REQUEST_ERROR/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_PAYMENT_REQUEST_ERROR",
                value: Some("DUPLICATE_PAYMENT_REQUEST_ERROR"),
            },
        ],
        claim: Claim::Probe(&["ovo_again: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.DUPLICATE_ERROR",
        says: "A payment or charge with the same external_id or reference_id exists.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_ERROR/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_ERROR/listed/1/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_ERROR/listed/2/http",
                value: Some("409"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_ERROR",
                value: Some("DUPLICATE_ERROR"),
            },
        ],
        claim: Claim::Probe(&["dana_again: code", "charge_again: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.DUPLICATE_PAYMENT_ERROR",
        says: "A payment with the same external_id exists.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_PAYMENT_ERROR/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_PAYMENT_ERROR/listed/1/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DUPLICATE_PAYMENT_ERROR",
                value: Some("DUPLICATE_PAYMENT_ERROR"),
            },
        ],
        claim: Claim::Probe(&["linkaja_again: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.USER_DID_NOT_AUTHORIZE_THE_PAYMENT",
        says: "The customer did not approve the payment in time.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/USER_DID_NOT_AUTHORIZE_THE_PAYMENT/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/USER_DID_NOT_AUTHORIZE_THE_PAYMENT/listed/2/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/USER_DID_NOT_AUTHORIZE_THE_PAYMENT",
                value: Some("USER_DID_NOT_AUTHORIZE_THE_PAYMENT"),
            },
        ],
        claim: Claim::Probe(&["ovo_2019_unauthorised: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.USER_DECLINED_THE_TRANSACTION",
        says: "The customer declined the payment.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/USER_DECLINED_THE_TRANSACTION/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/USER_DECLINED_THE_TRANSACTION/listed/2/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/USER_DECLINED_THE_TRANSACTION",
                value: Some("USER_DECLINED_THE_TRANSACTION"),
            },
        ],
        claim: Claim::Probe(&["ovo_2019_declined: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.PHONE_NUMBER_NOT_REGISTERED",
        says: "The phone number has no account with the wallet.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/PHONE_NUMBER_NOT_REGISTERED/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/PHONE_NUMBER_NOT_REGISTERED/listed/2/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/PHONE_NUMBER_NOT_REGISTERED",
                value: Some("PHONE_NUMBER_NOT_REGISTERED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.EWALLET_APP_UNREACHABLE",
        says: "The wallet cannot reach the customer's app, which is often not installed.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_APP_UNREACHABLE/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_APP_UNREACHABLE/listed/2/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_APP_UNREACHABLE",
                value: Some("EWALLET_APP_UNREACHABLE"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.ACCOUNT_AUTHENTICATION_ERROR",
        says: "The customer could not be authenticated.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/ACCOUNT_AUTHENTICATION_ERROR/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/ACCOUNT_AUTHENTICATION_ERROR",
                value: Some("ACCOUNT_AUTHENTICATION_ERROR"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.ACCOUNT_BLOCKED_ERROR",
        says: "The customer's account is blocked.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/ACCOUNT_BLOCKED_ERROR/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/ACCOUNT_BLOCKED_ERROR",
                value: Some("ACCOUNT_BLOCKED_ERROR"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.CREDENTIALS_ERROR",
        says: "The merchant is not registered with the wallet.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/CREDENTIALS_ERROR/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CREDENTIALS_ERROR",
                value: Some("CREDENTIALS_ERROR"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.OVO_TIMEOUT_ERROR",
        says: "The connection from the OVO app to the OVO server timed out.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/OVO_TIMEOUT_ERROR/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/OVO_TIMEOUT_ERROR",
                value: Some("OVO_TIMEOUT_ERROR"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.SENDING_TRANSACTION_ERROR",
        says: "Sending the transaction to OVO failed.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/SENDING_TRANSACTION_ERROR/listed/1/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/SENDING_TRANSACTION_ERROR",
                value: Some("SENDING_TRANSACTION_ERROR"),
            },
        ],
        claim: Claim::Probe(&["ovo_2019_sending: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.EXTERNAL_ERROR",
        says: "The wallet had an error.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/EXTERNAL_ERROR/listed/1/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EXTERNAL_ERROR",
                value: Some("EXTERNAL_ERROR"),
            },
        ],
        claim: Claim::Probe(&["ovo_2019_external: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.CHECKOUT_ERROR",
        says: "DANA had an error; it may pass in a few minutes.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/CHECKOUT_ERROR/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CHECKOUT_ERROR",
                value: Some("CHECKOUT_ERROR"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.GENERATE_CHECKOUT_TOKEN_ERROR",
        says: "The checkout_url could not be made.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/GENERATE_CHECKOUT_TOKEN_ERROR/listed/0/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/GENERATE_CHECKOUT_TOKEN_ERROR/listed/1/http",
                value: Some("422"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/GENERATE_CHECKOUT_TOKEN_ERROR",
                value: Some("GENERATE_CHECKOUT_TOKEN_ERROR"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "codes.PAYMENT_NOT_FOUND_ERROR",
        says: "No payment with this external_id and ewallet_type is visible.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/PAYMENT_NOT_FOUND_ERROR/listed/0/http",
                value: Some("404"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/PAYMENT_NOT_FOUND_ERROR/listed/1/http",
                value: Some("404"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/PAYMENT_NOT_FOUND_ERROR",
                value: Some("PAYMENT_NOT_FOUND_ERROR"),
            },
        ],
        claim: Claim::Probe(&["nobody: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.UNSUPPORTED_CURRENCY",
        says: "The wallet does not take this currency.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/UNSUPPORTED_CURRENCY/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/UNSUPPORTED_CURRENCY",
                value: Some("UNSUPPORTED_CURRENCY"),
            },
        ],
        claim: Claim::Probe(&["charge_foreign: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.INVALID_PAYMENT_METHOD_ID",
        says: "The payment_method_id does not exist or does not fit the wallet or the customer.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_PAYMENT_METHOD_ID/listed/0/http",
                value: Some("400"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_PAYMENT_METHOD_ID",
                value: Some("INVALID_PAYMENT_METHOD_ID"),
            },
        ],
        claim: Claim::Probe(&["charge_linked: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.INVALID_MERCHANT_CREDENTIALS",
        says: "The wallet does not accept the merchant's credentials.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_MERCHANT_CREDENTIALS/listed/0/http",
                value: Some("401"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_MERCHANT_CREDENTIALS",
                value: Some("INVALID_MERCHANT_CREDENTIALS"),
            },
        ],
        claim: Claim::Probe(&["charge_credentials: word /failure_code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.INVALID_TOKEN",
        says: "The link to the customer's account has expired and must be made again.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_TOKEN/listed/0/http",
                value: Some("401"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_TOKEN",
                value: Some("INVALID_TOKEN"),
            },
        ],
        claim: Claim::NoProbe(
            "No page says which request brings it about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "codes.CHANNEL_NOT_ACTIVATED",
        says: "The wallet is not activated for this merchant.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/CHANNEL_NOT_ACTIVATED/listed/0/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CHANNEL_NOT_ACTIVATED",
                value: Some("CHANNEL_NOT_ACTIVATED"),
            },
        ],
        claim: Claim::Probe(&["charge_not_activated: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.UNSUPPORTED_CONTENT_TYPE",
        says: "The content type of the request is not supported.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/UNSUPPORTED_CONTENT_TYPE/listed/0/http",
                value: Some("403"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/UNSUPPORTED_CONTENT_TYPE",
                value: Some("UNSUPPORTED_CONTENT_TYPE"),
            },
        ],
        claim: Claim::NoProbe(
            "No page says which request brings it about; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "codes.CALLBACK_URL_NOT_FOUND",
        says: "There is no callback URL, neither in the dashboard nor in a header.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/CALLBACK_URL_NOT_FOUND/listed/0/http",
                value: Some("404"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CALLBACK_URL_NOT_FOUND",
                value: Some("CALLBACK_URL_NOT_FOUND"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account whose dashboard has no callback URL, and then no callback can be looked at.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "codes.DATA_NOT_FOUND",
        says: "There is no charge with this id.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/DATA_NOT_FOUND/listed/0/http",
                value: Some("404"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/DATA_NOT_FOUND",
                value: Some("DATA_NOT_FOUND"),
            },
        ],
        claim: Claim::Probe(&["charge_nobody: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.CHARGE_LIMIT_EXCEEDED",
        says: "Too many tries for the same customer in ten minutes.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/CHARGE_LIMIT_EXCEEDED/listed/0/http",
                value: Some("429"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CHARGE_LIMIT_EXCEEDED",
                value: Some("CHARGE_LIMIT_EXCEEDED"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a flood of requests, which is no way to treat a provider; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "codes.RATE_LIMIT_EXCEEDED",
        says: "Too many requests.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/RATE_LIMIT_EXCEEDED/listed/0/http",
                value: Some("429"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/RATE_LIMIT_EXCEEDED/listed/1/http",
                value: Some("429"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/RATE_LIMIT_EXCEEDED",
                value: Some("RATE_LIMIT_EXCEEDED"),
            },
        ],
        claim: Claim::NoProbe(
            "It needs a flood of requests, which is no way to treat a provider; a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "codes.SERVER_ERROR",
        says: "The provider had an unexpected error.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/SERVER_ERROR/listed/0/http",
                value: Some("500"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/SERVER_ERROR/listed/1/http",
                value: Some("500"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/SERVER_ERROR",
                value: Some("SERVER_ERROR"),
            },
        ],
        claim: Claim::Probe(&["charge_server_error: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.CHANNEL_UNAVAILABLE",
        says: "The wallet has unexpected trouble.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/CHANNEL_UNAVAILABLE/listed/0/http",
                value: Some("503"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CHANNEL_UNAVAILABLE/listed/1/http",
                value: Some("503"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CHANNEL_UNAVAILABLE",
                value: Some("CHANNEL_UNAVAILABLE"),
            },
        ],
        claim: Claim::Probe(&["charge_unavailable: code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.ACCOUNT_ACCESS_BLOCKED",
        says: "The wallet has restricted the customer's account.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/ACCOUNT_ACCESS_BLOCKED",
                value: Some("ACCOUNT_ACCESS_BLOCKED"),
            },
        ],
        claim: Claim::Probe(&["charge_blocked: word /failure_code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.USER_DECLINED_PAYMENT",
        says: "The customer declined the payment.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/USER_DECLINED_PAYMENT",
                value: Some("USER_DECLINED_PAYMENT"),
            },
        ],
        claim: Claim::Probe(&["charge_declined: word /failure_code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.INVALID_ACCOUNT_DETAILS",
        says: "The customer gave wrong details.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/INVALID_ACCOUNT_DETAILS",
                value: Some("INVALID_ACCOUNT_DETAILS"),
            },
        ],
        claim: Claim::Probe(&["charge_details: word /failure_code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.MAXIMUM_LIMIT_REACHED",
        says: "The customer's payments exceed a limit of the customer or the wallet.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/MAXIMUM_LIMIT_REACHED",
                value: Some("MAXIMUM_LIMIT_REACHED"),
            },
        ],
        claim: Claim::Probe(&["charge_limit: word /failure_code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.INSUFFICIENT_BALANCE",
        says: "The customer's balance is too low.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/INSUFFICIENT_BALANCE",
                value: Some("INSUFFICIENT_BALANCE"),
            },
        ],
        claim: Claim::Probe(&["charge_balance: word /failure_code"]),
    },
    Fact {
        provider: "instamoney",
        id: "codes.DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED",
        says: "Test mode: the payment was taken note of.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED",
                value: Some("DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED"),
            },
        ],
        claim: Claim::NoProbe(
            "Only the provider's own test mode answers so: the step ovo_2019_other asks for it there, and a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "codes.DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED",
        says: "Test mode: the simulated payment was taken note of.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED",
                value: Some("DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED"),
            },
        ],
        claim: Claim::NoProbe(
            "Only the provider's own test mode answers so: the step ovo_2019_other asks for it there, and a session judges it wherever it is met.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.charge.FAILED",
        says: "The charge failed; failure_code says why.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/FAILED",
                value: Some("FAILED"),
            },
        ],
        claim: Claim::Probe(&["charge_declined: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.charge.PENDING",
        says: "The charge awaits the customer.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/PENDING",
                value: Some("PENDING"),
            },
        ],
        claim: Claim::Probe(&["charge_made: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.charge.REFUNDED",
        says: "The charge was given back.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/REFUNDED",
                value: Some("REFUNDED"),
            },
        ],
        claim: Claim::NoProbe(
            "A refund of a charge has no operation here, because no document shows it whole.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.charge.SUCCEEDED",
        says: "The customer has paid.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/SUCCEEDED",
                value: Some("SUCCEEDED"),
            },
        ],
        claim: Claim::Probe(&["charge_paid: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.charge.VOIDED",
        says: "The charge was given back in full, on the day of the payment.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/VOIDED",
                value: Some("VOIDED"),
            },
        ],
        claim: Claim::Probe(&["voided: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.dana.EXPIRED",
        says: "The payment URL has expired, for instance because the user did not open or finish it.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/dana/EXPIRED",
                value: Some("EXPIRED"),
            },
        ],
        claim: Claim::Probe(&["dana_expired: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.dana.FAILED",
        says: "The payment could not be created with DANA.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/dana/FAILED",
                value: Some("FAILED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.dana.PAID",
        says: "The payment has succeeded.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/dana/PAID",
                value: Some("PAID"),
            },
        ],
        claim: Claim::Probe(&["dana_paid: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.dana.PENDING",
        says: "The payment awaits the approval of the DANA user.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/dana/PENDING",
                value: Some("PENDING"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.dana_callback.EXPIRED",
        says: "The payment has expired.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/dana_callback/EXPIRED",
                value: Some("EXPIRED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.dana_callback.PAID",
        says: "The payment was made.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/dana_callback/PAID",
                value: Some("PAID"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.linkaja.COMPLETED",
        says: "The payment has succeeded.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/linkaja/COMPLETED",
                value: Some("COMPLETED"),
            },
        ],
        claim: Claim::Probe(&["linkaja_paid: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.linkaja.EXPIRED",
        says: "The payment URL has expired, for instance because the user did not open or finish it.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/linkaja/EXPIRED",
                value: Some("EXPIRED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.linkaja.FAILED",
        says: "The payment could not be created with LinkAja.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/linkaja/FAILED",
                value: Some("FAILED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.linkaja.PENDING",
        says: "The payment awaits the approval of the LinkAja user.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/linkaja/PENDING",
                value: Some("PENDING"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.linkaja_callback.FAILED",
        says: "The payment failed.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/linkaja_callback/FAILED",
                value: Some("FAILED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.linkaja_callback.SUCCESS_COMPLETED",
        says: "The payment was made.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/linkaja_callback/SUCCESS_COMPLETED",
                value: Some("SUCCESS_COMPLETED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.ovo.COMPLETED",
        says: "The payment has succeeded.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/ovo/COMPLETED",
                value: Some("COMPLETED"),
            },
        ],
        claim: Claim::Probe(&["ovo_paid: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.ovo.FAILED",
        says: "The payment has failed, for instance because the user did not finish it or the session timed out.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/ovo/FAILED",
                value: Some("FAILED"),
            },
        ],
        claim: Claim::Probe(&["ovo_declined: word /status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.ovo.PENDING",
        says: "The payment awaits the approval of the OVO user.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/ovo/PENDING",
                value: Some("PENDING"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.ovo_callback.COMPLETED",
        says: "The payment was made.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/ovo_callback/COMPLETED",
                value: Some("COMPLETED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.ovo_callback.FAILED",
        says: "The payment failed; failure_code says why.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/ovo_callback/FAILED",
                value: Some("FAILED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.refund.FAILED",
        says: "The money did not go back; failure_code says why.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/refund/FAILED",
                value: Some("FAILED"),
            },
        ],
        claim: Claim::NoProbe(
            "A refund of a charge has no operation here, because no document shows it whole.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.refund.PENDING",
        says: "The refund is under way.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/refund/PENDING",
                value: Some("PENDING"),
            },
        ],
        claim: Claim::NoProbe(
            "A refund of a charge has no operation here, because no document shows it whole.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.refund.SUCCEEDED",
        says: "The money went back.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/refund/SUCCEEDED",
                value: Some("SUCCEEDED"),
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "statuses.void.FAILED",
        says: "The charge was not given back.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/void/FAILED",
                value: Some("FAILED"),
            },
        ],
        claim: Claim::NoProbe(
            "Nothing that a merchant sends makes a void fail after it was accepted.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.void.PENDING",
        says: "The void is under way.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/void/PENDING",
                value: Some("PENDING"),
            },
        ],
        claim: Claim::Probe(&["void: word /void_status"]),
    },
    Fact {
        provider: "instamoney",
        id: "statuses.void.SUCCEEDED",
        says: "The charge was given back in full.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/void/SUCCEEDED",
                value: Some("SUCCEEDED"),
            },
        ],
        claim: Claim::Probe(&["voided: word /void_status"]),
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.create",
        says: "A payment of OVO, DANA or LINKAJA is made with POST /ewallets.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_payment/path",
                value: Some("/ewallets"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_payment/method",
                value: Some("POST"),
            },
        ],
        claim: Claim::Probe(
            &["ovo_made: answered", "dana_made: answered", "linkaja_made: answered"],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.create.status",
        says: "A new payment is answered with 200.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_payment/status",
                value: Some("200"),
            },
        ],
        claim: Claim::Probe(&["ovo_made: status"]),
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.create.members",
        says: "The members of a new payment, which are required, and their forms.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/EwalletPayment",
                value: None,
            },
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/OvoPaymentRequest",
                value: None,
            },
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/DanaPaymentRequest",
                value: None,
            },
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/LinkajaPaymentRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["ovo_made: reads", "dana_made: reads", "linkaja_made: reads"],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.get",
        says: "The state of a payment is GET /ewallets with external_id and ewallet_type.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/get_ewallet_payment/path",
                value: Some("/ewallets"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_ewallet_payment/method",
                value: Some("GET"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_ewallet_payment/status",
                value: Some("200"),
            },
        ],
        claim: Claim::Probe(&["ovo_seen: answered", "ovo_seen: reads"]),
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.get.amount.text",
        says: "The amount is a text in the state of an OVO payment.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/EwalletPaymentStatus/properties/amount",
                value: None,
            },
        ],
        claim: Claim::Probe(&["ovo_seen: text /amount"]),
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.get.without_wallet",
        says: "Without ewallet_type the answer is 404 with an empty body.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/http/0/status",
                value: Some("404"),
            },
        ],
        claim: Claim::Probe(&["without_wallet: empty"]),
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.version",
        says: "X-API-VERSION changes OVO only: 2019-02-04 answers at once, 2020-02-01 calls back.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_payment/parameter/X-API-VERSION",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "ovo_made: has /status",
                "ovo_2019_made: accepted",
                "ovo_2019_made: lacks /status",
            ],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.headers",
        says: "for-user-id and with-fee-rule name a sub-account and a fee rule on /ewallets.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_payment/parameter/for-user-id",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_payment/parameter/with-fee-rule",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_ewallet_payment/parameter/for-user-id",
                value: None,
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "ewallets.validation",
        says: "A validation error comes with or without message; path is a list or a text; field has messages.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "schemas/error.json",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "ovo.phone.form",
        says: "OVO and LINKAJA want phone numbers of Indonesia, as 08…",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/phone/form",
                value: Some("national"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/phone/foreign",
                value: Some("false"),
            },
        ],
        claim: Claim::Probe(
            &[
                "ovo_made: accepted",
                "linkaja_made: accepted",
                "ovo_phone_foreign: refused",
            ],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "ovo.phone.length",
        says: "An OVO phone number is 08 and 7 to 12 digits.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/OvoPaymentRequest/properties/phone/pattern",
                value: Some("^08[0-9]{7,12}$"),
            },
        ],
        claim: Claim::Probe(&["ovo_phone_short: accepted", "ovo_phone_long: accepted"]),
    },
    Fact {
        provider: "instamoney",
        id: "ovo.reference.characters",
        says: "A reference of OVO 2020-02-01 has ASCII letters, digits and hyphens.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/OvoPaymentRequest/properties/external_id/pattern",
                value: Some("^[A-Za-z0-9-]+$"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/reference/punctuation",
                value: Some("-"),
            },
        ],
        claim: Claim::Probe(&["ovo_hyphen: accepted", "ovo_underscore: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "ovo.reference.length",
        says: "A reference of OVO 2020-02-01 has at most 50 characters.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/reference/maximum_length",
                value: Some("50"),
            },
        ],
        claim: Claim::Probe(&["ovo_longest: accepted", "ovo_too_long: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "ovo.minimum",
        says: "An OVO payment is at least 1 rupiah.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/minimum",
                value: Some("1"),
            },
        ],
        claim: Claim::Probe(&["ovo_zero: refused", "ovo_least: accepted"]),
    },
    Fact {
        provider: "instamoney",
        id: "ovo.maximum",
        says: "An OVO payment is at most 10,000,000 rupiah.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/maximum",
                value: Some("10000000"),
            },
        ],
        claim: Claim::Probe(&["ovo_most: accepted", "ovo_above: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "ovo.again",
        says: "The same external_id never makes a second payment, also after one that was paid or failed.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/send_again",
                value: Some("true"),
            },
        ],
        claim: Claim::Probe(
            &[
                "ovo_again: refused",
                "ovo_again_paid: refused",
                "ovo_again_declined: refused",
            ],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "ovo.2019.again",
        says: "OVO 2019-02-04 frees the external_id of a payment that failed.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/send_again",
                value: Some("true"),
            },
        ],
        claim: Claim::Probe(
            &[
                "ovo_2019_declined: refused",
                "ovo_2019_made: accepted",
                "ovo_2019_again: refused",
            ],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "visibility_delay.ovo",
        says: "A new OVO payment that cannot be found proves nothing for 120 seconds.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:ovo/visibility_delay_seconds",
                value: Some("120"),
            },
        ],
        claim: Claim::Probe(&["ovo_seen: found within after ovo_made"]),
    },
    Fact {
        provider: "instamoney",
        id: "visibility_delay.dana",
        says: "A new DANA payment that cannot be found proves nothing for 120 seconds.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:dana/visibility_delay_seconds",
                value: Some("120"),
            },
        ],
        claim: Claim::Probe(&["dana_seen: found within after dana_made"]),
    },
    Fact {
        provider: "instamoney",
        id: "visibility_delay.linkaja",
        says: "A new LINKAJA payment that cannot be found proves nothing for 120 seconds.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:linkaja/visibility_delay_seconds",
                value: Some("120"),
            },
        ],
        claim: Claim::Probe(&["linkaja_seen: found within after linkaja_made"]),
    },
    Fact {
        provider: "instamoney",
        id: "visibility_delay.shopeepay",
        says: "A new charge that cannot be found by its id proves nothing for 120 seconds.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/visibility_delay_seconds",
                value: Some("120"),
            },
        ],
        claim: Claim::Probe(&["charge_seen: found within after charge_made"]),
    },
    Fact {
        provider: "instamoney",
        id: "dana.again",
        says: "The same external_id never makes a second DANA payment, also after one that expired.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:dana/send_again",
                value: Some("true"),
            },
        ],
        claim: Claim::Probe(&["dana_again: refused", "dana_again_expired: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "dana.expiration.zone",
        says: "An expiration_date without a zone is UTC.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/DanaPaymentRequest/properties/expiration_date",
                value: None,
            },
        ],
        claim: Claim::Probe(&["dana_naive_made: accepted"]),
    },
    Fact {
        provider: "instamoney",
        id: "dana.get.expiration",
        says: "The state of a DANA payment tells expiration_date with +07:00.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/EwalletPaymentStatus/properties/expiration_date",
                value: None,
            },
        ],
        claim: Claim::Probe(&["dana_seen: time /expiration_date jakarta"]),
    },
    Fact {
        provider: "instamoney",
        id: "linkaja.again",
        says: "The same external_id never makes a second LINKAJA payment.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:linkaja/send_again",
                value: Some("true"),
            },
        ],
        claim: Claim::Probe(&["linkaja_again: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "linkaja.items",
        says: "A LINKAJA payment has at least one item.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/LinkajaPaymentRequest/properties/items/minItems",
                value: Some("1"),
            },
        ],
        claim: Claim::Probe(
            &["linkaja_no_items: refused", "linkaja_without_items: refused"],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "linkaja.item",
        says: "An item's price is whole rupiah, its quantity at least 1.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/LinkajaItem",
                value: None,
            },
        ],
        claim: Claim::NoProbe(
            "The client sends nothing else, so a provider that takes more would not be noticed; what it sends is taken by linkaja_made.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "amounts.whole",
        says: "Rupiah amounts have no fraction.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/currency_digits",
                value: Some("0"),
            },
        ],
        claim: Claim::Probe(&["ovo_half: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "ovo.created",
        says: "An OVO 2020-02-01 payment is answered with `created` in UTC.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/payments.json",
                pointer: "/$defs/EwalletPayment/properties/created",
                value: None,
            },
        ],
        claim: Claim::Probe(&["ovo_made: time /created utc"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.create",
        says: "A charge is made with POST /ewallets/charges.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_charge/path",
                value: Some("/ewallets/charges"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_charge/method",
                value: Some("POST"),
            },
        ],
        claim: Claim::Probe(&["charge_made: answered"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.create.status",
        says: "A new charge is answered with 202.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_charge/status",
                value: Some("202"),
            },
        ],
        claim: Claim::Probe(&["charge_made: status"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.members",
        says: "The members of a charge, in its answers.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/EwalletCharge",
                value: None,
            },
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/EwalletChargeRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "charge_made: reads",
                "charge_seen: reads",
                "charge_made: has /id",
                "charge_made: has /channel_code",
            ],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "charges.get",
        says: "The state of a charge is GET /ewallets/charges/{id}.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/get_ewallet_charge/path",
                value: Some("/ewallets/charges/{id}"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_ewallet_charge/method",
                value: Some("GET"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_ewallet_charge/status",
                value: Some("200"),
            },
        ],
        claim: Claim::Probe(&["charge_seen: answered", "charge_seen: status"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.amount",
        says: "The amounts of a charge come as numbers; texts are accepted on receipt.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/EwalletCharge/properties/charge_amount",
                value: None,
            },
        ],
        claim: Claim::Probe(&["charge_made: number /charge_amount"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.created",
        says: "A charge tells `created` in UTC.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/EwalletCharge/properties/created",
                value: None,
            },
        ],
        claim: Claim::Probe(&["charge_made: time /created utc"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.minimum",
        says: "A charge may be 1 rupiah: the wallet decides.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/EwalletChargeRequest/properties/amount/minimum",
                value: Some("1"),
            },
        ],
        claim: Claim::Probe(&["charge_least: accepted"]),
    },
    Fact {
        provider: "instamoney",
        id: "shopeepay.limits",
        says: "A payment by ShopeePay is 1 to 20,000,000 rupiah.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/minimum",
                value: Some("1"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/maximum",
                value: Some("20000000"),
            },
        ],
        claim: Claim::Probe(&["charge_least: accepted"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.reference.length",
        says: "A reference_id has at most 255 characters.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/EwalletChargeRequest/properties/reference_id/maxLength",
                value: Some("255"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/reference/maximum_length",
                value: Some("255"),
            },
        ],
        claim: Claim::Probe(&["charge_longest: accepted", "charge_too_long: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.again",
        says: "The same reference_id never makes a second charge.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/method/ewallet:shopeepay/send_again",
                value: Some("true"),
            },
        ],
        claim: Claim::Probe(&["charge_again: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.mobile_number",
        says: "The mobile_number of a charge has a country code.",
        evidence: Evidence::Recorded,
        at: &[
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/ChannelProperties/properties/mobile_number/pattern",
                value: Some("^\\+?[1-9]\\d{1,14}$"),
            },
        ],
        claim: Claim::Probe(&["charge_phone: refused"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.basket",
        says: "Basket items need all members but url, description, sub_category, metadata.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/BasketItem/required",
                value: None,
            },
        ],
        claim: Claim::Probe(&["charge_basket: accepted"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.headers",
        says: "for-user-id and with-fee-rule work on charges as on /ewallets.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_charge/parameter/for-user-id",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_charge/parameter/with-fee-rule",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/get_ewallet_charge/parameter/for-user-id",
                value: None,
            },
            At {
                file: "operations.toml",
                pointer: "/operation/void_ewallet_charge/parameter/for-user-id",
                value: None,
            },
        ],
        claim: Claim::NoProbe(
            "It needs an account with xenPlatform and a sub-account of it, which a test account need not have.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "fee_headers",
        says: "The fee ids come back in headers that are called fee_rule_id and fee_id.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/setting/fee_headers",
                value: None,
            },
        ],
        claim: Claim::NoProbe("It needs an account with xenPlatform and a fee rule."),
    },
    Fact {
        provider: "instamoney",
        id: "charges.callback_url",
        says: "The header x-callback-url says where the callback of a charge goes.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/create_ewallet_charge/parameter/x-callback-url",
                value: None,
            },
        ],
        claim: Claim::Probe(&["charge_made: has /callback_url"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.void",
        says: "A charge is given back with POST /ewallets/charges/{id}/void.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/void_ewallet_charge/path",
                value: Some("/ewallets/charges/{id}/void"),
            },
            At {
                file: "operations.toml",
                pointer: "/operation/void_ewallet_charge/method",
                value: Some("POST"),
            },
        ],
        claim: Claim::Probe(&["void: answered"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.void.status",
        says: "A void is answered with 202, as a new charge is.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/void_ewallet_charge/status",
                value: Some("202"),
            },
        ],
        claim: Claim::Probe(&["void: status"]),
    },
    Fact {
        provider: "instamoney",
        id: "charges.void.paid",
        says: "A void works on a paid charge only, in full, the same day.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/operation/void_ewallet_charge/summary",
                value: Some(
                    "Gives back a paid charge in full, on the day of the payment.",
                ),
            },
        ],
        claim: Claim::Probe(
            &["void_unpaid: denied", "void_paid: means paid", "void: accepted"],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "charges.voided",
        says: "A voided_at beside no other void_status means that the charge was given back.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "schemas/charges.json",
                pointer: "/$defs/EwalletCharge/properties/voided_at",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["void: done", "voided: has /voided_at", "voided: means refunded"],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.members",
        says: "The members of the callbacks of OVO, DANA and LINKAJA.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "schemas/callbacks.json",
                pointer: "/$defs/OvoCallback",
                value: None,
            },
            At {
                file: "schemas/callbacks.json",
                pointer: "/$defs/DanaCallback",
                value: None,
            },
            At {
                file: "schemas/callbacks.json",
                pointer: "/$defs/LinkajaCallback",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["callback: Ovo paid", "callback: Dana paid", "callback: Linkaja paid"],
        ),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.header",
        says: "The header x-callback-token holds the dashboard's token.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/headers/0",
                value: Some("x-callback-token"),
            },
        ],
        claim: Claim::Probe(&["callback: header", "callback: proved"]),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.repeats",
        says: "A callback that is not accepted is sent again: six times within 24 hours.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/delivery",
                value: Some(
                    "POST, JSON. Expects 200. OVO: to the URL set in the dashboard; DANA and LINKAJA: to callback_url of the request; charges: to x-callback-url, else the dashboard's. The provider's pages tell of six retries within 24 hours, of duplicates and of any order.",
                ),
            },
        ],
        claim: Claim::Probe(&["callback: repeated"]),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.token",
        says: "The body of a DANA or LINKAJA callback holds the token as callback_authentication_token.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid-dana/token",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid-linkaja/token",
                value: None,
            },
        ],
        claim: Claim::Nothing,
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.targets",
        says: "OVO callbacks go to the dashboard's URL, DANA and LINKAJA to callback_url of the request.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/delivery",
                value: Some(
                    "POST, JSON. Expects 200. OVO: to the URL set in the dashboard; DANA and LINKAJA: to callback_url of the request; charges: to x-callback-url, else the dashboard's. The provider's pages tell of six retries within 24 hours, of duplicates and of any order.",
                ),
            },
        ],
        claim: Claim::NoProbe(
            "A session has one address, which is in the request and in the dashboard, so both rules lead there.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.charge",
        says: "The callback of a charge is the event ewallet.capture with the charge in data.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/callback/Charge",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Charge paid"]),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.charge.failed",
        says: "The callback of a charge that failed has the shape of that of a paid one.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/failed-charge",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Charge failed"]),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.void",
        says: "The callback of a void is the event ewallet.void with the charge in data.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/callback/Void",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/refunded-charge-void",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Void refunded"]),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.refund",
        says: "The callback of a refund is the event ewallet.refund with charge_id and refund_amount, and no reference.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/callback/Refund",
                value: None,
            },
        ],
        claim: Claim::NoProbe(
            "A refund of a charge has no operation here, because no document shows it whole.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.refund.charge",
        says: "A refund that names the reference has the shape of a charge's callback.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "operations.toml",
                pointer: "/callback/ChargeRefund",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/refunded-charge",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/paid-charge-partly-refunded",
                value: None,
            },
        ],
        claim: Claim::NoProbe(
            "A refund of a charge has no operation here, because no document shows it whole.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.dana.expired",
        says: "The callback of an expired DANA payment has the members of that of a paid one.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/expired-dana",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Dana expired"]),
    },
    Fact {
        provider: "instamoney",
        id: "callbacks.linkaja.failed",
        says: "The callback of a failed LINKAJA payment has the members of that of a paid one.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/failed-linkaja",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Linkaja failed"]),
    },
    Fact {
        provider: "instamoney",
        id: "meaning.outcomes",
        says: "After OVO_TIMEOUT_ERROR, SENDING_TRANSACTION_ERROR, EXTERNAL_ERROR, CHECKOUT_ERROR, GENERATE_CHECKOUT_TOKEN_ERROR, SERVER_ERROR and CHANNEL_UNAVAILABLE the payment may exist.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/OVO_TIMEOUT_ERROR/outcome",
                value: Some("unknown"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/SENDING_TRANSACTION_ERROR/outcome",
                value: Some("unknown"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EXTERNAL_ERROR/outcome",
                value: Some("unknown"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CHECKOUT_ERROR/outcome",
                value: Some("unknown"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/GENERATE_CHECKOUT_TOKEN_ERROR/outcome",
                value: Some("unknown"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/SERVER_ERROR/outcome",
                value: Some("unknown"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/CHANNEL_UNAVAILABLE/outcome",
                value: Some("unknown"),
            },
        ],
        claim: Claim::NoProbe(
            "No number of payments that did not exist proves that the next one will not. The careful reading costs a question.",
        ),
    },
    Fact {
        provider: "instamoney",
        id: "meaning.final",
        says: "USER_DID_NOT_AUTHORIZE_THE_PAYMENT and EWALLET_APP_UNREACHABLE are final.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/code/USER_DID_NOT_AUTHORIZE_THE_PAYMENT/outcome",
                value: Some("refused"),
            },
            At {
                file: "codes.toml",
                pointer: "/code/EWALLET_APP_UNREACHABLE/outcome",
                value: Some("refused"),
            },
        ],
        claim: Claim::NoProbe(
            "A payment that is made all the same, later, would be a fault at the wallet, which no test mode plays.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "statuses.charge.0",
        says: "The charge is under way.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/0",
                value: Some("0"),
            },
        ],
        claim: Claim::NoProbe(
            "No test customer's charge is known to end so; a session shows the callback wherever it is met.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "statuses.charge.1",
        says: "The charge has succeeded.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/1",
                value: Some("1"),
            },
        ],
        claim: Claim::Probe(&["callback: Charge paid"]),
    },
    Fact {
        provider: "rpi",
        id: "statuses.charge.2",
        says: "The charge was given back.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/2",
                value: Some("2"),
            },
        ],
        claim: Claim::NoProbe(
            "No test customer's charge is known to end so; a session shows the callback wherever it is met.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "statuses.charge.3",
        says: "The charge was cancelled.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/3",
                value: Some("3"),
            },
        ],
        claim: Claim::NoProbe(
            "No test customer's charge is known to end so; a session shows the callback wherever it is met.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "statuses.charge.4",
        says: "The charge failed.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "statuses.toml",
                pointer: "/charge/4",
                value: Some("4"),
            },
        ],
        claim: Claim::NoProbe(
            "No test customer's charge is known to end so; a session shows the callback wherever it is met.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "host.test",
        says: "The sandbox is https://sandbox.api.of.ayoconnect.id.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/settings/test",
                value: Some("https://sandbox.api.of.ayoconnect.id"),
            },
        ],
        claim: Claim::Probe(&["token: answered"]),
    },
    Fact {
        provider: "rpi",
        id: "host.live",
        says: "Production is https://api.of.ayoconnect.id.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/settings/live",
                value: Some("https://api.of.ayoconnect.id"),
            },
        ],
        claim: Claim::NoProbe(
            "A session is held with one host, and not with the live one without need: `payments verify --i-know` reads there.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "token.path",
        says: "The token call is POST /v1/oauth/client_credential/accesstoken?grant_type=client_credentials, a form with client_id and client_secret.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1v1~1oauth~1client_credential~1accesstoken/post",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TokenRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(&["token: answered", "token: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "token.answer",
        says: "The answer of the token call has accessToken, expiresIn, tokenType and others; its refusal ErrorCode and Error.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/TokenResponse",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["token: reads", "token: has /accessToken", "token: has /expiresIn"],
        ),
    },
    Fact {
        provider: "rpi",
        id: "token.form",
        says: "Authorization is bearer, and 35 characters long: the token has 28 and is opaque.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/setting/client_id",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "create",
        says: "Create is POST /api/v1/rpi.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: answered"]),
    },
    Fact {
        provider: "rpi",
        id: "create.status",
        says: "A new instruction is answered with 201.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post/responses/201",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: status"]),
    },
    Fact {
        provider: "rpi",
        id: "refusals.statuses",
        says: "400 is for headers, 401 for the token, 412 for parameters.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post/responses/400",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post/responses/401",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post/responses/412",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "without_phone: denied",
                "without_correlation: denied",
                "wrong_token: denied",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "refusals.proof",
        says: "A refusal with 400, 401 or 412 did nothing.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "codes.toml",
                pointer: "/http/0/outcome",
                value: Some("refused"),
            },
            At {
                file: "codes.toml",
                pointer: "/http/1/outcome",
                value: Some("refused"),
            },
            At {
                file: "codes.toml",
                pointer: "/http/2/outcome",
                value: Some("refused"),
            },
        ],
        claim: Claim::NoProbe(
            "No number of refusals that did nothing proves that the next one will not; the document's words for them leave no doubt.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "create.members",
        says: "Members of the request, their types and lengths; maxBillAmount, schedule, startDate, productDetails, notificationConfig, additionalInfo by name.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/VariableInstruction",
                value: None,
            },
        ],
        claim: Claim::Probe(&["without_schedule: refused", "without_products: refused"]),
    },
    Fact {
        provider: "rpi",
        id: "create.lost",
        says: "transactionId, phoneNumber, amount, currency, bankCode: names lost on the page.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/transactionId",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/phoneNumber",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/amount",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/currency",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/bankCode",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "fixed_made: accepted",
                "without_phone: refused",
                "without_currency: refused",
                "short_id: refused",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "create.type",
        says: "subscriptionType is 0 for fixed and 1 for variable.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/subscriptionType",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/VariableInstruction/properties/subscriptionType",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["fixed_made: accepted", "variable_made: accepted", "without_type: refused"],
        ),
    },
    Fact {
        provider: "rpi",
        id: "create.notification",
        says: "notificationRequired is Y or N.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/notificationRequired",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: accepted", "without_notification: refused"]),
    },
    Fact {
        provider: "rpi",
        id: "create.schedule",
        says: "schedule has intervalUnit (DAY, WEEK, MONTH), interval, numberOfOccurrences.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "crates/payments-rpi/src/schedule.rs",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "fixed_made: accepted",
                "fixed_seen: equals /rpi/schedule/intervalUnit MONTH",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "create.start",
        says: "startDate, the date of the first charge, stands beside schedule.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "crates/payments-rpi/src/schedule.rs",
                pointer: "",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["fixed_made: accepted", "fixed_seen: time /rpi/startDate day"],
        ),
    },
    Fact {
        provider: "rpi",
        id: "create.date",
        says: "Dates are sent as DD-MM-YYYY; the length of 11 fits DD-MMM-YYYY.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/setting/date_format",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: accepted", "month_name: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "create.product",
        says: "A product has name and code.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/Product",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "create.info",
        says: "An entry of additionalInfo has key, value, display; only key is required.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/AdditionalInfo",
                value: None,
            },
        ],
        claim: Claim::Probe(&["info: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "create.config",
        says: "Members of notificationConfig are open objects.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/notificationConfig",
                value: None,
            },
        ],
        claim: Claim::Probe(&["notification: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "create.bank",
        says: "A bank code is three digits; the currency is IDR.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/bankCode",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/FixedInstruction/properties/currency",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["bank: accepted", "long_bank: refused", "dollars: refused"],
        ),
    },
    Fact {
        provider: "rpi",
        id: "create.minimum",
        says: "Amounts are at least 10,000 rupiah.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/mandates/minimum",
                value: Some("10000"),
            },
        ],
        claim: Claim::Probe(&["small: refused", "least: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "create.answer",
        says: "webview, url, rpiCode, customerId of the answer to create.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/InstructionCreated",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "fixed_made: reads",
                "fixed_made: has /rpiCode",
                "fixed_made: has /customerId",
                "fixed_made: has /webview",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "create.page",
        says: "A URL opens the screen on which the customer confirms.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/InstructionCreated/properties/webview",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: reads", "fixed_made: has /webview"]),
    },
    Fact {
        provider: "rpi",
        id: "envelope",
        says: "code, message, responseTime, transactionId, referenceNumber, merchantCode of every answer.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/InstructionCreated/properties/responseTime",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/InstructionCreated/properties/referenceNumber",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "fixed_made: has /code",
                "fixed_made: has /transactionId",
                "fixed_made: has /referenceNumber",
                "fixed_made: has /merchantCode",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "times",
        says: "Dates are those of Jakarta (UTC+7), today too; responseTime is digits.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/InstructionCreated/properties/responseTime",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: time /responseTime digits"]),
    },
    Fact {
        provider: "rpi",
        id: "errors",
        says: "errors of a refusal has code, message, details.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/Error",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/ErrorEntry",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["small: tells /errors/0/code", "small: tells /errors/0/message"],
        ),
    },
    Fact {
        provider: "rpi",
        id: "headers.correlation",
        says: "The header of the correlation id is X-Correlation-ID.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post/parameters/X-Correlation-ID",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: accepted", "without_correlation: refused"]),
    },
    Fact {
        provider: "rpi",
        id: "headers.deprecated",
        says: "A-Correlation-ID holds the same id under a deprecated name.",
        evidence: Evidence::Doc,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post/parameters/A-Correlation-ID",
                value: None,
            },
        ],
        claim: Claim::Probe(&["both_correlations: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "headers.merchant",
        says: "The header A-Merchant-Code holds the merchant code.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post/parameters/A-Merchant-Code",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: accepted", "without_merchant: refused"]),
    },
    Fact {
        provider: "rpi",
        id: "headers.channel",
        says: "The header A-Channel-ID holds the channel.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi/post/parameters/A-Channel-ID",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_made: accepted", "without_channel: refused"]),
    },
    Fact {
        provider: "rpi",
        id: "headers.change",
        says: "The change of amount may take all headers of create.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1bill-amount/put/parameters/A-Correlation-ID",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1bill-amount/put/parameters/X-Correlation-ID",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1bill-amount/put/parameters/A-Merchant-Code",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1bill-amount/put/parameters/A-Channel-ID",
                value: None,
            },
        ],
        claim: Claim::Probe(&["change: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "get",
        says: "Get is GET /api/v1/rpi/{rpiCode}.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1{rpiCode}/get",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_seen: answered"]),
    },
    Fact {
        provider: "rpi",
        id: "get.query",
        says: "transactionId, customerId, merchantCode are in the query of get; its headers.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1{rpiCode}/get/parameters/rpiCode",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1{rpiCode}/get/parameters/transactionId",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1{rpiCode}/get/parameters/customerId",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1{rpiCode}/get/parameters/merchantCode",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1{rpiCode}/get/parameters/X-Correlation-ID",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_active: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "get.answer",
        says: "rpi of the answer to get has the members of the request, rpiCode, status, nextChargeDate.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/InstructionState",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/Instruction",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "fixed_seen: reads",
                "fixed_seen: has /rpi/rpiCode",
                "fixed_seen: has /rpi/status",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "amounts",
        says: "Money is a text with one or two decimals when received.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/Instruction/properties/amount",
                value: None,
            },
        ],
        claim: Claim::Probe(&["fixed_seen: text /rpi/amount"]),
    },
    Fact {
        provider: "rpi",
        id: "words",
        says: "An instruction goes PENDING_CONFIRMATION, ACTIVE, COMPLETED; or EXPIRED, REJECTED; or TERMINATED.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/InstructionStatus",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "fixed_seen: equals /rpi/status PENDING_CONFIRMATION",
                "fixed_active: equals /rpi/status ACTIVE",
                "rejected: equals /rpi/status REJECTED",
                "expired: equals /rpi/status EXPIRED",
                "ended: equals /rpi/status TERMINATED",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "visibility_delay",
        says: "An instruction that cannot be found proves nothing for 60 seconds.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/mandates/visibility_delay_seconds",
                value: Some("60"),
            },
        ],
        claim: Claim::Probe(&["fixed_seen: found within after fixed_made"]),
    },
    Fact {
        provider: "rpi",
        id: "reference",
        says: "The merchant's reference is transactionId, 32 letters and digits.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/reference/maximum_length",
                value: Some("32"),
            },
        ],
        claim: Claim::Probe(&["fixed_made: has /transactionId", "short_id: refused"]),
    },
    Fact {
        provider: "rpi",
        id: "again",
        says: "A create may be sent again under its transactionId: it is refused as used, or makes what nobody confirms.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/mandates/send_again",
                value: Some("true"),
            },
        ],
        claim: Claim::NoProbe(
            "What nobody confirms moves no money, whatever a repeat does; the step fixed_again shows what one does.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "change",
        says: "The change of amount is PUT /api/v1/rpi/bill-amount.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/paths/~1api~1v1~1rpi~1bill-amount/put",
                value: None,
            },
        ],
        claim: Claim::Probe(&["change: answered"]),
    },
    Fact {
        provider: "rpi",
        id: "change.members",
        says: "Members of the change, its amount with .00; without a charge on the date the next one is changed.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/UpdateBillAmountRequest",
                value: None,
            },
        ],
        claim: Claim::Probe(&["change: accepted"]),
    },
    Fact {
        provider: "rpi",
        id: "change.required",
        says: "All members of the change are required; no smallest amount but 1 in the body, and 10,000, as of any charge, through Mandates.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/UpdateBillAmountRequest/required",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &[
                "variable_made: done",
                "change_without_date: refused",
                "change_small: refused",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "change.answer",
        says: "amount, currency, date of the answer to the change.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/BillAmountUpdated",
                value: None,
            },
        ],
        claim: Claim::Probe(
            &["change: reads", "change: has /amount", "change: has /date"],
        ),
    },
    Fact {
        provider: "rpi",
        id: "change.again",
        says: "A change may be sent again while get still shows its date as that of the next charge.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/mandates/change_amount/send_again",
                value: Some("true"),
            },
            At {
                file: "capabilities.toml",
                pointer: "/mandates/change_amount/lookup",
                value: Some("by_reference"),
            },
        ],
        claim: Claim::Probe(
            &[
                "change_again: accepted",
                "change_again: same /amount as change",
                "change_again: same /date as change",
            ],
        ),
    },
    Fact {
        provider: "rpi",
        id: "change.visibility_delay",
        says: "A change whose answer was lost is applied within 60 seconds or never.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/mandates/change_amount/visibility_delay_seconds",
                value: Some("60"),
            },
        ],
        claim: Claim::NoProbe(
            "How long a request that was lost may still be on its way cannot be seen by one that was not.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "missing",
        says: "There is no list, no termination, no pause and no charge by the merchant.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/mandates/operations",
                value: None,
            },
        ],
        claim: Claim::NoProbe("To call what no page shows would be guessing at paths."),
    },
    Fact {
        provider: "rpi",
        id: "callbacks",
        says: "A callback of a charge has details with rpiCode, transactionId, amount, currency and status; the instruction's transactionId is in the envelope.",
        evidence: Evidence::ThirdParty,
        at: &[
            At {
                file: "openapi.json",
                pointer: "/components/schemas/ChargeCallback",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/components/schemas/ChargeDetails",
                value: None,
            },
            At {
                file: "openapi.json",
                pointer: "/x-callbacks",
                value: None,
            },
        ],
        claim: Claim::Probe(&["callback: Charge paid"]),
    },
    Fact {
        provider: "rpi",
        id: "callbacks.delivery",
        says: "Callbacks are POST of JSON over HTTPS; any 2xx acknowledges; three or four deliveries, duplicates.",
        evidence: Evidence::Official,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/delivery",
                value: Some(
                    "POST, JSON, to an HTTPS endpoint registered with the provider. Any 2xx acknowledges. About three or four deliveries within minutes, duplicates, any order. No page of RPI shows one: it is a hint, to be confirmed by asking.",
                ),
            },
        ],
        claim: Claim::Probe(&["callback: repeated"]),
    },
    Fact {
        provider: "rpi",
        id: "callbacks.kinds",
        says: "A charge is told when it succeeded, failed or is under way; nothing shows that refunds and cancellations are.",
        evidence: Evidence::Assumed,
        at: &[
            At {
                file: "callbacks.toml",
                pointer: "/callback/failed",
                value: None,
            },
            At {
                file: "callbacks.toml",
                pointer: "/callback/pending",
                value: None,
            },
        ],
        claim: Claim::NoProbe(
            "No test customer's charge is known to fail or to stay under way.",
        ),
    },
    Fact {
        provider: "rpi",
        id: "callbacks.unproved",
        says: "Callbacks are not proved.",
        evidence: Evidence::Inferred,
        at: &[
            At {
                file: "capabilities.toml",
                pointer: "/callbacks/proof",
                value: Some("none"),
            },
        ],
        claim: Claim::Probe(&["callback: unproved"]),
    },
];
