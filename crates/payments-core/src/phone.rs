//! Phone numbers, however people write them.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::secret::Personal;

/// A customer's phone number. The same number is equal however it is written, and is serialised in
/// one form: `08123123123`, or with the country code for another country, `+6591234567`.
///
/// Blanks, dots, hyphens, brackets and invisible marks are removed. An Indonesian number begins
/// with `0`, `62`, `+62` or `0062`; a mobile number may begin with its `8`. A number of another
/// country begins with `+`. A text that is ambiguous, too short or too long is kept as written, and
/// refused before it is sent ([`Capabilities::phone`](crate::Capabilities::phone)).
///
/// ```
/// use payments_core::{PhoneForm, PhoneNumber};
///
/// let number = PhoneNumber::from("+62 812-3123-123");
/// assert_eq!(number, PhoneNumber::from("08123123123"));
/// let sent = number.in_form(PhoneForm::CountryCode).expect("a number");
/// assert_eq!(&*sent, "628123123123");
/// assert!(PhoneNumber::from("620812").in_form(PhoneForm::National).is_none());
/// ```
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PhoneNumber(Personal);

/// The form in which a provider takes phone numbers. A number of another country has no national
/// form: it is written with its plus sign instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PhoneForm {
    /// `08123123123`
    National,
    /// `628123123123`
    CountryCode,
    /// `+628123123123`
    E164,
}

/// The number of digits after the country code. A mobile number begins with an 8 and has 9 to 12; a
/// landline number with its area code has 7 to 11.
const MOBILE: std::ops::RangeInclusive<usize> = 9..=12;
const LANDLINE: std::ops::RangeInclusive<usize> = 7..=11;
/// The longest possible number has 15 digits, including the country code.
const FOREIGN: std::ops::RangeInclusive<usize> = 8..=15;

impl PhoneNumber {
    /// The number in a form; `None` if the text is not a number, or is ambiguous.
    #[must_use]
    pub fn in_form(&self, form: PhoneForm) -> Option<Personal> {
        let canonical = canonical(&self.0)?;
        let (code, national) = match canonical.strip_prefix('0') {
            Some(national) => ("62", national),
            None => ("", canonical.trim_start_matches('+')),
        };
        Some(
            match form {
                PhoneForm::National => canonical,
                PhoneForm::CountryCode => format!("{code}{national}"),
                PhoneForm::E164 => format!("+{code}{national}"),
            }
            .into(),
        )
    }

    /// Whether it is a number of another country than Indonesia.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        canonical(&self.0).is_some_and(|number| number.starts_with('+'))
    }
}

/// `08…`, or `+…` for another country.
fn canonical(written: &str) -> Option<String> {
    let mut digits = String::new();
    let mut has_plus = false;
    for c in written.chars().filter(|c| !is_punctuation(*c)) {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() && !has_plus => has_plus = true,
            _ => return None,
        }
    }
    if has_plus {
        return match digits.strip_prefix("62") {
            Some(national) => indonesian(national),
            None if digits.starts_with('0') || !FOREIGN.contains(&digits.len()) => None,
            None => Some(format!("+{digits}")),
        };
    }
    // 00 is dialled before 62. Before other digits it may be one 0 too many.
    let national = ["0062", "62", "0"]
        .into_iter()
        .find_map(|before| digits.strip_prefix(before));
    match national {
        Some(national) => indonesian(national),
        None if digits.starts_with('8') => indonesian(&digits),
        None => None,
    }
}

/// A second 0, as in `62 0812`, is ambiguous: it may be a mistake or the beginning of another
/// number.
fn indonesian(national: &str) -> Option<String> {
    let lengths = match national.bytes().next()? {
        b'8' => MOBILE,
        b'2'..=b'7' | b'9' => LANDLINE,
        _ => return None,
    };
    lengths
        .contains(&national.len())
        .then(|| format!("0{national}"))
}

/// What people and address books put between digits: blanks, dots, hyphens, brackets, direction
/// marks and zero-width marks.
fn is_punctuation(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '-'
                | '('
                | ')'
                | '\u{AD}'
                | '\u{61C}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2010}'..='\u{2015}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{2212}'
                | '\u{FEFF}'
        )
}

impl From<String> for PhoneNumber {
    fn from(written: String) -> Self {
        Self(canonical(&written).unwrap_or(written).into())
    }
}

impl From<&str> for PhoneNumber {
    fn from(written: &str) -> Self {
        written.to_owned().into()
    }
}

impl<'de> Deserialize<'de> for PhoneNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Into::into)
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneNumber(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: &str) -> Option<String> {
        let number = PhoneNumber::from(number);
        number
            .in_form(PhoneForm::National)
            .map(|text| text.to_string())
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for way in [
            "08123123123",
            "8123123123",
            "628123123123",
            "+628123123123",
            "00628123123123",
            "+62 812-3123-123",
            "(0812) 3123.123",
            "0812\u{a0}3123\u{2011}123",
            "\u{202a}+62 812 3123 123\u{202c}",
            "\u{feff}0812\u{200f}3123123\n",
        ] {
            let number = PhoneNumber::from(way);
            assert_eq!(number, PhoneNumber::from("08123123123"), "{way:?}");
            assert_eq!(
                serde_json::to_string(&number).unwrap(),
                r#""08123123123""#,
                "{way:?}"
            );
        }
        assert_ne!(PhoneNumber::from("08123123124"), "08123123123".into());
    }

    #[test]
    fn each_form_is_that_of_the_same_number() {
        let forms = |number: &str| {
            [PhoneForm::National, PhoneForm::CountryCode, PhoneForm::E164].map(|form| {
                let text = PhoneNumber::from(number).in_form(form).unwrap();
                text.to_string()
            })
        };
        let mobile = ["08123123123", "628123123123", "+628123123123"];
        assert_eq!(forms("0812 3123 123"), mobile);
        let landline = ["0215551234", "62215551234", "+62215551234"];
        assert_eq!(forms("(021) 555-1234"), landline);
        let foreign = ["+6591234567", "6591234567", "+6591234567"];
        assert_eq!(forms("+65 9123 4567"), foreign);
        assert!(PhoneNumber::from("+65 9123 4567").is_foreign());
        assert!(!PhoneNumber::from("+62 812 3123 123").is_foreign());
    }

    #[test]
    fn what_could_be_another_number_is_none() {
        for odd in [
            "",
            "+",
            "0",
            "62",
            "6208123123123",
            "+62 (0) 812 3123 123",
            "008123123123",
            "006591234567",
            "+008123123123",
            "+08123123123",
            "6591234567",
            "1234567890",
            "08123123",
            "08123123123123",
            "8123123",
            "+62812",
            "+1234567",
            "+1234567890123456",
            "0812+3123123",
            "++628123123123",
            "0812312312x",
            "08123123123/08123123124",
            "08123123123, 08123123124",
            "\u{ff10}8123123123",
            "\u{660}8123123123",
        ] {
            assert_eq!(written(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn a_number_never_prints() {
        for number in ["08123123123", "0812-canary"] {
            assert_eq!(
                format!("{:?}", PhoneNumber::from(number)),
                "PhoneNumber(..)"
            );
        }
    }
}
