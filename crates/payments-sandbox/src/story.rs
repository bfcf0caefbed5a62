//! What happened, in order: exchanges, changes of payments, moved money, callbacks, and a person's
//! actions. The page shows it.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};

use crate::{payment::Key, reply::Sent, request::Kept};

/// The bounds of the ring: whatever is above is forgotten, oldest first.
const MOST_ENTRIES: usize = 2_000;
const MOST_BYTES: usize = 8 << 20;

/// What an entry takes besides the texts of an exchange, at most.
const OVERHEAD: usize = 1_500;

/// A request, and what was said to it.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) request: Arc<Kept>,
    /// None for a page of a customer.
    pub(crate) provider: Option<&'static str>,
    /// None: the connection was reset.
    pub(crate) answer: Option<Sent>,
    pub(crate) delay: Duration,
    /// The name of the fault that hit it.
    pub(crate) fault: Option<String>,
    /// The number of the first entry that it may have caused.
    pub(crate) began: u64,
}

#[derive(Debug)]
pub(crate) enum What {
    Exchange(Box<Exchange>),
    /// A payment was made, or came into another state: the provider's word for that.
    Payment(Key, &'static str),
    /// A row of the ledger, by its place.
    Money(usize),
    /// A callback, by its id, and what became of it.
    Callback(usize, &'static str),
    /// What somebody did at the control API.
    Steered(String),
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) number: u64,
    pub(crate) at: DateTime<Utc>,
    pub(crate) what: What,
}

/// A ring of entries with rising numbers, from 1.
#[derive(Debug)]
pub(crate) struct Story {
    is_kept: bool,
    entries: VecDeque<Entry>,
    bytes: usize,
    newest: u64,
}

impl Story {
    pub(crate) fn new(is_kept: bool) -> Self {
        Self {
            is_kept,
            entries: VecDeque::new(),
            bytes: 0,
            newest: 0,
        }
    }

    /// After a reset: nothing is left, and the numbers go on, so that whoever follows it notices.
    pub(crate) fn emptied(&self) -> Self {
        Self {
            newest: self.newest,
            ..Self::new(self.is_kept)
        }
    }

    /// The story goes on from that number, so that whoever follows it notices.
    pub(crate) fn renumber(&mut self, from: u64) {
        for entry in &mut self.entries {
            entry.number += from;
            if let What::Exchange(exchange) = &mut entry.what {
                exchange.began += from;
            }
        }
        self.newest += from;
    }

    pub(crate) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// The number of the newest entry; 0 before the first.
    pub(crate) fn newest(&self) -> u64 {
        self.newest
    }

    pub(crate) fn note(&mut self, at: DateTime<Utc>, what: What) {
        if !self.is_kept {
            return;
        }
        self.newest += 1;
        self.bytes += what.bytes();
        let number = self.newest;
        self.entries.push_back(Entry { number, at, what });
        while self.entries.len() > MOST_ENTRIES || self.bytes > MOST_BYTES {
            let Some(oldest) = self.entries.pop_front() else {
                return;
            };
            self.bytes -= oldest.what.bytes();
        }
    }

    /// The entries after that number, oldest first.
    pub(crate) fn after(&self, number: u64) -> impl DoubleEndedIterator<Item = &Entry> {
        let oldest = self.entries.front().map_or(1, |entry| entry.number);
        let skip = (number + 1).saturating_sub(oldest);
        self.entries
            .iter()
            .skip(usize::try_from(skip).unwrap_or(usize::MAX))
    }

    pub(crate) fn exchange(&self, number: u64) -> Option<(&Entry, &Exchange)> {
        let entry = self.after(number.checked_sub(1)?).next()?;
        match &entry.what {
            What::Exchange(exchange) if entry.number == number => Some((entry, exchange)),
            _ => None,
        }
    }
}

impl What {
    fn bytes(&self) -> usize {
        OVERHEAD
            + match self {
                Self::Exchange(exchange) => {
                    let answer = exchange.answer.as_ref();
                    exchange.request.size() + answer.map_or(0, |sent| sent.body.len())
                }
                Self::Steered(text) => text.len(),
                _ => 0,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steered(story: &mut Story, text: String) {
        story.note(DateTime::UNIX_EPOCH, What::Steered(text));
    }

    #[test]
    fn the_ring_forgets_the_oldest_above_its_entries_and_above_its_bytes() {
        let mut story = Story::new(true);
        for _ in 0..MOST_ENTRIES + 10 {
            steered(&mut story, String::new());
        }
        assert_eq!(story.after(0).count(), MOST_ENTRIES);
        assert_eq!(story.after(0).next().unwrap().number, 11);
        for _ in 0..10 {
            steered(&mut story, "x".repeat(1 << 20));
        }
        assert_eq!(story.after(0).count(), 7);
        assert_eq!(story.newest(), MOST_ENTRIES as u64 + 20);
        assert_eq!(story.after(story.newest() - 2).count(), 2);
        assert_eq!(story.after(story.newest() + 2).count(), 0);
        let empty = story.emptied();
        assert_eq!(
            (empty.newest(), empty.after(0).count()),
            (story.newest(), 0)
        );
    }

    #[test]
    fn what_is_not_kept_takes_no_place() {
        let mut story = Story::new(false);
        steered(&mut story, String::new());
        assert_eq!((story.newest(), story.bytes), (0, 0));
    }
}
