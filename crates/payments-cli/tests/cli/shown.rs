//! What of a body can be seen in `Debug`, in errors and in the journal.

use ::payments::Name;

#[test]
fn nobody_and_no_secret_shows_and_what_else_does_is_this_list() {
    for name in Name::ALL {
        let shown = payments_conformance::what_is_shown(name.dictionary());
        insta::assert_snapshot!(name.as_str(), shown);
    }
}
