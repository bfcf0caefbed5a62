//! Ids in the providers' formats, all from one seed.

use fastrand::Rng;

/// The only source of randomness in a world: the same seed replays the same ids.
#[derive(Debug)]
pub(crate) struct Identifiers {
    rng: Rng,
}

const ALPHANUMERIC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

impl Identifiers {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            rng: Rng::with_seed(seed),
        }
    }

    pub(crate) fn uuid(&mut self) -> String {
        let bits = self.rng.u128(..);
        // Version 4, variant 1: clients may check.
        let bits = (bits & !(0xf << 76) & !(0x3 << 62)) | (0x4 << 76) | (0x2 << 62);
        let hex = format!("{bits:032x}");
        let mut uuid = String::with_capacity(36);
        for (index, digit) in hex.chars().enumerate() {
            if matches!(index, 8 | 12 | 16 | 20) {
                uuid.push('-');
            }
            uuid.push(digit);
        }
        uuid
    }

    pub(crate) fn hex(&mut self, length: usize) -> String {
        self.pick(length, b"0123456789abcdef")
    }

    pub(crate) fn digits(&mut self, length: usize) -> String {
        self.pick(length, b"0123456789")
    }

    pub(crate) fn alphanumeric(&mut self, length: usize) -> String {
        self.pick(length, ALPHANUMERIC)
    }

    /// A token that is no other client's, not even in a world that begins anew with the same seed:
    /// a client may keep its token over that.
    pub(crate) fn token(&mut self, client: &str, length: usize) -> String {
        let mark = Self::new(fnv(client)).alphanumeric(8);
        self.alphanumeric(length.saturating_sub(mark.len())) + &mark
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.rng.u8(..)).collect()
    }

    /// A number below another one, which is not 0.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.rng.usize(0..count)
    }

    fn pick(&mut self, length: usize, alphabet: &[u8]) -> String {
        (0..length)
            .filter_map(|_| self.rng.choice(alphabet))
            .map(|byte| char::from(*byte))
            .collect()
    }
}

/// FNV-1a.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_of_one_client_in_whichever_world_of_a_seed() {
        let token = |client| Identifiers::new(7).token(client, 28);
        assert_eq!(token("a"), token("a"));
        assert_ne!(token("a"), token("b"));
        assert_eq!(token("a").len(), 28);
    }

    #[test]
    fn a_uuid_is_version_4_and_replays_from_its_seed() {
        let uuid = Identifiers::new(7).uuid();
        assert_eq!(uuid, Identifiers::new(7).uuid());
        assert_eq!(uuid.len(), 36);
        assert_eq!(&uuid[14..15], "4");
        assert!("89ab".contains(&uuid[19..20]), "{uuid}");
    }
}
