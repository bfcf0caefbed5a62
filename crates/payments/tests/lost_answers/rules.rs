//! Every provider's tables, whoever wrote its crate.

use payments::{Name, digiswitch};
use payments_conformance::{
    every_code_proves_what_its_table_says, every_lost_answer_is_settled_as_the_table_says,
};

#[test]
fn a_lost_answer_of_every_provider_is_settled_as_its_table_says() {
    for name in Name::ALL {
        every_lost_answer_is_settled_as_the_table_says(name.capabilities());
    }
}

#[test]
fn a_bill_is_never_paid_again_by_itself_and_its_codes_prove_what_the_table_says() {
    let bills = digiswitch::CAPABILITIES.bills.unwrap();
    assert!(!bills.settlement.send_again);
    every_code_proves_what_its_table_says(&digiswitch::DICTIONARY, digiswitch::codes::ALL);
}
