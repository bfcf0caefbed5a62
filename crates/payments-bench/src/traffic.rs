//! Two ways of making the same call, held against the same server: what each computes, allocates
//! and connects.

use std::hint::black_box;

use futures_util::future::try_join_all;
use tokio::runtime::{Builder, Runtime};

use crate::{
    Result, Run,
    cpu::{self, Meter, Spent},
    figure::{Budget, Figure},
    interleave::{Variant, interleave, median},
    server::{Arrived, Server},
};

/// A server to call, and a runtime to call it from; each on a core of its own.
pub struct Traffic<'a> {
    run: &'a Run,
    row: &'static str,
    server: Server,
    runtime: Runtime,
}

/// What ours is held against.
#[derive(Clone, Copy)]
pub enum Rival {
    /// The same bytes by hand, and how many times its processor time ours may take: one request at
    /// a time, and many at once.
    ByHand { alone: f64, together: f64 },
    /// Another client.
    Other(&'static str),
}

impl Rival {
    fn name(self) -> &'static str {
        match self {
            Self::ByHand { .. } => "reqwest and serde by hand",
            Self::Other(name) => name,
        }
    }
}

/// One round of one variant.
struct Round {
    spent: Spent,
    arrived: Arrived,
}

impl<'a> Traffic<'a> {
    /// Starts the server.
    pub fn start(run: &'a Run, row: &'static str) -> Result<Self> {
        let server = Server::start()?;
        cpu::pin(0);
        Ok(Self {
            run,
            row,
            server,
            runtime: Builder::new_current_thread().enable_all().build()?,
        })
    }

    /// Where the server is.
    pub fn url(&self) -> &str {
        &self.server.url
    }

    /// Measures ours against another: one at a time, and 64 at once.
    pub fn compare(
        &mut self,
        what: &str,
        rival: Rival,
        ours: impl AsyncFn() -> Result<()>,
        theirs: impl AsyncFn() -> Result<()>,
    ) -> Result<()> {
        eprintln!("{}: {what}, against {}", self.row, rival.name());
        for at_once in [1, 64] {
            self.computed(what, rival, at_once, &ours, &theirs)?;
        }
        let [ours, theirs] = [self.allocated(&ours)?, self.allocated(&theirs)?];
        let what = format!("{what}: allocations per request");
        let figure = Figure::new(self.row, what, "", ours).against(rival.name(), theirs);
        match rival {
            Rival::ByHand { .. } => figure.within(Budget::NoMore),
            Rival::Other(_) => figure,
        }
        .print()?;
        Ok(())
    }

    fn computed(
        &mut self,
        what: &str,
        rival: Rival,
        at_once: usize,
        ours: &impl AsyncFn() -> Result<()>,
        theirs: &impl AsyncFn() -> Result<()>,
    ) -> Result<()> {
        let each = match (self.run.quick, at_once) {
            (true, _) => 4,
            (false, 1) => 500,
            (false, _) => 50,
        };
        let requests = each * at_once;
        let (server, runtime) = (std::cell::RefCell::new(&mut self.server), &self.runtime);
        let ours = || round(&server, runtime, at_once, each, ours);
        let theirs = || round(&server, runtime, at_once, each, theirs);
        let mut variants: [Variant<'_, Result<Round>>; 2] = [Box::new(ours), Box::new(theirs)];
        let samples = interleave(self.run.rounds(3, 41), &mut variants);
        drop(variants);

        let mut rounds = Vec::new();
        for variant in samples {
            rounds.push(variant.into_iter().collect::<Result<Vec<_>>>()?);
        }
        let [ours, theirs] = &rounds[..] else {
            return Err("expected two variants".into());
        };
        let sum = |rounds: &[Round], count: fn(&Arrived) -> u64| -> f64 {
            rounds
                .iter()
                .map(|round| count(&round.arrived) as f64)
                .sum()
        };
        let bytes = [ours, theirs].map(|rounds| sum(rounds, |arrived| arrived.bytes));
        let is_same = matches!(rival, Rival::ByHand { .. });
        if is_same && bytes[0] != bytes[1] {
            return Err(format!("{what}: not the same request, bytes sent: {bytes:?}").into());
        }

        let each = |rounds: &[Round], of: fn(&Spent, usize) -> f64| {
            median(rounds.iter().map(|round| of(&round.spent, requests)))
        };
        let [cpu, wall] =
            [Spent::cpu_micros, Spent::wall_micros].map(|of| [each(ours, of), each(theirs, of)]);
        let connections = [ours, theirs].map(|rounds| sum(rounds, |arrived| arrived.connections));
        let told = |measured: &str| format!("{what}: {measured}, {at_once} at once");
        let figure = |measured: &str, unit: &'static str, [ours, theirs]: [f64; 2]| {
            Figure::new(self.row, told(measured), unit, ours).against(rival.name(), theirs)
        };
        let computed = figure("CPU per request", "µs", cpu);
        let Rival::ByHand { alone, together } = rival else {
            return Ok(computed.print()?);
        };
        let most = if at_once == 1 { alone } else { together };
        computed.within(Budget::Ratio(most)).print()?;
        figure("time per request", "µs", wall).print()?;
        figure("connections opened after the first round", "", connections)
            .within(Budget::NoMore)
            .print()?;
        Ok(())
    }

    /// Allocations per request, one at a time and warmed up, on the one thread that everything of
    /// the client runs on.
    fn allocated(&self, call: &impl AsyncFn() -> Result<()>) -> Result<f64> {
        const REQUESTS: usize = 100;
        let mut done = self.runtime.block_on(many(call, REQUESTS));
        let counted = allocation_counter::measure(|| {
            done = self.runtime.block_on(many(call, REQUESTS));
        });
        done?;
        Ok(counted.count_total as f64 / REQUESTS as f64)
    }
}

/// What a call gave is not looked at, but made.
pub fn kept<T, E: Into<Box<dyn std::error::Error + Send + Sync>>>(
    result: Result<T, E>,
) -> Result<()> {
    black_box(result.map_err(Into::into)?);
    Ok(())
}

fn round(
    server: &std::cell::RefCell<&mut Server>,
    runtime: &Runtime,
    at_once: usize,
    each: usize,
    call: &impl AsyncFn() -> Result<()>,
) -> Result<Round> {
    let before = server.borrow_mut().arrived()?;
    let meter = Meter::start();
    let done = runtime.block_on(try_join_all((0..at_once).map(|_| many(call, each))));
    let spent = meter.stop();
    done?;
    let arrived = server.borrow_mut().arrived()? - before;
    Ok(Round { spent, arrived })
}

async fn many(call: &impl AsyncFn() -> Result<()>, count: usize) -> Result<()> {
    for _ in 0..count {
        call().await?;
    }
    Ok(())
}
