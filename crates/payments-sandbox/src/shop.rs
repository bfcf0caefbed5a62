//! `POST shop`: a merchant for the page, which creates payments and looks them up without any code.
//! Its requests are handled like all others, including faults.

use axum::http::Method;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};

use crate::{
    clock,
    exchange::{self, Served},
    reply::{Reply, Sent},
    request::Request,
    signature,
    trigger::{Refusal, named, text},
    world::World,
};

/// Rupiah.
const PRICE: u32 = 20_000;

/// A product of Digiswitch, and a customer whose payment is pending for a minute.
const BILL: [&str; 2] = ["pln", "630000000001"];

/// Answers what the merchant got: the HTTP status, or that the answer was lost.
pub(crate) fn ask(world: &mut World, members: &Map<String, Value>) -> Reply {
    match served(world, members) {
        Ok((reference, served)) => {
            let status = served.reply.map(|sent| sent.status);
            let lost = status.is_none();
            let shown = json!({"reference": reference, "status": status, "lost": lost});
            Reply::json(200, shown)
        }
        Err((status, message)) => Reply::sandbox_error(status, message),
    }
}

fn served(world: &mut World, members: &Map<String, Value>) -> Result<(String, Served), Refusal> {
    let seller = named(members)?;
    let provider = seller.name();
    let buys = match text(members, "step")?.unwrap_or_default() {
        "buy" => true,
        "ask" => false,
        step => return Err((400, format!("\"step\" must be buy or ask, not {step:?}"))),
    };
    let next = world.book.len() + 1;
    let reference = match (text(members, "reference")?, provider) {
        (Some(reference), _) => reference.to_owned(),
        // It must be as long as that.
        (None, "rpi") => format!("order{next:027}"),
        (None, _) => format!("order-{next}"),
    };
    let call = match (provider, buys) {
        ("ciputra", buys) => ciputra(world, &reference, buys).request(),
        ("digiswitch", true) => {
            let inquiry = digiswitch(world, &reference, "inq-pasca");
            if let Some(inquiry) = inquiry.request() {
                exchange::serve(world, &inquiry, None);
            }
            digiswitch(world, &reference, "pay-pasca").request()
        }
        ("digiswitch", false) => digiswitch(world, &reference, "status-pasca").request(),
        ("fazz", buys) => fazz(world, &reference, buys).request(),
        ("instamoney", buys) => instamoney(world, &reference, buys).request(),
        ("rpi", true) => rpi(world, &reference).request(),
        ("rpi", false) => {
            let message = "RPI finds a mandate by its rpiCode only, and the shop has none: the answer that held it was lost, or never came. The callback of the first charge holds it, too: confirm as the customer, and move the clock to midnight";
            let known = known_mandate(world, &reference);
            let known = known.ok_or((409, message.to_owned()))?;
            rpi_status(world, &reference, known).request()
        }
        _ => seller.shop(world, &reference, buys),
    };
    let unwritten = (400, format!("{reference:?} cannot be sent"));
    let served = exchange::serve(world, &call.ok_or(unwritten)?, None);
    if provider == "rpi"
        && let Some(codes) = served.reply.as_ref().and_then(codes)
    {
        world.answered_mandates.insert(reference.clone(), codes);
    }
    Ok((reference, served))
}

/// A request before it has the form of one.
struct Call {
    method: Method,
    target: String,
    headers: Vec<(&'static str, String)>,
    body: Value,
}

impl Call {
    fn get(target: String) -> Self {
        Self {
            method: Method::GET,
            target,
            headers: Vec::new(),
            body: Value::Null,
        }
    }

    fn post(target: impl Into<String>, body: Value) -> Self {
        Self {
            method: Method::POST,
            body,
            ..Self::get(target.into())
        }
        .header("content-type", "application/json")
    }

    fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    fn basic(self, user: &str, password: &str) -> Self {
        let pair = STANDARD.encode(format!("{user}:{password}"));
        self.header("authorization", format!("Basic {pair}"))
    }

    fn with_rpi_headers(self, world: &mut World, token: &str) -> Self {
        self.header("accept", "application/json")
            .header("authorization", format!("Bearer {token}"))
            .header("x-correlation-id", world.identifiers.alphanumeric(32))
            .header("a-merchant-code", "SHOP01")
            .header("a-channel-id", "WEB")
    }

