//! Amounts in text and in JSON: read exactly or refused. No float decides a digit.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserializer, de};

/// Text or a number that is not an amount of money; the message quotes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidMoney(String);

impl InvalidMoney {
    /// Makes the error from a message that says what was expected and what was found.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for InvalidMoney {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidMoney {}

/// Reads digits, with at most a sign before them and a point among them.
pub fn read(text: &str) -> Result<Decimal, InvalidMoney> {
    // `Decimal` would accept "1_000", "+1", ".5", "1." and exponents, which no provider writes. It
    // would also round what it cannot hold.
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    Decimal::from_str_exact(text)
        .ok()
        .filter(|_| plain(whole) && plain(fraction))
        .ok_or_else(|| InvalidMoney::new(format!("expected an amount, got {text:?}")))
}

/// Reads an amount from a JSON string or number; `reads` decides which texts are amounts.
pub fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
    reads: fn(&str) -> Result<Decimal, InvalidMoney>,
) -> Result<Decimal, D::Error> {
    deserializer.deserialize_any(AmountVisitor(reads))
}

struct AmountVisitor(fn(&str) -> Result<Decimal, InvalidMoney>);

impl de::Visitor<'_> for AmountVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount, as a number or a string")
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Decimal, E> {
        (self.0)(value).map_err(E::custom)
    }

    // The JSON parser delivers a number with a point as a float. Up to 15 digits, the float's
    // shortest text is what was sent. A longer number may already have been rounded; it is refused
    // if its text still shows that.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        let text = value.to_string();
        if text.bytes().filter(u8::is_ascii_digit).count() > 15 {
            return Err(E::custom(format_args!(
                "expected an amount that a JSON number holds exactly, got {text}"
            )));
        }
        self.visit_str(&text)
    }
}
