//! The forms in which providers write amounts, times and path segments: lenient when read, strict
//! when sent.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use payments_core::{
    Currency, Error, Money,
    decimal::{self, InvalidMoney},
};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A received amount: a number, `"20000"`, `"20000.0"`, `"116.55"`. Exactly three digits after the
/// only point are refused: rupiah have no smaller unit, and in Indonesia ten thousand is written
/// `10.000`. It is written again as an integer if it is whole, otherwise as text: that never fails
/// and never rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount(Decimal);

impl Amount {
    /// Converts it to money. A negative amount is an error that names the member.
    pub fn money(self, member: &str, currency: Currency) -> payments_core::Result<Money> {
        Money::new(self.0, currency)
            .map_err(|error| Error::integrity(member, "at least 0", &error.to_string()))
    }
}

/// An amount sent as a JSON integer: `20000`. Reads a number, `"20000"`, `"20000.0"` and
/// `"20000.00"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AmountInteger(Decimal);

/// An amount sent as a string of digits: `"20000"`. Reads what [`AmountInteger`] reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AmountDigits(Decimal);

/// An amount sent as a JSON number with two digits after the point: `25000.00`. Reads what
/// [`AmountInteger`] reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AmountTwoDigits(Decimal);

macro_rules! decimal_conversions {
    ($($form:ident by $reads:path),*) => {$(
        impl From<Decimal> for $form {
            fn from(amount: Decimal) -> Self {
                Self(amount)
            }
        }

        impl From<$form> for Decimal {
            fn from(amount: $form) -> Self {
                amount.0
            }
        }

        impl From<&$form> for Decimal {
            fn from(amount: &$form) -> Self {
                amount.0
            }
        }

        impl FromStr for $form {
            type Err = InvalidMoney;

            fn from_str(text: &str) -> Result<Self, InvalidMoney> {
                $reads(text).map(Self)
            }
        }

        impl fmt::Display for $form {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.normalize().fmt(f)
            }
        }

        impl<'de> Deserialize<'de> for $form {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                decimal::deserialize(deserializer, $reads).map(Self)
            }
        }
    )*};
}

decimal_conversions!(
    Amount by unambiguous,
    AmountInteger by decimal::read,
    AmountDigits by decimal::read,
    AmountTwoDigits by decimal::read
);

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match whole(self.0) {
            Ok(amount) => serializer.serialize_u64(amount),
            Err(_) => serializer.collect_str(&self.0),
        }
    }
}

impl Serialize for AmountInteger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(whole(self.0).map_err(serde::ser::Error::custom)?)
    }
}

impl Serialize for AmountDigits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&whole(self.0).map_err(serde::ser::Error::custom)?)
    }
}

impl Serialize for AmountTwoDigits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error;

        let mut amount = self.0.normalize();
        if amount.scale() > 2 || amount.is_sign_negative() {
            return Err(S::Error::custom(InvalidMoney::new(format!(
                "expected an amount with at most two digits after the point, got {amount}"
            ))));
        }
        amount.rescale(2);
        if amount.scale() != 2 {
            return Err(S::Error::custom(InvalidMoney::new(format!(
                "expected an amount that leaves room for two digits after the point, got {amount}"
            ))));
        }
        // Written as raw text: a float would drop the zeros.
        serde_json::value::RawValue::from_string(amount.to_string())
            .map_err(S::Error::custom)?
            .serialize(serializer)
    }
}

fn whole(amount: Decimal) -> Result<u64, InvalidMoney> {
    u64::try_from(amount)
        .ok()
        .filter(|_| amount.fract().is_zero())
        .ok_or_else(|| InvalidMoney::new(format!("expected a whole amount, got {amount}")))
}

