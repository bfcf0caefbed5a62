//! Callbacks: with a secret, checked by HMAC-SHA1 over the raw body; without one, a hint.

use hmac::Hmac;
use payments_core::{
    BillInquiry, BillRequest, CallbackError, Callbacks, Event, Hint, News, Proof, Received,
    Reference, Result, Secrets, Topup, Unmodelled, Verified, async_trait,
};
use payments_provider::{
    read::{self, Arrived, Tree, Unreadable},
    settings::CallbackKeys,
    signed,
};
use reqwest::header::{HeaderMap, HeaderName, USER_AGENT};
use serde_json::Value;
use sha1::Sha1;

use crate::{
    Callback, Digiswitch, PROVIDER, SETTINGS, bills,
    told::Told,
    types::{BillData, BillResponse},
};

/// Checks who sent a callback, then reads it: one of the headers must hold the hexadecimal
/// HMAC-SHA1 of the body, as it arrived, with one of the secrets, after `sha1=` or alone.
pub fn verify_callback(
    secrets: &Secrets,
    names: &[HeaderName],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Verified<Callback>, CallbackError> {
    let proof = prove(secrets, names, headers, body)?;
    let callback = Callback::from_slice(body)?;
    Ok(Verified::new(proof, callback))
}

fn prove(
    secrets: &Secrets,
    names: &[HeaderName],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Proof, CallbackError> {
    signed::prove::<Hmac<Sha1>>(secrets, names, &SETTINGS, headers, body)
}

#[async_trait]
impl Callbacks for Digiswitch {
    /// [`Received::Hint`], unless a secret is set and the message decides something: a code that
    /// proves nothing about the payment stays a hint, whoever sent it. A hint needs only a
    /// reference, in JSON or in a form.
    ///
    /// A hint's product is the code in the message, which may differ from the request's (`dspln`
    /// for `pln`). The status call needs the request's code: replace the product by the recorded
    /// one before confirming.
    ///
    /// Callbacks about the sale of a prepaid product come to the same address. A sale cannot be
    /// looked up as a bill: unless the callback is proved and decides something, it is reported as
    /// unmodelled.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        let proof = match &self.signing {
            Some(CallbackKeys {
                secrets,
                headers: names,
            }) => Some(prove(secrets, names, headers, body)?),
            None => None,
        };
        let text = read::text(body);
        let tree = match proof {
            Some(_) => Tree::parse(&text),
            None => Tree::parse_any(&text),
        }?;
        if is_ping(headers, &tree) {
            return Ok(Received::Ping);
        }
        let (tree, proof) = match proof {
            None => (tree, None),
            Some(proof) => match decided(tree, body) {
                Ok(Some(event)) => {
                    let event = match is_sale(headers) {
                        true => of_sale(event),
                        false => event,
                    };
                    return Ok(Received::Verified(Verified::new(proof, event)));
                }
                // Few messages decide nothing: only those are parsed a second time.
                _ => (Tree::parse(&text)?, Some(proof)),
            },
        };
        let bill = hint(&tree);
        let is_sale = is_sale(headers);
        let why = match (&bill, is_sale) {
            (Some(_), true) => "the sale of a prepaid product cannot be looked up as a bill",
            (Some(_), false) => "",
            (None, _) => "it names no ref_id",
        };
        match (bill, is_sale, proof) {
            (Some(bill), false, _) => Ok(Received::Hint(Hint::Bill(bill))),
            (None, _, None) => Err(read::says_nothing(&text, why)),
            (_, _, proof) => {
                let message = unmodelled(&tree, body).because(why);
                Ok(match proof {
                    Some(proof) => Received::Verified(Verified::new(proof, message.event(body))),
                    None => Received::Unmodelled(Box::new(message)),
                })
            }
        }
    }

    /// Asks for the status of a bill. A top-up cannot be looked up that way: see
    /// [`Digiswitch::topup_status`].
    ///
    /// The product and the customer's number in the result come from the provider's answer, and are
    /// empty if it names none.
    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        let event = hint.ask::<BillInquiry>(self).await?;
        event.try_map(|mut event| {
            if let News::Bill(payment) = &mut event.news {
                let answer = payment.raw.json();
                let told =
                    |name: &str| answer.get(name).and_then(Value::as_str).unwrap_or_default();
                let (product, customer_number) = (told("code"), told("customer_no"));
                let reference = payment.bill.reference.clone();
                payment.bill = BillRequest::new(reference, product, customer_number);
            }
            Ok(event)
        })
    }
}

/// News of a sale has the form of news of a bill.
fn of_sale(event: Event) -> Event {
    match event.news {
        News::Bill(payment) => Event::new(event.key, Topup::from(*payment)),
        _ => event,
    }
}

/// The event of a callback that decides a payment.
pub(crate) fn decided(tree: Tree<'_>, body: &[u8]) -> Result<Option<Event>, Unreadable> {
    let Callback::Bill(BillResponse { data }) = Callback::from_tree(tree)?.body;
    if !decides(&data) {
        return Ok(None);
    }
    let bill = bills::bill(&data).map_err(Unreadable::sense)?;
    let key = format!("{}:{}:{}", data.ref_id, data.status, data.rc);
    let raw = Arrived::new::<BillResponse>(body.to_vec()).raw("/data");
    let payment = bills::payment(&bill, data, raw).map_err(Unreadable::sense)?;
    Ok(Some(Event::new(key, payment)))
}

/// Whether it decides a payment.
fn decides(data: &BillData) -> bool {
    Told::of(data).proof(false).is_some()
}

/// The bill that a message may be about. Without a customer number, it can be looked up only with a
/// recorded one.
fn hint(tree: &Tree<'_>) -> Option<BillRequest> {
    let text = |name| {
        let inside = tree.mark(&["data", name]).text();
        inside.or(tree.mark(&[name]).text())
    };
    let reference = Reference::new(text("ref_id")?).ok()?;
    let (code, number) = (text("code"), text("customer_no"));
    Some(BillRequest::new(
        reference,
        code.unwrap_or_default(),
        number.unwrap_or_default(),
    ))
}

pub(crate) fn unmodelled(tree: &Tree<'_>, body: &[u8]) -> Unmodelled {
    let raw = Arrived::new::<BillResponse>(body.to_vec()).raw("");
    let reference = tree.mark(&["data", "ref_id"]).text();
    Unmodelled::new(PROVIDER, "", "")
        .about(reference, None)
        .raw(raw)
}

/// The dashboard tests an address with a ping when a webhook is registered.
fn is_ping(headers: &HeaderMap, tree: &Tree<'_>) -> bool {
    let event = headers.get("x-digiflazz-event");
    let is_named = event.is_some_and(|event| event.as_bytes().eq_ignore_ascii_case(b"ping"));
    let is_hook = tree.mark(&["hook_id"]).is_there() && !tree.mark(&["data"]).is_there();
    is_named || is_hook || tree.mark(&["data"]).text() == Some("ping")
}

/// The sender's name distinguishes the sale of a prepaid product (`DigiFlazz-Hookshot`) from the
/// payment of a bill (`DigiFlazz-Pasca-Hookshot`).
fn is_sale(headers: &HeaderMap) -> bool {
    let name = headers.get(USER_AGENT).and_then(|name| name.to_str().ok());
    let name = name.unwrap_or_default().to_ascii_lowercase();
    name.contains("hookshot") && !name.contains("pasca")
}
