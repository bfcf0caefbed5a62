//! What is to be said about the lines of a table: each text once, whichever lines it belongs to.

use std::fmt::Write;

use super::figure::Figure;

/// The notes of one table, in the order of its lines.
pub(super) struct Notes<'a> {
    texts: Vec<&'a str>,
    /// Whether there is only one, and every line has it: then none needs a mark.
    of_all: bool,
}

impl<'a> Notes<'a> {
    pub(super) fn of(figures: impl Iterator<Item = &'a Figure>) -> Self {
        let mut texts = Vec::new();
        let mut bare = false;
        for figure in figures {
            match figure.note.as_deref() {
                None => bare = true,
                Some(note) if texts.contains(&note) => {}
                Some(note) => texts.push(note),
            }
        }
        let of_all = texts.len() == 1 && !bare;
        Self { texts, of_all }
    }

    /// What stands behind the name of a line that has a note.
    pub(super) fn mark(&self, figure: &Figure) -> String {
        let note = figure.note.as_deref().filter(|_| !self.of_all);
        let place = note.and_then(|note| self.texts.iter().position(|text| *text == note));
        place.map_or_else(String::new, |place| format!(" {}", raised(place + 1)))
    }

    /// One line for each text, behind its mark.
    pub(super) fn told(&self) -> String {
        let mut told = String::new();
        for (number, text) in (1..).zip(&self.texts) {
            // Writing to a string cannot fail.
            let _ = match self.of_all {
                true => writeln!(told, "- {text}"),
                false => writeln!(told, "- {} {text}", raised(number)),
            };
        }
        told
    }
}

/// A number in digits that no one takes for a part of a name.
fn raised(number: usize) -> String {
    let digits = number.to_string();
    let digits = digits.chars().filter_map(|digit| digit.to_digit(10));
    let raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digits
        .filter_map(|digit| raised.get(usize::try_from(digit).ok()?))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(note: Option<&str>) -> Figure {
        let figure = Figure::new("row", "what", "s", 1.0);
        note.into_iter().fold(figure, Figure::note)
    }

    #[test]
    fn a_text_stands_once_and_its_lines_are_marked() {
        let figures = [Some("slow"), None, Some("noisy"), Some("slow")].map(figure);
        let notes = Notes::of(figures.iter());
        let marks = figures.each_ref().map(|figure| notes.mark(figure));
        assert_eq!(marks, [" ¹", "", " ²", " ¹"]);
        assert_eq!(notes.told(), "- ¹ slow\n- ² noisy\n");
    }

    #[test]
    fn a_text_about_every_line_needs_no_mark() {
        let figures = [Some("slow"), Some("slow")].map(figure);
        let notes = Notes::of(figures.iter());
        assert_eq!(notes.mark(&figures[0]), "");
        assert_eq!(notes.told(), "- slow\n");
    }

    #[test]
    fn there_can_be_more_notes_than_digits() {
        assert_eq!(raised(10), "¹⁰");
    }
}
