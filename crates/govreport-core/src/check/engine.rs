//! Runs the rules that judge, and says which could not be.

use super::Rule;
use crate::model::{Finding, Report};

/// Which rules a check runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    rules: Vec<Rule>,
}

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

impl Default for Check {
    /// All rules that judge the numbers of one report.
    fn default() -> Self {
        Self { rules: super::arithmetic::RULES.iter().map(|(rule, _)| *rule).collect() }
    }
}

impl Check {
    /// Only these rules. Rules that report on the reading itself are no checks and are passed over.
    #[must_use]
    pub fn only(self, rules: &[Rule]) -> Self {
        Self { rules: self.rules.into_iter().filter(|rule| rules.contains(rule)).collect() }
    }

    /// Without these rules.
    #[must_use]
    pub fn without(self, rules: &[Rule]) -> Self {
        Self { rules: self.rules.into_iter().filter(|rule| !rules.contains(rule)).collect() }
    }

    /// Judges a report.
    pub fn run(&self, report: &Report) -> CheckReport {
        let mut result = CheckReport::default();
        for rule in &self.rules {
            super::arithmetic::run(*rule, report, &mut result);
        }
        result
    }
}

impl Report {
    /// Judges the numbers of this report: [`Check::default`] runs all rules.
    pub fn check(&self, check: &Check) -> CheckReport {
        check.run(self)
    }
}
