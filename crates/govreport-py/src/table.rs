//! `govreport.Table`.

use std::fmt::Display;
use std::sync::Arc;

use govreport::form::{ColumnKey, NumberKind, RowKey, TableKind, form};
use govreport::model;
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyIterator, PyList, PyType};

use crate::cell::Cell;
use crate::convert::{SpanPair, counted, member, name, span};
use crate::shared::Shared;

/// One of the three tables (法定表格), with every cell of its edition in the form's order.
///
/// ``table[row, column]`` is a cell; iteration goes over all cells, absent ones too; ``len`` counts them;
/// ``(row, column) in table`` tells whether the edition has such a cell.
///
/// Examples
/// --------
/// >>> table = report.requests
/// >>> table
/// <Table requests: 2021 form, 25 rows, complete>
/// >>> table["granted", "natural_person"].value
/// 2
/// >>> ("granted", "natural_person") in table
/// True
#[pyclass(frozen, module = "govreport")]
pub(crate) struct Table {
    contents: Shared,
    kind: TableKind,
}

impl Table {
    pub(crate) fn new(contents: &Shared, kind: TableKind) -> Self {
        Self { contents: Arc::clone(contents), kind }
    }

    fn get(&self) -> &model::Table {
        self.contents.report.table(self.kind)
    }

    /// The cells that `chosen` picks.
    fn pick(&self, chosen: impl Fn(&model::TableCell) -> bool) -> Vec<Cell> {
        self.places(chosen).map(|place| Cell::new(&self.contents, self.kind, place)).collect()
    }

    fn places(&self, chosen: impl Fn(&model::TableCell) -> bool) -> impl Iterator<Item = usize> {
        self.get().cells.iter().enumerate().filter(move |(_, cell)| chosen(cell)).map(|(place, _)| place)
    }

    /// The cell with these keys, if there is one.
    pub(crate) fn find(&self, row: &str, column: &str) -> Option<Cell> {
        self.places(|cell| cell.row.key() == row && cell.column.key() == column)
            .next()
            .map(|place| Cell::new(&self.contents, self.kind, place))
    }

    /// The cell with these keys, or a `KeyError` that lists the keys there are.
    pub(crate) fn at(&self, row: &str, column: &str) -> PyResult<Cell> {
        self.find(row, column).ok_or_else(|| {
            let known: Vec<_> = self
                .get()
                .cells
                .iter()
                .filter(|cell| cell.row.key() == row)
                .map(|cell| cell.column)
                .collect();
            if known.is_empty() { self.no_row(row) } else { self.no_column(row, column, &known) }
        })
    }

    fn no_row(&self, row: &str) -> PyErr {
        PyKeyError::new_err(format!(
            "no row {row:?} in the table {}, {} form; its rows are: {}",
            self.kind,
            self.get().edition,
            listed(&self.row_keys())
        ))
    }

    fn no_column(&self, row: &str, column: &str, known: &[ColumnKey]) -> PyErr {
        PyKeyError::new_err(format!(
            "no column {column:?} in the row {row:?} of the table {}, {} form; its columns are: {}",
            self.kind,
            self.get().edition,
            listed(known)
        ))
    }

    fn row_keys(&self) -> Vec<RowKey> {
        self.get().rows().map(|(row, _)| row).collect()
    }
}

