//! What `cargo build --timings` says of each crate.

use std::{fs, path::Path};

use serde::Deserialize;

use crate::refusal::{Outcome, Refusal};

/// How long the compiler was at one crate.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Unit {
    pub(super) name: String,
    /// Seconds; on a busy machine, with the waiting for a core.
    pub(super) duration: f64,
}

/// The units of the last build into a target folder. Its report for machines is not stable, so they
/// are taken out of the page.
pub(super) fn units(target: &Path) -> Outcome<Vec<Unit>> {
    let file = target.join("cargo-timings/cargo-timing.html");
    let unreadable =
        |why: &dyn std::fmt::Display| Refusal::plain(format!("{}: {why}", file.display()));
    let page = fs::read_to_string(&file).map_err(|error| unreadable(&error))?;
    read(&page).map_err(|error| unreadable(&error))
}

fn read(page: &str) -> Result<Vec<Unit>, String> {
    let (_, data) = page
        .split_once("const UNIT_DATA = ")
        .ok_or("no UNIT_DATA in it")?;
    let mut values = serde_json::Deserializer::from_str(data).into_iter();
    match values.next() {
        Some(units) => units.map_err(|error| error.to_string()),
        None => Err("nothing after UNIT_DATA".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_units_are_taken_out_of_the_page() {
        let page = "<script>const UNIT_DATA = [\n{\"i\": 0, \"name\": \"a\", \"duration\": 1.5}\n];\nconst B = [];";
        let units = read(page).unwrap();
        assert_eq!((units[0].name.as_str(), units[0].duration), ("a", 1.5));
        assert!(read("<script></script>").is_err());
    }
}
