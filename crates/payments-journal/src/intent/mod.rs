//! What is recorded of an instruction: the row, the steps of its history, and the public view. No
//! I/O here.

mod entry;
mod fingerprint;
mod note;
mod row;
mod step;
mod what;
mod written;

pub use entry::{Entry, LastError, Reason, State};
pub(crate) use fingerprint::{Fingerprint, values};
pub(crate) use note::Note;
pub(crate) use payments_core::retry::later;
pub(crate) use row::Row;
pub use step::Step;
pub use what::What;
pub(crate) use written::{About, essence, query, read_answer, settled, stripped, written};
