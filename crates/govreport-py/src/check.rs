//! `govreport.check`.

use pyo3::prelude::*;

use crate::check_result::{CheckResult, run};
use crate::report::Report;

/// Judge the numbers of a report (勾稽关系检查). Checking reports and changes nothing.
///
/// Parameters
/// ----------
/// report : Report
///     The report.
/// select : sequence of str, optional
///     Only these rules, by code, name or the beginning of a code (``GR3``); all that judge by default. Rules about the reading
///     itself judge nothing and come back as skipped: what they found is in `Report.notices`.
/// ignore : sequence of str, optional
///     Not these rules, named in the same ways.
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
    run(report.model(), py, select.as_deref(), ignore.as_deref())
}
