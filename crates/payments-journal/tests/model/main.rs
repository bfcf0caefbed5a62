//! Not only by chance: every order in which one caller, two workers, a provider, a callback,
//! crashes and a clock that is set can act on one order, by the real
//! [`Progress`](payments_core::retry::Progress) and a model of the journal's row.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod row;
mod search;
mod world;

use std::time::Instant;

use crate::{
    search::{Found, search},
    world::{Order, Steps},
};

fn order(takes_once: bool) -> Order {
    Order {
        takes_once,
        naive: false,
        steps: Steps::Seen,
        step: 100,
        crashes: 2,
        end: 6,
    }
}

fn told(what: &str, order: &Order, depth: usize) -> Found {
    let begun = Instant::now();
    let found = search(order, depth);
    println!(
        "{what}: {} states by {} steps, {} actions deep{}, in {:.1?}",
        found.states,
        found.steps,
        found.depth,
        if found.is_whole {
            ", all there are"
        } else {
            ""
        },
        begun.elapsed()
    );
    if let Some((mistake, way)) = &found.mistake {
        println!("  {mistake} after {}", way.join(", "));
    }
    found
}

/// So deep every order of actions is tried, where the clock is set once and two processes die.
const DEPTH: usize = 15;

/// As deep as there is anything new.
const WHOLE: usize = usize::MAX;

/// Whatever the provider does with a repeat, nobody is charged twice, and no debit is forgotten.
fn is_charged_once(takes_once: bool) {
    let what = match takes_once {
        true => "takes a reference once",
        false => "charges a repeat",
    };
    for (order, depth) in [
        (
            Order {
                steps: Steps::None,
                crashes: 1,
                end: 5,
                ..order(takes_once)
            },
            WHOLE,
        ),
        (order(takes_once), DEPTH),
        // As it is seen today: by who ran before, and nobody dies before having looked.
        (
            Order {
                steps: Steps::SeenByWhoRuns,
                crashes: 0,
                ..order(takes_once)
            },
            DEPTH - 2,
        ),
        // Within a lease.
        (
            Order {
                step: 3,
                ..order(takes_once)
            },
            DEPTH - 1,
        ),
    ] {
        let found = told(what, &order, depth);
        assert_eq!(found.mistake, None);
        assert_eq!(found.is_whole, depth == WHOLE);
    }
}

#[test]
fn nothing_is_charged_twice_or_forgotten_where_the_provider_takes_a_reference_once() {
    is_charged_once(true);
}

#[test]
fn nothing_is_charged_twice_or_forgotten_where_a_repeat_would_be_charged() {
    is_charged_once(false);
}

/// The shortest way to two debits.
fn charges_twice(what: &str, order: &Order) -> Vec<String> {
    let found = told(what, order, DEPTH);
    let (mistake, way) = found.mistake.expect("the search sees nothing");
    assert_eq!(mistake, "two debits");
    way
}

#[test]
fn sending_again_whenever_an_answer_is_lost_charges_twice_at_once() {
    for takes_once in [true, false] {
        let naive = Order {
            naive: true,
            ..order(takes_once)
        };
        assert_eq!(charges_twice("naive", &naive).len(), 8);
    }
}

#[test]
fn a_step_of_the_clock_that_is_believed_charges_twice() {
    let believed = Order {
        steps: Steps::Believed,
        ..order(true)
    };
    charges_twice("a step is believed", &believed);
}

/// So every process must be able to know of it, one that was started after it, too.
#[test]
fn a_step_of_the_clock_that_only_those_see_who_ran_before_charges_twice_after_a_restart() {
    let seen_by_some = Order {
        steps: Steps::SeenByWhoRuns,
        crashes: 1,
        end: 1,
        ..order(true)
    };
    charges_twice("a step is seen by who runs", &seen_by_some);
}
