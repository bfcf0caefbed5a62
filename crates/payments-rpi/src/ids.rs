//! Ids in the provider's form: 32 letters and digits, or letters and digits alone.

use payments_core::{Error, Result, wire::hex};

/// 128 bits from the operating system's random generator, in hexadecimal, which nobody can guess.
pub(crate) fn new() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|cause| {
        Error::configuration("the operating system gives no randomness").with_source(cause)
    })?;
    Ok(hex(&bytes))
}

pub(crate) fn letters_and_digits(field: &str, value: &str, length: Option<usize>) -> Result<()> {
    let alphanumeric = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if alphanumeric && length.is_none_or(|length| value.len() == length) {
        return Ok(());
    }
    let expected = match length {
        Some(length) => format!("{length} ASCII letters and digits"),
        None => "ASCII letters and digits".into(),
    };
    Err(Error::invalid(field, value, &expected))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_have_32_letters_and_digits_and_are_never_the_same() {
        let ids: HashSet<_> = (0..10_000).map(|_| new().unwrap()).collect();
        assert_eq!(ids.len(), 10_000);
        for id in &ids {
            assert_eq!(id.len(), 32, "{id}");
            assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{id}");
        }
    }

    #[test]
    fn every_place_of_an_id_takes_every_digit() {
        let seen: HashSet<_> = (0..1000)
            .flat_map(|_| new().unwrap().into_bytes().into_iter().enumerate())
            .collect();
        assert_eq!(seen.len(), 32 * 16);
    }
}
