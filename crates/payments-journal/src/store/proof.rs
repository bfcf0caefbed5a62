//! Verifying a PostgreSQL's identity: the records decide about money, and an attacker on the
//! network could change them.

use std::{io, net::IpAddr, str::FromStr};

use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::failure::Failure;
use crate::error::{Error, Result};

/// The URL for connecting: with a verified certificate for the host, unless the database is on this
/// machine or `unverified` was chosen.
pub(super) fn proved(url: &str, unverified: bool) -> Result<String> {
    let options = PgConnectOptions::from_str(url).map_err(Failure::from)?;
    let verifies = matches!(options.get_ssl_mode(), PgSslMode::VerifyFull);
    if unverified || verifies || is_here(&options) {
        return Ok(url.to_owned());
    }
    let host = options.get_host();
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let names = query
        .split(['&', '#'])
        .filter_map(|pair| pair.split('=').next());
    if names
        .into_iter()
        .any(|name| matches!(name, "sslmode" | "ssl-mode"))
    {
        return Err(Error::Configuration(format!(
            "the URL's sslmode lets anybody between here and {host} read and change what is recorded: take it out, or write \
             verify-full; Options::unverified_database does without proof"
        )));
    }
    if !cfg!(feature = "rustls") {
        return Err(Error::Configuration(format!(
            "PostgreSQL at {host} is not on this machine and needs TLS, and the crate's feature rustls is off"
        )));
    }
    let (url, _) = url.split_once('#').unwrap_or((url, ""));
    let separator = if url.contains('?') { '&' } else { '?' };
    Ok(format!("{url}{separator}sslmode=verify-full"))
}

/// Why a connection that must be verified was refused.
pub(super) fn refused(url: &str, error: sqlx::Error) -> Error {
    let host = PgConnectOptions::from_str(url).map(|options| options.get_host().to_owned());
    let why = match &error {
        sqlx::Error::Tls(why) => Some(why.to_string()),
        // This is the error for an untrusted certificate; its text is only about certificates.
        sqlx::Error::Io(why) if why.kind() == io::ErrorKind::InvalidData => Some(why.to_string()),
        _ => None,
    };
    match (why, host) {
        (Some(why), Ok(host)) => Error::Database(format!(
            "PostgreSQL at {host} does not prove who it is ({why}): give it a certificate for that name, with sslrootcert= for one of \
             your own; Options::unverified_database does without"
        )),
        _ => Failure::from(error).into(),
    }
}

/// Whether the database is on this machine.
fn is_here(options: &PgConnectOptions) -> bool {
    let host = options
        .get_host()
        .trim_start_matches('[')
        .trim_end_matches(']');
    let is_loopback = |ip: IpAddr| ip.to_canonical().is_loopback();
    options.get_socket().is_some()
        || host.starts_with('/')
        || host.eq_ignore_ascii_case("localhost")
        || host.parse().is_ok_and(is_loopback)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_elsewhere_is_verified_or_refused_and_one_here_is_not_asked() {
        for here in [
            "postgres://u@localhost/db",
            "postgres://u@127.0.0.1:5433/db?sslmode=disable",
            "postgresql://u@[::1]/db",
            "postgres://u@%2Fvar%2Frun%2Fpostgresql/db",
            "postgres://u@x/db?host=/var/run/postgresql",
        ] {
            assert_eq!(proved(here, false).unwrap(), here);
        }
        for (elsewhere, verified) in [
            (
                "postgres://u:p@db.example/db",
                "postgres://u:p@db.example/db?sslmode=verify-full",
            ),
            (
                "postgres://u@10.0.0.1/db?options=x",
                "postgres://u@10.0.0.1/db?options=x&sslmode=verify-full",
            ),
            (
                "postgres://u@localhost/db?host=db.example",
                "postgres://u@localhost/db?host=db.example&sslmode=verify-full",
            ),
            (
                "postgres://u@localhost.example/db",
                "postgres://u@localhost.example/db?sslmode=verify-full",
            ),
            (
                "postgres://u@db.example/db?sslmode=verify-full",
                "postgres://u@db.example/db?sslmode=verify-full",
            ),
        ] {
            assert_eq!(proved(elsewhere, false).unwrap(), verified);
        }
        for mode in ["disable", "allow", "prefer", "require", "verify-ca"] {
            let url = format!("postgres://u:canary@db.example/db?sslmode={mode}");
            let error = proved(&url, false).unwrap_err().to_string();
            assert!(
                error.contains("db.example") && !error.contains("canary"),
                "{error}"
            );
            assert_eq!(proved(&url, true).unwrap(), url);
        }
    }
}
