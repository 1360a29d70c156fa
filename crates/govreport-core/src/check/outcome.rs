//! What came of a check.

use crate::model::Finding;
use crate::rules::Rule;

/// A rule that was not run, or not everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Skipped {
    /// The rule.
    pub rule: Rule,
    /// Why.
    pub reason: String,
}

/// What a check found, what it ran and what it could not run (检查结果).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CheckReport {
    /// What was found, in the order of the rules and the form.
    pub findings: Vec<Finding>,
    /// Rules that compared at least one set of numbers, with how many comparisons each made.
    pub ran: Vec<(Rule, usize)>,
    /// Rules that compared nothing.
    pub skipped: Vec<Skipped>,
}
