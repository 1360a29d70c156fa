//! `govreport.read` and `govreport.parse`: what a report can be read from.

use std::path::{Path, PathBuf};
use std::time::Duration;

use govreport::{Error, Limits, Options, Reading, Source};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString};

use crate::errors;
use crate::report::Report;

/// Read the report in a file, in bytes or in an open file.
///
/// The format is told by the content: HTML, DOCX, DOC, XLSX, XLS, PDF, text or Markdown. The interpreter lock is released
/// while the report is read, so threads read reports side by side.
///
/// Parameters
/// ----------
/// source : str, os.PathLike, bytes, bytearray, memoryview or file object
///     A ``str`` is the path of a file; for the text of a report see `parse`. Bytes are the content of a file in any of the
///     formats and encodings. Of a file object, opened in binary or in text mode, all is read from where it stands.
/// charset : str, optional
///     The encoding that came with a web page, as in its HTTP header. It decides only where the bytes leave a doubt.
/// max_bytes, max_unpacked_bytes, max_pages, max_cells, max_nesting : int, optional
///     How much is taken on: the size of the file (256 MiB by default), what packed files unpack to (512 MiB), pages of a PDF
///     (2000), cells of all tables (1000000), elements nested in each other (512).
/// max_time : float, optional
///     The longest the file may take to read, in seconds; 60 by default.
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
///     The source is empty, or holds nothing of such a report.
/// UnreadableError
///     The bytes are in no format that is read, or they are damaged or encrypted.
/// LimitExceededError
///     The source asks for more than a limit allows; the message names the limit.
///
/// Examples
/// --------
/// >>> report = gr.read(path)
/// >>> report.issuer, report.year
/// ('青禾县人民政府', 2023)
#[pyfunction]
#[pyo3(signature = (
    source, *, charset=None, max_bytes=None, max_unpacked_bytes=None, max_pages=None, max_cells=None, max_nesting=None,
    max_time=None
))]
#[expect(clippy::too_many_arguments, reason = "in Python each has its name")]
pub(crate) fn read(
    source: &Bound<'_, PyAny>,
    charset: Option<String>,
    max_bytes: Option<u64>,
    max_unpacked_bytes: Option<u64>,
    max_pages: Option<u32>,
    max_cells: Option<u64>,
    max_nesting: Option<u32>,
    max_time: Option<f64>,
) -> PyResult<Report> {
    let limits = limits(max_bytes, max_unpacked_bytes, max_pages, max_cells, max_nesting, max_time)?;
    let mut options = Options::default().with_limits(limits);
    options.charset = charset;
    with_input(source, &mut options, |input, options| match input {
        Input::Path(path) => Reading::from_path(path, options),
        Input::Bytes(bytes) => Reading::from_bytes(bytes, options),
        Input::Text(text) => Reading::from_text(text, options),
    })
    .map(|Reading { text, report, .. }| Report::new(report, Some(text)))
}

/// What the reader of a file saw: its text, with marks of blocks and tables.
///
/// This answers the first question where a number is missing: was it there to be read? A line for each block: the offset of
/// its first byte (as in ``cell.span``), the page where the format has pages, what it is (``#`` a heading, ``T0 R3`` row 3 of
/// table 0, ``page`` a page number or running head, ``picture``), and its text, cells parted by bars.
///
/// Parameters
/// ----------
/// source, charset, max_bytes, max_unpacked_bytes, max_pages, max_cells, max_nesting, max_time
///     As in `read`.
///
/// Returns
/// -------
/// str
///
/// Raises
/// ------
/// OSError, NotAReportError, UnreadableError, LimitExceededError
///     As from `read`; here ``NotAReportError`` says that the source is empty.
///
/// Examples
/// --------
/// >>> gr.text(path).splitlines()[0].split()
/// ['0', '青禾县人民政府2023年政府信息公开工作年度报告']
#[pyfunction]
#[pyo3(signature = (
    source, *, charset=None, max_bytes=None, max_unpacked_bytes=None, max_pages=None, max_cells=None, max_nesting=None,
    max_time=None
))]
#[expect(clippy::too_many_arguments, reason = "in Python each has its name")]
pub(crate) fn text(
    source: &Bound<'_, PyAny>,
    charset: Option<String>,
    max_bytes: Option<u64>,
    max_unpacked_bytes: Option<u64>,
    max_pages: Option<u32>,
    max_cells: Option<u64>,
    max_nesting: Option<u32>,
    max_time: Option<f64>,
) -> PyResult<String> {
    let limits = limits(max_bytes, max_unpacked_bytes, max_pages, max_cells, max_nesting, max_time)?;
    let mut options = Options::default().with_limits(limits);
    options.charset = charset;
    with_input(source, &mut options, |input, options| {
        let source = match input {
            Input::Path(path) => Source::open(path, options)?,
            Input::Bytes(bytes) => Source::from_reader(bytes, options)?,
            Input::Text(text) => Source::from_reader(text.as_bytes(), options)?,
        };
        Ok(govreport::render::document(&source.document(options)?))
    })
}

