//! `govreport.Finding`.

use govreport::notices::{Amount, Language};
use govreport::{Decimal, model};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};

use crate::convert::{Address, SpanPair, address, member, number, span, spans};
use crate::errors;
use crate::shared::Reduced;

/// Something a person should know (提示事项): about how the source was read, or about what it says.
///
/// Examples
/// --------
/// >>> wrong = gr.parse(text.replace("2\t1\t0\t0\t0\t0\t3", "3\t1\t0\t0\t0\t0\t3"))
/// >>> for finding in wrong.check().findings:
/// ...     print(finding.code, finding.name, finding.observed, finding.expected)
/// GR301 applicant-sum 3 4
/// GR302 outcome-sum 4 5
#[pyclass(frozen, eq, module = "govreport")]
#[derive(Clone, PartialEq)]
pub(crate) struct Finding(model::Finding);

impl Finding {
    pub(crate) fn list(findings: &[model::Finding]) -> Vec<Self> {
        findings.iter().cloned().map(Self).collect()
    }

    /// A number of this finding: of the kind of number that its cells hold.
    fn number<'py>(&self, py: Python<'py>, value: Option<Decimal>) -> PyResult<Option<Bound<'py, PyAny>>> {
        value
            .map(|value| match self.0.cells.first() {
                Some(cell) => number(py, value, *cell),
                None => value.into_pyobject(py),
            })
            .transpose()
    }
}

#[pymethods]
impl Finding {
    /// Code of the rule that says so, such as ``GR301``.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.rule().code()
    }

    /// Name of the rule, such as ``applicant-sum``.
    #[getter]
    fn name(&self) -> &'static str {
        self.0.rule().name()
    }

    /// What the rule is about (规则类别): ``reading``, ``structure``, ``cells`` or ``arithmetic``.
    #[getter]
    fn family(&self) -> &'static str {
        self.0.rule().family().key()
    }

    /// How grave it is (级别).
    #[getter]
    fn severity<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        member(py, &CLASS, "Severity", self.0.severity().key())
    }

    /// What was found, in a sentence that tells a person what to look at.
    #[getter]
    fn message(&self) -> String {
        self.0.message()
    }

    /// The same sentence in Chinese.
    #[getter]
    fn message_zh(&self) -> String {
        self.0.message_in(Language::Chinese)
    }

    /// What was found, as plain Python values: the words and numbers that the message is made of.
    #[getter]
    fn data<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let json = serde_json::to_string(&self.0.notice).map_err(errors::of_json)?;
        let options = PyDict::new(py);
        options.set_item("parse_float", py.import("decimal")?.getattr("Decimal")?)?;
        let named = py.import("json")?.getattr("loads")?.call((json,), Some(&options))?;
        named.get_item(self.name())
    }

    /// Addresses ``(table, row, column)`` of the cells concerned; ``report[address]`` is the cell.
    #[getter]
    fn cells(&self) -> Vec<Address> {
        self.0.cells.iter().copied().map(address).collect()
    }

    /// The place to look at first: ``(start, end)``, or ``None``.
    #[getter]
    fn span(&self) -> Option<SpanPair> {
        self.0.span.map(span)
    }

    /// Other places concerned.
    #[getter]
    fn related(&self) -> Vec<SpanPair> {
        spans(&self.0.related)
    }

    /// The page of that place, from 1, where the format knows pages.
    #[getter]
    fn page(&self) -> Option<u32> {
        self.0.page
    }

    /// That place in the tables of the source (源表格位置): ``(table, row, column)``, each from 0, or ``None`` where the source shows
    /// no borders.
    #[getter]
    fn grid(&self) -> Option<(u32, u32, u32)> {
        self.0.grid.map(|place| (place.table, place.row, place.column))
    }

    /// The number the source prints, where the finding is about one.
    #[getter]
    fn observed<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.number(py, self.0.observed())
    }

    /// The number that the other cells call for.
    #[getter]
    fn expected<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.number(py, self.0.expected())
    }

    /// The readings that were left for ambiguous cells: each a list with a value for every cell of ``cells``, in their order.
    #[getter]
    fn candidates<'py>(&self, py: Python<'py>) -> PyResult<Vec<Vec<Option<Bound<'py, PyAny>>>>> {
        let one = |reading: &Vec<Amount>| {
            let cells = self.0.cells.iter().copied().map(Some).chain(std::iter::repeat(None));
            reading
                .iter()
                .zip(cells)
                .map(|(value, cell)| match (&value.0, cell) {
                    (Some(value), Some(cell)) => number(py, *value, cell).map(Some),
                    (value, _) => self.number(py, *value),
                })
                .collect()
        };
        self.0.candidates().iter().map(one).collect()
    }

    /// What to do about it, or ``None``.
    #[getter]
    fn hint(&self) -> Option<&'static str> {
        self.0.hint(Language::English)
    }

    fn __repr__(&self) -> String {
        format!("<Finding {} {}: {}>", self.0.rule(), self.0.severity(), self.0.message())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py, (u32, String)>> {
        let json = serde_json::to_string(&slf.get().0).map_err(errors::of_json)?;
        Ok((slf.getattr("_from_json")?, (model::SCHEMA_VERSION, json)))
    }

    #[staticmethod]
    fn _from_json(version: u32, json: &str) -> PyResult<Self> {
        errors::same_version(version)?;
        serde_json::from_str(json).map(Self).map_err(errors::of_json)
    }
}
