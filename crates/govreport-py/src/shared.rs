//! What all objects that show a part of one report hold in common.

use std::sync::Arc;

use govreport::model::Report;
use pyo3::prelude::*;

/// A report and the text it was read from. Never changed once made, so that objects of any thread may share it.
#[derive(Debug)]
pub(crate) struct Contents {
    /// The report.
    pub(crate) report: Report,
    /// The extracted text that its spans point into; `None` for a report made from JSON alone.
    pub(crate) text: Option<String>,
}

/// A hold on the contents of a report: a table or a cell keeps its report alive.
pub(crate) type Shared = Arc<Contents>;

/// What `__reduce__` gives to pickle: a function and the arguments to call it with.
pub(crate) type Reduced<'py, Arguments> = (Bound<'py, PyAny>, Arguments);
