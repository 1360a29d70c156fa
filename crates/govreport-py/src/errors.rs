//! Errors of Rust as exceptions of Python. The classes stand in `govreport/_errors.py`.

use std::io::ErrorKind;

use govreport::model::SCHEMA_VERSION;
use govreport::{Error, ReadError};
use pyo3::exceptions::{PyOSError, PyValueError};
use pyo3::import_exception;
use pyo3::prelude::*;

import_exception!(govreport._errors, GovReportError);
import_exception!(govreport._errors, LimitExceededError);
import_exception!(govreport._errors, NotAReportError);
import_exception!(govreport._errors, UnreadableError);

/// The exception for a source that gave no report. `filename` is the path as the caller gave it.
pub(crate) fn of_reading(py: Python<'_>, error: Error, filename: Option<&Bound<'_, PyAny>>) -> PyErr {
    match error {
        Error::Io { source, .. } | Error::Stream(source) => {
            of_system(py, &source, filename).unwrap_or_else(|problem| problem)
        }
        Error::Parse(problem) => NotAReportError::new_err(problem.to_string()),
        Error::Read(problem @ ReadError::Empty) => NotAReportError::new_err(problem.to_string()),
        Error::Read(problem @ (ReadError::TooLarge { .. } | ReadError::OverLimit { .. })) => {
            LimitExceededError::new_err(problem.to_string())
        }
        Error::Read(_) | Error::Json(_) | Error::SchemaVersion { .. } => {
            UnreadableError::new_err(error.to_string())
        }
        _ => GovReportError::new_err(error.to_string()),
    }
}

/// An error unless the version is the one that this module writes.
pub(crate) fn same_version(found: u32) -> PyResult<()> {
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    let error = Error::SchemaVersion { found: u64::from(found), supported: SCHEMA_VERSION };
    Err(UnreadableError::new_err(error.to_string()))
}

/// The exception for JSON that cannot be read or written.
pub(crate) fn of_json(error: serde_json::Error) -> PyErr {
    UnreadableError::new_err(Error::Json(error).to_string())
}

/// The `OSError` that Python itself would raise: with `errno`, its message and the file name, and of the subclass that
/// belongs to the number.
fn of_system(py: Python<'_>, error: &std::io::Error, filename: Option<&Bound<'_, PyAny>>) -> PyResult<PyErr> {
    let number = match (error.raw_os_error(), error.kind()) {
        (Some(number), _) => number,
        (None, ErrorKind::IsADirectory) => py.import("errno")?.getattr("EISDIR")?.extract()?,
        // The path holds a NUL byte: `open` calls that a ValueError.
        (None, ErrorKind::InvalidInput) => return Ok(PyValueError::new_err(error.to_string())),
        (None, _) => return Ok(PyOSError::new_err(error.to_string())),
    };
    let message = py.import("os")?.call_method1("strerror", (number,))?;
    // Python picks the subclass by the number when the class is called.
    let exception = py.get_type::<PyOSError>().call1((number, message, filename))?;
    Ok(PyErr::from_value(exception))
}
