//! A PostgreSQL with TLS at an address that is not the loopback: its certificate must be that of a
//! known authority, and for that address.

use std::{path::Path, process::Command};

use payments_journal::Journal;

use crate::{
    cluster::{Cluster, unprivileged, worked},
    folder::skipped,
    reader::Reader,
};

/// Runs `openssl` in the server's folder, as its user.
fn openssl(data: &Path, arguments: &str) {
    let mut command = unprivileged(Path::new("openssl"));
    command.current_dir(data).args(arguments.split(' '));
    worked("openssl", &command.output().unwrap());
}

/// The server shows a certificate for that address from now on.
async fn shows(cluster: &Cluster, address: &str) {
    openssl(
        &cluster.data(),
        &format!(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=server -CA ca.crt -CAkey ca.key \
             -addext subjectAltName=IP:{address} -addext basicConstraints=CA:FALSE -keyout server.key -out server.crt"
        ),
    );
    let reader = Reader::connect(&cluster.url()).await.unwrap();
    reader
        .command(&["ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()"])
        .await;
    // The server reads its settings a moment later.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_of_a_known_authority_for_that_host_is_what_it_takes() {
    let test = "a PostgreSQL with TLS";
    if Command::new("openssl").arg("version").output().is_err() {
        return skipped(test, "openssl is not installed");
    }
    let Some(cluster) = Cluster::start(test).await else {
        return;
    };
    let data = cluster.data();
    openssl(
        &data,
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=authority -keyout ca.key -out ca.crt",
    );
    // This machine, and no loopback address.
    let url = cluster.url().replace("127.0.0.1", "0.0.0.0");
    let known = format!("{url}?sslrootcert={}", data.join("ca.crt").display());
    let open = async |url: &str| match Journal::open(url).await {
        Ok(journal) => {
            journal.close().await;
            Ok(())
        }
        Err(error) => Err(error.to_string()),
    };

    shows(&cluster, "0.0.0.0").await;
    open(&known).await.unwrap();
    let unknown = open(&url).await.unwrap_err();
    assert!(unknown.contains("does not prove who it is"), "{unknown}");

    shows(&cluster, "192.0.2.1").await;
    let of_another = open(&known).await.unwrap_err();
    assert!(
        of_another.contains("does not prove who it is"),
        "{of_another}"
    );
}
