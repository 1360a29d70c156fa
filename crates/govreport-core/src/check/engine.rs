//! Runs the rules that judge, and says which could not be.

use super::arithmetic::Sum;
use super::outcome::{CheckReport, SkipReason, Skipped};
use crate::model::Report;
use crate::rules::Rule;

/// A rule that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// It judges.
    Judges(Sum),
    /// It reports on the reading.
    Reads(Rule),
}

impl Asked {
    const fn rule(self) -> Rule {
        match self {
            Self::Judges(sum) => sum.rule(),
            Self::Reads(rule) => rule,
        }
    }

    fn of(rule: Rule) -> Self {
        Sum::ALL.into_iter().find(|sum| sum.rule() == rule).map_or(Self::Reads(rule), Self::Judges)
    }
}

/// Which rules a check runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    asked: Vec<Asked>,
}

impl Default for Check {
    /// All rules that judge the numbers of one report.
    fn default() -> Self {
        Self { asked: Sum::ALL.map(Asked::Judges).to_vec() }
    }
}

impl Check {
    /// These rules. Those that report on the reading judge nothing: they come back as skipped, for
    /// [`SkipReason::AboutReading`].
    pub fn of(rules: impl IntoIterator<Item = Rule>) -> Self {
        Self { asked: rules.into_iter().map(Asked::of).collect() }
    }

    /// Without these rules.
    #[must_use]
    pub fn without(mut self, rules: &[Rule]) -> Self {
        self.asked.retain(|asked| !rules.contains(&asked.rule()));
        self
    }

    /// Judges a report.
    pub fn run(&self, report: &Report) -> CheckReport {
        let mut result = CheckReport::default();
        for asked in &self.asked {
            match asked {
                Asked::Judges(sum) => sum.judge(report, &mut result),
                Asked::Reads(rule) => {
                    result.skipped.push(Skipped { rule: *rule, reason: SkipReason::AboutReading });
                }
            }
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
