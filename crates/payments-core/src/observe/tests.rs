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
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/observe/table.md");
    payments_printed::is_printed(&page(), file);
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
