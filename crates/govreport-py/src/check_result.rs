//! `govreport.CheckResult`.

use govreport::check::{Check, CheckReport};
use govreport::model::Report;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::convert::counted;
use crate::finding::Finding;
use crate::rule::chosen;

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
        for rule in &self.0.ran {
            ran.set_item(rule.rule.code(), rule.comparisons)?;
        }
        Ok(ran)
    }

    /// The rules that compared nothing: code to reason.
    #[getter]
    fn skipped<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let skipped = PyDict::new(py);
        for skip in &self.0.skipped {
            skipped.set_item(skip.rule.code(), skip.reason.to_string())?;
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
    let mut check = match select {
        Some(select) => Check::of(chosen(select)?),
        None => Check::default(),
    };
    if let Some(ignore) = ignore {
        check = check.without(&chosen(ignore)?);
    }
    Ok(CheckResult(py.detach(|| report.check(&check))))
}
