//! Any bytes as the content of a QRIS code, and as a picture of one.

use payments_core::{Money, Outcome, QrisCode, qr};

/// Treats an input as a picture, as the content of a code, and as one with a correct checksum.
pub fn code(bytes: &[u8]) {
    if let Some(content) = qr::read_picture(bytes) {
        read(&content);
    }
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    read(text);
    // A fuzzer would hardly find a correct checksum by itself.
    let text = text.trim_end_matches(['\r', '\n']);
    let text = match text
        .len()
        .checked_sub(8)
        .and_then(|end| text.split_at_checked(end))
    {
        Some((members, end)) if end.starts_with("6304") => members,
        _ => text,
    };
    let summed = format!("{text}6304");
    read(&format!("{summed}{:04X}", checksum(summed.as_bytes())));
}

fn read(content: &str) {
    let asked = Money::idr(15_000);
    let checked = QrisCode::check_content(content, asked);
    if let Err(error) = &checked {
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    }
    let Ok(code) = QrisCode::read(content) else {
        assert_eq!(checked.is_err(), QrisCode::is_one(content), "{content}");
        return;
    };
    let (before, sum) = content.split_at(content.len() - 4);
    let right = format!("{:04X}", checksum(before.as_bytes()));
    assert!(sum.eq_ignore_ascii_case(&right), "{content}");
    assert_eq!(checked.is_ok(), code.check(asked).is_ok(), "{content}");
    if let Some(amount) = code.amount {
        assert!(!amount.amount().is_sign_negative(), "{content}");
        assert!(checked.is_err() || amount == asked, "{content}");
    }
    for (told, only) in [(&code.currency, "360"), (&code.country, "ID")] {
        let is_other = told.as_deref().is_some_and(|told| told != only);
        assert!(!is_other || checked.is_err(), "{content}");
    }
    if let Some(drawing) = qr::Drawing::new(content) {
        assert!(drawing.svg().ends_with("</svg>"));
        let lines: Vec<_> = drawing.blocks().lines().map(str::len).collect();
        assert!(!lines.is_empty());
    }
}

/// CRC-16/CCITT by its definition: the remainder of a division, bit by bit.
fn checksum(bytes: &[u8]) -> u16 {
    let bits = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    bits.fold(0xFFFF, |rest: u16, bit| {
        let carry = rest >> 15 != u16::from(bit);
        (rest << 1) ^ if carry { 0x1021 } else { 0 }
    })
}
