//! Tables that tests print and the documents include: the decision of a retry, the judgement of an
//! answer, spans and metrics. It depends on nothing, so that the core can use it in its tests.

#![allow(clippy::panic)]

use std::{env, fs};

/// With this variable set, the tables are written in place of being compared.
const UPDATE: &str = "UPDATE_TABLE";

/// Fails if the file is not this page. `UPDATE_TABLE=1 cargo test` writes it.
#[track_caller]
pub fn is_printed(page: &str, file: &str) {
    if env::var_os(UPDATE).is_some() {
        fs::write(file, page).unwrap_or_else(|why| panic!("{file}: {why}"));
        return;
    }
    let printed = fs::read_to_string(file).unwrap_or_else(|why| panic!("{file}: {why}"));
    assert_eq!(
        page, printed,
        "{UPDATE}=1 cargo test writes {file}; then read it"
    );
}
