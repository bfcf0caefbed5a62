//! Where a provider is listed outside of its own folders. Lists are sorted, and stay so.

use std::path::Path;

use super::{changes::Changes, name::Name};
use crate::{origin::of_workspace, refusal::Outcome};

pub(super) fn all(root: &Path, name: &Name, changes: &mut Changes) -> Outcome<()> {
    let lower = &name.lower;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let link = format!("{}/{licence}", name.crate_folder());
        changes.link(link, format!("../../{licence}"));
    }
    let version = of_workspace(root, "version")?;
    changes.edit(root, "Cargo.toml", |text| {
        let path = format!("crates/payments-{lower}");
        let line = format!(
            "payments-{lower} = {{ path = \"{path}\", version = \"{version}\", default-features = false }}"
        );
        with_line(text, &line, |line| line.starts_with("payments-"))
    })?;
    changes.edit(root, "crates/payments/Cargo.toml", |text| {
        let text = with_line(
            text,
            &format!("{lower} = [\"dep:payments-{lower}\"]"),
            |line| line.contains(" = [\"dep:payments-"),
        )?;
        let text = with_word(&text, &format!("\"{lower}\""), |line| {
            line.starts_with("all = [")
        })?;
        let text = with_line(
            &text,
            &format!("  \"payments-{lower}?/dictionary\","),
            |line| line.ends_with("?/dictionary\","),
        )?;
        let text = with_line(&text, &format!("  \"payments-{lower}?/rustls\","), |line| {
            line.ends_with("?/rustls\",")
        })?;
        let line = format!("payments-{lower} = {{ workspace = true, optional = true }}");
        with_line(&text, &line, |line| {
            let is_shared = ["payments-core", "payments-provider"]
                .iter()
                .any(|one| *line == format!("{one}.workspace = true"));
            let is_provider = line.starts_with("payments-")
                && line.ends_with("= { workspace = true, optional = true }");
            is_provider || is_shared
        })
    })?;
    changes.edit(root, "crates/payments/src/name.rs", |text| {
        let camel = &name.camel;
        let line = format!("    \"{lower}\" {camel}: payments_{lower}::{camel}, of_payments;");
        let title = format!("    /// {camel}.");
        with_lines(text, &line, Some(&title), |line| {
            line.starts_with("    \"") && line.ends_with(';')
        })
    })?;
    changes.edit(root, "crates/payments/src/lib.rs", |text| {
        // The last one of the list has no comma behind it.
        let (last, comma) = ("\"\n    )),", "\",\n    )),");
        let open = text.replacen(last, comma, 1);
        let text = with_line(&open, &format!("        feature = \"{lower}\","), |line| {
            line.starts_with("        feature = \"")
        })?;
        let text = text.replacen(comma, last, 1);
        let line = format!("pub use payments_{lower} as {lower};");
        let attribute = format!("#[cfg(feature = \"{lower}\")]");
        with_lines(&text, &line, Some(&attribute), |line| {
            let is_other = ["payments_core", "payments_provider"]
                .iter()
                .any(|one| line.contains(one));
            line.starts_with("pub use payments_") && line.contains(" as ") && !is_other
        })
    })?;
    changes.edit(root, "crates/payments-sandbox/src/lib.rs", |text| {
        with_line(text, &format!("mod {lower};"), |line| {
            line.starts_with("mod ") && line.ends_with(';')
        })
    })?;
    changes.edit(root, "crates/payments-sandbox/src/registry.rs", |text| {
        let line = format!("    &crate::{lower}::{},", name.camel);
        with_line(text, &line, |line| line.starts_with("    &crate::"))
    })?;
    changes.edit(
        root,
        "crates/payments-verify/src/scenarios/mod.rs",
        |text| {
            let text = with_line(text, &format!("mod {lower};"), |line| {
                line.starts_with("mod ") && line.ends_with(';')
            })?;
            let line = format!("        Name::{} => {lower}::SCENARIOS,", name.camel);
            with_line(&text, &line, |line| line.ends_with("::SCENARIOS,"))
        },
    )?;
    for form in ["provider_differs", "wrong_outcome"] {
        let path = format!(".github/ISSUE_TEMPLATE/{form}.yml");
        changes.edit(root, &path, |text| {
            with_word(text, &name.camel, |line| {
                line.contains("options: [") && line.contains("Ciputra")
            })
        })?;
    }
    changes.edit(root, "llms.txt", |text| {
        let line = format!("- [payments-{lower}](https://docs.rs/payments-{lower})");
        with_line(text, &line, |line| {
            line.starts_with("- [payments-") && line.ends_with(')')
        })
    })
}

