//! The content of a QRIS code, by the EMV specification of merchant-presented codes: members with a
//! tag, a length and a text, and a checksum at the end.

use rust_decimal::Decimal;

use crate::{
    error::{Error, Result},
    invalid::Invalid,
    money::{Currency, Money},
};

/// What a QRIS code says about its payment.
///
/// ```
/// use payments_core::{Money, QrisCode};
///
/// let text = "00020101021253033605405150005802ID5909Toko Satu6007Jakarta6304BD1F";
/// let code = QrisCode::read(text)?;
/// assert_eq!(code.amount, Some(Money::idr(15_000)));
/// assert!(code.check(Money::idr(15_000)).is_ok());
/// assert!(code.check(Money::idr(1_500)).is_err());
/// # Ok::<(), payments_core::Error>(())
/// ```
#[doc(alias = "qr")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QrisCode {
    /// The amount that the customer's app will ask for: tag 54 plus the fixed fee that the code
    /// adds (56). `None` in a static code: the customer enters the amount.
    pub amount: Option<Money>,
    /// The currency's number by ISO 4217, `360` for rupiah: tag 53.
    pub currency: Option<String>,
    /// The country of the merchant, `ID`: tag 58.
    pub country: Option<String>,
    /// The merchant's name, as the customer's app shows it: tag 59.
    pub merchant: Option<String>,
    /// The percentage that the code adds to the amount: tag 57.
    pub fee_per_cent: Option<Decimal>,
}

/// Every such code begins with its format version, 01.
const BEGINS: &str = "000201";
/// Precedes the four digits of the checksum, and is covered by it.
const CHECKSUM: &str = "6304";
const RUPIAH: &str = "360";
const INDONESIA: &str = "ID";

impl QrisCode {
    /// Whether a text begins like such a code. A wallet's own code may have another format.
    #[must_use]
    pub fn is_one(content: &str) -> bool {
        content.starts_with(BEGINS)
    }

    /// Reads the content of a code. A code that is cut off, altered, or has a duplicate member is
    /// refused.
    pub fn read(content: &str) -> std::result::Result<Self, Invalid> {
        let wrong = |expected: &str| Invalid::field("QR code", content, expected);
        if !Self::is_one(content) {
            return Err(wrong("a code that begins with 000201"));
        }
        let sum_at = content.len().saturating_sub(4);
        let sum = match content.get(..sum_at).zip(content.get(sum_at..)) {
            Some((before, sum)) if before.ends_with(CHECKSUM) => Some((before, sum)),
            _ => None,
        };
        let (before, sum) = sum.ok_or_else(|| wrong("a code with a checksum at its end"))?;
        if !sum.eq_ignore_ascii_case(&format!("{:04X}", checksum(before.as_bytes()))) {
            return Err(wrong("a code with a right checksum"));
        }
        let members = members(content).ok_or_else(|| wrong("members that are whole"))?;
        let text = |tag: &str| {
            let mut told = members.iter().filter(|(known, _)| *known == tag);
            match (told.next(), told.next()) {
                (_, Some(_)) => Err(wrong(&format!("tag {tag} once"))),
                (told, None) => Ok(told.map(|(_, text)| *text)),
            }
        };
        let number = |tag: &str| match text(tag)? {
            Some(text) => decimal(text)
                .map(Some)
                .ok_or_else(|| wrong(&format!("a number in tag {tag}"))),
            None => Ok(None),
        };
        let amount = match (number("54")?, number("56")?) {
            (Some(amount), Some(fee)) => amount.checked_add(fee),
            (amount, _) => amount,
        };
        let amount = amount.map(|amount| Money::new(amount, Currency::IDR));
        Ok(Self {
            amount: amount
                .transpose()
                .map_err(|_| wrong("an amount in tag 54"))?,
            currency: text("53")?.map(str::to_owned),
            country: text("58")?.map(str::to_owned),
            merchant: text("59")?.map(str::to_owned),
            fee_per_cent: number("57")?.filter(|fee| !fee.is_zero()),
        })
    }

    /// Checks that a customer who scans it pays this amount, in rupiah, in Indonesia. Otherwise
    /// nothing is known: it is the code of another payment. A code without an amount is accepted:
    /// the provider then reports the captured amount.
    pub fn check(&self, asked: Money) -> Result<()> {
        let wrong = |what: &str, expected: &str, told: &str| {
            Err(Error::integrity(
                &format!("{what} in the QR code"),
                expected,
                told,
            ))
        };
        match (&self.currency, &self.country) {
            (Some(told), _) if told != RUPIAH => return wrong("currency", RUPIAH, told),
            (_, Some(told)) if told != INDONESIA => return wrong("country", INDONESIA, told),
            _ => {}
        }
        match (self.amount, self.fee_per_cent) {
            (Some(told), _) if told != asked => {
                wrong("amount", &asked.to_string(), &told.to_string())
            }
            (_, Some(fee)) => wrong("fee", "none", &format!("{fee} %")),
            _ => Ok(()),
        }
    }

