//! The figures as a table, on the terminal and between the marks of `BENCHMARKS.md`, whose prose is
//! written by hand.

use std::{fmt::Write, fs, iter, path::Path, thread};

use super::{
    figure::{Figure, Line},
    notes::Notes,
    store::Measured,
};
use crate::refusal::{Outcome, Refusal};

const FILE: &str = "BENCHMARKS.md";
const HEADINGS: [&str; 8] = [
    "what", "against", "unit", "ours", "theirs", "ratio", "budget", "met",
];

/// Puts the figures of each row between its marks.
pub(super) fn write(root: &Path, rows: &[Measured]) -> Outcome<String> {
    let path = root.join(FILE);
    let is =
        fs::read_to_string(&path).map_err(|error| Refusal::plain(format!("{FILE}: {error}")))?;
    let mut should = replaced(&is, "machine", &machine())?;
    for row in rows {
        should = replaced(&should, &row.row, &markdown(row))?;
    }
    if is != should {
        fs::write(&path, &should).map_err(|error| Refusal::plain(format!("{FILE}: {error}")))?;
    }
    Ok(format!("{FILE}: {} rows", rows.len()))
}

/// The text with other figures between the marks of a row.
fn replaced(text: &str, row: &str, figures: &str) -> Outcome<String> {
    let begin = format!("<!-- {row}: written by `cargo xtask bench` -->\n");
    let end = format!("<!-- /{row} -->");
    text.split_once(&begin)
        .and_then(|(before, rest)| {
            let (_, after) = rest.split_once(&end)?;
            Some(format!("{before}{begin}{figures}{end}{after}"))
        })
        .ok_or_else(|| Refusal::plain(format!("{FILE}: the marks of {row:?} are missing")))
}

/// For whoever waits for it.
pub(super) fn terminal(row: &Measured) -> String {
    format!("\n{} ({} s)\n{}", row.row, row.seconds, tables(row))
}

fn markdown(row: &Measured) -> String {
    let rough = match row.quick {
        true => ", in a quick run: rough",
        false => "",
    };
    let load = row
        .load
        .as_ref()
        .map_or(String::new(), |load| format!(", load {load}"));
    format!(
        "{}\nMeasured {} in {} s{load}{rough}.\n",
        tables(row),
        row.date,
        row.seconds
    )
}

/// The table, what is to be said about its lines, and what was skipped.
fn tables(row: &Measured) -> String {
    let figures = || row.lines.iter().filter_map(Line::figure);
    let notes = Notes::of(figures());
    let cells = figures().map(|figure| cells_of(figure, &notes));
    let cells: Vec<_> = iter::once(HEADINGS.map(str::to_owned))
        .chain(cells)
        .collect();
    let mut remarks = notes.told();
    for why in row.lines.iter().filter_map(Line::skipped) {
        // Writing to a string cannot fail.
        let _ = writeln!(remarks, "- Skipped: {why}");
    }
    let mut table = aligned(&cells);
    if !remarks.is_empty() {
        table = format!("{table}\n{remarks}");
    }
    table
}

fn cells_of(figure: &Figure, notes: &Notes<'_>) -> [String; 8] {
    let shown = |value: Option<f64>| value.map_or(String::new(), number);
    let above = figure.above.map(|above| format!(" ({above:+.2})"));
    let met = figure
        .met
        .map_or("", |met| if met { "yes" } else { "**no**" });
    [
        format!("{}{}", figure.what, notes.mark(figure)),
        figure.against.clone(),
        figure.unit.clone(),
        number(figure.ours),
        shown(figure.theirs),
        shown(figure.ratio) + &above.unwrap_or_default(),
        figure.budget.clone().unwrap_or_default(),
        met.to_owned(),
    ]
}

/// A table of Markdown that can be read as it is.
fn aligned(cells: &[[String; 8]]) -> String {
    let width = |column: usize| {
        let lengths = cells.iter().filter_map(|row| row.get(column));
        lengths.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<_> = (0..HEADINGS.len()).map(width).collect();
    let mut table = String::new();
    for (place, row) in cells.iter().enumerate() {
        for (cell, width) in row.iter().zip(&widths) {
            let _ = write!(table, "| {cell:<width$} ");
        }
        table.push_str("|\n");
        if place == 0 {
            for width in &widths {
                let _ = write!(table, "|{}", "-".repeat(width + 2));
            }
            table.push_str("|\n");
        }
    }
    table
}

/// Three digits that matter, thousands apart.
fn number(value: f64) -> String {
    let places = match value.abs() {
        size if size >= 100.0 || size == 0.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    let text = format!("{value:.places$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        if place > 0 && left % 3 == 0 && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

/// What it was measured on.
fn machine() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let first = |file: &str, name: &str| {
        let text = fs::read_to_string(file).ok()?;
        let line = text.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let processor = first("/proc/cpuinfo", "model name");
    let memory = first("/proc/meminfo", "MemTotal");
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").ok();
    let mut text = format!("- {cores} cores");
    if let Some(processor) = processor {
        let _ = write!(text, ", {processor}");
    }
    if let Some(memory) = memory {
        let _ = write!(text, ", memory {memory}");
    }
    text.push('\n');
    if let Some(kernel) = kernel {
        let _ = writeln!(text, "- Linux {}", kernel.trim());
    }
    for tool in ["rustc", "node", "postgres"] {
        let mut command = std::process::Command::new(tool);
        let version = command.arg("--version").output();
        if let Some(version) = version
            .ok()
            .and_then(|out| String::from_utf8(out.stdout).ok())
        {
            let _ = writeln!(
                text,
                "- {tool} {}",
                version.trim().trim_start_matches("rustc ")
            );
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{number, replaced};

    #[test]
    fn a_number_has_three_digits_that_matter() {
        let shown = [0.1234, 1.234, 12.34, 123.4, 1234.0, 1_234_567.0, -0.5, 0.0].map(number);
        assert_eq!(
            shown,
            [
                "0.123",
                "1.23",
                "12.3",
                "123",
                "1,234",
                "1,234,567",
                "-0.500",
                "0"
            ]
        );
    }

    #[test]
    fn only_what_is_between_the_marks_of_a_row_is_replaced() {
        let marked = |a: &str, b: &str| {
            format!(
                "prose\n<!-- a: written by `cargo xtask bench` -->\n{a}<!-- /a -->\nmore\n\
                 <!-- b: written by `cargo xtask bench` -->\n{b}<!-- /b -->\n"
            )
        };
        let text = replaced(&marked("old\n", "kept\n"), "a", "new\n").unwrap();
        assert_eq!(text, marked("new\n", "kept\n"));
        assert!(replaced(&text, "c", "new\n").is_err());
    }
}
