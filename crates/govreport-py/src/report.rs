//! `govreport.Report` and `govreport.schema`.

use std::sync::Arc;

use govreport::check::{Check, CheckReport};
use govreport::form::TableKind;
use govreport::model;
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict};
use serde::Serialize;

use crate::cell::Cell;
use crate::check_result::{self, CheckResult};
use crate::convert::{counted, date};
use crate::errors;
use crate::finding::Finding;
use crate::identity::{Contact, Origin, Period};
use crate::metadata::Metadata;
use crate::section::Section;
use crate::shared::{Contents, Reduced, Shared};
use crate::table::Table;

/// An annual report on government-information disclosure (政府信息公开工作年度报告), as its source prints it.
///
/// Made by `read` and `parse`, never changed. ``report[table, row, column]`` is a cell. Spans ``(start, end)`` are byte
/// offsets into the UTF-8 form of ``text``: take the text at one with `slice`, not with ``text[start:end]``.
///
/// Examples
/// --------
/// >>> report
/// <Report 2023 青禾县人民政府: 3 tables, 0 findings>
/// >>> report["requests", "new_received", "total"].value
/// 6
#[pyclass(frozen, module = "govreport")]
pub(crate) struct Report(Shared);

impl Report {
    pub(crate) fn new(report: model::Report, text: Option<String>) -> Self {
        Self(Arc::new(Contents { report, text }))
    }

    pub(crate) fn model(&self) -> &model::Report {
        &self.0.report
    }

    /// What all checks find.
    fn checked(&self, py: Python<'_>) -> CheckReport {
        py.detach(|| self.model().check(&Check::default()))
    }

    fn table(&self, kind: TableKind) -> Table {
        Table::new(&self.0, kind)
    }
}

