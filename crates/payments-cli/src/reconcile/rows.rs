//! The rows of a file, one after another.

use std::{io::Read, path::Path, rc::Rc};

use csv::{ByteRecord, ErrorKind, ReaderBuilder};
use payments::{Money, PaymentStatus, printable};
use payments_journal::{Lists, Reported};

use super::{
    cells::{self, at_line, unreadable},
    columns::Columns,
    text::{self, Bounded, Gauge, LARGEST_ROW},
};
use crate::failure::Failure;

/// The rows of a file whose header was read.
pub(super) struct Rows<R> {
    lines: Lines<R>,
    columns: Columns,
    places: Places,
    /// Rows that are no payments, as the person says who wrote the columns down.
    pub(super) skipped: u64,
}

/// Where each column is.
struct Places {
    /// How many columns there are.
    count: usize,
    reference: usize,
    provider_id: Option<usize>,
    amount: Option<usize>,
    fee: Option<usize>,
    cost: Option<usize>,
    status: Option<usize>,
    at: Option<usize>,
}

/// Opens a file and reads its header.
pub(super) fn open(path: &Path, columns: Columns) -> Result<Rows<impl Read + use<>>, Failure> {
    let (bytes, gauge) = text::open(path)?;
    let mut lines = Lines::new(bytes, gauge, columns.separator);
    loop {
        if !lines.next()? {
            return Err(unreadable(format!(
                "the file has no header: expected the names of the columns in line {}",
                columns.header_line
            )));
        }
        if lines.number >= columns.header_line {
            break;
        }
    }
    let places = Places::of(&lines, &columns)?;
    Ok(Rows {
        lines,
        columns,
        places,
        skipped: 0,
    })
}

impl Places {
    fn of(lines: &Lines<impl Read>, columns: &Columns) -> Result<Self, Failure> {
        let place = |name: &str| -> Result<usize, Failure> {
            let named = |cell: &[u8]| cell.trim_ascii() == name.trim().as_bytes();
            let header = lines.record.iter().enumerate();
            let mut places = header.filter_map(|(place, cell)| named(cell).then_some(place));
            let shown = printable::code(name);
            match (places.next(), places.next()) {
                (Some(place), None) => Ok(place),
                (None, _) => Err(at_line(
                    lines.number,
                    &format!("no column is named {shown:?}; is the separator right?"),
                )),
                (Some(_), Some(_)) => Err(at_line(
                    lines.number,
                    &format!("several columns are named {shown:?}: which of them is meant?"),
                )),
            }
        };
        let maybe = |name: &Option<String>| name.as_deref().map(place).transpose();
        let names = &columns.names;
        Ok(Self {
            count: lines.record.len(),
            reference: place(&names.reference)?,
            provider_id: maybe(&names.provider_id)?,
            amount: maybe(&names.amount)?,
            fee: maybe(&names.fee)?,
            cost: maybe(&names.cost)?,
            status: maybe(&names.status)?,
            at: maybe(&names.at)?,
        })
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Reported, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.lines.next() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(failure) => return Some(Err(failure)),
            }
            match self.row() {
                Ok(Some(row)) => return Some(Ok(row)),
                Ok(None) => self.skipped += 1,
                Err(why) => return Some(Err(at_line(self.lines.number, &why))),
            }
        }
    }
}

impl<R: Read> Rows<R> {
    /// The row that was read last; `None` if it is no payment.
    fn row(&self) -> Result<Option<Reported>, String> {
        let (places, names) = (&self.places, &self.columns.names);
        let count = self.lines.record.len();
        if count != places.count {
            return Err(format!(
                "it has {count} columns, and the header has {}",
                places.count
            ));
        }
        let Some(status) = self.status()? else {
            return Ok(None);
        };
        let reference = self.cell(Some(places.reference), Some(&names.reference))?;
        let reference = cells::id(reference.unwrap_or_default())?;
        let mut row = Reported::new(self.lines.number, reference);
        row.status = status;
        let id = self.cell(places.provider_id, names.provider_id.as_ref())?;
        row.provider_id = id.map(cells::id).transpose()?.map(str::to_owned);
        row.amount = self.money(places.amount, names.amount.as_ref(), false)?;
        if places.amount.is_some() && row.amount.is_none() {
            return Err("it has no amount".into());
        }
        row.fee = self.money(places.fee, names.fee.as_ref(), true)?;
        row.cost = self.money(places.cost, names.cost.as_ref(), true)?;
        let at = self.cell(places.at, names.at.as_ref())?;
        row.at = at.map(|text| self.columns.times.read(text)).transpose()?;
        Ok(Some(row))
    }

