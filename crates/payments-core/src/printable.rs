//! Makes text from others printable: from providers, callers, or whoever posts to an address. A
//! terminal or log must not execute it or show it in another order, and an error must not repeat a
//! phone number that a provider repeats.

/// How many characters of a provider's message an error repeats.
const LONGEST_MESSAGE: usize = 200;

/// How many characters a code, a status word or the like may have before it is cut.
pub const LONGEST_CODE: usize = 64;

/// This many digits in a row may be a phone, account or card number.
const DIGITS_OF_A_NUMBER: usize = 7;

/// Replaces what may be personal.
const BLOT: &str = "(…)";

/// Replaces what must not be printed: control characters, direction marks, zero-width characters,
/// and code points that are not characters.
const INSTEAD: char = '\u{fffd}';

/// Makes text printable in one line.
#[must_use]
pub fn line(text: &str) -> String {
    text.chars().map(|one| shown(one, false)).collect()
}

/// Makes text printable over several lines, with tabs.
#[must_use]
pub fn lines(text: &str) -> String {
    text.chars().map(|one| shown(one, true)).collect()
}

/// Makes text printable in one line of at most this many characters.
#[must_use]
pub fn short(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => line(text),
        Some(_) => {
            let begin: String = text.chars().take(longest.saturating_sub(1)).collect();
            line(&begin) + "…"
        }
    }
}

/// Makes a code, a status word or a name printable: in one line, not longer than [`LONGEST_CODE`].
#[must_use]
pub fn code(text: &str) -> String {
    short(text, LONGEST_CODE)
}

/// Makes JSON text printable: unprintable characters become JSON escapes, so the value stays the
/// same.
#[must_use]
pub fn json(text: &str) -> String {
    use std::fmt::Write;

    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if shown(character, true) == character {
            safe.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a String cannot fail.
            let _ = write!(safe, "\\u{unit:04x}");
        }
    }
    safe
}

/// Makes a provider's message fit for an error: one line, cut, without long numbers and e-mail
/// addresses.
#[must_use]
pub fn message(text: &str) -> String {
    let spaced = |character: char| match character.is_whitespace() {
        true => ' ',
        false => shown(character, false),
    };
    let text: String = text.chars().map(spaced).collect();
    let text = without_grouped_numbers(text.trim().trim_end_matches('.'));
    let words = text.split(' ');
    let words: Vec<_> = words
        .map(|word| if may_be_personal(word) { BLOT } else { word })
        .collect();
    // Cut last: the rest of a cut number would not be recognised as one.
    words.join(" ").chars().take(LONGEST_MESSAGE).collect()
}

/// Whether a word may be a phone number, an account number or an e-mail address.
fn may_be_personal(word: &str) -> bool {
    digits(word) >= DIGITS_OF_A_NUMBER || word.contains('@')
}

fn digits(text: &str) -> usize {
    text.chars().filter(|one| one.is_numeric()).count()
}

/// Removes numbers written in groups: `0812 3456 7890`, `0812-3456-7890`, `(0812) 3456.7890`.
/// Anything except a letter may separate two groups.
fn without_grouped_numbers(text: &str) -> String {
    let mut rest = text;
    let mut blotted = String::with_capacity(text.len());
    while let Some(first) = rest.find(char::is_numeric) {
        let (before, from_digit) = rest.split_at(first);
        let end = from_digit.find(char::is_alphabetic);
        let (run, after) = from_digit.split_at(end.unwrap_or(from_digit.len()));
        let groups = run.trim_end_matches(|one: char| !one.is_numeric());
        blotted.push_str(before);
        match digits(groups) >= DIGITS_OF_A_NUMBER {
            true => {
                blotted.push_str(BLOT);
                blotted.push_str(run.strip_prefix(groups).unwrap_or_default());
            }
            false => blotted.push_str(run),
        }
        rest = after;
    }
    blotted + rest
}

fn shown(character: char, over_lines: bool) -> char {
    match character {
        '\n' | '\t' if over_lines => character,
        '\\' | '"' | '\'' => character,
        // The standard library escapes whatever cannot be printed.
        _ if character.escape_debug().len() > 1 => INSTEAD,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_and_marks_of_direction_are_not_printed_and_text_is() {
        for order in [
            '\u{1b}',
            '\u{9b}',
            '\u{7f}',
            '\0',
            '\r',
            '\u{202e}',
            '\u{2066}',
            '\u{200b}',
            '\u{feff}',
            '\u{2028}',
            '\u{ad}',
            '\u{e0041}',
        ] {
            assert_eq!(line(&format!("a{order}b")), "a\u{fffd}b", "{order:?}");
            assert_eq!(lines(&format!("a{order}b")), "a\u{fffd}b", "{order:?}");
        }
        let text = "Rp 1.000 \"é\" 'ü' \\ → 店 …";
        assert_eq!(line(text), text);
        assert_eq!(line("a\nb\tc"), "a\u{fffd}b\u{fffd}c");
        assert_eq!(lines("a\nb\tc"), "a\nb\tc");
        assert_eq!(short("123456", 5), "1234…");
        assert_eq!(short("12345", 5), "12345");
    }

    #[test]
    fn json_stays_the_same_value_and_prints() {
        let value = "a\u{1b}[31m\u{9b}\u{202e}\u{e0041}\u{7f} é 店 \\ \" \n";
        let written = serde_json::to_string_pretty(&[value]).unwrap();
        let safe = json(&written);
        assert_eq!(lines(&safe), safe);
        assert_eq!(serde_json::from_str::<[String; 1]>(&safe).unwrap(), [value]);
    }

    #[test]
    fn a_long_number_is_blotted_out_however_it_is_grouped() {
        for number in [
            "081234567890",
            "0812 3456 7890",
            "0812-3456-7890",
            "0812.3456.7890",
            "0812  3456  7890",
            "0812\u{a0}3456\u{a0}7890",
            "0812\u{2011}3456\u{2013}7890",
            "0812\t3456\n7890",
            "0812\u{200b}3456\u{200b}7890",
            "0812/3456/7890",
            "0812_3456_7890",
            "0812, 3456, 7890",
            "(0812) 3456 7890",
            "+62 812 3456 7890",
            "+62 (812) 3456-7890",
            "0 8 1 2 3 4 5 6 7 8 9 0",
            "\u{664}\u{665}\u{666}\u{667} \u{664}\u{665}\u{666}\u{667}",
        ] {
            for text in [
                format!("the number {number} is not registered."),
                format!("phone:{number}: unknown"),
                format!("{}{number}", "x ".repeat(97)),
                number.to_owned(),
            ] {
                let told = message(&text);
                assert!(!told.chars().any(char::is_numeric), "{number:?}: {told}");
                assert!(told.contains("(…"), "{number:?}: {told}");
            }
        }
    }

    #[test]
    fn short_numbers_and_words_stay() {
        for text in [
            "the amount must be at least 10.000",
            "expected 100 or 200, got 300",
            "code 42 of step 7: unknown",
        ] {
            assert_eq!(message(text), text);
        }
        assert_eq!(message(" name@shop.example is  wrong. "), "(…) is  wrong");
        assert_eq!(message(&"ab ".repeat(200)).chars().count(), 200);
        assert_eq!(message("a\nb\u{1b}[2Jc"), "a b\u{fffd}[2Jc");
        assert_eq!(code(&"9".repeat(65)).chars().count(), LONGEST_CODE);
    }
}