#[pymethods]
impl Report {
    /// The format of the source (文件格式), told by its content: ``text``, ``html``, ``docx``, ``doc``, ``xlsx``, ``xls``, ``pdf``
    /// or ``words``.
    #[getter]
    fn format(&self) -> &'static str {
        self.model().format.key()
    }

    /// The title (标题), its lines put together, or ``None``.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.model().title.as_ref().map(|title| title.value.as_str())
    }

    /// The body that reports (报告机关), as the source names it, or ``None``.
    #[getter]
    fn issuer(&self) -> Option<&str> {
        self.model().issuer.as_ref().map(|issuer| issuer.value.as_str())
    }

    /// The year reported on (报告年度), or ``None``.
    #[getter]
    fn year(&self) -> Option<u16> {
        self.model().year.as_ref().map(|year| year.value)
    }

    /// The day of publication (发布日期), a ``datetime.date``, or ``None`` where none is printed.
    #[getter]
    fn published<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        self.model().published.as_ref().map(|published| date(py, published.value)).transpose()
    }

    /// Where the title was found, or ``None``.
    #[getter]
    fn title_origin(&self) -> Option<Origin> {
        Origin::of(self.model().title.as_ref())
    }

    /// Where the issuer was found, or ``None``.
    #[getter]
    fn issuer_origin(&self) -> Option<Origin> {
        Origin::of(self.model().issuer.as_ref())
    }

    /// Where the year was found, or ``None``.
    #[getter]
    fn year_origin(&self) -> Option<Origin> {
        Origin::of(self.model().year.as_ref())
    }

    /// Where the day of publication was found, or ``None``.
    #[getter]
    fn published_origin(&self) -> Option<Origin> {
        Origin::of(self.model().published.as_ref())
    }

    /// The reporting period (统计期限), or ``None`` where none is printed.
    #[getter]
    fn period(&self) -> Option<Period> {
        self.model().period.map(Period)
    }

    /// What the page or the file states beside the report (页面信息): index number, publisher, address …
    #[getter]
    fn metadata(&self) -> Metadata {
        Metadata(self.model().metadata.clone())
    }

    /// The contact block (联系方式).
    #[getter]
    fn contact(&self) -> Contact {
        Contact(self.model().contact.clone())
    }

    /// The edition of the form (格式版本) that each table follows: key of the table to ``2021``, ``2019`` or ``hybrid``.
    #[getter]
    fn edition<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let editions = PyDict::new(py);
        for table in self.model().tables() {
            editions.set_item(table.kind.key(), table.edition.key())?;
        }
        Ok(editions)
    }

    /// The sections found (部分), in the order of the source.
    #[getter]
    fn sections(&self) -> Vec<Section> {
        Section::list(&self.0)
    }

    /// One section, or ``None`` where the source does not have it.
    ///
    /// Parameters
    /// ----------
    /// key : str
    ///     ``overview``, ``proactive``, ``requests``, ``review``, ``problems`` or ``other_matters``.
    ///
    /// Returns
    /// -------
    /// Section or None
    fn section(&self, key: &str) -> Option<Section> {
        self.sections().into_iter().find(|section| section.key_is(key))
    }

    /// Table one (主动公开政府信息情况): proactive disclosure.
    #[getter]
    fn proactive(&self) -> Table {
        self.table(TableKind::Proactive)
    }

    /// Table two (收到和处理政府信息公开申请情况): requests received and handled.
    #[getter]
    fn requests(&self) -> Table {
        self.table(TableKind::Requests)
    }

    /// Table three (政府信息公开行政复议、行政诉讼情况): administrative reconsideration and litigation.
    #[getter]
    fn review(&self) -> Table {
        self.table(TableKind::Review)
    }

    /// The three tables, in the form's order.
    #[getter]
    fn tables(&self) -> Vec<Table> {
        TableKind::ALL.iter().map(|kind| self.table(*kind)).collect()
    }

    /// Every cell of the three tables, absent ones too, in the form's order.
    #[getter]
    fn cells(&self) -> Vec<Cell> {
        let places = self
            .model()
            .tables()
            .into_iter()
            .flat_map(|table| (0..table.cells.len()).map(|place| Cell::new(&self.0, table.kind, place)));
        places.collect()
    }

    /// What a person should know (提示事项): what the reading met, in the order of the source, and then what all checks found.
    ///
    /// Where sums do not agree, it is never empty. `notices` has the reading's alone, `check` those of chosen rules.
    #[getter]
    fn findings(&self, py: Python<'_>) -> Vec<Finding> {
        let mut findings = self.notices();
        findings.extend(Finding::list(&self.checked(py).findings));
        findings
    }

    /// What the reading met (读取提示), in the order of the source, without what checks find.
    #[getter]
    fn notices(&self) -> Vec<Finding> {
        Finding::list(&self.model().findings)
    }

    /// The extracted text that spans point into, or ``None`` for a report made from JSON alone.
    #[getter]
    fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }

    /// The text at a span.
    ///
    /// Parameters
    /// ----------
    /// span : tuple of int
    ///     ``(start, end)``, as in ``cell.span``: byte offsets into the UTF-8 form of ``text``.
    ///
    /// Returns
    /// -------
    /// str
    ///
    /// Raises
    /// ------
    /// ValueError
    ///     The span is not one of this text, or the report was made from JSON without its text.
    fn slice(&self, span: (usize, usize)) -> PyResult<&str> {
        let (start, end) = span;
        let text = self
            .text()
            .ok_or_else(|| PyValueError::new_err("this report was made from JSON, without its text"))?;
        text.get(start..end).ok_or_else(|| {
            PyValueError::new_err(format!("({start}, {end}) is no span of this text of {} bytes", text.len()))
        })
    }

    /// Judge the numbers of this report (勾稽关系检查). See `govreport.check`.
    ///
    /// Parameters
    /// ----------
    /// select, ignore : sequence of str, optional
    ///     Only these rules, or all but these, by code, name or the beginning of a code.
    ///
    /// Returns
    /// -------
    /// CheckResult
    ///
    /// Raises
    /// ------
    /// ValueError
    ///     No rule has such a code or name.
    #[pyo3(signature = (*, select=None, ignore=None))]
    fn check(
        &self,
        py: Python<'_>,
        select: Option<Vec<String>>,
        ignore: Option<Vec<String>>,
    ) -> PyResult<CheckResult> {
        check_result::run(self.model(), py, select.as_deref(), ignore.as_deref())
    }

    /// The report as plain Python values, in the shape of its JSON (`schema`).
    ///
    /// Returns
    /// -------
    /// dict
    ///     Whole numbers are ``int``, others exact ``decimal.Decimal``.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let options = PyDict::new(py);
        options.set_item("parse_float", py.import("decimal")?.getattr("Decimal")?)?;
        py.import("json")?.getattr("loads")?.call((self.to_json(None)?,), Some(&options))
    }

    /// The report as JSON; numbers are printed with all their digits.
    ///
    /// Parameters
    /// ----------
    /// indent : int, optional
    ///     Blanks for each level; all in one line by default.
    ///
    /// Returns
    /// -------
    /// str
    ///
    /// Examples
    /// --------
    /// >>> gr.Report.from_json(report.to_json()) == report
    /// True
    #[pyo3(signature = (indent=None))]
    fn to_json(&self, indent: Option<usize>) -> PyResult<String> {
        let Some(indent) = indent else {
            return Ok(govreport::to_json(self.model()));
        };
        let blanks = vec![b' '; indent];
        let mut json = Vec::new();
        let style = serde_json::ser::PrettyFormatter::with_indent(&blanks);
        let mut serializer = serde_json::Serializer::with_formatter(&mut json, style);
        self.model().serialize(&mut serializer).map_err(errors::of_json)?;
        Ok(String::from_utf8(json)?)
    }

    /// The report that `to_json` wrote.
    ///
    /// Parameters
    /// ----------
    /// json : str
    ///     The JSON.
    /// text : str, optional
    ///     The extracted text of the report, which is not part of its JSON; without it ``text`` is ``None``.
    ///
    /// Returns
    /// -------
    /// Report
    ///
    /// Raises
    /// ------
    /// UnreadableError
    ///     The JSON is not that of a report, or has another schema version: read the source again with this version.
    #[staticmethod]
    #[pyo3(signature = (json, text=None))]
    fn from_json(py: Python<'_>, json: &str, text: Option<String>) -> PyResult<Self> {
        let report = py.detach(|| govreport::from_json(json));
        let report = report.map_err(|error| errors::of_reading(py, error, None))?;
        Ok(Self::new(report, text))
    }

    /// Every cell of the three tables as a pandas DataFrame, one line for a cell.
    ///
    /// Returns
    /// -------
    /// pandas.DataFrame
    ///     Always these columns: ``table``, ``row``, ``column``, ``edition``, ``label``, ``column_label``, ``unit``, ``status``,
    ///     ``raw`` and ``reason`` (``string``), ``value`` (``object``: an exact ``decimal.Decimal``, for counts too, or ``None``), ``start``,
    ///     ``end`` and ``page`` (``Int64``), ``box_left``, ``box_top``, ``box_right`` and ``box_bottom`` (``Float64``),
    ///     ``grid_table``, ``grid_row`` and ``grid_column`` (``Int64``). ``pandas.to_numeric(frame["value"])`` gives binary floats.
    ///
    /// Raises
    /// ------
    /// MissingFeatureError
    ///     pandas is not installed.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("govreport._pandas")?.call_method1("cells_frame", (slf.get().cells(),))
    }

    fn __getitem__(&self, address: (String, String, String)) -> PyResult<Cell> {
        let (table, row, column) = address;
        let kind = TableKind::from_key(&table).ok_or_else(|| {
            PyKeyError::new_err(format!("no table {table:?}; the tables are: proactive, requests, review"))
        })?;
        self.table(kind).at(&row, &column)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.model() == other.model()
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let year = self.year().map_or_else(|| "year unknown".to_owned(), |year| year.to_string());
        let issuer = self.issuer().unwrap_or("issuer unknown");
        let tables =
            self.model().tables().iter().filter(|table| table.presence != model::Presence::Absent).count();
        let findings = counted(self.model().findings.len() + self.checked(py).findings.len(), "finding");
        format!("<Report {year} {issuer}: {}, {findings}>", counted(tables, "table"))
    }

    fn _repr_html_(&self) -> String {
        govreport::render::html(self.model())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py, (String, Option<String>)>> {
        let report = slf.get();
        Ok((slf.getattr("from_json")?, (report.to_json(None)?, report.0.text.clone())))
    }
}

/// The JSON Schema of `Report.to_json`.
///
/// Returns
/// -------
/// dict
///
/// Examples
/// --------
/// >>> "requests" in gr.schema()["properties"]
/// True
#[pyfunction]
pub(crate) fn schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let json = serde_json::to_string(&govreport::json_schema()).map_err(errors::of_json)?;
    py.import("json")?.call_method1("loads", (json,))
}
