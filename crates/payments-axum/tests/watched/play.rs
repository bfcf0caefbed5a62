//! One play for all the tests: everything is called, lost, called back, refused and handled once,
//! while everything is listened to.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};

use axum::Router;
use metrics_util::debugging::DebuggingRecorder;
use payments::{Method, Name};
use payments_axum::{Intake, Runner};
use payments_core::{Retry, observe};
use payments_journal::{Change, Executed, Journal, Options, Providers};
use payments_provider::http::{self, BaseUrl, Timeouts};
use payments_sandbox::Sandbox;
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    sync::OnceCell,
    time::{sleep, timeout},
};
use tracing_subscriber::layer::SubscriberExt;

use crate::{
    calls::{every_operation, payment, settings},
    capture::{Capture, Logger},
};

/// A metric's name, its labels, and how often it was told.
pub(crate) type Metric = (String, Vec<(String, String)>, usize);

pub(crate) struct Played {
    pub(crate) capture: Capture,
    pub(crate) metrics: Vec<Metric>,
}

pub(crate) async fn played() -> &'static Played {
    static PLAYED: OnceCell<Played> = OnceCell::const_new();
    PLAYED.get_or_init(play).await
}

async fn play() -> Played {
    let capture = Capture::default();
    let subscriber = tracing_subscriber::registry().with(capture.clone());
    tracing::subscriber::set_global_default(subscriber).unwrap();
    log::set_logger(&Logger).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    recorder.install().unwrap();
    observe::describe();

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let callbacks = format!("http://{}", listener.local_addr().unwrap());
    let sandbox = Sandbox::start(
        payments_sandbox::Settings::new()
            .digiswitch_key("canary-3")
            .callback_secret("digiswitch", "canary-4")
            .callback_url("digiswitch", format!("{callbacks}/digiswitch"))
            .callback_secret("fazz", "canary-7")
            .callback_url("fazz", format!("{callbacks}/fazz"))
            .callback_secret("instamoney", "canary-9")
            .callback_url("instamoney", format!("{callbacks}/instamoney"))
            .callback_url("rpi", format!("{callbacks}/rpi")),
    )
    .await
    .unwrap();
    let journal = journal().await;
    let settings = settings(&sandbox.url());
    let client = |name: Name| name.client(&settings).unwrap();
    let intake = Intake::journal(journal.clone());
    let routes = Name::ALL
        .iter()
        .map(|name| (format!("/{name}"), client(*name).callbacks));
    let app: Router = intake.router(routes);
    let server = tokio::spawn(axum::serve(listener, app).into_future());

    every_operation(&sandbox).await;
    lost(&sandbox, &journal, &client).await;
    told(&sandbox, &journal, &client, &callbacks).await;
    // Workers whose database is away tell that their gauges are old.
    journal.close().await;
    let soon = sleep(Duration::from_millis(100));
    journal.recover(&Providers::new(), soon).await.unwrap();
    server.abort();

    let told = snapshotter.snapshot().into_vec();
    let metrics = told.into_iter().map(|(key, ..)| {
        let key = key.key();
        let labels = key.labels();
        let labels = labels.map(|label| (label.key().to_owned(), label.value().to_owned()));
        (key.name().to_owned(), labels.collect(), 1)
    });
    Played {
        capture,
        metrics: metrics.collect(),
    }
}

async fn journal() -> Journal {
    let options = Options::new().not_durable().patience(Duration::ZERO);
    Journal::open_with("sqlite::memory:", options)
        .await
        .unwrap()
}

fn fault(sandbox: &Sandbox, fault: &Value) {
    sandbox.control("POST", "faults", fault).unwrap();
}

/// An answer is lost and asked for; a token is refused; a caller gives up; an intent of the journal
/// stays open, and its gauge is told.
async fn lost(sandbox: &Sandbox, journal: &Journal, client: &impl Fn(Name) -> payments::Client) {
    let instamoney = client(Name::Instamoney).payments.unwrap();
    let request = payment("lost-1", Method::DANA);
    fault(
        sandbox,
        &json!({"provider": "instamoney", "operation": "create", "fault": "reset_after_commit"}),
    );
    let retry = Retry::default();
    retry.settle(&instamoney, &request).await.unwrap();

    fault(
        sandbox,
        &json!({"provider": "instamoney", "operation": "create", "fault": "delay", "delay_ms": 5000}),
    );
    let request = payment("dropped-1", Method::DANA);
    let given_up = timeout(Duration::from_millis(200), instamoney.create(&request)).await;
    given_up.unwrap_err();

    let fazz = client(Name::Fazz).payments.unwrap();
    fault(
        sandbox,
        &json!({"provider": "fazz", "operation": "*", "fault": "reset_after_commit", "times": 2}),
    );
    let request = payment("open-1", Method::retail_outlet("alfamart").unwrap());
    let done = journal.execute(&*fazz, &request).await.unwrap();
    assert!(matches!(done, Executed::Open(_)), "{done:?}");
    let unknowns = journal.unknowns().await.unwrap();
    assert_eq!(
        (unknowns[0].account.as_str(), unknowns[0].count),
        ("fazz/sandbox/default", 1)
    );
}

/// Everybody pays, the providers tell, somebody forges, and the handler fails once.
async fn told(
    sandbox: &Sandbox,
    journal: &Journal,
    client: &impl Fn(Name) -> payments::Client,
    callbacks: &str,
) {
    let orders = [
        (Name::Ciputra, Method::GOPAY),
        (Name::Fazz, Method::retail_outlet("alfamart").unwrap()),
        (Name::Instamoney, Method::DANA),
    ];
    for (name, method) in orders {
        let payments = client(name).payments.unwrap();
        let reference = format!("told-{name}");
        let request = payment(&reference, method).callback_url(format!("{callbacks}/{name}"));
        journal.execute(&*payments, &request).await.unwrap();
        let paid = sandbox.control(
            "POST",
            &format!("payments/{name}/{reference}/pay"),
            &json!({}),
        );
        paid.unwrap();
    }
    let base = callbacks.parse::<BaseUrl>().unwrap();
    let forged = http::client(&base, Timeouts::default())
        .unwrap()
        .post(format!("{callbacks}/instamoney"))
        .header("x-callback-token", "canary-forged")
        .body(r#"{"external_id": "canary"}"#);
    assert_eq!(forged.send().await.unwrap().status(), 401);

    let (failed, handled) = (AtomicBool::new(false), Arc::new(AtomicU32::new(0)));
    let count = Arc::clone(&handled);
    let handler = move |change: Change| {
        let fails = !failed.swap(true, Ordering::SeqCst);
        let paid = change.what.money_came().is_some();
        count.fetch_add(u32::from(paid && !fails), Ordering::SeqCst);
        async move {
            match fails {
                true => Err(io::Error::other("canary")),
                false => Ok(()),
            }
        }
    };
    let runner = Runner::new(journal.clone())
        .idle(Duration::from_millis(10))
        .lease(Duration::from_secs(1));
    let all = async {
        while handled.load(Ordering::SeqCst) < 3 {
            sleep(Duration::from_millis(10)).await;
        }
    };
    let runner = timeout(Duration::from_secs(30), runner.run(handler, all));
    runner.await.unwrap().unwrap();

    let ciputra = client(Name::Ciputra).payments.unwrap();
    let query = payment("told-ciputra", Method::GOPAY).query();
    ciputra.get(&query).await.unwrap();
    // The sandbox forgets every token, and the payment.
    sandbox.control("POST", "reset", &json!({})).unwrap();
    ciputra.get(&query).await.unwrap_err();
    journal.tell_metrics(&Providers::new()).await.unwrap();
}
