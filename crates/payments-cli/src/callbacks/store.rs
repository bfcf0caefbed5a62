//! The file of received callbacks: one line of JSON each, numbered from 1. When it is full, the
//! oldest are deleted, and the first line says how many were.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use axum::http::HeaderMap;
use payments::Name;
use serde::{Deserialize, Serialize};

use super::bytes::Bytes;
use crate::failure::Failure;

/// How much a file holds before the oldest go.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    callbacks: usize,
    bytes: u64,
}

const BOUNDS: Bounds = Bounds {
    callbacks: 10_000,
    bytes: 64 << 20,
};

impl Bounds {
    /// So much stays when the oldest go, so that they do not go one by one.
    fn after(self) -> Self {
        Self {
            callbacks: self.callbacks / 4 * 3,
            bytes: self.bytes / 4 * 3,
        }
    }
}

/// The first line of a file from which callbacks have gone.
#[derive(Deserialize, Serialize)]
struct Gone {
    gone: usize,
}

/// A callback as it arrived: all that it takes to send it again.
#[derive(Clone, Deserialize, Serialize)]
pub(crate) struct Stored {
    /// RFC 3339, in UTC.
    pub(crate) at: String,
    #[serde(with = "by_name")]
    pub(crate) provider: Name,
    pub(crate) check: Check,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
    /// In their order; a name may come twice.
    #[serde(with = "in_pairs")]
    headers: HeaderMap,
    body: Bytes,
}

/// What the check of the sender came to.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Check {
    Verified,
    Hint,
    Refused,
}

impl Check {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Hint => "hint",
            Self::Refused => "refused",
        }
    }
}

impl Stored {
    pub(crate) fn new(
        at: String,
        provider: Name,
        check: Check,
        reason: Option<String>,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        Self {
            at,
            provider,
            check,
            reason,
            headers: headers.clone(),
            body: body.into(),
        }
    }

    pub(crate) fn body(&self) -> &[u8] {
        self.body.as_slice()
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }
}

/// The file, open for more. Nobody else writes it as long as this lives.
pub(crate) struct Store {
    path: PathBuf,
    bounds: Bounds,
    end: Mutex<End>,
}

/// The end of the file, where lines are added.
struct End {
    file: File,
    /// The number of the last line.
    last: usize,
    /// How many went.
    gone: usize,
    /// A failed write left the beginning of a line there.
    torn: bool,
}

impl Store {
    /// Opens the file, or makes it; it is for its owner only from now on. After a last line that
    /// was cut off by the end of a process the next one begins on its own.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let failed = |error| cannot("opened", path, error);
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(failed)?;
        #[cfg(unix)]
        hold(&file, path)?;
        Ok(Self {
            // Where it goes when the oldest have gone, whatever links lead there.
            path: path.canonicalize().map_err(failed)?,
            bounds: BOUNDS,
            end: Mutex::new(End::of(file).map_err(failed)?),
        })
    }

    /// Adds one, and says its number.
    pub(crate) fn add(&self, stored: &Stored) -> Result<usize, Failure> {
        let failed = |error| cannot("written", &self.path, error);
        let line = serde_json::to_vec(stored).map_err(|error| failed(error.into()))?;
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        if end.is_full(line.len(), self.bounds).map_err(failed)? {
            *end = self.without_oldest(&end).map_err(failed)?;
        }
        end.add(&line).map_err(failed)
    }

    /// A new file in the place of this one, with the newest alone.
    fn without_oldest(&self, end: &End) -> io::Result<End> {
        let text = std::fs::read(&self.path)?;
        let text = match end.gone {
            0 => &*text,
            _ => text
                .splitn(2, |byte| *byte == b'\n')
                .nth(1)
                .unwrap_or_default(),
        };
        let lines: Vec<_> = text.split_inclusive(|byte| *byte == b'\n').collect();
        let bounds = self.bounds.after();
        let mut bytes = 0;
        let newest = lines.iter().rev().take(bounds.callbacks);
        let stay = newest
            .take_while(|line| {
                bytes += u64::try_from(line.len()).unwrap_or(u64::MAX);
                bytes <= bounds.bytes
            })
            .count();
        let went = lines.len() - stay;
        let gone = end.gone + went;
        let folder = self.path.parent().unwrap_or(Path::new("."));
        // For its owner only, under a name that nobody knows; a reader finds the old file or the
        // new one, and never half of one.
        let mut new = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer(&mut new, &Gone { gone })?;
        new.write_all(b"\n")?;
        for line in lines.iter().skip(went) {
            new.write_all(line)?;
        }
        let mut options = OpenOptions::new();
        let file = options.read(true).append(true).open(new.path())?;
        #[cfg(unix)]
        rustix::fs::flock(&file, rustix::fs::FlockOperation::NonBlockingLockExclusive)?;
        new.persist(&self.path).map_err(|error| error.error)?;
        Ok(End {
            file,
            last: end.last,
            gone,
            torn: end.torn,
        })
    }
}

