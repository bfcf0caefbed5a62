//! Text forms that several parts of the workspace write.

use chrono::{FixedOffset, Utc};

/// Bytes in lower-case hexadecimal, the form of digests and signatures.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |index: u8| {
        DIGITS
            .get(usize::from(index))
            .map_or('0', |digit| char::from(*digit))
    };
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(digit).collect()
}

/// Western Indonesian time, UTC+7: the zone of times that are printed without a zone.
#[must_use]
pub fn wib() -> FixedOffset {
    // 7 h is within a day, so the fallback (UTC) is never taken.
    FixedOffset::east_opt(7 * 3600).unwrap_or_else(|| chrono::Offset::fix(&Utc))
}
