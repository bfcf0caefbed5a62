//! The bytes of a file: without a byte order mark, and never more of one row than a bound.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
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
    /// How many bytes were read.
    count: Cell<u64>,
    /// Where lines end, from the row on that was asked for last: the place of each `\n` and `\r`.
    breaks: RefCell<VecDeque<(u64, u8)>>,
    /// How many lines ended before that.
    lines: Cell<u64>,
}

impl Gauge {
    /// Another row begins.
    pub(super) fn next_row(&self) {
        self.left.set(LARGEST_ROW);
    }

    /// The line in which a row begins that was read from this place on: the parser skips empty
    /// lines, and does not count them as the row's.
    pub(super) fn line_of(&self, mut place: u64) -> u64 {
        let mut breaks = self.breaks.borrow_mut();
        while let Some((at, byte)) = breaks.front().copied().filter(|(at, _)| *at <= place) {
            breaks.pop_front();
            place = place.max(at + 1);
            // Of the two that end a line together, the second is counted.
            let is_first = byte == b'\r' && breaks.front() == Some(&(at + 1, b'\n'));
            self.lines.set(self.lines.get() + u64::from(!is_first));
        }
        self.lines.get() + 1
    }

    fn count(&self, bytes: &[u8]) {
        let begin = self.count.get();
        let mut breaks = self.breaks.borrow_mut();
        for (place, byte) in (begin..).zip(bytes) {
            match byte {
                b'\n' | b'\r' => breaks.push_back((place, *byte)),
                b'"' => self.quotes.set(self.quotes.get() + 1),
                _ => {}
            }
        }
        self.count.set(begin + bytes.len() as u64);
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
        self.gauge.count(room.get(..count).unwrap_or_default());
        Ok(count)
    }
}
