//! Proof of who sent a callback: shared tokens and signatures, compared in constant time.

use http::{HeaderMap, HeaderName};
use subtle::ConstantTimeEq;

use crate::{callback_error::CallbackError, error::Result, secret::Secrets};

/// A value whose sender is proved. Making one takes a [`Proof`], which only the checks in this
/// module produce.
///
/// ```
/// use payments_core::{Event, Verified};
///
/// /// Only proved news reaches this function: a `Verified` cannot be made without a proof.
/// fn fulfil(event: &Verified<Event>) {
///     println!("{} is told", event.get().key);
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Verified<T> {
    /// Makes one from the proof that a check returned.
    #[must_use]
    pub fn new(_: Proof, value: T) -> Self {
        Self(value)
    }

    /// An answer to our own query needs no other proof.
    pub(crate) fn by_asking(value: T) -> Self {
        Self(value)
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> &T {
        &self.0
    }

    /// The value, without the wrapper.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }

    /// Converts the value; the result is proved as well.
    pub fn try_map<U, E>(self, view: impl FnOnce(T) -> Result<U, E>) -> Result<Verified<U>, E> {
        view(self.0).map(Verified)
    }
}

/// Proof that a check of the sender succeeded. It cannot be made in any other way, nor copied.
///
/// ```
/// use payments_core::{Proof, Secrets, Verified};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let accepted = Secrets::new("the callback token", ["from-the-dashboard"])?;
/// let presented = "from-the-dashboard".as_bytes();
/// let proof = Proof::by_shared_token([presented], &accepted)?;
/// assert_eq!(*Verified::new(proof, 7).get(), 7);
/// assert!(Proof::by_shared_token(["forged".as_bytes()], &accepted).is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Proof(());

impl Proof {
    /// Checks a token shared by provider and merchant, which may be presented in one of several
    /// places.
    ///
    /// Each presented token is compared with each accepted one in constant time. If none is
    /// presented or none matches, there is no proof.
    pub fn by_shared_token<'a>(
        presented: impl IntoIterator<Item = &'a [u8]>,
        accepted: &Secrets,
    ) -> Result<Self, CallbackError> {
        let (mut any, mut right) = (false, false);
        for token in presented {
            any = true;
            right |= accepted.accept(token);
        }
        match (any, right) {
            (true, true) => Ok(Self(())),
            (true, false) => Err(CallbackError::WrongProof),
            (false, _) => Err(CallbackError::MissingProof),
        }
    }

    /// Checks a signature over the body. One of the `presented` signatures, in hexadecimal digits
    /// of any case, must equal one of the `expected` digests, which were computed with each
    /// accepted secret. All are compared, in constant time, without allocating.
    pub fn by_signature<'a, D: AsRef<[u8]>>(
        presented: impl IntoIterator<Item = &'a [u8]>,
        expected: impl IntoIterator<Item = D>,
    ) -> Result<Self, CallbackError> {
        let (mut all, mut count) = ([&[][..]; MOST_SIGNATURES], 0);
        for (place, signature) in all.iter_mut().zip(presented) {
            *place = signature;
            count += 1;
        }
        if count == 0 {
            return Err(CallbackError::MissingProof);
        }
        let mut right = false;
        for digest in expected {
            let digest = digest.as_ref();
            for presented in all.iter().take(count) {
                // As long as the longest digest in use, SHA-512.
                let mut buffer = [0; 64];
                // Whether it is hexadecimal depends only on the sender's bytes, so this may end
                // early.
                if let Some(presented) = from_hex(presented, &mut buffer) {
                    right |= !digest.is_empty() & bool::from(digest.ct_eq(presented));
                }
            }
        }
        match right {
            true => Ok(Self(())),
            false => Err(CallbackError::WrongProof),
        }
    }
}

/// Reads hexadecimal, in either case, into a buffer. `None` if it is none, or too long.
fn from_hex<'b>(text: &[u8], buffer: &'b mut [u8; 64]) -> Option<&'b [u8]> {
    let (pairs, []) = text.as_chunks::<2>() else {
        return None;
    };
    let bytes = buffer.get_mut(..pairs.len())?;
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let digit = |digit: &u8| char::from(*digit).to_digit(16);
        *byte = u8::try_from(digit(high)? << 4 | digit(low)?).ok()?;
    }
    Some(bytes)
}

