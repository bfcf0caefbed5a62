//! Patterns of the specification, translated by the generator, so that no regex engine is needed at
//! run time.

/// A pattern: alternatives, each a sequence of parts that must match the whole text.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    pub(super) written: &'static str,
    alternatives: &'static [&'static [Part]],
}

/// A repeated character from some ranges.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    ranges: &'static [(char, char)],
    least: u32,
    most: u32,
}

impl Pattern {
    /// For generated checks: the pattern as in the specification, and its translation.
    #[must_use]
    pub const fn new(written: &'static str, alternatives: &'static [&'static [Part]]) -> Self {
        Self {
            written,
            alternatives,
        }
    }

    pub(super) fn fits(&self, text: &str) -> bool {
        self.alternatives.iter().any(|parts| fit(parts, text))
    }
}

impl Part {
    /// Meant for generated checks.
    #[must_use]
    pub const fn new(ranges: &'static [(char, char)], least: u32, most: u32) -> Self {
        Self {
            ranges,
            least,
            most,
        }
    }

    fn takes(&self, c: char) -> bool {
        let within = |&(first, last): &(char, char)| (first..=last).contains(&c);
        self.ranges.iter().any(within)
    }
}

/// Tries the fewest characters for the first part, then one more each time until the other parts
/// match.
fn fit(parts: &[Part], text: &str) -> bool {
    let Some((part, others)) = parts.split_first() else {
        return text.is_empty();
    };
    let mut left = text.chars();
    let mut taken = 0;
    loop {
        if taken >= part.least && fit(others, left.as_str()) {
            return true;
        }
        match left.next() {
            Some(c) if taken < part.most && part.takes(c) => taken += 1,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGIT: &[(char, char)] = &[('0', '9')];

    #[test]
    fn the_whole_text_must_fit_one_alternative() {
        const NUMBER: &[Part] = &[Part::new(DIGIT, 1, 3)];
        const DATE: &[Part] = &[
            Part::new(DIGIT, 4, 4),
            Part::new(&[('-', '-')], 1, 1),
            Part::new(DIGIT, 2, 2),
        ];
        let pattern = Pattern::new("^[0-9]{1,3}$|^[0-9]{4}-[0-9]{2}$", &[NUMBER, DATE]);
        for text in ["0", "999", "2024-05"] {
            assert!(pattern.fits(text), "{text}");
        }
        for text in [
            "", "1000", "a", "99 ", "99\n", "2024-5", "2024-055", "2024-05-", "٣",
        ] {
            assert!(!pattern.fits(text), "{text:?}");
        }
    }

    #[test]
    fn text_that_does_not_fit_is_told_the_pattern() {
        const CODE: &[Part] = &[Part::new(&[('A', 'Z')], 3, 3)];
        let pattern = Pattern::new("^[A-Z]{3}$", &[CODE]);
        let error = super::super::pattern("currency", &"idr".to_owned(), &pattern).unwrap_err();
        assert_eq!(
            error.to_string(),
            r#"currency: expected text that matches `^[A-Z]{3}$`, got "idr""#
        );
    }

    #[test]
    fn a_part_gives_back_what_a_later_one_needs() {
        const PARTS: &[Part] = &[
            Part::new(&[('a', 'z')], 0, u32::MAX),
            Part::new(&[('b', 'b')], 1, 1),
            Part::new(&[('c', 'c')], 0, 1),
        ];
        let pattern = Pattern::new("^[a-z]*bc?$", &[PARTS]);
        for text in ["b", "bb", "abc", "abcb", "bcbc", "qbc"] {
            assert!(pattern.fits(text), "{text}");
        }
        for text in ["", "a", "abcc", "abca", "Qb"] {
            assert!(!pattern.fits(text), "{text}");
        }
    }
}
