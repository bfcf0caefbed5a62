//! A generated folder, which is written and compared as a whole.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use similar::TextDiff;

use crate::refusal::{Outcome, Refusal};

/// The files that a folder should hold, and no others.
pub(crate) struct Folder {
    path: PathBuf,
    /// As shown in messages, from the root of the project.
    shown: String,
    files: BTreeMap<String, String>,
}

impl Folder {
    pub(crate) fn new(root: &Path, shown: &str, files: BTreeMap<String, String>) -> Self {
        Self {
            path: root.join(shown),
            shown: shown.to_owned(),
            files,
        }
    }

    /// Writes changed files and deletes stray ones; returns how many files that were.
    pub(crate) fn write(&self) -> Outcome<usize> {
        fs::create_dir_all(&self.path).map_err(|error| self.failed(&error))?;
        let there = self.there()?;
        let mut changed = 0;
        for stray in there.keys().filter(|name| !self.files.contains_key(*name)) {
            let path = self.path.join(stray);
            let removed = if path.is_dir() {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            removed.map_err(|error| self.failed(&error))?;
            changed += 1;
        }
        for (name, text) in &self.files {
            if there.get(name) != Some(text) {
                fs::write(self.path.join(name), text).map_err(|error| self.failed(&error))?;
                changed += 1;
            }
        }
        Ok(changed)
    }

    /// The difference between the existing and the expected files; empty if there is none.
    pub(crate) fn difference(&self) -> Outcome<String> {
        let there = self.there()?;
        let names: BTreeSet<_> = there.keys().chain(self.files.keys()).collect();
        let nothing = String::new();
        let mut difference = String::new();
        for name in names {
            let (is, should) = (there.get(name), self.files.get(name));
            if is == should {
                continue;
            }
            let path = format!("{}/{name}", self.shown);
            difference += &match (is, should) {
                (Some(_), None) => format!("{path}: a stray file in a generated folder\n"),
                _ => TextDiff::from_lines(is.unwrap_or(&nothing), should.unwrap_or(&nothing))
                    .unified_diff()
                    .context_radius(2)
                    .header(&path, &format!("{path} from specs/"))
                    .to_string(),
            };
        }
        Ok(difference)
    }

    fn there(&self) -> Outcome<BTreeMap<String, String>> {
        let entries = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
            entries => entries.map_err(|error| self.failed(&error))?,
        };
        let mut there = BTreeMap::new();
        for entry in entries {
            let entry = entry.map_err(|error| self.failed(&error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // A folder, or a file that is not text, is stray whatever it contains.
            let text = fs::read_to_string(entry.path()).unwrap_or_default();
            there.insert(name, text);
        }
        Ok(there)
    }

    fn failed(&self, error: &io::Error) -> Refusal {
        Refusal::plain(format!("{}: {error}", self.path.display()))
    }
}
