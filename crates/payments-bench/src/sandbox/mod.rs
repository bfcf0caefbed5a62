//! Row `sandbox`: create and read over loopback, and how fast it is there.

mod load;
mod server;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Args;

use crate::{
    Run,
    figure::{Budget, Figure},
    interleave::{Variant, interleave, median},
};
use load::Load;
use server::{Kind, Server};

const ROW: &str = "sandbox";
const THEIRS: &str = "prism, mocking the same document";

/// The programs that are compared.
#[derive(Args)]
pub struct Servers {
    /// For `sandbox`: the binary `payments`
    #[arg(long, value_name = "FILE")]
    payments: Option<PathBuf>,
    /// For `sandbox`: the program `prism`; without it, the sandbox is measured alone
    #[arg(long, value_name = "FILE", requires = "document")]
    prism: Option<PathBuf>,
    /// For `sandbox`: what prism mocks, OpenAPI
    #[arg(long, value_name = "FILE")]
    document: Option<PathBuf>,
}

pub fn run(run: &Run) -> crate::Result<()> {
    let servers = &run.servers;
    let payments = servers.payments.clone().ok_or("--payments is missing")?;
    watched(run, &payments)?;
    filled(run, &payments)?;
    let mut kinds = vec![Kind::Sandbox { payments }];
    if let (Some(prism), Some(document)) = (&servers.prism, &servers.document) {
        let (prism, document) = (prism.clone(), document.clone());
        kinds.push(Kind::Prism { prism, document });
    }
    starts(run, &kinds)?;
    requests(run, &kinds)
}

/// From the start of the process to its first answer.
fn starts(run: &Run, kinds: &[Kind]) -> crate::Result<()> {
    eprintln!("starting each of them again and again");
    let mut variants: Vec<Variant<'_, crate::Result<f64>>> = kinds
        .iter()
        .map(|kind| {
            Box::new(|| Ok(Server::start(kind)?.started_in.as_secs_f64() * 1e3))
                as Variant<'_, crate::Result<f64>>
        })
        .collect();
    let samples = medians(interleave(run.rounds(3, 11), &mut variants))?;
    let figure = Figure::new(ROW, "from start to first answer", "ms", samples[0]);
    against(figure, samples.get(1))
        .within(Budget::Absolute(10.0))
        .print()?;
    Ok(())
}

fn requests(run: &Run, kinds: &[Kind]) -> crate::Result<()> {
    let time = Duration::from_secs(if run.quick { 1 } else { 4 });
    let servers = kinds.iter().map(Server::start);
    let servers = servers.collect::<crate::Result<Vec<_>>>()?;
    let loads = servers.iter().map(Load::new);
    let mut loads = loads.collect::<crate::Result<Vec<_>>>()?;
    eprintln!("requests for {} s, in turns", time.as_secs());
    let mut variants: Vec<Variant<'_, crate::Result<load::Done>>> = loads
        .iter_mut()
        .map(|load| Box::new(|| load.run(time)) as Variant<'_, crate::Result<load::Done>>)
        .collect();
    let samples = interleave(run.rounds(2, 7), &mut variants);
    drop(variants);
    let mut done = Vec::new();
    for of_one in samples {
        done.push(of_one.into_iter().collect::<crate::Result<Vec<_>>>()?);
    }
    let of = |place: usize, what: fn(&load::Done) -> f64| {
        Some(median(done.get(place)?.iter().map(what)))
    };
    let rate = |place| of(place, |done| done.rate);
    let cost = |place| of(place, |done| done.server_micros);
    let cores = |place| of(place, |done| done.server_cores).unwrap_or_default();
    let own = |place| of(place, |done| done.own_cores).unwrap_or_default();
    let ours = rate(0).unwrap_or_default();
    let mut note = format!(
        "of {} cores the sandbox had {:.2} and the generator of the load {:.2}",
        std::thread::available_parallelism().map_or(1, usize::from),
        cores(0),
        own(0)
    );
    if rate(1).is_some() {
        // Node runs on one core: where that is full, nobody else is the bottleneck.
        note += &format!("; prism had {:.2} and it {:.2}", cores(1), own(1));
    }
    let figure = Figure::new(ROW, "create and read, 32 connections", "requests/s", ours);
    against(figure, rate(1).as_ref())
        .within(Budget::AtLeast {
            ratio: Some(10.0),
            absolute: Some(20_000.0),
        })
        .note(note)
        .print()?;
    let ours = cost(0).unwrap_or_default();
    let figure = Figure::new(ROW, "computing for a request", "µs", ours);
    against(figure, cost(1).as_ref()).print()?;
    let ours = done
        .first()
        .map(|rounds| rounds.iter().map(|done| done.rate));
    let mut rates = ours.into_iter().flatten();
    if let (Some(first), Some(last)) = (rates.next(), rates.next_back()) {
        Figure::new(ROW, "its last round against its first", "requests/s", last)
            .against("the same, with fewer payments held", first)
            .print()?;
    }
    Ok(())
}

/// What the log of requests and answers costs, and somebody who looks at the page.
fn watched(run: &Run, payments: &Path) -> crate::Result<()> {
    let payments = payments.to_owned();
    let kinds = [
        Kind::Watched {
            payments: payments.clone(),
        },
        Kind::Unlogged { payments },
    ];
    let servers = kinds.iter().map(Server::start);
    let servers = servers.collect::<crate::Result<Vec<_>>>()?;
    let loads = servers.iter().map(Load::new);
    let mut loads = loads.collect::<crate::Result<Vec<_>>>()?;
    let time = Duration::from_secs(if run.quick { 1 } else { 4 });
    eprintln!(
        "with and without the log, for {} s, in turns",
        time.as_secs()
    );
    let mut variants: Vec<Variant<'_, crate::Result<f64>>> = loads
        .iter_mut()
        .map(|load| Box::new(|| Ok(load.run(time)?.rate)) as Variant<'_, crate::Result<f64>>)
        .collect();
    let rates = medians(interleave(run.rounds(2, 7), &mut variants))?;
    Figure::new(ROW, "with its log and a page open", "requests/s", rates[0])
        .against("the same without", rates[1])
        .within(Budget::AtLeast {
            ratio: Some(0.9),
            absolute: None,
        })
        .print()?;
    Ok(())
}

/// What a payment takes of its memory.
fn filled(run: &Run, payments: &Path) -> crate::Result<()> {
    let count = if run.quick { 10_000 } else { 1_000_000 };
    let payments = payments.to_owned();
    let server = Server::start(&Kind::Sandbox { payments })?;
    let mut load = Load::new(&server)?;
    eprintln!("{count} payments");
    // So that all that does not grow is there before.
    load.fill(1_000)?;
    let before = server.memory()?;
    load.fill(count)?;
    let each = (server.memory()? - before) / f64::from(count);
    Figure::new(ROW, format!("memory of a payment, of {count}"), "KiB", each)
        .within(Budget::Absolute(1.0))
        .print()?;
    Ok(())
}

fn against(figure: Figure, theirs: Option<&f64>) -> Figure {
    match theirs {
        Some(theirs) => figure.against(THEIRS, *theirs),
        None => figure,
    }
}

fn medians(samples: Vec<Vec<crate::Result<f64>>>) -> crate::Result<Vec<f64>> {
    samples
        .into_iter()
        .map(|of_one| {
            Ok(median(
                of_one.into_iter().collect::<crate::Result<Vec<_>>>()?,
            ))
        })
        .collect()
}