    /// What the status of the row means, if it says one; `None` if it is to be skipped.
    fn status(&self) -> Result<Option<Option<PaymentStatus>>, String> {
        let name = self.columns.names.status.as_ref();
        if name.is_none() {
            // A file of what was paid says so by listing it.
            let paid = self.columns.lists == Lists::Paid;
            return Ok(Some(paid.then_some(PaymentStatus::Paid)));
        }
        let word = self.cell(self.places.status, name)?;
        let word = word.ok_or("it has no status")?;
        let meaning = self.columns.statuses.get(word).ok_or_else(|| {
            format!(
                "nobody has said what the status {:?} means: add it to [statuses]",
                printable::message(word)
            )
        })?;
        Ok(meaning.status().map(Some))
    }

    /// A cell; `None` if it is empty or there is no such column.
    fn cell(&self, place: Option<usize>, name: Option<&String>) -> Result<Option<&str>, String> {
        let cell = place.and_then(|place| self.lines.record.get(place));
        let name = name.map_or("", String::as_str);
        let read = cell.map_or(Ok(None), cells::text);
        read.map_err(|why| format!("{}: {why}", printable::code(name)))
    }

    fn money(
        &self,
        place: Option<usize>,
        name: Option<&String>,
        is_fee: bool,
    ) -> Result<Option<Money>, String> {
        let Some(text) = self.cell(place, name)? else {
            return Ok(None);
        };
        match is_fee {
            true => self.columns.amounts.fee(text).map(Some),
            false => self.columns.amounts.read(text).map(Some),
        }
    }
}

/// The records of a file, one at a time.
struct Lines<R> {
    reader: csv::Reader<Bounded<R>>,
    gauge: Rc<Gauge>,
    record: ByteRecord,
    /// The line in which the record begins.
    number: u64,
    /// Whether a cell of the record has more than one line.
    has_lines: bool,
}

