//! Amounts, which stay exact from request to answer.

use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde_json::Value;

/// Reads an amount as real clients write it: a JSON number or the digits in a string.
///
/// A JSON integer is exact up to 2^64; a JSON fraction goes through its shortest text, never
/// through float arithmetic.
pub(crate) fn parse(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => {
            let text = number.to_string();
            Decimal::from_str_exact(&text)
                .or_else(|_| Decimal::from_scientific(&text))
                .ok()
        }
        Value::String(text) => {
            let text = text.trim();
            // `Decimal` also reads `1_000` and `+1`, which no provider promises to take.
            let digits = text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
            digits.then(|| Decimal::from_str_exact(text).ok()).flatten()
        }
        _ => None,
    }
}

/// The whole number of rupiah in `amount`; "1001.00" is 1001, "1001.50" is none.
pub(crate) fn whole(amount: Decimal) -> Option<Decimal> {
    (amount.fract().is_zero() && amount.to_i64().is_some()).then(|| amount.trunc())
}

/// A whole amount as a JSON integer; an amount with a fraction as its digits.
pub(crate) fn number(amount: Decimal) -> Value {
    match whole(amount).and_then(|amount| amount.to_i64()) {
        Some(integer) => integer.into(),
        None => digits(amount).into(),
    }
}

/// The plain digits of an amount, without trailing zeros.
pub(crate) fn digits(amount: Decimal) -> String {
    amount.normalize().to_string()
}

/// A number where the example has one, otherwise text with at least as many decimals.
pub(crate) fn written_like(example: &Value, amount: Decimal) -> Option<Value> {
    let Some(text) = example.as_str() else {
        return Some(number(amount));
    };
    let decimals = text
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let decimals = decimals.max(usize::try_from(amount.normalize().scale()).ok()?);
    Some(format!("{amount:.decimals$}").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn integers_above_two_to_the_53_are_exact() {
        for text in ["9007199254740993", "9223372036854775807"] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(number(parse(&value).unwrap()).to_string(), text);
            assert_eq!(digits(parse(&json!(text)).unwrap()), text);
        }
    }

    #[test]
    fn a_fraction_is_taken_through_its_shortest_text() {
        assert_eq!(digits(parse(&json!(116.55)).unwrap()), "116.55");
        assert_eq!(digits(parse(&json!("1001.00")).unwrap()), "1001");
    }

    #[test]
    fn what_is_not_plain_digits_is_no_amount() {
        for value in [
            json!("1_000"),
            json!("+1"),
            json!("1e3"),
            json!(""),
            json!(true),
            json!([]),
        ] {
            assert_eq!(parse(&value), None, "{value}");
        }
    }
}
