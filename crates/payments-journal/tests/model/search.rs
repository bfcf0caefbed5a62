//! A breadth-first search: every state that any order of actions reaches, level by level, each
//! once.

use std::{
    collections::HashMap,
    fmt::Debug,
    hash::{BuildHasher, BuildHasherDefault, Hash, Hasher},
};

/// What is searched.
pub(crate) trait Model {
    type State: Clone + Hash;
    type Action: Copy + Debug;

    fn begin(&self) -> Self::State;

    /// Hands over each action that is possible, with what it leads to.
    fn next(&self, state: &Self::State, reach: &mut dyn FnMut(Self::Action, Self::State));

    /// What must never be.
    fn mistake(&self, state: &Self::State) -> Option<String>;
}

/// What a search came to.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) states: usize,
    pub(crate) steps: u64,
    /// How many actions the longest of the shortest ways has.
    pub(crate) depth: usize,
    /// Whether there was nothing more to reach.
    pub(crate) is_whole: bool,
    /// The first mistake, with the shortest way to it.
    pub(crate) mistake: Option<(String, Vec<String>)>,
}

type Ways<A> = HashMap<u64, Option<(u64, A)>, BuildHasherDefault<Mixed>>;

/// Half of the time goes into hashes: this one is quick without the optimizer, and mixes every bit.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number.cast_unsigned() as u64);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0.rotate_left(29) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        let mixed = self.0.wrapping_mul(0xd6e8_feb8_6659_fd93);
        mixed ^ (mixed >> 32)
    }
}

/// Searches so deep, or until there is nothing new, or a mistake.
pub(crate) fn search<M: Model>(model: &M, depth: usize) -> Found {
    let hasher = BuildHasherDefault::<Mixed>::default();
    let begin = model.begin();
    let first = hasher.hash_one(&begin);
    // From which state and by which action each was reached first.
    let mut ways: Ways<M::Action> = Ways::from_iter([(first, None)]);
    let mut level = vec![(first, begin)];
    let mut found = Found {
        states: 1,
        steps: 0,
        depth: 0,
        is_whole: false,
        mistake: None,
    };
    while found.depth < depth && found.mistake.is_none() {
        let mut deeper = Vec::new();
        for (hash, state) in &level {
            model.next(state, &mut |action, next| {
                found.steps += 1;
                let reached = hasher.hash_one(&next);
                if ways.contains_key(&reached) {
                    return;
                }
                ways.insert(reached, Some((*hash, action)));
                if found.mistake.is_none()
                    && let Some(mistake) = model.mistake(&next)
                {
                    found.mistake = Some((mistake, way(&ways, reached)));
                }
                deeper.push((reached, next));
            });
        }
        if deeper.is_empty() {
            found.is_whole = true;
            break;
        }
        found.depth += 1;
        level = deeper;
    }
    found.states = ways.len();
    found
}

fn way<A: Copy + Debug>(ways: &Ways<A>, mut to: u64) -> Vec<String> {
    let mut actions = Vec::new();
    while let Some((from, action)) = ways[&to] {
        actions.push(format!("{action:?}"));
        to = from;
    }
    actions.reverse();
    actions
}
