//! The places for connections, and which connection must leave when all are taken.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

/// All places.
#[derive(Debug)]
pub(crate) struct Room {
    most: usize,
    state: Mutex<State>,
    /// Signals that a place is free, or that a connection may now be asked to leave.
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// Counts events: the connection that waits since the lowest count has waited longest.
    count: u64,
    seats: BTreeMap<u64, Standing>,
}

#[derive(Debug)]
struct Standing {
    since: u64,
    /// The request that is being answered, which arrived whole.
    answering: Option<u64>,
    leaves: bool,
    asked: Arc<Notify>,
}

impl Room {
    pub(crate) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self {
            most: most.max(1),
            state: Mutex::default(),
            changed: Notify::new(),
        })
    }

    /// Takes a place. If there is none, the connection that has waited longest without a whole
    /// request is asked to leave.
    pub(crate) async fn enter(self: &Arc<Self>) -> Seat {
        loop {
            if let Some(seat) = self.try_enter() {
                return seat;
            }
            self.changed.notified().await;
        }
    }

    fn try_enter(self: &Arc<Self>) -> Option<Seat> {
        let mut state = self.state();
        if state.seats.len() >= self.most {
            if state.seats.values().any(|seat| seat.leaves) {
                return None;
            }
            let waiting = state.seats.values_mut();
            let waiting = waiting.filter(|seat| seat.answering.is_none());
            if let Some(longest) = waiting.min_by_key(|seat| seat.since) {
                longest.leaves = true;
                longest.asked.notify_one();
            }
            return None;
        }
        state.count += 1;
        let number = state.count;
        let asked = Arc::new(Notify::new());
        let standing = Standing {
            since: number,
            answering: None,
            leaves: false,
            asked: Arc::clone(&asked),
        };
        state.seats.insert(number, standing);
        Some(Seat {
            room: Arc::clone(self),
            number,
            asked,
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One connection's place, which it leaves when this is dropped.
#[derive(Debug)]
pub(crate) struct Seat {
    room: Arc<Room>,
    number: u64,
    asked: Arc<Notify>,
}

impl Seat {
    /// Completes when the connection must be closed for another one.
    pub(crate) async fn must_leave(&self) {
        loop {
            self.asked.notified().await;
            let mut state = self.room.state();
            let Some(standing) = state.seats.get_mut(&self.number) else {
                return;
            };
            if standing.answering.is_none() {
                return;
            }
            // Its request became whole after it was asked to leave.
            standing.leaves = false;
            drop(state);
            self.room.changed.notify_one();
        }
    }

    /// Whether a request that arrived whole is being answered.
    pub(crate) fn is_answering(&self) -> bool {
        let state = self.room.state();
        let standing = state.seats.get(&self.number);
        standing.is_some_and(|standing| standing.answering.is_some())
    }

    /// Records that a request has begun.
    pub(crate) fn begin(&self) -> Exchange {
        let mut state = self.room.state();
        state.count += 1;
        let number = state.count;
        if let Some(standing) = state.seats.get_mut(&self.number) {
            standing.since = number;
        }
        Exchange(Arc::new(Both {
            room: Arc::clone(&self.room),
            seat: self.number,
            number,
            over: Mutex::new(false),
        }))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.room.state().seats.remove(&self.number);
        self.room.changed.notify_one();
    }
}

/// A request and its answer. A handler finds it in the request's extensions.
#[derive(Clone, Debug)]
pub struct Exchange(Arc<Both>);

#[derive(Debug)]
struct Both {
    room: Arc<Room>,
    seat: u64,
    number: u64,
    over: Mutex<bool>,
}

impl Exchange {
    /// Allows the connection to be closed without an answer if another one needs its place. For
    /// answers that are delayed on purpose, so that a flood does not take all places by waiting.
    pub fn yields(&self) {
        let mut state = self.0.room.state();
        if let Some(standing) = state.seats.get_mut(&self.0.seat)
            && standing.answering == Some(self.0.number)
        {
            standing.answering = None;
        }
        drop(state);
        self.0.room.changed.notify_one();
    }

    /// Records that the request has arrived whole.
    pub(crate) fn is_whole(&self) {
        let over = self.0.over.lock().unwrap_or_else(PoisonError::into_inner);
        // A body may still be read after the answer was written.
        if !*over {
            let mut state = self.0.room.state();
            if let Some(standing) = state.seats.get_mut(&self.0.seat) {
                standing.answering = Some(self.0.number);
            }
        }
    }

    /// Records that the answer was written, or given up.
    pub(crate) fn is_over(&self) {
        let mut over = self.0.over.lock().unwrap_or_else(PoisonError::into_inner);
        *over = true;
        let mut state = self.0.room.state();
        state.count += 1;
        let now = state.count;
        if let Some(standing) = state.seats.get_mut(&self.0.seat) {
            standing.since = now;
            if standing.answering == Some(self.0.number) {
                standing.answering = None;
            }
        }
        drop(state);
        self.0.room.changed.notify_one();
    }
}
