//! Patterns: translates a regular expression to sequences of repeated characters, which need no
//! engine at run time.

use regex_syntax::{
    ParserBuilder,
    hir::{Class, Hir, HirKind, Look, Repetition},
};

/// A repeated character from some ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) ranges: Vec<(char, char)>,
    pub(crate) least: u32,
    pub(crate) most: u32,
}

/// One alternative of a pattern: parts that match the whole text.
pub(crate) type Alternative = Vec<Part>;

/// Enough for real documents. Choices within a pattern multiply.
const MOST_ALTERNATIVES: usize = 16;

/// The translation of an expression, or why there is none.
pub(crate) fn alternatives(pattern: &str) -> Result<Vec<Alternative>, String> {
    // As in JSON Schema, `\d` and its like are those of ASCII.
    let parsed = ParserBuilder::new()
        .unicode(false)
        .utf8(false)
        .build()
        .parse(pattern);
    let hir = parsed.map_err(|error| match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        other => other.to_string(),
    })?;
    sequences(&hir)?
        .iter()
        .map(|tokens| whole(tokens))
        .collect()
}

#[derive(Clone)]
enum Token {
    Start,
    End,
    Part(Part),
}

/// The alternatives of an expression, with choices multiplied out.
fn sequences(hir: &Hir) -> Result<Vec<Vec<Token>>, String> {
    let ways = match hir.kind() {
        HirKind::Empty => vec![Vec::new()],
        HirKind::Look(Look::Start) => vec![vec![Token::Start]],
        HirKind::Look(Look::End) => vec![vec![Token::End]],
        HirKind::Look(_) => return Err("only ^ and $ look around".into()),
        HirKind::Literal(literal) => {
            let characters = std::str::from_utf8(&literal.0).map_err(|error| error.to_string())?;
            let one = |c| {
                Token::Part(Part {
                    ranges: vec![(c, c)],
                    least: 1,
                    most: 1,
                })
            };
            vec![characters.chars().map(one).collect()]
        }
        HirKind::Class(class) => {
            let ranges = ranges(class)?;
            vec![vec![Token::Part(Part {
                ranges,
                least: 1,
                most: 1,
            })]]
        }
        HirKind::Repetition(repetition) => vec![vec![Token::Part(repeated(repetition)?)]],
        HirKind::Capture(capture) => sequences(&capture.sub)?,
        HirKind::Concat(parts) => {
            let mut ways = vec![Vec::new()];
            for part in parts {
                let next = sequences(part)?;
                ways = ways
                    .iter()
                    .flat_map(|way| next.iter().map(move |next| [way.as_slice(), next].concat()))
                    .collect();
                few(&ways)?;
            }
            ways
        }
        HirKind::Alternation(choices) => {
            let ways: Result<Vec<_>, _> = choices.iter().map(sequences).collect();
            ways?.concat()
        }
    };
    few(&ways)?;
    Ok(ways)
}

fn few(ways: &[Vec<Token>]) -> Result<(), String> {
    match ways.len() > MOST_ALTERNATIVES {
        true => Err(format!("it has more than {MOST_ALTERNATIVES} alternatives")),
        false => Ok(()),
    }
}

fn ranges(class: &Class) -> Result<Vec<(char, char)>, String> {
    // A choice of single characters becomes a class of characters, anything else one of bytes.
    let ascii = match class {
        Class::Unicode(class) => class.to_byte_class(),
        Class::Bytes(class) => class.is_ascii().then(|| class.clone()),
    };
    let ascii = ascii.ok_or("a class goes beyond ASCII")?;
    let ranges = ascii.ranges().iter();
    Ok(ranges
        .map(|range| (range.start().into(), range.end().into()))
        .collect())
}

fn repeated(repetition: &Repetition) -> Result<Part, String> {
    let ways = sequences(&repetition.sub)?;
    match ways.as_slice() {
        [way] => match way.as_slice() {
            [
                Token::Part(Part {
                    ranges,
                    least: 1,
                    most: 1,
                }),
            ] => Ok(Part {
                ranges: ranges.clone(),
                least: repetition.min,
                most: repetition.max.unwrap_or(u32::MAX),
            }),
            _ => Err("only single characters repeat".into()),
        },
        _ => Err("only single characters repeat".into()),
    }
}

/// The parts between the anchors; a missing anchor allows any text there.
fn whole(tokens: &[Token]) -> Result<Alternative, String> {
    let anything = || Part {
        ranges: vec![('\0', char::MAX)],
        least: 0,
        most: u32::MAX,
    };
    let (before, tokens) = match tokens {
        [Token::Start, tokens @ ..] => (None, tokens),
        tokens => (Some(anything()), tokens),
    };
    let (after, tokens) = match tokens {
        [tokens @ .., Token::End] => (None, tokens),
        tokens => (Some(anything()), tokens),
    };
    let parts: Result<Vec<_>, String> = tokens
        .iter()
        .map(|token| match token {
            Token::Part(part) => Ok(part.clone()),
            Token::Start | Token::End => Err("an anchor stands in its midst".into()),
        })
        .collect();
    Ok(before.into_iter().chain(parts?).chain(after).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(parts: &[Part], text: &str) -> bool {
        let Some((part, others)) = parts.split_first() else {
            return text.is_empty();
        };
        let takes = |c: char| {
            part.ranges
                .iter()
                .any(|&(first, last)| (first..=last).contains(&c))
        };
        let most = text
            .chars()
            .take_while(|c| takes(*c))
            .count()
            .min(part.most as usize);
        (part.least as usize..=most).any(|taken| {
            let left: String = text.chars().skip(taken).collect();
            fits(others, &left)
        })
    }

    /// Every text of up to four of some characters means the same to the translation as to an
    /// engine.
    #[test]
    fn a_translation_means_what_the_expression_means() {
        for pattern in [
            r"^[0-9]{1,3}$|^\d-\d$",
            r"^\+?[1-9]\d{1,3}$",
            "^[A-Za-z0-9-]+$",
            "^1-([0-9]{2}|[A-Za-z]{3})$",
            "^(a|1)(-|b)?$",
            "a-",
            "^a",
            "1*$",
            "^a*ab?$",
            "^$",
        ] {
            let engine = regex_lite::Regex::new(pattern).unwrap();
            let alternatives = alternatives(pattern).unwrap();
            let mut texts = vec![String::new()];
            let mut last = texts.clone();
            for _ in 0..4 {
                last = last
                    .iter()
                    .flat_map(|text| "a1b-+Zé\n".chars().map(move |c| format!("{text}{c}")))
                    .collect();
                texts.extend_from_slice(&last);
            }
            for text in texts {
                let translated = alternatives.iter().any(|parts| fits(parts, &text));
                assert_eq!(translated, engine.is_match(&text), "{pattern} {text:?}");
            }
        }
    }

    #[test]
    fn what_has_no_translation_is_refused() {
        for (pattern, reason) in [
            ("^(?!a)b$", "look-around"),
            ("(ab)+", "single characters"),
            ("^[^a]$", "ASCII"),
            (r"\bword", "look around"),
            ("a^b", "midst"),
            (
                "^[ab]?[ab]?([cd]{2}|e)([cd]{2}|e)([cd]{2}|e)([cd]{2}|e)([cd]{2}|e)$",
                "16",
            ),
        ] {
            let refusal = alternatives(pattern).unwrap_err();
            assert!(refusal.contains(reason), "{pattern}: {refusal}");
        }
    }
}
