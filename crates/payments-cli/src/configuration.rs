//! The settings of the clients: the environment, over a file if one is named.

use std::{fs, path::Path, sync::OnceLock};

use payments::Settings;

use crate::{failure::Failure, output::talk};

static OF_FILE: OnceLock<Settings> = OnceLock::new();

/// Reads the file for all of this process. No file is read that nobody named: one that lies in the
/// current folder could send keys of the environment to another host.
pub(crate) fn read(file: &Path) -> Result<(), Failure> {
    let shown = file.display();
    let text = fs::read_to_string(file)
        .map_err(|why| Failure::failed(format!("{shown} cannot be read")).caused_by(why))?;
    let settings = Settings::from_toml(&text)
        .map_err(|why| Failure::usage(format!("{shown} is not understood")).caused_by(why))?;
    if others_may_read(file) {
        talk(&format!(
            "warning: other users of this machine may read {shown}: chmod 600 {shown}"
        ));
    }
    // It is read once, before anything else is done.
    let _ = OF_FILE.set(settings.environment_first());
    Ok(())
}

/// What the clients are set up with.
pub(crate) fn settings() -> Settings {
    OF_FILE.get().cloned().unwrap_or_else(Settings::from_env)
}

#[cfg(unix)]
fn others_may_read(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn others_may_read(_: &Path) -> bool {
    false
}