impl<R: Read> Lines<R> {
    fn new(bytes: Bounded<R>, gauge: Rc<Gauge>, separator: u8) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            // Both are checked here, with names and lines.
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes);
        Self {
            reader,
            gauge,
            record: ByteRecord::new(),
            number: 1,
            has_lines: false,
        }
    }

    /// Reads the next record; false at the end of the file.
    fn next(&mut self) -> Result<bool, Failure> {
        self.gauge.next_row();
        let (before, place) = (self.number, self.reader.position().byte());
        let there = self.reader.read_byte_record(&mut self.record);
        self.number = self.gauge.line_of(place);
        let there = there.map_err(|error| match error.into_kind() {
            ErrorKind::Io(error) if error.kind() == std::io::ErrorKind::FileTooLarge => at_line(
                self.number,
                &format!("the row is larger than {LARGEST_ROW} bytes: is a quotation mark open?"),
            ),
            ErrorKind::Io(error) => unreadable("the file cannot be read").caused_by(error),
            _ => at_line(self.number, "the row cannot be read"),
        })?;
        // The parser takes the end of the file for a closing quotation mark.
        if !there && self.has_lines && !self.gauge.is_closed() {
            return Err(at_line(
                before,
                "a quotation mark is opened and never closed",
            ));
        }
        self.has_lines = self.record.iter().any(|cell| cell.contains(&b'\n'));
        Ok(there)
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, io::Write};

    use super::*;
    use crate::reconcile::{
        amounts::Amounts,
        columns::{Meaning, Names},
        times::Times,
    };

    /// A column for each member; the status is OK, or NO for what is no payment.
    fn columns() -> Columns {
        let name = |name: &str| Some(name.to_owned());
        let statuses = [("OK", Meaning::Paid), ("NO", Meaning::Skip)];
        let amounts = "decimal = ','\nthousands = '.'\n";
        Columns {
            lists: Lists::Paid,
            separator: b';',
            header_line: 1,
            names: Names {
                reference: "Ref".into(),
                provider_id: None,
                amount: name("Nominal"),
                fee: None,
                cost: None,
                status: name("Status"),
                at: None,
            },
            amounts: toml::from_str::<Amounts>(amounts).unwrap(),
            times: Times::Rfc3339,
            statuses: BTreeMap::from(statuses.map(|(word, is)| (word.to_owned(), is))),
        }
    }

    /// Each row as `line reference amount`, and the last failure.
    fn read(bytes: &[u8]) -> (Vec<String>, Option<String>) {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        let mut rows = match open(file.path(), columns()) {
            Ok(rows) => rows,
            Err(failure) => return (Vec::new(), Some(failure.message)),
        };
        let mut read = Vec::new();
        for row in &mut rows {
            match row {
                Ok(row) => {
                    let amount = row.amount.unwrap();
                    read.push(format!("{} {} {amount}", row.line, row.reference));
                }
                Err(failure) => return (read, Some(failure.message)),
            }
        }
        (read, None)
    }

    fn good(text: &str) -> Vec<String> {
        let (rows, failure) = read(text.as_bytes());
        assert_eq!(failure, None, "{text}");
        rows
    }

    fn wrong(text: &str) -> String {
        read(text.as_bytes()).1.expect(text)
    }

    const HEADER: &str = "Ref;Nama;Nominal;Status\n";

    #[test]
    fn rows_keep_the_line_in_which_they_begin_whatever_is_quoted() {
        let rows = "a;\"Jl. Satu\nJakarta\r\n\"\"Timur\"\"\";10.500,00;OK\n\nb;x;1;OK\r\n\r\nc;;2;NO\r\n\
            d;;3;OK\re;;4;OK";
        assert_eq!(
            good(&format!("\u{feff}{HEADER}{rows}")),
            ["2 a IDR 10500", "6 b IDR 1", "9 d IDR 3", "10 e IDR 4"]
        );
        assert_eq!(good(HEADER), Vec::<String>::new());
    }

    #[test]
    fn a_cell_that_is_not_used_may_hold_anything() {
        let mut bytes = HEADER.as_bytes().to_vec();
        bytes.extend(b"a;caf\xe9 \x1b[31m =1+1 'x 1E+9;5;OK\n");
        assert_eq!(read(&bytes), (vec!["2 a IDR 5".into()], None));
    }

    #[test]
    fn what_cannot_be_read_exactly_is_told_with_its_line() {
        for (row, told) in [
            ("a;x;1,23E+07;OK", "shortened"),
            ("1,23457E+15;x;1;OK", "shortened"),
            ("'0812;x;1;OK", "apostrophe"),
            ("a;x;10,500.00;OK", "[amounts]"),
            ("a;x;-1;OK", "less than 0"),
            ("a;x;;OK", "no amount"),
            ("a;x;1;SUKSES", "[statuses]"),
            ("a;x;1;", "no status"),
            ("a;x;1", "3 columns"),
            ("a;x;y;1;OK", "5 columns"),
        ] {
            let why = wrong(&format!("{HEADER}ok;x;1;OK\n{row}\n"));
            assert!(
                why.starts_with("line 3: ") && why.contains(told),
                "{row}: {why}"
            );
        }
        let mut bytes = format!("{HEADER}ok;x;1;OK\n").into_bytes();
        bytes.extend(b"caf\xe9;x;1;OK\n");
        let why = read(&bytes).1.unwrap();
        assert!(
            why.starts_with("line 3: Ref: ") && why.contains("UTF-8"),
            "{why}"
        );
    }

    #[test]
    fn a_file_without_a_usable_header_is_refused() {
        for (text, told) in [
            ("", "no header"),
            ("\u{feff}", "no header"),
            ("\n\n\n", "no header"),
            ("Ref,Nama,Nominal,Status\n", "separator"),
            (
                "Ref;Ref;Nominal;Status\n",
                "several columns are named \"Ref\"",
            ),
            ("Ref;Nominal;\n", "no column is named \"Status\""),
            ("\u{1}PK", "no column"),
        ] {
            let why = wrong(text);
            assert!(why.contains(told), "{text:?}: {why}");
        }
        // Two columns that are not used may have one name.
        assert_eq!(good("Ref;x;x;Nominal;Status\na;;;1;OK\n"), ["2 a IDR 1"]);
        for (bytes, told) in [
            (&b"\xff\xfeR\0e\0"[..], "UTF-16"),
            (b"PK\x03\x04", "workbook"),
        ] {
            let why = read(bytes).1.unwrap();
            assert!(why.contains(told), "{why}");
        }
    }

    #[test]
    fn a_row_without_an_end_is_refused_and_not_held_in_memory() {
        let columns = ";".repeat(2 * LARGEST_ROW);
        assert!(wrong(&format!("{HEADER}a{columns}")).contains("line 2: the row is larger"));
        assert!(wrong(&format!("Ref{columns}")).contains("line 1: the row is larger"));
        let open = format!("{HEADER}a;\"{};1;OK\n", "x".repeat(2 * LARGEST_ROW));
        assert!(wrong(&open).contains("is a quotation mark open"));
        // Nobody reads the cell that is now the text of all rows after it.
        let swallowed = "Ref;Nominal;Status;Nama\na;1;OK;x\nb;1;OK;\"x\nc;1;OK;x\n";
        assert!(wrong(swallowed).contains("line 3: a quotation mark"));
    }

    #[test]
    fn a_million_columns_are_read_or_refused_within_the_bound() {
        let names = ";x".repeat(400_000);
        let cells = ";1".repeat(400_000);
        let text = format!("Ref;Nominal;Status{names}\na;1;OK{cells}\n");
        assert_eq!(good(&text), ["2 a IDR 1"]);
        let names = ";x".repeat(1_000_000);
        assert!(wrong(&format!("Ref;Nominal;Status{names}\n")).contains("line 1"));
    }
}
