//! What a registry gets of each crate: its sources, its README and the texts of both licences.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use std::{fs, path::Path, process::Command};

fn listed(root: &Path, name: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(root)
        .args([
            "package",
            "--list",
            "--allow-dirty",
            "--locked",
            "--offline",
        ])
        .args(["--package", name])
        .output()
        .unwrap();
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {wrong}");
    let listed = String::from_utf8(output.stdout).unwrap();
    // Windows has another separator.
    listed.lines().map(|file| file.replace('\\', "/")).collect()
}

#[test]
fn every_package_holds_both_licences_and_nothing_that_does_not_compile_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut packages = 0;
    for entry in fs::read_dir(root.join("crates")).unwrap() {
        let folder = entry.unwrap().path();
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        if manifest["package"].get("publish").is_some() {
            continue;
        }
        let name = manifest["package"]["name"].as_str().unwrap();
        let files = listed(root, name);
        for file in ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "Cargo.toml"] {
            assert!(files.iter().any(|there| there == file), "{name}: no {file}");
        }
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            // A link, which a checkout on Windows may have as a file that names its target.
            let text = fs::read_to_string(folder.join(licence)).unwrap();
            let whole = fs::read_to_string(root.join(licence)).unwrap();
            assert!(
                text == whole || cfg!(windows) && text.trim() == format!("../../{licence}"),
                "{name}: another {licence}"
            );
        }
        let foreign = files.iter().find(|file| file.starts_with("tests/"));
        assert_eq!(foreign, None, "{name}: tests need what no registry has");
        packages += 1;
    }
    assert!(packages > 10, "only {packages} packages were looked at");
}
