//! Any bytes at any path get an answer in JSON, and the ledger stays consistent.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use base64::{Engine, engine::general_purpose::STANDARD};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};

use crate::{
    agenda::advance, request::Request, routes, settings::Settings, signature, world::World,
};

fn world() -> World {
    let start = "2026-03-02T03:00:00Z".parse().unwrap();
    let settings = Settings::new().seed(1).manual_clock(start);
    World::new(settings, "http://127.0.0.1:1".to_owned())
}

fn request(method: &str, path: &str, headers: &[(&str, &[u8])], body: &[u8]) -> Request {
    let uri: Uri = path.parse().unwrap_or_default();
    let headers: HeaderMap = headers
        .iter()
        .filter_map(|(name, value)| {
            let name: HeaderName = name.parse().ok()?;
            Some((name, HeaderValue::from_bytes(value).ok()?))
        })
        .collect();
    Request::new(
        method.parse::<Method>().unwrap(),
        &uri,
        headers,
        body.to_vec().into(),
    )
}

fn answer(world: &mut World, request: &Request) -> (u16, Value) {
    let sent = routes::serve(world, request, None).reply.unwrap();
    let body = serde_json::from_slice(&sent.body).unwrap_or_default();
    (sent.status, body)
}

fn authorized(method: &str, path: &str, world: &mut World, kind: &str, body: &[u8]) -> Request {
    let keys: [(&str, &[u8]); 2] = [("api-key", b"k"), ("api-secret", b"s")];
    let (_, token) = answer(world, &request("POST", "/ciputra/auth/token", &keys, b""));
    let credentials = if path.starts_with("/ciputra") {
        format!("Bearer {}", token["access_token"].as_str().unwrap())
    } else if path.starts_with("/rpi") {
        let body = b"grant_type=client_credentials&client_id=c&client_secret=s";
        let path = "/rpi/v1/oauth/client_credential/accesstoken";
        let (_, token) = answer(world, &request("POST", path, &[], body));
        format!("Bearer {}", token["accessToken"].as_str().unwrap())
    } else if path.starts_with("/fazz") {
        format!("Basic {}", STANDARD.encode("test_a:b"))
    } else {
        format!("Basic {}", STANDARD.encode("xnd_development_a:"))
    };
    let headers: [(&str, &[u8]); 6] = [
        ("accept", b"*/*"),
        ("x-correlation-id", b"0123456789abcdef0123456789abcdef"),
        ("a-merchant-code", b"AYOPOP"),
        ("a-channel-id", b"APIGATEWAY"),
        ("authorization", credentials.as_bytes()),
        ("content-type", kind.as_bytes()),
    ];
    match path.starts_with("/digiswitch") {
        true => request(method, path, &headers, &signed(body)),
        false => request(method, path, &headers, body),
    }
}

/// Signs a body for Digiswitch, when it has members to sign.
fn signed(body: &[u8]) -> Vec<u8> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(mut members)) => {
            let word = members.get("ref_id").and_then(Value::as_str);
            let word = word.unwrap_or("depo").trim();
            let sign = signature::md5(&format!("sandboxsandbox-key{word}"));
            members.insert("username".to_owned(), "sandbox".into());
            members.insert("sign".to_owned(), sign.into());
            Value::Object(members).to_string().into_bytes()
        }
        _ => body.to_vec(),
    }
}

const PATHS: &[&str] = &[
    "/digiswitch/v1/user/api/cek-saldo",
    "/digiswitch/v1/user/api/deposit",
    "/digiswitch/v1/user/api/price-list",
    "/digiswitch/v1/user/api/token",
    "/digiswitch/v1/user/api/transaction",
    "/fazz/api/v4/payments",
    "/fazz/api/v4/payments/x/tasks",
    "/fazz/api/v4/payment_methods/qris",
    "/fazz/api/v4/payment_methods/virtual_bank_accounts",
    "/instamoney/ewallets",
    "/instamoney/ewallets/charges",
    "/instamoney/ewallets/charges/x/void",
    "/ciputra/api/transaction",
    "/ciputra/api/registration/x",
    "/ciputra/auth/token",
    "/rpi/api/v1/rpi",
    "/rpi/v1/oauth/client_credential/accesstoken",
    "/_sandbox/faults",
    "/_sandbox/payments/pay",
    "/_sandbox/registrations",
    "/_sandbox/settings",
    "/_sandbox/clock/advance",
    "/_sandbox/callbacks/1/resend",
];

