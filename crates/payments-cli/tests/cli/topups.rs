//! `payments topup`.

use std::process::Output;

use crate::{Sandbox, json_of, text};

const SALE: [&str; 7] = [
    "digiswitch",
    "--reference",
    "sale-1",
    "--product",
    "xld10",
    "--customer",
    "087800001230",
];

impl Sandbox {
    fn topup(&self, command: &str, arguments: &[&str]) -> Output {
        self.run(&[&["topup", command], arguments].concat())
    }

    fn balance(&self) -> u64 {
        let told = json_of(&self.topup("balance", &["digiswitch", "--json"]));
        let amount = told["balance"]["amount"].as_str().unwrap();
        amount.parse().unwrap()
    }
}

#[test]
fn a_product_is_listed_and_sold_once_out_of_the_deposit() {
    let sandbox = Sandbox::start();
    let folder = tempfile::tempdir().unwrap();
    let journal = format!("sqlite://{}", folder.path().join("journal.db").display());
    let listed = json_of(&sandbox.topup("prices", &["digiswitch", "--json"]));
    let product = &listed["products"][0];
    assert_eq!(
        (&product["product"], &product["is_sold"]),
        (&"xld10".into(), &true.into())
    );
    let price: u64 = product["price"]["amount"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let human = sandbox.topup("prices", &["digiswitch", "--product", "xld10"]);
    assert!(
        text(&human.stdout).contains(&format!("IDR {price}")),
        "{human:?}"
    );

    let before = sandbox.balance();
    for _ in 0..2 {
        let with_journal = ["--journal", &journal, "--json"];
        let sold = sandbox.topup("buy", &[&SALE[..], &with_journal].concat());
        let sold = json_of(&sold);
        assert_eq!(
            (&sold["status"], &sold["price"]["amount"]),
            (&"paid".into(), &price.to_string().into())
        );
    }
    assert_eq!(sandbox.balance(), before - price);

    let with_journal = ["--journal", &journal];
    let quiet = sandbox.topup("buy", &[&SALE[..], &with_journal].concat());
    assert!(!text(&quiet.stdout).contains("087800001230"), "{quiet:?}");
    let receipt = sandbox.topup(
        "status",
        &[&SALE[..], &with_journal, &["--receipt"]].concat(),
    );
    let receipt = text(&receipt.stdout);
    for told in [
        "087800001230",
        "the shop paid the provider",
        &format!("IDR {price}"),
    ] {
        assert!(receipt.contains(told), "{told} is not in {receipt}");
    }
}
