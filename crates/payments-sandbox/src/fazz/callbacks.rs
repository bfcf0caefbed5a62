//! Fazz's callbacks: the payment when it is paid, and again when the money can be used, with a
//! signature over the body.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{Fazz, shapes};
use crate::{
    callbacks::notify,
    outbox::{Headers, Message},
    payment::{Key, State},
    settings::Settings,
    signature,
    world::World,
};

/// At most 20 attempts; each interval is five minutes longer than the one before.
pub(super) const PAUSES: [i64; 19] = [
    300, 600, 900, 1200, 1500, 1800, 2100, 2400, 2700, 3000, 3300, 3600, 3900, 4200, 4500, 4800,
    5100, 5400, 5700,
];

pub(super) fn announce(world: &mut World, key: Key, at: DateTime<Utc>) {
    let Some(payment) = world.book.get(key) else {
        return;
    };
    // Nothing is documented for the other states.
    if !matches!(payment.state, State::Paid | State::Settled) {
        return;
    }
    let body = json!({"data": shapes::resource(payment, &world.base_url)});
    let headers = proof(&world.settings, body.to_string().as_bytes());
    let message = Message::new(world.settings.callback_url_of("fazz"), headers, body);
    notify(world, &Fazz, key, message, at);
}

pub(super) fn proof(settings: &Settings, body: &[u8]) -> Headers {
    let signature = signature::hmac_sha256(settings.secret_of("fazz"), body);
    vec![("xfers-signature", signature)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_of_a_known_body_is_the_known_one() {
        let body = concat!(
            r#"{"data":{"id":"contract_0123456789abcdef0123456789abcdef","type":"payment","attributes":{"status":"paid","#,
            r#""amount":"100000.0","currency":"IDR","createdAt":"2024-01-01T10:00:00+07:00","description":null,"#,
            r#""expiredAt":"2024-01-02T10:00:00+07:00","referenceId":"ORDER_0001","fees":"4440.0","paymentMethod":"#,
            r#"{"id":"mst_AbCdEfGhIjKlMnOpQrSt","type":"retail_outlet","referenceId":"ORDER_0001","instructions":"#,
            r#"{"retailOutletName":"ALFAMART","paymentCode":"81879760","displayName":"Nama Tampilan"}}}}}"#,
        );
        assert_eq!(
            signature::hmac_sha256("ss_test_0001", body.as_bytes()),
            "00e11f36f116208aca62197dd79fe4ce606ea9df60784fa20fbd084a93d61616"
        );
    }

    #[test]
    fn each_pause_is_five_minutes_longer_than_the_one_before() {
        assert_eq!(PAUSES.first(), Some(&300));
        assert!(PAUSES.windows(2).all(|pair| pair[1] - pair[0] == 300));
    }
}