/// Read the report in a text: plain, Markdown or HTML.
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
    match py.detach(|| Reading::from_text(text, &Options::default())) {
        Ok(Reading { text, report, .. }) => Ok(Report::new(report, Some(text))),
        Err(error) => Err(errors::of_reading(py, error, None)),
    }
}

/// The limits, those given instead of the defaults.
fn limits(
    max_bytes: Option<u64>,
    max_unpacked_bytes: Option<u64>,
    max_pages: Option<u32>,
    max_cells: Option<u64>,
    max_nesting: Option<u32>,
    max_time: Option<f64>,
) -> PyResult<Limits> {
    let default = Limits::default();
    let time = match max_time {
        None => default.max_time,
        Some(seconds) => Duration::try_from_secs_f64(seconds)
            .map_err(|error| PyValueError::new_err(format!("max_time is a number of seconds: {error}")))?,
    };
    Ok(default
        .with_max_bytes(max_bytes.unwrap_or(default.max_bytes))
        .with_max_unpacked_bytes(max_unpacked_bytes.unwrap_or(default.max_unpacked_bytes))
        .with_max_pages(max_pages.unwrap_or(default.max_pages))
        .with_max_cells(max_cells.unwrap_or(default.max_cells))
        .with_max_nesting(max_nesting.unwrap_or(default.max_nesting))
        .with_max_time(time))
}

/// What is read from.
enum Input<'a> {
    Path(&'a Path),
    Bytes(&'a [u8]),
    Text(&'a str),
}

/// Finds out what a source is, and does `work` with it while the interpreter lock is released.
fn with_input<T: Send>(
    source: &Bound<'_, PyAny>,
    options: &mut Options,
    work: impl FnOnce(Input<'_>, &Options) -> Result<T, Error> + Send,
) -> PyResult<T> {
    let py = source.py();
    let result = if source.is_instance_of::<PyString>() || source.hasattr("__fspath__")? {
        let path: PathBuf = source.extract()?;
        let result = py.detach(|| work(Input::Path(&path), options));
        return result.map_err(|error| errors::of_reading(py, error, Some(source)));
    } else if let Ok(bytes) = source.cast::<PyBytes>() {
        let bytes = bytes.as_bytes();
        py.detach(|| work(Input::Bytes(bytes), options))
    } else if source.is_instance_of::<PyByteArray>() || source.is_instance_of::<PyMemoryView>() {
        // A copy: another thread may write into the buffer while the lock is released.
        let copy = PyMemoryView::from(source)?.call_method0("tobytes")?;
        let bytes = copy.cast::<PyBytes>()?.as_bytes();
        py.detach(|| work(Input::Bytes(bytes), options))
    } else if source.hasattr("read")? {
        // Files name themselves; what has no name, or a number for one, does not.
        options.name = source.getattr("name").and_then(|name| name.extract()).ok();
        match read_stream(source, options.limits.max_bytes)? {
            Stream::Bytes(bytes) => py.detach(|| work(Input::Bytes(&bytes), options)),
            Stream::Text(text) => py.detach(|| work(Input::Text(&text), options)),
        }
    } else {
        return Err(PyTypeError::new_err(format!(
            "a report is read from a path, bytes or a file object, not from {}",
            source.get_type().qualname()?
        )));
    };
    result.map_err(|error| errors::of_reading(py, error, None))
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
