//! PostgreSQL is read-only for a while, as after a fail-over: then everything goes on without a
//! restart.

use std::time::Duration;

use tokio::time::{sleep, timeout};

use crate::{
    cluster::Cluster,
    provider::{deliver, deliver_until_taken},
    reader::Reader,
    shop::{Process, Task},
};

const WHILE: Duration = Duration::from_secs(25);
const PATIENCE: Duration = Duration::from_secs(30);
const CALLBACKS: usize = 20;

/// Who is connected begins anew.
const EVERYBODY_AGAIN: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                               WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";

async fn set_read_only(reader: &Reader, on: &str) {
    let set = format!("ALTER SYSTEM SET default_transaction_read_only = {on}");
    let reload = "SELECT pg_reload_conf()";
    reader.command(&[&set, reload]).await;
    // The server reads its settings a moment later.
    sleep(Duration::from_millis(200)).await;
    reader.command(&[EVERYBODY_AGAIN]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_read_only_for_a_while_ends_neither_the_runner_nor_the_workers() {
    let Some(cluster) = Cluster::start("a server that is read-only for a while").await else {
        return;
    };
    let mut shop = Process::open(&Task::new(cluster.url())).await;
    assert_eq!(deliver(shop.port, "before").await, 200);
    let reader = Reader::connect(&cluster.url()).await.unwrap();
    set_read_only(&reader, "on").await;
    let meanwhile = deliver(shop.port, "meanwhile").await;
    sleep(WHILE).await;
    set_read_only(&reader, "off").await;
    assert_ne!(
        meanwhile, 200,
        "acknowledged by a server that writes nothing"
    );
    let port = shop.port;
    let delivered = async {
        deliver_until_taken(port, "meanwhile").await;
        for number in 0..CALLBACKS {
            deliver_until_taken(port, &format!("later-{number}")).await;
        }
    };
    timeout(PATIENCE, delivered)
        .await
        .expect("callbacks are taken again");
    let handled = async {
        while shop.count("handled", "").await < CALLBACKS + 2 {
            sleep(Duration::from_millis(100)).await;
        }
    };
    let all = timeout(PATIENCE, handled).await.is_ok();
    let (handled, kept) = (
        shop.count("handled", "").await,
        reader.callbacks().await.len(),
    );
    assert!(shop.runs());
    assert!(
        all,
        "{kept} callbacks were acknowledged, and {handled} are handled"
    );
}
