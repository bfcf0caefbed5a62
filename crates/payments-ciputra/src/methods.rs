//! The provider's two words for a method: `paytype` and `paycode`.

use payments_core::{Error, Method, MethodKind, Result};

use crate::types::{PayCode, PayType};

/// The words of a method. The pairs are inferred from the document's labels.
pub(crate) fn words(method: &Method) -> Result<(PayType, PayCode)> {
    let pay_type = match method.kind() {
        MethodKind::Any => PayType::All,
        MethodKind::VirtualAccount => PayType::Va,
        MethodKind::Card => PayType::Cc,
        MethodKind::InternetBanking => PayType::Ib,
        MethodKind::EWallet => PayType::Ewallet,
        MethodKind::RetailOutlet => PayType::Otc,
        MethodKind::Qris => PayType::Qris,
        _ => return Err(unknown(method)),
    };
    let pay_code = match method.kind() {
        // No code is printed for QRIS.
        MethodKind::Any | MethodKind::Qris => PayCode::All,
        MethodKind::Card => PayCode::CreditCard,
        _ => method.channel().parse().map_err(|_| unknown(method))?,
    };
    Ok((pay_type, pay_code))
}

/// The method of a `payment_channel`; `None` for a word that names no method.
pub(crate) fn method(channel: &str) -> Option<Method> {
    let kind = match channel.parse().ok()? {
        PayCode::All => return Some(Method::ANY),
        PayCode::CreditCard => return Some(Method::CARD),
        PayCode::Bca | PayCode::Bni | PayCode::Permata | PayCode::Bri | PayCode::Mandiri => "va",
        PayCode::CimbNiaga | PayCode::Jenius => "internet_banking",
        PayCode::Gopay | PayCode::Ovo | PayCode::Dana => "ewallet",
        PayCode::Alfamart | PayCode::Indomaret => "outlet",
    };
    format!("{kind}:{channel}").parse().ok()
}

fn unknown(method: &Method) -> Error {
    Error::unsupported(format!("the provider has no word for {method}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CAPABILITIES;

    #[test]
    fn every_method_of_the_capabilities_has_words() {
        for known in CAPABILITIES.methods {
            assert!(words(known.method).is_ok(), "{}", known.method);
        }
    }

    #[test]
    fn a_channel_of_an_answer_names_the_method_it_was_asked_with() {
        for known in CAPABILITIES.methods {
            let (_, code) = words(known.method).unwrap();
            if code != PayCode::All {
                assert_eq!(method(&code.to_string()).as_ref(), Some(known.method));
            }
        }
    }
}
