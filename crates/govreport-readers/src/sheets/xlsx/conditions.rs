//! Conditional formats (条件格式) that may conceal what a cell holds: in white, struck out, with another number format, behind
//! an icon.
//!
//! A condition that compares with a number is asked. What it may hold of, and what any other may, is withheld.

use super::super::look::withheld;
use super::super::sheet::{Region, Sheet};
use super::reference;
use crate::package::Element;

/// The most regions of conditions that are looked at.
/// Measured: with 128, no cell changes.
const MOST_REGIONS: usize = 256;

/// The conditions of a sheet that may conceal something.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    conditions: Vec<Condition>,
    /// The regions of those that are read next.
    regions: Vec<Region>,
}

#[derive(Debug)]
struct Condition {
    regions: Vec<Region>,
    test: Test,
}

/// Of which cells a condition holds.
#[derive(Debug, Clone, PartialEq)]
enum Test {
    /// Of which is not told.
    Any,
    /// Of numbers that compare so with these.
    Compared { operator: String, bounds: Vec<f64> },
}

impl Conditions {
    /// Begins the conditions of the regions that an element names.
    pub(super) fn begin(&mut self, element: &Element<'_>) {
        let known: usize = self.conditions.iter().map(|condition| condition.regions.len()).sum();
        let names = element.attribute("sqref").unwrap_or_default();
        let regions = names.split_whitespace().filter_map(reference::region);
        self.regions = regions.take(MOST_REGIONS.saturating_sub(known)).collect();
    }

    /// Begins a condition that may conceal what it holds of.
    pub(super) fn add(&mut self, element: &Element<'_>) {
        let is_comparison = element.attribute("type").as_deref() == Some("cellIs");
        let operator = element.attribute("operator").filter(|_| is_comparison);
        let test = operator.map_or(Test::Any, |operator| Test::Compared {
            operator: operator.into_owned(),
            bounds: Vec::new(),
        });
        self.conditions.push(Condition { regions: self.regions.clone(), test });
    }

    /// Adds what the condition that was begun last compares with.
    pub(super) fn bound(&mut self, formula: &str) {
        let Some(condition) = self.conditions.last_mut() else { return };
        match (&mut condition.test, formula.trim().parse()) {
            (Test::Compared { bounds, .. }, Ok(bound)) => bounds.push(bound),
            (test, _) => *test = Test::Any,
        }
    }

    /// Withholds what they may conceal.
    pub(super) fn apply(&self, sheet: &mut Sheet) {
        if self.conditions.is_empty() {
            return;
        }
        for cell in &mut sheet.cells {
            let is_in = |region: &Region| {
                (region.first_row..=region.last_row).contains(&cell.row)
                    && (region.first_column..=region.last_column).contains(&cell.column)
            };
            let mut here = self.conditions.iter().filter(|condition| condition.regions.iter().any(is_in));
            if here.any(|condition| condition.test.may_hold(&cell.text)) {
                cell.text = withheld(&cell.text).into_owned();
            }
        }
    }
}

impl Test {
    fn may_hold(&self, text: &str) -> bool {
        let Self::Compared { operator, bounds } = self else { return true };
        let plain: String = text.chars().filter(|char| !matches!(char, ',' | ' ')).collect();
        // What is no plain number may be stored as one.
        let Ok(value) = plain.parse::<f64>() else { return true };
        match (operator.as_str(), bounds.as_slice()) {
            ("equal", [bound]) => value.total_cmp(bound).is_eq(),
            ("notEqual", [bound]) => value.total_cmp(bound).is_ne(),
            ("lessThan", [bound]) => value < *bound,
            ("lessThanOrEqual", [bound]) => value <= *bound,
            ("greaterThan", [bound]) => value > *bound,
            ("greaterThanOrEqual", [bound]) => value >= *bound,
            ("between", [least, most]) => (*least..=*most).contains(&value),
            ("notBetween", [least, most]) => !(*least..=*most).contains(&value),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(operator: &str, bounds: &[f64]) -> Test {
        Test::Compared { operator: operator.to_owned(), bounds: bounds.to_vec() }
    }

    #[test]
    fn numbers_are_compared() {
        for (operator, bounds, holds, not) in [
            ("equal", &[0.0][..], "0", "7"),
            ("notEqual", &[0.0], "7", "0"),
            ("lessThan", &[5.0], "4.5", "5"),
            ("lessThanOrEqual", &[5.0], "5", "1,005"),
            ("greaterThan", &[5.0], "1,234", "5"),
            ("greaterThanOrEqual", &[5.0], "5", "-5"),
            ("between", &[1.0, 5.0], "5", "6"),
            ("notBetween", &[1.0, 5.0], "6", "5"),
        ] {
            let test = compared(operator, bounds);
            assert!(test.may_hold(holds) && !test.may_hold(not), "{operator}");
            assert!(test.may_hold("约5"), "{operator}");
        }
        assert!(compared("equal", &[]).may_hold("5"));
        assert!(Test::Any.may_hold("5"));
    }
}
