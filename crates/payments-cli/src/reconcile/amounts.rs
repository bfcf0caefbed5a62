//! How a file writes amounts: `10.500,00` or `10,500.00`. Read exactly, or refused.

use payments::{Currency, Money};
use serde::Deserialize;

/// The signs of a file's amounts. Without a sign for decimals there are only whole rupiah.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Amounts {
    /// Before the decimals.
    decimal: Option<char>,
    /// Between groups of three digits.
    thousands: Option<char>,
    /// What stands before an amount, such as Rp.
    prefix: Option<String>,
}

/// More digits than any amount has; a longer number is something else.
const LONGEST: usize = 24;

impl Amounts {
    /// An error if the signs could be confused with each other or with digits.
    pub(super) fn check(&self) -> Result<(), String> {
        let is_wrong = |sign: char| sign.is_alphanumeric() || "+-\"".contains(sign);
        if [self.decimal, self.thousands]
            .into_iter()
            .flatten()
            .any(is_wrong)
        {
            return Err(
                "[amounts]: decimal and thousands are signs such as \".\" and \",\"".into(),
            );
        }
        if self.decimal.is_some() && self.decimal == self.thousands {
            return Err("[amounts]: decimal and thousands must differ".into());
        }
        Ok(())
    }

    /// An amount that is at least 0.
    pub(super) fn read(&self, text: &str) -> Result<Money, String> {
        if text.starts_with('-') || text.starts_with('(') {
            return Err(format!(
                "{text:?} is less than 0; if the row is no payment, map its status to \"skip\""
            ));
        }
        self.unsigned(text)
    }

    /// A fee: some files write it as what is taken off, with a minus sign.
    pub(super) fn fee(&self, text: &str) -> Result<Money, String> {
        let bare = text.strip_prefix('-');
        let in_brackets = || text.strip_prefix('(')?.strip_suffix(')');
        self.unsigned(bare.or_else(in_brackets).unwrap_or(text).trim())
    }

    fn unsigned(&self, text: &str) -> Result<Money, String> {
        let prefix = self.prefix.as_deref().unwrap_or_default();
        let number = text.strip_prefix(prefix).unwrap_or(text);
        // A no-break space is a blank, too.
        let number = number.trim_start_matches([' ', '\u{a0}']);
        if number.contains(['e', 'E']) {
            return Err(format!(
                "{text:?} was shortened by a spreadsheet: export it as text, with all digits"
            ));
        }
        let (whole, fraction) = match self.decimal.and_then(|sign| number.split_once(sign)) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (number, None),
        };
        let is_plain = |part: &str| {
            !part.is_empty() && part.len() <= LONGEST && part.bytes().all(|b| b.is_ascii_digit())
        };
        let whole = self.without_groups(whole).filter(|whole| is_plain(whole));
        let Some(whole) = whole.filter(|_| fraction.is_none_or(is_plain)) else {
            return Err(format!("{text:?} is not written as [amounts] says"));
        };
        let fraction = fraction.unwrap_or("0");
        // 10.500 is ten and a half thousand, whoever forgot to say that the point is for thousands.
        if fraction.len() > 2 {
            return Err(format!(
                "{text:?} has more than two decimals: does [amounts] confuse decimals and thousands?"
            ));
        }
        let amount = format!("{whole}.{fraction}").parse();
        let amount = amount.map_err(|_| format!("{text:?} is not an amount"))?;
        Money::new(amount, Currency::IDR).map_err(|error| error.to_string())
    }

    /// The whole part without its signs; `None` if groups have another length than three.
    fn without_groups(&self, whole: &str) -> Option<String> {
        let Some(sign) = self.thousands.filter(|sign| whole.contains(*sign)) else {
            return Some(whole.to_owned());
        };
        let mut groups = whole.split(sign);
        let first = groups
            .next()
            .filter(|first| (1..=3).contains(&first.len()))?;
        let mut digits = first.to_owned();
        for group in groups {
            if group.len() != 3 {
                return None;
            }
            digits.push_str(group);
        }
        Some(digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(decimal: Option<char>, thousands: Option<char>) -> Amounts {
        Amounts {
            decimal,
            thousands,
            prefix: Some("Rp".into()),
        }
    }

    fn told(amounts: &Amounts, text: &str) -> Option<String> {
        amounts.read(text).ok().map(|money| money.to_string())
    }

    #[test]
    fn amounts_are_read_as_banks_in_indonesia_and_elsewhere_write_them() {
        let (here, there) = (signs(Some(','), Some('.')), signs(Some('.'), Some(',')));
        for (amounts, text) in [
            (&here, "10.500,00"),
            (&here, "10500,0"),
            (&here, "10500"),
            (&here, "Rp 10.500"),
            (&here, "Rp\u{a0}10.500,00"),
            (&there, "10,500.00"),
            (&there, "10500.00"),
            (&there, "Rp10,500"),
            (&signs(None, Some(' ')), "10 500"),
            (&signs(None, None), "10500"),
        ] {
            assert_eq!(told(amounts, text).as_deref(), Some("IDR 10500"), "{text}");
        }
        let large = "9.007.199.254.740.993,25";
        assert_eq!(
            told(&here, large).as_deref(),
            Some("IDR 9007199254740993.25")
        );
    }

    #[test]
    fn what_could_be_another_amount_is_refused() {
        let (here, there) = (signs(Some(','), Some('.')), signs(Some('.'), Some(',')));
        for (amounts, text) in [
            (&here, "1,23E+07"),
            (&there, "1.23e7"),
            (&here, "10,500.00"),
            (&there, "10.500,00"),
            // Ten and a half thousand, or ten and a half?
            (&signs(Some('.'), None), "10.500"),
            (&here, "1.0500"),
            (&here, "10..500"),
            (&here, ".500"),
            (&here, "10,"),
            (&here, ",5"),
            (&here, "-10.500"),
            (&here, "(10.500)"),
            (&here, "'10.500"),
            (&here, "=10500"),
            (&here, "10 500"),
            (&here, "1\u{664}"),
            (&here, "USD 10"),
            (&signs(None, None), "10.500"),
            (&here, "1111111111111111111111111"),
        ] {
            assert_eq!(told(amounts, text), None, "{text}");
        }
    }

    #[test]
    fn the_sign_of_a_fee_makes_no_difference() {
        let here = signs(Some(','), Some('.'));
        for text in ["4.440", "-4.440,00", "(4.440)"] {
            assert_eq!(here.fee(text).unwrap(), Money::idr(4_440), "{text}");
        }
    }
}
