//! What happens in a simulation.

use std::time::Duration;

use payments_core::capabilities::Lookup;
use proptest::prelude::*;

use crate::provider::{DELAY, Does};

/// Where the next worker dies.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Death {
    Never,
    /// At so many points between two steps.
    AtPoint(u8),
    /// After so many polls, wherever that is: in the middle of a transaction, too.
    AtPoll(u8),
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Move {
    Execute {
        intent: u8,
        dies: Death,
    },
    /// Somebody uses a reference for something else.
    Misuse {
        intent: u8,
    },
    Recover {
        dies: Death,
    },
    /// The provider calls back about what it did.
    CallBack {
        intent: u8,
        paid: bool,
        dies: Death,
    },
    Wait {
        seconds: u16,
    },
}

fn death() -> impl Strategy<Value = Death> {
    prop_oneof![
        3 => Just(Death::Never),
        3 => (0..8u8).prop_map(Death::AtPoint),
        2 => (0..40u8).prop_map(Death::AtPoll),
    ]
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        5 => (0..3u8, death()).prop_map(|(intent, dies)| Move::Execute { intent, dies }),
        1 => (0..3u8).prop_map(|intent| Move::Misuse { intent }),
        4 => death().prop_map(|dies| Move::Recover { dies }),
        2 => (0..3u8, any::<bool>(), death())
            .prop_map(|(intent, paid, dies)| Move::CallBack { intent, paid, dies }),
        4 => prop_oneof![0..20u16, 20..400u16, 400..4000u16].prop_map(|seconds| Move::Wait { seconds }),
    ];
    prop::collection::vec(one, 4..16)
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        2 => Just(Does::Accepts),
        3 => Just(Does::Loses),
        3 => (0..=DELAY.as_secs()).prop_map(|s| Does::LosesAndDoesLater(Duration::from_secs(s))),
        3 => Just(Does::LosesRequest),
        1 => Just(Does::RateLimits),
        1 => Just(Does::IsNotReached),
        1 => Just(Does::Refuses),
        1 => Just(Does::TellsAnotherAmount),
    ]
}

#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) lookup: Lookup,
    pub(crate) takes_once: bool,
    pub(crate) does: Vec<Does>,
    pub(crate) deaf: Vec<bool>,
    pub(crate) moves: Vec<Move>,
}

pub(crate) fn schedules() -> impl Strategy<Value = Schedule> {
    (
        prop_oneof![4 => Just(Lookup::ByReference), 1 => Just(Lookup::ByProviderId)],
        any::<bool>(),
        prop::collection::vec(does(), 0..8),
        prop::collection::vec(any::<bool>(), 0..6),
        moves(),
    )
        .prop_map(|(lookup, takes_once, does, deaf, moves)| Schedule {
            lookup,
            takes_once,
            does,
            deaf,
            moves,
        })
}
