//! Lines of the tables in `specs/`, found by the pointers of facts. The files are written by hand,
//! a key on each line, so lines are kept as they are but for the one that changes.

/// The members by which an item of a list is named.
const NAMES: [&str; 6] = ["id", "code", "method", "event", "product", "name"];

/// The line on which a member stands: `/method/ewallet:ovo/minimum`.
pub(super) fn line_of(text: &str, pointer: &str) -> Option<usize> {
    let steps: Vec<_> = pointer.split('/').skip(1).map(unescaped).collect();
    let (key, path) = steps.split_last()?;
    let lines: Vec<_> = text.lines().collect();
    let mut header = String::new();
    let mut named = None::<String>;
    let mut found = None;
    for (index, line) in lines.iter().enumerate() {
        let line = line.trim();
        if let Some(table) = line
            .strip_prefix("[[")
            .and_then(|rest| rest.split("]]").next())
        {
            (header, named) = (table.to_owned(), None);
            found = None;
            continue;
        }
        if let Some(table) = line
            .strip_prefix('[')
            .and_then(|rest| rest.split(']').next())
        {
            // A list of more than one line begins so as well.
            if !line.starts_with("[\"") {
                (header, named) = (table.to_owned(), None);
                found = None;
                continue;
            }
        }
        let Some((name, value)) = line.split_once('=') else {
            continue;
        };
        let (name, value) = (name.trim(), value.trim());
        if NAMES.contains(&name) && named.is_none() {
            named = quoted(value);
        }
        if name == key && !line.starts_with('#') {
            found = Some(index);
        }
        let is_here = match path {
            [] => header.is_empty(),
            [table] => header == *table && (found.is_some()),
            [table, item] => {
                (header == *table && named.as_deref() == Some(item))
                    || header == format!("{table}.{item}")
                    || header == format!("{table}.\"{item}\"")
            }
            _ => false,
        };
        if let (true, Some(line)) = (is_here, found) {
            return Some(line);
        }
    }
    None
}

fn quoted(value: &str) -> Option<String> {
    let rest = value.strip_prefix('"')?;
    rest.split('"').next().map(str::to_owned)
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// The text with another line in the place of one.
pub(super) fn with_line(text: &str, line: usize, new: &str) -> String {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(index, old)| match index == line {
        true => new,
        false => old,
    });
    joined(lines)
}

/// The text with one more line before another.
pub(super) fn with_new_line(text: &str, before: usize, new: &str) -> String {
    let lines = text.lines().enumerate().flat_map(|(index, line)| {
        let new = (index == before).then_some(new);
        new.into_iter().chain([line])
    });
    joined(lines)
}

fn joined<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: &str = "\
provider = \"one\"

[reference]
maximum_length = 50

[[method]]
method = \"qris\"
minimum = 1

[[method]]
method = \"va:bca\"
minimum = 10

[mandates.change_amount]
send_again = true

[void.PENDING]
means = \"pending\"
evidence = \"inferred\"
";

    #[test]
    fn each_pointer_leads_to_its_line() {
        for (pointer, line) in [
            ("/provider", Some(0)),
            ("/reference/maximum_length", Some(3)),
            ("/method/qris/minimum", Some(7)),
            ("/method/va:bca/minimum", Some(11)),
            ("/mandates/change_amount/send_again", Some(14)),
            ("/void/PENDING/evidence", Some(18)),
            ("/method/card/minimum", None),
            ("/reference/punctuation", None),
        ] {
            assert_eq!(line_of(TABLES, pointer), line, "{pointer}");
        }
    }

    #[test]
    fn a_change_leaves_the_other_lines() {
        let changed = with_line(TABLES, 7, "minimum = 2");
        assert_eq!(
            changed,
            TABLES.replace("minimum = 1\n\n[[", "minimum = 2\n\n[[")
        );
        let longer = with_new_line(TABLES, 0, "# new");
        assert_eq!(longer, format!("# new\n{TABLES}"));
    }
}
