//! What tests over all providers send is a request that each of them takes.

#![allow(clippy::panic)]

use payments::Name;
use payments_conformance::sample_by;

#[test]
fn every_provider_of_payments_takes_a_sample_of_each_of_its_methods() {
    let mut taken = 0;
    for name in Name::ALL {
        let capabilities = name.capabilities();
        for method in capabilities.methods {
            let request = sample_by(capabilities, method.method);
            let checked = capabilities.check(&request);
            checked.unwrap_or_else(|error| panic!("{name} {}: {error}", method.method));
            taken += 1;
        }
    }
    assert!(taken > 20, "{taken}");
}
