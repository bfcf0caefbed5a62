//! Money: an exact decimal and its currency. No float anywhere.

use std::{fmt, str::FromStr};

use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal::{self, InvalidMoney};

/// An ISO 4217 currency code, such as `IDR`.
///
/// ```
/// use payments_core::Currency;
///
/// assert_eq!("IDR".parse(), Ok(Currency::IDR));
/// assert!("rupiah".parse::<Currency>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The Indonesian rupiah.
    #[doc(alias = "rupiah")]
    pub const IDR: Self = Self(*b"IDR");

    /// The three capital letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // It holds only ASCII capitals, so the default is never used.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Currency {
    type Err = InvalidMoney;

    fn from_str(text: &str) -> Result<Self, InvalidMoney> {
        match text.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Self([a, b, c])),
            _ => Err(InvalidMoney::new(format!(
                "expected a currency of three capital letters, got {text:?}"
            ))),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

/// An amount of money, never negative: `Money::idr(20_000)`.
///
/// Serialised as `{"amount": "20000", "currency": "IDR"}`: the amount is a string, so that no
/// reader parses it as a float. Two amounts are equal if their values are, whatever zeros follow
/// the point.
///
/// ```
/// use payments_core::Money;
///
/// let price = Money::idr(20_000);
/// let fee = Money::idr(4_400);
/// assert_eq!(price.checked_add(fee), Some(Money::idr(24_400)));
/// assert_eq!(price.to_string(), "IDR 20000");
/// assert_eq!(price.whole_units(), Some(20_000));
/// ```
#[doc(alias = "rupiah")]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Money {
    #[serde(serialize_with = "as_string")]
    amount: Decimal,
    currency: Currency,
}

#[derive(Deserialize)]
struct Unchecked {
    #[serde(deserialize_with = "exactly")]
    amount: Decimal,
    currency: Currency,
}

impl TryFrom<Unchecked> for Money {
    type Error = InvalidMoney;

    fn try_from(read: Unchecked) -> Result<Self, InvalidMoney> {
        Self::new(read.amount, read.currency)
    }
}

fn exactly<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    decimal::deserialize(deserializer, decimal::read)
}

fn as_string<S: Serializer>(amount: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&amount.normalize())
}

impl Money {
    /// An amount in any currency; a negative one is refused.
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self, InvalidMoney> {
        if amount.is_sign_negative() && !amount.is_zero() {
            return Err(InvalidMoney::new(format!(
                "expected an amount of at least 0, got {amount}"
            )));
        }
        Ok(Self { amount, currency })
    }

    /// Whole rupiah.
    #[doc(alias = "rupiah")]
    #[must_use]
    pub fn idr(rupiah: u64) -> Self {
        Self {
            amount: Decimal::from(rupiah),
            currency: Currency::IDR,
        }
    }

    /// The value in units of the currency (rupiah, not sen).
    #[must_use]
    pub fn amount(&self) -> Decimal {
        self.amount
    }

    /// The sum; `None` if the currencies differ or the sum is too large.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let amount = self.amount.checked_add(other.amount)?;
        (self.currency == other.currency).then_some(Self { amount, ..self })
    }

    /// The value in whole units of the currency (rupiah); `None` if it has a fraction.
    #[must_use]
    pub fn whole_units(self) -> Option<u64> {
        self.amount.is_integer().then(|| self.amount.to_u64())?
    }

    /// The currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.amount.normalize())
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_beyond_what_a_float_holds_is_exact() {
        for rupiah in [(1 << 24) + 1, (1 << 53) + 1, u64::MAX] {
            let money = Money::idr(rupiah);
            let json = serde_json::to_string(&money).unwrap();
            assert_eq!(json, format!(r#"{{"amount":"{rupiah}","currency":"IDR"}}"#));
            assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), money);
        }
    }

    #[test]
    fn a_negative_amount_is_refused() {
        assert!(Money::new(Decimal::NEGATIVE_ONE, Currency::IDR).is_err());
        assert!(serde_json::from_str::<Money>(r#"{"amount":"-1","currency":"IDR"}"#).is_err());
    }

    #[test]
    fn a_sum_is_of_one_currency_and_whole_units_have_no_fraction() {
        let dollars = Money::new("1.50".parse().unwrap(), "USD".parse().unwrap()).unwrap();
        assert_eq!(
            Money::idr(1).checked_add(Money::idr(2)),
            Some(Money::idr(3))
        );
        assert_eq!(Money::idr(1).checked_add(dollars), None);
        assert_eq!(Money::idr(20_000).whole_units(), Some(20_000));
        assert_eq!(dollars.whole_units(), None);
    }

    #[test]
    fn zeros_after_the_point_make_no_difference() {
        let plain = Money::idr(1001);
        let with_zeros = Money::new("1001.00".parse().unwrap(), Currency::IDR).unwrap();
        assert_eq!(plain, with_zeros);
        assert_eq!(plain.to_string(), with_zeros.to_string());
    }
}
