//! The content of a QRIS code, written from the EMV specification of merchant-presented codes:
//! members with a tag, a length and a text, and a checksum at the end.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use crate::money;

/// A code that a wallet of any bank would take. `page` is the path of the payment's page: it stands
/// where a merchant's own number of the bill does, so that what was scanned is found again. Without
/// an amount it is a code that stays.
pub(crate) fn content(amount: Option<Decimal>, page: &str) -> String {
    let amount = amount.map(money::digits);
    let merchant = [
        ("00", "ID.CO.QRIS.WWW"),
        ("02", "ID0000000000000"),
        ("03", "UMI"),
    ];
    let merchant = members(merchant);
    let bill = members([("05", page)]);
    let mut text = members([
        ("00", "01"),
        ("01", if amount.is_some() { "12" } else { "11" }),
        ("51", &merchant),
        ("52", "5999"),
        ("53", "360"),
        ("54", amount.as_deref().unwrap_or_default()),
        ("58", "ID"),
        ("59", "TOKO SANDBOX"),
        ("60", "JAKARTA"),
        ("61", "10110"),
        ("62", &bill),
    ]);
    text.push_str("6304");
    let sum = checksum(&text);
    let _never_fails = write!(text, "{sum:04X}");
    text
}

/// The page that a code leads to, if it is whole and one of these.
pub(crate) fn page(content: &str) -> Option<&str> {
    let (before, sum) = content.split_at_checked(content.len().checked_sub(4)?)?;
    let is_whole = before.ends_with("6304") && sum == format!("{:04X}", checksum(before));
    let bill = member(content, "62").filter(|_| is_whole)?;
    member(bill, "05")
}

/// What is empty is left out.
fn members<const N: usize>(members: [(&str, &str); N]) -> String {
    members
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(tag, text)| format!("{tag}{:02}{text}", text.len()))
        .collect()
}

fn member<'a>(mut rest: &'a str, wanted: &str) -> Option<&'a str> {
    loop {
        let (tag, behind) = rest.split_at_checked(2)?;
        let (length, behind) = behind.split_at_checked(2)?;
        let (text, behind) = behind.split_at_checked(length.parse().ok()?)?;
        if tag == wanted {
            return Some(text);
        }
        rest = behind;
    }
}

/// CRC-16 with the polynomial 1021, from FFFF.
fn checksum(text: &str) -> u16 {
    let mut sum = 0xFFFF_u16;
    for byte in text.bytes() {
        for place in (0..8).rev() {
            let bit = u16::from(byte >> place & 1) ^ (sum >> 15);
            sum = (sum << 1) ^ (0x1021 * bit);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_to_its_page_unless_it_is_damaged() {
        assert_eq!(checksum("123456789"), 0x29B1);
        let code = content(Some(Decimal::from(15_000)), "fazz/pay/AB12CD34");
        assert!(code.contains("5303360540515000") && code.starts_with("000201010212"));
        assert_eq!(page(&code), Some("fazz/pay/AB12CD34"));
        assert_eq!(page(&code.replace("15000", "15001")), None);
        for other in ["", "6304", "https://pay.example/1", "0002016304é"] {
            assert_eq!(page(other), None, "{other}");
        }
        let stays = content(None, "");
        assert!(stays.starts_with("000201010211") && !stays.contains("5405"));
        assert_eq!(page(&stays), None);
    }
}
