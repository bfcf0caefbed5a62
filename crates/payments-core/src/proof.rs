//! Proof of who sent a callback: shared tokens and signatures, compared in constant time.

use http::{HeaderMap, HeaderName};
use subtle::ConstantTimeEq;

use crate::{callback_error::CallbackError, error::Result, secret::Secrets};

/// Something whose sender is proved. It takes a [`Proof`], which only a check of this module makes;
/// a provider's crate joins the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Verified<T> {
    /// Takes the proof that a check gave.
    #[must_use]
    pub fn new(_: Proof, value: T) -> Self {
        Self(value)
    }

    /// What the provider answered to a question of ours needs no other proof.
    pub(crate) fn by_asking(value: T) -> Self {
        Self(value)
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> &T {
        &self.0
    }

    /// The value, without the mark.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }

    /// Another view of the same message, as well proved as this one.
    pub fn try_map<U, E>(self, view: impl FnOnce(T) -> Result<U, E>) -> Result<Verified<U>, E> {
        view(self.0).map(Verified)
    }
}

/// Proof that a check of the sender succeeded. Cannot be made otherwise, nor copied.
#[derive(Debug)]
pub struct Proof(());

impl Proof {
    /// A token that provider and merchant share, presented in one of several places.
    ///
    /// Each token presented is compared with each accepted one in constant time. None presented, or
    /// none right: no proof.
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

    /// A signature over the body: one of those `presented`, in hexadecimal digits of any case, must
    /// be one of those `expected`, the digests computed with each accepted secret. All of them are
    /// compared, in constant time, and nothing is allocated.
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
                // As long as the longest digest that is in use, SHA-512.
                let mut buffer = [0; 64];
                // What is no hexadecimal is decided by the sender's bytes alone, so that may end
                // early.
                if let Ok(presented) = base16ct::mixed::decode(presented, &mut buffer) {
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

/// How many signatures of one callback are looked at: more than any provider sends, and few enough
/// to be no work.
const MOST_SIGNATURES: usize = 16;

/// The signatures that a callback presents: every value of every one of these headers, each of
/// which may hold several, separated by commas; without the algorithm's name, in any case.
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
            // Only a list has blanks.
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
        // The seventeenth is not looked at.
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
