//! How a statement fails, and what is known afterwards.

use crate::error::Error;

/// Why a connection failed. An unfinished transaction ends with the connection.
pub(super) enum Failure {
    /// The database refused a statement: nothing of it is written.
    Refused(Error),
    /// It is not known whether it is written.
    Broken(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Broken(error)
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        let (Failure::Refused(error) | Failure::Broken(error)) = failure;
        error
    }
}
