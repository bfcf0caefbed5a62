//! The bars and codes that checkouts draw, read back by programs that share nothing with those that
//! draw them.

use std::{io::Write as _, process::Command};

use payments_core::{Money, QrisCode, qr};
use serde_json::{Value, json};

use crate::bench::Bench;

/// Pixels of a module.
const SCALE: usize = 4;

/// What a screen shows of a drawing: how light each pixel is.
struct Pixels {
    width: usize,
    height: usize,
    light: Vec<u8>,
}

/// A number behind `name`, such as that of `h12`.
fn number(text: &str) -> usize {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// Paints the one drawing of a page: rectangles, each as `M{x} {y}h{width}v{height}h-{width}z`.
fn painted(page: &str) -> Pixels {
    let (_, svg) = page.split_once("<svg").unwrap();
    let (svg, rest) = svg.split_once("</svg>").unwrap();
    assert!(!rest.contains("<svg"));
    let (_, view) = svg.split_once("viewBox=\"").unwrap();
    let view: Vec<i32> = view
        .split('"')
        .next()
        .unwrap()
        .split(' ')
        .map(|part| part.parse().unwrap())
        .collect();
    let [left, top, width, height] = view.try_into().unwrap();
    let side = |side: i32| usize::try_from(side).unwrap();
    let (width, height) = (side(width) * SCALE, side(height) * SCALE);
    let mut light = vec![u8::MAX; width * height];
    let (_, path) = svg.split_once("<path d=\"").unwrap();
    for bar in path.split('"').next().unwrap().split('M').skip(1) {
        let (x, rest) = bar.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (wide, rest) = rest.split_once('v').unwrap();
        let place = |place: &str, from: i32| side(place.parse::<i32>().unwrap() - from) * SCALE;
        let (x, y) = (place(x, left), place(y, top));
        for row in y..y + number(rest) * SCALE {
            for column in x..x + number(wide) * SCALE {
                light[row * width + column] = 0;
            }
        }
    }
    Pixels {
        width,
        height,
        light,
    }
}

impl Pixels {
    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let side = |side: usize| u32::try_from(side).unwrap();
        let encoder = png::Encoder::new(&mut bytes, side(self.width), side(self.height));
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&self.light).unwrap();
        writer.finish().unwrap();
        bytes
    }
}

/// What the scanner of a till reads, Debian's `zbarimg`. None, with a word on stderr, where there
/// is none. A crate that reads Code 128 would bring chrono's clock and fifteen other crates into
/// the lock.
fn bars(pixels: &Pixels, name: &str) -> Option<String> {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, pixels.png()).unwrap();
    let mut zbar = Command::new("zbarimg");
    let Ok(read) = zbar.args(["--quiet", "--nodbus"]).arg(file).output() else {
        let _ = writeln!(std::io::stderr(), "skipped: there is no zbarimg");
        return None;
    };
    let text = String::from_utf8(read.stdout).unwrap();
    Some(text.trim().to_owned())
}

/// What a camera reads in a QR code.
fn code(pixels: &Pixels) -> String {
    qr::read_picture(&pixels.png()).unwrap()
}

async fn ask(bench: &Bench, path: &str, headers: &[(&str, &str)], body: Value) -> Value {
    let answer = bench.send("POST", path, headers, body.to_string()).await;
    assert!(answer.status < 300, "{path}: {answer:?}");
    answer.body
}

async fn fazz(bench: &Bench, kind: &str, options: Value) -> Value {
    let headers = [
        ("authorization", "Basic dGVzdF9hOmI="),
        ("content-type", "application/vnd.api+json"),
    ];
    let order = json!({"data": {"attributes": {
        "paymentMethodType": kind, "amount": 20_000, "currency": "IDR",
        "referenceId": format!("order-{kind}"),
        "paymentMethodOptions": options,
    }}});
    ask(bench, "/fazz/api/v4/payments", &headers, order).await
}

async fn ciputra(bench: &Bench, paytype: &str, paycode: &str) -> Value {
    let keys = [("api-key", "k"), ("api-secret", "s")];
    let issued = bench.send("POST", "/ciputra/auth/token", &keys, "").await;
    let token = format!("Bearer {}", issued.body["access_token"].as_str().unwrap());
    let headers = [
        ("authorization", token.as_str()),
        ("content-type", "application/json"),
    ];
    let order = json!({
        "action": "charge", "paytype": paytype, "paycode": paycode,
        "external_id": format!("order-{paytype}"), "name": "Siti", "phone": "080000022233",
        "refno": "1", "description": {"text_1": "Coffee"}, "amount": "20000",
        "exptype": "D", "expval": "3", "send_email": "0", "send_sms": "0", "send_wa": "0",
        "notification_timing": "after",
    });
    ask(bench, "/ciputra/api/transaction", &headers, order).await
}

/// The page of the newest payment, and its path.
async fn checkout(bench: &Bench) -> (String, String) {
    let payments = bench
        .sandbox
        .control("GET", "payments", &Value::Null)
        .unwrap();
    let newest = payments.as_array().unwrap().last().unwrap().clone();
    let page = newest["page"].as_str().unwrap();
    let path = page.strip_prefix(&bench.sandbox.url()).unwrap().to_owned();
    let shown = bench.send("GET", &path, &[], "").await;
    assert_eq!(shown.status, 200);
    (String::from_utf8(shown.bytes).unwrap(), path)
}

#[tokio::test]
async fn a_till_reads_in_the_bars_the_code_that_stands_below_them() {
    let bench = Bench::start().await;
    let options = json!({"retailOutletName": "ALFAMART", "displayName": "Toko"});
    let made = fazz(&bench, "retail_outlet", options).await;
    let told = made.pointer("/data/attributes/paymentMethod/instructions/paymentCode");
    let told = told.and_then(Value::as_str).unwrap();
    let (page, _) = checkout(&bench).await;
    let Some(read) = bars(&painted(&page), "fazz-bars.png") else {
        return;
    };
    assert_eq!(read, format!("CODE-128:{told}"));

    let made = ciputra(&bench, "otc", "alfamart").await;
    let told = made["data"]["order_id"].as_str().unwrap();
    let (page, _) = checkout(&bench).await;
    let read = bars(&painted(&page), "ciputra-bars.png").unwrap();
    assert_eq!(read, format!("CODE-128:{told}"));
}

#[tokio::test]
async fn a_wallet_reads_in_the_code_the_payment_with_its_amount_and_no_address_of_the_sandbox() {
    let bench = Bench::start().await;
    fazz(&bench, "qris", json!({"displayName": "Toko"})).await;
    let (by_fazz, path) = checkout(&bench).await;
    ciputra(&bench, "qris", "all").await;
    let (by_ciputra, other) = checkout(&bench).await;
    for (page, path) in [(by_fazz, path), (by_ciputra, other)] {
        let content = code(&painted(&page));
        let read = QrisCode::read(&content).unwrap();
        assert_eq!(read.amount, Some(Money::idr(20_000)), "{path}");
        assert!(!content.contains("://"), "{content}");
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("content", &content)
            .finish();
        let led = bench.send("GET", &format!("/scan?{query}"), &[], "").await;
        assert_eq!(
            (led.status, led.headers["location"].to_str().unwrap()),
            (303, &*path)
        );
        // The provider's own picture says the same.
        let picture = bench.send("GET", &format!("{path}.png"), &[], "").await;
        assert_eq!(qr::read_picture(&picture.bytes).unwrap(), content);
    }
}
