//! Scenes: all inputs of a world since its start, so that they can be replayed. A world is a seeded
//! state machine, so the same inputs at the same times give the same answers.

mod answered;
mod json;
mod redact;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::{
    agenda,
    reply::Sent,
    request::{Kept, Request},
    routes,
    settings::Settings,
    world::World,
};

use answered::Answered;
pub(crate) use json::LARGEST;

/// The bounds of what is recorded; above them nothing is, until a reset.
const MOST_STEPS: usize = 20_000;
const MOST_BYTES: usize = 8 << 20;

/// The key of every account of Digiswitch in a scene, and the secret that signs its callbacks.
const DIGISWITCH_KEY: &str = "sandbox-key";
const DIGISWITCH_SECRET: &str = "sandbox-callback-secret";

/// What somebody or something does to a world.
#[derive(Clone, Debug)]
enum Input {
    Request(Arc<Kept>),
    /// What fell due has happened.
    Tick,
    /// The same, and callbacks that are due are handed out.
    Due,
    /// What came of posting a callback.
    Told(usize, Result<u16, String>),
}

#[derive(Clone, Debug)]
struct Step {
    at: DateTime<Utc>,
    input: Input,
}

/// How a world began.
#[derive(Clone, Debug)]
struct Start {
    seed: u64,
    at: DateTime<Utc>,
    base_url: String,
    settings: Settings,
}

impl Start {
    fn world(&self) -> World {
        let (settings, base_url) = (self.settings.clone(), self.base_url.clone());
        let mut world = World::of_seed(self.seed, settings, base_url);
        world.clock.play_at(self.at);
        world
    }
}

impl Step {
    /// Puts it into a world; what was answered, if it is a request.
    fn play(&self, world: &mut World) -> Option<Option<Sent>> {
        world.clock.play_at(self.at);
        match &self.input {
            Input::Request(kept) => {
                let answer = routes::serve(world, &kept.request(), Some(kept));
                return Some(answer.reply);
            }
            Input::Tick => agenda::tick(world),
            Input::Due => {
                agenda::tick(world);
                let _posted_by_nobody = world.take_due_callbacks();
            }
            Input::Told(id, result) => world.told(*id, result.clone()),
        }
        None
    }
}

/// Everything since the beginning, or since the last reset.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    start: Start,
    steps: Vec<Step>,
    bytes: usize,
    /// It has become too long: what was recorded is forgotten.
    is_given_up: bool,
    is_kept: bool,
}

impl Scene {
    /// It begins with the world as it is, which nothing has happened in.
    pub(crate) fn new(world: &World) -> Self {
        let start = Start {
            seed: world.seed,
            at: world.now(),
            base_url: world.base_url.clone(),
            settings: world.settings.clone(),
        };
        Self {
            start,
            steps: Vec::new(),
            bytes: 0,
            is_given_up: false,
            is_kept: world.settings.keeps_log,
        }
    }

    /// The request in one piece, if it is one that can change something.
    pub(crate) fn keep(&self, request: &Request) -> Option<Arc<Kept>> {
        let (method, path) = (request.method(), request.path());
        let changes = match path.as_slice() {
            ["_sandbox", "callbacks", "sign"] => false,
            ["_sandbox", ..] | [] => method != "GET",
            _ => true,
        };
        (changes && self.records()).then(|| Arc::new(request.kept()))
    }

    fn records(&self) -> bool {
        self.is_kept && !self.is_given_up
    }

    pub(crate) fn request(&mut self, at: DateTime<Utc>, kept: Arc<Kept>) {
        self.bytes += kept.size();
        self.add(at, Input::Request(kept));
    }

    /// Something is due at that time: `posts` if callbacks are handed out as well.
    pub(crate) fn due(&mut self, at: DateTime<Utc>, posts: bool) {
        self.add(at, if posts { Input::Due } else { Input::Tick });
    }

    pub(crate) fn told(&mut self, at: DateTime<Utc>, id: usize, result: Result<u16, String>) {
        self.add(at, Input::Told(id, result));
    }

    fn add(&mut self, at: DateTime<Utc>, input: Input) {
        if !self.records() {
            return;
        }
        self.steps.push(Step { at, input });
        if self.steps.len() > MOST_STEPS || self.bytes > MOST_BYTES {
            self.is_given_up = true;
            (self.steps, self.bytes) = (Vec::new(), 0);
        }
    }

    /// As text, without secrets and persons; the error says why there is none.
    pub(crate) fn save(&self) -> Result<String, String> {
        if !self.is_kept {
            return Err("nothing is recorded: the sandbox keeps no log".to_owned());
        }
        if self.is_given_up {
            return Err(format!(
                "the scene has become longer than {MOST_STEPS} steps or {} MiB; a reset begins another",
                MOST_BYTES >> 20
            ));
        }
        Ok(json::write(&redact::redacted(self)))
    }
}

/// What came of playing a scene.
#[derive(Debug)]
pub(crate) struct Played {
    pub(crate) world: World,
    pub(crate) scene: Scene,
    pub(crate) steps: usize,
    /// The first step that was not answered as when it was recorded.
    pub(crate) difference: Option<String>,
}

/// Plays a scene from its text; the error says what is wrong with it.
pub(crate) fn play(text: &str) -> Result<Played, String> {
    let (scene, expected) = json::read(text)?;
    let mut world = scene.start.world();
    let mut difference = None;
    for (number, (step, expected)) in (1..).zip(scene.steps.iter().zip(expected)) {
        let answer = step
            .play(&mut world)
            .map(|sent| Answered::of(sent.as_ref()));
        if answer != expected && difference.is_none() {
            let said = |answer: Option<Answered>| {
                answer.map_or_else(|| "nothing".to_owned(), |answer| answer.to_string())
            };
            let (now, then) = (said(answer), said(expected));
            difference = Some(format!(
                "step {number} was answered {now}, recorded was {then}"
            ));
        }
    }
    Ok(Played {
        world,
        steps: scene.steps.len(),
        scene,
        difference,
    })
}
