//! The sums of the form that a cell is part of.

use std::collections::BTreeSet;

use govreport::check::{CheckReport, Rule};
use govreport::form::{ColumnKey, RowKey, form};
use govreport::model::{CellRef, TableEdition};

/// A sum: the rule that checks it, and every cell of it.
pub(crate) type Sum = (Rule, BTreeSet<(RowKey, ColumnKey)>);

const RULES: [(Rule, &str); 4] = [
    (Rule::ApplicantSum, "applicant-sum"),
    (Rule::OutcomeSum, "outcome-sum"),
    (Rule::CaseBalance, "case-balance"),
    (Rule::ResultSum, "result-sum"),
];

/// The sums of the form that a cell is part of.
pub(crate) fn sums_with(at: CellRef, edition: TableEdition) -> BTreeSet<Sum> {
    let mut found = BTreeSet::new();
    for (rule, name) in RULES {
        for identity in form().identities(at.table).filter(|identity| identity.name == name) {
            for instance in edition.one().map(|edition| identity.instances(edition)).unwrap_or_default() {
                let cells: BTreeSet<_> = instance.left.into_iter().chain(instance.right).collect();
                if cells.contains(&(at.row, at.column)) {
                    found.insert((rule, cells));
                }
            }
        }
    }
    found
}

/// The sums that a check found broken.
pub(crate) fn broken_sums(result: &CheckReport) -> BTreeSet<Sum> {
    let of_sums = |rule: Rule| RULES.iter().any(|(other, _)| *other == rule);
    result
        .findings
        .iter()
        .filter(|finding| of_sums(finding.rule()))
        .map(|finding| (finding.rule(), finding.cells.iter().map(|cell| (cell.row, cell.column)).collect()))
        .collect()
}
