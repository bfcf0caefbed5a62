//! Codes that a cashier or a phone scans: Code 128 bar codes and QR codes, both as an SVG path.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The widths of bar, gap, bar, … of each symbol of Code 128; the last two are start and stop.
const SYMBOLS: [&str; 107] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
];

const START_B: usize = 104;
const STOP: usize = 106;

/// The quiet zone on both sides, in modules.
const QUIET: u32 = 10;

/// An image of the text in Code 128 B; none of what it cannot write.
pub(super) fn code_128(text: &str) -> Option<String> {
    let value = |byte: u8| matches!(byte, b' '..=b'~').then(|| usize::from(byte - b' '));
    let values: Vec<usize> = text.bytes().map(value).collect::<Option<_>>()?;
    let weighted = (1..).zip(&values).map(|(place, value)| place * value);
    let check = (START_B + weighted.sum::<usize>()) % 103;
    let symbols = [START_B].into_iter().chain(values).chain([check, STOP]);
    let (mut path, mut at) = (String::new(), QUIET);
    for symbol in symbols {
        let widths = SYMBOLS
            .get(symbol)?
            .bytes()
            .map(|width| u32::from(width - b'0'));
        for (place, width) in widths.enumerate() {
            if place % 2 == 0 {
                let _never_fails = write!(path, "M{at} 0h{width}v40h-{width}z");
            }
            at += width;
        }
    }
    let width = at + QUIET;
    Some(svg("bar code", &format!("0 -4 {width} 48"), &path))
}

/// An image of the text in QR; none if it is too long.
pub(super) fn qr(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _never_fails = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let size = code.size() + 8;
    Some(svg("QR code", &format!("-4 -4 {size} {size}"), &path))
}

/// Black on white, whatever the colours of the page: scanners want it so.
fn svg(name: &str, view: &str, path: &str) -> String {
    format!(
        r##"<svg role="img" aria-label="{name}" viewBox="{view}" shape-rendering="crispEdges"><rect x="-9" y="-9" width="100%" height="200%" fill="#fff"/><path d="{path}"/></svg>"##
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_symbol_is_eleven_modules_wide_with_an_even_number_of_dark_ones_and_is_there_once() {
        let (stop, symbols) = SYMBOLS.split_last().unwrap();
        for symbol in symbols {
            let widths: Vec<u32> = symbol
                .bytes()
                .map(|width| u32::from(width - b'0'))
                .collect();
            assert_eq!(widths.iter().sum::<u32>(), 11, "{symbol}");
            assert_eq!(widths.iter().step_by(2).sum::<u32>() % 2, 0, "{symbol}");
        }
        assert_eq!(SYMBOLS.iter().collect::<BTreeSet<_>>().len(), 107);
        assert_eq!(
            stop.bytes()
                .map(|width| u32::from(width - b'0'))
                .sum::<u32>(),
            13
        );
    }

    #[test]
    fn what_it_cannot_write_is_no_image() {
        assert!(code_128("1234567").unwrap().contains("M10 0h2v40h-2z"));
        assert_eq!(code_128("kopi ☕"), None);
        assert!(qr("http://127.0.0.1:4010/fazz/pay/a").is_some());
        assert_eq!(qr(&"x".repeat(5_000)), None);
    }
}
