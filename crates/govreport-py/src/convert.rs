//! Values of the model as values of Python.

use govreport::form::{NumberKind, form};
use govreport::model::{CellRef, Date};
use govreport::{Decimal, Span};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDate, PyType};
use serde::Serialize;
use serde_json::Value;

/// A span as Python sees it: `(start, end)`.
pub(crate) type SpanPair = (usize, usize);

/// The address of a cell as Python sees it: `(table, row, column)`.
pub(crate) type Address = (&'static str, &'static str, &'static str);

/// A span.
pub(crate) const fn span(span: Span) -> SpanPair {
    (span.start, span.end)
}

/// Several spans.
pub(crate) fn spans(of: &[Span]) -> Vec<SpanPair> {
    of.iter().copied().map(span).collect()
}

/// The address of a cell.
pub(crate) const fn address(at: CellRef) -> Address {
    (at.table.key(), at.row.key(), at.column.key())
}

/// A day, as `datetime.date`.
pub(crate) fn date(py: Python<'_>, day: Date) -> PyResult<Bound<'_, PyDate>> {
    PyDate::new(py, i32::from(day.year()), day.month(), day.day())
}

/// The number of a cell: an amount is a `decimal.Decimal`, anything else an `int`.
pub(crate) fn number(py: Python<'_>, value: Decimal, at: CellRef) -> PyResult<Bound<'_, PyAny>> {
    let amount = form().column(at.table, at.column).is_some_and(|column| column.number == NumberKind::Amount);
    // A count with a fraction is no reading of this library, but JSON from elsewhere may hold one: it is shown as it is.
    if amount || !value.is_integer() {
        return value.into_pyobject(py);
    }
    Ok(value.normalize().mantissa().into_pyobject(py)?.into_any())
}

/// The name that a member of an enumeration of the model has in JSON.
pub(crate) fn name(member: impl Serialize) -> String {
    match serde_json::to_value(member) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The member of an enumeration of the module `govreport._enums`.
pub(crate) fn member<'py>(
    py: Python<'py>,
    class: &PyOnceLock<Py<PyType>>,
    name: &str,
    value: &str,
) -> PyResult<Bound<'py, PyAny>> {
    class.import(py, "govreport._enums", name)?.call1((value,))
}

/// A number of things in English: `1 finding`, `2 findings`.
pub(crate) fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
