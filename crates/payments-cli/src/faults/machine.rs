//! The machine on which the merchant's program runs, and its death.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};

use payments_journal::{Journal, Options, Point};
use tokio::sync::Notify;

use super::{schedule::Schedule, trace::Event};
use crate::failure::Failure;

/// The machine on which the merchant's program runs.
#[derive(Clone, Default)]
pub(super) struct Life {
    /// How many steps it still makes before it dies.
    pub(super) steps: Arc<AtomicI64>,
    pub(super) died: Arc<Notify>,
    /// Where it was when it died.
    last: Arc<Mutex<Option<Point>>>,
}

impl Life {
    /// Where the machine was when it died last.
    pub(super) fn death(&self) -> Option<Point> {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The journal, as the program opens it when it starts.
pub(super) async fn open(
    schedule: &Schedule<'_>,
    life: &Life,
    keeps_requests: bool,
    seed: u64,
) -> Result<Journal, Failure> {
    let (life, trace) = (life.clone(), schedule.theatre.trace.clone());
    let mut options = Options::new()
        .clock(schedule.clock.clone())
        .seed(seed)
        .crash_at(move |point| {
            if let Some(trace) = &trace {
                trace.note(Event::At(point));
            }
            let dies = life.steps.fetch_sub(1, Ordering::Relaxed) == 1;
            if dies {
                *life.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(point);
                life.died.notify_one();
            }
            dies
        });
    if keeps_requests {
        options = options.keep_requests();
    }
    schedule.theatre.open_journal(options).await
}
