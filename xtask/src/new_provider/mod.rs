//! `cargo xtask new-provider NAME`: a provider that compiles and holds only examples of facts, and
//! its registrations.
//!
//! The templates are files of `xtask/templates/provider/`, about a provider called Exampleco. Each
//! placeholder is marked, so that `incomplete` finds what nobody has replaced.

mod changes;
mod complete;
mod name;
mod register;
mod taken;
mod templates;

use std::{path::Path, process::Command};

pub use complete::incomplete;

use crate::refusal::Outcome;
use changes::Changes;
use name::Name;

/// Makes a provider. Nothing is left behind if it refuses.
pub fn run(root: &Path, name: &str) -> Outcome<String> {
    let name = Name::new(name)?;
    taken::refuse(root, &name)?;
    let mut changes = Changes::default();
    for file in templates::files(root, &name)? {
        changes.create(file.path, file.text);
    }
    register::all(root, &name, &mut changes)?;
    let done = changes.apply(root)?;
    let finished = finish(root, &name);
    if let Err(refusal) = finished {
        done.undo();
        // What was generated of it is gone with its folders; the tables of all are made again.
        crate::regen(root)?;
        return Err(refusal);
    }
    Ok(told(&name, &done.edited()))
}

fn finish(root: &Path, name: &Name) -> Outcome<()> {
    crate::regen(root)?;
    let (folder, module) = (name.crate_folder(), name.sandbox_folder());
    let files = [
        format!("{folder}/src/lib.rs"),
        format!("{folder}/tests/specification.rs"),
        format!("{folder}/tests/forged.rs"),
        format!("{module}/mod.rs"),
        name.scenarios(),
    ];
    // A name of another length wraps elsewhere. Without rustfmt, `cargo fmt --check` tells.
    let _ = Command::new("rustfmt")
        .current_dir(root)
        .args(["--edition", "2024"])
        .args(files)
        .status();
    lock(root);
    Ok(())
}

/// Lets Cargo put the crate into the lock file; where it cannot, its next run does.
fn lock(root: &Path) {
    if root.join("Cargo.lock").exists() {
        let _ = Command::new("cargo")
            .current_dir(root)
            .args(["update", "--workspace", "--offline"])
            .output();
    }
}

fn told(name: &Name, edited: &[String]) -> String {
    let (lower, camel) = (&name.lower, &name.camel);
    let (edited, scenarios) = (edited.join("\n  "), name.scenarios());
    format!(
        "made {camel}: specs/{lower}/, crates/payments-{lower}/, \
         crates/payments-sandbox/src/{lower}/, {scenarios}\n\
         edited:\n  {edited}\n\
         next:\n  \
         cargo check --workspace\n  \
         cargo test -p xtask --test complete    # what to fill in, and where to name it\n  \
         after each change of specs/{lower}/: cargo xtask regen\n  \
         at the end, look at and take the snapshots that list providers:\n  \
         INSTA_UPDATE=always cargo test -p xtask --test traps\n  \
         INSTA_UPDATE=always cargo test -p payments-cli --test cli"
    )
}
