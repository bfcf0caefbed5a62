//! What a shell and `man` know of this program, from the same definitions as its help.

use std::{fs, io, path::Path};

use clap::Command;
use clap_complete::Shell;

use crate::{failure::Failure, output::raw};

/// Prints the completions of a shell.
pub(crate) fn completions(shell: Shell, command: &mut Command) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, command, "payments", &mut script);
    raw(&script)
}

/// Prints the first manual page, or writes all of them into a folder.
pub(crate) fn man(folder: Option<&Path>, command: Command) -> Result<(), Failure> {
    let Some(folder) = folder else {
        let mut page = Vec::new();
        // As in the folder, where `help` has no page.
        let command = command.disable_help_subcommand(true);
        let rendered = clap_mangen::Man::new(command).render(&mut page);
        return rendered.map_err(unwritten).and_then(|()| raw(&page));
    };
    fs::create_dir_all(folder).map_err(unwritten)?;
    clap_mangen::generate_to(command, folder).map_err(unwritten)
}

fn unwritten(why: io::Error) -> Failure {
    Failure::failed("the manual pages cannot be written").caused_by(why)
}