/// For its owner only, and for one process that writes: two would count the same lines.
#[cfg(unix)]
fn hold(file: &File, path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;

    use rustix::{
        fs::{FlockOperation, flock},
        io::Errno,
    };

    let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file());
    if !is_file {
        // Such as /dev/null, which is everybody's.
        return Ok(());
    }
    match flock(file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => {}
        Err(Errno::WOULDBLOCK) => {
            let message = format!("another `payments listen` writes {}", path.display());
            return Err(Failure::failed(message).advise("give each its own file with --store"));
        }
        Err(error) => return Err(cannot("locked", path, error.into())),
    }
    let owner_only = PermissionsExt::from_mode(0o600);
    file.set_permissions(owner_only)
        .map_err(|error| cannot("kept for its owner only", path, error))
}

impl End {
    fn of(mut file: File) -> io::Result<Self> {
        let mut text = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut text)?;
        let gone = gone(text.split(|byte| *byte == b'\n').next());
        let lines = text.iter().filter(|byte| **byte == b'\n').count();
        Ok(Self {
            // The first line is none of them, if it says how many went.
            last: gone.map_or(lines, |gone| (gone + lines).saturating_sub(1)),
            gone: gone.unwrap_or_default(),
            torn: text.last().is_some_and(|last| *last != b'\n'),
            file,
        })
    }

    /// Whether the oldest must go before one more of so many bytes.
    fn is_full(&self, length: usize, bounds: Bounds) -> io::Result<bool> {
        let metadata = self.file.metadata()?;
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        let bytes = metadata.len().saturating_add(length).saturating_add(2);
        let full = self.last - self.gone >= bounds.callbacks || bytes > bounds.bytes;
        Ok(full && metadata.is_file() && metadata.len() > 0)
    }

    fn add(&mut self, line: &[u8]) -> io::Result<usize> {
        let before = self.file.metadata()?;
        if before.len() == 0 && before.is_file() {
            // Somebody has emptied it.
            (self.last, self.gone, self.torn) = (0, 0, false);
        }
        let mut whole = Vec::with_capacity(line.len() + 2);
        whole.extend(self.torn.then_some(b'\n'));
        whole.extend_from_slice(line);
        whole.push(b'\n');
        if let Err(error) = self.file.write_all(&whole) {
            // What a full disk took of it must not be the beginning of the next one.
            let mended = self.file.set_len(before.len());
            self.torn |= mended.is_err();
            return Err(error);
        }
        self.last += 1 + usize::from(self.torn);
        self.torn = false;
        Ok(self.last)
    }
}

/// What a file holds.
#[derive(Default)]
pub(crate) struct Contents {
    /// All that can be read, with their numbers.
    pub(crate) stored: Vec<(usize, Stored)>,
    /// The numbers of the lines that cannot.
    pub(crate) torn: Vec<usize>,
}

pub(crate) fn read(path: &Path) -> Result<Contents, Failure> {
    let text = std::fs::read(path).map_err(|error| cannot("read", path, error))?;
    let mut contents = Contents::default();
    let mut lines = text.split(|byte| *byte == b'\n').peekable();
    let gone = gone(lines.peek().copied());
    if gone.is_some() {
        lines.next();
    }
    for (number, line) in (gone.unwrap_or_default() + 1..).zip(lines) {
        match serde_json::from_slice(line) {
            Ok(one) => contents.stored.push((number, one)),
            Err(_) if line.is_empty() => {}
            Err(_) => contents.torn.push(number),
        }
    }
    Ok(contents)
}

/// One by its number.
pub(crate) fn one(path: &Path, number: usize) -> Result<Stored, Failure> {
    let Contents { stored, torn } = read(path)?;
    if torn.contains(&number) {
        let message = format!("line {number} of {} is not whole", path.display());
        return Err(Failure::failed(message));
    }
    stored
        .into_iter()
        .find(|(known, _)| *known == number)
        .map(|(_, stored)| stored)
        .ok_or_else(|| {
            Failure::failed(format!("{} holds no number {number}", path.display()))
                .advise("`payments callbacks list` shows which there are")
        })
}

/// How many went, if a first line says so.
fn gone(first: Option<&[u8]>) -> Option<usize> {
    let gone: Gone = serde_json::from_slice(first?).ok()?;
    Some(gone.gone)
}