    /// Checks the content of a code in an answer. Text that is not such a code is accepted; a QRIS
    /// code that cannot be read is refused.
    pub fn check_content(content: &str, asked: Money) -> Result<()> {
        if !Self::is_one(content) {
            return Ok(());
        }
        match Self::read(content) {
            Ok(code) => code.check(asked),
            Err(_) => Err(Error::integrity("QR code", "a whole code", "damaged")),
        }
    }
}

/// Tag, length and text of each member, up to the end of the text.
fn members(content: &str) -> Option<Vec<(&str, &str)>> {
    let mut members = Vec::new();
    let mut rest = content;
    while !rest.is_empty() {
        let (tag, behind) = rest.split_at_checked(2)?;
        let (length, behind) = behind.split_at_checked(2)?;
        if !tag
            .bytes()
            .chain(length.bytes())
            .all(|b| b.is_ascii_digit())
        {
            return None;
        }
        // The length counts characters.
        let length: usize = length.parse().ok()?;
        let mut places = behind.char_indices().map(|(place, _)| place);
        let end = places.nth(length).unwrap_or(behind.len());
        let (text, behind) = behind.split_at_checked(end)?;
        if text.chars().count() != length {
            return None;
        }
        members.push((tag, text));
        rest = behind;
    }
    Some(members)
}

/// Reads digits, optionally with a point and more digits.
fn decimal(text: &str) -> Option<Decimal> {
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    Decimal::from_str_exact(text)
        .ok()
        .filter(|_| is_plain && is_number)
}

/// CRC-16/CCITT, starting from FFFF.
fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |sum, byte| {
        (0..8).fold(sum ^ (u16::from(*byte) << 8), |sum, _| match sum & 0x8000 {
            0 => sum << 1,
            _ => (sum << 1) ^ 0x1021,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Outcome;

    fn signed(members: &str) -> String {
        let before = format!("{members}6304");
        let sum = checksum(before.as_bytes());
        format!("{before}{sum:04X}")
    }

    fn code(amount: &str) -> String {
        signed(&format!(
            "000201010212{amount}53033605802ID5909Toko Satu6007Jakarta"
        ))
    }

    fn read(content: &str) -> QrisCode {
        QrisCode::read(content).unwrap()
    }

    #[test]
    fn the_checksum_is_that_of_the_specification() {
        assert_eq!(checksum(b"123456789"), 0x29B1);
    }

    #[test]
    fn a_code_says_amount_currency_country_and_merchant() {
        let told = read(&code("540515000"));
        assert_eq!(told.amount, Some(Money::idr(15_000)));
        assert_eq!(told.currency.as_deref(), Some("360"));
        assert_eq!(told.country.as_deref(), Some("ID"));
        assert_eq!(told.merchant.as_deref(), Some("Toko Satu"));
        assert_eq!(read(&code("540815000.00")).amount, Some(Money::idr(15_000)));
        assert_eq!(read(&code("")).amount, None);
    }

    #[test]
    fn a_code_of_another_amount_currency_or_country_leaves_the_outcome_unknown() {
        let asked = Money::idr(15_000);
        for fits in [
            code("540515000"),
            code("540815000.00"),
            code(""),
            code("54051500055020256010"),
            code("54051500055020357010"),
        ] {
            assert!(read(&fits).check(asked).is_ok(), "{fits}");
        }
        let other = |members: &str| signed(&format!("000201{members}"));
        for (wrong, what) in [
            (code("54041500"), "amount"),
            (code("540815000.01"), "amount"),
            (code("5405150005502025603500"), "amount"),
            (code("54051500055020357015"), "fee"),
            (other("5303840540515000"), "currency"),
            (other("54051500053033605802SG"), "country"),
        ] {
            let error = read(&wrong).check(asked).unwrap_err();
            assert_eq!(error.outcome(), Outcome::Unknown);
            assert!(error.to_string().contains(what), "{error}");
            assert!(QrisCode::check_content(&wrong, asked).is_err());
        }
    }

    #[test]
    fn what_is_damaged_is_no_code_and_what_claims_to_be_none_is_let_be() {
        let whole = code("54051500059");
        let good = code("54041500");
        let asked = Money::idr(1_500);
        assert!(QrisCode::check_content(&good, asked).is_ok());
        for damaged in [
            whole,
            good[..good.len() - 1].to_owned(),
            good.replace("54041500", "54041501"),
            code("5404150054041500"),
            code("5404-500"),
            code("540415e0"),
            code("5404.500"),
            code("54991500"),
            code("5A041500"),
            "000201".into(),
            "0002016304".into(),
            "000201é".into(),
        ] {
            assert!(QrisCode::read(&damaged).is_err(), "{damaged}");
            let error = QrisCode::check_content(&damaged, asked).unwrap_err();
            assert_eq!(error.outcome(), Outcome::Unknown);
        }
        for other in ["", "https://pay.example/1", "sample-qr-string", "é"] {
            assert!(QrisCode::read(other).is_err());
            assert!(QrisCode::check_content(other, asked).is_ok(), "{other}");
        }
    }
}
