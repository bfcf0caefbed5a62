//! Tampered bytes: every small change, and any number of larger ones.

use base64::prelude::{BASE64_STANDARD, Engine};
use fastrand::Rng;

/// Every change of one bit.
pub(crate) fn flips(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..bytes.len() * 8).map(|bit| {
        let mut changed = bytes.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        changed
    })
}

/// Every proper prefix and suffix.
pub(crate) fn truncations(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let beginnings = (0..bytes.len()).map(|length| bytes[..length].to_vec());
    beginnings.chain((1..bytes.len()).map(|from| bytes[from..].to_vec()))
}

/// Insertions at every position: blanks, digits, a zero, the same byte again.
pub(crate) fn insertions(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..=bytes.len()).flat_map(|place| {
        let again = bytes.get(place).copied().unwrap_or(b'0');
        [again, b' ', b'\n', b'0', b'f', 0, 0xff].map(|byte| {
            let mut longer = bytes.to_vec();
            longer.insert(place, byte);
            longer
        })
    })
}

/// The same text in other encodings and with other blanks; some results may be unchanged.
pub(crate) fn rewritten(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<_>>();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let mut all = vec![
        [b"\xff\xfe", &*little].concat(),
        [b"\xfe\xff", &*big].concat(),
        little,
        big,
        // UTF-32, and UTF-8 with its mark.
        text.chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect(),
        [b"\xef\xbb\xbf", bytes].concat(),
        // Latin-1, as far as it goes, and Latin-1 taken for UTF-8.
        text.chars().filter_map(|c| u8::try_from(c).ok()).collect(),
        bytes
            .iter()
            .map(|byte| char::from(*byte))
            .collect::<String>()
            .into_bytes(),
        text.replace('/', "\\/").into_bytes(),
        text.replace('"', "'").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
        text.to_uppercase().into_bytes(),
        text.trim().as_bytes().to_vec(),
        BASE64_STANDARD.encode(bytes).into_bytes(),
        [bytes, bytes].concat(),
    ];
    for blank in [" ", "\t", "\n", "\r\n", "\0", "\u{a0}"] {
        all.push([blank.as_bytes(), bytes].concat());
        all.push([bytes, blank.as_bytes()].concat());
        all.push([blank.as_bytes(), bytes, blank.as_bytes()].concat());
    }
    if let Ok(json) = serde_json::from_slice::<serde_json::Value>(bytes) {
        all.push(json.to_string().into_bytes());
        all.push(format!("{json:#}").into_bytes());
        all.push(serde_json::json!([json]).to_string().into_bytes());
        all.push(format!("{:?}", json.to_string()).into_bytes());
    }
    all
}

/// One to eight changes of any kind at any place.
pub(crate) fn tampered(bytes: &[u8], chance: &mut Rng) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    for _ in 0..=chance.usize(..8) {
        let (from, to) = (
            chance.usize(..=changed.len()),
            chance.usize(..=changed.len()),
        );
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 16));
        match chance.u8(..7) {
            0 => changed.insert(from, chance.u8(..)),
            1 => changed.truncate(from),
            2 => drop(changed.drain(from..to)),
            3 => changed[from..to].reverse(),
            4 => changed[from..to].fill(chance.u8(..)),
            5 => {
                let again = changed[from..to].to_vec();
                changed.splice(from..from, again);
            }
            _ if changed.is_empty() => {}
            _ => {
                let place = chance.usize(..changed.len());
                changed[place] ^= 1 << chance.u8(..8);
            }
        }
    }
    changed
}
