//! The programs of the row `build`: what a user writes with reqwest and serde alone, with one
//! provider, with all.

use std::{fs, path::PathBuf};

use super::stage::{Stage, make_folder};
use crate::refusal::{Outcome, Refusal};

/// A program that creates one payment.
#[derive(Clone, Copy)]
pub(super) struct Program {
    pub(super) name: &'static str,
    dependencies: &'static str,
    main: &'static str,
}

/// reqwest with the TLS that payments-core chooses, so that only what the layers add is compared.
pub(super) const REQWEST: Program = Program {
    name: "reqwest",
    dependencies: r#"
reqwest = { version = "0.13.5", default-features = false, features = ["json", "query", "rustls-no-provider", "stream"] }
rustls = { version = "0.23", default-features = false, features = ["logging", "ring", "std", "tls12"] }
rustls-platform-verifier = "0.7"
serde = { version = "1.0", features = ["derive"] }
"#,
    main: r#"
use std::{error::Error, sync::Arc};

use rustls_platform_verifier::BuilderVerifierExt;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Request {
    external_id: String,
    amount: u64,
    phone: String,
    ewallet_type: String,
}

#[derive(Debug, Deserialize)]
struct Answer {
    external_id: String,
    status: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    let client = reqwest::Client::builder().tls_backend_preconfigured(tls).build()?;
    let request = Request {
        external_id: "order-1001".into(),
        amount: 20_000,
        phone: "08123123123".into(),
        ewallet_type: "OVO".into(),
    };
    let answer: Answer = client
        .post("https://api.instamoney.co/ewallets")
        .basic_auth(std::env::var("INSTAMONEY_API_KEY")?, None::<&str>)
        .json(&request)
        .send()
        .await?
        .error_for_status()?
        .json()
        .await?;
    println!("{} is {}", answer.external_id, answer.status);
    Ok(())
}
"#,
};

/// The first program of the README.
pub(super) const ONE: Program = Program {
    name: "one",
    dependencies: r#"
payments-core = { path = "{root}/crates/payments-core" }
payments-instamoney = { path = "{root}/crates/payments-instamoney" }
"#,
    main: r#"
use payments_core::{Customer, Method, Money, PaymentRequest, Reference, Result, Retry};
use payments_instamoney::Instamoney;

#[tokio::main]
async fn main() -> Result<()> {
    let instamoney = Instamoney::from_env()?;
    let reference = Reference::new("order-1001")?;
    let request = PaymentRequest::new(reference, Money::idr(20_000), Method::OVO)
        .customer(Customer::default().phone("08123123123"));
    let payment = Retry::default().settle(&instamoney, &request).await?;
    println!("{} is {}", payment.reference, payment.status);
    Ok(())
}
"#,
};

/// A provider by its name, of all there are.
pub(super) const ALL: Program = Program {
    name: "all",
    dependencies: r#"
payments = { path = "{root}/crates/payments", features = ["all"] }
"#,
    main: r#"
use payments::{Customer, Method, Money, Name, PaymentRequest, Reference, Result, Retry, Settings};

#[tokio::main]
async fn main() -> Result<()> {
    let reference = Reference::new("order-1001")?;
    let request = PaymentRequest::new(reference, Money::idr(20_000), Method::OVO)
        .customer(Customer::default().phone("08123123123"));
    for name in Name::ALL {
        let client = name.client(&Settings::from_env())?;
        if let Some(payments) = &client.payments {
            let payment = Retry::default().settle(payments, &request).await?;
            println!("{} is {}", payment.reference, payment.status);
        }
    }
    Ok(())
}
"#,
};

impl Program {
    /// Writes the program into its folder, with the versions of the workspace's lock, and has its
    /// dependencies downloaded.
    pub(super) fn write(&self, stage: &Stage) -> Outcome<()> {
        let folder = self.folder(stage);
        make_folder(&folder.join("src"))?;
        let root = stage.root.display().to_string();
        let dependencies = self.dependencies.replace("{root}", &root);
        let name = self.name;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]{dependencies}\
             tokio = {{ version = \"1.54\", features = [\"macros\", \"rt-multi-thread\"] }}\n\n[profile.release]\nstrip = true\n"
        );
        let failed = |error| Refusal::plain(format!("{}: {error}", folder.display()));
        fs::write(folder.join("Cargo.toml"), manifest).map_err(failed)?;
        fs::write(folder.join("src/main.rs"), self.main.trim_start()).map_err(failed)?;
        fs::copy(stage.root.join("Cargo.lock"), folder.join("Cargo.lock")).map_err(failed)?;
        let mut fetch = stage.plain_cargo();
        fetch.current_dir(&folder).args(["fetch", "--quiet"]);
        super::stage::printed(fetch)?;
        Ok(())
    }

    pub(super) fn folder(&self, stage: &Stage) -> PathBuf {
        stage.folder.join("programs").join(self.name)
    }

    /// How many crates its lock names, without the program itself.
    pub(super) fn crates(&self, stage: &Stage) -> Outcome<usize> {
        let file = self.folder(stage).join("Cargo.lock");
        let lock = fs::read_to_string(&file)
            .map_err(|error| Refusal::plain(format!("{}: {error}", file.display())))?;
        let packages = lock.lines().filter(|line| *line == "[[package]]").count();
        Ok(packages.saturating_sub(1))
    }
}
