//! Makes progenitor's own client of Fazz's document, to measure it beside ours.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    println!(
        "cargo::rerun-if-changed={}",
        root.join("specs/fazz").display()
    );
    let document = xtask::document(&root, "fazz").map_err(|refusal| refusal.to_string())?;
    let document = serde_json::from_value(document)?;
    let code = progenitor::Generator::default().generate_tokens(&document)?;
    let file = Path::new(&env::var("OUT_DIR")?).join("progenitor.rs");
    fs::write(file, code.to_string())?;
    Ok(())
}
