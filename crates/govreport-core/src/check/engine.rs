//! Runs the rules that judge, and says which could not be.

use super::arithmetic;
use super::outcome::CheckReport;
use crate::model::Report;
use crate::rules::Rule;

/// Which rules a check runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    rules: Vec<Rule>,
}

impl Default for Check {
    /// All rules that judge the numbers of one report.
    fn default() -> Self {
        Self { rules: arithmetic::RULES.iter().map(|(rule, _)| *rule).collect() }
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
            arithmetic::run(*rule, report, &mut result);
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
