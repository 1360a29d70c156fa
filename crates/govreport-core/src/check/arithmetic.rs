//! `GR3xx`: the identities of the form, within one report.

use super::outcome::{CheckReport, Ran, SkipReason, Skipped};
use crate::form::{ColumnKey, Edition, Identity, Instance, RowKey, Terms, form};
use crate::model::{CellRef, Finding, Presence, Report, Table};
use crate::notices::{Addend, BrokenSum, Notice, PrintedRow, SumOf};
use crate::rules::Rule;

/// A sum that the form demands: a rule of this family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sum {
    Applicants,
    Outcomes,
    Balance,
    Results,
}

impl Sum {
    pub(super) const ALL: [Self; 4] = [Self::Applicants, Self::Outcomes, Self::Balance, Self::Results];

    pub(super) const fn rule(self) -> Rule {
        match self {
            Self::Applicants => Rule::ApplicantSum,
            Self::Outcomes => Rule::OutcomeSum,
            Self::Balance => Rule::CaseBalance,
            Self::Results => Rule::ResultSum,
        }
    }

    const fn notice(self, broken: BrokenSum) -> Notice {
        match self {
            Self::Applicants => Notice::ApplicantSum(broken),
            Self::Outcomes => Notice::OutcomeSum(broken),
            Self::Balance => Notice::CaseBalance(broken),
            Self::Results => Notice::ResultSum(broken),
        }
    }

    /// The identities of the form that have the name of the rule.
    fn identities(self) -> impl Iterator<Item = &'static Identity> {
        form().identities.iter().filter(move |identity| identity.name == self.rule().name())
    }

    /// Compares the sums of a report.
    pub(super) fn judge(self, report: &Report, result: &mut CheckReport) {
        let rule = self.rule();
        for identity in self.identities() {
            let table = report.table(identity.table);
            let mut comparisons = 0;
            // A table that mixes editions has no sums.
            let editions = table.edition.one().into_iter();
            let instances = editions.flat_map(|edition| {
                identity.instances(edition).into_iter().map(move |instance| (edition, instance))
            });
            for (edition, instance) in instances {
                let sides = addends(&instance.left, table).zip(addends(&instance.right, table));
                let Some((left, right)) = sides else { continue };
                comparisons += 1;
                let of = place(identity, &instance, edition);
                if let Some(broken) = BrokenSum::of(of, left, right) {
                    result.findings.push(finding(self.notice(broken), &instance, table));
                }
            }
            if comparisons > 0 {
                result.ran.push(Ran { rule, comparisons });
            } else if table.presence == Presence::Absent {
                result.skipped.push(Skipped { rule, reason: SkipReason::TableAbsent(table.kind) });
            } else {
                result.skipped.push(Skipped { rule, reason: SkipReason::NumbersMissing(table.kind) });
            }
        }
    }
}

/// The numbers of these cells, if every one has a number.
fn addends(cells: &[(RowKey, ColumnKey)], table: &Table) -> Option<Vec<Addend>> {
    let number = |(row, column): &(RowKey, ColumnKey)| {
        Some(Addend { cell: CellRef::new(*row, *column), value: table.get(*row, *column)?.value? })
    };
    cells.iter().map(number).collect()
}

/// The row or column that an instance is about. The stated total stands on the right; in the balance of cases both sides are sums.
fn place(identity: &Identity, instance: &Instance, edition: Edition) -> SumOf {
    let (row, column) = instance.right[0];
    match &identity.terms {
        Terms::InEveryRow { .. } => SumOf::Row(PrintedRow::new(row, edition)),
        Terms::InEveryColumn { .. } => SumOf::Column { table: identity.table, column },
    }
}

fn finding(notice: Notice, instance: &Instance, table: &Table) -> Finding {
    let cells = || instance.right.iter().chain(&instance.left);
    let mut printed =
        cells().filter_map(|(row, column)| table.get(*row, *column)).filter(|cell| cell.span.is_some());
    let first = printed.next();
    let mut finding = Finding::new(notice)
        .at(first.and_then(|cell| cell.span))
        .beside(printed.filter_map(|cell| cell.span))
        .about(instance.left.iter().chain(&instance.right).map(|(row, column)| CellRef::new(*row, *column)));
    finding.page = first.and_then(|cell| cell.page);
    finding.grid = first.and_then(|cell| cell.grid);
    finding
}
