//! Why no report could be read.

use std::path::PathBuf;

/// Why no report could be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file could not be opened or read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The text is no such report.
    #[error(transparent)]
    Parse(#[from] govreport_core::ParseError),
}
