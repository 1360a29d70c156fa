//! `govreport.Cell`.

use std::sync::Arc;

use govreport::form::{TableKind, form};
use govreport::model::{Reason, TableCell};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pyclass::CompareOp;
use pyo3::sync::PyOnceLock;
use pyo3::types::{IntoPyDict, PyBool, PyDict, PyType};

use crate::convert::{SpanPair, member, name, number, span};
use crate::shared::Shared;

/// A cell of one of the three tables (表格单元格).
///
/// What the source prints there, how it was read, and where it stands. Zero, blank, dash and absent are different things:
/// ``value`` is ``0`` only where the source prints a zero.
///
/// ``cell == 7`` compares the number, and raises ``TypeError`` where the cell has none: null is neither 7 nor not 7. Cells are not
/// hashable.
///
/// Examples
/// --------
/// >>> cell = report.requests["granted", "total"]
/// >>> cell.value, cell.raw, str(cell.status)
/// (3, '3', 'read')
/// >>> report.slice(cell.span)
/// '3'
#[pyclass(frozen, module = "govreport")]
pub(crate) struct Cell {
    contents: Shared,
    table: TableKind,
    place: usize,
}

impl Cell {
    /// The cell at `place` among the cells of a table; the caller takes `place` from that table.
    pub(crate) fn new(contents: &Shared, table: TableKind, place: usize) -> Self {
        Self { contents: Arc::clone(contents), table, place }
    }

    pub(crate) fn get(&self) -> &TableCell {
        &self.contents.report.table(self.table).cells[self.place]
    }
}

#[pymethods]
impl Cell {
    /// Key of the table: ``proactive``, ``requests`` or ``review``.
    #[getter]
    fn table(&self) -> &'static str {
        self.table.key()
    }

    /// Key of the row, such as ``denied.state_secret``.
    #[getter]
    fn row(&self) -> &'static str {
        self.get().row.key()
    }

    /// Key of the column, such as ``natural_person``.
    #[getter]
    fn column(&self) -> &'static str {
        self.get().column.key()
    }

    /// The form's own label of the row (行标签) in the edition of the cell, such as ``（一）予以公开``.
    #[getter]
    fn label(&self) -> &'static str {
        let cell = self.get();
        form().row(cell.row, cell.edition).map_or("", |row| row.label)
    }

    /// The form's own label of the column (列标签) in the edition of the cell, such as ``自然人``.
    #[getter]
    fn column_label(&self) -> &'static str {
        let cell = self.get();
        form().column_label(self.table, cell.column, cell.edition)
    }

    /// The edition of the form that the row is printed in (行的格式版本): ``2021`` or ``2019``. In a table that mixes both, rows
    /// differ.
    #[getter]
    fn edition(&self) -> &'static str {
        self.get().edition.key()
    }

    /// The number, or ``None`` where there is none.
    ///
    /// An ``int`` for counts (件数, zero or more) and changes (本年增/减, signed), a ``decimal.Decimal`` for amounts (金额,
    /// exact, in the unit of the form: 万元 for fees). ``None`` unless ``status`` is ``read``, ``realigned`` or ``inferred``.
    #[getter]
    fn value<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let cell = self.get();
        cell.value.map(|value| number(py, value, cell.at())).transpose()
    }

    /// How the value came to be, or why there is none (单元格状态).
    #[getter]
    fn status<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        member(py, &CLASS, "Status", self.get().status.key())
    }

    /// The text of the cell as printed, or ``None`` where nothing is printed.
    #[getter]
    fn raw(&self) -> Option<&str> {
        self.get().raw.as_deref()
    }

    /// Where that text stands: ``(start, end)``, for `Report.slice`.
    #[getter]
    fn span(&self) -> Option<SpanPair> {
        self.get().span.map(span)
    }

    /// The page, from 1, where the format knows pages.
    #[getter]
    fn page(&self) -> Option<u32> {
        self.get().page
    }

    /// Where on that page (版面位置): ``(left, top, right, bottom)`` in points (1/72 inch) from the upper left corner of the
    /// page, or ``None`` where the format does not know it.
    #[getter]
    fn r#box(&self) -> Option<(f64, f64, f64, f64)> {
        let area = self.get().area?;
        Some((area.left.get(), area.top.get(), area.right.get(), area.bottom.get()))
    }

    /// Where in the tables of the source (源表格位置): ``(table, row, column)``, each from 0, or ``None`` where the source
    /// shows no borders.
    #[getter]
    fn grid(&self) -> Option<(u32, u32, u32)> {
        self.get().grid.map(|place| (place.table, place.row, place.column))
    }

    /// The unit of ``value``, for an amount: ``yuan`` (元), ``ten_thousand_yuan`` (万元), or ``None``.
    ///
    /// Fees are in 万元, also where the source prints 元 and the value was converted (``raw`` has what is printed). The form of
    /// 2019 names no unit for procurement: there it is the one printed, or ``None``.
    #[getter]
    fn unit(&self) -> Option<String> {
        self.get().unit.map(name)
    }

    /// Why a number is withheld (存疑原因), such as ``several_readings``, or ``None``; only where ``status`` is ``ambiguous``.
    #[getter]
    fn reason(&self) -> Option<&'static str> {
        self.get().reason.map(Reason::key)
    }

    /// What warrants the number (依据), or what is lacking: the answers ``figure``, ``label``, ``tie``, ``heading`` and ``sums``,
    /// or ``None`` for a cell that could get no number.
    #[getter]
    fn warrant<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let Some(warrant) = self.get().warrant else { return Ok(None) };
        let answers = [
            ("figure", warrant.figure.key()),
            ("label", warrant.label.key()),
            ("tie", warrant.tie.key()),
            ("heading", warrant.heading.key()),
            ("sums", warrant.sums.key()),
        ];
        answers.into_py_dict(py).map(Some)
    }

    fn __repr__(&self) -> String {
        let cell = self.get();
        match (cell.value, &cell.raw) {
            (Some(value), _) => format!("<Cell {} = {value} ({})>", cell.at(), cell.status),
            (None, Some(raw)) => format!("<Cell {} {} {raw:?}>", cell.at(), cell.status),
            (None, None) => format!("<Cell {} {}>", cell.at(), cell.status),
        }
    }

    /// With another cell: whether they are the same. With a number: the number of this cell is compared. Anything else raises, and
    /// so does a cell without a number, because no answer would be true.
    fn __richcmp__<'py>(&self, other: &Bound<'py, PyAny>, op: CompareOp) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        if let Ok(other) = other.cast::<Self>()
            && equality
        {
            let same = self.get() == other.get().get();
            return Ok((same == matches!(op, CompareOp::Eq)).into_pyobject(py)?.to_owned().into_any());
        }
        let numbers = py.import("numbers")?.getattr("Number")?;
        if !other.is_instance(&numbers)? || other.is_instance_of::<PyBool>() {
            return Err(PyTypeError::new_err(format!(
                "a cell is compared with a number or another cell, not with {}: compare cell.value, cell.raw or cell.status",
                other.get_type().qualname()?
            )));
        }
        let Some(value) = self.value(py)? else {
            let cell = self.get();
            return Err(PyTypeError::new_err(format!(
                "the cell {} has no number to compare, it is {}: test cell.value or cell.status",
                cell.at(),
                cell.status
            )));
        };
        value.rich_compare(other, op)
    }

    #[expect(clippy::unused_self, reason = "Python passes it")]
    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a cell is neither true nor false: zero, blank and absent are different things. \
             Test `cell.value is not None`, `cell.value == 0` or `cell.status`",
        ))
    }
}
