//! Row `callback`: a callback of 1 KiB, from its bytes to the news in it.

mod cases;
mod rivals;

use std::hint::black_box;

use payments_core::CallbackError;

use crate::{
    Result, Run,
    cpu::{self, Meter},
    figure::{Budget, Figure},
    interleave::{Variant, interleave, median},
};

pub fn run(run: &Run) -> Result<()> {
    cpu::pin(0);
    let cases = cases::all()?;
    for case in &cases {
        let received = case.callbacks.receive(&case.headers, &case.body);
        received.map_err(|error| format!("{}: {error}", case.what))?;
    }
    let standard = rivals::standard()?;
    let stripe = rivals::stripe()?;
    let times = if run.quick { 100 } else { 5_000 };

    let mut variants: Vec<Variant<'_, f64>> = Vec::new();
    for case in &cases {
        variants.push(Box::new(move || {
            each(times, || {
                case.callbacks.receive(&case.headers, &case.body).is_ok()
            })
        }));
    }
    variants.push(Box::new(|| each(times, &standard)));
    variants.push(Box::new(|| each(times, &stripe)));
    let samples = interleave(run.rounds(3, 41), &mut variants);
    let medians: Vec<f64> = samples.into_iter().map(median).collect();
    let (ours, theirs) = medians.split_at(cases.len());

    let names = ["standardwebhooks and serde_json", "async-stripe-webhook"];
    for (case, &ours) in cases.iter().zip(ours) {
        for (name, &theirs) in names.iter().zip(theirs) {
            Figure::new("callback", case.what, "µs", ours)
                .against(*name, theirs)
                .within(Budget::AbsoluteAndLess(5.0))
                .print()?;
        }
    }
    for case in &cases {
        let Some(forged) = &case.forged else { continue };
        let refused = || {
            matches!(
                case.callbacks.receive(forged, &case.body),
                Err(CallbackError::WrongProof)
            )
        };
        let figure = Figure::new(
            "callback",
            format!("{}: allocations until a forged one is refused", case.what),
            "",
            allocations(refused)?,
        )
        .within(Budget::Absolute(0.0));
        case.note
            .iter()
            .fold(figure, |figure, note| figure.note(*note))
            .print()?;
    }
    for case in &cases {
        let received = || case.callbacks.receive(&case.headers, &case.body).is_ok();
        Figure::new(
            "callback",
            format!("{}: allocations", case.what),
            "",
            allocations(received)?,
        )
        .against(names[0], allocations(&standard)?)
        .print()?;
    }
    Ok(())
}

/// Microseconds of computing for each.
fn each(times: usize, work: impl Fn() -> bool) -> f64 {
    let meter = Meter::start();
    for _ in 0..times {
        black_box(work());
    }
    meter.stop().cpu_micros(times)
}

fn allocations(work: impl Fn() -> bool) -> Result<f64> {
    let mut worked = false;
    let counted = allocation_counter::measure(|| worked = work());
    match worked {
        true => Ok(counted.count_total as f64),
        false => Err("what is counted did not happen".into()),
    }
}
