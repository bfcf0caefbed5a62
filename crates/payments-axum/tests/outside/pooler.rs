//! Shops behind PgBouncer in transaction mode, where a connection is another one at each
//! transaction: all of them open, and what a customer was told is recorded as it is.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use tokio::{
    net::TcpStream,
    time::{sleep, timeout},
};

use crate::{
    cluster::{Cluster, free_port, unprivileged},
    customer::Customers,
    folder::skipped,
    provider::Provider,
    reader::Reader,
    shop::{Process, Task},
};

const SHOPS: usize = 5;
const BUY_FOR: Duration = Duration::from_secs(5);

struct Pooler {
    program: Child,
    port: u16,
}

impl Pooler {
    async fn start(cluster: &Cluster, program: &Path) -> Self {
        let port = free_port();
        let settings = cluster.data().join("pooler.ini");
        let text = format!(
            "[databases]\n* = host=127.0.0.1 port={} user=postgres\n\
             [pgbouncer]\npool_mode = transaction\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\n\
             auth_type = any\nignore_startup_parameters = extra_float_digits\nmax_client_conn = 1000\n",
            cluster.port(),
        );
        fs::write(&settings, text).unwrap();
        let program = unprivileged(program)
            .arg("--quiet")
            .arg(&settings)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let up = async {
            while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                sleep(Duration::from_millis(20)).await;
            }
        };
        let pooler = Self { program, port };
        timeout(Duration::from_secs(30), up).await.unwrap();
        pooler
    }
}

impl Drop for Pooler {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path: Vec<_> = std::env::split_paths(&path).collect();
    let mut folders = path.into_iter().chain(["/usr/sbin".into()]);
    folders.find_map(|folder| Some(folder.join("pgbouncer")).filter(|program| program.exists()))
}

#[tokio::test(flavor = "multi_thread")]
async fn shops_behind_a_pooler_of_transactions_open_and_record_what_they_tell() {
    let test = "a pooler of transactions";
    let Some(program) = program() else {
        return skipped(test, "PgBouncer is not installed");
    };
    let Some(cluster) = Cluster::start(test).await else {
        return;
    };
    let pooler = Pooler::start(&cluster, &program).await;
    let begun = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let provider = Provider::start().await;
    let journal = cluster.url_at(pooler.port);
    let task = Task::new(journal).provider(provider.url());
    let mut shops = Vec::new();
    for _ in 0..SHOPS {
        shops.extend(Process::open_with(&task, &[]).await);
    }
    let customers = Customers::default();
    let buyers: Vec<_> = shops
        .iter()
        .flat_map(|shop| [shop.port; 2])
        .map(|port| tokio::spawn(customers.clone().buy(port)))
        .collect();
    sleep(BUY_FOR).await;
    customers.close();
    for buyer in buyers {
        buyer.await.unwrap();
    }
    let reader = Reader::connect(&cluster.url()).await.unwrap();
    let recorded = reader.payments().await;
    let paid = customers.paid();
    let forgotten = paid
        .iter()
        .filter(|name| recorded.get(*name).is_none_or(|state| state != "finished"));
    let earlier = reader
        .recorded_before(i64::try_from(begun.as_millis()).unwrap())
        .await;
    let refused = customers.told_otherwise();
    let facts = format!(
        "{} of {SHOPS} shops opened; of {} told paid {} are forgotten; {} customers were refused; {earlier} rows of another time",
        shops.len(),
        paid.len(),
        forgotten.count(),
        refused.len(),
    );
    println!("{facts}");
    let is_well = shops.len() == SHOPS && earlier == 0 && refused.is_empty();
    let is_recorded = paid
        .iter()
        .all(|name| recorded.get(name).is_some_and(|state| state == "finished"));
    assert!(is_well && is_recorded, "{facts}: {refused:?}");
    assert!(paid.len() > 50, "too few to mean anything: {facts}");
}