/// How many signatures of one callback are compared: more than any provider sends, and few enough
/// to be cheap.
const MOST_SIGNATURES: usize = 16;

/// The signatures that a callback presents: every value of every one of these headers. A value may
/// hold several, separated by commas. The algorithm's name, in any case, is removed.
pub fn signatures<'a>(
    headers: &'a HeaderMap,
    names: &'a [HeaderName],
    algorithm: &'static str,
) -> impl Iterator<Item = &'a [u8]> {
    names
        .iter()
        .flat_map(|name| headers.get_all(name))
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b',').enumerate())
        .map(move |(index, signature)| {
            // Blanks are allowed only in a list.
            let signature = match index {
                0 => signature,
                _ => signature.trim_ascii_start(),
            };
            match signature.split_at_checked(algorithm.len()) {
                Some((name, rest)) if name.eq_ignore_ascii_case(algorithm.as_bytes()) => {
                    rest.strip_prefix(b"=").unwrap_or(signature)
                }
                _ => signature,
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_right_token_proves_and_none_proves_nothing() {
        let accepted = Secrets::new("token", ["old", "new"]).unwrap();
        let check =
            |presented: &[&[u8]]| Proof::by_shared_token(presented.iter().copied(), &accepted);
        assert!(check(&[b"new"]).is_ok());
        assert!(check(&[b"wrong", b"old"]).is_ok());
        assert!(matches!(check(&[b"wrong"]), Err(CallbackError::WrongProof)));
        assert!(matches!(check(&[b""]), Err(CallbackError::WrongProof)));
        assert!(matches!(check(&[]), Err(CallbackError::MissingProof)));
    }

    #[test]
    fn one_right_signature_proves_in_any_case_of_its_digits() {
        let digests: [&[u8]; 2] = [&[0x00, 0xff], &[0xab, 0xcd]];
        let check = |presented: &[&'static str]| {
            let presented = presented.iter().map(|text| text.as_bytes());
            Proof::by_signature(presented, digests)
        };
        assert!(check(&["abcd"]).is_ok() && check(&["00Ff"]).is_ok());
        assert!(check(&["0000", "not hex", "abcd"]).is_ok());
        for wrong in ["", "00", "00f", "00ff0", "00ff00", "00fe", "00fg", " 00ff"] {
            assert!(matches!(check(&[wrong]), Err(CallbackError::WrongProof)));
        }
        let long = "00".repeat(1000);
        let long = Proof::by_signature([long.as_bytes()], digests);
        assert!(matches!(long, Err(CallbackError::WrongProof)));
        assert!(matches!(check(&[]), Err(CallbackError::MissingProof)));
        let nothing = Proof::by_signature([&b""[..]], [b""]);
        assert!(matches!(nothing, Err(CallbackError::WrongProof)));
        // The seventeenth is ignored.
        let many = ["0000"; 16].into_iter().chain(["abcd"]);
        let many = Proof::by_signature(many.map(str::as_bytes), digests);
        assert!(matches!(many, Err(CallbackError::WrongProof)));
    }

    #[test]
    fn signatures_are_found_in_every_value_of_every_header() {
        let names = ["x-one", "x-two"].map(HeaderName::from_static);
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("x-two", "SHA1=aa, sha1=bb"),
            ("x-one", "cc"),
            ("x-one", "Sha1=dd"),
            ("x-three", "ee"),
            ("x-two", "sha256=ff"),
        ] {
            headers.append(name, value.parse().unwrap());
        }
        let found: Vec<_> = signatures(&headers, &names, "sha1")
            .map(|signature| str::from_utf8(signature).unwrap())
            .collect();
        assert_eq!(found, ["cc", "dd", "aa", "bb", "sha256=ff"]);
        assert_eq!(signatures(&HeaderMap::new(), &names, "sha1").count(), 0);
    }
}
