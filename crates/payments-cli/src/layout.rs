//! Text that fits: words wrapped below a hanging indent.

use std::io::stdout;

use terminal_size::{Width, terminal_size_of};

/// As wide as help is.
pub(crate) const WIDTH: usize = 80;

/// How narrow a column of words may become.
const NARROWEST: usize = 20;

/// How wide a line of data may be: as the terminal is. Where there is none, a program reads it, and
/// a line is a row.
pub(crate) fn columns() -> usize {
    terminal_size_of(stdout()).map_or(usize::MAX, |(Width(columns), _)| columns.into())
}

/// A head, and words after it: lines that are no wider than `width`, those below the first one
/// indented as far as the head reaches. A word that is wider than its place stays whole.
pub(crate) fn hanging(head: &str, words: &str, width: usize) -> String {
    let indent = head.chars().count();
    let room = width.saturating_sub(indent).max(NARROWEST);
    let (mut text, mut used) = (head.to_owned(), 0);
    for word in words.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            text.truncate(text.trim_end().len());
            text.push('\n');
            text.push_str(&" ".repeat(indent));
            used = 0;
        } else if used > 0 {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        used += length;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_on_below_the_first_and_none_is_cut() {
        let text = hanging("name  ", "one two three four five six seven", 26);
        assert_eq!(text, "name  one two three four\n      five six seven");
        let long = "a".repeat(30);
        let text = hanging("- ", &format!("one {long} two"), 25);
        assert_eq!(text, format!("- one\n  {long}\n  two"));
        assert_eq!(hanging("- ", "one two", usize::MAX), "- one two");
    }
}