fn listed(keys: &[impl Display]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[pymethods]
impl Table {
    /// Key of the table: ``proactive`` (主动公开), ``requests`` (申请) or ``review`` (复议、诉讼).
    #[getter]
    fn kind(&self) -> &'static str {
        self.kind.key()
    }

    /// The form's own heading of the table, such as ``主动公开政府信息情况``.
    #[getter]
    fn label(&self) -> &'static str {
        form().section_label(self.kind.section())
    }

    /// The edition of the form (格式版本): ``2021``, ``2019``, or ``hybrid`` where blocks of both stand in one table.
    ///
    /// Taken from the table's own labels; where nothing of it stands in the source, the one its year calls for.
    #[getter]
    fn edition(&self) -> &'static str {
        self.get().edition.key()
    }

    /// How much of the table stands in the source (完整程度).
    #[getter]
    fn presence<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        member(py, &CLASS, "Presence", &name(self.get().presence))
    }

    /// From its first label to its last cell: ``(start, end)``, or ``None`` for an absent table.
    #[getter]
    fn span(&self) -> Option<SpanPair> {
        self.get().span.map(span)
    }

    /// All cells of the edition, absent ones too, in the form's order.
    #[getter]
    fn cells(&self) -> Vec<Cell> {
        self.pick(|_| true)
    }

    /// Keys of the rows of the edition, in the form's order.
    #[getter]
    fn rows(&self) -> Vec<&'static str> {
        self.row_keys().into_iter().map(RowKey::key).collect()
    }

    /// Keys of the columns of the edition, in the form's order.
    #[getter]
    fn columns(&self) -> Vec<&'static str> {
        let held = |key| self.get().cells.iter().any(|cell| cell.column == key);
        form()
            .columns(self.kind)
            .map(|column| column.key)
            .filter(|key| held(*key))
            .map(ColumnKey::key)
            .collect()
    }

    /// The cells of one row.
    ///
    /// Parameters
    /// ----------
    /// row : str
    ///     Key of the row.
    ///
    /// Returns
    /// -------
    /// list of Cell
    ///
    /// Raises
    /// ------
    /// KeyError
    ///     The edition has no such row; the message lists those it has.
    fn row(&self, row: &str) -> PyResult<Vec<Cell>> {
        let cells = self.pick(|cell| cell.row.key() == row);
        if cells.is_empty() { Err(self.no_row(row)) } else { Ok(cells) }
    }

    /// The cell in a row and a column, or ``None`` where the edition has no such cell.
    ///
    /// Parameters
    /// ----------
    /// row, column : str
    ///     Keys of the row and the column.
    ///
    /// Returns
    /// -------
    /// Cell or None
    #[pyo3(name = "get")]
    fn lookup(&self, row: &str, column: &str) -> Option<Cell> {
        self.find(row, column)
    }

    fn __getitem__(&self, key: &Bound<'_, PyAny>) -> PyResult<Cell> {
        let Ok((row, column)) = key.extract::<(String, String)>() else {
            return Err(PyKeyError::new_err(format!(
                "a cell is table[row, column], not table[{}]; the rows are: {}; the columns are: {}",
                key.repr()?,
                self.rows().join(", "),
                self.columns().join(", ")
            )));
        };
        self.at(&row, &column)
    }

    fn __contains__(&self, key: &Bound<'_, PyAny>) -> bool {
        if let Ok(cell) = key.cast::<Cell>() {
            return self.get().cells.contains(cell.get().get());
        }
        key.extract::<(String, String)>().is_ok_and(|(row, column)| self.find(&row, &column).is_some())
    }

    fn __len__(&self) -> usize {
        self.get().cells.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        PyList::new(py, self.cells())?.try_iter()
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.get() == other.get()
    }

    fn __repr__(&self) -> String {
        let table = self.get();
        let rows = counted(table.rows().count(), "row");
        format!("<Table {}: {} form, {rows}, {}>", self.kind, table.edition, name(table.presence))
    }

    /// The table as a pandas DataFrame in its printed shape.
    ///
    /// Rows and columns are constants of the table, whatever the source holds: all 8 rows and 11 columns of both editions for
    /// ``proactive``, 26 rows and 7 columns for ``requests``, 3 rows and 5 columns for ``review``. A cell without a number is
    /// missing, never 0; ``values="status"`` tells why, and is itself missing only where the edition has no such cell.
    ///
    /// Parameters
    /// ----------
    /// long : bool, default False
    ///     One line for a cell instead, as `Report.to_pandas` gives it.
    /// values : {"value", "status", "raw"}, default "value"
    ///     What to fill the frame with.
    ///
    /// Returns
    /// -------
    /// pandas.DataFrame
    ///     Row keys as index ``row``, column keys as columns ``column``. With ``values="value"`` counts and changes are
    ///     ``Int64``, amounts are ``object`` and hold exact ``decimal.Decimal``; otherwise ``string``.
    ///
    /// Raises
    /// ------
    /// MissingFeatureError
    ///     pandas is not installed.
    #[pyo3(signature = (*, long=false, values="value"))]
    fn to_pandas<'py>(slf: &Bound<'py, Self>, long: bool, values: &str) -> PyResult<Bound<'py, PyAny>> {
        let frames = slf.py().import("govreport._pandas")?;
        if !long {
            return frames.call_method1("table_frame", (slf, values));
        }
        if values != "value" {
            return Err(PyValueError::new_err(
                "the long frame holds value, status and raw: leave out `values`",
            ));
        }
        frames.call_method1("cells_frame", (slf,))
    }
}

/// Keys of the rows, and keys of the columns with whether each holds amounts.
type Layout = (Vec<&'static str>, Vec<(&'static str, bool)>);

/// Rows and columns of a table in all editions, each column with whether it holds amounts. For the frames.
#[pyo3::pyfunction]
#[pyo3(name = "_table_layout")]
pub(crate) fn table_layout(kind: &str) -> Option<Layout> {
    let kind = TableKind::from_key(kind)?;
    let rows = RowKey::ALL.iter().filter(|row| row.table() == kind).map(|row| row.key()).collect();
    let columns =
        form().columns(kind).map(|column| (column.key.key(), column.number == NumberKind::Amount)).collect();
    Some((rows, columns))
}
