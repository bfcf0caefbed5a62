use std::fmt::Write;

use super::*;

fn page() -> String {
    let mut page =
        String::from("\n# Spans\n\n| span | about | field | tells |\n|---|---|---|---|\n");
    for span in SPANS {
        for (index, (field, tells)) in span.fields.iter().enumerate() {
            let (name, meaning) = match index {
                0 => (format!("`{}`", span.name), span.meaning),
                _ => (String::new(), ""),
            };
            writeln!(page, "| {name} | {meaning} | `{field}` | {tells} |").unwrap();
        }
    }
    page += "\n# Metrics\n\n| name | is a | labels | tells |\n|---|---|---|---|\n";
    for meter in METERS {
        let labels: Vec<_> = meter
            .labels
            .iter()
            .map(|label| format!("`{label}`"))
            .collect();
        let kind = format!("{:?}", meter.kind).to_lowercase();
        let (name, meaning) = (meter.name, meter.meaning);
        writeln!(
            page,
            "| `{name}` | {kind} | {} | {meaning} |",
            labels.join(", ")
        )
        .unwrap();
    }
    page
}

#[test]
fn the_documents_print_every_span_and_every_metric() {
    let page = page();
    if std::env::var_os("UPDATE_TABLE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/observe/table.md");
        std::fs::write(path, &page).unwrap();
    } else {
        let printed = include_str!("table.md");
        assert_eq!(
            page, printed,
            "UPDATE_TABLE=1 cargo test writes it; then read it"
        );
    }
}

#[test]
fn names_follow_the_conventions_of_metrics() {
    for meter in METERS {
        assert!(meter.name.starts_with("payments_"), "{}", meter.name);
        let counter = meter.kind == MeterKind::Counter;
        assert_eq!(meter.name.ends_with("_total"), counter, "{}", meter.name);
        if meter.kind == MeterKind::Histogram {
            assert!(meter.name.ends_with("_seconds"), "{}", meter.name);
        }
    }
}
