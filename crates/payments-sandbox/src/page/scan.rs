//! Pictures of QRIS codes, and the page on which a person plays the app that scans one.

use qrcodegen::{QrCode, QrCodeEcc};

use super::{policy, with_policy};
use crate::{provider::Lead, qris, registry, reply::Reply, request::Request, world::World};

const STYLE: &str = include_str!("customer.css");

/// Pixels of a module, and modules of the light border.
const SCALE: usize = 8;
const QUIET: usize = 4;

/// `/…/pay/X.png` is the code of the payment with that page; `/scan` leads from what is in a code
/// to the page on which it is paid.
pub(crate) fn handle(world: &World, request: &Request) -> Option<Reply> {
    if request.method() != "GET" {
        return None;
    }
    let path = request.path().join("/");
    if path == "scan" {
        return Some(scan(world, request));
    }
    let page = path.strip_suffix(".png")?;
    let content = match world.book.find_page(page) {
        Some((_, payment)) => (registry::named(payment.provider)?.lead(payment) == Lead::Qr)
            .then(|| qris::content(Some(payment.amount), page))?,
        None => world
            .codes_that_stay
            .contains(&path)
            .then(|| qris::content(None, ""))?,
    };
    picture(&content).map(Reply::picture)
}

fn scan(world: &World, request: &Request) -> Reply {
    let query = request.target().split_once('?').unwrap_or_default().1;
    let mut members = form_urlencoded::parse(query.as_bytes());
    let content = members.find(|(name, _)| name == "content");
    let content = content.map(|(_, content)| content.trim().to_owned());
    let Some(content) = content.filter(|content| !content.is_empty()) else {
        return form("");
    };
    let page = qris::page(&content).filter(|page| world.book.find_page(page).is_some());
    match page {
        Some(page) => Reply::see_other(&format!("/{page}")),
        None => {
            form(r#"<p class="end bad" role="alert">No payment of this sandbox has that code.</p>"#)
                .with_status(404)
        }
    }
}

fn form(told: &str) -> Reply {
    let page = format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Scan a QRIS code</title>
<link rel="icon" href="data:,">
<style>{STYLE}</style>
<main>
<h1>Scan a QRIS code</h1>
{told}
<form action="/scan">
<label for="content">What your camera reads in the code:</label>
<textarea id="content" name="content" rows="5" required></textarea>
<button class="yes">Pay it</button>
</form>
<footer>A sandbox: no money moves. <a href="/">What happened so far</a></footer>
</main>
</html>
"#
    );
    with_policy(Reply::html(page), policy(STYLE, "", "form-action 'self'"))
}

/// A PNG of the code.
fn picture(content: &str) -> Option<Vec<u8>> {
    let code = QrCode::encode_text(content, QrCodeEcc::Medium).ok()?;
    let modules = usize::try_from(code.size()).ok()? + 2 * QUIET;
    let module = |place: usize| (place / SCALE).checked_sub(QUIET).map(i32::try_from);
    let side = modules * SCALE;
    let mut pixels = Vec::with_capacity(side * side);
    for y in 0..side {
        for x in 0..side {
            pixels.push(match (module(x), module(y)) {
                (Some(Ok(x)), Some(Ok(y))) if code.get_module(x, y) => 0,
                _ => u8::MAX,
            });
        }
    }
    let mut bytes = Vec::new();
    let side = u32::try_from(side).ok()?;
    let mut writer = png::Encoder::new(&mut bytes, side, side)
        .write_header()
        .ok()?;
    writer.write_image_data(&pixels).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
