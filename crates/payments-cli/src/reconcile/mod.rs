//! `payments reconcile`: the provider against the journal. Without a report, it looks up what the
//! journal knows and has not finished; with one, it looks for what either side lacks.

mod adopting;
mod advice;
mod amounts;
mod cells;
mod columns;
mod day;
mod list;
mod rows;
mod text;
mod times;
mod told;
mod unfinished;

use crate::{arguments::ReconcileArguments, failure::Failure, output::Output};

pub(crate) async fn run(arguments: ReconcileArguments, output: &Output) -> Result<(), Failure> {
    match arguments.report.day {
        Some(day) => day::run(day, arguments, output).await,
        None => unfinished::run(arguments, output).await,
    }
}