/// Why a text is not an amount.
pub(crate) struct NoAmount(pub(crate) &'static str);

/// Reads a received amount.
pub(crate) fn received(text: &str) -> Result<Decimal, NoAmount> {
    let fraction = text.split_once('.').map(|(_, fraction)| fraction.len());
    match (decimal::read(text), fraction) {
        (Ok(_), Some(3)) => Err(NoAmount(
            "three digits after the only point may be a fraction, or thousands",
        )),
        (Ok(amount), _) => Ok(amount),
        (Err(_), _) => Err(NoAmount("digits, and no more than a point among them")),
    }
}

fn unambiguous(text: &str) -> Result<Decimal, InvalidMoney> {
    received(text)
        .map_err(|NoAmount(why)| InvalidMoney::new(format!("{text:?} is not an amount: {why}")))
}

/// A value for the path of a URL. Values that would change the path are refused: empty, `.`, `..`,
/// slashes, blanks, control characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct PathSegment(String);

impl FromStr for PathSegment {
    type Err = InvalidPathSegment;

    fn from_str(text: &str) -> Result<Self, InvalidPathSegment> {
        let escapes = |c: char| matches!(c, '/' | '\\') || c.is_control() || c.is_whitespace();
        if matches!(text, "" | "." | "..") || text.contains(escapes) {
            return Err(InvalidPathSegment(text.into()));
        }
        Ok(Self(text.into()))
    }
}

impl<'de> Deserialize<'de> for PathSegment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl PathSegment {
    /// The segment with the characters escaped that have a meaning in a URL.
    #[must_use]
    pub fn escaped(&self) -> impl fmt::Display {
        // The set of https://url.spec.whatwg.org/#path-percent-encode-set, and the escape character
        // itself.
        const MEANT: &AsciiSet = &CONTROLS
            .add(b' ')
            .add(b'"')
            .add(b'#')
            .add(b'<')
            .add(b'>')
            .add(b'?')
            .add(b'^')
            .add(b'`')
            .add(b'{')
            .add(b'}')
            .add(b'/')
            .add(b'%');
        utf8_percent_encode(&self.0, MEANT)
    }
}

impl fmt::Display for PathSegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value that is not allowed in a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidPathSegment(String);

impl fmt::Display for InvalidPathSegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected a value without slashes, blanks and dots alone, got {:?}",
            self.0
        )
    }
}

impl std::error::Error for InvalidPathSegment {}

/// Reads a time as providers print them: RFC 3339, or `YYYY-MM-DD HH:MM:SS` in western Indonesian
/// time.
///
/// `None` for anything else: an odd time must not make the news of a payment unreadable.
#[must_use]
pub fn time(text: &str) -> Option<DateTime<Utc>> {
    time_in(text, "+07:00")
}

/// The same for a provider whose times without a zone are in UTC.
#[must_use]
pub fn time_in_utc(text: &str) -> Option<DateTime<Utc>> {
    time_in(text, "Z")
}

fn time_in(text: &str, zone: &str) -> Option<DateTime<Utc>> {
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    read(text)
        .or_else(|| read(&[text, zone].concat()))
        // A date alone lasts until its end.
        .or_else(|| read(&format!("{text} 23:59:59{zone}")))
        .map(|time| time.to_utc())
}

