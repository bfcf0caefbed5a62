//! The code of the fuzz targets (`crates/payments-fuzz`). The tests also run it briefly, with the
//! same inputs each time. Each function panics if something that must hold for any bytes does not.

mod answers;
mod callbacks;
mod codes;
mod money;

use std::{fs, path::Path, thread};

use fastrand::Rng;

pub use answers::answer;
pub use callbacks::Receiver;
pub use codes::code;
pub use money::money;

use crate::{edits::tampered, folder};

/// An input in two parts: a head, and the body.
#[derive(Clone, Copy, Debug)]
struct Input<'a> {
    head: &'a [u8],
    body: &'a [u8],
}

impl<'a> Input<'a> {
    /// In a file of `specs/*/examples` the body is the example's, so that those folders can be used
    /// as a corpus. In other inputs it begins with the second line.
    fn of(bytes: &'a [u8]) -> Self {
        const MEMBER: &[u8] = b"\"body\":";
        let at = bytes.windows(MEMBER.len()).position(|at| at == MEMBER);
        if let Some(at) = at {
            let (head, body) = (&bytes[..at], bytes[at + MEMBER.len()..].trim_ascii());
            let body = body.strip_suffix(b"}").unwrap_or(body).trim_ascii_end();
            return Self { head, body };
        }
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let end = end.unwrap_or(bytes.len());
        Self {
            head: &bytes[..end],
            body: bytes.get(end + 1..).unwrap_or_default(),
        }
    }

    /// A number that the head decides.
    fn choice(&self) -> usize {
        let fold = |sum: usize, byte: &u8| sum.wrapping_mul(31).wrapping_add(usize::from(*byte));
        self.head.iter().fold(0, fold)
    }
}

/// Runs a target on the examples of some providers, on the kept inputs of the fuzzer, and on some
/// changes of each; the same in every run.
pub fn briefly(target: &str, providers: &[&str], run: impl Fn(&[u8])) {
    let folders = providers
        .iter()
        .map(|provider| folder(provider).join("examples"));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../payments-fuzz/kept")
        .join(target);
    let mut chance = Rng::with_seed(0x6675_7a7a);
    for folder in folders.chain(kept.is_dir().then_some(kept)) {
        let files = fs::read_dir(&folder);
        let files = files.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        for file in files {
            let seed = fs::read(&file).unwrap();
            run(Shown(&seed).0);
            for _ in 0..16 {
                run(Shown(&tampered(&seed, &mut chance)).0);
            }
        }
    }
}

/// Shows an input if it was the last one.
struct Shown<'a>(&'a [u8]);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("the input was \"{}\"", self.0.escape_ascii());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_of_an_example_and_of_any_other_input_is_found() {
        let example = crate::example("fazz", "callback_paid");
        let file = folder("fazz").join("examples/callback_paid.json");
        let file = fs::read(file).unwrap();
        let body: serde_json::Value = serde_json::from_slice(Input::of(&file).body).unwrap();
        assert_eq!(body, example.body);
        for (bytes, head, body) in [
            ("", "", ""),
            ("head", "head", ""),
            ("head\n", "head", ""),
            ("head\nbody\n", "head", "body\n"),
        ] {
            let input = Input::of(bytes.as_bytes());
            assert_eq!(input.head, head.as_bytes());
            assert_eq!(input.body, body.as_bytes());
        }
    }
}
