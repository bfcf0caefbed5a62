//! Test customers, published by Digiflazz; the document only mentions a page "Test Case".
//!
//! Where the document's own sample contradicts the table (127246500105 of `tv`), the sample wins.

/// What becomes of a customer's bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Paid,
    InquiryFails,
    PaymentFails,
    PendingThenPaid,
    PendingThenFailed,
}

use Fate::{InquiryFails, PaymentFails, PendingThenFailed, PendingThenPaid};

#[rustfmt::skip]
const CUSTOMERS: &[(&str, &str, Fate)] = &[
    ("pln", "530000000003", InquiryFails), ("pln", "530000000006", PaymentFails),
    ("pln", "630000000001", PendingThenPaid), ("pln", "630000000002", PendingThenPaid),
    ("pln", "630000000006", PendingThenFailed),
    ("pdam", "1013227", InquiryFails), ("pdam", "1013230", PaymentFails),
    ("pdam", "2013226", PendingThenPaid), ("pdam", "2013230", PendingThenFailed),
    ("hp", "081234554321", InquiryFails), ("hp", "081234554324", PaymentFails),
    ("hp", "081244554320", PendingThenPaid), ("hp", "081244554324", PendingThenFailed),
    ("internet", "6391601002", InquiryFails), ("internet", "6391601005", PaymentFails),
    ("internet", "7391601001", PendingThenPaid), ("internet", "7391601005", PendingThenFailed),
    ("bpjs", "8801234560002", InquiryFails), ("bpjs", "8801234560005", PaymentFails),
    ("bpjs", "9801234560001", PendingThenPaid), ("bpjs", "9801234560005", PendingThenFailed),
    ("multifinance", "6391601202", InquiryFails), ("multifinance", "6391601205", PaymentFails),
    ("multifinance", "7391601201", PendingThenPaid), ("multifinance", "7391601205", PendingThenFailed),
    ("pbb", "329801092375999992", InquiryFails), ("pbb", "329801092375999995", PaymentFails),
    ("pbb", "429801092375999991", PendingThenPaid), ("pbb", "429801092375999995", PendingThenFailed),
    ("pgas", "0110014603", InquiryFails), ("pgas", "0110014605", PaymentFails),
    ("pgas", "1110014601", PendingThenPaid), ("pgas", "1110014602", PendingThenPaid),
    ("pgas", "1110014605", PendingThenFailed),
    ("tv", "127246500102", InquiryFails),
    ("tv", "227246500101", PendingThenPaid), ("tv", "227246500105", PendingThenFailed),
    ("plnnontaglis", "3225030005922", InquiryFails), ("plnnontaglis", "3225030005923", PaymentFails),
    ("plnnontaglis", "4225030005921", PendingThenPaid), ("plnnontaglis", "4225030005923", PendingThenFailed),
    ("emoney", "082100000002", InquiryFails), ("emoney", "082100000003", PaymentFails),
    ("emoney", "082110000001", PendingThenPaid), ("emoney", "082110000003", PendingThenFailed),
    ("samsat", "9658548523568702", InquiryFails), ("samsat", "9658548523568705", PaymentFails),
    ("samsat", "0658548523568701", PendingThenPaid), ("samsat", "0658548523568705", PendingThenFailed),
    ("xld10", "087800001232", PaymentFails), ("xld10", "087800001233", PendingThenPaid),
    ("xld10", "087800001234", PendingThenFailed),
];

/// Whether it is a test customer of the documents, and nobody's own number.
pub(crate) fn is_documented(customer: &str) -> bool {
    let (customer, _identity) = customer.split_once(',').unwrap_or((customer, ""));
    let is_known = |(_, known, _): &(&str, &str, Fate)| *known == customer;
    CUSTOMERS.iter().any(is_known)
        || ["pln", "pgas"]
            .iter()
            .any(|code| owes_two_sheets(code, customer))
}

/// Any customer that is not in the table is paid for at once.
pub(super) fn fate(code: &str, customer: &str) -> Fate {
    // SAMSAT's customers carry an identity number after a comma.
    let (customer, _identity) = customer.split_once(',').unwrap_or((customer, ""));
    CUSTOMERS
        .iter()
        .find(|(known_code, known, _)| *known_code == code && *known == customer)
        .map_or(Fate::Paid, |(_, _, fate)| *fate)
}

/// Two customers of electricity and of gas, whether paid at once or later, owe two months.
pub(super) fn owes_two_sheets(code: &str, customer: &str) -> bool {
    matches!(
        (code, customer),
        ("pln", "530000000002" | "630000000002") | ("pgas", "0110014602" | "1110014602")
    )
}
