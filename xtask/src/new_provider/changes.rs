//! What a command makes and edits: all of it, or nothing.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::refusal::{Outcome, Refusal};

/// What is to be written, found out before anything is.
#[derive(Default)]
pub(super) struct Changes {
    created: Vec<(String, String)>,
    edited: Vec<(String, String)>,
    links: Vec<(String, String)>,
}

/// What was written, and how it was before.
pub(super) struct Done {
    root: PathBuf,
    created: Vec<PathBuf>,
    edited: Vec<(String, String)>,
}

impl Changes {
    pub(super) fn create(&mut self, path: String, text: String) {
        self.created.push((path, text));
    }

    /// A link to `target`, as seen from the link's folder.
    pub(super) fn link(&mut self, path: String, target: String) {
        self.links.push((path, target));
    }

    /// Edits a file, or refuses with its name. A file that is not there has nothing to be edited: a
    /// copy of the project may be a part of it.
    pub(super) fn edit(
        &mut self,
        root: &Path,
        path: &str,
        edit: impl FnOnce(&str) -> Option<String>,
    ) -> Outcome<()> {
        let earlier = self.edited.iter().position(|(edited, _)| edited == path);
        let text = match earlier {
            Some(place) => self.edited.swap_remove(place).1,
            None => match fs::read_to_string(root.join(path)) {
                Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
                text => text.map_err(|why| Refusal::plain(format!("{path}: {why}")))?,
            },
        };
        let edited = edit(&text).ok_or_else(|| {
            Refusal::plain(format!(
                "{path}: the list of providers is not where xtask/src/new_provider/register.rs \
                 looks for it; nothing was changed"
            ))
        })?;
        self.edited.push((path.to_owned(), edited));
        Ok(())
    }

    /// Writes everything; if that fails, everything is as it was.
    pub(super) fn apply(self, root: &Path) -> Outcome<Done> {
        let mut done = Done {
            root: root.to_owned(),
            created: Vec::new(),
            edited: Vec::new(),
        };
        match self.write(&mut done) {
            Ok(()) => Ok(done),
            Err((path, why)) => {
                done.undo();
                Err(Refusal::plain(format!(
                    "{path}: {why}; nothing was changed"
                )))
            }
        }
    }

    fn write(self, done: &mut Done) -> Result<(), (String, io::Error)> {
        for (path, text) in self.created {
            let file = done.place(&path).map_err(|why| (path.clone(), why))?;
            fs::write(file, text).map_err(|why| (path, why))?;
        }
        for (path, target) in self.links {
            let link = done.place(&path).map_err(|why| (path.clone(), why))?;
            link_to(&link, &target).map_err(|why| (path, why))?;
        }
        for (path, text) in self.edited {
            let file = done.root.join(&path);
            let before = fs::read_to_string(&file).map_err(|why| (path.clone(), why))?;
            done.edited.push((path.clone(), before));
            fs::write(file, text).map_err(|why| (path, why))?;
        }
        Ok(())
    }
}

impl Done {
    /// A file that is to be made, in a folder that is there. What is new and topmost is remembered.
    fn place(&mut self, path: &str) -> io::Result<PathBuf> {
        let file = self.root.join(path);
        let folder = file.parent().unwrap_or(&self.root);
        let is_new = |folder: &&Path| !folder.exists();
        let new = folder.ancestors().take_while(is_new).last();
        self.created.push(new.unwrap_or(&file).to_owned());
        fs::create_dir_all(folder)?;
        Ok(file)
    }

    pub(super) fn edited(&self) -> Vec<String> {
        self.edited.iter().map(|(path, _)| path.clone()).collect()
    }

    /// Everything as it was, as far as the disk lets it.
    pub(super) fn undo(self) {
        for created in self.created {
            let _ = match created.is_dir() {
                true => fs::remove_dir_all(created),
                false => fs::remove_file(created),
            };
        }
        for (path, text) in self.edited {
            let _ = fs::write(self.root.join(path), text);
        }
    }
}

#[cfg(unix)]
fn link_to(link: &Path, target: &str) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

/// As a checkout without links has it.
#[cfg(not(unix))]
fn link_to(link: &Path, target: &str) -> io::Result<()> {
    fs::write(link, target)
}
