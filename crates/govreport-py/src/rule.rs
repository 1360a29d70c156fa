//! `govreport.Rule`, `govreport.rules` and `govreport.explain`.

use govreport::check;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use crate::convert::member;

/// A rule (规则): the kind of a finding. Codes and names never change their meaning.
#[pyclass(frozen, eq, hash, module = "govreport")]
#[derive(PartialEq, Hash)]
pub(crate) struct Rule(check::Rule);

#[pymethods]
impl Rule {
    /// Its code, such as ``GR301``.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code()
    }

    /// Its name, such as ``applicant-sum``.
    #[getter]
    fn name(&self) -> &'static str {
        self.0.name()
    }

    /// What it is about (规则类别): ``reading``, ``structure``, ``cells`` or ``arithmetic``.
    #[getter]
    fn family(&self) -> &'static str {
        self.0.family().key()
    }

    /// How grave its findings are (级别).
    #[getter]
    fn severity<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        member(py, &CLASS, "Severity", self.0.severity().key())
    }

    /// What it says, in one line.
    #[getter]
    fn summary(&self) -> &'static str {
        self.0.summary()
    }

    /// What it says, and what to do about it: the page in Markdown.
    #[getter]
    fn documentation(&self) -> String {
        page(self.0)
    }

    fn __repr__(&self) -> String {
        format!("<Rule {} {}: {}>", self.0, self.0.severity(), self.0.summary())
    }
}

/// The rules meant by codes, names and beginnings of codes, or a `ValueError`.
pub(crate) fn chosen(words: &[String]) -> PyResult<Vec<check::Rule>> {
    check::Rule::select(words).map_err(|unknown| unknown_rule(&unknown))
}

fn unknown_rule(unknown: &check::UnknownRule) -> PyErr {
    PyValueError::new_err(unknown.to_string())
}

/// The page of a rule without the blank that `///` leaves before each line.
fn page(rule: check::Rule) -> String {
    let lines = rule.info().documentation.lines();
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// All rules, by code: those about the reading and those that check.
///
/// Returns
/// -------
/// list of Rule
///
/// Examples
/// --------
/// >>> [rule.name for rule in gr.rules() if rule.code.startswith("GR3")]
/// ['applicant-sum', 'outcome-sum', 'case-balance', 'result-sum']
#[pyfunction]
pub(crate) fn rules() -> Vec<Rule> {
    check::Rule::ALL.iter().copied().map(Rule).collect()
}

/// What a rule says, and what to do about its findings.
///
/// Parameters
/// ----------
/// code : str
///     Code or name of the rule, such as ``GR301`` or ``applicant-sum``.
///
/// Returns
/// -------
/// str
///     Markdown.
///
/// Raises
/// ------
/// ValueError
///     No rule has this code or name.
///
/// Examples
/// --------
/// >>> print(gr.explain("GR301").splitlines()[0])
/// The six kinds of applicants of a row do not add up to its total.
#[pyfunction]
pub(crate) fn explain(code: &str) -> PyResult<String> {
    check::Rule::find(code).map(page).map_err(|unknown| unknown_rule(&unknown))
}
