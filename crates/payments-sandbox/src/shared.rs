//! The state shared by the listener, the deliveries and the event streams of one sandbox.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::json;
use tokio::sync::{Notify, watch};

use crate::{
    agenda,
    exchange::Served,
    outbox::Dispatch,
    reply::Reply,
    request::Request,
    routes,
    scene::{self, Played, Scene},
    story::What,
    world::World,
};

/// What the tasks of one sandbox have in common.
#[derive(Debug)]
pub(crate) struct Shared {
    world: Mutex<World>,
    /// What was put into it; whoever locks both locks the world first.
    scene: Mutex<Scene>,
    /// Something may have become due.
    pub(crate) wake: Notify,
    /// The number of the newest entry of the story, for whoever follows it.
    pub(crate) news: watch::Sender<u64>,
}

impl Shared {
    pub(crate) fn new(world: World) -> Self {
        Self {
            scene: Mutex::new(Scene::new(&world)),
            world: Mutex::new(world),
            wake: Notify::new(),
            news: watch::Sender::new(0),
        }
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        locked(&self.world)
    }

    /// Answers a request, and wakes whoever waits for the next event if that is another one now.
    /// The control API may also have moved the clock.
    pub(crate) fn serve(&self, request: &Request) -> Served {
        let path = request.path();
        let (method, path) = (request.method(), path.as_slice());
        match (method, path) {
            ("GET", ["_sandbox", "scene"]) => return Served::at_once(self.saved()),
            ("POST", ["_sandbox", "scene"]) => return Served::at_once(self.play(request.body())),
            _ => {}
        }
        let mut world = self.world();
        let next = world.next_event();
        let kept = self.scene().keep(request);
        let is_due = look(&mut world);
        let at = world.now();
        let answer = routes::serve(&mut world, request, kept.as_ref());
        match kept {
            Some(kept) => self.scene().request(at, kept),
            None if is_due => self.scene().due(at, false),
            None => {}
        }
        let resets = (method, path) == ("POST", &["_sandbox", "reset"]);
        if resets {
            *self.scene() = Scene::new(&world);
        }
        let wakes = path.first() == Some(&"_sandbox") || world.next_event() != next;
        self.spread(&world);
        drop(world);
        if wakes {
            self.wake.notify_one();
        }
        answer
    }

    /// Lets happen what is due, and hands out the callbacks.
    pub(crate) fn take_due(&self, world: &mut World) -> Vec<Dispatch> {
        if look(world) {
            self.scene().due(world.now(), true);
        }
        agenda::tick(world);
        world.take_due_callbacks()
    }

    /// Writes down what came of posting a callback.
    pub(crate) fn told(&self, world: &mut World, id: usize, result: Result<u16, String>) {
        look(world);
        world.told(id, result.clone());
        self.scene().told(world.now(), id, result);
    }

    fn scene(&self) -> MutexGuard<'_, Scene> {
        locked(&self.scene)
    }

    fn saved(&self) -> Reply {
        let scene = self.scene().clone();
        match scene.save() {
            Ok(text) => Reply::text(text),
            Err(why) => Reply::sandbox_error(409, why),
        }
    }

    /// Puts the world of a scene in the place of this one.
    fn play(&self, text: &[u8]) -> Reply {
        let text = str::from_utf8(text).map_err(|_| "a scene is UTF-8".to_owned());
        let Played {
            world: mut played,
            scene,
            steps,
            difference,
        } = match text.and_then(scene::play) {
            Ok(played) => played,
            Err(why) => return Reply::sandbox_error(400, why),
        };
        let mut world = self.world();
        played.settings = world.settings.clone();
        played.base_url = world.base_url.clone();
        played.generation = world.generation + 1;
        played.clock.go_on(world.settings.clock_start);
        played.story.renumber(world.story.newest());
        played.note(What::Steered("POST scene".to_owned()));
        *world = played;
        *self.scene() = scene;
        self.spread(&world);
        drop(world);
        self.wake.notify_one();
        Reply::json(200, json!({"steps": steps, "difference": difference}))
    }

    /// Tells whoever follows the story that it went on.
    pub(crate) fn spread(&self, world: &World) {
        if self.news.receiver_count() > 0 {
            self.news.send_replace(world.story.newest());
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic while locked is a bug in the sandbox; the other requests need not suffer for it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Looks at the clock, for the next input comes; whether something has fallen due meanwhile.
fn look(world: &mut World) -> bool {
    world.clock.look();
    let now = world.now();
    world.next_event().is_some_and(|at| at <= now)
}

/// Ends when the sandbox is stopped, and also when it was dropped.
pub(crate) async fn end(mut stopped: watch::Receiver<bool>) {
    // An error means that the sender is gone: dropped.
    let _dropped = stopped.wait_for(|stopped| *stopped).await;
}