const KINDS: &[&str] = &[
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
];

/// Values of every shape, among them those that a validator is likely to trip over.
fn value() -> impl Strategy<Value = Value> {
    let known = json!([
        "6281234567890", "0123456789abcdef0123456789abcdef", "02-03-2026", "31-12-9999", "03-Mar-2026",
        {"intervalUnit": "DAY", "interval": 1200}, "inq-pasca", "pay-pasca", "status-pasca", "pln", "emoney", "xld10", "530000000001", "r1",
        "retail_outlet", "qris", "e-wallet", "virtual_bank_account", "ALFAMART", "BNI", "receive_payment",
        "OVO", "DANA", "LINKAJA", "retail_outlet", "virtual_bank_account", "qris", "e-wallet", "BCA", "ALFAMART", "receive_payment", "ID_OVO", "ID_DANA", "charge", "cancel", "all", "SD", "MN", "D",
        "9999-12-31", "9999-12-31T23:59:59-23:59", "08123123123", "+628123123123", "IDR",
        "99999999999999999999999999999", "-0.0", "1e9", "", 0, -1, 1000, 1e300, 0.1,
        18_446_744_073_709_551_615_u64, null, true, [], {}, [[]],
        [{"id": "1", "name": "n", "price": 1, "quantity": 1}],
        {"mobile_number": "+628123123123", "success_redirect_url": "u"},
    ]);
    let known = known.as_array().unwrap().clone();
    prop_oneof![
        select(known),
        any::<i64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ]
}

const MEMBERS: &[&str] = &[
    "bank",
    "bankCode",
    "interval",
    "maxBillAmount",
    "numberOfOccurrences",
    "phoneNumber",
    "productDetails",
    "schedule",
    "startDate",
    "subscriptionType",
    "transactionId",
    "code",
    "command",
    "customer_no",
    "data",
    "owner_name",
    "ref_id",
    "external_id",
    "reference_id",
    "amount",
    "phone",
    "ewallet_type",
    "callback_url",
    "redirect_url",
    "items",
    "expiration_date",
    "currency",
    "checkout_method",
    "channel_code",
    "channel_properties",
    "capture_now",
    "action",
    "paytype",
    "paycode",
    "name",
    "exptype",
    "expval",
    "description",
    "provider",
    "operation",
    "fault",
    "times",
    "delay_ms",
    "status",
    "reference",
    "seconds",
    "fazz_callback_url",
    "instamoney_callback_url",
    "paymentMethodType",
    "paymentMethodOptions",
    "referenceId",
    "expiredAt",
    "bankShortCode",
    "displayName",
    "suffixNo",
    "options",
];

fn object() -> impl Strategy<Value = Value> {
    vec((select(MEMBERS), value()), 0..12).prop_map(|pairs| {
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<serde_json::Map<_, _>>()
            .into()
    })
}

