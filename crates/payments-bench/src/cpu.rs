//! How long something took, and how long this process computed for it.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

/// A stretch of work.
#[derive(Clone, Copy, Debug)]
pub struct Spent {
    /// By the clock on the wall.
    pub wall: Duration,
    /// Computed, by all threads of this process, in it and in the kernel.
    pub cpu: Duration,
}

/// Begins to count.
#[derive(Clone, Copy, Debug)]
pub struct Meter {
    wall: Instant,
    cpu: Duration,
}

impl Meter {
    /// From now on.
    pub fn start() -> Self {
        Self {
            wall: Instant::now(),
            cpu: process_time(),
        }
    }

    /// Until now.
    pub fn stop(self) -> Spent {
        Spent {
            wall: self.wall.elapsed(),
            cpu: process_time().saturating_sub(self.cpu),
        }
    }
}

impl Spent {
    /// Microseconds by the clock, of each of so many pieces of work.
    pub fn wall_micros(&self, pieces: usize) -> f64 {
        self.wall.as_secs_f64() * 1e6 / pieces as f64
    }

    /// Microseconds computed, of each of so many pieces of work.
    pub fn cpu_micros(&self, pieces: usize) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / pieces as f64
    }
}

/// What `getrusage` tells, user and system, in nanoseconds.
fn process_time() -> Duration {
    clock_gettime(ClockId::ProcessCPUTime)
        .try_into()
        .unwrap_or_default()
}

/// Keeps this thread, and those it starts from now on, on one core. Where that cannot be done,
/// nothing happens.
pub fn pin(core: usize) {
    #[cfg(target_os = "linux")]
    {
        let mut set = rustix::thread::CpuSet::new();
        set.set(core);
        if let Err(error) = rustix::thread::sched_setaffinity(None, &set) {
            eprintln!("not kept on core {core}: {error}");
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = core;
}
