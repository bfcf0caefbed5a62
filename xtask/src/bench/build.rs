//! The row `build`: what a provider costs who builds a program for the first time, and how large it
//! gets.

use std::{fs, path::PathBuf};

use super::{
    figure::{Figure, Line},
    programs::{ALL, ONE, Program, REQWEST},
    stage::Stage,
    timing::{median, seconds},
    timings,
};
use crate::refusal::{Outcome, Refusal};

/// The alternative first.
const PROGRAMS: [Program; 3] = [REQWEST, ONE, ALL];
const AGAINST: &str = "reqwest and serde alone, same TLS";
const PROFILES: [&str; 2] = ["dev", "release"];
const MOST_CRATES: f64 = 146.0;
const MOST_SECONDS_OF_A_CRATE: f64 = 10.0;

/// What a program of ours may need more than the alternative: seconds in both profiles, megabytes.
const BUDGETS: [(&str, [f64; 2], f64); 2] = [
    ("one provider", [4.0, 6.0], 0.5),
    ("all five providers", [15.0, 35.0], 1.5),
];

pub(super) fn measure(stage: &Stage, row: &'static str) -> Outcome<Vec<Line>> {
    for program in PROGRAMS {
        program.write(stage)?;
    }
    let mut lines = Vec::new();
    for (profile, which) in PROFILES.into_iter().zip(0..) {
        let [theirs, one, all] = times(stage, profile)?.map(|times| median(&times));
        for ((what, seconds, _), ours) in BUDGETS.iter().zip([one, all]) {
            let what = format!("{what}, first build, {profile}");
            let figure = Figure::new(row, what, "s", ours).against(AGAINST, theirs);
            let most = seconds.get(which).copied().unwrap_or_default();
            lines.push(figure.at_most_above(most).into());
        }
    }
    lines.push(slowest_crate(stage, row)?.into());
    let theirs = size(stage, REQWEST)?;
    for ((what, _, megabytes), program) in BUDGETS.into_iter().zip([ONE, ALL]) {
        let what = format!("{what}, size in release, stripped");
        let figure = Figure::new(row, what, "MB", size(stage, program)?).against(AGAINST, theirs);
        lines.push(figure.at_most_above(megabytes).into());
    }
    lines.push(crates(stage, row)?.into());
    Ok(lines)
}

/// Seconds of each program's first build, round by round, each round beginning with another one.
fn times(stage: &Stage, profile: &str) -> Outcome<[Vec<f64>; 3]> {
    let rounds = if stage.quick { 1 } else { stage.rounds };
    let mut times = [const { Vec::new() }; 3];
    for round in 0..rounds {
        for turn in 0..PROGRAMS.len() {
            let place = (round + turn) % PROGRAMS.len();
            if let (Some(program), Some(times)) = (PROGRAMS.get(place), times.get_mut(place)) {
                eprint!("round {}, {profile}, {}: ", round + 1, program.name);
                let took = first_build(stage, *program, profile)?;
                eprintln!("{took:.1} s");
                times.push(took);
            }
        }
    }
    Ok(times)
}

fn first_build(stage: &Stage, program: Program, profile: &str) -> Outcome<f64> {
    let target = target(stage, program, profile);
    if target.exists() {
        fs::remove_dir_all(&target)
            .map_err(|error| Refusal::plain(format!("{}: {error}", target.display())))?;
    }
    let mut cargo = stage.plain_cargo();
    cargo.current_dir(program.folder(stage));
    cargo.args(["build", "--locked", "--offline", "--quiet", "--timings"]);
    cargo.args(["--profile", profile]);
    cargo.env("CARGO_TARGET_DIR", &target);
    // A cache of compiled crates would be measured instead of the compiler.
    cargo.env_remove("RUSTC_WRAPPER");
    seconds(cargo)
}

fn target(stage: &Stage, program: Program, profile: &str) -> PathBuf {
    let name = format!("{}-{profile}", program.name);
    stage.folder.join("programs/target").join(name)
}

/// Of our own crates: code that is generated must not make the compiler slow.
fn slowest_crate(stage: &Stage, row: &str) -> Outcome<Figure> {
    let units = timings::units(&target(stage, ALL, "release"))?;
    let ours = units
        .into_iter()
        .filter(|unit| unit.name.starts_with("payments"));
    let slowest = ours
        .max_by(|a, b| a.duration.total_cmp(&b.duration))
        .ok_or_else(|| Refusal::plain("the build of all providers names no crate of ours"))?;
    let what = "slowest of our crates, release, all five";
    Ok(Figure::new(row, what, "s", slowest.duration)
        .at_most(MOST_SECONDS_OF_A_CRATE)
        .note(slowest.name))
}

/// Megabytes.
fn size(stage: &Stage, program: Program) -> Outcome<f64> {
    let name = format!("{}{}", program.name, std::env::consts::EXE_SUFFIX);
    let file = target(stage, program, "release").join("release").join(name);
    let metadata = fs::metadata(&file)
        .map_err(|error| Refusal::plain(format!("{}: {error}", file.display())))?;
    Ok(metadata.len() as f64 / 1e6)
}

fn crates(stage: &Stage, row: &str) -> Outcome<Figure> {
    let [theirs, ours] = [REQWEST.crates(stage)?, ONE.crates(stage)?].map(|count| count as f64);
    Ok(
        Figure::new(row, "one provider, crates in the lock", "crates", ours)
            .against(AGAINST, theirs)
            .at_most(MOST_CRATES),
    )
}