proptest! {
    #[test]
    fn any_bytes_to_any_path_are_answered_in_json(
        path in "(/[a-z_%/.0-9]{0,20}){0,4}(\\?[a-z=&%_]{0,20})?",
        prefix in select(&["", "/digiswitch/v1/user/api", "/fazz/api/v4", "/rpi/api/v1/rpi", "/instamoney", "/ciputra", "/fazz/api/v4", "/_sandbox", "/instamoney/ewallets"][..]),
        method in select(&["GET", "POST", "DELETE", "PUT", "HEAD"][..]),
        authorization in vec(any::<u8>(), 0..40),
        body in vec(any::<u8>(), 0..200),
    ) {
        let path = format!("{prefix}{path}");
        let headers: [(&str, &[u8]); 1] = [("authorization", &authorization)];
        let (status, body) = answer(&mut world(), &request(method, &path, &headers, &body));
        // What stands at the root is for people.
        let is_page = matches!(path.split('?').next(), Some("" | "/"));
        prop_assert!(is_page || body.is_object() || body.is_array(), "{} {}", status, body);
    }

    #[test]
    fn any_body_to_a_known_path_is_answered_in_json(
        path in select(PATHS),
        kind in select(KINDS),
        body in vec(any::<u8>(), 0..200),
    ) {
        let world = &mut world();
        let request = authorized("POST", path, world, kind, &body);
        let (_, body) = answer(world, &request);
        prop_assert!(body.is_object());
    }

    #[test]
    fn any_members_are_answered_in_json_and_the_clock_goes_on(
        requests in vec((select(PATHS), object()), 1..8),
    ) {
        let world = &mut world();
        for (path, members) in requests {
            let body = match path.starts_with("/fazz") {
                true => json!({"data": {"attributes": members}}),
                false => members,
            };
            let request = authorized("POST", path, world, "application/json", body.to_string().as_bytes());
            world.faults.clear();
            let (status, answered) = answer(world, &request);
            prop_assert!(answered.is_object(), "{path} {body}");
            prop_assert!((200..600).contains(&status));
            advance(world, 30);
            world.take_due_callbacks();
        }
        let list = request("GET", "/_sandbox/callbacks", &[], b"");
        prop_assert!(answer(world, &list).1.is_array());
    }

    #[test]
    fn no_order_of_actions_moves_the_money_of_a_charge_twice(
        actions in vec(select(&["pay", "decline", "expire", "cancel", "wait"][..]), 1..12),
    ) {
        let world = &mut world();
        let body = json!({
            "reference_id": "a", "currency": "IDR", "amount": 1000, "channel_code": "ID_DANA",
            "checkout_method": "ONE_TIME_PAYMENT", "channel_properties": {"success_redirect_url": "u"},
        });
        let path = "/instamoney/ewallets/charges";
        let create = authorized("POST", path, world, "application/json", body.to_string().as_bytes());
        prop_assert_eq!(answer(world, &create).0, 202);
        for action in actions {
            if action == "wait" {
                advance(world, 1);
                continue;
            }
            let path = format!("/_sandbox/payments/instamoney/a/{action}");
            answer(world, &request("POST", &path, &[], b""));
        }
        let rows = world.ledger.rows(None, None).map(crate::ledger::Row::to_json).collect::<Value>();
        let kinds: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["kind"].clone()).collect();
        prop_assert!(
            [json!([]), json!(["debit"]), json!(["debit", "refund"])].contains(&kinds.clone().into()),
            "{:?}", kinds
        );
    }
    #[test]
    fn no_order_of_commands_and_actions_pays_a_bill_twice(
        steps in vec(select(&["inq-pasca", "pay-pasca", "status-pasca", "pay", "decline", "expire", "wait", "sleep"][..]), 1..16),
        customer in select(&["530000000001", "530000000006", "630000000001", "630000000006"][..]),
    ) {
        let world = &mut world();
        for step in steps {
            match step {
                "wait" => { advance(world, 60); }
                "sleep" => { advance(world, 86_400); }
                "pay" | "decline" | "expire" => {
                    let path = format!("/_sandbox/payments/digiswitch/a/{step}");
                    answer(world, &request("POST", &path, &[], b""));
                }
                command => {
                    let body = json!({"command": command, "code": "pln", "customer_no": customer, "ref_id": "a"});
                    let path = "/digiswitch/v1/user/api/transaction";
                    let asked = authorized("POST", path, world, "application/json", body.to_string().as_bytes());
                    prop_assert_eq!(answer(world, &asked).0, 200);
                }
            }
        }
        let rows = world.ledger.rows(None, None).map(crate::ledger::Row::to_json).collect::<Value>();
        prop_assert!(rows.as_array().unwrap().len() <= 1, "{}", rows);
    }
}
