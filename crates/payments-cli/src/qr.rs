//! Draws the QR code for the customer in a terminal. Only there: a program uses the content, or the
//! picture's address, from the result.

use std::{
    io::{self, IsTerminal},
    time::Duration,
};

use payments::{Money, NextAction, Payment, QrisCode, Timeouts, qr};
use reqwest::Url;

use crate::{
    failure::Failure,
    output::{Output, code, talk},
};

/// Draws the codes of a payment, after they were checked to ask for the payment's amount.
pub(crate) async fn draw(
    payment: &Payment,
    asked: Option<Money>,
    sandbox: Option<&str>,
    output: &Output,
) -> Result<(), Failure> {
    if output.is_json() || !io::stdout().is_terminal() {
        return Ok(());
    }
    for action in &payment.next_actions {
        let content = match action {
            NextAction::ShowQr { content } => content.clone(),
            NextAction::ShowQrImage { url } => match picture(url).await {
                Some(content) => content,
                None => {
                    talk("the picture of the code could not be read here: open its address");
                    continue;
                }
            },
            _ => continue,
        };
        if let Some(asked) = asked {
            QrisCode::check_content(&content, asked).map_err(|error| {
                error
                    .with_provider(payment.provider)
                    .with_reference(&payment.reference)
            })?;
        }
        let Some(drawing) = qr::Drawing::new(&content) else {
            continue;
        };
        code(&drawing.blocks())?;
        if let Some(sandbox) = sandbox.filter(|_| QrisCode::is_one(&content)) {
            talk(&format!(
                "play the customer who scans it: {}",
                scanned(sandbox, &content)
            ));
        }
    }
    Ok(())
}

/// Where the sandbox leads whoever scans a code.
fn scanned(sandbox: &str, content: &str) -> String {
    let address = format!("{}/scan", sandbox.trim_end_matches('/'));
    Url::parse_with_params(&address, [("content", content)])
        .map_or(address, |address| address.to_string())
}

/// The content of the code in a picture, fetched without any key.
async fn picture(url: &str) -> Option<String> {
    let timeouts = Timeouts::new(Duration::from_secs(5), Duration::from_secs(10));
    let client = payments::provider::http::client(&url.parse().ok()?, timeouts).ok()?;
    let mut answer = client.get(url).send().await.ok()?.error_for_status().ok()?;
    let mut bytes = Vec::new();
    while let Some(part) = answer.chunk().await.ok()? {
        bytes.extend_from_slice(&part);
        if bytes.len() > qr::LARGEST_PICTURE {
            return None;
        }
    }
    qr::read_picture(&bytes)
}