fn cannot(what: &str, path: &Path, error: io::Error) -> Failure {
    Failure::failed(format!("{} cannot be {what}", path.display())).caused_by(error)
}

/// A provider as text.
mod by_name {
    use payments::Name;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(name: &Name, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(name.as_str())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(text: D) -> Result<Name, D::Error> {
        String::deserialize(text)?.parse().map_err(D::Error::custom)
    }
}

/// Headers as pairs of name and value. What no header can be makes the line a torn one: it is not
/// what arrived.
mod in_pairs {
    use axum::http::{HeaderMap, HeaderName, HeaderValue};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::Bytes;

    pub(super) fn serialize<S: Serializer>(
        headers: &HeaderMap,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let pair = |(name, value): (&HeaderName, &HeaderValue)| {
            (name.to_string(), Bytes::from(value.as_bytes()))
        };
        serializer.collect_seq(headers.iter().map(pair))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(pairs: D) -> Result<HeaderMap, D::Error> {
        let mut headers = HeaderMap::new();
        for (name, value) in Vec::<(String, Bytes)>::deserialize(pairs)? {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(D::Error::custom)?;
            let value = HeaderValue::from_bytes(value.as_slice()).map_err(D::Error::custom)?;
            headers.append(name, value);
        }
        Ok(headers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(body: &[u8]) -> Stored {
        let headers = &HeaderMap::new();
        Stored::new(String::new(), Name::Fazz, Check::Hint, None, headers, body)
    }

    /// How a store is after a write that failed, and whose beginning could not be taken back.
    #[test]
    fn after_a_torn_line_the_next_one_begins_on_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let store = Store::open(&path).unwrap();
        assert_eq!(store.add(&stored(b"first")).unwrap(), 1);
        std::fs::OpenOptions::new()
            .append(true)
            .open(&path)
            .unwrap()
            .write_all(b"{\"at\":")
            .unwrap();
        store.end.lock().unwrap().torn = true;
        assert_eq!(store.add(&stored(b"third")).unwrap(), 3);
        let contents = read(&path).unwrap();
        assert_eq!(contents.torn, [2]);
        assert_eq!(one(&path, 3).unwrap().body(), b"third");
    }

    fn bounded(path: &Path, callbacks: usize, bytes: u64) -> Store {
        Store {
            bounds: Bounds { callbacks, bytes },
            ..Store::open(path).unwrap()
        }
    }

    #[test]
    fn a_full_file_loses_the_oldest_and_the_others_keep_their_numbers() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let mut store = bounded(&path, 8, 1 << 20);
        for number in 1..=30_usize {
            if number == 20 {
                drop(store);
                store = bounded(&path, 8, 1 << 20);
            }
            let body = number.to_string();
            assert_eq!(store.add(&stored(body.as_bytes())).unwrap(), number);
            let contents = read(&path).unwrap();
            assert!(contents.torn.is_empty() && contents.stored.len() <= 8);
            assert!(contents.stored.len() >= number.min(6));
            for (number, one) in contents.stored {
                assert_eq!(one.body(), number.to_string().as_bytes());
            }
        }
        assert!(Store::open(&path).is_err(), "it is held as before");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_does_not_grow_beyond_its_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let store = bounded(&path, 1000, 20_000);
        for _ in 0..100 {
            store.add(&stored(&[b'a'; 3000])).unwrap();
            assert!(std::fs::metadata(&path).unwrap().len() <= 20_000);
        }
        let contents = read(&path).unwrap();
        assert_eq!(contents.stored.last().unwrap().0, 100);
    }

    #[test]
    fn what_is_not_what_arrived_is_torn() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let whole = serde_json::to_string(&stored(b"\xff")).unwrap();
        let no_body = whole.replace("/w==", "*");
        let no_header = whole.replace("\"headers\":[]", "\"headers\":[[\"a b\",\"\"]]");
        std::fs::write(&path, [&*whole, &no_body, &no_header].join("\n")).unwrap();
        let contents = read(&path).unwrap();
        assert_eq!((contents.stored.len(), contents.torn), (1, vec![2, 3]));
    }

    #[test]
    fn a_file_that_was_emptied_begins_with_number_one_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let store = Store::open(&path).unwrap();
        store.add(&stored(b"first")).unwrap();
        std::fs::write(&path, "").unwrap();
        assert_eq!(store.add(&stored(b"again")).unwrap(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_store_that_others_could_read_is_for_its_owner_and_one_process_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        std::fs::write(&path, "").unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
        let store = Store::open(&path).unwrap();
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let second = Store::open(&path).err().unwrap();
        assert!(second.message.contains("another"), "{second:?}");
        drop(store);
        Store::open(&path).unwrap();
        Store::open(Path::new("/dev/null")).unwrap();
    }
}
