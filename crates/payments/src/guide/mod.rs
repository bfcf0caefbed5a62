//! The guide: from the first payment to what to do at three in the morning.
//!
//! Each chapter is short and stands alone. Its programs are compiled and run by `cargo test --doc`
//! against the sandbox, so what you read works. This module exists in the documentation only.
//!
//! | you want to | read |
//! |---|---|
//! | ask a customer for money | [first payment](first_payment) |
//! | know what to do after an error | [the three outcomes](outcomes) |
//! | be sure before you go live | [testing your shop](testing) |
//! | hear that a customer has paid | [callbacks] |
//! | survive a crash and a deploy | [crashes: the journal](crashes) |
//! | pay electricity, water, taxes | [bills] |
//! | charge every month | [mandates] |
//! | sell phone credit | [top-ups](topups) |
//! | use several accounts | [several accounts](accounts) |
//! | use several machines | [PostgreSQL and beyond](postgres) |
//! | operate it | [at three in the morning](operations) |
//! | use the real hosts | [going live](going_live) |
//! | replace an existing client | [coming from elsewhere](coming_from_elsewhere) |
//! | copy a solution | [recipes] |

/// The chapters. Their programs need features; without those, they are shown and not tested.
macro_rules! chapters {
    ($($name:ident $file:literal)*) => {
        $(
            #[cfg_attr(
                any(not(doctest), all(feature = "all", feature = "qr", feature = "rustls")),
                doc = include_str!($file)
            )]
            pub mod $name {}
        )*
    };
}

chapters! {
    first_payment "01-first-payment.md"
    outcomes "02-outcomes.md"
    testing "03-testing.md"
    callbacks "04-callbacks.md"
    crashes "05-crashes.md"
    bills "06-bills.md"
    mandates "07-mandates.md"
    topups "08-topups.md"
    accounts "09-accounts.md"
    postgres "10-postgres.md"
    operations "11-operations.md"
    going_live "12-going-live.md"
    coming_from_elsewhere "13-coming-from-elsewhere.md"
    recipes "14-recipes.md"
}
