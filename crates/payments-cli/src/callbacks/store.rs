//! The file of what was received: a line of JSON each, numbered from 1.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use payments::Name;
use serde::{Deserialize, Serialize};

use super::bytes::Bytes;
use crate::failure::Failure;

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
    headers: Vec<(String, Bytes)>,
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
        let headers = headers.iter();
        Self {
            at,
            provider,
            check,
            reason,
            headers: headers
                .map(|(name, value)| (name.to_string(), Bytes::from(value.as_bytes())))
                .collect(),
            body: body.into(),
        }
    }

    pub(crate) fn body(&self) -> &[u8] {
        self.body.as_slice()
    }

    /// What no header can be is left out: somebody has changed the file.
    pub(crate) fn headers(&self) -> HeaderMap {
        let header = |(name, value): &(String, Bytes)| {
            let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
            Some((name, HeaderValue::from_bytes(value.as_slice()).ok()?))
        };
        let mut headers = HeaderMap::new();
        for (name, value) in self.headers.iter().filter_map(header) {
            headers.append(name, value);
        }
        headers
    }
}

/// The file, open for more.
pub(crate) struct Store {
    path: PathBuf,
    end: Mutex<(File, usize)>,
}

impl Store {
    /// Opens the file, or makes it for its owner only. A last line that was cut off by the end of a process is ended, so that the next one
    /// begins on its own.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let open = || {
            let mut options = OpenOptions::new();
            options.read(true).append(true).create(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut file = options.open(path)?;
            let lines = count_lines(&mut file)?;
            Ok((file, lines))
        };
        let end = open().map_err(|error| cannot("opened", path, error))?;
        Ok(Self {
            path: path.to_owned(),
            end: Mutex::new(end),
        })
    }

    /// Adds one, and says its number.
    pub(crate) fn add(&self, stored: &Stored) -> Result<usize, Failure> {
        let failed = |error| cannot("written", &self.path, error);
        let mut line = serde_json::to_vec(stored).map_err(|error| failed(error.into()))?;
        line.push(b'\n');
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, lines) = &mut *end;
        // In one piece: another process may write, too.
        file.write_all(&line).map_err(failed)?;
        *lines += 1;
        Ok(*lines)
    }
}

fn count_lines(file: &mut File) -> io::Result<usize> {
    let mut text = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut text)?;
    let mut lines = text.iter().filter(|byte| **byte == b'\n').count();
    if text.last().is_some_and(|last| *last != b'\n') {
        file.write_all(b"\n")?;
        lines += 1;
    }
    Ok(lines)
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
    for (number, line) in (1..).zip(text.split(|byte| *byte == b'\n')) {
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