/// Writes a time as providers expect it: `2020-02-20T00:00:00.000Z`.
#[must_use]
pub fn rfc3339(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(json: &str) -> Result<Decimal, serde_json::Error> {
        serde_json::from_str::<AmountInteger>(json).map(Decimal::from)
    }

    #[test]
    fn every_printed_form_of_an_amount_is_read() {
        for json in [
            "1001",
            r#""1001""#,
            r#""1001.0""#,
            r#""1001.00""#,
            "1001.0",
            "1001.00",
        ] {
            assert_eq!(read(json).unwrap(), Decimal::from(1001), "{json}");
        }
        assert_eq!(read("116.55").unwrap().to_string(), "116.55");
    }

    #[test]
    fn a_json_number_that_lost_digits_is_refused() {
        assert!(read("9007199254740993.0").is_err());
        assert!(read("36893488147419103232").is_err());
        // A parser that is off by one in the last place would read 90071992547490.4.
        assert!(read("90071992547490.39").is_err());
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for json in [
            "null",
            "true",
            "[]",
            r#""""#,
            r#""1e3""#,
            r#""1_000""#,
            r#""+1""#,
            r#"" 1""#,
            r#""1.""#,
            r#"".5""#,
            r#""-""#,
            r#""19999.99999999999999999999999999999""#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }

    #[test]
    fn thousands_are_never_read_as_a_fraction() {
        for text in [
            "10.500",
            "10.000",
            "0.001",
            "-1.250",
            "1.250.000",
            "10,500",
            "Rp 10500",
            "10500 ",
        ] {
            assert!(text.parse::<Amount>().is_err(), "{text}");
            let json = format!("{text:?}");
            assert!(serde_json::from_str::<Amount>(&json).is_err(), "{json}");
        }
        for text in ["10.5", "10.50", "10.5000", "10500.00", "10500.0"] {
            assert!(text.parse::<Amount>().is_ok(), "{text}");
        }
        // Amounts that this project wrote are exact.
        assert!("10.500".parse::<AmountDigits>().is_ok());
    }

    #[test]
    fn a_fraction_or_a_debt_is_never_sent_as_a_whole_amount() {
        for amount in ["0.5", "-1"] {
            let amount: AmountInteger = amount.parse().unwrap();
            assert!(serde_json::to_string(&amount).is_err());
        }
    }

    #[test]
    fn a_received_amount_can_always_be_written_again() {
        for (received, written) in [
            ("20000.0", "20000"),
            ("116.55", r#""116.55""#),
            ("-1", r#""-1""#),
        ] {
            let amount: Amount = received.parse().unwrap();
            assert_eq!(serde_json::to_string(&amount).unwrap(), written);
        }
    }

    #[test]
    fn two_digits_after_the_point_are_sent_as_a_number() {
        let sent = |text: &str| serde_json::to_string(&text.parse::<AmountTwoDigits>().unwrap());
        assert_eq!(sent("25000").unwrap(), "25000.00");
        assert_eq!(sent("0.5").unwrap(), "0.50");
        assert_eq!(sent("9007199254740993").unwrap(), "9007199254740993.00");
        assert!(sent("0.005").is_err() && sent("-1").is_err());
        // The largest that a decimal holds has no place for them.
        assert!(sent("79228162514264337593543950335").is_err());
    }

    #[test]
    fn a_path_segment_never_reaches_another_path() {
        for text in ["", ".", "..", "a/b", r"..\x", "a b", "a\n"] {
            assert!(text.parse::<PathSegment>().is_err(), "{text:?}");
        }
        assert!("ewc_5f2b.1".parse::<PathSegment>().is_ok());
    }

    #[test]
    fn a_path_segment_cannot_leave_its_place() {
        let url = |segment: &PathSegment| {
            let url = format!(
                "https://provider.example/charges/{}/void",
                segment.escaped()
            );
            reqwest::Url::parse(&url).unwrap()
        };
        for text in ["a?b", "a#b", "a%2fb", "%2e%2e", "a;b", "é", "a{b}^`\"<>"] {
            let segment = text.parse().unwrap();
            let url = url(&segment);
            assert_eq!(url.path_segments().unwrap().count(), 3, "{url}");
            assert_eq!((url.query(), url.fragment()), (None, None), "{url}");
            let there = url.path_segments().unwrap().nth(1).unwrap();
            let read = percent_encoding::percent_decode_str(there);
            assert_eq!(read.decode_utf8().unwrap(), text);
        }
    }

    #[test]
    fn printed_times_are_read_and_odd_ones_are_no_error() {
        let utc = |text| time(text).map(|time| time.to_rfc3339());
        assert_eq!(
            utc("2020-03-20T04:54:10+07:00").unwrap(),
            "2020-03-19T21:54:10+00:00"
        );
        assert_eq!(
            utc("2019-11-01T12:34:56.007Z").unwrap(),
            "2019-11-01T12:34:56.007+00:00"
        );
        assert_eq!(
            utc("2021-11-03 04:38:41").unwrap(),
            "2021-11-02T21:38:41+00:00"
        );
        assert_eq!(utc("2022-07-08").unwrap(), "2022-07-08T16:59:59+00:00");
        let zoneless = time_in_utc("2021-11-03 04:38:41").unwrap();
        assert_eq!(zoneless.to_rfc3339(), "2021-11-03T04:38:41+00:00");
        assert_eq!(utc("soon"), None);
        assert_eq!(utc(""), None);
    }

    proptest! {
        #[test]
        fn whole_amounts_survive_the_wire(rupiah: u64) {
            let amount = AmountInteger::from(Decimal::from(rupiah));
            let json = serde_json::to_string(&amount).unwrap();
            prop_assert_eq!(&json, &rupiah.to_string());
            prop_assert_eq!(serde_json::from_str::<AmountInteger>(&json).unwrap(), amount);
            let digits = serde_json::to_string(&AmountDigits::from(Decimal::from(rupiah))).unwrap();
            prop_assert_eq!(&digits, &format!("\"{rupiah}\""));
        }
    }
}