    fn request(self) -> Option<Request> {
        Request::of(self.method, &self.target, self.headers, &self.body)
    }
}

/// A reference within a path or a query.
fn encoded(reference: &str) -> String {
    percent_encoding::utf8_percent_encode(reference, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// What a key ends with.
fn end(world: &World) -> String {
    let token = world.settings.token.clone();
    token.unwrap_or_else(|| "sandbox".to_owned())
}

fn instamoney(world: &World, reference: &str, buys: bool) -> Call {
    let call = if buys {
        let body = json!({
            "external_id": reference, "amount": PRICE, "phone": "08123123123", "ewallet_type": "OVO",
        });
        Call::post("/instamoney/ewallets", body)
    } else {
        let reference = encoded(reference);
        let path = format!("/instamoney/ewallets?external_id={reference}&ewallet_type=OVO");
        Call::get(path)
    };
    call.basic(&format!("xnd_development_{}", end(world)), "")
}

fn fazz(world: &World, reference: &str, buys: bool) -> Call {
    const PAYMENTS: &str = "/fazz/api/v4/payments";
    let call = if buys {
        let body = json!({"data": {"attributes": {
            "paymentMethodType": "virtual_bank_account", "amount": PRICE, "referenceId": reference,
            "paymentMethodOptions": {"bankShortCode": "BNI", "displayName": "Toko Satu"},
        }}});
        Call::post(PAYMENTS, body)
    } else {
        Call::get(format!(
            "{PAYMENTS}?filter[referenceId]={}",
            encoded(reference)
        ))
    };
    call.basic(&format!("test_{}", end(world)), "sandbox")
}

fn ciputra(world: &mut World, reference: &str, buys: bool) -> Call {
    let keys = Call::post("/ciputra/auth/token", Value::Null)
        .header("api-key", "sandbox")
        .header("api-secret", "sandbox");
    let token = token(world, keys, "access_token");
    let call = if buys {
        let body = json!({
            "action": "charge", "paytype": "ewallet", "paycode": "gopay", "external_id": reference,
            "name": "Siti", "phone": "080000022233", "refno": "0000000001",
            "description": {"text_1": "an order of the sandbox's own shop"},
            "amount": PRICE.to_string(), "exptype": "D", "expval": "1",
            "send_email": "0", "send_sms": "0", "send_wa": "0", "notification_timing": "after",
        });
        Call::post("/ciputra/api/transaction", body)
    } else {
        Call::get(format!("/ciputra/api/transaction/{}", encoded(reference)))
    };
    call.header("authorization", format!("Bearer {token}"))
}

fn digiswitch(world: &World, reference: &str, command: &str) -> Call {
    let settings = &world.settings;
    let (user, key) = (&settings.digiswitch_user, &settings.digiswitch_key);
    let [product, customer] = BILL;
    let body = json!({
        "command": command, "username": user, "code": product, "customer_no": customer,
        "ref_id": reference, "sign": signature::md5(&format!("{user}{key}{reference}")),
    });
    Call::post("/digiswitch/v1/user/api/transaction", body)
}

fn rpi_token(world: &mut World) -> String {
    const TOKEN: &str = "/rpi/v1/oauth/client_credential/accesstoken";
    let keys = json!({"client_id": "sandbox", "client_secret": "sandbox"});
    let keys = Call::post(format!("{TOKEN}?grant_type=client_credentials"), keys);
    token(world, keys, "accessToken")
}

fn rpi(world: &mut World, reference: &str) -> Call {
    let token = rpi_token(world);
    let tomorrow = clock::jakarta(world.now()).date().succ_opt();
    let start = tomorrow.map(|day| day.format("%d-%m-%Y").to_string());
    let body = json!({
        "transactionId": reference, "phoneNumber": "6281234567890", "subscriptionType": 0,
        "amount": PRICE, "currency": "IDR", "startDate": start,
        "schedule": {"intervalUnit": "WEEK", "interval": 1, "numberOfOccurrences": 3},
        "productDetails": [{"name": "Premi", "code": "P1"}], "notificationRequired": "Y",
    });
    Call::post("/rpi/api/v1/rpi", body).with_rpi_headers(world, &token)
}

/// The rpiCode and the customerId that an answer to a create tells.
fn codes(sent: &Sent) -> Option<[String; 2]> {
    let body: Value = serde_json::from_slice(&sent.body).ok()?;
    let text = |name: &str| Some(body.get(name)?.as_str()?.to_owned());
    Some([text("rpiCode")?, text("customerId")?])
}

/// The same as the shop knows it: from the answer, or from the callback of a charge.
fn known_mandate(world: &World, reference: &str) -> Option<[String; 2]> {
    let told = || {
        let mut callbacks = world
            .outbox
            .all()
            .map(|(id, callback)| callback.to_json(id));
        callbacks.find_map(|told| {
            let text = |at: &str| told.pointer(at).and_then(Value::as_str);
            if [text("/provider"), text("/reference")] != [Some("rpi"), Some(reference)] {
                return None;
            }
            let codes = [text("/body/details/rpiCode")?, text("/body/customerId")?];
            Some(codes.map(str::to_owned))
        })
    };
    world
        .answered_mandates
        .get(reference)
        .cloned()
        .or_else(told)
}

fn rpi_status(world: &mut World, reference: &str, [code, customer]: [String; 2]) -> Call {
    let token = rpi_token(world);
    let [code, customer, reference] = [&code, &customer, reference].map(encoded);
    let path = format!(
        "/rpi/api/v1/rpi/{code}?transactionId={reference}&customerId={customer}&merchantCode=SHOP01"
    );
    Call::get(path).with_rpi_headers(world, &token)
}

/// A token for these keys; empty if a fault keeps it back.
fn token(world: &mut World, keys: Call, member: &str) -> String {
    let reply = keys
        .request()
        .and_then(|request| exchange::serve(world, &request, None).reply);
    let body = reply.and_then(|sent| serde_json::from_slice::<Value>(&sent.body).ok());
    let token = body.and_then(|body| Some(body.get(member)?.as_str()?.to_owned()));
    token.unwrap_or_default()
}
