//! Ids in the shapes of the providers, all from one seed.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_is_version_4_and_replays_from_its_seed() {
        let uuid = Identifiers::new(7).uuid();
        assert_eq!(uuid, Identifiers::new(7).uuid());
        assert_eq!(uuid.len(), 36);
        assert_eq!(&uuid[14..15], "4");
        assert!("89ab".contains(&uuid[19..20]), "{uuid}");
    }
}
