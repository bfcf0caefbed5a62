//! What the listener, the deliveries and the followers of one sandbox have in common.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, watch};

use crate::world::World;

/// What the tasks of one sandbox have in common.
#[derive(Debug)]
pub(crate) struct Shared {
    world: Mutex<World>,
    /// Something may have become due.
    pub(crate) wake: Notify,
    /// The number of the newest entry of the story, for whoever follows it.
    pub(crate) news: watch::Sender<u64>,
}

impl Shared {
    pub(crate) fn new(world: World) -> Self {
        Self {
            world: Mutex::new(world),
            wake: Notify::new(),
            news: watch::Sender::new(0),
        }
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        // A panic while locked is a bug in the sandbox; the other requests need not suffer for it.
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request, and wakes whoever waits for the next event if that is another one now.
    /// The control API may also have moved the clock.
    pub(crate) fn handle<T>(&self, steers: bool, answer: impl FnOnce(&mut World) -> T) -> T {
        let mut world = self.world();
        let next = world.next_event();
        let answer = answer(&mut world);
        let wakes = steers || world.next_event() != next;
        self.spread(&world);
        drop(world);
        if wakes {
            self.wake.notify_one();
        }
        answer
    }

    /// Tells whoever follows the story that it went on.
    pub(crate) fn spread(&self, world: &World) {
        if self.news.receiver_count() > 0 {
            self.news.send_replace(world.story.newest());
        }
    }
}

/// Ends when the sandbox is stopped, and also when it was dropped.
pub(crate) async fn end(mut stopped: watch::Receiver<bool>) {
    // An error means that the sender is gone: dropped.
    let _dropped = stopped.wait_for(|stopped| *stopped).await;
}
