//! What anybody may have written, for a terminal: it must not obey it, nor show it in another order.

/// Not printed as it is: orders, marks of direction, what has no width, what is no character.
const INSTEAD: char = '\u{fffd}';

/// In one line.
pub(crate) fn line(text: &str) -> String {
    text.chars().map(|one| shown(one, false)).collect()
}

/// Over several lines, with tabs.
pub(crate) fn lines(text: &str) -> String {
    text.chars().map(|one| shown(one, true)).collect()
}

/// In one line, and not longer than this many characters.
pub(crate) fn short(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => line(text),
        Some(_) => {
            let begin: String = text.chars().take(longest.saturating_sub(1)).collect();
            line(&begin) + "…"
        }
    }
}

fn shown(character: char, over_lines: bool) -> char {
    match character {
        '\n' | '\t' if over_lines => character,
        '\\' | '"' | '\'' => character,
        // The standard library knows what can be printed: it escapes the rest.
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
}
