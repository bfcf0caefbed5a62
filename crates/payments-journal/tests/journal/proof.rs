//! A PostgreSQL that is not on this machine proves who it is, or is told nothing.

use std::{sync::mpsc, time::Duration};

use payments_journal::{Journal, Options};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// Speaks no TLS, and tells what else it was sent.
async fn plain() -> (u16, mpsc::Receiver<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (sender, heard) = mpsc::channel();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut bytes = [0; 1024];
            let count = stream.read(&mut bytes).await.unwrap_or(0);
            if bytes[..count].ends_with(&80_877_103_u32.to_be_bytes()) {
                stream.write_all(b"N").await.unwrap();
                let count = stream.read(&mut bytes).await.unwrap_or(0);
                let _ = sender.send(bytes[..count].to_vec());
            } else {
                let _ = sender.send(bytes[..count].to_vec());
            }
        }
    });
    (port, heard)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_elsewhere_that_speaks_no_tls_is_told_nothing() {
    let (port, heard) = plain().await;
    // Reaches this machine, and is no loopback address.
    let url = format!("postgres://canary:canary@0.0.0.0:{port}/canary");
    let error = Journal::open(&url).await.unwrap_err().to_string();
    assert!(error.contains("does not prove who it is"), "{error}");
    assert!(!error.contains("canary"), "{error}");
    assert_eq!(heard.recv_timeout(Duration::from_secs(5)).unwrap(), b"");
    let weak = Journal::open(&format!("{url}?sslmode=prefer")).await;
    assert!(weak.unwrap_err().to_string().contains("verify-full"));
    assert!(heard.try_recv().is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_proof_only_where_that_was_chosen_by_name() {
    let (port, heard) = plain().await;
    let url = format!("postgres://canary@0.0.0.0:{port}/canary?sslmode=disable");
    let options = Options::new().unverified_database();
    let _ = Journal::open_with(&url, options).await.unwrap_err();
    let heard = heard.recv_timeout(Duration::from_secs(5)).unwrap();
    assert!(String::from_utf8_lossy(&heard).contains("canary"));
}
