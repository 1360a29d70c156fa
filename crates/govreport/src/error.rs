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
    /// A reader that was handed over failed.
    #[error("cannot read the input: {0}")]
    Stream(#[source] std::io::Error),
    /// The bytes are empty, no text, in a format that is not read, or over a limit.
    #[error(transparent)]
    Read(#[from] govreport_readers::ReadError),
    /// The text is no such report.
    #[error(transparent)]
    Parse(#[from] govreport_core::ParseError),
    /// The JSON is no report.
    #[error("no report in this JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The JSON was written by another version of govreport, in a form that this one does not know.
    #[error("this JSON has schema version {found}, this version of govreport reads {supported}")]
    SchemaVersion {
        /// The version in the JSON.
        found: u64,
        /// The version that can be read.
        supported: u32,
    },
}
