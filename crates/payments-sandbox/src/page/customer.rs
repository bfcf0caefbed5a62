//! The page on which a person plays the customer: a checkout for the method.

use crate::{
    clock, money,
    page::{barcode, policy, with_policy},
    payment::{Action, Key, Payment, State},
    provider::{Lead, Provider},
    qris, registry,
    reply::Reply,
    request::Request,
    world::World,
};

const STYLE: &str = include_str!("customer.css");
const SCRIPT: &str = include_str!("customer.js");

/// Shows the payment, or does what the customer clicked.
pub(crate) fn handle(world: &mut World, key: Key, request: &Request) -> Reply {
    if request.method() == "POST" {
        return click(world, key, request);
    }
    match registry::of(world, key) {
        // In nobody's frame: a click would be led here from under another page. A click may lead
        // back to a shop anywhere.
        Some((provider, payment)) => {
            let policy = policy(STYLE, SCRIPT, "form-action 'self' http: https:");
            with_policy(Reply::html(show(provider, payment)), policy)
        }
        None => Reply::sandbox_error(404, "no such page"),
    }
}

fn click(world: &mut World, key: Key, request: &Request) -> Reply {
    let members = request.members().unwrap_or_default();
    let action = match members.get("action").and_then(|action| action.as_str()) {
        Some("pay") => Action::Pay,
        Some("decline") => Action::Decline,
        Some("expire") => Action::Expire,
        _ => return Reply::sandbox_error(400, "\"action\" must be pay, decline or expire"),
    };
    let Some((provider, payment)) = registry::of(world, key) else {
        return Reply::sandbox_error(404, "no such page");
    };
    let page = format!("/{}", payment.page);
    let back = match action {
        Action::Pay => payment.redirect_url.clone(),
        Action::Decline => payment.failure_redirect_url.clone(),
        _ => None,
    };
    let now = world.now();
    match provider.act(world, key, action, now) {
        Ok(()) => Reply::see_other(&back.filter(|url| is_web(url)).unwrap_or(page)),
        // Two clicks, or a click after the expiry: the page itself says how the payment stands.
        Err(_) => Reply::see_other(&page),
    }
}

/// A redirect URL is an opaque string to the providers; a browser should only follow a web address.
fn is_web(url: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

fn show(provider: &dyn Provider, payment: &Payment) -> String {
    let waits = provider.customer_may_act(payment);
    let (reference, method) = (escape(&payment.reference), escape(&payment.method));
    let body = if waits {
        let expires = clock::jakarta_text(payment.expires);
        format!(
            r#"{lead}
{forms}
<p class="soft">Until {expires} <abbr title="Waktu Indonesia Barat, the time in Jakarta: UTC+7">WIB</abbr></p>"#,
            lead = lead(provider, payment),
            forms = forms(provider),
        )
    } else {
        end(provider, payment)
    };
    format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{currency} {amount} by {method}</title>
<link rel="icon" href="data:,">
<style>{STYLE}</style>
<main>
<header><span>Order {reference}</span><span>{name}, {method}</span></header>
<h1>{currency} {amount}</h1>
{body}
<footer>A sandbox: no money moves. <a href="/">What happened so far</a></footer>
</main>
<script>{SCRIPT}</script>
</html>
"#,
        currency = payment.currency,
        amount = grouped(&money::digits(payment.amount)),
        name = provider.name(),
    )
}

/// What the customer has to do.
fn lead(provider: &dyn Provider, payment: &Payment) -> String {
    match provider.lead(payment) {
        Lead::Wallet => {
            let (_, wallet) = payment.method.rsplit_once(':').unwrap_or(("", &payment.method));
            let wallet = escape(wallet.trim_start_matches("ID_"));
            format!("<p>Your wallet <b>{wallet}</b> asks: pay this order?</p>")
        }
        Lead::Account { bank, number } => format!(
            r#"<p>Transfer exactly this amount to the virtual account at <b>{bank}</b>:</p>
<p class="code"><output id="number">{number}</output><button type="button" data-copy="number">Copy</button></p>"#,
            bank = escape(&bank),
            number = escape(&number),
        ),
        Lead::Outlet { name, code } => format!(
            r#"<p>Show this code at a till of <b>{name}</b>, and pay in cash:</p>
{bars}
<p class="code"><output id="number">{code}</output><button type="button" data-copy="number">Copy</button></p>"#,
            name = escape(&name),
            bars = barcode::code_128(&code).unwrap_or_default(),
            code = escape(&code),
        ),
        Lead::Qr => format!(
            r#"<p>Scan with the app of any bank or wallet (<abbr title="the national QR code">QRIS</abbr>):</p>
<div class="qr">{}</div>
<p class="soft">The code contains this payment and its amount, and no web address: a plain camera shows its text.
<a href="/scan">Give that text to the wallet of this sandbox.</a></p>"#,
            barcode::qr(&qris::content(Some(payment.amount), &payment.page)).unwrap_or_default(),
        ),
        Lead::Bill => "<p>The shop pays this bill for you; the provider has not decided yet.</p>".to_owned(),
        Lead::Mandate => "<p>Permit the shop to charge at most this amount, again and again, until you cancel?</p>".to_owned(),
    }
}

fn forms(provider: &dyn Provider) -> String {
    let [yes, no] = provider.choices();
    format!(
        r#"<form method="post">
<button class="yes" name="action" value="pay">{yes}</button>
<button name="action" value="decline">{no}</button>
<button name="action" value="expire">Let it expire</button>
</form>"#
    )
}

/// How it ended, and the way back to the shop.
fn end(provider: &dyn Provider, payment: &Payment) -> String {
    let (sign, word, back) = match payment.state {
        State::Paid | State::Settled => ("good", "Paid", &payment.redirect_url),
        State::Active => ("good", "Confirmed", &payment.redirect_url),
        State::Completed => ("good", "Completed", &payment.redirect_url),
        State::Pending => ("soft", "Nothing to do yet", &None),
        State::Failed(_) => ("bad", "Not paid", &payment.failure_redirect_url),
        State::Expired => ("bad", "Expired", &payment.failure_redirect_url),
        State::Cancelled => ("bad", "Cancelled", &payment.failure_redirect_url),
        State::Voided => ("soft", "Paid, and given back", &payment.redirect_url),
    };
    let back = match back.as_deref().filter(|url| is_web(url)) {
        Some(url) => format!(
            r#"<a class="back" href="{}">Back to the shop</a>"#,
            escape(url)
        ),
        None => "Here the shop shows its own page: it named no URL to come back to.".to_owned(),
    };
    format!(
        r#"<p class="end {sign}" role="status">{word}</p>
<p class="soft">The provider says: {status}</p>
<p>{back}</p>"#,
        status = provider.status(payment),
    )
}

/// `20000` as `20,000`; what stands behind a point stays.
fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_cannot_write_markup() {
        assert_eq!(
            escape(r#"<a href="x">&"#),
            "&lt;a href=&quot;x&quot;&gt;&amp;"
        );
    }

    #[test]
    fn an_amount_is_read_in_groups_of_three() {
        for (digits, text) in [
            ("5", "5"),
            ("20000", "20,000"),
            ("1234567.5", "1,234,567.5"),
        ] {
            assert_eq!(grouped(digits), text);
        }
    }
}
