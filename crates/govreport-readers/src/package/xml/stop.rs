//! Why a part is not read to its end.

use crate::ReadError;

/// Why reading stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A limit was passed.
    Over(ReadError),
    /// The part is no XML from here on, or its end is missing.
    Broken(String),
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Over(error)
    }
}
