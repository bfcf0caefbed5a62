//! A JSON parser that keeps the digits of numbers and notices duplicate members.
//!
//! We use our own parser because existing ones turn a number with a point into a float, take the
//! last of two members with the same name, and refuse a whole body because of half a surrogate pair
//! in a name. A test compares it with serde_json, body by body.

use std::borrow::Cow;

use super::{
    node::{Node, Places, begin, put},
    shape::{Holds, Shape},
};

/// The position, in bytes, at which a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotJson(pub(super) usize);

/// The same depth limit as serde_json.
const DEEPEST: u8 = 127;

/// What is kept of a value.
#[derive(Clone, Copy)]
enum Keep<'s> {
    All,
    /// What the shape names.
    Held(&'s Holds),
    /// It is checked for being JSON, and left out.
    Nothing,
}

pub(super) fn parse(text: &str) -> Result<Node<'_>, NotJson> {
    let mut parser = Parser::new(text);
    let node = parser.value(DEEPEST, Keep::All)?;
    parser.end()?;
    Ok(node)
}

/// Parses an object of a known shape: members that the shape does not name are checked for being
/// JSON, and left out.
pub(super) fn parse_shaped<'t>(
    text: &'t str,
    shape: &Shape,
) -> Result<(Node<'t>, Places<'t>), NotJson> {
    let mut parser = Parser::new(text);
    // Enough for most answers; a kibibyte, which allocators keep at hand.
    parser.places.reserve(32);
    let node = parser.shaped(DEEPEST, shape)?;
    parser.end()?;
    Ok((node, parser.places))
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    places: Places<'t>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            places: Vec::new(),
        }
    }

    /// Nothing but blanks may follow.
    fn end(&mut self) -> Result<(), NotJson> {
        self.blank();
        match self.peek() {
            None => Ok(()),
            Some(_) => self.fail(),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn fail<T>(&self) -> Result<T, NotJson> {
        Err(NotJson(self.at))
    }

    /// Skips blanks and consumes the expected byte.
    fn take(&mut self, byte: u8) -> Result<(), NotJson> {
        self.blank();
        match self.peek() == Some(byte) {
            true => {
                self.at += 1;
                Ok(())
            }
            false => self.fail(),
        }
    }

    fn value(&mut self, deeper: u8, keep: Keep<'_>) -> Result<Node<'t>, NotJson> {
        self.blank();
        match self.peek() {
            Some(b'"') => self.string().map(Node::Text),
            Some(b'{') => match keep {
                Keep::Held(Holds::Object(shape)) => self.members_of(deeper, shape),
                Keep::Nothing => self.object(deeper, keep),
                Keep::Held(_) | Keep::All => self.object(deeper, Keep::All),
            },
            // An empty item may be two bytes and its shape may have many members: they are given
            // places only one after the other.
            Some(b'[') => match keep {
                Keep::Nothing => self.list(deeper, keep),
                Keep::Held(_) | Keep::All => self.list(deeper, Keep::All),
            },
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Node::Bool(true)),
            Some(b'f') => self.word("false", Node::Bool(false)),
            Some(b'n') => self.word("null", Node::Null),
            _ => self.fail(),
        }
    }

    fn word(&mut self, word: &str, node: Node<'t>) -> Result<Node<'t>, NotJson> {
        match self.rest().starts_with(word) {
            true => {
                self.at += word.len();
                Ok(node)
            }
            false => self.fail(),
        }
    }

    /// The document, which may be no object.
    fn shaped(&mut self, deeper: u8, shape: &Shape) -> Result<Node<'t>, NotJson> {
        self.blank();
        match self.peek() {
            Some(b'{') => self.members_of(deeper, shape),
            _ => self.value(deeper, Keep::All),
        }
    }

    fn members_of(&mut self, deeper: u8, shape: &Shape) -> Result<Node<'t>, NotJson> {
        let begin = begin(&mut self.places, shape);
        // Providers send the members of an object in the same order each time, mostly that of
        // their document.
        let mut next = 0;
        self.object_of(deeper, |parser, name, deeper| {
            let Some((at, member)) = shape.place(&name, next) else {
                parser.value(deeper, Keep::Nothing)?;
                return Ok(());
            };
            next = at + 1;
            // What comes a second time decides nothing, and takes no room.
            let is_first = matches!(parser.places.get(begin + at), Some(Node::Absent));
            let keep = match is_first {
                true => Keep::Held(&member.holds),
                false => Keep::Nothing,
            };
            let node = parser.value(deeper, keep)?;
            put(&mut parser.places, begin + at, node);
            Ok(())
        })?;
        Ok(Node::Shaped(begin))
    }

    fn object(&mut self, deeper: u8, keep: Keep<'_>) -> Result<Node<'t>, NotJson> {
        let mut members = Vec::new();
        self.object_of(deeper, |parser, name, deeper| {
            let node = parser.value(deeper, keep)?;
            if !matches!(keep, Keep::Nothing) {
                members.push((name, node));
            }
            Ok(())
        })?;
        Ok(Node::Object(members))
    }

    /// Goes through an object; `member` takes the value of each name.
    fn object_of(
        &mut self,
        deeper: u8,
        mut member: impl FnMut(&mut Self, Cow<'t, str>, u8) -> Result<(), NotJson>,
    ) -> Result<(), NotJson> {
        let deeper = deeper.checked_sub(1).ok_or(NotJson(self.at))?;
        self.at += 1;
        self.blank();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.blank();
            if self.peek() != Some(b'"') {
                return self.fail();
            }
            let name = self.string()?;
            self.take(b':')?;
            member(self, name, deeper)?;
            self.blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return self.fail(),
            }
        }
    }

    fn list(&mut self, deeper: u8, keep: Keep<'_>) -> Result<Node<'t>, NotJson> {
        let deeper = deeper.checked_sub(1).ok_or(NotJson(self.at))?;
        self.at += 1;
        let mut items = Vec::new();
        self.blank();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Node::List(items));
        }
        loop {
            let node = self.value(deeper, keep)?;
            if !matches!(keep, Keep::Nothing) {
                items.push(node);
            }
            self.blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Node::List(items));
                }
                _ => return self.fail(),
            }
        }
    }

    fn digits(&mut self) -> Result<(), NotJson> {
        let begin = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        match self.at > begin {
            true => Ok(()),
            false => self.fail(),
        }
    }

    fn number(&mut self) -> Result<Node<'t>, NotJson> {
        let begin = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.peek() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        let digits = self.text.get(begin..self.at).unwrap_or_default();
        Ok(Node::Number(digits.into()))
    }

    /// Reads a string, starting at its first quotation mark. Borrowed, unless it contains escapes.
    fn string(&mut self) -> Result<Cow<'t, str>, NotJson> {
        self.at += 1;
        let plain = self.plain()?;
        // Few strings have an escape.
        if self.peek() == Some(b'"') {
            self.at += 1;
            return Ok(plain.into());
        }
        let mut text = plain.to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text.into());
                }
                Some(b'\\') => {
                    self.at += 1;
                    text.push(self.escaped()?);
                }
                _ => return self.fail(),
            }
            text.push_str(self.plain()?);
        }
    }

    /// The text up to a quotation mark, a backslash or a control character.
    fn plain(&mut self) -> Result<&'t str, NotJson> {
        let rest = self.rest();
        let end = plain(rest.as_bytes()).ok_or(NotJson(self.text.len()))?;
        self.at += end;
        Ok(rest.get(..end).unwrap_or_default())
    }

    fn escaped(&mut self) -> Result<char, NotJson> {
        let character = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unit();
            }
            _ => return self.fail(),
        };
        self.at += 1;
        Ok(character)
    }

    /// Reads a character of one or two UTF-16 units. Half a pair occurs where a text was cut in the
    /// middle of a character.
    fn unit(&mut self) -> Result<char, NotJson> {
        let high = self.four()?;
        if !(0xd800..0xdc00).contains(&high) {
            return Ok(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let after = self.at;
        if self.rest().starts_with("\\u") {
            self.at += 2;
            let low = self.four()?;
            if (0xdc00..0xe000).contains(&low) {
                let both = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                return Ok(char::from_u32(both).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = after;
        }
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn four(&mut self) -> Result<u32, NotJson> {
        let digits = self.rest().get(..4).ok_or(NotJson(self.at))?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return self.fail();
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| NotJson(self.at))
    }
}

/// How many bytes come before a quotation mark, a backslash or a control character. `None` if there
/// is none of these.
fn plain(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    /// The high bit of each byte that is zero, and perhaps of bytes after the first such.
    const fn zeros(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word & HIGH
    }
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
        let marks =
            control | zeros(word ^ (ONES * b'"' as u64)) | zeros(word ^ (ONES * b'\\' as u64));
        if marks != 0 {
            return Some(index * 8 + marks.trailing_zeros() as usize / 8);
        }
    }
    let is_mark = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    Some(words.len() * 8 + rest.iter().position(is_mark)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::btree_map(".{0,6}", inner, 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_json_is_read_as_serde_json_reads_it(json in any_json(), pretty: bool) {
            let text = if pretty { format!("{json:#}") } else { json.to_string() };
            // A serialised float is read again from its text.
            let again: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(parse(&text).unwrap().value(), again);
        }

        #[test]
        fn what_serde_json_refuses_is_refused(
            json in any_json(),
            at: prop::sample::Index,
            edit in prop_oneof![Just(""), Just("\""), Just("\\"), Just("{"), Just("]"), Just(","), Just("0"), Just("-"), Just("."), Just("\\u12"), Just("\u{1}")],
            cut: bool,
        ) {
            let text = json.to_string();
            let mut at = at.index(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let after = if cut { text[at..].chars().skip(1).collect() } else { text[at..].to_owned() };
            let edited = format!("{}{edit}{after}", &text[..at]);
            let theirs = serde_json::from_str::<Value>(&edited);
            match (parse(&edited), theirs) {
                (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours.value(), theirs),
                (Err(_), Err(_)) => {}
                (ours, theirs) => {
                    // Numbers too large for a float are the only difference.
                    let large = theirs.is_err_and(|error| error.to_string().contains("out of range"));
                    prop_assert!(ours.is_ok() && large, "{}", edited);
                }
            }
        }
    }

    #[test]
    fn a_number_keeps_its_digits() {
        for digits in [
            "10.000",
            "90071992547490.39",
            "530000000001234567890123",
            "-0",
            "1E+5",
        ] {
            assert_eq!(parse(digits), Ok(Node::Number(digits.into())));
        }
    }

    #[test]
    fn half_a_surrogate_pair_is_a_mark_and_hides_nothing() {
        for (text, read) in [
            (r#""Kopi \ud83d""#, "Kopi \u{fffd}"),
            (r#""\ud83dKopi""#, "\u{fffd}Kopi"),
            (r#""\ude00""#, "\u{fffd}"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}\u{1f600}"),
            (r#""\ud83d\n""#, "\u{fffd}\n"),
            (r#""\ud83d\u0041""#, "\u{fffd}A"),
        ] {
            assert_eq!(parse(text), Ok(Node::Text(read.into())), "{text}");
        }
        for text in [r#""\ud83"#, r#""\u+123""#, r#""\ud83d\u12""#, r#""\x""#] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_nested_beyond_reason_is_refused_and_no_overflow() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(127)).is_ok());
        assert!(parse(&nested(128)).is_err());
        assert!(parse(&"[{\"a\":".repeat(100_000)).is_err());
    }

    #[test]
    fn all_members_are_kept_in_their_order() {
        let node = parse(r#"{"b": 1, "a": [true, null], "b": "x"}"#).unwrap();
        assert_eq!(node.value(), json!({"a": [true, null], "b": "x"}));
        let Node::Object(members) = node else {
            panic!()
        };
        assert_eq!(members.len(), 3);
    }
}
