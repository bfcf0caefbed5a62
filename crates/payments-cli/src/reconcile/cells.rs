//! One cell of a row: what spreadsheets do to text is refused, with the line.

use payments::printable;

use crate::failure::Failure;

/// The longest cell that is used; a reference has at most 1000 characters.
const LONGEST: usize = 1000;

/// The input cannot be compared: the file, or what a person has written about it.
pub(super) fn unreadable(message: impl Into<String>) -> Failure {
    Failure::failed(message).exits_with(7)
}

/// The same, of a line.
pub(super) fn at_line(line: u64, message: &str) -> Failure {
    unreadable(format!("line {line}: {message}"))
}

/// A cell as text; `None` if it is empty.
pub(super) fn text(bytes: &[u8]) -> Result<Option<&str>, String> {
    if bytes.len() > LONGEST {
        return Err(format!("it has more than {LONGEST} characters"));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| "it is not UTF-8: save the file as CSV UTF-8".to_owned())?;
    let text = text.trim();
    if text.starts_with('\'') {
        return Err(format!(
            "{} begins with the apostrophe by which spreadsheets mark text: export it without",
            quoted(text)
        ));
    }
    Ok((!text.is_empty()).then_some(text))
}

/// An id as text: no number that a spreadsheet has shortened.
pub(super) fn id(text: &str) -> Result<&str, String> {
    match is_shortened(text) {
        false => Ok(text),
        true => Err(format!(
            "{} is a number that a spreadsheet has shortened, digits are lost: export the column \
             as text",
            quoted(text)
        )),
    }
}

/// Whether it is written as `1.23457E+15` or `1,23457E+15`.
fn is_shortened(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let digits = power.strip_prefix(['+', '-']).unwrap_or_default();
    are_digits(digits)
        && match number.split_once(['.', ',']) {
            Some((whole, fraction)) => are_digits(whole) && are_digits(fraction),
            None => are_digits(number),
        }
}

fn quoted(text: &str) -> String {
    format!("{:?}", printable::code(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_that_a_spreadsheet_has_shortened_is_refused_and_others_are_not() {
        for text in ["1.23457E+15", "1,23457E+15", "1E+15", "2.5e-07"] {
            assert!(id(text).is_err(), "{text}");
        }
        for text in [
            "order-1", "1E15", "1.5", "E+15", "1.E+15", "A1E+15", "1E+", "3E+1x",
        ] {
            assert_eq!(id(text), Ok(text));
        }
    }

    #[test]
    fn a_cell_is_text_without_blanks_around_it_or_an_error() {
        assert_eq!(text(b"  order-1 "), Ok(Some("order-1")));
        assert_eq!(text(" \u{a0}".as_bytes()), Ok(None));
        for wrong in [&b"'0812"[..], b"caf\xe9", &[b'a'; 1001]] {
            assert!(text(wrong).is_err());
        }
    }
}
