//! The page on which a person plays the customer.

use crate::{
    clock, money,
    payment::{Action, Key, Payment},
    reply::Reply,
    request::Request,
    world::World,
};

/// Shows the payment, or does what the customer clicked.
pub(crate) fn handle(world: &mut World, key: Key, request: &Request) -> Reply {
    if request.method() == "POST" {
        return click(world, key, request);
    }
    match world.book.get(key) {
        // In nobody's frame: a click would be led here from under another page.
        Some(payment) => Reply::html(show(payment)).with_header("x-frame-options", "DENY"),
        None => Reply::sandbox_error(404, "no such page"),
    }
}

fn click(world: &mut World, key: Key, request: &Request) -> Reply {
    let members = request.members().unwrap_or_default();
    let action = match members.get("action").and_then(|action| action.as_str()) {
        Some("pay") => Action::Pay,
        Some("decline") => Action::Decline,
        _ => return Reply::sandbox_error(400, "\"action\" must be pay or decline"),
    };
    let Some(payment) = world.book.get(key) else {
        return Reply::sandbox_error(404, "no such page");
    };
    let (provider, page) = (payment.provider, format!("/{}", payment.page));
    let back = match action {
        Action::Pay => payment.redirect_url.clone(),
        _ => payment.failure_redirect_url.clone(),
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

fn show(payment: &Payment) -> String {
    let title = format!("{} · {}", payment.provider.name(), escape(&payment.method));
    let [yes, no] = payment.provider.choices();
    let forms = if payment.provider.customer_may_act(payment) {
        format!(
            r#"<form method="post">
<button name="action" value="pay">{yes}</button>
<button name="action" value="decline">{no}</button>
</form>"#
        )
    } else {
        String::new()
    };
    format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ font: 1.1rem/1.6 sans-serif; max-width: 30rem; margin: 4rem auto; padding: 0 1rem }} button {{ font: inherit; padding: .5rem 2rem }}</style>
<h1>{title}</h1>
<p>{currency} {amount} for <b>{reference}</b></p>
<p>{status}, until {expires} in Jakarta</p>
{forms}
<p><small>A sandbox: no money moves.</small></p>
</html>
"#,
        currency = payment.currency,
        amount = money::digits(payment.amount),
        reference = escape(&payment.reference),
        status = payment.provider.status(payment),
        expires = clock::jakarta_text(payment.expires),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_reference_cannot_write_markup() {
        assert_eq!(
            super::escape(r#"<a href="x">&"#),
            "&lt;a href=&quot;x&quot;&gt;&amp;"
        );
    }
}
