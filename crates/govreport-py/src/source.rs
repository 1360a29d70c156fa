//! `govreport.read` and `govreport.parse`: what a report can be read from.

use std::path::PathBuf;

use govreport::{Error, Options, Reading};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString};

use crate::errors;
use crate::report::Report;

/// Read the report in a file, in bytes or in an open file.
///
/// The interpreter lock is released while the report is read, so threads read reports side by side.
///
/// Parameters
/// ----------
/// source : str, os.PathLike, bytes, bytearray, memoryview or file object
///     A ``str`` is the path of a file; for the text of a report see `parse`. Bytes are the content of a file in any of the
///     formats and encodings. Of a file object, opened in binary or in text mode, all is read from where it stands.
/// max_bytes : int, optional
///     Largest input in bytes; 256 MiB by default.
///
/// Returns
/// -------
/// Report
///
/// Raises
/// ------
/// OSError
///     The file cannot be opened or read: FileNotFoundError, PermissionError and so on, as from `open`.
/// NotAReportError
///     The text is empty, or holds nothing of such a report.
/// UnreadableError
///     The bytes are no text, or in a format that this version does not read.
/// LimitExceededError
///     The input is larger than ``max_bytes``.
///
/// Examples
/// --------
/// >>> report = gr.read(path)
/// >>> report.issuer, report.year
/// ('青禾县人民政府', 2023)
#[pyfunction]
#[pyo3(signature = (source, *, max_bytes=None))]
pub(crate) fn read(py: Python<'_>, source: &Bound<'_, PyAny>, max_bytes: Option<u64>) -> PyResult<Report> {
    let mut options = Options::default();
    if let Some(max_bytes) = max_bytes {
        options.max_bytes = max_bytes;
    }
    if source.is_instance_of::<PyString>() || source.hasattr("__fspath__")? {
        return read_path(source, &options);
    }
    if let Ok(bytes) = source.cast::<PyBytes>() {
        return read_bytes(py, bytes.as_bytes(), &options);
    }
    if source.is_instance_of::<PyByteArray>() || source.is_instance_of::<PyMemoryView>() {
        // A copy: another thread may write into the buffer while the lock is released.
        let copy = PyMemoryView::from(source)?.call_method0("tobytes")?;
        return read_bytes(py, copy.cast::<PyBytes>()?.as_bytes(), &options);
    }
    if source.hasattr("read")? {
        return match read_stream(source, options.max_bytes)? {
            Stream::Bytes(bytes) => read_bytes(py, &bytes, &options),
            Stream::Text(text) => read_text(py, &text, &options),
        };
    }
    Err(PyTypeError::new_err(format!(
        "a report is read from a path, bytes or a file object, not from {}",
        source.get_type().qualname()?
    )))
}

/// Read the report in a text, plain or Markdown.
///
/// Parameters
/// ----------
/// text : str
///     The text of the report. For a path see `read`.
///
/// Returns
/// -------
/// Report
///
/// Raises
/// ------
/// NotAReportError
///     The text is empty, or holds nothing of such a report.
/// LimitExceededError
///     The text is larger than 256 MiB.
///
/// Examples
/// --------
/// >>> gr.parse(text)
/// <Report 2023 青禾县人民政府: 3 tables, 0 findings>
#[pyfunction]
pub(crate) fn parse(py: Python<'_>, text: &str) -> PyResult<Report> {
    read_text(py, text, &Options::default())
}

fn read_path(source: &Bound<'_, PyAny>, options: &Options) -> PyResult<Report> {
    let path: PathBuf = source.extract()?;
    let py = source.py();
    let result = py.detach(|| Reading::of_path(&path, options));
    finish(py, result, Some(source))
}

fn read_bytes(py: Python<'_>, bytes: &[u8], options: &Options) -> PyResult<Report> {
    let result = py.detach(|| Reading::of_bytes(bytes, options));
    finish(py, result, None)
}

fn read_text(py: Python<'_>, text: &str, options: &Options) -> PyResult<Report> {
    let result = py.detach(|| Reading::of_text(text, options));
    finish(py, result, None)
}

fn finish(
    py: Python<'_>,
    result: Result<Reading, Error>,
    filename: Option<&Bound<'_, PyAny>>,
) -> PyResult<Report> {
    match result {
        Ok(Reading { text, report, .. }) => Ok(Report::new(report, Some(text))),
        Err(error) => Err(errors::of_reading(py, error, filename)),
    }
}

/// What a file object gave.
enum Stream {
    Bytes(Vec<u8>),
    Text(String),
}

/// Reads a file object to its end, or one byte past the limit, so that an endless one costs bounded memory.
fn read_stream(source: &Bound<'_, PyAny>, max_bytes: u64) -> PyResult<Stream> {
    let mut bytes = Vec::new();
    let mut text = String::new();
    loop {
        let held = bytes.len().max(text.len()) as u64;
        let wanted = max_bytes.saturating_add(1).saturating_sub(held);
        if wanted == 0 {
            break;
        }
        let chunk = source.call_method1("read", (wanted.min(CHUNK),))?;
        if let Ok(chunk) = chunk.cast::<PyBytes>() {
            if chunk.as_bytes().is_empty() {
                break;
            }
            bytes.extend_from_slice(chunk.as_bytes());
        } else if let Ok(chunk) = chunk.cast::<PyString>() {
            let chunk = chunk.to_cow()?;
            if chunk.is_empty() {
                break;
            }
            text.push_str(&chunk);
        } else {
            return Err(PyTypeError::new_err(format!(
                "read() of the file object gave neither bytes nor str but {}",
                chunk.get_type().qualname()?
            )));
        }
    }
    Ok(if text.is_empty() { Stream::Bytes(bytes) } else { Stream::Text(text) })
}

/// How much is asked of a file object at a time.
const CHUNK: u64 = 1 << 20;
