//! Row `token`: an access token from the cache, with 64 tasks asking.

use std::{
    sync::{Arc, RwLock},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use http::HeaderValue;
use payments_provider::http::{Token, TokenCache};
use tokio::runtime::{Builder, Runtime};

use crate::{
    Run,
    cpu::Meter,
    figure::{Budget, Figure},
    interleave::{Variant, interleave, median},
};

const TASKS: usize = 64;

/// What somebody would write by hand.
struct ByHand(RwLock<Option<(HeaderValue, DateTime<Utc>)>>);

impl ByHand {
    fn get(&self) -> Option<HeaderValue> {
        let guard = self.0.read().ok()?;
        let (header, expires_at) = guard.as_ref()?;
        (*expires_at > Utc::now()).then(|| header.clone())
    }
}

pub fn run(run: &Run) -> crate::Result<()> {
    let runtime = Builder::new_multi_thread().build()?;
    let expires_at = Utc::now() + TimeDelta::days(1);
    // Made at run time, as a token is: a static one would be copied without counting who holds it.
    let header = HeaderValue::from_str(&format!("Bearer {:032x}", 0x0123_4567_89ab_cdef_u128))?;
    let hand = Arc::new(ByHand(RwLock::new(Some((header.clone(), expires_at)))));
    let cache = Arc::new(TokenCache::default());
    runtime.block_on(cache.get(|| async { Ok(Token::new(header, expires_at)) }))?;

    let gets = if run.quick { 1_000 } else { 20_000 };
    let mut variants: [Variant<'_, f64>; 2] = [
        Box::new(|| {
            each(&runtime, gets, || {
                let cache = Arc::clone(&cache);
                async move {
                    for _ in 0..gets {
                        let token = cache.get(std::future::pending).await;
                        std::hint::black_box(token.map(|token| token.header).ok());
                    }
                }
            })
        }),
        Box::new(|| {
            each(&runtime, gets, || {
                let hand = Arc::clone(&hand);
                async move {
                    for _ in 0..gets {
                        std::hint::black_box(hand.get());
                    }
                }
            })
        }),
    ];
    let samples = interleave(run.rounds(5, 41), &mut variants);
    let [ours, theirs] = [0, 1].map(|variant| median(samples[variant].iter().copied()));
    Figure::new("token", "token from cache, 64 tasks", "ns", ours)
        .against("RwLock by hand", theirs)
        .within(Budget::AbsoluteAndLess(100.0))
        .print()?;
    Ok(())
}

/// Nanoseconds of computing for each get, with all tasks at it.
fn each<F: Future<Output = ()> + Send + 'static>(
    runtime: &Runtime,
    gets: usize,
    task: impl Fn() -> F,
) -> f64 {
    let meter = Meter::start();
    runtime.block_on(async {
        let tasks: Vec<_> = (0..TASKS).map(|_| tokio::spawn(task())).collect();
        for task in tasks {
            let _ = task.await;
        }
    });
    let spent: Duration = meter.stop().cpu;
    spent.as_secs_f64() * 1e9 / (TASKS * gets) as f64
}
