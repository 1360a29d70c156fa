//! `govreport.CheckResult` and `govreport.check`.

use govreport::check::{Check, CheckReport};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::convert::counted;
use crate::finding::Finding;
use crate::report::Report;
use crate::rule::find;

/// What a check found, what it ran and what it could not run (检查结果).
///
/// "Nothing found" can be told from "not checked": a rule that had nothing to compare stands in ``skipped``, not in ``ran``.
#[pyclass(frozen, eq, module = "govreport")]
#[derive(PartialEq)]
pub(crate) struct CheckResult(CheckReport);

#[pymethods]
impl CheckResult {
    /// What was found, in the order of the rules and the form.
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        Finding::list(&self.0.findings)
    }

    /// The rules that compared something: code to number of comparisons.
    #[getter]
    fn ran<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let ran = PyDict::new(py);
        for (rule, comparisons) in &self.0.ran {
            ran.set_item(rule.code(), comparisons)?;
        }
        Ok(ran)
    }

    /// The rules that compared nothing: code to reason.
    #[getter]
    fn skipped<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let skipped = PyDict::new(py);
        for skip in &self.0.skipped {
            skipped.set_item(skip.rule.code(), &skip.reason)?;
        }
        Ok(skipped)
    }

    fn __repr__(&self) -> String {
        format!(
            "<CheckResult: {}, {} ran, {} skipped>",
            counted(self.0.findings.len(), "finding"),
            counted(self.0.ran.len(), "rule"),
            self.0.skipped.len()
        )
    }
}

/// Runs the checks on a report. Nothing in the report changes.
pub(crate) fn run(
    report: &Report,
    py: Python<'_>,
    select: Option<&[String]>,
    ignore: Option<&[String]>,
) -> PyResult<CheckResult> {
    let named = |names: &[String]| names.iter().map(|name| find(name)).collect::<PyResult<Vec<_>>>();
    let mut check = Check::default();
    if let Some(select) = select {
        check = check.only(&named(select)?);
    }
    if let Some(ignore) = ignore {
        check = check.without(&named(ignore)?);
    }
    let report = report.model();
    Ok(CheckResult(py.detach(|| report.check(&check))))
}

/// Judge the numbers of a report (勾稽关系检查). Checking reports and changes nothing.
///
/// Parameters
/// ----------
/// report : Report
///     The report.
/// select : sequence of str, optional
///     Only these rules, by code or name; all by default. Rules about the reading itself are no checks and are passed over:
///     what they found is in `Report.findings`.
/// ignore : sequence of str, optional
///     Not these rules.
///
/// Returns
/// -------
/// CheckResult
///
/// Raises
/// ------
/// ValueError
///     No rule has such a code or name.
///
/// Examples
/// --------
/// >>> result = gr.check(report)
/// >>> result
/// <CheckResult: 0 findings, 4 rules ran, 0 skipped>
/// >>> gr.check(report, select=["case-balance"]).ran
/// {'GR303': 7}
#[pyfunction]
#[pyo3(signature = (report, *, select=None, ignore=None))]
pub(crate) fn check(
    py: Python<'_>,
    report: PyRef<'_, Report>,
    select: Option<Vec<String>>,
    ignore: Option<Vec<String>>,
) -> PyResult<CheckResult> {
    run(&report, py, select.as_deref(), ignore.as_deref())
}
