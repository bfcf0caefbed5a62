//! Pins a lane and the threads that it starts to one core.

/// Keeps this thread, and those it starts, on one of the cores that it may use. A schedule asks
/// SQLite's thread a hundred questions, one after the other: waking a thread on the same core costs
/// a fraction of waking one on a core that sleeps. Where it cannot be done, it is slower.
#[cfg(target_os = "linux")]
pub(super) fn stay_on_one(lane: usize) {
    use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

    let Ok(allowed) = sched_getaffinity(None) else {
        return;
    };
    let mut cores = (0..CpuSet::MAX_CPU).filter(|core| allowed.is_set(*core));
    if let Some(core) = cores.nth(lane) {
        let mut one = CpuSet::new();
        one.set(core);
        let _slower_without = sched_setaffinity(None, &one);
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn stay_on_one(_: usize) {}
