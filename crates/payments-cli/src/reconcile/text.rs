//! The bytes of a file: without a byte order mark, and never more of one row than a bound.

use std::{
    cell::Cell,
    fs::File,
    io::{self, Cursor, Read},
    path::Path,
    rc::Rc,
};

use super::cells::unreadable;
use crate::failure::Failure;

/// The largest row. A quotation mark that is never closed makes a row of all that follows.
pub(super) const LARGEST_ROW: usize = 1 << 20;

/// The bytes of a file, and what is counted of them.
pub(super) struct Bounded<R> {
    bytes: R,
    gauge: Rc<Gauge>,
}

/// What a reader and whoever reads its rows share.
#[derive(Debug, Default)]
pub(super) struct Gauge {
    left: Cell<usize>,
    quotes: Cell<u64>,
}

impl Gauge {
    /// Another row begins.
    pub(super) fn next_row(&self) {
        self.left.set(LARGEST_ROW);
    }

    /// Whether as many quotation marks were opened as closed.
    pub(super) fn is_closed(&self) -> bool {
        self.quotes.get().is_multiple_of(2)
    }
}

/// Opens a file.
pub(super) fn open(path: &Path) -> Result<(Bounded<impl Read + use<>>, Rc<Gauge>), Failure> {
    let file = File::open(path);
    let begun = file.and_then(|mut file| {
        let mut begin = Vec::with_capacity(3);
        file.by_ref().take(3).read_to_end(&mut begin)?;
        Ok((begin, file))
    });
    let (begin, file) = begun.map_err(|error| {
        unreadable(format!("{} cannot be read", path.display())).caused_by(error)
    })?;
    let begin = match begin.as_slice() {
        [0xef, 0xbb, 0xbf] => Vec::new(),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            return Err(unreadable("the file is UTF-16: save it as CSV UTF-8"));
        }
        [b'P', b'K', ..] => {
            return Err(unreadable(
                "the file is a workbook or an archive: save it as CSV UTF-8",
            ));
        }
        _ => begin,
    };
    let gauge = Rc::new(Gauge::default());
    gauge.next_row();
    let bounded = Bounded {
        bytes: Cursor::new(begin).chain(file),
        gauge: Rc::clone(&gauge),
    };
    Ok((bounded, gauge))
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.gauge.left.get();
        if left == 0 && !buffer.is_empty() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let length = left.min(buffer.len());
        let (room, _) = buffer.split_at_mut(length);
        let count = self.bytes.read(room)?;
        self.gauge.left.set(left - count);
        let read = room.get(..count).unwrap_or_default();
        let quotes = read.iter().filter(|byte| **byte == b'"').count();
        self.gauge
            .quotes
            .set(self.gauge.quotes.get() + quotes as u64);
        Ok(count)
    }
}