/// The text with one more line in a sorted list, whose lines are those that `is_entry` takes.
fn with_line(text: &str, line: &str, is_entry: impl Fn(&str) -> bool) -> Option<String> {
    with_lines(text, line, None, is_entry)
}

/// The same, where a line above belongs to each entry: an attribute, or a comment.
fn with_lines(
    text: &str,
    line: &str,
    above: Option<&str>,
    is_entry: impl Fn(&str) -> bool,
) -> Option<String> {
    let mut lines: Vec<_> = text.lines().collect();
    let entries: Vec<_> = (0..lines.len()).filter(|at| is_entry(lines[*at])).collect();
    let after = entries.iter().find(|at| lines[**at] > line);
    let place = match after {
        Some(at) => {
            let belongs = |line: &str| line.trim_start().starts_with(['#', '/']);
            let above = (0..*at).rev().take_while(|above| belongs(lines[*above]));
            above.last().unwrap_or(*at)
        }
        None => entries.last()? + 1,
    };
    let new: Vec<_> = above.into_iter().chain([line]).collect();
    lines.splice(place..place, new);
    Some(lines.join("\n") + "\n")
}

/// The text with one more word in the list on a line, before the first that sorts after it. What
/// begins with a small letter is no name, and stays at the end.
fn with_word(text: &str, word: &str, is_list: impl Fn(&str) -> bool) -> Option<String> {
    let line = text.lines().find(|line| is_list(line))?;
    let (before, rest) = line.split_once('[')?;
    let (listed, after) = rest.split_once(']')?;
    let mut words: Vec<_> = listed.split(", ").collect();
    let is_name = |one: &str| one.starts_with(|first: char| first == '"' || first.is_uppercase());
    let place = words
        .iter()
        .position(|one| !is_name(one) || one.to_lowercase() > word.to_lowercase());
    words.insert(place.unwrap_or(words.len()), word);
    let list = format!("{before}[{}]{after}", words.join(", "));
    Some(text.replacen(line, &list, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_where_it_belongs_with_what_is_above_it() {
        let text = "a\n#[x]\nmod b;\nmod c;\n\nrest\n";
        let is_entry = |line: &str| line.starts_with("mod ");
        let with = |line| with_line(text, line, is_entry).unwrap();
        assert_eq!(with("mod a;"), "a\nmod a;\n#[x]\nmod b;\nmod c;\n\nrest\n");
        assert_eq!(
            with("mod bb;"),
            "a\n#[x]\nmod b;\nmod bb;\nmod c;\n\nrest\n"
        );
        assert_eq!(with("mod d;"), "a\n#[x]\nmod b;\nmod c;\nmod d;\n\nrest\n");
        assert_eq!(with_line("nothing", "mod d;", is_entry), None);
    }

    #[test]
    fn a_word_comes_where_it_belongs_and_before_what_is_no_name() {
        let form = "options: [Ciputra, RPI, none of them]\n";
        let with = |text: &str, word| with_word(text, word, |line| line.contains("RPI")).unwrap();
        let acme = with(form, "Acme");
        assert_eq!(acme, "options: [Acme, Ciputra, RPI, none of them]\n");
        assert_eq!(
            with(&acme, "Xyz"),
            "options: [Acme, Ciputra, RPI, Xyz, none of them]\n"
        );
        let all = with_word("[x]\nall = [\"b\"]\n", "\"c\"", |line| {
            line.starts_with("all")
        });
        assert_eq!(all.unwrap(), "[x]\nall = [\"b\", \"c\"]\n");
    }
}
