//! SQLite's files: readable by their owner only, and checked to be the same files all the time.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use crate::error::{Error, Result};

/// The file of a database.
#[derive(Clone, Debug)]
pub(crate) struct File {
    path: PathBuf,
    create: bool,
    /// The identity of the file when it was first opened.
    opened: Arc<OnceLock<Identity>>,
}

/// What distinguishes a file from another with the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
}

impl File {
    pub(super) fn new(path: &str, create: bool) -> Self {
        Self {
            path: PathBuf::from(path),
            create,
            opened: Arc::default(),
        }
    }

    /// Creates the file if it is missing and may be created. Once it was opened, it is never
    /// created again: it would be another file.
    ///
    /// A file that is there is never opened here: when a process closes any descriptor of a file,
    /// POSIX takes all locks of that process on the file away. SQLite's other connections would
    /// then go unseen, and the next process that closes the journal would delete the write-ahead
    /// log from under them.
    pub(super) fn prepare(&self) -> Result<()> {
        let fails = |error: io::Error| {
            let what = match error.kind() {
                io::ErrorKind::NotFound => "there is no such file or folder".into(),
                io::ErrorKind::IsADirectory => "it is a folder".into(),
                kind => kind.to_string(),
            };
            Error::Database(format!(
                "unable to open database file {}: {what}",
                self.path.display()
            ))
        };
        match fs::metadata(&self.path) {
            Ok(found) if found.is_dir() => Err(fails(io::ErrorKind::IsADirectory.into())),
            Ok(_) => Ok(()),
            Err(error)
                if error.kind() == io::ErrorKind::NotFound
                    && self.create
                    && self.opened.get().is_none() =>
            {
                match create_private(&self.path) {
                    // Somebody else was faster.
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
                    created => created.map_err(fails),
                }
            }
            Err(error) => Err(fails(error)),
        }
    }

    /// Whether the file under this name is still the one that was opened.
    fn is_the_same(&self) -> bool {
        match (self.opened.get(), identity(&self.path)) {
            (Some(opened), Some(now)) => *opened == now,
            _ => false,
        }
    }
}

/// Creates an empty file that nobody else can read; fails if there is one.
pub(crate) fn make_private(path: &Path) -> Result<()> {
    create_private(path)
        .map_err(|error| Error::NotPossible(format!("{} cannot be made: {error}", path.display())))
}

fn create_private(path: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Fails if the file is not the one opened first: what is written to a deleted or moved file is
/// lost.
pub(super) fn check(file: &File) -> Result<()> {
    if file.opened.get().is_none()
        && let Some(identity) = identity(&file.path)
    {
        // Another connection may have been faster; then its value counts.
        let _ = file.opened.set(identity);
    }
    match file.is_the_same() {
        true => Ok(()),
        false => Err(Error::Database(format!(
            "the file {} is not the one that was opened: it was deleted, moved or replaced",
            file.path.display()
        ))),
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;

    let data = fs::metadata(path).ok()?;
    Some(Identity {
        device: data.dev(),
        inode: data.ino(),
    })
}

/// On other systems an open file cannot be deleted.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    fs::metadata(path).ok()?;
    Some(Identity {
        device: 0,
        inode: 0,
    })
}
